"""Names that open a sentence one after the other and act together: "CGT, FO, Solidaires et Unsa appellent à la grève".

The French pipeline makes a verbless sentence of all names but the last, which it gives to the verb, or takes for an
auxiliary. Names without articles, joined by commas, before a verb in the plural are its subjects (Grevisse & Goosse, Le
bon usage, § 443).
"""

from __future__ import annotations

from recoupe.language.fr.auxiliaries import auxiliaries
from recoupe.language.fr.inversions import SUBJECTS, subject_label, verb_group
from recoupe.language.tokens import Token

#: Where a list may begin, besides at the beginning of a sentence.
_OPENING = frozenset('«“":—–')
#: Parts of speech, as the tagger has them, of the words of names.
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "X"})
#: A name of the list has no more words.
_WORDS = 4
#: A list has at least so many names: two may be a topic and a subject.
_NAMES = 3


def join_names(verb: Token) -> None:
    """Make the first of three names or more the subject of the plural verb behind the last one, and hang the others on
    it; nothing is done where anything else stands among them."""
    for before in verb.doc[max(0, verb.i - _WORDS) : verb.i]:
        if before.text[:1].isupper() and before.pos_ in _NAMING:
            break
    else:
        return
    names = _names_before(verb_group(verb), verb.sent.start, verb)
    if len(names) < _NAMES or not any(_is_plural(t) for t in (verb, *auxiliaries(verb))):
        return
    first, *others = (name[0] for name in names)
    if first.dep_ in SUBJECTS and first.head is verb and all(t in first.conjuncts for t in others):
        return
    above = (verb.head, verb.dep_)
    within = {t.i for name in names for t in name}
    if first in verb.ancestors:
        verb.detach()
        if above[0].i not in within and above[0] is not verb:
            verb.attach(*above)
    first.attach(verb, subject_label(verb))
    for name in names:
        name[0].pos_ = "PROPN"
        if name[0] is not first:
            name[0].attach(first, "conj")
        for inner in name[1:]:
            inner.pos_ = "PROPN"
            inner.attach(name[0], "flat:name")


def _is_plural(verb: Token) -> bool:
    return verb.features.get("Number") == "Plur" and bool(verb.features.get("Mood"))


def _names_before(end: int, start: int, verb: Token) -> list[list[Token]]:
    """The names that stand before token `end`, back to the beginning of the sentence; none where other words do."""
    doc, names, name = verb.doc, list[list[Token]](), list[Token]()
    for i in range(end - 1, start - 2, -1):
        token = doc[i] if i >= start else None
        if token is not None and token.text[:1].isupper() and token.pos_ in _NAMING and len(name) < _WORDS:
            name.insert(0, token)
            continue
        if not name:
            return []
        names.insert(0, name)
        name = []
        if token is None or token.text in _OPENING:
            return names
        if token.text != "," and not (token.lower_ == "et" and len(names) == 1):
            return []
    return []
