"""Vetoes: what rules out that two profiles report one happening, whatever speaks for it. Each gives its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from recoupe.linking.clashes import other_numbers, other_people
from recoupe.linking.counting import people
from recoupe.linking.dating import allows
from recoupe.linking.days import OPEN_END, OPEN_START
from recoupe.linking.naming import HAPPENS, REMEMBERED, Naming, opposed, planned, told_as
from recoupe.linking.profile import (
    AGENTS,
    CONTRAST,
    COUNTS,
    MONTH,
    NAMES,
    OPENING,
    ORDERED,
    ORDINALS,
    PERIOD,
    PLACES,
    SYMBOLS,
    Profile,
    at_hand,
)
from recoupe.linking.references import published_after
from recoupe.linking.stories import told_together
from recoupe.linking.tables import kinds
from recoupe.linking.timing import LONG_BEFORE, still_going_on, when_level
from recoupe.model import Kind, Status

#: Dates this precise (days) outweigh a count of visits that starts nobody says where.
DATED = 7

Veto = Callable[[Profile, Profile], str | None]


def akin(a: Naming, b: Naming) -> bool:
    """Readers of one happening may choose either kind, or one word names it that is read as both."""
    families = kinds().families
    if not families[a.kind].isdisjoint(families[b.kind]):
        return True
    return not a.stems.isdisjoint(b.stems) or told_as(a, b)


def _kinds(a: Profile, b: Profile) -> str | None:
    if akin(a.naming, b.naming):
        return None
    return f"the kinds {a.kind} and {b.kind} are never one happening"


def _opposite(a: Profile, b: Profile) -> str | None:
    if not opposed(a.naming, b.naming):
        return None
    return f"one undoes what the other does ({_list(a.acts)} / {_list(b.acts)})"


#: Statuses of what had not come about, or nobody knows, by the day of its report.
_UNDONE: Final = frozenset({Status.POSSIBLE, Status.DENIED})


def _plan(a: Profile, b: Profile) -> str | None:
    if not (planned(a.naming, b.naming) or _hoped_for(a, b)) or _with_headline(a, b) or _unmarked(a, b):
        return None
    if _on_its_day(a, b):
        return None
    return "a plan and its execution are two events"


def _hoped_for(a: Profile, b: Profile) -> bool:
    """One is only asked for, or held possible, from some day on ("a réclamé sa démission"), or had not come about well
    before the other did ("je ne démissionnerai pas")."""
    if a.status is b.status or not (a.status in _UNDONE or b.status in _UNDONE):
        return False
    hoped, other = (a, b) if a.status in _UNDONE else (b, a)
    if other.status not in HAPPENS:
        return False
    ahead = hoped.status is Status.POSSIBLE and hoped.last == OPEN_END and hoped.first != OPEN_START
    return ahead or other.first - hoped.last > 1


def _unmarked(a: Profile, b: Profile) -> bool:
    """Words of one meaning, or of one deal, name the plan and the other, which does not show that it came to pass: "le
    groupe fermera son usine", "la fermeture de l'usine"; "le rachat est annoncé", "la vente inquiète". Told after the
    day that it was planned for, it did: "la visite est prévue dimanche", the day after "la visite a plu"."""
    other, plan = (a, b) if a.status in HAPPENS else (b, a)
    if other.shown or plan.last < other.last < OPEN_END:
        return False
    return not (a.stems.isdisjoint(b.stems) and a.frames.isdisjoint(b.frames) and a.naming.near.isdisjoint(b.acts))


def _on_its_day(a: Profile, b: Profile) -> bool:
    """An article of the day itself tells by one word what goes on and what is expected of it."""
    if a.source != b.source or a.stems.isdisjoint(b.stems) or not (a.firm and b.firm):
        return False
    return a.first == b.first == a.last == b.last


def _with_headline(a: Profile, b: Profile) -> bool:
    """Headlines tell in the present what the article says is decided: "Rome rappelle son ambassadeur"."""
    return a.source == b.source and (0 in a.passages or 0 in b.passages)


def exclude(a: Profile, b: Profile) -> bool:
    """The texts themselves date them to different days.

    In two articles, one day apart may be a time zone, or the day of the report; and what goes on may be told of again.
    Nights that have a day in common are different ones.
    """
    if not (a.firm and b.firm):
        return False
    if a.night is not None and b.night is not None and a.night != b.night:
        return not still_going_on(a, b)  # "dans la nuit de vendredi à samedi", "de samedi à dimanche"
    apart = a.first - b.last if a.first > b.last else b.first - a.last
    return (apart > 1 and not still_going_on(a, b)) or (apart == 1 and a.source == b.source)


def _never(a: Profile, b: Profile) -> bool:
    """What one names without a year ("le lundi 18 novembre") can be none of the days of the other."""
    return (
        bool(a.symbols)
        and b.first != OPEN_START
        and b.last != OPEN_END
        and not all(allows(symbol, b.first - 1, b.last + 1) for symbol in a.symbols)
    )


def _dates(a: Profile, b: Profile) -> str | None:
    return "their dates exclude each other" if exclude(a, b) else None


def _years(a: Profile, b: Profile) -> str | None:
    if (a.symbols or b.symbols) and (_never(a, b) or _never(b, a)):
        return "no year brings the day that one names to that of the other"
    return None


def _period(a: Profile, b: Profile) -> str | None:
    if a.period is b.period or not (a.firm and b.firm) or min(a.span, b.span) > MONTH:
        return None
    return "one tells of what came to pass over months, the other of one happening"


def _order(a: Profile, b: Profile) -> str | None:
    if not a.ordinals or not b.ordinals or not a.ordinals.isdisjoint(b.ordinals):
        return None
    if a.source != b.source and _same_days(a, b):
        return None
    return f"the texts count them as different ones ({_list(a.ordinals)} and {_list(b.ordinals)})"


def _same_days(a: Profile, b: Profile) -> bool:
    return max(a.first, b.first) <= min(a.last, b.last) and max(a.span, b.span) <= DATED


def _one_of_them(a: Profile, b: Profile) -> str | None:
    """ "Deux trains ont déraillé": "le premier train a déraillé" is one of them.

    How many people were there does not say that it happened several times, unless it is what happened to them.
    """
    if a.source != b.source or bool(a.ordinals) is bool(b.ordinals):
        return None
    several = b if a.ordinals else a
    told = [c for c in several.counts if c.concept is not None]
    if several.kind is not Kind.CASUALTY:
        told = [c for c in told if c.concept not in people()]
    if several.plural or any(count.value > 1 and count.single for count in told):
        return "the text counts one of them, and tells of several"
    return None


def _contrast(a: Profile, b: Profile) -> str | None:
    if a.contrast is b.contrast or not a.ordinals.isdisjoint(b.ordinals):
        return None
    apart, other = (a, b) if a.contrast else (b, a)
    if a.source != b.source:
        # "le prochain sommet" may be the very one that the earlier text announced
        later = published_after(apart, other)
        if apart.ordinals:  # "Un deuxième train déraille": another one where an article opens with it
            parted = apart.first > other.last or (later and not _same_days(a, b))
            later = parted and bool(apart.given & OPENING)
        return "a later text sets one apart as another one" if later and apart.status in HAPPENS else None
    if apart.ordinals:
        return None  # a step of one happening: "un deuxième véhicule l'a percuté"
    if apart.given & OPENING and apart.start < other.start:
        return None  # "Nouvelle grève chez X": what the article goes on to tell is this one, or the one before
    if a.status is b.status is Status.PLANNED and not a.stems.isdisjoint(b.stems):
        return None  # "le dialogue", "le prochain dialogue"
    return "the text sets one apart as another one"


def _names(a: Profile, b: Profile) -> str | None:
    """ "la tempête Ciaran", "la tempête Domingos"."""
    if not a.names or not b.names or a.kind is not b.kind or not a.names.isdisjoint(b.names):
        return None
    return f"they bear different names ({_list(a.names)} / {_list(b.names)})"


def _places(a: Profile, b: Profile) -> str | None:
    """Different countries; what articles on one story tell of, they may place where it began or where it led."""
    if not a.place_countries or not b.place_countries or a.kind in kinds().spoken or told_together(a.story, b.story):
        return None
    inside = a.places & (b.places | b.enclosing) or b.places & a.enclosing or a.enclosing & b.enclosing
    if inside or not a.place_countries.isdisjoint(b.place_countries):
        return None
    return f"they happened in different places ({_list(a.places)} / {_list(b.places)})"


def _others_concerned(a: Profile, b: Profile) -> bool:
    """Two persons by their full names, or the states of two countries, that neither report names beside the
    other one."""
    if not a.targets or not b.targets or a.symmetric or b.symmetric:
        return False
    if not a.targets.isdisjoint(b.actors) or not b.targets.isdisjoint(a.actors):
        return False
    if a.targets.isdisjoint(a.particular):
        known = a.target_countries and b.target_countries and a.target_countries.isdisjoint(b.target_countries)
        return bool(known) and b.targets.isdisjoint(b.particular)
    return a.targets <= a.distinct and b.targets <= b.distinct


def _targets(a: Profile, b: Profile) -> str | None:
    return f"others are concerned ({_list(a.targets)} / {_list(b.targets)})" if _others_concerned(a, b) else None


def surely(a: Profile, b: Profile) -> bool:
    """A frequent veto holds that costs less to see than a score: asked of every candidate pair."""
    return exclude(a, b) or _others_concerned(a, b)


def _speakers(a: Profile, b: Profile) -> str | None:
    """What somebody says, praises or condemns is that speaker's act; a state and its officials speak for each other."""
    if not a.agents or not b.agents or not a.agents.isdisjoint(b.agents):
        return None
    if a.kind not in kinds().spoken or b.kind not in kinds().spoken:
        return None
    akin = a.agent_countries & b.agent_countries
    if akin and not (a.agents <= a.particular and b.agents <= b.particular):
        return None
    return f"others speak ({_list(a.agents)} / {_list(b.agents)})"


def _list(values: frozenset[str] | frozenset[int]) -> str:
    return ", ".join(sorted(str(v) for v in values))


#: All vetoes, the cheapest and most frequent first.
VETOES: tuple[Veto, ...] = (
    _kinds,
    _opposite,
    _plan,
    _dates,
    _period,
    _order,
    _one_of_them,
    _contrast,
    _names,
    _speakers,
    _targets,
    _places,
    other_people,
    other_numbers,
    _years,
)


#: Those that hold against a word that points back ("cette rencontre"): what it is told with may belong to others.
_OF_REFERENCE: tuple[Veto, ...] = (
    _kinds, _opposite, _plan, _dates, _period, _order, _one_of_them, _contrast, _names, other_people, other_numbers,
)  # fmt: skip


def no_reference(a: Profile, b: Profile) -> bool:
    """A word does not point back to the other one, since the text tells two of them ("ces deux déplacements"), or one
    was over long before the other."""
    if a.counts_apart(b) or when_level(a, b) in LONG_BEFORE:
        return True
    return any(veto(a, b) is not None for veto in _OF_REFERENCE)


def vetoed(a: Profile, b: Profile) -> bool:
    """Some veto holds between two profiles. Symmetric."""
    return surely(a, b) or otherwise(a, b)


def otherwise(a: Profile, b: Profile) -> bool:
    """Some veto holds that `surely` does not look at. Symmetric."""
    if _named_apart(a.naming, b.naming) or _plan(a, b) is not None:
        return True
    for veto in _asked(at_hand(a, b)):  # noqa: SIM110 - asked of many pairs, and `any` takes twice as long
        if veto(a, b) is not None:
            return True
    return False


@lru_cache(maxsize=REMEMBERED)
def _named_apart(a: Naming, b: Naming) -> bool:
    return not akin(a, b) or opposed(a, b)


#: What must be at hand (`profile.at_hand`), or the veto cannot hold.
_NEEDS: Mapping[Veto, int] = {
    _period: PERIOD,
    _order: ORDINALS,
    _one_of_them: ORDERED,
    _contrast: CONTRAST,
    _names: NAMES,
    _speakers: AGENTS,
    _places: PLACES,
    other_people: COUNTS,
    other_numbers: COUNTS,
    _years: SYMBOLS,
}


@cache
def _asked(hand: int) -> tuple[Veto, ...]:
    """The vetoes that can hold between profiles that have so much at hand, beside those that are asked before."""
    return tuple(
        v for v in VETOES if v not in (_kinds, _opposite, _plan, _dates, _targets) and not _NEEDS.get(v, 0) & ~hand
    )


def only_planned(a: Profile, b: Profile) -> bool:
    """One is the plan of what the other reports: no other veto holds."""
    return _plan(a, b) is not None and not any(veto(a, b) is not None for veto in VETOES if veto is not _plan)


def reasons(a: Profile, b: Profile) -> Iterator[str]:
    """The reasons of all vetoes that hold."""
    for veto in VETOES:
        reason = veto(a, b)
        if reason is not None:
            yield reason
