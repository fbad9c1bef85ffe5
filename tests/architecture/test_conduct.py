"""What the library never does: print, read the clock, look at the environment, change global state."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import recoupe

PACKAGE = Path(recoupe.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
#: Names that say nothing of a module's subject.
VAGUE = {"utils", "util", "helpers", "helper", "common", "base", "manager", "managers", "misc", "core", "tools"}
#: Calls that read the system's clock or time zone.
CLOCK = {"now", "today", "utcnow", "localtime", "gmtime", "fromtimestamp", "local_timezone"}


def _calls(path: Path) -> list[tuple[int, str, str]]:
    """Line, object and name of every call: ``datetime.now()`` is ``("datetime", "now")``."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            function = node.func
            if isinstance(function, ast.Attribute):
                found.append((node.lineno, ast.unparse(function.value), function.attr))
            elif isinstance(function, ast.Name):
                found.append((node.lineno, "", function.id))
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_module_behaves(path: Path) -> None:
    relative = path.relative_to(PACKAGE)
    assert not VAGUE & set(relative.with_suffix("").parts), f"{relative} has a name without a subject"
    in_cli = relative.parts[0] == "cli"
    for line, owner, name in _calls(path):
        where = f"{relative}:{line}"
        if not in_cli:
            assert (owner, name) not in {("", "print"), ("", "input"), ("pprint", "pprint")}, f"{where} prints"
            assert not (owner.startswith("sys.std") and name == "write"), f"{where} writes to a stream"
        assert name not in CLOCK, f"{where} reads the clock: {owner}.{name}()"
        assert (owner, name) != ("pendulum", "parse"), f"{where}: pendulum.parse guesses"
        assert (owner, name) not in {("time", "time"), ("random", "random")}, f"{where} is not repeatable"


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 30


def test_every_module_says_what_it_is() -> None:
    silent = [
        p.relative_to(PACKAGE) for p in MODULES if not ast.get_docstring(ast.parse(p.read_text(encoding="utf-8")))
    ]
    assert silent == []
