"""Law 3: what is written comes back, byte for byte; what is damaged is refused, or means the same."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.errors import InvalidFile
from recoupe.formats import dumps, from_dict, loads, timeline_schema, to_dict
from recoupe.model import Actor, Event, Record
from recoupe.testing import strategies

_VALIDATOR = jsonschema.Draft202012Validator(timeline_schema())
#: Values of every JSON type, to put where another one belongs.
_STRANGE: tuple[Any, ...] = (None, True, 0, 3, -1, 2.5, "", "3", "2025-02-30", [], {}, [None], {"id": 1})


def _plain(record: Record) -> dict[str, Any]:
    """A record written with one event for each mention, the first actor standing for all."""
    events = [
        Event(id=f"e-{m.id[2:]}", mentions=(m,), kind=m.kind, status=m.status, title="t", when=m.when, places=m.places)
        for m in record.mentions[1:]
    ]
    head = record.actors[:1]
    identity = {actor.id: head[0].id for actor in record.actors}
    return to_dict(record, events, head, identity, {s.id: strategies.ANY_JUNE for s in record.sources})


@pytest.mark.law
@given(strategies.records())
def test_what_is_written_comes_back(record: Record) -> None:
    text = dumps(_plain(record))
    again = loads(text)
    assert again == record
    assert [m.when.words for m in again.mentions] == [m.when.words for m in record.mentions]
    assert dumps(_plain(again)) == text


@given(strategies.records())
def test_what_is_written_fits_the_schema(record: Record) -> None:
    assert list(_VALIDATOR.iter_errors(_plain(record))) == []


@pytest.mark.law
@given(strategies.records(), st.data())
def test_a_file_cut_off_anywhere_is_refused(record: Record, data: st.DataObject) -> None:
    text = dumps(_plain(record)).rstrip("\n")
    cut = text[: data.draw(st.integers(0, len(text) - 1))]
    with pytest.raises(InvalidFile):
        loads(cut)


@pytest.mark.law
@given(strategies.records(), st.data())
def test_a_damaged_file_is_refused_or_reads_without_another_error(record: Record, data: st.DataObject) -> None:
    """Recorded facts that no id depends on (an outlet's name) can be changed; whatever is read is then valid itself."""
    document = _plain(record)
    places = list(_places(document))
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(places))
        _damage(document, path, data)
    try:
        read = from_dict(document)
    except InvalidFile as error:
        assert error.problems
        assert all(problem.path.startswith("$") for problem in error.problems)
    else:
        assert loads(dumps(_plain(read))) == read


@pytest.mark.law
@given(strategies.records(), st.data())
def test_a_key_taken_away_or_added_is_refused(record: Record, data: st.DataObject) -> None:
    document = _plain(record)
    objects = [path for path in _places(document) if isinstance(_at(document, path), dict)]
    target = _at(document, data.draw(st.sampled_from(objects)))
    optional = {"approximate", "uncertain", "words", "span", "as", "members", "set_aside", "judgements"}
    optional |= {"embargoed", "embargo_ends"}  # written for stories under embargo only
    removable = sorted(target.keys() - optional)
    if data.draw(st.booleans()) and removable:
        del target[data.draw(st.sampled_from(removable))]
    else:
        target["unheard_of"] = None
    with pytest.raises(InvalidFile):
        from_dict(document)


@given(st.recursive(st.sampled_from(_STRANGE), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_any_other_data_is_refused(data: Any) -> None:
    with pytest.raises(InvalidFile):
        from_dict(data)


@given(st.text())
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(InvalidFile):
        loads(text)


@given(strategies.records(), strategies.records())
def test_parts_written_apart_join_as_they_would_have_together(a: Record, b: Record) -> None:
    """Law 1: neither order nor batching nor repetition of input changes a byte."""
    together = dumps(_plain(a | b))
    assert dumps(_plain(loads(dumps(_plain(b))) | loads(dumps(_plain(a))) | a)) == together


@given(st.lists(strategies.actors(), min_size=1, max_size=4, unique_by=lambda actor: actor.id))
def test_members_of_an_identified_actor_come_back(actors: list[Actor]) -> None:
    document = _plain(Record(actors=actors))
    assert len(document["actors"]) == 1
    assert ("members" in document["actors"][0]) == (len(actors) > 1)
    assert from_dict(document) == Record(actors=actors)


def _places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    items: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from _places(inner, (*path, key))


def _at(value: Any, path: tuple[str | int, ...]) -> Any:
    for key in path:
        value = value[key]
    return value


def _damage(document: dict[str, Any], path: tuple[str | int, ...], data: st.DataObject) -> None:
    if not path:
        return
    try:
        parent = _at(document, path[:-1])
        parent[path[-1]]
    except (KeyError, IndexError, TypeError):  # an earlier damage took it away
        return
    if isinstance(parent, str):  # or put a text there, which has places too
        return
    if data.draw(st.booleans()):
        del parent[path[-1]]
    else:
        parent[path[-1]] = copy.deepcopy(data.draw(st.sampled_from(_STRANGE)))


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(timeline_schema())
    assert json.dumps(timeline_schema()) == json.dumps(timeline_schema())
