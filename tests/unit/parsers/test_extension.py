"""The extension kit: the project template, the check kit, and the how-to followed from its first step to its last."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

from recoupe.errors import InvalidValue, ParserCheckFailed, WriteError
from recoupe.model import Article, Block, BlockKind, When
from recoupe.parsers import Document, Layout, built_in
from recoupe.parsers.scaffold import create
from recoupe.testing import FailureKind, check_parser, expectation, failures

ROOT = Path(__file__).parents[3]


def run(*command: str, cwd: Path, path: Path | None = None) -> str:
    """What a command prints; the test fails with its errors when it fails."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(path) if path else "",
        "PYTHONWARNINGS": "default",
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_how_to_from_start_to_end(tmp_path: Path) -> None:
    """The commands and files of docs/parsers.md, in a scratch project, installed and found by its entry point."""
    guide = (ROOT / "docs" / "parsers.md").read_text(encoding="utf-8")
    files = dict(re.findall(r"```\w+ title=\"([^\"]+)\"\n(.*?)```", guide, re.DOTALL))
    assert set(files) == {"tests/pages/bridge.html", "tests/pages/bridge.json", "src/recoupe_gazette/__init__.py"}
    start = re.findall(r"^recoupe new-parser (.*)$", guide, re.MULTILINE)
    assert start == ['gazette --outlet "La Gazette" --host gazette.example']
    project = tmp_path / "recoupe-gazette"
    create("gazette", project, outlet="La Gazette", host="gazette.example")
    pytest_command = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests")
    run(*pytest_command, cwd=project, path=project / "src")

    for name in ("tests/pages/bridge.html", "tests/pages/bridge.json"):
        (project / name).write_text(files[name], encoding="utf-8")
    failing = subprocess.run(
        pytest_command,
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project / "src")},
        capture_output=True,
        text=True,
    )
    assert failing.returncode == 1
    (promised,) = re.findall(r"```text\n(bridge\.html: .*?)\n```", guide)
    assert promised in failing.stdout

    (project / "src/recoupe_gazette/__init__.py").write_text(files["src/recoupe_gazette/__init__.py"], encoding="utf-8")
    run(*pytest_command, cwd=project, path=project / "src")

    site = tmp_path / "site"
    install = ("install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--target", str(site), ".")
    run(sys.executable, "-m", "pip", *install, cwd=project)
    output = tmp_path / "timeline.json"
    code = "from recoupe.cli import main; main()"
    run(sys.executable, "-c", code, "build", "tests/pages", "-o", str(output), cwd=project, path=site)
    sources = json.loads(output.read_text(encoding="utf-8"))["sources"]
    assert {source["outlet"] for source in sources} == {"La Gazette"}
    assert {source["published"]["edtf"] for source in sources} == {"2025-01-14", "2025-06-17"}


@pytest.mark.parametrize("name", ["Gazette", "", "9a", "a-b", "../x", "é"])
def test_names_that_no_parser_has(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidValue):
        create(name, tmp_path / "x")
    assert not (tmp_path / "x").exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x", encoding="utf-8")
    with pytest.raises(WriteError, match="not an empty folder"):
        create("gazette", tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]
    (tmp_path / "empty").mkdir()
    written = create("gazette", tmp_path / "empty")
    assert sorted(p for p in (tmp_path / "empty").rglob("*") if p.is_file()) == list(written)


LAYOUT = Layout(name="x-2025", outlet="X", hosts="x.example", valid=When(), body="div.t", published=".d")
PAGE = """<html lang="fr"><head><link rel="canonical" href="https://x.example/a"></head><body><h1>Un accord est signé</h1>
<p class="d">Publié le 14 janvier 2025</p><div class="t"><p>Un accord a été signé mardi à Lyon par les deux ministres,
après trois jours de discussions, a annoncé la préfecture du Rhône dans un communiqué publié dans la soirée.</p>
<p>Les syndicats ont salué un compromis, et demandé que le texte soit appliqué dès le mois prochain.</p></div></body></html>"""


@attrs.frozen(kw_only=True)
class Changed:
    """The layout's parser, whose articles are changed by `how`."""

    how: str = ""
    name: str = "changed"
    valid: When = attrs.field(factory=When)

    def recognises(self, document: Document) -> bool:
        return self.how != "deaf"

    def read(self, document: Document) -> Article:
        article = LAYOUT.read(document)
        if self.how == "raises":
            raise KeyError("x")
        if self.how == "loses":
            return built_in().parsers[-1].read(Document(location="a.html", data=b"Autre chose."))
        if self.how == "shifts":
            blocks = (
                attrs.evolve(b, start=b.start + 1) if b.kind is BlockKind.PARAGRAPH else b for b in article.blocks
            )
            return attrs.evolve(article, blocks=tuple(blocks))
        if self.how == "adds":
            more = Block(kind=BlockKind.PARAGRAPH, start=len(article.text) + 1, end=len(article.text) + 5)
            return attrs.evolve(article, text=article.text + "\nPlus", blocks=(*article.blocks, more))
        if self.how == "unplaced":
            source = attrs.evolve(
                article.source, published=When.from_edtf("2024-02-01"), published_evidence="quelque part"
            )
            return attrs.evolve(article, source=source)
        return article


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    article = LAYOUT.read(Document(location="a.html", data=PAGE.encode()))
    (tmp_path / "a.json").write_text(json.dumps(expectation(article)), encoding="utf-8")
    return tmp_path


def test_a_parser_that_reads_as_expected_passes(pages: Path) -> None:
    check_parser(LAYOUT, pages)
    assert failures(Changed(), pages) == ()


@pytest.mark.parametrize(
    ("how", "kind"),
    [
        ("deaf", FailureKind.NOT_RECOGNISED),
        ("raises", FailureKind.NOT_READ),
        ("loses", FailureKind.LOST_TEXT),
        ("shifts", FailureKind.MISPLACED_OFFSET),
        ("adds", FailureKind.EXTRA_TEXT),
        ("unplaced", FailureKind.UNPLACED_DATE),
        ("unplaced", FailureKind.WRONG_VALUE),
    ],
)
def test_each_fault_is_a_named_failure(pages: Path, how: str, kind: FailureKind) -> None:
    assert kind in {failure.kind for failure in failures(Changed(how=how), pages)}
    with pytest.raises(ParserCheckFailed, match=kind.value):
        check_parser(Changed(how=how), pages)
    assert issubclass(ParserCheckFailed, AssertionError)


def test_faults_of_the_folder_are_named(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    (pages / "b.html").write_text(PAGE, encoding="utf-8")
    (pages / "c.json").write_text("{}", encoding="utf-8")
    (pages / "d.html").write_text(PAGE, encoding="utf-8")
    (pages / "d.json").write_text('{"published": null, "blocks": [], "colour": 1}', encoding="utf-8")
    assert [(f.page, f.kind) for f in failures(LAYOUT, pages)] == [
        ("b.html", FailureKind.MISSING_EXPECTATION),
        ("d.html", FailureKind.BROKEN_EXPECTATION),
        ("c.json", FailureKind.MISSING_PAGE),
    ]
    assert [f.kind for f in failures(LAYOUT, tmp_path_factory.mktemp("empty"))] == [FailureKind.NO_PAGES]
