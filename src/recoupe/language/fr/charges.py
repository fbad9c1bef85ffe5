"""What somebody is charged with: crimes that the French pipeline hangs on those who are accused or suspected."""

from __future__ import annotations

from recoupe.language.fr.tables import words
from recoupe.language.tokens import Token

#: What those are, as the parse has them, who accuse or are accused.
_SIDES = frozenset({"obj", "nsubj:pass", "obl:agent"})


def leave_charge(somebody: Token) -> None:
    """ "porte plainte pour vol contre Luc Roche", "une enquête pour vol contre lui": what is done against somebody is
    the suit, not the crime."""
    crime = somebody.head
    led = next((c for c in crime.children if c.dep_ == "case"), None)
    if led is None or led.lower_ != "pour" or crime.head is crime or not led.i < crime.i < somebody.i:
        return
    before = somebody.doc[max(led.i - 3, somebody.sent.start) : led.i]
    suit = next((t for t in before if t.lemma_ in words("attachments")["suits"]), None)
    if suit is not None:
        somebody.attach(suit, "nmod")


def leave_accused(crime: Token) -> None:
    """ "accuse le maire de mensonge", "accusé par 40 clients d'escroquerie": behind these, a noun with "de" and no
    article says of what."""
    somebody = crime.head
    verb = somebody.head
    accuses = verb.lemma_ in words("attachments")["accusing"] and somebody.dep_ in _SIDES
    bare = crime.pos_ == "NOUN" and crime.text.islower() and not any(c.dep_ == "det" for c in crime.children)
    if accuses and bare and verb.i < somebody.i < crime.i:
        crime.attach(verb, "obl:arg")
