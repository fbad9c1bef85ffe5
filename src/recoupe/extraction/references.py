"""Nouns that point back inside an article ("cette rencontre", "ce déploiement"): which earlier mention they mean."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from recoupe.model import Mention, Status

#: How far back an antecedent is looked for, in mentions. A demonstrative reaches the same or the preceding sentences.
REACH = 12


def with_antecedents(mentions: Sequence[Mention], pointing: frozenset[int]) -> tuple[Mention, ...]:
    """The mentions, where those at the positions `pointing` know the mention that they point back to.

    The antecedent is the nearest earlier mention of the same frame, else of the same kind and mode, else of the same
    kind; one that stands for a plan is meant only if no other fits. What the pointing mention does not say itself
    (date, places, participants) is left unsaid: it is the antecedent's to say.
    """
    result: list[Mention] = []
    for position, mention in enumerate(mentions):
        found = _antecedent(result, mention) if position in pointing else None
        if found is not None:
            reason = f"« {mention.trigger.text} » reprend « {found.trigger.text} »"
            mention = attrs.evolve(
                mention,
                antecedent=found.antecedent or found.id,
                status=found.status,
                reasons=(*mention.reasons, reason),
            )
        result.append(mention)
    return tuple(result)


def _antecedent(earlier: Sequence[Mention], mention: Mention) -> Mention | None:
    candidates = [m for m in reversed(earlier[-REACH:]) if m.kind is mention.kind]
    if not candidates:
        return None

    def fit(candidate: Mention) -> tuple[bool, bool, bool]:
        return (
            candidate.frame == mention.frame,
            candidate.mode == mention.mode,
            candidate.status is not Status.PLANNED,
        )

    return max(candidates, key=fit)
