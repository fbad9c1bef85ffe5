"""What the profile of a report holds."""

from __future__ import annotations

from typing import Any

import pytest

from recoupe.linking.profile import Profile
from recoupe.linking.profiling import of_mention


def profile(desk: Any, trigger: str) -> Profile:
    mention = desk.report("a", trigger, trigger)
    return of_mention(mention, mention.when, {})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("limogé", "limogeage"),
        ("déployées", "déploiement"),
        ("envoyer", "envoi"),
        ("libéré", "libération"),
        ("fermé", "fermeture"),
        ("vaccinées", "campagne de vaccination"),
        ("accidenté", "accident"),
        ("combattaient", "combattu"),
        ("démissionne", "démission"),
        ("bloqué", "blocage"),
        ("livrer", "livraison"),
        ("signé", "signature"),
        ("bannir", "bannissement"),
        ("se poser", "s'est posée"),
        ("juger", "jugé"),
        ("vendu", "vente"),
        ("retire", "retrait"),
    ],
)
def test_a_verb_and_its_noun_have_one_stem(desk: Any, one: str, other: str) -> None:
    assert profile(desk, one).stems & profile(desk, other).stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("reconnu", "reconstruction"),
        ("interpellé", "intervenu"),
        ("parti", "participation"),
        ("transféré", "transporté"),
        ("provoqué la mort", "provoqué d'importants dégâts"),
        ("placé en garde à vue", "placé sous contrôle judiciaire"),
    ],
)
def test_words_that_only_begin_alike_have_two(desk: Any, one: str, other: str) -> None:
    assert not profile(desk, one).stems & profile(desk, other).stems
