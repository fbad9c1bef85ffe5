"""Who takes part in what a word names. The sentences are made up."""

from __future__ import annotations

import pytest

from recoupe.extraction.reader import extract
from recoupe.language.fr import French
from recoupe.testing.readings import article_of


def roles(text: str, word: str) -> list[tuple[str, str]]:
    """The names and roles of those who take part in what `word` names."""
    article = article_of(text)
    reading = extract(article, French())
    names = {actor.id: actor.name for actor in reading.actors}
    mention = next(m for m in reading.mentions if word in m.trigger.text)
    return [(names[p.actor], p.role) for p in mention.participants]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "L'agression commise mercredi par un député, Jean Durand, a choqué.",
            "agression",
            [("Jean Durand", "agent")],
        ),
        ("L'enquête ouverte par le parquet de Nantes se poursuit.", "enquête", [("parquet de Nantes", "agent")]),
        (
            "L'administration de Paula Mertens a décidé mardi d'interdire les trottinettes.",
            "interdire",
            [("administration de Paula Mertens", "agent")],
        ),
        (
            "La police a parlé d'un « acte isolé », écartant la piste terroriste.",
            "écartant",
            [("police", "agent")],
        ),
        ("Le juge a autorisé la police à perquisitionner le siège.", "perquisitionner", [("police", "agent")]),
        ("Le syndicat appelle les salariés à manifester mardi.", "manifester", [("salariés", "agent")]),
        ("Selon l'armée, la Russie et l'Iran ont livré des drones.", "livré", [("Russie", "agent"), ("Iran", "agent")]),
        ("L'homme a été condamné mercredi pour assassinat par la Cour pénale.", "assassinat", [("homme", "agent")]),
        (
            "Le maire a salué la région, selon l'agence Belga. Celle-ci avait été occupée par l'armée russe.",
            "occupée",
            [("armée russe", "agent")],
        ),
        ("L'État a payé mardi 3 millions d'euros aux communes.", "payé", [("État", "agent")]),
        ("La Ville de Montréal a annulé le festival mardi.", "annulé", [("Ville de Montréal", "agent")]),
        (
            "Le Parti radical et La Gauche en Marche ont «condamné» les violences.",
            "condamné",
            [("Parti radical", "agent"), ("La Gauche en Marche", "agent")],
        ),
    ],
)
def test_who_acts(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert [r for r in roles(text, word) if r[1] == "agent"] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Des rebelles eurent attaqué deux casernes.", "attaqué", [("rebelles", "agent")]),
        ("Paul Martin a reçu mardi des coups de bâton.", "coups", [("Paul Martin", "patient")]),
        ("Paul Martin a subi lundi une opération.", "opération", [("Paul Martin", "patient")]),
        ("La brigade travaille depuis lundi à la traque des ravisseurs.", "traque", [("ravisseurs", "patient")]),
        ("L'année est bonne pour Anna Morel, qui a racheté mardi un rival.", "racheté", [("Anna Morel", "agent")]),
        ("Les élus ont protesté mardi. Leurs fichiers ont été volés.", "volés", [("élus", "patient")]),
        (
            "Paul Roy a été placé mardi en garde à vue par la police.",
            "garde",
            [("Paul Roy", "patient"), ("police", "agent")],
        ),
        (
            "Le tribunal qui juge l'ancien ministre Paul Roy a cédé.",
            "juge",
            [("tribunal", "agent"), ("Paul Roy", "patient")],
        ),
        (
            "Paul Roy a porté plainte mardi devant la cour d'appel.",
            "plainte",
            [("Paul Roy", "agent"), ("cour d'appel", "recipient")],
        ),
        ("Un gendarme est toujours entre la vie et la mort.", "vie", [("gendarme", "patient")]),
        ("La mort du maire a provoqué des émeutes mardi.", "mort", [("maire", "patient")]),
        ("L'arrestation du journaliste a été annoncée mardi.", "arrestation", [("journaliste", "patient")]),
        ("L'Élysée a annoncé la démission du Premier ministre.", "démission", [("Premier ministre", "agent")]),
        ("Le départ de Paul Martin a été annoncé lundi.", "départ", [("Paul Martin", "agent")]),
        ("La préfecture déplore trois blessés à Brive.", "blessés", []),
        ("L'attaque, attribuée aux rebelles par l'armée, a eu lieu.", "attaque", [("rebelles", "agent")]),
        ("Un ressortissant malien a été arrêté mardi.", "arrêté", [("ressortissant malien", "patient")]),
        (
            "Paris a condamné l'invasion du Niger par le Mali.",
            "condamné",
            [("France", "agent"), ("Mali", "patient")],
        ),
        ("Air Nord a annoncé mardi que ses vols reprendront.", "reprendront", [("Air Nord", "agent")]),
        (
            "La Suisse a expulsé l'imam Paul Roy, a annoncé la préfecture.",
            "expulsé",
            [("Suisse", "agent"), ("Paul Roy", "patient")],
        ),
        (
            "La préfecture a annoncé que Jean Bar a félicité Anne Roy pour son courage.",
            "félicité",
            [("Jean Bar", "agent"), ("Anne Roy", "recipient")],
        ),
        ("Paul Martin a reçu mardi Anne Roy.", "reçu", [("Paul Martin", "agent"), ("Anne Roy", "agent")]),
        (
            "Les actes de violence commis à l'encontre de Paul Martin ont choqué la ville.",
            "violence",
            [("Paul Martin", "patient")],
        ),
        (
            "La cour a dénoncé jeudi les violences commises par Paul Martin.",
            "dénoncé",
            [("cour", "agent"), ("Paul Martin", "patient")],
        ),
        ("La ministre a été critiquée mardi par 75 élus.", "critiquée", [("ministre", "patient"), ("élus", "agent")]),
        (
            "Les pompiers ont transporté Paul Martin à l'hôpital.",
            "transporté",
            [("pompiers", "agent"), ("Paul Martin", "patient")],
        ),
        (
            "La commission a insisté mardi auprès de Paul Martin.",
            "insisté",
            [("commission", "agent"), ("Paul Martin", "recipient")],
        ),
        ("L'avion s'est posé lundi au Népal.", "posé", []),
        ("L'Etat a versé mardi 3 millions d'euros.", "versé", [("Etat", "agent")]),
        ("Le ministre Paul Martin a visité Lyon mardi.", "visité", [("Paul Martin", "agent")]),
        ("L'ancien ministre UMP Paul Martin a été condamné mardi.", "condamné", [("Paul Martin", "patient")]),
        ("Deux Belges ont été arrêtés lundi en Iran.", "arrêtés", [("Belges", "patient")]),
        (
            "Le tribunal a émis lundi un mandat d'arrêt contre Paul Martin.",
            "mandat",
            [("tribunal", "agent"), ("Paul Martin", "patient")],
        ),
        ("Deux Belges ont été arrêtés lundi en Iran.", "arrêtés", [("Belges", "patient")]),
        ("Une architecte a été arrêtée lundi à Nice.", "arrêtée", [("architecte", "patient")]),
        ("Un soldat a été tué lundi au Mali.", "tué", [("soldat", "patient")]),
        ("L'accident a coûté la vie à Paul Martin.", "coûté", [("Paul Martin", "patient")]),
        ("Les troupes russes se sont retirées de la ville.", "retirées", [("Russie", "agent")]),
        (
            "Selon le Quai d'Orsay, le chargé d'affaires algérien a été convoqué mardi.",
            "convoqué",
            [("chargé d'affaires algérien", "patient")],
        ),
        (
            "L'attaque contre l'état-major des armées du Mali a fait huit morts.",
            "attaque",
            [("état-major des armées du Mali", "patient")],
        ),
        (
            "La Syrie a mené lundi des frappes sur le sud du Liban.",
            "frappes",
            [("Syrie", "agent"), ("Liban", "patient")],
        ),
        (
            "Le régulateur a sanctionné mardi la société Audax.",
            "sanctionné",
            [("régulateur", "agent"), ("Audax", "patient")],
        ),
        ("Un séisme a frappé lundi la côte, selon une secousse au Népal.", "séisme", []),
        ("Pouria Amiri, député de Nice, a voté mardi contre le budget.", "voté", [("Pouria Amiri", "agent")]),
        ("Riga demande un renfort et fermera vendredi le pont.", "fermera", [("Lettonie", "agent")]),
        ("La société Audax a annoncé mardi une restructuration.", "restructuration", [("Audax", "agent")]),
        (
            "Alger a rappelé mardi son ambassadeur à Madrid.",
            "rappelé",
            [("Algérie", "agent"), ("Espagne", "recipient")],
        ),
        ("Le départ de ministres a surpris.", "départ", [("ministres", "agent")]),
        (
            "Trois malfaiteurs ont attaqué la banque. L'un a percuté une voiture.",
            "percuté",
            [("malfaiteurs", "agent")],
        ),
        ("Des pirates ont attaqué la banque. Dans leur fuite, ils ont tiré.", "fuite", [("pirates", "agent")]),
        ("Le député LREM a démissionné mardi.", "démissionné", [("député", "agent")]),
        ("Le parquet de Nantes ne fait aucun lien entre ces trois incendies.", "incendies", []),
        (
            "La réforme a été soutenue par la gauche, le Parti radical et le MRG.",
            "soutenue",
            [("gauche", "agent"), ("Parti radical", "agent"), ("MRG", "agent")],
        ),
    ],
)
def test_who_acts_and_who_undergoes(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Des milliers d'infirmiers ont défilé mardi à Nantes.", "défilé", [("infirmiers", "agent")]),
        ("Des dizaines de milliers de Libanais se sont rassemblés mardi.", "rassemblés", [("Libanais", "agent")]),
        ("Douze soldats ont été tués mardi dans une embuscade.", "tués", [("soldats", "patient")]),
        ("Le bilan fait état d'une vingtaine de rebelles tués mardi.", "tués", [("rebelles", "patient")]),
        ("Deux personnes ont été blessées mardi.", "blessées", []),
        ("Deux hommes ont été blessés mardi.", "blessés", [("hommes", "patient")]),
        (
            "La libération de deux otages par le Hamas a été saluée.",
            "libération",
            [("otages", "patient"), ("Hamas", "agent")],
        ),
    ],
)
def test_those_who_are_counted(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Jean Durand a été arrêté mardi et a reconnu les faits.", "reconnu", [("Jean Durand", "agent")]),
        ("Jean Durand a été condamné mardi à de la prison pour fraude fiscale.", "fraude", [("Jean Durand", "agent")]),
        ("Le parquet soupçonne Jean Durand de corruption et de fraude fiscale.", "fraude", [("Jean Durand", "agent")]),
        ("Jean Durand avait dans un premier temps refusé de partir.", "refusé", [("Jean Durand", "agent")]),
        ("Les prix vont baisser, a promis mardi la ministre Anne Roy.", "promis", [("Anne Roy", "agent")]),
        ("La direction a menti, accuse la CGT.", "accuse", [("CGT", "agent")]),
        ("Jean Durand a menti, accuse la CGT de mentir.", "accuse", [("Jean Durand", "agent"), ("CGT", "patient")]),
        ("Les ministres parlaient de la revendication du tir par le Hamas.", "revendication", [("Hamas", "agent")]),
        ("Le coup de filet mené mardi par la police a surpris.", "coup de filet", [("police", "agent")]),
        (
            "Les heurts se sont poursuivis dans la nuit entre la police et les étudiants.",
            "heurts",
            [("police", "agent"), ("étudiants", "agent")],
        ),
        (
            "Après la signature, Anne Roy et Jean Durand ont déjeuné.",
            "signature",
            [("Anne Roy", "agent"), ("Jean Durand", "agent")],
        ),
        ("Au cours de la réunion de mardi, Anne Roy a remis une lettre.", "réunion", [("Anne Roy", "agent")]),
        ("Le groupe a été placé en redressement judiciaire par le tribunal.", "placé", [("tribunal", "agent")]),
        (
            "Bombardier et Alstom sont en négociation depuis mardi.",
            "négociation",
            [("Bombardier", "agent"), ("Alstom", "agent")],
        ),
        ("Des milliers d'infirmiers en grève ont défilé mardi.", "grève", [("infirmiers", "agent")]),
        (
            "C'est ce qu'a confirmé lundi la Sûreté du Québec (SQ), qui a ouvert une enquête mardi.",
            "ouvert",
            [("Sûreté du Québec", "agent")],
        ),
        (
            "Le ministre a salué mardi la lettre de Jean Durand acceptant le plan de paix.",
            "acceptant",
            [("Jean Durand", "agent")],
        ),
        (
            "Trois pays (la France, l'Italie et Malte) ont suspendu mardi leur aide à l'Unrwa.",
            "suspendu",
            [("France", "agent"), ("Italie", "agent"), ("Malte", "agent"), ("Unrwa", "patient")],
        ),
        (
            "Des pays comme la France et l'Italie ont suspendu mardi leur aide à l'Unrwa.",
            "suspendu",
            [("France", "agent"), ("Italie", "agent"), ("Unrwa", "patient")],
        ),
        ("Les dirigeants de l'Otan sont convenus de céder.", "convenus", [("dirigeants de l'Otan", "agent")]),
        (
            "Selon Le Monde, des mesures ont été prises contre la junte militaire qui a renversé Ali Bongo.",
            "renversé",
            [("junte militaire", "agent"), ("Ali Bongo", "patient")],
        ),
        (
            'Les élus de Brive, réunis mardi, "ont appelé le maire à démissionner", a dit Luc Petit.',
            "appelé",
            [("élus de Brive", "agent"), ("maire", "recipient")],
        ),
    ],
)
def test_who_is_understood(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, word) == expected


def test_what_bears_a_name_is_nobody() -> None:
    text = "La tempête Ciaran a traversé la Bretagne. Elle a tué deux pêcheurs mardi."
    assert roles(text, "tué") == [("pêcheurs", "patient")]
    assert roles("Un Airbus a décollé mardi de Toulouse.", "décollé") == []


def test_no_name_runs_over_its_verb() -> None:
    assert roles("Le titre Métalis bondit de près de 4% à la Bourse.", "bondit") == [("Métalis", "other")]


def test_what_is_a_strangers_is_nobody_elses() -> None:
    text = "Vorana Kel est accusé de nombreuses attaques au Pérou depuis son arrivée dans la région."
    assert ("Pérou", "agent") not in roles(text, "arrivée")


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Un contrat a été signé mardi entre la direction de Renault et le gouvernement wallon.",
            "signé",
            [("Renault", "agent"), ("gouvernement wallon", "agent")],
        ),
        (
            "Une réunion a eu lieu mardi entre des experts de la Croix-Rouge et des responsables de Renault.",
            "réunion",
            [("experts de la Croix-Rouge", "agent"), ("responsables de Renault", "agent")],
        ),
    ],
)
def test_the_sides_behind_between_act(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("La CGT s'est engagée plus tôt dans la semaine à signer.", "engagée", [("CGT", "agent")]),
        ("Paul Martin s'est blessé mardi.", "blessé", [("Paul Martin", "patient")]),
    ],
)
def test_the_pronoun_of_a_reflexive_verb_makes_no_passive(
    text: str, word: str, expected: list[tuple[str, str]]
) -> None:
    assert roles(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("La Suède dénonce la décision de la France de soutenir le Maroc.", "soutenir", "France"),
        ("Paul Martin a pris mardi la décision de quitter le club.", "quitter", "Paul Martin"),
        ("Les syndicats dénoncent la décision de fermer l'usine.", "fermer", None),
        ("La ministre a publié un texte, demandant aux entreprises de retirer ces produits.", "retirer", "entreprises"),
    ],
)
def test_who_acts_in_an_infinitive(text: str, word: str, expected: str | None) -> None:
    assert [name for name, role in roles(text, word) if role == "agent"] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Les distributeurs Renault et Carrefour ont décidé mardi un boycott.",
            "décidé",
            ["Carrefour", "Renault"],
        ),
        (
            "La direction européenne de Renault a reçu les élus. La direction européenne a fermé mardi un site.",
            "fermé",
            ["Renault"],
        ),
        ("Le groupe Renault a reçu les élus. Le groupe français a licencié 300 salariés.", "licencié", ["Renault"]),
        (
            "La société Renault a été dévalisée par un groupe de jeunes. Le groupe a menacé mardi Paul Martin.",
            "menacé",
            [],
        ),
        (
            "Le gouvernement wallon a reçu Paul Martin. Le gouvernement fédéral a menacé Anne Roy.",
            "menacé",
            ["gouvernement fédéral"],
        ),
        (
            "Le gouvernement wallon a reçu Paul Martin. Le gouvernement a menacé Anne Roy.",
            "menacé",
            ["gouvernement wallon"],
        ),
        (
            "Paul Martin a reçu des experts de la Croix-Rouge et des élus. Ces derniers ont menacé Anne Roy.",
            "menacé",
            ["élus"],
        ),
    ],
)
def test_bodies_behind_their_descriptions_act(text: str, word: str, expected: list[str]) -> None:
    assert sorted(name for name, role in roles(text, word) if role == "agent") == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Lors d'un discours à Lyon, Anne Roy a critiqué mardi la réforme.", "discours", [("Anne Roy", "agent")]),
        ("Le trafic reprend, a indiqué Anne Roy lors d'une conférence de presse.", "presse", [("Anne Roy", "agent")]),
        ("« Nous tiendrons », a promis Mme Roy, en visite mardi à Metz.", "visite", [("Roy", "agent")]),
        (
            "L'hôpital de Metz a été paralysé mardi par une cyberattaque.",
            "cyberattaque",
            [("hôpital de Metz", "patient")],
        ),
        ("Le ministre va demander à l'Otan le déploiement de soldats.", "déploiement", [("Otan", "agent")]),
        ("La police a annoncé mardi l'arrestation de douze suspects.", "arrestation", [("suspects", "patient")]),
        ("Le maire veut éviter la grève générale illimitée des profs.", "grève", [("profs", "agent")]),
        ("Les experts effectuent la reconstitution de la collision survenue mardi.", "collision", []),
    ],
)
def test_who_takes_part_in_what_a_noun_names(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Anne Roy, qui avait été nommée en mai par Paul Martin, a démissionné.",
            "démissionné",
            [("Anne Roy", "agent")],
        ),
        (
            "Poursuivi pour fraude, Paul Martin a dirigé la ville pendant huit ans.",
            "Poursuivi",
            [("Paul Martin", "patient")],
        ),
        (
            "Paul Martin a dirigé la ville avant d'être renversé par l'un de ses collaborateurs, le général Jean Roy.",
            "renversé",
            [("Paul Martin", "patient"), ("Jean Roy", "agent")],
        ),
        (
            "Le poste revient à Paul Martin, un proche d'Anne Roy qui avait été limogé en mai.",
            "limogé",
            [("Paul Martin", "patient")],
        ),
        ("La mission de l'Union africaine a salué l'accord.", "salué", [("mission de l'Union africaine", "agent")]),
        ("La ville de Lorsac a interdit lundi les feux.", "interdit", [("ville de Lorsac", "agent")]),
        (
            "Le tribunal tient compte qu'il ne voulait pas s'enfuir mais condamne Paul Martin.",
            "condamne",
            [("tribunal", "agent"), ("Paul Martin", "patient")],
        ),
        (
            "Le ministre accuse, sans les nommer, les indépendantistes corses de mentir.",
            "accuse",
            [("ministre", "agent"), ("indépendantistes corses", "patient")],
        ),
        (
            "Le patronat rencontrera mardi la ministre Anne Roy (PS) et le député Paul Martin (LR).",
            "rencontrera",
            [("patronat", "agent"), ("Anne Roy", "agent"), ("Paul Martin", "agent")],
        ),
        (
            "Une équipe de braqueurs a attaqué mardi un bijoutier.",
            "attaqué",
            [("équipe de braqueurs", "agent"), ("bijoutier", "patient")],
        ),
        (
            "Les pompiers et volontaires ont soigné mardi Anne Roy.",
            "soigné",
            [("pompiers", "agent"), ("volontaires", "agent"), ("Anne Roy", "patient")],
        ),
        ("Un avion dépêché par Paris a décollé mardi de Pau.", "décollé", [("France", "agent")]),
        ("Il a été mis en examen mardi des chefs de vol et de recel.", "examen", []),
        ("Cinq toiles de Paul Martin ont été vendues mardi.", "vendues", []),
        ("La tempête a frappé la France mardi.", "frappé", []),
        ("L'accident a fait trois morts à Dolbeau.", "morts", []),
        ("Le gouvernement Legault a décrété mardi un couvre-feu.", "décrété", [("gouvernement Legault", "agent")]),
        (
            "Mark Roche, le directeur financier du groupe Novalis, a rencontré mardi les élus.",
            "rencontré",
            [("Mark Roche", "agent"), ("élus", "agent")],
        ),
        (
            "Les deux ministres, Paul Martin et Anne Roy, ont échangé une poignée de main.",
            "poignée de main",
            [("Paul Martin", "agent"), ("Anne Roy", "agent")],
        ),
        ("« Un bon accord », s'est félicitée Anne Roy.", "félicitée", [("Anne Roy", "agent")]),
        (
            "Dix routes ont rouvert, s'est félicité le ministère de la Mer.",
            "félicité",
            [("ministère de la Mer", "agent")],
        ),
        ("« Il faut partir », ont réclamé dans une lettre plusieurs maires.", "réclamé", [("maires", "agent")]),
        ("« C'est un échec », a reconnu, lundi, Paul Martin.", "reconnu", [("Paul Martin", "agent")]),
        (
            "Le ministre rwandais Paul Martin, intervenant en premier, a salué la décision.",
            "salué",
            [("Paul Martin", "agent")],
        ),
        (
            "Secrétaire d'État américain Paul Martin, flanqué du préfet de Lyon, accueille les maires.",
            "accueille",
            [("Paul Martin", "agent"), ("maires", "agent")],
        ),
    ],
)
def test_who_takes_part_in_what_a_verb_names(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "L'Office fédéral du bois (OFEBO) a reçu Anne Roy. L'OFEBO a refusé mardi un prêt.",
            "refusé",
            "Office fédéral du bois",
        ),
        ("Mardi, le Président Paul Martin a félicité Anne Roy.", "félicité", "Paul Martin"),
        (
            "Paul Martin, ancien maire et candidat de la majorité, a reçu Anne Roy. Le candidat a menacé Jean Sol.",
            "menacé",
            "Paul Martin",
        ),
    ],
)
def test_one_actor_under_two_names(text: str, word: str, expected: str) -> None:
    assert [name for name, role in roles(text, word) if role == "agent"] == [expected]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Anticor a déposé mardi un recours contre la décision du Conseil d'État.",
            "recours",
            [("Anticor", "agent"), ("Conseil d'État", "patient")],
        ),
        (
            "La police a mené mardi une perquisition au domicile de Paul Roche.",
            "perquisition",
            [("police", "agent"), ("Paul Roche", "patient")],
        ),
        ("Une perquisition a eu lieu mardi au siège du Parti radical.", "perquisition", [("Parti radical", "patient")]),
        (
            "Une attaque contre un convoi de l'armée malienne a fait deux morts mardi.",
            "attaque",
            [("armée malienne", "patient")],
        ),
        ("Paul Roche, dont l'arrestation a surpris mardi, a nié.", "arrestation", [("Paul Roche", "patient")]),
        (
            "Une enquête visant la société Novalis a été ouverte mardi par le parquet.",
            "enquête",
            [("Novalis", "patient"), ("parquet", "agent")],
        ),
        ("L'attaque de mardi, attribuée au Hezbollah, a surpris.", "attaque", [("Hezbollah", "agent")]),
        (
            "Des combats ont opposé mardi l'armée soudanaise aux rebelles.",
            "combats",
            [("armée soudanaise", "agent"), ("rebelles", "agent")],
        ),
        (
            "Paul Roche a été arrêté mardi à son domicile par la police.",
            "arrêté",
            [("Paul Roche", "patient"), ("police", "agent")],
        ),
        ("L'Union européenne a adopté mardi des sanctions.", "adopté", [("Union européenne", "agent")]),
        (
            "La société Novalis, en difficulté, négocie avec Hydrel.",
            "négocie",
            [("Novalis", "agent"), ("Hydrel", "agent")],
        ),
        (
            "Anna Morel est arrivée mardi à Lyon, accompagnée du préfet Paul Roche.",
            "arrivée",
            [("Anna Morel", "agent"), ("Paul Roche", "agent")],
        ),
        (
            "Une délégation conduite par Anna Morel est arrivée mardi à Lyon.",
            "arrivée",
            [("délégation", "agent"), ("Anna Morel", "agent")],
        ),
        (
            "La justice a placé mardi la société Novalis en redressement judiciaire.",
            "placé",
            [("justice", "agent"), ("Novalis", "patient")],
        ),
        (
            "Jean Morel, à qui le tribunal a infligé mardi une amende, a fait appel.",
            "infligé",
            [("Jean Morel", "patient"), ("tribunal", "agent")],
        ),
        (
            "Après avoir rencontré Anna Morel, Paul Roche s'est rendu mardi à Oslo.",
            "rencontré",
            [("Anna Morel", "agent"), ("Paul Roche", "agent")],
        ),
        (
            "L'opposition a dénoncé mardi l'arrestation de Jean Morel.",
            "dénoncé",
            [("opposition", "agent")],
        ),
    ],
)
def test_who_is_told_of_beside_the_words(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Marc Lenoir a été condamné mercredi pour corruption par le tribunal de Lille.",
            "condamné",
            [("Marc Lenoir", "patient"), ("tribunal de Lille", "agent")],
        ),
        (
            "Une plainte a été déposée mardi par l'association Clair Avenir contre la société Audax.",
            "plainte",
            [("Clair Avenir", "agent"), ("Audax", "patient")],
        ),
        ("Les autorités ont annoncé l'interdiction de la marche.", "interdiction", [("autorités", "agent")]),
        ("Exclu de son parti, Robert Mériot a annoncé son retrait.", "Exclu", [("Robert Mériot", "patient")]),
        ("Les enseignants, soutenus par la CGT, manifestent mardi.", "manifestent", [("enseignants", "agent")]),
        (
            "La victoire de Paul Talo face à Jean Zinou a été annoncée lundi.",
            "victoire",
            [("Paul Talo", "agent"), ("Jean Zinou", "patient")],
        ),
        (
            "La Belgique a demandé mardi à la France l'extradition de Karim Haddad.",
            "demandé",
            [("Belgique", "agent"), ("France", "recipient"), ("Karim Haddad", "patient")],
        ),
        (
            "La visite du président Paul Talo en Serbie a débuté lundi.",
            "visite",
            [("Paul Talo", "agent"), ("Serbie", "recipient")],
        ),
        (
            "Paul Talo aura l'occasion de s'adresser au Congrès mardi.",
            "adresser",
            [("Paul Talo", "agent"), ("congrès", "recipient")],
        ),
        ("Anne Vidal a succédé lundi à Paul Talo.", "succédé", [("Anne Vidal", "agent"), ("Paul Talo", "other")]),
        ("La société Audax fait l'objet d'une perquisition.", "perquisition", [("Audax", "patient")]),
        (
            "Il fait l'objet d'une plainte de la société Audax.",
            "plainte",
            [("Audax", "agent")],
        ),
        ("Victime d'une agression mardi, le maire Paul Durand se tait.", "agression", [("Paul Durand", "patient")]),
        ("Le maire Paul Durand a été victime d'une agression mardi.", "agression", [("Paul Durand", "patient")]),
        ("Les secouristes ont retrouvé deux corps mardi.", "retrouvé", [("secouristes", "other")]),
        ("Le préfet, dont la démission a été annoncée lundi, se tait.", "démission", [("préfet", "agent")]),
        (
            "Le Rwanda, que Kinshasa accuse de soutenir les rebelles, a démenti mardi.",
            "accuse",
            [("Rwanda", "patient"), ("République démocratique du Congo", "agent")],
        ),
        (
            "L'Égypte a obtenu du FMI un prêt de 3 milliards de dollars.",
            "prêt",
            [("Égypte", "recipient"), ("Fonds monétaire international", "agent")],
        ),
        (
            "À Bruxelles, Anne Vidal a demandé mardi aux députés un vote.",
            "demandé",
            [("Anne Vidal", "agent"), ("députés", "recipient")],
        ),
        ("Anne Vidal a quitté Niamey mardi.", "quitté", [("Anne Vidal", "agent")]),
        ("Genève rejette l'immunité policière.", "rejette", [("Genève", "agent")]),
        (
            "La police a procédé mardi à l'interpellation de douze militants.",
            "interpellation",
            [("police", "agent"), ("militants", "patient")],
        ),
    ],
)
def test_those_whom_the_parse_hangs_elsewhere(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, word) == expected


def test_what_only_persons_undergo_is_no_states() -> None:
    text = "Karim Haddad a été arrêté mardi à Nice. La Belgique a demandé son extradition."
    assert roles(text, "extradition") == [("Karim Haddad", "patient")]


def test_towns_are_teams_where_matches_are_told() -> None:
    text = (
        "Lens a battu Brest samedi en championnat : un but de l'attaquant, un penalty du gardien et un match maîtrisé."
    )
    assert roles(text, "battu") == [("Lens", "agent"), ("Brest", "patient")]
    assert roles("Lens a battu Brest samedi, a dit le maire lundi.", "battu") == []


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "La police a arrêté Luc Martin et l'a placé en garde à vue.",
            "placé",
            [("police", "agent"), ("Luc Martin", "patient")],
        ),
        (
            "Le préfet a convoqué les élus et les a menacés de sanctions.",
            "menacés",
            [("préfet", "agent"), ("élus", "patient")],
        ),
        (
            "Trois militants bloquaient la route. Les gendarmes les ont interpellés mardi.",
            "interpellés",
            [("gendarmes", "agent"), ("militants", "patient")],
        ),
        (
            "Anne Duval dirige la banque. La justice la soupçonne de fraude.",
            "soupçonne",
            [("Anne Duval", "patient"), ("justice", "agent")],
        ),
        (
            "Les syndicats ont été reçus mardi. Le ministre leur a demandé de suspendre la grève.",
            "suspendre la grève",
            [("syndicats", "agent")],
        ),
        (
            "La société Norvia a fait faillite. Le tribunal l'a placée en liquidation judiciaire.",
            "placée",
            [("tribunal", "agent"), ("Norvia", "patient")],
        ),
    ],
)
def test_pronouns_before_the_verb_undergo_it(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(roles(text, word)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "CGT, FO et Unsa ont appelé à manifester jeudi.",
            "manifester",
            ["CGT", "Force ouvrière", "Unsa"],
        ),
        (
            "« CGT, FO, Unef, UNL dénoncent une loi injuste », dit le tract.",
            "dénoncent",
            ["CGT", "Force ouvrière", "UNL", "Unef"],
        ),
        (
            "CGT, FO et Unsa appellent à une journée d'action jeudi.",
            "journée d'action",
            ["CGT", "Force ouvrière", "Unsa"],
        ),
        ("La CGT appelle les cheminots à une journée d'action jeudi.", "journée d'action", ["cheminots"]),
    ],
)
def test_names_in_a_row_act_together(text: str, word: str, expected: list[str]) -> None:
    assert sorted(name for name, role in roles(text, word) if role == "agent") == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Un homme de 29 ans a été condamné mardi à Lyon. Il avait rejoint un groupe armé. Il avait été interpellé.",
            "interpellé",
            [("homme", "patient")],
        ),
        ("L'attaque a coûté la vie à au moins 52 civils.", "coûté la vie", [("civils", "patient")]),
        ("Sept personnes sont mortes dans l'accident.", "mortes", []),
        ("Le Hamas a libéré quatre otages.", "libéré", [("Hamas", "agent"), ("otages", "patient")]),
        ("Le club a licencié son entraîneur.", "licencié", [("club", "agent"), ("entraîneur", "patient")]),
        ("La Lettonie expulse deux diplomates russes.", "expulse", [("Lettonie", "agent"), ("Russie", "patient")]),
        (
            "Un ingénieur a été enlevé vendredi par des hommes armés à Durán.",
            "enlevé",
            [("ingénieur", "patient"), ("hommes armés", "agent")],
        ),
        (
            "Des combattants ont attaqué le village, tuant au moins neuf habitants.",
            "tuant",
            [("combattants", "agent"), ("habitants", "patient")],
        ),
    ],
)
def test_those_without_a_name_take_part(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Un convoi de l'armée a été attaqué au Mali mardi.", "attaqué", [("armée", "patient")]),
        ("Au Vatican, Anne Duval a dénoncé la guerre.", "dénoncé", [("Anne Duval", "agent")]),
        ("La Russie a imposé des sanctions au Mali.", "imposé", [("Russie", "agent"), ("Mali", "patient")]),
        (
            "Anne Duval est arrivée. Elle était partie en Algérie. Elle a été arrêtée.",
            "arrêtée",
            [("Anne Duval", "patient")],
        ),
        (
            "Luc Martin est maire. Il a rencontré Paul Roche. Il a ensuite dénoncé la réforme.",
            "dénoncé",
            [("Luc Martin", "agent")],
        ),
        ("Le Paris FC a recruté le gardien Luc Martin.", "recruté", [("Paris FC", "agent"), ("Luc Martin", "patient")]),
    ],
)
def test_states_where_something_happens_take_no_part(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("La police a arrêté un homme de 30 ans. Il a été écroué.", "écroué", [("homme", "patient")]),
        ("La police a interpellé douze militants. Ils ont été écroués.", "écroués", [("militants", "patient")]),
        ("Luc Martin a renversé une passante. Elle a été hospitalisée.", "hospitalisée", [("passante", "patient")]),
        ("Le maire a reçu une délégation. Il a promis une aide.", "promis", [("maire", "agent")]),
        ("Le pilote de l'avion, un homme de 60 ans, est décédé.", "décédé", [("pilote de l'avion", "patient")]),
        ("Un automobiliste a été contrôlé à 180 km/h.", "contrôlé", [("automobiliste", "patient")]),
    ],
)
def test_those_of_whom_the_text_goes_on(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Un homme de 34 ans a été condamné mardi à six ans de prison pour avoir poignardé son voisin.",
            "poignardé",
            [("homme", "agent"), ("voisin", "patient")],
        ),
        (
            "Le tribunal a condamné un chauffeur à une amende pour avoir renversé une cycliste.",
            "renversé",
            [("chauffeur", "agent"), ("cycliste", "patient")],
        ),
        (
            "La vidéo montre le commissaire Durieux frappé par des manifestants.",
            "frappé",
            [("Durieux", "patient"), ("manifestants", "agent")],
        ),
        (
            "Le parquet enquête après la mort de Sophie Lambert, renversée par un bus.",
            "renversée",
            [("Sophie Lambert", "patient")],
        ),
        (
            "Le rappeur Mako a été mis en examen pour violences sur son ancienne compagne.",
            "violences",
            [("Mako", "agent"), ("ancienne compagne", "patient")],
        ),
        (
            "Selon l'avocate du plaignant, son client a été frappé par deux surveillants.",
            "frappé",
            [("client", "patient"), ("surveillants", "agent")],
        ),
        ("Une voiture a percuté un cycliste mardi.", "percuté", [("cycliste", "patient")]),
    ],
)
def test_whose_deeds_and_injuries_they_are(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Le préfet a reçu plusieurs élus, dont le maire de Dax, Jean Pinot, et la députée Anne Vidal.",
            "reçu",
            [("préfet", "agent"), ("élus", "agent"), ("Jean Pinot", "agent"), ("Anne Vidal", "agent")],
        ),
        (
            "Le ministre a rencontré des patrons, notamment Luc Arnal.",
            "rencontré",
            [("ministre", "agent"), ("patrons", "agent"), ("Luc Arnal", "agent")],
        ),
        ("Les élus, dont le maire a refusé la demande, ont manifesté mardi.", "manifesté", [("élus", "agent")]),
        ("Les secours ont évacué les blessés mardi.", "évacué", [("secours", "agent"), ("blessés", "patient")]),
        ("Les secours ont évacué deux blessés mardi.", "évacué", [("secours", "agent")]),
    ],
)
def test_those_of_several_who_are_told(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("À son retour d'Algérie, le ministre Karim Lahlou a été reçu.", "retour", [("Karim Lahlou", "agent")]),
        ("De retour de Chine, le ministre a reçu les maires.", "retour", [("ministre", "agent")]),
        ("Un groupe suisse a racheté mardi la société Norvex.", "racheté", [("Norvex", "patient")]),
        ("Des élus ont défilé mardi pour réclamer un audit, d'après la préfecture.", "réclamer", [("élus", "agent")]),
    ],
)
def test_where_somebody_comes_from_is_no_party(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Un journaliste a été tué mardi par un tir de l'armée éthiopienne.",
            "tué",
            [("journaliste", "patient"), ("armée éthiopienne", "agent")],
        ),
        (
            "Le tribunal de commerce a placé Camaïeu en liquidation judiciaire.",
            "placé",
            [("tribunal de commerce", "agent"), ("Camaïeu", "patient")],
        ),
        (
            "L'attaque de l'hôpital de Gazna par des rebelles a choqué.",
            "attaque",
            [("hôpital de Gazna", "patient"), ("rebelles", "agent")],
        ),
        ("L'opposant Mikhaïl Orlov a été arrêté lundi.", "arrêté", [("Mikhaïl Orlov", "patient")]),
        (
            "Le coureur belge Remco Evers a gagné dimanche une étape du Tour de Suisse.",
            "gagné",
            [("Remco Evers", "agent")],
        ),
        (
            "Le tennisman serbe Novak Perovic a battu Carlos Alvaro en finale.",
            "battu",
            [("Novak Perovic", "agent"), ("Carlos Alvaro", "patient")],
        ),
        (
            "Le groupe Casino a cédé 300 magasins à Intermarché.",
            "cédé",
            [("Casino", "agent"), ("Intermarché", "recipient")],
        ),
    ],
)
def test_names_take_part_as_what_they_are(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "L'homme a agressé un passant en le frappant au visage.",
            "frappant",
            [("homme", "agent"), ("passant", "patient")],
        ),
        ("La mère a confié son enfant à une amie en donnant 500 euros.", "donnant", [("mère", "agent")]),
        (
            "C'est l'avocat de Luc Morin qui a transmis mardi les images.",
            "transmis",
            [("avocat de Luc Morin", "agent")],
        ),
        ("Le suspect comparaîtra lundi à Toulon.", "comparaîtra", [("suspect", "patient")]),
        (
            "La procureur a requis mardi dix ans de prison contre Luc Morin.",
            "requis",
            [("procureur", "agent"), ("Luc Morin", "patient")],
        ),
        (
            "Les sinistrés ont été pris en charge mardi par les services municipaux.",
            "pris en charge",
            [("sinistrés", "patient"), ("services municipaux", "agent")],
        ),
    ],
)
def test_who_does_what_the_clause_tells(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("L'équipe de France s'est imposée 3-1 face à l'Italie.", "imposée", [
            ("équipe de France", "agent"), ("Italie", "patient"),
        ]),
        ("Deux hommes ont été placés sous le statut de témoin assisté jeudi.", "placés", [("hommes", "patient")]),
        ("Des manifestants ont incendié un bus. Douze d'entre eux ont été arrêtés.", "arrêtés", [
            ("manifestants", "patient"),
        ]),
        ("La mairie a demandé mardi de l'aide à l'Italie, qui a refusé.", "refusé", [("Italie", "agent")]),
        ("La gendarmerie a lancé mardi un appel à témoins.", "appel", [("gendarmerie", "agent")]),
        ("L'élection de Paul Harnais a suscité la colère.", "élection", [("Paul Harnais", "patient")]),
        ("Dix jours après son élection, Paul Harnais a démissionné.", "élection", [("Paul Harnais", "patient")]),
        ("Le rachat de Lumigen par Dorvex a été finalisé lundi.", "rachat", [
            ("Lumigen", "patient"), ("Dorvex", "agent"),
        ]),
        ("L'hôpital a porté plainte mardi après l'agression de deux infirmières.", "agression", [
            ("infirmières", "patient"),
        ]),
    ],
)  # fmt: skip
def test_who_takes_part_on_which_side(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, word) == expected


def test_who_went_on_in_two_sentences_is_still_meant_behind_a_preposition() -> None:
    text = "Quatre adolescents ont été arrêtés mardi. Ils ont avoué. Une plainte a été déposée contre eux."
    assert roles(text, "plainte") == [("adolescents", "patient")]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("« Le marché est fragile », met en garde Luc Morel, courtier.", "garde", [("Luc Morel", "agent")]),
        ("Le président a obtenu qu'un de ses proches, Luc Morel, soit nommé délégué.", "nommé", [
            ("Luc Morel", "patient"),
        ]),
        ("« Deux hommes m'ont attaqué mardi », raconte Luc Morel.", "attaqué", [
            ("hommes", "agent"), ("Luc Morel", "patient"),
        ]),
        ("« Les gendarmes nous ont expulsés mardi », raconte Luc Morel.", "expulsés", [
            ("gendarmes", "agent"), ("Luc Morel", "patient"),
        ]),
        ("Le ministre a reçu jeudi 18 septembre des associations.", "reçu", [
            ("ministre", "agent"), ("associations", "agent"),
        ]),
        ("L'armée a frappé samedi des positions des rebelles.", "frappé", [
            ("armée", "agent"), ("rebelles", "patient"),
        ]),
    ],
)  # fmt: skip
def test_who_is_spoken_of_by_the_order_of_words(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Nadia Roy a vu Paul Bar mardi et lui a remis une lettre.",
            "remis",
            [("Paul Bar", "recipient"), ("Nadia Roy", "agent")],
        ),
        ("Elle a confié mardi l'enfant à une amie.", "confié", [("enfant", "patient"), ("amie", "recipient")]),
        ("Anne Roy a vu Luc Bar.\nLe maire a lui aussi été arrêté mardi.", "arrêté", [("maire", "patient")]),
        ("Un individu a échappé mardi aux policiers.", "échappé", [("individu", "agent"), ("policiers", "patient")]),
        ("Le garçon a été retrouvé seul mardi.", "retrouvé", [("garçon", "patient")]),
        (
            "Les mesures seront « payées par les contribuables », dénonce Jean-Luc Morin (FI).",
            "dénonce",
            [("Jean-Luc Morin", "agent")],
        ),
        (
            "Luc Bar a déposé plainte mardi contre un journaliste de Radio Nova.",
            "plainte",
            [("Luc Bar", "agent"), ("journaliste de Radio Nova", "patient")],
        ),
        ("Une femme a été tuée à coups de couteau mardi.", "coups", [("femme", "patient")]),
        ("Le procès pour meurtre contre Luc Bar s'est ouvert mardi.", "meurtre", []),
        (
            "Luc Bar porte plainte pour viol contre Paul Roche.",
            "plainte",
            [("Luc Bar", "agent"), ("Paul Roche", "patient")],
        ),
        (
            "Le président ukrainien a reçu mardi à Kiev son homologue polonais.",
            "reçu",
            [("président ukrainien", "agent"), ("homologue polonais", "agent")],
        ),
        (
            "Valmec rachète mardi son concurrent suisse Aquatek pour 2 milliards.",
            "rachète",
            [("Valmec", "agent"), ("Aquatek", "patient")],
        ),
        (
            "Les députés ont débattu mardi de la motion de censure déposée par Le Parti neuf contre le gouvernement.",
            "motion",
            [("Le Parti neuf", "agent"), ("gouvernement", "patient")],
        ),
        ("La CGT a appelé mardi les salariés à la prudence.", "appelé", [("CGT", "agent"), ("salariés", "recipient")]),
        ("Luc Bar est maire.\nAlors, il a été institué mardi une fiche de mariage.", "institué", []),
        (
            "La vidéo montre le commandant donner mardi un coup de poing au visage d'un homme.",
            "coup de poing",
            [("commandant", "agent"), ("homme", "patient")],
        ),
        (
            "Luc Bar a porté mardi un coup de couteau au ventre de son épouse.",
            "coup",
            [("Luc Bar", "agent"), ("épouse", "patient")],
        ),
    ],
)
def test_to_whom_and_where_it_is_done(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(roles(text, word)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("La région a accusé le maire de mensonge.", "accusé", [("région", "agent"), ("maire", "patient")]),
        (
            "Le gérant a été accusé par 40 clients d'escroquerie.",
            "accusé",
            [("gérant", "patient"), ("clients", "agent")],
        ),
        (
            "Un juge a entendu le comptable après une plainte contre X de la société Verdal.",
            "plainte",
            [("Verdal", "agent")],
        ),
        (
            "La condamnation de l'ancien maire par le tribunal de Nice a été confirmée.",
            "confirmée",
            [("ancien maire", "patient"), ("tribunal de Nice", "agent")],
        ),
        (
            "Un touriste a été retrouvé mort par des promeneurs.",
            "retrouvé mort",
            [("touriste", "patient"), ("promeneurs", "other")],
        ),
        ("Une fillette de 8 ans, renversée par un camion, est décédée.", "décédée", [("fillette", "patient")]),
        ("Les attentats de Paris ont fait 130 morts.", "attentats", []),
        ("Le sommet sur le climat de Paris s'est tenu en février.", "sommet", []),
        ("Les accusations de Kiev visent le maire.", "accusations", [("Ukraine", "agent"), ("maire", "patient")]),
        ("Une marche blanche en mémoire de Paul Roche aura lieu dimanche.", "marche", []),
        ("Une adolescente est morte poignardée mercredi.", "morte", [("adolescente", "patient")]),
        ("Le véhicule volé par les malfaiteurs a été incendié.", "incendié", []),
        ("La moto utilisée par les tireurs a été retrouvée lundi.", "retrouvée", []),
        ("Luc Morvan, 45 ans, est mort dimanche à Tours.", "mort", [("Luc Morvan", "patient")]),
        ("Mardi, Paul Roche, 62 ans, est décédé.", "décédé", [("Paul Roche", "patient")]),
        ("Un homme, 62 ans, est mort dimanche.", "mort", [("homme", "patient")]),
        ("Les grands-parents de Paul Roche ont été arrêtés.", "arrêtés", [("grands-parents de Paul Roche", "patient")]),
        (
            "Dans un communiqué, la Mission de l'Organisation des Nations Unies pour la Stabilisation en RDC (MIKOSTA) "
            "condamne les attaques.",
            "condamne",
            [("Mission de l'Organisation des Nations Unies", "agent")],
        ),
        ("Luc Roche, soupçonné de l'avoir empoisonnée, a été relâché.", "empoisonnée", [("Luc Roche", "agent")]),
        (
            "La Russie a lancé son invasion de l'Ukraine en février 2022.",
            "invasion",
            [("Russie", "agent"), ("Ukraine", "patient")],
        ),
        ("Paul Roche a été arrêté lors de son expulsion de France.", "expulsion", [("Paul Roche", "patient")]),
        (
            "La commission sur les violences dans les écoles qui a auditionné le ministre a cédé.",
            "auditionné",
            [("commission", "agent"), ("ministre", "patient")],
        ),
        (
            "Elle est allée voir sa mère malade à l'hôpital, qui est morte depuis.",
            "morte",
            [("mère malade", "patient")],
        ),
    ],
)
def test_who_is_told_by_grammar_and_by_sense(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, word) == expected
