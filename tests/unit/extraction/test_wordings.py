"""One happening in the words of several outlets: each tells it with the same kind and status."""

from __future__ import annotations

import datetime

import pytest

from recoupe.extraction.reader import extract
from recoupe.language.fr import French
from recoupe.model import BlockKind, Kind, Mention, Status
from recoupe.testing.readings import article_of

_BODY = "\n\nLes habitants de Lens en parlent depuis une semaine. La mairie attend la suite."


def mentions(text: str, *, headline: bool = False) -> list[Mention]:
    """Those of a paragraph, or of a headline above a neutral text, of a Tuesday."""
    whole = text + _BODY if headline else text
    starts = (len(text) + 1,) if headline else (0,)
    first = BlockKind.HEADLINE if headline else BlockKind.PARAGRAPH
    article = article_of(whole, starts, first=first, published=datetime.date(2024, 5, 14))
    return [m for m in extract(article, French()).mentions if m.trigger.start < len(text)]


def told(text: str, *, headline: bool = False) -> set[tuple[Kind, str | None, Status]]:
    return {(m.kind, m.mode, m.status) for m in mentions(text, headline=headline)}


@pytest.mark.parametrize(
    "text",
    [
        "Le parquet a décidé lundi de le mettre en examen pour fraude.",
        "Luc Morel a été mis en examen lundi pour fraude.",
        "La mise en examen de Luc Morel, lundi, a surpris son parti.",
    ],
)
def test_who_decides_on_a_charge_charges(text: str) -> None:
    assert (Kind.JUSTICE, "charge", Status.OCCURRED) in told(text)


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("Le juge a décidé de lever la garde à vue des deux hommes.", Kind.JUSTICE, "release"),
        ("Le parquet a décidé d'ouvrir une enquête.", Kind.JUSTICE, "investigate"),
        ("Le parquet a décidé lundi de lancer un appel à témoins.", Kind.REQUEST, "appeal"),
    ],
)
def test_who_decides_on_an_act_of_justice_does_it(text: str, kind: Kind, mode: str) -> None:
    assert (kind, mode, Status.OCCURRED) in told(text)


def test_who_is_to_decide_on_a_charge_has_not_charged() -> None:
    assert (Kind.JUSTICE, "charge", Status.PLANNED) in told("Le juge doit décider jeudi de le mettre en examen.")


@pytest.mark.parametrize(
    "text",
    [
        "La direction a présenté un plan entraînant la suppression de 300 emplois.",
        "La direction a présenté un plan qui prévoit la suppression de 300 emplois.",
        "Lormel envisage de licencier 300 salariés.",
        "Lormel envisage de supprimer 300 emplois.",
    ],
)
def test_what_a_plan_would_do_is_planned(text: str) -> None:
    assert (Kind.TRANSACTION, "layoffs", Status.PLANNED) in told(text)


def test_what_an_adopted_bill_does_is_done() -> None:
    bill = "un projet de loi instaurant une taxe sur les robots."
    assert (Kind.LEGISLATE, "pass", Status.PLANNED) in told(f"Le gouvernement a présenté {bill}")
    assert (Kind.LEGISLATE, "pass", Status.PLANNED) not in told(f"Les députés ont adopté {bill}")


@pytest.mark.parametrize(
    "text",
    [
        "Le président a convoqué le corps électoral pour le 23 juin.",
        "Les électeurs sont convoqués aux urnes le 23 juin.",
        "Le premier tour aura lieu le 23 juin.",
    ],
)
def test_voters_are_called_for_a_vote_to_come(text: str) -> None:
    found = [m for m in mentions(text) if m.kind is Kind.ELECTION]
    assert [(m.mode, m.status, m.when.earliest) for m in found] == [
        ("vote", Status.PLANNED, datetime.date(2024, 6, 23))
    ]


@pytest.mark.parametrize(
    "text",
    ["Grève à la SNCF le 28 mai", "Grève des cheminots le 28 mai", "Les cheminots appelés à la grève le 28 mai"],
)
def test_a_headline_gives_the_day_of_a_strike_to_come(text: str) -> None:
    found = [m for m in mentions(text, headline=True) if m.mode == "strike"]
    assert [(m.status, m.when.earliest) for m in found] == [(Status.PLANNED, datetime.date(2024, 5, 28))]


def test_a_headline_without_a_verb_tells_what_there_is_not() -> None:
    text = "Pas de motion de censure contre le gouvernement"
    assert (Kind.OFFICE, "dismiss", Status.DENIED) in told(text, headline=True)
    assert (Kind.CASUALTY, "killed", Status.OCCURRED) in told("Plus de dix morts dans un accident", headline=True)


@pytest.mark.parametrize(
    "text", ["La famille a saisi la justice.", "La famille a porté plainte.", "La famille a saisi le tribunal."]
)
def test_who_goes_to_court_sues(text: str) -> None:
    assert (Kind.JUSTICE, "sue", Status.OCCURRED) in told(text)


def test_a_court_that_acquits_somebody_acquits() -> None:
    assert (Kind.JUSTICE, "acquit", Status.OCCURRED) in told("La cour a choisi de l'acquitter.")


def test_a_sentence_asked_for_is_none() -> None:
    found = told("Le parquet a requis trois ans de prison pour l'ancien maire.")
    assert found == {(Kind.JUSTICE, "trial", Status.OCCURRED)}


@pytest.mark.parametrize(
    "text",
    ["Pékin riposte aux droits de douane américains", "La riposte tarifaire de Pékin est entrée en vigueur lundi."],
)
def test_an_answer_to_tariffs_is_no_attack(text: str) -> None:
    assert not [m for m in mentions(text) if m.kind is Kind.ASSAULT]
    assert [m for m in mentions(text) if m.kind is Kind.SANCTION]


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a inauguré lundi la maison du peuple de Lens.",
        "L'inauguration de la maison du peuple de Lens a eu lieu lundi.",
    ],
)
def test_a_building_is_inaugurated_in_one_way(text: str) -> None:
    assert {m.kind for m in mentions(text)} == {Kind.OTHER}


@pytest.mark.parametrize(
    "text",
    [
        "Le gouvernement a eu recours à cette procédure.",
        "L'affaire a remis en lumière le mandat du juge.",
        "Luc Morel appelle Paul Roche à cesser le soutien aux rebelles.",
    ],
)
def test_nobody_sues_resigns_or_strikes(text: str) -> None:
    assert not [m for m in mentions(text) if m.mode in ("sue", "resign", "strike")]


def test_an_offered_hand_was_offered_whoever_is_to_take_it() -> None:
    text = "Le parti espère que le président prendra la main tendue par son homologue."
    assert (Kind.REQUEST, "propose", Status.OCCURRED) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "La libération des deux otages a été annoncée mardi.",
        "Le gouvernement a annoncé la libération de deux otages.",
        "Deux otages ont été libérés mardi.",
    ],
)
def test_a_release_that_is_announced_is_told_as_done(text: str) -> None:
    assert (Kind.RETREAT, "release", Status.OCCURRED) in told(text)


def test_a_release_announced_for_a_day_is_to_come() -> None:
    text = "Le gouvernement annonce la libération de deux otages pour dimanche."
    assert (Kind.RETREAT, "release", Status.PLANNED) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "La condamnation de l'attaque par le maire a été immédiate.",
        "Le maire a condamné l'attaque.",
        "L'attaque a été condamnée par le maire.",
    ],
)
def test_an_attack_that_is_condemned_convicts_nobody(text: str) -> None:
    assert (Kind.ACCUSE, "disapprove", Status.OCCURRED) in told(text)
    assert not [m for m in mentions(text) if m.kind is Kind.JUSTICE]


def test_a_name_enters_the_government() -> None:
    assert (Kind.OFFICE, "take-office", Status.OCCURRED) in told("Marie Dulac entre au gouvernement", headline=True)


def test_votes_in_percent_win_an_election() -> None:
    assert (Kind.ELECTION, "result", Status.OCCURRED) in told("Marie Dulac l'a emporté avec 52 % des voix.")


def test_what_people_think_of_somebody_is_no_trial() -> None:
    assert not [m for m in mentions("Luc Morel, jugé trop autoritaire, a perdu ses soutiens.") if m.mode == "trial"]
    assert (Kind.JUSTICE, "trial", Status.OCCURRED) in told("Luc Morel a été jugé lundi pour fraude.")
    assert (Kind.JUSTICE, "convict", Status.OCCURRED) in told("Luc Morel a été jugé coupable lundi.")


@pytest.mark.parametrize(
    "text",
    [
        "Plusieurs rassemblements sont attendus notamment sur le pont de Lens.",
        "Plusieurs rassemblements sont attendus lundi prochain.",
        "Plusieurs rassemblements auront lieu sur le pont de Lens.",
    ],
)
def test_what_is_awaited_anywhere_is_to_come(text: str) -> None:
    assert (Kind.PROTEST, "demonstrate", Status.PLANNED) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "L'homme, dont la garde à vue a été prolongée mardi, se tait.",
        "La garde à vue de l'homme a été prolongée mardi.",
        "Le parquet a prolongé mardi la garde à vue de l'homme.",
    ],
)
def test_a_custody_that_is_prolonged_is_one(text: str) -> None:
    assert told(text) == {(Kind.JUSTICE, "detain", Status.OCCURRED)}


@pytest.mark.parametrize(
    "text", ["Le budget a été adopté par un vote du Sénat.", "Le vote des députés a eu lieu mardi."]
)
def test_a_vote_of_a_parliament_is_no_election(text: str) -> None:
    assert {m.kind for m in mentions(text)} == {Kind.LEGISLATE}


def test_who_promotes_a_cause_appoints_nobody() -> None:
    assert not [m for m in mentions("Le fonds devra promouvoir l'emploi.") if m.kind is Kind.OFFICE]
    assert (Kind.OFFICE, "appoint", Status.OCCURRED) in told("Le colonel Morel a été promu général.")
