"""Datelines: the place, day and agency before the first words of a report ("PARIS, 17 juin (AFP) - ...")."""

from __future__ import annotations

import re
from typing import final

import attrs

from recoupe.parsers.credits import agencies_in

_UPPER = "A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ"
#: A place in capitals ("SAINT-PRIX-D'AUZELLE", "NEW YORK/PARIS"), or with a capital ("Port-au-Prince").
_CAPITALS = rf"[{_UPPER}][{_UPPER}'’.\s/-]{{1,40}}[{_UPPER}]"
_CAPITALIZED = rf"[{_UPPER}][\w'’.-]+(?:[ /](?:(?:de|du|la|le|les|en|sur|sous|aux?|et)[ -])*[{_UPPER}][\w'’.-]+){{0,4}}"
_REGION = r"(?:\s*\([\w'’ .-]{2,40}\))?"
_DAY = r"(?:le\s+)?(?:\w+\s+)?\d{1,2}(?:er)?\s+\(?[^\W\d_]{3,9}\.?\)?(?:\s+\d{4})?"
_AGENCY = r"\(\s*(?P<agency>[^()]{2,60}?)\s*\)"
#: Characters within which a dateline ends, and the report's first word begins.
_LONGEST = 160
#: What the first word of a report looks like.
_NEXT = rf"(?=[{_UPPER}«\"“])"
_DASH = r"\s*\.?\s*(?:[-–—]+|:)\s+"

#: In the order of trust: with an agency in brackets; capitals and a dash; a place in brackets; an agency in brackets.
_FORMS = (
    re.compile(
        rf"(?P<place>{_CAPITALS}|{_CAPITALIZED}){_REGION}(?:\s*,\s*{_DAY})?\s*,?\s*{_AGENCY}(?:{_DASH}|\s+{_NEXT})"
    ),
    re.compile(rf"(?P<place>{_CAPITALS}){_REGION}(?:\s*,\s*{_DAY})?\s*[-–—]+\s+"),
    re.compile(rf"(?P<place>{_CAPITALIZED}){_REGION}\s*,\s*{_DAY}\s*[-–—]+\s+"),
    re.compile(rf"\((?P<place>{_CAPITALIZED})\)\s+(?:[-–—]\s+)?{_NEXT}"),
    re.compile(rf"{_AGENCY}(?:{_DASH}|\s+{_NEXT})"),
)
#: A place and a dash alone; where a text begins with it, and nowhere else, it is a dateline ("Ouagadougou - Le ...").
_BARE = re.compile(rf"(?P<place>{_CAPITALIZED})\s+[-–—]\s+{_NEXT}")
#: The label of a section, set apart by a point in mid-line ("conflit social•En pleines vacances, ...").
_LABEL = re.compile(rf"[^.!?•:]{{3,40}}\s?•\s?{_NEXT}")


@final
@attrs.frozen(kw_only=True)
class Dateline:
    """What stands before the report."""

    #: Where it ends in the text it opens, not included; the white space after it is part of neither.
    end: int
    #: Agencies in it, by their common names.
    agencies: tuple[str, ...]


def dateline(text: str, *, opening: bool = False) -> Dateline | None:
    """The dateline at the start of a paragraph, or None; `opening`: no paragraph stands before it.

    Brackets count as a dateline's agency only when they name one: "Le parti (LR) ..." opens no report.
    """
    head = text[:_LONGEST]
    for form in (*_FORMS, _BARE, _LABEL) if opening else _FORMS:
        match = form.match(head)
        if match is None or match.end() >= len(text):
            continue
        groups = match.groupdict()
        credit = groups.get("agency")
        agencies = agencies_in(credit) if credit else ()
        if credit and not agencies:
            continue
        if not credit and agencies_in(groups.get("place") or ""):
            agencies = agencies_in(groups["place"] or "")
        return Dateline(end=len(match.group().rstrip()), agencies=agencies)
    return None
