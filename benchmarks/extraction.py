"""What extraction costs beside the bare pipeline, on the same texts in the same run; and whether memory stays flat.

    python benchmarks/extraction.py [FILE ...] [--articles 2000] [--rounds 8]

The texts are the project's own articles (``tests/gold/fr`` and ``seeds``), or the files given. The figure is the ratio
of the whole extraction (parse, actors, places, figures, dates, triggers, attribution) to spaCy's ``nlp.pipe`` alone:
the model as ``spacy.load`` gives it to anybody, with all its components (extraction leaves two of them idle, and lets
the recogniser of names read only what stands around capitals), on the same blocks in batches of the same size, with as
many threads. Rounds of both alternate, and the smallest of each is compared, in seconds of the process's own time,
since the machine may be busy with other things.

Part of the ratio is that extraction leaves the products of matrices to numpy, as anybody could: what the bare pipeline
takes in that way is shown beside it.
"""

from __future__ import annotations

import argparse
import gc
import resource
import time
from collections.abc import Iterable, Iterator
from itertools import cycle, islice
from pathlib import Path

import spacy
from thinc.api import use_ops
from threadpoolctl import threadpool_limits

from recoupe.extraction.reader import extract_all
from recoupe.language.fr import French
from recoupe.language.fr.pack import MODEL
from recoupe.language.nlp import BATCH_SIZE
from recoupe.model import Article
from recoupe.parsers import read

ROOT = Path(__file__).parent.parent


def texts(paths: list[Path]) -> list[Article]:
    """The articles at `paths`; without any, the project's own French articles."""
    files = paths or sorted([*(ROOT / "tests/gold/fr").glob("*/*.txt"), *(ROOT / "seeds").glob("*.txt")])
    return [read(path) for path in files]


def exhaust(values: Iterable[object]) -> int:
    """Consume without keeping."""
    return sum(1 for _ in values)


def blocks(articles: Iterable[Article]) -> Iterator[str]:
    """The texts that extraction hands to the pipeline."""
    return (a.text[b.start : b.end] for a in articles for b in a.blocks if b.reports)


def timed(values: Iterable[object]) -> float:
    """Seconds of this process to consume."""
    gc.collect()
    start = time.process_time()
    exhaust(values)
    return time.process_time() - start


def peak() -> float:
    """The largest resident memory so far, in MiB (Linux counts in KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print the ratio and the growth of memory."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--articles", type=int, default=0, help="also read this many, and show memory along the way")
    parser.add_argument("--rounds", type=int, default=8)
    arguments = parser.parse_args()
    language, articles = French(), texts(arguments.files)
    exhaust(extract_all(articles, language))  # load what is loaded once
    nlp = spacy.load(MODEL)
    with use_ops("numpy", use_blis=False):
        alike = spacy.load(MODEL)
    exhaust(nlp.pipe(blocks(articles)))
    bare, eased, parsed, whole = [], [], [], []
    for _ in range(arguments.rounds):
        bare.append(timed(nlp.pipe(blocks(articles), batch_size=BATCH_SIZE)))
        with threadpool_limits(limits=1, user_api="blas"):
            eased.append(timed(alike.pipe(blocks(articles), batch_size=BATCH_SIZE)))
        parsed.append(timed(language.analyse(blocks(articles))))
        whole.append(timed(extract_all(articles, language)))
    words = sum(len(a.text.split()) for a in articles)
    print(f"{len(articles)} articles, {words} words; pipeline: {', '.join(nlp.pipe_names)}")
    print(f"pipeline alone {min(bare):.2f} s; with numpy's products of matrices {min(eased):.2f} s")
    print(f"extraction's own analysis, tokens read and put right {min(parsed):.2f} s")
    print(f"extraction {min(whole):.2f} s, ratio {min(whole) / min(bare):.2f}")
    for share in range(4) if arguments.articles else ():
        exhaust(extract_all(islice(cycle(articles), arguments.articles // 4), language))
        print(f"after {(share + 1) * (arguments.articles // 4)} articles: {peak():.0f} MiB at most")


if __name__ == "__main__":
    main()
