"""What is read in sentences of our own: which happenings, whether they happened, who says so, who takes part."""

from __future__ import annotations

import datetime

import pytest

from recoupe.extraction.reader import extract, extract_all
from recoupe.language.fr import French
from recoupe.model import (
    Article,
    BlockKind,
    GapKind,
    Kind,
    Mention,
    Reading,
    Role,
    Stance,
    Status,
    When,
)
from recoupe.testing.readings import article_of

PUBLISHED = datetime.date(2026, 3, 12)  # a Thursday


def article(text: str, *, kind: BlockKind = BlockKind.PARAGRAPH) -> Article:
    return article_of(text, first=kind, published=PUBLISHED)


def read(text: str, *, kind: BlockKind = BlockKind.PARAGRAPH) -> Reading:
    return extract(article(text, kind=kind), French())


def mention(reading: Reading, word: str) -> Mention:
    found = [m for m in reading.mentions if word in m.trigger.text]
    assert found, f"{word!r} not among {[m.trigger.text for m in reading.mentions]}"
    return found[0]


def names(reading: Reading, ids: list[str]) -> list[str]:
    by_id = {a.id: a.name for a in reading.actors}
    return [by_id[i] for i in ids]


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Un séisme a fait douze morts mardi au Chili.", "séisme", Kind.DISASTER),
        ("Un séisme a fait douze morts mardi au Chili.", "mort", Kind.CASUALTY),
        ("La police a arrêté deux suspects à Lille.", "arrêté", Kind.JUSTICE),
        ("L'ancien maire a été mis en examen pour corruption.", "mis en examen", Kind.JUSTICE),
        ("Les députés ont adopté le projet de loi par 61 voix contre 40.", "adopté", Kind.LEGISLATE),
        ("Le premier ministre a démissionné lundi.", "démissionné", Kind.OFFICE),
        ("Des milliers de personnes ont manifesté samedi à Bruxelles.", "manifesté", Kind.PROTEST),
        ("La Norvège a condamné l'attaque.", "condamné", Kind.ACCUSE),
        ("Le président kényan a rencontré son homologue tanzanien à Nairobi.", "rencontré", Kind.CONSULT),
        ("L'armée soudanaise a bombardé la ville d'El-Obeid.", "bombardé", Kind.ASSAULT),
        ("Le groupe va supprimer 400 emplois dans son usine de Namur.", "supprimer", Kind.TRANSACTION),
        ("Deux trains sont entrés en collision près de Porto.", "collision", Kind.ACCIDENT),
        ("La tempête a détruit trois écoles lundi.", "détruit", Kind.DISASTER),
        ("Un missile a détruit trois écoles lundi.", "détruit", Kind.ASSAULT),
        ("Les crues ont emporté douze personnes.", "emporté", Kind.CASUALTY),
        ("La Cour a confirmé dimanche la victoire du président sortant.", "confirmé", Kind.ELECTION),
        ("Le peuple a rejeté dimanche l'initiative.", "rejeté", Kind.ELECTION),
        ("Le Conseil a adopté de nouvelles sanctions contre ce pays.", "adopté", Kind.SANCTION),
        ("Le ministre a mis en cause la direction de la banque.", "mis en cause", Kind.ACCUSE),
        ("Les parlementaires saluent la libération de l'otage mardi.", "libération", Kind.RETREAT),
        ("Un tir a visé la patrouille et une prise d'otages a suivi mardi.", "prise d'otages", Kind.COERCE),
        ("Le forcené a menacé les policiers avec un couteau mardi.", "menacé", Kind.THREATEN),
        ("Seuls 155 ont été sauvés lundi.", "sauvés", Kind.AID),
        ("Les gardes ont arrêté plusieurs dizaines de dissidents.", "arrêté", Kind.JUSTICE),
        ("Le putsch a été condamné, le roi renversé par l'armée.", "renversé", Kind.COERCE),
        ("Deux mille doses de vaccin ont atterri lundi à Bangui.", "atterri", Kind.AID),
        ("La Cour a confirmé la culpabilité de l'ancien ministre.", "confirmé", Kind.JUSTICE),
        ("Le groupe a vu son bénéfice reculer de 12 % en mars.", "reculer", Kind.INDICATOR),
        ("L'ancien maire s'est vu infliger une amende lundi.", "infliger", Kind.SANCTION),
        ("Le milieu de terrain s'est engagé pour trois saisons avec Lens.", "engagé", Kind.TRANSACTION),
        ("Un kamikaze s'est fait exploser devant la gare.", "exploser", Kind.ASSAULT),
        ("Les cambrioleurs ont emporté les bijoux du musée.", "emporté", Kind.CRIME),
    ],
)
def test_happenings_of_many_kinds_are_found(text: str, word: str, kind: Kind) -> None:
    assert mention(read(text), word).kind is kind


@pytest.mark.parametrize(
    ("text", "word", "kind", "mode"),
    [
        ("L'attentat a frappé mardi le centre de Lomé.", "frappé", Kind.ASSAULT, "attack"),
        ("Deux communes ont été touchées par le séisme.", "touchées", Kind.DISASTER, "earthquake"),
        ("Ce séisme rappelle celui qui a frappé Talca en 2010.", "frappé", Kind.DISASTER, "earthquake"),
        ("La tempête a ravagé la côte lundi.", "ravagé", Kind.DISASTER, "storm"),
    ],
)
def test_a_verb_of_harm_tells_of_what_did_it(text: str, word: str, kind: Kind, mode: str) -> None:
    found = mention(read(text), word)
    assert (found.kind, found.mode) == (kind, mode)


@pytest.mark.parametrize(
    "text",
    [
        "Les liens entre les deux pays se renforcent.",
        "Il vit à Genève depuis toujours et aime la montagne.",
        "Le ministère de la Guerre a un budget modeste.",
        "Il faut se rendre compte de la situation.",
        "Cette carte de visite est jolie.",
    ],
)
def test_states_and_idioms_are_no_happenings(text: str) -> None:
    assert read(text).mentions == ()


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("La France a envoyé 200 soldats au Tchad.", "envoyé", Status.OCCURRED),
        ("La France enverra 200 soldats au Tchad.", "enverra", Status.PLANNED),
        ("La France va envoyer 200 soldats au Tchad.", "envoyer", Status.PLANNED),
        ("La France s'est engagée à envoyer 200 soldats au Tchad.", "envoyer", Status.PLANNED),
        ("La France doit envoyer 200 soldats au Tchad.", "envoyer", Status.PLANNED),
        ("La France n'a pas envoyé de soldats au Tchad.", "envoyé", Status.DENIED),
        ("La France aurait envoyé 200 soldats au Tchad.", "envoyé", Status.POSSIBLE),
        ("La France pourrait envoyer 200 soldats au Tchad.", "envoyer", Status.POSSIBLE),
        ("Paris a annoncé que la France enverrait 200 soldats au Tchad.", "enverrait", Status.PLANNED),
        ("Après avoir tué un garde, l'homme a pris la fuite.", "tué", Status.OCCURRED),
        ("Les recherches se poursuivent.", "recherches", Status.ONGOING),
        ("L'armée affirmait la veille avoir tué un chef rebelle.", "tué", Status.OCCURRED),
        ("Une épidémie est en cours aux Comores.", "épidémie", Status.ONGOING),
        ("Le fugitif est toujours recherché.", "recherché", Status.ONGOING),
    ],
)
def test_status_comes_from_tense_mood_negation_and_governors(text: str, word: str, status: Status) -> None:
    assert mention(read(text), word).status is status


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Les visiteurs ont contourné la fontaine.", "contourné"),
        ("Le conducteur s'est assoupi mardi.", "assoupi"),
        ("Le bateau quittera la rade samedi.", "quittera"),
    ],
)
def test_a_verb_that_the_lexicon_does_not_know_is_told_as_done_or_dated(text: str, word: str) -> None:
    assert mention(read(text), word).kind is Kind.OTHER


@pytest.mark.parametrize("text", ["Le maire repeint des kiosques.", "La ville a valu le détour.", "Il a pu en rire."])
def test_states_habits_and_modals_are_no_happenings_by_themselves(text: str) -> None:
    assert not read(text).mentions


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Une manifestation perturbe le centre-ville.", "manifestation"),
        ("La direction prépare l'annonce de licenciements.", "licenciements"),
        ("Le préfet s'est exprimé au lendemain du scrutin.", "scrutin"),
    ],
)
def test_a_noun_counts_on_its_article_or_on_what_announces_it(text: str, word: str) -> None:
    assert mention(read(text), word).status is not Status.DENIED


@pytest.mark.parametrize(
    "text",
    [
        "Le musée ouvre tous les jours.",
        "Il faut prévenir le propriétaire.",
        "Les zones inondées sont peu peuplées.",
    ],
)
def test_habits_advice_and_descriptions_are_no_happenings(text: str) -> None:
    assert not read(text).mentions


def test_the_quoted_word_of_a_light_phrase_is_its_noun() -> None:
    assert mention(read("Le séisme a fait samedi près de 5 500 morts."), "morts").trigger.text == "morts"


def test_a_headline_may_open_with_a_bare_noun_that_has_a_complement() -> None:
    reading = read("Naufrage dans la Manche : les recherches continuent", kind=BlockKind.HEADLINE)
    assert mention(reading, "Naufrage").kind is Kind.ACCIDENT
    assert "Grève" not in [m.trigger.text for m in read("Grève : le point", kind=BlockKind.HEADLINE).mentions]


def test_verbs_are_reflexive_in_every_person() -> None:
    reading = read("« Je m'excuse pour ce geste », a dit lundi le député Luc Morel.")
    assert mention(reading, "excuse").kind is Kind.CONCEDE


def test_an_act_of_speech_and_what_it_is_about_are_two() -> None:
    reading = read("Le groupe a revendiqué l'attaque de lundi.")
    assert {mention(reading, "revendiqué").kind, mention(reading, "attaque").kind} == {Kind.STATEMENT, Kind.ASSAULT}


def test_a_perfect_conditional_is_rumour_even_under_a_report() -> None:
    reading = read("L'enquête a montré que le téléphone aurait été utilisé avant le choc.")
    assert mention(reading, "utilisé").status is Status.POSSIBLE


def test_a_purpose_is_not_reported_as_happening() -> None:
    reading = read("Des renforts sont arrivés à Bamako pour bombarder les positions rebelles.")
    assert not any("bombarder" in m.trigger.text for m in reading.mentions)


@pytest.mark.parametrize(
    ("text", "word", "chain"),
    [
        ("La police a indiqué que deux hommes avaient été arrêtés.", "arrêtés", ["police"]),
        ("Deux hommes ont été arrêtés, a indiqué la police.", "arrêtés", ["police"]),
        ("Selon la police, deux hommes ont été arrêtés.", "arrêtés", ["police"]),
        ("Deux hommes ont été arrêtés, a-t-on appris auprès de la préfecture.", "arrêtés", ["préfecture"]),
    ],
)
def test_the_chain_of_who_says_so(text: str, word: str, chain: list[str]) -> None:
    reading = read(text)
    found = names(reading, [a.actor for a in mention(reading, word).attribution])
    assert len(found) == len(chain)
    assert all(part in name for part, name in zip(chain, found, strict=True))


def test_a_quotation_is_its_speakers_over_all_its_sentences() -> None:
    reading = read("« Le pont s'est effondré mardi. Deux ouvriers ont été blessés », a indiqué le maire, Paul Vernet.")
    for word in ("effondré", "blessés"):
        assert names(reading, [a.actor for a in mention(reading, word).attribution]) == ["Paul Vernet"]


def test_who_says_je_is_the_speaker() -> None:
    reading = read("« Je démissionne mardi », a annoncé la ministre, Anna Lindqvist.")
    assert names(reading, [p.actor for p in mention(reading, "démissionne").participants]) == ["Anna Lindqvist"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("La promesse signée en mars sera rompue, a annoncé la maire.", "signée"),
        ("À l'issue de sa garde à vue, l'homme a été remis en liberté, a indiqué la police.", "garde à vue"),
        ("Cette visite intervient dans un contexte tendu, selon la presse.", "visite"),
    ],
)
def test_what_a_statement_takes_for_granted_is_not_said_by_its_speaker(text: str, word: str) -> None:
    assert not [a for m in read(text).mentions if m.trigger.text == word for a in m.attribution]


@pytest.mark.parametrize(
    ("text", "word", "chain"),
    [
        ("Le train est attendu vendredi, a fait savoir la compagnie Rhodania.", "attendu", ["Rhodania"]),
        ("Le pont est fermé, a indiqué la maire, Anna Weiss. Il a été détruit, selon elle.", "détruit", ["Anna Weiss"]),
        ("Deux hommes ont été tués, a indiqué le préfet, Luc Brun. Un autre a été arrêté, selon la même source.",
         "arrêté", ["Luc Brun"]),
        ("« La route est coupée », a déclaré Paul Stern, en visite à Brest, où une digue s'est effondrée.",
         "effondrée", []),
        ("Trois ouvriers ont été blessés, selon la police, tandis que le ministre a démissionné.", "démissionné", []),
    ],
)  # fmt: skip
def test_a_statement_reaches_as_far_as_its_speaker_says(text: str, word: str, chain: list[str]) -> None:
    reading = read(text)
    assert names(reading, [a.actor for a in mention(reading, word).attribution]) == chain


@pytest.mark.parametrize(
    ("text", "word", "name", "role"),
    [
        ("Des heurts ont éclaté entre manifestants et forces de l'ordre.", "heurts", "forces de l'ordre", Role.AGENT),
        ("La Norvège, par la voix de son premier ministre, Lars Holm, a salué l'accord.", "salué", "Lars Holm",
         Role.AGENT),
        ("Elle sera entendue lundi par la commissaire à l'éthique.", "entendue", "commissaire à l'éthique", Role.AGENT),
        ("À l'issue de sa visite à Oslo, Paul Stern a été reçu par la reine.", "visite", "Paul Stern", Role.AGENT),
        ("Aquatex a suspendu le chantier mardi.", "suspendu", "Aquatex", Role.AGENT),
        ("Des transporteurs ont manifesté mardi à Lyon.", "manifesté", "transporteurs", Role.AGENT),
    ],
)  # fmt: skip
def test_who_takes_part_however_the_sentence_is_built(text: str, word: str, name: str, role: Role) -> None:
    reading = read(text)
    roles = {names(reading, [p.actor])[0]: p.role for p in mention(reading, word).participants}
    assert roles.get(name) is role


def test_a_victim_takes_part_who_is_somebody_in_particular() -> None:
    reading = read("L'explosion a tué un agriculteur mardi.")
    assert names(reading, [p.actor for p in mention(reading, "tué").participants]) == ["agriculteur"]
    assert not mention(read("L'explosion a tué une personne mardi."), "tué").participants


def test_a_toll_says_nothing() -> None:
    reading = read("Selon le dernier bilan, deux ouvriers ont été tués.")
    assert not mention(reading, "tués").attribution


def test_a_chain_runs_from_the_speaker_outwards() -> None:
    reading = read("La ministre Anna Lindqvist a indiqué que deux hommes avaient été arrêtés, selon l'agence Reuters.")
    found = names(reading, [a.actor for a in mention(reading, "arrêtés").attribution])
    assert "Lindqvist" in found[0]
    assert "Reuters" in found[-1]


def test_a_figure_between_commas_has_its_own_source() -> None:
    reading = read("Environ 3.000 personnes, 1.800 selon la préfecture, ont défilé samedi à Metz.")
    assert mention(reading, "défilé").attribution == ()


def test_a_claim_keeps_its_distance() -> None:
    reading = read("Le mouvement prétend que son chef a été enlevé.")
    stances = {a.stance for a in mention(reading, "enlevé").attribution}
    assert stances == {Stance.CLAIMS}


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("La Norvège a condamné la Hongrie.", "condamné", {("Norvège", "agent"), ("Hongrie", "patient")}),
        ("La Hongrie a été condamnée par la Norvège.", "condamnée", {("Norvège", "agent"), ("Hongrie", "patient")}),
        ("La Norvège, qui a condamné la Hongrie, se tait.", "condamné", {("Norvège", "agent"), ("Hongrie", "patient")}),
    ],
)
def test_roles_follow_voice_and_relative_clauses(text: str, word: str, expected: set[tuple[str, str]]) -> None:
    reading = read(text)
    by_id = {a.id: a.name for a in reading.actors}
    assert {(by_id[p.actor], p.role.value) for p in mention(reading, word).participants} == expected


def test_the_controller_of_an_infinitive_acts() -> None:
    reading = read("La Norvège accuse la Hongrie d'avoir envoyé des soldats en Serbie.")
    by_id = {a.id: a.name for a in reading.actors}
    agents = {by_id[p.actor] for p in mention(reading, "envoyé").participants if p.role.value == "agent"}
    assert agents == {"Hongrie"}


def test_a_date_belongs_to_its_governor() -> None:
    reading = read("Le gouvernement a annoncé mardi que la Norvège enverrait des soldats en Serbie.")
    when = mention(reading, "enverrait").when
    assert (when.earliest, when.latest) == (datetime.date(2026, 3, 10), None)


def test_a_past_weekday_is_the_last_one() -> None:
    reading = read("La police a arrêté mardi deux suspects à Lille.")
    assert mention(reading, "arrêté").when == When.on(datetime.date(2026, 3, 10))


def test_what_is_told_as_past_did_not_happen_after_publication() -> None:
    reading = read("La police a arrêté deux suspects à Lille.")
    assert mention(reading, "arrêté").when.latest == PUBLISHED
    reading = read("Le club a déposé un recours pour le match du 27 mars à 22h.")
    assert mention(reading, "recours").when == When(latest=PUBLISHED)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Le sommet du 27 mars inquiète les diplomates.", "sommet"),
        ("Le Sénat se réunit le 27 mars à Paris.", "réunit"),
        ("Le témoin devait être entendu le 27 mars par le juge.", "entendu"),
    ],
)
def test_what_is_dated_after_publication_is_to_come(text: str, word: str) -> None:
    found = mention(read(text), word)
    assert (found.status, found.when) == (Status.PLANNED, When.on(datetime.date(2026, 3, 27)))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Deux ouvriers sont morts, ce mardi 10 mars au matin, dans un accident.", "morts"),
        ("L'attaque, qui a eu lieu mardi, a été condamnée par le maire.", "attaque"),
        ("L'explosion qui s'est produite mardi a endommagé le pont.", "explosion"),
    ],
)
def test_a_date_behind_a_comma_or_in_a_relative_clause_that_says_when(text: str, word: str) -> None:
    assert mention(read(text), word).when == When.on(datetime.date(2026, 3, 10))


@pytest.mark.parametrize(
    ("text", "verdict", "scene"),
    [
        (
            "Une infirmière a été reconnue coupable de vol lors d'un cambriolage, à Tours, en mars 2021.",
            "reconnue",
            "cambriolage",
        ),
        ("Le maire a été condamné pour fraude lors d'une élection, en mars 2021, à Tours.", "condamné", "élection"),
    ],
)
def test_a_date_behind_what_a_charge_is_about_is_no_date_of_the_verdict(text: str, verdict: str, scene: str) -> None:
    reading = read(text)
    assert mention(reading, verdict).when == When(latest=PUBLISHED)
    days = mention(reading, scene).when
    assert (days.earliest, days.latest) == (datetime.date(2021, 3, 1), datetime.date(2021, 3, 31))


def test_a_date_behind_qui_is_no_date_of_the_main_clause() -> None:
    reading = read("Ce lancement devait être le 90e vol Soyouz, qui décolla la première fois le 24 décembre 1993.")
    assert mention(reading, "lancement").when == When(latest=PUBLISHED)


def test_a_demonstrative_points_back() -> None:
    reading = read("Le roi a rencontré le pape lundi à Rome. Cette rencontre a duré une heure.")
    first, second = mention(reading, "rencontré"), mention(reading, "rencontre")
    if second.id == first.id:
        second = next(m for m in reading.mentions if m.trigger.text == "rencontre")
    assert second.antecedent == first.id


def test_a_light_verb_and_its_noun_are_one_mention() -> None:
    reading = read("L'armée a mené lundi une offensive contre la ville de Goma.")
    assert [m.trigger.text for m in reading.mentions] == ["offensive"]


def test_an_ordinal_and_a_contrast_are_kept() -> None:
    reading = read("La deuxième visite du pape au Canada a commencé lundi.")
    found = mention(reading, "visite")
    assert (found.ordinal, found.contrast) == (2, False)


@pytest.mark.parametrize(
    ("text", "word", "number"),
    [
        ("Un deuxième avion s'est écrasé mardi à Gao.", "écrasé", 2),
        ("Le premier train a déraillé mardi à Gao.", "déraillé", 1),
        ("Le Premier ministre a démissionné mardi.", "démissionné", None),
        ("Car accidenté en Aragon : une huitième victime", "accidenté", None),
    ],
)
def test_what_is_done_is_counted_with_who_does_it(text: str, word: str, number: int | None) -> None:
    assert mention(read(text), word).ordinal == number


@pytest.mark.parametrize(
    ("text", "word", "apart"),
    [
        ("Une autre attaque a tué deux soldats mardi à Gao.", "attaque", True),
        ("Une nouvelle attaque a tué deux soldats mardi à Gao.", "attaque", True),
        ("La nouvelle attaque a tué deux soldats mardi à Gao.", "attaque", False),
        ("Cette nouvelle attaque a tué deux soldats mardi à Gao.", "attaque", False),
        ("L'attaque précédente a tué deux soldats mardi à Gao.", "attaque", True),
        ("Deux autres corps ont été retrouvés mardi à Gao.", "retrouvés", True),
        ("Deux corps ont été retrouvés mardi à Gao.", "retrouvés", False),
        ("Un autre train a déraillé mardi à Gao.", "déraillé", True),
        ("Un train a déraillé mardi à Gao.", "déraillé", False),
        ("Un deuxième train a déraillé mardi à Gao.", "déraillé", True),
        ("Le deuxième train a déraillé mardi à Gao.", "déraillé", False),
        ("Une troisième attaque a tué deux soldats mardi à Gao.", "attaque", True),
        ("Une première attaque a tué deux soldats mardi à Gao.", "attaque", False),
    ],
)
def test_another_one_is_told_from_the_new_one(text: str, word: str, apart: bool) -> None:
    assert mention(read(text), word).contrast is apart


def test_captions_are_not_read() -> None:
    assert read("La police a arrêté mardi deux suspects à Lille.", kind=BlockKind.CAPTION).mentions == ()


def test_every_span_quotes_back() -> None:
    text = "« Deux hommes ont été arrêtés », a déclaré mardi à l'AFP le préfet, qui s’est rendu à Lille."
    reading = read(text)
    spans = [s for m in reading.mentions for s in (m.trigger, m.passage)]
    assert spans
    assert all(text[s.start : s.end] == s.text for s in spans)


def test_a_batch_reads_as_one_by_one() -> None:
    texts = ["La police a arrêté deux suspects.", "", "Un séisme a fait douze morts au Chili."]
    articles = [article(t) if t else Article(source=article("x").source, text="", blocks=[]) for t in texts]
    together = list(extract_all(articles, French()))
    assert together == [extract(a, French()) for a in articles]
    assert [len(r.mentions) > 0 for r in together] == [True, False, True]


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("Le ministre prévient d'une fermeture.", "fermeture", "too little says so"),
        ("Le maire n'a pas l'air de démissionner.", "démissionner", "« air »"),
    ],
)
def test_what_looked_like_a_happening_is_a_gap(text: str, words: str, reason: str) -> None:
    reading = read(text)
    assert not any(words in m.trigger.text for m in reading.mentions)
    gap = next(g for g in reading.gaps if g.span.text == words)
    assert gap.kind is GapKind.EVENT
    assert reason in gap.reason


def test_a_governor_that_the_parse_lost_is_found() -> None:
    reading = read("Le conseil a pris la décision, hier, de démolir la halle.")
    assert mention(reading, "démolir").status is Status.PLANNED


def test_a_line_does_not_lose_letters_of_its_first_word() -> None:
    reading = read("La ville déplore des pertes après le passage du typhon, qui a fait des dizaines de blessés.")
    gists = [m.gist for m in reading.mentions if m.trigger.text == "blessés"]
    assert gists
    assert all(gist is None or not gist.startswith("S ") for gist in gists)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Le Sommet de l'Alliance s'est ouvert mardi à La Haye.", "Sommet"),
        ("Les deux ministres se sont vus lors du Forum de Montreux.", "Forum"),
    ],
)
def test_a_gathering_is_told_by_its_name_and_takes_no_part_in_itself(text: str, word: str) -> None:
    reading = read(text)
    actors = {actor.id: actor.name for actor in reading.actors}
    assert not any(word in actors[p.actor] for p in mention(reading, word).participants)


def test_what_was_found_burnt_is_told_once() -> None:
    reading = read("Sa voiture a été retrouvée incendiée mardi à Nantes.")
    assert [m.trigger.text for m in reading.mentions] == ["retrouvée incendiée"]


def test_who_intervenes_acts() -> None:
    reading = read("L'intervention des pompiers a duré lundi une heure.")
    assert [p.role for p in mention(reading, "intervention").participants] == [Role.AGENT]


def test_a_body_that_is_called_like_a_gathering_acts() -> None:
    reading = read("Le Congrès américain a voté mardi la loi sur les ports.")
    assert [m.trigger.text for m in reading.mentions] == ["voté"]


@pytest.mark.parametrize(
    ("text", "word", "kind", "mode"),
    [
        ("Le parquet a levé mercredi la garde à vue du suspect.", "garde à vue", Kind.JUSTICE, "release"),
        ("La garde à vue de la mère de l'enfant a été levée lundi.", "levée", Kind.JUSTICE, "release"),
        ("Elle a aussi remercié le président et son prédécesseur.", "remercié", Kind.SUPPORT, "thank"),
        ("Le ministre a été remercié lundi.", "remercié", Kind.OFFICE, "dismiss"),
        ("Le parquet a saisi l'IGPN.", "saisi", Kind.JUSTICE, "investigate"),
        ("L'enfant a été placé lundi dans une famille d'accueil.", "placé", Kind.JUSTICE, "decision"),
        ("Les deux camps s'accusent mutuellement d'avoir rompu la trêve.", "accusent", Kind.ACCUSE, "allege"),
        ("Namur s'est imposé sur la pelouse de Lens.", "imposé", Kind.OTHER, "win"),
        ("L'association condamne avec force ces actes.", "condamne", Kind.ACCUSE, "disapprove"),
        ("Les jurés ont condamné le chauffeur.", "condamné", Kind.JUSTICE, "convict"),
        ("La commission de l'Union africaine a condamné ces attaques.", "condamné", Kind.ACCUSE, "disapprove"),
        ("Une voiture piégée a explosé lundi dans un marché.", "explosé", Kind.ASSAULT, "attack"),
        ("Une voiture a explosé lundi dans un garage.", "explosé", Kind.ACCIDENT, "explosion"),
        ("L'explosion d'un engin explosif a fait dix morts lundi.", "explosion", Kind.ASSAULT, "attack"),
        ("L'explosion d'une bonbonne de gaz a fait dix morts lundi.", "explosion", Kind.ACCIDENT, "explosion"),
        ("Jean Roche a été éliminé lundi au premier tour du tournoi.", "éliminé", Kind.OTHER, "lose"),
        ("Un homme a été poignardé à mort lundi en pleine rue.", "poignardé", Kind.CRIME, "murder"),
        ("La disparition d'une adolescente lundi inquiète la police.", "disparition", Kind.CASUALTY, "missing"),
        ("La disparition de son père, lundi, l'a bouleversé.", "disparition", Kind.CASUALTY, "killed"),
        (
            "La disparition de Lina Roche lundi a déclenché une enquête de la gendarmerie, selon le parquet.",
            "disparition",
            Kind.CASUALTY,
            "missing",
        ),
        ("La disparition du chanteur Luc Roche lundi a ému le public.", "disparition", Kind.CASUALTY, "killed"),
        ("La tuerie de Valmer a ému lundi le pays.", "tuerie", Kind.ASSAULT, "attack"),
        ("Les mesures ont été bien accueillies lundi par le patronat.", "accueillies", Kind.SUPPORT, "praise"),
        ("Les mesures ont été mal accueillies lundi par le patronat.", "accueillies", Kind.ACCUSE, "disapprove"),
        ("Le ministre a dénoncé lundi l'ingérence du voisin.", "ingérence", Kind.COERCE, "interfere"),
        (
            "Le défenseur a été expulsé lundi au début du match de championnat, et son club a perdu.",
            "expulsé",
            Kind.OTHER,
            "send-off",
        ),
        ("La police a déjoué lundi un attentat à Lyon.", "déjoué", Kind.OTHER, "foil"),
        ("L'usine de Valmer était à l'arrêt lundi.", "à l'arrêt", Kind.OTHER, "standstill"),
        ("Des véhicules en feu barraient lundi la route.", "feu", Kind.DISASTER, "fire"),
        ("L'intervention de Luc Roche lundi a duré une heure.", "intervention", Kind.STATEMENT, "speech"),
        ("Le motif du report n'a pas été précisé.", "report", Kind.OTHER, "cancel"),
        ("L'exercice a engagé lundi 12 700 soldats.", "engagé", Kind.MOBILIZE, "deploy"),
        ("L'enrôlement des électeurs a débuté lundi.", "enrôlement", Kind.ELECTION, "candidacy"),
        ("L'exclusion de Luc Roche a été prononcée lundi.", "exclusion", Kind.OFFICE, "dismiss"),
        ("Un raid aérien a détruit le pont lundi.", "raid aérien", Kind.ASSAULT, "bombard"),
        ("La banque a réduit lundi son taux directeur.", "réduit", Kind.TRANSACTION, "set-price"),
        ("Deux chefs rebelles ont été éliminés lundi par l'armée.", "éliminés", Kind.CASUALTY, "killed"),
    ],
)
def test_a_word_is_read_by_what_stands_with_it(text: str, word: str, kind: Kind, mode: str) -> None:
    found = mention(read(text), word)
    assert (found.kind, found.mode) == (kind, mode)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Un car s'est renversé lundi près d'Amiens.", ["Amiens"]),
        ("Un soldat a été tué lundi près de Kaboul.", ["Kaboul"]),
        ("Des combats ont éclaté lundi aux portes de Lyon.", ["Lyon"]),
        ("La flotte a tiré lundi deux missiles près de la Norvège.", []),
    ],
)
def test_near_a_town_is_at_it(text: str, place: list[str]) -> None:
    assert [p.name for m in read(text).mentions for p in m.places] == place


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Un bateau a chaviré jeudi au large de Djerba.", "chaviré", ["Djerba"]),
        ("Elle a été arrêtée lundi à Java.", "arrêtée", ["Java"]),
        ("Il a été nommé ministre de la Santé.", "nommé", []),
        ("L'incendie qui s'est déclaré lundi dans un immeuble de Lyon est maîtrisé.", "incendie", ["Lyon"]),
        ("L'incendie dont parle le maire de Lyon a tué deux personnes.", "incendie", []),
        ("Marseille : un incendie fait deux morts", "incendie", ["Marseille"]),
        ("Marseille : un incendie à Lyon", "incendie", ["Lyon"]),
        ("Russie : le ministre démissionne", "démissionne", []),
    ],
)
def test_where_it_happened(text: str, word: str, place: list[str]) -> None:
    assert [p.name for p in mention(read(text), word).places] == place
