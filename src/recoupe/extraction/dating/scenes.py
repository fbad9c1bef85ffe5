"""Scenes: what strikes, gathers people or is played on one day, and what came about with it.

"Une explosion s'est produite lundi. Deux passants ont été blessés": both on Monday, though only the first has its day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.dating.expressions import Placed
from recoupe.extraction.dating.landmarks import Landmarks
from recoupe.extraction.dating.nouns import may_tell, names_happening
from recoupe.extraction.dependencies import feature, is_verbal
from recoupe.extraction.happenings import narration
from recoupe.extraction.happenings.prospects import BEFALLING
from recoupe.language.contract import Language
from recoupe.language.tokens import Token
from recoupe.model import Kind, When

#: What is told of a match.
_PLAY = frozenset({"match", "win", "lose", "score"})
#: What the noun that names a scene is to its verb.
_STRUCK = frozenset({"nsubj", "nsubj:pass", "obj"})
#: A score: "3-1".
_SCORE: Final = re.compile(r"\b\d{1,2}\s?[-–]\s?\d{1,2}\b")


@final
@attrs.frozen(kw_only=True)
class _Sort:
    """A sort of scene, by what makes it and by what comes about in it."""

    kinds: frozenset[Kind] = frozenset()
    modes: frozenset[str] = frozenset()
    #: The modes by which something sets a scene on the occasion of which another thing was done.
    occasions: frozenset[str] = frozenset()
    holds: frozenset[Kind] = frozenset()
    beside: frozenset[str] = frozenset()


_STRUCK_SCENE: Final = _Sort(
    kinds=BEFALLING, modes=frozenset({"abduct"}), occasions=frozenset({"operation"}), holds=BEFALLING
)
_GATHERED: Final = _Sort(
    modes=frozenset({"blockade", "demonstrate", "riot"}),
    holds=BEFALLING | {Kind.PROTEST},
    beside=frozenset({"arrest"}),
)
_PLAYED: Final = _Sort(modes=_PLAY, beside=_PLAY)


@final
@attrs.frozen(kw_only=True)
class Scene:
    """The day of a scene."""

    day: When
    sort: _Sort

    @property
    def lasts(self) -> bool:
        """All of the article may be of it: the report of a match."""
        return self.sort is _PLAYED

    def holds(self, token: Token, kind: Kind, language: Language) -> bool:
        """What a verb tells of came about in it."""
        return kind in self.sort.holds or may_tell(token, (), language, modes=self.sort.beside)


def scenes(told: Sequence[Placed], landmarks: Landmarks, *, sets_off: bool) -> tuple[Scene, ...]:
    """The scenes that every one of these expressions dates to one day; none where they name several days.

    Args:
        told: What dates the telling, in order.
        landmarks: Tells what sets a scene.
        sets_off: The sentence names something else before or after it, of which the text may tell as well; what
            gathers people is then none ("ont défilé mardi après la mort d'un étudiant").
    """
    if not told or not told[0].when.is_day or any(p.when != told[0].when for p in told):
        return ()
    sorts = [_STRUCK_SCENE, _PLAYED] if sets_off else [_STRUCK_SCENE, _GATHERED, _PLAYED]
    return tuple([Scene(day=told[0].when, sort=s) for s in sorts if all(_makes(p, s, landmarks) for p in told)])


def _makes(placed: Placed, sort: _Sort, landmarks: Landmarks) -> bool:
    verb = placed.governor
    if verb is None:
        return False
    language = landmarks.language
    if sort is _PLAYED:
        return may_tell(verb, (), language, modes=_PLAY) and _is_of_play(verb, language)
    if any(may_tell(t, sort.kinds, language, modes=sort.modes) for t in _telling(verb)):
        return True
    below = [t for c in verb.children for t in (c, *c.children) if landmarks.holds(t)]
    return any(may_tell(t, sort.kinds, language, modes=sort.modes | sort.occasions) for t in below)


def _telling(verb: Token) -> list[Token]:
    """The verb and the nouns that it tells of; "la dernière ATTAQUE est celle survenue samedi"."""
    over = [c for c in verb.head.children if c.dep_ == "nsubj"] if verb.dep_ == "acl" else []
    return [verb, *(c for c in verb.children if c.dep_ in _STRUCK), *over]


def _is_of_play(verb: Token, language: Language) -> bool:
    """Its sentence names a score, or something else that is played: the verbs of matches have other senses."""
    sentence = verb.sent
    if _SCORE.search(sentence.text):
        return True
    nouns = (t for t in sentence if t.pos_ == "NOUN" and not is_verbal(t))
    return any(may_tell(t, (), language, modes=_PLAY) for t in nouns)


def is_told_in(token: Token, kind: Kind, verb: Token | None, language: Language) -> bool:
    """A headline tells of what the verb, or the noun that it tells of, may tell as well: of one lemma, or of one kind
    and mode ("le maire LIMOGÉ", "a été démis de ses fonctions")."""
    if verb is None:
        return False
    nouns = [c for c in verb.children if c.dep_ in _STRUCK and c.pos_ == "NOUN"]
    if token.lemma_.lower() in [t.lemma_.lower() for t in (verb, *nouns)]:
        return True
    mine = _senses(token, kind, language)
    return any(not mine.isdisjoint(_senses(t, kind, language)) for t in (verb, *nouns))


def _senses(token: Token, kind: Kind, language: Language) -> frozenset[str | None]:
    """The modes of a kind, of which it may tell."""
    units = (language.frames.verbs if is_verbal(token) else language.frames.nouns).get(token.lemma_.lower(), ())
    return frozenset([u.frame.mode for u in units if u.frame.kind is kind])


def is_of_several(harm: Token, language: Language) -> bool:
    """It came of several happenings, over some time: "ces attaques ont coûté la vie à douze civils"."""
    return any(
        c.dep_ == "nsubj" and feature(c, "Number") == "Plur" and names_happening(c, language) for c in harm.children
    )


def follows_background(part: Part, token: Token) -> bool:
    """The sentence before, in its paragraph, tells of what was earlier ("le club avait renvoyé son entraîneur. Il a été
    remplacé"): what is done next need not be new either, though what is said mostly is."""
    return any(narration.is_pluperfect(s.root) for s in part.doc.sents if s.end == token.sent.start)
