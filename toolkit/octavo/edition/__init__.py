"""An edition: a folder with `edition.toml`, its documents in `tei/`, its registers.

edition = Edition.containing(Path.cwd())
edition.config.title
edition.documents()      # tei/*.xml, in the order of their names
edition.registers()      # tei/register/*.xml
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from octavo.edition.config import FILE, Config, read_config
from octavo.edition.document import (
    Document,
    Id,
    Pointer,
    parse_document,
    place_of,
    read_document,
)
from octavo.findings import Finding, OctavoError

__all__ = [
    "FILE",
    "Config",
    "Document",
    "Edition",
    "Id",
    "Pointer",
    "parse_document",
    "place_of",
    "read_document",
    "root_of",
]


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition in the folder `root`, and what its `edition.toml` says."""

    root: Path
    config: Config

    @classmethod
    def at(cls, root: Path) -> Edition:
        """The edition whose `edition.toml` is in `root`.

        Raises OctavoError `no-edition`, `edition-wrong`, `cannot-read`.
        """
        if not (root / FILE).is_file():
            raise _no_edition(f"there is no {FILE} in this folder.", root)
        return cls(root, read_config(root / FILE))

    @classmethod
    def containing(cls, folder: Path) -> Edition:
        """The edition in `folder` or in the nearest folder above it; raises as `at` does."""
        return cls.at(root_of(folder))

    @property
    def tei(self) -> Path:
        """The folder of the documents."""
        return self.root / "tei"

    @property
    def register_folder(self) -> Path:
        """The folder of the registers."""
        return self.tei / "register"

    @property
    def dist(self) -> Path:
        """The folder into which the edition is built."""
        return self.root / "dist"

    def local_schemas(self) -> dict[str, Path]:
        """The files that stand for schemas on the web, by their addresses."""
        return {address: self.root / name for address, name in self.config.schemas.items()}

    def documents(self) -> list[Path]:
        """The documents, in the order of their names.

        Raises OctavoError `no-documents-folder`.
        """
        if not self.tei.is_dir():
            raise OctavoError(
                Finding(
                    "no-documents-folder",
                    "the folder of the documents is not there.",
                    self.tei,
                    hint="Make it, or give it its name back.",
                )
            )
        return _xml_files(self.tei)

    def registers(self) -> list[Path]:
        """The registers, in the order of their names."""
        return _xml_files(self.register_folder)


def root_of(folder: Path) -> Path:
    """The nearest folder, from `folder` upwards, that is an edition. Raises OctavoError
    `no-edition`."""
    for root in (folder, *folder.parents):
        if (root / FILE).is_file():
            return root
    raise _no_edition(f"there is no {FILE} in this folder nor in any above it.", folder)


def _xml_files(folder: Path) -> list[Path]:
    """The XML files in a folder that are not hidden ones."""
    return sorted(
        path for path in folder.glob("*.xml") if path.is_file() and not path.name.startswith(".")
    )


def _no_edition(message: str, folder: Path) -> OctavoError:
    return OctavoError(
        Finding(
            "no-edition",
            message,
            folder,
            hint="Go into the folder of an edition, name it by --edition, or begin one with"
            " `octavo new`.",
        )
    )
