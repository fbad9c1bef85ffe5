"""Paths to documents, lists of sources, and the registry."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import BinaryIO

import attrs
import pytest

from recoupe.errors import InvalidFile, RecoupeError, UnreadableDocument
from recoupe.model import Article, PublishedBasis, When
from recoupe.parsers import (
    BrokenParser,
    Document,
    Given,
    Parser,
    Registry,
    built_in,
    documents,
    read,
    read_document,
    read_sources,
    standard,
)

SENTENCE = "Un accord a été signé mardi à Lyon."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{SENTENCE} {name}", encoding="utf-8")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / ".hidden.txt").write_text("x", encoding="utf-8")
    (tmp_path / "timeline.json").write_text('{"format": "recoupe.timeline", "version": 1}', encoding="utf-8")
    return tmp_path


def names(found: object) -> list[str]:
    return [Path(d.location).name for d in found]  # type: ignore[attr-defined]


def test_a_folder_is_read_in_the_order_of_names_with_its_subfolders(folder: Path) -> None:
    assert names(documents(folder)) == ["a.txt", "b.txt", "c.txt"]
    assert names(documents([folder / "b.txt", folder / "sub"])) == ["b.txt", "c.txt"]
    assert names(documents(f"{folder}/*.txt")) == ["a.txt", "b.txt"]
    assert next(documents(folder)).location == (folder / "a.txt").as_posix()


@pytest.mark.parametrize("path", ["missing.txt", "*.none", "nul\x00.txt"])
def test_a_missing_path_is_one_error(folder: Path, path: str) -> None:
    with pytest.raises(UnreadableDocument):
        list(documents(folder / path))


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="holds no articles"):
        list(documents(tmp_path))
    with pytest.raises(UnreadableDocument, match="is a folder"):
        read(tmp_path)


def test_a_list_beside_the_articles_says_what_they_do_not(folder: Path) -> None:
    (folder / "sources.csv").write_text(
        "file,outlet,published,url,title,language\n"
        "a.txt,La Gazette,2025-06-17,https://g.example/a,,fr\nsub/c.txt,Le Canal,2025-06-17T14:05:00+02:00,,,\n",
        encoding="utf-8",
    )
    first, second, third = (read_document(d, built_in()) for d in documents(folder, registry=built_in()))
    assert (first.source.outlet, first.source.url) == ("La Gazette", "https://g.example/a")
    assert first.source.published == When.from_edtf("2025-06-17")
    assert first.source.published_basis is PublishedBasis.GIVEN
    assert first.source.published_evidence == "sources.csv, line 2"
    assert second.source.outlet is None
    assert (third.source.outlet, third.source.published_at) == ("Le Canal", "2025-06-17T14:05:00+02:00")
    alone = read(folder / "a.txt", registry=built_in())
    assert alone == first


def test_a_list_given_by_name_or_as_a_mapping(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "list.json"
    elsewhere.write_text(json.dumps([{"file": "a.txt", "outlet": "La Gazette", "published": None}]), encoding="utf-8")
    assert [d.given.outlet if d.given else None for d in documents(folder / "a.txt", elsewhere)] == ["La Gazette"]
    assert [d.given for d in documents(folder / "a.txt", {"a.txt": Given(outlet="X")})] == [Given(outlet="X")]
    elsewhere.write_text(json.dumps({"a.txt": {"outlet": "La Gazette"}}), encoding="utf-8")
    assert read_sources(elsewhere).given(folder / "a.txt") == Given(outlet="La Gazette", evidence="list.json, $[0]")


def test_a_row_may_name_a_file_by_its_path_from_the_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for outlet in ("gazette", "canal"):
        (tmp_path / outlet).mkdir()
        (tmp_path / outlet / "1.txt").write_text("Un titre\n\nUn texte.\n", encoding="utf-8")
    rows = tmp_path / "list.csv"
    rows.write_text("file,outlet\ngazette/1.txt,La Gazette\ncanal/1.txt,Le Canal\n", encoding="utf-8")
    files = [tmp_path / "canal" / "1.txt", tmp_path / "gazette" / "1.txt"]
    assert [d.given.outlet if d.given else None for d in documents(files, rows)] == ["Le Canal", "La Gazette"]
    monkeypatch.chdir(tmp_path / "canal")
    assert [d.given.outlet if d.given else None for d in documents("1.txt", "../list.csv")] == ["Le Canal"]


@pytest.mark.parametrize(
    ("name", "content", "places"),
    [
        ("s.csv", "file,published\na.txt,hier\nb.txt,2025-13-01\n,2025\na.txt,2025\n", ["line 2, column published", "line 3, column published", "line 4, column file", "line 5, column file"]),
        ("s.csv", "file,colour\na.txt,red\n", ["line 1, column colour"]),
        ("s.csv", "outlet\nX\n", ["line 1"]),
        ("s.csv", "file,outlet\na.txt,X,Y\n", ["line 2, column 3"]),
        ("s.csv", 'file,outlet\na.txt,"X\n', ["line 2"]),
        ("s.csv", "file,language\na.txt,français\n", ["line 2, column language"]),
        ("s.json", '[{"file": "a.txt", "published": 2025}, {"fil": "b"}, 3]', ["$[0].published", "$[1].fil", "$[2]"]),
        ("s.json", '[{"file": "a.txt",]', ["line 1, column 19"]),
        ("s.json", "3", ["$"]),
    ],
)  # fmt: skip
def test_every_bad_row_is_named_with_its_place(tmp_path: Path, name: str, content: str, places: list[str]) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(InvalidFile) as caught:
        read_sources(tmp_path / name)
    assert [problem.path for problem in caught.value.problems] == places


def test_a_list_with_semicolons_and_in_windows_encoding(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_bytes("file;outlet\na.txt;L'Écho de l'Élevage\n".encode("cp1252"))
    given = read_sources(tmp_path / "s.csv").given(Path("a.txt"))
    assert given is not None
    assert given.outlet == "L'Écho de l'Élevage"


@attrs.frozen(kw_only=True)
class Fixed:
    """A parser for tests."""

    name: str = "fixed"
    valid: When = attrs.field(factory=When)
    fails: bool = False

    def recognises(self, document: Document) -> bool:
        return document.location.endswith("a.txt")

    def read(self, document: Document) -> Article:
        if self.fails:
            raise RuntimeError("broken inside")
        return built_in().parsers[-1].read(attrs.evolve(document, location="fixed"))


def test_a_registry_is_a_value() -> None:
    registry = built_in()
    more = registry.with_parsers([Fixed()])
    assert more.parsers[0] == Fixed()
    assert registry == built_in() != more
    assert isinstance(Fixed(), Parser)


def test_a_users_parser_is_asked_first(folder: Path) -> None:
    assert read(folder / "a.txt", registry=built_in().with_parsers([Fixed()])).source.location == "fixed"


def test_a_failing_parser_loses_nothing_and_is_named(folder: Path) -> None:
    with pytest.warns(BrokenParser, match="'fixed' failed on .*a.txt: RuntimeError: broken inside"):
        article = read(folder / "a.txt", registry=built_in().with_parsers([Fixed(fails=True)]))
    assert SENTENCE in article.text


def test_nobody_recognises_it() -> None:
    with pytest.raises(UnreadableDocument, match="no parser recognises it"):
        read(Document(location="a", data=b"x"), registry=Registry())


@pytest.fixture
def plug_ins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of installed projects: one good parser and three broken ones."""
    project = tmp_path / "plugins-1.0.dist-info"
    project.mkdir()
    (project / "METADATA").write_text("Metadata-Version: 2.1\nName: plugins\nVersion: 1.0\n", encoding="utf-8")
    (project / "entry_points.txt").write_text(
        "[recoupe.parsers]\nabsent = no_such_module:Parser\nbad = plugin_code:NotAParser\n"
        "crash = plugin_crash:Parser\ngood = plugin_code:Good\n",
        encoding="utf-8",
    )
    (tmp_path / "plugin_crash.py").write_text("raise RuntimeError('at import')\n", encoding="utf-8")
    (tmp_path / "plugin_code.py").write_text(
        "from recoupe.model import When\n"
        "class NotAParser:\n    pass\n"
        "class Good:\n    name = 'good'\n    valid = When()\n"
        "    def recognises(self, document):\n        return False\n"
        "    def read(self, document):\n        raise ValueError\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    yield tmp_path
    for name in ("plugin_code", "plugin_crash"):
        sys.modules.pop(name, None)


def test_a_broken_plug_in_is_a_warning_that_names_it(plug_ins: Path) -> None:
    assert {e.name for e in metadata.entry_points(group="recoupe.parsers")} >= {"absent", "bad", "crash", "good"}
    with pytest.warns(BrokenParser) as caught:
        registry = standard()
    named = [str(warning.message).split(" of plugins")[0] for warning in caught]
    assert named == ["parser 'absent'", "parser 'bad'", "parser 'crash'"]
    assert registry.parsers[0].name == "good"


def test_errors_are_of_one_tree() -> None:
    assert issubclass(UnreadableDocument, RecoupeError)
    assert issubclass(UnreadableDocument, ValueError)


def test_other_data_in_a_folder_is_passed_over_and_named_when_it_is_given(folder: Path) -> None:
    (folder / "figures.csv").write_text("year,dead\n2025,3\n", encoding="utf-8")
    (folder / "settings.json").write_text('{"a": 1}', encoding="utf-8")
    (folder / "articles.csv").write_text("titre,texte\nUn accord,Un accord est signé.\n", encoding="utf-8")
    assert names(documents(folder)) == ["a.txt", "articles.csv#line-2", "b.txt", "c.txt"]
    with pytest.raises(InvalidFile, match="no column with the article's text"):
        list(documents(folder / "figures.csv"))
    with pytest.raises(UnreadableDocument, match="JSON that holds no article"):
        read(folder / "settings.json")


@attrs.frozen(kw_only=True)
class Box:
    """A container for tests."""

    name: str = "box"
    fails_to_look: bool = False

    def recognises(self, head: bytes, location: str) -> bool:
        if self.fails_to_look:
            raise KeyError("x")
        return location.endswith("a.txt")

    def documents(self, stream: BinaryIO, location: str) -> Iterator[Document]:
        yield Document(location=f"{location}#1", data=stream.read())
        raise KeyError("x")


def test_a_users_container_is_asked_first_and_named_when_it_fails(folder: Path) -> None:
    found = documents(folder / "a.txt", registry=built_in().with_parsers([Box()]))
    assert next(found).location.endswith("a.txt#1")
    with pytest.raises(UnreadableDocument, match="container 'box' failed"):
        next(found)
    with pytest.warns(BrokenParser, match="container 'box' failed"):
        assert len(list(documents(folder / "a.txt", registry=built_in().with_parsers([Box(fails_to_look=True)])))) == 1
