"""Sorts of bodies: what names are said to be, and the body that a noun for its sort means ("le constructeur")."""

from __future__ import annotations

from recoupe.extraction.actors.cast import Cast, Member
from recoupe.extraction.actors.naming import Naming
from recoupe.extraction.phrases import determiner, reach
from recoupe.gazetteer import nationality
from recoupe.language.actors import ActorWords
from recoupe.model import ActorKind
from recoupe.names import PersonalName

#: What joins a name to the noun that says of what sort it is.
_JOINING = frozenset({"de", "d'", "la", "le", "du", "l'"})
#: How many tokens behind a comma the noun of an apposition stands at most: "X, première compagnie du pays,".
_BEHIND = 4
#: The sort of bodies to which an article's names belong that nothing more is said of.
_COMMON = "company"


def sort_before(naming: Naming, words: ActorWords) -> str | None:
    """ "constructeur" of "le constructeur automobile X"; "salariés" of "les salariés de X"; "chez" of "chez X"."""
    doc, i = naming.part.doc, naming.start - 1
    while i > 0 and (nationality(doc[i].text) or doc[i].lower_ in _JOINING or doc[i].pos_ == "ADJ"):
        i -= 1
    if i < 0:
        return None
    noun = doc[i].lower_
    return noun if noun == "chez" or words.body("companies", noun) or words.alike(noun) else None


def sort_behind(naming: Naming, words: ActorWords) -> str | None:
    """ "compagnie" of "X, première compagnie du pays, "."""
    doc, at = naming.part.doc, naming.end
    if at >= len(doc) or doc[at].text != ",":
        return None
    for token in doc[at + 1 : at + 1 + _BEHIND]:
        if token.pos_ == "NOUN":
            end = reach(token)
            closed = end < len(doc) and doc[end].is_punct and determiner(token) != "ce"
            return token.lower_ if closed and words.alike(token.lower_) else None
        if token.pos_ not in ("DET", "ADJ", "NUM"):
            return None
    return None


def body_of_sort(noun: str, at: int, cast: Cast, words: ActorWords) -> Member | None:
    """The body that "le constructeur" means at offset `at`: of those of its sort the one that was named most, then
    last; before any is named, the only one. A word for a company may mean one of those of which no sort is known."""
    sorts = words.alike(noun)
    bodies = [m for m in cast.recent if _may_be_body(m) and m.named_at and not m.scoped]
    alike = [m for m in bodies if sorts & _sorts_of(m, words)]
    if not alike and _COMMON in sorts:
        unsorted = [m for m in bodies if not (_is_sorted(m, words) or m.known or m.country)]
        alike = [m for m in unsorted if m.kind is ActorKind.ORGANISATION] or unsorted
    before = [(m, [p for p in m.named_at if p < at]) for m in alike]
    if any(places for _, places in before):
        found = max(before, key=lambda found: (len(found[1]), found[1]))[0]
    elif len(alike) == 1:
        found = alike[0]
    else:
        return None
    found.kind = ActorKind.ORGANISATION
    return found


def _may_be_body(member: Member) -> bool:
    """It is one, or a single word of which nothing shows that it names the person that the recogniser took it for."""
    if member.kind is ActorKind.PERSON:
        single = len(PersonalName.parse(member.name).elements) == 1 and " " not in member.name
        return single and not (member.gender or member.titles or member.known)
    return member.kind is ActorKind.ORGANISATION


def _sorts_of(member: Member, words: ActorWords) -> frozenset[str]:
    """The sorts that a body belongs to, by its names, by its titles and by what stands beside them."""
    found = frozenset[str]().union(*map(words.alike, _told(member)))
    employs = any(word == "chez" or words.body("companies", word) for word in member.sorts)
    return found | {_COMMON} if employs and not found else found


def _is_sorted(member: Member, words: ActorWords) -> bool:
    """Its names or titles say what it is: "Conseil des relations industrielles"."""
    return any(map(words.lists, _told(member)))


def _told(member: Member) -> list[str]:
    return [*member.sorts, *(text.split()[0] for text in (*member.names, *member.titles) if text)]
