"""`create`: a new project with a parser for an outlet: class, entry point, test, and a sample page."""

from __future__ import annotations

import re
import shutil
import tempfile
from importlib import resources
from pathlib import Path

from recoupe.errors import InvalidValue, WriteError

#: The files of a project: the template's name, and where it goes.
_FILES = {
    "pyproject.toml": "pyproject.toml",
    "README.md": "README.md",
    "parser.py": "src/recoupe_{name}/__init__.py",
    "test.py": "tests/test_{name}.py",
    "sample.html": "tests/pages/sample.html",
    "sample.json": "tests/pages/sample.json",
}


def create(name: str, folder: str | Path, *, outlet: str | None = None, host: str | None = None) -> tuple[Path, ...]:
    """Write a project for the parser `name` into `folder`, which is made, or is empty.

    The project works as it is: its test passes on its sample page, which the author replaces by pages of the outlet.

    Args:
        name: A short name in lower case: letters, digits and underscores (``gazette``).
        folder: Where the project goes.
        outlet: The outlet's name; made of `name` by default.
        host: The outlet's host; an example's by default.

    Returns:
        The files written, in the order of their paths.

    Raises:
        InvalidValue: the name is not one.
        WriteError: the folder is not empty or cannot be written; nothing is left half written.
    """
    if not re.fullmatch(r"[a-z][a-z0-9_]{1,40}", name):
        raise InvalidValue("parser", "name", name, "a short name in lower case such as 'gazette'")
    target = Path(folder)
    words = {
        "name": name,
        "dashed": name.replace("_", "-"),
        "class_name": "".join(part.capitalize() for part in name.split("_")),
        "outlet": outlet or name.replace("_", " ").title(),
        "host": (host or "").removeprefix("www.") or f"{name.replace('_', '-')}.example",
    }
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise WriteError(target.as_posix(), "it is there already and is not an empty folder")
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
            written = _write(Path(scratch) / "project", words)
            if target.exists():
                target.rmdir()
            shutil.move(Path(scratch) / "project", target)
    except OSError as error:
        if isinstance(error, WriteError):
            raise
        raise WriteError(target.as_posix(), error.strerror or str(error)) from error
    return tuple(sorted(target / path for path in written))


def _write(folder: Path, words: dict[str, str]) -> list[Path]:
    written: list[Path] = []
    for template, place in _FILES.items():
        text = resources.files("recoupe.parsers").joinpath(f"data/template/{template}.txt").read_text(encoding="utf-8")
        for key, value in words.items():
            text = text.replace("{" + key + "}", value)
        path = Path(place.replace("{name}", words["name"]))
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
        written.append(path)
    return written
