"""The garbage collector is as it was before, whatever happened inside."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from recoupe.linking.collector import collector_at_rest


@pytest.fixture(autouse=True)
def enabled() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_it_rests_inside_and_is_on_again() -> None:
    with collector_at_rest():
        assert not gc.isenabled()
        with collector_at_rest():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_leaves_it_on() -> None:
    with pytest.raises(ValueError, match="broken"), collector_at_rest():
        raise ValueError("broken")
    assert gc.isenabled()


def test_who_switched_it_off_finds_it_off() -> None:
    gc.disable()
    with collector_at_rest():
        assert not gc.isenabled()
    assert not gc.isenabled()


def test_what_was_made_inside_is_old_behind() -> None:
    gc.collect()
    with collector_at_rest():
        made = [[] for _ in range(5000)]  # type: ignore[var-annotated]
    young = {id(value) for generation in (0, 1) for value in gc.get_objects(generation)}
    assert young.isdisjoint(map(id, made))


def test_what_the_caller_froze_stays_frozen() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with collector_at_rest():
            pass
        assert gc.get_freeze_count() == frozen
    finally:
        gc.unfreeze()
