"""Linking beside its peers on synthetic mentions: accuracy, the biggest cluster, seconds, memory.

Run ``python benchmarks/linking.py 10000 100000``. The peers need ``splink<5``, ``pandas``, ``duckdb``, ``rapidfuzz``
and ``scikit-learn``; with ``--only ours`` none is needed. Every method runs in a process of its own and gets the same
mentions; peers get actors as they are identified. Seconds are those from the mentions to the clusters, without making
the mentions and without loading libraries; "ours, with events" adds titles, figures, conflicts and origins, which no
peer gives. With ``--growth`` it measures what one further article costs a timeline.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from recoupe.linking.linkage import clustered, link
from recoupe.model import Mention, Record, Role
from recoupe.timeline import Timeline
from synthetic import ALIAS, Sample, sample

Clusters = Sequence[Sequence[str]]


# ---------------------------------------------------------------------- methods
def ours(data: Sample) -> Clusters:
    """The first half of `recoupe.linking.link`: from the record to the clusters."""
    return clustered(data.record)


def ours_with_events(data: Sample) -> Clusters:
    """`recoupe.linking.link`, from the record to the events."""
    return [[m.id for m in event.mentions] for event in link(data.record).events]


def one_a_day(data: Sample) -> Clusters:
    """The key of PETRARCH2 and phoenix: one event for each day, agent, target and kind."""
    groups: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    for m in data.record.mentions:
        day = m.when.latest or m.when.earliest
        groups[day, _actor(m, Role.AGENT), _actor(m, Role.PATIENT), m.kind].append(m.id)
    return list(groups.values())


def fuzzy(data: Sample) -> Clusters:
    """A hand-written rule over rapidfuzz string similarity in blocks of kind, agent and week; connected components."""
    from rapidfuzz import fuzz

    blocks: defaultdict[tuple[object, ...], list[Mention]] = defaultdict(list)
    for m in data.record.mentions:
        day = m.when.earliest or m.when.latest
        for week in {day.toordinal() // 7, (day.toordinal() + 1) // 7} if day else {None}:
            blocks[m.kind, _actor(m, Role.AGENT), week].append(m)
    pairs = []
    for members in blocks.values():
        for n, b in enumerate(members):
            for a in members[:n]:
                target = _actor(a, Role.PATIENT), _actor(b, Role.PATIENT)
                alike = fuzz.token_set_ratio(a.passage.text, b.passage.text)
                if alike >= 70 or (alike >= 55 and target[0] is not None and target[0] == target[1]):
                    pairs.append((a.id, b.id))
    return _components([m.id for m in data.record.mentions], pairs)


def dbscan(data: Sample) -> Clusters:
    """DBSCAN over TF-IDF of the passages, in blocks of kind and agent."""
    from sklearn.cluster import DBSCAN
    from sklearn.feature_extraction.text import TfidfVectorizer

    mentions = data.record.mentions
    matrix = TfidfVectorizer(token_pattern=r"\S+").fit_transform([m.passage.text for m in mentions])
    blocks: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for n, m in enumerate(mentions):
        blocks[m.kind, _actor(m, Role.AGENT)].append(n)
    out: list[list[str]] = []
    for members in blocks.values():
        if len(members) == 1:
            out.append([mentions[members[0]].id])
            continue
        labels = DBSCAN(eps=0.6, min_samples=1, metric="cosine").fit_predict(matrix[members])
        groups: defaultdict[int, list[str]] = defaultdict(list)
        for n, label in zip(members, labels, strict=True):
            groups[int(label)].append(mentions[n].id)
        out += groups.values()
    return out


def splink(data: Sample) -> Clusters:
    """Splink 4 on DuckDB: weights by expectation maximisation, five blocking rules, clusters at .99 (.5 chains)."""
    import pandas
    import splink.comparison_level_library as cll
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    rows = pandas.DataFrame([_row(m) for m in data.record.mentions])
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("kind", "agent", "week"),
            block_on("kind", "target", "week"),
            block_on("frame", "agent", "month"),
            block_on("frame", "target", "month"),
            block_on("kind", "agent", "target"),
        ],
        comparisons=[
            cl.ExactMatch("frame"),
            cl.ExactMatch("agent").configure(term_frequency_adjustments=True),
            cl.ExactMatch("target").configure(term_frequency_adjustments=True),
            cl.ExactMatch("place").configure(term_frequency_adjustments=True),
            cl.ExactMatch("figure"),
            cl.CustomComparison(
                output_column_name="day",
                comparison_levels=[
                    cll.NullLevel("day"),
                    *(cll.CustomLevel(f"abs(day_l - day_r) <= {days}") for days in (0, 1, 7, 31)),
                    cll.ElseLevel(),
                ],
            ),
            cl.JaccardAtThresholds("passage", [0.8, 0.7, 0.6]),
        ],
    )
    linker = Linker(rows, settings, DuckDBAPI())
    linker.training.estimate_probability_two_random_records_match([block_on("kind", "agent", "week")], recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("kind", "agent", "week"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("frame", "target"))
    predicted = linker.inference.predict(threshold_match_probability=0.99)
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold_match_probability=0.99)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for row in found.as_record_dict():
        groups[row["cluster_id"]].append(row["unique_id"])
    return list(groups.values())


METHODS: dict[str, Callable[[Sample], Clusters]] = {
    "ours": ours,
    "ours, with events": ours_with_events,
    "splink": splink,
    "rapidfuzz rule": fuzzy,
    "DBSCAN TF-IDF": dbscan,
    "one a day": one_a_day,
}


def _actor(mention: Mention, role: Role) -> str | None:
    return next((p.actor for p in mention.participants if p.role is role), None)


def _row(m: Mention) -> dict[str, object]:
    day = m.when.latest if m.when.earliest is None else m.when.earliest
    return {
        "unique_id": m.id,
        "kind": m.kind.value,
        "frame": m.frame,
        "agent": _actor(m, Role.AGENT),
        "target": _actor(m, Role.PATIENT),
        "place": m.places[0].name if m.places else None,
        "figure": f"{m.figures[0].low} {m.figures[0].of}" if m.figures else None,
        "day": day.toordinal() if day else None,
        "week": day.toordinal() // 7 if day else None,
        "month": day.isoformat()[:7] if day else None,
        "passage": m.passage.text,
    }


def _components(ids: Iterable[str], pairs: Iterable[tuple[str, str]]) -> Clusters:
    parent = {i: i for i in ids}

    def root(i: str) -> str:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for a, b in pairs:
        parent[root(a)] = root(b)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for i in parent:
        groups[root(i)].append(i)
    return list(groups.values())


# ---------------------------------------------------------------------- measures
def measures(clusters: Clusters, truth: dict[str, int]) -> dict[str, float]:
    """Pairwise precision, recall and F1, B-cubed F1, the biggest cluster."""
    sizes = Counter(truth.values())
    gold = sum(n * (n - 1) // 2 for n in sizes.values())
    found = right = 0
    precision = recall = 0.0
    for cluster in clusters:
        found += len(cluster) * (len(cluster) - 1) // 2
        for happening, n in Counter(truth[m] for m in cluster).items():
            right += n * (n - 1) // 2
            precision += n * n / len(cluster)
            recall += n * n / sizes[happening]
    p, r = right / max(1, found), right / max(1, gold)
    bp, br = precision / len(truth), recall / len(truth)
    return {
        "precision": p,
        "recall": r,
        "f1": 2 * p * r / (p + r) if right else 0.0,
        "b3": 2 * bp * br / (bp + br),
        "biggest": max(map(len, clusters)),
    }


def _measured(name: str, size: int, seed: int, alias: float) -> dict[str, float]:
    data = sample(size, seed, alias)
    gc.collect()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started, cpu = time.perf_counter(), time.process_time()
    clusters = METHODS[name](data)
    seconds, cpu = time.perf_counter() - started, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = measures(clusters, data.truth)
    memory = {"seconds": seconds, "cpu": cpu, "peak_mb": peak / 1024, "sample_mb": before / 1024}
    return {**found, **memory}


def _growth(record: Record) -> tuple[float, float]:
    """Seconds of the processor to link all articles but one, and then to add that one.

    Raises:
        AssertionError: The events are not those of a timeline that was made at once.
    """
    added = record.mentions[len(record.mentions) // 2]
    one = Record(
        sources=[s for s in record.sources if s.id == added.source],
        actors=[a for a in record.actors if a.id in added.actors],
        mentions=[added],
    )
    timeline = Timeline.from_record(record).without_source(added.source)
    gc.collect()
    started = time.process_time()
    timeline.linkage  # noqa: B018 - it is made when it is asked for
    made = time.process_time()
    grown = timeline | Timeline.from_record(one)
    events = grown.events
    ended = time.process_time()
    if events != Timeline.from_record(grown.record).events:
        raise AssertionError("a timeline that grew differs from one that was made at once")
    return made - started, ended - made


def main() -> None:
    """Run the methods asked for and print one row for each."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sizes", nargs="+", type=int)
    parser.add_argument("--only", nargs="+", choices=sorted(METHODS), default=list(METHODS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--alias", type=float, default=ALIAS, help="the share of reports that use unknown names")
    parser.add_argument("--growth", action="store_true", help="measure one further article instead")
    arguments = parser.parse_args()
    if arguments.growth:
        print("| mentions | all at once, CPU s | one more article, CPU s | share |")
        print("|---|---|---|---|")
        for size in arguments.sizes:
            whole, one = _growth(sample(size, arguments.seed, arguments.alias).record)
            print(f"| {size} | {whole:.1f} | {one:.3f} | {one / whole:.1%} |", flush=True)
        return
    print("| mentions | method | P | R | F1 | B3 | biggest | seconds | CPU s | peak MB | of it sample |")
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    context = multiprocessing.get_context("spawn")
    for size in arguments.sizes:
        for name in arguments.only:
            with ProcessPoolExecutor(max_workers=1, mp_context=context) as pool:
                row = pool.submit(_measured, name, size, arguments.seed, arguments.alias).result()
            shown = " | ".join(f"{row[k]:.3f}" for k in ("precision", "recall", "f1", "b3"))
            rest = " | ".join([str(row["biggest"]), *(f"{row[k]:.1f}" for k in ("seconds", "cpu"))])
            rest += f" | {row['peak_mb']:.0f} | {row['sample_mb']:.0f}"
            print(f"| {size} | {name} | {shown} | {rest} |", flush=True)


if __name__ == "__main__":
    main()
