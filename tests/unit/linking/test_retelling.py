"""What the determiners of mentions of two articles say of what was news before."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from recoupe.linking.profile import LEAD, Profile
from recoupe.linking.profiling import of_mention
from recoupe.linking.references import KNOWN_AFTER, retelling_level
from recoupe.linking.stories import story
from recoupe.model import Kind, When

MONDAY = date(2025, 6, 16)


def _told(desk: Any, outlet: str, text: str, trigger: str, *, days: int = 0, at: int = 0) -> Profile:
    """A mention that stands `at` so many characters, in an article published so many days after Monday."""
    mention = desk.report(outlet, text, trigger, kind=Kind.OFFICE)
    of = story([text], When.on(date.fromordinal(MONDAY.toordinal() + days)))
    return attrs.evolve(of_mention(mention, mention.when, desk.actors, of), passages=frozenset({at}))


@pytest.mark.parametrize(
    ("text", "trigger", "opens", "later_at", "level"),
    [
        ("La démission du maire divise le conseil", "démission", True, 2 * LEAD, "known"),
        ("Après sa démission, le maire se tait", "démission", True, 0, "known"),
        ("La démission du maire divise le conseil", "démission", False, 0, "other_news"),
        ("La démission du maire divise le conseil", "démission", False, 2 * LEAD, None),
        ("Le maire a démissionné", "démissionné", True, 2 * LEAD, None),
        ("Une démission affaiblirait le conseil", "démission", True, 2 * LEAD, "one"),
    ],
)
def test_news_is_known_some_days_later(
    desk: Any, text: str, trigger: str, opens: bool, later_at: int, level: str | None
) -> None:
    first = _told(desk, "a", "Le maire démissionne", "démissionne", at=0 if opens else 2 * LEAD)
    later = _told(desk, "b", text, trigger, days=KNOWN_AFTER, at=later_at)
    assert retelling_level(first, later) == retelling_level(later, first) == level


def test_news_of_one_day_is_known_to_nobody_yet(desk: Any) -> None:
    first = _told(desk, "a", "Le maire démissionne", "démissionne")
    later = _told(desk, "b", "La démission du maire divise le conseil", "démission", days=KNOWN_AFTER - 1)
    assert retelling_level(first, later) is None


def test_articles_without_a_day_and_mentions_of_one_article_are_not_compared(desk: Any) -> None:
    first = _told(desk, "a", "Le maire démissionne", "démissionne")
    later = _told(desk, "b", "La démission du maire divise le conseil", "démission", days=KNOWN_AFTER)
    undated = attrs.evolve(first, story=story(["Le maire démissionne"], None))
    assert retelling_level(undated, later) is None
    assert retelling_level(first, attrs.evolve(later, source=first.source)) is None
