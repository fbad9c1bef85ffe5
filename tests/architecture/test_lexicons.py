"""Lexicons hold what the code reads: a table that no module names is dead weight."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import recoupe

ROOT = Path(recoupe.__file__).parent
FRENCH = ROOT / "language" / "fr"


@pytest.mark.parametrize("name", ["reporting", "status", "occurrence", "grammar", "headlines", "persons", "bodies"])
def test_every_table_is_read(name: str) -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in sorted(ROOT.rglob("*.py")))
    tables = tomllib.loads((FRENCH / f"{name}.toml").read_text(encoding="utf-8"))
    assert [table for table in tables if f'"{table}"' not in code] == []
