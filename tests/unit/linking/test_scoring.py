"""What two units weigh where their clusters are about to join."""

from __future__ import annotations

from typing import Any

import pytest

from recoupe.linking.editing import editing
from recoupe.linking.grouping import LEAST
from recoupe.linking.profiling import of_mention
from recoupe.linking.scoring import scorer
from recoupe.model import Judgement, Kind


def test_no_pair_speaks_against_a_cluster_without_measure(desk: Any) -> None:
    told = {"kind": Kind.ASSAULT}
    fight = desk.report("a", "Les combats ont repris hier", "combats", mode="combat", **told)
    shots = desk.report("b", "Des tirs ont visé un convoi", "tirs", mode="shoot", **told)
    profiles = [of_mention(m, m.when, desk.actors) for m in (fight, shots)]
    whole = scorer(profiles, editing([], []))(0, 1)
    assert whole is not None
    assert whole < LEAST
    assert scorer(profiles, editing([], []), LEAST)(0, 1) == pytest.approx(LEAST)
    apart = editing([Judgement.between(fight.id, shots.id, same=False)], [fight.id, shots.id])
    assert scorer(profiles, apart, LEAST)(0, 1) is None
