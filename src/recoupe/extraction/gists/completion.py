"""What a bare noun of a happening takes with it to say which one it is: the words right behind it, whatever the parse
hangs them on; the day that names it; or where it happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import final

import attrs

from recoupe.extraction.dependencies import feature, is_participle, is_passive
from recoupe.extraction.gists.clauses import COMPLEMENTS, LONGEST, Clauses
from recoupe.extraction.gists.pieces import Pieces, is_whole
from recoupe.language.tokens import Token

#: Parts of speech of what may stand between a noun and its complement.
_QUALIFYING = ("ADJ", "VERB")
#: Signs around what is somebody's own word: "l'expulsion «totale» des forces".
_QUOTES = '«»“”"'
#: Prepositions of what completes a verb rather than the noun before.
_OF_VERBS = ("devant", "sous", "vers")
#: Words of the longest phrase that says where.
_WHERE = 6


@final
@attrs.frozen(kw_only=True, eq=False)
class Completion:
    """Completes nouns that stand alone in a line."""

    #: Cuts the nominals.
    pieces: Pieces
    #: Cuts the complements of participles.
    clauses: Clauses
    #: The words that say where the happening of a token is, with their preposition; None where the text does not.
    where: Callable[[Token], str | None]

    def with_own_words(self, noun: Token, text: str) -> str | None:
        """`text`, which names the happening by `noun`, with what stands right behind it; None where nothing does."""
        last = self.pieces.bounds(noun)[1]
        if not text.endswith(noun.doc[last].text):
            return None
        for find in (self._behind, self._said_by_participle, self._day):
            words = find(noun, last + 1)
            if words is not None and is_whole(words) and len(text) + len(words) < LONGEST:
                return f"{text} {words}"
        return None

    def with_place(self, noun: Token, text: str) -> str | None:
        """`text` with the words that say where the happening of `noun` is; None where the text does not say it."""
        words = self.where(noun)
        if words is None or len(words.split()) > _WHERE:
            return None
        return f"{text} {words[0].lower()}{words[1:]}"

    def _behind(self, noun: Token, start: int) -> str | None:
        """ "la guerre | en Ukraine", "l'expulsion | présumée de forces hostiles": a preposition with its nominal, right
        behind the noun or what qualifies it."""
        doc = noun.doc
        while any(t.i in self.pieces.dated for t in doc[start : min(start + 2, noun.sent.end)]):
            start += 1  # "l'attaque de lundi | à Gao"
        at = start
        while at < noun.sent.end and doc[at].head == noun and (doc[at].pos_ in _QUALIFYING or doc[at].text in _QUOTES):
            at += 1
        if at >= noun.sent.end or doc[at].dep_ != "case":
            return None
        nominal, syntax = doc[at].head, self.pieces.syntax
        if nominal.pos_ not in ("NOUN", "PROPN") or (nominal.dep_ == "obl:agent" and is_passive(nominal.head)):
            return None
        word = syntax.preposition(nominal)
        if word not in COMPLEMENTS or nominal.i in self.pieces.dated or syntax.is_temporal(nominal):
            return None
        apart = word in _OF_VERBS or (word == "à" and nominal.pos_ != "PROPN")
        sued = word == "contre" and syntax.preposition(noun) == "pour"  # "plainte pour vol | contre Luc Roche"
        if nominal.head != noun and (apart or sued):
            return None  # "a demandé une enquête | à la commission", "a fait appel de la décision | devant le tribunal"
        first, last = self.pieces.bounds(nominal)
        if first != at or self.pieces.piece(nominal) is None or _points(nominal):
            return None
        words = doc.words(start, last + 1)
        if not is_whole(words) and last + 1 < noun.sent.end:
            words = doc.words(start, last + 2)  # "l'opération | « avec la plus grande rigueur »"
        return self.pieces.wording.first_of(words)

    def _said_by_participle(self, noun: Token, start: int) -> str | None:
        """ "un accident | impliquant une voiture et un bus", "une grève | décrétée par le parti"."""
        verb = next((c for c in noun.children if c.dep_ == "acl" and c.i == start and is_participle(c)), None)
        if verb is None:
            return None
        behind = sorted(self.clauses.complements(verb, set()), key=lambda piece: piece[0])
        texts = [text for i, text in behind if text is not None and not _points(noun.doc[i])]
        return " ".join([verb.text, *texts]) if len(texts) == len(behind) > 0 else None

    def _day(self, noun: Token, start: int) -> str | None:
        """ "les attaques | du 7 octobre": a day of the month tells it from others; "de mardi" does so only to those who
        know which Tuesday."""
        doc, end = noun.doc, start + 1
        while end < noun.sent.end and doc[end].i in self.pieces.dated:
            end += 1
        words = doc[start:end]
        opens = len(words) > 2 and self.pieces.syntax.contractions.get(words[0].lower_, words[0].lower_) == "de"
        return doc.words(start, end) if opens and words[1].like_num else None


def _points(noun: Token) -> bool:
    """It is somebody's who is not named in the line: "en son honneur"."""
    return any(feature(c, "Poss") == "Yes" for c in noun.children)
