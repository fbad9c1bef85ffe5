"""Statements: the places of a sentence that say who says something, and what they cover."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, final

import attrs

from recoupe.extraction.attribution.quotations import Quotation
from recoupe.extraction.attribution.speakers import Voice
from recoupe.extraction.dependencies import feature, is_finite, is_verbal
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Doc, Run, Token
from recoupe.model import Attribution, Stance

#: How far out a statement stands, by its construction. A clause that holds others stands further out by their number.
#: Up to `INCISE`, the speaker may be the voice of a quotation; "selon X" reports X in the article's own words.
CITED: Final = 0
CLAUSE: Final = 1
INCISE: Final = 2
PARTICIPLE: Final = 3
ACCORDING: Final = 4
RELAY: Final = 5
#: Somebody speaks, and the sentence does not say what: "la ministre s'est insurgée contre ce choix".
SPOKE: Final = 6
#: The keys of ``reporting.toml`` that are stances.
STANCES: Final = {stance.value: stance for stance in Stance}


@final
@attrs.frozen(kw_only=True, eq=False)
class Statement:
    """One place where a sentence says who says something."""

    #: Who says it.
    speakers: Voice
    #: How they stand to it.
    stance: Stance
    #: The verb, noun or preposition that says so.
    cue: Token
    #: The first and one past the last token that it covers.
    scope: tuple[int, int]
    #: How far out it stands: an outer statement relays an inner one.
    depth: int
    #: Tokens inside the scope that are not covered: the statement's own circumstances.
    outside: frozenset[int] = frozenset()
    #: The quotation of which it says who speaks.
    quoted: Quotation | None = None
    #: What only points at its speaker: "selon lui", "a-t-elle ajouté", "l'intéressé"; None where words name him.
    pronoun: Token | None = None
    #: The text of which the scope counts the tokens, where that is not the cue's own: "C'est ce qu'a annoncé X." at the
    #: beginning of a paragraph is said of the one before.
    about: Doc | None = None

    def covers(self, token: Token) -> bool:
        """What `token` says is said by the speakers."""
        if self.quoted is not None and self.quoted.holds(token.i) and token.i not in self.outside:
            return True
        return self.scope[0] <= token.i < self.scope[1] and token.i not in self.outside


def links(statements: Iterable[Statement]) -> tuple[Attribution, ...]:
    """The chain that statements make, in their order: each speaker once."""
    found: dict[str, Attribution] = {}
    for statement in statements:
        for actor, span in statement.speakers:
            found.setdefault(actor.id, Attribution(actor=actor.id, stance=statement.stance, span=span))
    return tuple(found.values())


def is_doing(words: Iterable[Token]) -> bool:
    """Whoever says words with such a verb does by it what they name ("je remercie", "dit condamner"), and does not tell
    of it, as he does in the perfect ("dit avoir condamné")."""
    verbs = [t for t in words if is_verbal(t)]
    return bool(verbs) and not any(a.dep_ == "aux:tense" for verb in verbs for a in verb.auxiliaries)


def extent(token: Token) -> tuple[int, int]:
    """The first token of a subtree, and one past its last."""
    indices = [t.i for t in token.subtree]
    return min(indices), max(indices) + 1


def own_end(head: Token) -> int:
    """One past the last word that belongs to `head`. Where the parse hangs the rest of the sentence on it, that begins
    behind a comma and has a verb with a tense: "selon une information de RTL, le ministre a démissionné"."""
    end = extent(head)[1]
    for token in head.doc[head.i : end]:
        if token.text != ",":
            continue
        for behind in head.doc[token.i + 1 : end]:
            if feature(behind, "PronType") == "Rel" or behind.is_punct:
                break
            if is_verbal(behind) and is_finite(behind):
                return token.i
    return end


def own_words(sentence: Run, participle: Token) -> frozenset[int]:
    """The words of a participle itself. Where it opens the sentence ("Contacté par l'AFP, M. X a reconnu ..."), what is
    told stands behind the comma."""
    if participle.i > sentence.start:
        end = own_end(participle)
        return frozenset(t.i for t in participle.subtree if participle.i <= t.i < end)  # the parse may root all on it
    return frozenset(range(participle.i, next((t.i for t in sentence if t.text == ","), sentence.end)))


def stretch(words: Words, sentence: Run, cue: int, start: int, end: int) -> tuple[int, int]:
    """The part of `start` to `end` (not included) in which `cue` stands.

    "tandis que" and "alors que" set what is told on one side against the other.
    """
    first, second = words.of("contrasts", "first"), words.of("contrasts", "second")
    for token in sentence:
        behind = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
        if not start < token.i < end or token.lower_ not in first or behind not in second:
            continue
        if not any(is_verbal(t) for t in token.doc[start : token.i]):
            continue  # "Selon X, alors que ...": the main clause is still to come
        start, end = (start, token.i) if cue < token.i else (token.i, end)
    return start, end
