"""Words that name a happening by what stands around them, or by what they named before."""

from __future__ import annotations

import pytest

from recoupe.extraction.reader import extract
from recoupe.language.fr import French
from recoupe.model import Kind, Mention, Status
from recoupe.testing.readings import article_of


def mentions(text: str) -> dict[str, Mention]:
    """The mentions of a paragraph, by the words of their triggers; of one word the last one."""
    reading = extract(article_of(text), French())
    return {m.trigger.text: m for m in reading.mentions}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Un homme a été tué lors d'un contrôle mardi soir.", "contrôle"),
        ("Des passants ont trouvé un garçonnet sur une esplanade.", "trouvé"),
        ("Les inscriptions débutent mardi.", "inscriptions"),
        ("Un routier a été mis en examen et placé en détention provisoire.", "mis en examen"),
        ("Douze milliards d'euros d'investissements seront annoncés lundi.", "investissements"),
        ("Des dizaines d'arrestations ont eu lieu dans la nuit.", "arrestations"),
        ("Les raids se sont accompagnés d'enlèvements et de pillages.", "enlèvements"),
        ("La veillée a été émaillée d'incidents et suivie de pillages.", "pillages"),
        ("La ville a vécu un nouveau samedi de manifestations.", "manifestations"),
        ("Un garçonnet a été trouvé seul mardi dans une gare.", "trouvé seul"),
        ("Des promeneurs ont trouvé le corps d'un homme dans un canal.", "trouvé"),
        ("La nourrice à qui l'enfant avait été confié a disparu.", "confié"),
        ("La fillette a échappé à la surveillance de son oncle.", "échappé à la surveillance"),
        ("Une passante a été prise en charge par les pompiers.", "prise en charge"),
        ("Lens a été tenu en échec par Brest.", "tenu en échec"),
        ("Luc Morel s'est fait vacciner lundi.", "vacciner"),
        ("La mairie a été la cible de tirs dans la nuit de lundi à mardi.", "tirs"),
        ("Le séisme qui a frappé la région a fait 40 morts.", "fait 40 morts"),
        ("Nordal et l'université ont noué un partenariat.", "noué un partenariat"),
        ("Une collégienne a été tuée à coups de couteau.", "tuée à coups de couteau"),
        ("Une collégienne est morte poignardée mercredi.", "morte poignardée"),
        ("Luc Morel, 15 ans, a été mortellement blessé mercredi.", "mortellement blessé"),
        ("La mère de Paul Roche a été rejugée lundi.", "rejugée"),
    ],
)
def test_it_names_a_happening(text: str, words: str) -> None:
    assert words in mentions(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Les enquêteurs ont procédé à une perquisition au siège de la firme.", "siège"),
        ("Des dizaines d'arrestations ont eu lieu dans la nuit.", "dizaines"),
        ("Le vaccin permet de prévenir l'infection.", "prévenir"),
        ("« C'est dur », a confié la maire à notre journal.", "confié"),
        ("L'armée a pris le pouvoir. Le pouvoir a promis des élections.", "pouvoir"),
        ("Le film montre des scènes de violence sexuelle.", "scènes de violence"),
        ("Leurs tentatives ont été vaines.", "vaines"),
        ("Le Sénat a demandé au Congrès de voter l'aide.", "Congrès"),
        ("Les élus du Congrès ont voté l'aide mardi.", "Congrès"),
        ("Cette situation a conduit à une grève.", "conduit"),
        ("Il a appelé les grévistes à ne pas faiblir dans leur combat.", "combat"),
        ("La loi enferme Luc Morel dans une contradiction.", "enferme"),
        ("Luc Morel, figure controversée du parti, a démissionné.", "controversée"),
        ("Il a été placé sous contrôle judiciaire avec interdiction de quitter le pays.", "quitter le pays"),
        ("Le juge lui a interdit de rencontrer les victimes.", "rencontrer"),
        ("Le montant de la rançon n'a pas été dévoilé.", "dévoilé"),
    ],
)
def test_it_names_none(text: str, words: str) -> None:
    assert words not in mentions(text)


def test_a_noun_means_again_what_it_meant_with_its_complement() -> None:
    found = mentions("Une perte de 600 millions d'euros a secoué la banque. Cette perte a fait fuir ses clients.")
    assert found["perte"].kind is Kind.INDICATOR
    assert found["perte"].antecedent is not None


def test_the_object_of_a_phrase_means_with_a_demonstrative_what_the_phrase_meant() -> None:
    found = mentions("La banque a subi une perte. Cette perte a fait fuir ses clients.")
    assert found["perte"].antecedent is not None


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Un séisme a frappé l'île dimanche. Cet événement a fait dix morts.", "événement", Kind.DISASTER),
        ("Une banque a été braquée lundi. Ces faits ont ému le quartier.", "faits", Kind.CRIME),
        ("Un homme a été agressé samedi. Les faits se sont déroulés vers 23 heures.", "faits", Kind.ASSAULT),
        ("Des policiers ont mené un raid lundi. Cette opération a duré deux heures.", "opération", Kind.ASSAULT),
    ],
)
def test_some_nouns_mean_whatever_was_told_last(text: str, words: str, kind: Kind) -> None:
    assert mentions(text)[words].kind is kind


def test_an_initiative_is_what_was_told_last() -> None:
    found = mentions("La mairie a distribué mardi 500 vélos. Cette initiative a surpris les riverains.")
    assert found["initiative"].antecedent is not None


def test_they_mean_nothing_where_nothing_was_told() -> None:
    assert not mentions("La maire a dit que c'était faux. Cet épisode illustre la crise.")


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Deux policiers s'en sont pris à un manifestant.", "pris", Kind.ASSAULT),
        ("La députée s'en est prise au ministre dans un entretien.", "prise", Kind.ACCUSE),
        ("Plusieurs maires plaident pour que la mesure soit retirée.", "plaident pour", Kind.REQUEST),
        ("La défense a demandé le renvoi de l'audience.", "renvoi de l'audience", Kind.JUSTICE),
        ("Des manifestants ont été évacués de la place.", "évacués", Kind.COERCE),
        ("Un gendarme a été blessé et évacué par les pompiers.", "évacué", Kind.AID),
        ("Un appel à témoins a été lancé par la gendarmerie.", "appel à témoins", Kind.REQUEST),
        ("La brocante a été annulée lundi.", "annulée", Kind.OTHER),
        ("Deux complices sont toujours recherchés.", "recherchés", Kind.JUSTICE),
        ("Ce scandale a coûté son poste au directeur.", "coûté son poste", Kind.OFFICE),
        ("Un rapport accable la direction de l'hôpital.", "accable", Kind.ACCUSE),
        ("La main tendue de la présidente a été saluée.", "main tendue", Kind.REQUEST),
        ("Après un bain de foule, le pape a gagné l'estrade.", "bain de foule", Kind.CONSULT),
        ("L'opposition conteste les résultats du scrutin.", "conteste les résultats", Kind.REJECT),
        ("L'association a fait appel aux riverains mardi.", "fait appel", Kind.REQUEST),
        ("Le condamné a fait appel du jugement mardi.", "fait appel", Kind.JUSTICE),
        ("Le conflit à l'hôpital de Morteau dure depuis un mois.", "conflit à l'hôpital", Kind.PROTEST),
        ("Le Racing s'est imposé 3-1 sur la pelouse de Morteau.", "imposé", Kind.OTHER),
        ("La liste de gauche l'a emporté avec 52 % des suffrages.", "emporté avec 52 % des suffrages", Kind.ELECTION),
        ("Les pompiers, alertés par un voisin, ont éteint le feu.", "alertés", Kind.REQUEST),
        ("La patiente a été admise aux urgences mardi.", "admise aux urgences", Kind.CASUALTY),
        ("Trente salariés ont été remerciés en mars.", "salariés ont été remerciés", Kind.TRANSACTION),
        ("Le maire a remercié les gendarmes mardi.", "remercié", Kind.SUPPORT),
        ("Le ministre a dévoilé mardi la stratégie du gouvernement.", "dévoilé", Kind.LEGISLATE),
        ("Les résultats sont attendus mercredi.", "résultats", Kind.OTHER),
        ("Un atelier de validation s'est tenu mardi.", "atelier de validation", Kind.CONSULT),
        ("L'ambassade a émis une forte protestation.", "émis une forte protestation", Kind.ACCUSE),
        ("Une coulée de boue a envahi trois maisons.", "envahi", Kind.DISASTER),
        ("Un nuage toxique s'est échappé de l'usine mardi.", "échappé", Kind.ACCIDENT),
        ("Les gendarmes ont repoussé les manifestants.", "repoussé", Kind.COERCE),
        ("L'hôpital a renvoyé un stagiaire en mars.", "renvoyé", Kind.OFFICE),
        ("Des salariés ont investi les abords de l'usine mardi.", "investi les abords", Kind.PROTEST),
        ("Une manifestante a été renversée par une automobiliste.", "renversée", Kind.ACCIDENT),
        ("Le président a été renversé par l'armée.", "renversé", Kind.COERCE),
        ("Un passant a été mortellement blessé mardi.", "mortellement blessé", Kind.CASUALTY),
        ("Deux suspects se sont rendus mardi.", "rendus", Kind.RETREAT),
        ("Deux hommes se sont rendus mardi à Lens.", "rendus", Kind.CONSULT),
        ("Les gendarmes ont débloqué une vingtaine de sites.", "débloqué", Kind.COERCE),
        ("La région annonce un appui de 180 millions d'euros.", "appui", Kind.TRANSACTION),
        ("Luc Morel a participé au Congrès mardi.", "Congrès", Kind.CONSULT),
        ("Les étudiants ont levé le blocage mardi.", "levé le blocage", Kind.PROTEST),
        ("Une alerte aux crues a été lancée mardi.", "alerte aux crues", Kind.DISASTER),
        ("Le bitcoin s'est effondré mardi.", "effondré", Kind.INDICATOR),
        ("L'attaquant s'est rompu les ligaments du genou.", "rompu les ligaments", Kind.CASUALTY),
        ("Un garçon entre la vie et la mort après une chute", "vie et la mort", Kind.CASUALTY),
        ("La patronne renvoyée en correctionnelle", "renvoyée en correctionnelle", Kind.JUSTICE),
        ("Le maire sortant battu à Lorsac", "battu", Kind.ELECTION),
        ("Un avion a dû atterrir d'urgence à Oslo.", "atterrir d'urgence", Kind.ACCIDENT),
        ("La justice bloque l'expulsion d'un prêtre", "bloque", Kind.JUSTICE),
        ("Un garçonnet a été retrouvé noyé dans un étang.", "retrouvé noyé", Kind.CASUALTY),
        ("Le fabricant a été condamné à indemniser les patients.", "condamné à indemniser", Kind.JUSTICE),
        ("Peine de mort requise contre quatre mutins", "Peine de mort requise", Kind.JUSTICE),
        ("L'Assemblée a rejeté la motion de censure.", "rejeté la motion de censure", Kind.LEGISLATE),
    ],
)
def test_it_is_of_this_kind(text: str, words: str, kind: Kind) -> None:
    assert mentions(text)[words].kind is kind


def test_a_call_in_the_present_is_made_whenever_that_is_which_it_calls_for() -> None:
    found = mentions("Les syndicats appellent à une nouvelle journée de grève le 6 juin 2031.")
    assert found["appellent"].status is Status.OCCURRED


def test_a_vote_whose_results_are_contested_was_held() -> None:
    assert mentions("L'opposition conteste les résultats du scrutin.")["scrutin"].status is Status.OCCURRED


@pytest.mark.parametrize(
    ("text", "word", "mode"),
    [
        ("Paul Morel a été renversé lundi par l'Assemblée nationale.", "renversé", "dismiss"),
        ("Le président a été renversé mardi par des militaires.", "renversé", "coup"),
        ("L'autoroute A9 a été coupée mardi.", "coupée", "cancel"),
        ("Les agriculteurs ont coupé mardi l'autoroute A9.", "coupé", "blockade"),
    ],
)
def test_who_does_it_tells_what_it_is(text: str, word: str, mode: str) -> None:
    (found,) = [m for words, m in mentions(text).items() if word in words]
    assert found.mode == mode
