"""The only module that imports spaCy: lazily, once for each model, and never at ``import recoupe``."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from recoupe.errors import MissingExtra

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Typographic variants that the pipelines were hardly trained on, each replaced by one character, so that offsets stay.
_PLAIN = str.maketrans({
    "\u2019": "'", "\u02bc": "'", "\u2018": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ",
    "\u2011": "-", "\u2010": "-", "\u00ad": " ", "\u200b": " ", "\u2060": " ", "\ufeff": " ", "*": " ", "_": " ",
})  # fmt: skip

#: A name with hyphens is one word ("Kim Jong-un", "Aix-en-Provence"); "Faut-il", "Dit-elle" and "Celui-ci" are not.
_HYPHENATED = re.compile(
    r"(?!.*-(?:t-)?(?:il|elle|on|ils|elles|je|tu|nous|vous|ce|ci|là|moi|toi|lui|leur|y|en)$)"
    r"[^\W\d_]*[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:-[^\W\d_]+)+"
)
#: What ends a sentence, and what may stand between that and the next one.
_FINAL = frozenset('.!?…;:»"”')
_CLOSING = frozenset({"»", "”", '"', ")", "]", "'", "’"})
#: Texts handed to the pipeline at once; larger batches do not go faster on the French model.
BATCH_SIZE = 64
#: Characters of a run without spaces beyond which it is one token: no word is so long (an address can be), and to split
#: a run of signs costs the square of its length.
LONGEST_WORD = 300


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

        nlp = spacy.load(model)
    except (ImportError, OSError) as error:
        raise MissingExtra(extra, f"reading this language (model {model})") from error
    tokenizer: Any = nlp.tokenizer
    known = tokenizer.token_match
    tokenizer.token_match = lambda word: (
        len(word) > LONGEST_WORD or _HYPHENATED.fullmatch(word) or (known(word) if known else None)
    )
    return nlp


def parse(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """The analysed texts, in order; token offsets are those of the texts as given."""
    return nlp.pipe((_bounded(nlp.make_doc(plain(text))) for text in texts), batch_size=BATCH_SIZE)


def _bounded(doc: Doc) -> Doc:
    """`doc`, in which no sentence begins but behind a mark that ends one: "Kim Jong Un a salué" is not cut at "Un"."""
    for token in doc[1:]:
        before = doc[token.i - 1]
        while before.text in _CLOSING and before.i > 0:
            before = doc[before.i - 1]
        if not before.is_space and before.text[-1] not in _FINAL:
            token.is_sent_start = False
    return doc
