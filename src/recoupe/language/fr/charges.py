"""What somebody is charged with: crimes that the French pipeline hangs on those who are accused or suspected."""

from __future__ import annotations

from recoupe.language.fr.tables import frames, words
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
    """ "accuse le maire de mensonge", "accusé par 40 clients d'escroquerie", "menace le pays d'une frappe": a noun with
    "de" behind these that has no article, or is a happening with "un", says of what."""
    somebody = crime.head
    if somebody.dep_ == "nmod" and somebody.i < crime.i:
        somebody = somebody.head  # "accuse les policiers de Lens de violences"
    verb = somebody.head
    accuses = verb.lemma_ in words("attachments")["accusing"] and somebody.dep_ in _SIDES
    article = next((c for c in crime.children if c.dep_ == "det"), None)
    told = article is not None and article.features.get("Definite") == "Ind" and crime.lemma_ in frames().nouns
    plain = crime.pos_ == "NOUN" and crime.text.islower()
    if accuses and plain and (article is None or told) and verb.i < somebody.i < crime.i:
        crime.attach(verb, "obl:arg")


def leave_instance(crime: Token) -> None:
    """ "jugé en appel pour fraude": what somebody is tried for is the verb's, not the court's."""
    instance = crime.head
    led = any(c.dep_ == "case" and c.lower_ in words("attachments")["before instances"] for c in instance.children)
    if led and instance.head.pos_ == "VERB" and instance.lower_ in words("attachments")["instances"]:
        crime.attach(instance.head, "obl:arg")
