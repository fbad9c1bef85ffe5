"""Nominal lines, as headlines have them: a noun with its complements ("Visite de M. Kim à Moscou"), a participle with
its noun ("Deux diplomates expulsés par Riga"), or the noun of action of a verb ("Libération d'un otage")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import final

import attrs

from recoupe.extraction.dependencies import children, feature, is_infinitive, is_participle, is_passive
from recoupe.extraction.gists.clauses import COMPLEMENTS, Clauses, fitting
from recoupe.extraction.gists.pieces import Pieces, without_first
from recoupe.extraction.gists.subjects import follows_another, is_bare_title
from recoupe.extraction.happenings.triggers import Trigger
from recoupe.extraction.syntax import Syntax
from recoupe.language.tokens import Token
from recoupe.model import Kind

#: The tables of nouns of action, by what they are made of.
_DEEDS, _HAPPENINGS, _SPEECH = "deeds", "happenings", "speech"
#: So many letters make the stem of a noun.
_STEM = 6
_TABLES = (_DEEDS, _HAPPENINGS, _SPEECH)


@final
@attrs.frozen(kw_only=True, eq=False)
class Labels:
    """Writes nominal lines."""

    #: Cuts the nominals.
    pieces: Pieces
    #: Reads the parse.
    syntax: Syntax = attrs.field(init=False, repr=False)
    #: Cuts the complements of verbs.
    clauses: Clauses
    #: Whether a nominal names an actor, who can do what a verb says.
    is_actor: Callable[[Token], bool]

    @syntax.default
    def _find_syntax(self) -> Syntax:
        return self.pieces.syntax

    def of_noun(self, noun: Token) -> str | None:
        """The noun with its complements, and whose it is where a possessive says so; None where it cannot be quoted
        whole."""
        opening = [c for c in noun.children if c.dep_ in ("det", "case") and c.i < noun.i]
        text = self.pieces.bare(noun)
        for word in sorted(opening, key=lambda t: t.i):
            text = without_first(text, word) if text else None
        if text is None:
            return None
        text += self._behind_a_date(noun) or self._to_do(noun)
        text = self.pieces.wording.first_of(text)
        owner = next((o for d in opening if feature(d, "Poss") == "Yes" and (o := self.pieces.name_of(d))), None)
        alone = all(t.pos_ != "ADP" for t in noun.doc[noun.i + 1 : noun.i + 2])
        return f"{text} {self.pieces.wording.joined('de', owner)}" if owner is not None and alone else text

    def _behind_a_date(self, noun: Token) -> str:
        """ "l'annonce lundi | de la suppression de 500 emplois": what completes a noun behind a date; or ""."""
        end = noun.i + 1
        while end < noun.sent.end and noun.doc[end].i in self.pieces.dated:
            end += 1
        if end == noun.i + 1:
            return ""
        complements = (t for word, t in self.syntax.obliques(noun) if word == "de")
        pieces = (self.pieces.piece(t) for t in complements if any(c.i == end for c in t.children))
        return "".join(f" {piece}" for piece in pieces if piece is not None)

    def _to_do(self, noun: Token) -> str:
        """What a noun resolves or asks to do: "décision | de fermer l'usine"; or ""."""
        below = next((c for c in children(noun, "acl", "xcomp", "ccomp") if is_infinitive(c) and c.i > noun.i), None)
        if below is None or self.syntax.preposition(below) not in ("de", "à"):
            return ""
        behind = [self.clauses.infinitive(below, []), *self.clauses.complements(below, set())]
        texts = [text for _, text in sorted(behind, key=_place) if text is not None]
        return " " + " ".join(texts) if len(texts) == len(behind) > 1 else ""

    def of_participle(self, trigger: Trigger) -> str | None:
        """The noun that a passive participle says something of, the participle and its complements."""
        token = trigger.token
        if not (is_participle(token) and is_passive(token)) or token.dep_ not in ("acl", "amod"):
            return None
        clausal = children(token, "ccomp", "xcomp") or any(children(c, "cop") for c in token.children)
        if token.head.pos_ not in ("NOUN", "PROPN") or token.head.i > token.i or clausal:
            return None
        noun = self.pieces.subject(token.head)
        agrees = all(
            feature(token, f) == feature(token.head, f) for f in ("Number", "Gender") if feature(token.head, f)
        )
        if noun is None or not agrees:
            return None
        if token.text in noun.split():
            if all(t.i < token.i for t in trigger.tail):
                return noun
            noun = noun[: noun.rfind(token.text)].strip()  # "le marin porté | disparu"
        complements = self.clauses.complements(token, {t.i for t in trigger.tail})
        behind = [text for _, text in sorted(complements, key=_place) if text is not None]
        own = [t.text for t in trigger.words if t.text not in noun.split()]  # "la loi | loi adoptée"
        return fitting([noun, " ".join(own), *behind])

    def of_verb(self, trigger: Trigger) -> str | None:
        """The noun of action of a verb with what it is done to and who does it; None where the lexicon has none."""
        verb = trigger.token
        table, entry = self._action(trigger)
        if entry is None:
            return None
        noun, _, own = entry.rpartition(" ")
        if own not in COMPLEMENTS:
            noun, own = entry, ""
        subjects, passive = self.syntax.subjects(verb), is_passive(verb)
        objects = [o for o in self.syntax.objects(verb) if o not in trigger.tail]
        owners = [t for word in trigger.tail for p, t in self.syntax.obliques(word) if p == "de"]
        agent = self._text(() if passive else [s for s in subjects if self._acts(verb, s)], noun)
        patient = self._text(subjects if passive else objects or owners, noun)
        line = [noun]
        if table == _HAPPENINGS or (patient is None and table == _SPEECH) or own:
            line += [self.pieces.wording.governed("de", agent)] if agent else []
            line += [self.pieces.wording.governed(own, patient)] if own and patient else []
        else:
            line += [self.pieces.wording.governed("de", patient)] if patient else []
            line += [f"par {agent}"] if agent and (subjects[0].pos_ == "PROPN" or self.is_actor(subjects[0])) else []
        closed = self.pieces.words.of("closed", "nouns")
        told = {t.i for t in (*subjects, *objects, *owners, *trigger.tail)}
        for i, text in sorted(self.clauses.complements(verb, told), key=_place):
            kept = noun not in closed or i < 0 or verb.doc[i].pos_ == "PROPN"  # "décès | à ses blessures"
            line += [text] if text and kept and i not in told and text not in " ".join(line) else []
        return fitting(line)

    def _acts(self, verb: Token, subject: Token) -> bool:
        """It is the subject by itself, not a word of another complement that the parse took for it."""
        return subject.head != verb or self.syntax.preposition(subject) is None

    def _text(self, nominals: Sequence[Token], noun: str) -> str | None:
        """The one nominal, unless it says what the noun of action says: "manifestation des manifestants"."""
        told = len(nominals) == 1 and not is_bare_title(nominals[0])
        bare = told and not children(nominals[0], "det", "nummod")
        if bare and follows_another(nominals[0], self.pieces.bounds(nominals[0])[0]):
            return None
        text = self.pieces.inside(nominals[0]) if told else None
        if text is None or text.lower() in self.syntax.words.of("pronouns", "relative"):
            return None
        return text if noun[:_STEM] not in text.lower() else None

    def _action(self, trigger: Trigger) -> tuple[str, str | None]:
        """The table and the entry of a verb, or of the phrase that it heads."""
        unit, verb = trigger.unit, trigger.token
        plain = verb.lemma_ if unit.is_open else unit.head
        reflexive = unit.pronominal or self.syntax.is_reflexive(verb)
        words = " ".join((("se " if reflexive else "") + plain, *unit.tail))
        tables = (_SPEECH, _DEEDS, _HAPPENINGS) if unit.frame.kind is Kind.STATEMENT else _TABLES
        entries = ((table, self.pieces.words.key_of(table, words)) for table in tables)
        return next(((table, entry) for table, entry in entries if entry is not None), ("", None))


def _place(piece: tuple[int, str | None]) -> int:
    return piece[0]
