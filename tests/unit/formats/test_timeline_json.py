"""The timeline JSON: what a file looks like, and what is said of one that is wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pendulum
import pytest

from recoupe.errors import InvalidFile, UnknownReference, WriteError
from recoupe.formats import dumps, from_dict, load, loads, save, timeline_schema, to_dict
from recoupe.model import (
    Actor,
    ActorKind,
    Attribution,
    Event,
    Figure,
    Kind,
    Mention,
    Participant,
    Record,
    Role,
    Source,
    Span,
    Status,
    When,
)
from recoupe.model.identity import text_digest

TEXT = "Pyongyang enverra 1000 démineurs."
SOURCE = Source(location="a.txt", digest=text_digest(TEXT))
LONG = Actor(name="Corée du Nord", kind=ActorKind.STATE, names=frozenset({"Corée du Nord", "Pyongyang"}), country="PRK")
SHORT = Actor(name="Pyongyang", kind=ActorKind.STATE)
MENTION = Mention(
    source=SOURCE.id,
    kind=Kind.MOBILIZE,
    mode="deploy",
    status=Status.PLANNED,
    when=When(earliest=pendulum.Date(2025, 6, 17), words="mardi"),
    participants=(Participant(actor=SHORT.id, role=Role.AGENT, span=Span.of(TEXT, 0, 9)),),
    figures=(Figure(low=1000, high=1000, of="démineurs", words="1000 démineurs", start=18),),
    attribution=(Attribution(actor=SHORT.id),),
    trigger=Span.of(TEXT, 10, 17),
    passage=Span.of(TEXT, 0, len(TEXT)),
)
RECORD = Record(sources=(SOURCE,), actors=(LONG, SHORT), mentions=(MENTION,))
EVENT = Event(
    id="e-" + MENTION.id[2:],
    mentions=(MENTION,),
    kind=Kind.MOBILIZE,
    status=Status.PLANNED,
    title="Pyongyang envoie des démineurs",
    when=MENTION.when,
    participants=(Participant(actor=LONG.id, role=Role.AGENT),),
)


def document() -> dict[str, Any]:
    """A file with everything in it: an identified actor of two members, an inferred date, one event."""
    return to_dict(
        RECORD, [EVENT], [LONG], {LONG.id: LONG.id, SHORT.id: LONG.id}, {SOURCE.id: When.from_edtf("2025-06")}
    )


def problems(data: Any) -> list[str]:
    with pytest.raises(InvalidFile) as caught:
        from_dict(data, "t.json")
    return [str(problem) for problem in caught.value.problems]


# ---------------------------------------------------------------------- the form
def test_the_record_comes_back() -> None:
    again = from_dict(document())
    assert again == RECORD
    assert again.mentions[0].when.words == "mardi"


def test_the_shape_is_that_of_the_design() -> None:
    data = document()
    assert list(data) == ["format", "version", "sources", "actors", "events"]
    assert (data["format"], data["version"]) == ("recoupe.timeline", 1)
    event = data["events"][0]
    assert event["when"] == {
        "edtf": "2025-06-17/..",
        "earliest": "2025-06-17",
        "latest": None,
        "lasting": False,
        "at": None,
        "words": "mardi",
    }
    assert event["participants"] == [{"actor": LONG.id, "role": "agent"}]
    assert list(event)[-1] == "mentions"
    mention = event["mentions"][0]
    assert mention["trigger"] == {"start": 10, "end": 17, "text": "enverra"}
    assert mention["figures"][0]["low"] == 1000


def test_inferred_dates_are_shown_and_not_kept() -> None:
    source = document()["sources"][0]
    assert (source["published"]["edtf"], source["published_basis"]) == ("2025-06", "inferred")
    assert from_dict(document()).sources == (SOURCE,)


def test_mentions_name_the_identified_actor_and_the_articles_own() -> None:
    data = document()
    part = data["events"][0]["mentions"][0]["participants"][0]
    assert (part["actor"], part["as"]) == (LONG.id, SHORT.id)
    assert list(part) == ["actor", "as", "role", "span"]
    [actor] = data["actors"]
    assert actor["names"] == ["Corée du Nord", "Pyongyang"]
    assert [member["id"] for member in actor["members"]] == sorted([LONG.id, SHORT.id])


def test_an_actor_that_stands_for_itself_has_no_members() -> None:
    data = to_dict(RECORD, [EVENT], [LONG, SHORT], {}, {})
    assert all("members" not in actor for actor in data["actors"])
    assert all("as" not in part for part in data["events"][0]["mentions"][0]["participants"])


def test_mentions_without_an_event_are_set_aside() -> None:
    data = to_dict(RECORD, [], [], {}, {})
    assert [mention["id"] for mention in data["set_aside"]] == [MENTION.id]
    assert from_dict(data) == RECORD


def test_an_event_of_strange_mentions_is_refused() -> None:
    with pytest.raises(UnknownReference, match=MENTION.id):
        to_dict(Record(sources=(SOURCE,)), [EVENT], [], {}, {})


def test_the_empty_timeline() -> None:
    data = to_dict(Record(), [], [], {}, {})
    assert dumps(data) == (
        '{\n  "format": "recoupe.timeline",\n  "version": 1,\n  "sources": [],\n  "actors": [],\n  "events": []\n}\n'
    )
    assert loads(dumps(data)) == Record()


def test_text_is_readable_as_it_is() -> None:
    assert "Corée du Nord" in dumps(document())


def test_the_schema_accepts_it_and_knows_every_key() -> None:
    validator = jsonschema.Draft202012Validator(timeline_schema())
    assert list(validator.iter_errors(document())) == []
    data = document()
    del data["events"][0]["mentions"][0]["status"]
    data["sources"][0]["colour"] = 1
    assert len(list(validator.iter_errors(data))) == 2


def test_later_changes_of_events_in_a_file_do_not_count() -> None:
    data = document()
    data["events"][0]["title"] = "Another title"
    data["events"][0]["status"] = "denied"
    assert from_dict(data) == RECORD


# ---------------------------------------------------------------------- what is wrong
def test_every_problem_is_named_at_once() -> None:
    data = document()
    data["version"] = 7
    data["sources"][0]["withdrawn"] = "no"
    data["actors"][0]["names"] = "Pyongyang"
    data["events"][0]["mentions"][0]["trigger"]["start"] = "10"
    data["events"][0]["mentions"][0]["sauce"] = 1
    found = problems(data)
    assert [line.partition(":")[0] for line in found] == [
        "$.version",
        "$.sources[0].withdrawn",
        "$.actors[0].names",
        "$.events[0].mentions[0].sauce",
        "$.events[0].mentions[0].trigger.start",
    ]
    assert "version 7 is not one that this recoupe reads (1); upgrade recoupe to read it" in found[0]
    assert "expected true or false, found 'no'" in found[1]
    assert "expected a list, found 'Pyongyang'" in found[2]
    assert "did you mean 'source'?" in found[3]
    assert "expected a whole number, found '10'" in found[4]


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("format",), "recoupe.gold", "expected 'recoupe.timeline'"),
        (("version",), "1", "expected a whole number, found '1'"),
        (("version",), True, "expected a whole number, found true"),
        (("version",), 1.0, "expected a whole number, found 1.0"),
        (("version",), 0, "no such version was ever written"),
        (("sources",), None, "expected a list, found null"),
        (("sources", 0), [], "expected an object, found a list"),
        (("sources", 0, "location"), 5, "expected a string, found 5"),
        (("sources", 0, "location"), "b.txt", "the content makes it"),
        (("sources", 0, "published_basis"), "guess", "expected one of stated, given, inferred, unknown, found 'guess'"),
        (("events", 0, "kind"), "war", "found 'war'"),
        (("events", 0, "when", "earliest"), "20250617", "expected a day as YYYY-MM-DD"),
        (("events", 0, "when", "earliest"), "2025-02-30", "expected a day as YYYY-MM-DD"),
        (("events", 0, "when", "earliest"), "2025-06-18", "$.events[0].when.edtf: is '2025-06-17/..', but"),
        (("events", 0, "when", "latest"), "2025-06-01", "expected a day on or after earliest (2025-06-17)"),
        (("events", 0, "when", "at"), "16:20:00", "expected a clock time as HH:MM"),
        (("events", 0, "when", "at"), "4 pm", "expected a clock time as HH:MM"),
        (("events", 0, "mentions", 0, "figures", 0, "low"), True, "expected a number or null, found true"),
        (("events", 0, "mentions", 0, "figures", 0, "low"), 2000, "expected a number not below low (2000)"),
        (("events", 0, "mentions", 0, "status"), "occurred", "$.events[0].mentions[0].id: is"),
        (("events", 0, "mentions", 0, "source"), "s-0000000000000000", "which is not in the file"),
        (("events", 0, "mentions", 0, "participants", 0, "as"), "a-0000000000000000", "which is not a member of"),
        (("events", 0, "mentions", 0, "participants", 0, "actor"), "a-0000000000000000", "which is not in the file"),
        (("events", 0, "mentions", 0, "trigger", "text"), "enver", "the text of offsets 10 to 17"),
        (("actors", 0, "id"), "a-0000000000000000", "what the content makes it"),
        (("actors", 0, "titles"), ["x", "x"], "$.actors[0].titles[1]: 'x' stands twice"),
        (("sources", 0, "title"), "\ud800", "half of a surrogate pair"),
    ],
)
def test_a_wrong_value_is_named_with_its_path(path: tuple[str | int, ...], value: object, said: str) -> None:
    data = document()
    parent: Any = data
    for key in path[:-1]:
        parent = parent[key]
    parent[path[-1]] = value
    assert any(said in line for line in problems(data)), problems(data)


def test_values_that_stand_twice_are_named() -> None:
    data = document()
    data["sources"].append(data["sources"][0])
    assert any(line.startswith("$.sources[1].id") and "stands at sources[0] already" in line for line in problems(data))


@pytest.mark.parametrize("data", [None, [], "x", 3, {}, {"format": "recoupe.timeline"}])
def test_what_is_no_timeline_at_all(data: object) -> None:
    assert problems(data)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1, column 1: not JSON"),
        ('{"format": "recoupe', "the file seems to be cut off"),
        ('{"format": "recoupe.timeline",', "the file seems to be cut off"),
        ('{"version": NaN}', "NaN is not a number of JSON"),
        ('{"version": 1, "version": 1}', "the key 'version' stands twice"),
        ("[" * 100_000, "too deeply"),
        ('{"version": ' + "9" * 10_000 + "}", "not JSON"),
    ],
)
def test_a_text_that_is_no_json(text: str, said: str) -> None:
    with pytest.raises(InvalidFile, match=re.escape(said)):
        loads(text)


# ---------------------------------------------------------------------- files
def test_a_file_is_written_and_read(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    save(path, dumps(document()))
    assert load(path) == RECORD
    assert path.read_bytes() == dumps(document()).encode()
    assert [p.name for p in tmp_path.iterdir()] == ["t.json"]


def test_a_byte_order_mark_is_allowed(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    path.write_text(dumps(document()), encoding="utf-8-sig")
    assert load(path) == RECORD


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "No such file"),
        (b"", "not JSON"),
        (b"\xff\xfe\x00\x01", "byte 0 is not UTF-8"),
        (b"\x00\x01", "not JSON"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes | None, said: str) -> None:
    path = tmp_path / "t.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InvalidFile, match=said) as caught:
        load(path)
    assert caught.value.location == str(path)


def test_a_folder_is_not_a_timeline(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match="cannot be read"):
        load(tmp_path)


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="nothing was changed"):
        save(tmp_path / "no" / "t.json", "x")
    old = tmp_path / "t.json"
    old.write_text("old")
    with pytest.raises(WriteError):
        save(old, "\ud800")
    assert old.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["t.json"]


def test_permissions_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    path.write_text("old")
    path.chmod(0o640)
    save(path, "new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_the_schema_is_a_file_of_the_package() -> None:
    assert timeline_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert (
        json.dumps(timeline_schema()["$defs"]["when"]["required"]) == '["edtf", "earliest", "latest", "lasting", "at"]'
    )
