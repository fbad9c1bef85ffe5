"""A parsed text: its tokens, each with all that the pipeline says of it, and its sentences and entities.

The attributes bear the names of spaCy's, of which they are a part, and say the same (Universal Dependencies). They are
plain values, read from the pipeline once: rules ask for them hundreds of times for each token, and a view into the
pipeline's own arrays costs far more to ask. Nothing here refers to the pipeline, whose own memory is free again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import final

import attrs

#: What tokens are ordered and sought by.
_number, _offset = attrgetter("i"), attrgetter("idx")


@final
@attrs.define(eq=False, repr=False)
class Token:
    """A word or sign in its text."""

    #: Its number in the text.
    i: int
    #: Where it starts, in characters of the text.
    idx: int
    #: The word as the pipeline reads it: typographic variants made plain, of the same length as in the text.
    text: str
    #: The text in small letters.
    lower_: str
    #: What follows it: a space, or nothing.
    whitespace_: str
    #: The form that a dictionary has.
    lemma_: str
    #: Universal part of speech.
    pos_: str
    #: Universal dependency: its relation to its head.
    dep_: str
    #: Universal features, the first value of each.
    features: Mapping[str, str]
    #: Label of the entity it is in; "" outside.
    ent_type_: str
    #: ``B`` at the beginning of an entity, ``I`` inside, ``O`` or "" outside.
    ent_iob_: str
    is_punct: bool
    is_space: bool
    #: Written with a capital, then small letters.
    is_title: bool
    #: Written with a capital, whatever follows.
    is_capital: bool
    #: It begins a sentence.
    is_sent_start: bool
    #: It is a number, in digits or words.
    like_num: bool
    #: What it depends on; itself, where it depends on nothing.
    head: Token = attrs.field(init=False)
    #: It continues the word before it: no space stands between them, and a hyphen does.
    is_glued: bool = attrs.field(init=False, default=False)
    #: The end (not included) of the word that it is in, the tokens that are glued to it included.
    word_end: int = attrs.field(init=False)
    #: What depends on it, in order.
    children: Sequence[Token] = attrs.field(init=False, default=())
    #: Its auxiliaries and its copula, once they have been asked for.
    _auxiliaries: Sequence[Token] | None = attrs.field(init=False, default=None)
    #: The text.
    doc: Doc = attrs.field(init=False)
    #: The sentence.
    sent: Run = attrs.field(init=False)

    def __repr__(self) -> str:
        return self.text

    def attach(self, head: Token, label: str) -> None:
        """Make it depend on `head` in the relation `label`; nothing is done where that would make a circle."""
        if head is self or self in head.ancestors:
            return
        self.detach()
        self.head, self.dep_ = head, label
        head.children = sorted((*head.children, self), key=_number)

    def detach(self) -> None:
        """Make it depend on nothing."""
        if self.head is not self:
            self.head.children = [child for child in self.head.children if child is not self]
        self.head, self.dep_ = self, "ROOT"

    @property
    def auxiliaries(self) -> Sequence[Token]:
        """Its auxiliaries and its copula, in order. Rules ask for them time and again: they are sought once, so that
        what corrects a parse must be done before."""
        if self._auxiliaries is None:
            self._auxiliaries = [c for c in self.children if c.dep_.startswith("aux") or c.dep_ == "cop"]
        return self._auxiliaries

    @property
    def ancestors(self) -> Iterator[Token]:
        """Its head, the head of that, and so on."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> Sequence[Token]:
        """The token and all that depends on it, directly or not, in order. Cost: linear in their number."""
        found = [self]
        for token in found:
            found += token.children
        found.sort(key=_number)
        return found

    @property
    def conjuncts(self) -> Sequence[Token]:
        """What it is coordinated with, itself not included."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:
            found += [c for c in token.children if c.dep_ == "conj" and c.i > token.i]
        return [t for t in found if t is not self]


@final
@attrs.frozen(eq=False)
class Run:
    """Tokens `start` to `end` (not included) of a text: a sentence, an entity, a phrase."""

    doc: Doc
    start: int
    end: int
    #: What sort of entity it is; "" where it is none.
    label_: str = ""

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc[self.start : self.end])

    @property
    def idx(self) -> int:
        """Where it starts, in characters of the text."""
        return self.doc[self.start].idx

    @property
    def text(self) -> str:
        """The words, without the space behind them."""
        return self.doc.words(self.start, self.end)

    @property
    def sent(self) -> Run:
        """The sentence in which it begins, whatever the parse hangs it on."""
        return self.doc[self.start].sent

    @property
    def root(self) -> Token:
        """The token that stands highest in the parse, the first of several."""
        if self.end - self.start == 1:
            return self.doc[self.start]
        tops = [t for t in self if t.head is t or not self.start <= t.head.i < self.end]
        return tops[0] if len(tops) == 1 else min(tops, key=lambda token: sum(1 for _ in token.ancestors))


@final
class Doc(tuple[Token, ...]):
    """A text's tokens, in order; a slice of them is a plain tuple. Texts are told apart by identity."""

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other

    #: The text, with typographic variants made plain.
    text: str
    #: The sentences, in order.
    sents: tuple[Run, ...]
    #: The entities, in order.
    ents: tuple[Run, ...]
    #: Whether a word in small letters is one of the pipeline's vocabulary.
    is_word: Callable[[str], bool]

    @classmethod
    def of(
        cls,
        tokens: Iterable[Token],
        heads: Sequence[int],
        entities: Iterable[tuple[int, int, str]],
        is_word: Callable[[str], bool],
    ) -> Doc:
        """A parsed text.

        Args:
            tokens: The tokens, in order, without heads.
            heads: The number of each token's head.
            entities: Start, end (not included) and label of each entity, in order.
            is_word: Whether a word in small letters is known.
        """
        doc = cls(tokens)
        doc.is_word = is_word
        doc.text = "".join([token.text + token.whitespace_ for token in doc])
        below: dict[int, list[Token]] = {}
        for token, head in zip(doc, heads, strict=True):
            token.doc = doc
            token.head = doc[head]
            if head != token.i:
                below.setdefault(head, []).append(token)
        for token in doc:
            token.children = below.get(token.i, ())
        for before, token in pairwise(doc):
            token.is_glued = not before.whitespace_ and "-" in (before.text, token.text)
        end = len(doc)
        for token in reversed(doc):
            token.word_end = end
            if not token.is_glued:
                end = token.i
        bounds = [*(token.i for token in doc if token.is_sent_start or token.i == 0), len(doc)]
        doc.sents = tuple(Run(doc, start, end) for start, end in pairwise(bounds))
        for sentence in doc.sents:
            for token in sentence:
                token.sent = sentence
        doc.ents = tuple(Run(doc, start, end, label) for start, end, label in entities)
        return doc

    def words(self, start: int, end: int) -> str:
        """The words of tokens `start` to `end` (not included), without the space behind them; "" for none."""
        if start >= end:
            return ""
        last = self[end - 1]
        return self.text[self[start].idx : last.idx + len(last.text)]

    def covering(self, start: int, end: int) -> Run | None:
        """The tokens that hold the characters `start` to `end` (not included); None where the text does not."""
        if not 0 <= start < end <= len(self.text):
            return None
        first = bisect_right(self, start, key=_offset) - 1
        first += self[first].idx + len(self[first].text) <= start  # the space behind a token is no part of it
        last = bisect_right(self, end - 1, key=_offset)
        return Run(self, first, last) if first < last else None
