"""What is ahead by the company that it keeps, and what the rest of its article says of it."""

from __future__ import annotations

import datetime

import pytest

from recoupe.extraction.reader import extract
from recoupe.language.fr import French
from recoupe.model import BlockKind, Mention, Status
from recoupe.testing.readings import article_of


def mention(text: str, word: str) -> Mention:
    """The first mention of a word in an article of a Tuesday, whose headline ends at a blank line."""
    headline = text.find("\n\n") + 1
    first = BlockKind.HEADLINE if headline else BlockKind.PARAGRAPH
    published = datetime.date(2024, 5, 14)
    reading = extract(article_of(text, (headline,), first=first, published=published), French())
    found = [m for m in reading.mentions if word in m.trigger.text]
    assert found, f"{word!r} not among {[m.trigger.text for m in reading.mentions]}"
    return found[0]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Les deux ministres signeront un accord lors de la visite du roi.", "visite"),
        ("La direction annoncera jeudi la fermeture de l'usine.", "fermeture"),
        ("Cent personnes ont défilé samedi contre la réforme des retraites.", "réforme"),
        ("À l'issue de la rencontre, les deux hommes tiendront une conférence de presse.", "rencontre"),
        ("Le président prononcera un discours en marge du sommet de Dakar.", "sommet"),
        ("Le roi est attendu jeudi à Alger pour une visite de deux jours.", "visite"),
        ("La visite sera suivie d'un entretien avec le maire.", "entretien"),
        ("À un mois de l'élection présidentielle, le ton monte à Lomé.", "élection"),
        ("Au programme de la visite figurent deux entretiens avec le roi.", "visite"),
        ("La délégation quittera Kinshasa après la signature du contrat.", "signature"),
        ("La SNCF prévoit un train sur deux jeudi en raison d'une grève.", "grève"),
        ("Cette visite doit permettre de relancer la coopération.", "visite"),
        ("La cession de 300 magasins sera lourde de conséquences.", "cession"),
        ("La tempête devrait toucher la Bretagne dans la nuit.", "tempête"),
        ("Le texte entrera en vigueur une fois que le Sénat l'aura adopté.", "adopté"),
        ("Le verdict attendu mercredi inquiète les avocats.", "verdict"),
        ("Le club a annoncé un accord pour son rachat par un fonds.", "rachat"),
        ("Le rachat est soumis à la ratification des actionnaires.", "ratification"),
        ("Ce sera la première visite du roi à Lima.", "visite"),
        ("Au programme du séjour : un entretien avec le roi et un dîner.", "entretien"),
        ("Il sera reçu par le roi, suivi d'un entretien et de la signature d'un accord.", "signature"),
        ("À 20 heures est prévue une série d'entretiens avec les chefs de parti.", "entretiens"),
        ("Un rassemblement est organisé samedi devant la mairie de Lens.", "rassemblement"),
        ("Mille personnes ont défilé lundi contre la fermeture de l'usine.", "fermeture"),
        ("Le plan sera annoncé lundi lors du sommet. Le sommet sur le climat s'était tenu en mars.", "sommet"),
    ],
)
def test_what_goes_with_what_is_ahead_is_ahead(text: str, word: str) -> None:
    assert mention(text, word).status is Status.PLANNED


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Une cérémonie aura lieu jeudi après l'attentat de Nice.", "attentat"),
        ("Le procès de l'attentat de Nice s'ouvrira en septembre.", "attentat"),
        ("Les deux hommes se reverront après la visite de mardi dernier.", "visite"),
        ("Le suspect aurait reconnu les faits lors de la visite du juge.", "visite"),
        ("La conférence, qui s'est ouverte le 10 mai, rassemble trente pays.", "conférence"),
        ("Le raid mené lundi aura des conséquences.", "raid"),
        ("Les frappes de mardi risquent d'entraîner une escalade.", "frappes"),
        ("Lors de la réunion, le maire a promis de rouvrir l'école.", "réunion"),
    ],
)
def test_what_befalls_or_is_over_is_not(text: str, word: str) -> None:
    assert mention(text, word).status is Status.OCCURRED


def test_what_is_done_by_deciding_it_took_place() -> None:
    assert mention("Le tribunal a décidé lundi de rejeter la plainte du maire.", "rejeter").status is Status.OCCURRED
    assert mention("Le tribunal doit décider jeudi de rejeter la plainte.", "rejeter").status is Status.PLANNED


def test_a_day_long_past_bounds_no_plan() -> None:
    when = mention("La cour jugera l'homme accusé de l'assassinat du maire en avril 2018.", "jugera").when
    assert when.earliest == datetime.date(2024, 5, 14)


def test_a_verb_that_tells_it_as_done_goes_before() -> None:
    text = "Les deux rois signeront un accord après leur rencontre. Ils se sont rencontrés lundi à Rome."
    assert mention(text, "rencontre").status is Status.OCCURRED


def test_what_would_be_may_be() -> None:
    assert mention("Une grève d'une semaine serait une première depuis 1998.", "grève").status is Status.POSSIBLE


def test_what_only_plans_are_told_of_is_ahead_wherever_it_is_named() -> None:
    text = "La grève a contraint la compagnie à annuler ses vols. Le syndicat a appelé à la grève du 20 au 22 mai."
    assert mention(text, "grève").status is Status.PLANNED


def test_a_headline_tells_in_the_present_of_what_is_to_come() -> None:
    text = "Lormel ferme son usine de Lens\n\nLe groupe Lormel fermera en juin son usine de Lens."
    assert mention(text, "ferme").status is Status.PLANNED


def test_a_headline_names_the_day_of_what_is_to_come() -> None:
    text = "Grève des éboueurs : un camion sur deux {}\n\nLes habitants de Lens sont prévenus depuis une semaine."
    assert mention(text.format("samedi"), "Grève").status is Status.PLANNED
    assert mention(text.format("lundi"), "Grève").status is Status.OCCURRED


def test_what_comes_before_a_day_ahead_is_bounded_by_it() -> None:
    when = mention("La vente interviendrait le 30 juin, après la consultation des salariés.", "consultation").when
    assert (when.earliest, when.latest) == (datetime.date(2024, 5, 14), datetime.date(2024, 6, 30))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Des familles ont marché mardi pour la libération des otages.", "libération"),
        ("Une pétition pour la démission du maire a réuni 500 signatures.", "démission"),
    ],
)
def test_what_is_demanded_may_be(text: str, word: str) -> None:
    assert mention(text, word).status is Status.POSSIBLE
