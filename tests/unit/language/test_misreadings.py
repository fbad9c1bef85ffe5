"""Verbs that the pipeline takes for something else."""

from __future__ import annotations

import pytest

from recoupe.language.fr import French
from recoupe.language.tokens import Token


def _token(text: str, word: str) -> Token:
    return next(t for t in next(French().analyse([text])) if t.text == word)


@pytest.mark.parametrize(
    ("text", "word", "lemma", "tense"),
    [
        ("La reine visitera le musée mardi.", "visitera", "visiter", "Fut"),
        ("Tavernel a quant à lui démissionné vendredi.", "démissionné", "démissionner", "Past"),
        ("La réunion ne s'est pas tenue mardi.", "tenue", "tenir", "Past"),
        ("Il a été placé en résidence surveillée mercredi.", "surveillée", "surveiller", "Past"),
    ],
)
def test_a_form_with_a_subject_or_an_auxiliary_is_a_verb(text: str, word: str, lemma: str, tense: str) -> None:
    token = _token(text, word)
    assert (token.pos_, token.lemma_, token.features.get("Tense")) == ("VERB", lemma, tense)


def test_a_denial_in_a_headline_is_a_verb() -> None:
    denies = _token("Nordal dément la fermeture de son usine de Lens.", "dément")
    assert {child.dep_: child.text for child in denies.children}["nsubj"] == "Nordal"


def test_a_perfect_with_etre_is_no_passive() -> None:
    arrived = _token("Le ministre est arrivé à Brest mardi.", "arrivé")
    assert {child.dep_ for child in arrived.children} >= {"nsubj", "aux:tense"}


def test_a_passive_stays_one() -> None:
    arrested = _token("Le suspect a été arrêté par la police.", "arrêté")
    assert "aux:pass" in {child.dep_ for child in arrested.children}


@pytest.mark.parametrize("text", ["Le caméra du juge fonctionne.", "L'opéra rouvre.", "Le démissionné parle."])
def test_nouns_stay_nouns(text: str) -> None:
    doc = next(French().analyse([text]))
    assert doc[1].pos_ != "VERB"


def test_behind_par_stands_who_did_it() -> None:
    court = _token("L'enquête ouverte par le parquet de Nantes se poursuit.", "parquet")
    assert (court.head.text, court.dep_) == ("ouverte", "obl:agent")
    assert court in court.head.children


def test_a_name_behind_what_opens_a_sentence_is_the_subject_that_is_missing() -> None:
    assert _token("Selon la mairie, Jean Petit, 42 ans, a été tué par balles lundi.", "Jean").dep_ == "nsubj:pass"


def test_where_the_verb_has_a_subject_the_name_is_in_apposition() -> None:
    assert not _token("Selon le maire, Jean Petit, le feu a été maîtrisé lundi.", "Jean").dep_.startswith("nsubj")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Personne n'a été blessé dans l'incendie.", "PRON"),
        ("La police n'a arrêté personne.", "PRON"),
        ("Une personne a été blessée.", "NOUN"),
    ],
)
def test_nobody_is_no_person(text: str, part: str) -> None:
    (doc,) = French().analyse([text])
    assert [t.pos_ for t in doc if t.lower_ == "personne"] == [part]


def test_hundreds_count_the_noun_behind_them() -> None:
    people = _token("Trois cents personnes ont été arrêtées vendredi.", "personnes")
    assert (people.dep_, people.head.text) == ("nsubj:pass", "arrêtées")
    assert [(child.text, child.dep_) for child in people.children] == [("Trois", "nummod"), ("cents", "nummod")]


def test_a_group_of_digits_is_no_article() -> None:
    crowd = _token("La préfecture a recensé 4 500 manifestants à Marseille.", "manifestants")
    assert [child.dep_ for child in crowd.children if child.text in ("4", "500")] == ["nummod", "nummod"]


@pytest.mark.parametrize(
    ("text", "word", "pos"),
    [("Leurs tentatives ont été vaines.", "vaines", "ADJ"), ("Trois élues sont présentes.", "présentes", "ADJ")],
)
def test_what_does_not_end_like_a_participle_of_its_verb_is_none(text: str, word: str, pos: str) -> None:
    assert _token(text, word).pos_ == pos


def test_a_street_is_no_verb() -> None:
    assert _token("Un homme poignardé à mort en pleine rue à Nantes", "rue").pos_ == "NOUN"
    assert _token("La foule se rue sur les billets.", "rue").pos_ == "VERB"


def test_what_somebody_has_done_to_himself_is_a_verb() -> None:
    token = _token("Je me ferai vacciner, a-t-il dit.", "vacciner")
    assert (token.pos_, token.dep_, token.head.text) == ("VERB", "xcomp", "ferai")
