"""Another text at one address is a revision: the newest one counts, and all stay in the record."""

from __future__ import annotations

import pytest

from recoupe.linking.standing import standing
from recoupe.model import Record, Source
from recoupe.parsers import Document, built_in, read

PAGE = """<html lang="fr"><head><link rel="canonical" href="https://x.example/a">
<meta property="article:published_time" content="2025-06-17T10:00:00+02:00">{meta}</head>
<body><h1>Un accord</h1><p>Un accident a eu lieu mardi à Lyon, {toll}, a annoncé la préfecture.</p></body></html>"""


def revision(location: str, toll: str, hour: int | None = None) -> Source:
    meta = f'<meta property="article:modified_time" content="2025-06-17T{hour}:00:00+02:00">' if hour else ""
    data = PAGE.format(meta=meta, toll=toll).encode()
    return read(Document(location=location, data=data), registry=built_in()).source


FIRST = revision("1.html", "faisant deux morts")
SECOND = revision("2.html", "faisant trois morts", 12)
THIRD = revision("3.html", "faisant quatre morts", 15)


@pytest.mark.parametrize("sources", [(FIRST, SECOND, THIRD), (THIRD, FIRST, SECOND), (THIRD, FIRST), (SECOND, THIRD)])
def test_the_newest_revision_counts_and_all_are_kept(sources: tuple[Source, ...]) -> None:
    assert standing(sources) == {THIRD.id}
    assert len(Record(sources=sources).sources) == len(sources)


def test_a_copy_elsewhere_is_no_revision() -> None:
    copy = revision("elsewhere.html", "faisant deux morts")
    assert copy.digest == FIRST.digest
    assert standing((FIRST, copy)) == {FIRST.id, copy.id}
