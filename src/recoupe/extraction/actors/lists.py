"""Lists: the members that stand side by side in a text, joined by commas and a last "et"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import final

import attrs

from recoupe.extraction.actors.cast import Member
from recoupe.extraction.actors.naming import Naming
from recoupe.extraction.actors.setting import Setting
from recoupe.extraction.actors.standing import acts
from recoupe.extraction.phrases import OF
from recoupe.language.tokens import Token

#: Words between the members of a list: "la Corée du Sud, les États-Unis et le Japon".
_LINKS = frozenset({",", "et", "ou", "&", "ainsi", "que", "puis", "comme"})
#: Members of the longest list.
_LONGEST_LIST = 40
_BETWEEN = frozenset(
    {
        "de",
        "du",
        "des",
        "d'",
        "la",
        "le",
        "les",
        "l'",
        "à",
        "au",
        "aux",
        "avec",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "un",
        "une",
    }
)


@final
@attrs.frozen(kw_only=True, eq=False)
class Unit:
    """Words that mean members: a naming or a description."""

    start: int
    end: int
    members: tuple[Member, ...]
    naming: Naming | None


@final
class Lists:
    """The units of one part, and the lists that they stand in.

    Args:
        setting: The part, with all its references found.
        bearers: By head token, whom offices without a name mean, instead of what their words alone say.
    """

    def __init__(self, setting: Setting, bearers: Mapping[int, tuple[Member, ...]]) -> None:
        self._setting, self._doc = setting, setting.doc
        #: In order.
        self.units: Sequence[Unit] = self._find(bearers)
        #: The unit of each token, the first of several.
        self._unit_of = {i: k for k, u in reversed([*enumerate(self.units)]) for i in range(u.start, u.end)}
        self._unit_of |= {u.start: k for k, u in enumerate(self.units)}

    def _find(self, bearers: Mapping[int, tuple[Member, ...]]) -> list[Unit]:
        units: dict[int, Unit] = {}
        for naming, member in self._setting.namings.values():
            units[naming.start] = Unit(start=naming.start, end=naming.end, members=(member,), naming=naming)
        references = self._setting.references
        for reference in references.values():
            for start in [s for s in units if reference.start <= s < reference.end]:
                del units[start]
            members = reference.members
            for i in range(reference.start, reference.end):
                if references.get(i) is reference:  # not the child of "la mère de l'enfant"
                    members = bearers.get(i, members)
            units[reference.start] = Unit(start=reference.start, end=reference.end, members=members, naming=None)
        ordered = sorted(units.values(), key=lambda unit: unit.start)
        return [u for k, u in enumerate(ordered) if not (k and self._in_bracket(u, ordered[k - 1]))]

    def _in_bracket(self, unit: Unit, before: Unit) -> bool:
        """ "Paul Roche (PS)": what stands alone in brackets behind a name belongs to it, and is no member of a list."""
        doc = self._doc
        bracketed = unit.start == before.end + 1 and doc[before.end].text == "("
        return bracketed and unit.end < len(doc) and doc[unit.end].text == ")"

    def at(self, i: int) -> int | None:
        """The number of the unit that begins at token `i` or that it is in."""
        return self._unit_of.get(i)

    def is_meant(self, unit: Unit) -> bool:
        """It stands for its members, and is not only the place where something happens."""
        naming = unit.naming
        return naming is None or naming.sort not in ("capital", "seat") or acts(naming, self._setting.words)

    def chain(self, at: int) -> list[Unit]:
        """The units of the list that begins at unit `at`, joined by commas and a last "et"; a unit alone is a list. One
        within the words of another stands in a list of its own: "la mère de l'enfant et son frère", but "la mère de
        l'enfant et de son frère"."""
        doc, units = self._doc, self.units
        inside = at > 0 and units[at].start < units[at - 1].end
        chain, ends = [units[at]], 1
        while at + 1 < len(units) and len(chain) < _LONGEST_LIST:
            passed = inside
            while at + 2 < len(units) and units[at + 1].start < chain[-1].end:
                at, passed = at + 1, not inside
            gap = self._without_bracket(doc[chain[-1].end : units[at + 1].start])
            words = [t.lower_ for t in gap]
            if (passed or inside) and inside != any(w in OF for w in words):
                break
            if not words or len(words) > 5 or not any(w in _LINKS for w in words):
                break
            if not all(
                w in _LINKS or w in _BETWEEN or doc[t.i].pos_ in ("NUM", "DET") for w, t in zip(words, gap, strict=True)
            ):
                break
            following = units[at + 1].naming
            if following is not None and following.start in self._setting.references:
                break
            if self._starts_a_clause(units[at + 1]):
                break
            at += 1
            chain.append(units[at])
            if any(w in ("et", "ou", "&", "que", "comme") for w in words):
                ends = len(chain)
        if len(chain) > 2 and self._acts_together(chain):
            ends = len(chain)
        return chain[: self._end_of_phrase(chain[:ends])]

    def _acts_together(self, chain: Sequence[Unit]) -> bool:
        """ "CGT, FO, Unsa appellent à la grève": names without "et", right before a verb in the plural."""
        end = chain[-1].end
        verb = self._doc[end].features if end < len(self._doc) else {}
        named = all(unit.naming is not None for unit in chain)
        return named and verb.get("VerbForm") == "Fin" and verb.get("Number") == "Plur"

    def _without_bracket(self, gap: Sequence[Token]) -> Sequence[Token]:
        """What stands between two units, without the brackets behind the first: "X (PS) et Y (LR)"."""
        if not gap or gap[0].text != "(":
            return gap
        closing = next((k for k, t in enumerate(gap) if t.text == ")"), None)
        return gap if closing is None else gap[closing + 1 :]

    def chains(self) -> Iterator[list[Unit]]:
        """All lists, in order; every unit is in one."""
        listed = set[int]()
        for at, unit in enumerate(self.units):
            if unit.start not in listed:
                chain = self.chain(at)
                listed.update(u.start for u in chain)
                yield chain

    def _end_of_phrase(self, chain: list[Unit]) -> int:
        """ "Selon la radio, Moscou et Kiev ont convenu": a list behind a preposition ends where the subject begins."""
        doc = self._doc
        start, end = chain[0].naming.address if chain[0].naming else chain[0].start, chain[-1].end
        start -= start > 0 and doc[start - 1].pos_ == "DET"
        if len(chain) < 3 or start == 0 or doc[start - 1].pos_ != "ADP" or end >= len(doc):
            return len(chain)
        verb = doc[end]
        if verb.features.get("VerbForm") != "Fin" or verb.features.get("Number") != "Plur":
            return len(chain)
        commas = [k for k in range(1, len(chain)) if doc[chain[k - 1].end].text == ","]
        return commas[-1] if commas else len(chain)

    def _starts_a_clause(self, unit: Unit) -> bool:
        """ "Il a vu Poutine et Moscou a annoncé": a verb in the singular follows, so the list ends before it."""
        doc = self._doc
        if not any(t.dep_.startswith("nsubj") and t.head.i >= unit.end for t in doc[unit.start : unit.end]):
            return False
        i = unit.end
        while i < len(doc) and (doc[i].pos_ in ("ADV", "PRON") or doc[i].lower_ in ("n'", "ne", "se", "s'")):
            i += 1
        if i >= len(doc) or doc[i].pos_ not in ("AUX", "VERB") or doc[i].features.get("VerbForm") != "Fin":
            return False
        return doc[i].features.get("Number") == "Sing"

    def before(self, at: int) -> list[tuple[Member, int, int]]:
        """What the parse lost before the subject of a verb in the plural: "Pyongyang et Moscou ont affirmé"."""
        unit = self.units[at]
        token = self._doc[unit.start]
        if len(unit.members) != 1 or unit.members[0].plural:
            return []
        verbs = [t for t in self._doc[unit.end : unit.end + 4] if t.features.get("VerbForm") == "Fin"]
        if not verbs or verbs[0].features.get("Number") != "Plur" or token.i == 0:
            return []
        found: list[tuple[Member, int, int]] = []
        for back in range(at - 1, -1, -1):
            chain = self.chain(back)
            before_list = self._doc[chain[0].start - 1] if chain[0].start else None
            if unit not in chain or (before_list is not None and before_list.pos_ == "ADP"):
                break
            found = [(m, u.start, u.end) for u in chain[: chain.index(unit)] if self.is_meant(u) for m in u.members]
        return found

    def head_of(self, unit: Unit) -> int:
        """The noun of a unit's phrase; of a name, its first word."""
        references = self._setting.references
        return next((i for i in range(unit.start, unit.end) if i in references), unit.start)
