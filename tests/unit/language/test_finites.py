"""Finite verbs that the pipeline takes for nouns, adjectives and participles."""

from __future__ import annotations

import pytest

from recoupe.language.fr import French
from recoupe.language.fr.conjugation import finite_forms, third_persons
from recoupe.language.tokens import Token


def _token(text: str, word: str) -> Token:
    return next(t for t in next(French().analyse([text])) if t.text == word)


@pytest.mark.parametrize(
    ("form", "infinitive", "plural"),
    [
        ("expulse", "expulser", False),
        ("expulsent", "expulser", True),
        ("libère", "libérer", False),
        ("rejette", "rejeter", False),
        ("relègue", "reléguer", False),
        ("essuie", "essuyer", False),
        ("dément", "démentir", False),
        ("rouvrent", "rouvrir", True),
    ],
)
def test_forms_are_told_with_their_changes_of_spelling(form: str, infinitive: str, plural: bool) -> None:
    assert third_persons()[form] == (infinitive, plural)


@pytest.mark.parametrize(
    ("text", "word", "lemma", "subject", "thing"),
    [
        ("La Lituanie expulse trois diplomates biélorusses.", "expulse", "expulser", "Lituanie", "diplomates"),
        ("Riga ferme un poste-frontière", "ferme", "fermer", "Riga", "poste-frontière"),
        ("Téhéran menace Israël de représailles.", "menace", "menacer", "Téhéran", "Israël"),
        ("Incendie : le feu ravage deux maisons", "ravage", "ravager", "feu", "maisons"),
        ("Le bourgmestre limoge mardi son adjoint.", "limoge", "limoger", "bourgmestre", "adjoint"),
    ],
)
def test_a_clause_gets_the_verb_that_it_lacks(text: str, word: str, lemma: str, subject: str, thing: str) -> None:
    verb = _token(text, word)
    assert (verb.pos_, verb.lemma_, verb.features.get("Tense")) == ("VERB", lemma, "Pres")
    below = {child.dep_: child.text for child in verb.children}
    assert (below["nsubj"], below["obj"]) == (subject, thing)


@pytest.mark.parametrize(
    ("form", "infinitive", "mood", "tense"),
    [
        ("défileront", "défiler", "Ind", "Fut"),
        ("tiendra", "tenir", "Ind", "Fut"),
        ("achèteront", "acheter", "Ind", "Fut"),
        ("rejetterait", "rejeter", "Cnd", "Pres"),
        ("lança", "lancer", "Ind", "Past"),
        ("relogèrent", "reloger", "Ind", "Past"),
    ],
)
def test_other_tenses_are_told_by_their_endings(form: str, infinitive: str, mood: str, tense: str) -> None:
    found = finite_forms()[form]
    assert (found.infinitive, found.mood, found.tense) == (infinitive, mood, tense)


@pytest.mark.parametrize(
    ("text", "word", "lemma", "tense"),
    [
        ("Les autorités euthanasieront le cheptel mardi.", "euthanasieront", "euthanasier", "Fut"),
        ("Les caissières débrayent pour réclamer une prime.", "débrayent", "débrayer", "Pres"),
        ("Le titre Nordal dévisse de 12 % à la Bourse de Paris", "dévisse", "dévisser", "Pres"),
        ("Les pompiers hélitreuilleront deux randonneurs.", "hélitreuilleront", "hélitreuiller", "Fut"),
        ("Les insurgés séquestrèrent deux préfets.", "séquestrèrent", "séquestrer", "Past"),
        ("La mairie désamianta deux écoles.", "désamianta", "désamianter", "Past"),
        ("Les maires, qui chahuteront le débat lundi, sont arrivés.", "chahuteront", "chahuter", "Fut"),
    ],
)
def test_a_form_that_no_noun_has_is_a_verb(text: str, word: str, lemma: str, tense: str) -> None:
    verb = _token(text, word)
    assert (verb.pos_, verb.lemma_, verb.features.get("Tense")) == ("VERB", lemma, tense)


@pytest.mark.parametrize("text", ["Le projet sera candidat au prix.", "La loi serait adoptée mardi."])
def test_an_auxiliary_stays_one(text: str) -> None:
    assert next(t for t in next(French().analyse([text])) if t.lemma_ == "être").dep_.startswith(("aux", "cop"))


def test_a_second_verb_shares_the_subject() -> None:
    verb = _token("La Lettonie expulse deux diplomates et ferme son consulat.", "ferme")
    assert (verb.pos_, verb.dep_, verb.head.text) == ("VERB", "conj", "expulse")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Un an de prison ferme pour l'ancien maire", "ferme"),
        ("Une bombe explose : la marche blanche du 3 mai annulée", "blanche"),
        ("La première visite du pape a eu lieu mardi.", "visite"),
        ("Le projet pilote des écoles a été lancé.", "pilote"),
        ("Un accord entre les deux pays", "entre"),
        ("Une attaque le 3 mai à Gao", "attaque"),
    ],
)
def test_nouns_adjectives_and_prepositions_stay(text: str, word: str) -> None:
    assert _token(text, word).pos_ != "VERB"


@pytest.mark.parametrize(
    ("text", "word", "form"),
    [
        ("Le ministre dit que Luc Roy a fui.", "dit", "Fin"),
        ("Le soldat détruit le pont.", "détruit", "Fin"),
        ("Le ministre conduit à l'hôpital", "conduit", "Part"),
        ("Le pont détruit la nuit dernière", "détruit", "Part"),
    ],
)
def test_a_participle_by_its_form_alone_governs_as_a_verb(text: str, word: str, form: str) -> None:
    assert _token(text, word).features["VerbForm"] == form


def test_who_threatens_to_do_something_has_a_verb() -> None:
    verb = _token("La compagnie menace de licencier 300 personnes.", "menace")
    assert (verb.pos_, verb.lemma_) == ("VERB", "menacer")


@pytest.mark.parametrize("text", ["Il a lu le texte, critique de la réforme.", "Il a vu Anne, juge à Lille, hier."])
def test_a_noun_behind_a_comma_stays(text: str) -> None:
    assert not any(t.dep_ == "parataxis" for t in next(French().analyse([text])))
