"""Writes real output into README.md, between two marks: ``python docs/readme_output.py`` (needs ``recoupe[all]``)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

README = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- output: written by docs/readme_output.py -->\n", "<!-- end of output -->\n"
#: Columns of the table, and how many of its lines are shown.
WIDTH, LINES = 118, 28


def section() -> str:
    """What the first command prints and writes, cut to what fits a screen."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "timeline.json")
        command = [sys.executable, "-c", "from recoupe.cli import main; main()", "build", "seeds", "-o", str(path)]
        environment = {**os.environ, "COLUMNS": str(WIDTH)}
        done = subprocess.run(
            command, capture_output=True, text=True, check=True, cwd=README.parent, env=environment, encoding="utf-8"
        )
        data = json.loads(path.read_text(encoding="utf-8"))
        said = done.stderr.replace(str(path), "timeline.json").strip()
    event = max(data["events"], key=_interest)
    return f"""A part of the table ({len(data["events"])} events; the articles do not state when they were published,
so days are no narrower than their words allow):

```text
{_table(done.stdout)}
```

```text
{said}
```

One of the events in `timeline.json`, with one of its {len(event["mentions"])} mentions; some keys are left out here:

```json
{_compact(_excerpt(event))}
```
"""


def _table(printed: str) -> str:
    head, rows = (lines := [line.rstrip() for line in printed.splitlines()])[:2], lines[2:]
    events: list[list[str]] = []
    for row in rows:
        if row.startswith(" "):
            events[-1].append(row)
        else:
            events.append([row])
    shown: list[str] = []
    begun = (event for event in events if not event[0].startswith("undated") and "or earlier" not in event[0])
    for event in reversed([*begun]):
        if len(shown) + len(event) > LINES:
            break
        shown = event + shown
    return "\n".join([*head, "…", *shown])


def _interest(event: dict[str, Any]) -> tuple[int, int, int]:
    sources = {mention["source"] for mention in event["mentions"]}
    dated = event["when"]["earliest"] is not None
    return len({f["of"] for f in event["figures"]}) * dated, len(sources), len(event["mentions"])


def _excerpt(event: dict[str, Any]) -> dict[str, Any]:
    mention = next((m for m in event["mentions"] if m["figures"]), event["mentions"][0])
    keys = ("id", "kind", "mode", "status", "title", "when", "participants")
    excerpt = {key: event[key] for key in keys}
    excerpt["figures"] = [{key: f[key] for key in ("low", "high", "qualifier", "of")} for f in event["figures"]]
    excerpt["origins"] = event["origins"]
    excerpt["mentions"] = [
        {key: mention[key] for key in ("id", "source", "status", "trigger", "passage", "attribution")}
    ]
    return excerpt


def _compact(value: Any, indent: int = 0) -> str:
    """JSON with what fits a line on one."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) + indent <= WIDTH or not isinstance(value, dict | list):
        return line
    pad = " " * (indent + 2)
    if isinstance(value, dict):
        items = [f"{pad}{json.dumps(key)}: {_compact(inner, indent + 2)}" for key, inner in value.items()]
    else:
        items = [pad + _compact(inner, indent + 2) for inner in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return opening + "\n" + ",\n".join(items) + "\n" + " " * indent + closing


if __name__ == "__main__":
    before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    README.write_text(before + BEGIN + "\n" + section() + "\n" + END + rest.partition(END)[2], encoding="utf-8")
