"""Participles that the pipeline takes for names, nouns and adjectives."""

from __future__ import annotations

import pytest

from recoupe.language.fr import French
from recoupe.language.fr.conjugation import present_participles
from recoupe.language.tokens import Token


def _token(text: str, word: str) -> Token:
    return next(t for t in next(French().analyse([text])) if t.text == word)


@pytest.mark.parametrize(
    ("text", "word", "lemma", "label"),
    [
        ("Le conducteur, désincarcéré par les pompiers, a été soigné.", "désincarcéré", "désincarcérer", "acl"),
        ("Appréhendé par les gendarmes, le maire a nié.", "Appréhendé", "appréhender", "advcl"),
        ("Écroué le 30 juin, il sera jugé lundi.", "Écroué", "écrouer", "advcl"),
        ("Le chanteur, adoubé lundi à Lyon, a quitté la scène.", "adoubé", "adouber", "acl"),
        ("La Tunisie tenue en échec par l'Angola", "tenue", "tenir", "acl"),
    ],
)
def test_what_has_an_agent_or_a_day_is_a_participle(text: str, word: str, lemma: str, label: str) -> None:
    token = _token(text, word)
    assert (token.pos_, token.lemma_, token.dep_) == ("VERB", lemma, label)
    assert token.features["VerbForm"] == "Part"


def test_who_did_it_stands_below() -> None:
    firemen = _token("Le conducteur, désincarcéré par les pompiers, a été soigné.", "pompiers")
    assert (firemen.head.text, firemen.dep_) == ("désincarcéré", "obl:agent")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Délégué du personnel, il a nié.", "Délégué"),
        ("La porte, martelé de tous, a cédé.", "porte"),
        ("Un délégué par atelier a été élu.", "délégué"),
    ],
)
def test_nouns_stay_nouns(text: str, word: str) -> None:
    assert _token(text, word).pos_ != "VERB"


@pytest.mark.parametrize(
    ("text", "word", "thing"),
    [
        ("La voiture a dérapé, percutant un arbre.", "percutant", "arbre"),
        ("Les rebelles se sont repliés, pillant des villages.", "pillant", "villages"),
        ("Un drone a frappé une rue lundi, tuant une femme et blessant cinq personnes.", "blessant", "personnes"),
        ("Un arbre est tombé sur une voiture, blessant légèrement la conductrice.", "blessant", "conductrice"),
    ],
)
def test_before_an_object_stands_a_present_participle(text: str, word: str, thing: str) -> None:
    token = _token(text, word)
    assert (token.pos_, token.features["Tense"]) == ("VERB", "Pres")
    assert {child.dep_: child.text for child in token.children}["obj"] == thing


def test_present_participles_are_told_with_their_changes_of_spelling() -> None:
    found = present_participles()
    assert (found["lançant"], found["jugeant"], found["rétablissant"]) == ("lancer", "juger", "rétablir")


def test_dying_is_a_verb() -> None:
    died = _token("Un enfant est mort, annoncent la préfecture et la mairie.", "mort")
    assert (died.pos_, died.lemma_) == ("VERB", "mourir")
    assert _token("C'est la mort d'un enfant.", "mort").pos_ == "NOUN"


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("Corse : Aurélien Conti élu maire de Bastia", "élu", "Aurélien"),
        ("Le pape François hospitalisé à Rome", "hospitalisé", "François"),
    ],
)
def test_a_headline_tells_what_befell_a_name_with_a_bare_participle(text: str, word: str, head: str) -> None:
    token = _token(text, word)
    assert (token.pos_, token.dep_, token.head.text) == ("VERB", "acl", head)


def test_who_is_called_elected_is_no_verb() -> None:
    assert _token("Aurélien Conti, élu de Bastia, a démissionné.", "élu").pos_ != "VERB"


@pytest.mark.parametrize(
    ("text", "participle"),
    [
        ("Une étudiante accuse un professeur de l'avoir violée.", "violée"),
        ("Jean Roche est accusé d'avoir drogué deux femmes.", "drogué"),
    ],
)
def test_behind_the_infinitive_of_avoir_stands_a_participle(text: str, participle: str) -> None:
    found = _token(text, participle)
    assert found.pos_ == "VERB"
    assert [t.text for t in found.auxiliaries] == ["avoir"]


@pytest.mark.parametrize(
    ("text", "dead", "noun"),
    [
        ("L'acteur, mort à l'âge de 80 ans, avait tourné 50 films.", "mort", "acteur"),
        ("La chanteuse, morte d'un cancer mardi, avait 50 ans.", "morte", "chanteuse"),
        ("La ministre a salué l'écrivain Jean Roche, mort lundi à 80 ans.", "mort", "Jean"),
        ("Il a rendu hommage au pape François, mort la veille.", "mort", "pape"),
    ],
)
def test_behind_a_comma_the_dead_are_said_to_have_died(text: str, dead: str, noun: str) -> None:
    token = _token(text, dead)
    assert (token.pos_, token.lemma_, token.head.text) == ("VERB", "mourir", noun)
