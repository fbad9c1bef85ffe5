"""What the commands show: tables, one event in full, progress. Plain text where the output is no terminal."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from recoupe.model import ConflictValue, Event, Figure, Mention, Reading, Role, When

if TYPE_CHECKING:
    from recoupe.linking.difference import Difference
    from recoupe.linking.verdict import Verdict
    from recoupe.timeline import Timeline

#: Columns of output that goes to a file or a pipe; a terminal's own width otherwise.
_WIDTH = 140
#: Characters of a passage that was not interpreted.
_GAP = 60
#: Characters of a file's name in the place of an outlet's.
_NAME = 12


def _console(*, stderr: bool = False) -> Console:
    console = Console(stderr=stderr, highlight=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _WIDTH
    return console


#: Results.
out = _console()
#: Progress and remarks, so that results can be piped.
err = _console(stderr=True)


@contextmanager
def progress(what: str, total: int) -> Iterator[Callable[[], None]]:
    """A bar on standard error while articles are read, if that is a terminal; yields what moves it on by one."""
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)


# ---------------------------------------------------------------------- timelines
def show_events(timeline: Timeline, events: Sequence[Event], *, ids: bool = False) -> None:
    """The events as a table: date, what, who, outlets, origins, conflicts."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    if ids:
        table.add_column("id", no_wrap=True, style="dim")
    table.add_column("date", no_wrap=True, style="cyan")
    table.add_column("what", ratio=4)
    table.add_column("who", ratio=3)
    table.add_column("outlets", ratio=2)
    table.add_column("origins", justify="right")
    table.add_column("conflicts", style="red", ratio=1)
    for event in sorted(events, key=_openness):
        cells = [day(event.when), event.title, _who(timeline, event), _outlets(timeline, event)]
        cells += [str(len(event.origins)), ", ".join(sorted({conflict.field for conflict in event.conflicts}))]
        table.add_row(*([event.id] if ids else []), *map(escape, cells))
    if events:
        out.print(table)
    else:
        out.print("no events")


def _openness(event: Event) -> tuple[bool, bool]:
    """Sorts events without a first possible day behind the others, undated ones last."""
    return event.when.earliest is None, event.when.is_unknown


def show_gaps(readings: Sequence[Reading]) -> None:
    """What could not be interpreted, a line for each: where, the words, why."""
    for reading in readings:
        for gap in reading.gaps:
            words = " ".join(gap.span.text.split())[:_GAP]
            place = f"{reading.article.source.location}:{gap.span.start}"
            out.print(f"{place} « {words} » {gap.reason}", markup=False, highlight=False)


def show_summary(timeline: Timeline, readings: Sequence[Reading], output: object) -> None:
    """How much was read, what could not be interpreted, and what would help; on standard error."""
    record = timeline.record
    counts = [
        _counted(len(record.sources), "article"),
        _counted(len(record.mentions), "mention"),
        _counted(len(timeline.events), "event"),
    ]
    gaps = sum(len(reading.gaps) for reading in readings)
    err.print(", ".join(counts) + (f"; {_counted(gaps, 'passage')} not interpreted" if gaps else ""))
    undated = sum(source.published is None for source in record.sources)
    if undated and readings:
        err.print(
            f"{_counted(undated, 'article')} without a publication date: days are inferred from the texts; "
            "--sources FILE gives them",
            style="yellow",
        )
    held = [source for source in record.sources if source.embargoed]
    if held:
        ends = min((source.embargo_ends for source in held if source.embargo_ends), default=None)
        until = f" (the first until {ends})" if ends else ""
        err.print(f"{_counted(len(held), 'article')} under embargo held back{until}: see --as-of", style="yellow")
    if output is not None:
        err.print(f"written to {output}")


def day(when: When) -> str:
    """The days of an event in a form for people, no more exact than it is."""
    clock = f" {when.at.isoformat()[:5]}" if when.at else ""
    mark = "~" if when.approximate else "?" if when.uncertain else ""
    if when.is_unknown:
        return "undated"
    if when.earliest is None or when.latest is None:
        known = (when.earliest or when.latest or "").isoformat()  # type: ignore[union-attr]
        return (f"{mark}{known} or later" if when.earliest else f"{mark}{known} or earlier") + clock
    short = When(earliest=when.earliest, latest=when.latest).edtf
    if not short.startswith("["):
        return mark + short + clock
    return f"{mark}{when.earliest.isoformat()} to {when.latest.isoformat()}{clock}"


def _who(timeline: Timeline, event: Event) -> str:
    order = list(Role)
    parts = sorted(event.participants, key=lambda part: order.index(part.role))
    return ", ".join(dict.fromkeys(timeline.actor(part.actor).name for part in parts))


def _outlets(timeline: Timeline, event: Event) -> str:
    told = map(timeline.source, event.sources)
    return ", ".join(sorted({source.outlet or _short(PurePosixPath(source.location).name) for source in told}))


def _short(name: str) -> str:
    return name if len(name) <= _NAME else name[: _NAME - 1] + "…"


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


# ---------------------------------------------------------------------- one event
def show_event(timeline: Timeline, event: Event) -> None:
    """All that is known of one event: agreed values, conflicts, and each mention with its words."""
    witnesses = {source.id: source.outlet or source.location for source in timeline.sources}
    facts = [
        ("event", event.id),
        ("kind", f"{event.kind}{f' / {event.mode}' if event.mode else ''}, {event.status}"),
        ("date", f"{day(event.when)}   (EDTF {event.when.edtf})"),
        *(("", reason) for reason in event.when_reasons),
        ("where", ", ".join(place.name for place in event.places)),
        *((part.role.value, timeline.actor(part.actor).name) for part in event.participants),
        *(("figure", _figure(figure) + _by(timeline, figure)) for figure in event.figures),
        ("origins", ", ".join(witnesses.get(origin) or timeline.actor(origin).name for origin in event.origins)),
    ]
    for conflict in event.conflicts:
        values = "  |  ".join(_standing(timeline, value) for value in conflict.values)
        facts.append((conflict.nature.value, f"{conflict.field}: {values}"))
    out.print(escape(event.title), style="bold")
    for label, text in facts:
        if text:
            out.print(f"  {label:<10}{escape(text)}", soft_wrap=True)
    for mention in event.mentions:
        _show_mention(timeline, mention, witnesses[mention.source])


def _show_mention(timeline: Timeline, mention: Mention, witness: str) -> None:
    before, trigger, after = _parts(mention)
    out.print(f"\n  [dim]{mention.id}[/dim]  {escape(witness)}", soft_wrap=True)
    out.print(f"    « {escape(before)}[bold]{escape(trigger)}[/bold]{escape(after)} »", soft_wrap=True)
    if mention.attribution:
        chain = " → ".join(f"{timeline.actor(link.actor).name} {link.stance}" for link in mention.attribution)
        out.print(f"    according to {escape(chain)}", soft_wrap=True)
    for figure in mention.figures:
        if figure.attribution:
            out.print(f"    {escape(_figure(figure) + _by(timeline, figure))}", soft_wrap=True)
    for reason in mention.reasons:
        out.print(f"    [dim]{escape(reason)}[/dim]", soft_wrap=True)


def _parts(mention: Mention) -> tuple[str, str, str]:
    """The passage on one line, cut at the trigger."""
    text, offset = mention.passage.text, mention.passage.start
    start, end = mention.trigger.start - offset, mention.trigger.end - offset
    before, trigger, after = (part.replace("\n", " ") for part in (text[:start], text[start:end], text[end:]))
    return before, trigger, after


def _figure(figure: Figure) -> str:
    bounds = "to".join(
        dict.fromkeys(f" {bound:,} " if bound is not None else " … " for bound in (figure.low, figure.high))
    )
    return f"{bounds.strip()} {figure.of or ''} ({figure.qualifier}: « {figure.words} »)".replace("  ", " ")


def _standing(timeline: Timeline, value: ConflictValue) -> str:
    """A value that stands against others, and who gives it."""
    given = (*_names(timeline, value.speakers), _counted(len(value.mentions), "mention"))
    return f"{value.value} ({', '.join(given)})"


def _by(timeline: Timeline, figure: Figure) -> str:
    """Who gives a figure; nothing where nobody is said to."""
    names = _names(timeline, [link.actor for link in figure.attribution])
    return f", according to {', '.join(names)}" if names else ""


def _names(timeline: Timeline, actors: Sequence[str]) -> Sequence[str]:
    return [timeline.actor(actor).name for actor in actors]


# ---------------------------------------------------------------------- comparisons
def show_difference(difference: Difference) -> None:
    """What changed, one line for each event and one for each value that is another."""
    if not difference:
        out.print("no difference")
    for change in difference:
        out.print(f"{escape(str(change))}", soft_wrap=True)
        before, after = change.before, change.after
        if before is None or after is None:
            continue
        if before.when != after.when:
            out.print(f"  date    {day(before.when)} → {day(after.when)}", soft_wrap=True)
        if before.status is not after.status:
            out.print(f"  status  {before.status} → {after.status}", soft_wrap=True)
        if before.figures != after.figures:
            old, new = ("; ".join(map(_figure, event.figures)) or "none" for event in (before, after))
            out.print(f"  figures {escape(old)} → {escape(new)}", soft_wrap=True)
        if len(before.sources) != len(after.sources):
            out.print(f"  sources {len(before.sources)} → {len(after.sources)}")


def show_verdicts(verdicts: Sequence[Verdict]) -> None:
    """Why mentions are, or are not, one event."""
    if not verdicts:
        out.print("one mention makes this event; there is nothing to explain")
    for verdict in verdicts:
        out.print(escape(str(verdict)), soft_wrap=True)
