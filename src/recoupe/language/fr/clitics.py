"""Object pronouns before a verb that the French pipeline takes for subjects, determiners or relative clauses.

"Le", "la", "les" and "l'" before a verb are its object, "lui" and "leur" its indirect one, and none of them is ever a
subject (Grevisse & Goosse, Le bon usage, § 657-659); the verb behind them has its subject elsewhere.
"""

from __future__ import annotations

from recoupe.language.fr.inversions import SUBJECTS, subject_label
from recoupe.language.fr.tables import words
from recoupe.language.tokens import Token

#: What a parse makes of a pronoun before a verb.
_MISTAKEN = (*SUBJECTS, "det", "obj", "iobj")
#: Features of whoever stands in the third person.
_SHARED = ("Gender", "Number")


def read_object_pronoun(pronoun: Token) -> None:
    """ "a reçu les élus et les a menacés", "la justice la soupçonne": who is named before undergoes it.

    Args:
        pronoun: one of them, which hangs on a verb.
    """
    listed, verb = words("attachments"), pronoun.head
    if pronoun.dep_ not in _MISTAKEN or verb.i < pronoun.i:
        return
    behind = pronoun.doc[pronoun.i + 1]
    if behind is not verb and (behind.head is not verb or pronoun.pos_ == "DET"):
        return
    indirect = pronoun.lower_ in listed["recipients"]
    if verb.dep_.startswith("aux") and verb.head.i > verb.i:
        verb = verb.head
    pronoun.attach(verb, "iobj" if indirect else "obj")
    if pronoun.pos_ == "DET":
        pronoun.features = {name: value for name, value in pronoun.features.items() if name in _SHARED}
    pronoun.pos_ = "PRON"
    _join_noun_before(verb, pronoun)


def _join_noun_before(verb: Token, pronoun: Token) -> None:
    """ "Les gendarmes les ont interpellés": the noun that opens the sentence, where the parse makes a relative clause
    of the verb."""
    noun = verb.head
    if verb.dep_ != "acl:relcl" or noun.head is not noun or noun.i != pronoun.i - 1:
        return
    verb.detach()
    noun.attach(verb, subject_label(verb))
