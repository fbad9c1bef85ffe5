"""Who is credited for a text: the author as printed, and the news agencies, told apart."""

from __future__ import annotations

import re
from functools import cache
from typing import final

import attrs

from recoupe.parsers.cues import data, folded, words_of

#: What joins agencies to each other and to names; any number, and each stretch of white space in one way only.
_JOINERS = r"(?:\s*(?:,|;|/|\||·|•|&|\+|\bet\b|\bavec\b|\band\b|\bwith\b|\bvia\b|\bpar\b|\bl'|\bles?\b|\bnos\b))*\s*"
_OPENING = re.compile(
    r"^\s*(?:(?:un\s+)?(?:texte|article|reportage|récit|enquête|analyse|propos recueillis|dossier)\s*(?:de|par|:)\s*"
    r"|avec\s+(?:les?|des)\s+(?:informations?|éléments?|contributions?|collaboration)\s+(?:de\s+|d['’]|des\s+)"
    r"|(?:article\s+)?(?:rédigé|écrit|publié|posté|recueilli|mis en ligne) par\s+|(?:written|posted) by\s*:?\s+"
    r"|(?:auteure?s?(?:\(s\))?|autor(?:in)?|source)\s*:\s+|(?:par|by|von|reporting by|signé|reportage)\s+)",
    re.IGNORECASE,
)
#: Who translated and edited a text did not write it.
_EDITED = re.compile(
    r"\s*[,;]\s*(?:version française|édité|éditée|traduit|relu|edited|editing|writing)\b.*", re.IGNORECASE | re.DOTALL
)


@final
@attrs.frozen(kw_only=True)
class Credit:
    """A byline, taken apart."""

    #: The author or authors as printed, without the agencies; None where only agencies, or nobody, are credited.
    author: str | None = None
    #: Agencies credited, by their common names, in the order of the credit.
    agencies: tuple[str, ...] = ()


def agencies_in(text: str) -> tuple[str, ...]:
    """The agencies that a credit names, each once, in its order; not for running text, where agencies are sources."""
    found = (_by_form()[m.group().replace("’", "'")] for m in _forms().finditer(text.replace("’", "'")))
    return tuple(dict.fromkeys(found))


def without_opening(byline: str) -> str:
    """A byline without the words that open it: "Propos recueillis par Jeanne Martin" is "Jeanne Martin"."""
    return _OPENING.sub("", byline)


def is_agency(text: str) -> bool:
    """The text names agencies and nothing else ("AFP", "AFP Agence France-Presse", "avec Reuters et AFP")."""
    return bool(agencies_in(text)) and not _without_agencies(text)


def credit(byline: str) -> Credit:
    """Take a byline apart: "Par Jeanne Martin (avec AFP)" credits Jeanne Martin, and the agency AFP."""
    author = _OPENING.sub("", _EDITED.sub("", _without_agencies(byline))).strip(" ,;/|·•&+-–—()\t\n")
    author = re.sub(r"\s*(?:,|\bet\b|\bavec\b)\s+(?:l'|les\s+|nos\s+|des\s+)?agences?(?:\s+de\s+presse)?$", "", author)
    generic = not author or folded(author) in words_of("byline", "nobody") or not any(c.isalpha() for c in author)
    return Credit(author=None if generic else " ".join(author.split()), agencies=agencies_in(byline))


def _without_agencies(text: str) -> str:
    """What is left of a credit when the agencies, and the words that join them, are taken out."""
    rest = _OPENING.sub("", text.replace("’", "'").strip())
    rest = re.sub(rf"(?i:{_JOINERS})(?:{_forms().pattern})(?i:{_JOINERS})", " \x00 ", rest)
    rest = re.sub(r"\(\s*(?:\x00|\s)*\)", " ", rest)
    rest = re.sub(r"^(?:\s|\x00)+|(?:\s|\x00)+$", "", rest)
    rest = re.sub(r"[\s\x00]+", " ", re.sub(r"\s*\x00\s*", ", ", rest)).strip(" ,;/|()-–—")
    return rest if re.search(r"\b[A-ZÀ-Þ]\.$", rest) else rest.strip(" ,;/|()-–—.")


@cache
def _by_form() -> dict[str, str]:
    return {form: name for name, forms in data("agencies")["agency"].items() for form in forms}


@cache
def _forms() -> re.Pattern[str]:
    forms = sorted(_by_form(), key=len, reverse=True)
    return re.compile(r"(?<![\w.@-])(?:" + "|".join(map(re.escape, forms)) + r")(?![\w@]|-\w|\.\w)")
