"""What a number counts: its noun, from the parse, and from the surface where the parse errs."""

from __future__ import annotations

from typing import Final, final

import attrs

from recoupe.extraction.dependencies import feature
from recoupe.gazetteer import countries
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Doc, Token

#: How far after a number its noun may stand, in tokens.
_REACH: Final = 5


@final
@attrs.frozen(kw_only=True)
class CountedNouns:
    """Finds the nouns that numbers count, and how far they reach."""

    #: The grammar of the language pack.
    words: Words

    def after(self, doc: Doc, at: int, *, links: bool) -> Token | None:
        """The counted noun after a number: the first nominal, before any verb, punctuation or other preposition.

        `links`: the number takes "de" before what it counts.
        """
        bare, skipped = self.words.of("counting", "bare"), self.words.of("counting", "skipped")
        for i in range(at, min(at + _REACH, len(doc))):
            token = doc[i]
            following = doc[i + 1].lower_ if i + 1 < len(doc) else ""
            if token.lower_ in bare and not links and i == at and following != "ces":
                return None
            if token.lower_ in skipped or doc[i].is_glued:
                continue
            if token.pos_ in ("NOUN", "PROPN") or (links and i > at and token.pos_ == "PRON" and "-" in token.text):
                return token
            if token.pos_ == "ADJ" and i + 1 < len(doc) and doc[i + 1].pos_ in ("NOUN", "PROPN"):
                continue
            # "sept morts", "deux blessés", "3.500 déplacés": participles and adjectives that the tagger took for such.
            if token.pos_ in ("ADJ", "VERB") and token.lower_.endswith(("s", "x", "t", "é", "e")) and i <= at + 1:
                return token if not token.dep_.startswith("aux") and feature(token, "Tense") != "Pres" else None
            return None
        return None

    def end(self, doc: Doc, head: int) -> int:
        """The end of the counted noun: adjectives and complements of common nouns, without nationality or place.

        "ouvriers de construction militaire"; of "soldats nord-coréens déployés en Russie" it is "soldats".
        """
        end = doc[head].word_end
        linking = self.words.of("counting", "of")
        while end < len(doc):
            token, following = doc[end], doc[end].word_end
            text = doc.words(end, following)
            if token.pos_ == "ADJ" and token.text.islower() and not countries().is_adjective(text):
                end = following
            elif token.lower_ in linking and (inner := _common_noun(doc, end + 1)):
                end = inner
            else:
                break
        return end

    def around(self, doc: Doc, first: int, last: int) -> Token | None:
        """What a number counts that no noun follows: "portant à cinq le nombre de morts", "de magnitude 6,4"."""
        linking = self.words.of("counting", "of")
        after = list(doc[last : min(last + 6, len(doc))])
        for i, token in enumerate(after):
            if token.lower_ == "nombre" and i + 2 < len(after) and after[i + 1].lower_ in linking:
                return after[i + 2]
            if token.is_punct:
                break
        for token in doc[max(0, first - 2) : first]:
            if token.lower_ == "magnitude":
                return token
        return None


def _common_noun(doc: Doc, at: int) -> int | None:
    """The end of a common noun at `at`, an article allowed before it; None where there is none."""
    if at < len(doc) and doc[at].lower_ in ("la", "l'", "le", "les"):
        at += 1
    if at < len(doc) and doc[at].pos_ == "NOUN" and doc[at].text.islower():
        return doc[at].word_end
    return None
