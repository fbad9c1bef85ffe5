"""Titles: the line that tells most, else the name of what happened behind who or where; as short as a headline."""

from __future__ import annotations

from typing import Any

import pytest

from recoupe.linking import link
from recoupe.linking.titles import LONGEST
from recoupe.model import ActorKind, Kind, Status


def title(desk: Any) -> str:
    (event,) = link(desk.record).events
    assert len(event.title) <= LONGEST
    return event.title


def test_a_sentence_that_fits_with_its_status(desk: Any) -> None:
    text = "La Corée du Nord enverra 1000 démineurs à Koursk"
    desk.report("a", text, "enverra", kind=Kind.MOBILIZE, status=Status.PLANNED, counts=((1000, "démineurs"),))
    assert title(desk) == f"{text} (prévu)"


def test_a_sentence_that_does_not_fit_is_quoted_up_to_a_mark(desk: Any) -> None:
    text = "La Corée du Nord enverra 1000 démineurs à Koursk, " + "a annoncé mardi un haut responsable russe, " * 3
    desk.report("a", text, "enverra", kind=Kind.MOBILIZE, counts=((1000, "démineurs"),))
    assert title(desk) == "« La Corée du Nord enverra 1000 démineurs à Koursk »"


def test_who_or_where_before_the_name_of_what_happened(desk: Any) -> None:
    kim = desk.actor("Kim Jong-un")
    desk.report("a", "à l'issue d'une visite", "visite", agents=(kim,), place="Pyongyang", country="PRK", gist="Visite")
    assert title(desk) == "Kim Jong-un : visite"


def test_a_place_where_nobody_is_known(desk: Any) -> None:
    desk.report("a", "au cours de la grève", "grève", kind=Kind.PROTEST, place="Vierzon", country="FRA", gist="Grève")
    assert title(desk) == "Vierzon : grève"


def test_the_words_of_an_article_before_the_name_of_a_kind(desk: Any) -> None:
    text = "la caserne, dont le toit neuf a été endommagé par la grêle"
    desk.report("a", text, "endommagé", kind=Kind.DISASTER, place="Vierzon", country="FRA")
    assert title(desk) == "« … dont le toit neuf a été endommagé par la grêle »"


def test_a_quotation_that_is_cut_does_not_end_before_a_noun(desk: Any) -> None:
    desk.report("a", "pour que la salle soit louée " + "à des clubs du canton et " * 8, "louée")
    assert title(desk).endswith("à des clubs du canton … »")


def test_the_name_of_a_kind_where_the_words_tell_nothing(desk: Any) -> None:
    desk.report("a", "la visite", "visite", agents=(desk.actor("Lu", ActorKind.PERSON),))
    assert title(desk) == "Lu : rencontre"


def test_a_figure_names_a_loss(desk: Any) -> None:
    text = "selon un bilan provisoire, on compte au moins 12 morts dans la vallée"
    desk.report("a", text, "morts", kind=Kind.CASUALTY, counts=((12, "morts"),), place="Briançon", country="FRA")
    assert title(desk) == "Briançon : 12 morts"


def test_a_sentence_is_not_cut_inside_a_quotation(desk: Any) -> None:
    text = "Il a promis « un soutien inconditionnel, " + "sans limite, " * 12 + "et durable » à Moscou"
    desk.report("a", text, "promis", kind=Kind.SUPPORT, agents=(desk.actor("Kim", ActorKind.PERSON),))
    assert title(desk) == "Kim : soutien"


def test_an_excerpt_where_nothing_is_known_but_the_word(desk: Any) -> None:
    desk.report("a", "selon lui, le bilan de l'incendie reste incertain, car la fumée persiste", "incendie")
    assert title(desk) == "« le bilan de l'incendie reste incertain »"


@pytest.mark.parametrize("before", ["qui a éteint", "dont on ignore", "avant de voir"])
def test_an_excerpt_that_begins_within_a_phrase_says_so(desk: Any, before: str) -> None:
    desk.report("a", f"la caserne, {before} le sinistre de la nuit", "sinistre", kind=Kind.OTHER)
    assert title(desk) == f"« … {before} le sinistre de la nuit »"


def test_an_excerpt_ends_in_no_word_that_leads_up_to_more(desk: Any) -> None:
    text = "le maire a redit sa colère contre l'incendie à « ses amis », hier"
    desk.report("a", text, "incendie", kind=Kind.OTHER)
    assert title(desk) == "« le maire a redit sa colère contre l'incendie »"


def test_a_decimal_comma_ends_no_excerpt(desk: Any) -> None:
    text = "selon elle, les attaques ont fait 1,9 million de déplacés, sans compter les morts"
    desk.report("a", text, "attaques", kind=Kind.OTHER)
    assert title(desk) == "« les attaques ont fait 1,9 million de déplacés »"


def test_a_sentence_that_denies_by_itself_needs_no_mark(desk: Any) -> None:
    text = "Le ministre n'a pas signé le décret"
    desk.report("a", text, "signé", kind=Kind.AGREE, status=Status.DENIED)
    assert title(desk) == text


def test_a_line_that_says_itself_that_it_is_to_come_needs_no_mark(desk: Any) -> None:
    text = "Report du lancement de la sonde"
    desk.report("a", text, "lancement", status=Status.PLANNED, agents=(desk.actor("sonde"),))
    assert title(desk) == text


def test_a_sentence_that_leans_on_another_is_only_quoted(desk: Any) -> None:
    kim = desk.actor("Kim Jong-un")
    desk.report("a", "Il a ensuite visité le chantier.", "visité", agents=(kim,))
    assert title(desk) == "« Il a ensuite visité le chantier »"


def test_a_headline_tells_more_than_a_sentence(desk: Any) -> None:
    lu = desk.actor("Lu", ActorKind.PERSON)
    desk.report("a", "La visite de Lu a duré une heure à Brest.", "visite", agents=(lu,))
    desk.report("a", "Visite éclair de Lu à Brest", "Visite", agents=(lu,))
    assert title(desk) == "Visite éclair de Lu à Brest"


def test_only_what_somebody_denies_is_marked_so(desk: Any) -> None:
    lu = desk.actor("Lu")
    desk.report("a", "au sujet de la vente", "vente", kind=Kind.TRANSACTION, status=Status.DENIED, agents=(lu,))
    assert title(desk).endswith("(n'a pas eu lieu)")


def test_a_sentence_that_goes_on_is_quoted_from_its_beginning_rather_than_in_a_fragment(desk: Any) -> None:
    text = "Dix jours après sa nomination, le maire présentera mardi aux habitants, " + "avec un expert, " * 5
    desk.report("a", text, "nomination", kind=Kind.OFFICE)
    assert title(desk).startswith("« Dix jours après sa nomination, le maire présentera mardi aux habitants")
    assert title(desk).endswith(" … »")


def test_a_beginning_that_leans_or_lacks_its_trigger_is_not_quoted(desk: Any) -> None:
    text = "Il a dit, une semaine après la visite, que le parti gagnerait, " + "dans tous les cantons, " * 5
    desk.report("a", text, "visite", kind=Kind.CONSULT)
    assert not title(desk).startswith("« Il")
