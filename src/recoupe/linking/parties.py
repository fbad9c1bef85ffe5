"""Parties: whether the same people, bodies and states take part in what two profiles tell."""

from __future__ import annotations

from recoupe.linking.amounts import figures_level
from recoupe.linking.naming import Outcome
from recoupe.linking.profile import Profile
from recoupe.linking.stories import tell_one_story
from recoupe.linking.tables import kinds
from recoupe.linking.words import told_apart


def agent_level(a: Profile, b: Profile) -> Outcome:
    """Whether the same named people, bodies or states act; of what all sides do, take part."""
    if a.symmetric or b.symmetric:
        return _shared(a, b, a.actors, b.actors, _countries(a), _countries(b))
    return _shared(a, b, a.agents, b.agents, a.agent_countries, b.agent_countries)


def target_level(a: Profile, b: Profile) -> Outcome:
    """Whether the same ones are concerned; of what befalls somebody once, nobody else's is told."""
    if a.symmetric or b.symmetric:
        return None
    if a.acts | b.acts <= kinds().once and _one_person(a, b, a.targets & b.targets & a.particular):
        return "once"
    return _shared(a, b, a.targets, b.targets, a.target_countries, b.target_countries)


def _one_person(a: Profile, b: Profile, shared: frozenset[str]) -> bool:
    """One of these is surely the same in both: by name and surname, or in one article, or in one story."""
    if not shared:
        return False
    return a.source == b.source or not shared.isdisjoint(a.distinct) or tell_one_story(a.story, b.story)


def unnamed_agent_level(a: Profile, b: Profile) -> Outcome:
    """Whether other words describe those who act; somebody with a name is told from them where they speak."""
    if a.unnamed_agents and b.unnamed_agents and not (a.agents or b.agents):
        return _described(a.unnamed_agents, b.unnamed_agents)
    if a.kind not in kinds().spoken or b.kind not in kinds().spoken:
        return None
    return _entitled(a, a.agents, a.unnamed_agents, b, b.agents, b.unnamed_agents)


def unnamed_target_level(a: Profile, b: Profile) -> Outcome:
    """Of people whom both count alike, one tells the trade, the other the country: "trois skieurs", "trois Belges"."""
    if a.unnamed_targets and b.unnamed_targets and not (a.targets or b.targets):
        level = _described(a.unnamed_targets, b.unnamed_targets)
        return None if level is not None and figures_level(a, b) in ("same", "compatible") else level
    return _entitled(a, a.targets, a.unnamed_targets, b, b.targets, b.unnamed_targets)


def _described(x: frozenset[str], y: frozenset[str]) -> Outcome:
    """Where nobody has a name: "un policier" is no "passager"; one "policier" may be another, or "un homme"."""
    return "different" if x.isdisjoint(y) and told_apart(x, y) else None


def _entitled(
    a: Profile, x: frozenset[str], nameless: frozenset[str], b: Profile, y: frozenset[str], others: frozenset[str]
) -> Outcome:
    """Where one of them has a name: "le conducteur" is mostly nobody whose titles are those of an officer."""
    if bool(x) is bool(y):
        return None
    words, titles = (others, a.titles) if x else (nameless, b.titles)
    return "titles" if words and titles and words.isdisjoint(titles) and told_apart(words, titles) else None


def _countries(p: Profile) -> frozenset[str]:
    return p.agent_countries | p.target_countries


def _shared(
    a: Profile,
    b: Profile,
    x: frozenset[str],
    y: frozenset[str],
    x_countries: frozenset[str],
    y_countries: frozenset[str],
) -> Outcome:
    if not x.isdisjoint(y):
        return "state" if a.particular.isdisjoint(x & y) else "named"
    if x_countries and y_countries and not x_countries.isdisjoint(y_countries):
        # Two different persons of one country are two agents; a person and its state are akin.
        return "different" if x and y and x <= a.particular and y <= b.particular else "akin"
    return "different" if x and y else None


def roles_level(a: Profile, b: Profile) -> Outcome:
    """Whether those who take part in both do so in other roles."""
    if not a.agents.isdisjoint(b.agents) or not a.targets.isdisjoint(b.targets):
        return None
    return None if a.actors.isdisjoint(b.actors) or not (a.agents or b.agents) else "crossed"
