"""Where quotations begin and end. The sentences are made up."""

from __future__ import annotations

import pytest

from recoupe.extraction.attribution.quotations import quotation_of, quotations
from recoupe.language.fr import French


def quoted(text: str) -> list[str]:
    (doc,) = French().analyse([text])
    return [doc.words(q.start, q.end) for q in quotations(doc)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rien de neuf.", []),
        ("« Nous partons. Demain », a dit Paul.", ["Nous partons. Demain"]),
        ('Elle a dit "oui", puis "non".', ["oui", "non"]),
        ("Il a crié : « Au feu", ["Au feu"]),
        ("Un « » vide.", []),
        ('Il a perdu pied", puis a dit "oui" à tous.', ["oui"]),
        ('« Le "projet" est mort », a dit Paul.', ['Le "projet" est mort']),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_token_is_in_one_quotation_or_none() -> None:
    (doc,) = French().analyse(["« Nous partons demain », a dit Paul."])
    found = quotations(doc)
    assert quotation_of(doc[1], found) == found[0]
    assert quotation_of(doc[-2], found) is None
