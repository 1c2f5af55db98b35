"""What Octavo imports, it asks for; and the validator stands alone."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path


def declared(root: Path) -> set[str]:
    """The names of the distributions that pyproject.toml asks for."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {
        re.split(r"[\[<>=!~ ]", each, maxsplit=1)[0].lower() for each in project["dependencies"]
    }


def imported(root: Path) -> set[str]:
    """The modules of others that the package imports, at any place."""
    found: set[str] = set()
    for path in (root / "toolkit").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.split(".")[0])
    return found - {"octavo", *sys.stdlib_module_names}


def test_every_module_of_others_is_of_a_distribution_that_is_asked_for(root: Path) -> None:
    distributions = packages_distributions()
    names = declared(root)
    for module in imported(root):
        owners = {owner.lower() for owner in distributions[module]}
        assert owners & names, module


def test_the_validator_imports_nothing_of_the_rest_of_octavo(root: Path) -> None:
    for path in (root / "toolkit" / "octavo" / "relaxng").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(?:from|import) octavo\.(?!relaxng\b)", text), path
