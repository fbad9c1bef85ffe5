"""Sorts of bodies: what names are said to be, and the body that a noun for its sort means ("le constructeur")."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.extraction.actors.cast import Cast, Member
from recoupe.extraction.actors.naming import Naming
from recoupe.extraction.dependencies import is_subject
from recoupe.extraction.phrases import determiner, reach
from recoupe.gazetteer import nationality
from recoupe.language.actors import ActorWords
from recoupe.language.tokens import Token
from recoupe.model import ActorKind
from recoupe.names import PersonalName, fold

#: What joins a name to the noun that says of what sort it is.
_JOINING = frozenset({"de", "d'", "la", "le", "du", "l'"})
#: How far back, in characters, the text still goes on about whoever was its subject there: some two sentences.
_NEAR = 300
#: How far apart, in characters, the names of two begin that are named side by side.
_BESIDE = 50
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


def body_of_sort(noun: Token, sorts: frozenset[str], at: int, cast: Cast, words: ActorWords) -> Member | None:
    """The body that `noun`, "le constructeur", means at offset `at`, of those of its sorts: the one that the text has
    just gone on about, else the one that was named most, then last; before any is named, the only one."""
    alike = _alike(sorts, cast, words)
    before = [(m, [p for p in m.named_at if p < at]) for m in alike]
    near = [(max(places), m) for m in alike if (places := [p for p in m.subject_at if at - _NEAR <= p < at])]
    if near:
        found = max(near, key=lambda found: found[0])[1]
    elif any(places for _, places in before):
        found = max(before, key=lambda found: (len(found[1]), found[1]))[0]
    elif len(alike) == 1:
        found = alike[0]
    else:
        return None
    found.kind = ActorKind.ORGANISATION if found.kind is ActorKind.PERSON else found.kind
    if is_subject(noun):
        found.subject_at.append(at)
    return found


def only_of_sort(sorts: frozenset[str], cast: Cast, words: ActorWords) -> Member | None:
    """ "son parti": the one named body that is of these sorts; None where none or several are."""
    named = [m for m in cast.recent if _may_be_body(m) and m.named_at and not m.scoped and sorts & _sorts_of(m, words)]
    return named[0] if len(named) == 1 else None


def two_of_sort(sorts: frozenset[str], at: int, cast: Cast, words: ActorWords) -> tuple[Member, ...]:
    """ "les deux syndicats": the two of these sorts that were named last before offset `at`; without two, the two
    bodies named last where they stand side by side ("X et Y ... les deux groupes")."""
    two = _last_two(_alike(sorts, cast, words), at)
    if len(two) == 2:
        return tuple(m for _, m in two)
    two = _last_two([m for m in cast.recent if _may_be_body(m) and not m.scoped], at)
    return tuple(m for _, m in two) if len(two) == 2 and two[1][0] - two[0][0] <= _BESIDE else ()


def _last_two(bodies: Sequence[Member], at: int) -> list[tuple[int, Member]]:
    """The two that were named last before offset `at`, with where, in order."""
    places = ((max((p for p in m.named_at if p < at), default=-1), m) for m in bodies)
    return sorted((found for found in places if found[0] >= 0), key=lambda found: found[0])[-2:]


def _alike(sorts: frozenset[str], cast: Cast, words: ActorWords) -> list[Member]:
    """The named bodies of these sorts; a word for a company may mean one of those of which no sort is known."""
    bodies = [m for m in cast.recent if _may_be_body(m) and m.named_at and not m.scoped]
    alike = [m for m in bodies if sorts & _sorts_of(m, words)]
    if not alike and _COMMON in sorts:
        unsorted = [
            m for m in bodies if m.kind is not ActorKind.MEDIA and not (_is_sorted(m, words) or m.known or m.country)
        ]
        acting = [m for m in unsorted if m.subject_at]
        alike = [m for m in acting if m.kind is ActorKind.ORGANISATION] or acting
    return alike


def body_called(noun: str, cast: Cast) -> Member | None:
    """The body that a noun written large, "l'Autorité", means: the last one whose name begins with it, else the only
    one of whom only an abbreviation is known that begins with its letter."""
    bodies = [m for m in cast.recent if m.kind is not ActorKind.PERSON and not (m.scoped or (m.country and m.known))]
    named = [m for m in bodies if any(n.lower().startswith(f"{noun.lower()} ") for n in m.names)]
    if named:
        return named[-1]
    short = [m for m in bodies if all(n.isupper() and len(n) > 2 and fold(n[0]) == fold(noun[0]) for n in m.names)]
    return short[0] if len(short) == 1 else None


def _may_be_body(member: Member) -> bool:
    """It is one, or a single word of which nothing shows that it names the person that the recogniser took it for."""
    if member.kind is ActorKind.PERSON:
        single = len(PersonalName.parse(member.name).elements) == 1 and " " not in member.name
        return single and not (member.gender or member.titles or member.known)
    return member.kind in (ActorKind.ORGANISATION, ActorKind.MEDIA)


def _sorts_of(member: Member, words: ActorWords) -> frozenset[str]:
    """The sorts that a body belongs to, by its names, by its titles and by what stands beside them."""
    found = frozenset[str]().union(*map(words.alike, _told(member)))
    found = found or frozenset[str]().union(*map(words.sorts_told, member.names))
    employs = any(word == "chez" or words.body("companies", word) for word in member.sorts)
    return found | {_COMMON} if employs and not found else found


def _is_sorted(member: Member, words: ActorWords) -> bool:
    """Its names or titles say what it is: "Conseil des relations industrielles"."""
    return any(map(words.lists, _told(member))) or any(map(words.sorts_told, member.names))


def _told(member: Member) -> list[str]:
    aliases = member.known.aliases if member.known is not None else ()
    return [*member.sorts, *(text.split()[0] for text in (*member.names, *member.titles, *aliases) if text)]
