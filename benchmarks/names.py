"""Precision and recall of name matchers on pairs of press spellings.

    python benchmarks/names.py [--errors]

Ours calls two names one where `recoupe.names.compare` says *same*. The others give a score; each is given the threshold
at which its F1 on these very pairs is best, which favours them. What is not installed is left out (``pip install
rapidfuzz jellyfish nomenklatura``).
"""

from __future__ import annotations

import argparse
import csv
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from recoupe.names import Verdict, compare

PAIRS = Path(__file__).parent / "data" / "names.csv"
Pair = tuple[str, str, bool]
Score = Callable[[str, str], float]


def pairs() -> list[Pair]:
    """The pairs, with whether they name one person."""
    lines = [line for line in PAIRS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [(row["a"], row["b"], row["same"] == "1") for row in csv.DictReader(lines)]


def matchers() -> dict[str, Score]:
    """The other matchers that are installed, by name."""
    found: dict[str, Score] = {}
    try:
        from rapidfuzz import fuzz, utils

        for scorer in (fuzz.ratio, fuzz.token_sort_ratio, fuzz.WRatio):
            found[f"rapidfuzz {scorer.__name__}"] = _rapidfuzz(scorer, utils.default_process)
    except ImportError:
        pass
    try:
        import jellyfish

        found["jellyfish jaro_winkler"] = jellyfish.jaro_winkler_similarity
        found["jellyfish metaphone"] = lambda a, b: jellyfish.jaro_winkler_similarity(
            jellyfish.metaphone(a), jellyfish.metaphone(b)
        )
    except ImportError:
        pass
    found.update(_nomenklatura())
    return found


def _rapidfuzz(scorer: Callable[..., float], process: Callable[[str], str]) -> Score:
    return lambda a, b: scorer(a, b, processor=process) / 100


def _nomenklatura() -> dict[str, Score]:
    try:
        from followthemoney import model  # type: ignore[import-not-found,unused-ignore]
        from nomenklatura.matching import get_algorithm  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return {}
    found: dict[str, Score] = {}
    for name in ("logic-v2", "logic-v1", "name-based"):
        algorithm = get_algorithm(name)
        if algorithm is None:
            continue

        def score(a: str, b: str, algorithm: Any = algorithm) -> float:
            one, two = (
                model.get_proxy({"id": i, "schema": "Person", "properties": {"name": [n]}})
                for i, n in (("a", a), ("b", b))
            )
            return float(algorithm.compare(one, two, algorithm.default_config()).score)

        found[f"nomenklatura {name}"] = score
    return found


def measure(verdicts: list[bool], truth: list[bool]) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    right = sum(v and t for v, t in zip(verdicts, truth, strict=True))
    precision = right / max(1, sum(verdicts))
    recall = right / max(1, sum(truth))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def best(scores: list[float], truth: list[bool]) -> tuple[float, tuple[float, float, float]]:
    """The threshold with the best F1, and what it gives."""
    return max(
        ((t, measure([s >= t for s in scores], truth)) for t in sorted(set(scores))), key=lambda result: result[1][2]
    )


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="list the pairs that ours gets wrong")
    arguments = parser.parse_args()
    data = pairs()
    truth = [same for _, _, same in data]
    print(f"{sum(truth)} pairs of one person, {len(truth) - sum(truth)} of two\n")
    print(f"{'matcher':32} {'threshold':>9} {'precision':>9} {'recall':>7} {'F1':>6} {'ms/pair':>8}")
    started = time.perf_counter()
    ours = [compare(a, b).verdict is Verdict.SAME for a, b, _ in data]
    spent = 1000 * (time.perf_counter() - started) / len(data)
    print("{:32} {:>9} {:9.3f} {:7.3f} {:6.3f} {:8.2f}".format("recoupe", "-", *measure(ours, truth), spent))
    for name, score in matchers().items():
        started = time.perf_counter()
        scores = [score(a, b) for a, b, _ in data]
        spent = 1000 * (time.perf_counter() - started) / len(data)
        threshold, result = best(scores, truth)
        print("{:32} {:9.2f} {:9.3f} {:7.3f} {:6.3f} {:8.2f}".format(name, threshold, *result, spent))
    if arguments.errors:
        for (a, b, same), said in zip(data, ours, strict=True):
            if same != said:
                print(f"{'missed' if same else 'wrong '}  {a} | {b}: {compare(a, b).reason}")


if __name__ == "__main__":
    main()
