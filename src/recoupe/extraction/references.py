"""Nouns that mean what an article tells elsewhere: "cette rencontre" and "l'attaque" further up, headlines below.

A demonstrative always points back. A definite noun without a date of its own does where the same sort of happening was
told before: in five cases of six, on the articles that this was measured on.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

import attrs

from recoupe.extraction.happenings.tellings import root
from recoupe.model import Mention, Status, When

#: How far back an antecedent is looked for, in mentions. A demonstrative reaches the same or the preceding sentences.
REACH = 12
#: How many characters behind a noun are its complements, and around a trigger what it is about.
COMPLEMENT, AROUND = 60, 90
#: Words of complement that a definite noun must share with a plan to mean what was planned.
SHARED = 2
#: How many letters make the stem of a word of topic.
_STEM = 5
#: And how many make that of a trigger, for words of two sorts to be one.
_LONG_STEM = 7
_WORDS = re.compile(r"[^\W\d_]{5,}")


def with_antecedents(
    mentions: Sequence[Mention],
    pointing: Collection[int],
    definite: Collection[int] = frozenset(),
) -> tuple[Mention, ...]:
    """The mentions, where those that point back know the mention that they point back to.

    What the pointing mention does not say itself (date, places, participants) is left unsaid: it is the antecedent's
    to say. It takes over the status, which a noun cannot show.

    Args:
        mentions: those of one article, in order.
        pointing: positions of nouns with a demonstrative. Their antecedent is the nearest earlier mention of one
            stem, else of the same frame, else of the same kind and mode, else of the same kind; a plan is meant only
            if no other fits.
        definite: positions of definite nouns whose status no word shows. Their antecedent is the earlier mention of the
            same root, frame or mode that shares most of their complements, else the nearest of the same root; a plan
            only where complements are shared, or where only plans were told and it is named by the same root.
    """
    result: list[Mention] = []
    for position, mention in enumerate(mentions):
        found = None
        if position in pointing:
            found = _antecedent(result, mention)
        elif position in definite and mention.expression is None:
            found = _told_before(result, mention)
        if found is not None:
            reason = f"« {mention.trigger.text} » reprend « {found.trigger.text} »"
            known = mention.expression is not None or found.status is mention.status
            mention = attrs.evolve(
                mention,
                antecedent=found.antecedent or found.id,
                status=found.status,
                when=mention.when if known else When(),
                reasons=(*mention.reasons, reason),
            )
        result.append(mention)
    return tuple(result)


def _antecedent(earlier: Sequence[Mention], mention: Mention) -> Mention | None:
    stem = _stem(mention)
    candidates = [m for m in reversed(earlier[-REACH:]) if m.kind is mention.kind or _stem(m) == stem]
    if not candidates:
        return None

    def fit(candidate: Mention) -> tuple[bool, bool, bool, bool]:
        return (
            _stem(candidate) == stem,
            candidate.frame == mention.frame,
            candidate.mode == mention.mode,
            candidate.status is not Status.PLANNED,
        )

    return max(candidates, key=fit)


def _stem(mention: Mention) -> str:
    """ "confirmé" and "confirmation" -> "confirm", whatever sort of happening each was taken for."""
    return root(mention.trigger.text, _LONG_STEM)


def _told_before(earlier: Sequence[Mention], mention: Mention) -> Mention | None:
    wanted, own = _words(mention, 0, COMPLEMENT), root(mention.trigger.text)
    best: Mention | None = None
    planned: Mention | None = None
    most = -1
    for candidate in reversed(earlier):
        if candidate.passage.start == mention.passage.start:
            continue
        one_root = root(candidate.trigger.text) == own  # "fermera" and "la fermeture"
        if not (one_root or _same_sort(candidate, mention)):
            continue
        shared = len(wanted & _words(candidate, AROUND, AROUND))
        told = candidate.status in (Status.OCCURRED, Status.ONGOING) and (one_root or shared > 0)
        if candidate.status is Status.PLANNED and planned is None and one_root:
            planned = candidate
        if (told or (candidate.status is Status.PLANNED and shared >= SHARED)) and shared > most:
            best, most = candidate, shared
    return best or planned


def _same_sort(candidate: Mention, mention: Mention) -> bool:
    """They are of one kind, and of one mode or frame."""
    if candidate.kind is not mention.kind:
        return False
    same_mode = mention.mode is not None and candidate.mode == mention.mode
    return same_mode or (mention.frame is not None and candidate.frame == mention.frame)


def _words(mention: Mention, before: int, after: int) -> frozenset[str]:
    """Stems of the words of topic that stand so many characters before and after its trigger."""
    start, end = (at - mention.passage.start for at in (mention.trigger.start, mention.trigger.end))
    text = mention.passage.text
    around = f"{text[max(0, start - before) : start]} {text[end : end + after]}"
    return frozenset(word[:_STEM] for word in _WORDS.findall(around.casefold()))
