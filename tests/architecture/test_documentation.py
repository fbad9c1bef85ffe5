"""The documentation is true: its examples run, and the pages made from code are those of the code."""

from __future__ import annotations

import doctest
import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
#: A fenced block; ``<!-- not run -->`` on the line before it takes it out.
_FENCE = re.compile(
    r"(?P<skip><!-- not run[^>]*-->\n+)?^```(?P<language>python|pycon)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL
)


def _examples(page: Path) -> list[tuple[str, str]]:
    blocks = _FENCE.finditer(page.read_text(encoding="utf-8"))
    return [(block["language"], block["code"]) for block in blocks if not block["skip"]]


@pytest.mark.parametrize("page", [p for p in PAGES if _examples(p)], ids=lambda p: p.name)
def test_the_examples_of_a_page_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From top to bottom in one namespace, in a folder that holds the seeds; ``pycon`` blocks show what comes out."""
    (tmp_path / "seeds").symlink_to(ROOT / "seeds", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    namespace: dict[str, object] = {"__name__": "example"}
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    said: list[str] = []
    for language, code in _examples(page):
        if language == "python":
            exec(compile(code, page.name, "exec"), namespace)
        else:
            test = doctest.DocTestParser().get_doctest(code, namespace, page.name, str(page), 0)
            runner.run(test, out=said.append, clear_globs=False)
            namespace |= test.globs
    assert runner.summarize(verbose=False).failed == 0, "".join(said)


def test_the_page_of_the_model_is_that_of_the_code() -> None:
    """Write it again with ``python docs/model_reference.py``."""
    written = runpy.run_path(str(ROOT / "docs" / "model_reference.py"))["page"]()
    assert (ROOT / "docs" / "model.md").read_text(encoding="utf-8") == written


def test_every_page_is_in_the_navigation() -> None:
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[2]
    assert {page.name for page in (ROOT / "docs").glob("*.md")} == set(re.findall(r"[\w-]+\.md", navigation)), (
        "see mkdocs.yml"
    )


def test_docstring_examples_run() -> None:
    """Examples in docstrings of the library, where it needs no language model to run them."""
    import recoupe.timeline
    from recoupe.testing import strategies

    for module in (recoupe.timeline, strategies):
        assert doctest.testmod(module).failed == 0
