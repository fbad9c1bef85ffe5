"""The main job on the five seeds: what a reader of them would insist on."""

from __future__ import annotations

import random
from pathlib import Path

import jsonschema
import pytest

import recoupe
from recoupe.formats import timeline_schema
from recoupe.model import Event, Mention

SEEDS = Path(__file__).parents[2] / "seeds"
#: The three seeds that report the visit to Pyongyang of 17 June 2025 and what was announced there.
THREE = {"000_9b9de1f6d07097d8.txt", "001_78e9fdaecc2f2e94.txt", "002_2508ff78dbbbba3e.txt"}


def _files(timeline: recoupe.Timeline, event: Event) -> set[str]:
    names = {source.id: Path(source.location).name for source in timeline.sources}
    return {names[source] for source in event.sources}


def _numbers(event: Event | Mention) -> set[float | None]:
    return {bound for figure in event.figures for bound in (figure.low, figure.high)}


@pytest.fixture(params=["seeds", "seeds_dated"])
def timeline(request: pytest.FixtureRequest) -> recoupe.Timeline:
    built: recoupe.Timeline = request.getfixturevalue(request.param)
    return built


def test_all_five_are_read(timeline: recoupe.Timeline) -> None:
    assert {Path(source.location).name for source in timeline.sources} == {path.name for path in SEEDS.iterdir()}
    assert {mention.source for mention in timeline.mentions} == {source.id for source in timeline.sources}


def test_the_announcement_is_one_event_of_three_sources_with_both_figures(timeline: recoupe.Timeline) -> None:
    announced = [event for event in timeline if {1000, 5000} <= _numbers(event)]
    assert any(_files(timeline, event) >= THREE for event in announced)


def test_soldiers_and_workers_are_not_merged(timeline: recoupe.Timeline) -> None:
    """15 000 soldiers were sent, 15 000 workers are said to work in Russia: one number, two happenings."""
    for event in timeline:
        counted = {
            word
            for mention in event.mentions
            for figure in mention.figures
            if figure.low == 15000
            for word in ("soldats", "ouvriers", "travailleurs")
            if word in (figure.of or "") + figure.words
        }
        assert not ("soldats" in counted and counted & {"ouvriers", "travailleurs"}), event.title


def test_every_passage_is_found_again_in_its_file(timeline: recoupe.Timeline) -> None:
    texts = {
        source.id: (SEEDS / Path(source.location).name).read_bytes().decode("utf-8") for source in timeline.sources
    }
    for mention in timeline.mentions:
        for span in (mention.passage, mention.trigger, *(part.span for part in mention.participants if part.span)):
            assert texts[mention.source][span.start : span.end] == span.text


def test_every_mention_is_in_exactly_one_event(timeline: recoupe.Timeline) -> None:
    placed = [mention.id for event in timeline for mention in event.mentions]
    assert sorted(placed) == sorted(mention.id for mention in timeline.mentions)


def test_the_file_fits_its_schema_and_comes_back(timeline: recoupe.Timeline) -> None:
    assert list(jsonschema.Draft202012Validator(timeline_schema()).iter_errors(timeline.to_dict())) == []
    text = timeline.dumps()
    again = recoupe.Timeline.loads(text)
    assert again == timeline
    assert again.dumps() == text


def test_order_batches_and_repetition_change_no_byte(seeds: recoupe.Timeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SEEDS.parent)  # as the fixture reads them: the location is part of a source's id
    paths = sorted(Path("seeds").iterdir())
    shuffled = [*paths, *paths[:2]]
    random.Random(17).shuffle(shuffled)
    assert recoupe.build(shuffled).dumps() == seeds.dumps()
    batches = [recoupe.build(part) for part in (paths[3:], paths[:2], paths[1:4])]
    assert (batches[0] | batches[1] | batches[2]).dumps() == seeds.dumps()


def test_an_unrelated_article_changes_no_event(seeds: recoupe.Timeline) -> None:
    """Law 7: event ids are stable."""
    text = "Le conseil municipal de Brest a voté lundi 3 mars 2014 le budget de la ville."
    source = recoupe.Source(location="brest.txt", digest="0" * 16, language="fr")
    block = recoupe.model.Block(kind=recoupe.model.BlockKind.PARAGRAPH, start=0, end=len(text))
    more = recoupe.build([recoupe.Article(source=source, text=text, blocks=(block,))])
    ids = {event.id for event in seeds}
    assert len(more) > 0
    assert ids <= {event.id for event in seeds | more}
