"""What a time expression belongs to in its sentence, and the tense of that."""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterable, Set

from recoupe.calendar import Tense
from recoupe.extraction.dependencies import (
    feature,
    finite,
    has_relative_subject,
    is_finite,
    is_infinitive,
    is_participle,
    is_verbal,
)
from recoupe.extraction.happenings import narration
from recoupe.language.contract import Language
from recoupe.language.tokens import Doc, Run, Token
from recoupe.model import Kind

_TENSES = {"Fut": Tense.FUTURE, "Past": Tense.PAST, "Imp": Tense.PAST, "Pres": Tense.PRESENT}
#: How far up the parse the governor of an expression is looked for, in steps.
_CLIMB = 6
#: How many tokens stand between a comma and the expression that it sets off ("en", "le").
_BEFORE = 3
#: How far before a comma the noun stands that an expression behind it dates, in tokens.
_PHRASE = 10
#: How far behind a noun the words stand that complete it, in tokens.
_COMPLETED = 5
#: How many digits a year has.
_YEAR = 4
#: What takes a noun's phrase up again behind a parenthesis.
_OF = frozenset({"de", "d'", "du", "des"})


def governor(tokens: Run, timing: Set[Token], language: Language) -> Token | None:
    """What an expression belongs to. Behind "deux jours après que" it is the verb of that clause; where the parse hangs
    it on a name or a thing, it is the verb of its clause: the next one for a date that opens a sentence, else the last
    one before it."""
    doc, sentence = tokens.doc, tokens.root.sent
    after = doc[tokens.end : min(tokens.end + 2, sentence.end)]
    if (
        len(after) == 2
        and after[0].lower_ in language.grammar.of("conjunctions", "time")
        and after[1].lower_ in ("que", "qu'")
    ):
        return next(
            (t for t in doc[tokens.end + 2 : sentence.end] if is_verbal(t) and not t.dep_.startswith("aux")), None
        )
    noun = _complemented(tokens, language) or _of_opening(tokens, language)
    if noun is not None and noun not in timing:
        return noun
    led = _led_in(tokens, language)
    above = tokens.root.head
    if _has_copula(above) and names_happening(above, language):
        return above
    found = _outside(tokens, _above(tokens.root, timing)) if not led else None
    if found is not None and _is_bare(tokens, found):
        clause = next((t for t in found.ancestors if is_verbal(t)), None)
        found = clause or found
    if found is not None and _names_year(tokens):
        found = _recalling(tokens, found) or found
    if found is not None and tokens.end <= found.i and (closed := _of_clause_before(tokens)) is not None:
        return closed
    if found is not None and (_is_predicate(found) or names_happening(found, language)):
        return found
    verbs = [t for t in sentence if is_verbal(t) and not t.dep_.startswith(("aux", "cop")) and t not in led]
    if tokens.start - sentence.start - len(led) <= 1:
        return next((v for v in verbs if v.i >= tokens.end), found)
    before = next((v for v in reversed(verbs) if v.i < tokens.start), None)
    if before is not None or doc[tokens.start - 1].pos_ == "ADJ":  # "l'hôpital, ouvert mercredi, a accueilli"
        return before or found
    # "la police, lundi, a arrêté": the verb of which its noun is the subject; "c'est lundi qu'elle a arrêté": the next
    above_it = next((t for t in tokens.root.ancestors if is_verbal(t) and t not in led), found)
    return above_it or next((v for v in verbs if v.i >= tokens.end), None)


def names_happening(noun: Token, language: Language) -> bool:
    """It may name what happens: alone, or by the words behind it ("journée de mobilisation", but no "journée")."""
    units = language.frames.nouns.get(noun.lemma_.lower(), ())
    if not units or any(not unit.tail for unit in units):
        return bool(units)
    behind = {t.lemma_.lower() for t in noun.doc[noun.i + 1 : min(noun.i + _COMPLETED, noun.sent.end)]}
    return any(behind.issuperset(unit.tail) for unit in units)


def may_tell(token: Token, kinds: Container[Kind], language: Language) -> bool:
    """It may name a happening of one of these kinds."""
    units = (language.frames.verbs if is_verbal(token) else language.frames.nouns).get(token.lemma_.lower(), ())
    return any(u.frame.kind in kinds for u in units)


def recalled(tokens: Run, dated: Set[Token], language: Language) -> Token | None:
    """The noun that an expression between commas dates: "l'octroi, en 2024, de permis"; or "ont adopté mercredi des
    sanctions après l'incursion de drones, le 2 novembre", whose verb has its day already.

    Args:
        tokens: The expression.
        dated: What earlier expressions of the sentence date.
        language: Its nouns of happenings.
    """
    doc, sentence = tokens.doc, tokens.root.sent
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
    for token in reversed(doc[max(sentence.start, comma - _PHRASE) : comma]):
        if token.is_punct or is_verbal(token):
            return None
        if token.pos_ == "NOUN" and names_happening(token, language):
            after = doc[tokens.end + 1] if tokens.end + 1 < sentence.end else None
            resumed = token.i == comma - 1 and after is not None and after.lower_ in _OF
            verb = next((t for t in token.ancestors if is_verbal(t)), None)
            earlier = verb is not None and verb in dated and verb.i < token.i
            return token if resumed or earlier else None
    return None


def recalls(tokens: Run, noun: Token) -> bool:
    """It completes a noun that the sentence only brings in: "des 12 candidats à la présidentielle du 18 octobre"."""
    if is_verbal(noun) or tokens.doc[tokens.start - 1].lower_ not in _OF or not tokens.start:
        return False
    return noun.dep_ in ("nmod", "obl:mod", "obl:arg", "obl:agent")


def compares(tokens: Run, language: Language) -> bool:
    """A superlative stands before it in its phrase: "le pire séisme depuis 1939" is none of 1939."""
    superlatives = language.grammar.of("comparison", "superlative")
    comparatives = language.grammar.of("comparison", "comparative")
    for token in reversed(tokens.doc[max(tokens.root.sent.start, tokens.start - _PHRASE) : tokens.start]):
        if token.is_punct or (is_verbal(token) and is_finite(token)):
            return False
        articled = token.i > 0 and token.doc[token.i - 1].dep_ == "det"
        if token.lower_ in superlatives or (articled and token.lower_ in comparatives):
            return True
    return False


def _led_in(tokens: Run, language: Language) -> Set[Token]:
    """The words that lead an expression in like a clause, though they are none: "il y a", "voici"."""
    doc = tokens.doc
    for count in range(1, _BEFORE + 1):
        start = tokens.start - count
        if start >= tokens.root.sent.start and doc.words(start, tokens.start).lower() in language.grammar.of(
            "prepositions", "ago"
        ):
            return frozenset(doc[start : tokens.start])
    return frozenset()


def _leads_in(doc: Doc, start: int, end: int, language: Language) -> bool:
    """Nothing but what leads an expression in stands there: "en", "le", "il y a"."""
    words = doc.words(start, end).lower()
    return words in language.grammar.of("prepositions", "ago") or all(
        t.dep_ in ("case", "det") or t.pos_ == "ADP" for t in doc[start:end]
    )


def tense(governor: Token | None, language: Language) -> Tense | None:
    """The tense under which an expression stands; None where no verb governs it."""
    verb = governor
    while verb is not None and not is_verbal(verb):
        verb = verb.head if verb.head != verb else None
    if verb is None:
        return None
    above = verb.head if verb.head != verb else None
    if is_infinitive(verb):
        return Tense.FUTURE if above is not None and _plans(above, language) else tense(above, language)
    if is_participle(verb):
        told_above = feature(verb, "Tense") == "Pres" or verb.dep_ == "xcomp"  # "restera fermé"
        if not told_above and _plans(verb, language):  # "la réunion, prévue jeudi, a été annulée"
            return Tense.PRESENT
        return tense(above, language) if told_above else Tense.PAST
    first = finite(verb)
    if feature(first, "Mood") == "Cnd":
        return Tense.PAST if any(a.dep_ == "aux:tense" for a in verb.auxiliaries) else Tense.FUTURE
    if narration.is_composed(verb):
        return Tense.PAST
    return _TENSES.get(feature(first, "Tense")) if is_finite(verb) else None


def _plans(verb: Token, language: Language) -> bool:
    """What stands under it is to come: "doit agir", "a décidé d'agir"; not "avait dû agir fin août"."""
    lemma = verb.lemma_.lower()
    if language.status.key_of("verbs", lemma) != "planned":
        return False
    return not (lemma in language.status.of("perfect", "occurred") and narration.is_composed(verb))


def _above(head: Token, timing: Set[Token]) -> Token | None:
    """The verb above an expression; or the noun whose complement it is, when that noun is no part of the date."""
    token = head
    for _ in range(_CLIMB):
        if token.head == token:
            return token if is_verbal(token) and token != head else None
        label = token.dep_
        token = token.head
        if _is_predicate(token):
            return token
        named = label in ("nmod", "acl", "amod", "appos") and token.pos_ in ("NOUN", "PROPN")
        if named and token != head and token not in timing:  # "dimanche toute la journée": a time is no happening
            return token
    return None


def _outside(tokens: Run, found: Token | None) -> Token | None:
    """`found`, or what it depends on where its clause only opens behind the expression: "débutera à partir du 23 mai si
    aucun accord n'est conclu"."""
    while (
        found is not None and found.head != found and any(tokens.end <= c.i for c in found.children if c.dep_ == "mark")
    ):
        found = found.head
    return found


def _of_clause_before(tokens: Run) -> Token | None:
    """The verb of a clause that a comma closes right behind the expression, wherever the parse hangs that: "alors que
    le syndicat sera en grève le 6, les cadres appellent"."""
    doc, sentence = tokens.doc, tokens.root.sent
    if tokens.end >= sentence.end or doc[tokens.end].text != ",":
        return None
    clause = list(itertools.takewhile(lambda t: not t.is_punct, reversed(doc[sentence.start : tokens.start])))
    for token in clause:
        if token.i == sentence.start and is_verbal(token) and is_participle(token):
            return token  # "Arrêté le 30 juin, il est jugé"
        if is_finite(token):
            return token.head if token.dep_ in ("cop", "aux", "aux:tense", "aux:pass") else token
    return None


def _complemented(tokens: Run, language: Language) -> Token | None:
    """The noun whose complement the expression is by its "de": "a annulé la décision du tribunal de Lens du 9 mars"."""
    doc = tokens.doc
    if tokens.start - 1 <= tokens.root.sent.start or doc[tokens.start - 1].lower_ not in _OF:
        return None
    first = max(tokens.root.sent.start, tokens.start - _PHRASE)
    if doc.words(first, tokens.start).lower().endswith(tuple(language.occurrence.of("prepositions", "simultaneous"))):
        return None  # "au cours du week-end"
    before = reversed(doc[first : tokens.start - 1])
    return _first_happening(itertools.takewhile(lambda t: not (t.is_punct or is_verbal(t)), before), language)


def _of_opening(tokens: Run, language: Language) -> Token | None:
    """The noun that the expression dates in what opens a sentence by something that came before: "à la suite du
    maintien du maire le 11 janvier, M. X avait saisi"."""
    doc, sentence = tokens.doc, tokens.root.sent
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


def _first_happening(tokens: Iterable[Token], language: Language) -> Token | None:
    return next((t for t in tokens if t.pos_ == "NOUN" and names_happening(t, language)), None)


def _names_year(tokens: Run) -> bool:
    return any(len(t.text) == _YEAR and t.text.isdecimal() for t in tokens)


def _recalling(tokens: Run, found: Token) -> Token | None:
    """The relative clause right before a day with its year: it recalls what the verb above it does not tell of ("a
    libéré un otage qui a été enlevé à Djibo, le 27 avril 2022")."""
    before = reversed(tokens.doc[found.i + 1 : tokens.start])
    verb = next((t for t in before if is_verbal(t) and t.auxiliaries), None)
    if verb is None or not (narration.is_perfect(verb) or narration.is_pluperfect(verb)):
        return None
    return verb if narration.is_relative(verb) and found in verb.ancestors else None


def _is_bare(tokens: Run, noun: Token) -> bool:
    """A day without a preposition behind "le site de l'accident" is that of the verb ("ont été évacués du site de
    l'accident mardi"), where that tells: the accident only says which site is meant."""
    if is_verbal(noun) or tokens.doc[tokens.start - 1].pos_ == "ADP" or noun.head.pos_ != "NOUN" or noun.dep_ != "nmod":
        return False
    verb = next((t for t in noun.ancestors if is_verbal(t)), None)
    return verb is not None and tokens.start > verb.i and any(a.dep_ == "aux:tense" for a in verb.auxiliaries)


def _is_predicate(token: Token) -> bool:
    """A verb, or one with "qui" that the parse takes for a noun."""
    return is_verbal(token) or has_relative_subject(token)


def _has_copula(token: Token) -> bool:
    """It stands behind "être": "sont morts"."""
    return any(a.dep_ == "cop" for a in token.auxiliaries)
