"""Incises: "..., a annoncé mardi le ministre", the reporting verb that stands beside what is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, final

import attrs

from recoupe.extraction.analysis import Part
from recoupe.extraction.attribution.speakers import Speakers
from recoupe.extraction.dependencies import children, feature
from recoupe.extraction.syntax import Syntax
from recoupe.language.tokens import Run, Token

#: How far behind an inverted verb its subject begins, in tokens ("a annoncé mardi soir à la presse un responsable").
_INVERTED: Final = 10
#: The marks behind which an incise stands.
_SETS_OFF: Final = frozenset({",", "–", "—", "-", "»", "”", '"', "(", "?", "!"})


@final
@attrs.frozen(kw_only=True, eq=False)
class Incises:
    """Finds incises and who speaks in them."""

    #: Reads the parse.
    syntax: Syntax
    #: Finds speakers.
    speakers: Speakers

    def stands(self, part: Part, sentence: Run, verb: Token) -> bool:
        """A reporting verb set off by a comma, a dash or a quotation mark, its subject (if any) behind it."""
        first = group_start(verb)
        if any(s.i < first and s.pos_ != "PRON" for s in children(verb, "nsubj")):
            behind = self.subject(verb, min(verb.i + _INVERTED, sentence.end))
            if not any(t.i > verb.i and self.speakers.of(part, t) and t.pos_ != "PRON" for t in behind):
                return False
            if any(t.text in "«“" for t in sentence.doc[verb.i : min(verb.i + 3, sentence.end)]):
                return False
        before = sentence.doc[first - 1] if first > sentence.start else None
        while (
            before is not None
            and before.i > sentence.start
            and feature(before, "PronType") != "Rel"
            and (before.dep_.startswith("expl") or before.pos_ in ("ADV", "PRON") or before.lower_ in ("-t", "t"))
        ):
            before = sentence.doc[before.i - 1]
        if before is None or before.i == sentence.start:
            return False
        return before.text in _SETS_OFF

    def extent(self, sentence: Run, verb: Token) -> tuple[int, int]:
        first = group_start(verb)
        end = verb.i + 1
        depth = 0
        while end < sentence.end:
            text = sentence.doc[end].text
            depth += text == "("
            depth -= text == ")"
            if depth <= 0 and text in {"»", "«", ".", ";", "–", "—"}:
                break
            if text == "," and not self._apposed(sentence.doc[end]):
                break
            end += 1
        return first, end

    def _apposed(self, comma: Token) -> bool:
        """The comma continues the speaker's name ("le secrétaire du Conseil, Sergueï Choïgou,")."""
        following = comma.doc[comma.i + 1] if comma.i + 1 < len(comma.doc) else None
        if following is None:
            return False
        relative = self.syntax.words.of("pronouns", "relative_subject") | self.syntax.words.of("pronouns", "relative")
        return following.pos_ == "PROPN" or following.ent_type_ == "PER" or following.lower_ in relative

    def subject(self, verb: Token, end: int) -> Sequence[Token]:
        """The nominals behind an inverted verb, whatever the parser called them (it often says object)."""
        temporal = self.syntax.words.of("nouns", "temporal")
        own = [s for s in children(verb, "nsubj") if s.i > verb.i or s.pos_ == "PRON"]
        own = [s for s in own if s.lemma_.lower() not in temporal]
        if any(s.lower_ in self.syntax.words.of("pronouns", "impersonal") for s in own):
            # "a-t-on appris auprès de la préfecture", "de source policière"
            informants = self.syntax.words.of("prepositions", "informant")
            behind = (t for t in verb.doc[verb.i + 1 : end] if t.pos_ in ("NOUN", "PROPN"))
            return [t for t in behind if self.syntax.preposition(t) in informants][:1]
        if own:
            return own
        for token in verb.doc[verb.i + 1 : end]:
            if (
                token.pos_ in ("NOUN", "PROPN", "PRON")
                and token.dep_ not in ("obl:mod", "advmod")
                and self.syntax.preposition(token) is None
                and token.lemma_.lower() not in temporal
            ):
                return [token]
        return self.syntax.subjects(verb)


def comment(sentence: Run, start: int) -> int:
    """Where the article comments on what was said ("..., précise la ministre, ce qu'a écarté le président")."""
    for token in sentence.doc[start : sentence.end - 1]:
        after = token.doc[token.i + 1]
        if token.pos_ == "PRON" and feature(after, "PronType") == "Rel":
            return token.i
    return sentence.end


def group_start(verb: Token) -> int:
    """The first token of a verb with the auxiliaries that stand right before it; a parse may give it those of another
    ("L'Otan a dépêché des avions, a confirmé une porte-parole")."""
    start = verb.i
    for aux in reversed([a.i for a in verb.auxiliaries if a.i < verb.i]):
        between = verb.doc[aux:start]
        if not all(t.pos_ in ("ADV", "PRON", "AUX", "PART") or t.dep_.startswith("aux") for t in between):
            break
        start = aux
    return start
