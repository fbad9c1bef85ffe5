"""Which words date what: attachment in the sentence, and the days that they give."""

from __future__ import annotations

import datetime

import pytest

from recoupe.extraction.reader import extract
from recoupe.language.fr import French
from recoupe.model import Status, TimeRole, When
from recoupe.testing.readings import article_of

PUBLISHED = datetime.date(2026, 3, 12)  # a Thursday
BY_THEN = When(latest=PUBLISHED)
#: When the first sentence happened, where no words date what it tells.
LATELY = When(earliest=datetime.date(2026, 3, 5), latest=PUBLISHED)
#: What came after something of 2 March.
SINCE_2_MARCH = When(earliest=datetime.date(2026, 3, 2), latest=PUBLISHED)
#: What came after something of 7 March.
SINCE_7_MARCH = When(earliest=datetime.date(2026, 3, 7), latest=PUBLISHED)


def day(month: int, number: int) -> When:
    return When.on(datetime.date(2026, month, number))


def dated(text: str, word: str) -> When:
    reading = extract(article_of(text, published=PUBLISHED), French())
    return next(m.when for m in reading.mentions if word in m.trigger.text)


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("Le rapport critique l'octroi, en 2024, de onze permis.", "octroi", When.from_edtf("2024")),
        ("Oslo a adopté mercredi une loi après l'incursion de trois drones, le 2 mars.", "incursion", day(3, 2)),
        ("Oslo a adopté mercredi une loi après l'incursion de trois drones, le 2 mars.", "adopté", day(3, 11)),
    ],
)
def test_a_day_between_commas_belongs_to_the_noun_before_it(sentence: str, word: str, when: When) -> None:
    assert dated(sentence, word) == when


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Le volcan est entré en éruption samedi soir, près d'Oslo.", "entré"),
        ("L'attaque, survenue samedi soir, n'était pas encore circonscrite ce matin.", "attaque"),
    ],
)
def test_words_of_the_phrase_and_participles_of_the_noun_hold_its_day(sentence: str, word: str) -> None:
    assert dated(sentence, word) == day(3, 7)


def test_a_day_of_the_object_behind_a_preposition_is_not_the_verbs() -> None:
    assert dated("Oslo a salué l'accord de samedi.", "salué") != day(3, 7)


def test_a_light_verb_is_no_saying() -> None:
    sentence = "Le ministère a annoncé dimanche que ses forces avaient lancé la veille une attaque contre le port."
    assert dated(sentence, "attaque") == day(3, 7)


def test_what_happened_on_an_occasion_has_the_day_of_the_main_verb() -> None:
    sentence = "Dimanche, deux agents ont été blessés par une foule qui les accusait, lors de l'attaque d'un centre."
    assert dated(sentence, "attaque") == day(3, 8)


def test_what_went_on_meanwhile_has_the_day_of_the_main_verb() -> None:
    sentence = "Il a prêté serment dimanche à Oslo, tandis que mille personnes défilaient sous la pluie."
    assert dated(sentence, "défilaient") == day(3, 8)


def test_a_text_says_it_on_the_day_it_appeared() -> None:
    sentence = "Dans une lettre publiée le 2 mars, il accusait le maire de mentir."
    assert dated(sentence, "accusait") == day(3, 2)


def test_another_day_between_parts_the_verb_from_what_follows() -> None:
    sentence = (
        "La police a arrêté samedi onze personnes soupçonnées d'avoir incendié le 25 janvier un centre de soins, une "
        "agression dans laquelle deux infirmiers avaient été blessés."
    )
    assert dated(sentence, "incendié") == day(1, 25)
    assert dated(sentence, "agression") == BY_THEN
    assert dated(sentence, "blessés") == BY_THEN


def test_a_place_where_something_happened_has_no_day() -> None:
    sentence = "Dix personnes sont mortes depuis février dans la ville, où le cyclone a détruit les puits."
    assert dated(sentence, "détruit") == BY_THEN


def test_a_toll_has_the_day_of_its_cause() -> None:
    assert dated("La frappe de samedi a fait quarante morts.", "morts") == day(3, 7)


def test_the_same_day_is_not_one_that_is_only_recalled() -> None:
    text = (
        "Mille personnes ont manifesté mardi pour les victimes de l'accident de Bergen, jeudi dernier. "
        "Le chauffeur a été inculpé le même jour."
    )
    assert dated(text, "inculpé") == day(3, 10)


def test_two_days_in_a_list_are_both_meant() -> None:
    sentence = "Des milliers de personnes ont manifesté lundi et mardi à Oslo."
    assert dated(sentence, "manifesté") == When(earliest=datetime.date(2026, 3, 9), latest=datetime.date(2026, 3, 10))


def test_what_is_to_be_done_by_a_day_is_done_from_the_report_on() -> None:
    sentence = "Le ministre doit démissionner avant le 30 avril."
    assert dated(sentence, "démissionner") == When(earliest=PUBLISHED, latest=datetime.date(2026, 4, 30))


def test_seconds_before_an_event_name_no_day() -> None:
    sentence = "Le chauffeur a été arrêté samedi ; son camion a été filmé quelques secondes avant le choc."
    assert dated(sentence, "choc") == BY_THEN


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("La ville a subi le pire séisme depuis 1939.", "séisme"),
        ("Le pays a connu la plus longue grève depuis 1999.", "grève"),
        ("Ce naufrage est la pire tragédie des dernières années.", "tragédie"),
    ],
)
def test_a_year_of_comparison_dates_nothing(sentence: str, word: str) -> None:
    assert dated(sentence, word) == BY_THEN


def test_a_year_that_tells_which_thing_is_meant_dates_nothing() -> None:
    assert dated("Le Parlement adopte le budget 2027", "adopte") == BY_THEN


def test_more_than_so_many_since_a_year_is_no_comparison() -> None:
    when = dated("Plus de dix personnes sont mortes depuis janvier.", "mortes")
    assert when == When(earliest=datetime.date(2026, 1, 1), latest=PUBLISHED, lasting=True)


def test_a_tally_is_of_what_came_before() -> None:
    assert dated("Le bilan du séisme a été porté mardi à deux cents morts.", "morts") == When(
        latest=datetime.date(2026, 3, 10)
    )


def test_a_bare_day_behind_the_site_of_an_accident_is_that_of_the_verb() -> None:
    sentence = "Les passagers ont été évacués du site de l'accident mardi."
    assert dated(sentence, "évacués") == day(3, 10)
    assert dated(sentence, "accident") == BY_THEN


def test_a_participle_is_not_dated_across_another_day() -> None:
    sentence = "Le maire a promis une loi, mardi à Bergen, où un drone était tombé dimanche, tuant un homme."
    assert dated(sentence, "tuant") != day(3, 10)


def test_who_announces_his_resignation_resigns_on_that_day() -> None:
    assert dated("Le ministre a annoncé mercredi sa démission.", "démission") == day(3, 11)


def test_a_tally_since_a_year_is_not_of_that_year() -> None:
    assert dated("Le nombre de victimes des violences a été multiplié par cinq depuis 2016.", "victimes") != When(
        latest=datetime.date(2016, 12, 31)
    )


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("La cour a annulé la décision du tribunal du 9 février 2024.", "annulé", LATELY),
        ("Après l'arrestation du maire le 2 mars, le parti avait saisi la justice.", "saisi", SINCE_2_MARCH),
        ("Après l'arrestation du maire le 2 mars, le parti avait saisi la justice.", "arrestation", day(3, 2)),
        ("L'armée a pu libérer un otage qui a été enlevé près de la mine (est), le 2 mai 2024.", "libérer", LATELY),
    ],
)
def test_a_day_of_something_else_does_not_date_the_verb(sentence: str, word: str, when: When) -> None:
    assert dated(sentence, word) == when


def test_a_locution_of_time_makes_no_complement() -> None:
    assert dated("Quatre personnes ont trouvé la mort au cours du week-end.", "trouvé").is_unknown is False


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        (
            "Le 10 juillet 2024, douze élus avaient démissionné. Mais le 11 juillet, on avait arrêté le maire.",
            "arrêté",
            When.on(datetime.date(2024, 7, 11)),
        ),
        (
            "Le 7 août 2024, on a volé un tableau. Le musée a été cambriolé à midi, ce 7 août, par deux hommes.",
            "cambriolé",
            When.on(datetime.date(2024, 8, 7), at=datetime.time(12)),
        ),
        ("Le 7 août, deux hommes ont cambriolé le musée.", "cambriolé", When.on(datetime.date(2025, 8, 7))),
    ],
)
def test_a_day_without_a_year_that_is_told_as_past(text: str, word: str, when: When) -> None:
    assert dated(text, word) == when


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("La campagne de vaccination doit commencer dès vendredi à Oslo.", "campagne", day(3, 13)),
        ("Les enseignants seront en grève vendredi.", "grève", day(3, 13)),
        (
            "Une grève sera déclenchée à partir du 23 mars si aucun accord n'est conclu.",
            "grève",
            When(earliest=datetime.date(2026, 3, 23), lasting=True),
        ),
        ("Le procès n'a pas pu avoir lieu lundi.", "procès", BY_THEN),
        ("Le procès devait s'ouvrir lundi.", "procès", When(earliest=PUBLISHED)),
    ],
)
def test_a_happening_takes_place_when_its_verb_says(sentence: str, word: str, when: When) -> None:
    assert dated(sentence, word) == when


@pytest.mark.parametrize(
    ("sentence", "status", "when"),
    [
        ("Le musée est fermé jusqu'en mai.", Status.ONGOING, When(latest=datetime.date(2026, 5, 31))),
        ("Le festival se tient jusqu'au 20 mars à Lyon.", Status.ONGOING, When(latest=datetime.date(2026, 3, 20))),
        (
            "Le musée sera fermé jusqu'en mai.",
            Status.PLANNED,
            When(earliest=PUBLISHED, latest=datetime.date(2026, 5, 31)),
        ),
        ("Le ministre a prolongé la trêve jusqu'à mardi.", Status.OCCURRED, LATELY),
        ("Le musée était fermé jusqu'en janvier.", Status.OCCURRED, When(latest=datetime.date(2026, 1, 31))),
    ],
)
def test_what_ends_after_publication_goes_on(sentence: str, status: Status, when: When) -> None:
    mention = extract(article_of(sentence, published=PUBLISHED), French()).mentions[0]
    assert (mention.status, mention.when) == (status, when)


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("La police, lundi, a arrêté trois hommes à Bergen.", day(3, 9)),
        ("La police a arrêté trois hommes à Bergen en février.", When.from_edtf("2026-02")),
        ("La police a arrêté il y a trois jours trois hommes à Bergen.", day(3, 9)),
        ("Voici trois jours, la police a arrêté trois hommes à Bergen.", day(3, 9)),
        ("Au cours du week-end, la police a arrêté trois hommes.", When.from_edtf("[2026-03-07..2026-03-08]")),
        ("La police a arrêté trois hommes entre samedi et mardi.", When.from_edtf("[2026-03-07..2026-03-10]")),
        ("La police a arrêté en janvier et février trois hommes.", When.from_edtf("[2026-01-01..2026-02-28]")),
        ("La police a arrêté trois hommes dans la nuit de lundi.", When.from_edtf("[2026-03-09..2026-03-10]")),
        ("La police a arrêté cette nuit trois hommes à Bergen.", When.from_edtf("[2026-03-11..2026-03-12]")),
    ],
)
def test_an_expression_dates_its_verb_wherever_it_stands(sentence: str, when: When) -> None:
    found = dated(sentence, "arrêté")
    assert (found.earliest, found.latest) == (when.earliest, when.latest)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Douze mineurs sont morts dans une explosion qui a ravagé samedi une mine.", "morts"),
        ("Trois ouvriers ont été tués dans l'effondrement d'un pont survenu samedi.", "tués"),
        ("Un skieur a été blessé par une avalanche qui a balayé samedi une piste.", "avalanche"),
        ("Un autocar s'est renversé samedi, faisant un mort et douze blessés.", "blessés"),
        ("Un séisme a frappé la côte samedi, coûtant la vie à deux pêcheurs.", "coûtant"),
    ],
)
def test_harm_is_done_on_the_day_of_what_does_it(sentence: str, word: str) -> None:
    assert dated(sentence, word) == day(3, 7)


def test_then_is_the_time_to_which_the_text_has_come() -> None:
    sentence = "Le 2 février, des hommes masqués ont attaqué une banque. Ils ont alors tué un vigile."
    assert dated(sentence, "tué") == day(2, 2)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("La ministre se rend lundi à Bergen.", Status.PLANNED),
        ("Les ministres se réunissent lundi à Bergen.", Status.PLANNED),
        ("La ministre se rend à Bergen dans les prochains jours.", Status.PLANNED),
        ("La ministre s'est rendue lundi à Bergen.", Status.OCCURRED),
    ],
)
def test_what_a_present_sets_on_another_day_is_to_come(sentence: str, status: Status) -> None:
    reading = extract(article_of(sentence, published=PUBLISHED), French())
    assert reading.mentions[0].status is status


def test_the_evening_of_what_is_to_come_is_that_of_the_report() -> None:
    assert dated("La ministre se rendra dans la soirée à Bergen.", "rendra") == day(3, 12)


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("Interrogé lundi sur les ondes, le ministre a dénoncé cette décision.", "dénoncé", day(3, 9)),
        ("En visite lundi à Bergen, le ministre a promis des renforts.", "promis", day(3, 9)),
        ("C'est lundi que le ministre a promis des renforts.", "promis", day(3, 9)),
        ("Blessé samedi dans une fusillade, un enfant est mort lundi.", "fusillade", day(3, 7)),
        ("Le ministre Lars Holm a annoncé, lundi, sa démission.", "démission", day(3, 9)),
        ("À l'issue d'une réunion lundi à Oslo, les ministres ont adopté un accord.", "adopté", day(3, 9)),
        ("Selon un communiqué publié lundi, un homme a été arrêté.", "arrêté", BY_THEN),
        ("L'attaque condamnée lundi par Oslo a fait dix morts.", "attaque", When(latest=datetime.date(2026, 3, 9))),
        ("Le ministre a démissionné lundi, au lendemain d'une attaque.", "attaque", day(3, 8)),
        ("Au lendemain de l'attaque du 2 mars, le ministre a démissionné.", "démissionné", day(3, 3)),
        ("La fillette, disparue depuis samedi, a été retrouvée lundi.", "disparue", day(3, 7)),
        ("L'otage, enlevé le 7 octobre, a été libéré lundi.", "enlevé", When.on(datetime.date(2025, 10, 7))),
        ("Le procès a été reporté au 2 juin.", "reporté", BY_THEN),
        ("Au 6 mars, dix cas ont été recensés.", "cas", When(latest=datetime.date(2026, 3, 6))),
        ("Le ministre a démissionné lundi après la grève de samedi.", "grève", day(3, 7)),
        ("Cinq soldats ont été tués lundi lors d'une embuscade tendue par des rebelles.", "embuscade", day(3, 9)),
        ("Deux ouvriers sont morts et trois ont été blessés lundi dans une explosion.", "morts", day(3, 9)),
        ("Deux ouvriers ont été blessés lundi dans une explosion.", "explosion", day(3, 9)),
        ("L'éruption du 7 mars, qui a détruit un village, a fait dix morts.", "détruit", day(3, 7)),
        ("Mille personnes ont défilé samedi à Bergen pour exiger son départ.", "exiger", day(3, 7)),
        ("Le ministre s'est rendu lundi à Kiev, où il a rencontré son homologue.", "rencontré", day(3, 9)),
        ("Lundi, le ministre a reçu les syndicats et a promis des embauches.", "promis", day(3, 9)),
        ("Lars Holm a démissionné lundi, deux mois avant la fin de son mandat.", "démissionné", day(3, 9)),
        ("Le tribunal a condamné lundi Lars Holm à deux ans de prison pour fraude fiscale.", "fraude", BY_THEN),
        ("Elle avait dû quitter son poste le 6 mars.", "quitter", day(3, 6)),
        ("Samedi dernier, c'est la salle de gymnastique qui a brûlé.", "brûlé", day(3, 7)),
    ],
)
def test_what_is_told_beside_a_day_keeps_its_own(sentence: str, word: str, when: When) -> None:
    found = dated(sentence, word)
    assert (found.earliest, found.latest) == (when.earliest, when.latest)


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("Un préavis de grève a été déposé pour samedi.", "préavis", day(3, 14)),
        ("Une grève est annoncée pour samedi dans les ports.", "grève", day(3, 14)),
        ("La réunion a été reportée à lundi.", "réunion", day(3, 16)),
        ("Le jugement a été mis en délibéré au 12 juin.", "délibéré", day(6, 12)),
        ("Des orages sont à prévoir samedi dans le sud.", "orages", day(3, 14)),
        ("Le club annonce quitter le stade en mai.", "quitter", When.from_edtf("2026-05")),
    ],
)
def test_a_day_for_which_something_is_arranged_lies_ahead(sentence: str, word: str, when: When) -> None:
    assert dated(sentence, word) == when


def test_a_share_before_a_quarter_begins_no_stretch() -> None:
    sentence = "Les ventes ont reculé de 3 % au quatrième trimestre 2025."
    assert dated(sentence, "reculé") == When(earliest=datetime.date(2025, 10, 1), latest=datetime.date(2025, 12, 31))


def test_what_goes_on_since_a_day_has_no_end() -> None:
    assert dated("Les pilotes sont en grève depuis lundi.", "grève") == When(
        earliest=datetime.date(2026, 3, 9), lasting=True
    )


def test_a_near_day_of_what_is_arranged_lies_ahead() -> None:
    sentence = "L'émission, diffusée le {} sur une chaîne privée, a été tournée à Lyon."
    assert dated(sentence.format("1er avril"), "diffusée") == day(4, 1)
    assert dated(sentence.format("1er février"), "diffusée") == day(2, 1)


def test_of_two_days_a_plan_has_the_one_ahead() -> None:
    assert dated("Le syndicat a appelé lundi à une grève le 30 mars.", "grève") == day(3, 30)


def test_the_last_quarter_of_a_year_is_its_fourth() -> None:
    assert dated("Le chômage a baissé de 0,3 % au dernier trimestre 2025.", "baissé") == When(
        earliest=datetime.date(2025, 10, 1), latest=datetime.date(2025, 12, 31)
    )


def test_what_somebody_is_sentenced_for_was_done_before() -> None:
    sentence = "Un homme a été condamné mercredi pour avoir incendié une école."
    assert dated(sentence, "incendié") == When(latest=datetime.date(2026, 3, 11))


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("Le ministre pourrait démissionner, selon la presse.", "démissionner", When(earliest=PUBLISHED)),
        ("L'opposition a réclamé mercredi la démission du ministre.", "démission", When.from_edtf("2026-03-11/..")),
        ("Selon la presse, le ministre aurait démissionné.", "démissionné", BY_THEN),
    ],
)
def test_what_may_be_lies_ahead_or_behind(sentence: str, word: str, when: When) -> None:
    found = dated(sentence, word)
    assert (found.earliest, found.latest) == (when.earliest, when.latest)


def test_the_day_of_what_is_called_for_is_not_that_of_the_call() -> None:
    sentence = "Les syndicats appellent à une journée de grève le 26 mars."
    assert dated(sentence, "grève") == day(3, 26)
    assert dated(sentence, "appellent").latest == PUBLISHED


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        (
            "Le pape se rendra en Algérie du 13 au 15 juin.",
            "rendra",
            When(earliest=datetime.date(2026, 6, 13), latest=datetime.date(2026, 6, 15)),
        ),
        (
            "L'armée affirme avoir abattu 72 drones dans la nuit.",
            "abattu",
            When(earliest=datetime.date(2026, 3, 11), latest=PUBLISHED),
        ),
        ("L'autopsie doit être pratiquée vendredi.", "autopsie", day(3, 13)),
        ("Le président a annoncé un référendum le 22 mars.", "référendum", day(3, 22)),
        ("Le tribunal a annoncé la victoire du maire le 10 mars.", "victoire", day(3, 10)),
    ],
)
def test_days_behind_names_and_infinitives(sentence: str, word: str, when: When) -> None:
    assert dated(sentence, word) == when


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("La police a relâché mardi un homme blessé le 3 mars.", "relâché", day(3, 10)),
        ("La police d'Oslo a relâché un homme blessé le 3 février.", "relâché", LATELY),
        ("Lors d'une messe, Jean Roche, élu le 3 mars, a promis la paix.", "messe", LATELY),
        ("Lors d'une messe, Jean Roche, élu le 3 mars, a promis la paix.", "élu", day(3, 3)),
        (
            "La vidéo a été tournée lors d'une manifestation de « gilets bleus » samedi à Oslo.",
            "manifestation",
            day(3, 7),
        ),
    ],
)
def test_a_day_belongs_to_the_participle_or_the_phrase_before_it(sentence: str, word: str, when: When) -> None:
    assert dated(sentence, word) == when


def test_both_ends_of_a_range_date_the_same() -> None:
    sentence = "Les attaques perpétrées entre le 2 et le 6 mars ont fait dix morts."
    range_ = When(earliest=datetime.date(2026, 3, 2), latest=datetime.date(2026, 3, 6), lasting=True)
    assert dated(sentence, "attaques") == range_


def test_what_is_flouted_or_put_out_came_about_before() -> None:
    assert dated("Mardi, des routiers ont enfreint l'interdiction.", "interdiction") == When(
        latest=datetime.date(2026, 3, 10)
    )


def test_the_day_behind_what_is_called_for_is_no_day_of_the_call() -> None:
    sentence = "« Les syndicats appellent à une journée de grève le 29 mars », ont annoncé, hier, les organisations."
    assert dated(sentence, "appellent") == When(latest=datetime.date(2026, 3, 11))


def test_what_was_said_earlier_at_a_meeting_sets_no_day_for_it() -> None:
    text = "Une usine ouvrira, a annoncé lundi le ministre. Dix usines avaient été annoncées lors du sommet de Lens."
    assert dated(text, "sommet") == BY_THEN


@pytest.mark.parametrize(
    ("text", "word", "number"),
    [
        ("Un feu a pris samedi à Oslo. Les pompiers sont arrivés autour de 21 heures dans le quartier.", "arrivés", 7),
        ("Un hôtel a brûlé dans la nuit de samedi à dimanche. On a alerté la police peu avant 23 heures.", "alerté", 7),
        ("Un hôtel a brûlé dans la nuit de samedi à dimanche. On a alerté la police vers 4 heures.", "alerté", 8),
        ("Un homme a été poignardé dans la nuit de samedi à dimanche vers 2 heures du matin.", "poignardé", 8),
        ("Un homme a été tué dans la nuit de samedi à dimanche. On a arrêté son frère dans la matinée.", "arrêté", 8),
    ],
)
def test_a_clock_time_is_of_the_day_that_is_told(text: str, word: str, number: int) -> None:
    when = dated(text, word)
    assert (when.earliest, when.latest) == (day(3, number).earliest, day(3, number).latest)


def test_a_second_one_is_no_time() -> None:
    assert dated("Dans une seconde séquence, le policier a frappé un passant.", "frappé") == LATELY


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("Le policier a été suspendu après la diffusion samedi d'une vidéo.", "diffusion", day(3, 7)),
        ("Le policier a été suspendu après la diffusion samedi d'une vidéo.", "suspendu", SINCE_7_MARCH),
        ("Le ministre a salué la libération samedi de trois otages.", "libération", day(3, 7)),
        ("Un rapport publié mardi accuse l'armée d'avoir incendié deux villages.", "accuse", day(3, 10)),
        ("L'accord prévoit un cessez-le-feu à compter de samedi.", "cessez-le-feu", When(earliest=day(3, 14).earliest)),
        ("Le procès, qui devait s'ouvrir lundi, commencera finalement vendredi.", "procès", day(3, 13)),
        ("Un homme a été tué mardi 11 mars à Oslo.", "tué", day(3, 11)),
        ("Le ministre a salué mardi l'accord.", "accord", When(latest=day(3, 10).latest)),
        ("Le ministre a exprimé sa fierté à l'approche des Jeux d'Oslo 2028.", "exprimé", LATELY),
        ("Le ministre a limogé le préfet, qui maintient le couvre-feu jusqu'au 20 mars.", "limogé", LATELY),
    ],
)
def test_a_day_in_a_phrase_or_a_clause_is_of_that(sentence: str, word: str, when: When) -> None:
    found = dated(sentence, word)
    assert (found.earliest, found.latest) == (when.earliest, when.latest)


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("Les ventes ont reculé de 3 % par rapport à 2023.", "reculé", BY_THEN),
        ("Les ventes ont reculé de 3 % en deux ans.", "reculé", When.from_edtf("[2024-03-12..2026-03-12]")),
        ("Les ventes ont reculé de 3 % en l'espace de deux ans.", "reculé", When.from_edtf("[2024-03-12..2026-03-12]")),
        ("Le musée a été fermé il y a déjà deux ans.", "fermé", When.from_edtf("2024")),
    ],
)
def test_a_length_dates_and_what_is_compared_with_does_not(sentence: str, word: str, when: When) -> None:
    found = dated(sentence, word)
    assert (found.earliest, found.latest) == (when.earliest, when.latest)


def test_a_time_behind_the_object_is_the_verbs() -> None:
    sentence = "Le groupe a dégagé un bénéfice de 30 millions d'euros en 2024, contre 20 millions un an plus tôt."
    assert dated(sentence, "dégagé") == When.from_edtf("2024")


def test_two_runs_of_days_are_one_stretch() -> None:
    found = dated("Des élections se tiendront du 3 au 5 et du 9 au 12 juin à Oslo.", "élections")
    assert (found.earliest, found.latest) == (datetime.date(2026, 6, 3), datetime.date(2026, 6, 12))


def test_a_month_named_as_such_is_no_end() -> None:
    assert dated("L'accord a été signé au mois de février.", "signé") == When.from_edtf("2026-02")


def test_a_day_of_what_was_earlier_has_the_year_of_its_month() -> None:
    text = "Dix hommes avaient été tués en mars 1917. L'attaque, menée entre le 15 et le 25 mars, avait échoué."
    found = dated(text, "attaque")
    assert (found.earliest, found.latest) == (datetime.date(1917, 3, 15), datetime.date(1917, 3, 25))


def test_what_is_to_come_does_not_begin_before_its_report() -> None:
    found = dated("Les restes, qui seront montrés lors d'une cérémonie, ont été retrouvés entre 2010 et 2016.", "cérém")
    assert found.earliest is None or found.earliest >= PUBLISHED


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        (
            "Dans une étude publiée lundi, Oslo dénonce des arrestations lors de la marche du 2 mars.",
            "dénonce",
            day(3, 9),
        ),
        ("Oslo a dénoncé des arrestations lors de la marche du 2 mars.", "dénoncé", LATELY),
        ("Oslo a dénoncé des arrestations lors d'un meeting le 3 mars.", "dénoncé", day(3, 3)),
    ],
)
def test_an_occasion_behind_what_is_condemned_is_of_that(sentence: str, word: str, when: When) -> None:
    assert dated(sentence, word) == when


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("Il était parti en Turquie puis, en décembre 2023, il avait rejoint son frère.", "rejoint", "2023-12"),
        ("Anna Berg, gagnante de l'élection d'Oslo lundi, a promis des baisses d'impôts.", "élection", "2026-03-09"),
        ("Une première visite pour la cheffe du parti qui a séjourné au Japon, en mai dernier.", "séjourné", "2025-05"),
        ("Le site attend le 9 mars, date à laquelle le directeur remet sa démission.", "démission", "2026-03-09"),
        ("Le site a fermé le 9 mars, jour où le conseil a voté sa liquidation.", "voté", "2026-03-09"),
        ("Le taux s'élève à 2,25 % depuis le 23 février contre 4 % en juin 2020.", "élève", "2026-02-23/2026-03-12"),
        ("Le conseil a voté contre lundi", "voté", "2026-03-09"),
    ],
)
def test_a_day_belongs_to_the_clause_or_phrase_that_it_closes_or_opens(sentence: str, word: str, when: str) -> None:
    assert dated(sentence, word) == When.from_edtf(when)


def test_what_is_done_before_et_puis_has_not_the_day_behind() -> None:
    sentence = "Il était parti en Turquie puis, en décembre 2023, il avait rejoint son frère."
    assert dated(sentence, "parti") == BY_THEN


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("En février, la police a dénombré douze agressions.", "agressions", "2026-02"),
        (
            "Dans la nuit de mardi à mercredi, on a dénombré dix véhicules incendiés.",
            "incendiés",
            "[2026-03-10..2026-03-11]",
        ),
        ("Mardi, la police a dénombré douze agressions.", "agressions", "../2026-03-10"),
    ],
)
def test_a_stretch_in_which_something_is_counted_is_that_of_what_is_counted(
    sentence: str, word: str, when: str
) -> None:
    assert dated(sentence, word) == When.from_edtf(when)


def test_what_was_planned_for_a_day_that_is_over_has_that_day() -> None:
    sentence = "La banque a affirmé que l'erreur devait être réparée hier soir."
    assert dated(sentence, "réparée") == day(3, 11)


def test_a_phrase_of_saying_bounds_what_it_says() -> None:
    sentence = "Mardi, le groupe a fait savoir qu'il avait été victime d'une cyberattaque."
    assert dated(sentence, "cyberattaque") == When(latest=datetime.date(2026, 3, 10))


def test_both_ends_of_a_stretch_are_one_expression() -> None:
    sentence = "Les attaques perpétrées entre le 2 et le 6 mars ont fait dix morts."
    reading = extract(article_of(sentence, published=PUBLISHED), French())
    found = next(m.expression for m in reading.mentions if m.trigger.text == "attaques")
    assert found is not None
    assert (found.span.text, found.role) == ("le 2 et le 6 mars", TimeRole.WITHIN)


def test_a_text_that_opens_a_sentence_has_the_day_of_what_it_says() -> None:
    sentence = (
        "Dans un communiqué rendu public ce mardi 10 mars, la Mission de l'Organisation des Nations unies pour "
        "l'assistance au Malvar (MONUMAL) dénonce avec la plus grande vigueur ces attaques."
    )
    assert dated(sentence, "dénonce") == day(3, 10)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Le ministre s'est exprimé mardi sur l'attentat de Brenne.", "attentat"),
        ("Le préfet a interdit mardi la marche suite à une attaque.", "attaque"),
        ("Un homme a été interpellé mardi dans l'enquête sur le vol d'un tableau.", "enquête"),
        ("Le ministre a justifié mardi l'intervention de l'armée.", "intervention"),
    ],
)
def test_what_a_verb_is_about_or_answers_came_before_its_day(sentence: str, word: str) -> None:
    assert dated(sentence, word) == When(latest=datetime.date(2026, 3, 10))


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Les négociations ont débouché mardi sur un accord.", "accord"),
        ("Le match s'est conclu mardi sur une victoire de Brenne.", "victoire"),
        ("Deux hommes ont été tués mardi dans une attaque.", "attaque"),
    ],
)
def test_what_a_verb_comes_to_or_happens_in_has_its_day(sentence: str, word: str) -> None:
    assert dated(sentence, word) == day(3, 10)


def test_what_something_follows_has_its_own_day_behind() -> None:
    sentence = "Cette décision fait suite à l'ouverture vendredi d'une enquête préliminaire."
    assert dated(sentence, "ouverture") == day(3, 6)


def test_a_day_that_opens_a_sentence_is_of_its_main_verb() -> None:
    sentence = "Samedi, le président rencontrera à Oslo son homologue, avant de se rendre dimanche à Berlin."
    assert dated(sentence, "rencontrera") == day(3, 14)


def test_a_night_told_of_on_a_day_is_the_one_before() -> None:
    sentence = "L'armée a annoncé mercredi que ses drones avaient frappé dans la nuit un dépôt."
    assert dated(sentence, "frappé") == When.from_edtf("[2026-03-10..2026-03-11]")


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Les négociations, qui ont débuté mardi à Genève, se poursuivront jusqu'à samedi.", "négociations"),
        ("Les ouvriers ont entamé mardi une grève illimitée.", "grève"),
    ],
)
def test_what_goes_on_lasts_since_the_day_on_which_it_began(sentence: str, word: str) -> None:
    assert dated(sentence, word) == When(earliest=datetime.date(2026, 3, 10), lasting=True)


def test_a_day_behind_what_depuis_leads_is_no_day_of_the_verb() -> None:
    sentence = "Plus de 200 personnes ont été tuées depuis le début des combats, le 15 février."
    assert dated(sentence, "tuées") == BY_THEN


def test_a_future_verb_does_not_move_the_day_of_what_completes_its_subject() -> None:
    sentence = "Les résultats du scrutin de lundi seront publiés samedi."
    assert dated(sentence, "scrutin") == day(3, 9)


def test_what_is_forbidden_has_the_nearest_day_not_the_last() -> None:
    assert dated("Le tribunal a interdit mardi la manifestation de samedi.", "manifestation") == day(3, 14)


def test_what_something_made_possible_came_no_earlier() -> None:
    sentence = "L'opération, menée mardi à l'aube, a permis l'arrestation de dix personnes."
    assert dated(sentence, "arrestation") == When(earliest=datetime.date(2026, 3, 10), latest=PUBLISHED)


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("Il a été condamné mardi pour le meurtre en 2013 d'une étudiante.", "meurtre", When.from_edtf("2013")),
        ("Il a été condamné pour le meurtre en mars 2013 d'une étudiante.", "condamné", LATELY),
        ("La vente par la commune en 2018 de terrains a été annulée mardi.", "annulée", day(3, 10)),
        ("Le procès s'est ouvert mardi après la disparition en mer en 2015 de dix marins.", "procès", day(3, 10)),
        ("Le musée a fermé en 2013 des salles entières.", "fermé", When.from_edtf("2013")),
    ],
)
def test_a_date_before_the_complement_of_a_noun_is_of_the_noun(sentence: str, word: str, when: When) -> None:
    assert dated(sentence, word) == when


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("Deux voleurs ont été abattus lundi et cinq autres arrêtés, a dit la police.", "arrêtés", day(3, 9)),
        ("Devant la mairie lundi, les pêcheurs réclament des aides.", "réclament", day(3, 9)),
        ("Il a été placé en garde à vue à son arrivée en Norvège lundi matin.", "arrivée", day(3, 9)),
        ("Le parquet a décidé lundi de lancer un appel à témoins.", "appel", day(3, 9)),
        ("Le sommet prévu vendredi à Oslo a été annulé lundi.", "sommet", day(3, 13)),
    ],
)
def test_what_goes_with_a_dated_clause_has_its_day(sentence: str, word: str, when: When) -> None:
    assert dated(sentence, word) == when


@pytest.mark.parametrize("word", ["manifestations", "violences"])
def test_the_eve_is_counted_from_the_verb_that_tells(word: str) -> None:
    sentence = (
        "Des pêcheurs se sont réunis lundi à Oslo, souhaitant autre chose, au lendemain de manifestations "
        "marquées par des violences."
    )
    assert dated(sentence, word) == day(3, 8)


def test_what_is_agreed_on_today_is_still_to_come() -> None:
    when = dated("Les deux clubs se sont entendus ce matin sur un transfert.", "transfert")
    assert when == When(earliest=PUBLISHED)


def test_where_somebody_speaks_is_nothing_to_come() -> None:
    text = "Dans le cortège dimanche à Oslo, une infirmière explique sa colère."
    reading = extract(article_of(text, published=PUBLISHED), French())
    assert [(m.status, m.when) for m in reading.mentions if m.trigger.text == "cortège"] == [
        (Status.OCCURRED, day(3, 8))
    ]


def test_a_month_behind_what_is_announced_is_the_coming_one() -> None:
    when = dated("La direction a annoncé mardi la fermeture de l'usine fin juin.", "fermeture")
    assert when == When(earliest=datetime.date(2026, 6, 21), latest=datetime.date(2026, 6, 30))


def test_a_decision_put_off_to_a_day_was_not_taken_by_the_year_before() -> None:
    assert dated("La décision a été mise en délibéré au 12 avril.", "décision") == BY_THEN
    assert dated("Le jugement a été mis en délibéré au 12 avril.", "délibéré") == day(4, 12)


def test_an_hour_alone_leaves_news_news() -> None:
    assert dated("Un camion a percuté un abribus peu après 18 heures.", "percuté") == LATELY


def test_what_is_said_again_is_said_on_that_day() -> None:
    assert dated("Le syndicat de la police a réitéré dimanche sa demande de création d'un fichier.", "demande") == day(
        3, 8
    )


def test_a_day_behind_safe_and_sound_is_of_the_rescue() -> None:
    assert dated("Une fillette a été retrouvée saine et sauve mardi matin chez une voisine.", "retrouvée") == day(3, 10)


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        ("Jan Roux a été blessé le 2 mars. Il est mort trois jours après.", "mort", "2026-03-05"),
        ("Jan Roux a été blessé le 2 mars et il est mort trois jours plus tard.", "mort", "2026-03-05"),
        ("Jan Roux a été blessé le 2 mars et il est mort trois jours plus tard.", "blessé", "2026-03-02"),
        ("Jan Roux a été élu en mars 2012. Le mois suivant, il a démissionné.", "démissionné", "2012-04"),
        ("Jan Roux a été élu en 2012. Deux ans plus tard, il a démissionné.", "démissionné", "2014"),
        ("Jan Roux a été élu en 2012. La même année, il a démissionné.", "démissionné", "2012"),
        ("Jan Roux a été réélu en 2012. Six mois plus tard, il a démissionné.", "démissionné", "../2026-03-12"),
    ],
)
def test_a_time_counts_from_the_last_one_that_is_as_fine(text: str, word: str, when: str) -> None:
    found, told = dated(text, word), When.from_edtf(when)
    assert (found.earliest, found.latest) == (told.earliest, told.latest)


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("Le groupe a licencié 200 salariés au cours des six derniers mois.", "[2025-09-12..2026-03-12]"),
        ("Le groupe a licencié 200 salariés en 2024, contre 250 salariés un an plus tôt.", "2024"),
        ("Le groupe a licencié 200 salariés en 2024, contre 1 million un an plus tôt.", "2024"),
    ],
)
def test_a_stretch_dates_what_was_done_in_its_course_and_not_what_is_compared(sentence: str, when: str) -> None:
    found, told = dated(sentence, "licencié"), When.from_edtf(when)
    assert (found.earliest, found.latest) == (told.earliest, told.latest)


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("Oslo a jugé trois hommes pour le meurtre de Jan Roux, boulanger, en 2021.", "meurtre", "2021"),
        ("Un homme a été condamné pour le meurtre de Jan Roux, 38 ans, en 2021.", "meurtre", "2021"),
        ("La réunion prévue vendredi se tiendra finalement lundi.", "réunion", "2026-03-16"),
        ("Le concert prévu vendredi aura lieu lundi.", "concert", "2026-03-16"),
        ("La réunion, reportée à lundi, portera sur les salaires.", "réunion", "2026-03-16"),
        ("Ils étaient 3 000 à défiler samedi, selon la police.", "défiler", "2026-03-07"),
        ("Des milliers de personnes étaient dans la rue samedi à Oslo.", "étaient", "2026-03-07"),
        ("Les cheminots seront en grève samedi.", "seront", "2026-03-14"),
    ],
)
def test_the_day_of_a_charge_a_plan_that_moved_and_what_a_copula_tells(sentence: str, word: str, when: str) -> None:
    assert dated(sentence, word) == When.from_edtf(when)


def test_a_verdict_has_no_year_of_its_charge() -> None:
    sentence = "Un homme a été condamné pour le meurtre de Jan Roux, boulanger, en 2021."
    assert dated(sentence, "condamné") == LATELY


@pytest.mark.parametrize(
    ("sentence", "word", "when"),
    [
        ("Le maire a promis une lecture publique à l'automne.", "promis", LATELY),
        ("La direction a confirmé la fermeture de l'usine en mai.", "confirmé", LATELY),
        ("La direction a confirmé la fermeture de l'usine en mai.", "fermeture", When.from_edtf("2026-05")),
        ("Le club a officialisé la vente du stade cet été.", "vente", When.from_edtf("2026-22")),
        ("La direction a confirmé la mort du soldat en mai.", "mort", When.from_edtf("2025-05")),
        ("La direction a confirmé en mai la fermeture de l'usine.", "confirmé", When.from_edtf("2025-05")),
    ],
)
def test_a_month_ahead_behind_what_is_foretold_is_of_that(sentence: str, word: str, when: When) -> None:
    found = dated(sentence, word)
    assert (found.earliest, found.latest) == (when.earliest, when.latest)
