"""The schema of a document: found, loaded once, and what breaks it as findings of ours."""

from __future__ import annotations

from pathlib import Path

from octavo.findings import Finding, OctavoError
from octavo.relaxng import Schema as RelaxNg
from octavo.relaxng import SchemaError
from octavo.relaxng.explain import Explanation
from octavo.relaxng.suggest import suggestion
from octavo.relaxng.wording import enumeration

__all__ = ["Schema"]


class Schema:
    """A RELAX NG schema, ready to validate documents."""

    def __init__(self, schema: RelaxNg) -> None:
        self._schema = schema

    @classmethod
    def load(cls, path: Path) -> Schema:
        """The schema at `path`: the compact syntax if its name ends in `.rnc`, else XML.

        Raises OctavoError `schema-missing`, or with the findings on a schema that is none.
        """
        if not path.is_file():
            raise OctavoError(
                Finding(
                    "schema-missing",
                    "the schema is missing.",
                    path,
                    hint="Restore the file; or take it away from the edition's schema/ folder to"
                    " use the one that comes with Octavo.",
                )
            )
        try:
            return cls(RelaxNg.load(path))
        except SchemaError as error:
            raise OctavoError(*map(Finding.of, error.findings)) from error

    def explain(self, element: str, parent: str = "") -> list[Explanation]:
        """What the schema allows in an element, in `parent` if that is named.

        Raises OctavoError `unknown-element` where it has no such element, or none there.
        """
        found = self._schema.explain(element, parent)
        if found:
            return found
        names = self._schema.element_names()
        for name in (element, parent):
            bare = name.strip("<>").rpartition(":")[2]
            if bare and bare not in names:
                near = suggestion(bare, names)
                hint = f"Did you mean <{near}>?" if near else ""
                message = f"<{bare}> is no element of this schema."
                raise OctavoError(Finding("unknown-element", message, hint=hint))
        parents = dict.fromkeys(p for each in self._schema.explain(element) for p in each.parents)
        hint = f"It may stand in {enumeration([f'<{p}>' for p in parents], most=12)}."
        message = f"<{element.strip('<>')}> cannot stand in <{parent.strip('<>')}>."
        raise OctavoError(Finding("element-not-allowed-here", message, hint=hint))

    def findings(self, path: Path, data: bytes | None = None) -> list[Finding]:
        """What in the document at `path` (with the content `data`, if that was read before) breaks
        the schema, in the order of the document; what makes it no XML is the last."""
        return [Finding.of(told) for told in self._schema.validate(path, data)]
