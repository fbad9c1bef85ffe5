"""Who says so, by the construction. The sentences are made up."""

from __future__ import annotations

import re

import pytest

from recoupe.extraction.reader import extract
from recoupe.language.fr import French
from recoupe.testing.readings import article_of


def said(text: str, word: str) -> list[str]:
    """The names of those who say what `word` names, the nearest first. An empty line parts paragraphs."""
    article = article_of(text, [end.end() for end in re.finditer("\n\n", text)])
    reading = extract(article, French())
    names = {actor.id: actor.name for actor in reading.actors}
    mention = next(m for m in reading.mentions if word in m.trigger.text)
    return [names[a.actor] for a in mention.attribution]


@pytest.mark.parametrize(
    "verb", ["se désole", "s'étrangle", "s'emporte", "se réjouit", "ironise", "s'alarme", "a soupiré"]
)
def test_a_name_behind_a_quotation_speaks_whatever_the_verb(verb: str) -> None:
    text = (
        "Le patron, Bruno Lambert, a présenté lundi un plan. "
        f"« Nous avons appris la suppression de 90 emplois à Vierzon », {verb} Hélène Garnier, déléguée du personnel."
    )
    assert said(text, "suppression") == ["Hélène Garnier"]


def test_to_back_is_not_to_say() -> None:
    text = "Lancée par les Verts et soutenue par le Parti radical, l'initiative a été rejetée dimanche."
    assert said(text, "Lancée") == []
    assert said("L'attaque revendiquée par le Hamas a fait trois morts.", "attaque") == ["Hamas"]


def test_the_next_sentence_says_who_said_it() -> None:
    text = (
        "La ville a fermé lundi deux écoles de Lormont. C'est ce qu'a annoncé mardi Hélène Garnier, adjointe au maire."
    )
    assert said(text, "fermé") == ["Hélène Garnier"]
    text = "Trois hommes ont été interpellés lundi à Lyon. Une information confirmée par le parquet de Lyon."
    assert said(text, "interpellés") == ["parquet de Lyon"]


def test_whoever_contests_a_measure_does_not_tell_of_it() -> None:
    assert said("Les riverains contestent la hausse des loyers à Lorsac.", "hausse") == []


def test_a_participle_beside_the_subject_is_no_verb_of_its_own() -> None:
    assert said("Les pompiers, cités par la chaîne RTV, évoquent douze morts.", "morts")[0] == "pompiers"


def test_the_medium_that_asked_stands_behind_the_answer() -> None:
    text = "Contacté par l'AFP, Bruno Lambert a reconnu une erreur lundi."
    assert said(text, "reconnu") == ["Agence France-Presse"]


def test_what_stands_behind_the_reported_noun_is_reported_too() -> None:
    text = "Le groupe Nordal a annoncé la mort d'un ouvrier, un intérimaire, dans une explosion."
    assert said(text, "explosion") == said(text, "mort") != []


def test_a_source_set_off_at_the_end_stands_behind_the_whole_sentence() -> None:
    text = "Deux personnes sont mortes lundi, tandis qu'une autre est portée disparue, selon la préfecture du Var."
    assert said(text, "mortes") == said(text, "disparue") == ["préfecture du Var"]


def test_the_clause_behind_que_is_no_relative_clause() -> None:
    text = "L'Office des eaux avait révélé à la mi-août que la substance avait été détectée lundi dans 31 stations."
    assert said(text, "détectée") == ["Office des eaux"]


def test_an_opinion_opens_with_pour_and_a_person() -> None:
    text = "Hélène Garnier, maire de Lens, est arrivée lundi. Pour Mme Garnier, l'Etat a gaspillé un million d'euros."
    assert said(text, "gaspillé") == ["Hélène Garnier"]


def test_neither_days_nor_happenings_speak() -> None:
    text = "Des données ont été publiées lundi, rapporte jeudi 2 mai Radio Lormont."
    assert said(text, "publiées") == ["Radio Lormont"]
    assert said("Les opérations ont repris avant d'évacuer mardi trois blessés.", "évacuer") == []


@pytest.mark.parametrize(
    ("incise", "speaker"),
    [
        ("a fait savoir une porte-parole de la Ligue mardi à l'issue d'une réunion", "porte-parole de la Ligue"),
        ("a pour sa part indiqué à la presse le parquet de Paris", "parquet de Paris"),
        ("avertit la préfecture du Var", "préfecture du Var"),
        ("constate, presque amusée, la juge Hélène Garnier", "Hélène Garnier"),
        ("a déclaré le président de la cour, le magistrat belge, Paul Kameni", "Paul Kameni"),
        ("explique l'un de ses avocats Paul Kameni", "Paul Kameni"),
        ("a-t-on appris auprès de la préfecture du Var", "préfecture du Var"),
    ],
)
def test_whoever_stands_behind_an_inverted_verb_speaks(incise: str, speaker: str) -> None:
    assert said(f"Deux hommes ont été interpellés lundi à Fréjus, {incise}.", "interpellés") == [speaker]
    assert said(f"« Deux hommes ont été interpellés lundi à Fréjus », {incise}.", "interpellés") == [speaker]


def test_the_medium_that_learnt_it_passes_on_its_source() -> None:
    text = "Le club a été vendu mardi à un fonds, a appris l'AFP de source proche du dossier."
    assert said(text, "vendu") == ["source proche du dossier", "Agence France-Presse"]


def test_an_object_does_not_speak() -> None:
    text = (
        "Mardi, le chef du parti, Bruno Lambert, a dénoncé un bourrage des urnes à Cotonou, où deux hommes sont morts."
    )
    assert "bourrage" not in " ".join(said(text, "morts"))


def test_a_pronoun_goes_on_with_whoever_spoke_last_and_the_medium() -> None:
    text = (
        "« Le pont est fermé », a déclaré Bruno Lambert, interrogé par Reuters.\n\n"
        "« Deux hommes sont morts lundi », a-t-il dit."
    )
    assert said(text, "morts") == ["Bruno Lambert", "Reuters"]


def test_a_quotation_that_fills_a_paragraph_goes_on() -> None:
    text = (
        "« L'usine de Hal est fermée depuis mardi », a expliqué le parquet de Liège.\n\n"
        "« Trois ouvriers de cette usine sont morts dans l'explosion de lundi. »"
    )
    assert said(text, "morts") == ["parquet de Liège"]


def test_the_sentence_behind_a_quotation_names_who_said_it() -> None:
    text = (
        "« Je félicite le vainqueur pour sa victoire. » C'est par ces mots que Paul Kameni a reconnu sa défaite lundi."
    )
    assert said(text, "victoire") == ["Paul Kameni"]
    text = "Le pont de Vierzon a été fermé lundi.\n\nC'est ce qu'a annoncé mardi Hélène Garnier, adjointe au maire."
    assert said(text, "fermé") == ["Hélène Garnier"]


def test_nobody_speaks() -> None:
    assert said("Aucun passager n'a reconnu l'attaque qui a fait deux morts lundi à Lyon.", "morts") == []


def test_a_phrase_of_saying_has_its_content_behind_de() -> None:
    text = "La préfecture du Var a fait état samedi de deux incendies à Fréjus."
    assert said(text, "incendies") == ["préfecture du Var"]


def test_the_noun_of_a_locution_is_not_done_by_who_speaks() -> None:
    text = "Le président Kameni a fait état de 40 morts dans l'attaque de Goma."
    mention = next(m for m in extract(article_of(text), French()).mentions if m.trigger.text == "morts")
    assert said(text, "morts") == ["Kameni"]
    assert not mention.participants


def test_whoever_passes_a_statement_on_stands_behind_a_comma() -> None:
    text = "Le préfet Paul Roche, cité par l'agence Belga, a annoncé la fermeture du pont de Hal."
    assert said(text, "fermeture") == ["Paul Roche", "Belga"]
    text = "L'incendie a fait deux morts, a indiqué mardi la préfecture du Rhône, citée par l'AFP."
    assert said(text, "morts") == ["préfecture du Rhône", "Agence France-Presse"]


def test_a_perfect_infinitive_is_said() -> None:
    text = "La police de Lyon a indiqué jeudi avoir arrêté deux hommes."
    assert said(text, "arrêté") == ["police de Lyon"]


def test_a_source_in_an_apposition_or_before_mais_reaches_no_further() -> None:
    text = "Deux suspects, âgés de 26 ans et originaires de Nice selon une source policière, ont été interpellés mardi."
    assert said(text, "interpellés") == []
    text = "L'explosion a fait deux morts, selon la préfecture, mais un homme a été arrêté dimanche."
    assert said(text, "morts") == ["préfecture"]
    assert said(text, "arrêté") == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Comme l'a annoncé la préfecture du Var, deux hommes ont été arrêtés.", ["préfecture du Var"]),
        ("Ainsi que le rapporte le journal Ouest-France, deux hommes ont été arrêtés.", ["Ouest-France"]),
        ("Deux hommes ont été arrêtés, comme nous l'a confirmé mardi le parquet de Liège.", ["parquet de Liège"]),
        ("Deux hommes ont été arrêtés, comme l'espérait la préfecture du Var.", []),
        ("Du côté de la préfecture du Var, on indique que deux hommes ont été arrêtés.", ["préfecture du Var"]),
        ("À la préfecture du Var, on précise que deux hommes ont été arrêtés.", ["préfecture du Var"]),
        ("Deux hommes ont été arrêtés, indique-t-on de source policière.", ["source policière"]),
        ("On indique que le fils de la préfète a été arrêté.", []),
        ("La préfecture du Var l'a confirmé mardi : deux hommes ont été arrêtés.", ["préfecture du Var"]),
        ("« Deux hommes ont été arrêtés » : la préfecture du Var confirme.", ["préfecture du Var"]),
        ("Selon nos informations, deux hommes ont été arrêtés.", []),
        (
            "Contactée par nos soins, la préfecture du Var a indiqué que deux hommes ont été arrêtés.",
            ["préfecture du Var"],
        ),
        ("Sur BFMTV, Hélène Garnier a annoncé que deux hommes ont été arrêtés.", ["Hélène Garnier", "BFMTV"]),
    ],
)
def test_who_says_so(text: str, speakers: list[str]) -> None:
    assert said(text, "arrêté") == speakers


def test_what_is_confirmed_may_stand_behind_where_it_was() -> None:
    assert said("La police de Lyon a confirmé dans un communiqué la mort de dix soldats.", "mort") == ["police de Lyon"]


def test_a_sentence_that_ends_before_a_quotation_is_not_what_its_speaker_says() -> None:
    text = (
        "Paul Roche a prêté serment dimanche, tandis que deux hommes étaient arrêtés à Nice, d'après la police. "
        "« Je rencontrerai les maires cette semaine », a-t-il promis."
    )
    assert said(text, "arrêtés") == ["police"]
    assert said(text, "rencontrerai") == ["Paul Roche"]


@pytest.mark.parametrize(
    ("text", "word", "speakers"),
    [
        ("La mairie fermera trois écoles, a-t-elle fait savoir lundi.", "fermera", ["mairie"]),
        ("Les syndicats ont vu la direction. Selon eux, Nordal licenciera 30 ouvriers.", "licenciera", ["syndicats"]),
        ("Jean Morel a été entendu lundi. Il a ajouté que la police avait tué un homme.", "tué", ["Jean Morel"]),
    ],
)
def test_a_pronoun_without_a_name_means_the_subject_that_agrees(text: str, word: str, speakers: list[str]) -> None:
    assert said(text, word) == speakers


@pytest.mark.parametrize(
    ("source", "speakers"),
    [
        ("selon les autorités rwandaises", ["autorités rwandaises"]),
        ("a rapporté « Le Courrier du Lac » lundi", ["Le Courrier du Lac"]),
        ("selon nos premières informations", []),
        ("rapporte notre envoyée spéciale, Julie Lambert", []),
        ("ont annoncé Alain Favre, l'ancien président, et Luc Morin, son successeur", ["Alain Favre", "Luc Morin"]),
        ("a confié Luc Morin, porte-parole de la police, à l'AFP", ["Luc Morin", "Agence France-Presse"]),
        ("a rapporté l'agence Tass, citant le ministère des Urgences", ["ministère des Urgences", "Tass"]),
        ("croit savoir le New York Times", ["New York Times"]),
    ],
)
def test_the_sources_of_a_sentence(source: str, speakers: list[str]) -> None:
    assert said(f"Douze hommes ont été tués dans un combat, {source}.", "tués") == speakers


def test_what_was_confirmed_was_said_before() -> None:
    text = "Selon une information de Mediapart confirmée par le parquet de Lyon, Luc Morin a été arrêté."
    assert said(text, "arrêté") == ["parquet de Lyon", "Mediapart"]
    text = "Luc Morin est mort lundi à Lyon. Sa famille l'a annoncé mardi."
    assert said(text, "mort") == ["famille"]
    text = "Nordal a licencié Luc Morin. L'information a été confirmée par la préfecture."
    assert said(text, "licencié") == ["préfecture"]


def test_a_plan_of_their_own_is_said() -> None:
    assert said("La ministre a annoncé son intention de fermer une usine.", "fermer") == ["ministre"]


def test_circumstances_of_what_is_told_are_told_and_those_of_the_saying_are_not() -> None:
    text = "Après une explosion, deux usines ont été évacuées, a indiqué la préfecture du Var après une réunion."
    assert said(text, "explosion") == said(text, "évacuées") == ["préfecture du Var"]
    assert said(text, "réunion") == []


def test_the_conditional_perfect_goes_on_with_the_source() -> None:
    text = "Selon l'Unicef, dix enfants ont été tués. Trois autres auraient été blessés."
    assert said(text, "blessés") == ["Unicef"]
    text = "Dix enfants ont été tués lundi. Trois autres auraient été blessés."
    assert said(text, "blessés") == []


def test_the_day_is_no_part_of_a_source() -> None:
    text = "Deux hommes ont été tués à Lyon, a-t-on appris de sources policières ce mardi."
    assert said(text, "tués") == ["sources policières"]


def test_two_clauses_behind_one_verb_are_both_said() -> None:
    text = (
        "Le préfet, Luc Morel, a parlé lundi. Il a ajouté que dix agents étaient sur place et que des négociations "
        "avaient été engagées."
    )
    assert said(text, "négociations") == ["Luc Morel"]
    text = "Le ministre Luc Morel a déclaré que l'armée avait repris la ville, et que trois soldats avaient été tués."
    assert said(text, "tués") == ["Luc Morel"]


def test_whoever_goes_on_in_a_relative_clause_says_both() -> None:
    text = "Le pont a été fermé lundi, a annoncé la préfecture, qui a ajouté que deux hommes avaient été arrêtés."
    assert said(text, "fermé") == said(text, "arrêtés") == ["préfecture"]
    text = "Deux hommes sont morts, indique la préfecture, qui précise que trois autres ont été blessés."
    assert said(text, "blessés") == ["préfecture"]


@pytest.mark.parametrize(
    ("text", "word", "speakers"),
    [
        (
            "Les prix baissent, a ajouté le ministre Paul Roche, soulignant que la taxe a été abolie lundi.",
            "abolie",
            ["Paul Roche"],
        ),
        ("La dette baisse, selon l'Insee, notant que le déficit a diminué en 2023.", "diminué", ["Insee"]),
        ("Le court délai suggère que la digue a été détruite lundi.", "détruite", []),
        ("Les élus sont montés au créneau, rappelant que la loi a été votée lundi.", "votée", ["élus"]),
    ],
)  # fmt: skip
def test_a_participle_goes_on_with_who_speaks_and_things_do_not_speak(
    text: str, word: str, speakers: list[str]
) -> None:
    assert said(text, word) == speakers


@pytest.mark.parametrize("verb", ["estime", "explique", "soutient", "rappelle", "se réjouit"])
def test_il_before_a_verb_of_saying_is_somebody(verb: str) -> None:
    text = f"Paul Marchand a parlé vendredi. Il {verb} que le pont a été détruit lundi."
    assert said(text, "détruit") == ["Paul Marchand"]
    assert said("Paul Marchand est parti. Il se dit que le pont a été détruit lundi.", "détruit") == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("« Le pont sera fermé samedi », martèle, dans une vidéo sur sa page, Franck Duval.", ["Franck Duval"]),
        (
            "« Le pont a été fermé », expliquait sur la radio France Inter, Johann, un manifestant.",
            ["Johann", "France Inter"],
        ),
        ("« Le pont a été fermé », a alerté son économiste en chef, l'Américain Luc Obin.", ["Luc Obin"]),
        ("L'avocat conclut « le pont a été fermé mardi par le juge ».", ["avocat"]),
        ("Les enseignants sont d'accord : « Le maire a fermé le pont mardi. »", ["enseignants"]),
        ("Le tribunal de Lyon a jugé l'affaire lundi. Pour lui, le pont a été fermé.", ["tribunal de Lyon"]),
        ("Pour l'imam de Belleroche, le pont a été fermé trop tard.", ["imam de Belleroche"]),
        ("Luc Favre a démenti les propos de la ministre selon qui un pont a été fermé lundi.", ["ministre"]),
        ("Le pont a été fermé par des élèves qui se sont vu, selon eux, interdire la réunion.", ["élèves"]),
        ("Un rapport de 90 pages de l'Unesco détaille le plan, qui aurait fermé un pont.", ["Unesco"]),
    ],
)
def test_where_the_speaker_stands(text: str, speakers: list[str]) -> None:
    assert said(text, "fermé") == speakers


def test_il_behind_an_incise_is_its_speaker() -> None:
    text = (
        "« Le président, Nicolas Sorel, a choisi », déclare le maire Claude Ravel. "
        "Il constate la fermeture de l'école lundi."
    )
    assert said(text, "fermeture") == ["Claude Ravel"]


def test_who_learns_something_does_not_say_it() -> None:
    assert said("Paul Marchand apprend que le pont a été fermé mardi.", "fermé") == []
    assert said("L'AFP apprend que le pont a été fermé mardi.", "fermé") == ["Agence France-Presse"]


@pytest.mark.parametrize(
    ("text", "word", "speakers"),
    [
        ('Anne Favre attend. " Nul n\'a vu les vols commis lundi ", regrette-t-elle.', "vols", ["Anne Favre"]),
        ("« Luc Morin et Anne Favre ont signé un texte lundi », ont-ils rappelé.", "signé", []),
        ("Anne Favre a fui lundi un pays qui est, selon elle, ruiné par un vol.", "fui", []),
        ("Ces inquiétudes expliquent que la loi a été votée lundi.", "votée", []),
        ("Trois jours rappellent que la loi a été votée.", "votée", []),
    ],
)
def test_what_a_speaker_does_not_reach(text: str, word: str, speakers: list[str]) -> None:
    assert said(text, word) == speakers


@pytest.mark.parametrize(
    ("text", "word", "speakers"),
    [
        # an incise parts a subject from its verb
        ("Les violences, indique la préfecture, ont été suivies de pillages lundi.", "pillages", ["préfecture"]),
        ("Selon la mairie, l'armée a renforcé ses actions en déployant des patrouilles.", "déployant", ["mairie"]),
        ("Dans la nuit de lundi, on dénombre 18 voitures incendiées, selon la police.", "incendiées", ["police"]),
        # what is known already is the article's, and so is what goes with it
        (
            "Le domicile du courtier placé mardi en garde à vue dans l'enquête sur un vol a été fouillé lundi, "
            "a-t-on appris de source judiciaire.",
            "enquête",
            [],
        ),
        # a count's own source does not reach further
        ("Le pape a rencontré lundi le roi devant les 20 000 personnes réunies selon la police.", "rencontré", []),
        # words quoted in a sentence
        ("La maire a quitté Vierzon en raison « des coups qu'il avait portés à son frère ».", "portés", ["maire"]),
        (
            "« C'est un record », a souligné la direction. Sur dix projets, six furent « lancés au sommet de lundi ».",
            "sommet",
            ["direction"],
        ),
    ],
)
def test_how_far_a_speaker_reaches(text: str, word: str, speakers: list[str]) -> None:
    assert said(text, word) == speakers


def test_the_same_text_is_its_author_s_whoever_was_quoted_since() -> None:
    text = (
        "Dans un communiqué, l'association Rivage condamne la chasse. « Elle a tué lundi deux cygnes », dit Anne Favre."
        "\n\nSelon le même communiqué, trois chasseurs ont été arrêtés mardi."
    )
    assert said(text, "arrêtés") == ["Rivage"]
    assert said(text, "condamne") == []


@pytest.mark.parametrize(
    ("text", "word", "speakers"),
    [
        # speech that is an act is the speaker's own, and told by the article
        ("« Nous condamnons l'attaque de lundi », a déclaré Anne Rivet.", "condamnons", []),
        ("« Nous condamnons l'attaque de lundi », a déclaré Anne Rivet.", "attaque", ["Anne Rivet"]),
        ("Anne Rivet dit condamner le vol de lundi.", "condamner", []),
        ("Anne Rivet dit avoir condamné le vol de lundi.", "condamné", ["Anne Rivet"]),
        # what a headline is about is said by nobody
        ("Incendie de Nice : deux morts, selon les pompiers", "Incendie", []),
        ("Incendie de Nice : deux morts, selon les pompiers", "morts", ["pompiers"]),
        ("Une vidéo montre un policier qui frappe un manifestant lundi.", "frappe", []),
        ("Selon les informations de RIVE.FR, un pont a été fermé lundi.", "fermé", ["RIVE.FR"]),
        ("Un pont a été fermé lundi, peut-on lire dans le rapport de la gendarmerie.", "fermé", ["gendarmerie"]),
        ("La ministre dit que Luc Roy a fui. Et d'ajouter qu'un pont a été fermé lundi.", "fermé", ["ministre"]),
        ("Le parquet a dit que Luc Roy a été arrêté. Deux complices seraient en fuite.", "fuite", ["parquet"]),
    ],
)
def test_what_somebody_does_by_speaking_is_not_what_he_says(text: str, word: str, speakers: list[str]) -> None:
    assert said(text, word) == speakers


@pytest.mark.parametrize(
    ("text", "word", "speakers"),
    [
        ("Le virus a tué 32 enfants à Bol, alerte l'OMS.", "tué", ["Organisation mondiale de la santé"]),
        ("Le prix du blé a bondi de 12 %, note la Banque centrale.", "bondi", ["Banque centrale"]),
        ("« Un drone a frappé la gare », écrit sur Telegram le maire, Oleg Moroz.", "frappé", ["Oleg Moroz"]),
        (
            "Le porte-parole de l'armée, le colonel Omar Dallé, a fait savoir lundi que deux rebelles ont été tués.",
            "tués",
            ["Omar Dallé"],
        ),
        (
            "Deux hommes ont été interpellés jeudi, a appris Radio Bleu auprès du parquet.",
            "interpellés",
            ["parquet", "Radio Bleu"],
        ),
        # a building speaks for those who sit there
        ("La France enverra deux navires, a indiqué lundi l'Élysée.", "enverra", ["Élysée"]),
        ("Bercy a annoncé la suppression de 90 postes.", "suppression", ["Bercy"]),
        # who is called by his calling in the sentence behind
        ("« Il est mort », dit Me Anne Roy. L'avocate dit qu'un policier a tiré.", "tiré", ["Anne Roy"]),
        ("Il est mort, dit la directrice, Anne Roy. La dirigeante confirme la vente du site.", "vente", ["Anne Roy"]),
        (
            "Human Rights Watch a visité le camp. Selon l'ONG, un soldat a tué deux enfants.",
            "tué",
            ["Human Rights Watch"],
        ),
        (
            "Le rapport de la Cour des comptes pointe la fermeture de 30 écoles.",
            "fermeture",
            ["Cour des comptes"],
        ),
        ("Deux soldats sont morts, rapporte Reuters, citant un officier.", "morts", ["officier", "Reuters"]),
        ("Anne Roy appelle à une grève, citant aussi Luc Morel.", "appelle", []),
        ("L'opposant Alpha Kaba, lui, affirme avoir obtenu 54 % des voix.", "obtenu", ["Alpha Kaba"]),
        ("Pour l'avocat de la famille, « il s'agit d'un meurtre ».", "meurtre", ["avocat de la famille"]),
        ("Selon Luc Roy, le groupe voulait planifier des « attentats contre les mairies ».", "attentats", ["Luc Roy"]),
        (
            "Leur guide a été tué. C'est ce que rapporte la gendarmerie, qui précise que des recherches "
            "ont été lancées.",
            "tué",
            ["gendarmerie"],
        ),
        (
            "Des témoins ont vu des tirs. « Deux jeunes ont été tués lundi », raconte l'un d'eux.",
            "tués",
            [],
        ),
    ],
)
def test_who_is_named_apart_from_the_verb_speaks(text: str, word: str, speakers: list[str]) -> None:
    assert said(text, word) == speakers


@pytest.mark.parametrize(
    "lead",
    [
        "Alors que le maire Luc Morel a démissionné lundi, le préfet Alain Soubise a déclaré :",
        "Interrogé sur le départ du maire Luc Morel, qui a quitté la ville, le préfet Alain Soubise a répondu :",
        "Après avoir rencontré Luc Morel, qui a quitté la ville, le préfet Alain Soubise a été clair :",
        "Luc Morel a crié au complot. Et le préfet Alain Soubise d'ajouter :",
        "Luc Morel a crié au complot. Ce qui pousse le préfet Alain Soubise à écrire :",
    ],
)
def test_before_a_colon_speaks_the_subject_of_the_main_clause(lead: str) -> None:
    assert said(f"{lead} « La ville a licencié douze agents. »", "licencié") == ["Alain Soubise"]


def test_an_infinitive_of_narration_goes_on() -> None:
    text = "Luc Morel a crié au complot. Et de conclure : « La ville a licencié douze agents. »"
    assert said(text, "licencié") == ["Luc Morel"]


def test_an_incise_in_the_middle_of_a_quotation_names_its_speaker() -> None:
    text = (
        "« Je regrette le départ du maire, a dit Luc Morel. » La foule a applaudi. « Je regrette leur défiance. Il est "
        "possible d'avancer, observe Paul Kam, secrétaire de la CGT. La ville a licencié douze agents. Et elle ment. »"
    )
    assert said(text, "licencié") == ["Paul Kam"]


def test_whoever_spoke_last_in_words_of_his_own_goes_on() -> None:
    text = (
        "Selon Luc Morel, la ville a fermé deux écoles. Paul Kam, lui, relativise. "
        "« Nous avons licencié seulement douze agents. »"
    )
    assert said(text, "licencié") == ["Paul Kam"]


def test_whoever_is_quoted_in_a_quotation_does_not_go_on() -> None:
    text = (
        "Paul Kam a dit que la foule criait.\n\n« Luc Morel a dit que la ville mentait. »\n\n"
        "« Nous avons licencié douze agents. »"
    )
    assert said(text, "licencié") == ["Paul Kam"]


def test_a_charge_in_quotation_marks_is_nobodys_word() -> None:
    text = "Luc Morel risque un an de prison pour « financement illégal de campagne électorale »."
    assert said(text, "financement") == []


def test_a_thing_does_not_speak_before_a_colon() -> None:
    text = "Le tournoi est un symbole : « Le patron a licencié douze agents. »"
    assert said(text, "licencié") == []


def test_an_opinion_may_have_an_apposition() -> None:
    text = "Pour Hélène Tissot, directrice de l'hôpital, la fermeture des urgences a provoqué trois décès."
    assert said(text, "décès") == ["Hélène Tissot"]


def test_what_others_reply_is_no_part_of_what_is_said() -> None:
    text = "L'armée affirme avoir repris la ville, ce que démentent les rebelles."
    assert said(text, "repris") == ["armée"]
    assert said(text, "démentent") == []


def test_whoever_calls_it_so_says_so() -> None:
    assert said("L'opposition parle d'un coup d'État.", "coup d'État") == ["opposition"]
    assert said("Le maire a parlé de l'attentat de mardi.", "attentat") == []


def test_a_seat_speaks_for_those_who_sit_there() -> None:
    text = "À l'Élysée, on assure que la France a livré douze missiles à l'Ukraine."
    assert said(text, "livré") == ["Élysée"]
    assert said("Un communiqué de Matignon précise que la ville a fermé deux écoles.", "fermé") == ["Matignon"]


def test_a_place_in_the_name_of_a_body_does_not_speak_for_it() -> None:
    text = "Une erreur, dit l'Office de tourisme de Paris, selon lequel la ville a licencié douze agents."
    assert said(text, "licencié") == ["Office de tourisme de Paris"]


def test_a_name_in_quotation_marks_is_no_quotation() -> None:
    text = (
        "Au lendemain d'une journée de heurts, des femmes « gilets noirs » ont repris dimanche le flambeau d'une "
        "contestation qui s'enracine."
    )
    assert said(text, "heurts") == []


def test_somebody_in_a_ministry_speaks_for_it() -> None:
    text = "Le port a été racheté lundi, assure-t-on au ministère des Transports."
    assert said(text, "racheté") == ["ministère des Transports"]


def test_a_telephone_passes_nothing_on() -> None:
    text = "Joint par téléphone, un habitant, Moussa Ba, raconte : « La milice a tué mon frère. »"
    assert said(text, "tué") == ["Moussa Ba"]


def test_nobody_announces_his_own_death() -> None:
    assert said("La famille du chanteur a annoncé sa mort lundi.", "mort") != []
    assert said("Le directeur a annoncé sa démission lundi.", "démission") == []


@pytest.mark.parametrize("what", ["l'avancement des travaux", "l'issue du débat", "le rythme des ventes"])
def test_what_something_hangs_on_says_nothing(what: str) -> None:
    assert said(f"Selon {what}, la ville a licencié douze agents lundi.", "licencié") == []


@pytest.mark.parametrize("text", ["les conclusions", "une synthèse", "le télégramme"])
def test_a_text_speaks_for_its_owner(text: str) -> None:
    assert said(f"Selon {text} du parquet de Lyon, la ville a licencié douze agents.", "licencié") == [
        "parquet de Lyon"
    ]


def test_an_incise_goes_on_with_whose_opinion_its_sentence_tells() -> None:
    text = (
        "« Soyons forts ! » a dit la ministre Alba Vannier. Pour Philippe Guibert, ancien directeur du port, "
        "« la ville a licencié douze agents », écrit-il."
    )
    assert said(text, "licencié") == ["Philippe Guibert"]


def test_no_state_says_i() -> None:
    text = (
        "L'Ukraine a dit que la France mentait. La foule criait. « Je suis écœuré. La ville a licencié douze agents. »"
    )
    assert said(text, "licencié") == []


def test_the_pronoun_behind_a_quotation_means_whoever_led_to_it() -> None:
    text = (
        "Anne Roche a porté plainte mardi. Elle dit avoir été menacée. La journaliste Judith Maurel, qui a écrit un "
        "livre sur elle, va dans son sens : « J'ai vu que la ville a licencié douze agents », a-t-elle déclaré."
    )
    assert said(text, "licencié") == ["Judith Maurel"]
