"""The only module that imports spaCy: lazily, once for each model, and never at ``import recoupe``."""

from __future__ import annotations

import functools
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, final

import attrs

from recoupe.errors import MissingExtra
from recoupe.language.pieces import pieces
from recoupe.language.tokens import Doc, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as Parsed
    from spacy.vocab import Vocab

#: Typographic variants that the pipelines were hardly trained on, each replaced by one character, so that offsets stay.
_PLAIN = str.maketrans({
    "\u2019": "'", "\u02bc": "'", "\u2018": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ",
    "\u2011": "-", "\u2010": "-", "\u00ad": " ", "\u200b": " ", "\u2060": " ", "\ufeff": " ", "*": " ", "_": " ",
})  # fmt: skip

#: A name or noun with hyphens is one word ("Kim Jong-un", "Aix-en-Provence", "ministre-président"); "Faut-il",
#: "dit-elle" and "celui-ci" are not.
_HYPHENATED = re.compile(
    r"(?!.*-(?:t-)?(?:il|elle|on|ils|elles|je|tu|nous|vous|ce|ci|là|moi|toi|lui|leur|les|le|la|y|en)$)"
    r"(?:[^\W\d_]*[A-ZÀ-ÖØ-Þ][^\W\d_]*|[^\W\d_]{3,})(?:-[^\W\d_]+)+"
)
#: What ends a sentence, and what may stand between that and the next one.
_FINAL = frozenset('.!?…;:»"”')
_CLOSING = frozenset({"»", "”", '"', ")", "]", "'", "’"})
_STOPS = frozenset({".", "!", "?", "…"})
#: Texts handed to the pipeline at once; larger batches do not go faster on the French model.
BATCH_SIZE = 64
#: Characters of a run without spaces beyond which it is one token: no word is so long (an address can be), and to split
#: a run of signs costs the square of its length.
LONGEST_WORD = 300
#: Characters of the longest text that is parsed at once. What a sentence costs grows with the square of its length.
LONGEST_PIECE = 4000
#: Tokens of the longest sentence. Those of news seldom have a hundred.
LONGEST_SENTENCE = 300
#: spaCy's notation for whether a token begins a sentence: as unsigned numbers 1, 0 and -1.
_BEGINS, _MAY_BEGIN, _GOES_ON = 1, 0, 2**64 - 1


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
    it holds. Empty text has no tokens.
    """
    counts: deque[int] = deque()

    def parsable() -> Iterator[Parsed]:
        for text in texts:
            words = plain(text)
            cut = [nlp.make_doc(words[start:end]) for start, end in pieces(words, LONGEST_PIECE)]
            counts.append(len(cut))
            yield from map(_bounded, cut)

    parsed = nlp.pipe(parsable(), batch_size=BATCH_SIZE)
    for first in parsed:
        yield _joined([first, *islice(parsed, counts.popleft() - 1)])


def _bounded(doc: Parsed) -> Parsed:
    """`doc`, in which no sentence begins but behind a mark that ends one: "Kim Jong Un a salué" is not cut at "Un".

    And none is longer than `LONGEST_SENTENCE`, whatever the text: the next one begins behind a full stop of the second
    half or, where that has none, behind the last token.
    """
    words = [token.text for token in doc]
    if not words:
        return doc
    starts = [_BEGINS]
    ended, length = _ends(words[0]), 1
    for before, word in pairwise(words):
        full = length > LONGEST_SENTENCE // 2 and before in _STOPS
        begins = full or length == LONGEST_SENTENCE
        starts.append(_BEGINS if begins else _MAY_BEGIN if ended else _GOES_ON)
        length = 1 if begins else length + 1
        if word not in _CLOSING:
            ended = _ends(word)
    annotation: Any = doc.to_array(["SENT_START"])
    annotation[:] = starts
    bounded: Parsed = doc.from_array(["SENT_START"], annotation)
    return bounded


def _ends(word: str) -> bool:
    return word[-1] in _FINAL or word.isspace()


# ---------------------------------------------------------------------- reading the pipeline's own objects
def _joined(parsed: Sequence[Parsed]) -> Doc:
    """One text of its parsed pieces."""
    tokens: list[Token] = []
    heads: list[int] = []
    entities: list[tuple[int, int, str]] = []
    offset = 0
    for piece in parsed:
        first = len(tokens)
        heads += [first + t.head.i for t in piece]
        entities += [(first + e.start, first + e.end, e.label_) for e in piece.ents]
        tokens += _tokens(piece, first, offset)
        offset += len(piece.text)
    vocabulary = parsed[0].vocab
    return Doc.of(tokens, heads, entities, is_word=lambda word: bool(vocabulary[word].has_vector))


#: What is read of each token, as spaCy numbers it; the numbers of words and labels are those of its table of strings.
_COLUMNS: list[int | str] = ["ORTH", "LEMMA", "POS", "DEP", "MORPH", "ENT_TYPE", "ENT_IOB", "SPACY", "SENT_START"]
#: spaCy's notation for a token's place in an entity.
_PLACES = ("", "I", "O", "B")


def _tokens(piece: Parsed, first: int, offset: int) -> Iterator[Token]:
    """The tokens of a piece, of which the first has the number `first` and stands at `offset`. A word, a label or a set
    of features is looked up once for each number, not for each token."""
    vocabulary = piece.vocab
    rows: list[list[int]] = piece.to_array(_COLUMNS).tolist()
    for i, (orth, lemma, pos, dep, morph, entity, place, space, start) in enumerate(rows, first):
        form = _form(vocabulary, orth)
        yield Token(
            i=i,
            idx=offset,
            text=form.text,
            lower_=form.lower,
            whitespace_=" " if space else "",
            lemma_=_string(vocabulary, lemma),
            pos_=_string(vocabulary, pos),
            dep_=_string(vocabulary, dep),
            features=_features(_string(vocabulary, morph)),
            ent_type_=_string(vocabulary, entity),
            ent_iob_=_PLACES[place],
            is_punct=form.is_punct,
            is_space=form.is_space,
            is_title=form.is_title,
            is_sent_start=start == _BEGINS,
            like_num=form.like_num,
        )
        offset += len(form.text) + space


@final
@attrs.frozen
class _Form:
    """What is the same for every token of one spelling."""

    text: str
    lower: str
    is_punct: bool
    is_space: bool
    is_title: bool
    like_num: bool


@functools.lru_cache(maxsize=16384)
def _form(vocabulary: Vocab, orth: int) -> _Form:
    word = vocabulary[orth]
    return _Form(word.text, word.lower_, word.is_punct, word.is_space, word.is_title, word.like_num)


@functools.lru_cache(maxsize=16384)
def _string(vocabulary: Vocab, number: int) -> str:
    return vocabulary.strings[number]


@functools.lru_cache(maxsize=4096)
def _features(notation: str) -> Mapping[str, str]:
    """ "Gender=Fem|Number=Sing" as a table; of several values the first. "_" and "" are none."""
    rows = (feature.split("=") for feature in notation.split("|") if "=" in feature)
    return {name: values.split(",")[0] for name, values in rows}
