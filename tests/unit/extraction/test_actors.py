"""Who the words of an article stand for. The sentences are made up."""

from __future__ import annotations

import pytest

from recoupe.extraction import places
from recoupe.extraction.actors import reading as actors
from recoupe.extraction.analysis import Analysis, Part
from recoupe.extraction.figures import reading as figures
from recoupe.language.fr import French
from recoupe.model import Article, Block, BlockKind, Source, Span
from recoupe.model.identity import text_digest


def analyse(text: str) -> Analysis:
    """One paragraph for each line."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(kind=BlockKind.PARAGRAPH, start=start, end=start + len(line)))
        start += len(line) + 1
    article = Article(source=Source(location="x.txt", digest=text_digest(text)), text=text, blocks=blocks)
    docs = French().analyse([text[b.start : b.end] for b in blocks])
    return Analysis(article=article, parts=tuple(Part(block=b, doc=d) for b, d in zip(blocks, docs, strict=True)))


def meant(text: str, word: str, *, last: bool = False) -> list[str]:
    """The names of the actors that `word` stands for."""
    analysis = analyse(text)
    found = actors.find(analysis, French())
    offset = text.rindex(word) if last else text.index(word)
    part = analysis.part_at(offset)
    assert part is not None
    tokens = analysis.tokens(part, Span.of(text, offset, offset + len(word)))
    assert tokens is not None
    return [r.actor.name for r in found.resolve(part, part.doc[tokens.start])]


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Le secrétaire du Conseil de sécurité russe, Sergueï Choïgou, a démenti.", "secrétaire", ["Sergueï Choïgou"]),
        ("La Pologne, le Canada et la Norvège ont signé un accord.", "Pologne", ["Pologne", "Canada", "Norvège"]),
        ("Madrid a rappelé son ambassadeur.", "Madrid", ["Espagne"]),
        ("Le Kremlin a démenti mardi.", "Kremlin", ["Russie"]),
        ("Des manifestants ont défilé à Madrid.", "Madrid", []),
        ("Les liens entre Rabat et Madrid se renforcent.", "Rabat", ["Maroc", "Espagne"]),
        ("Des soldats éthiopiens ont franchi la frontière.", "soldats", ["Éthiopie"]),
        ("L'armée de Khartoum a reculé.", "armée", ["armée soudanaise"]),
        ("Le ministère péruvien de la Santé a publié un bilan.", "ministère", ["ministère péruvien de la Santé"]),
        ("Une frappe ukrainienne a touché le port.", "ukrainienne", ["Ukraine"]),
        ("L'ingénieur suisse Reto Brunner a été libéré.", "ingénieur", ["Reto Brunner"]),
        ("Le chargé d'affaires, Andrei Kovac, a été convoqué.", "chargé", ["Andrei Kovac"]),
        ("La société zurichoise Aquatex a suspendu le chantier.", "société", ["Aquatex"]),
        ("L'Etat a payé mardi.", "Etat", ["Etat"]),
        ("Lors d'une altercation, un élu PS, M'barek El Amrani, a été blessé.", "élu", ["M'barek El Amrani"]),
        ("Un haut responsable norvégien a confirmé la nouvelle.", "responsable", ["haut responsable norvégien"]),
        ("Le juge a entendu le général Omar el-Hassan.", "général", ["Omar el-Hassan"]),
        ("Mais le député LFI Alexis Courbin craint un échec.", "député", ["Alexis Courbin"]),
        ("L'échevine libramontoise Carole Janvier a démissionné.", "échevine", ["Carole Janvier"]),
        (
            "Le vice-président de la Société civile de Bagira, Luc Cantali, a été agressé.",
            "vice",
            ["Luc Cantali"],
        ),
        ("Le centre hospitalier de Pau a porté plainte.", "centre", ["centre hospitalier de Pau"]),
        ("La défense a fait appel.", "défense", ["défense"]),
        ("La commune a promis une crèche.", "commune", ["commune"]),
        ("La commune a connu une crue.", "commune", []),
        ("Les gilets jaunes ont bloqué un rond-point.", "gilets", ["gilets jaunes"]),
        ("Des gilets pare-balles ont été livrés.", "gilets", []),
        ("Les blessés ont été évacués.", "blessés", ["blessés"]),
        ("Sept blessés ont été évacués.", "blessés", []),
        ("Il a plaidé pour la défense du littoral.", "défense", []),
        ("Le ministre des Finances Karim Bensalem a démissionné.", "ministre", ["Karim Bensalem"]),
        ("La secrétaire d'État à l'Égalité Nadia Ferrand a cédé.", "secrétaire", ["Nadia Ferrand"]),
        ("La PDG de CBL/Radio-Azur, Catherine Lemel, a cédé.", "PDG", ["Catherine Lemel"]),
        ("Le fondateur et ancien patron de Norvia Guy Perrot a cédé.", "fondateur", ["Guy Perrot"]),
        ("L'hôpital Saint-Louis a fermé ses urgences.", "hôpital", ["hôpital Saint-Louis"]),
        ("Deux Marseillais ont été interpellés.", "Marseillais", ["Marseillais"]),
        ("La chambre du conseil de ce mercredi a tranché.", "chambre", ["chambre du conseil"]),
        ("Le site d'information Médiapolis a révélé l'affaire.", "site", ["Médiapolis"]),
        ("Médecins sans frontières (MSF) a suspendu ses activités.", "Médecins", ["Médecins sans frontières"]),
        ("Un groupe armé a attaqué le village.", "groupe", ["groupe armé"]),
    ],
)
def test_in_one_sentence(text: str, word: str, names: list[str]) -> None:
    assert sorted(meant(text, word)) == sorted(names)


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("La ministre danoise Mette Lund est arrivée à Oslo.\nMme Lund a rencontré des élus.", "Lund", ["Mette Lund"]),
        ("Le maire, Paul Vernet, a démissionné.\nLe maire quittera la ville.", "maire", ["Paul Vernet"]),
        ("Le président chilien Pedro Rojas est arrivé lundi.\nIl a salué la foule.", "Il", ["Pedro Rojas"]),
        ("Le Chili et le Pérou ont signé un traité.\nLes deux pays s'engagent à coopérer.", "pays", ["Chili", "Pérou"]),
        (
            "Le dirigeant cubain Juan Mora a parlé.\nLe dirigeant cubain a promis des réformes.",
            "dirigeant",
            ["Juan Mora"],
        ),
        ("Le gouvernement algérien a rappelé son ambassadeur.\nIl dénonce une ingérence.", "Il", ["Algérie"]),
        ("Le chauffeur, Paul Vernet, est arrivé.\nLe chauffeur a été blessé.", "chauffeur", ["Paul Vernet"]),
        ("Anna Weiss a accusé Paul Stern.\nCe dernier a démenti.", "dernier", ["Paul Stern"]),
        ("Paul Roy a cédé. Son avocat, Me Luc Bar, proteste.", "avocat", ["Luc Bar"]),
        ("Le ministre de la Défense, le général Luc Bar, a limogé deux officiers.", "ministre", ["Luc Bar"]),
        ("Le directeur de l'hôpital, le docteur Luc Bar, a démissionné.", "directeur", ["Luc Bar"]),
        ("Le maire, le préfet Luc Bar et le ministre ont parlé.", "maire", ["maire", "Luc Bar", "ministre"]),
        (
            "Le Syndicat des pilotes de ligne (SPL) a signé. Le SPL a cédé.",
            "SPL a cédé",
            ["Syndicat des pilotes de ligne"],
        ),
        ("Le constructeur Valmec a fermé un site. Le groupe a licencié.", "groupe", ["Valmec"]),
        ("Aquatek a suspendu le chantier. L'entreprise a cédé.", "entreprise", ["Aquatek"]),
        ("Anne Roy a cédé samedi. Air Canada a déclaré qu'elle repousserait son plan.", "elle", ["Air Canada"]),
        ("Paul Roy a félicité Luc Bar pour sa victoire.", "sa", ["Luc Bar"]),
        ("Les heurts entre la police et des étudiants ont repris.", "étudiants", ["étudiants"]),
        ("L'OMS a averti les pays africains.", "pays", ["pays africains"]),
        (
            "Ali Obi, garde des Sceaux, a cédé. Le maire a parlé. Le ministre de la Justice a protesté.",
            "ministre",
            ["Ali Obi"],
        ),
        ("Jean Castex a reçu le maire. Le Premier ministre a protesté.", "ministre", ["Jean Castex"]),
        ("Jean Castex a reçu le maire. Le ministre a protesté.", "ministre", ["ministre"]),
        ("Le Front patriotique a gagné. La formation d'extrême droite a cédé.", "formation", ["Front patriotique"]),
        ("Paul Roche a parlé. Un homme a tué son patron.", "patron", ["patron"]),
        ("Ali Obi a été reçu mardi. Le chef spirituel a protesté.", "chef", ["chef spirituel"]),
        ("Le petit Mohamed a été retrouvé. La jeune femme a été arrêtée.", "femme", ["jeune femme"]),
        ("Le général Paul Roche a parlé. Le jeune homme a disparu.", "homme", ["jeune homme"]),
        ("Un suspect a été arrêté, a dit une source policière. Le suspect a avoué.", "suspect", ["suspect"]),
        (
            "Le président Hu Jintao a reçu Nicolas Sarkozy. Le président de la République a cédé.",
            "président",
            [
                "Nicolas Sarkozy",
            ],
        ),
        (
            "Paul Kéwé visite une école.\nPaul Kéwé a parlé. Le préfet était là. Le maire a cédé.",
            "maire",
            ["Paul Kéwé"],
        ),
        (
            "Paul Kéwé tué à Pau.\nPaul Kéwé est mort. Le maire de Pau parle. Le maire a cédé.",
            "maire",
            ["maire de Pau"],
        ),
        (
            "Paul Kéwé et Luc Roy réunis.\nPaul Kéwé a vu Luc Roy. Le préfet était là. Le maire a cédé.",
            "maire",
            ["maire"],
        ),
        ("Le FC Nantes a gagné. Paul Roche a quitté son club.", "club", ["FC Nantes"]),
        ("Le Rassemblement national a perdu. Le mouvement des « cols bleus » a cédé.", "mouvement", []),
        ("Le Monde a paru. La présentatrice a quitté le journal télévisé.", "journal", []),
        (
            "L'ancien président François Hollande a vu Emmanuel Macron. Le président a cédé.",
            "président",
            [
                "Emmanuel Macron",
            ],
        ),
        ("Anne Roy a cédé. Marie Bar a parlé. La présidente du club a crié.", "présidente", ["présidente du club"]),
        ("Airbus a cédé. Russes et Ukrainiens signent. L'entreprise a crié.", "entreprise", ["entreprise"]),
        ("Paul Roche a critiqué le président, Anne Kéwé aussi.", "président", ["président"]),
        ("Donald Trump a parlé. L'administration Trump a cédé.", "administration", ["administration Trump"]),
        ("Air Canada a suspendu ses vols. La compagnie aérienne a cédé.", "compagnie", ["Air Canada"]),
        ("Le Front patriotique a gagné. La formation a promis des réformes.", "formation", ["Front patriotique"]),
        ("Le constructeur Valmec a cédé. La société civile a protesté.", "société", ["société civile"]),
        ("L'Office des vins (OV) a cédé. L'Office a publié une note.", "Office", ["Office des vins"]),
        ("L'ASCA a fermé l'usine. L'Agence a publié une note.", "Agence", ["ASCA"]),
        ("La CGT et FO ont appelé à la grève. Les deux syndicats ont signé.", "syndicats", ["CGT", "Force ouvrière"]),
        ("Le FC Nantes a signé un accord. Le club a nommé Marc Vidal.", "club", ["FC Nantes"]),
        ("Le Hamas a libéré deux otages. Le groupe islamiste a protesté.", "groupe", ["Hamas"]),
        ("La société Aquatek a racheté la société Norvia. Le groupe a recruté.", "groupe", ["Aquatek"]),
        ("L'entraîneur Paul Roche a cédé mardi. Le technicien a protesté.", "technicien", ["Paul Roche"]),
        ("Le chauffeur du bus a freiné mardi. Le conducteur a été blessé.", "conducteur", ["chauffeur du bus"]),
        ("Paul Roche a agressé Anne Roy. La victime a porté plainte.", "victime", ["Anne Roy"]),
        ("Anne Roy a cédé. La présidente de la Commission a protesté.", "présidente", ["Anne Roy"]),
        ("Paul Roche a racheté un site. Le patron de Norvia a protesté.", "patron", ["Paul Roche"]),
        ("Paul Roche a été entendu. Le procureur de Lille a protesté.", "procureur", ["procureur de Lille"]),
        ("Paul Roche a été entendu. Le patron du bar a protesté.", "patron", ["patron du bar"]),
        ("Dmitri Orlov a acquis le club. Le Russe a recruté.", "Russe", ["Dmitri Orlov"]),
        ("Le Nigérian Paul Obi a rencontré Anne Roy. Le Nigérian a protesté.", "Nigérian", ["Paul Obi"]),
        ("Le procureur Paul Roche a ouvert une enquête. Le magistrat a cédé.", "magistrat", ["Paul Roche"]),
        ("Un Malien a été arrêté, a dit le procureur Jean Lemoine. L'homme a avoué.", "homme", ["Malien"]),
        ("Ali Diop a été arrêté, a dit le procureur Jean Lemoine. L'homme a avoué.", "homme", ["Ali Diop"]),
        (
            "Paul Martel et Luc Roy ont été jugés, selon Anne Denis. Les deux hommes ont nié.",
            "hommes",
            ["Paul Martel", "Luc Roy"],
        ),
    ],
)
def test_across_sentences(text: str, word: str, names: list[str]) -> None:
    assert sorted(meant(text, word, last=True)) == sorted(names)


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Le père de la petite Lina Morel a été arrêté.", "père", ["père de la petite Lina Morel"]),
        ("L'attentat a été revendiqué par le groupe Etat islamique.", "Etat", ["État islamique"]),
        ("Les Gilets jaunes ont défilé. Un millier de gilets jaunes a crié.", "gilets", ["Gilets jaunes"]),
        ("L'ouragan Irma est passé. Les îles frappées par Irma attendent.", "Irma", []),
        ("Le cyclone a frappé Saint-Martin.", "Saint-Martin", []),
        ("La France, rappelons-le, a été frappée.", "le,", []),
    ],
)
def test_a_name_is_somebodys_only_where_the_words_say_so(text: str, word: str, names: list[str]) -> None:
    assert meant(text, word, last=True) == names


TRIED = "La cour a condamné Kevin Lamy pour le meurtre de son ex-compagne, Julie Baron. {} avait tout dit."


def test_the_accused_is_whoever_was_tried_and_the_victim_somebody_else() -> None:
    assert meant(TRIED.format("L'accusé"), "accusé") == ["Kevin Lamy"]
    assert meant(TRIED.format("La victime"), "victime") == ["victime"]


def test_an_office_that_ends_a_sentence_is_not_that_of_the_next_one() -> None:
    text = "Le plan a été présenté par le ministre. Paul Rochard a quitté la salle."
    assert meant(text, "ministre") == ["ministre"]


def test_a_child_is_not_the_person_whose_title_names_it() -> None:
    text = "La mère de la fillette, Cécile Bardet, a été arrêtée. Elle est soupçonnée. La fillette avait été battue."
    assert meant(text, "fillette", last=True) != ["Cécile Bardet"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("La mère de Naëlle a été jugée pour la mort de la fillette. Naëlle avait cinq ans.", "fillette"),
        ("La petite Naëlle a disparu lundi. Les gendarmes recherchent toujours l'enfant.", "enfant"),
        ("Naëlle, 12 ans, a disparu lundi. Les gendarmes recherchent l'adolescente.", "adolescente"),
        ("La fillette a disparu lundi. Naëlle, 7 ans, jouait dans la cour.", "fillette"),
    ],
)
def test_a_child_is_whom_the_article_names_as_one(text: str, word: str) -> None:
    assert meant(text, word) == ["Naëlle"]


def test_of_two_children_neither_is_the_child() -> None:
    text = "La petite Naëlle et le petit Kelian ont disparu lundi. Un passant a vu l'enfant."
    assert meant(text, "enfant") == ["enfant"]


@pytest.mark.parametrize(
    "text",
    [
        "Les grands-parents de Naëlle ont été arrêtés mardi. Naëlle est morte de froid.",
        "La petite Naëlle avait disparu. « Naëlle ne reviendra pas », a dit sa mère.",
        "Le père de Naëlle a été entendu. La disparition de Naëlle reste un mystère.",
    ],
)
def test_a_name_that_kin_show_to_be_somebodys_is_a_person_wherever_it_stands_alone(text: str) -> None:
    found = actors.find(analyse(text), French()).actors
    assert [(a.name, a.kind) for a in found if a.name == "Naëlle"] == [("Naëlle", "person")]


def test_the_little_switzerland_is_nobody() -> None:
    found = actors.find(analyse("La petite Suisse a battu la France."), French())
    assert [a.kind for a in found.actors if a.kind == "person"] == []


def test_titles_and_countries_belong_to_persons() -> None:
    found = actors.find(
        analyse("Le premier ministre japonais Shigeru Ishiba a parlé. M. Ishiba est reparti."), French()
    )
    (person,) = [a for a in found.actors if a.kind == "person" and a.is_named]
    assert person.country == "JPN"
    assert person.titles == {"premier ministre japonais"}
    assert person.names == {"Shigeru Ishiba", "Ishiba"}


def test_groups_are_kept_as_written_and_to_one_source() -> None:
    found = actors.find(analyse("Des experts redoutent une pénurie."), French())
    (group,) = found.actors
    assert (group.name, group.kind, group.is_named) == ("experts", "group", False)


def test_an_office_is_held_by_whom_the_registry_knows() -> None:
    text = "Emmanuel Macron a reçu lundi Patrick Durand, le président du Medef. Le chef de l'Etat a souri."
    assert meant(text, "chef") == ["Emmanuel Macron"]
    text = "Le président François Hollande a reçu Nicolas Sarkozy. Le président a souri."
    assert meant(text, "président", last=True) == ["François Hollande"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("La tempête Gontran a frappé la côte. Gontran a fait trois morts.", "Gontran"),
        ("L'Airbus A350 affrété par la mairie s'est posé.", "Airbus"),
        ("L'opération conjointe Azur a commencé.", "conjointe"),
        ("Des drones ont survolé la ville. Russes et Ukrainiens s'accusent.", "drones"),
    ],
)
def test_things_with_a_name_are_nobody(text: str, word: str) -> None:
    assert meant(text, word, last=True) == []


def test_whom_the_text_goes_on_about_comes_before_whoever_was_named_last() -> None:
    text = "Paul Roche a été libéré, a annoncé le ministre, Jean Duval. L'otage est en bonne santé."
    assert meant(text, "otage") == ["Paul Roche"]


def test_an_empty_article_names_nobody() -> None:
    assert actors.find(analyse(""), French()).actors == ()


def test_agencies_are_media() -> None:
    found = actors.find(analyse("Selon l'agence officielle russe Tass, l'incendie est éteint."), French())
    (agency,) = [a for a in found.actors if a.kind == "media"]
    assert (agency.name, agency.country) == ("Tass", "RUS")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Une explosion a tué deux ouvriers lundi à Oran, en Algérie.", ["Oran", "Algérie"]),
        ("Une explosion a tué deux ouvriers lundi dans un entrepôt désaffecté d'Oran.", ["Oran"]),
        ("Une explosion a tué deux ouvriers de l'usine d'Oran.", []),
    ],
)
def test_places_of_events(text: str, expected: list[str]) -> None:
    analysis = analyse(text)
    part = analysis.parts[0]
    trigger = next(t for t in part.doc if t.text == "tué")
    assert [
        p.name for p in places.find(analysis, French(), actors.find(analysis, French()).namings).near(part, trigger)
    ] == expected


def test_figures_have_what_they_count_and_their_words() -> None:
    text = "Ils enverront 5 000 ouvriers de construction militaire et près de 600 soldats canadiens."
    analysis = analyse(text)
    found = figures.find(analysis, French())
    assert [(f.figure.low, f.figure.of) for f in found] == [
        (5000, "ouvriers de construction militaire"),
        (600, "soldats"),
    ]
    for f in found:
        assert f.figure.start is not None
        assert text[f.figure.start :].startswith(f.figure.words)
    assert figures.find(analysis, French(), exclude=[Span.of(text, 0, len(text))]) == ()


def test_a_given_name_says_whom_an_epithet_means() -> None:
    text = "Sophie Dubreuil a été reçue mardi par Gabriel Lenoir. La syndicaliste a dénoncé la réforme."
    assert meant(text, "syndicaliste") == ["Sophie Dubreuil"]


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Les présidents malien et nigérien ont signé.", "présidents", ["président malien", "président nigérien"]),
        ("Les parlements flamand et wallon ont voté.", "parlements", ["parlement flamand", "parlement wallon"]),
        ("Les tribunaux de Lyon et de Lille ont jugé.", "tribunaux", ["tribunal de Lyon", "tribunal de Lille"]),
        ("Les autorités belges et françaises ont signé.", "autorités", ["Belgique", "France"]),
        ("Les ministres grec et turc de l'Intérieur sont là.", "ministres", [
            "ministre grec de l'Intérieur", "ministre turc de l'Intérieur",
        ]),
        ("Les présidents russe et malien sont là. Vladimir Poutine parle.", "présidents", [
            "Vladimir Poutine", "président malien",
        ]),
        ("Les opposants et des ONG ont protesté.", "opposants", ["opposants", "ONG"]),
    ],
)  # fmt: skip
def test_a_shared_noun_means_one_of_each(text: str, word: str, names: list[str]) -> None:
    assert meant(text, word) == names


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Jeanne et Paul Delcourt ont vendu leur maison.", "Jeanne", ["Jeanne Delcourt", "Paul Delcourt"]),
        ("Yanis et Younes El Kéwé ont vendu leur maison.", "Yanis", ["Yanis El Kéwé", "Younes El Kéwé"]),
        ("Alexandre Mériot a fui avec son frère, Alexandre.", "frère", ["Alexandre"]),
        ("Raul et Fidel Kéwé sont là. Son frère Fidel a écrit.", "frère", ["Fidel Kéwé"]),
        ("Le Président Paul Mériot a cédé.", "Président", ["Paul Mériot"]),
        ("La famille Delcourt a vendu. Paul Delcourt est parti.", "famille", ["famille Delcourt"]),
        ("Les frères Delcourt ont vendu leur maison.", "frères", ["frères Delcourt"]),
        ("Le maire a fui. Sa femme, Jeanne, a été arrêtée.", "femme", ["Jeanne"]),
    ],
)
def test_relatives_share_a_surname(text: str, word: str, names: list[str]) -> None:
    assert meant(text, word) == names


def test_a_form_of_address_tells_of_which_of_two_a_surname_is() -> None:
    text = "Paul Delcourt a été réélu. Jeanne Delcourt, son épouse, a été battue. M. Delcourt a remercié la ville."
    assert meant(text, "Delcourt", last=True) == ["Paul Delcourt"]


@pytest.mark.parametrize(
    ("text", "name", "country", "titles"),
    [
        ("Le patron du secteur français de Norvia, Paul Mériot, a cédé.", "Paul Mériot", None, 1),
        ("Le président du Kenya, Paul Mériot a cédé.", "Paul Mériot", "KEN", 1),
        ("Elle met en garde Paul Mériot.", "Paul Mériot", None, 0),
        ("Elle a appelé au téléphone Paul Mériot.", "Paul Mériot", None, 0),
        ("Au Gabon, a dit son porte-parole Paul Mériot, tout est calme.", "Paul Mériot", None, 1),
        ("Le Secrétaire d'État américain Paul Mériot a cédé.", "Paul Mériot", "USA", 1),
        ("L'un des fils du maire, Paul Mériot, a cédé.", "Paul Mériot", None, 1),
    ],
)
def test_offices_and_countries_of_names(text: str, name: str, country: str | None, titles: int) -> None:
    (person,) = (a for a in actors.find(analyse(text), French()).actors if a.name == name)
    assert (person.country, len(person.titles)) == (country, titles)


def test_a_cut_name_is_that_of_the_whole_body() -> None:
    text = "La cour d'appel de Brest a jugé l'affaire. La Cour d'appel a relaxé le maire."
    assert meant(text, "Cour") == ["cour d'appel de Brest"]
    text = "Le Centre des élections (CDE) a tranché. Un « Comité pour la paix » est né. Le Comité a cédé."
    assert meant(text, "Comité", last=True) != ["Centre des élections"]


def test_one_name_is_of_one_kind() -> None:
    text = "Mariam Kéwé a signé. On a vu Mariam Kéwé. Mariam Kéwé est sortie."
    assert [a.name for a in actors.find(analyse(text), French()).actors if "Kéwé" in a.name] == ["Mariam Kéwé"]


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("La préfète a reçu Paul Mériot. Il a cédé.", "Il", ["Paul Mériot"]),
        ("Le maire a reçu la préfète. Celle-ci a cédé.", "Celle", ["préfète"]),
        ("Anne Kéwé a appelé Vladimir Poutine. Son homologue russe a cédé.", "homologue", ["Vladimir Poutine"]),
        ("Le gouvernement de Nouvelle-Calédonie a cédé.", "gouvernement", ["gouvernement de Nouvelle-Calédonie"]),
        (
            "La préfète Anne Kéwé et Paul Mériot, son homologue malien, ont signé. Le préfet malien parle.",
            "préfet malien",
            ["Paul Mériot"],
        ),
        ("Paul Mériot, porte-parole du président kényan, a parlé. Le président kényan a cédé.", "président kényan", [
            "président kényan",
        ]),
    ],
)  # fmt: skip
def test_who_is_meant_next(text: str, word: str, names: list[str]) -> None:
    assert meant(text, word, last=True) == names


def test_the_name_of_a_place_is_nobody_anywhere() -> None:
    text = "Des hommes ont pillé le village de Chinagar. Le bilan de l'attaque de Chinagar passe à 89 morts."
    assert meant(text, "Chinagar", last=True) == []


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Le Suisse Marc Perrin a gagné l'étape.", "Marc", ["Marc Perrin"]),
        ("Il a battu le Serbe Novak Perovic en finale.", "Novak", ["Novak Perovic"]),
        ("Airtel a signé un accord avec le chinois Comac.", "chinois", ["Comac"]),
        ("La garde à vue du suspect a été levée.", "garde", []),
        ("La garde républicaine a arrêté le ministre.", "garde", ["garde républicaine"]),
    ],
)
def test_where_they_come_from_stands_before_their_names(text: str, word: str, names: list[str]) -> None:
    assert meant(text, word) == names


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("De source policière, un homme a été interpellé lundi.", "homme", ["homme"]),
        ("Paul Harnais a été inculpé mardi. L'intéressé a démissionné.", "intéressé", ["Paul Harnais"]),
        ("Anne Tissot a reçu le prix. La lauréate a remercié le jury.", "lauréate", ["Anne Tissot"]),
        ("Léon XIV a salué Léon XIII.", "Léon XIII", ["Léon XIII"]),
        ("Le juge a condamné Paul Harnais. L'ancien maire de Brévilly nie.", "maire", ["Paul Harnais"]),
        ("L'ONG Terres libres a porté plainte jeudi.", "Terres", ["Terres libres"]),
        ("Un policier a été inculpé mardi. Le fonctionnaire a été écroué.", "fonctionnaire", ["policier"]),
        ("Un policier a été inculpé après la mort de Nahim, 17 ans.", "Nahim", ["Nahim"]),
    ],
)
def test_who_is_meant_by_another_word(text: str, word: str, names: list[str]) -> None:
    assert meant(text, word) == names


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Le procureur Luc Tarnier a parlé mardi. Le suspect a reconnu les faits.", "suspect", ["suspect"]),
        ("Le maire Luc Tarnier a été arrêté mardi. Le suspect a reconnu les faits.", "suspect", ["Luc Tarnier"]),
        ("Le directeur de la police nationale (DPN) Luc Tachard a démissionné.", "directeur", ["Luc Tachard"]),
        (
            "La commission des lois de l'Assemblée a parlé. La CGT a cédé. La commission réclame une loi.",
            "commission",
            ["commission des lois de l'Assemblée"],
        ),
        ("Tening Sène, femme de ménage, a décroché son bac. Tening a quitté Dakar lundi.", "Tening", ["Tening Sène"]),
        ("Un homme âgé de 70 ans est mort mercredi.", "homme", ["homme"]),
        ("C'est la première exposition du XXIe siècle.", "XXIe", []),
    ],
)  # fmt: skip
def test_whom_the_words_mean_at_last(text: str, word: str, names: list[str]) -> None:
    assert meant(text, word, last=True) == names


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Les gendarmes ont arrêté deux suspects lundi. Ils ont été écroués.", "Ils", ["suspects"]),
        ("Les pompiers ont secouru deux randonneurs. L'un d'eux a été hospitalisé.", "eux", ["randonneurs"]),
        ("Les gendarmes ont arrêté deux suspects lundi. Ils ont fouillé la maison.", "Ils", ["gendarmes"]),
        ("Les braqueurs ont ligoté deux vendeuses lundi. Ils ont été interpellés.", "Ils", ["braqueurs"]),
    ],
)
def test_what_befalls_them_befalls_those_whom_officers_took(text: str, word: str, names: list[str]) -> None:
    assert meant(text, word, last=True) == names


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Le Brésilien Neto a été blessé mardi. Neto a quitté le terrain.", "Neto a quitté", ["Neto"]),
        ("Elle a été battue par la jeune Japonaise Tsuka Yoshino.", "Yoshino", ["Tsuka Yoshino"]),
        ("Le haut commissaire du Passoro M. Hypolite Ouédra a démissionné.", "Ouédra", ["Hypolite Ouédra"]),
        ("Une plainte vise le Pr Henri Morel, cancérologue à la retraite.", "Morel", ["Henri Morel"]),
        ("Recevant Inès Valdo, le pape Jean a condamné la guerre.", "Valdo", ["Inès Valdo"]),
        ("La police a arrêté Lena S. Les enquêteurs ont perquisitionné son domicile.", "Lena", ["Lena S"]),
        ("Ils ont averti le ministre de l'Économie Bruno Le Guenn mardi.", "ministre", ["Bruno Le Guenn"]),
        ("« C'est trop », critique Brigitte.", "Brigitte", ["Brigitte"]),
        ("Un Franco-tunisien de 29 ans a été condamné.", "Franco", ["Franco-tunisien"]),
        ("Le porte-parole du gouvernement Benoît Grivel a démenti.", "gouvernement", ["gouvernement"]),
        ("Le gouvernement Édouard Morel a cédé mardi.", "gouvernement", ["gouvernement Édouard Morel"]),
        ("La cérémonie a été présidée par le Ministre tchadien de la justice Mahat Alabo.", "Alabo", ["Mahat Alabo"]),
        ("L'administration Strump a suspendu l'aide.", "administration", ["administration Strump"]),
        ("Le Conseil des ministres a adopté la loi.", "Conseil", ["Conseil des ministres"]),
        ("Le Secrétaire général des Nations unies a protesté.", "Secrétaire", ["Secrétaire général des Nations unies"]),
        ("Il est dans un foyer de l'Aide Sociale à l'Enfance.", "Aide", ["Aide Sociale à l'Enfance"]),
        ("Le groupe Ebrac mercredi a annoncé un plan.", "groupe", ["Ebrac"]),
        ("Luc Bar, président du groupe Sosalis, a démissionné.", "président", ["Luc Bar"]),
        ("Victoire de Luc Bar dimanche à Pau", "Luc", ["Luc Bar"]),
        ("Jean Roy et Luc Bar, élus de la majorité, ont démissionné.", "élus", ["élus de la majorité"]),
    ],
)
def test_names_are_whole_and_nothing_else(text: str, word: str, names: list[str]) -> None:
    assert meant(text, word) == names


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("LYON | Les policiers ont arrêté un suspect.", "LYON"),
        ("Le tribunal a condamné un homme fiché S à dix ans de prison.", "S à"),
        ("Ébranlé par la crise, le ministre a cédé.", "Ébranlé"),
        ("Les défenseurs des droits de l'Homme ont protesté.", "Homme"),
        ("La Journée internationale de la femme a été célébrée mardi.", "femme"),
    ],
)
def test_what_is_written_large_and_what_all_have_is_nobody(text: str, word: str) -> None:
    assert meant(text, word) == []


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Alors qu'il quittait son domicile, Luc Bar a été blessé.", "il", ["Luc Bar"]),
        ("Alors qu'il quittait son domicile, Luc Bar l'a frappé.", "il", []),
        ("Anne Roy a raconté tout.\nL'avocate à qui elle a écrit est absente.", "elle", ["Anne Roy"]),
        ("La loi de Nicolas Sarlat a été votée.\nElle sera appliquée mardi.", "Elle", []),
        ("Des gilets jaunes ont rencontré des élues.\nElles ont cédé.", "Elles", ["élues"]),
        (
            "Paul Roy a cédé mardi.\nLa victoire de Luc Bar a surpris, même s'il avait promis de gagner.",
            "il",
            ["Luc Bar"],
        ),
        ("Un garçon a été retrouvé. Le garçonnet dort. L'enfant est soigné.", "enfant", ["garçon"]),
        ("Le petit Momo a été retrouvé. Le garçonnet dort.", "garçonnet", ["Momo"]),
        ("Un assaillant a blessé un passant. Le tireur a été abattu.", "tireur", ["assaillant"]),
        ("Un « gilet jaune » a été blessé mardi.", "gilet", ["gilet jaune"]),
        ("Luc Bar a été jugé.\nLe jury l'a reconnu coupable.\nIl a été condamné.", "Il a", ["Luc Bar"]),
        ("Le projet, qu'a lu Luc Bar, montre qu'il tient debout.", "il tient", []),
        ("Luc Bar devient le chef du parti.\nIl habite Dakar.", "Il", ["Luc Bar"]),
        (
            "Paul Roy a cédé.\nUn ministre part.\nElle a vu Anne Roy.\nAnne Roy a dit qu'elle a remis sa démission.",
            "sa",
            ["Anne Roy"],
        ),
        ("La police a interrogé Omar R. Il est soupçonné de vol.", "Omar", ["Omar R"]),
        ("Il portait un « gilet jaune » mardi.", "gilet", []),
    ],
)
def test_whom_pronouns_and_other_words_mean(text: str, word: str, names: list[str]) -> None:
    assert meant(text, word) == names


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Luc Roy a été tué lundi par un chauffard. Il a été arrêté mardi.", "Il", ["chauffard"]),
        ("Luc Roy a été tué lundi par sa sœur. Il a été arrêté mardi.", "Il", []),
        ("Un homme a été poignardé par son voisin. Il avait pris la fuite.", "Il", ["voisin"]),
        ("Un homme a été poignardé par son voisin. Il a succombé à ses blessures.", "Il", ["homme"]),
        ("Une femme a été tuée par son mari. Il a été mis en examen.", "Il", ["mari"]),
        ("Luc Roy, tué lundi par un policier, a été enterré. Il a été mis en examen.", "Il", ["policier"]),
        ("L'automobiliste a renversé un piéton. Il est mort à l'hôpital.", "Il", ["piéton"]),
        ("Le ministre a limogé le préfet. Il avait été nommé en janvier.", "Il", ["préfet"]),
        ("Le maire a giflé un adjoint. Il a été mis en examen.", "Il", ["maire"]),
    ],
)
def test_whom_a_pronoun_means_by_what_follows_an_act(text: str, word: str, names: list[str]) -> None:
    assert meant(text, word) == names


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        (
            "Paul Vernet est parti. Il se tait.\nIl était à Oslo et il avait rejoint le groupe de Luc Bar.\nIl a nié.",
            "Il a nié",
            ["Paul Vernet"],
        ),
        ("Paul Vernet a félicité Luc Bar : « Il a gagné. » Il a ensuite cédé.", "Il a ensuite", ["Paul Vernet"]),
        ("« Le service est cher, il doit être fermé », a dit Luc Bar.\nIl a reconnu un retard.", "Il", ["Luc Bar"]),
        ("Il a vu Paul Roy.\nLuc Bar, dans un texte, a dit ce qu'il pense.\nIl a cédé.", "Il a cédé", ["Luc Bar"]),
        (
            "Une fillette est revenue. La mère de l'enfant est arrivée avec son frère.",
            "son",
            ["mère de l'enfant"],
        ),
        ("Anne Roy a quitté l'Algérie. L'Algérie a protesté. Elle a été placée en détention.", "Elle", ["Anne Roy"]),
        (
            "Il a rencontré Paul Roy mardi. La mère a convaincu son ex-mari. Il avait été interpellé.",
            "Il avait",
            ["ex-mari"],
        ),
    ],
)
def test_of_whom_the_pronouns_go_on(text: str, word: str, names: list[str]) -> None:
    assert meant(text, word) == names


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("D'après le procureur, l'homme a poignardé sa compagne.", "homme", ["homme"]),
        ("Le ministre de la Justice a réagi à l'évasion du détenu.", "détenu", ["détenu"]),
        ("Un chauffeur de bus a été agressé. L'homme a porté plainte.", "homme", ["chauffeur de bus"]),
        ("L'avocat de Paul Vernet a demandé sa remise en liberté.", "sa", ["Paul Vernet"]),
        ("Paul Vernet a été arrêté. Le juge a ordonné sa mise en examen.", "sa", ["Paul Vernet"]),
        ("Le juge a ordonné sa libération.", "sa", []),
        ("Le maire a annoncé sa mise en retrait.", "sa", ["maire"]),
    ],
)
def test_who_tries_and_defends_others_is_not_meant(text: str, word: str, names: list[str]) -> None:
    assert meant(text, word) == names


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Le Premier ministre François Bayrou est à Rome. Le pape François est mort.", "François", "François"),
        ("Le pape Léon XIV a parlé. Léon Marchand a gagné. Le pape Léon est parti.", "Léon", "Léon XIV"),
        ("Le roi Charles III a reçu Charles de Bourbon. Le roi Charles a parlé.", "Charles", "Charles III"),
    ],
)
def test_who_reigns_is_nobody_who_has_a_surname(text: str, word: str, name: str) -> None:
    assert meant(text, word, last=True) == [name]
