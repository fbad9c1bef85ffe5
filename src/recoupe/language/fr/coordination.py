"""What "et" and commas join, where the French pipeline joins it with a word that stands nearer.

In long sentences the second of two participles goes to the complement of the first, and the first of three subjects to
nobody; a second clause loses its subject to the verb of the first (Grevisse & Goosse, Le bon usage, § 269: coordinated
participles share an auxiliary).
"""

from __future__ import annotations

from recoupe.language.fr.auxiliaries import auxiliaries, is_past_participle
from recoupe.language.fr.inversions import FAR, NOMINAL, SUBJECTS, is_auxiliary, is_nominal, subject_label
from recoupe.language.fr.tables import table, words
from recoupe.language.tokens import Token

#: How far behind a verb its object begins, in tokens ("a annoncé mardi soir un plan").
_BEHIND = 4
#: The longest subject that is looked for behind "et", in tokens.
_SUBJECT = 10
#: What agrees in a passive participle and its subject.
_AGREEING = ("Gender", "Number")


def join_participle(verb: Token) -> None:
    """ "a promis de céder et offert une somme", "a été inculpé de vol et de recel et écroué": the second participle
    shares the auxiliary of the first, whatever stands between.

    Only where an object follows, which no participle that modifies a noun has; or where it agrees with a passive one.
    """
    if verb.dep_ not in ("conj", "acl", "amod") or auxiliaries(verb) or _shares(verb):
        return
    if not any(c.dep_ == "cc" for c in verb.children):
        return
    takes_object = _takes_object(verb)
    for token in reversed(verb.doc[max(verb.sent.start, verb.i - FAR) : verb.i]):
        if token.features.get("Mood") and token.features.get("VerbForm") == "Fin" and not is_auxiliary(token):
            return
        if is_past_participle(token) and any(c.dep_ in ("aux:tense", "aux:pass") for c in token.children):
            passive = any(c.lower_ in words("attachments")["passive"] for c in token.children)
            agree = all(token.features.get(name) == verb.features.get(name) for name in _AGREEING)
            if (agree and not takes_object) if passive else takes_object:
                verb.attach(token, "conj")
                verb.pos_ = "VERB"
            return


def join_neither(link: Token) -> None:
    """ "n'a fait ni mort ni blessé", "n'a débouché ni sur un accord ni sur un pacte": behind a negated verb "ni" means
    "aucun"; a bare noun behind it is the verb's object, and a further one goes with the first."""
    noun = link.head
    verb = next((t for t in noun.ancestors if t.pos_ in ("VERB", "AUX") and t.i < link.i), None)
    if verb is None or not link.i < noun.i or not _is_denied(verb):
        return
    if any(c.lower_ == link.lower_ for c in verb.children if c.i < verb.i):
        return  # "n'a ni confirmé ni démenti le départ"
    if noun.pos_ not in NOMINAL:
        if not is_past_participle(noun) or auxiliaries(noun) or verb.lemma_ not in words("attachments")["bringing"]:
            return
        noun.pos_, noun.features = "NOUN", {k: v for k, v in noun.features.items() if k in _AGREEING}
    link.dep_, link.pos_ = "det", "DET"
    if any(c.dep_ == "case" for c in noun.children):
        return
    first = next((c for c in verb.children if c.dep_ == "obj" and c.i < link.i), None)
    noun.attach(first or verb, "conj" if first else "obj")


def _is_denied(verb: Token) -> bool:
    particles = table("grammar")["negation"]["particle"]
    return any(c.lower_ in particles for t in (verb, *auxiliaries(verb)) for c in t.children)


def _shares(verb: Token) -> bool:
    head = verb.head
    return verb.dep_ == "conj" and is_past_participle(head) and bool(auxiliaries(head) or _shares(head))


def _takes_object(verb: Token) -> bool:
    """A determiner, a number, a quotation, "que", or "de" and an infinitive follow, perhaps behind a word of time."""
    for token in verb.doc[verb.i + 1 : verb.i + 1 + _BEHIND]:
        if token.pos_ in ("DET", "NUM") or token.text in '«“"' or token.lower_ in ("que", "qu'"):
            feminine = verb.features.get("Gender") == "Fem" and verb.lower_.endswith(("e", "es"))
            return verb.features.get("Number") != "Plur" and not feminine  # "applaudi" is no feminine
        if token.pos_ == "ADP":
            after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
            return after.features.get("VerbForm") == "Inf"
        if token.pos_ != "ADV" and token.lower_ not in words("attachments")["days"]:
            return False
    return False


def join_clause(verb: Token) -> None:
    """ "Trois policiers sont morts et une dizaine d'autres ont été blessés": what stands between "et" and an auxiliary
    is the subject of a second clause; the parse hangs it on the first verb."""
    own = auxiliaries(verb)
    if not own or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    doc, first, listed = verb.doc, own[0].i, words("attachments")
    stretch: list[Token] = []
    for link in reversed(doc[max(verb.sent.start, first - _SUBJECT) : first]):
        if link.pos_ == "CCONJ":
            break
        if not stretch and link.pos_ == "PRON" and link.lower_ in listed["clitics"]:
            continue  # "et l'a placé en garde à vue"
        if link.pos_ in ("VERB", "AUX", "PUNCT", "SCONJ") or link.lower_ in listed["relatives"]:
            return
        stretch.append(link)
    else:
        return
    subject = next((t for t in reversed(stretch) if t.head not in stretch and _may_head(t)), None)
    main = _verb_before(link)
    if subject is None or main is None:
        return
    verb.attach(main, "conj")
    if verb.head is not main:
        return
    for token in stretch:
        if token is not subject and token.head not in stretch:
            token.attach(subject, "nmod")
    subject.attach(verb, subject_label(verb))
    link.attach(verb, "cc")


def join_second(verb: Token) -> None:
    """ "Luc Morel a été libéré lundi et a quitté le pays, a annoncé son avocat": what "et" joins to a clause shares its
    subject; the parse makes it a clause below the first, or hangs both on the verb of saying."""
    own = auxiliaries(verb)
    if not own or any(c.dep_ in (*SUBJECTS, "mark") for c in verb.children):
        return
    link = verb.doc[own[0].i - 1]
    if link.dep_ != "cc" or link.head is not verb:
        return
    beside = (t for t in verb.head.children if t.dep_ == verb.dep_)
    first = next((t for t in (*verb.ancestors, *beside) if t.i < link.i and t.pos_ == "VERB" and auxiliaries(t)), None)
    if first is not None:
        verb.attach(first, "conj")


def _may_head(token: Token) -> bool:
    """A nominal, or a number, that no preposition governs; "d'" behind an adverb is none: "près d'une centaine"."""
    if token.pos_ not in ("NOUN", "PROPN", "NUM", "PRON", "ADJ"):
        return False
    cases = [c for c in token.children if c.dep_ == "case" and c.i < token.i]
    return all(c.i > 0 and c.doc[c.i - 1].pos_ == "ADV" for c in cases)


def _verb_before(link: Token) -> Token | None:
    """The last verb with a tense before a conjunction; None where there is none, or another clause begins between."""
    for token in reversed(link.doc[link.sent.start : link.i]):
        if token.lower_ in words("attachments")["relatives"]:
            return None
        if token.pos_ == "VERB" and (auxiliaries(token) or token.features.get("VerbForm") == "Fin"):
            return token
    return None


def join_list(subject: Token) -> None:
    """ "Les États-Unis, le Japon et la Corée du Sud ont mené": the first of three subjects, taken for an adverbial."""
    verb, start = subject.head, subject.subtree[0].i
    if subject.i > verb.i or start == 0 or subject.doc[start - 1].text != ",":
        return
    if subject.doc[start].lower_ in words("attachments")["relatives"]:
        return  # "Plusieurs ONG, dont X et Y, ont dénoncé"
    if not any(c.dep_ == "conj" and any(d.dep_ == "cc" for d in c.children) for c in subject.children):
        return
    for first in verb.children:
        apart = first.subtree[-1].i in (start - 2, start - 1)
        if first.i < start and apart and first.dep_ not in SUBJECTS and is_nominal(first):
            label = subject.dep_
            subject.attach(first, "conj")
            for other in [c for c in subject.children if c.dep_ == "conj"]:
                other.attach(first, "conj")
            first.dep_ = label
            return
