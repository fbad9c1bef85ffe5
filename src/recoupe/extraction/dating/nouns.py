"""Which noun a time expression belongs to where it stands in a noun's phrase, and which nouns name happenings."""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterable, Sequence, Set

from recoupe.extraction.dependencies import feature, is_finite, is_led_by, is_participle, is_verbal, verb_above
from recoupe.extraction.phrases import OF
from recoupe.language.contract import Language
from recoupe.language.tokens import Doc, Run, Token
from recoupe.model import Kind

#: How many tokens stand between a comma and the expression that it sets off ("en", "le").
_BEFORE = 3
#: How far before a comma, or a preposition, the noun stands that an expression behind it dates, in tokens.
_PHRASE = 10
#: How far behind a noun the words stand that complete it, in tokens.
_COMPLETED = 5
#: How many tokens an apposition between commas has, and its second comma.
_APPOSED = 4
#: How many tokens stand before an expression that is compared with at most: "par rapport à la".
_STANDARD = 4
#: What is said of something that came about before: "a condamné l'attaque".
REACTIONS = (Kind.SUPPORT, Kind.ACCUSE)


def names_happening(noun: Token, language: Language) -> bool:
    """It may name what happens: alone, or by the words behind it ("journée de mobilisation", but no "journée")."""
    units = language.frames.nouns.get(noun.lemma_.lower(), ())
    if not units or any(not unit.tail for unit in units):
        return bool(units)
    behind = {t.lemma_.lower() for t in noun.doc[noun.i + 1 : min(noun.i + _COMPLETED, noun.sent.end)]}
    return any(behind.issuperset(unit.tail) for unit in units)


def may_tell(
    token: Token, kinds: Container[Kind], language: Language, *, modes: Container[str | None] = frozenset()
) -> bool:
    """It may name a happening of one of these kinds or modes."""
    units = (language.frames.verbs if is_verbal(token) else language.frames.nouns).get(token.lemma_.lower(), ())
    return bool([u for u in units if u.frame.kind in kinds or u.frame.mode in modes])


def asks_for(verb: Token, language: Language) -> bool:
    """Its object or infinitive is what somebody asks for, and may come about: "a réclamé la démission"."""
    if language.status.key_of("verbs", verb.lemma_.lower()) != "possible":
        return False
    return is_verbal(verb) and may_tell(verb, (Kind.REQUEST,), language)


def recalled(tokens: Run, dated: Set[Token], language: Language) -> Token | None:
    """The noun that an expression between commas dates: "l'octroi, en 2024, de permis"; or "ont adopté mercredi des
    sanctions après l'incursion de drones, le 2 novembre", whose verb has its day already, or whose noun is set off by
    its preposition ("tués depuis le début des combats, le 15 avril").

    Args:
        tokens: The expression.
        dated: What earlier expressions of the sentence date.
        language: Its nouns of happenings.
    """
    doc, sentence = tokens.doc, tokens.sent
    comma = next(
        (
            i
            for i in range(tokens.start - 1, tokens.start - 2 - _BEFORE, -1)
            if i > sentence.start and doc[i].text == ","
        ),
        None,
    )
    if comma is None or not _leads_in(doc, comma + 1, tokens.start, language):
        return None
    behind = doc[tokens.end] if tokens.end < sentence.end else None
    if behind is not None and not behind.is_punct:
        return None
    apart = comma
    for token in reversed(doc[max(sentence.start, comma - _PHRASE) : comma]):
        if token.text == "," and apart - token.i <= _APPOSED:
            apart = token.i  # "le meurtre de Jean Roux, boulanger, en 2021"
            continue
        if token.is_punct or is_verbal(token):
            return None
        if token.pos_ == "NOUN" and names_happening(token, language):
            if _is_charge(token, language):
                return token
            if apart != comma:
                return None
            after = doc[tokens.end + 1] if tokens.end + 1 < sentence.end else None
            resumed = token.i == comma - 1 and after is not None and after.lower_ in OF
            verb = verb_above(token)
            earlier = verb is not None and verb in dated and verb.i < token.i
            return token if resumed or earlier else _set_off(token, language)
    return None


def _is_charge(noun: Token, language: Language) -> bool:
    """ "jugés pour le MEURTRE de Jean Roux": a certain deed for which a court judges."""
    if not any(feature(c, "Definite") == "Def" for c in noun.children):
        return False
    verb = verb_above(noun)
    charged = is_led_by(noun, language.occurrence.of("prepositions", "charge") - set(OF))
    return charged and verb is not None and may_tell(verb, (Kind.JUSTICE,), language)


def _set_off(noun: Token, language: Language) -> Token | None:
    """The noun behind "depuis" or "après" in whose phrase it stands: "tués depuis le DÉBUT des combats"."""
    of = language.occurrence.of
    words = of("prepositions", "anterior") | of("prepositions", "posterior")
    while not any(c.dep_ == "case" and c.lower_ in words for c in noun.children):
        if noun.dep_ != "nmod":
            return None
        noun = noun.head
    return noun


def recalls(tokens: Run, noun: Token, language: Language) -> bool:
    """It completes a noun that the sentence only brings in: "des 12 candidats à la présidentielle du 18 octobre"; or
    tells when the source of what is told was given: "selon un bilan communiqué lundi"."""
    if is_verbal(noun):
        described = noun.dep_ in ("acl", "amod")
        return described and is_led_by(noun.head, language.occurrence.of("prepositions", "source"))
    if tokens.doc[tokens.start - 1].lower_ not in OF or not tokens.start:
        return False
    return noun.dep_ in ("nmod", "obl:mod", "obl:arg", "obl:agent")


def compares(tokens: Run, language: Language) -> bool:
    """A superlative stands before it in its phrase: "le pire séisme depuis 1939" is none of 1939."""
    superlatives = language.grammar.of("comparison", "superlative")
    comparatives = language.grammar.of("comparison", "comparative")
    for token in reversed(tokens.doc[max(tokens.sent.start, tokens.start - _PHRASE) : tokens.start]):
        if token.is_punct or (is_verbal(token) and is_finite(token)):
            return False
        articled = token.i > 0 and token.doc[token.i - 1].dep_ == "det"
        if token.lower_ in superlatives or (articled and token.lower_ in comparatives):
            return True
    return False


def is_standard(tokens: Run, language: Language) -> bool:
    """The text only compares with it: "a augmenté de 3 % par rapport à 2023", "2,25 %, contre 4 % en juin", "contre 250
    avions un an plus tôt"."""
    doc, first = tokens.doc, max(tokens.sent.start, tokens.start - _STANDARD)
    words = language.grammar.of("comparison", "standard")
    if any(doc.words(first, end).lower().endswith(tuple(words)) for end in (tokens.start, tokens.start - 1)):
        return True
    against = language.grammar.of("comparison", "against")
    for token in _phrase_before(tokens, against):
        if token.lower_ in against:
            number, behind = doc[token.i + 1], doc[token.i + 2 : token.i + 3]
            counted = [t for t in behind if t.pos_ == "NOUN" and t.text.isalpha() and not feature(t, "NumType")]
            earlier = doc.words(tokens.end, min(tokens.end + 2, tokens.sent.end)).lower()
            before = earlier.startswith(tuple(language.grammar.of("comparison", "earlier")))
            return number.pos_ == "NUM" and (before or not counted)
    return False


def is_year_of_thing(tokens: Run, language: Language) -> bool:
    """A year right behind a noun that names no happening tells which one of its sort is meant: "le budget 2026"."""
    if len(tokens) != 1 or not tokens.start or not tokens.text.isdigit():
        return False
    noun = tokens.doc[tokens.start - 1]
    return noun.pos_ in ("NOUN", "PROPN") and not names_happening(noun, language)


def complemented(tokens: Run, language: Language) -> Token | None:
    """The noun whose complement the expression is by its "de": "a annulé la décision du tribunal de Lens du 9 mars"."""
    doc = tokens.doc
    if tokens.start - 1 <= tokens.sent.start or doc[tokens.start - 1].lower_ not in OF:
        return None
    if _opens_stretch(tokens, language):
        return None
    before = reversed(doc[max(tokens.sent.start, tokens.start - _PHRASE) : tokens.start - 1])
    return _first_happening(itertools.takewhile(lambda t: not (t.is_punct or is_verbal(t)), before), language)


def parted(tokens: Run, language: Language) -> Token | None:
    """The noun that the expression parts from its complement, behind "après" or "avant", under words on it, or where it
    happens under a preposition: "après la diffusion samedi d'une vidéo", "a salué la libération lundi de deux otages",
    "condamné pour le meurtre en 2013 d'une étudiante"."""
    doc, before = tokens.doc, tokens.doc[tokens.start - 1]
    if tokens.end >= before.sent.end or doc[tokens.end].lower_ not in OF:
        return None
    completed = doc[tokens.end].head.head
    while completed.dep_ == "nmod" and not names_happening(completed, language):
        completed = completed.head  # "la vente par la commune en 2018 de terrains"
    if _is_led_or_subject(completed) and not any(t.is_punct or is_verbal(t) for t in doc[completed.i : tokens.start]):
        return completed if names_happening(completed, language) else None
    if before.pos_ != "NOUN":
        return None
    of = language.occurrence.of
    cases = [c.lower_ for c in before.children if c.dep_ == "case"]
    if (of("prepositions", "anterior") | of("prepositions", "posterior")).intersection(cases):
        return before
    met = before.dep_ == "obj" and may_tell(before.head, REACTIONS, language)
    return before if met and names_happening(before, language) else None


def _is_led_or_subject(noun: Token) -> bool:
    """It depends on a verb by a preposition, or stands before it as its subject."""
    subject = noun.dep_.startswith("nsubj") and noun.i < noun.head.i
    return noun.pos_ == "NOUN" and (subject or noun.dep_.startswith("obl"))


def of_opening(tokens: Run, language: Language) -> Token | None:
    """The noun that the expression dates in what opens a sentence by something that came before: "à la suite du
    maintien du maire le 11 janvier, M. X avait saisi"."""
    doc, sentence = tokens.doc, tokens.sent
    if tokens.end >= sentence.end or doc[tokens.end].text != ",":
        return None
    opening = doc[sentence.start : tokens.start]
    words = doc.words(sentence.start, tokens.start).lower()
    phrases = language.occurrence.of("prepositions", "following")
    led = max((len(p) for p in phrases if words.startswith(p)), default=0)
    if not led or any(t.is_punct or (is_verbal(t) and not (is_participle(t) and not t.auxiliaries)) for t in opening):
        return None
    nouns = [t for t in opening if t.pos_ == "NOUN" and t.idx - doc[sentence.start].idx >= led]
    return _first_happening(nouns, language) or next(iter(nouns), None)


def begun_with(tokens: Run, language: Language) -> Token | None:
    """The noun behind "depuis" that the expression closes: "la première visite depuis l'établissement de relations au
    début des années 1990" tells when these were established."""
    since, noun = language.occurrence.of("prepositions", "since"), None
    for token in _phrase_before(tokens, since):
        noun = token if token.pos_ == "NOUN" else noun
        if noun is not None and token.lower_ in since:
            return noun
    return None


def apposed(tokens: Run, found: Token | None, language: Language) -> Token | None:
    """The noun that it dates at the end of what commas set off, where the parse hangs it on the verb behind, or on what
    names no happening (`found`): "Jean Roux, vainqueur du marathon de Lens dimanche, a"."""
    doc, end = tokens.doc, tokens.end
    if found is None or (found.i < end and (is_verbal(found) or names_happening(found, language))):
        return None
    if end >= tokens.sent.end or doc[end].text != ",":
        return None
    before = doc[max(tokens.sent.start, tokens.start - _PHRASE) : tokens.start]
    phrase = list(itertools.takewhile(lambda t: t.text != ",", reversed(before)))
    if len(phrase) == len(before) or any(is_verbal(t) for t in phrase):
        return None
    return _first_happening(phrase, language)


def described_by(tokens: Run, language: Language) -> Token | None:
    """The noun that it tells from others of its sort, though that names no happening: "dans l'affaire du 15 avril"; not
    what says or counts something on its day ("les calculs de mercredi atteignent 247 morts")."""
    doc = tokens.doc
    if tokens.start - 1 <= tokens.sent.start or doc[tokens.start - 1].lower_ not in OF:
        return None
    if _opens_stretch(tokens, language):
        return None
    noun = doc[tokens.start - 2]
    if noun.is_capital and not noun.is_sent_start:
        return None  # "en Algérie du 13 au 15 juin"
    saying = language.reporting.of("sources", "mouthpiece") | language.occurrence.of("nouns", "tally")
    others = saying | language.grammar.of("nouns", "temporal") | language.grammar.of("nouns", "length")
    return noun if noun.pos_ == "NOUN" and noun.lemma_.lower() not in others else None


def belongs_to_unnamed(tokens: Run, language: Language) -> bool:
    """It dates what a pronoun stands for: "depuis celui du 17 août 1999", "celle de Jacques Chirac en 1998", "dix
    personnes ont été arrêtées dont deux mardi"."""
    standing = language.grammar.of("pronouns", "standing")
    owning = language.grammar.of("pronouns", "relative_owner")
    first: Token | None = None
    for token in _phrase_before(tokens, standing | owning):
        if token.lower_ in standing:
            return first is None or first.pos_ != "PRON"
        if token.lower_ in owning:
            part = tokens.doc[token.i + 1]
            return part.pos_ in ("NUM", "PRON") or feature(part, "Definite") == "Ind"
        first = token if token.pos_ not in ("ADP", "DET") else first
    return False


def _opens_stretch(tokens: Run, language: Language) -> bool:
    """A locution stands before it: "au cours du week-end", "au cours des six derniers mois"."""
    words = tokens.doc.words(max(tokens.sent.start, tokens.start - _PHRASE), tokens.start).lower()
    return words.endswith(tuple(language.occurrence.of("prepositions", "simultaneous")))


def _phrase_before(tokens: Run, words: Set[str]) -> Sequence[Token]:
    """The words before an expression up to a mark or a verb, the nearest first; none where none of `words` is there."""
    before = tokens.doc[max(tokens.sent.start, tokens.start - _PHRASE) : tokens.start]
    if words.isdisjoint([t.lower_ for t in before]):
        return ()
    return list(itertools.takewhile(lambda t: not (_parts(t) or is_verbal(t)), reversed(before)))


def _parts(mark: Token) -> bool:
    """A mark that is no sign of a number ("contre 4 % en juin")."""
    return mark.is_punct and mark.text != "%"


def _first_happening(tokens: Iterable[Token], language: Language) -> Token | None:
    return next((t for t in tokens if t.pos_ == "NOUN" and names_happening(t, language)), None)


def _leads_in(doc: Doc, start: int, end: int, language: Language) -> bool:
    """Nothing but what leads an expression in stands there: "en", "le", "il y a"."""
    words = doc.words(start, end).lower()
    return words in language.grammar.of("prepositions", "ago") or all(
        t.dep_ in ("case", "det") or t.pos_ == "ADP" for t in doc[start:end]
    )
