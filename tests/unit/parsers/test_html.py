"""HTML pages: what they state, where they state it, and what they are when they are no article."""

from __future__ import annotations

import json

import ftfy
import pytest

from recoupe.errors import UnreadableDocument
from recoupe.model import Article, PublishedBasis
from recoupe.parsers import Document, Given, built_in, read
from recoupe.parsers.decoding import repaired

BODY = """<p>Le conseil municipal de Villebrune a adopté mardi soir, par 21 voix contre 14, la fermeture de l'usine.</p>
<p>Le maire, Antoine Lescure, a promis que les 48 salariés du site seraient reclassés avant la fin de l'année.</p>
<h2>Deux mois pour se prononcer</h2>
<p>La décision doit encore être validée par la préfecture, qui dispose de deux mois pour se prononcer.</p>"""


def page(head: str = "", before: str = "", body: str = BODY, lang: str = ' lang="fr"') -> bytes:
    return f"""<!doctype html><html{lang}><head><meta charset="utf-8"><title>L'usine ferme - La Gazette</title>{head}</head>
<body><nav><a href="/">Accueil</a></nav><main><article><h1>L'usine ferme</h1>{before}{body}</article></main>
<footer>Mentions légales</footer></body></html>""".encode()


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def article(data: bytes, given: Given | None = None) -> Article:
    return read(Document(location="page.html", data=data, given=given), registry=built_in())


def test_text_and_blocks() -> None:
    found = article(page())
    assert [(b.kind.value, found.quote(b).text[:12]) for b in found.blocks] == [
        ("headline", "L'usine ferm"),
        ("paragraph", "Le conseil m"),
        ("paragraph", "Le maire, An"),
        ("heading", "Deux mois po"),
        ("paragraph", "La décision "),
    ]
    assert "Accueil" not in found.text
    assert "Mentions" not in found.text


def test_a_page_read_six_times_gives_six_equal_articles() -> None:
    assert len({article(page()) for _ in range(6)}) == 1


@pytest.mark.parametrize(
    ("head", "before", "day", "moment", "place"),
    [
        (linked(datePublished="2019-04-16T14:05:00+02:00"), "", "2019-04-16", "2019-04-16T14:05:00+02:00", "JSON-LD NewsArticle.datePublished"),
        (linked(datePublished="2019-04-16T14:05:00Z"), "", "2019-04-16", "2019-04-16T14:05:00+00:00", "JSON-LD"),
        (linked(datePublished="2019-04-16"), "", "2019-04-16", None, "JSON-LD"),
        ('<meta property="article:published_time" content="2019-04-16 14:05:00 +02:00">', "", "2019-04-16", "2019-04-16T14:05:00+02:00", "meta article:published_time"),
        ('<meta name="date" content="Tue, 16 Apr 2019 14:05:00 +0200">', "", "2019-04-16", "2019-04-16T14:05:00+02:00", "meta date"),
        ('<meta itemprop="datePublished" content="2019-04-16T14:05:00">', "", "2019-04-16", None, "meta datePublished"),
        ("", '<time datetime="2019-04-16T14:05:00+0200">mardi</time>', "2019-04-16", "2019-04-16T14:05:00+02:00", "time datetime"),
        ("", '<span itemprop="datePublished" content="2019-04-16T14:05+02:00">x</span>', "2019-04-16", "2019-04-16T14:05:00+02:00", "itemprop"),
        ("", "<p class='d'>Publié le 16 avril 2019 à 14h05, mis à jour à 15h10</p>", "2019-04-16", None, "printed"),
    ],
)  # fmt: skip
def test_dates_with_their_zone_and_place(head: str, before: str, day: str, moment: str | None, place: str) -> None:
    source = article(page(head, before)).source
    assert source.published is not None
    assert (source.published.edtf, source.published_at) == (day, moment)
    assert source.published_basis is PublishedBasis.STATED
    assert source.published_evidence is not None
    assert source.published_evidence.startswith(place)


def test_an_update_in_a_printed_line() -> None:
    source = article(page(before="<p>Publié le 16 avril 2019 à 14h05, mis à jour à 15h10</p>")).source
    assert source.updated is not None
    assert str(source.updated) == "2019-04-16 15:10"


@pytest.mark.parametrize(
    "before",
    [
        "",
        "<p>Publié mardi à 14h05</p>",
        "<aside><time datetime='2024-01-01'>1er janvier</time> un autre article</aside>",
        "<ul class='related'><li>Publié le 3 mars 2021 : un autre article</li></ul>",
        "<p>Le 3 mars 2021, le conseil avait déjà voté.</p>",
    ],
)
def test_a_page_that_states_no_date_has_none(before: str) -> None:
    source = article(page(before=before)).source
    assert source.published is None
    assert source.published_at is None
    assert source.published_basis is PublishedBasis.UNKNOWN


@pytest.mark.parametrize(
    ("names", "author", "agencies"),
    [
        (["AFP"], None, ("AFP",)),
        (["Le Monde avec AFP"], "Le Monde", ("AFP",)),
        (["Jeanne Martin", "Reuters"], "Jeanne Martin", ("Reuters",)),
        (["Jeanne Martin", "Luc Dubois"], "Jeanne Martin, Luc Dubois", ()),
        (["Jeanne Martin avec agences"], "Jeanne Martin", ()),
    ],
)
def test_agencies_are_told_apart_from_authors(names: list[str], author: str | None, agencies: tuple[str, ...]) -> None:
    people = [{"@type": "Person", "name": name} for name in names]
    source = article(page(linked(author=people))).source
    assert (source.author, source.agencies) == (author, agencies)


def test_what_the_page_declares_of_itself() -> None:
    head = (
        linked(publisher={"name": "La Gazette"}, inLanguage="fr-FR")
        + '<link rel="canonical" href="https://gazette.example/a">'
    )
    source = article(page(head)).source
    assert (source.outlet, source.url, source.language) == ("La Gazette", "https://gazette.example/a", "fr")
    assert source.title == "L'usine ferme"


def test_a_live_blog_and_a_correction_are_marked() -> None:
    head = '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "En direct"}</script>'
    correction = "<p>Correction : cet article a été modifié, le vote a eu lieu mardi.</p>"
    assert "live" in article(page(head)).source.notices
    assert "correction" in article(page(body=BODY + correction)).source.notices


def test_soft_hyphens_go_and_no_break_spaces_stay() -> None:
    found = article(
        page(body=BODY.replace("municipal", "muni\u00adci\u00adpal").replace("48 salariés", "1\u202f048 salariés"))
    )
    assert "municipal" in found.text
    assert "\u00ad" not in found.text


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "latin-1", "utf-16"])
def test_declared_and_wrongly_declared_encodings(encoding: str) -> None:
    text = page().decode().replace('charset="utf-8"', f'charset="{encoding}"')
    assert "par 21 voix contre 14" in article(text.encode(encoding)).text
    assert "réserve" not in article(text.encode(encoding)).text
    wrong = page().decode().replace('charset="utf-8"', 'charset="iso-8859-1"')
    assert "adopté" in article(wrong.encode("utf-8")).text


@pytest.mark.parametrize(
    "text",
    [
        "démineurs à l'œuvre, « très » étonnés…",
        "L’été dernier, l’Élysée a reçu des élèves – 1 000 €.",
        "plain ASCII",
        "«été»… À»",
    ],
)
def test_text_that_was_encoded_twice_is_put_right(text: str) -> None:
    broken = "".join(bytes([b]).decode("cp1252") if b not in b"\x81\x8d\x8f\x90\x9d" else chr(b) for b in text.encode())
    assert repaired(broken) == text == ftfy.fix_encoding(broken)
    assert repaired(text) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html></html>", "no text"),
        (b"<html><body></body></html>", "no text"),
        (page(body="<p></p>"), "no text"),
        (b"<html><body><div><p>Nous utilisons des cookies et d'autres traceurs.</p><button>Tout accepter</button></div></body></html>", "cookie wall"),
        (page(body="<p>Avec votre accord, nos partenaires et nous utilisons des cookies ou technologies similaires pour stocker et consulter des informations personnelles comme votre visite sur ce site.</p>" * 3 + "<p>Vous pouvez retirer votre accord à tout moment, ou vous opposer aux traitements fondés sur l'intérêt légitime en cliquant sur En savoir plus.</p>"), "cookie wall"),
        (b"<html><body><p>Please enable JS and disable any ad blocker</p></body></html>", "check or an error"),
        (page(body="<div class='paywall'>La suite est réservée aux abonnés</div>").replace(b"<p>", b"<div>"), "paywall"),
    ],
)  # fmt: skip
def test_what_is_no_article_says_which_it_is(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason):
        article(data)


def test_a_paywall_after_the_first_paragraphs_is_a_notice() -> None:
    found = article(page(linked(isAccessibleForFree=False), body=BODY + "<p>La suite est réservée aux abonnés.</p>"))
    assert found.source.notices == {"paywall"}
    assert "par 21 voix" in found.text


def test_the_same_page_with_another_text_is_another_source() -> None:
    one, other = article(page()), article(page(body=BODY.replace("21 voix", "22 voix")))
    assert one.source.location == other.source.location
    assert one.source.id != other.source.id


def test_an_article_about_cookies_is_no_wall() -> None:
    body = "<p>La Cnil a infligé mardi une amende de 40 millions d'euros au groupe Dumont, qui déposait des cookies sans le consentement des internautes.</p>"
    found = article(
        page(
            body=body
            + "<p>Les traceurs étaient déposés dès l'arrivée sur le site, a constaté l'autorité, saisie par une association.</p>"
        )
    )
    assert "amende" in found.text


HEADED = page().decode().replace("<h1>L'usine ferme</h1>", "HEAD")


@pytest.mark.parametrize(
    ("printed", "declared", "title"),
    [
        ("<h1>L'usine ferme</h1>", {}, "L'usine ferme"),
        ("<h1>L'usine de papier ferme</h1>", {"headline": "L'usine de papier ferme ses portes"}, "L'usine de papier ferme"),
        ("<h1><span class='kicker'>Villebrune</span>L'usine de papier ferme</h1>", {"headline": "L'usine de papier ferme"}, "L'usine de papier ferme"),
        ("<h1><span>Villebrune</span><span>L'usine de papier ferme</span></h1>", {"headline": "Villebrune : L'usine de papier ferme"}, "Villebrune : L'usine de papier ferme"),
        ("<h1><span>Villebrune</span><span>L'usine de papier ferme</span></h1>", {"headline": "L'usine de papier ferme"}, "L'usine de papier ferme"),
        ("<ul class='breadcrumb'><li><h1>Papier : tout sur la fermeture</h1></li></ul><h2><span>L'usine de papier ferme</span></h2>", {"headline": "L'usine de papier ferme", "alternativeHeadline": "Papier"}, "L'usine de papier ferme"),
        ("<h1>Après des mois de lutte, l'usine de papier va fermer</h1>", {"headline": "Usine de papier : pourquoi la fermeture est décidée"}, "Après des mois de lutte, l'usine de papier va fermer"),
        ("<h1>Économie</h1>", {"headline": "L'usine de papier ferme"}, "L'usine de papier ferme"),
        ("<h1>Guerre en Ukraine</h1>", {"headline": "Guerre en Ukraine : l'usine de papier de Villebrune ferme"}, "Guerre en Ukraine : l'usine de papier de Villebrune ferme"),
        ("<h2>L'usine de papier ferme</h2>", {"headline": "L'usine de papier ferme | Radio du Val"}, "L'usine de papier ferme"),
        ("<h1>La Gazette</h1>", {"headline": "L'usine ferme - La Gazette", "publisher": {"name": "La Gazette"}}, "L'usine ferme"),
    ],
)  # fmt: skip
def test_the_printed_headline_is_the_title(printed: str, declared: dict[str, object], title: str) -> None:
    data = HEADED.replace("HEAD", printed).replace("</head>", linked(**declared) + "</head>")
    assert article(data.encode()).source.title == title


@pytest.mark.parametrize(
    ("head", "before", "author"),
    [
        (linked(author={"@type": "Person", "givenName": "Jeanne", "familyName": "Martin"}), "", "Jeanne Martin"),
        (linked(author={"@id": "#jm"}) + '<script type="application/ld+json">{"@id": "#jm", "name": "Jeanne Martin"}</script>', "", "Jeanne Martin"),
        (linked(author="Jeanne Martin (jma)"), "", "Jeanne Martin"),
        (linked(author="Jeanne Martin, correspondante à Rome"), "", "Jeanne Martin"),
        (linked(author="La Gazette", publisher={"name": "La Gazette"}), "<p class='byline'>Par <a rel='author'>Jeanne Martin</a></p>", "Jeanne Martin"),
        (linked(author="La Gazette", publisher={"name": "La Gazette"}), "", "La Gazette"),
        ("", "<ul><li><a class='author'>Jeanne Martin</a></li><li><a class='author'>Luc Dubois</a></li></ul>", "Jeanne Martin, Luc Dubois"),
        ("", "<div class='author-links'>Twitter Facebook</div><span class='vcard author'>Jeanne Martin</span>", "Jeanne Martin"),
        ('<meta name="author" content="Jeanne Martin"><meta name="parsely-author" content="jeanne-martin">', "", "Jeanne Martin"),
        ("", "<p class='author'>Photo : Luc Dubois/Reuters</p>", None),
        ("", "<div>Par <strong>Jeanne Martin</strong></div>", "Jeanne Martin"),
        ("", "<p>Article rédigé par Jeanne Martin</p>", "Jeanne Martin"),
        ("", "<p>Par crainte d'une fuite, les pompiers ont évacué le quartier</p>", None),
        ("", "<div class='authors'><span>Auteur:</span> <a href='/jm'>Jeanne Martin</a></div>", "Jeanne Martin"),
        ("", "<span class='author vcard'>jmartin</span>", "jmartin"),
        ("", "<span class='author vcard'>admin</span>", None),
        (linked(author="Recueilli par Jeanne Martin"), "", "Jeanne Martin"),
        (linked(author="Jeanne Martin, correspondante à Madrid (Espagne)"), "", "Jeanne Martin"),
        (linked(author="Jeanne Martin C."), "", "Jeanne Martin C."),
    ],
)  # fmt: skip
def test_authors_wherever_a_page_names_them(head: str, before: str, author: str | None) -> None:
    source = article(page(head, before)).source
    assert (source.author, source.agencies) == (author, ())


def test_a_standfirst_is_text_and_no_script() -> None:
    banner = "<div class='leaderboard'><script>window.adverts.push({pos: 'banner', size: [728, 90]});</script></div>"
    words = "Le conseil municipal a tranché mardi soir après un débat de quatre heures."
    found = article(page(before=f"{banner}<p class='article__chapo'>{words}</p>"))
    assert "adverts" not in found.text
    assert [found.quote(b).text for b in found.blocks if b.kind.value == "lead"] == [words]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Publié le 2022-04-26 | gazette.example", "2022-04-26"),
        ("jeudi 13 juin 2019, par Jeanne Martin", "2019-06-13"),
        ("Accueil | Par Jeanne Martin | 30 septembre 2018", "2018-09-30"),
        ("Publié le 02/11/23 à 16h33", "2023-11-02"),
        ("Publié le 02/11/98", "1998-11-02"),
        ("March 3, 2024", "2024-03-03"),
        ("Date 23.05.2011", "2011-05-23"),
        ("Voté par l'Assemblée le 3 mars 2024", None),
        ("Photo prise par Luc Dubois le 3 mai 2020", None),
    ],
)
def test_printed_dates(line: str, day: str | None) -> None:
    published = article(page(before=f"<div>{line}</div>")).source.published
    assert (published.edtf if published else None) == day


@pytest.mark.parametrize(
    "mark",
    [
        '<footer><time class="entry-date published updated" datetime="2024-03-03T10:00:00+01:00">3 mars</time></footer>',
        '<abbr class="published" title="2024-03-03T10:00:00+01:00">3 mars</abbr>',
    ],
)
def test_dates_as_content_systems_mark_them(mark: str) -> None:
    assert article(page(before=mark)).source.published_at == "2024-03-03T10:00:00+01:00"


def test_the_language_is_that_of_the_text() -> None:
    assert article(page(lang=' lang="en"')).source.language == "fr"


def test_what_asks_for_consent_is_not_read() -> None:
    sentence = (
        "<p>Les cookies de ce site sont de différentes natures, et vous pouvez faire votre choix par catégorie.</p>"
    )
    box = f'<div class="cookie-settings" hidden>{sentence * 20}</div>'
    found = article(page().replace(b"</main>", f"</main>{box}".encode()))
    assert "cookies" not in found.text
    assert "reclassés" in found.text


def test_what_stands_in_place_of_an_embedded_post_is_no_text() -> None:
    blocked = "<p>L'accès à ce contenu a été bloqué afin de respecter votre choix de consentement</p>"
    found = article(page(body=BODY + blocked + "<p>Une réunion publique est prévue jeudi soir.</p>"))
    assert all("bloqué" not in found.quote(b).text for b in found.blocks if b.reports)


def test_navigation_that_is_never_closed_loses_nothing() -> None:
    data = page(linked(articleBody="court")).replace(b"</nav>", b"</p>")
    assert [b.kind.value for b in article(data).blocks].count("paragraph") == 3


def test_declared_text_is_found_again_in_the_page() -> None:
    """The page's paragraphs, where trafilatura finds too little: a declared text has lost them."""
    words = [f"La phrase numéro {n} de la page est assez longue pour être retrouvée." for n in range(1, 5)]
    shown = "".join(f"<p>{sentence}</p>" for sentence in words)
    found = article(page(linked(articleBody="".join(words)), body=f"<div class='comments'>{shown}</div>"))
    assert [found.quote(b).text for b in found.blocks if b.kind.value == "paragraph"] == words


def test_what_an_agency_delivers_ends_with_its_name() -> None:
    found = article(page(body=BODY + "<p>14/04/2023 13:32:25 - Paris (AFP) - © 2023 AFP</p>"))
    assert found.source.agencies == ("AFP",)
    assert found.blocks[-1].kind.value == "credit"


def test_all_items_of_a_list_of_other_articles_are_left_out() -> None:
    related = "<p>À lire aussi :</p><ul><li>La rentrée reportée dans deux écoles</li><li>Les masques obligatoires lundi</li></ul>"
    found = article(
        page(body=BODY + related + "<p>Une réunion publique est prévue jeudi soir à la salle des fêtes.</p>")
    )
    kinds = [b.kind.value for b in found.blocks]
    assert kinds[-4:] == ["navigation", "related", "related", "paragraph"]


def test_all_posts_of_a_short_live_blog_are_read() -> None:
    posts = "".join(
        f"<div class=post><h2>Point {i}</h2><p>Le point {i} a été fait mardi par les pompiers.</p></div>"
        for i in range(3)
    )
    page = f"<html lang=fr><body><article><h1>En direct : la crue</h1>{posts}</article></body></html>"
    text = read(Document(location="x.html", data=page.encode()), registry=built_in()).text
    assert all(f"Le point {i} a été fait" in text for i in range(3))
