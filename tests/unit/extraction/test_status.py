"""Whether what a sentence names happened, goes on, is to come, may be, or is denied."""

from __future__ import annotations

import datetime

import pytest

from recoupe.extraction.reader import extract
from recoupe.language.fr import French
from recoupe.model import Status
from recoupe.testing.readings import article_of


def status(text: str, word: str) -> Status:
    reading = extract(article_of(text), French())
    found = [m for m in reading.mentions if word in m.trigger.text]
    assert found, f"{word!r} not among {[m.trigger.text for m in reading.mentions]}"
    return found[0].status


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Les recherches se poursuivaient toujours lundi près de Nice.", "recherches"),
        ("Deux randonneurs sont toujours recherchés dans le Vercors.", "recherchés"),
        ("Des discussions sont en cours entre le syndicat et la direction.", "discussions"),
        ("Une épidémie de choléra touche le nord du pays.", "épidémie"),
        ("Le conflit entre les deux voisins a déjà fait mille morts.", "conflit"),
        ("Les gendarmes sont à la recherche de deux randonneurs.", "recherche"),
        ("Un évadé est recherché par la police de Namur.", "recherché"),
        ("Les pompiers sont en train d'évacuer les habitants.", "évacuer"),
        ("Les deux pays négocient depuis janvier un traité de pêche.", "négocient"),
        ("Les étudiants occupent l'université depuis une semaine.", "occupent"),
        ("Les éboueurs, en grève depuis dix jours, ont reçu le maire.", "grève"),
        ("Les pilotes restent en grève jusqu'à nouvel ordre.", "grève"),
        ("La grève a commencé samedi à minuit.", "grève"),
        ("Le roi est arrivé lundi à Oslo pour une visite d'État.", "visite"),
        ("Les pompiers tentent toujours d'éteindre l'incendie.", "éteindre"),
        ("La police recherche deux hommes après le braquage.", "recherche"),
        ("Les pilotes sont en grève depuis samedi.", "grève"),
        ("Le voisin n'a cessé de bombarder Goma.", "bombarder"),
        ("Le roi entame une visite à Lyon.", "visite"),
        ("Le maire a parlé au deuxième jour de la visite.", "visite"),
        ("La grève des pilotes entre dans sa troisième semaine.", "grève"),
        ("L'embargo imposé au pays depuis 1962 coûte cher.", "imposé"),
        ("La région est en proie à de graves incendies.", "incendies"),
        ("Mercredi soir, 200 pompiers combattaient les flammes.", "combattaient"),
        ("Les feux de forêt faisaient rage lundi en Alberta.", "feux"),
        ("Mille soldats participent depuis lundi à un exercice.", "exercice"),
        ("Le roi effectue une visite de deux jours à Oslo.", "visite"),
        ("Les travaux ont débuté lundi rue de la Gare.", "travaux"),
        ("Un homme de 32 ans est en garde à vue depuis lundi soir.", "garde"),
        ("Le suspect se trouve toujours en garde à vue.", "garde"),
        ("L'ancien maire est jugé depuis lundi pour corruption.", "jugé"),
        ("Le procès, qui s'est ouvert lundi, doit durer trois semaines.", "procès"),
        ("Cent pompiers sont mobilisés pour éteindre l'incendie.", "mobilisés"),
        ("Cent pompiers étaient mobilisés lundi pour éteindre l'incendie.", "incendie"),
        ("Les sauveteurs n'ont pas réussi à contenir l'incendie.", "incendie"),
        ("Le discours n'a pas éteint la contestation.", "contestation"),
        ("La mobilisation va se poursuivre jeudi.", "mobilisation"),
        ("La mobilisation se poursuivra jusqu'au retrait du texte.", "mobilisation"),
        ("Le scrutin a débuté mercredi et se poursuit jusqu'à 20 heures.", "scrutin"),
        ("Un incendie ravage depuis dimanche la forêt de Lorsac.", "incendie"),
    ],
)
def test_what_goes_on(text: str, word: str) -> None:
    assert status(text, word) is Status.ONGOING


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("L'épidémie de 2014 a ravagé trois pays.", "épidémie"),
        ("Paris condamne l'attaque de lundi à Kaboul.", "attaque"),
        ("La justice enquête sur l'incendie de dimanche.", "incendie"),
        ("Le maire salue l'arrestation de deux hommes jeudi à Lyon.", "arrestation"),
        ("La fermeture de l'usine, annoncée en mars, a eu lieu vendredi.", "fermeture"),
        ("Le Conseil d'État a annulé lundi la nomination du directeur.", "nomination"),
        ("Le préfet n'a pas hésité à expulser les occupants mardi.", "expulser"),
        ("L'opposition n'a pas manqué de condamner cette décision.", "condamner"),
        ("Ils sont allés secourir les passagers du navire.", "secourir"),
        ("Le ministre a eu le courage de démissionner.", "démissionner"),
        ("Le groupe a fini par licencier 300 salariés.", "licencier"),
        ("Plusieurs témoins ont entendu une explosion à Namur.", "explosion"),
        ("Le blessé a pu rencontrer le ministre à Lyon.", "rencontrer"),
        ("La ministre a dû démissionner lundi.", "démissionner"),
        ("Le maire a dénoncé un « pas de trop ».", "dénoncé"),
        ("La police a annoncé l'arrestation de deux suspects.", "arrestation"),
        ("Les causes de l'explosion devront être éclaircies.", "explosion"),
        ("Les circonstances du naufrage seront examinées par un juge.", "naufrage"),
        ("Les rescapés du naufrage sont attendus jeudi à Palerme.", "naufrage"),
        ("Elle voulait empêcher les départs, a-t-elle déclaré dans un discours mardi.", "discours"),
        ("L'explosion n'a pas fait de blessés.", "explosion"),
        ("La cyberattaque n'avait pas d'effet sur les malades.", "cyberattaque"),
        ("Des soignants ont défilé mardi à Liège pour réclamer des embauches.", "réclamer"),
        ("La reine a téléphoné à la championne afin de la féliciter.", "féliciter"),
        ("Les élus dénoncent ce qu'ils appellent un putsch.", "putsch"),
        ("Le 30 mai, une conseillère avait signé la pétition.", "signé"),
        ("Un homme a reconnu avoir été arrêté à Namur.", "arrêté"),
        ("Le préfet a tenu à rencontrer les sinistrés lundi.", "rencontrer"),
        ("La maire tient à remercier les pompiers.", "remercier"),
        ("Les syndicats appellent à une journée de mobilisation le 24 mars.", "appellent"),
        ("La ministre a voulu saluer le courage des soignants.", "saluer"),
        ("Le sénateur a refusé de condamner l'attaque de Gossi.", "attaque"),
        ("Le parti devrait déplorer la mort de trois civils.", "mort"),
        ("Les riverains contestent la hausse des loyers.", "hausse"),
        ("Le club conteste la suspension de son gardien.", "suspension"),
        ("La maire a évoqué l'attentat de Lorsac.", "attentat"),
        ("L'ONU évoque 400 morts dans la province.", "morts"),
        ("Elle a nié avoir participé à l'attaque de Gossi.", "attaque"),
        ("Le juge a rejeté la demande de mise en liberté.", "demande"),
        ("L'ancien maire jure que la ville a vendu le stade.", "vendu"),
        ("Le sous-préfet avait décidé dès les premiers heurts de dimanche de fermer le parc.", "heurts"),
        ("Le ministre a réclamé un arrêt de la répression à Lorsac.", "répression"),
        ("Il a marqué l'unique but du match à la 56e minute.", "match"),
        ("Le but de la rencontre entre les deux ministres était la pêche.", "rencontre"),
        ("Appel à témoins après la disparition d'un octogénaire à Lorsac.", "disparition"),
    ],
)
def test_what_took_place(text: str, word: str) -> None:
    assert status(text, word) is Status.OCCURRED


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("L'usine fermera fin mars, supprimant 120 emplois.", "supprimant"),
        ("Le conseil a approuvé la construction d'une école à Lorsac.", "construction"),
        ("La campagne de vaccination doit commencer jeudi à Nampula.", "vaccination"),
        ("Ils en parleront lors d'une assemblée générale qui se tiendra mardi.", "assemblée générale"),
        ("La direction a annoncé la fermeture de son usine de Namur.", "fermeture"),
        ("Report du lancement d'un satellite japonais.", "lancement"),
        ("Le projet doit déboucher sur la suppression de 90 emplois.", "suppression"),
        ("Le groupe va procéder à la fermeture de trois usines.", "fermeture"),
        ("Le ministre veut rencontrer les syndicats avant de signer l'accord.", "signer"),
        ("Les salariés dénoncent les licenciements annoncés en mars.", "licenciements"),
        ("Le prévenu doit être jugé en mai.", "jugé"),
        ("La loi doit encore être votée par le Sénat.", "votée"),
        ("Les otages sont sur le point d'être libérés.", "libérés"),
        ("Le club va être cédé à un fonds américain.", "cédé"),
        ("Le roi sera accueilli mardi par une cérémonie à Lyon.", "cérémonie"),
        ("Le gouvernement est prêt à envoyer des soldats au Niger.", "envoyer"),
        ("Le ministre est sur le point de démissionner.", "démissionner"),
        ("Le président est censé rencontrer son homologue mardi.", "rencontrer"),
        ("La ministre s'est dite déterminée à fermer la centrale de Bugey.", "fermer"),
        ("Les ministres se réuniront mardi avant la signature du traité.", "signature"),
        ("Le gouvernement a démenti l'annulation du sommet.", "sommet"),
        ("La maire a écarté un report du vote.", "vote"),
        ("Le ministre s'est dit favorable à la fermeture de la centrale.", "fermeture"),
        ("Le ministre ne participera pas à la réunion de lundi.", "réunion"),
        ("Plus de 200 invités sont attendus à Rome pour participer à un dîner offert par le pape.", "dîner"),
        ("Un crochet par Lorsac, où le ministre est attendu à 13 heures pour une visite à l'usine.", "visite"),
        ("Le groupe va fermer l'usine avant la vente du site.", "vente"),
        ("Les syndicats appellent à la grève le 5 décembre.", "grève"),
        ("La fermeture de l'usine inquiète Namur. Le groupe Lormel la fermera en mars.", "fermeture"),
    ],
)
def test_what_is_to_come(text: str, word: str) -> None:
    assert status(text, word) is Status.PLANNED


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("L'opposition a sommé le ministre de démissionner.", "démissionner"),
        ("Les craintes portent sur la possibilité que la Russie fournisse des armes à la Syrie.", "fournisse"),
        ("Le suspect pourrait se faire arrêter.", "arrêter"),
        ("Des médiateurs négocient la libération de douze otages.", "libération"),
        ("Les salariés ont défilé mardi afin d'obtenir la démission du directeur.", "démission"),
    ],
)
def test_what_may_be(text: str, word: str) -> None:
    assert status(text, word) is Status.POSSIBLE


def test_what_somebody_denies_to_have_done_is_denied() -> None:
    assert status("Le groupe Lormel dément avoir licencié 200 salariés.", "licencié") is Status.DENIED


def test_what_there_was_none_of_did_not_take_place() -> None:
    assert status("Aucun accident n'a été signalé.", "accident") is Status.DENIED


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Le ministre n'a pas condamné l'attaque.", "attaque"),
        ("L'attentat n'a pas été revendiqué.", "attentat"),
        ("Le procès n'a pas été reporté.", "procès"),
        ("Les négociations n'ont pas abouti.", "négociations"),
        ("Le cessez-le-feu n'a pas été respecté.", "cessez-le-feu"),
        ("La police n'a pas interrompu la manifestation.", "manifestation"),
    ],
)
def test_what_a_negated_verb_presupposes_took_place(text: str, word: str) -> None:
    assert status(text, word) is Status.OCCURRED


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Aucun attentat n'a été revendiqué.", "attentat"),
        ("La manifestation n'a pas eu lieu.", "manifestation"),
        ("La réunion ne s'est pas tenue mardi.", "réunion"),
        ("Les deux pays n'ont pas signé d'accord.", "accord"),
        ("Le sommet n'a pas débouché sur un accord.", "accord"),
        ("Le pays n'a pas subi d'attaque mardi.", "attaque"),
    ],
)
def test_what_a_negated_verb_brings_about_did_not_take_place(text: str, word: str) -> None:
    assert status(text, word) is Status.DENIED


def test_what_is_to_happen_is_told_of_many_as_of_one() -> None:
    assert status("Les négociations doivent reprendre lundi.", "négociations") is Status.PLANNED


def test_what_cannot_be_or_will_not_be_held_is_denied() -> None:
    assert status("La réunion ne pourra pas se tenir mardi.", "réunion") is Status.DENIED
    assert status("Le parquet ne peut pas faire appel de ce jugement.", "faire appel") is Status.DENIED
    assert status("La grève prévue mardi n'aura pas lieu.", "grève") is Status.DENIED
    assert status("Il ne s'agit pas d'un attentat, selon la police.", "attentat") is Status.DENIED
    assert status("Il pourrait s'agir d'un attentat.", "attentat") is Status.POSSIBLE
    assert status("L'accusé conteste le meurtre de sa voisine.", "meurtre") is Status.DENIED


def test_a_plan_that_was_dropped_did_not_come_about() -> None:
    assert status("Le projet de fusion a été abandonné lundi.", "fusion") is Status.DENIED


def test_a_bargain_that_failed_never_came_about_and_talks_were_held() -> None:
    assert status("La vente du club au fonds a échoué lundi.", "vente") is Status.DENIED
    assert status("Les pourparlers entre les deux pays ont échoué lundi.", "pourparlers") is Status.OCCURRED


def test_what_lasted_a_stretch_of_time_is_over() -> None:
    text = "Une femme séquestrée pendant trois jours à Lorsac a été libérée."
    assert status(text, "séquestrée") is Status.OCCURRED


def test_what_is_in_view_is_to_come() -> None:
    assert status("Le groupe a publié ses comptes en vue de sa vente à un fonds.", "vente") is Status.PLANNED


def test_what_still_awaits_its_conclusion_is_to_come() -> None:
    text = "L'acquisition devrait être finalisée à l'automne, sous réserve du feu vert des autorités."
    assert status(text, "acquisition") is Status.PLANNED
    assert status(text, "feu vert") is Status.POSSIBLE


def test_a_verb_says_what_became_of_a_plan() -> None:
    assert status("La réunion prévue mardi s'est tenue à Paris.", "réunion") is Status.OCCURRED
    assert status("La réunion prévue mardi a été annulée.", "réunion") is Status.DENIED
    assert status("La visite prévue mardi a suscité des critiques.", "visite") is Status.PLANNED


def test_a_day_behind_a_phrase_is_no_object() -> None:
    assert status("Des combats ont eu lieu lundi à Goma.", "combats") is Status.OCCURRED


def test_what_is_not_yet_is_not() -> None:
    assert status("Le club n'a pas encore été vendu au fonds américain.", "vendu") is Status.DENIED


@pytest.mark.parametrize(
    "text",
    [
        "Le groupe Lormel dément tout projet de fermeture de l'usine.",
        "L'assemblée a rejeté le projet de fermeture de l'usine.",
    ],
)
def test_what_is_said_of_a_plan_is_said_of_what_is_planned(text: str) -> None:
    assert status(text, "fermeture") is Status.DENIED


def test_what_somebody_is_not_able_to_do_did_not_take_place() -> None:
    assert status("Le pays n'est pas en mesure de livrer des missiles à Kiev.", "livrer") is Status.DENIED
    assert status("Le sénateur n'exclut pas de démissionner.", "démissionner") is Status.POSSIBLE


def test_a_noun_that_shows_nothing_took_place_where_a_verb_says_so() -> None:
    text = "La fermeture de l'usine inquiète Namur. Le groupe Lormel a fermé l'usine en mars."
    assert status(text, "fermeture") is Status.OCCURRED


def test_what_is_decided_with_immediate_effect_is_done() -> None:
    text = "Alger a décidé de fermer son ambassade à Paris{}."
    assert status(text.format(" avec effet immédiat"), "fermer") is Status.OCCURRED
    assert status(text.format(""), "fermer") is Status.PLANNED
    assert status("Le ministre doit immédiatement présenter sa démission.", "démission") is Status.PLANNED


def test_a_strike_notice_is_a_strike_to_come() -> None:
    assert status("Le syndicat a déposé mardi un préavis de grève pour le 28 juin.", "préavis") is Status.PLANNED


def test_what_goes_on_goes_on_where_it_is_only_named() -> None:
    strike = "Les pilotes sont toujours en grève. Des vols ont été annulés depuis le début de la grève."
    trip = "Le roi entame une visite à Oslo. Avec ce voyage, il a rassuré ses alliés."
    assert [status(strike, "grève"), status(trip, "voyage")] == [Status.ONGOING] * 2


def test_what_goes_on_goes_on_throughout_an_article() -> None:
    text = "Les incendies continuent de ravager le nord du pays. La fumée des incendies a gagné la côte."
    reading = extract(article_of(text), French())
    assert {m.status for m in reading.mentions if m.trigger.text == "incendies"} == {Status.ONGOING}


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("La police a tiré des grenades lundi à Lille pour disperser les manifestants.", "disperser", Status.OCCURRED),
        ("Le ministre est arrivé mardi à Rome pour signer un accord.", "signer", Status.PLANNED),
        ("Les ministres sont conviés à Rome pour signer un accord.", "signer", Status.PLANNED),
        ("Selon le journal, le groupe serait prêt à racheter l'usine.", "racheter", Status.POSSIBLE),
        ("Des policiers discutaient pour empêcher la fermeture de l'usine.", "fermeture", Status.POSSIBLE),
        ("La police a tenté en vain d'arrêter le fuyard lundi à Nice.", "arrêter", Status.DENIED),
    ],
)
def test_what_is_done_for_it_or_tried(text: str, word: str, expected: Status) -> None:
    assert status(text, word) is expected


@pytest.mark.parametrize(
    "text",
    [
        "Le groupe aurait licencié mille ouvriers si le gouvernement l'avait laissé faire.",
        "Si la banque refuse, le client peut déposer un recours.",
    ],
)
def test_what_hangs_on_a_condition_is_not_told(text: str) -> None:
    reading = extract(article_of(text), French())
    assert not [m for m in reading.mentions if m.status is not Status.PLANNED or "recours" in m.trigger.text]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("L'accident n'a pas fait de blessé.", "accident", Status.OCCURRED),
        ("Le roi a accepté la démission de son ministre.", "démission", Status.OCCURRED),
        ("Ils ont protesté contre la décision du tribunal de Nice.", "décision", Status.OCCURRED),
        ("Le syndicat accuse la grève d'avoir ruiné le port.", "grève", Status.OCCURRED),
        ("Ayant occupé le port mardi, les pêcheurs veulent revenir.", "occupé", Status.OCCURRED),
    ],
)
def test_what_is_only_spoken_of_beside_it_was_done(text: str, word: str, expected: Status) -> None:
    assert status(text, word) is expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Des orages sont à prévoir jeudi dans le sud.", "orages"),
        ("Le groupe annonce fermer deux usines dans le Nord.", "fermer"),
        ("Le groupe annoncera jeudi fermer deux usines.", "fermer"),
        ("Une grève est annoncée dans les ports.", "grève"),
        ("Le roi a parlé de la signature de l'accord prévue vendredi à Oslo.", "signature"),
        ("Valmer va racheter Ostrel. Le montant de la transaction n'est pas connu.", "transaction"),
    ],
)
def test_what_is_announced_is_to_come(text: str, word: str) -> None:
    assert status(text, word) is Status.PLANNED


def test_what_is_done_by_being_announced_is_done() -> None:
    assert status("Le député annonce quitter le parti socialiste.", "quitter") is Status.OCCURRED


def test_a_deal_done_makes_the_transaction_done() -> None:
    text = "Valmer a racheté Ostrel. Le montant de la transaction n'est pas connu."
    assert status(text, "transaction") is Status.OCCURRED


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Il n'y a eu ni affrontement ni arrestation.", "affrontement"),
        ("Il n'y a eu ni affrontement ni arrestation.", "arrestation"),
        ("L'incendie n'a fait ni victime ni dégât.", "victime"),
        ("Aucun blessé n'est à déplorer.", "blessé"),
        ("Il n'y a pas de victimes ni de blessés, selon la préfecture.", "blessés"),
        ("Les pompiers n'ont recensé aucun blessé.", "blessé"),
        ("Aucune victime n'a été signalée.", "victime"),
        ("Un immeuble s'est effondré mardi à Lille sans faire de victimes.", "faire de victimes"),
    ],
)
def test_what_there_was_none_of_is_denied(text: str, word: str) -> None:
    assert status(text, word) is Status.DENIED


def test_what_hurt_nobody_took_place() -> None:
    assert status("L'accident n'a fait ni mort ni blessé.", "accident") is Status.OCCURRED


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre n'a pas confirmé la mort de l'otage.",
        "La mort de l'otage n'a pas été confirmée par l'armée.",
        "Le porte-parole n'a ni confirmé ni démenti la mort de l'otage.",
    ],
)
def test_what_is_neither_confirmed_nor_denied_is_possible(text: str) -> None:
    assert status(text, "mort") is Status.POSSIBLE


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Ce n'est pas la fin, puisque le syndicat a appelé les ouvriers à tenir.", "appelé", Status.OCCURRED),
        ("Le village s'est opposé à la capture du port.", "capture", Status.OCCURRED),
        ("Les habitants s'opposent à la fermeture de l'école.", "fermeture", Status.PLANNED),
        ("Les policiers ont tiré des grenades pour repousser les manifestants.", "repousser", Status.OCCURRED),
        ("Le Parlement examinera jeudi la motion de censure déposée lundi.", "motion", Status.OCCURRED),
        ("Trois personnes sont mortes dans les inondations qui touchent le sud.", "inondations", Status.ONGOING),
        ("La grève des pilotes paralyse le trafic.", "grève", Status.ONGOING),
        ("Le couvre-feu est en vigueur dans le port.", "couvre-feu", Status.ONGOING),
    ],
)
def test_a_clause_beside_it_does_not_decide(text: str, word: str, expected: Status) -> None:
    assert status(text, word) is expected


def test_what_its_participle_dates_is_not_of_the_verbs_day() -> None:
    text = "Le Parlement se prononcera le 21 mars sur la motion de censure déposée lundi."
    reading = extract(article_of(text, published=datetime.date(2026, 3, 12)), French())
    assert [m.status for m in reading.mentions if "motion" in m.trigger.text] == [Status.OCCURRED]


def test_what_it_takes_to_do_something_is_no_deed() -> None:
    reading = extract(article_of("Le pays a besoin d'armes pour repousser les rebelles."), French())
    assert "repousser" not in [m.trigger.text for m in reading.mentions]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Il était arrivé à la veille de sa mort.", "mort", Status.OCCURRED),
        ("Des caméras ont filmé un homme en train de mettre le feu à une grange.", "feu", Status.OCCURRED),
        ("La Moldavie accuse la Serbie de vol, une accusation que Belgrade rejette.", "rejette", Status.OCCURRED),
        ("En marge du sommet qui se tient à Genève, il a parlé de la pêche.", "sommet", Status.ONGOING),
        ("Le ministre a dit son accord, ajoutant que les troupes seraient retirées.", "retirées", Status.PLANNED),
        ("Le tribunal a décidé de placer la société en liquidation judiciaire.", "liquidation", Status.OCCURRED),
    ],
)
def test_when_it_is_seen_said_or_held(text: str, word: str, expected: Status) -> None:
    assert status(text, word) is expected


def test_what_is_to_be_held_is_to_come_and_its_day_with_it() -> None:
    text = "Le gouvernement a annoncé la tenue d'un référendum le 22 juin."
    reading = extract(article_of(text, published=datetime.date(2026, 5, 15)), French())
    vote = next(m for m in reading.mentions if m.trigger.text == "référendum")
    assert (vote.status, vote.when.edtf) == (Status.PLANNED, "2026-06-22")


def test_what_something_ended_without_is_not_told() -> None:
    reading = extract(article_of("Le sommet s'est terminé lundi sans déclaration commune."), French())
    assert "déclaration commune" not in [m.trigger.text for m in reading.mentions]


def test_what_was_narrowly_avoided_did_not_take_place() -> None:
    assert status("Le pilote a évité de justesse une collision.", "collision") is Status.DENIED


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Un crédit a été débloqué pour financer la rénovation du pont.", "rénovation", Status.PLANNED),
        ("Le plan vise à faciliter la mise en œuvre de l'accord de paix.", "mise en œuvre", Status.PLANNED),
        ("Le plan vise à faciliter la mise en œuvre de l'accord de paix.", "accord", Status.OCCURRED),
        ("Le roi a réaffirmé sa détermination à organiser des élections.", "élections", Status.PLANNED),
        ("L'hôpital n'accueille plus de patients depuis lundi.", "accueille", Status.DENIED),
        ("La ville n'a plus été bombardée depuis lundi.", "bombardée", Status.DENIED),
        ("Le pays a retiré son projet de réforme des retraites.", "réforme", Status.DENIED),
        ("Le préavis de grève a été levé.", "grève", Status.DENIED),
        ("Le Sénat a voté contre la création d'une commission.", "création", Status.DENIED),
        ("Deux avions ont frôlé la collision.", "collision", Status.DENIED),
        ("Le chanteur a échappé à un attentat en 2015.", "attentat", Status.OCCURRED),
        ("Le chanteur a échappé à un accident.", "accident", Status.DENIED),
        ("L'armée a déjoué une tentative de coup d'État.", "tentative", Status.OCCURRED),
        ("Khartoum a rejeté lundi ces accusations.", "accusations", Status.OCCURRED),
        ("Le conducteur encourt la suspension de son permis.", "suspension", Status.POSSIBLE),
        ("Le pays envisagerait de fermer son ambassade.", "fermer", Status.POSSIBLE),
        ("Le groupe devrait fermer son usine.", "fermer", Status.PLANNED),
    ],
)
def test_what_is_paid_for_taken_back_or_turned_down(text: str, word: str, expected: Status) -> None:
    assert status(text, word) is expected


def test_what_is_not_ruled_out_lies_ahead() -> None:
    text = "Le syndicat n'exclut pas une grève en juin."
    reading = extract(article_of(text, published=datetime.date(2026, 5, 15)), French())
    strike = next(m for m in reading.mentions if m.trigger.text == "grève")
    assert (strike.status, strike.when.edtf) == (Status.POSSIBLE, "2026-06")


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("Un homme de 30 ans est poursuivi pour meurtre.", "meurtre", Status.POSSIBLE),
        ("Le maire a été mis en examen pour fraude fiscale.", "fraude", Status.POSSIBLE),
        ("Le maire a été condamné pour fraude fiscale.", "fraude", Status.OCCURRED),
        ("Le voisin est mis en examen pour le meurtre de sa femme.", "meurtre", Status.OCCURRED),
        ("Le policier auteur du tir a été inculpé lundi.", "tir", Status.OCCURRED),
    ],
)
def test_an_offence_is_possible_while_somebody_is_only_charged_with_it(text: str, word: str, told: Status) -> None:
    assert status(text, word) is told


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("Les habitants attendent jusqu'à ce que l'immeuble soit évacué.", "évacué", Status.POSSIBLE),
        ("La grève se poursuivra jusqu'à ce que le directeur démissionne.", "démissionne", Status.POSSIBLE),
        ("Les secours sont restés jusqu'à ce que le feu ait été éteint.", "éteint", Status.OCCURRED),
        ("Il ne fait aucun doute que Luc Morel a été élu dimanche.", "élu", Status.OCCURRED),
        ("Le parti a réitéré son appel à un référendum.", "référendum", Status.PLANNED),
        ("Même si la police a ouvert une enquête, la famille reste inquiète.", "enquête", Status.OCCURRED),
    ],
)
def test_what_is_awaited_called_for_or_beyond_doubt(text: str, word: str, told: Status) -> None:
    assert status(text, word) is told
