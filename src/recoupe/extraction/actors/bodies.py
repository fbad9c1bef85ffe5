"""Bodies without a name of their own kind: institutions, armies, companies and outlets, by the words that name them."""

from __future__ import annotations

from typing import final

from recoupe.extraction.actors.cast import Member
from recoupe.extraction.actors.name_words import is_particle
from recoupe.extraction.actors.naming import Naming, clean
from recoupe.extraction.actors.setting import Setting
from recoupe.extraction.actors.sorts import body_called, body_of_sort, only_of_sort, two_of_sort
from recoupe.extraction.phrases import OF, determiner, first_of, is_plural
from recoupe.gazetteer import Country
from recoupe.language.tokens import Token
from recoupe.model import ActorKind
from recoupe.names import abbreviates

_TWO = frozenset({"deux", "2"})
_DEFINITE = frozenset({"le", "les", "ce", "son"})
#: Where nouns that mean much else stand for somebody.
_ACTING = frozenset({"nsubj", "nsubj:pass", "obl:agent", "obj"})


@final
class BodyReader:
    """Reads the phrases of one part that mean a body."""

    def __init__(self, setting: Setting) -> None:
        self._setting, self._doc, self._words = setting, setting.doc, setting.words
        self._cast = setting.cast

    def is_body(self, head: int, end: int, text: str) -> bool:
        """The noun at `head`, whose phrase reaches to `end`, is a word for a body that means one here."""
        return (
            self._is_institution(head, end, text)
            or self._is_outlet(head, end, text)
            or self._words.body("armies", text)
            or self._is_qualified(head)
            or self._acts(head, end, text)
            or self._is_armed(self._doc[head], text)
            or self._known_body(head, end, text) is not None
            or bool(self._pair(head, end, text))
        )

    def _is_armed(self, noun: Token, text: str) -> bool:
        """ "un groupe armé", "l'organisation djihadiste": a body, whether it is named or not."""
        return "armed" in self._words.alike(text) and self._sorts(noun, text) == {"armed"}

    def _is_qualified(self, head: int) -> bool:
        """ "le centre hospitalier", "les services de secours": what stands behind the noun makes it a body."""
        noun, at = self._doc[head], self._doc[head].word_end
        kinds = self._words.bodies.tables["qualified"].get(noun.lemma_.lower())
        if kinds is None or determiner(noun) not in _DEFINITE:
            return False
        while at + 1 < len(self._doc) and self._doc[at].lower_ in ("de", "d'", "la", "l'", "du", "des"):
            at += 1
        return at < len(self._doc) and (self._doc[at].lemma_.lower() in kinds or self._doc[at].lower_ in kinds)

    def _acts(self, head: int, end: int, text: str) -> bool:
        """ "la défense a fait appel", "selon l'accusation": a noun that means a party only where it does something."""
        noun, words = self._doc[head], self._words
        if not words.body("acting", text) and not (
            noun.dep_ == "nsubj"
            and end == head + 1
            and words.body("governed", text)
            and words.body("deciding", noun.head.lemma_)
        ):
            return False
        if is_plural(noun) or determiner(noun) not in _DEFINITE:
            return False
        of = first_of(self._doc, head, end)
        if of + 1 < end and is_plural(self._doc[of + 1]):
            return False  # "la majorité des députés"
        if noun.dep_ in ("nsubj", "obl:agent"):
            return True
        return any(self._words.body("acting", c.lower_, "prepositions") for c in noun.children if c.dep_ == "case")

    def introduce(self, head: int, end: int, text: str) -> None:
        """ "un groupe de malfaiteurs": "le groupe" is theirs from here on, unless a name stands with it."""
        if not self._words.alike(text) or determiner(self._doc[head]) != "un":
            return
        if not (any(i in self._setting.namings for i in range(head, end)) or self._apposed(end)):
            self._cast.indefinite.add(text.lower())

    def _is_institution(self, head: int, end: int, text: str) -> bool:
        if self._words.body("shown_only", text):
            return False
        if is_plural(self._doc[head]) and self._words.body("singular_only", text):
            return False
        bare = head > 0 and self._doc[head - 1].lower_ in ("de", "d'") and not is_plural(self._doc[head])
        if bare and text[:1].islower():
            return False
        singular = self._words.institution(text)
        if singular:
            return is_plural(self._doc[head]) or text.lower() == singular  # "au cours de": no court
        if not self._words.body("capitalised", text):
            return False
        capital = text[:1].isupper() and not self._doc[head].is_sent_start
        return capital or self._apposed(end) is not None or self._acts_by_name(head, end)

    def _acts_by_name(self, head: int, end: int) -> bool:
        """ "la ville de Lyon a voté", "par la mission de l'Union africaine": it acts, and its complement is a name."""
        noun = self._doc[head]
        if noun.dep_ not in ("nsubj", "obl:agent") or is_plural(noun) or determiner(noun) not in _DEFINITE:
            return False
        of = first_of(self._doc, head, end)
        return any(t.text[:1].isupper() for t in self._doc[of + 1 : end])

    def _is_outlet(self, head: int, end: int, text: str) -> bool:
        if not self._words.body("media", text) or (head and self._doc[head - 1].lower_ in ("de", "d'")):
            return False
        if any(t.lemma_.lower() in self._words.bodies.of("apart", text) for t in self._doc[head + 1 : end]):
            return False  # "le journal télévisé"
        # "l'arrêt du site": what is a place or a thing as well is an outlet only where it acts or bears a name.
        acts = self._doc[head].dep_ in ("nsubj", "obl:agent")
        return acts or text.lower() not in ("site", "sites", "titre", "titres") or self._is_media(head, end, text)

    def read(self, head: int, start: int, end: int, text: str, country: Country | None) -> int:
        """Find the body that the phrase of tokens `start` to `end` means; where its name ends."""
        doc, token = self._doc, self._doc[head]
        for i in range(doc[head].word_end, end):
            named = self._setting.naming(i)
            if named and named.start == i and named.country is None and doc[i - 1].pos_ not in ("ADP", "DET"):
                end = i
                break
        end = self._with_head(end)
        reach = end
        media = self._words.body("media", text) and self._is_media(head, end, text)
        kind = ActorKind.MEDIA if media else ActorKind.ORGANISATION
        if self._words.body("armies", text):
            kind = ActorKind.ARMED_FORCE
        apposed = self._apposed(end)
        covering = self._setting.namings.get(head)
        if covering is not None and (whole := self._cut_from(*covering)) is not None:
            self._setting.refer(head, start, covering[0].end, whole)
        elif covering is not None:
            naming, member = covering
            end = max(end, naming.end)
            full = self._setting.quote(head, end)
            if member.name == naming.name == text:
                member.name = full  # "Conseil" found in "le Conseil des ministres"
            member.names.add(full)
            member.country = member.country or (country.code if country else None)
            self._setting.refer(head, start, end, member)
        elif apposed is not None and not is_plural(token):
            naming, member = apposed
            member.titles.add(self._setting.quote(start, end))
            if doc[end].text == "(" and abbreviates(naming.name, self._setting.quote(head, end)):
                member.names.add(self._setting.quote(head, end))  # "la commission électorale nationale (Céni)"
            member.country = member.country or (country.code if country else None)
            if media and member.known is None:
                member.kind = ActorKind.MEDIA
            self._setting.refer(head, start, naming.end, member)
        elif (directed := self._directed(head, end, text)) is not None:
            member = directed
            member.titles.add(self._setting.quote(head, first_of(doc, head, end)))
            self._setting.refer(head, start, end, member)
        elif (company := self._known_body(head, end, text)) is not None:
            self._setting.refer(head, start, end, company)
        elif pair := self._pair(head, end, text):
            self._setting.refer(head, start, end, *pair)
        elif is_plural(token) or determiner(token) in ("un", "des", "de", "aucun", "plusieurs", "quelques"):
            code = country.code if country else None
            group = self._cast.scoped(self._setting.quote(start, end), kind, code, plural=is_plural(token))
            group.names |= self.people_of(head, end)
            self._setting.refer(head, start, end, group)
        elif self._is_armed(token, text):
            self._setting.refer(head, start, end, self._cast.scoped(self._setting.quote(start, end), kind))
        elif end > doc[head].word_end and (
            determiner(token) in ("le", "ce", "son")
            or country is not None
            or any(t.text[0].isupper() for t in doc[head:end])
        ):
            body = self._cast.body(self._setting.quote(head, end), kind, country.code if country else None)
            if any(t.is_capital for t in doc[head:end]):
                body.named_at.append(self._offset(token))
            self._setting.refer(head, start, end, body)
        elif determiner(token) in ("le", "ce", "son", "") or token.text[:1].isupper():
            self._short_body(head, start, end, text, kind)
        return reach

    def _with_head(self, end: int) -> int:
        """The end of "l'administration" with the surname right behind it of the person who heads it."""
        named = self._setting.namings.get(end)
        if named is None or named[0].start != end or named[1].kind is not ActorKind.PERSON or named[1].scoped:
            return end
        told = " " in named[1].name or named[1].known or self._words.body("headed", self._doc[end - 1].text)
        alone = named[0].end == self._doc[end].word_end or is_particle(self._doc[end])  # "le gouvernement De Wever"
        return named[0].end if told and alone else end

    def _cut_from(self, naming: Naming, member: Member) -> Member | None:
        """ "la Cour", "la Caisse", which the recogniser finds by itself: the body whose name begins so."""
        if " " in naming.name or not self._words.institution(naming.name) or member.known:
            return None
        called = body_called(naming.name, self._cast)
        return called if called is not member else None

    def _directed(self, head: int, end: int, text: str) -> Member | None:
        """ "la direction européenne de X": X; without a complement, the body whose direction was so called before."""
        if not self._words.body("managements", text) or is_plural(self._doc[head]):
            return None
        of = first_of(self._doc, head, end)
        if of == end:
            written = self._setting.quote(head, end)
            so_called = [
                m for m in self._cast.recent if any(t == written or t.startswith(f"{written} ") for t in m.titles)
            ]
            return so_called[0] if len(so_called) == 1 else self._known_body(head, end, text)
        named = [self._setting.namings[i] for i in range(of + 1, min(of + 3, end)) if i in self._setting.namings]
        inner = [t for t in self._doc[of + 1 : end] if t.pos_ == "NOUN" and t.i not in self._setting.namings]
        if not named or inner or named[0][1].kind is not ActorKind.ORGANISATION:
            return None
        member = named[0][1]
        member.names.add(self._setting.quote(head, max(end, named[0][0].end)))
        return member

    def _known_body(self, head: int, end: int, text: str) -> Member | None:
        """ "le groupe italien", "le fonds de Denver": a body that the article names, by its sort."""
        noun, words = self._doc[head], self._words
        article = determiner(noun)
        written_large = text[:1].isupper() and not text.isupper()  # "l'Autorité", and not "l'ONG"
        if not words.alike(text) or written_large or is_plural(noun) or article not in ("le", "ce", "son"):
            return None
        if text in words.bodies.of("alike", "acting") and noun.dep_ not in _ACTING:
            return None
        if any(t.lemma_.lower() in words.bodies.of("apart", text) for t in noun.children if t.dep_ == "amod"):
            return None
        if (
            text in self._cast.indefinite
            or self._is_called(noun, text)
            or not self._is_sort_alone(head, end, text)
            or any(i in self._setting.namings for i in range(head, end))
            or self._apposed(end)
        ):
            return None
        if article == "son":
            return only_of_sort(self._sorts(noun, text), self._cast, words)
        return body_of_sort(noun, self._sorts(noun, text), self._offset(noun), self._cast, words)

    def _sorts(self, noun: Token, text: str) -> frozenset[str]:
        """The sorts of bodies that a noun is a word for; of "le groupe islamiste" the one that its adjective shows."""
        adjectives = {t.lemma_.lower() for t in noun.children if t.dep_ in ("amod", "acl")}
        shown = {s for s, marks in self._words.bodies.tables["sorts_shown"].items() if adjectives & set(marks)}
        return frozenset(shown) or self._words.alike(text)

    def _pair(self, head: int, end: int, text: str) -> tuple[Member, ...]:
        """ "les deux syndicats": the two bodies of the sort that were named last."""
        noun = self._doc[head]
        alone = end == self._doc[head].word_end and head > 1 and self._doc[head - 1].lower_ in _TWO
        if not alone or not is_plural(noun) or determiner(noun) not in ("les", "ces"):
            return ()
        sorts = self._words.alike(self._words.institution(text) or text.lower().removesuffix("s"))
        return two_of_sort(sorts, self._offset(noun), self._cast, self._words) if sorts else ()

    def _is_sort_alone(self, head: int, end: int, text: str) -> bool:
        """Nothing in the phrase makes a name of it: "le fabricant de pneus", "le fonds de Denver", but "le tribunal de
        Lyon", "la société de gestion" are other bodies."""
        complement = self._doc[first_of(self._doc, head, end) + 1 : end]
        if end < len(self._doc) and self._doc[end].lower_ in OF and self._doc[end].dep_ != "mark":
            return False  # "le mouvement des « gilets jaunes »"; not "accuse le groupe de mentir"
        makes = text in self._words.bodies.of("alike", "describing")
        if all(self._words.body("camps", t.lower_) for t in complement):
            return True  # "le parti d'extrême droite"
        seated = self._words.alike(text) == {"company"} and all(t.is_capital for t in complement)
        return makes or seated

    def _is_called(self, noun: Token, text: str) -> bool:
        """A body was called so before: "la commission des lois", and no confederation, is "la commission"."""
        bodies = (m for m in self._cast.recent if m.kind is ActorKind.ORGANISATION and not m.known)
        before = (m for m in bodies if any(at < self._offset(noun) for at in m.named_at))
        return any(name.startswith(f"{text} ") for m in before for name in m.names)

    def _offset(self, token: Token) -> int:
        """Where a token stands in the article."""
        return self._setting.part.block.start + token.idx

    def people_of(self, head: int, end: int) -> set[str]:
        """ "une délégation de supporters": supporters."""
        of = first_of(self._doc, head, end)
        if of + 1 < end and is_plural(self._doc[of + 1]) and self._words.human(self._doc[of + 1].text):
            return {self._setting.quote(of + 1, end)}
        return set()

    def _short_body(self, head: int, start: int, end: int, text: str, kind: ActorKind) -> None:
        """ "le ministère", after "le ministère de la Défense": the one named last; without one, the words alone."""
        if self._doc[head].is_capital and not self._doc[head].is_sent_start and (body := body_called(text, self._cast)):
            self._setting.refer(head, start, end, body)
            return
        for member in reversed(self._cast.recent):
            if (
                member.kind is kind
                and not member.scoped
                and any(n.lower().split()[0] == text.lower() for n in member.names)
            ):
                self._setting.refer(head, start, end, member)
                return
        if kind is ActorKind.MEDIA and (outlet := self._cast.last_outlet()) is not None:
            self._setting.refer(head, start, end, outlet)
        elif determiner(self._doc[head]) in ("le", "ce", "son", ""):
            self._setting.refer(head, start, end, self._cast.scoped(clean(text).lower(), kind))

    def _is_media(self, head: int, end: int, text: str) -> bool:
        if text.lower() not in ("agence", "agences", "chaîne", "chaînes", "site", "sites", "titre", "titres"):
            return True
        return any(t.lower_ in ("presse", "télévision", "info", "information") for t in self._doc[head:end]) or any(
            (n := self._setting.namings.get(i)) is not None and n[1].kind is ActorKind.MEDIA
            for i in range(end, min(end + 2, len(self._doc)))
        )

    def _apposed(self, end: int) -> tuple[Naming, Member] | None:
        """The name in apposition: "l'agence russe Tass", "l'agence centrale (KCNA)", "une autre agence, Tass,"."""
        doc = self._doc
        if end >= len(doc):
            return None
        at = end + 1 if doc[end].text in ("(", ",", "«", '"') and end + 1 < len(doc) else end
        if (
            doc[end].text == ","
            and at + 1 < len(doc)
            and doc[at].lower_ in ("le", "la", "l'")
            and not doc[at].is_capital
        ):
            at += 1  # "son parti, le PDP, a"
        found = self._setting.namings.get(at)
        if found is None or found[0].start != at or found[0].country is not None:
            return None
        if doc[end].text == "," and not (found[0].end < len(doc) and doc[found[0].end].is_punct):
            return None
        _, member = found
        if (
            member.kind is ActorKind.PERSON
            and end == at
            and " " not in member.name
            and not (member.titles or member.gender or member.known)
        ):
            member.kind = ActorKind.ORGANISATION  # "l'usine Vencorex": the recogniser took it for a person.
        return found if member.kind is not ActorKind.PERSON else None
