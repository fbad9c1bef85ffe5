"""Names of organisations: behind a word for a body, or found by the entity recogniser."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.extraction.actors.name_words import name_end
from recoupe.extraction.actors.naming import Naming, quote
from recoupe.extraction.analysis import Part
from recoupe.extraction.phrases import country_in, first_of, is_plural, reach
from recoupe.gazetteer import countries, places
from recoupe.language.actors import ActorWords
from recoupe.language.tokens import Doc, Run, Token
from recoupe.model import ActorKind

#: "Kh-22", "S-300": weapons and machines, which the recogniser takes for organisations.
_WEAPON = re.compile(r"[A-Z][A-Za-z]{0,2}-\d+\w*")


def introduced(part: Part, text: str, words: ActorWords, taken: list[bool]) -> Iterator[Naming]:
    """Names behind a word for a body, whatever the recogniser made of them: "la société suisse Aquatek"."""
    doc = part.doc
    for i in range(len(doc) - 1):
        common = doc[i].text.islower() or (doc[i].text.isupper() and words.institution(doc[i].text))  # "l'ONG Aquatek"
        if doc[i].pos_ != "NOUN" or not common or is_plural(doc[i]):
            continue
        whole = words.body("named_after", doc[i].lower_)
        if not (whole or _introduces(doc[i], words) or _rivals_firm(doc, i, words)) or (
            i and doc[i - 1].lower_ == "en"
        ):
            continue  # "met en garde Paul Roche"
        start = _behind_sort(doc, i)
        if start >= len(doc) or taken[start] or doc[start].is_sent_start or not doc[start].text[:1].isupper():
            continue
        if doc[start].lower_ in words.addresses:
            continue  # "a confié à la presse M. Roche"
        end = name_end(doc, start)
        while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].ent_type_ == doc[start].ent_type_:
            if _is_predicate(doc[end]) or words.body("ends_names", doc[end].lower_):
                break
            end += 1
        person = doc[start].ent_type_ == "PER" and end - start > 1 and _belongs_to_office(doc, i, words)
        start = i if whole and start == doc[i].word_end else start  # "l'hôpital Saint-Louis", "le lycée Victor Hugo"
        if not person and any(t.text[:1].isalpha() and t.pos_ != "DET" for t in doc[start:end]):
            name = quote(part, text, start, end)
            if words.body("headed", doc[i].lower_) and doc[start].ent_type_ not in ("ORG", "LOC"):
                yield Naming(part=part, start=start, end=end, name=name, kind=ActorKind.PERSON, sort="person")
                continue  # "l'administration Trump"
            yield Naming(part=part, start=start, end=end, name=name, kind=ActorKind.ORGANISATION, sort="body")


def _behind_sort(doc: Doc, i: int) -> int:
    """Where a name may begin behind a word for a body: "la société suisse X", "le site d'information X"."""
    start = doc[i].word_end
    while start < len(doc) and doc[start].pos_ == "ADJ" and doc[start].text.islower():
        start = doc[start].word_end
    bare = start + 1 < len(doc) and doc[start].lower_ in ("de", "d'") and doc[start + 1].pos_ == "NOUN"
    return _behind_sort(doc, start + 1) if bare and doc[start + 1].text.islower() else start


def _belongs_to_office(doc: Doc, i: int, words: ActorWords) -> bool:
    """ "la secrétaire du syndicat Céline Martin": the name is not the union's."""
    at = i - 1
    while at > 0 and doc[at].lower_ in ("du", "de", "d'", "la", "l'"):
        at -= 1
    beside = at < i - 1
    while at > 0 and countries().is_adjective(doc[at].text):
        at -= 1
    return beside and bool(words.human(doc[at].text))


def _introduces(noun: Token, words: ActorWords) -> bool:
    text = noun.lower_
    if not words.lists(text) or words.human(text):
        return False
    return words.body("companies", text) or words.body("media", text) or bool(words.institution(text))


def _rivals_firm(doc: Doc, i: int, words: ActorWords) -> bool:
    """ "son concurrent suisse Aquatek": a firm, unless a given name or two words show that it is a person."""
    if not words.body("rivals", doc[i].lower_):
        return False
    start = _behind_sort(doc, i)
    end = name_end(doc, start) if start < len(doc) else start
    return end - start == 1 and words.gender_of(f"{doc[start].text} {doc[start].text}") is None


#: What no name goes on behind: « La République en Marche ont «condamné ».
_NOT_IN_NAMES = ("«", "»", "“", "”", '"', "(", ")", ":", ";")


def _is_portfolio(doc: Doc, start: int, end: int, words: ActorWords) -> bool:
    """ "Environnement" in "la ministre de l'Environnement", "Sécurité publique" in "le ministre de la Sécurité X"."""
    several = end - start > 1
    if not (doc[start].pos_ == "NOUN" or several) or not all(t.pos_ == "ADJ" for t in doc[start + 1 : end]):
        return False
    at = start - 1
    while at > 0 and doc[at].lower_ in ("l'", "la", "de", "des", "du", "aux", "à"):
        at -= 1
    if at == start - 1:
        return False
    if several:
        return words.person("ministers", doc[at].text)
    return bool(words.office(doc[at].text) or country_in(doc, at, at + 1))


def _is_brand(entity: Run, words: ActorWords) -> bool:
    """A name of no known sort that acts: "Aquatek a suspendu le chantier". What is taken for a place is one unless no
    place has that name."""
    root = entity.root
    acts = root.dep_ in ("nsubj", "nsubj:pass", "obl:agent") or _is_given(root, words)
    if words.is_named_thing(root.doc[entity.start].lower_):
        return False  # "l'ouragan Irma a frappé"
    article = entity.end - entity.start == 2 and root.doc[entity.start].lower_ in ("la", "le")
    named = root.pos_ == "PROPN" or (article and root.is_capital and root.pos_ == "NOUN")  # "La Juventus a gagné"
    if not named or not ((acts and root.head.pos_ == "VERB") or _is_agent_of_noun(root)):
        return False
    return entity.label_ == "MISC" or (entity.label_ == "LOC" and places().find(entity.text) is None)


def _is_agent_of_noun(name: Token) -> bool:
    """ "le rachat de Lumigen par Aquatek": whoever does what the noun says."""
    noun = name.head
    led = any(c.dep_ == "case" and c.lower_ == "par" for c in name.children)
    undergoes = any(c.dep_ == "nmod" and c.i < name.i for c in noun.children)
    return led and undergoes and name.dep_ == "nmod" and noun.pos_ == "NOUN"


def _is_given(name: Token, words: ActorWords) -> bool:
    """ "a cédé 300 magasins à Mercado": behind "à" and with a verb of giving, what it names is nowhere."""
    led = any(c.dep_ == "case" and c.lower_ == "à" for c in name.children)
    given = any(c.dep_ == "obj" and c.i < name.i for c in name.head.children)
    return led and given and name.dep_.startswith("obl") and words.body("recipients", name.head.lemma_)


def _is_authority(entity: Run, words: ActorWords) -> bool:
    """ "Le Québec a conclu un accord", "Lausanne interdit la pêche": a region or town that does something on purpose is
    its authorities; not where a verb tells what it is like or what befalls it."""
    root = entity.root
    if entity.label_ != "LOC" or root.pos_ != "PROPN" or root.dep_ != "nsubj" or root.head.pos_ != "VERB":
        return False
    told = any(c.dep_ in ("obj", "ccomp", "xcomp") and c.i > root.head.i for c in root.head.children)
    return told and root.i < root.head.i and words.body("deciding", root.head.lemma_)


def _is_predicate(token: Token) -> bool:
    """ "Métalis bondit": no name holds a finite verb."""
    return token.pos_ == "AUX" or (token.pos_ == "VERB" and token.text.islower() and bool(token.features.get("Mood")))


def _begins_score(token: Token) -> bool:
    """ "3" of "Lens bat Brest 3-1"."""
    doc, at = token.doc, token.i
    return token.text.isdigit() and at + 2 < len(doc) and doc[at + 1].text in ("-", "–") and doc[at + 2].text.isdigit()


def _breaks_name(token: Token) -> bool:
    """A mark, or a dash with spaces around it: "Caisse d'Armor - Le patron"."""
    dash = token.text in ("-", "–", "—") and token.whitespace_ and token.i and token.doc[token.i - 1].whitespace_
    return bool(dash) or "\n" in token.text or token.text in _NOT_IN_NAMES or _begins_score(token)


def _is_team(entity: Run, words: ActorWords) -> bool:
    """ "Lens a battu Brest", "la défaite de Chelsea contre Arsenal": towns that do something, or something against each
    other; not "s'est imposé à Brest"."""
    root = entity.root
    if entity.label_ not in ("LOC", "MISC") or not (root.is_capital and root.pos_ in ("PROPN", "NOUN")):
        return False
    before = next((c for c in root.children if c.dep_ == "case" and c.i < root.i), None)
    if before is None:
        return root.dep_ in ("nsubj", "nsubj:pass", "obj", "conj")
    if before.lower_ in ("de", "d'"):
        return words.body("teams", root.head.lemma_)
    return words.body("teams", before.lower_, "prepositions")


def entities(part: Part, text: str, words: ActorWords, sport: bool) -> Iterator[Naming]:
    """Names that the recogniser finds; `sport`: towns are teams."""
    for entity in part.doc.ents:
        if not any(t.text[:1].isupper() for t in entity):
            continue
        named = entity.label_ == "ORG" or _is_brand(entity, words) or _is_authority(entity, words)
        if not (named or (sport and _is_team(entity, words))):
            continue
        start, end = entity.start, entity.end
        while start < end and (part.doc[start].is_punct or _only_introduces(part.doc[start])):
            start += 1
        while end > start and (part.doc[end - 1].is_punct or part.doc[end - 1].pos_ in ("DET", "ADP")):
            end -= 1
        if end - start > 1 and words.body("ends_names", part.doc[end - 1].lower_):
            end -= 1  # "précise l'OFAG jeudi"
        if _WEAPON.fullmatch(part.doc.words(start, end)) or _is_portfolio(part.doc, start, end, words):
            continue
        if start < end and (_is_dateline(part.doc, start, end) or _is_no_name(part.doc, start, end)):
            continue
        # "je félicite le Président Paul Roche", "le Ministre tchadien de la Justice Paul Roche"
        bare = words.office(part.doc[start].text) and (
            end - start == 1
            or part.doc[start + 1].lower_ in ("de", "d'", "du")
            or countries().is_adjective(part.doc[start + 1].text)
        )
        if start < end and (bare or (part.doc[start].text.islower() and words.human(part.doc[start].text))):
            continue  # "ministre de l'Intérieur": an office
        if start and words.is_named_thing(part.doc[start - 1].lower_):
            continue  # "le cargo Almería"
        breaks = [t.i for t in part.doc[start:end] if _breaks_name(t) or _is_predicate(t)]
        if breaks:
            end = breaks[0]
        if end - start == 1 and words.institution(part.doc[start].text) and not part.doc[start].text.isupper():
            end = first_of(part.doc, start, reach(part.doc[start]))  # "Parlement" found in "le Parlement catalan"
        end = _with_purpose(part.doc, start, end)
        if end > start:
            name = quote(part, text, start, end)
            if name and (_is_apposed_to_human(part.doc, start, end, words) or _is_called(part.doc, start, end, words)):
                yield Naming(part=part, start=start, end=end, name=name, kind=ActorKind.PERSON, sort="person")
            elif name and not words.body("not_bodies", part.doc[start].text):
                yield Naming(part=part, start=start, end=end, name=name, kind=ActorKind.ORGANISATION, sort="body")


def _only_introduces(token: Token) -> bool:
    """An article or a preposition before a name; not the "Air" of "Air Mali", whatever the tagger says."""
    if token.lower_ in ("un", "une", "des"):
        return True  # "Un Lorrain a été interpellé"
    article = token.features.get("Definite") == "Def" and token.is_sent_start  # elsewhere it is the name's: "La Poste"
    return token.pos_ in ("DET", "ADP") and (not token.is_capital or article)


def _is_dateline(doc: Doc, start: int, end: int) -> bool:
    """ "LYON | La police a", "LYON (AFP) -": where the text was written, before it begins."""
    behind = doc[end].text if end < len(doc) else ""
    return start == 0 and doc.words(start, end).isupper() and behind in ("|", "(", "-", "–", "—")


def _with_purpose(doc: Doc, start: int, end: int) -> int:
    """The end of a body's name with what it is for, written large: "Aide sociale à l'Enfance"."""
    at = end + 1 if end < len(doc) and doc[end].lower_ in ("à", "aux") else len(doc)
    at += at < len(doc) and doc[at].lower_ in ("l'", "la")
    large = at < len(doc) and doc[at].is_title and doc[at].pos_ == "NOUN" and end - start > 1
    return doc[at].word_end if large and doc[start].pos_ == "NOUN" else end


def _is_no_name(doc: Doc, start: int, end: int) -> bool:
    """One letter ("le groupe E", "contre X"), and a verb that opens a sentence or a line: "Manifester ou débattre"."""
    token = doc[start]
    verb = token.pos_ == "VERB" and token.is_title and token.features.get("VerbForm") in ("Inf", "Part")
    return end - start == 1 and (len(token.text) == 1 or verb)


def _is_called(doc: Doc, start: int, end: int, words: ActorWords) -> bool:
    """ "s'exclame Brigitte": a given name alone, without an article and with no word before it that says what it is."""
    name, before = doc[start], doc[start - 1] if start else None
    if end - start > 1 or not name.is_title or words.gender_of(f"{name.text} {name.text}") is None:
        return False
    return before is None or not (before.pos_ in ("DET", "ADP", "NOUN", "ADJ") and before.text.islower())


def _is_apposed_to_human(doc: Doc, start: int, end: int, words: ActorWords) -> bool:
    """ "un député LREM, M'jid El Guerrab, a": between commas, behind an office, stands who holds it."""
    if end - start < 2 or end >= len(doc) or not doc[end].is_punct or start < 2 or doc[start - 1].text != ",":
        return False
    at = start - 2
    while at > 0 and (doc[at].pos_ == "ADJ" or doc[at].text.isupper()):
        at -= 1
    noun = doc[at]
    return bool(words.human(noun.text)) and not is_plural(noun) and not words.body("companies", noun.text)
