"""Names found in running text, word by word."""

from __future__ import annotations

import pytest

from recoupe.gazetteer import countries, known_actors
from recoupe.gazetteer.tree import NameTree, openings

TREE = NameTree(["Corée du Nord", "Corée", "L'Île-d'Or", "?"])


@pytest.mark.parametrize(
    ("tokens", "lengths"),
    [
        (["Corée", "du", "Nord", "et"], [1, 3]),
        (["coree", "du", "Sud"], [1]),
        (["Corée", ",", "du", "Nord"], [1, 2, 4]),
        (["l'", "île", "-", "d'", "or"], [5]),
        (["L’Île-d’Or"], [1]),
        (["du", "Nord"], []),
        (["«", "Corée"], []),
        (["?"], []),
        ([], []),
    ],
)
def test_the_names_that_tokens_begin_with(tokens: list[str], lengths: list[int]) -> None:
    assert TREE.lengths(tokens) == lengths


def test_every_known_name_is_found() -> None:
    for tree, names in [
        (countries().tree, [n for c in countries() for n in (*c.french, *c.capitals, *c.seats)]),
        (known_actors().tree, [n for a in known_actors() for n in (a.name, *a.aliases)]),
    ]:
        for name in names:
            tokens = name.split()
            assert len(tokens) in tree.lengths(tokens), name


def test_names_begin_nowhere_but_at_the_openings() -> None:
    tokens = ["En", "Corée", "du", "Nord", ",", "l'", "île", "?"]
    assert openings(tokens, TREE) == [1, 5]
    assert all(not TREE.lengths(tokens, at) for at in {*range(len(tokens))} - {1, 5})
    assert openings([], TREE) == []
