"""Participles that the French pipeline takes for names, nouns and adjectives: "Déféré lundi, l'homme a nié".

News sets what befell somebody beside their name, between commas or before the sentence ("Luc Morel, désincarcéré par
les pompiers, ..."), and many of these verbs are rare elsewhere, so that taggers see no verb. But a noun has a
determiner or a preposition (Riegel, Pellat & Rioul, Grammaire méthodique du français, on the noun phrase), and what
an adjective has behind it is neither an agent nor a day: where a form that is the participle of a verb of the lexicon
has none of the former and one of the latter, it is that participle, and what stands behind belongs to it. So it is with
a present participle behind a comma or "en" and before an object ("..., percutant un arbre").
"""

from __future__ import annotations

from recoupe.language.fr.conjugation import participles, present_participles
from recoupe.language.fr.tables import frames, words
from recoupe.language.tokens import Doc, Token

#: Parts of speech under which a participle is found.
_MISREAD = ("NOUN", "ADJ", "PROPN", "X")
#: And those under which a present participle is found beside these.
_MISREAD_PRESENT = (*_MISREAD, "AUX", "ADV")
_NOMINAL = ("NOUN", "PROPN")
#: What only other words have below them.
_NEVER = frozenset({"det", "case", "cop", "aux:tense", "aux:pass", "nsubj", "nsubj:pass"})
#: How far behind a participle that opens a sentence its comma stands, in tokens.
_OPENING = 15
#: What the pipeline calls the "être" before "mort".
_BEFORE_DEAD = ("cop", "aux:tense", "aux:pass")


def correct(doc: Doc) -> Doc:
    """`doc`, with misread participles as verbs; its tokens are changed in place."""
    known, present, listed = participles(), present_participles(), words("participials")
    for token in doc:
        misread = token.pos_ in _MISREAD_PRESENT or (token.pos_ == "VERB" and token.head.pos_ in _NOMINAL)
        if misread and token.lower_ in present and 0 < token.i < len(doc) - 1:
            _read_present(token, present[token.lower_])
        if token.dep_ == "flat:name" and token.features.get("VerbForm") == "Part":
            token.dep_ = "acl"  # "Le pape Léon hospitalisé à Rome"
        if token.pos_ == "VERB" and token.i > 1 and doc[token.i - 1].lower_ in listed["dead"]:
            _leave_to_dead(token, doc[token.i - 1])
        if token.lower_ in known and token.i and doc[token.i - 1].lower_ == "avoir":
            _read_perfect(token, doc[token.i - 1])
        if token.pos_ not in _MISREAD:
            continue
        if token.lower_ in listed["dead"]:
            _read_as_dead(token)
        elif token.lower_ in known and token.i + 1 < len(doc) and _is_bare(token):
            if token.is_sent_start:
                _read_opening(token)
            elif (noun := _noun_before(token)) is not None:
                _read(token, noun, "acl")
    return doc


def _leave_to_dead(manner: Token, dead: Token) -> None:
    """ "est morte poignardée mercredi": the second participle tells how; who it was and when is the first one's."""
    if dead.pos_ != "VERB" or manner.features.get("VerbForm") != "Part":
        return
    if not (dead.head is manner or manner.head is dead) or dead.doc[dead.i - 1].lemma_ != "être":
        return
    others = [c for c in manner.children if c is not dead]
    if dead.head is manner:
        above, label = manner.head, manner.dep_
        dead.detach()
        if above is not manner:
            dead.attach(above, label)
    manner.attach(dead, "xcomp")
    for child in others:
        passive = {"nsubj:pass": "nsubj", "aux:pass": "aux:tense", "obj": "obl:mod"}
        child.attach(dead, passive.get(child.dep_, child.dep_))


def _is_bare(token: Token) -> bool:
    return _NEVER.isdisjoint(child.dep_ for child in token.children)


def _read_opening(token: Token) -> None:
    """ "Déféré lundi au parquet, l'homme a nié": before a comma, and before the verb of the sentence."""
    doc = token.doc
    if doc[token.i + 1].lower_ in words("participials")["of"]:
        return  # "Délégué du personnel, il a nié"
    ahead = doc[token.i + 1 : min(token.i + _OPENING, token.sent.end)]
    comma = next(
        (t for t in ahead if t.text == "," or (t.features.get("VerbForm") == "Fin" and not _is_below(t))), None
    )
    if comma is None or comma.text != ",":
        return
    verbs = (t for t in doc[comma.i + 1 : token.sent.end] if t.pos_ == "VERB" and t.features.get("VerbForm"))
    if (verb := next(verbs, None)) is not None:
        _read(token, verb, "advcl")


def _is_below(verb: Token) -> bool:
    """ "Arrêté à Tunis alors qu'il fuyait, Luc Morel": the verb of a clause that a conjunction joins to what stands
    before."""
    return any(c.dep_ == "mark" and c.pos_ in ("SCONJ", "ADV") for t in (verb, verb.head) for c in t.children)


def _read_perfect(token: Token, have: Token) -> None:
    """ "accusé d'avoir pollué un lac", "accuse un voisin de l'avoir frappée": behind the infinitive "avoir", what is
    spelt as a participle is one, and has it for its auxiliary."""
    above, label = have.head, have.dep_
    if above is token or above is have or not (token.pos_ in _MISREAD or token.pos_ == "VERB") or not _is_bare(token):
        return
    _read(token, above, "acl" if above.pos_ in _NOMINAL else label)
    for child in have.children:
        child.attach(token, "mark" if child.dep_ == "case" else child.dep_)
    have.pos_ = "AUX"
    have.attach(token, "aux:tense")


def _noun_before(token: Token) -> Token | None:
    """The noun that it is said of: right before it, or before the comma before it."""
    doc, listed = token.doc, words("participials")
    before, start = doc[token.i - 1], token.sent.start
    prepositions = listed["agents"]
    if before.text == "," and before.i > start:
        prepositions, before = listed["complements"], doc[before.i - 1]
        if token.head.i < token.i:
            before = token.head
    before = before.head if before.dep_ == "flat:name" else before
    held = before.pos_ in _NOMINAL and before.i >= start
    return before if held and _takes(token, prepositions) else None


def _takes(token: Token, prepositions: frozenset[str]) -> bool:
    """What follows says by whom, when or where."""
    doc, after = token.doc, token.doc[token.i + 1]
    if after.lower_ in prepositions or after.lower_ in words("attachments")["days"]:
        return True
    if token.lower_ in words("participials")["made"] and after.pos_ == "NOUN" and after.text.islower():
        return True  # "Luc Roche élu maire"
    if _begins_phrase(token):
        return True
    behind = doc[after.i + 1] if after.lower_ in ("le", "la") and after.i + 1 < len(doc) else None
    return behind is not None and (behind.like_num or behind.lower_ in words("participials")["eves"])  # "le 3 mai"


def _begins_phrase(participle: Token) -> bool:
    """A preposition and a noun that make a phrase of the lexicon with it: "Lens tenu en échec"."""
    behind = tuple(t.lower_ for t in participle.doc[participle.i + 1 : participle.i + 3])
    units = frames().verbs.get(participles()[participle.lower_], ())  # of verbs of saying there are none
    return any(len(unit.tail) > 1 and unit.tail[:2] == behind for unit in units)


def _read(token: Token, head: Token, label: str) -> None:
    token.pos_, token.lemma_ = "VERB", participles()[token.lower_]
    token.features = {**token.features, "Tense": "Past", "VerbForm": "Part"}
    token.attach(head, label)
    if token.head is head:
        token.dep_ = label
    after = token.doc[token.i + 1]
    complement = after.head if after.dep_ == "case" else after
    if complement.i > token.i and complement.head.i < token.i and complement.pos_ in _NOMINAL:
        complement.attach(token, "obl:agent" if after.lower_ == "par" else "obl:mod")


def _read_present(token: Token, infinitive: str) -> None:
    """ "La voiture a dérapé, percutant un arbre", "en euthanasiant 300 bêtes": before an object, behind its clause; and
    "tuant un passager et blessant le chauffeur", with the participle before "et"."""
    doc, before = token.doc, token.doc[token.i - 1]
    after = next((t for t in doc[token.i + 1 : token.sent.end] if t.pos_ != "ADV"), token)
    first = _coordinated(token)
    if before.text != "," and before.lower_ != "en" and first is None:
        return
    if after.pos_ not in ("DET", "NUM") or any(child.dep_ == "det" for child in token.children):
        return
    told = (t for t in reversed(doc[token.sent.start : token.i]) if t.pos_ == "VERB" and t.features.get("VerbForm"))
    if (verb := first or next(told, None)) is None:
        return
    token.pos_, token.lemma_ = "VERB", infinitive
    token.features = {"Tense": "Pres", "VerbForm": "Part"}
    token.attach(verb, "conj" if first else "advcl")
    thing = after.head
    if thing.i > token.i and (thing.head.i < token.i or thing.head is token):
        thing.attach(token, "obj")


def _coordinated(token: Token) -> Token | None:
    """The present participle that "et" joins one with, which another verb does not part from it."""
    doc, at = token.doc, token.i - 1
    at -= doc[at].lower_ == "en"
    if doc[at].lower_ != "et":
        return None
    verbs = (t for t in reversed(doc[token.sent.start : at]) if t.pos_ == "VERB" and t.features.get("VerbForm"))
    first = next(verbs, None)
    present = first is not None and first.features.get("VerbForm") == "Part" and first.features.get("Tense") == "Pres"
    return first if present else None


def _read_as_dead(token: Token) -> None:
    """ "Un enfant est mort", "son père, mort en 2019,", "Anne Roy, morte d'un cancer": without a determiner behind
    "être", or behind a noun and a comma and before what tells when, where or of what, the participle, and no noun."""
    labels = {child.dep_ for child in token.children}
    if token.pos_ not in ("NOUN", "ADJ") or "det" in labels:
        return
    if labels.isdisjoint(_BEFORE_DEAD):
        doc, listed = token.doc, words("participials")
        if token.i < 2 or token.dep_ == "conj" or doc[token.i - 1].text != "," or token.i + 1 >= token.sent.end:
            return
        noun = token.head if token.head.i < token.i and token.head.pos_ in _NOMINAL else doc[token.i - 2]
        if noun.pos_ not in _NOMINAL or not _takes(token, listed["complements"] | listed["of"]):
            return
        token.attach(noun.head if noun.dep_ == "flat:name" else noun, "acl")
    token.pos_, token.lemma_ = "VERB", "mourir"
    token.features = {**token.features, "Tense": "Past", "VerbForm": "Part"}
    for child in token.children:
        child.dep_ = "aux:tense" if child.dep_ == "cop" else child.dep_
