"""Names of persons: behind a form of address or an office, or found by the entity recogniser."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from recoupe.extraction.actors.families import is_family, relative_behind, stands_alone, surname_of_couple
from recoupe.extraction.actors.name_words import NO_NAMES, is_name_word, name_end
from recoupe.extraction.actors.naming import Naming, quote
from recoupe.extraction.actors.office_names import after_office, behind_domain, set_apart, stands_before_name
from recoupe.extraction.analysis import Part
from recoupe.extraction.phrases import OF, is_plural, reach
from recoupe.gazetteer import countries, nationality
from recoupe.language.actors import ActorWords
from recoupe.language.tokens import Doc
from recoupe.model import ActorKind

#: What stands before names of places and of groups, and hardly ever before a bare surname.
_BEFORE_PLACES = frozenset({"vers", "depuis", "dans", "en"})
#: With what places named after a saint begin; few persons are called so.
_SAINTS = ("Saint-", "Sainte-", "St-", "Ste-")
_BEFORE_GROUPS = frozenset({"les", "des", "aux", "ces"})
_LEADING_NATIONALS = frozenset({"le", "la", "l'", "un", "une", "du", "au"})
_ARTICLES_OF_NAMES = frozenset({"le", "la", "de", "d'", "du", "des"})


def persons(
    part: Part, text: str, words: ActorWords, taken: list[bool], alone: Collection[str] = ()
) -> Iterator[Naming]:
    """The names of persons in a part; `alone`: the single words that are somebody's name wherever they stand alone."""
    doc = part.doc
    starts: dict[int, str | None] = {}
    addressed: dict[int, int] = {}
    behind: set[int] = set()
    families, ministers = words.persons.of("families", "singular"), words.persons.of("ministers", "words")
    for i, token in enumerate(doc):
        gender = address(doc, i, words) if token.lower_ in words.addresses else None
        if gender is not None and i + 1 < len(doc):
            starts[_after_dot(doc, i)] = gender or None
            addressed[_after_dot(doc, i)] = i
            if words.person("honorifics", doc[i].lower_, "plural"):
                starts.update(dict.fromkeys(_coordinated(doc, i), None))
    for entity in doc.ents:
        if entity.label_ == "PER":
            begin = start = entity.start + 2 * _opens_with_noun(doc, entity.start)
            while start < entity.end and (
                taken[start] or not is_name_word(doc, start) or address(doc, start, words) is not None
            ):
                start += 1
            while start + 1 < entity.end and words.office(doc[start].text) and is_name_word(doc, start + 1):
                start += 1  # "le Président Paul Roche"
            start += start < entity.end - 1 and stands_before_name(doc, start)
            # "président de la Ligue", found as a person: the name behind "de" is that of a body.
            if start < entity.end and not any(t.pos_ == "ADP" for t in doc[begin:start]):
                whole = entity.end - start > 1 and not doc[start + 1].is_glued
                starts.setdefault(start if whole else _name_start(doc, start, words, taken), None)
    for i, token in enumerate(doc):
        office = token.pos_ not in NO_NAMES and (token.lower_ in ministers or words.office(token.text))
        if office and not _is_of_thing(doc, i, words):
            domain = behind_domain(doc, i, words)
            after = domain if domain is not None and not taken[domain] else after_office(doc, i, taken)
            if after is not None:
                starts.setdefault(after, None)
                behind.update({after} & {domain})
            elif (apart := relative_behind(doc, i, words) or set_apart(doc, i, words, taken)) is not None:
                starts.setdefault(apart, None)
        elif token.text.islower() and (named := _behind_calling(doc, i, words, taken)) is not None:
            starts.setdefault(named, None)
        if token.is_capital and _is_of_nation(doc, i):
            starts.setdefault(i + 1, None)
        if token.is_capital and (_has_office_behind(doc, i, words, taken) or _has_age_behind(doc, i)):
            starts.setdefault(i, None)
        if token.text in alone and stands_alone(doc, i):
            starts.setdefault(i, None)
        if token.lower_ in families and token.i + 1 < len(doc) and not taken[token.i + 1]:
            starts.setdefault(token.i + 1, None)
    led: dict[int, str | None] = {}
    for start, gender in sorted(starts.items()):
        first = _behind_what_leads(doc, start, words)
        led[first] = led.get(first) or gender
    starts = led
    for start in sorted(starts):
        if any(start < other < name_end(doc, start) for other in behind):
            continue  # "Norvia Guy Perrot" in "le patron de Norvia Guy Perrot"
        article = start in addressed and start + 1 < len(doc) and doc[start].lower_ in _ARTICLES_OF_NAMES
        if start >= len(doc) or not (is_name_word(doc, start) or article):
            continue
        end = name_end(doc, start + article)  # "Mme Le Pen"
        if end - start == 1 and starts[start] is None and start and doc[start - 1].lower_ in _BEFORE_PLACES:
            continue  # "vers Durán": a place
        if end - start == 1 and starts[start] is None and doc[start].text.startswith(_SAINTS):
            continue  # "a frappé Saint-Martin": a place
        if start and starts[start] is None and words.is_named_thing(doc[start - 1].lower_):
            continue  # "la tempête Ciaran"
        sure = doc[start].text in alone
        if end - start == 1 and starts[start] is None and not sure and _is_seat_of_office(doc, start, words):
            continue  # "la députée de Berthier": a place
        opens = end - start == 1 and doc[start].is_sent_start
        if opens and not (sure or _has_age_behind(doc, start) or _is_first_subject(doc, start)):
            continue  # "Amaigri mais conscient, l'otage": any word is written large here
        verb = doc[start].pos_ == "VERB" and doc[start].features.get("VerbForm") in ("Inf", "Part")
        if end - start == 1 and starts[start] is None and verb:
            continue  # "Casser des vitres"
        if end - start == 1 and starts[start] is None and start and doc[start - 1].lower_ in _BEFORE_GROUPS:
            end = reach(doc[start])  # "les Ultras du Vieux-Pont"
            name = quote(part, text, start, end)
            yield Naming(part=part, start=start, end=end, name=name, kind=ActorKind.ORGANISATION, sort="body")
            continue
        if end < len(doc) and doc[end].ent_iob_ == "I" and words.office(doc[end].text):
            continue  # "Premier ministre du Québec"
        if is_family(doc, start, end, words):
            name = quote(part, text, start - 1, end)
            yield Naming(part=part, start=start - 1, end=end, name=name, kind=ActorKind.GROUP, sort="body")
            continue
        name = quote(part, text, start, end)
        if (surname := surname_of_couple(doc, start, end, words)) is not None:
            name = f"{name} {quote(part, text, *surname)}"
        if start == 0 and name.isupper() and len(name) > 3:
            continue  # a dateline in capitals: "TÓRSHAVN, 15 avril"
        if (
            name
            and not words.office(name)
            and not countries().is_adjective(name)
            and name.casefold() not in ("l'", "la", "le")
        ):
            yield Naming(
                part=part, start=start, end=end, name=name, kind=ActorKind.PERSON, sort="person",
                gender=starts[start] or words.gender_of(name),
                address=addressed.get(start, start),
            )  # fmt: skip


def _behind_what_leads(doc: Doc, start: int, words: ActorWords) -> int:
    """Where the name itself begins: behind "Recevant" at the head of a sentence, "Dr" and "Mme", "l'Autrichien"."""
    while start + 1 < len(doc) and is_name_word(doc, start):
        token = doc[start]
        if address(doc, start, words) is not None:
            start = _after_dot(doc, start)
        elif doc[start + 1].is_glued or not is_name_word(doc, start + 1):
            break
        elif (token.is_sent_start and token.pos_ == "VERB") or _is_led_national(doc, start):
            start += 1
        else:
            break
    return start


def _is_led_national(doc: Doc, i: int) -> bool:
    """ "Brésilien" in "le Brésilien Neymar", "la jeune Brésilienne Ana Roche": where somebody comes from."""
    at = i - 1
    while at > 0 and doc[at].pos_ == "ADJ" and doc[at].text.islower():
        at -= 1
    return at >= 0 and doc[at].lower_ in _LEADING_NATIONALS and nationality(doc[i].text) is not None


def _behind_calling(doc: Doc, i: int, words: ActorWords, taken: list[bool]) -> int | None:
    """ "le tennisman serbe Novak Perovic": where a name of two words begins behind what somebody is."""
    if doc[i].pos_ != "NOUN" or not words.human(doc[i].text) or is_plural(doc[i]):
        return None
    at = after_office(doc, i, taken)
    if at is None or at + 1 >= len(doc) or not is_name_word(doc, at + 1) or doc[at].ent_type_ == "ORG":
        return None
    return at


def _opens_with_noun(doc: Doc, i: int) -> bool:
    """ "Victoire de Paul Roche": a noun, written large because it opens the sentence."""
    return bool(doc[i].is_sent_start) and doc[i].pos_ == "NOUN" and i + 1 < len(doc) and doc[i + 1].lower_ in OF


def _is_of_nation(doc: Doc, i: int) -> bool:
    """ "le Serbe Novak Petrovic": a name of two words behind the noun for where somebody comes from."""
    led = i > 0 and doc[i - 1].lower_ in _LEADING_NATIONALS
    names = i + 2 < len(doc) and all(is_name_word(doc, n) and not doc[n].is_glued for n in (i + 1, i + 2))
    return led and names and countries().is_adjective(doc[i].text)


def _is_of_thing(doc: Doc, i: int, words: ActorWords) -> bool:
    """ "conjointe" in "l'opération conjointe Azur", "parlementaire" in "le groupe parlementaire": an adjective of what
    stands before it."""
    before = doc[i - 1] if i else None
    return before is not None and before.pos_ == "NOUN" and before.text.islower() and not words.human(before.text)


def _has_office_behind(doc: Doc, i: int, words: ActorWords, taken: list[bool]) -> bool:
    """ "Pouria Amirshahi, député de Paris": two words or more of a name, set apart from an office, whatever the
    recogniser made of them."""
    if i + 4 > len(doc) or not (is_name_word(doc, i) and is_name_word(doc, i + 1)) or any(taken[i : i + 2]):
        return False
    if doc[i].pos_ in NO_NAMES or doc[i].ent_type_ == doc[i + 1].ent_type_ != "":
        return False
    if doc[i].ent_type_ and doc[i + 1].ent_iob_ == "B":
        return False  # "a écrit sur X Paul Roche, député"
    if i and (doc[i].is_glued or doc[i - 1].is_capital):
        return False
    end = name_end(doc, i)
    if end + 1 >= len(doc) or doc[end].text != ",":
        return False
    office = doc[end + 2] if doc[end + 1].pos_ == "DET" and end + 2 < len(doc) else doc[end + 1]
    return office.text[:1].islower() and bool(words.office(office.text))


def _has_age_behind(doc: Doc, i: int) -> bool:
    """ "Nahim, 17 ans, a été tué", "Luc Morvan, âgé de 34 ans": whoever has an age is somebody."""
    if not is_name_word(doc, i) or doc[i].pos_ in NO_NAMES or doc[i].ent_type_ == "LOC":
        return False
    if i and (doc[i].is_glued or is_name_word(doc, i - 1)):
        return False
    at = name_end(doc, i)
    if at + 2 >= len(doc) or doc[at].text != ",":
        return False
    at += 1
    if doc[at].lemma_ == "âgé" and doc[at + 1].lower_ == "de":
        at += 2
    behind = [t.lower_ for t in doc[at + 1 : at + 3]]
    return doc[at].like_num and behind[:1] == ["ans"] and behind[1:] not in (["après"], ["plus"], ["de"])


def _is_first_subject(doc: Doc, i: int) -> bool:
    """A subject by the parse, or a name right before a finite verb: "Aquatek a suspendu le chantier"; not an adjective:
    "Claire volonté de changer"."""
    following = doc[i + 1] if i + 1 < len(doc) else None
    if following is not None and following.pos_ == "NOUN" and following.text.islower():
        return False
    if doc[i].dep_.startswith(("nsubj", "ROOT")):
        return True
    return doc[i].pos_ == "PROPN" and following is not None and following.features.get("VerbForm") == "Fin"


def _is_seat_of_office(doc: Doc, i: int, words: ActorWords) -> bool:
    return i > 1 and doc[i - 1].lower_ in ("de", "d'") and bool(words.office(doc[i - 2].text))


def _name_start(doc: Doc, start: int, words: ActorWords, taken: list[bool]) -> int:
    """The recogniser may lose a given name: "Jean-Noël Barrot" found as "Barrot"."""
    i = start
    while i > 0 and not taken[i - 1]:
        if (
            doc[i].is_glued
            or (doc[i - 1].text == "-" and i > 1)
            or (
                doc[i - 1].pos_ == "PROPN"
                and is_name_word(doc, i - 1)
                and address(doc, i - 1, words) is None
                and not words.office(doc[i - 1].text)
                and not doc[i - 1].is_glued
            )
            or (doc[i - 1].pos_ == "PROPN" and doc[i - 1].is_glued and doc[i - 1].text[:1].isupper())
        ):
            i -= 1
        else:
            break
    return i if is_name_word(doc, i) else start


def address(doc: Doc, i: int, words: ActorWords) -> str | None:
    """The gender of a form of address at token `i` ("" where it does not say); None where there is no such form."""
    token = doc[i]
    text = token.lower_
    gender = words.addresses.get(text)
    if gender is None:
        return None
    if not token.is_capital and text not in ("cheikh", "ayatollah", "docteur", "maître", "lord"):
        return None
    if text in ("m", "me", "dr", "pr") and token.text.islower():
        return None
    if text == "m" and not (i + 1 < len(doc) and doc[i + 1].text == "."):
        return None
    return gender


def _after_dot(doc: Doc, i: int) -> int:
    return i + 2 if i + 2 < len(doc) and doc[i + 1].text == "." else i + 1


def _coordinated(doc: Doc, i: int) -> Iterator[int]:
    """The names after "MM." beyond the first: "MM. Kim et Choïgou"."""
    at = name_end(doc, _after_dot(doc, i)) if _after_dot(doc, i) < len(doc) else len(doc)
    while at + 1 < len(doc) and doc[at].lower_ in ("et", ",") and is_name_word(doc, at + 1):
        yield at + 1
        at = name_end(doc, at + 1)
