"""What is told without a verb: "Trois ans de prison pour X", "X, nouveau patron de Y", "X dans la rue"."""

from __future__ import annotations

import pytest

from recoupe.extraction.reader import extract
from recoupe.language.fr import French
from recoupe.model import BlockKind, Kind
from recoupe.testing.readings import article_of


def told(text: str) -> dict[str, tuple[Kind, list[tuple[str, str]]]]:
    """The kind and the participants of each mention, by the words of its trigger."""
    reading = extract(article_of(text), French())
    names = {actor.id: actor.name for actor in reading.actors}
    return {
        m.trigger.text: (m.kind, [(names[p.actor], p.role.value) for p in m.participants]) for m in reading.mentions
    }


@pytest.mark.parametrize(
    ("text", "words", "kind", "who"),
    [
        ("Trois ans de prison pour Luc Morel", "ans de prison", Kind.JUSTICE, [("Luc Morel", "patient")]),
        ("Viol à Lens : perpétuité pour Luc Morel", "perpétuité", Kind.JUSTICE, [("Luc Morel", "patient")]),
        ("Foot : Luc Morel, nouvel entraîneur de Lens", "entraîneur", Kind.OFFICE, [("Luc Morel", "patient")]),
        ("Luc Morel à la tête de l'entreprise", "tête", Kind.OFFICE, [("Luc Morel", "patient")]),
        ("Les policiers dans la rue à Lens", "rue", Kind.PROTEST, [("policiers", "agent")]),
        ("Le prix Goncourt à Claire Dumont", "prix Goncourt", Kind.OTHER, [("Claire Dumont", "recipient")]),
        ("Enquête ouverte à Lens", "Enquête ouverte", Kind.JUSTICE, []),
        ("Deux policiers devant le juge", "juge", Kind.JUSTICE, [("policiers", "patient")]),
        ("L'inflation à 2,1 % en avril", "inflation", Kind.INDICATOR, []),
        ("Un prix record, bénéfice record pour Nordal", "bénéfice record", Kind.INDICATOR, []),
        ("25 000 personnes attendues à Bruxelles", "attendues", Kind.CONSULT, []),
    ],
)
def test_a_line_without_a_verb_tells(text: str, words: str, kind: Kind, who: list[tuple[str, str]]) -> None:
    found = told(text)[words]
    assert found[0] is kind
    assert set(who) <= set(found[1])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Il a été condamné mardi à un an de prison pour violences contre Luc Morel.", "prison"),
        ("Luc Morel, nouveau patron de Nordal, a annoncé des mesures.", "patron"),
        ("Le nouveau patron de Nordal sous pression", "patron"),
        ("Un rapport sévère sur l'action du nouveau président", "président"),
        ("Le dernier match de Luc Morel à la tête du club a été une victoire.", "tête"),
        ("Un crocodile dans les rues de Lens", "rues"),
        ("Un arbre devant le tribunal", "tribunal"),
        ("Au tribunal de Lyon, la colère des familles", "tribunal"),
        ("Les délégués de l'Union Sacrée à Paris", "Sacrée"),
        ("Jeudi, la course propose un sacré menu.", "sacré"),
        ("La décision du juge est semblable à celle prise en Italie.", "prise"),
    ],
)
def test_what_only_looks_alike_does_not(text: str, word: str) -> None:
    assert all(word not in words for words in told(text))


def test_who_stands_before_a_colon_is_not_the_new_head() -> None:
    assert ("Nordal", "patient") not in told("Nordal : un nouveau directeur général")["directeur"][1]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Luc Morel, mort d'un géant du cinéma", "mort", Kind.CASUALTY),
        ("Luc Morel forfait pour le Mondial", "forfait", Kind.OTHER),
        ("Un Français prix Nobel de physique", "prix Nobel", Kind.OTHER),
    ],
)
def test_a_headline_tells(text: str, words: str, kind: Kind) -> None:
    mentions = extract(article_of(text, first=BlockKind.HEADLINE), French()).mentions
    assert [(m.trigger.text, m.kind) for m in mentions] == [(words, kind)]
