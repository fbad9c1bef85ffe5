"""The command line: what it prints, its exit codes, and one clear line for what goes wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import attrs
import pendulum
import pytest

import recoupe
from recoupe import Actor, ActorKind, Figure, Kind, Mention, Participant, Role, Source, Span, Status, Timeline, When
from recoupe.cli import main
from recoupe.cli.screen import day
from recoupe.model import Attribution
from recoupe.model.identity import text_digest

TEXT = "Pyongyang enverra 1000 démineurs [en] Russie."


def _mention(location: str, status: Status = Status.PLANNED, low: int = 1000) -> tuple[Source, Actor, Mention]:
    source = Source(location=location, digest=text_digest(location), outlet="Le Matin" if "b" in location else None)
    actor = Actor(name="Corée du Nord", kind=ActorKind.STATE, country="PRK")
    mention = Mention(
        source=source.id,
        kind=Kind.MOBILIZE,
        mode="deploy",
        status=status,
        when=When.on(pendulum.Date(2025, 6, 17)),
        participants=(Participant(actor=actor.id, role=Role.AGENT, span=Span.of(TEXT, 0, 9)),),
        figures=(Figure(low=low, high=low, of="démineurs", words=f"{low} démineurs"),),
        attribution=(Attribution(actor=actor.id),),
        trigger=Span.of(TEXT, 10, 17),
        passage=Span.of(TEXT, 0, len(TEXT)),
        frame="envoyer",
        reasons=("« enverra » is a future",),
    )
    return source, actor, mention


def _timeline(*locations: str, **more: object) -> Timeline:
    parts = [_mention(location, **more) for location in locations]  # type: ignore[arg-type]
    sources, actors, mentions = zip(*parts, strict=True)
    return Timeline(sources=sources, actors=actors, mentions=mentions)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    _timeline("a.txt").save("a.json")
    _timeline("b.txt").save("b.json")
    _timeline("a.txt", "b.txt").save("both.json")
    return tmp_path


def run(*arguments: str, monkeypatch: pytest.MonkeyPatch | None = None) -> int:
    """The exit code of a command."""
    with pytest.MonkeyPatch.context() as patch, pytest.raises(SystemExit) as left:
        patch.setattr(sys, "argv", ["recoupe", *arguments])
        main()
    code = left.value.code
    if isinstance(code, str):
        sys.stderr.write(code)
        return 1
    return code or 0


def test_show_prints_a_table(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", "both.json") == 0
    out = capsys.readouterr().out
    for word in (
        "date",
        "what",
        "who",
        "outlets",
        "origins",
        "conflicts",
        "2025-06-17",
        "(prévu)",
        "Le Matin",
        "a.txt",
    ):
        assert word in out


def test_show_chooses(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for chosen in (["--from", "2025-06"], ["--to", "2025"], ["--kind", "mobilize"], ["--actor", "corée du nord"]):
        assert run("show", "a.json", *chosen) == 0
        assert "2025-06-17" in capsys.readouterr().out
    for empty in (
        ["--from", "2026"],
        ["--to", "2024"],
        ["--kind", "crime"],
        ["--actor", "Brest"],
        ["--min-origins", "9"],
    ):
        assert run("show", "a.json", *empty) == 0
        assert capsys.readouterr().out == "no events\n"


def test_events_without_a_first_day_come_last(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    days = ("../..", "../2020", "2025-06-17", "2024")
    kinds = (Kind.DISASTER, Kind.ELECTION, Kind.PROTEST, Kind.CRIME)
    told = [
        attrs.evolve(mention, when=When.from_edtf(edtf), kind=kind, mode=None)
        for (_, _, mention), edtf, kind in zip(map(_mention, "abcd"), days, kinds, strict=True)
    ]
    sources, actors, _ = zip(*map(_mention, "abcd"), strict=True)
    Timeline(sources=sources, actors=actors, mentions=told).save("days.json")
    assert run("show", "days.json") == 0
    out = capsys.readouterr().out
    places = [out.index(words) for words in ("2024", "2025-06-17", "2020-12-31 or earlier", "undated")]
    assert places == sorted(places)


def test_one_event_in_full(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [event] = Timeline.load("both.json").events
    assert run("show", "both.json", "--event", event.id) == 0
    out = capsys.readouterr().out
    for word in (
        event.id,
        "1,000 démineurs",
        "« Pyongyang enverra 1000 démineurs [en] Russie. »",
        "Corée du Nord asserts",
    ):
        assert word in out
    assert run("show", "both.json", "--ids") == 0
    assert event.id in capsys.readouterr().out


def test_merging_in_any_order_gives_the_same_bytes(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("merge", "a.json", "b.json", "-o", "c.json") == 0
    assert run("merge", "b.json", "a.json", "a.json", "-o", "d.json") == 0
    assert Path("c.json").read_bytes() == Path("d.json").read_bytes() == Path("both.json").read_bytes()
    captured = capsys.readouterr()
    assert "2 articles, 2 mentions, 1 event\nwritten to c.json" in captured.err


def test_a_story_under_embargo_is_held_back_until_a_moment(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = _timeline("a.txt")
    held = [attrs.evolve(s, embargoed=True, embargo_ends="2025-06-18T06:00:00+02:00") for s in one.record.sources]
    Timeline.from_record(attrs.evolve(one.record, sources=held)).save("held.json")
    assert run("merge", "held.json", "-o", "still.json", "--as-of", "2025-06-18T05:59+02:00") == 0
    assert "1 article under embargo held back (the first until 2025-06-18T06:00:00+02:00)" in capsys.readouterr().err
    assert run("merge", "held.json", "-o", "told.json", "--as-of", "2025-06-18T06:00+02:00") == 0
    assert "held back" not in capsys.readouterr().err
    assert (len(Timeline.load("still.json")), len(Timeline.load("told.json"))) == (0, 1)
    assert run("show", "held.json", "--as-of", "2025-06-18T06:00+02:00") == 0
    assert run("show", "held.json", "--as-of", "tomorrow") == 1


def test_gaps_are_listed_with_their_places(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (files / "essai.txt").write_text("Le maire n'a pas l'air de démissionner, ce mardi.\n", encoding="utf-8")
    assert run("build", "essai.txt", "--gaps") == 0
    assert "essai.txt:26 « démissionner » an infinitive under « air »" in capsys.readouterr().out


def test_diff(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _timeline("a.txt", "b.txt", "c.txt", low=1200).save("newer.json")
    assert run("diff", "a.json", "a.json") == 0
    assert capsys.readouterr().out == "no difference\n"
    assert run("diff", "a.json", "both.json") == 0
    assert "sources 1 → 2" in capsys.readouterr().out
    assert run("diff", "a.json", "newer.json") == 0
    assert "new:" in capsys.readouterr().out


def test_why(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    timeline = Timeline.load("both.json")
    [event] = timeline.events
    assert run("why", "both.json", event.id) == 0
    assert "one event" in capsys.readouterr().out
    assert run("why", "both.json", *(mention.id for mention in event.mentions)) == 0
    assert "sum" in capsys.readouterr().out
    assert run("why", "a.json", Timeline.load("a.json").events[0].id) == 0
    assert "nothing to explain" in capsys.readouterr().out


def test_judge(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [event] = Timeline.load("both.json").events
    one, other = (mention.id for mention in event.mentions)
    before = Path("both.json").read_bytes()
    assert run("judge", "both.json", one, other, "--different", "--by", "desk", "-o", "parted.json") == 0
    assert "an editor judged that they are two events" in capsys.readouterr().out
    assert Path("both.json").read_bytes() == before
    parted = Timeline.load("parted.json")
    assert [len(e.mentions) for e in parted.events] == [1, 1]
    assert [judgement.by for judgement in parted.judgements] == ["desk"]
    assert run("judge", "both.json", one, other, "--same") == 0
    assert len(Timeline.load("both.json").judgements) == 1
    assert run("judge", "both.json", one, other) == 2
    assert run("judge", "both.json", one, one, "--same") == 1


def test_dates(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Le ministre est venu à Brest le 17 juin. Il y est resté trois jours, récemment."
    Path("article.txt").write_text(text, encoding="utf-8")
    assert run("dates", "article.txt", "--published", "2025-06-18", "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert list(rows[0]) == ["location", "start", "end", "words", "value", "earliest", "latest", "role", "policy"]
    assert (rows[0]["location"], rows[0]["start"], rows[0]["words"]) == ("article.txt", 29, "le 17 juin")
    assert (rows[0]["value"], rows[0]["earliest"], rows[0]["latest"]) == ("2025-06-17",) * 3
    values = {row["words"]: row["value"] for row in rows}
    assert values["trois jours"] == "P3D"
    assert values["récemment"] is None
    assert run("dates", "article.txt", "--published", "2025-06-18") == 0
    shown = capsys.readouterr().out
    assert "2025-06-17" in shown
    assert "Le ministre est venu à Brest le 17 juin." in shown
    assert run("dates", "article.txt", "--published", "hier") == 1


def test_a_parser_is_started(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("new-parser", "gazette", "--outlet", "La Gazette") == 0
    written = capsys.readouterr().out.split()
    assert written
    assert all(Path(path).is_file() and path.startswith("recoupe-gazette") for path in written)
    assert run("new-parser", "gazette") == 1
    assert run("new-parser", "La Gazette") == 1


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out == f"recoupe {recoupe.__version__}\n"
    for command in ("build", "show", "merge", "diff", "why", "judge", "dates", "new-parser"):
        assert run(command, "--help") == 0
        assert f"recoupe {command} " in capsys.readouterr().out.partition("Example")[2], "help teaches with an example"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", "none.json"], "none.json"),
        (["show", "broken.json"], "not JSON"),
        (["show", "a.json", "--kind", "war"], "cannot be 'war'"),
        (["show", "a.json", "--from", "yesterday"], "EDTF"),
        (["show", "a.json", "--event", "e-0000000000000000"], "e-0000000000000000"),
        (["merge", "a.json", "-o", "no/such/folder.json"], "could not be written"),
        (["build", "none.txt"], "none.txt"),
        (["build", "empty.txt"], "empty.txt"),
        (["build", "a.json", "--sources", "none.csv"], "none.csv"),
        (["why", "a.json", "m-0000000000000000", "m-1111111111111111"], "m-"),
    ],
)
def test_an_error_is_one_explanation_and_exit_code_1(
    files: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    Path("broken.json").write_text('{"format": "recoupe')
    Path("empty.txt").write_text("")
    assert run(*arguments) == 1
    captured = capsys.readouterr()
    assert captured.err.startswith("recoupe: ")
    assert said in captured.err
    assert "Traceback" not in captured.err
    assert captured.out == ""


@pytest.mark.parametrize("arguments", [[], ["nix"], ["show"], ["show", "a.json", "--nix"], ["build"]])
def test_wrong_usage_is_exit_code_2(files: Path, arguments: list[str]) -> None:
    assert run(*arguments) == 2


def test_without_its_extra_the_command_says_what_to_install() -> None:
    code = "import sys; sys.modules['typer'] = None; from recoupe.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.strip() == "recoupe: the command line needs the extra 'cli': run  pip install 'recoupe[cli]'"


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2025-06-17", "2025-06-17"),
        ("2025-06", "2025-06"),
        ("2025~", "~2025"),
        ("2025?", "?2025"),
        ("[2025-06-01..2025-06-10]", "2025-06-01 to 2025-06-10"),
        ("2025-06-01/2025-06-10", "2025-06-01 to 2025-06-10"),
        ("2025-06-17/..", "2025-06-17 or later"),
        ("../2025-06-17", "2025-06-17 or earlier"),
        ("../..", "undated"),
    ],
)
def test_days_for_people(edtf: str, shown: str) -> None:
    assert day(When.from_edtf(edtf)) == shown
