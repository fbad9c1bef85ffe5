"""The only module that imports spaCy: lazily, once for each model, and never at ``import recoupe``."""

from __future__ import annotations

import functools
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from recoupe.errors import MissingExtra
from recoupe.language.tokens import Doc, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as Parsed
    from spacy.tokens import Token as ParsedToken

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
#: Characters of the longest text that is parsed at once. What a sentence costs grows with the square of its length.
LONGEST_PIECE = 4000
#: Where a text is cut that is longer, the better places first.
_CUTS = tuple(re.compile(pattern, re.DOTALL) for pattern in (r".*\n", r".*[.!?…][»”\"')]* ", r".*\s"))


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
    """The parsed texts, in order; token offsets are those of the texts as given.

    A text longer than `LONGEST_PIECE` is parsed piece by piece, so that time and memory grow with its length, whatever
    it holds: no sentence is longer than a piece. Empty text has no tokens.
    """
    counts: deque[int] = deque()

    def pieces() -> Iterator[Parsed]:
        for text in texts:
            cut = [nlp.make_doc(piece) for piece in _pieces(plain(text))]
            counts.append(len(cut))
            yield from map(_bounded, cut)

    parsed = nlp.pipe(pieces(), batch_size=BATCH_SIZE)
    for first in parsed:
        yield _joined([first, *islice(parsed, counts.popleft() - 1)])


def _pieces(text: str) -> Iterator[str]:
    """`text`, cut behind the last paragraph, sentence or word that ends within each `LONGEST_PIECE` characters."""
    start = 0
    while len(text) - start > LONGEST_PIECE:
        window = text[start : start + LONGEST_PIECE]
        end = next((found.end() for mark in _CUTS if (found := mark.match(window))), LONGEST_PIECE)
        yield window[:end]
        start += end
    yield text[start:]


def _bounded(doc: Parsed) -> Parsed:
    """`doc`, in which no sentence begins but behind a mark that ends one: "Kim Jong Un a salué" is not cut at "Un"."""
    for token in doc[1:]:
        before = doc[token.i - 1]
        while before.text in _CLOSING and before.i > 0:
            before = doc[before.i - 1]
        if not before.is_space and before.text[-1] not in _FINAL:
            token.is_sent_start = False
    return doc


# ---------------------------------------------------------------------- reading the pipeline's own objects
def _joined(pieces: Sequence[Parsed]) -> Doc:
    """One text of its parsed pieces."""
    tokens: list[Token] = []
    heads: list[int] = []
    entities: list[tuple[int, int, str]] = []
    offset = 0
    for piece in pieces:
        first = len(tokens)
        heads += [first + t.head.i for t in piece]
        entities += [(first + e.start, first + e.end, e.label_) for e in piece.ents]
        tokens += [_token(t, first, offset) for t in piece]
        offset += len(piece.text)
    vocabulary = pieces[0].vocab
    return Doc.of(tokens, heads, entities, is_word=lambda word: bool(vocabulary[word].has_vector))


def _token(token: ParsedToken, first: int, offset: int) -> Token:
    return Token(
        i=first + token.i,
        idx=offset + token.idx,
        text=token.text,
        lower_=token.lower_,
        whitespace_=token.whitespace_,
        lemma_=token.lemma_,
        pos_=token.pos_,
        dep_=token.dep_,
        features=_features(str(token.morph)),
        ent_type_=token.ent_type_,
        ent_iob_=token.ent_iob_,
        is_punct=token.is_punct,
        is_space=token.is_space,
        is_title=token.is_title,
        is_sent_start=bool(token.is_sent_start),
        like_num=token.like_num,
    )


@functools.lru_cache(maxsize=4096)
def _features(notation: str) -> Mapping[str, str]:
    """ "Gender=Fem|Number=Sing" as a table; of several values the first."""
    rows = (feature.split("=") for feature in notation.split("|") if feature)
    return {name: values.split(",")[0] for name, values in rows}
