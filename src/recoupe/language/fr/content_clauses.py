"""What is said, behind "que", where the French pipeline takes it for something said of a noun.

Words of time and place stand between a verb of saying and its "que", and the parser hangs the clause on the last of
them; a second "que" goes to the main verb, or to the verb before it, and not beside the first (Grevisse & Goosse, Le
bon usage, § 1123-1124: propositions conjonctives).
"""

from __future__ import annotations

from recoupe.language.fr.tables import table, words
from recoupe.language.tokens import Token

#: The conjunction, as the pieces of a text have it.
LINKS = ("que", "qu'", "qu’")
#: What carries the mood of a clause besides its verb.
_CARRYING = ("aux:tense", "aux:pass", "cop")
#: What a clause has that leaves no place for a relative pronoun "que".
_COMPLETE = ("nsubj:pass", "cop", "expl:pass")


def join_content(link: Token) -> None:
    """Give the clause that a "que" opens to the verb whose content it is."""
    clause = link.head
    if clause.i < link.i or clause.pos_ not in ("VERB", "AUX", "NOUN", "ADJ"):
        return
    if clause.dep_ in ("acl", "acl:relcl"):
        if clause.head.lower_ == "ce" and clause.head.i == link.i - 1:
            _leave_pronoun(clause)
        else:
            _leave_noun(link, clause)
    elif clause.dep_ == "ccomp" and link.dep_ != "mark" and _is_timely(link.doc[link.i - 1]):
        _read_as_mark(link, clause)  # "a annoncé ce matin qu'elle avait arrêté deux hommes"
    elif link.dep_ == "mark" and clause.dep_ in ("conj", "ccomp"):
        _join_first(link, clause)


def _leave_noun(link: Token, clause: Token) -> None:
    """ "a annoncé ce mercredi qu'elle allait fermer", "a annoncé sur la chaîne RTI qu'il sera candidat"."""
    noun = clause.head
    if not _is_timely(noun) and not (_is_complete(link, clause) and link.doc[link.i - 1] is not noun):
        return
    phrase = noun
    while phrase.dep_ == "nmod" and phrase.head.i < phrase.i:
        phrase = phrase.head
    verb = phrase.head
    if verb.pos_ != "VERB" or verb.i > phrase.i or not phrase.dep_.startswith("obl"):
        return
    if any(c.dep_ in ("obj", "ccomp", "expl:subj", "cop") for c in verb.children):
        return
    clause.attach(verb, "ccomp")
    _read_as_mark(link, clause)


def _leave_pronoun(clause: Token) -> None:
    """ "appellent à ce que la route soit fermée": what is in the subjunctive there is what the verb is about."""
    pronoun = clause.head
    moods = (t.features.get("Mood") for t in (clause, *clause.children) if t is clause or t.dep_ in _CARRYING)
    if "Sub" in moods and pronoun.head is not pronoun and pronoun.i > pronoun.head.i:
        clause.attach(pronoun.head, "ccomp")


def _read_as_mark(link: Token, clause: Token) -> None:
    link.attach(clause, "mark")
    link.pos_, link.features = "SCONJ", {}


def _is_timely(noun: Token) -> bool:
    return noun.lower_ in words("attachments")["days"] or noun.lemma_ in table("grammar")["nouns"]["temporal"]


def _is_complete(link: Token, clause: Token) -> bool:
    return link.dep_ == "mark" or any(
        c is not link and (c.dep_ in _COMPLETE or (c.dep_ == "obj" and c.i > clause.i)) for c in clause.children
    )


def _join_first(link: Token, clause: Token) -> None:
    """ "a ajouté que des agents étaient là et que des discussions avaient lieu": the second stands beside the first."""
    doc = link.doc
    if link.i == 0 or not (doc[link.i - 1].pos_ == "CCONJ" or doc[link.i - 1].text == ","):
        return
    verb = clause.head
    if verb.i > link.i:
        return
    if clause.dep_ == "conj":  # hung on the verb of saying
        firsts = (c for c in verb.children if c.dep_ == "ccomp" and verb.i < c.i < link.i and _content_link(c))
        first = next(firsts, None)
    else:  # hung on the first content's verb as what that says
        first = verb if _content_link(verb) is not None and verb.dep_ == "ccomp" else None
    if first is not None:
        clause.attach(first, "conj")


def _content_link(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "mark" and c.i < verb.i and c.lower_ in LINKS), None)
