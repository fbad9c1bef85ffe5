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
#: Statuses of which an antecedent seldom has the first ones.
_SETTLED = (Status.POSSIBLE, Status.DENIED, Status.PLANNED)
_WORDS = re.compile(r"[^\W\d_]{5,}")


def antecedents(
    mentions: Sequence[Mention],
    pointing: Collection[int],
    definite: Collection[int] = frozenset(),
) -> tuple[int | None, ...]:
    """For each mention, the position of the one that it points back to; None where it stands for itself.

    Args:
        mentions: those of one article, in order.
        pointing: positions of nouns with a demonstrative. Their antecedent is the nearest earlier mention of one
            stem, else of the same frame, else of the same kind and mode, else of the same kind; a plan is meant only
            if nothing told as done fits, and what may be only if no plan does either.
        definite: positions of definite nouns whose status no word shows. Their antecedent is the earlier mention of the
            same root, frame or mode that shares most of their complements, else the nearest of the same root; a plan
            only where complements are shared, or where only plans were told and it is named by the same root.
    """
    found: list[int | None] = []
    known: list[Mention] = []
    for position, mention in enumerate(mentions):
        before: int | None = None
        if position in pointing:
            before = _antecedent(known, mention)
        elif position in definite and mention.expression is None:
            before = told_before(known, mention)
        if before is not None and known[before].status is not mention.status:
            mention = attrs.evolve(mention, status=known[before].status)
        known.append(mention)
        found.append(before)
    return tuple(found)


def joined(mentions: Sequence[Mention], before: Sequence[int | None]) -> tuple[Mention, ...]:
    """The mentions, where those that point back know the mention that they point back to.

    What the pointing mention does not say itself (date, places, participants) is left unsaid: it is the antecedent's
    to say. It takes over the status, which a noun cannot show.

    Args:
        mentions: those of one article, in order.
        before: for each, the position of its antecedent, or None.
    """
    result: list[Mention] = []
    for mention, position in zip(mentions, before, strict=True):
        if position is not None:
            found = result[position]
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


def _antecedent(earlier: Sequence[Mention], mention: Mention) -> int | None:
    stem = _stem(mention)

    def fit(position: int) -> tuple[bool, bool, bool, int]:
        candidate = earlier[position]
        return (
            _stem(candidate) == stem,
            candidate.frame == mention.frame,
            candidate.mode == mention.mode,
            _SETTLED.index(candidate.status) if candidate.status in _SETTLED else len(_SETTLED),
        )

    near = range(len(earlier) - 1, max(-1, len(earlier) - 1 - REACH), -1)
    candidates = [n for n in near if earlier[n].kind is mention.kind or _stem(earlier[n]) == stem]
    return max(candidates, key=fit, default=None)


def _stem(mention: Mention) -> str:
    """ "confirmé" and "confirmation" -> "confirm", whatever sort of happening each was taken for."""
    return root(mention.trigger.text, _LONG_STEM)


def told_before(earlier: Sequence[Mention], mention: Mention) -> int | None:
    """The position, among the mentions told before it, of the one that a definite noun means; None where there is none.
    It shares the noun's root, or is of its sort, and of those the one that shares most words of topic with it."""
    wanted, own = _words(mention, 0, COMPLEMENT), root(mention.trigger.text)
    best: int | None = None
    planned: int | None = None
    most = -1
    for position in range(len(earlier) - 1, -1, -1):
        candidate = earlier[position]
        if candidate.passage.start == mention.passage.start:
            continue
        one_root = root(candidate.trigger.text) == own  # "fermera" and "la fermeture"
        if not (one_root or _same_sort(candidate, mention)):
            continue
        shared = len(wanted & _words(candidate, AROUND, AROUND))
        told = candidate.status in (Status.OCCURRED, Status.ONGOING) and (one_root or shared > 0)
        if mention.status is Status.PLANNED and candidate.status is not Status.PLANNED:
            continue  # "l'annonce de la fermeture"
        if candidate.status is Status.PLANNED and planned is None and one_root:
            planned = position
        if (told or (candidate.status is Status.PLANNED and shared >= SHARED)) and shared > most:
            best, most = position, shared
    return best if best is not None else planned


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
