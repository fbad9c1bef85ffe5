"""Actors of an article: whom its nouns, names and pronouns stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import final

import attrs

from recoupe.extraction.actors.appearances import AppearanceReader
from recoupe.extraction.actors.bearers import Bearers
from recoupe.extraction.actors.cast import Cast, Member
from recoupe.extraction.actors.casting import Casting
from recoupe.extraction.actors.descriptions import Describer, Description
from recoupe.extraction.actors.epithets import Epithets
from recoupe.extraction.actors.families import names_alone
from recoupe.extraction.actors.namings import find_namings, is_nobody, names_of_places, names_of_things
from recoupe.extraction.actors.offices import OfficeReader
from recoupe.extraction.actors.pointers import PointerReader
from recoupe.extraction.actors.setting import Setting
from recoupe.extraction.actors.standing import acts, hosts
from recoupe.extraction.analysis import Analysis, Part
from recoupe.extraction.domains import SPORT
from recoupe.extraction.phrases import before, country_in, first_of, reach, word
from recoupe.gazetteer import Registry, nationality
from recoupe.language.actors import ActorWords
from recoupe.language.contract import Language
from recoupe.language.lexicon import Words
from recoupe.language.tokens import Run, Token
from recoupe.model import Actor, ActorKind, Span


@final
@attrs.frozen(kw_only=True, eq=False)
class Resolved:
    """An actor, and the words that mean it."""

    #: Who it is.
    actor: Actor
    _analysis: Analysis
    _part: Part
    _words: Run

    @property
    def span(self) -> Span:
        """The words."""
        return self._analysis.span(self._part, self._words)


def find(analysis: Analysis, language: Language, domain: str | None = None) -> Actors:
    """Everybody an article names or describes; `domain`: what it is about, where that matters."""
    return Actors(analysis, language.known_actors, language.actors, language.reporting, domain)


@final
class Actors:
    """The actors of one article, and how its words stand for them. Built once; then only asked."""

    def __init__(
        self, analysis: Analysis, registry: Registry, words: ActorWords, saying: Words, domain: str | None = None
    ) -> None:
        self._analysis, self._words = analysis, words
        self._number = {id(part): n for n, part in enumerate(analysis.parts)}
        self._cast = Cast(registry)
        text = analysis.article.text
        #: The names found in each part, in order.
        nobody = names_of_things(analysis.parts, words) | names_of_places(analysis.parts, words)
        alone = names_alone(analysis.parts, words)
        sport = domain == SPORT
        rows = (find_namings(part, text, registry, words, sport=sport, alone=alone) for part in analysis.parts)
        self.namings = [[n for n in row if not is_nobody(n, nobody)] for row in rows]
        casting = Casting(cast=self._cast, words=words)
        self._settings = [
            Setting(part=part, text=text, namings=named, cast=self._cast, words=words)
            for part, named in zip(analysis.parts, casting.people(analysis.parts, self.namings), strict=True)
        ]
        for setting in self._settings:
            OfficeReader(setting).read()
        opened = [Describer(setting).read() for setting in self._settings]
        casting.name_states_of_adjectives(analysis.parts)
        self._open = {(n, d.head): d for n, row in enumerate(opened) for d in row}
        self._appearances = AppearanceReader(settings=self._settings, words=words, saying=saying)
        self._bearers: dict[tuple[int, int], tuple[Member, ...]] = {}
        self._remember()
        # Whom bare offices mean is known only now, and is itself something to point back to.
        borne = {place: found for place, d in self._open.items() if (found := self._bearing.of(place[0], d))}
        self._bearers = self._followed(borne)
        if self._bearers:
            self._remember()
        #: Those of the cast who were meant, by identity.
        self._actors: dict[int, Actor] = {}
        #: What was asked already, with the answers.
        self._answers: dict[tuple[Token, bool], tuple[Resolved, ...]] = {}

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Everybody found, sorted by id; those without a name of their own have a scope."""
        return _sorted(map(self._actor, self._cast.members))

    @property
    def meant(self) -> tuple[Actor, ...]:
        """Those of them whom words mean that were asked for."""
        return _sorted(self._actors.values())

    def _actor(self, member: Member) -> Actor:
        """The value of one of the cast, made when words first mean it: of many none does."""
        found = self._actors.get(id(member))
        if found is None:
            found = self._actors[id(member)] = member.actor(self._analysis.article.source.id)
        return found

    # ------------------------------------------------------------------ building
    def _remember(self) -> None:
        self._lists, memory = self._appearances.read(self._bearers)
        words, years = self._words, self._years()
        epithets = Epithets(memory=memory, words=words, sentences=self._appearances.sentences, years=years)
        self._bearing = Bearers(
            settings=self._settings, lists=self._lists, memory=memory, words=words, epithets=epithets, years=years
        )
        self._pointers: list[PointerReader] = []
        for n, setting in enumerate(self._settings):
            sentences, previous = self._appearances.sentences[n], self._pointers[-1] if n else None
            self._pointers.append(
                PointerReader(number=n, setting=setting, sentences=sentences, memory=memory, previous=previous)
            )

    def _followed(
        self, borne: Mapping[tuple[int, int], tuple[Member, ...]]
    ) -> dict[tuple[int, int], tuple[Member, ...]]:
        """ "un garçon ... le garçonnet ... l'enfant": whom the words mean whom one stands for, where these words mean
        one person all through the article."""
        means = dict[tuple[Member, ...], set[tuple[Member, ...]]]()
        for place, description in self._open.items():
            own = self._fallback(place[0], description)
            means.setdefault(own, set()).add(borne.get(place, own))
        alone = {own: next(iter(found)) for own, found in means.items() if len(found) == 1}
        return {place: alone.get(found, found) for place, found in borne.items()}

    def _years(self) -> range | None:
        published = self._analysis.article.source.published
        if published is None or published.earliest is None or published.latest is None:
            return None
        return range(published.earliest.year, published.latest.year + 1)

    # ------------------------------------------------------------------ asking
    def resolve(self, part: Part, token: Token, *, acting: bool = False) -> tuple[Resolved, ...]:
        """The actors that the noun phrase, pronoun, possessive or adjective at `token` stands for, with its list.

        Empty where it is no actor: a thing, a capital that is only a place, a pronoun whose antecedent is not clear, a
        group that is only counted, unless it is `acting`.
        """
        found = self._answers.get((token, acting))
        if found is None:
            found = self._answers[token, acting] = self._resolve(part, token, acting)
        return found

    def _resolve(self, part: Part, token: Token, acting: bool) -> tuple[Resolved, ...]:
        n = self._number[id(part)]
        members = self._pointers[n].read(token)
        if members is not None:
            start, end = token.i, token.word_end
            return self._resolved(part, [(m, start, end) for m in members])
        found = self._own(n, token, acting)
        if found is None:
            found = self._named_behind_nation(n, token)
        if found is None:
            return self._territory(part, token) or self._adjective(part, token)
        at = self._lists[n].at(self._extent(n, token.i, found)[0])
        listed = [(m, *self._extent(n, token.i, found)) for m in found]
        if at is not None and (self._lists[n].units[at].naming is not None or token.i in self._settings[n].references):
            chain = self._lists[n].chain(at)[1:]
            for unit in chain:
                if self._lists[n].is_meant(unit):
                    head = self._lists[n].head_of(unit)
                    listed += [
                        (m, unit.start, unit.end) for m in unit.members if self._takes_part(part.doc[head], m, acting)
                    ]
            listed = [*self._lists[n].before(at), *listed]
        return self._resolved(part, listed)

    def generic(self, part: Part, token: Token) -> Actor | None:
        """The actor without a name that the noun at `token` describes ("des experts"); None where it is none."""
        reference = self._settings[self._number[id(part)]].references.get(token.i)
        scoped = [m for m in reference.members if m.scoped] if reference else []
        return self._actor(scoped[0]) if scoped else None

    def _own(self, n: int, token: Token, acting: bool) -> tuple[Member, ...] | None:
        """Whom the words at `token` mean by themselves."""
        opened = self._open.get((n, token.i))
        if opened is not None:
            found = self._bearers.get((n, token.i)) or self._fallback(n, opened)
            return tuple(m for m in found if self._takes_part(token, m, acting)) if opened.plural else found
        reference = self._settings[n].references.get(token.i)
        if reference is not None:
            return tuple(m for m in reference.members if self._takes_part(token, m, acting))
        naming = self._settings[n].namings.get(token.i)
        if naming is not None:
            means = (
                naming[0].sort not in ("capital", "seat")
                or acts(naming[0], self._words)
                or hosts(naming[0], self._words)
            )
            return (naming[1],) if means else ()
        return None

    def _named_behind_nation(self, n: int, token: Token) -> tuple[Member, ...] | None:
        """ "l'américain Boeing", "avec le chinois Comac": the body whose name stands behind where it comes from."""
        doc, at = token.doc, token.word_end
        naming = self._settings[n].namings.get(at)
        if naming is None or naming[0].start != at or naming[0].country is not None or not token.i:
            return None
        led = doc[token.i - 1].lower_ in ("le", "la", "l'", "du", "au")
        return (naming[1],) if led and token.text.islower() and nationality(token.text) else None

    def _takes_part(self, token: Token, member: Member, acting: bool) -> bool:
        """Groups that are only counted, sent or left without an article are figures, not somebody who takes part:
        "1000 démineurs", "l'envoi d'ouvriers", "sept morts"; but "plusieurs centaines de marins ont défilé" do."""
        if not member.scoped or member.kind is not ActorKind.GROUP:
            return True
        if self._words.person("counted", token.lower_):  # "les blessés ont été évacués", but "sept blessés"
            at = before(token) - 1
            return at >= 0 and token.doc[at].lower_ in ("les", "ces", "aux")
        bare = self._words.body("forces", token.lower_) and not member.country and " " not in member.name
        if bare and not (acting or token.dep_ in ("nsubj", "obl:agent")):
            return False  # "l'envoi de soldats", but "les militaires ont pris le pouvoir"
        if (
            acting
            or token.dep_ in ("nsubj", "obl:agent")
            or (token.dep_ == "nsubj:pass" and not member.country)
            or (token.dep_ == "nmod" and _counted(token).dep_ == "nsubj")
        ):
            return True
        start = before(token) - 1
        previous = token.doc[start].lower_ if start >= 0 else ""
        counted = start >= 0 and (
            token.doc[start].pos_ == "NUM" or token.doc[start].lower_[:1].isdigit() or token.doc[start].like_num
        )
        return not counted and previous not in ("de", "d'")

    def _fallback(self, n: int, opened: Description) -> tuple[Member, ...]:
        reference = self._settings[n].references.get(opened.head)
        return reference.members if reference else ()

    def _territory(self, part: Part, token: Token) -> tuple[Resolved, ...]:
        """ "dans la région russe de Koursk": what befalls it befalls Russia."""
        if not self._words.body("territories", token.lower_):
            return ()
        end = reach(token)
        of = first_of(part.doc, token.i, end)
        found = country_in(part.doc, token.i, of)
        member = self._cast.known_state(found[0]) if found else None
        return self._resolved(part, [(member, token.i, end)]) if member else ()

    def _adjective(self, part: Part, token: Token) -> tuple[Resolved, ...]:
        """ "ukrainienne" in "une incursion ukrainienne": the state."""
        start, end = token.i, token.word_end
        while start > 0 and not part.doc[start - 1].whitespace_ and part.doc[start - 1].text == "-":
            start -= 2
        start = max(start, 0)
        country = nationality(part.doc[start].text if end == start + 1 else word(part.doc, start, end))
        if country is None or part.doc[start].text[:1].isupper() or self._words.body("companies", token.head.lower_):
            return ()  # "un groupe suisse" is no state
        member = self._cast.known_state(country)
        return self._resolved(part, [(member, start, end)]) if member else ()

    def _extent(self, n: int, i: int, members: tuple[Member, ...]) -> tuple[int, int]:
        naming = self._settings[n].namings.get(i)
        if naming is not None and naming[1] in members:
            return naming[0].start, naming[0].end
        reference = self._settings[n].references.get(i)
        return (reference.start, reference.end) if reference else (i, i + 1)

    def _resolved(self, part: Part, listed: list[tuple[Member, int, int]]) -> tuple[Resolved, ...]:
        found: dict[str, Resolved] = {}
        for member, start, end in listed:
            actor = self._actor(member)
            if actor.id not in found:
                words = Run(part.doc, start, end)
                found[actor.id] = Resolved(actor=actor, analysis=self._analysis, part=part, words=words)
        return tuple(found.values())


def _counted(token: Token) -> Token:
    """ "dizaines" of "des dizaines de milliers de manifestants": what a counted noun hangs on."""
    while token.dep_ == "nmod" and token.head != token:
        token = token.head
    return token


def _sorted(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    return tuple(sorted(set(actors), key=lambda actor: actor.id))
