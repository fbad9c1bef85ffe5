"""Arguments put right by word order. The sentences are made up."""

from __future__ import annotations

import pytest

from recoupe.language.fr import French
from recoupe.language.tokens import Token


def parsed(text: str) -> list[Token]:
    (doc,) = French().analyse([text])
    return list(doc)


def arguments(text: str, verb: str) -> dict[str, str]:
    """Relation to word, for what hangs on `verb`."""
    token = next(t for t in parsed(text) if t.text == verb)
    return {child.dep_: child.text for child in token.children}


@pytest.mark.parametrize(
    ("text", "verb", "relation", "word"),
    [
        ("Le club a de son côté recruté deux joueurs, a confirmé une porte-parole.", "recruté", "nsubj", "club"),
        ("Les députés ont, sans surprise, adopté la loi mardi.", "adopté", "nsubj", "députés"),
        ("« C'est une honte », a accusé la maire de Brive.", "accusé", "nsubj", "maire"),
        ("Le fonds, dont l'offre s'élevait à un million, déposera un recours lundi.", "déposera", "nsubj", "fonds"),
        ("Elle sera entendue lundi par la commission.", "entendue", "obl:agent", "commission"),
        ("La police soupçonne un homme de 45 ans d'avoir volé une moto.", "soupçonne", "xcomp", "volé"),
        ("La banque a été vendue en mai.", "vendue", "nsubj:pass", "banque"),
        ("Burkina : une double attaque à l'engin explosif fait 15 morts", "fait", "nsubj", "attaque"),
        ("Les « blouses blanches » ont envahi un rond-point.", "envahi", "nsubj", "blouses"),
        ("Vol de bijoux au port : les sentences sont tombées", "tombées", "nsubj", "sentences"),
    ],
)
def test_lost_arguments_are_attached(text: str, verb: str, relation: str, word: str) -> None:
    assert arguments(text, verb)[relation] == word


def test_a_clause_behind_ce_is_what_the_verb_is_about() -> None:
    closed = next(t for t in parsed("Le maire demande à ce que la route soit fermée.") if t.text == "fermée")
    assert (closed.dep_, closed.head.text) == ("ccomp", "demande")


def test_coordinated_participles_share_an_auxiliary() -> None:
    tokens = parsed("Le ministre a promis de ne rien céder aux pirates et offert une récompense de 500 euros.")
    offered = next(t for t in tokens if t.text == "offert")
    assert (offered.dep_, offered.head.text) == ("conj", "promis")


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Trois policiers sont morts et une dizaine d'autres ont été hospitalisés.", "hospitalisés", "dizaine"),
        (
            "Plusieurs dizaines de personnes ont perdu la vie et près d'une centaine d'autres ont été blessées.",
            "blessées",
            "centaine",
        ),
    ],
)
def test_a_second_clause_has_a_subject_of_its_own(text: str, verb: str, subject: str) -> None:
    token = next(t for t in parsed(text) if t.text == verb)
    assert [c.text for c in token.children if c.dep_.startswith("nsubj")] == [subject]
    assert token.dep_ == "conj"


def test_a_passive_participle_shares_an_auxiliary_with_one_that_it_agrees_with() -> None:
    tokens = parsed("Les trois suspects ont été inculpés mardi de vol et de recel et placés en détention.")
    placed = next(t for t in tokens if t.text == "placés")
    assert (placed.dep_, placed.head.text) == ("conj", "inculpés")


def test_the_first_of_three_subjects_is_one() -> None:
    found = arguments("Les États-Unis, le Japon et la Corée du Sud ont mené des exercices navals conjoints.", "mené")
    assert found["nsubj"] == "États-Unis"
    found = arguments("Plusieurs ONG, dont Amnesty International et Care, ont dénoncé les tirs.", "dénoncé")
    assert found["nsubj"] != "ONG"


@pytest.mark.parametrize(
    "text", ["La mairie fermera à compter de vendredi le parc.", "Les profs feront grève à partir du vendredi 23 mai."]
)
def test_an_infinitive_in_a_preposition_governs_nothing(text: str) -> None:
    day = next(t for t in parsed(text) if t.text == "vendredi")
    assert {"compter", "partir"}.isdisjoint(t.text for t in day.ancestors)


def test_heads_never_make_a_circle() -> None:
    text = "Le groupe, qui a annoncé hier un plan, a de son côté supprimé, a-t-il dit, « cent postes », a regretté Luc."
    for token in parsed(text):
        assert token not in token.ancestors


def test_a_participle_behind_a_comma_has_a_subject_of_its_own() -> None:
    tokens = parsed("Le patron du groupe a démissionné vendredi, les salariés ayant rejeté la proposition.")
    rejected = next(t for t in tokens if t.text == "rejeté")
    assert {c.text for c in rejected.children if c.dep_ == "nsubj"} == {"salariés"}
    assert rejected.head.text == "démissionné"


def test_a_participle_right_behind_a_noun_that_agrees_is_its_own() -> None:
    placed = next(t for t in parsed("Il a été placé en résidence surveillée mercredi.") if t.text == "surveillée")
    assert placed.head.text == "résidence"


@pytest.mark.parametrize(
    ("text", "clause", "relation", "head"),
    [
        ("Le groupe Norvia a annoncé mercredi qu'il allait supprimer 90 postes.", "allait", "ccomp", "annoncé"),
        ("La police a annoncé ce matin qu'elle avait arrêté deux hommes.", "arrêté", "ccomp", "annoncé"),
        (
            "Elle a ajouté que dix agents fouillaient la forêt et que l'on négociait.",
            "négociait",
            "conj",
            "fouillaient",
        ),
        ("Il a vu mardi le film que tu aimes.", "aimes", "acl:relcl", "film"),
    ],
)
def test_what_is_said_belongs_to_the_verb_of_saying(text: str, clause: str, relation: str, head: str) -> None:
    token = next(t for t in parsed(text) if t.text == clause)
    assert (token.dep_, token.head.text) == (relation, head)


@pytest.mark.parametrize(
    ("text", "verb", "relation", "word"),
    [
        ("Le choc n'a fait ni mort ni blessé.", "fait", "obj", "mort"),
        ("La panne n'a causé ni retard, ni annulation.", "causé", "obj", "retard"),
    ],
)
def test_what_neither_opens_is_an_object(text: str, verb: str, relation: str, word: str) -> None:
    assert arguments(text, verb)[relation] == word
    links = [token for token in parsed(text) if token.text == "ni"]
    assert [token.dep_ for token in links] == ["det", "det"]


def test_neither_of_two_participles_is_an_object() -> None:
    assert "obj" not in arguments("Elle n'a ni confirmé ni démenti le départ du maire.", "confirmé")


@pytest.mark.parametrize(
    ("text", "verb", "relation", "word"),
    [
        (
            "D'après le quotidien L'Écho du Nord, un industriel local a racheté le journal.",
            "racheté",
            "nsubj",
            "local",
        ),
        ("« Il a bien agi », a indiqué à l'AFP Bernard Marchal, qui dirige la brigade.", "indiqué", "nsubj", "Bernard"),
        ("La direction a annoncé jeudi aux syndicats la suppression de 300 emplois.", "annoncé", "obj", "suppression"),
        ("Macron reçoit Durval à l'Élysée", "reçoit", "nsubj", "Macron"),
        (
            "L'homme qui avait agressé le maire de Plougar a été condamné à huit mois de prison.",
            "condamné",
            "nsubj:pass",
            "homme",
        ),
    ],
)
def test_sources_addressees_and_relative_clauses_take_no_subject(
    text: str, verb: str, relation: str, word: str
) -> None:
    assert arguments(text, verb)[relation] == word


def test_participles_agree_with_the_complement_before_the_comma() -> None:
    participle = next(t for t in parsed("La famille de Luc Morin, tué par balle en mars, demande") if t.text == "tué")
    assert participle.head.text == "Luc"


@pytest.mark.parametrize(
    ("text", "noun", "complement"),
    [
        ("Il a été condamné pour le meurtre en 2013 d'une étudiante.", "meurtre", "étudiante"),
        ("Elle a été tuée après la mort le 3 mars 2020 de deux ouvriers.", "mort", "ouvriers"),
        ("Il a été jugé pour l'assassinat, le 7 juin 2019, de son associé.", "assassinat", "associé"),
    ],
)
def test_a_date_has_no_complement_of_its_own(text: str, noun: str, complement: str) -> None:
    assert next(t for t in parsed(text) if t.text == complement).head.text == noun


def test_what_a_verb_gives_stays_its_object_behind_a_date() -> None:
    given = next(t for t in parsed("Paris a livré à l'armée en 2023 des chars.") if t.text == "chars")
    assert given.head.text != "armée"


def test_a_bare_day_behind_an_acronym_is_nobody() -> None:
    text = "« C'est dur », ajoute ce commerçant interrogé par l'AFP mercredi près de Metz."
    day = next(t for t in parsed(text) if t.text == "mercredi")
    assert not day.dep_.startswith("nsubj")


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("Libéré plus tôt par ses ravisseurs, Issa Maïga est arrivé lundi.", "Issa", "arrivé"),
        ("Luc Morel a été libéré lundi et a quitté le pays, a annoncé le ministre.", "quitté", "libéré"),
        ("La Cédéao menace les putschistes d'une intervention militaire.", "intervention", "menace"),
        ("L'ONG accuse les policiers de Lens de violences.", "violences", "accuse"),
        ("L'élu, jugé en appel pour fraude fiscale, a été relaxé.", "fraude", "jugé"),
        ("Ils ont assisté vendredi à une messe en hommage aux victimes.", "messe", "assisté"),
        ("Le bilan du déraillement d'un train survenu lundi à Metz est passé à dix morts.", "survenu", "déraillement"),
        ("Le studio est accusé par une voisine d'avoir pollué la rivière.", "pollué", "accusé"),
    ],
)
def test_clauses_and_charges_belong_to_the_verb_that_governs_them(text: str, word: str, head: str) -> None:
    assert next(t for t in parsed(text) if t.text == word).head.text == head
