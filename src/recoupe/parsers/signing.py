"""Lines that sign a text: bylines, agencies' credits, initials."""

from __future__ import annotations

import re
from typing import final

import attrs

from recoupe.model import BlockKind
from recoupe.parsers.credits import Credit, agencies_in, credit, is_agency
from recoupe.parsers.cues import folded, starts, words_of
from recoupe.parsers.lines import Part

#: Initials and a name, with the code of the service that ran the text ("P.Smith--AT", "M.Pa"); initials ("SK/AKS").
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.[ -]?){1,2}[A-ZÀ-Þ][\w'’-]+(?:--?[A-Z]{2,4})?|[A-Z]{2,4}(?:/[A-Z]{2,4}){1,3}")
#: Services that sign in small letters ("(ats/afp)").
_SMALL = re.compile(r"\(?[a-zàâçéèêëîïôûù.]{2,8}(?:[/,-][a-z]{2,8})+\)?")
#: How an agency's delivery ends on the pages of its clients: "14/04/2023 13:32:25 - Paris (AFP) - © 2023 AFP".
_DELIVERY = re.compile(r"(?:[\d/:.h -]*[-–—]\s+)?[^\d()]{2,40}? ?\((?P<agency>[^()]{2,40})\)\s*[-–—]?\s*©.{0,40}")
#: What joins an agency to the end of a signature.
_JOINED = re.compile(r"(?:\bavec\b|\bet\b|[/,|(])\s*(?:l')?[\w-]+\)?$")


@final
@attrs.frozen(kw_only=True)
class Signature:
    """A line that signs a text."""

    kind: BlockKind
    credit: Credit


def signature(part: Part, *, opening: bool, last: bool) -> Signature | None:
    """What a line signs, or None when it is no signature.

    Args:
        part: The line.
        opening: It stands below the headline, before the first paragraph.
        last: It is the last of the text.
    """
    text = part.text.rstrip(". ")
    delivery = _DELIVERY.fullmatch(" ".join(text.split()))
    if delivery is not None and is_agency(delivery["agency"]):
        return Signature(kind=BlockKind.CREDIT, credit=Credit(agencies=agencies_in(delivery["agency"])))
    if is_agency(text) or _SMALL.fullmatch(text):
        agencies = tuple(dict.fromkeys((*agencies_in(text), *agencies_in(text.upper().replace("/", " ")))))
        if agencies:
            return Signature(kind=BlockKind.CREDIT, credit=Credit(agencies=agencies))
    if (opening or last) and _INITIALS.fullmatch(text) and not agencies_in(text):
        return Signature(kind=BlockKind.BYLINE, credit=Credit(author=text))
    opened = starts("byline", text.lstrip("([")) and not (part.closed and _is_sentence(part.text))
    signed = bool(agencies_in(text)) and _JOINED.search(text) is not None
    named = (opening or last) and 2 <= len(text.split()) <= 5 and not part.closed and not part.marked
    names = credit(text)
    if not (opened or named or (signed and not part.closed)) or not _are_names(names.author or ""):
        return None
    if named and not opened and not signed and not last and not _is_person(text):
        return None
    return Signature(kind=BlockKind.BYLINE, credit=names)


def before_date(text: str) -> str:
    """What stands before the date in a byline that has one: "Par Jeanne Martin, publié le ..."."""
    return re.split(r"\s*[,|·•–—-]?\s*(?:publié|mis à jour|le \d|\d{1,2}[ /.]|\d{4}-)", text, maxsplit=1, flags=re.I)[0]


def after_par(text: str) -> str:
    """Whom a line about publication names after "par": "Publié le 3 mars 2024 par Jeanne Martin"; else nothing."""
    match = re.search(r"\bpar\s+(?:l')?([A-ZÀ-Þ][^,|·•]{2,60})$", text)
    return match[1] if match else ""


def _is_sentence(text: str) -> bool:
    """It ends with a full stop and has more words than a byline or a printed date."""
    return re.search(r"[.!?]\s*[»”\"]?\s*$", text) is not None and len(text.split()) > 12


def _are_names(text: str) -> bool:
    """Every word has a capital or may stand between names."""
    words = re.findall(r"[^\W\d_][\w'’.-]*", text)
    capital = [w for w in words if w[0].isupper() or re.match(r"[dl]['’][A-ZÀ-Þ]", w)]
    rest = [w for w in words if w not in capital and folded(w).rstrip("'’.") not in words_of("byline", "particles")]
    return bool(capital) and not rest


def _is_person(text: str) -> bool:
    """Two to four capitalised words without figures or signs ("Jeanne Martin"), no section's title ("LA TENDANCE")."""
    if folded(text).replace("'", " ").split()[0] in words_of("byline", "never_first"):
        return False
    name = r"[A-ZÀ-Þ][\w'’.-]+"
    return re.fullmatch(rf"{name}(?:\s+(?:de |du |d'|le |la |van |von )?{name}){{1,3}}", text) is not None
