"""Words of the lexicon that stand for no happening where they stand, or for another than the commonest."""

from __future__ import annotations

import pytest

from recoupe.extraction.reader import extract
from recoupe.language.fr import French
from recoupe.model import Kind, Mention, Status
from recoupe.testing.readings import article_of


def mentions(text: str) -> dict[str, Mention]:
    """The mentions of a paragraph, by the words of their triggers."""
    reading = extract(article_of(text), French())
    return {m.trigger.text: m for m in reading.mentions}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Une quarantaine de manifestants ont été interpellés.", "quarantaine"),
        ("La victime a demandé que justice soit faite.", "victime"),
        ("Des hommes armés non identifiés ont tué deux civils.", "identifiés"),
        ("Le plus imposant cortège a défilé à Lyon.", "imposant"),
        ("Le club très fermé des élus s'est réuni mardi.", "fermé"),
        ("Ce qu'il a appelé « l'engouement » pour la droite a surpris mardi.", "appelé"),
        ("L'enquête démographique de 2015 a été présentée lundi.", "enquête"),
        ("Le nombre de mis en cause a doublé depuis lundi.", "mis en cause"),
        ("Les mis en examen ont été libérés lundi.", "mis en examen"),
        ("Si le texte est adopté, le ministre démissionnera.", "texte est adopté"),
        ("Ils manifestent pour que la loi soit votée.", "votée"),
        ("Le combat pour obtenir justice se poursuit.", "combat"),
        ("Les yeux étaient braqués mardi sur le président.", "braqués"),
        ("La gauche est partie mardi en ordre dispersé.", "dispersé"),
        ("Le ministre a présenté mardi son plan, ciblant les routes et l'énergie.", "ciblant"),
        ("L'entretien des tombes a été confié mardi à Nordal.", "entretien"),
        ("Quatre patients ont souffert de troubles neurologiques mardi.", "troubles"),
        ("Un ancien du RAID a été nommé préfet mardi.", "RAID"),
        ("Interrogé mardi par Lumo sur cet engouement, le maire a démenti.", "Interrogé"),
        ("Les annonces ont entraîné les premières secousses.", "secousses"),
        ("L'accident s'est produit vers 18 h 30 à la hauteur de Bellac.", "produit"),
        ("Les gens du voyage ont quitté le terrain mardi.", "voyage"),
        ("Les champs battus par la pluie ont été évacués.", "pluie"),
        ("Plusieurs salariés gagnent moins de 2 000 euros.", "gagnent"),
        ("Il s'agit d'un cas isolé, selon la préfecture.", "cas"),
        ("Sept cas de fraude ont été jugés mardi.", "cas"),
        ("Le préfet a annulé mardi seize concessions foncières.", "concessions"),
        ("Elle salue l'interpellation du député sur les comptes.", "interpellation"),
        ("La Journée mondiale de l'eau a été célébrée lundi.", "Journée"),
        ("Le jardin est en proie à une dégradation effarante.", "dégradation"),
        ("Les détritus s'entassent à Bellac depuis lundi.", "entassent"),
        ("Le pays, qui occupe la présidence de l'Union, a salué le texte.", "occupe"),
        ("L'élu, « Lolo » comme l'appellent ses amis, a démissionné.", "appellent"),
        ("Cela demande que le conseil se réunisse.", "demande"),
        ("L'arrestation a mis le feu aux poudres.", "mis le feu"),
        ("Le club a donné de nouvelles informations.", "donné de nouvelles"),
        ("L'accident a eu lieu lors du sommet de Valmont en mai dernier.", "mai"),
        ("La société a réuni mardi ses salariés à son siège d'Ath.", "siège"),
        ("Les emplois occupés par les jeunes sont précaires.", "occupés"),
        ("La comparaison est tirée par les cheveux.", "tirée par les cheveux"),
        ("L'accident s'est produit lors de la saison des pluies.", "saison"),
        ("Valmont, qui compte deux millions d'habitants, a voté mardi.", "compte"),
        ("La préfecture met en garde contre les informations non confirmées.", "confirmées"),
        ("Les zones partiellement détruites restent fermées.", "détruites"),
        ("Les avancées de l'enquête ont été présentées lundi.", "avancées"),
        ("Le ministre a été qualifié de menteur par l'opposition.", "qualifié"),
        ("Aucune information n'a été livrée sur les victimes.", "livrée"),
        ("Voilà un mois, la boulangerie a fermé.", "Voilà"),
        ("Le potier travaille dans son atelier.", "atelier"),
        ("L'article a déclenché mardi une tempête sur les réseaux sociaux.", "tempête"),
        ("Le site propose des offres de crédit.", "propose"),
        ("Les témoignages font froid dans le dos.", "témoignages"),
        ("Une intrusion violente a eu lieu mardi.", "violente"),
        ("Joint mardi par téléphone, le maire a démenti.", "Joint"),
        ("Le mouvement islamiste a libéré trois otages.", "mouvement"),
        ("La lettre est la manifestation d'une appartenance religieuse.", "manifestation"),
        ("Le barrage menace de céder.", "menace"),
        ("Une course contre la montre s'est engagée mardi.", "engagée"),
        ("Énergie : réduire la facture des ménages", "réduire"),
        ("Le député a appelé le préfet à cinq reprises mardi.", "reprises"),
        ("La lave s'échappant du cratère descend vers le port.", "échappant"),
        ("La fondation mène depuis dix ans une bataille contre le cancer.", "bataille"),
        ("L'exécution du budget a été jugée conforme mardi.", "exécution"),
        ("La maire a adopté mardi un ton plus ferme.", "adopté"),
        ("Une baisse de la taxe a été promise, laissant la vie locale reprendre ses droits.", "laissant la vie"),
        ("Le pouvoir d'achat a occupé les débats mardi.", "achat"),
        ("La confiance est plus que jamais requise entre les deux élus.", "requise entre"),
        ("La pétition a réuni 4 000 signatures en une semaine.", "signatures"),
        ("L'entretien de la chaussée a coûté 3 millions d'euros mardi.", "entretien"),
        ("Elle est ainsi devenue la première victime de l'hiver.", "devenue"),
        ("La crise menace les communes voisines.", "menace"),
        ("Le conseil a remis en cause mardi le tracé de la ligne.", "remis"),
        ("L'association a accepté les cookies du site mardi.", "accepté"),
        ("Trois hommes liés au crime organisé ont été arrêtés mardi.", "crime"),
        ("Le ministère vise une meilleure mobilisation des recettes de l'État.", "mobilisation"),
        ("Le député a cédé le micro à une étudiante.", "cédé"),
        ("Les secouristes mènent une course contre la montre.", "course"),
        ("Le vol a été annulé la veille du départ.", "départ"),
        ("Le président en exercice de la Cédéao est arrivé à Lomé.", "exercice"),
        ("La ville est sous le choc après le meurtre d'une adolescente.", "choc"),
        ("« Nous irons jusqu'au bout », a lancé le syndicaliste devant la foule.", "lancé"),
        ("Le siège est désormais acquis à la candidate socialiste.", "acquis"),
        ("La nouvelle est tombée vers 16 heures.", "tombée"),
        ("Des coups de feu ont été entendus près de la caserne.", "entendus"),
        ("Le départ était prévu à midi, heure de Lima (19H08 à 20H15 GMT).", "19H08"),
        ("La mairie a vendu la halle à un fonds de capital-investissement.", "investissement"),
        ("La directrice, interrogée par Le Monde, n'a rien dit.", "interrogée"),
        ("Dans un entretien accordé au Figaro, le préfet a critiqué la loi.", "accordé"),
        ("Le pilote, entre la vie et la mort, a été conduit à l'hôpital.", "mort"),
        ("Le taux requis pour être élu est de 10 %.", "requis"),
        ("Les malades qui se présentent au guichet attendent longtemps.", "présentent"),
        ("La machine remplace le personnel, a déploré le syndicat.", "remplace"),
        ("Une commission d'enquête compte douze membres.", "commission d'enquête"),
        ("Interrogé sur BFMTV, le ministre a défendu son texte.", "Interrogé"),
        ("Le conseil municipal compte 29 élus.", "conseil municipal"),
        ("Le conseil d'administration a évincé son directeur.", "conseil d'administration"),
        ("L'assemblée générale a rejeté le projet.", "assemblée générale"),
        ("Le trésor a été découvert par le conseil d'administration.", "conseil d'administration"),
        ("Une centaine de cas de salmonellose ont été signalés en Suisse.", "salmonellose"),
        ("La maire a été réélue dimanche dès le premier tour.", "premier tour"),
        ("La grève commencera lundi si aucun accord n'est conclu.", "conclu"),
        ("Le député a dénoncé lundi une fraude, sans fournir de preuves.", "fournir"),
        ("Le pilote a ralenti mardi afin de ne pas endommager l'appareil.", "endommager"),
        ("Les femmes nées avant 1960 ont droit à une prime.", "nées"),
        ("Aucune perturbation n'est attendue dans les gares.", "attendue"),
        ("C'est un entrepôt où on peut s'introduire sans clé.", "introduire"),
        ("Le seul moyen d'éviter de contracter la grippe est de se laver les mains.", "contracter"),
        ("Le jury est composé de cinq magistrats.", "composé"),
        ("Le syndicat s'oppose à la loi sur la reconnaissance de la pénibilité.", "reconnaissance"),
        ("Le conducteur s'en est sorti avec un bras cassé.", "sorti"),
        ("La commune n'a rien versé, car la loi l'interdit.", "interdit"),
        ("Le parquet poursuit souvent ces patrons.", "poursuit"),
        ("Les équipes sont parties au lever du jour.", "lever"),
        ("La loi était soutenue par la gauche.", "soutenue"),
        ("La force, appuyée par la France, compte mille hommes.", "appuyée"),
        ("Le trafic est revenu à la normale lundi.", "revenu"),
        ("Le texte encadre l'exercice du métier de guide, selon l'Etat.", "exercice"),
        ("Les fouilles ont repris. Le président déchu Luc Morel vit à Nice.", "déchu"),
        ("Certains se croient autorisés à couper les arbres.", "autorisés"),
        ("L'incendie s'est déclaré mardi dans une grange.", "déclaré"),
        ("Le magasin accueille 100 000 clients par an.", "accueille"),
        ("Il est difficile de prévoir les séismes.", "séismes"),
        ("Le film suit un policier qui enquête sur un vol.", "vol"),
        ("Les accidents de la route sont la première cause de décès.", "accidents de la route"),
        ("Le préfet a averti les maires à plusieurs reprises.", "reprises"),
        ("Les ventes de voitures ont chuté de 8 % en avril.", "ventes"),
        ("Le conducteur n'avait pas de permis de conduire.", "conduire"),
        ("L'histoire débute en 1950.", "histoire"),
        ("Luc Morel, condamné en appel lundi, a saisi la cour.", "appel"),
        ("Le passage de la tempête a fait deux morts.", "tempête"),
        ("C'est en Gironde que le feu a repris.", "est"),
        ("Le ministre a livré une interview lundi.", "livré"),
        ("Un navire a emporté lundi les cercueils des victimes.", "victimes"),
        ("Les plongeurs ont ramené 20 corps à la surface.", "corps"),
        ("Aucune date n'a été fournie par le ministère.", "fournie"),
        ("Cette lampe permet d'observer les cellules de Paul Martin.", "observer"),
        ("La ville constitue un moyen de pression sur le gouvernement.", "constitue"),
        ("L'autopsie a permis mardi de découvrir que l'enfant était mort de froid.", "découvrir"),
        ("La réforme prévoit la disparition de la filière générale.", "disparition"),
        ("Une fumée épaisse s'échappe de la tour de Lens.", "échappe"),
        ("Ces mesures ne s'imposent plus en raison de la baisse des prix.", "imposent"),
        ("L'arrêté doit permettre aux forces de l'ordre de se concentrer sur la ville.", "ordre"),
        ("Le maire a demandé ce que faisaient les ouvriers.", "demandé"),
        ("La ministre arrête de répondre aux questions.", "arrête"),
        ("Les manifestants ont pris la direction de la gare.", "pris la direction"),
        ("Les deux listes se retrouvent à égalité mardi.", "retrouvent"),
        ("La cellule s'est répandue dans tout le corps de Luc Morel.", "corps"),
        ("Les députés verts ont lancé une pétition pour le mariage pour tous.", "mariage"),
        ("C'est un geste fort, a estimé mardi le maire.", "geste"),
        ("La boutade a été jugée excessive mardi à Lens.", "jugée"),
        ("Il veille à la manifestation de la vérité.", "manifestation"),
        ("Les territoires palestiniens occupés restent fermés.", "occupés"),
        ("Les habitants ont reçu l'ordre de partir.", "reçu"),
        ("Le riz brisé ordinaire se vend 290 francs.", "brisé"),
        ("Les journalistes accrédités attendaient devant la mairie.", "accrédités"),
        ("La ministre a dénoncé la faillite du modèle.", "faillite"),
        ("Jean Roche a inventé l'horlogerie moderne.", "inventé"),
        ("La directrice, interrogée par des journalistes sur la vente, n'a rien dit.", "interrogée"),
        ("La tempête est passée mardi, laissant des ruines derrière elle.", "laissant"),
        ("L'équipe a rencontré des difficultés mardi.", "rencontré"),
        ("Le projet encadre les jeunes filles depuis mars.", "encadre"),
    ],
)
def test_no_happening(text: str, word: str) -> None:
    assert word not in mentions(text)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("La forte tempête secoue la Bretagne depuis lundi.", "secoue", Kind.DISASTER),
        ("De fortes pluies sont attendues vendredi en Corse.", "fortes pluies", Kind.DISASTER),
        ("Le vent a soufflé à 190 km/h à Brest.", "soufflé", Kind.DISASTER),
        ("Le maire a été victime d'une agression lundi à Lens.", "agression", Kind.ASSAULT),
        ("Trois gendarmes sont en soins intensifs.", "soins intensifs", Kind.CASUALTY),
        ("Les blessés ont été transportés vers un hôpital de Lyon.", "transportés vers un hôpital", Kind.AID),
        ("Dix députés ont voté contre le budget.", "voté contre", Kind.LEGISLATE),
        ("L'enseigne a procédé lundi au rappel de barquettes de jambon.", "rappel", Kind.TRANSACTION),
        ("La junte a renversé le président en juillet.", "renversé", Kind.COERCE),
        (
            "Le lancement du satellite est prévu. Le tir d'une fusée a été reporté. Ce tir aura lieu lundi.",
            "tir",
            Kind.OTHER,
        ),
        ("Le tir de la fusée Vega a été reporté à lundi.", "tir", Kind.OTHER),
        ("Le tir d'une fusée sur le port d'Odessa a fait deux morts.", "tir", Kind.ASSAULT),
        ("La direction a arrêté la semaine dernière la production de pneus.", "arrêté", Kind.TRANSACTION),
        ("Il a été arrêté lundi à Paris.", "arrêté", Kind.JUSTICE),
        ("Le suspect a été interrogé par la police.", "interrogé", Kind.JUSTICE),
        ("Le ministre est attendu à Berlin.", "attendu", Kind.CONSULT),
        ("La ministre a rencontré son homologue mardi.", "rencontré", Kind.CONSULT),
        ("La police a capturé deux suspects mardi.", "capturé", Kind.JUSTICE),
        ("L'armée a capturé dix soldats ennemis lundi.", "capturé", Kind.COERCE),
        ("Les prix des camions ont explosé lundi.", "explosé", Kind.INDICATOR),
        ("Un camion a explosé lundi devant la mairie.", "explosé", Kind.ACCIDENT),
        ("Le cours du cuivre s'est écroulé lundi.", "écroulé", Kind.INDICATOR),
        ("Luc Morel a éliminé Jean Roche en trois sets.", "éliminé", Kind.OTHER),
        ("Luc Morel a été accusé de meurtre lundi.", "accusé", Kind.JUSTICE),
        ("Des pompiers ont été mobilisés lundi.", "mobilisés", Kind.AID),
        ("L'armée a neutralisé douze terroristes samedi.", "neutralisé", Kind.CASUALTY),
        ("Les migrants ont été renvoyés en Libye mardi.", "renvoyés", Kind.COERCE),
        ("Lundi avaient été saisis 40 kilos de cocaïne.", "saisis", Kind.COERCE),
        ("L'embarcation était bloquée au large.", "bloquée", Kind.ACCIDENT),
        ("La digue a cédé sous les assauts de la tempête.", "assauts", Kind.DISASTER),
        ("Le cyclone Alma frappera la Guadeloupe.", "frappera", Kind.DISASTER),
        ("Le produit a été retiré de la circulation mardi.", "retiré de la circulation", Kind.TRANSACTION),
        ("Un homme armé a fait irruption dans une école.", "fait irruption", Kind.CRIME),
        ("Le club a retourné toute la ville de Marseille.", "retourné", Kind.OTHER),
        ("Le cargo a pris feu mardi au large de Brest.", "pris feu", Kind.DISASTER),
        ("Les drapeaux ont été mis en berne lundi.", "mis en berne", Kind.OTHER),
        ("Les députés ont interpellé le gouvernement mardi.", "interpellé", Kind.ACCUSE),
        ("Les rebelles se sont emparés de la ville lundi.", "emparés", Kind.ASSAULT),
        ("L'usine a relevé ses tarifs mardi.", "relevé", Kind.TRANSACTION),
        ("L'usine est passée aux mains d'un fonds américain.", "passée aux mains", Kind.TRANSACTION),
        ("La ville est passée mardi aux mains des rebelles.", "passée mardi aux mains", Kind.ASSAULT),
        ("Les militaires ont déposé le président mardi.", "déposé", Kind.OFFICE),
        ("Le tribunal a ouvert un plan de sauvegarde mardi.", "plan de sauvegarde", Kind.JUSTICE),
        ("L'hélicoptère a heurté une paroi rocheuse mardi.", "heurté une paroi", Kind.ACCIDENT),
        ("Les combattants ont lancé des roquettes mardi.", "lancé des roquettes", Kind.ASSAULT),
        ("Le tribunal a accordé un aménagement de peine à l'ancien maire.", "aménagement de peine", Kind.JUSTICE),
        ("Le préfet juge que ces incendies sont d'origine criminelle.", "incendies", Kind.DISASTER),
        ("La récupération des corps a été interrompue.", "récupération", Kind.AID),
        ("Un deuil national a été décrété lundi.", "deuil national", Kind.OTHER),
        ("La chute des prix a inquiété les marchés mardi.", "chute", Kind.INDICATOR),
        ("Les sentences sont tombées vendredi à Lyon.", "tombées", Kind.JUSTICE),
        ("Arrêté le 30 juin, il sera jugé en mars.", "Arrêté", Kind.JUSTICE),
        ("Lens s'est séparé de son entraîneur lundi.", "séparé", Kind.OFFICE),
        ("La grève a coûté cher, avec 300 emplois perdus à Lens.", "emplois perdus", Kind.TRANSACTION),
        ("La ministre a convoqué la direction de l'usine lundi.", "convoqué", Kind.CONSULT),
        ("Le juge a convoqué l'ancien maire lundi.", "convoqué", Kind.JUSTICE),
        (
            "Les patients ont été transférés vers d'autres établissements.",
            "transférés vers d'autres établissements",
            Kind.AID,
        ),
        ("La coulée de lave s'est arrêtée mardi aux portes de la ville.", "arrêtée", Kind.DISASTER),
        ("La chute du régime a été annoncée lundi.", "chute du régime", Kind.OFFICE),
        ("L'attaquant s'est engagé mardi avec le club de Lens.", "engagé mardi avec le club", Kind.TRANSACTION),
        ("La neige a bloqué la route mardi.", "bloqué", Kind.DISASTER),
        ("Un soldat est mort lors d'un entraînement à Calvi.", "mort", Kind.CASUALTY),
        ("Le feu s'est éteint dans la nuit.", "éteint", Kind.AID),
        ("L'exploitant a subi mardi un contrôle antidopage.", "contrôle antidopage", Kind.JUSTICE),
        ("Le procureur a remis lundi un dossier au ministre.", "remis", Kind.OTHER),
        ("Luc Morel a été libéré lundi.", "libéré", Kind.RETREAT),
        ("La police a dispersé mardi quelque 300 manifestants.", "dispersé", Kind.COERCE),
        ("L'entreprise a reçu 3 millions d'euros de la région.", "reçu", Kind.TRANSACTION),
        ("La ville a arrêté mardi le prix de l'eau.", "arrêté", Kind.TRANSACTION),
        ("L'effondrement a fait dix morts. Le parquet déplore aussi plusieurs blessés.", "blessés", Kind.CASUALTY),
        ("Onze personnes sont mortes et d'autres blessées.", "blessées", Kind.CASUALTY),
        ("L'intervention militaire en Libye a débuté samedi.", "intervention militaire", Kind.ASSAULT),
        ("Le candidat de gauche comptabilise 12 % des voix.", "comptabilise 12 % des voix", Kind.ELECTION),
        ("La ministre a interpellé lundi les agriculteurs.", "interpellé", Kind.ACCUSE),
        ("Le journaliste a été écarté de la présentation lundi.", "écarté de la présentation", Kind.OFFICE),
        ("Le capitaine a été élu meilleur joueur de la saison.", "élu meilleur joueur", Kind.OTHER),
        ("Les républicains bloquent depuis lundi l'adoption du texte.", "bloquent", Kind.REJECT),
    ],
)
def test_what_the_company_of_a_word_makes_of_it(text: str, word: str, kind: Kind) -> None:
    assert mentions(text)[word].kind is kind


def test_nobody_as_a_subject_denies() -> None:
    assert mentions("La salle est vide, personne n'est d'ailleurs interpellé.")["interpellé"].status is Status.DENIED


def test_what_is_caused_has_the_mood_of_its_cause() -> None:
    found = mentions("La fermeture entraînera la perte de 400 emplois.")
    assert found["perte de 400 emplois"].status is Status.PLANNED


def test_a_capital_without_its_accent_is_the_same_word() -> None:
    assert mentions("La junte a subi lundi un coup d'Etat.")["coup d'Etat"].kind is Kind.COERCE


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Chaque mardi, le conseil se réunit à l'hôtel de ville.", "réunit"),
        ("Les grévistes sont régulièrement expulsés de la place.", "expulsés"),
        ("La loi interdit la vente d'alcool aux mineurs.", "vente"),
        ("La Constitution autorise le président à dissoudre l'Assemblée.", "dissoudre"),
        ("Il est interdit de manifester devant le palais.", "manifester"),
        ("Pourquoi les jeunes ne votent-ils plus ?", "votent"),
        ("Vous avez reçu une amende ? Gardez votre calme.", "amende"),
        ("Dans ce roman, un policier enquête sur un meurtre.", "enquête"),
        ("Le film raconte la guerre d'un enfant contre son père.", "guerre"),
        ("Le héros meurt à la fin.", "meurt"),
        ("Laisser mijoter une heure, puis retirer le couvercle.", "retirer"),
        ("Si le gouvernement tombe, des élections seront organisées.", "élections"),
        ("En cas de démission, le premier adjoint assure l'intérim.", "assure l'intérim"),
        ("La grève est un droit constitutionnel.", "grève"),
        ("Un meurtre est puni de trente ans de réclusion.", "meurtre"),
        ("Ce n'est pas la guerre, mais ce n'est pas la paix.", "guerre"),
        ("Aucun pays n'est à l'abri d'un attentat.", "attentat"),
        ("Cette affaire est un séisme politique.", "séisme"),
        ("Le public était en feu samedi.", "en feu"),
        ("Elle a quitté lundi le parti pour créer son mouvement.", "mouvement"),
        ("Il a été condamné lundi à six mois avec mise à l'épreuve.", "épreuve"),
        ("Le gouvernement a pris lundi la mesure de ce qui se passe.", "mesure"),
        ("Le coureur a essuyé une pluie de critiques.", "pluie"),
        ("Le livre a brisé un tabou.", "brisé"),
        ("Le bilan est monté à 48 morts.", "monté"),
        ("La nouvelle salle pourra accueillir 4.000 spectateurs.", "accueillir"),
        ("Des banderoles proclamaient « Arrêtons la guerre ».", "guerre"),
        ("Elle a été remplacée au pied levé par son adjoint.", "levé"),
        ("Le conflit d'usage oppose chasseurs et randonneurs.", "conflit"),
        ("Le conducteur était positif à l'alcool.", "positif"),
        ("Le conseil s'est réuni lundi sur les coups de 19 heures.", "coups"),
        ("La taxe qui frappait les carburants agricoles inquiétait la filière.", "frappait"),
        ("Un chalet frappé par un arrêté de péril sera vendu.", "frappé"),
        ("Malgré une nouvelle offensive des députés de droite, le budget est prêt.", "offensive"),
        ("La fondation fait la promotion de la lecture depuis lundi.", "promotion"),
        ("Elle a parlé lundi depuis la tribune de l'Assemblée.", "tribune"),
        ("La déclaration des droits de l'enfant a été lue lundi.", "déclaration"),
        ("L'historien a poursuivi ses travaux à Metz.", "travaux"),
        ("Le Chili compte quatre participations à la Coupe du monde.", "participations"),
        ("Le préfet a annoncé lundi le recours à des drones.", "recours"),
        ("Cette annonce a mis le feu aux poudres.", "feu"),
        ("Le centriste a agi dans le feu de l'action.", "feu"),
        ("Le chantier a été contrôlé sur le budget de l'exercice 2026.", "exercice"),
        ("Le nageur s'est blessé lors de l'entraînement de l'équipe.", "entraînement"),
        ("Mille candidats se présentent lundi aux examens de fin d'année.", "examens"),
        ("Le Maroc a démontré lundi son expertise dans ce domaine.", "expertise"),
        ("La négociation a repris après la trêve de Noël.", "trêve"),
        ("La natalité s'est effondrée depuis dix ans.", "effondrée"),
        ("Le produit est recherché par les chimistes depuis lundi.", "recherché"),
        ("Il a occupé plusieurs postes avant 2010.", "occupé"),
        ("Un artisan étranglé par les impôts témoigne lundi.", "étranglé"),
        ("Le joueur était envahi lundi par l'émotion.", "envahi"),
        ("La jeune femme pressent depuis lundi la fin de cette utopie.", "pressent"),
        ("La bonne entente entre les deux maires a joué un rôle lundi.", "entente"),
        ("Le jardin est resté à l'abandon depuis lundi.", "abandon"),
        ("L'ancien maire se retrouve au centre d'une polémique.", "retrouve"),
    ],
)
def test_what_is_said_in_general_or_in_a_figure_of_speech_is_no_happening(text: str, word: str) -> None:
    assert not any(word in trigger for trigger in mentions(text))


def test_words_of_war_are_none_in_the_report_of_a_match() -> None:
    match = (
        "Le club breton a battu Dijon dimanche en championnat. L'entraîneur avait trois attaquants, et le gardien"
        " n'a rien pu faire. Morel a ouvert la marque sur une frappe de vingt mètres, avant la mi-temps. L'attaque a"
        " manqué un penalty. Les supporters ont quitté le stade."
    )
    assert not {"frappe", "attaque", "attaques"} & set(mentions(match))
    war = "L'armée a mené une frappe sur le port dimanche. La frappe a fait deux morts."
    assert "frappe" in mentions(war)


def test_a_victory_is_one_at_the_polls_in_the_report_of_an_election() -> None:
    text = (
        "Les électeurs ont voté dimanche. La participation au scrutin a atteint 60 % des suffrages. "
        "Le candidat sortant a revendiqué lundi la victoire dans les urnes. Sa victoire a été saluée."
    )
    assert mentions(text)["victoire"].kind is Kind.ELECTION


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Le calibrage de l'antenne a eu lieu dimanche à Namur.", "calibrage"),
        ("Les techniciens ont effectué une plongée mercredi.", "plongée"),
        ("Le chargement a débuté dans l'après-midi.", "chargement"),
    ],
)
def test_any_noun_that_is_said_to_take_place_is_a_happening(text: str, word: str) -> None:
    assert mentions(text)[word].kind is Kind.OTHER


@pytest.mark.parametrize(
    ("text", "kept", "dropped"),
    [
        ("La mairie a décidé mardi de geler les loyers.", "geler", "décidé"),
        ("La décision de fermer la mine a été annoncée mardi.", "fermer", "décision"),
        ("La ville a décidé mardi de garder son nom.", "décidé", "garder"),
    ],
)
def test_a_decision_is_what_is_decided(text: str, kept: str, dropped: str) -> None:
    found = " ".join(mentions(text))
    assert kept in found
    assert dropped not in found


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Le gouvernement lance une campagne de promotion du cacao.", "lance une campagne", Kind.OTHER),
        ("Une campagne de promotion a débuté lundi.", "campagne", Kind.OTHER),
        ("Une campagne d'injection a débuté lundi.", "campagne d'injection", Kind.AID),
        ("Quatre dirigeants ont été séquestrés mardi.", "séquestrés", Kind.COERCE),
        ("Le préfet a demandé aux femmes de s'y rendre.", "rendre", Kind.CONSULT),
        ("Le maire a eu un entretien d'une heure avec le préfet.", "entretien d'une heure", Kind.CONSULT),
        ("La requête du chef de l'État a été entendue mardi.", "requête", Kind.REQUEST),
        ("L'agence a construit quatre orphelinats à Gossi en mars.", "construit", Kind.OTHER),
        ("L'essai d'un médicament a débuté lundi.", "essai", Kind.AID),
        ("Des vaches ont été abattues dans trois exploitations.", "abattues", Kind.LEGISLATE),
        ("L'hôpital a déclenché le plan blanc.", "plan blanc", Kind.AID),
        ("La police a délogé les occupants de la ZAD.", "délogé", Kind.COERCE),
        ("Kiev a revendiqué la destruction d'un sous-marin.", "revendiqué la destruction", Kind.STATEMENT),
        ("Le coureur a chuté à 30 kilomètres de Bellac.", "chuté", Kind.ACCIDENT),
        ("Nordal a lancé mardi son assistant en Europe.", "lancé", Kind.TRANSACTION),
        ("L'auteure a signé son deuxième roman.", "signé", Kind.OTHER),
        ("Québec injecte 30 M$ dans le transport.", "injecte", Kind.TRANSACTION),
        ("La sécheresse a frappé trois provinces en 2018.", "frappé", Kind.DISASTER),
        ("La riposte contre Ebola a été renforcée lundi.", "riposte", Kind.AID),
        ("Les forces régulières ont été visées à Kilo.", "visées", Kind.ASSAULT),
        ("La fondation va consacrer deux millions d'euros à la forêt.", "consacrer", Kind.TRANSACTION),
        ("Nordal annonce 50 millions d'euros pour ses usines.", "annonce", Kind.TRANSACTION),
        ("Le juge a signé le mandat.", "signé le mandat", Kind.JUSTICE),
        ("Le pronostic vital du motard est engagé.", "pronostic vital du motard est engagé", Kind.CASUALTY),
        ("Le préfet a prêté serment entre les mains du roi.", "prêté serment", Kind.OFFICE),
        ("Un troisième hôpital a vu le jour à Lens mardi.", "vu le jour", Kind.TRANSACTION),
        ("Le ministre fait l'objet d'une enquête.", "fait l'objet d'une enquête", Kind.JUSTICE),
        ("Deux magistrats se sont récusés mardi.", "récusés", Kind.JUSTICE),
        ("Nordal a battu les attentes au premier trimestre.", "battu les attentes", Kind.INDICATOR),
        ("Le conseil lui a confié la direction de l'hôpital.", "confié la direction", Kind.OFFICE),
    ],
)
def test_ordinary_phrases(text: str, word: str, kind: Kind) -> None:
    assert mentions(text)[word].kind is kind


def test_a_ceremony_is_told_once() -> None:
    assert [m.mode for m in mentions("Les obsèques du maire ont été célébrées jeudi.").values()] == ["ceremony"]


def test_what_was_let_happen_is_told() -> None:
    assert "réduire" in mentions("L'accord a permis lundi à Paul Martin de réduire sa dette.")


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("La grève évitée de justesse a coûté 3 millions d'euros.", "grève", Status.DENIED),
        ("Le maire demande à ce que la route soit fermée.", "fermée", Status.POSSIBLE),
        ("Les auteurs s'exposent à des poursuites judiciaires.", "poursuites judiciaires", Status.POSSIBLE),
        ("Il a appelé à rétablir l'impôt et applaudi « l'insurrection citoyenne ».", "applaudi", Status.OCCURRED),
    ],
)
def test_what_did_not_come_about_or_may_be(text: str, word: str, status: Status) -> None:
    assert mentions(text)[word].status is status


def test_a_phrase_does_not_reach_over_a_verb() -> None:
    assert "mis en examen" in mentions("Deux des hommes mis en examen étaient déjà en détention provisoire.")
