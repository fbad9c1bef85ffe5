"""Plain text: what its lines are, and what it says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from recoupe.errors import UnreadableDocument
from recoupe.model import Article, BlockKind, PublishedBasis, When
from recoupe.parsers import Document, Given, built_in, read

SEEDS = Path(__file__).parents[3] / "seeds"


def article(text: str, given: Given | None = None) -> Article:
    return read(Document(location="a.txt", data=text.encode(), given=given), registry=built_in())


def kinds(read_article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, read_article.quote(block).text) for block in read_article.blocks]


def seed(number: int) -> Article:
    return read(next(SEEDS.glob(f"00{number}_*.txt")), registry=built_in())


def test_the_text_of_a_file_is_unchanged() -> None:
    for path in SEEDS.glob("*.txt"):
        assert read(path, registry=built_in()).text == path.read_text(encoding="utf-8")


def test_key_points_report_and_their_heading_does_not() -> None:
    found = kinds(seed(1))
    assert found[0] == ("navigation", "Principaux renseignements")
    assert [kind for kind, _ in found[1:4]] == ["key point"] * 3
    assert found[1][1].startswith("La Corée du Nord s’est engagée")


def test_header_caption_and_agency_of_a_delivery() -> None:
    delivery = seed(2)
    found = kinds(delivery)
    assert found[0] == ("metadata", "date 2025-06")
    assert [kind for kind, _ in found[1:4]] == ["lead", "caption", "credit"]
    assert found[2][1].endswith("Photo: keystone-sda.ch")
    assert delivery.source.agencies == ("AFP",)
    assert delivery.source.published == When.from_edtf("2025-06")
    assert delivery.source.published_basis is PublishedBasis.STATED
    assert delivery.source.published_evidence == "date 2025-06"


def test_headings_without_punctuation_and_navigation() -> None:
    found = kinds(seed(4))
    assert found[0] == ("navigation", "Sommaire")
    headings = [text for kind, text in found if kind == "heading"]
    assert headings[0] == "Appel à renforcer les échanges bilatéraux"
    assert len(headings) == 4
    assert any("*« promouvoir" in text for kind, text in found if kind == "paragraph")


def test_an_agency_in_the_first_sentence_is_no_dateline() -> None:
    assert all(kind != "dateline" for kind, _ in kinds(seed(0)))
    assert seed(0).source.agencies == ()


@pytest.mark.parametrize(
    ("line", "dateline", "agencies"),
    [
        ("PARIS, 17 juin (AFP) - Le gouvernement a annoncé un plan.", "PARIS, 17 juin (AFP) -", ("AFP",)),
        ("PARIS, 3 mars (Reuters) — Le gouvernement a annoncé un plan.", "PARIS, 3 mars (Reuters) —", ("Reuters",)),
        ("PARIS (Reuters) - Le gouvernement a annoncé un plan.", "PARIS (Reuters) -", ("Reuters",)),
        (
            "CHERBOURG (Manche), 18 septembre (AFP) - La police est venue.",
            "CHERBOURG (Manche), 18 septembre (AFP) -",
            ("AFP",),
        ),
        ("(Ottawa) Le premier ministre a démissionné.", "(Ottawa)", ()),
        ("OTTAWA — Le premier ministre a démissionné.", "OTTAWA —", ()),
        ("(Belga) Un train a déraillé lundi.", "(Belga)", ("Belga",)),
        ("Dakar, 12 mai (APS) – Le Sénégal a signé un accord.", "Dakar, 12 mai (APS) –", ("APS",)),
        ("Bruxelles, le 3 mars 2024 – La Commission a signé un accord.", "Bruxelles, le 3 mars 2024 –", ()),
    ],
)
def test_datelines(line: str, dateline: str, agencies: tuple[str, ...]) -> None:
    found = article(f"Un titre sans point\n{line}\nUne seconde phrase suit.")
    assert ("dateline", dateline) in kinds(found)
    assert found.source.agencies == agencies


@pytest.mark.parametrize(
    "line",
    [
        "Le parti (LR) a voté contre le texte.",
        "L'agence officielle (KCNA) a démenti mercredi.",
        "Emmanuel Macron a reçu mardi (le 17 juin) son homologue - une première.",
        "TF1 a annoncé la fin de l'émission.",
    ],
)
def test_sentences_that_are_no_datelines(line: str) -> None:
    assert "dateline" not in {kind for kind, _ in kinds(article(f"Un titre sans point\n{line}\nUne phrase."))}


@pytest.mark.parametrize(
    ("line", "author", "agencies"),
    [
        ("Par Jeanne Martin", "Jeanne Martin", ()),
        ("Par Jeanne Martin, avec AFP", "Jeanne Martin", ("AFP",)),
        ("Jeanne Martin (avec Reuters)", "Jeanne Martin", ("Reuters",)),
        ("Le Monde avec AFP", "Le Monde", ("AFP",)),
        ("AFP Agence France-Presse", None, ("AFP",)),
        ("Avec AFP et Reuters", None, ("AFP", "Reuters")),
        ("Belga", None, ("Belga",)),
    ],
)
def test_bylines(line: str, author: str | None, agencies: tuple[str, ...]) -> None:
    found = article(f"Un titre sans point\n{line}\nLe gouvernement a annoncé mardi un plan.\nUne seconde phrase suit.")
    assert (found.source.author, found.source.agencies) == (author, agencies)
    assert line in {text for kind, text in kinds(found) if kind in ("byline", "credit")}


def test_an_agency_that_signs_the_last_paragraph() -> None:
    found = article("Un titre\nLe gouvernement a annoncé mardi un plan. (avec AFP)")
    assert kinds(found)[-1] == ("credit", "(avec AFP)")
    assert found.source.agencies == ("AFP",)


@pytest.mark.parametrize(
    "line",
    [
        "Le pont détruit par les eaux. Photo: keystone-sda.ch",
        "Le président à son arrivée. © AFP",
        "Le président à son arrivée mardi. (Photo : Jean Dupont/Reuters)",
        "Légende : le pont détruit par les eaux.",
        "Crédit photo : Jean Dupont",
    ],
)
def test_captions_do_not_report(line: str) -> None:
    found = article(f"Un titre\nLe gouvernement a annoncé mardi un plan.\n{line}\nUne seconde phrase suit.")
    assert ("caption", line) in kinds(found)
    assert found.source.agencies == ()


def test_read_also_leads_elsewhere() -> None:
    found = article("Un titre\nUn accord est signé.\nLire aussi : Les tensions montent\nUne phrase suit.")
    assert kinds(found)[2] == ("related", "Lire aussi : Les tensions montent")


def test_notices_are_kept() -> None:
    found = article(
        "Un titre\nUn accord est signé.\nIl vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés."
    )
    assert found.source.notices == {"paywall"}


@pytest.mark.parametrize(
    ("line", "day", "clock", "updated"),
    [
        ("Publié le 16 avril 2019 à 14h05, mis à jour à 15h10", "2019-04-16", "14:05", "2019-04-16"),
        ("Publié le 30 août 2023 à 14h52, modifié le 31 août 2023 à 15h54", "2023-08-30", "14:52", "2023-08-31"),
        ("Mis à jour le 1er mars 2024", None, None, "2024-03-01"),
        ("Le 2 mai 2024 à 9h", "2024-05-02", "09:00", None),
        ("Publié le 03/02/2024", "2024-02-03", None, None),
        ("mardi 16 avril 2019", "2019-04-16", None, None),
    ],
)
def test_printed_dates(line: str, day: str | None, clock: str | None, updated: str | None) -> None:
    source = article(f"Un titre\n{line}\nUn accord est signé.\nUne phrase suit.").source
    assert (source.published.edtf if source.published else None) == day
    assert (source.published.at.isoformat()[:5] if source.published and source.published.at else None) == clock
    assert (source.updated.edtf if source.updated else None) == updated
    if day:
        assert source.published_evidence == line


@pytest.mark.parametrize(
    "line", ["Publié mardi à 14h05", "Publié le 16 avril", "Le 17 juin 2025, il a signé un accord."]
)
def test_no_date_is_made_up(line: str) -> None:
    source = article(f"Un titre\n{line}\nUn accord est signé.\nUne phrase suit.").source
    assert source.published is None
    assert source.published_basis is PublishedBasis.UNKNOWN


def test_lines_broken_at_a_fixed_width_are_one_paragraph() -> None:
    text = (
        "Le gouvernement a annoncé mardi un plan de soutien aux entreprises qui exportent\n"
        "vers les pays voisins, dont le montant n'a pas été précisé par le ministre\n"
        "de l'Économie à l'issue du conseil.\n\n"
        "Les syndicats demandent des garanties pour les salariés, qui ont manifesté lundi\n"
        "dans plusieurs villes du pays contre les suppressions de postes annoncées par\n"
        "la direction.\n"
    )
    found = article(text)
    assert [block.kind for block in found.blocks] == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]
    assert found.quote(found.blocks[0]).text.endswith("à l'issue du conseil.")


def test_what_is_given_fills_what_is_not_stated() -> None:
    given = Given(outlet="La Gazette", published=When.from_edtf("2025-06-18"), evidence="sources.csv, line 2")
    source = article("Un accord est signé.", given).source
    assert (source.outlet, source.published_basis) == ("La Gazette", PublishedBasis.GIVEN)
    assert source.published_evidence == "sources.csv, line 2"


def test_a_given_day_inside_a_stated_month_is_taken() -> None:
    given = Given(published=When.from_edtf("2025-06-17"))
    source = article("date 2025-06 Un accord est signé.", given).source
    assert source.published == When.from_edtf("2025-06-17")
    assert source.published_basis is PublishedBasis.GIVEN


def test_a_contradiction_keeps_what_is_stated_and_warns() -> None:
    given = Given(published=When.from_edtf("2024-01-01"))
    with pytest.warns(UserWarning, match="states 2025-06"):
        source = article("date 2025-06 Un accord est signé.", given).source
    assert source.published_basis is PublishedBasis.STATED


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le ministre a annoncé que les travaux seraient repris dans la région, selon un communiqué.", "fr"),
        ("The minister said that the works would be resumed in the region, according to a statement.", "en"),
        ("Ouagadougou 2025", None),
    ],
)
def test_language_by_function_words(text: str, language: str | None) -> None:
    assert article(text).source.language == language


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1", "mac_roman", "cp850"]
)
def test_encodings_without_a_declaration(encoding: str) -> None:
    text = "L'été dernier, la préfète a été reçue à l'Élysée après l'incident où un élève a été blessé."
    found = read(Document(location="a.txt", data=text.encode(encoding)), registry=built_in())
    assert found.text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "binary"),
        (bytes(range(256)) * 4, "binary"),
        (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "binary"),
        (b"a" * 1_000_001, "characters"),
        (b"a\n" * 30_000, "lines"),
    ],
)
def test_what_is_no_article_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason):
        read(Document(location="a.txt", data=data), registry=built_in())


@pytest.mark.parametrize(
    "header",
    [
        '---\ntitle: "Un accord est signé"\ndate: 2025-06-17\nauthor: Jeanne Martin avec AFP\ntags: a, b\n---\n\n',
        "Titre : Un accord est signé\nDate : 17 juin 2025\nAuteur : Jeanne Martin avec AFP\n\n",
    ],
)
def test_a_header_of_named_lines(header: str) -> None:
    found = article(f"{header}Un accord a été signé mardi à Lyon.")
    source = found.source
    assert (source.title, source.author, source.agencies) == ("Un accord est signé", "Jeanne Martin", ("AFP",))
    assert source.published == When.from_edtf("2025-06-17")
    assert found.quote(found.blocks[-1]).text == "Un accord a été signé mardi à Lyon."
    assert {kind for kind, text in kinds(found) if "Jeanne" in text} == {"metadata"}


@pytest.mark.parametrize(
    "text", ["Lyon : un accord\nUn accord est signé.", "Attention : danger\nParis : calme\nUne phrase."]
)
def test_lines_with_a_colon_are_no_header(text: str) -> None:
    assert "metadata" not in {kind for kind, _ in kinds(article(text))}


def test_a_section_above_the_headline_is_not_the_title() -> None:
    found = article("MONDE\nUn accord est signé à Lyon\nUn accord a été signé mardi.")
    assert found.source.title == "Un accord est signé à Lyon"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Temps de lecture : 3 min", "navigation"),
        ("PUBLICITÉ", "navigation"),
        ("— La Gazette (@gazette) June 17, 2025", "metadata"),
        ("Tous droits réservés.", "metadata"),
        ("Que sait-on de cette visite ?", "heading"),
        ("DÉCRYPTAGE - Un accord a été signé mardi à Lyon.", "metadata"),
    ],
)
def test_lines_of_pages_in_text_files(line: str, kind: str) -> None:
    found = article(f"Un titre\nUn accord a été signé mardi.\n{line}\nUne phrase suit.")
    assert kind in {k for k, text in kinds(found) if text in line and text != "Un accord a été signé mardi."}
    assert found.source.published is None


@pytest.mark.parametrize(
    ("title", "live"),
    [
        ("EN DIRECT. Guerre en Ukraine : un accord est signé", True),
        ("Direct : le procès s'ouvre", True),
        ("Un vol direct pour Lyon - un record", False),
    ],
)
def test_a_live_blog_is_marked_by_its_title(title: str, live: bool) -> None:
    assert ("live" in article(f"{title}\nUn accord a été signé mardi.\nUne phrase suit.").source.notices) is live


def test_agencies_that_sign_in_small_letters() -> None:
    assert article("Un titre\nUn accord a été signé mardi.\n(ats/afp)").source.agencies == ("Keystone-ATS", "AFP")


def test_a_table_of_contents_is_navigation_and_its_headings_stay() -> None:
    text = "Un titre\nSommaire\nUne visite\nUn accord\nUne phrase ouvre le texte.\nUne visite\nUne phrase.\nUn accord\nUne autre phrase."
    found = kinds(article(text))
    assert [kind for kind, text in found if text in ("Sommaire", "Une visite", "Un accord")] == [
        *("navigation", "navigation", "navigation"),
        *("heading", "heading"),
    ]


def test_sections_and_titles_of_other_articles_above_the_headline() -> None:
    others = "\n-\n".join(f"Une autre nouvelle du jour numéro {n}" for n in range(6))
    for above in ("Monde\nAfrique", "MONDE\nPartager", f"-\n{others}"):
        found = article(f"{above}\nUn accord est signé à Lyon\nUn accord a été signé mardi.\nUne phrase suit.")
        assert found.source.title == "Un accord est signé à Lyon"
        reports = [text for kind, text in kinds(found) if kind in ("heading", "paragraph", "headline")]
        assert reports == ["Un accord est signé à Lyon", "Un accord a été signé mardi.", "Une phrase suit."]


def test_a_headline_with_key_points_keeps_its_place() -> None:
    points = "\n".join(f"Le point numéro {n} de cet accord" for n in range(6))
    found = article(
        f"Un accord est signé à Lyon\nL'essentiel\n{points}\nUn accord a été signé mardi.\nUne phrase suit."
    )
    assert found.source.title == "Un accord est signé à Lyon"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (">> Trois accords signés à Dijon", "related"),
        ("Photo : AFP/Jeanne Martin", "caption"),
        ("Jeanne Martin/LE COURRIER DE LYON", "caption"),
        ("La salle du conseil, à Lyon, mardi. (photo Reuters)", "caption"),
        ("Ne manquez pas notre émission, tous les jours à 14 h :", "navigation"),
        ("Inscrivez-vous à notre lettre d'information.", "navigation"),
        ("Un titre qui revient", "metadata"),
        ("06.08.2025, 18:1706.08.2025, 18:17", "metadata"),
        ("Suivez @gazette et #accord pic.example/x", "paragraph"),
        ("(Reportage Jeanne Martin, version française Luc Dubois, édité par Anne Petit)", "byline"),
        ("LYON (Reuters) -", "dateline"),
        ("La salle du conseil, à Lyon. — J. Martin / La Gazette", "caption"),
        ("La salle du conseil, à Lyon. [Keystone - Jeanne Martin]", "caption"),
        ("Accueil | Monde | Un accord est signé à Lyon", "navigation"),
        ("A voir aussi: Dijon - un autre accord est signé", "related"),
        ("Cet article vous a plu ? Soutenez-nous.", "navigation"),
        ("t.example.org/gazette", "navigation"),
        ("Pour lire la suite de cet article", "metadata"),
        ("7 décembre 2021 14:16 Mis à jour: 9 décembre 2021 14:18", "metadata"),
        ("Gazette.example, publié le mardi 7 décembre 2021 à 08h30", "metadata"),
        ("• ", ""),
    ],
)
def test_lines_that_were_copied_with_a_page(line: str, kind: str) -> None:
    found = article(f"Un titre qui revient\nUn accord a été signé mardi à Lyon.\n{line}\nUne phrase suit.")
    assert [k for k, text in kinds(found)[2:-1]] == ([kind] if kind else [])
    assert found.source.author in (None, "Jeanne Martin")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("SK/AKS", "SK/AKS"),
        ("M.Pa", "M.Pa"),
        ("LA TENDANCE", None),
        ("Publié : 19 septembre 2017 à 4h11 par Jeanne de MARTIN", "Jeanne de MARTIN"),
        ("Le 3 mars 2021, un accord a été signé par Jeanne Martin.", None),
    ],
)
def test_initials_sections_and_names_after_a_date(line: str, author: str | None) -> None:
    assert article(f"Un titre du jour\n{line}\nUn accord a été signé mardi.\nUne phrase suit.").source.author == author


def test_a_caption_is_no_credit_of_the_text() -> None:
    found = article("Un titre\nUn accord a été signé.\nPhoto : AFP/VNA\nUne phrase suit.\nLQ/Reuters")
    assert (found.source.author, found.source.agencies) == ("LQ", ("Reuters",))


def test_a_credit_glued_before_a_paragraph_does_not_take_it_along() -> None:
    found = article("Un titre\n©AFP/Archives La cour a rendu lundi sa décision.\n© 2024 AFP. Tous droits réservés.")
    assert ("paragraph", "La cour a rendu lundi sa décision.") in kinds(found)
    assert not any("droits" in text for kind, text in kinds(found) if kind == "paragraph")


def test_what_a_picture_says_twice_is_its_caption() -> None:
    caption = "Le conseil municipal de Lyon réuni mardi."
    found = article(f"Un titre\n{caption}\n{caption}Image: AFP\nUn accord a été signé.\nUne phrase suit.")
    assert [kind for kind, _ in kinds(found)] == ["headline", "caption", "caption", "paragraph", "paragraph"]


def test_the_first_publication_that_an_agency_states() -> None:
    words = "Ce rapport de La Presse Canadienne a été publié pour la première fois le 5 juin 2023."
    source = article(f"Un titre\nOTTAWA — Un accord a été signé lundi.\n{words}").source
    assert (source.published, source.agencies) == (When.from_edtf("2023-06-05"), ("La Presse Canadienne",))


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Ouagadougou - Le gouvernement a signé un accord mardi.", "Ouagadougou -"),
        ("conflit social•En pleines vacances, un accord a été signé mardi.", "conflit social•"),
    ],
)
def test_what_stands_before_the_first_words(text: str, before: str) -> None:
    assert kinds(article(f"{text}\nUne phrase suit."))[0] == ("dateline", before)
    assert kinds(article(f"Une phrase ouvre.\n{text}"))[-1] == ("paragraph", text)


def test_the_first_line_after_a_month_is_the_headline_when_it_is_no_sentence() -> None:
    assert article(" date 2025-06 Un accord est signé à Lyon\n\nUn accord a été signé mardi.").source.title is not None
    assert article(" date 2025-06 Un accord a été signé mardi.\n\nUne phrase suit.").source.title is None
