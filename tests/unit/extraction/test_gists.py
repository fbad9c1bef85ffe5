"""The short lines of mentions, by the construction. The sentences are made up."""

from __future__ import annotations

import pytest

from recoupe.extraction.gists.wording import Wording
from recoupe.extraction.reader import extract
from recoupe.language.fr import French
from recoupe.testing.readings import article_of


def gist(text: str, word: str) -> str | None:
    """The line of the mention whose trigger holds `word`."""
    reading = extract(article_of(text), French())
    return next(m.gist for m in reading.mentions if word in m.trigger.text)


@pytest.mark.parametrize(
    ("text", "word", "line"),
    [
        # the subject with the name set apart, or with all that is coordinated in it
        (
            "Le préfet du Var, Paul Roche, a rencontré jeudi les sinistrés.",
            "rencontré",
            "Le préfet du Var, Paul Roche, a rencontré les sinistrés",
        ),
        (
            "Trois engins, deux camions, 40 pompiers et dix gendarmes sont intervenus sur place.",
            "intervenus",
            "Trois engins, deux camions, 40 pompiers et dix gendarmes sont intervenus sur place",
        ),
        # a relative clause may be told of another noun than the parse says
        (
            "L'agence mène une campagne de vaccination contre la rougeole qui a fait plus de 200 morts.",
            "morts",
            "La rougeole a fait plus de 200 morts",
        ),
        ("Il a décrit l'incendie dans le vieux port qui a fait trois blessés.", "blessés", "Trois blessés"),
        (
            "Les pompiers luttent contre les feux qui ont détruit dix maisons.",
            "détruit",
            "Les feux ont détruit dix maisons",
        ),
        # a bare noun takes with it what says which one it is
        (
            "Le procès pour meurtre contre Luc Bar s'est ouvert mardi.",
            "meurtre",
            "Le procès pour meurtre contre Luc Bar s'est ouvert",
        ),
        ("Le maire a été élu après la victoire de lundi à Brest.", "victoire", "Victoire à Brest"),
        ("Le juge a lu les noms des victimes des attentats du 3 mai.", "attentats", "Attentats du 3 mai"),
        ("Ils ont évoqué l'urgence d'un cessez-le-feu au Soudan.", "cessez-le-feu", "Cessez-le-feu au Soudan"),
        (
            "L'accident s'est produit mardi à l'entrée de Lens.",
            "accident",
            "L'accident s'est produit à l'entrée de Lens",
        ),
        # a sentence in years is no date
        (
            "Un homme a été condamné jeudi à dix ans de prison.",
            "condamné",
            "Un homme a été condamné à dix ans de prison",
        ),
        ("Le car s'est couché, faisant deux morts.", "morts", "Deux morts"),
        ("Le corps du marin a été retrouvé mort jeudi.", "retrouvé", "Le corps du marin a été retrouvé mort"),
        ("Le volcan est entré en éruption samedi soir.", "entré", "Le volcan est entré en éruption"),
        ("Il a succombé à ses blessures.", "succombé", "Décès"),
        (
            "La fouille a mené à la découverte de dix fusils et à la saisie de deux voitures.",
            "découverte",
            "Découverte de dix fusils",
        ),
        ("La juge a ouvert vendredi une enquête.", "ouvert", "La juge a ouvert une enquête"),
        ("Trois diplomates expulsés par Riga sont rentrés lundi.", "expulsés", "Trois diplomates expulsés par Riga"),
        ("Le maire a dénoncé la mesure et annulé la fête.", "annulé", "Le maire a annulé la fête"),
        ("Environ 600 habitants ont été évacués mardi.", "évacués", "Environ 600 habitants ont été évacués"),
        ("La maire a promis de ne pas vendre la halle.", "promis", "La maire a promis de ne pas vendre la halle"),
        (
            "Le ministre Paul Roche a rencontré jeudi à Lyon, selon ses services, les élus de la région.",
            "rencontré",
            "Le ministre Paul Roche a rencontré à Lyon les élus de la région",
        ),
        (
            "Le préfet a accepté de rencontrer, dans les jours à venir, son homologue Luc Barbier.",
            "rencontrer",
            "Le préfet a accepté de rencontrer son homologue Luc Barbier",
        ),
        (
            "Le suspect a été remis au parquet de Brest, qui a ouvert une enquête.",
            "enquête",
            "Le parquet de Brest a ouvert une enquête",
        ),
        (
            "Cette fermeture entraînera la suppression de 300 emplois.",
            "suppression",
            "La fermeture entraînera la suppression de 300 emplois",
        ),
        (
            "Au moins six soldats ont été tués mardi dans l'attaque de leur poste.",
            "tués",
            "Au moins six soldats ont été tués dans l'attaque de leur poste",
        ),
        ("« Un premier enfant est décédé lundi », écrit la préfète.", "décédé", "Un premier enfant est décédé"),
        (
            "La maire de Guéret a dénoncé « une hystérie orchestrée » mardi.",
            "dénoncé",
            "La maire de Guéret a dénoncé « une hystérie orchestrée »",
        ),
    ],
)
def test_the_skeleton_of_a_clause(text: str, word: str, line: str) -> None:
    assert gist(text, word) == line


@pytest.mark.parametrize(
    ("text", "word", "line"),
    [
        ("Le feu a ravagé mardi un hôtel de Vichy, tuant sept personnes.", "tuant", "Mort de sept personnes"),
        ("Dans la nuit, ils ont libéré mardi un otage polonais.", "libéré", "Libération d'un otage polonais"),
        ("Le préfet a promis « un abri pour tous ».", "promis", "Promesse d'un abri par le préfet"),
        ("« Nous avons appelé toutes les familles », raconte un élu.", "appelé", "Appel à toutes les familles"),
    ],
)
def test_a_noun_of_action_for_a_verb_whose_clause_does_not_read_well(text: str, word: str, line: str) -> None:
    found = gist(text, word)
    assert found is not None
    assert found.startswith(line)


def test_a_noun_with_its_complements() -> None:
    text = "Un dispositif de secours et un comité ont été envoyés après la visite de Paul Roche à Brest."
    assert gist(text, "visite") == "Visite de Paul Roche à Brest"
    assert (
        gist("La ministre a salué le report du lancement de la sonde.", "lancement")
        == "Report du lancement de la sonde"
    )


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Les services de renseignement ne les ont pas dévoilés.", "dévoilés"),
        ("La fédération syndicale n'a adopté jeudi aucune motion.", "adopté"),
    ],
)
def test_no_clause_without_what_it_cannot_do_without(text: str, word: str) -> None:
    found = gist(text, word) or ""
    assert " ont " not in found
    assert not found.endswith(word)


def test_the_clause_says_that_it_is_not_so() -> None:
    text = "Les deux clubs ont échangé mardi, mais la vente du stade de Vichy n'a pas eu lieu."
    assert gist(text, "vente") == "La vente du stade de Vichy n'a pas eu lieu"


def test_a_noun_that_says_that_it_is_not_so_is_not_negated_again() -> None:
    text = "Le patron part après le rejet de l'accord salarial par les employés."
    assert gist(text, "accord") == "Rejet de l'accord salarial"


def test_an_attack_that_was_repelled_is_not_put_off() -> None:
    text = "Les autorités ont salué les soldats, leurs hommes ayant repoussé une incursion ennemie."
    assert not (gist(text, "repoussé") or "").startswith("Report")


def test_what_a_noun_resolves_to_do() -> None:
    text = "L'invitation à visiter l'usine de Brest, lundi, a surpris les élus."
    assert gist(text, "invitation") == "Invitation à visiter l'usine de Brest"


def test_what_completes_a_noun_behind_a_date() -> None:
    text = "La ville a réagi après l'effondrement lundi du toit de la halle."
    assert gist(text, "effondrement") == "Effondrement du toit de la halle"


def test_words_join_at_their_seams() -> None:
    wording = Wording(words=French().headlines)
    assert wording.governed("de", "le maire et les élus") == "du maire et des élus"
    assert wording.governed("de", "des otages") == "d'otages"
    assert wording.governed("à", "les familles") == "aux familles"
    assert wording.definite("Cette élue") == "l'élue"
    assert wording.definite("Ce club") == "le club"
    assert wording.first_of("dispositif de secours et un comité") == "dispositif de secours"
    assert wording.first_of("accord entre le maire et le préfet") == "accord entre le maire et le préfet"
    assert wording.negated("Vente du stade") == "pas de vente du stade"
    assert wording.negated("Autopsie") == "pas d'autopsie"
    assert wording.negated("3 blessés") == "3 blessés"


@pytest.mark.parametrize(
    ("text", "word", "line"),
    [
        (
            "Le récent accord entre Oslo, membre de l'Otan, et Berne prévoyait lundi la fin des droits de douane.",
            "accord",
            "Récent accord entre Oslo, membre de l'Otan, et Berne",
        ),
        ("L'accord entre les deux villes a été signé.", "signé", "L'accord entre les deux villes a été signé"),
        ("Les cours changeront avec la loi adoptée jeudi à l'Assemblée.", "adoptée", "La loi adoptée à l'Assemblée"),
        # its object, not what stands nearer, is what a line cannot leave out
        (
            "Le président Sarlon a dépêché cette semaine en Chine l'ancien Premier ministre Jean-Pierre Ravarin et le "
            "président du Sénat Christian Poncin, son conseiller.",
            "dépêché",
            "Le président Sarlon a dépêché l'ancien Premier ministre Jean-Pierre Ravarin",
        ),
    ],
)
def test_what_a_line_does_not_do_without(text: str, word: str, line: str) -> None:
    assert gist(text, word) == line


@pytest.mark.parametrize(
    ("text", "word"),
    [
        # the line would stop before what it is about, tell what is asked, or lose one of the two
        ("Le maire Paul Roche a alerté lundi sur le fait que la loi est dépassée, comme chacun sait ici.", "alerté"),
        ("Par quel miracle un tel projet a-t-il pu être adopté mardi par le conseil ?", "adopté"),
        ("Avant ces entretiens, Norvégiens et Danois ont signé mardi un accord.", "signé"),
        ("Les deux hommes auraient quitté la Syrie en 2012 et rejoint l'Allemagne en 2016.", "rejoint"),
    ],
)
def test_what_a_line_would_get_wrong(text: str, word: str) -> None:
    told = gist(text, word)
    wrong = ("sur le fait", "-t-il", "Danois", "hommes rejoint")
    assert told is None or not any(words in told for words in wrong)
