"""Outlet layouts: each reads its page as expected, and none loses an article when an outlet has changed its pages."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

from recoupe.errors import InvalidFile
from recoupe.parsers import Document, Layout, LayoutChanged, built_in, read
from recoupe.parsers.layouts import from_toml, shipped
from recoupe.testing import check_parser

PAGES = Path(__file__).parents[2] / "data" / "pages"
LAYOUTS = {layout.name: layout for layout in shipped()}


@pytest.mark.parametrize("folder", sorted(p.name for p in PAGES.iterdir()))
def test_every_layout_reads_its_page(folder: str) -> None:
    check_parser(LAYOUTS[folder], PAGES / folder)


def test_every_layout_has_a_page_and_a_name_of_its_own() -> None:
    assert set(LAYOUTS) == {p.name for p in PAGES.iterdir()}
    assert len(LAYOUTS) == len(shipped())
    assert len({layout.outlet for layout in shipped()}) >= 12


@pytest.mark.parametrize("folder", sorted(p.name for p in PAGES.iterdir()))
def test_a_page_of_an_older_layout_is_no_change(folder: str) -> None:
    """The layouts of one outlet are asked in turn; only a page that none of them fits is worth a warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", LayoutChanged)
        article = read(
            Document(location="page.html", data=(PAGES / folder / "page.html").read_bytes()), registry=built_in()
        )
    assert article.source.outlet == LAYOUTS[folder].outlet


def test_the_general_parser_reads_all_that_a_layout_reads() -> None:
    """What the general parser makes of the same pages: title and date are equal, no paragraph is lost."""
    general = next(parser for parser in built_in().parsers if parser.name == "html")
    for page in PAGES.glob("*/page.html"):
        document = Document(location="page.html", data=page.read_bytes())
        ours, other = LAYOUTS[page.parent.name].read(document), general.read(document)
        assert other.source.title == ours.source.title
        assert other.source.published is not None
        squeezed = "".join(other.text.split())
        for block in ours.blocks:
            if block.kind.value == "paragraph":
                assert "".join(ours.quote(block).text.split())[:60] in squeezed, page.parent.name


CHANGED = """<!doctype html><html lang="fr"><head><link rel="canonical" href="https://www.lemonde.fr/a.html">
<meta property="og:title" content="Un accord est signé à Villebrune"></head><body><main>
<h1>Un accord est signé à Villebrune</h1><div class="brand-new">
<p>Le conseil municipal de Villebrune a adopté mardi soir un accord avec les salariés de l'usine, après un mois de grève.</p>
<p>Le maire, Antoine Lescure, a salué un compromis. Les syndicats réclament encore des garanties écrites au groupe.</p>
</div></main></body></html>"""


def test_a_changed_layout_loses_nothing_and_warns() -> None:
    with pytest.warns(LayoutChanged, match="Le Monde's page has not the elements"):
        article = read(Document(location="a.html", data=CHANGED.encode()), registry=built_in())
    assert article.source.title == "Un accord est signé à Villebrune"
    assert "un compromis" in article.text


def test_a_page_from_before_the_layout_goes_to_the_general_parser() -> None:
    old = CHANGED.replace(
        "<main>", '<meta property="article:published_time" content="2009-01-05T10:00:00+01:00"><main>'
    )
    with pytest.warns(LayoutChanged, match="outside lemonde-2019"):
        article = read(Document(location="a.html", data=old.encode()), registry=built_in())
    assert article.source.published is not None
    assert article.source.published.edtf == "2009-01-05"


def test_an_outlet_is_known_by_the_address_that_the_page_names() -> None:
    layout = LAYOUTS["lemonde-2019"]
    assert layout.recognises(Document(location="x", data=CHANGED.encode()))
    assert not layout.recognises(
        Document(location="x", data=CHANGED.replace("lemonde.fr", "lemonde.fr.example").encode())
    )
    assert not layout.recognises(
        Document(location="x", data=b"<html><a href='https://www.lemonde.fr/'>Le Monde</a></html>")
    )


def test_the_day_is_that_of_the_outlet_and_the_moment_stays_as_stated() -> None:
    """A moment of 01:20 UTC is the evening before in Toronto."""
    article = LAYOUTS["radiocanada-2021"].read(
        Document(location="page.html", data=(PAGES / "radiocanada-2021" / "page.html").read_bytes())
    )
    assert article.source.published is not None
    assert article.source.published.edtf == "2024-07-12"
    assert article.source.published_at == "2024-07-13T01:20:33+00:00"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("name = ", "is not TOML"),
        ('name = "x"', "has at least one period"),
        ('name = "x"\noutlet = "X"\nhosts = ["x.fr"]\n[[version]]\nvalid = "2020/.."\n', "body"),
        ('name = "x"\noutlet = "X"\nhosts = ["x.fr"]\n[[version]]\nvalid = "20"\nbody = ["p"]\n', "EDTF"),
        ('name = "x"\noutlet = "X"\nhosts = ["x.fr"]\n[[version]]\nbody = ["p > a"]\n', "not a selector"),
        ('name = "x"\noutlet = "X"\nhosts = ["x.fr"]\n[[version]]\nbody = ["p"]\ncolour = "red"\n', "colour"),
    ],
)
def test_a_broken_layout_file_is_named(content: str, problem: str) -> None:
    with pytest.raises(InvalidFile, match=problem):
        from_toml(content, "x.toml")


def test_a_layout_is_a_value() -> None:
    one = from_toml('name = "x"\noutlet = "X"\nhosts = ["x.fr"]\n[[version]]\nbody = ["p"]\n', "x.toml")
    assert one == from_toml('name = "x"\noutlet = "X"\nhosts = ["x.fr"]\n[[version]]\nbody = "p"\n', "x.toml")
    assert isinstance(one[0], Layout)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert hash(one[0]) == hash(one[0])
