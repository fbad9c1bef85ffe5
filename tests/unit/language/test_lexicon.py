"""The notation of lexicon units, and the refusal of lexicon files that do not hold together."""

from __future__ import annotations

from pathlib import Path

import pytest

from recoupe.errors import InvalidFile
from recoupe.language.fr import French
from recoupe.language.lexicon import Constraint, Frame, Strength, Unit, Words
from recoupe.language.lexicon_files import parse_unit, read_frames, read_words
from recoupe.model import Kind, Role

FRAME = Frame(name="test", kind=Kind.OTHER, mode=None, roles={"subject": Role.AGENT}, noun_roles={})


def verb(text: str) -> Unit:
    return parse_unit(text, FRAME, nominal=False)


def noun(text: str) -> Unit:
    return parse_unit(text, FRAME, nominal=True)


def test_a_verb_alone() -> None:
    unit = verb("envoyer")
    assert (unit.head, unit.tail, unit.pronominal, unit.constraints) == ("envoyer", (), False, ())


@pytest.mark.parametrize("text", ["se rendre", "s'effondrer"])
def test_a_reflexive_pronoun_makes_the_verb_pronominal(text: str) -> None:
    unit = verb(text)
    assert unit.pronominal
    assert unit.head in ("rendre", "effondrer")


def test_further_words_are_the_tail() -> None:
    assert verb("mettre en examen").tail == ("en", "examen")


def test_a_class_constrains_the_object() -> None:
    assert verb("tirer @missile").constraints == (Constraint(target="object", of_class="missile"),)


def test_a_class_after_a_preposition_constrains_its_complement() -> None:
    assert verb("se rendre +à @place").constraints == (Constraint(target="à", of_class="place"),)


def test_a_class_can_be_excluded() -> None:
    assert verb("tirer !@lesson").constraints == (Constraint(target="object", of_class="lesson", negated=True),)


def test_a_class_after_a_complete_constraint_is_of_the_object() -> None:
    unit = verb("envoyer +à @place @troops")
    assert unit.constraints == (
        Constraint(target="à", of_class="place"),
        Constraint(target="object", of_class="troops"),
    )


def test_a_class_after_a_form_or_domain_is_of_the_object() -> None:
    for form in ("=passive", "=active", "=plural", "%sport"):
        assert verb(f"envoyer {form} @troops").constraints == (
            Constraint(target=form),
            Constraint(target="object", of_class="troops"),
        )


@pytest.mark.parametrize(
    ("text", "strength"),
    [("attentat!", Strength.ALWAYS), ("accord?", Strength.WEAK), ("visite", Strength.NORMAL)],
)
def test_a_mark_gives_the_strength_of_a_noun(text: str, strength: Strength) -> None:
    unit = noun(text)
    assert (unit.strength, unit.head[-1] in "!?") == (strength, False)


def test_a_number_can_be_required() -> None:
    assert noun("mort #").constraints == (Constraint(target="number"),)


def folder(tmp_path: Path, **files: str) -> list[Path]:
    for name, content in files.items():
        (tmp_path / f"{name}.toml").write_text(content, encoding="utf-8")
    return list(tmp_path.iterdir())


def test_frames_are_found_by_lemma_the_most_specific_first(tmp_path: Path) -> None:
    files = folder(
        tmp_path,
        classes='missile = ["missile"]\n[aliases]\n"tirr" = "tirer"',
        war='[[frame]]\nname = "shoot"\nkind = "assault"\nverbs = ["tirer", "tirer @missile", "tirer dans foule"]\n',
    )
    frames = read_frames(files)
    assert [len(u.tail) + len(u.constraints) for u in frames.verbs["tirer"]] == [2, 1, 0]
    assert frames.size == 3
    assert frames.aliases == {"tirr": "tirer"}


def test_a_word_of_a_wide_frame_has_the_mode_that_its_kind_has_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "general.toml").write_text(
        '[[frame]]\nname = "move"\nkind = "office"\nwide = true\nverbs = ["nommer?", "quitter?", "écarter?"]\n'
        '[[frame]]\nname = "appoint"\nkind = "office"\nmode = "appoint"\nverbs = ["nommer @person"]\n'
        '[[frame]]\nname = "leave"\nkind = "office"\nmode = "resign"\nverbs = ["quitter"]\n'
        '[[frame]]\nname = "oust"\nkind = "office"\nmode = "dismiss"\nverbs = ["quitter", "écarter +subject @man"]\n',
        encoding="utf-8",
    )
    (tmp_path / "classes.toml").write_text('man = ["homme"]', encoding="utf-8")
    verbs = read_frames(tmp_path.iterdir()).verbs
    wide = {head: next(u for u in units if u.frame.wide).frame.mode for head, units in verbs.items()}
    assert wide == {"nommer": "appoint", "quitter": None, "écarter": None}


def test_every_problem_of_a_file_is_reported(tmp_path: Path) -> None:
    files = folder(
        tmp_path,
        war='[[frame]]\nname = "a"\nkind = "nonsense"\n[[frame]]\nname = "b"\nkind = "aid"\nverbs = ["aider @nobody"]\n'
        '[[frame]]\nkind = "aid"\n',
    )
    with pytest.raises(InvalidFile) as caught:
        read_frames(files)
    assert len(caught.value.problems) == 3
    assert "nonsense" in str(caught.value)
    assert "@nobody" in str(caught.value)


def test_a_file_that_is_not_toml_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text("[[[", encoding="utf-8")
    with pytest.raises(InvalidFile, match=r"words\.toml"):
        read_words(path)


def test_words_are_found_by_table_and_list(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text('[verbs]\nasserts = ["dire"]\nclaims = ["prétendre"]\n', encoding="utf-8")
    words = read_words(path)
    assert words.of("verbs", "asserts") == {"dire"}
    assert words.key_of("verbs", "prétendre") == "claims"
    assert words.key_of("verbs", "manger") is None
    assert words.of("nouns", "asserts") == frozenset()


def test_the_endings_of_a_word_are_the_longest_of_each_list() -> None:
    words = Words(
        tables={"forms": {"er": frozenset({"é", "ée"}), "voir": frozenset({"vé", "u"}), "": frozenset({"é"})}}
    )
    assert words.endings_of("forms", "aimée") == (("ée", "er"),)
    assert words.endings_of("forms", "trouvé") == (("é", "er"), ("vé", "voir"), ("é", ""))
    assert words.endings_of("forms", "vu") == (("u", "voir"),)
    assert words.endings_of("forms", "table") == ()
    assert words.endings_of("none", "vu") == ()


def test_a_unit_that_needs_no_more_evidence_has_one_kind() -> None:
    """Of two frames that claim the same words, the file's name would decide."""
    kinds: dict[tuple[object, ...], set[str]] = {}
    frames = French().frames
    for table in (frames.verbs, frames.nouns):
        for unit in (unit for units in table.values() for unit in units):
            if unit.strength is not Strength.WEAK:
                key = (unit.nominal, unit.words, frozenset(unit.constraints))
                kinds.setdefault(key, set()).add(unit.frame.kind)
    assert {key: found for key, found in kinds.items() if len(found) > 1} == {}


def test_a_word_of_two_persons_is_a_person() -> None:
    words = French().actors
    assert words.office("député-maire") == "député"
    assert words.human("plongeurs-sauveteurs") == "plongeur"
    assert words.human("chef-lieu") is None
