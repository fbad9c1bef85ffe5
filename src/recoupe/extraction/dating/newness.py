"""What an article tells as new: the perfect of a main clause, and what that clause brings with it.

A noun that is new to the text takes part in what its verb tells ("ont participé à une cérémonie"); an infinitive is
told by the verb over it ("a pu parler à sa famille"), a perfect one by the verb of saying ("dit avoir arrêté un
homme"); and what the one just named said may follow in a relative clause ("a répliqué X, qui a reconnu des erreurs").
"""

from __future__ import annotations

from recoupe.extraction.dating.nouns import REACTIONS, may_tell
from recoupe.extraction.dependencies import (
    feature,
    is_infinitive,
    is_participle,
    is_perfect_infinitive,
    is_verbal,
    verb_above,
)
from recoupe.extraction.happenings import narration
from recoupe.extraction.phrases import OF
from recoupe.language.contract import Language
from recoupe.language.tokens import Token
from recoupe.model import BlockKind, Kind

#: Words, not deeds.
SPOKEN = frozenset({Kind.SUPPORT, Kind.STATEMENT, Kind.REQUEST, Kind.ACCUSE, Kind.REJECT, Kind.THREATEN, Kind.CONCEDE})
#: How many steps a participle, an infinitive or a coordinated verb is climbed to the verb that has the tense.
_CLIMB = 5
#: What a noun that its verb brings in is to it, and the prepositions that it may stand behind.
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "obl:agent", "obl:arg", "obl:mod"})
_LEADING = frozenset({"par", "à", "dans"})


def told_as_new(
    token: Token, kind: BlockKind, language: Language, *, spoken: bool, occasion: Token | None = None
) -> bool:
    """The trigger stands in the tense of news: the perfect of a main clause, or what goes with it; or a headline.

    Args:
        token: The trigger.
        kind: The block that it stands in.
        language: Its words.
        spoken: It tells of words, which the present tells as new as well ("dénonce").
        occasion: The verb that tells what was done on the occasion that it names ("lors d'une cérémonie, il a pleuré").
    """
    if kind is BlockKind.HEADLINE:
        return is_verbal(token) or (token.head == token and not _is_topic(token))
    verb = _telling(token, language, occasion, spoken=spoken)
    if verb is None:
        return False
    firsts = [verb]
    while firsts[-1].dep_ == "conj":
        firsts.append(firsts[-1].head)
    if any(narration.is_relative(v) for v in firsts[1:]) or any(_tells_when(v, language) for v in firsts):
        return False  # "lorsque le garçon a été trouvé et que la police a lancé un appel"
    if any(_is_asked(v, language) or _is_answered(v, language) for v in firsts):
        return False
    earlier = language.occurrence.of("adverbs", "earlier")
    new = narration.is_perfect(verb) or has_just(verb, language) or (spoken and narration.is_present(verb))
    return new and earlier.isdisjoint([c.lower_ for t in {verb, token} for c in t.children if c.dep_ != "mark"])


def has_just(verb: Token, language: Language) -> bool:
    """ "vient de requérir": the recent past of the infinitive below it."""
    lemmas = language.grammar.of("verbs", "recent")
    if verb.lemma_.lower() not in lemmas or not narration.is_simple_present(verb):
        return False
    below = (c for c in verb.children if c.dep_ == "xcomp" and is_infinitive(c))
    return any(c.dep_ == "mark" and c.lower_ in OF for t in below for c in t.children)


def _telling(token: Token, language: Language, occasion: Token | None, *, spoken: bool) -> Token | None:
    """The verb whose tense tells of the trigger; None where that is told as known, or only thought of."""
    verb = token if occasion is None else occasion
    if occasion is None and not is_verbal(token):
        if not _is_brought_in(token, language):
            return None
        verb = token.head
    for _ in range(_CLIMB):
        if not is_verbal(verb) or verb.dep_ == "amod":
            return None
        if (beside := narration.meanwhile(verb, language)) is not None:
            verb = beside
            continue
        if narration.is_relative(verb):
            return verb if spoken and _follows(verb) else None
        if is_perfect_infinitive(verb):
            if verb.dep_ != "xcomp" or language.reporting.key_of("verbs", verb.head.lemma_.lower()) is None:
                return None
        elif is_infinitive(verb):
            if verb.dep_ != "xcomp":
                return None
        elif (passive := narration.passive_before(verb)) is not None:
            return passive
        elif is_participle(verb):
            if feature(verb, "Tense") == "Past" and verb.dep_ not in ("conj", "xcomp"):
                return None
        elif verb.auxiliaries or verb.dep_ != "conj":
            return verb
        verb = narration.main_verb(verb) or verb.head
    return verb


def _is_asked(verb: Token, language: Language) -> bool:
    """It heads a question, which is of something known: "pour savoir dans quelles circonstances il a fui"."""
    above = verb.head
    if verb.dep_ == "ccomp" and above.i < verb.i:
        opening = list(verb.doc[above.i + 1 : verb.i])
    else:
        opening = [t for c in verb.children if c.i < verb.i for t in (c, *c.children)]
    asking = language.grammar.of("conjunctions", "asking") if verb.dep_ == "ccomp" else frozenset()
    return any(feature(t, "PronType") == "Int" or t.lower_ in asking for t in opening)


def _is_answered(verb: Token, language: Language) -> bool:
    """Somebody has spoken of its subject since: "l'attaque condamnée lundi par Oslo a fait dix morts"."""
    subjects = (c for c in verb.children if c.dep_ == "nsubj")
    said = (c for noun in subjects for c in noun.children if c.dep_ == "acl" and is_participle(c))
    return any(may_tell(c, REACTIONS, language) for c in said)


def _is_brought_in(noun: Token, language: Language) -> bool:
    """The text has not named it before ("une cellule d'urgence a été ouverte"), and its verb is none of words, which
    may be of older things ("a dénoncé une attaque")."""
    verb = noun.head
    if noun.dep_ not in _ARGUMENTS or not is_verbal(verb):
        return False
    article = next((c for c in noun.children if _is_indefinite(c)), None)
    if article is None or (article.i > verb.i and noun.doc[article.i - 1].text == ","):
        return False
    if any(c.dep_ == "case" and c.lower_ not in _LEADING for c in noun.children):
        return False
    if noun.dep_.startswith("nsubj"):
        return True
    said = language.reporting.key_of("verbs", verb.lemma_.lower()) is not None
    return not said and not may_tell(verb, SPOKEN, language)


def is_indefinite(noun: Token) -> bool:
    """An article of what is new, or a number, stands with it."""
    return any(_is_indefinite(c) for c in noun.children)


def _is_indefinite(word: Token) -> bool:
    """An article of what is new, or a number."""
    return word.dep_ == "nummod" or (word.dep_ == "det" and feature(word, "Definite") == "Ind")


def _follows(relative: Token) -> bool:
    """The relative clause goes on behind a main verb and a comma: "a répliqué la ministre, qui a reconnu"."""
    opening = next((c for c in relative.children if feature(c, "PronType") == "Rel"), None)
    main = verb_above(relative)
    if opening is None or main is None:
        return False
    return main.i < opening.i and opening.doc[opening.i - 1].text == ","


def _is_topic(noun: Token) -> bool:
    """ "Incendie du port : deux cadres jugés": what stands before the colon is known already."""
    return any(t.text == ":" for t in noun.doc[noun.i + 1 : noun.sent.end])


def _tells_when(verb: Token, language: Language) -> bool:
    """It heads a clause that only says when something else happened: "depuis que le député a quitté le parti"."""
    opening = language.grammar.of("conjunctions", "when")
    if not opening.isdisjoint([c.lower_ for c in verb.children if c.i < verb.i]):
        return True
    return narration.opens_with_que(verb, language.grammar.of("conjunctions", "when_que"))
