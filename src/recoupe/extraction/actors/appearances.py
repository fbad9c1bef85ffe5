"""Appearances: where the members of a cast appear in the article, in order, and as what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import final

import attrs

from recoupe.extraction.actors.anaphora import Memory
from recoupe.extraction.actors.appearance import Appearance
from recoupe.extraction.actors.cast import Member
from recoupe.extraction.actors.lists import Lists, Unit
from recoupe.extraction.actors.sequels import held_by, is_listed
from recoupe.extraction.actors.setting import Setting
from recoupe.extraction.dependencies import is_subject
from recoupe.language.actors import ActorWords
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Token
from recoupe.model import ActorKind

#: What words are, as the parse has them, to whose bearers something is done.
_UNDERGOING = frozenset({"obj", "nsubj:pass"})


def _count_sentences(settings: Sequence[Setting]) -> list[list[int]]:
    counted: list[list[int]] = []
    number = 0
    for setting in settings:
        row = [0] * len(setting.doc)
        for sentence in setting.doc.sents:
            for i in range(sentence.start, sentence.end):
                row[i] = number
            number += 1
        counted.append(row)
    return counted


#: What words are, as the parse has them, that tell what somebody is or becomes.
_PREDICATIVE = frozenset({"obj", "xcomp"})
#: What stands before a state in which something happens.
_PLACING = frozenset({"à", "au", "aux", "en", "dans"})


@final
@attrs.frozen(kw_only=True, eq=False)
class AppearanceReader:
    """Reads who appears in the parts of one article."""

    #: The parts, with all their references found.
    settings: Sequence[Setting]
    words: ActorWords
    #: Verbs of saying, and what stands before those who say something.
    saying: Words
    #: The number of each token's sentence, counted through the article, by part.
    sentences: list[list[int]] = attrs.field(
        init=False, default=attrs.Factory(lambda self: _count_sentences(self.settings), takes_self=True)
    )

    _says: frozenset[str] = attrs.field(
        init=False, default=attrs.Factory(lambda self: self.saying.of("verbs", "asserts"), takes_self=True)
    )
    _holding: frozenset[str] = attrs.field(
        init=False, default=attrs.Factory(lambda self: held_by(self.words.persons), takes_self=True)
    )
    _harming: frozenset[str] = attrs.field(
        init=False, default=attrs.Factory(lambda self: self.words.persons.of("sequels", "harming"), takes_self=True)
    )
    _before_speakers: frozenset[str] = attrs.field(
        init=False, default=attrs.Factory(lambda self: self.saying.of("prepositions", "asserts"), takes_self=True)
    )

    def read(self, bearers: Mapping[tuple[int, int], tuple[Member, ...]]) -> tuple[list[Lists], Memory]:
        """The lists of each part, and who appears when.

        Args:
            bearers: By part and head token, whom offices without a name mean, as far as that is known.
        """
        found: list[dict[int, tuple[Member, ...]]] = [{} for _ in self.settings]
        for (n, head), members in bearers.items():
            found[n][head] = members
        lists = [Lists(setting, found[n]) for n, setting in enumerate(self.settings)]
        chains = [(n, chain) for n, row in enumerate(lists) for chain in row.chains()]
        whole = [self._appearance(n, lists[n], chain) for n, chain in chains]
        singly = (
            [seen] if len(chain) == 1 else [self._appearance(n, lists[n], [unit]) for unit in chain]
            for seen, (n, chain) in zip(whole, chains, strict=True)
        )
        memory = Memory(
            appearances=tuple(seen for seen in whole if seen.members),
            singly=tuple(seen for row in singly for seen in row if seen.members),
        )
        return lists, memory

    def _appearance(self, n: int, lists: Lists, chain: Sequence[Unit]) -> Appearance:
        """Whom the units of a list mean together; nobody where they are only places."""
        first, last = chain[0], chain[-1]
        # One behind the verb is who says so ("a indiqué le procureur"), not whom the text goes on about.
        words = self.settings[n].part.doc[first.naming.address if first.naming else first.start : last.end]
        undergoing = [t for t in words if t.dep_ in _UNDERGOING]
        return Appearance(
            part=n,
            start=first.start,
            end=last.end,
            sentence=self.sentences[n][last.end - 1],
            members=tuple(dict.fromkeys([m for u in chain for m in u.members if lists.is_meant(u)])),
            subject=any(map(is_subject, words)) or (words[0].dep_ == "nmod" and self._is_topic(n, first)),
            speaks=self._speak(words),
            predicate=any(t.dep_ in _PREDICATIVE and self._is_predicate(t) for t in words),
            undergoes=bool(undergoing),
            held=any(is_listed(t.head, self._holding) for t in undergoing),
            harmed=any(is_listed(t.head, self._harming) for t in undergoing),
            gender=self._gender_of(n, lists, chain),
            opens=_opens(words[0]),
            within=first.start > 0 and words[0].doc[first.start - 1].lower_ in _PLACING,
        )

    def _is_topic(self, n: int, unit: Unit) -> bool:
        """ "L'élection de Paul Roche a surpris": the person whose thing is the subject, which is nobody itself."""
        setting, named = self.settings[n], unit.naming is not None and unit.naming.kind is ActorKind.PERSON
        word = setting.doc[unit.start]
        thing = word.head
        if not named or word.dep_ != "nmod" or thing.i > unit.start or not is_subject(thing):
            return False
        return thing.i not in setting.references and thing.i not in setting.namings

    def _is_predicate(self, token: Token) -> bool:
        """ "chef" of "il devient chef du parti", "a été élu chef du parti"."""
        if token.pos_ != "NOUN":
            return False
        becomes = token.dep_ == "obj" and self.words.person("linking", token.head.lemma_, "verbs")
        return becomes or (token.dep_ == "xcomp" and token.head.i < token.i)

    def _speak(self, words: Sequence[Token]) -> bool:
        """They stand where those stand who say what is told, or only saw it: as subjects of verbs of saying, behind
        "selon", in "retrouvé par un promeneur"."""
        first = words[0]
        said = [t for t in words if t.dep_ == "nsubj" and t.head.lemma_ in self._says]
        found = [t for t in words if t.dep_ == "obl:agent" and self.words.person("witnesses", t.head.lemma_, "verbs")]
        return bool(said or found) or (first.i > 0 and first.doc[first.i - 1].lower_ in self._before_speakers)

    def _gender_of(self, n: int, lists: Lists, chain: Sequence[Unit]) -> str | None:
        """The gender of the noun that one unit has; None for names and lists."""
        if len(chain) > 1 or chain[0].naming is not None:
            return None
        noun = self.settings[n].part.doc[lists.head_of(chain[0])]
        if chain[0].members and chain[0].members[0].kind is ActorKind.PERSON:
            either = self.words.person("counted", noun.lower_)  # "la victime", "la personne"
            return None if either else self.settings[n].gender(noun)
        return {"Fem": "feminine", "Masc": "masculine"}.get(noun.features.get("Gender", ""))


def _opens(word: Token) -> bool:
    """It is the first word of its sentence but for an article."""
    return word.is_sent_start or (word.doc[word.i - 1].is_sent_start and word.doc[word.i - 1].pos_ == "DET")
