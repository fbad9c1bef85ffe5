"""What no words date, told as the news of an article: between the day of the lead and the publication."""

from __future__ import annotations

import datetime

import pytest

from recoupe.extraction.reader import extract
from recoupe.language.fr import French
from recoupe.model import Article, Block, BlockKind, Mention, PublishedBasis, Source, When
from recoupe.model.identity import text_digest

PUBLISHED = datetime.date(2026, 3, 12)  # a Thursday
LEAD = "La Norvège a expulsé mardi deux diplomates hongrois."
NEWS = When(earliest=datetime.date(2026, 3, 10), latest=PUBLISHED)
BY_THEN = When(latest=PUBLISHED)
SINCE = When(earliest=datetime.date(2026, 2, 2), latest=PUBLISHED)


def dated(*paragraphs: str, word: str, published: datetime.date | None = PUBLISHED, headline: bool = False) -> When:
    text = "\n\n".join(paragraphs)
    starts = [text.index(p) for p in paragraphs]
    source = Source(
        location="essai.txt",
        digest=text_digest(text),
        language="fr",
        published=When.on(published) if published else None,
        published_basis=PublishedBasis.GIVEN if published else PublishedBasis.UNKNOWN,
    )
    blocks = [Block(kind=BlockKind.PARAGRAPH, start=s, end=s + len(p)) for s, p in zip(starts, paragraphs, strict=True)]
    if headline:
        blocks[0] = Block(kind=BlockKind.HEADLINE, start=blocks[0].start, end=blocks[0].end)
    reading = extract(Article(source=source, text=text, blocks=blocks), French())
    found: list[Mention] = [m for m in reading.mentions if word in m.trigger.text]
    return found[0].when


def test_a_reaction_without_a_date_lies_between_the_news_and_the_publication() -> None:
    assert dated(LEAD, "La Hongrie a condamné cette décision.", word="condamné") == NEWS


@pytest.mark.parametrize(
    ("title", "when"),
    [("Incendie dans une usine de Bergen", NEWS), ("Incendie de Bergen : la Hongrie s'explique", BY_THEN)],
)
def test_the_noun_that_heads_a_headline_is_the_news_but_for_a_topic(title: str, when: When) -> None:
    assert dated(title, LEAD, word="Incendie", headline=True) == when


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("La Hongrie avait condamné une loi norvégienne.", "condamné"),
        ("La Hongrie a déjà condamné la Norvège.", "condamné"),
        ("Un ministre, qui a condamné la Norvège, refuse de commenter.", "condamné"),
        ("La police norvégienne arrête des espions.", "arrête"),
        ("Tout a changé lorsque la Hongrie a condamné la Norvège.", "condamné"),
    ],
)
def test_what_is_told_as_earlier_or_general_is_bounded_by_the_publication(sentence: str, word: str) -> None:
    assert dated(LEAD, sentence, word=word) == BY_THEN


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Les élus ont participé à une cérémonie.", "cérémonie"),
        ("L'otage a pu rencontrer sa famille.", "rencontrer"),
        ("La police norvégienne a indiqué avoir arrêté un espion.", "arrêté"),
        ("« C'est faux », a répondu le ministre hongrois, qui a condamné la Norvège.", "condamné"),
    ],
)
def test_what_a_clause_of_news_brings_with_it_is_news(sentence: str, word: str) -> None:
    assert dated(LEAD, sentence, word=word) == NEWS


def test_what_words_are_about_may_be_older() -> None:
    assert dated(LEAD, "La Hongrie a dénoncé une attaque.", word="attaque") == BY_THEN


def test_words_are_told_as_new_in_the_present_too() -> None:
    assert dated(LEAD, "La Hongrie dénonce cette décision.", word="dénonce") == NEWS


def test_where_the_lead_dates_a_saying_the_deeds_may_be_older() -> None:
    lead = "La Norvège a expulsé deux diplomates hongrois, a annoncé mercredi le ministre."
    said = When(earliest=datetime.date(2026, 3, 11), latest=PUBLISHED)
    assert dated(lead, "La police norvégienne a arrêté un espion.", word="arrêté") == BY_THEN
    assert dated(lead, "La Hongrie a condamné cette décision.", word="condamné") == said


def test_a_night_in_the_lead_is_the_news_too() -> None:
    lead = "Un incendie a ravagé une usine de Bergen dans la nuit de mardi à mercredi."
    assert dated(lead, "La police a arrêté un suspect.", word="arrêté") == NEWS


def test_what_the_lead_recalls_is_not_the_news() -> None:
    lead = "Mille personnes ont manifesté mercredi à Oslo, trois jours après la mort d'un étudiant."
    said = When(earliest=datetime.date(2026, 3, 11), latest=PUBLISHED)
    assert dated(lead, "La police a arrêté un suspect.", word="arrêté") == said


def test_a_paragraph_that_turned_to_older_days_tells_what_came_next() -> None:
    older = "En janvier, la police norvégienne a arrêté un espion. La Hongrie a condamné la Norvège."
    assert dated(LEAD, older, word="condamné") == When(earliest=datetime.date(2026, 1, 1), latest=PUBLISHED)
    toll = "En janvier, la police norvégienne a arrêté un espion. La guerre a fait mille morts."
    assert dated(LEAD, toll, word="morts") == BY_THEN


def test_a_lead_without_any_time_is_the_news_of_the_week() -> None:
    lead = "La Norvège a expulsé deux diplomates."
    assert dated(lead, "La Hongrie a condamné la Norvège.", word="expulsé") == When(
        earliest=datetime.date(2026, 3, 5), latest=PUBLISHED
    )
    assert dated(lead, "La Hongrie a condamné la Norvège.", word="condamné") == BY_THEN
    vague = "La Norvège, qui a récemment changé de roi, a expulsé deux diplomates."
    assert dated(vague, word="expulsé") == BY_THEN


def test_an_old_day_in_the_lead_is_not_the_news() -> None:
    lead = "La Norvège a expulsé le 2 février deux diplomates hongrois."
    assert dated(lead, "La Hongrie a condamné la Norvège.", word="condamné") == SINCE


def test_without_a_publication_nothing_is_inferred() -> None:
    assert dated(LEAD, "La Hongrie a condamné la Norvège.", word="condamné", published=None).is_unknown


def test_a_plan_can_be_carried_out_from_the_day_of_the_news_on() -> None:
    when = dated(LEAD, "La Hongrie expulsera un diplomate norvégien.", word="expulsera")
    assert when == When(earliest=datetime.date(2026, 3, 10))


def test_a_day_told_of_is_told_of_further_in_the_next_paragraph() -> None:
    older = "La police norvégienne a arrêté le 2 février un espion."
    assert dated(LEAD, older, "La Hongrie a condamné la Norvège.", word="condamné") == SINCE


def test_a_participle_has_the_day_of_its_verb() -> None:
    sentence = "Le ministre a démissionné lundi, accusant la Norvège de mensonge."
    assert dated(LEAD, sentence, word="accusant") == When.on(datetime.date(2026, 3, 9))


def test_what_came_before_is_dated_by_the_distance() -> None:
    sentence = "L'otage est arrivé mardi à Oslo, trois jours après sa libération au Mali."
    assert dated(sentence, word="libération") == When.on(datetime.date(2026, 3, 7))


def test_what_came_before_is_bounded_by_what_followed() -> None:
    sentence = "La police a arrêté mardi deux suspects après l'attaque d'une banque."
    assert dated(sentence, word="attaque") == When(latest=datetime.date(2026, 3, 10))


def test_what_came_before_has_its_own_date() -> None:
    sentence = "La police a arrêté mardi deux suspects après l'attaque du 2 mars."
    assert dated(sentence, word="attaque") == When.on(datetime.date(2026, 3, 2))


@pytest.mark.parametrize(
    ("sentence", "word", "day"),
    [
        ("Le bilan de la frappe russe survenue lundi s'est alourdi à trente morts.", "frappe", 9),
        ("Il a prêté serment lundi à Oslo.", "serment", 9),
        ("Le véhicule a été retrouvé calciné lundi près de la rivière.", "retrouvé", 9),
        ("Des plongeurs ont été déployés lundi toute la journée autour du lac.", "déployés", 9),
    ],
)
def test_a_bare_day_belongs_to_what_happened(sentence: str, word: str, day: int) -> None:
    assert dated(sentence, word=word) == When.on(datetime.date(2026, 3, day))


def test_a_fire_that_breaks_out_says_nothing() -> None:
    lead = "Un incendie s'est déclaré mardi dans une usine de Bergen."
    assert dated(lead, "Les pompiers ont évacué trente ouvriers.", word="évacué") == NEWS


WEEK = When(earliest=datetime.date(2026, 3, 5), latest=PUBLISHED)


def test_a_day_that_is_only_recalled_is_not_that_of_the_news() -> None:
    lead = "Un homme qui avait été arrêté le 3 février à Oslo a été relâché."
    assert dated(lead, word="relâché") == WEEK
    assert dated(f"{lead} Un juge a expulsé mardi deux diplomates.", word="relâché") == NEWS


def test_the_text_does_not_turn_to_a_day_that_it_only_recalls() -> None:
    told = "Le roi a reçu le pasteur Berg, élu le 8 février. La Hongrie a condamné cette rencontre."
    assert dated(LEAD, told, word="condamné") == NEWS


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("avait expliqué le ministre", BY_THEN),
        ("avait alors expliqué le ministre", When.on(datetime.date(2026, 2, 2))),
    ],
)
def test_what_somebody_had_said_is_no_news(said: str, when: When) -> None:
    told = f"Le 2 février, le ministre a rencontré son homologue. La Hongrie a condamné la Norvège, {said}."
    assert dated(LEAD, told, word="condamné") == when


@pytest.mark.parametrize(
    "sentence",
    [
        "La police cherche à savoir dans quelles circonstances le garçon a échappé à ses gardiens.",
        "La police ignore pourquoi le maire a démissionné.",
        "Tout a changé lorsque le garçon a été trouvé et que la Hongrie a condamné la Norvège.",
    ],
)
def test_what_is_asked_or_only_says_when_is_known_already(sentence: str) -> None:
    word = next(w for w in ("échappé", "démissionné", "condamné") if w in sentence)
    assert dated(LEAD, sentence, word=word).earliest is None


def test_a_figure_without_a_date_need_not_be_of_these_days() -> None:
    assert dated("Le chômage a augmenté de 3 % à Bergen.", word="augmenté") == BY_THEN


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("Le maire a promis une aide à l'issue d'une réunion avec le préfet.", "réunion", NEWS),
        ("Le maire a promis une aide à l'issue de la réunion avec le préfet.", "réunion", BY_THEN),
        ("Le maire a salué le départ, dénonçant une attaque contre le port.", "attaque", BY_THEN),
    ],
)
def test_what_the_news_brings_in_is_of_its_days(sentence: str, word: str, when: When) -> None:
    assert dated(LEAD, sentence, word=word) == when


def test_what_summed_up_harm_was_done_in_is_no_older_nor_newer() -> None:
    told = "Le 2 février, la Hongrie a fermé ses routes."
    toll = "Soixante civils ont péri dans des attaques contre le port."
    assert dated(told, toll, word="attaques") == BY_THEN


def test_the_toll_of_several_happenings_is_not_of_these_days() -> None:
    assert dated("Ces attaques ont coûté la vie à douze civils.", word="coûté") == BY_THEN
    assert dated("Une attaque a coûté la vie à douze civils.", word="coûté").earliest is not None


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("Des fumigènes ont été lancés et deux jeunes gens interpellés.", NEWS),
        ("Les victimes ont été entendues, ainsi que deux jeunes gens interpellés.", BY_THEN),
    ],
)
def test_a_participle_shares_the_passive_before_it(sentence: str, when: When) -> None:
    assert dated(LEAD, sentence, word="interpellés") == when


EXPLOSION = "Une explosion s'est produite mardi dans une usine de Bergen."
TUESDAY = When.on(datetime.date(2026, 3, 10))


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("Deux ouvriers ont été blessés.", "blessés", TUESDAY),
        ("Un troisième est mort à l'hôpital.", "mort", NEWS),
        ("Une enquête a été ouverte.", "enquête", NEWS),
    ],
)
def test_who_is_harmed_behind_what_struck_is_so_on_its_day(sentence: str, word: str, when: When) -> None:
    assert dated(EXPLOSION, sentence, word=word) == when


def test_harm_behind_what_does_none_is_news_of_any_day() -> None:
    assert dated(LEAD, "Deux policiers ont été blessés.", word="blessés") == NEWS


@pytest.mark.parametrize(("sentence", "when"), [("Le parti exige", TUESDAY), ("Le syndicat exige", NEWS)])
def test_who_is_quoted_by_the_lead_goes_on_on_that_day(sentence: str, when: When) -> None:
    lead = "Dans un communiqué publié mardi, le parti dénonce la loi."
    assert dated(lead, f"{sentence} son retrait.", word="exige") == when


def test_what_is_denied_as_news_is_denied_for_its_days() -> None:
    assert dated(LEAD, "Le procureur n'a pas ouvert d'enquête.", word="enquête") == NEWS
    assert dated(LEAD, "Le procureur n'a jamais ouvert d'enquête.", word="enquête") == BY_THEN


def test_a_day_that_tells_one_thing_from_others_is_no_day_of_news() -> None:
    lead = "Le policier fait partie de la promotion du 8 mars 2026."
    second = "Le préfet a expulsé mardi deux diplomates. La Hongrie a condamné cette décision."
    assert dated(lead, second, word="condamné") == NEWS


def test_what_is_told_behind_a_list_of_days_came_no_earlier_than_the_first() -> None:
    text = "Les 2 et 3 mars, la Norvège a expulsé deux diplomates. Parallèlement, des soldats ont arrêté un espion."
    assert dated(LEAD, text, word="arrêté") == When(earliest=datetime.date(2026, 3, 2), latest=PUBLISHED)


def test_harm_told_in_the_sentence_of_what_struck_has_no_day_of_it() -> None:
    assert dated("Depuis l'explosion de mardi, douze personnes ont été blessées.", word="blessées") == NEWS


def test_what_somebody_has_just_done_is_of_the_week_in_whatever_clause() -> None:
    sentence = "Le dossier, dans lequel le parquet vient de requérir un procès, est vide."
    week = When(earliest=datetime.date(2026, 3, 5), latest=PUBLISHED)
    assert dated("Le tribunal siège à Oslo.", sentence, word="requérir") == week
    assert dated("Le tribunal siège à Oslo.", f"En 2019, il a été élu. {sentence}", word="requérir") == BY_THEN


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("Le ministre pourrait démissionner.", When(earliest=PUBLISHED)),
        ("Le ministre démissionnera.", When(earliest=datetime.date(2026, 3, 10))),
    ],
)
def test_what_may_still_come_about_lies_ahead_of_the_article(sentence: str, when: When) -> None:
    assert dated(LEAD, sentence, word="démission") == when


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Il a parlé à la presse alors que des pêcheurs défilaient à Oslo.", "défilaient"),
        ("L'otage a pleuré lors d'une cérémonie à Oslo.", "cérémonie"),
        ("L'otage a pleuré lors de la cérémonie.", "cérémonie"),
    ],
)
def test_what_went_on_beside_news_is_of_its_days(sentence: str, word: str) -> None:
    assert dated(LEAD, sentence, word=word) == NEWS


def test_what_words_were_said_at_is_of_the_days_of_the_words() -> None:
    lead = "Le pape a dénoncé mardi les injustices."
    assert dated(lead, "Il a promis la paix alors que des croyants défilaient à Rome.", word="défilaient") == NEWS


def test_what_is_done_where_people_gather_is_of_that_day() -> None:
    lead = "Trois mille pêcheurs ont défilé mardi à Oslo."
    day = When.on(datetime.date(2026, 3, 10))
    assert dated(lead, "Deux hommes ont été interpellés.", word="interpellés") == day
    assert dated(LEAD, "Deux hommes ont été interpellés.", word="interpellés") == NEWS


@pytest.mark.parametrize(
    "title",
    ["La Norvège expulse deux Hongrois", "La Norvège renvoie deux diplomates hongrois"],
)
def test_a_headline_has_the_day_on_which_the_lead_tells_the_same(title: str) -> None:
    assert dated(title, LEAD, word=title.split()[2], headline=True) == When.on(datetime.date(2026, 3, 10))


def test_a_headline_of_something_else_has_no_day_of_the_lead() -> None:
    assert dated("La Hongrie nomme un ambassadeur", LEAD, word="nomme", headline=True) == NEWS


def test_a_headline_has_the_day_that_the_lead_gives_to_its_verb_in_whatever_clause() -> None:
    lead = "Deux hommes ont été arrêtés mercredi à Bergen dans l'enquête sur la mort de Lars Holm, tué lundi par balle."
    title = "Lars Holm tué : deux suspects arrêtés"
    assert dated(title, lead, word="tué", headline=True) == When.on(datetime.date(2026, 3, 9))
    assert dated(title, lead, word="arrêtés", headline=True) == When.on(datetime.date(2026, 3, 11))


MATCH = "Le FC Bergen s'est imposé mardi (3-1) face à Oslo en finale."


@pytest.mark.parametrize(
    ("paragraph", "word"),
    [
        ("Une attaque a frappé Bergen mardi. Des maisons ont été incendiées.", "incendiées"),
        ("La dernière attaque en date est celle survenue mardi. Des hommes ont tué six civils.", "tué"),
        ("Un otage a été libéré mardi au cours d'une opération. Un policier a été blessé.", "blessé"),
    ],
)
def test_what_strikes_in_the_scene_of_a_sentence_before_has_its_day(paragraph: str, word: str) -> None:
    assert dated(paragraph, word=word) == When.on(datetime.date(2026, 3, 10))


def test_the_report_of_a_match_is_of_its_day_and_a_day_to_come_does_not_end_it() -> None:
    later = "Le club pourrait prendre la tête dès demain. Jan Roux a manqué un penalty."
    assert dated(MATCH, later, word="manqué") == When.on(datetime.date(2026, 3, 10))


def test_the_last_of_a_series_has_the_day_of_what_it_is_said_to_be() -> None:
    assert dated("La dernière frappe en date est celle survenue lundi.", word="frappe") == When.on(
        datetime.date(2026, 3, 9)
    )


def test_what_comes_next_in_a_paragraph_lies_no_earlier_than_its_later_day() -> None:
    later = "Jan Roux a démissionné mercredi. Son adjointe a été nommée."
    assert dated(LEAD, later, word="nommée") == When(earliest=datetime.date(2026, 3, 11), latest=PUBLISHED)
    assert dated(LEAD, "Jan Roux a démissionné mercredi. La Hongrie a condamné la Norvège.", word="condamné") == NEWS


def test_what_is_set_behind_a_deed_of_the_news_came_no_earlier() -> None:
    text = "Les assaillants ont incendié des camions avant de quitter la ville."
    found = dated("Des hommes ont attaqué Bergen mardi.", text, word="quitter")
    assert found == NEWS
