"""The only module that imports spaCy: lazily, once for each model, and never at ``import recoupe``."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from recoupe.errors import MissingExtra

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Typographic variants that the pipelines were hardly trained on, each replaced by one character, so that offsets stay.
_PLAIN = str.maketrans({
    "\u2019": "'", "\u02bc": "'", "\u2018": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ",
    "\u2011": "-", "\u2010": "-", "\u00ad": " ", "\u200b": " ", "\u2060": " ", "\ufeff": " ", "*": " ", "_": " ",
})  # fmt: skip

#: Texts handed to the pipeline at once; larger batches do not go faster on the French model.
BATCH_SIZE = 64


def plain(text: str) -> str:
    """`text` with plain apostrophes, hyphens and spaces, and without emphasis marks; of the same length."""
    return text.translate(_PLAIN)


@functools.cache
def pipeline(model: str, extra: str) -> Language:
    """The spaCy pipeline `model`, loaded once (about five seconds).

    Raises:
        MissingExtra: spaCy or the model is not installed; `extra` is what to install.
    """
    try:
        import spacy

        return spacy.load(model)
    except (ImportError, OSError) as error:
        raise MissingExtra(extra, f"reading this language (model {model})") from error


def parse(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """The analysed texts, in order; token offsets are those of the texts as given."""
    return nlp.pipe((plain(text) for text in texts), batch_size=BATCH_SIZE)
