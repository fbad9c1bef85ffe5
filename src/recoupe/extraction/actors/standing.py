"""Whether a city stands for the government that sits there, or is only a place."""

from __future__ import annotations

from recoupe.extraction.actors.naming import Naming
from recoupe.extraction.dependencies import is_passive
from recoupe.language.actors import ActorWords

_LOCATIVE = frozenset(
    {"à", "dans", "vers", "depuis", "en", "jusqu'à", "près", "autour", "hors", "sous", "au", "sur", "chez"}
)
#: How far up the parse the visit may stand that a capital is visited on.
_NEAR_GOVERNOR = 2
_ARTICLES = frozenset({"le", "la", "les", "l'"})


def acts(naming: Naming, words: ActorWords) -> bool:
    """The name of a capital means a government: as subject or agent, with "entre", "avec", "contre"; after "à" only
    where somebody is given, told or asked something ("un soutien à Moscou"); after "de" unless a place comes before it.

    Seats are places where something happens "à l'Élysée". Names of countries always act.
    """
    if naming.sort == "seat":
        return _preposition(naming) not in ("à", "au", "devant", "dans") or _is_recipient(
            naming, naming.start - 1, words
        )
    if naming.sort != "capital":
        return True
    doc, i = naming.part.doc, naming.start - 1
    while i >= 0 and (doc[i].lower_ in _ARTICLES or doc[i].text in ("«", '"')):
        i -= 1
    if i < 0 or doc[naming.start].is_sent_start:
        return not _is_dateline(naming)
    before = doc[i]
    if words.body("leaving", before.lemma_):
        return False
    if before.is_sent_start and before.lower_ == "à" and naming.end < len(doc) and doc[naming.end].text == ",":
        return False  # "À Bruxelles, il a demandé"
    if before.lower_ in ("et", "ou", ",") and i > 0 and doc[i - 1].text[:1].isupper():
        return _first_of_list_acts(naming, i - 1, words)
    if before.lower_ in ("à", "au"):
        return _is_recipient(naming, i, words)
    if before.lower_ in _LOCATIVE:
        return False
    if before.lower_ in ("de", "d'", "du"):
        return not _of_a_place(naming, i, words)
    return True


def hosts(naming: Naming, words: ActorWords) -> bool:
    """ "une visite à Pyongyang", "s'est rendu à Douchanbé": a place, and the state that is visited there."""
    if naming.sort != "capital" or _preposition(naming) != "à":
        return False
    head, steps = naming.part.doc[naming.start].head, 0
    while steps < _NEAR_GOVERNOR:
        if head.pos_ == "VERB" and words.body("hosts", head.lemma_, "at_home") and not is_passive(head):
            return False  # "a reçu à Kiev son homologue": at home
        if any(words.body("hosts", text) for text in (head.lower_, head.lemma_.lower())):
            return True
        head, steps = head.head, steps + 1
    return False


def _preposition(naming: Naming) -> str:
    doc, i = naming.part.doc, naming.start - 1
    while i >= 0 and (doc[i].lower_ in _ARTICLES or doc[i].lower_ in ("palais", "de")):
        i -= 1
    return doc[i].lower_ if i >= 0 else ""


def _is_dateline(naming: Naming) -> bool:
    """ "MOSCOU, 8 février (AFP) -", "Paris (AFP)"."""
    doc, end = naming.part.doc, naming.end
    return (
        end < len(doc)
        and doc[end].text in (",", "(")
        and any(t.text in ("-", "–", "—", ")") for t in doc[end : end + 9])
    )


def _is_recipient(naming: Naming, preposition: int, words: ActorWords) -> bool:
    doc = naming.part.doc
    above = doc[naming.start].head
    heads = {above.i, above.head.i, *range(max(0, preposition - 3), preposition)}  # "verser deux millions d'euros à"
    return any(
        words.body("recipients", text)
        for i in heads
        for text in (doc[i].lower_, doc[i].lemma_.lower())
        if i != naming.start
    )


def _of_a_place(naming: Naming, preposition: int, words: ActorWords) -> bool:
    """ "dans les rues de Kaboul", "près de Kaboul", "le sommet sur le climat de Paris"."""
    doc = naming.part.doc
    if preposition and doc[preposition - 1].lower_ in _LOCATIVE:
        return True
    nouns = [t for t in doc[max(0, preposition - 4) : preposition] if t.pos_ in ("NOUN", "PROPN")]
    head = doc[naming.start].head
    return any(words.body("places", noun.lower_) for noun in (*nouns[-1:], head, head.head))


def _first_of_list_acts(naming: Naming, last: int, words: ActorWords) -> bool:
    """ "à Moscou et Kiev": the preposition before the list holds for all of it."""
    doc, i = naming.part.doc, last
    while i > 0 and (doc[i].text[:1].isupper() or doc[i].text in ("-", ",") or doc[i].lower_ in ("et", *_ARTICLES)):
        i -= 1
    if doc[i].lower_ in ("à", "au"):
        return _is_recipient(naming, i, words)
    return doc[i].lower_ not in _LOCATIVE
