"""Nouns that open a line without an article and that the French pipeline takes for something else.

Headlines leave articles out ("Saisie de 800 kilos de cocaïne", "Nouvelle grève dans les hôpitaux"), and taggers learn
from texts that have them. But a participle has a noun before it or the clause of its subject behind it, and an
adjective has no adjective of its own (Riegel, Pellat & Rioul, Grammaire méthodique du français).
"""

from __future__ import annotations

from recoupe.language.fr.clauses import is_finite
from recoupe.language.fr.tables import noun_spelt
from recoupe.language.tokens import Doc, Token

_SUBJECTS = ("nsubj", "nsubj:pass")


def correct(doc: Doc) -> Doc:
    """`doc`, with the nouns that open its lines read as nouns; its tokens are changed in place."""
    for token in doc:
        if token.is_sent_start and token.head is token:
            _read_participle(token)
            _read_adjective(token)
        if token.is_sent_start and token.pos_ == "PROPN":
            _read_plural(token)
        if token.pos_ == "ADJ" and any(c.dep_ == "amod" and c.i == token.i - 1 for c in token.children):
            _read_as_noun(token)
    return doc


def _read_participle(token: Token) -> None:
    """ "Saisie record de cocaïne": a feminine participle that nothing is said of, where no clause follows."""
    if token.features.get("VerbForm") != "Part" or token.features.get("Gender") != "Fem":
        return
    if token.auxiliaries or any(c.dep_ in _SUBJECTS for c in token.children) or any(map(is_finite, token.sent)):
        return
    _read_as_noun(token)


def _read_plural(token: Token) -> None:
    """ "Frappes russes sur Kharkiv", "Marches pour le climat": a plural of the lexicon that opens no longer name."""
    longer = token.i + 1 < token.sent.end and token.doc[token.i + 1].ent_iob_ == "I"
    named = longer or token.ent_type_ == "PER" or any(c.dep_ == "flat:name" for c in token.children)
    if token.lower_.endswith("s") and not named:
        _read_as_noun(token)


def _read_adjective(token: Token) -> None:
    """ "Nouvelle grève dans les hôpitaux": what the adjective stands before is the noun."""
    noun = token.doc[token.i + 1] if token.i + 1 < token.sent.end else token
    if token.pos_ != "ADJ" or noun.pos_ != "NOUN" or noun.head is not token or noun.dep_ != "dep":
        return
    below = [c for c in token.children if c is not noun]
    noun.detach()
    token.attach(noun, "amod")
    for child in below:
        child.attach(noun, child.dep_)


def _read_as_noun(token: Token) -> None:
    """Make it the noun of the lexicon that is spelt so; others are left as they are."""
    found = noun_spelt(token.lower_)
    if found is None:
        return
    token.pos_, token.lemma_ = "NOUN", found
    token.features = {k: v for k, v in token.features.items() if k in ("Gender", "Number")}
    for child in token.children:
        if child.dep_ in ("obl:mod", "obl:arg"):
            child.dep_ = "nmod"
