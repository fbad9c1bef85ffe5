"""Feeds, agency files, archives and tables: several articles in one file, each a document of its own."""

from __future__ import annotations

import datetime
import gzip
import json
from pathlib import Path

import pendulum
import pytest

from recoupe.errors import InvalidFile, RecoupeError, UnreadableDocument
from recoupe.model import Article, PublishedBasis, When
from recoupe.parsers import built_in, documents, read, read_document
from recoupe.parsers.streams import MAX_LINE

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Le Canal</title><language>fr-FR</language>
<item><title>Grève à Lyon &amp; Dijon</title><link>https://canal.example/a</link><guid>a1</guid>
<pubDate>Tue, 17 Jun 2025 14:05:00 +0200</pubDate><dc:creator>Jeanne Martin avec AFP</dc:creator>
<description>Un résumé.</description><content:encoded><![CDATA[<p>Des milliers de salariés ont défilé mardi à Lyon.</p>
<h2>Un bras de fer</h2><p>La direction a refusé toute négociation.</p>]]></content:encoded></item>
<item><title>Sans date</title><link>https://canal.example/b</link><description>Une phrase.</description></item>
</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Le Canal</title>
<entry><id>urn:1</id><title>Un accord</title><published>2025-06-17T14:05:00+02:00</published>
<updated>2025-06-17T16:00:00+02:00</updated><link href="https://canal.example/c"/>
<content type="html">&lt;p&gt;Un accord a été signé mardi.&lt;/p&gt;</content></entry></feed>"""
JSON_FEED = json.dumps({
    "version": "https://jsonfeed.org/version/1.1", "title": "Le Canal", "language": "fr",
    "items": [{"id": "1", "url": "https://canal.example/d", "title": "Un accord", "content_text": "Un accord a été signé mardi.",
               "date_published": "2025-06-17T14:05:00+02:00", "authors": [{"name": "Jeanne Martin"}]}],
})  # fmt: skip
NEWSML = """<?xml version="1.0" encoding="UTF-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:newsml:agence.example:1" version="2" xml:lang="fr"><itemMeta><itemClass qcode="ninat:text"/>
<provider literal="AFP"/><versionCreated>2025-06-17T15:00:00Z</versionCreated><firstCreated>2025-06-17T14:00:00Z</firstCreated>
<pubStatus qcode="stat:{status}"/><edNote>{note}</edNote></itemMeta><contentMeta><language tag="fr"/>
<headline>Incendie à Lyon</headline><by>Par Luc Dubois</by></contentMeta><contentSet><inlineXML>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>
<p>LYON, 17 juin (AFP) - Un incendie a fait <b>trois</b> blessés mardi.</p><p>Une enquête est ouverte.</p></body></html>
</inlineXML></contentSet></newsItem></itemSet></newsMessage>"""
NITF = """<?xml version="1.0"?><nitf><head><docdata management-status="{status}"><date.issue norm="20250617T140000+0200"/>
<date.release norm="20250618T060000+0200"/></docdata><pubdata name="La Gazette"/></head><body><body.head><hedline>
<hl1>Incendie à Lyon</hl1></hedline><byline>Par <person>Luc Dubois</person></byline><distributor>Belga</distributor></body.head>
<body.content><p>Un incendie a fait trois blessés mardi.</p><media media-type="image"><media-caption>Les pompiers.</media-caption>
</media><p>Une enquête est ouverte.</p></body.content></body></nitf>"""
NINJS = {
    "uri": "urn:1", "type": "text", "pubstatus": "usable", "firstcreated": "2025-06-17T14:00:00+02:00", "language": "fr",
    "versioncreated": "2025-06-17T14:30:00+02:00", "headline": "Incendie à Lyon", "byline": "Luc Dubois",
    "copyrightholder": "Reuters", "body_html": "<p>Un incendie a fait trois blessés.</p>",
}  # fmt: skip


def articles(folder: Path, name: str, content: str | bytes) -> list[Article]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    registry = built_in()
    return [read_document(document, registry) for document in documents(path, registry=registry)]


def test_rss_items_are_articles(tmp_path: Path) -> None:
    first, second = articles(tmp_path, "feed.xml", RSS)
    assert first.source.location.endswith("feed.xml#a1")
    assert first.text.split("\n")[:3] == [
        "Grève à Lyon & Dijon", "Des milliers de salariés ont défilé mardi à Lyon.", "Un bras de fer",
    ]  # fmt: skip
    assert first.source.published_at == "2025-06-17T14:05:00+02:00"
    assert first.source.published_evidence == 'feed item published = "Tue, 17 Jun 2025 14:05:00 +0200"'
    assert (first.source.author, first.source.agencies) == ("Jeanne Martin", ("AFP",))
    assert (first.source.outlet, first.source.url, first.source.language) == (
        "Le Canal",
        "https://canal.example/a",
        "fr",
    )
    assert second.source.published is None


@pytest.mark.parametrize(("name", "content"), [("a.atom", ATOM), ("f.json", JSON_FEED)])
def test_atom_and_json_feeds(tmp_path: Path, name: str, content: str) -> None:
    (found,) = articles(tmp_path, name, content)
    assert found.text == "Un accord\nUn accord a été signé mardi."
    assert found.source.published_at == "2025-06-17T14:05:00+02:00"


def test_addresses_and_titles_of_feeds(tmp_path: Path) -> None:
    """An address without a host is on that of the feed's site; titles with markup are read as they are shown."""
    item = "<item><title>{}</title><link>/a?b=1&amp;c=2</link><description>Un accord est signé.</description></item>"
    feed = "<rss version='2.0'><channel><title>Le Canal</title><link>{}</link>{}</channel></rss>"
    title = "&lt;b&gt;Lyon&lt;/b&gt; &amp;amp; Dijon, 3 &lt; 5"
    (found,) = articles(tmp_path, "r.xml", feed.format("https://canal.example/", item.format(title)))
    assert (found.source.url, found.source.title) == ("https://canal.example/a?b=1&c=2", "Lyon & Dijon, 3 < 5")
    (found,) = articles(tmp_path, "s.xml", feed.format("", item.format("Un titre")))
    assert found.source.url is None
    entry = {"id": "1", "url": "/un", "title": "<i>Un</i> titre", "content_text": "Un accord est signé."}
    content = {"version": "https://jsonfeed.org/version/1.1", "home_page_url": "https://fil.example", "items": [entry]}
    (found,) = articles(tmp_path, "f.json", json.dumps(content))
    assert (found.source.url, found.source.title) == ("https://fil.example/un", "Un titre")


def test_newsml_g2(tmp_path: Path) -> None:
    (found,) = articles(tmp_path, "n.xml", NEWSML.format(status="usable", note="x"))
    assert [(b.kind.value, found.quote(b).text) for b in found.blocks] == [
        ("headline", "Incendie à Lyon"),
        ("dateline", "LYON, 17 juin (AFP) -"),
        ("paragraph", "Un incendie a fait trois blessés mardi."),
        ("paragraph", "Une enquête est ouverte."),
    ]
    source = found.source
    assert (source.author, source.agencies, source.withdrawn) == ("Luc Dubois", ("AFP",), False)
    assert source.published_at == "2025-06-17T14:00:00+00:00"
    assert source.updated is not None


@pytest.mark.parametrize(
    ("status", "note"),
    [
        ("canceled", ""),
        ("usable", "ANNULATION - dépêche annulée"),
        ("usable", "MANDATORY KILL"),
        ("usable", "Prière de ne pas utiliser cette dépêche"),
    ],
)
def test_a_withdrawn_story_is_marked_and_kept(tmp_path: Path, status: str, note: str) -> None:
    (found,) = articles(tmp_path, "n.xml", NEWSML.format(status=status, note=note))
    assert found.source.withdrawn
    assert "trois blessés" in found.text


def test_a_correction_notice(tmp_path: Path) -> None:
    (found,) = articles(tmp_path, "n.xml", NEWSML.format(status="usable", note="CORRECTION du bilan"))
    assert found.source.notices == {"correction"}
    assert not found.source.withdrawn


def test_nitf_with_an_embargo(tmp_path: Path) -> None:
    (found,) = articles(tmp_path, "n.nitf", NITF.format(status="embargoed"))
    assert (found.source.embargoed, found.source.embargo_ends) == (True, "2025-06-18T06:00:00+02:00")
    assert found.source.notices == {"embargo"}
    assert (found.source.outlet, found.source.author, found.source.agencies) == ("La Gazette", "Luc Dubois", ("Belga",))
    assert [b.kind.value for b in found.blocks] == ["headline", "paragraph", "caption", "paragraph"]
    (killed,) = articles(tmp_path, "k.nitf", NITF.format(status="canceled"))
    assert killed.source.withdrawn


@pytest.mark.parametrize(
    ("status", "note", "end"),
    [
        ("withheld", "", None),
        ("usable", "SOUS EMBARGO", None),
        ("usable", "EMBARGO jusqu'au mercredi 18 juin 2025 à 06h00", "2025-06-18T06:00:00"),
        ("usable", "Ne pas publier avant le 18 juin 2025", "2025-06-18"),
    ],
)
def test_embargoes_in_codes_and_in_words(tmp_path: Path, status: str, note: str, end: str | None) -> None:
    (found,) = articles(tmp_path, "n.xml", NEWSML.format(status=status, note=note))
    assert (found.source.embargoed, found.source.embargo_ends, found.source.withdrawn) == (True, end, False)


@pytest.mark.parametrize(
    "note",
    [
        "ACTUALISATION : ajoute le retrait des troupes", "CORRECTION - annule et remplace la précédente",
        "Ajoute une réaction sur l'embargo pétrolier", "Précise que la grève est annulée",
    ],
)  # fmt: skip
def test_a_note_about_the_news_holds_nothing_back(tmp_path: Path, note: str) -> None:
    """The dispatch that replaces another is the one that counts."""
    (found,) = articles(tmp_path, "n.xml", NEWSML.format(status="usable", note=note))
    assert not found.source.withdrawn
    assert not found.source.embargoed


@pytest.mark.parametrize("content", [NINJS, [NINJS]])
def test_ninjs(tmp_path: Path, content: object) -> None:
    (found,) = articles(tmp_path, "s.json", json.dumps(content))
    assert (found.source.title, found.source.agencies) == ("Incendie à Lyon", ("Reuters",))
    (killed,) = articles(tmp_path, "k.json", json.dumps({**NINJS, "pubstatus": "canceled"}))
    assert killed.source.withdrawn


def test_a_killed_story_replaces_the_one_before(tmp_path: Path) -> None:
    """Both have one address, by which revisions are known."""
    (one,) = articles(tmp_path, "a.xml", NEWSML.format(status="usable", note=""))
    (two,) = articles(tmp_path, "b.xml", NEWSML.format(status="canceled", note=""))
    assert one.source.url == two.source.url == "urn:newsml:agence.example:1"


def record(address: str, status: str, kind: str, body: str) -> bytes:
    """A response record of ISO 28500."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body.encode()
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
    head += f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    return gzip.compress(head.encode() + answer + b"\r\n\r\n")


def test_web_archives(tmp_path: Path) -> None:
    page = (
        "<html lang='fr'><head><title>Accord</title></head><body><h1>Un accord</h1><p>Un accord a été signé mardi.</p>"
    )
    archive = (
        record("https://a.example/1", "200 OK", "text/html; charset=utf-8", page)
        + record("https://a.example/2", "404 Not Found", "text/html", page)
        + record("https://a.example/3", "200 OK", "image/png", "x")
    )
    (found,) = articles(tmp_path, "a.warc.gz", archive)
    assert found.source.location.endswith("a.warc.gz#https://a.example/1")
    assert found.source.url == "https://a.example/1"
    assert "signé mardi" in found.text


def test_a_web_archive_that_is_cut_off_or_has_no_lines(tmp_path: Path) -> None:
    page = "<html lang='fr'><body><h1>Un accord</h1><p>Un accord a été signé mardi.</p>"
    whole = [record(f"https://a.example/{i}", "200 OK", "text/html; charset=utf-8", page) for i in range(2)]
    path = tmp_path / "a.warc.gz"
    path.write_bytes(whole[0] + whole[1][:-40])
    found = documents(path, registry=built_in())
    assert next(found).location.endswith("#https://a.example/0")
    with pytest.raises(UnreadableDocument, match="ends too early"):
        next(found)
    path.write_bytes(gzip.compress(b"WARC/1.0\r\n" + b"a" * (MAX_LINE + 2 * 1024 * 1024)))
    with pytest.raises(UnreadableDocument, match="has a line of more than"):
        next(documents(path, registry=built_in()))


def test_tables(tmp_path: Path) -> None:
    row = 'Incendie;2025-06-17;"Un incendie a fait trois blessés, mardi.";La Gazette;Luc Dubois'
    (found,) = articles(tmp_path, "t.csv", f"Titre;Date;Texte;Média;Auteur\n{row}\n")
    assert found.text == "Incendie\nUn incendie a fait trois blessés, mardi."
    source = found.source
    assert (source.outlet, source.author, source.published_basis) == ("La Gazette", "Luc Dubois", PublishedBasis.GIVEN)
    assert source.published_evidence == "line 2, column Date"
    (packed,) = articles(tmp_path, "t.jsonl.gz", gzip.compress(b'{"text": "Un incendie a fait trois morts."}\n'))
    assert packed.text == "Un incendie a fait trois morts."


def test_tables_as_people_write_them(tmp_path: Path) -> None:
    """Days first, cells of several lines, and JSON's own line separators inside a string."""
    content = 'Contenu;Date\r\n"Un incendie mardi.\nTrois blessés.";14/01/2025 08:30\r\nUn accord.;15/01/2025\r\n'
    first, second = articles(tmp_path, "t.csv", content.encode("cp1252"))
    assert first.source.published == When.on(datetime.date(2025, 1, 14), at=pendulum.Time(8, 30))
    assert first.source.published_evidence == "line 2, column Date"
    assert second.source.published_evidence == "line 4, column Date"
    (found,) = articles(tmp_path, "t.jsonl", '{"texte": "Un accord\u2028est signé."}\n')
    assert "est signé." in found.text
    with pytest.raises(InvalidFile, match="line 1: has two columns 'texte'"):
        articles(tmp_path, "u.csv", "texte,texte\nUn,Deux\n")


def test_every_bad_row_of_a_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile) as caught:
        articles(tmp_path, "t.csv", "text,date\nUn,hier\nDeux,2025-01-01,trop\nTrois,2025-13-01\n")
    places = [problem.path for problem in caught.value.problems]
    assert places == ["line 3, column 3", "line 2, column date", "line 4, column date"]
    with pytest.raises(InvalidFile, match="no column with the article's text"):
        articles(tmp_path, "u.csv", "url,titre\nhttps://a.example,x\n")
    with pytest.raises(InvalidFile, match="line 2, column 2: is not JSON"):
        articles(tmp_path, "t.jsonl", '{"text": "a"}\n{text}\n')


def test_a_container_with_several_articles_is_not_one(tmp_path: Path) -> None:
    (tmp_path / "f.xml").write_text(RSS, encoding="utf-8")
    with pytest.raises(UnreadableDocument, match="several articles"):
        read(tmp_path / "f.xml", registry=built_in())


LAUGHS = """<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
<!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;">]>{root}"""
EXTERNAL = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{root}'
ROOTS = (
    "<rss version='2.0'><channel><item><title>&lol3;&e;</title></item></channel></rss>",
    "<nitf><body><body.content><p>&lol3;&e;</p></body.content></body></nitf>",
    "<newsItem><contentSet><inlineData>&lol3;&e;</inlineData></contentSet></newsItem>",
)


@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize("form", [LAUGHS, EXTERNAL])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(tmp_path: Path, root: str, form: str, encoding: str) -> None:
    with pytest.raises(UnreadableDocument, match="declares entities"):
        articles(tmp_path, "x.xml", form.format(root=root).encode(encoding))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bomb.html.gz", gzip.compress(bytes(64 * 1024 * 1024), mtime=0)),
        ("cut.html.gz", gzip.compress(b"<html>" + bytes(1000), mtime=0)[:-20]),
        ("bad.gz", b"\x1f\x8b" + b"x" * 100),
        ("bad.warc.gz", b"\x1f\x8b" + b"x" * 100),
        ("bad.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nx"),
        ("empty.warc", b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"),
        ("bad.xml", b"<rss><channel><item>"),
        ("bad2.xml", b"<nitf><body>"),
        ("empty.xml", b"<rss version='2.0'><channel></channel></rss>"),
        ("deep.json", b"[" * 100_000),
        ("bad.jsonl", b"\x00\x01\x02"),
        ("big.html", b"<html>" + b"x" * 11_000_000),
        ("huge.txt", b"x" * 21_000_000),
    ],
)  # fmt: skip
def test_broken_and_hostile_files_give_one_error_of_ours(tmp_path: Path, name: str, content: bytes) -> None:
    with pytest.raises(RecoupeError) as caught:
        articles(tmp_path, name, content)
    assert name in str(caught.value)
