"""A parsed text: what is asked of its tokens, and that long texts are parsed piece by piece."""

from __future__ import annotations

import pytest
from threadpoolctl import threadpool_info

from recoupe.language.fr import French
from recoupe.language.fr.pack import IDLE, MODEL
from recoupe.language.nlp import LONGEST_PIECE, LONGEST_SENTENCE, pipeline
from recoupe.language.tokens import Doc


def _doc(text: str) -> Doc:
    return next(French().analyse([text]))


def test_words_and_offsets_are_those_of_the_text() -> None:
    text = "Le maire  de l’Île a dit « non »\u00a0;\nla préfète aussi. \n"
    doc = _doc(text)
    assert [text[t.idx : t.idx + len(t.text)].replace("’", "'") for t in doc if not t.is_space] == [
        t.text for t in doc if not t.is_space
    ]
    assert "".join(t.text + t.whitespace_ for t in doc) == doc.text
    assert len(doc.text) == len(text)
    assert doc.words(0, 2) == "Le maire"
    assert doc.words(3, 3) == ""


def test_names_and_nouns_with_hyphens_are_words_and_clitics_are_not() -> None:
    words = [
        t.text for t in _doc("Le ministre-président Jean-Luc Morel viendra, dit-elle, avec des sapeurs-pompiers ?")
    ]
    assert {"ministre-président", "Jean-Luc", "sapeurs-pompiers"} <= set(words)
    assert {"viendra", "dit"} <= set(words)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [(0, 8, "Le maire"), (1, 2, "Le"), (2, 5, "maire"), (4, 10, "maire a"), (2, 3, None), (3, 3, None), (0, 99, None)],
)
def test_characters_are_covered_by_whole_tokens(start: int, end: int, words: str | None) -> None:
    found = _doc("Le maire a voté.").covering(start, end)
    assert (found and found.text) == words


def _with_heads(text: str, heads: list[int], labels: dict[int, str]) -> Doc:
    """The text under a parse given by hand."""
    doc = _doc(text)
    for i, label in labels.items():
        doc[i].dep_ = label
    return Doc.of(doc, heads, [(1, 2, "PER")], is_word=str.islower)


def test_the_parse_can_be_walked_both_ways() -> None:
    doc = _with_heads("Le maire et la préfète votent .", [1, 5, 4, 4, 1, 5, 5], {1: "nsubj", 4: "conj"})
    verb, mayor = doc[5], doc[1]
    assert [t.text for t in mayor.subtree] == ["Le", "maire", "et", "la", "préfète"]
    assert [t.text for t in mayor.conjuncts] == ["préfète"]
    assert [t.text for t in doc[4].conjuncts] == ["maire"]
    assert list(doc[4].ancestors) == [mayor, verb]
    assert list(verb.ancestors) == []
    assert verb.head is verb
    assert list(verb.children) == [mayor, doc[6]]
    assert (verb.sent.root, doc.ents[0].root) == (verb, mayor)
    assert (doc.ents[0].text, doc.ents[0].label_) == ("maire", "PER")


def test_a_chain_of_any_depth_can_be_walked() -> None:
    size = 5000
    doc = _with_heads("a " * size, [max(0, i - 1) for i in range(size)], dict.fromkeys(range(1, size), "conj"))
    assert len(doc[0].subtree) == size
    assert len(doc[9].conjuncts) == size - 1
    assert sum(1 for _ in doc[-1].ancestors) == size - 1


def test_an_empty_text_has_no_tokens() -> None:
    doc = _doc("")
    assert (len(doc), doc.text, doc.sents, doc.ents) == (0, "", (), ())


@pytest.mark.parametrize("text", ["Il pleut. " * 900, "mardi " * 2000, "mot\n" * 2000, "x" * 9001, " " * 9000])
def test_long_texts_are_parsed_in_pieces(text: str) -> None:
    doc = _doc(text)
    assert doc.text == text
    assert [t.i for t in doc] == list(range(len(doc)))
    assert all(doc.text.startswith(t.text, t.idx) for t in doc)
    assert all(t.sent.start <= t.head.i < t.sent.end for t in doc)
    assert max(len(s) for s in doc.sents) <= LONGEST_SENTENCE
    assert max(len(s.text) for s in doc.sents) <= LONGEST_PIECE
    assert sum(map(len, doc.sents)) == len(doc)


def test_texts_of_several_pieces_stand_in_order_among_others() -> None:
    texts = ["Un.", "Il pleut. " * 900, "", "Deux."]
    assert [d.text for d in French().analyse(texts)] == texts


def test_components_that_stay_idle_would_say_nothing_else() -> None:
    texts = ["Le maire  de Brest a dit non.\n\n Des élus l'ont « vivement » critiqué.", " ", "* Voir la carte *\n"]
    whole, idle = pipeline(MODEL, "fr"), pipeline(MODEL, "fr", IDLE)
    for one, other in zip(whole.parse(texts), idle.parse(texts), strict=True):
        for t, u in zip(one, other, strict=True):
            assert (t.lemma_, t.pos_, t.dep_, t.features, t.head.i) == (u.lemma_, u.pos_, u.dep_, u.features, u.head.i)


def test_the_threads_of_others_are_left_alone() -> None:
    _doc("La préfète viendra.")
    before = threadpool_info()
    docs = French().analyse(["La préfète viendra."] * 2)
    assert next(docs).text == "La préfète viendra."
    assert threadpool_info() == before
