"""Where long texts are cut."""

from __future__ import annotations

import pytest

from recoupe.language.pieces import pieces


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("", [""]),
        ("Un mot.", ["Un mot."]),
        ("Il pleut. Il neige fort.", ["Il pleut. ", "Il neige ", "fort."]),
        ("Un titre\nIl a plu. Oui", ["Un titre\n", "Il a plu. ", "Oui"]),
        ("a" * 25, ["a" * 10, "a" * 10, "a" * 5]),
        ("« Oui ! » dit-il", ["« Oui ! » ", "dit-il"]),
    ],
)
def test_a_text_is_cut_behind_lines_sentences_and_words(text: str, cut: list[str]) -> None:
    assert [text[start:end] for start, end in pieces(text, 10)] == cut
