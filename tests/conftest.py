"""Profiles of hypothesis: ``dev`` (default) for the desk, ``ci`` for every push, ``nightly`` for the long run.

Choose one with ``HYPOTHESIS_PROFILE=ci``; ``ci`` is the default when the variable ``CI`` is set. Tests marked ``law``
hold the laws of the design on whole records and timelines, and get their own number of examples. ``ci`` always draws
the same examples, so that a push never fails for what another one brought; ``nightly`` draws new ones.

The timelines of the seeds are built once for all tests that look at them.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import recoupe

#: Building whole records is slow on a cold machine; slowness is no defect of what is tested.
_PATIENT = (HealthCheck.too_slow, HealthCheck.data_too_large)
#: Examples of each law, by profile.
_LAW_EXAMPLES = {"dev": 25, "ci": 500, "nightly": 10_000}
#: Examples of every other property, by profile.
_EXAMPLES = {"dev": 25, "ci": 100, "nightly": 5_000}

_PROFILE = os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev")

for name, examples in _EXAMPLES.items():
    settings.register_profile(
        name,
        max_examples=examples,
        deadline=None,
        suppress_health_check=_PATIENT,
        derandomize=name == "ci",
        print_blob=name != "dev",
    )
settings.load_profile(_PROFILE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give every law its number of examples."""
    for item in items:
        if item.get_closest_marker("law") and isinstance(item, pytest.Function):
            item.obj = settings(max_examples=_LAW_EXAMPLES[_PROFILE])(item.obj)


#: Locations are part of a source's id: relative ones are the same on every machine.
ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"


@pytest.fixture(scope="session")
def seeds() -> recoupe.Timeline:
    """The five seeds, as a user who knows nothing of them reads them: without publication dates."""
    with contextlib.chdir(ROOT):
        return recoupe.build("seeds")


@pytest.fixture(scope="session")
def seeds_dated() -> recoupe.Timeline:
    """The five seeds with the publication days that their files do not state."""
    with contextlib.chdir(ROOT):
        return recoupe.build("seeds", sources=Path("tests/gold/sources.csv"))
