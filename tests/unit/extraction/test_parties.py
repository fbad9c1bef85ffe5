"""Who takes part and who says so, where the parse, the name or the pronoun misleads. The sentences are made up."""

from __future__ import annotations

import pytest

from recoupe.extraction.reader import extract
from recoupe.language.fr import French
from recoupe.testing.readings import article_of


def told(text: str, word: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Who takes part in what `word` names, each with the role, and who says so, sorted."""
    reading = extract(article_of(text), French())
    names = {actor.id: actor.name for actor in reading.actors}
    mention = next(m for m in reversed(reading.mentions) if word in m.trigger.text)
    parties = [(names[p.actor], p.role.value) for p in mention.participants]
    return sorted(parties), sorted(names[a.actor] for a in mention.attribution)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # participles, and what stands before them
        ("La mère de l'enfant retrouvé mort à Brest a été mise en examen.", "retrouvé mort", "patient enfant"),
        (
            "La mère de l'enfant retrouvé mort à Brest a été mise en examen.",
            "mise en examen",
            "patient mère de l'enfant",
        ),
        ("Arrêté à Nice alors qu'il fuyait, Karim Benali s'était évadé.", "Arrêté", "patient Karim Benali"),
        ("Le maire, agressé samedi à Lens par deux hommes, a porté plainte.", "agressé", "agent hommes, patient maire"),
        ("Le patron a suspendu un médecin accusé de vol par une cliente.", "accusé", "agent cliente, patient médecin"),
        ("Une cliente accuse un médecin de vol.", "accuse", "agent cliente, patient médecin"),
        (
            "Le rassemblement prévu samedi à Valence par le collectif Stop Bruit est interdit.",
            "rassemblement",
            "agent Stop Bruit",
        ),
        ("L'élève tuée vendredi par un camarade sera inhumée.", "tuée", "agent camarade, patient élève"),
        (
            "Le patron des députés verts, Boris Vallat, et sa consœur, Cyrielle Chatel, ont déposé une motion.",
            "déposé",
            "agent Boris Vallat, agent Cyrielle Chatel",
        ),
        ("Le ministre Luc Morin juge « inacceptable » la grève.", "juge", "agent Luc Morin"),
        ("L'actrice Anne Roy accuse Luc Morel de l'avoir agressée.", "agressée", "agent Luc Morel, patient Anne Roy"),
        ("Luc Morel est accusé par deux clientes de les avoir droguées.", "drogu", "agent Luc Morel, patient clientes"),
        ("Luc Morel est condamné. Le parquet a fait appel. Son procès a eu lieu.", "procès", "patient Luc Morel"),
        # names
        ("Finale de la coupe : Lens a battu Brest 2-1 grâce à deux buts.", "battu", "agent Lens, patient Brest"),
        (
            "Dans un texte publié jeudi, Greenpeace et Oxfam dénoncent la loi.",
            "dénoncent",
            "agent Greenpeace, agent Oxfam",
        ),
        ("Après le ralliement de Luc Morin Pour lui, rien ne change.", "ralliement", "agent Luc Morin"),
        ("Les frères Karim et Samir Benali ont été arrêtés.", "arrêtés", "patient Karim Benali, patient Samir Benali"),
        ("Luc Morin a été exclu. Son parti, le PDP, a appelé à manifester.", "appelé", "agent PDP"),
        ("La Vitalis a limogé son entraîneur.", "limogé", "agent Vitalis, patient entraîneur"),
        ("Luc Morin a été nommé au poste de directeur général.", "nommé", "patient Luc Morin"),
        ("Le syndicat accuse le groupe pétrolier de mentir.", "accuse", "agent syndicat, patient groupe pétrolier"),
        ("Le collectif des locataires a obtenu gain de cause.", "obtenu", "agent collectif des locataires"),
        ("Le lanceur d'alerte a été licencié.", "licencié", "patient lanceur d'alerte"),
        # pronouns and offices
        (
            "Le ministre Paul Roy a menti. Le premier ministre l'a limogé.",
            "limogé",
            "agent premier ministre, patient Paul Roy",
        ),
        (
            "Luc Morin et Anne Roy étaient visés. Tous deux ont démissionné.",
            "démissionné",
            "agent Anne Roy, agent Luc Morin",
        ),
        ("Luc Morin a cédé. Il sera remplacé par Anne Roy.", "remplacé", "agent Anne Roy, other Luc Morin"),
        ("Le conseil appelle le Rwanda à retirer ses troupes.", "retirer", "agent Rwanda"),
        # places
        ("Un navire a été attaqué au large du Yémen.", "attaqué", ""),
        ("Anne Roy a reçu Luc Morin au Kremlin.", "reçu", "agent Anne Roy, agent Luc Morin"),
        ("Paris versera deux millions d'euros à Banjul.", "versera", "agent France, recipient Gambie"),
        (
            "La presse cite trois attentats (Lens Hebdo, Super Marché), qui ont tué cinq civils.",
            "tué",
            "patient civils",
        ),
        # complements
        ("Le club a trouvé un accord pour le transfert de l'attaquant Paul Roy.", "transfert", "patient Paul Roy"),
        ("L'appel du président aux syndicats a été entendu.", "appel", "agent président, recipient syndicats"),
        (
            "Le magnat Paul Roy a racheté le journal La Dépêche du Var au groupe belge Mediaris.",
            "racheté",
            "agent Paul Roy, other Mediaris, patient La Dépêche du Var",
        ),
    ],
)  # fmt: skip
def test_who_takes_part(text: str, word: str, expected: str) -> None:
    assert ", ".join(sorted(f"{role} {name}" for name, role in told(text, word)[0])) == expected


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("L'armée a tué douze civils, ont affirmé des habitants joints par téléphone.", ["habitants"]),
        (
            "L'armée a tué douze civils, ont affirmé à l'AFP des habitants joints par téléphone.",
            ["Agence France-Presse", "habitants"],
        ),
        ("« Douze civils ont été tués », s'est émue sur X Anne Morin, députée du Gard.", ["Anne Morin"]),
        ("L'armée a tué douze civils, accuse Human Rights Watch (HRW) dans un rapport.", ["Human Rights Watch"]),
        (
            "Marc Roy a pris la parole. « Mon fils a été tué pour rien », a-t-il confié.",
            ["Marc Roy"],
        ),
    ],
)
def test_who_says_so(text: str, speakers: list[str]) -> None:
    assert told(text, "tué")[1] == speakers


def test_whoever_is_cited_by_an_abbreviation_accuses() -> None:
    text = "L'armée a tué douze civils, accuse Human Rights Watch (HRW) dans un rapport."
    assert told(text, "accuse")[0] == [("Human Rights Watch", "agent")]


def test_who_writes_on_a_platform_is_named_behind_it() -> None:
    text = "« C'est une victoire », s'est félicité sur Facebook Éric Morin, une des figures du mouvement."
    assert told(text, "félicité")[0] == [("Éric Morin", "agent")]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # subjects that the parse hangs elsewhere
        (
            "Fin mai, un homme de 24 ans et une femme de 31 ans, sans lien apparent mais qui préparaient chacun un "
            "vol, ont été interpellés.",
            "interpellés",
            "patient femme, patient homme",
        ),
        (
            "Pour ces faits, un homme de 33 ans, qui avait menacé sa voisine dans une vidéo, a été inculpé et écroué "
            "mardi, a précisé une source proche du dossier.",
            "écroué",
            "patient homme",
        ),
        (
            "Le chef du parti Paul Temara a annoncé le 10 mai à l'ONU avoir déposé une plainte au début du mois devant "
            "la Cour pénale internationale contre la France pour tortures.",
            "plainte",
            "agent Paul Temara, patient France",
        ),
        (
            "Une plainte a été déposée le 2 mai devant la Cour pénale internationale contre la Suisse.",
            "plainte",
            "patient Suisse, recipient Cour pénale internationale",
        ),
        (
            "« Une honte », avait raillé de son côté le premier secrétaire du PS Paul Morel.",
            "raillé",
            "agent Paul Morel",
        ),
        ("« Une honte », a raillé mardi la ministre Anne Vidal.", "raillé", "agent Anne Vidal"),
        (
            "Le club, battu lors de la dernière journée par les Verts, veut se relancer.",
            "battu",
            "agent Verts, patient club",
        ),
        # whoever stands within the words for somebody else
        (
            "La mère de la fillette et son ex-compagnon ont été condamnés vendredi.",
            "condamnés",
            "patient ex-compagnon, patient mère de la fillette",
        ),
    ],
)
def test_who_stands_elsewhere_than_the_parse_says(text: str, word: str, expected: str) -> None:
    assert ", ".join(sorted(f"{role} {name}" for name, role in told(text, word)[0])) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Luc Morel a battu le maire. Cet avocat de 52 ans a démissionné.", "démissionné", "Luc Morel"),
        ("Luc Morel a été condamné. Ce Français de 36 ans a fait appel.", "appel", "Luc Morel"),
        ("Anne Vidal a été élue. Cette proche du maire a remercié ses soutiens.", "remercié", "Anne Vidal"),
        ("Luc Morel a accusé Paul Roche. Ce dernier a porté plainte.", "plainte", "Paul Roche"),
        ("Luc Morel et Anne Petit ont été écroués. Les accusés ont fait appel.", "appel", "Anne Petit, Luc Morel"),
        ("Luc Morel et Anne Petit ont été écroués. Les deux suspects ont avoué.", "avoué", "Anne Petit, Luc Morel"),
        ("Luc Morel et Anne Petit ont été écroués. Le couple a été condamné.", "condamné", "Anne Petit, Luc Morel"),
        ("Trois hommes ont été arrêtés lundi. Les suspects ont avoué.", "avoué", "hommes"),
        ("Luc Morel et Anne Petit ont voté. Les accusés ont fait appel.", "appel", "accusés"),
        ("Paul Roche, Luc Morel et Anne Petit ont été écroués. Le couple a été condamné.", "condamné", "couple"),
    ],
)
def test_whom_a_description_means_that_points_back(text: str, word: str, expected: str) -> None:
    assert ", ".join(sorted(name for name, _ in told(text, word)[0] if name != "soutiens")) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Luc Morel a été agressé mardi à Lens. Le suspect a été arrêté.", "arrêté", "patient suspect"),
        ("Luc Morel a été agressé mardi à Lens. L'homme a été arrêté.", "arrêté", "patient homme"),
        ("Luc Morel a agressé un voisin. Le suspect a été arrêté.", "arrêté", "patient Luc Morel"),
        (
            "Une joggeuse a été tuée. Le corps de la victime a été retrouvé par un promeneur. Le suspect a été arrêté.",
            "arrêté",
            "patient suspect",
        ),
        ("La police dit qu'elle est morte.", "morte", ""),
        # whom a pronoun of the sentence before goes on about
        (
            "Luc Morel a été écroué lundi. Il nie les faits. Le juge l'a entendu jeudi.",
            "entendu",
            "agent juge, patient Luc Morel",
        ),
        (
            "Des éleveurs ont bloqué l'A7. Ils protestaient contre un accord. Le préfet leur a demandé d'y renoncer.",
            "demandé",
            "agent préfet, recipient éleveurs",
        ),
        # who judges what others do
        ("Luc Morel a démissionné. Le parti socialiste a salué sa décision.", "décision", "agent Luc Morel"),
        ("Luc Morel a critiqué son arrestation.", "arrestation", "patient Luc Morel"),
        (
            "Le président Alassane Koné a reçu son homologue ghanéen. Les deux chefs d'État ont signé un accord.",
            "signé",
            "agent Alassane Koné, agent homologue ghanéen",
        ),
        # where it happens
        ("Le titre Valdor a perdu 12 % à la Bourse de Paris mardi.", "perdu", "other Valdor"),
        ("Le ministre a dénoncé les ingérences américaines au Venezuela.", "dénoncé", "agent ministre"),
    ],
)
def test_who_is_neither_the_victim_nor_the_place(text: str, word: str, expected: str) -> None:
    assert ", ".join(sorted(f"{role} {name}" for name, role in told(text, word)[0])) == expected


def test_a_pronoun_does_not_mean_a_village() -> None:
    text = "Le feu qui s'est déclaré lundi à Bizanet n'est pas fixé. Il a parcouru 2 300 hectares."
    assert told(text, "parcouru") == ([], [])


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Metz vend Karim Diallo. Le joueur a signé à Lens.", "signé", [("Karim Diallo", "agent")]),
        ("Luc Morel et Karim Diallo quittent Metz. Le joueur a signé à Lens.", "signé", [("joueur", "agent")]),
        ("L'autopsie de Luc Morel a eu lieu mardi.", "autopsie", [("Luc Morel", "patient")]),
        ("Le procès du meurtre de Luc Morel s'ouvre lundi.", "procès", []),
        (
            "Ils sont mis en examen pour le meurtre d'Elias, 14 ans, tué à coups de pierre.",
            "tué",
            [("Elias", "patient")],
        ),
    ],
)
def test_a_player_named_alone_is_the_player_and_who_is_examined_undergoes_it(
    text: str, word: str, expected: list[tuple[str, str]]
) -> None:
    assert [p for p in told(text, word)[0] if p[1] != "recipient"] == expected
