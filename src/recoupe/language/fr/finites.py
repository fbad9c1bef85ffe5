"""Finite verbs that the French pipeline takes for nouns, adjectives and participles: "Riga expulse trois diplomates".

News agencies and headlines tell in the present tense, and announce in the future, both of which the treebanks that
taggers learn from seldom have. A third person in -e looks like an adjective or a noun behind a noun, one in -eront
("les syndicats défileront") like nothing known, and the parse of the clause falls to pieces. But a clause has a finite
verb, and a nominal is not followed by the determiner of another one (Riegel, Pellat & Rioul, Grammaire méthodique du
français, on the order of the simple sentence): where a clause has no finite verb, and a form of a verb that the
lexicon knows stands behind a nominal that can be its subject, and no noun or adjective has that form or another phrase
begins behind it, it is one.
"""

from __future__ import annotations

from recoupe.language.fr.clauses import Clause, is_finite
from recoupe.language.fr.conjugation import Form, finite_forms, infinitives
from recoupe.language.fr.tables import table, words
from recoupe.language.tokens import Doc, Token

_SUBJECTS = ("nsubj", "nsubj:pass", "expl:subj")
_AUXILIARIES = ("être", "avoir")
#: Labels of an auxiliary.
_SERVING = ("aux", "cop")
#: How many words of time may stand between a verb and its object ("expulse mardi soir").
_BETWEEN = 3
_CLOSING = frozenset('»”"')
#: What joins a verb to the pronoun behind it: "regrette-t-elle".
_JOINED = "-t"


def correct(doc: Doc) -> Doc:
    """`doc`, with misread verbs as those of their clauses; its tokens are changed in place."""
    known, nouns = finite_forms(), words("misreadings")["no verbs"]
    for token in doc:
        form = known.get(token.lower_.removesuffix(_JOINED)) if token.lower_ not in nouns else None
        if form is not None and token.lower_.endswith(_JOINED):
            _read_inverted(token, form)
            continue
        if form is not None and token.pos_ in ("ADJ", "NOUN", "PROPN") and _says_what_is_quoted(token, form):
            form.give(token)
            continue
        if form is not None and token.pos_ in ("ADJ", "NOUN") and _says_what_is_told(token, form):
            _read_beside(token, form)
            continue
        root = token.dep_ == "ROOT" and token.pos_ == "VERB"
        if form is not None and root and _governs(token):
            form.give(token)
            continue
        if form is None or token.is_title or root or _serves(token, form):
            continue
        if _read_label(token, form) or not _may_be(token):
            continue
        clause = Clause.around(token)
        if clause.has_verb:
            continue
        if not (form.is_clear or _opens_phrase(token, form) or (form.plural and clause.ends_in_verb)):
            continue
        subject = clause.subject
        if subject is not None and clause.agrees(subject, plural=form.plural):
            clause.give_verb(form, subject)
        elif subject is None and (before := clause.coordinated_with(plural=form.plural)) is not None:
            clause.coordinate(form, before)
    return doc


def _read_inverted(verb: Token, form: Form) -> None:
    """ "regrette-t | -elle": what a pronoun is joined to is a verb, and the pronoun its subject."""
    pronoun = verb.doc[verb.i + 1] if verb.i + 1 < verb.sent.end else None
    if pronoun is None or not pronoun.text.startswith("-") or pronoun.pos_ != "PRON":
        return
    if verb.pos_ != "VERB" or verb.lemma_ != form.infinitive:
        form.give(verb)
    if pronoun.head is not verb or pronoun.dep_ not in _SUBJECTS:
        pronoun.attach(verb, "nsubj")


def _says_what_is_quoted(token: Token, form: Form) -> bool:
    """ "« ... », martèle, dans un entretien, le maire": behind a quotation and a comma, a verb of saying."""
    before = [t.text for t in token.doc[max(token.i - 2, 0) : token.i]]
    if len(before) < 2 or before[1] != "," or before[0] not in _CLOSING or token.is_title:
        return False
    return _says(form)


def _says(form: Form) -> bool:
    return any(form.infinitive in listed for listed in table("reporting")["verbs"].values())


def _says_what_is_told(token: Token, form: Form) -> bool:
    """ "..., alerte l'OMS.": behind a clause and a comma, a verb of saying before the article of whoever ends the
    sentence. A noun has a preposition there before another one ("alerte de l'OMS")."""
    doc, behind = token.doc, token.i + 1
    if behind >= token.sent.end or token.is_title or form.plural or doc[token.i - 1].text != "," or not _says(form):
        return False
    somebody = doc[behind].head
    if doc[behind].lower_ not in words("finites")["definite"] or somebody.i <= behind:
        return False
    if any(is_finite(t) for t in doc[somebody.i : token.sent.end] if t.pos_ in ("VERB", "AUX")):
        return False
    return any(is_finite(t) for t in doc[token.sent.start : token.i] if t.pos_ in ("VERB", "AUX"))


def _read_beside(verb: Token, form: Form) -> None:
    """Make it the verb of whoever stands behind it, beside the clause before the comma."""
    somebody = verb.doc[verb.i + 1].head
    form.give(verb)
    verb.attach(verb.sent.root, "parataxis")
    if somebody.head is not verb or somebody.dep_ != "nsubj":
        somebody.attach(verb, "nsubj")


def _governs(token: Token) -> bool:
    """ "Le ministre dit que", "le soldat détruit le pont": a participle by its form alone, with a subject before it, no
    auxiliary, and behind it what only an active verb has."""
    if token.features.get("VerbForm") != "Part":
        return False
    labels = {child.dep_ for child in token.children}
    subject = any(child.dep_ == "nsubj" and child.i < token.i for child in token.children)
    behind = (child for child in token.children if child.dep_ in ("ccomp", "obj") and child.i > token.i)
    told = any(child.lemma_ not in table("grammar")["nouns"]["temporal"] for child in behind)
    return subject and told and not labels & {"aux:tense", "aux:pass", "cop"}


def _serves(token: Token, form: Form) -> bool:
    """It is an auxiliary, or may be one."""
    return form.infinitive in _AUXILIARIES or token.dep_.startswith(_SERVING)


def _read_label(token: Token, form: Form) -> bool:
    """Whether its place is that of a verb ("les ministres, qui CHAHUTERONT Luc"), so that only its name is wrong."""
    relative = token.dep_ == "acl:relcl" and not any(child.dep_ == "det" for child in token.children)
    if token.pos_ == "VERB" or not (relative or token.pos_ == "AUX"):
        return False
    form.give(token)
    return relative


def _may_be(token: Token) -> bool:
    """It has no determiner, has not been read as a verb with a subject, and is not the second of two adjectives ("saine
    et sauve")."""
    if token.i == token.sent.start or token.i + 1 >= token.sent.end:
        return False
    if token.pos_ == token.head.pos_ == "ADJ" and token.dep_ == "conj" and token.head.i == token.i - 2:
        return False
    labels = {child.dep_ for child in token.children if child.dep_ != "det" or child.pos_ == "DET"}
    if "det" in labels or "aux:tense" in labels or "aux:pass" in labels or "cop" in labels:
        return False
    told = not labels.isdisjoint(_SUBJECTS) or (token.dep_ == "conj" and is_finite(token.head))
    after = token.doc[token.i + 1].lower_  # "la grève entre dans sa troisième semaine"
    preposition = token.lower_ in words("finites")["prepositions"] and after not in words("finites")["behind verbs"]
    return not (told and token.features.get("Mood")) and not preposition


def _opens_phrase(verb: Token, form: Form) -> bool:
    """What follows, words of time left aside, begins another phrase."""
    doc, i, listed = verb.doc, verb.i + 1, words("finites")
    days = words("attachments")["days"]
    while i < verb.sent.end and i - verb.i <= _BETWEEN and (doc[i].lower_ in days or doc[i].pos_ == "ADV"):
        i += 1
    if i >= verb.sent.end:
        return False
    after = doc[i]
    if after.lower_ in listed["articles"] or after.pos_ in ("DET", "NUM"):
        return not _dates(after)
    if after.is_capital or after.lower_ in ("que", "qu'") or after.features.get("VerbForm") == "Inf":
        return True
    if after.text == "«" and i + 2 < verb.sent.end and doc[i + 1].pos_ == "ADJ" and doc[i + 2].text == "»":
        return True  # "Luc Roche juge « inacceptable » la décision"
    plain = verb.pos_ == "ADJ" and verb.lemma_ == verb.lower_  # "débrayent" in the plural is no adjective
    if verb.lower_ in listed["qualifying"] or (plain and not (form.plural and _is_no_adjective(verb))):
        return False
    if after.lower_ in listed["of"]:  # "menace de licencier", "le titre dévisse de 12 %"
        measured = verb.pos_ == "ADJ" and i + 1 < verb.sent.end and doc[i + 1].like_num
        return measured or (i + 1 < verb.sent.end and _is_infinitive(doc[i + 1]))
    return after.pos_ == "ADP"


def _is_no_adjective(token: Token) -> bool:
    """A plural in -ent: adjectives end in -ents."""
    return token.lower_.endswith("ent") and token.lower_ not in words("finites")["adjectives in -ent"]


def _is_infinitive(token: Token) -> bool:
    """It is one, or a verb of the lexicon that is taken for a noun: "menace de LICENCIER 300 salariés"."""
    return token.features.get("VerbForm") == "Inf" or (token.pos_ == "NOUN" and token.lower_ in infinitives())


def _dates(determiner: Token) -> bool:
    """ "le 3 mai", "la semaine dernière"."""
    temporal = table("grammar")["nouns"]["temporal"]
    doc, end = determiner.doc, min(determiner.i + 2, determiner.sent.end)
    if end < determiner.sent.end and doc[end - 1].like_num:
        end += 1
    return any(t.lower_ in temporal or t.lemma_ in temporal for t in doc[determiner.i : end])
