"""Names that an article explains: "le Syndicat des pilotes de ligne (SPL)": the letters show how far they reach."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.extraction.actors.naming import Naming, quote
from recoupe.extraction.analysis import Part
from recoupe.gazetteer import countries
from recoupe.language.actors import ActorWords
from recoupe.language.tokens import Doc
from recoupe.model import ActorKind
from recoupe.names import spells

#: An abbreviation as printed: capitals, or a capital and small letters where it is read as a word ("Unef").
_ABBREVIATION = re.compile(r"[A-ZÉ][\w&.-]{1,9}")
#: How many tokens before its abbreviation a name may begin.
_LONGEST = 16


def explained(part: Part, text: str, words: ActorWords) -> Iterator[Naming]:
    """The names that stand before their abbreviation in brackets, read whole, and the abbreviations."""
    doc = part.doc
    for i in range(2, len(doc) - 1):
        if doc[i - 1].text != "(" or doc[i + 1].text not in (")", ",") or not _ABBREVIATION.fullmatch(doc[i].text):
            continue
        start = _start(doc, i, words)
        if start is None or countries().named_in_french(quote(part, text, start, i - 1)) is not None:
            continue  # a state is found as one, under either name
        for first, end in ((start, i - 1), (i, i + 1)):
            name = quote(part, text, first, end)
            yield Naming(part=part, start=first, end=end, name=name, kind=ActorKind.ORGANISATION, sort="body")


def _start(doc: Doc, at: int, words: ActorWords) -> int | None:
    """Where the name begins that the token at `at` abbreviates; None where no words before it give its letters."""
    initial = doc[at].lower_[0]
    for start in range(at - 2, max(doc[at].sent.start, at - _LONGEST) - 1, -1):
        token = doc[start]
        if (token.is_punct and "-" not in token.text) or token.features.get("VerbForm") == "Fin":
            return None
        if not token.lower_.startswith(initial) or not (token.is_capital or words.institution(token.text)):
            continue
        named = [t.text for t in doc[start : at - 1]]
        if not all(t.ent_type_ == "PER" for t in doc[start : at - 1]) and spells(doc[at].text, named):
            return start
    return None
