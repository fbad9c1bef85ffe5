"""Who takes part in what a word names. The sentences are made up."""

from __future__ import annotations

import pytest

from recoupe.extraction.reader import extract
from recoupe.language.fr import French
from recoupe.testing.readings import article_of


def roles(text: str, word: str) -> list[tuple[str, str]]:
    """The names and roles of those who take part in what `word` names."""
    article = article_of(text)
    reading = extract(article, French())
    names = {actor.id: actor.name for actor in reading.actors}
    mention = next(m for m in reading.mentions if word in m.trigger.text)
    return [(names[p.actor], p.role) for p in mention.participants]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "L'agression commise mercredi par un député, Jean Durand, a choqué.",
            "agression",
            [("Jean Durand", "agent")],
        ),
        ("L'enquête ouverte par le parquet de Nantes se poursuit.", "enquête", [("parquet de Nantes", "agent")]),
        (
            "L'administration de Paula Mertens a décidé mardi d'interdire les trottinettes.",
            "décidé",
            [("administration de Paula Mertens", "agent")],
        ),
        ("L'État a payé mardi 3 millions d'euros aux communes.", "payé", [("État", "agent")]),
        ("La Ville de Montréal a annulé le festival mardi.", "annulé", [("Ville de Montréal", "agent")]),
        (
            "Le Parti radical et La Gauche en Marche ont «condamné» les violences.",
            "condamné",
            [("Parti radical", "agent"), ("Gauche en Marche", "agent")],
        ),
    ],
)
def test_who_acts(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert [r for r in roles(text, word) if r[1] == "agent"] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Des rebelles eurent attaqué deux casernes.", "attaqué", [("rebelles", "agent")]),
        ("Paul Martin a reçu mardi des coups de bâton.", "coups", [("Paul Martin", "patient")]),
        ("Paul Martin a subi lundi une opération.", "opération", [("Paul Martin", "patient")]),
        ("La brigade travaille depuis lundi à la traque des ravisseurs.", "traque", [("ravisseurs", "patient")]),
        ("L'année est bonne pour Anna Morel, qui a racheté mardi un rival.", "racheté", [("Anna Morel", "agent")]),
        ("Paul Martin a reçu mardi Anne Roy.", "reçu", [("Paul Martin", "agent"), ("Anne Roy", "agent")]),
        (
            "Les actes de violence commis à l'encontre de Paul Martin ont choqué la ville.",
            "violence",
            [("Paul Martin", "patient")],
        ),
        (
            "La cour a dénoncé jeudi les violences commises par Paul Martin.",
            "dénoncé",
            [("cour", "agent"), ("Paul Martin", "patient")],
        ),
        ("La ministre a été critiquée mardi par 75 élus.", "critiquée", [("ministre", "patient"), ("élus", "agent")]),
        (
            "Les pompiers ont transporté Paul Martin à l'hôpital.",
            "transporté",
            [("pompiers", "agent"), ("Paul Martin", "patient")],
        ),
        (
            "La commission a insisté mardi auprès de Paul Martin.",
            "insisté",
            [("commission", "agent"), ("Paul Martin", "recipient")],
        ),
        ("L'avion s'est posé lundi au Népal.", "posé", []),
        ("L'Etat a versé mardi 3 millions d'euros.", "versé", [("Etat", "agent")]),
        ("Un séisme a frappé lundi la côte, selon une secousse au Népal.", "séisme", []),
        ("Pouria Amiri, député de Nice, a voté mardi contre le budget.", "voté", [("Pouria Amiri", "agent")]),
        ("Riga demande un renfort et fermera vendredi le pont.", "fermera", [("Lettonie", "agent")]),
        ("La société Audax a annoncé mardi une restructuration.", "restructuration", [("Audax", "agent")]),
        (
            "Alger a rappelé mardi son ambassadeur à Madrid.",
            "rappelé",
            [("Algérie", "agent"), ("Espagne", "recipient")],
        ),
        ("Le départ de ministres a surpris.", "départ", [("ministres", "agent")]),
        (
            "Trois malfaiteurs ont attaqué la banque. L'un a percuté une voiture.",
            "percuté",
            [("malfaiteurs", "agent")],
        ),
        ("Des pirates ont attaqué la banque. Dans leur fuite, ils ont tiré.", "fuite", [("pirates", "agent")]),
        ("Le député LREM a démissionné mardi.", "démissionné", [("député", "agent")]),
        ("Le parquet de Nantes ne fait aucun lien entre ces trois incendies.", "incendies", []),
        (
            "La réforme a été soutenue par la gauche, le Parti radical et le MRG.",
            "soutenue",
            [("gauche", "agent"), ("Parti radical", "agent"), ("MRG", "agent")],
        ),
    ],
)
def test_who_acts_and_who_undergoes(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, word) == expected


def test_what_bears_a_name_is_nobody() -> None:
    assert roles("La tempête Ciaran a traversé la Bretagne. Elle a tué deux pêcheurs mardi.", "tué") == []
    assert roles("Un Airbus a décollé mardi de Toulouse.", "décollé") == []


def test_no_name_runs_over_its_verb() -> None:
    assert roles("Le titre Métalis bondit de près de 4% à la Bourse.", "bondit") == [("Métalis", "agent")]


def test_what_is_a_strangers_is_nobody_elses() -> None:
    text = "Vorana Kel est accusé de nombreuses attaques au Pérou depuis son arrivée dans la région."
    assert ("Pérou", "agent") not in roles(text, "arrivée")
