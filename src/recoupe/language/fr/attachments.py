"""Arguments that the French pipeline hangs on the wrong verb, put right by word order.

Long newspaper sentences put words between a subject and its verb, and the subject behind a verb of saying; a parser
that is trained on shorter ones loses the argument then. Each rule names the sentence that it mends; it acts only where
the parse leaves a verb without the argument that French grammar demands (Grevisse & Goosse, Le bon usage, § 383-386:
place of the subject).
"""

from __future__ import annotations

from recoupe.language.fr.actors import actor_words
from recoupe.language.fr.agreement import join_agreeing, join_apposed, join_occurred
from recoupe.language.fr.auxiliaries import (
    auxiliaries,
    is_bare,
    is_past_participle,
    join_across_commas,
    join_auxiliary,
    raise_above_auxiliary,
    read_passive,
)
from recoupe.language.fr.charges import leave_accused, leave_charge, leave_instance
from recoupe.language.fr.clitics import read_object_pronoun
from recoupe.language.fr.conjugation import participles
from recoupe.language.fr.content_clauses import LINKS, join_content
from recoupe.language.fr.coordination import join_clause, join_list, join_neither, join_participle, join_second
from recoupe.language.fr.dated_complements import (
    NO_OBJECT,
    has_partitive_behind_day,
    leave_day,
    leave_noun,
    read_as_preposition,
    read_facing,
    read_partitive,
    return_complement,
)
from recoupe.language.fr.inversions import (
    FAR,
    NOMINAL,
    SUBJECTS,
    is_present_participle,
    join_in_relative,
    join_inverted,
    leave_opening_clause,
    read_second_subject,
    return_object,
    return_participle_object,
    subject_label,
)
from recoupe.language.fr.name_lists import join_names
from recoupe.language.fr.subjects import (
    join_across_relative,
    join_apposed_name,
    join_behind_opening,
    join_behind_participle,
    join_behind_relative,
    join_coordinated,
    leave_addressee,
    leave_auxiliary,
    leave_participle,
    leave_source,
    leave_topic,
    read_cleft,
    read_name_as_subject,
    read_opening_as_subject,
    read_personal,
)
from recoupe.language.fr.tables import frames, table, words
from recoupe.language.tokens import Doc, Token

#: Labels of complements behind a preposition.
_COMPLEMENTS = ("nmod", "obl:arg", "obl:mod")


def correct(doc: Doc) -> Doc:
    """`doc`, with lost auxiliaries, subjects and agents attached; its tokens are changed in place."""
    listed = words("attachments")
    for token in doc:
        if token.head.pos_ in ("VERB", "AUX") and token.lower_ in listed["object pronouns"]:
            read_object_pronoun(token)
        if token.dep_ in SUBJECTS:
            leave_auxiliary(token)
            leave_addressee(token)
            _join_agent_to_participle(token)
            read_second_subject(token)
            leave_opening_clause(token)
            return_participle_object(token)
            join_list(token)
        elif token.dep_ == "appos" and (token.pos_ == "PROPN" or (token.ent_type_ == "ORG" and token.is_capital)):
            join_apposed_name(token)
            if doc[token.sent.start].features.get("VerbForm") == "Part":
                join_behind_opening(token)
        elif token.dep_ == "advmod" and token.pos_ in ("ADV", "ADJ"):
            read_name_as_subject(token)
        elif token.dep_ == "obj" and token.head.pos_ == "NOUN":
            _leave_manner(token)
        elif token.dep_ == "obj" and any(c.lower_ in listed["not of objects"] for c in token.children):
            token.dep_ = "obl:mod"  # "a porté plainte mardi après l'agression"
    for token in doc:
        form = token.features.get("VerbForm")
        if form == "Part" and is_past_participle(token):
            raise_above_auxiliary(token)
            join_auxiliary(token)
            join_across_commas(token)
            join_participle(token)
            join_clause(token)
            if token.dep_ == "advcl":
                join_second(token)
            join_apposed(token)
            if token.dep_ in ("acl", "amod"):
                join_agreeing(token)
                if token.lemma_ in listed["occurring"]:
                    join_occurred(token)
            read_passive(token)
        elif form == "Part":
            _read_article(token)
            if any(c.dep_ == "det" and c.i < token.i for c in token.children):
                token.pos_ = "NOUN"  # "l'opposant", "des manifestants": a participle has no determiner
            _join_present_participle(token)
        elif form == "Inf" and token.lower_ in listed["prepositional"]:
            read_as_preposition(token)
        elif token.lower_ in listed["facing"]:
            read_facing(token)
        if token.dep_ == "dep" and token.lower_ in listed["causatives"] and token.head.i == token.i + 1:
            token.dep_ = "aux:caus"  # "a fait savoir"
            for child in token.children:
                if child.dep_ in SUBJECTS:
                    leave_auxiliary(child)
        elif token.dep_ == "expl:subj":
            read_personal(token)
        elif token.dep_ == "obl:agent" and token.head.pos_ not in ("VERB", "AUX"):
            _join_agent(token)
        if token.dep_ == "acl" and (token.head.dep_ == "obj" or token.head.dep_.startswith("obl")):
            _raise_infinitive(token)
            _read_absolute(token)
        elif token.dep_ in _COMPLEMENTS and has_partitive_behind_day(token):
            read_partitive(token)
        elif token.dep_ in ("nmod", "obj", "obl:arg") and _is_moment(token.head):
            leave_day(token)
        elif token.lower_ in listed["days"] and token.dep_ in ("amod", "appos", "flat:name"):
            leave_noun(token)
        elif token.dep_ == "conj" and _is_moment(token.head) and token.lower_ in participles():
            if token.head.head.pos_ == "VERB":  # "ont été tués lundi et cinq autres arrêtés"
                token.attach(token.head.head, "conj")
        elif token.dep_ == "nmod" and token.children and token.children[0].lower_ == "par":
            _join_agent_to_participle(token)
        elif token.dep_ == "obl:mod" and token.children and token.children[0].lower_ == "par":
            _read_agent(token)
        elif token.dep_ == "nmod" and token.children and token.children[0].lower_ == "contre":
            leave_charge(token)
        elif token.dep_ == "nmod" and token.children and token.children[0].lower_ == "pour":
            leave_instance(token)
        elif token.dep_ == "nmod" and token.children and token.children[0].dep_ == "det":
            _leave_recipient(token)
            join_apposed_name(token)
        elif token.dep_ == "nmod" and token.children and token.children[0].lower_ in ("de", "d'"):
            leave_accused(token)
        if token.dep_ in _COMPLEMENTS and token.children and token.children[0].lower_ in listed["of"]:
            return_complement(token)
        if token.lower_ in listed["neither"]:
            join_neither(token)
        if token.lower_ in LINKS:
            join_content(token)
        elif token.lower_ in listed["recipients"]:
            _join_clitic(token)
        elif token.dep_ == "case" and token.lower_ in listed["sources"]:
            leave_source(token.head)
        elif token.dep_ == "fixed" and f"{token.head.lower_}{token.lower_}" in listed["sources"]:
            leave_source(token.head.head)
    for token in doc:
        if token.pos_ in ("VERB", "AUX") and token.features.get("VerbForm") in ("Fin", "Part"):
            leave_topic(token)
            if token.dep_ == "ccomp":
                return_object(token)
            join_inverted(token)
            join_in_relative(token)
            join_across_relative(token)
            join_behind_relative(token)
            join_behind_participle(token)
            apart = any(c.dep_ == "advcl" and c.i < token.i for c in token.children)
            if apart and (participle := leave_participle(token)) is not None:
                join_agreeing(participle)
            if token.children and token.children[0].dep_ == "obl:mod":
                read_opening_as_subject(token)
            if token.dep_ == "conj" and token.head.dep_ == "ROOT":
                join_coordinated(token)
            read_cleft(token)
            join_names(token)
    return doc


def _read_article(participle: Token) -> None:
    """ "L'opposant Luc Morel": before a participle and a name, "l'" is no pronoun, for the name would be its object."""
    doc, at = participle.doc, participle.i
    before = doc[at - 1] if at else None
    named = at + 1 < participle.sent.end and doc[at + 1].pos_ == "PROPN"
    if before is not None and before.lower_ == "l'" and before.head is participle and named:
        before.pos_, before.dep_ = "DET", "det"
        participle.lemma_, verb = participle.lower_, participle.head
        if (
            participle.dep_ == "obl:mod"
            and participle.i < verb.i
            and not any(c.dep_ in SUBJECTS for c in verb.children)
        ):
            participle.dep_ = subject_label(verb)


def _is_moment(token: Token) -> bool:
    """A day, or an hour."""
    listed = words("attachments")
    return token.lower_ in listed["days"] or token.lower_ in listed["hours"]


def _leave_manner(noun: Token) -> None:
    """ "a évité de justesse une collision": a noun has no object; that of the verb stands behind how it was done."""
    manner = noun.head
    verb = manner.head
    objects = ("obj", "obl:arg", "obl:mod")
    if manner.dep_ in objects and verb.pos_ == "VERB" and verb.i < manner.i < noun.i:
        manner.dep_ = "obl:mod"
        noun.attach(verb, "obj")


# ---------------------------------------------------------------------- agents and objects
def _leave_recipient(noun: Token) -> None:
    """ "a annoncé aux syndicats la suppression de postes": a noun with its article behind whom somebody speaks to is
    the verb's object."""
    recipient, first = noun.head, noun.children[0]
    verb = recipient.head
    to = next((c for c in recipient.children if c.dep_ == "case"), None)
    if verb.pos_ != "VERB" or not verb.i < recipient.i < first.i or to is None:
        return
    between = noun.doc[recipient.i + 1 : first.i]
    if any(t.text in (",", "(", "«") for t in between):
        return
    taken = any(c.dep_ in ("obj", "ccomp", "xcomp", *NO_OBJECT) for c in verb.children)
    if to.lower_ in words("attachments")["to"] and is_bare(noun) and not taken:
        noun.attach(verb, "obj")


def _join_present_participle(verb: Token) -> None:
    """ "a démissionné deux mois avant la date, reconnaissant un échec": set off by a comma, its subject is the main
    verb's, not the noun before."""
    if verb.features.get("Tense") != "Pres" or verb.i == 0:
        return
    before = verb.doc[verb.i - 1]
    if before.pos_ == "PROPN" and verb.dep_ == "advcl":
        verb.attach(before.head if before.dep_.startswith("flat") else before, "acl")  # "la lettre de X demandant"
        return
    apart = verb.dep_ in ("acl", "amod") or (verb.dep_ == "advcl" and verb.head.pos_ in NOMINAL)
    if not apart or before.text != "," or verb.head.dep_ in SUBJECTS:
        return
    for token in verb.head.ancestors:
        if token.pos_ == "VERB" and token.i < verb.i and (auxiliaries(token) or token.features.get("Mood")):
            verb.attach(token, "advcl")
            return


def _join_clitic(pronoun: Token) -> None:
    """ "Le ministre lui a renouvelé sa confiance": a pronoun before an auxiliary belongs to its participle."""
    after = pronoun.doc[pronoun.i + 1] if pronoun.i + 1 < len(pronoun.doc) else None
    if after is None or after.pos_ not in ("AUX", "VERB") or pronoun.head.pos_ in ("VERB", "AUX"):
        return
    verb = after.head if after.dep_.startswith("aux") else after
    pronoun.attach(verb, "iobj")
    pronoun.pos_ = "PRON"


def _read_absolute(verb: Token) -> None:
    """ "a démissionné, les salariés ayant rejeté l'offre": behind a comma, a participle with a subject of its own
    (Grevisse & Goosse, § 253: proposition absolue)."""
    subject, main = verb.head, verb.head.head
    first = min((c.i for c in subject.children if c.i < subject.i), default=subject.i)
    present = verb.doc[subject.i + 1]
    begins = verb.doc[first - 1].text == "," and verb.doc[first].dep_ == "det" and first > main.i
    if begins and is_present_participle(present):
        verb.attach(main, "advcl")
        subject.attach(verb, "nsubj")


def _raise_infinitive(verb: Token) -> None:
    """ "soupçonne un homme d'avoir volé un vélo", "accusé par un voisin d'avoir volé": "de" and an infinitive are the
    verb's that such a verb governs."""
    marked = any(c.dep_ == "mark" and c.lower_ in ("de", "d'") for c in verb.children)
    governor = verb.head.head
    if marked and governor.lemma_ in table("grammar")["control"]["object"]:
        verb.attach(governor, "xcomp")


def _join_agent(agent: Token) -> None:
    """ "sera entendue lundi par la commission": the agent is the participle's, not the day's."""
    for token in reversed(agent.doc[max(agent.sent.start, agent.i - FAR) : agent.i]):
        if token.features.get("VerbForm") == "Fin" and token.pos_ == "VERB":
            return
        if is_past_participle(token):
            agent.attach(token, "obl:agent")
            return


def _join_agent_to_participle(token: Token) -> None:
    """ "L'enquête ouverte par le parquet se poursuit": right behind a participle, "par" tells who does it."""
    for case in token.children:
        if case.dep_ == "case" and case.lower_ == "par" and case.i > 0:
            participle = token.doc[case.i - 1]
            if participle.sent is token.sent and participle.features.get("VerbForm") == "Part":
                token.attach(participle, "obl:agent")
            else:
                _raise_agent(token)
            return


def _read_agent(token: Token) -> None:
    """ "l'adolescente tuée vendredi par un camarade": somebody behind "par", with the participle of a passive."""
    verb = token.head
    somebody = token.ent_type_ == "PER" or actor_words().human(token.lower_) is not None
    own = auxiliaries(verb)
    undergoes = any(c.dep_ == "aux:pass" for c in own) or (verb.dep_ in ("acl", "amod") and not own)
    if somebody and undergoes and is_past_participle(verb) and verb.i < token.i:
        token.dep_ = "obl:agent"


def _raise_agent(agent: Token) -> None:
    """ "agressé à Lens par deux hommes", "battu lors de la dernière journée par Brest": nobody does a place or time."""
    verb = agent.head
    while verb.i < agent.i and (verb.pos_ in NOMINAL or verb.dep_ == "advmod"):
        if verb.pos_ == "NOUN" and (verb.lemma_ in frames().nouns or not verb.dep_.startswith(("nmod", "obl"))):
            return
        if verb.head is verb:
            return
        verb = verb.head
    if not is_past_participle(verb) or verb.i > agent.i or any(c.dep_ == "obl:agent" for c in verb.children):
        return
    own = auxiliaries(verb)
    undergoes = any(c.dep_ == "aux:pass" for c in own) or not own
    if undergoes and verb.lemma_ not in words("misreadings")["perfect with être"]:
        agent.attach(verb, "obl:agent")
