"""What took place whatever a verb says of it: the verb takes it for known, and is about something else.

"N'a pas condamné l'attaque", "conteste la hausse des loyers", "a nié avoir participé au braquage", "a démenti
l'annulation du sommet": the attack, the rise, the robbery and the summit stand (factive and aspectual verbs: Kiparsky &
Kiparsky, 1970; Karttunen, 1971).
"""

from __future__ import annotations

from typing import Final, final

import attrs

from recoupe.extraction.dependencies import children, feature, finite, is_determined, is_perfect_infinitive
from recoupe.extraction.happenings.assertions import TOLD, Assertion
from recoupe.extraction.happenings.moods import is_compound
from recoupe.extraction.happenings.prospects import BEFALLING, FOLLOWING
from recoupe.extraction.happenings.verb_status import VerbStatus
from recoupe.extraction.syntax import Syntax
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token
from recoupe.model import Kind, Status

#: Whoever calls one of these to mind may speak of one that is to come: "a évoqué la fermeture de l'école".
_OPEN: Final = FOLLOWING | {Kind.LEGISLATE, Kind.ELECTION, Kind.AGREE, Kind.OFFICE, Kind.SANCTION}


@final
@attrs.frozen(kw_only=True, eq=False)
class Givens:
    """Tells which arguments of a verb are taken for known."""

    #: ``status.toml`` of the language pack.
    words: Words
    #: Reads the parse.
    syntax: Syntax
    #: Reads the verbs.
    verbs: VerbStatus
    #: The verbs that take anything for known.
    known: frozenset[str] = attrs.field(init=False, repr=False)

    @known.default
    def _find_known(self) -> frozenset[str]:
        return frozenset().union(*map(self._of, ("contesting", "escaping", "joining", "recalling", "undoing")))

    def of(self, noun: Token, verb: Token, kind: Kind) -> Assertion | None:
        """How what `noun` names, of `kind`, stands whatever `verb` says; None where it takes nothing for known."""
        if verb.lemma_ not in self.known:
            return None
        if verb.lemma_ in self._of("escaping") and self._is_survived(noun, kind):
            return TOLD
        if noun.dep_.startswith("nsubj") and noun.dep_ != "nsubj:pass":
            return None
        known = is_determined(noun)
        if known and verb.lemma_ in self._of("joining"):
            return self._of_joined(verb, kind)
        undone = verb.lemma_ in self._of("undoing") and noun.lemma_ in self._of("acts")
        contested = known and verb.lemma_ in self._of("contesting") and kind not in BEFALLING
        counted = bool(children(noun, "nummod"))  # "évoque douze morts"
        recalled = (known or counted) and verb.lemma_ in self._of("recalling") and kind not in _OPEN
        return TOLD if undone or contested or recalled else None

    def of_rescheduled(self, noun: Token, kind: Kind) -> Assertion:
        """ "a démenti l'annulation du sommet", "écarte un report du vote": who denies that it is put off or called off
        says that it takes place as it was to."""
        return Assertion(status=Status.PLANNED, reason=f"no « {noun.text} »") if kind not in BEFALLING else TOLD

    def _of_joined(self, verb: Token, kind: Kind) -> Assertion | None:
        """ "n'a pas participé à la réunion", "accusé d'avoir participé à l'attaque": others did; and they will, where
        somebody "ne participera pas à la réunion"."""
        status = self.verbs.of(verb).status
        if is_compound(verb) or is_perfect_infinitive(verb):
            return TOLD if status in (Status.DENIED, Status.POSSIBLE) else None
        ahead = status is Status.DENIED and feature(finite(verb), "Tense") == "Fut" and kind not in BEFALLING
        return Assertion(status=Status.PLANNED, reason=f"« {verb.text} », without somebody") if ahead else None

    def _is_survived(self, noun: Token, kind: Kind) -> bool:
        """ "a échappé à un attentat", "à l'incendie": it took place, if not for whoever escaped it; unlike a death or a
        bankruptcy, and unlike an accident that is only one of those that may befall anybody."""
        definite = any(feature(c, "Definite") == "Def" for c in children(noun, "det", "case"))
        return kind in (Kind.ASSAULT, Kind.CRIME) or (definite and kind in (Kind.ACCIDENT, Kind.DISASTER))

    def _of(self, name: str) -> frozenset[str]:
        return self.words.of("presupposing", name)
