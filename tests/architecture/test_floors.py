"""The floors of the house: imports go down only, and siblings do not import each other."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import recoupe

PACKAGE = Path(recoupe.__file__).parent

#: What each room may import, beside itself. A room that is not named here fails the test.
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "model": {"errors"},
    "calendar": {"errors", "model"},
    "names": {"errors", "model"},
    "gazetteer": {"errors", "model"},
    "formats": {"errors", "model", "calendar", "names", "gazetteer"},
    "language": {"errors", "model", "calendar", "names", "gazetteer"},
    "parsers": {"errors", "model", "calendar", "names", "gazetteer"},
    "linking": {"errors", "model", "calendar", "names", "gazetteer"},
    "extraction": {"errors", "model", "calendar", "names", "gazetteer", "formats", "language", "parsers"},
    "timeline": {"errors", "model", "calendar", "names", "gazetteer", "formats", "linking"},
    "pipeline": {
        "errors", "model", "calendar", "names", "gazetteer", "formats", "language", "parsers", "linking", "extraction",
        "timeline",
    },
    "testing": {"errors", "model", "calendar", "names", "gazetteer", "formats", "parsers", "linking", "timeline"},
}  # fmt: skip
#: The rooms of extraction, in the order in which an article passes through them; each imports earlier ones only.
EXTRACTION = (
    "analysis", "domains", "phrases", "dependencies", "complements", "lost_subjects", "syntax", "actors", "places",
    "happenings", "figures", "participants", "dating", "setting", "attribution", "references", "gists", "reader",
)  # fmt: skip
#: The top floors import whatever they show.
TOP = {"cli", "__init__"}

#: Packages that only these modules import, since they are extras or slow.
ONLY_IN = {
    "spacy": {"language/nlp.py"},
    "typer": {"cli"},
    "rich": {"cli"},
    "hypothesis": {"testing"},
    "pytest": set(),
    "cattrs": {"formats"},
    "requests": set(),
}


def _room(relative: Path) -> str:
    return relative.parts[0].removesuffix(".py")


def _imports(path: Path, root: Path) -> Iterator[tuple[int, str, bool]]:
    """Line, module, and whether the import is for type checkers only."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    checked = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
    }
    package = ["recoupe", *path.relative_to(root).with_suffix("").parts][:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name, node in checked
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*start, *([node.module] if node.module else [])])
            yield node.lineno, module, node in checked
            for alias in node.names:
                yield node.lineno, f"{module}.{alias.name}", node in checked


def violations(root: Path) -> list[str]:
    """Every import below `root` (a package laid out as recoupe) that goes up or sideways, or that belongs elsewhere."""
    found = []
    for path in sorted(root.rglob("*.py")):
        relative = path.relative_to(root)
        room = _room(relative)
        if room not in MAY_IMPORT and room not in TOP:
            found.append(f"{relative}: the room {room!r} is on no floor")
            continue
        for line, module, for_types in _imports(path, root):
            parts = module.split(".")
            where = f"{relative.as_posix()}:{line} imports {module}"
            if parts[0] == "recoupe" and len(parts) > 1 and room not in TOP:
                target = parts[1]
                if (target in MAY_IMPORT or target in TOP) and target not in {room, *MAY_IMPORT[room]}:
                    found.append(where)
            allowed = ONLY_IN.get(parts[0])
            if allowed is not None and not for_types and not {room, relative.as_posix()} & allowed:
                found.append(where)
    return sorted(set(found))


def test_imports_go_down_only() -> None:
    assert violations(PACKAGE) == []


def test_the_rooms_of_extraction_stand_in_order() -> None:
    below = PACKAGE / "extraction"
    wrong = []
    for path in below.rglob("*.py"):
        relative = path.relative_to(below)
        room = _room(relative)
        if room == "__init__":
            continue
        for line, module, _ in _imports(path, PACKAGE):
            parts = module.split(".")
            inside = parts[:2] == ["recoupe", "extraction"] and len(parts) > 2
            if inside and EXTRACTION.index(parts[2]) > EXTRACTION.index(room):
                wrong.append(f"{relative.as_posix()}:{line} imports {module}")
    assert wrong == []


@pytest.mark.parametrize(
    ("file", "line", "caught"),
    [
        ("model/when.py", "from recoupe.formats import loads", True),
        ("model/when.py", "from recoupe import formats", True),
        ("model/when.py", "from ..linking import link", True),
        ("errors.py", "import recoupe.model", True),
        ("calendar/symbols.py", "def f():\n    from recoupe.names import key", True),
        ("formats/files.py", "import recoupe.parsers.plain", True),
        ("linking/link.py", "from recoupe.language import nlp", True),
        ("parsers/plain.py", "import recoupe.pipeline", True),
        ("extraction/reader.py", "import spacy", True),
        ("extraction/reader.py", "if TYPE_CHECKING:\n    import spacy", False),
        ("parsers/plain.py", "import rich.table", True),
        ("helpers/things.py", "import os", True),
        ("extraction/reader.py", "from recoupe.language import nlp", False),
        ("cli/screen.py", "import recoupe.pipeline", False),
        ("model/when.py", "from recoupe.errors import InvalidValue", False),
        ("model/when.py", "from .validation import text", False),
    ],
)
def test_a_wrong_import_is_found(tmp_path: Path, file: str, line: str, caught: bool) -> None:
    """The test itself is tried: a lower floor that imports a higher one is found."""
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(line, encoding="utf-8")
    assert bool(violations(tmp_path)) == caught


def test_there_is_no_import_cycle() -> None:
    """Modules import each other in one direction at run time, inside rooms as well."""
    graph: dict[str, set[str]] = {}
    modules = {".".join(("recoupe", *p.relative_to(PACKAGE).with_suffix("").parts)): p for p in PACKAGE.rglob("*.py")}
    modules = {name.removesuffix(".__init__"): path for name, path in modules.items()}
    for name, path in modules.items():
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        lazy = {
            inner.lineno
            for node in nodes
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            for inner in ast.walk(node)
            if isinstance(inner, ast.Import | ast.ImportFrom)
        }
        graph[name] = {
            module
            for line, module, for_types in _imports(path, PACKAGE)
            if module in modules and not for_types and line not in lazy and module != name
        }
    visited: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " imports ".join([*trail[trail.index(name) :], name])
        if name not in visited:
            for target in sorted(graph[name]):
                if not name.startswith(f"{target}."):  # a package's front re-exports what lies in it
                    visit(target, (*trail, name))
            visited.add(name)

    for name in sorted(graph):
        visit(name, ())
