"""Names taken apart."""

from __future__ import annotations

from recoupe.names import PersonalName


def test_forms_of_address_and_particles_are_no_part_of_the_name() -> None:
    assert PersonalName.parse("M. Dominique de Villepin").elements == ("dominique", "villepin")


def test_compounds_stay_together() -> None:
    assert PersonalName.parse("Jean-Marie Le Pen").groups == (("jean", "marie"), ("pen",))


def test_initials_and_generations() -> None:
    name = PersonalName.parse("Robert F. Kennedy Jr.")
    assert (name.elements, name.initials, name.generation) == (("robert", "kennedy"), ("f",), "son")


def test_xi_is_a_name_and_a_number() -> None:
    assert PersonalName.parse("Jinping Xi").generation is None
    assert PersonalName.parse("Louis XI").generation == "11"


def test_nothing_is_an_empty_name() -> None:
    assert PersonalName.parse(" - ").is_empty
