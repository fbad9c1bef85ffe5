"""The nominals of a line: names and nouns with what belongs to them, each quoted whole or left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from typing import final

import attrs

from recoupe.extraction.dependencies import is_finite, is_participle, is_verbal
from recoupe.extraction.figures.reading import FoundFigure
from recoupe.extraction.gists.wording import Wording
from recoupe.extraction.phrases import OF, is_plural
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Run, Token

#: Tokens of the longest piece (a name with its title, an object with its complement).
_LONGEST = 14
#: Dependents that a piece keeps, with what stands under them.
_KEPT = frozenset(
    {"det", "amod", "nmod", "case", "nummod", "flat:name", "flat:foreign", "fixed", "compound", "cc", "conj"}
)
#: Words with which no piece ends.
_JOINING = frozenset({"case", "cc", "det", "punct", "mark", "fixed"})
#: Signs of quotation, with their counterparts.
_QUOTES = {"«": "»", "“": "”", '"': '"'}
_CLOSING = frozenset(_QUOTES.values())
#: Signs that no piece holds.
_FOREIGN = frozenset("()[]")
_MARKS = _FOREIGN | _CLOSING | _QUOTES.keys()


@final
@attrs.frozen(kw_only=True, eq=False)
class Pieces:
    """Cuts nominals out of a sentence."""

    #: ``headlines.toml`` of the language pack.
    words: Words
    #: Joins words, by the same file.
    wording: Wording = attrs.field(init=False)
    #: Reads the parse.
    syntax: Syntax
    #: The name that a pronoun stands for; None where that is not known.
    name_of: Callable[[Token], str | None]
    #: The figures of each sentence.
    figures: Mapping[Run, Sequence[FoundFigure]]
    #: The numbers of the tokens that lie in time expressions.
    dated: Set[int]

    #: Prepositions of what is said beside the matter.
    _asides: Set[str] = attrs.field(init=False, repr=False)
    #: Adverbs that make a preposition with "de".
    _leading: Set[str] = attrs.field(init=False, repr=False)
    #: The pieces that were asked for already.
    _cut: dict[Token, str | None] = attrs.field(factory=dict, init=False)

    @_asides.default
    def _find_asides(self) -> Set[str]:
        return self.words.of("asides", "prepositions")

    @_leading.default
    def _find_leading(self) -> Set[str]:
        return self.words.of("leading", "adverbs")

    @wording.default
    def _make_wording(self) -> Wording:
        return Wording(words=self.words)

    # ------------------------------------------------------------------ what lines are made of
    def piece(self, token: Token) -> str | None:
        """A nominal with its determiner, adjectives and complements: a run of words without a comma or a date. None
        where it would lose what it cannot do without."""
        if token not in self._cut:
            self._cut[token] = self._find_piece(token)
        return self._cut[token]

    def _find_piece(self, token: Token) -> str | None:
        start, end = self.bounds(token)
        return self._whole(token, *self._with_its_quotation(token, start, end))

    def _whole(self, token: Token, start: int, end: int) -> str | None:
        """The words of tokens `start` to `end`; None where they would lose what they cannot do without."""
        text = token.doc.words(start, end + 1)
        if (
            not is_whole(text)
            or _is_cut(token.doc[end])
            or self._lacks_its_complement(token, token.doc[end])
            or any(c.i < start for c in token.children if c.dep_ in ("det", "nummod", "amod"))
        ):
            return None
        return self._with_both(token, start, end, text)

    def _with_both(self, token: Token, start: int, end: int, text: str) -> str | None:
        """The text of tokens `start` to `end`, with the other of two between whom something is: "l'accord
        entre Oslo | , membre de l'Otan, et Berne". None where no other stands in the clause."""
        doc = token.doc
        word = next((t for t in doc[start : end + 1] if t.dep_ == "case" and t.lower_ == "entre"), None)
        if word is None or is_plural(word.head) or " et " in doc.words(word.i, end + 1):
            return text
        behind = doc[end + 1 : min(end + 1 + _LONGEST, token.sent.end)]
        joint = next((t for t in behind if t.pos_ == "CCONJ" or (is_verbal(t) and is_finite(t))), None)
        if joint is None or joint.pos_ != "CCONJ":
            return None
        other = next((t for t in doc[joint.i + 1 : token.sent.end] if t.pos_ in ("NOUN", "PROPN")), None)
        whole = None if other is None else doc.words(start, self.bounds(other)[1] + 1)
        return whole if whole is not None and is_whole(whole) else None

    def bare(self, token: Token) -> str | None:
        """A piece without the preposition, conjunction or adverb that it begins with; of a pronoun, the name."""
        if token.pos_ == "PRON":
            return self.name_of(token)
        text = self.piece(token) or self._said(token)
        joining = self.syntax.words.of("pronouns", "relative")
        for word in token.subtree:
            if word.i >= token.i or not text or self.counts(word):
                continue
            adverb = word.pos_ == "ADV" and word.head == token and token.doc[word.i + 1].pos_ != "NUM"
            if adverb or word.dep_ in ("case", "cc", "mark", "fixed") or word.lower_ in joining:
                text = without_first(text, word)
        return text or None

    def _said(self, token: Token) -> str | None:
        """A nominal with which somebody's own words begin, without the mark: « Un enfant est décédé »."""
        start, end = self.bounds(token)
        opens = start > token.sent.start and token.doc[start - 1].text in _QUOTES
        return self._whole(token, start, end) if opens else None

    def subject(self, token: Token) -> str | None:
        """A piece that opens a line: "ce" has nothing to point to there, and an article that was one word with a
        preposition ("au parquet, qui a ouvert") is its own again."""
        text = self.bare(token)
        if text is None or token.pos_ == "PRON":
            return text
        if token.lower_ in self.words.of("pointing", "words"):
            return None  # "ces derniers"
        articles = self.words.keys_of("articles")
        cases = (c.lower_ for c in token.children if c.dep_ == "case" and not self.counts(c))
        fused = next((articles[word] for word in cases if word in articles), None)
        if fused is not None and not any(c.dep_ == "det" for c in token.children) and fused != text.split()[0].lower():
            return self.wording.joined(fused, text)
        first, _, rest = text.partition(" ")
        before = token.doc[self.bounds(token)[0] : token.i]
        if first.lower() in articles and any(
            t.pos_ == "ADP" and t.lower_ == first.lower() and not self.counts(t) for t in before
        ):
            return self.wording.joined(articles[first.lower()], rest)  # "suite | aux pluies, qui ont"
        return self.wording.definite(text)

    def inside(self, token: Token) -> str | None:
        """A subject's piece within a line: the large letter of a sentence's first article is small there."""
        text = self.subject(token)
        opens = text is not None and any(t.is_sent_start and t.pos_ in ("DET", "NUM") for t in token.children)
        return text[0].lower() + text[1:] if text and opens else text

    # ------------------------------------------------------------------ how far a piece reaches
    def bounds(self, token: Token) -> tuple[int, int]:
        """The first and the last token of the run around a noun that belongs to it."""
        doc, kept = token.doc, {token.i}
        below = [*token.children]
        while below:
            child = below.pop()
            if self._belongs(child):
                kept.add(child.i)
                below += child.children
        start = end = token.i
        while start - 1 in kept or _reached(token, start - 1, kept, -1):
            start -= 1
        while start > token.sent.start and doc[start].dep_ == "case" and doc[start - 1].lower_ in self._leading:
            start -= 1  # "près | de la gare"
        while (end + 1 in kept or _reached(token, end + 1, kept, 1)) and end + 1 - start < _LONGEST:
            end += 1
        while end > token.i and (
            doc[end].dep_ in _JOINING or doc[end].pos_ in ("CCONJ", "SCONJ") or self.wording.dangles(doc[end].text)
        ):
            end -= 1
        while end + 1 < len(doc) and doc[end + 1].ent_iob_ == "I" and doc[end].ent_type_:
            end += 1
        while start > token.sent.start and doc[start].ent_iob_ == "I" and doc[start - 1].pos_ == "PROPN":
            start -= 1
        end = doc[end].word_end - 1
        return self._with_qualifier(token, self._opening(token, start)), end

    def _with_its_quotation(self, token: Token, start: int, end: int) -> tuple[int, int]:
        """The marks around a piece that is quoted as a whole: « une hystérie orchestrée »."""
        doc = token.doc
        before = doc[start - 1].text if start > token.sent.start else ""
        after = doc[end + 1].text if end + 1 < token.sent.end else ""
        if before in _QUOTES and after == _QUOTES[before] and is_whole(doc.words(start, end + 1)):
            return start - 1, end + 1
        inside = doc.words(start, end + 1)
        if after in _CLOSING and not is_whole(inside) and is_whole(doc.words(start, end + 2)):
            return start, end + 1
        return (start - 1, end) if before in _QUOTES else (start, end)

    def _belongs(self, token: Token) -> bool:
        if token.is_punct or (token.i in self.dated and not self.counts(token.head if token.dep_ == "case" else token)):
            return False
        if token.pos_ == "PRON" and any(c.dep_ == "acl:relcl" for c in token.children):
            return False  # "un essai de ce qui a été présenté comme": it says nothing without the clause
        name = token.dep_ == "appos" and token.pos_ == "PROPN" and not token.doc[token.i - 1].is_punct
        for child in token.children:
            if child.dep_ == "case" and child.lower_ in self._asides:
                return False
        if token.dep_ == "acl" and is_participle(token):  # "une hystérie orchestrée"
            return all(c.dep_ == "advmod" or c.is_punct for c in token.children)
        return name or token.dep_ in _KEPT or (token.dep_ == "advmod" and token.head.pos_ in ("NUM", "ADJ"))

    def _lacks_its_complement(self, token: Token, last: Token) -> bool:
        """ "secourus au cours | de la même journée": what follows with "de" belongs to the piece, and is neither a date
        nor a piece of its own; "sur le fait | que la loi est votée": the clause is what it is about."""
        following = last.doc[last.i + 1 : last.sent.end]
        that = self.syntax.words.of("pronouns", "relative_object")
        if following and following[0].lower_ in that:
            return last.lemma_.lower() in self.words.of("contents", "nouns")
        if len(following) < 2 or following[0].dep_ != "case" or following[0].lower_ not in OF:
            return False
        return following[0].head.head != token.head and following[1].i not in self.dated

    def _opening(self, token: Token, start: int) -> int:
        """Where a nominal begins, behind words that only join it to what came before ("et", "dont", "suite à")."""
        first = token.doc[start]
        while first.i < token.i and (first.dep_ in ("cc", "mark", "fixed") or first.pos_ in ("CCONJ", "SCONJ")):
            first = token.doc[first.i + 1]
        return first.i

    def counts(self, token: Token) -> bool:
        """It belongs to a figure: "au" in "au moins six", "de" in "près de 200", "ans" in "dix ans de prison"."""
        return any(figure.begins <= token.idx < figure.ends for figure in self.figures.get(token.sent, ()))

    def count_of(self, nouns: Sequence[Token]) -> str | None:
        """The figure that counts one of these, in its words; None where there is none."""
        found = (f for noun in nouns for f in self.figures.get(noun.sent, ()) if f.head == noun)
        return next((f.figure.words for f in found if f.figure.words), None)

    def _with_qualifier(self, token: Token, start: int) -> int:
        """Where the words begin that qualify the number of a piece: "environ", "plus de", "au moins"."""
        offset = token.doc[start].idx
        for figure in self.figures.get(token.sent, ()):
            if figure.begins < offset < figure.ends:
                words = token.doc.covering(figure.begins, figure.ends)
                return words.start if words else start
        return start


def without_first(text: str, word: Token) -> str:
    """`text` without its first word, if that is `word`: "de" is not the first word of "des dizaines"."""
    first = text[: len(word.text)]
    following = text[len(word.text) :]
    whole = first.endswith("'") or not following or not following[0].isalnum()
    return following.strip() if first == word.text and whole else text


def _reached(token: Token, i: int, kept: set[int], step: int) -> bool:
    """Token `i` belongs to the run, or is a mark of quotation with a word of it behind."""
    if not token.sent.start <= i < token.sent.end:
        return False
    mark = token.doc[i].text in _QUOTES or token.doc[i].text in _CLOSING
    return i in kept or (mark and i + step in kept)


def is_whole(text: str) -> bool:
    """No mark of quotation stands without its counterpart, and no bracket at all."""
    if _MARKS.isdisjoint(text):
        return True
    marked = all(text.count(a) == text.count(b) for a, b in _QUOTES.items()) and text.count('"') % 2 == 0
    return marked and _FOREIGN.isdisjoint(text)


def _is_cut(last: Token) -> bool:
    """What follows belongs to the same word, behind a hyphen: "capital-investissement"."""
    following = last.doc[last.i + 1 : last.i + 2]
    return any(t.text == "-" and t.idx == last.idx + len(last.text) for t in following)
