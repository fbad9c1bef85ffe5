"""Object pronouns: whom "l'", "lui", "les" and "leur" before a verb mean."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from recoupe.extraction.actors.agreement import gender_fits, is_several
from recoupe.extraction.actors.anaphora import Memory
from recoupe.extraction.actors.cast import Member
from recoupe.language.tokens import Token
from recoupe.model import ActorKind

#: Bodies that "l'" may mean.
_BODIES: Final = (ActorKind.ORGANISATION, ActorKind.MEDIA)
#: "Lui" and "leur" mean to whom something is done.
_DATIVE: Final = frozenset({"lui", "leur"})
_TO: Final = frozenset({"à", "au", "aux", "auprès"})


def whom_object_means(memory: Memory, part: int, token: Token, sentence: int) -> tuple[Member, ...]:
    """Whom "l'", "lui", "les" mean: one person, or several members, that are not the subject of the same verb: the
    object of the verb that it is coordinated with ("a arrêté X et l'a placé en garde à vue"); of several the
    nearest of the sentence, else the last subject; without one, the only one that the sentence and the one before
    speak of. "L'" is a body that was the subject where they speak of no person."""
    text = token.lower_
    if text in _DATIVE and (given := _whom_given(memory, part, token)):
        return given
    gender, several = {"la": "feminine", "le": "masculine"}.get(text), text in ("les", "leur")
    own, beside = _subjects_of(token.head), _objects_beside(token.head)
    found: dict[tuple[Member, ...], None] = {}
    bodies: dict[tuple[Member, ...], None] = {}
    for seen in memory.before(part, token.i):
        if sentence - seen.sentence > 1:
            break
        if is_several(seen.members) != several or (seen.part == part and own & set(range(seen.start, seen.end))):
            continue
        kind = seen.members[0].kind
        if seen.part == part and beside & set(range(seen.start, seen.end)):
            return seen.members
        if several or (kind is ActorKind.PERSON and gender_fits(seen.members[0], gender)):
            if seen.subject or (several and seen.sentence == sentence):
                return seen.members
            found[seen.members] = None
        elif seen.subject and kind in _BODIES and text == "l'":
            bodies[seen.members] = None
    chosen = found or bodies
    return next(iter(chosen)) if len(chosen) == 1 else ()


def accuser_of(pronoun: Token, verbs: Container[str]) -> Token | None:
    """ "accuse un voisin de l'avoir frappée", "accusé par Anne Roy de l'avoir frappée": who accuses, by one of `verbs`,
    of what the pronoun undergoes; None where it is no such clause."""
    governor = pronoun.head.head
    if pronoun.head.dep_ != "xcomp" or governor.lemma_ not in verbs:
        return None
    passive = any(c.dep_ in ("aux:pass", "nsubj:pass", "obl:agent") for c in governor.children)
    label = "obl:agent" if passive else "nsubj"
    return next((c for c in governor.children if c.dep_ == label), None)


def fits_object(pronoun: Token, members: Sequence[Member]) -> bool:
    """The pronoun, or the participle that agrees with it, may mean them."""
    if is_several(members) != (pronoun.lower_ in ("les", "leur")):
        return False
    feminine = pronoun.head.features.get("Gender") == "Fem" and pronoun.lower_ not in _DATIVE
    return all(gender_fits(m, "feminine" if feminine else None) for m in members)


def _whom_given(memory: Memory, part: int, pronoun: Token) -> tuple[Member, ...]:
    """Those to whom something was given before, where they are as many as the pronoun says."""
    given = _given_before(pronoun)
    seen = memory.before(part, pronoun.i) if given is not None else ()
    found = (a.members for a in seen if given is not None and a.part == part and a.start <= given.i < a.end)
    return next((members for members in found if is_several(members) == (pronoun.lower_ == "leur")), ())


def _given_before(pronoun: Token) -> Token | None:
    """ "a écrit au maire et lui a dit", "a confié l'enfant à une amie en lui donnant": to whom the verb is done with
    which the pronoun's is coordinated, or on which it hangs."""
    above = pronoun.head.head
    led = (c for c in above.children if c.dep_.startswith("obl") and above.i < c.i < pronoun.i)
    return next((t for t in led if any(c.dep_ == "case" and c.lower_ in _TO for c in t.children)), None)


def _subjects_of(verb: Token) -> set[int]:
    """The words of the subject of a verb, or of the one that it is coordinated with or hangs on."""
    verbs = (verb, verb.head)
    return {t.i for v in verbs for c in v.children if c.dep_.startswith("nsubj") for t in c.subtree}


def _objects_beside(verb: Token) -> set[int]:
    """The objects of the verb that a verb is coordinated with, by their heads."""
    return {c.i for c in verb.head.children if c.dep_ == "obj"} if verb.dep_ == "conj" else set()
