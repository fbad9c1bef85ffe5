"""Who says so, by the construction. The sentences are made up."""

from __future__ import annotations

import pytest

from recoupe.extraction.reader import extract
from recoupe.language.fr import French
from recoupe.model import Article, Block, BlockKind, Source
from recoupe.model.identity import text_digest


def said(text: str, word: str) -> list[str]:
    """The names of those who say what `word` names, the nearest first."""
    source = Source(location="essai.txt", digest=text_digest(text), language="fr")
    article = Article(source=source, text=text, blocks=[Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text))])
    reading = extract(article, French())
    names = {actor.id: actor.name for actor in reading.actors}
    mention = next(m for m in reading.mentions if word in m.trigger.text)
    return [names[a.actor] for a in mention.attribution]


@pytest.mark.parametrize(
    "verb", ["se désole", "s'étrangle", "s'emporte", "se réjouit", "ironise", "s'alarme", "a soupiré"]
)
def test_a_name_behind_a_quotation_speaks_whatever_the_verb(verb: str) -> None:
    text = (
        "Le patron, Bruno Lambert, a présenté lundi un plan. "
        f"« Nous avons appris la suppression de 90 emplois à Vierzon », {verb} Hélène Garnier, déléguée du personnel."
    )
    assert said(text, "suppression") == ["Hélène Garnier"]


def test_to_back_is_not_to_say() -> None:
    text = "Lancée par les Verts et soutenue par le Parti radical, l'initiative a été rejetée dimanche."
    assert said(text, "Lancée") == []
    assert said("L'attaque revendiquée par le Hamas a fait trois morts.", "attaque") == ["Hamas"]
