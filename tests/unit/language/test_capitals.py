"""Where names can stand: what the recogniser of names is given to read."""

from __future__ import annotations

import pytest

from recoupe.language.capitals import around_capitals
from recoupe.language.fr import French
from recoupe.language.fr.pack import IDLE, MODEL
from recoupe.language.nlp import pipeline
from recoupe.language.tokens import Doc

LONG = "des habitants de plusieurs villages voisins ont demandé hier soir que les travaux soient arrêtés très vite"


def _doc(text: str) -> Doc:
    return next(French().analyse([text]))


def _kept(text: str) -> list[str]:
    doc = pipeline(MODEL, "fr", IDLE)._nlp(text)
    return [doc[i].text for i in around_capitals(doc)]


@pytest.mark.parametrize("text", ["", "Il pleut.", "Les habitants sont rentrés chez eux.", LONG])
def test_a_text_without_a_capital_but_the_first_holds_no_name(text: str) -> None:
    assert _kept(text) == []


def test_words_around_a_capital_are_kept_once_and_in_order() -> None:
    kept = " ".join(_kept(f"{LONG}, a dit Anne Morel à Lyon, et {LONG}."))
    assert kept == "arrêtés très vite , a dit Anne Morel à Lyon , et des habitants de plusieurs"


def test_names_far_apart_are_found_where_they_stand() -> None:
    text = f"Anne Morel est partie : {LONG}, a répondu le ministère de la Défense, et {LONG}, dit-on à Lyon."
    assert [e.text for e in _doc(text).ents] == ["Anne Morel", "ministère de la Défense", "Lyon"]
    assert {t.ent_iob_ for t in _doc(text)} == {"B", "I", "O"}


def test_no_name_goes_on_behind_what_is_left_out() -> None:
    doc = _doc(f"Anne Morel et {LONG} Paul Roche.")
    assert all(len(e) <= 2 for e in doc.ents)
    assert {"Anne Morel", "Paul Roche"} <= {e.text for e in doc.ents}
