"""Appositions: whom a phrase between commas describes that stands right behind whoever was told of.

Each is asked of a phrase whose determiner stands right behind a comma, two tokens before it begins.
"""

from __future__ import annotations

from recoupe.extraction.actors.cast import Member
from recoupe.extraction.actors.setting import Setting
from recoupe.extraction.phrases import determiner, is_plural
from recoupe.language.tokens import Token
from recoupe.model import ActorKind

#: The longest phrase that describes somebody who is told of again behind a comma, in tokens.
_APART = 8


def bearer_before(setting: Setting, token: Token, start: int, end: int, text: str) -> Member | None:
    """ "Paul Roche, un proche du maire": whoever was named right before, and is described now."""
    comma = start - 2
    if is_plural(token) or not setting.words.human(text):
        return None
    named = setting.namings.get(comma - 1)
    if named is None or named[1].kind is not ActorKind.PERSON or named[0].end != comma:
        return None
    apposed = token.dep_ == "appos" and token.head.i in range(named[0].start, comma)
    return named[1] if apposed or _acts_behind(setting, end) else None


def told_before(setting: Setting, token: Token, start: int, text: str) -> Member | None:
    """ "Le pilote, un homme de 60 ans, est décédé": whoever was told of right before."""
    comma = start - 2
    if token.dep_ == "conj" or not setting.words.person("plain", text) or determiner(token) != "un":
        return None
    for i in range(comma - 1, max(-1, comma - 1 - _APART), -1):
        found = setting.references.get(i)
        if found is not None and found.end == comma:
            if setting.words.person("sources", token.doc[i].lower_):
                return None  # "De source policière, un homme a été interpellé"
            members = found.members
            single = len(members) == 1 and members[0].kind is ActorKind.PERSON and not members[0].plural
            return members[0] if single and determiner(token.doc[i]) != "un" else None
    return None


def _acts_behind(setting: Setting, end: int) -> bool:
    """ "Paul Roche, le directeur du groupe Novalis, a dit": one acts, whatever the parse makes of the two."""
    doc = setting.doc
    while end in setting.namings:
        end += 1
    if end + 1 >= len(doc) or doc[end].text != ",":
        return False
    verb = doc[end + 1]
    return verb.pos_ in ("AUX", "VERB") and verb.features.get("Number") == "Sing"
