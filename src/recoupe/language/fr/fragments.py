"""Names and clauses that the French pipeline breaks in two, joined again: a name in two, a subject apart from its verb.

Where a name with an apposition opens a sentence ("Paul Roche, maire de Nice, a démissionné") the parser may read the
name as a clause of its own and the verb as another beside it; where something is inserted between an auxiliary and
its participle ("M. Roche a, sans surprise, démissionné") it may read the auxiliary as a part of the name. A finite verb
has a subject, and a nominal without a preposition that opens the sentence is one (Grevisse & Goosse, Le bon usage,
§ 383-386).
"""

from __future__ import annotations

from recoupe.language.fr.tables import words
from recoupe.language.tokens import Doc, Run, Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "expl:subj", "csubj"})
_NOMINAL = ("NOUN", "PROPN")
#: How a clause beside a fragment is called.
_BESIDE = frozenset({"parataxis", "conj", "appos", "ccomp", "dep", "acl", "advcl", "acl:relcl"})
#: Entities whose words the parser sets apart; it knows the names of persons better.
_NAMED = frozenset({"ORG", "LOC", "MISC"})
#: How many tokens may be inserted between an auxiliary and its participle.
_INSERTED = 7


def correct(doc: Doc) -> Doc:
    """`doc`, with broken names and clauses joined; its tokens are changed in place."""
    platforms = words("attachments")["platforms"]
    for token in doc:
        if token.lower_ in platforms and token.ent_iob_ == "B":
            _part_from_platform(token)
        if token.ent_iob_ == "I" and token.ent_type_ in _NAMED and token.text[:1].isupper():
            _join_name(token)
    for token in doc:
        if token.features.get("VerbForm") == "Part" and token.features.get("Tense") == "Past":
            _read_auxiliary(token)
        if token.dep_.startswith("flat") and token.lower_ in words("attachments")["auxiliaries"]:
            _join_participle(token)
    for token in doc:
        if token.pos_ == "VERB" and token.dep_ in _BESIDE:
            _join_fragment(token)
    return doc


def _part_from_platform(platform: Token) -> None:
    """ "s'est réjouie sur X Anne Roche": the name that begins behind where somebody writes is another one."""
    doc, at = platform.doc, platform.i + 1
    led = platform.i > 0 and doc[platform.i - 1].lower_ in words("attachments")["upon"]
    if not led or at >= platform.sent.end or doc[at].ent_iob_ != "I" or not doc[at].is_capital:
        return
    platform.ent_type_, first = "MISC", doc[at]
    first.ent_iob_, first.pos_ = "B", "PROPN"
    first.attach(platform, "appos")
    for token in doc[at : platform.sent.end]:
        if token is not first and token.ent_iob_ != "I":
            break
        token.ent_type_ = "PER"
        if token is not first:
            token.attach(first, "flat:name")
    doc.ents = tuple(Run(doc, at, e.end, "PER") if e.start == platform.i else e for e in doc.ents)


def _join_name(word: Token) -> None:
    """ "Les cadres de Nordal Belgium ont été informés": the words of one name belong to its first one."""
    doc, first = word.doc, word.doc[word.i - 1]
    while first.ent_iob_ == "I" and first.text[:1].isupper():
        first = doc[first.i - 1]
    inside = first.i <= word.head.i <= word.i
    if not first.text[:1].isupper() or (inside and word.head is not word) or word in first.ancestors:
        return
    for child in word.children:
        if child.ent_type_ == "PER" and child.i > word.i and first.dep_ == "nmod":
            child.attach(first.head, "appos")  # "le patron d'Air Nordal Paul Roche"
    if word.head is word:
        word.detach()
    word.attach(first, "flat:name")


def _read_auxiliary(verb: Token) -> None:
    """ "s'est abstenu": a form of "être" or "avoir" before a participle is its auxiliary, whatever it is called."""
    before = verb.doc[verb.i - 1] if verb.i else verb
    if before.head is verb and before.dep_ in ("obj", "dep") and before.lower_ in words("attachments")["auxiliaries"]:
        before.dep_, before.pos_ = "aux:tense", "AUX"


def _join_participle(aux: Token) -> None:
    """ "M. Roche a, sans surprise, démissionné": what is inserted stands between commas."""
    doc, name = aux.doc, aux.head
    marks = [t.i for t in doc[aux.i + 1 : min(aux.i + 2 + _INSERTED, aux.sent.end)] if t.text == ","]
    if len(marks) < 2 or marks[0] != aux.i + 1 or name.i > aux.i or marks[-1] + 1 >= len(doc):
        return
    verb = doc[marks[-1] + 1]
    if verb.features.get("VerbForm") != "Part" or any(c.dep_.startswith("aux") for c in verb.children):
        return
    inserted = verb.head
    root = name.head if name.head is not name else None
    verb.detach()
    if inserted is not verb and aux.i < inserted.i < verb.i:
        inserted.attach(verb, "obl:mod")
    aux.attach(verb, "aux:tense")
    aux.pos_, verb.pos_ = "AUX", "VERB"
    name.attach(verb, "nsubj")
    if root is not None and root is not inserted and root not in verb.subtree:
        verb.attach(root, "parataxis")


def _join_fragment(verb: Token) -> None:
    """ "Paul Roche, maire de Nice, a démissionné": the name is the verb's subject, not a clause beside it."""
    name = verb.head
    if name.pos_ not in _NOMINAL or name.head is not name or name.i > verb.i or not _is_finite(verb):
        return
    if any(c.dep_ in _SUBJECTS for c in verb.children) or any(c.dep_ == "mark" for c in verb.children):
        return
    if any(c.dep_ in ("case", "cop") for c in name.children) or any(t.text in ":;" for t in verb.doc[name.i : verb.i]):
        return
    start = min([verb.i, *(c.i for c in verb.children if c.dep_.startswith(("aux", "expl", "advmod")))])
    before = verb.doc[start - 1] if start else name
    if any(c.dep_ == "cc" for c in verb.children) or not (before.text == "," or before.i == name.i):
        return
    if not _agree(name, verb):
        return
    verb.detach()
    name.attach(verb, "nsubj")


def _is_finite(verb: Token) -> bool:
    return bool(verb.features.get("Mood")) or any(c.dep_.startswith("aux") for c in verb.children)


def _agree(name: Token, verb: Token) -> bool:
    finite = next((c for c in verb.children if c.dep_.startswith("aux")), verb)
    numbers = {t.features.get("Number") for t in (name, finite)} - {None}
    return len(numbers) < 2
