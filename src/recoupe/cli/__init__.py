"""The command line: a thin front of the library. The only part of it that prints."""

from __future__ import annotations

import sys

from recoupe.errors import MissingExtra, RecoupeError

#: What typer and rich are needed for.
_PURPOSE = "the command line"


def main() -> None:
    """Run the command line: exit code 0 when done, 1 for an error that is explained, 2 for wrong usage."""
    try:
        from recoupe.cli.commands import app
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("typer", "rich", "click"):
            raise
        sys.exit(f"recoupe: {MissingExtra('cli', _PURPOSE)}")
    try:
        app()
    except RecoupeError as error:
        sys.exit(f"recoupe: {error}")
