"""Coverage-guided fuzzing of extraction: news that is cut, repeated, spliced and mixed with other things.

Not part of the test run; by hand, for as long as one likes::

    pip install atheris
    python tests/fuzz/extraction.py -max_total_time=600 [FOLDER]

Every new branch of extraction that an input reaches makes the fuzzer try more inputs like it. `FOLDER` keeps these from
one run to the next. What holds of every reading is `recoupe.testing.readings.check_reading`; an input that breaks it,
or raises anything, is saved as ``crash-...``, and is tried alone with ``python tests/fuzz/extraction.py crash-...``. An
input that takes longer than ``-timeout=10`` seconds is a finding too. Other options are those of libFuzzer.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["recoupe.extraction", "recoupe.language", "recoupe.calendar"]):
    import recoupe.extraction.reader
    from recoupe.language.fr import French

from recoupe.errors import RecoupeError
from recoupe.model import BlockKind
from recoupe.testing.readings import article_of, check_reading, mangled

ROOT = Path(__file__).parents[2]
SENTENCES = [
    sentence
    for path in sorted([*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests/gold/fr/tuned").glob("*.txt")])
    for sentence in path.read_text(encoding="utf-8").replace("\n", " ").split(". ")
    if sentence.strip()
]
LANGUAGE = French()


def try_one(data: bytes) -> None:
    """Extract the text that `data` decides on."""
    choices = atheris.FuzzedDataProvider(data)
    text = mangled(choices.ConsumeIntInRange, SENTENCES)
    article = article_of(text, [choices.ConsumeIntInRange(0, len(text)) for _ in range(2)], first=BlockKind.LEAD)
    try:
        reading = recoupe.extraction.reader.extract(article, LANGUAGE)
    except RecoupeError:
        return
    except Exception:
        sys.stderr.write(f"{text!r}\n")
        raise
    try:
        check_reading(reading)
    except Exception:
        sys.stderr.write(f"{text!r}\n")
        raise


if __name__ == "__main__":
    atheris.Setup([sys.argv[0], "-len_control=0", "-max_len=400", "-timeout=10", *sys.argv[1:]], try_one)
    atheris.Fuzz()
