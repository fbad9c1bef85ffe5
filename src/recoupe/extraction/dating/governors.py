"""What a time expression belongs to in its sentence."""

from __future__ import annotations

import itertools
from collections.abc import Set

from recoupe.extraction.dating import nouns
from recoupe.extraction.dependencies import (
    feature,
    has_relative_subject,
    is_finite,
    is_infinitive,
    is_participle,
    is_verbal,
    verb_above,
)
from recoupe.extraction.happenings import narration
from recoupe.language.contract import Language
from recoupe.language.tokens import Run, Token

#: How far up the parse the governor of an expression is looked for, in steps.
_CLIMB = 6
#: How many tokens stand between a comma and the expression that it sets off ("en", "le").
_BEFORE = 4
#: How many digits a year has.
_YEAR = 4


def governor(tokens: Run, timing: Set[Token], language: Language) -> Token | None:
    """What an expression belongs to. Behind "deux jours après que" it is the verb of that clause; where the parse hangs
    it on a name or a thing, it is the verb of its clause: the next one for a date that opens a sentence, else the last
    one before it."""
    doc, sentence = tokens.doc, tokens.sent
    after = doc[tokens.end : min(tokens.end + 2, sentence.end)]
    if (
        len(after) == 2
        and after[0].lower_ in language.grammar.of("conjunctions", "time")
        and after[1].lower_ in ("que", "qu'")
    ):
        return next(
            (t for t in doc[tokens.end + 2 : sentence.end] if is_verbal(t) and not t.dep_.startswith("aux")), None
        )
    noun = (
        nouns.complemented(tokens, language)
        or nouns.of_opening(tokens, language)
        or nouns.begun_with(tokens, language)
        or nouns.described_by(tokens, language)
        or nouns.parted(tokens, language)
    )
    if noun is not None and noun not in timing:
        return noun
    led = _led_in(tokens, language)
    if not led and (participle := _right_before(tokens)) is not None:
        return participle
    above = tokens.root.head
    if _has_copula(above) and nouns.names_happening(above, language):
        return above
    if (opened := _of_clause_behind(tokens)) is not None:
        return opened
    found = _outside(tokens, _above(tokens.root, timing, language)) if not led else None
    if (apposed := nouns.apposed(tokens, found, language)) is not None:
        return apposed
    if (
        found is not None
        and found.i != tokens.start - 1
        and (beneath := _in_participle_phrase(tokens, found, sentence)) is not None
    ):
        return beneath
    if found is not None and tokens.start == sentence.start and is_infinitive(found):
        found = next((t for t in doc[tokens.end : found.i] if _is_main(t)), found)
    if found is not None and (later := _later_clause(tokens, found)) is not None:
        found = later
    if found is not None and _is_bare(tokens, found):
        clause = verb_above(found)
        found = clause or found
    if found is not None and (_names_year(tokens) or not is_verbal(found)):
        found = _recalling(tokens, found) or found
    if found is not None and tokens.end <= found.i and (closed := _of_clause_before(tokens)) is not None:
        return closed
    if found is not None and (_is_predicate(found) or nouns.names_happening(found, language)):
        return found
    verbs = [t for t in sentence if is_verbal(t) and not t.dep_.startswith(("aux", "cop")) and t not in led]
    if tokens.start - sentence.start - len(led) <= 1:
        return next((v for v in verbs if v.i >= tokens.end), found)
    before = next((v for v in reversed(verbs) if v.i < tokens.start), None)
    if before is not None or doc[tokens.start - 1].pos_ == "ADJ":  # "l'hôpital, ouvert mercredi, a accueilli"
        return before or found
    # "la police, lundi, a arrêté": the verb of which its noun is the subject; "c'est lundi qu'elle a arrêté": the next
    above_it = next((t for t in tokens.root.ancestors if is_verbal(t) and t not in led), found)
    stated = above if above != tokens.root and _has_copula(above) else None  # "est en vigueur depuis mars"
    return above_it or next((v for v in verbs if v.i >= tokens.end), stated)


def _right_before(tokens: Run) -> Token | None:
    """The participle that stands right before a day and belongs to a noun of another verb, or goes beside that, and on
    which the parse hangs the day: "a relâché un homme arrêté le 3 mars"."""
    doc, start = tokens.doc, tokens.start
    at, first = start - 1, doc[start].sent.start
    if at > first and doc[at].pos_ == "ADP":
        at -= 1
    before = doc[at]
    if at < first or before.auxiliaries or not (is_verbal(before) and is_participle(before)):
        return None
    if feature(before, "Tense") == "Pres":  # "a lancé une offensive en mars, l'intensifiant le 17 mai"
        return before if is_verbal(before.head) else None
    return before if before.dep_ in ("acl", "amod") else None


def _in_participle_phrase(tokens: Run, found: Token, sentence: Run) -> Token | None:
    """The participle in whose phrase a day stands that the parse hangs on its noun, on the participle before or on the
    verb behind: "la trêve, entrée en vigueur lundi et ROMPUE le 19 janvier, a été rétablie"."""
    for token in reversed(tokens.doc[sentence.start : tokens.start]):
        if token.is_punct or token is found:
            return None
        if token.pos_ in ("VERB", "AUX"):
            if not is_participle(token) or token.auxiliaries:
                return None
            within = token.dep_ in ("acl", "amod") and (token.head is found or found.i >= tokens.end)
            return token if within or (token.dep_ == "conj" and token.head is found) else None
    return None


def _led_in(tokens: Run, language: Language) -> Set[Token]:
    """The words that lead an expression in like a clause, though they are none: "il y a", "voici"."""
    doc, ago = tokens.doc, language.grammar.of("prepositions", "ago")
    first = max(tokens.sent.start, tokens.start - _BEFORE)
    adverb = tokens.start > first and doc[tokens.start - 1].pos_ == "ADV"  # "il y a déjà trois ans"
    for start in range(tokens.start - 1, first - 1, -1):
        if doc.words(start, tokens.start - adverb).lower() in ago:
            return frozenset(doc[start : tokens.start])
    return frozenset()


def _above(head: Token, timing: Set[Token], language: Language) -> Token | None:
    """The verb above an expression; or the noun whose complement it is, when that noun is no part of the date."""
    token = head
    for _ in range(_CLIMB):
        if token.head == token:
            return token if is_verbal(token) and token != head else None
        label = token.dep_
        token = token.head
        if _is_predicate(token):
            return token
        headline = label.startswith("obl") and token.head == token and not _has_copula(token)  # "Grève le 28 mai"
        named = (headline or label in ("nmod", "acl", "amod", "appos")) and token.pos_ in ("NOUN", "PROPN")
        if token.lemma_.lower() in language.grammar.of("nouns", "length"):  # "en l'espace de deux ans"
            continue
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
    doc, sentence = tokens.doc, tokens.sent
    if tokens.end >= sentence.end or doc[tokens.end].text != ",":
        return None
    clause = list(itertools.takewhile(lambda t: not t.is_punct, reversed(doc[sentence.start : tokens.start])))
    for token in clause:
        if token.i == sentence.start and is_verbal(token) and is_participle(token):
            return token  # "Arrêté le 30 juin, il est jugé"
        if is_finite(token):
            return token.head if token.dep_ in ("cop", "aux", "aux:tense", "aux:pass") else token
    return None


def _of_clause_behind(tokens: Run) -> Token | None:
    """The verb of the clause that the expression opens behind "et" or "puis", between commas or without, wherever the
    parse hangs it: "était parti puis, en décembre, il avait rejoint", "a été blessé lundi et jeudi il est mort"."""
    doc, sentence, commas = tokens.doc, tokens.sent, 0
    start = tokens.start
    while start > sentence.start and doc[start - 1].pos_ in ("ADP", "DET"):
        start -= 1
    if start - 2 <= sentence.start or tokens.end + 1 >= sentence.end:
        return None
    if doc[start - 1].text == "," and doc[tokens.end].text == ",":
        commas = 1
    if doc[start - 1 - commas].pos_ != "CCONJ":
        return None
    for token in doc[tokens.end + commas : sentence.end]:
        if token.is_punct:
            return None
        if is_verbal(token) and not token.dep_.startswith(("aux", "cop")):
            subjects = [
                c for c in token.children if c.dep_.startswith(("nsubj", "expl")) and tokens.end <= c.i < token.i
            ]
            own = any(commas or c.i == tokens.end or c.subtree[0].i == tokens.end for c in subjects)
            return token if own and (is_finite(token) or token.auxiliaries) else None
    return None


def _later_clause(tokens: Run, found: Token) -> Token | None:
    """The verb of the coordinated clause in which it stands, with a subject of its own, where the parse hangs it on the
    verb before: "a été blessé mardi et il est MORT trois jours plus tard"."""
    for token in reversed(tokens.doc[found.i + 1 : tokens.start]):
        if (
            token.dep_ == "conj"
            and token.head == found
            and is_verbal(token)
            and (is_finite(token) or token.auxiliaries)
        ):
            subject = any(c.dep_.startswith("nsubj") and found.i < c.i < token.i for c in token.children)
            return token if subject else None
    return None


def _names_year(tokens: Run) -> bool:
    return bool([t for t in tokens if len(t.text) == _YEAR and t.text.isdecimal()])


def _recalling(tokens: Run, found: Token) -> Token | None:
    """The relative clause right before a day with its year, or a day that the parse hangs on a noun further off: it
    recalls what stands above it does not tell of ("a libéré un otage qui a été enlevé à Djibo, le 27 avril 2022", "une
    visite pour le ministre, qui a séjourné à Oslo, en juin")."""
    before = reversed(tokens.doc[found.i + 1 : tokens.start])
    verb = next((t for t in before if is_verbal(t) and t.auxiliaries), None)
    if verb is None or not (narration.is_perfect(verb) or narration.is_pluperfect(verb)):
        return None
    return verb if narration.is_relative(verb) and found in verb.ancestors else None


def _is_main(verb: Token) -> bool:
    """A finite verb of no clause that depends on another: "jeudi, il RENCONTRERA le maire avant de se rendre à"."""
    if not is_finite(verb) or verb.dep_.startswith("aux") or narration.is_relative(verb):
        return False
    return not any(c.dep_ == "mark" for c in verb.children)


def _is_bare(tokens: Run, noun: Token) -> bool:
    """A day without a preposition behind "le site de l'accident" is that of the verb ("ont été évacués du site de
    l'accident mardi"), where that tells: the accident only says which site is meant."""
    if is_verbal(noun) or tokens.doc[tokens.start - 1].pos_ == "ADP" or noun.head.pos_ != "NOUN" or noun.dep_ != "nmod":
        return False
    verb = verb_above(noun)
    return verb is not None and tokens.start > verb.i and any(a.dep_ == "aux:tense" for a in verb.auxiliaries)


def _is_predicate(token: Token) -> bool:
    """A verb, or one with "qui" that the parse takes for a noun."""
    return is_verbal(token) or has_relative_subject(token)


def _has_copula(token: Token) -> bool:
    """It stands behind "être": "sont morts"."""
    return any(a.dep_ == "cop" for a in token.auxiliaries)
