"""The texts in which something is said: the day on which they appeared is that of what they say."""

from __future__ import annotations

import itertools

from recoupe.extraction.dependencies import is_participle, is_verbal
from recoupe.language.contract import Language
from recoupe.language.tokens import Token


def appearing(verb: Token, language: Language) -> list[Token]:
    """The participle that tells when the text appeared in which something is said: "dans une lettre publiée en mai,
    il accuse", "un rapport publié mardi accuse"."""
    mouthpieces = language.reporting.of("sources", "mouthpiece")
    according = language.reporting.of("prepositions", "asserts")
    nouns = (
        c
        for c in verb.children
        if (c.dep_.startswith("obl") or c.dep_ == "nsubj")
        and c.i < verb.i
        and not any(p.dep_ == "case" and p.lower_ in according for p in c.children)
    )
    found = [
        c
        for noun in nouns
        if noun.lemma_.lower() in mouthpieces
        for c in noun.children
        if c.dep_ in ("acl", "amod") and is_participle(c)
    ]
    return found or _of_opening(verb, language)


def _of_opening(verb: Token, language: Language) -> list[Token]:
    """The same of the text with which the sentence opens, wherever the parse hangs that, for the first verb behind its
    comma: "dans un communiqué rendu public lundi, la Mission des Nations unies dénonce"."""
    sentence = verb.sent
    if verb.doc[sentence.start].lower_ not in language.occurrence.of("prepositions", "telling"):
        return []
    opening = list(itertools.takewhile(lambda t: t.text != ",", sentence))
    noun = next((t for t in opening if t.pos_ == "NOUN"), None)
    if noun is None or noun.lemma_.lower() not in language.reporting.of("sources", "mouthpiece"):
        return []
    first = next((t for t in sentence if t.i > opening[-1].i and is_verbal(t) and t.pos_ != "AUX"), None)
    return [c for c in noun.children if c in opening and is_participle(c)] if first == verb else []
