"""Arguments that the French pipeline hangs on the wrong verb, put right by word order.

Long newspaper sentences put words between a subject and its verb, and the subject behind a verb of saying; a parser
that is trained on shorter ones loses the argument then. Each rule names the sentence that it mends; it acts only where
the parse leaves a verb without the argument that French grammar demands (Grevisse & Goosse, Le bon usage, § 383-386:
place of the subject).
"""

from __future__ import annotations

from collections.abc import Container

from recoupe.language.fr.auxiliaries import (
    auxiliaries,
    is_bare,
    is_past_participle,
    join_across_commas,
    join_auxiliary,
    raise_above_auxiliary,
    read_passive,
)
from recoupe.language.fr.clauses import is_finite
from recoupe.language.fr.content_clauses import LINKS, join_content
from recoupe.language.fr.coordination import join_clause, join_list, join_participle
from recoupe.language.fr.inversions import (
    NOMINAL,
    SUBJECTS,
    is_nominal,
    is_present_participle,
    join_in_relative,
    join_inverted,
    leave_opening_clause,
    read_second_subject,
    return_object,
    return_participle_object,
    verb_group,
)
from recoupe.language.fr.tables import table, words
from recoupe.language.tokens import Doc, Token

_INSIDE = ("nmod", "amod", "flat:name", "flat:foreign", "appos", "acl", "conj", "nummod")
#: What a verb has that has no object.
_NO_OBJECT = ("aux:pass", "expl:pass", "expl:comp", "nsubj:pass")
#: How far back the verb is looked for that a lost word belongs to, in tokens: the longest of sentences that are read.
_FAR = 60


def correct(doc: Doc) -> Doc:
    """`doc`, with lost auxiliaries, subjects and agents attached; its tokens are changed in place."""
    for token in doc:
        if token.dep_ in SUBJECTS:
            _leave_auxiliary(token)
            _join_agent_to_participle(token)
            read_second_subject(token)
            leave_opening_clause(token)
            return_participle_object(token)
            join_list(token)
        elif token.dep_ == "appos" and token.pos_ == "PROPN":
            _join_subject(token)
    listed = words("attachments")
    for token in doc:
        form = token.features.get("VerbForm")
        if form == "Part" and is_past_participle(token):
            raise_above_auxiliary(token)
            join_auxiliary(token)
            join_across_commas(token)
            join_participle(token)
            join_clause(token)
            _join_apposed(token)
            read_passive(token)
        elif form == "Part":
            if any(c.dep_ == "det" and c.i < token.i for c in token.children):
                token.pos_ = "NOUN"  # "l'opposant", "des manifestants": a participle has no determiner
            _join_present_participle(token)
        elif form == "Inf" and token.lower_ in listed["prepositional"]:
            _read_as_preposition(token)
        if token.dep_ == "dep" and token.lower_ in listed["causatives"] and token.head.i == token.i + 1:
            token.dep_ = "aux:caus"  # "a fait savoir"
        elif token.dep_ == "expl:subj" and token.text.startswith("-"):
            token.dep_ = "nsubj"  # "a-t-il ajouté"
        elif token.dep_ == "obl:agent" and token.head.pos_ not in ("VERB", "AUX"):
            _join_agent(token)
        if token.dep_ == "acl" and token.head.dep_ in ("obj", "obl:mod"):
            _raise_infinitive(token)
            _read_absolute(token)
        elif token.dep_ in ("nmod", "obj") and token.head.lower_ in listed["days"]:
            _leave_day(token)
        elif token.dep_ == "nmod" and token.children and token.children[0].lower_ == "par":
            _join_agent_to_participle(token)
        if token.lower_ in LINKS:
            join_content(token)
        elif token.lower_ in listed["recipients"]:
            _join_clitic(token)
        elif token.dep_ == "case" and token.lower_ in listed["sources"]:
            _leave_source(token.head)
    for token in doc:
        if token.pos_ in ("VERB", "AUX") and token.features.get("VerbForm") in ("Fin", "Part"):
            _leave_topic(token)
            if token.dep_ == "ccomp":
                return_object(token)
            join_inverted(token)
            join_in_relative(token)
            _join_across_relative(token)
    return doc


# ---------------------------------------------------------------------- participles
def _join_apposed(verb: Token) -> None:
    """ "reconstruire la région de Koursk, récemment libérée", "placé en résidence surveillée": the nearest noun that
    agrees with it."""
    if verb.dep_ != "advcl" or auxiliaries(verb):
        return
    i = verb.i - 1
    while i > verb.sent.start and verb.doc[i].pos_ == "ADV":
        i -= 1
    if i <= verb.sent.start:
        return
    i += verb.doc[i].text != ","
    wanted = [verb.features.get(name) for name in ("Gender", "Number")]
    noun = verb.doc[i - 1]
    while noun.pos_ in NOMINAL:
        if noun.pos_ == "NOUN" and [noun.features.get(name) for name in ("Gender", "Number")] == wanted:
            verb.attach(noun, "acl")
            return
        if noun.dep_ not in _INSIDE or noun.head.i > noun.i or noun.head is noun:
            return
        noun = noun.head


# ---------------------------------------------------------------------- prepositions
def _read_as_preposition(token: Token) -> None:
    """ "fermera à compter de vendredi": the infinitive is part of a preposition, and the day depends on the verb."""
    doc = token.doc
    before, after = doc[max(0, token.i - 1)], doc[min(token.i + 1, len(doc) - 1)]
    if before.lower_ != "à" or after.lower_ not in words("attachments")["of"]:
        return
    top = before if token.head is before else token
    complements = [c for t in (before, token) for c in t.children if c.i > token.i]
    if top.head is top or not complements:
        return
    token.pos_, token.features = "ADP", {}
    for child in complements:
        child.attach(top.head, "obl:mod" if child is complements[0] else child.dep_)
    for child in (before, token):
        child.attach(complements[0], "case")


# ---------------------------------------------------------------------- subjects and agents
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


def _leave_day(noun: Token) -> None:
    """ "ont recensé jeudi 247 morts": a day has no complement without a preposition; it is the verb's object.
    Nor has it one with "pour" or "contre": "condamné mercredi pour fraude"."""
    day, verb = noun.head, noun.head.head
    if verb.pos_ == "VERB" and verb.i < day.i < noun.i and _leads(noun, words("attachments")["not of days"]):
        noun.attach(verb, "obl:mod")
        return
    taken = any(c.dep_ == "obj" and c is not day for c in verb.children)
    if verb.pos_ != "VERB" or not verb.i < day.i < noun.i or taken:
        return
    if not is_bare(noun):
        if not _has_partitive(noun) or any(c.dep_ in _NO_OBJECT for c in verb.children):
            return
        noun.children[0].dep_, noun.children[0].pos_ = "det", "DET"
    noun.attach(verb, "obj")
    day.dep_ = "obl:mod"


def _leads(noun: Token, prepositions: Container[str]) -> bool:
    first = noun.children[0] if noun.children else noun
    return first.dep_ == "case" and first.lower_ in prepositions


def _has_partitive(noun: Token) -> bool:
    """ "a adopté mercredi des sanctions": right behind a day, the word is an article."""
    first = noun.children[0] if noun.children else noun
    return first.dep_ == "case" and first.i == noun.head.i + 1 and first.lower_ in words("attachments")["partitives"]


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
    """ "soupçonne un homme d'avoir volé un vélo": "de" and an infinitive are the verb's that such a verb governs."""
    marked = any(c.dep_ == "mark" and c.lower_ in ("de", "d'") for c in verb.children)
    governor = verb.head.head
    if marked and governor.lemma_ in table("grammar")["control"]["object"]:
        verb.attach(governor, "xcomp")


def _join_agent(agent: Token) -> None:
    """ "sera entendue lundi par la commission": the agent is the participle's, not the day's."""
    for token in reversed(agent.doc[max(agent.sent.start, agent.i - _FAR) : agent.i]):
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
            return


def _leave_source(source: Token) -> None:
    """ "Selon le ministère, le chargé d'affaires a été convoqué", "Selon l'AFP, Paris et Rome ont signé": who is relied
    on is no subject; those who follow behind the comma are."""
    verb = source.head
    if source.dep_ in SUBJECTS:
        source.dep_ = "obl:mod"
    if verb.i < source.i or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    behind = [
        c
        for c in source.children
        if c.dep_ in ("nmod", "appos", "conj") and source.i < c.i < verb.i and all(d.dep_ != "case" for d in c.children)
    ]
    first = next((c for c in behind if any(t.text == "," for t in source.doc[source.i + 1 : c.i])), None)
    if first is None or verb.pos_ != "VERB" or any(t.text == "," for t in source.doc[behind[-1].i + 1 : verb.i]):
        return
    first.attach(verb, "nsubj:pass" if any(c.dep_ == "aux:pass" for c in verb.children) else "nsubj")
    for other in behind:
        if other.i > first.i:
            other.attach(first, "conj")


def _leave_auxiliary(subject: Token) -> None:
    """ "Le ministre avait dans un premier temps refusé": the subject is the verb's, not its auxiliary's."""
    auxiliary = subject.head
    if auxiliary.dep_.startswith("aux:"):
        subject.attach(auxiliary.head, "nsubj:pass" if auxiliary.dep_ == "aux:pass" else subject.dep_)


def _join_subject(name: Token) -> None:
    """ "Selon la police, Jean Durand, 42 ans, a été tué": the name is in apposition to nobody."""
    phrase = name.head
    verb = phrase.head
    opens = phrase.dep_.startswith("obl") and phrase.i < name.i < verb.i and name.doc[name.i - 1].text == ","
    if not opens or verb.pos_ != "VERB" or not phrase.children or phrase.children[0].i != name.sent.start:
        return
    labels = {child.dep_ for child in verb.children}
    if labels.isdisjoint(SUBJECTS) and (is_finite(verb) or any(is_finite(c) for c in verb.children if c.i < verb.i)):
        name.attach(verb, "nsubj:pass" if "aux:pass" in labels else "nsubj")


def _leave_topic(verb: Token) -> None:
    """ "Burkina : une double attaque fait 15 morts": what stands before a colon is no subject of what follows it."""
    doc = verb.doc
    for topic in verb.children:
        if topic.dep_ not in SUBJECTS or topic.i > verb.i:
            continue
        colon = next((t.i for t in doc[topic.i + 1 : verb.i] if t.text == ":"), None)
        if colon is None:
            continue
        own = [t for t in doc[colon + 1 : verb.i] if is_nominal(t) and (t.pos_ == "PROPN" or is_bare(t))]
        topic.dep_ = "dislocated"
        if own and not any(c.dep_ in SUBJECTS for c in verb.children if c.i > colon):
            own[0].attach(verb, "nsubj:pass" if any(c.dep_ == "aux:pass" for c in verb.children) else "nsubj")


def _join_across_relative(verb: Token) -> None:
    """ "Le fonds, dont l'offre s'élevait à un million, déposera un recours": the subject stands before the commas."""
    if verb.pos_ != "VERB" or not (verb.features.get("Mood") or auxiliaries(verb)):
        return
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return
    doc, last = verb.doc, verb_group(verb) - 1
    if last <= verb.sent.start or doc[last].text != ",":
        return
    for i in range(last - 1, max(verb.sent.start, last - _FAR), -1):
        if doc[i].text == "," and doc[i + 1].lower_ in words("attachments")["relatives"]:
            _give_subject(verb, i, last)
            return


def _give_subject(verb: Token, opening: int, closing: int) -> None:
    noun = verb.doc[opening - 1]
    while noun.dep_ in _INSIDE and noun.head.i < noun.i and noun.head.i >= verb.sent.start:
        noun = noun.head
    if noun.pos_ not in NOMINAL or any(c.dep_ == "case" and c.i < noun.i for c in noun.children):
        return
    if any(t.features.get("Mood") for t in verb.doc[max(verb.sent.start, noun.i - _FAR) : noun.i]):
        return  # "Il a vu le ministre, qui a parlé, ..." : the noun has a verb already
    relative = next((t for t in verb.ancestors if opening < t.i < closing and t.pos_ in ("VERB", "AUX")), None)
    if relative is not None and (noun in relative.subtree or relative.head is relative):
        if relative.head is relative:
            verb.detach()
        else:
            verb.attach(relative.head, relative.dep_)
    if noun in verb.ancestors:  # the main verb, taken for a second relative clause
        verb.attach(noun.head, "ccomp")
    noun.attach(verb, "nsubj")
    if relative is not None:
        relative.attach(noun, "acl:relcl")
