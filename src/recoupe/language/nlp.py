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
from recoupe.language.capitals import around_capitals
from recoupe.language.pieces import pieces
from recoupe.language.signs import replaced
from recoupe.language.tokens import Doc, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as Parsed
    from spacy.vocab import Vocab
    from threadpoolctl import ThreadpoolController

#: Typographic variants that the pipelines were hardly trained on, each replaced by one character, so that offsets stay.
_PLAIN = {
    "\u2019": "'", "\u02bc": "'", "\u2018": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ",
    "\u2011": "-", "\u2010": "-", "\u00ad": " ", "\u200b": " ", "\u2060": " ", "\ufeff": " ", "*": " ", "_": " ",
}  # fmt: skip

#: A name or noun with hyphens is one word ("Kim Jong-un", "Aix-en-Provence", "ministre-président"); "Faut-il",
#: "dit-elle" and "celui-ci" are not. So is one with an English genitive ("Moody's").
_WHOLE = re.compile(
    r"[A-ZÀ-ÖØ-Þ][^\W\d_]{2,}['’]s|"
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
#: The component that finds names.
_RECOGNISER = "ner"
#: spaCy's notation for whether a token begins a sentence: as unsigned numbers 1, 0 and -1.
_BEGINS, _MAY_BEGIN, _GOES_ON = 1, 0, 2**64 - 1


def plain(text: str) -> str:
    """`text` with plain apostrophes, hyphens and spaces, and without emphasis marks; of the same length."""
    return replaced(text, _PLAIN)


@functools.cache
def pipeline(model: str, extra: str, idle: tuple[str, ...] = ()) -> Pipeline:
    """The spaCy pipeline `model`, loaded once (about five seconds).

    Most of its time goes into products of matrices. They are left to numpy's own routines, which take half as long for
    them as those that spaCy brings along, and come to the same.

    Args:
        model: The name of its package.
        extra: What to install where it is missing.
        idle: Its components that need not run on texts. Its lemmatizer may be one: it is asked once for each word. Its
            recogniser of names is none: it runs on what can hold a name.

    Raises:
        MissingExtra: spaCy or the model is not installed.
    """
    try:
        import spacy
        from thinc.api import use_ops
        from threadpoolctl import ThreadpoolController

        with use_ops("numpy", use_blis=False):
            nlp = spacy.load(model, disable=[*idle, _RECOGNISER])
    except (ImportError, OSError) as error:
        raise MissingExtra(extra, f"reading this language (model {model})") from error
    tokenizer: Any = nlp.tokenizer
    known = tokenizer.token_match
    tokenizer.token_match = lambda word: (
        len(word) > LONGEST_WORD or _WHOLE.fullmatch(word) or (known(word) if known else None)
    )
    return Pipeline(nlp, ThreadpoolController())


@final
@attrs.frozen(eq=False)
class Pipeline:
    """A loaded pipeline. What hangs on a word alone is read once for each word, and not for each token."""

    _nlp: Language
    #: Says with how many threads matrices are multiplied.
    _threads: ThreadpoolController
    #: The words read so far, by the numbers of their spelling, part of speech and features.
    _words: dict[tuple[int, int, int], _Word] = attrs.field(factory=dict, init=False)

    def parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """The parsed texts, in order; token offsets are those of the texts as given.

        A text longer than `LONGEST_PIECE` is parsed piece by piece, so that time and memory grow with its length,
        whatever it holds. Empty text has no tokens.
        """
        offsets: deque[list[int]] = deque()

        def parsable() -> Iterator[Parsed]:
            for text in texts:
                words = plain(text)
                cuts = list(pieces(words, LONGEST_PIECE))
                offsets.append([start for start, _ in cuts])
                for start, end in cuts:
                    yield _bounded(self._nlp.make_doc(words[start:end]))

        parsed = self._annotated(parsable())
        for first in parsed:
            starts = offsets.popleft()
            yield self._joined(zip(starts, [first, *islice(parsed, len(starts) - 1)], strict=True))

    def _annotated(self, docs: Iterable[Parsed]) -> Iterator[Parsed]:
        """What all components say of `docs`. Their matrices are so small that a second thread mostly waits."""
        stream = iter(docs)
        while batch := list(islice(stream, BATCH_SIZE)):
            with self._threads.limit(limits=1, user_api="blas"):
                parsed = list(self._nlp.pipe(batch, batch_size=BATCH_SIZE))
                self._find_names(parsed)
            yield from parsed

    def _find_names(self, docs: Sequence[Parsed]) -> None:
        """Let the recogniser read what stands around the capitals of `docs`, which is half the work. What is left out
        between two such stretches is like the end of a sentence: no name goes on behind it."""
        from spacy.tokens import Doc as Parsed
        from spacy.tokens import Span

        def excerpt(doc: Parsed, kept: Sequence[int]) -> Parsed:
            tokens = [doc[i] for i in kept]
            spaces = [bool(t.whitespace_) for t in tokens]
            cuts: Any = [t.is_sent_start or before + 1 < t.i for before, t in zip([-1, *kept], tokens, strict=False)]
            return Parsed(doc.vocab, words=[t.text for t in tokens], spaces=spaces, sent_starts=cuts)

        numbers = [around_capitals(doc) for doc in docs]
        excerpts = map(excerpt, docs, numbers)
        recogniser: Any = self._nlp.get_pipe(_RECOGNISER)
        for doc, kept, read in zip(docs, numbers, recogniser.pipe(excerpts, batch_size=BATCH_SIZE), strict=True):
            doc.set_ents([Span(doc, kept[e.start], kept[e.end - 1] + 1, e.label) for e in read.ents])

    def _joined(self, parsed: Iterable[tuple[int, Parsed]]) -> Doc:
        """One text of its parsed pieces, each with its offset."""
        tokens: list[Token] = []
        heads: list[int] = []
        entities: list[tuple[int, int, str]] = []
        for offset, piece in parsed:
            first = len(tokens)
            distances = piece.to_array("HEAD").astype("int64").tolist()
            heads += [i + distance for i, distance in enumerate(distances, first)]
            entities += [(first + e.start, first + e.end, e.label_) for e in piece.ents]
            tokens += self._tokens(piece, first, offset)
        vocabulary = self._nlp.vocab
        return Doc.of(tokens, heads, entities, is_word=lambda word: bool(vocabulary[word].has_vector))

    def _tokens(self, piece: Parsed, first: int, offset: int) -> Iterator[Token]:
        """The tokens of a piece, of which the first has the number `first` and stands at `offset`."""
        rows: list[list[int]] = piece.to_array(_COLUMNS).tolist()
        for i, (orth, pos, morph, dep, entity, place, space, start) in enumerate(rows):
            word = self._words.get((orth, pos, morph)) or self._read(piece[i])
            yield Token(
                i=first + i,
                idx=offset,
                text=word.text,
                lower_=word.lower,
                whitespace_=" " if space else "",
                lemma_=word.lemma,
                pos_=word.pos,
                dep_="dep" if word.is_space else _string(self._nlp.vocab, dep),
                features=word.features,
                ent_type_=_string(self._nlp.vocab, entity),
                ent_iob_=_PLACES[place],
                is_punct=word.is_punct,
                is_space=word.is_space,
                is_title=word.is_title,
                is_capital=word.is_capital,
                is_sent_start=start == _BEGINS,
                like_num=word.like_num,
            )
            offset += len(word.text) + space

    def _read(self, token: Any) -> _Word:
        """What `token`, one of spaCy's, has in common with all of its spelling, part of speech and features. Whatever
        the tagger says, white space has no features, and nothing else is white space."""
        key = (token.orth, token.pos, token.morph.key)
        if token.is_space:
            token.pos_ = "SPACE"
            token.set_morph("")
        elif token.pos_ == "SPACE":
            token.pos_ = "X"
            token.set_morph("")
        lemmatizer: Any = self._nlp.get_pipe("lemmatizer")
        word = _Word(
            text=token.text,
            lower=token.lower_,
            lemma=lemmatizer.lemmatize(token)[0],
            pos=token.pos_,
            features=_features(str(token.morph)),
            is_punct=token.is_punct,
            is_space=token.is_space,
            is_title=token.is_title,
            is_capital=token.text[:1].isupper(),
            like_num=token.like_num,
        )
        if len(self._words) == _REMEMBERED:
            self._words.clear()
        self._words[key] = word
        return word


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
#: What is read of each token, as spaCy numbers it; the numbers of words and labels are those of its table of strings.
_COLUMNS: list[int | str] = ["ORTH", "POS", "MORPH", "DEP", "ENT_TYPE", "ENT_IOB", "SPACY", "SENT_START"]
#: spaCy's notation for a token's place in an entity.
_PLACES = ("", "I", "O", "B")
#: How many words are remembered; a newspaper has some ten thousand.
_REMEMBERED = 65536


@final
@attrs.frozen
class _Word:
    """What is the same for every token of one spelling, part of speech and features."""

    text: str
    lower: str
    lemma: str
    pos: str
    features: Mapping[str, str]
    is_punct: bool
    is_space: bool
    is_title: bool
    is_capital: bool
    like_num: bool


@functools.lru_cache(maxsize=4096)
def _string(vocabulary: Vocab, number: int) -> str:
    return vocabulary.strings[number]


@functools.lru_cache(maxsize=4096)
def _features(notation: str) -> Mapping[str, str]:
    """ "Gender=Fem|Number=Sing" as a table; of several values the first. "_" and "" are none."""
    rows = (feature.split("=") for feature in notation.split("|") if "=" in feature)
    return {name: values.split(",")[0] for name, values in rows}
