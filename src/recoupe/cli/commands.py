"""The commands. Each reads its arguments, calls the library and shows what comes back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli import screen

if TYPE_CHECKING:
    from recoupe.model import Article, Reading
    from recoupe.timeline import Timeline

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="""Read news articles, find the events that they report, and merge the reports of one event.

[bold]Start here:[/bold]

  recoupe build articles/ -o timeline.json     read a folder of articles

  recoupe show timeline.json                   see the timeline again

  recoupe merge monday.json tuesday.json -o both.json

Every value keeps who said it and in which words: [bold]recoupe show timeline.json --event ID[/bold].""",
)

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders, patterns ('news/*.txt') or addresses.")
]
SourceList = Annotated[
    Path | None,
    typer.Option(
        "--sources",
        metavar="FILE",
        help="CSV or JSON with what the files do not say: file, outlet, published, url, title, language. "
        "Without it, a sources.csv or sources.json beside the articles is used.",
    ),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write the JSON.")]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="MOMENT",
        help="Tell the stories whose embargo has ended by this moment too: 2025-06-18T06:00+02:00. "
        "Without it, stories under embargo are held back.",
    ),
]
TimelineFile = Annotated[Path, typer.Argument(metavar="TIMELINE", help="A timeline JSON.")]


def _version(wanted: bool) -> None:
    if wanted:
        import recoupe

        screen.out.print(f"recoupe {recoupe.__version__}", highlight=False)
        raise typer.Exit


@app.callback()
def _front(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    pass


@app.command()
def build(
    paths: Paths,
    output: Output = None,
    sources: SourceList = None,
    as_of: AsOf = None,
    gaps: Annotated[
        bool, typer.Option("--gaps", help="List what looked like an event and was not taken for one.")
    ] = False,
) -> None:
    """Read articles and make one timeline of them.

    Order does not matter, and an article given twice counts once. The timeline goes to the screen as a table, and with
    -o to a file as JSON, which holds everything: the words, the reasons, the gaps between sources.

    [bold]Examples[/bold]

      recoupe build seeds/ -o timeline.json

      recoupe build monday/*.txt tuesday/ --sources sources.csv
    """
    from recoupe import pipeline
    from recoupe.cli.selection import told

    found = list(pipeline.articles(paths, sources=sources))
    timeline, readings = _read(found)
    timeline = told(timeline, as_of)
    if output is not None:
        timeline.save(output)
    screen.show_events(timeline, timeline.events)
    if gaps:
        screen.show_gaps(readings)
    screen.show_summary(timeline, readings, output)


def _read(found: list[Article]) -> tuple[Timeline, list[Reading]]:
    from recoupe import pipeline

    readings: list[Reading] = []
    with screen.progress("reading", len(found)) as advance:

        def done(reading: Reading) -> None:
            readings.append(reading)
            advance()

        return pipeline.build(found, progress=done), readings


@app.command()
def show(
    timeline: TimelineFile,
    event: Annotated[
        str | None, typer.Option("--event", metavar="ID", help="Show all that is known of one event, with the words.")
    ] = None,
    since: Annotated[str | None, typer.Option("--from", metavar="DAY", help="Events from this day on (EDTF).")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DAY", help="Events up to this day (EDTF).")] = None,
    kind: Annotated[list[str] | None, typer.Option("--kind", help="Events of this kind; may be repeated.")] = None,
    actor: Annotated[str | None, typer.Option("--actor", metavar="NAME", help="Events with this actor.")] = None,
    min_origins: Annotated[
        int, typer.Option("--min-origins", metavar="N", help="Events with at least N independent origins.")
    ] = 0,
    ids: Annotated[bool, typer.Option("--ids", help="Show the ids of the events.")] = False,
    as_of: AsOf = None,
) -> None:
    """Show a timeline, or one event of it.

    [bold]Examples[/bold]

      recoupe show timeline.json --from 2025-06 --actor "Corée du Nord"

      recoupe show timeline.json --ids

      recoupe show timeline.json --event e-0123456789abcdef
    """
    from recoupe.cli.selection import select, told
    from recoupe.timeline import Timeline

    loaded = told(Timeline.load(timeline), as_of)
    if event is not None:
        screen.show_event(loaded, loaded.event(event))
        return
    chosen = select(loaded, since=since, until=until, kinds=kind or (), actor=actor, min_origins=min_origins)
    screen.show_events(loaded, chosen, ids=ids)


@app.command()
def merge(
    timelines: Annotated[list[Path], typer.Argument(metavar="TIMELINE...", help="Timeline JSON files.")],
    output: Output = None,
    as_of: AsOf = None,
) -> None:
    """Join timelines into one. Merging again, or in another order, changes nothing.

    [bold]Example[/bold]

      recoupe merge a.json b.json -o c.json
    """
    from recoupe.cli.selection import told
    from recoupe.timeline import Timeline

    joined = Timeline()
    for path in timelines:
        joined |= Timeline.load(path)
    joined = told(joined, as_of)
    if output is not None:
        joined.save(output)
    screen.show_events(joined, joined.events)
    screen.show_summary(joined, (), output)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The older timeline JSON.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The newer timeline JSON.")],
) -> None:
    """Show what changed between two timelines: events that are new or gone, and new sources, dates, figures, status.

    [bold]Example[/bold]

      recoupe diff yesterday.json today.json
    """
    from recoupe.timeline import Timeline

    screen.show_difference(Timeline.load(old).diff(Timeline.load(new)))


@app.command()
def why(
    timeline: TimelineFile,
    first: Annotated[str, typer.Argument(metavar="ID", help="A mention or an event.")],
    second: Annotated[str | None, typer.Argument(metavar="ID", help="Another one.")] = None,
) -> None:
    """Explain why mentions are, or are not, one event: every part of the score, every veto, what decided.

    With one event: why its mentions are together. With two events: why they are two.

    [bold]Example[/bold]

      recoupe why timeline.json e-0123456789abcdef e-fedcba9876543210
    """
    from recoupe.cli.selection import pairs
    from recoupe.timeline import Timeline

    loaded = Timeline.load(timeline)
    screen.show_verdicts([loaded.why(a, b) for a, b in pairs(loaded, first, second)])


@app.command()
def judge(
    timeline: TimelineFile,
    first: Annotated[str, typer.Argument(metavar="ID", help="A mention or an event.")],
    second: Annotated[str, typer.Argument(metavar="ID", help="Another one.")],
    same: Annotated[bool, typer.Option("--same/--different", help="They are one happening, or are not.")],
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who judges.")] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why.")] = None,
    output: Output = None,
) -> None:
    """Say that two mentions are one happening, or are not; it overrides every score, and stays with the timeline.

    Of two events the two mentions that speak most for one are judged. Without -o the file itself is written anew.

    [bold]Example[/bold]

      recoupe judge timeline.json m-0123456789abcdef m-fedcba9876543210 --different --by "A. Martin"
    """
    from recoupe.cli.selection import pairs
    from recoupe.timeline import Timeline

    loaded = Timeline.load(timeline)
    ((a, b),) = pairs(loaded, first, second)
    judged = loaded.judge(a, b, same=same, by=by, note=note)
    judged.save(output or timeline)
    screen.show_verdicts([judged.why(a, b)])
    screen.show_difference(loaded.diff(judged))


@app.command()
def dates(
    paths: Paths,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DAY", help="When the articles were published (EDTF).")
    ] = None,
    sources: SourceList = None,
    as_json: Annotated[bool, typer.Option("--json", help="A JSON list instead of tables.")] = False,
) -> None:
    """Show every time expression of articles, with the days that it allows and the rule that says so.

    Without a publication day, "mardi" is some Tuesday: give the day with --published or --sources.

    [bold]Example[/bold]

      recoupe dates article.txt --published 2025-06-18
    """
    from recoupe import pipeline
    from recoupe.cli import times
    from recoupe.model import When

    anchor = When.from_edtf(published) if published else None
    found = [(article, pipeline.dates(article, anchor=anchor)) for article in pipeline.articles(paths, sources=sources)]
    if as_json:
        times.show_json(found)
    else:
        times.show(found)


@app.command("new-parser")
def new_parser(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A short name in lower case, for example 'gazette'.")],
    folder: Annotated[
        Path | None, typer.Option("--folder", metavar="FOLDER", help="Where to write it; 'recoupe-NAME' by default.")
    ] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", help="The outlet's name.")] = None,
    host: Annotated[
        str | None, typer.Option("--host", help="The outlet's host, for example 'www.example.org'.")
    ] = None,
) -> None:
    """Start a parser for an outlet of your own: a project with the class, its test and a sample page.

    It works as it is; replace the sample by pages of the outlet, and change the class until its test passes.

    [bold]Example[/bold]

      recoupe new-parser gazette --outlet "La Gazette" --host www.gazette.example
    """
    from recoupe.parsers.scaffold import create

    for path in create(name, folder or Path(f"recoupe-{name}"), outlet=outlet, host=host):
        screen.out.print(str(path), soft_wrap=True, markup=False)
