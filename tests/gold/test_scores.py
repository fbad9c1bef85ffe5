"""The ratchet: scores on gold texts may rise and never fall.

``scores.json`` holds the floor of each measure for each corpus. After an improvement, raise it with
``RECOUPE_RATCHET=raise python -m pytest tests/gold/test_scores.py`` and commit the file. ``RECOUPE_RATCHET=set`` takes
the scores as they are, lower ones too: for a change of the gold, or a trade that the commit's message explains.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import recoupe

GOLD = Path(__file__).parent
FLOORS = GOLD / "scores.json"
#: How far below its floor a score may lie: rounding, and the last digits of another machine's floats.
SLACK = 0.005

#: Each corpus: its gold file, its aliases.
CORPORA = {
    "seeds": ("seeds.json", "aliases.json"),
    "seeds dated": ("seeds.json", "aliases.json"),
    "tuned": ("fr/tuned.json", "fr/aliases.json"),
    "check": ("fr/check.json", "fr/aliases.json"),
}


def _timeline(corpus: str, request: pytest.FixtureRequest) -> recoupe.Timeline:
    if corpus.startswith("seeds"):
        built: recoupe.Timeline = request.getfixturevalue(corpus.replace(" ", "_"))
        return built
    with contextlib.chdir(GOLD):  # relative locations, so that the ids are the same on every machine
        return recoupe.build(Path("fr") / corpus, sources=Path("fr") / f"{corpus}_sources.csv")


def _scores(gold: Path, aliases: Path, timeline: Path) -> dict[str, float]:
    command = [sys.executable, str(GOLD / "score.py"), str(gold), str(timeline), "--aliases", str(aliases), "--json"]
    # Of equally good assignments the scorer takes the one that its sets offer first: a fixed hash seed fixes it.
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return _flat(json.loads(done.stdout))


def _flat(scores: dict[str, Any]) -> dict[str, float]:
    """The measures, without the counts, and without precision and recall where F1 weighs them."""
    counts = {"gold", "system", "matched", "n", "p", "r", "b3_p", "b3_r", "cross_p", "cross_r"}
    flat: dict[str, float] = {}
    for name, value in scores.items():
        if isinstance(value, dict):
            flat |= {f"{name} {key}": round(v, 4) for key, v in value.items() if key not in counts}
        else:
            flat[name] = round(value, 4)
    return flat


@pytest.mark.parametrize("corpus", CORPORA)
def test_no_score_falls(corpus: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    gold, aliases = (GOLD / name for name in CORPORA[corpus])
    path = tmp_path / "timeline.json"
    _timeline(corpus, request).save(path)
    scores = _scores(gold, aliases, path)
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    wanted = os.environ.get("RECOUPE_RATCHET")
    if wanted in ("raise", "set"):
        known = floors.get(corpus, {}) if wanted == "raise" else {}
        floors[corpus] = {name: max(score, known.get(name, 0.0)) for name, score in scores.items()}
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    fallen = {
        name: (floor, scores.get(name))
        for name, floor in floors[corpus].items()
        if scores.get(name, 0.0) < floor - SLACK
    }
    assert fallen == {}, "measure: (floor, score now)"
