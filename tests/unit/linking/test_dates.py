"""The days of an event, by reports that date it, bound it, or infer it."""

from __future__ import annotations

import datetime
from typing import Any

from recoupe.linking.dates import agreed
from recoupe.model import Kind, Mention, Status, TimeRole, When


def common(*mentions: Mention, kind: Kind = Kind.CONSULT, mode: str | None = None) -> Any:
    return agreed(mentions, {m.id: m.when for m in mentions}, kind, mode)


def test_a_plan_was_made_by_the_earliest_report_of_it(desk: Any) -> None:
    a = desk.report("a", "va envoyer des soldats", "envoyer", status=Status.PLANNED, when="2025-06-17/..")
    b = desk.report("b", "va envoyer des soldats", "envoyer", status=Status.PLANNED, when="2025-06-18/..")
    assert common(a, b)[0] == When(earliest=datetime.date(2025, 6, 17))


def test_what_happened_had_happened_by_the_earliest_report(desk: Any) -> None:
    a = desk.report("a", "a arrêté un homme", "arrêté", when="../2025-06-17")
    b = desk.report("b", "a arrêté un homme", "arrêté", when="../2025-06-20")
    assert common(a, b, kind=Kind.JUSTICE, mode="arrest")[0] == When(latest=datetime.date(2025, 6, 17))


def test_that_it_has_not_happened_bounds_no_plan(desk: Any) -> None:
    plan = desk.report("a", "va vendre le club", "vendre", status=Status.PLANNED, when="2025-06-17/..")
    not_yet = desk.report("a", "n'a pas vendu le club", "vendu", status=Status.DENIED, when="../2025-06-17")
    assert common(plan, not_yet, kind=Kind.TRANSACTION)[0] == When(earliest=datetime.date(2025, 6, 17))


def test_what_goes_on_is_not_ended_by_the_earliest_report(desk: Any) -> None:
    a = desk.report("a", "les combats à Koursk", "combats", when="../2025-06-17")
    b = desk.report("b", "les combats à Koursk", "combats", when="../2025-06-20")
    assert common(a, b, kind=Kind.ASSAULT, mode="combat")[0] == When(latest=datetime.date(2025, 6, 20))


def test_a_toll_since_a_day_lasts_until_the_last_report(desk: Any) -> None:
    since: dict[str, Any] = {"words": "depuis le 10 juin", "role": TimeRole.START}
    a = desk.report("a", "41 morts depuis le 10 juin", "morts", when="2025-06-10/2025-06-17", **since)
    b = desk.report("b", "58 morts depuis le 10 juin", "morts", when="2025-06-10/2025-06-20", **since)
    when, _, conflict = common(a, b, kind=Kind.CASUALTY, mode="killed")
    assert when.edtf == "2025-06-10/2025-06-20"
    assert conflict is None


def test_words_outweigh_an_inference(desk: Any) -> None:
    a = desk.report("a", "a signé un accord en 2024", "signé", when="2024", words="en 2024")
    b = desk.report("b", "a signé un accord", "signé", when="[2025-06-17..2025-06-18]")
    when, _, conflict = common(a, b, kind=Kind.AGREE)
    assert when.edtf == "2024"
    assert conflict is None


def test_an_inference_narrows_where_it_can(desk: Any) -> None:
    a = desk.report("a", "a signé un accord", "signé", when="../2025-06-20")
    b = desk.report("b", "a signé un accord", "signé", when="[2025-06-17..2025-06-18]")
    assert common(a, b, kind=Kind.AGREE)[0].edtf == "[2025-06-17..2025-06-18]"


def test_two_firm_days_are_a_conflict_that_keeps_both(desk: Any) -> None:
    a = desk.report("a", "la visite du 3 juin", "visite", when="2025-06-03", words="du 3 juin")
    b = desk.report("b", "la visite du 5 juin", "visite", when="2025-06-05", words="du 5 juin")
    when, _, conflict = common(a, b)
    assert when.edtf == "[2025-06-03..2025-06-05]"
    assert conflict is not None
    assert {v.value for v in conflict.values} == {"2025-06-03", "2025-06-05"}


def test_what_goes_on_reaches_from_the_first_day_named_to_a_report_of_those_days(desk: Any) -> None:
    a = desk.report("a", "les recherches de samedi", "recherches", when="2025-06-14", words="samedi")
    ongoing: dict[str, Any] = {"status": Status.ONGOING}
    b = desk.report("b", "les recherches se poursuivent", "recherches", when="../2025-06-17", **ongoing)
    c = desk.report("c", "les recherches se poursuivent", "recherches", when="../2025-09-01", **ongoing)
    d = desk.report("d", "les recherches ont commencé", "recherches", when="../2025-06-18")
    when = common(a, b, c, d, kind=Kind.AID, mode="rescue")[0]
    assert when.edtf == "[2025-06-14..2025-06-17]"


def test_two_words_for_one_beginning_agree(desk: Any) -> None:
    since: dict[str, Any] = {"role": TimeRole.START}
    a = desk.report("a", "depuis juin", "juin", when="2025-06-01/2025-06-20", words="depuis juin", **since)
    b = desk.report("b", "depuis le 10 juin", "juin", when="2025-06-10/2025-06-19", words="depuis le 10 juin", **since)
    assert common(a, b, kind=Kind.CASUALTY, mode="killed")[0].edtf == "2025-06-10/2025-06-20"


def test_a_report_before_the_days_named_leaves_the_beginning_open(desk: Any) -> None:
    a = desk.report("a", "la tempête de samedi", "tempête", when="2025-06-14", words="samedi")
    b = desk.report("b", "la tempête a fait des dégâts", "tempête", when="../2025-06-12")
    assert common(a, b, kind=Kind.DISASTER, mode="storm")[0].edtf == "../2025-06-14"


def test_where_words_contradict_each_other_a_bound_decides_nothing(desk: Any) -> None:
    a = desk.report("a", "la visite du 3 juin", "visite", when="2025-06-03", words="du 3 juin")
    b = desk.report("b", "la visite du 5 juin", "visite", when="2025-06-05", words="du 5 juin")
    c = desk.report("c", "la visite", "visite", when="../2025-06-20")
    assert common(a, b, c)[0].edtf == "[2025-06-03..2025-06-05]"


def test_a_later_report_of_what_is_over_does_not_extend_it(desk: Any) -> None:
    since: dict[str, Any] = {"words": "depuis vendredi", "role": TimeRole.START}
    a = desk.report("a", "la pluie tombe depuis vendredi", "pluie", when="2025-06-13/2025-06-15", **since)
    b = desk.report("b", "la pluie a fait des dégâts", "pluie", when="../2025-06-17")
    assert common(a, b, kind=Kind.DISASTER, mode="storm")[0].edtf == "2025-06-13/2025-06-15"


def test_words_that_name_no_day_do_not_date(desk: Any) -> None:
    a = desk.report("a", "l'accident de vendredi", "accident", when="2025-06-13", words="vendredi")
    b = desk.report(
        "b", "quelques secondes avant l'accident", "accident", when="../2025-06-15", words="quelques secondes"
    )
    c = desk.report("c", "l'accident de samedi", "accident", when="2025-06-14", words="samedi")
    assert common(a, b, c, kind=Kind.ACCIDENT)[0].edtf == "[2025-06-13..2025-06-14]"


def test_a_bound_does_not_outweigh_the_words_of_two_reports(desk: Any) -> None:
    told = [desk.report(name, "a signé mardi", "signé", when="2025-06-03", words="mardi") for name in "ab"]
    older = desk.report("c", "a signé un accord", "signé", when="../2025-05-31")
    when, _, conflict = common(*told, older, kind=Kind.AGREE)
    assert when.edtf == "2025-06-03"
    assert conflict is not None


def test_a_bound_that_contradicts_one_report_is_kept_beside_it(desk: Any) -> None:
    told = desk.report("a", "a signé mardi", "signé", when="2025-06-03", words="mardi")
    older = desk.report("c", "a signé un accord", "signé", when="../2025-05-31")
    assert common(told, older, kind=Kind.AGREE)[0] == When(latest=datetime.date(2025, 6, 3))


def test_inferences_that_exclude_each_other_are_all_kept(desk: Any) -> None:
    a = desk.report("a", "a démenti", "démenti", when="[2025-06-10..2025-06-11]")
    b = desk.report("b", "a démenti", "démenti", when="[2025-06-13..2025-06-14]")
    assert common(a, b, kind=Kind.REJECT)[0].edtf == "[2025-06-10..2025-06-14]"


def test_what_still_goes_on_has_no_end_yet_unless_words_name_one(desk: Any) -> None:
    a = desk.report(
        "a", "une grève depuis le 10 juin", "grève", when="2025-06-10/..", words="depuis", role=TimeRole.START
    )
    b = desk.report("b", "la grève se poursuit", "grève", status=Status.ONGOING, when="../2025-06-20")
    until = desk.report("c", "la grève jusqu'au 30", "grève", when="../2025-06-30", words="le 30", role=TimeRole.END)

    def lasting(*mentions: Mention) -> When:
        redated = {m.id: m.when for m in mentions}
        return agreed(mentions, redated, Kind.PROTEST, "strike", goes_on=True)[0]

    assert (lasting(a, b).earliest, lasting(a, b).latest) == (datetime.date(2025, 6, 10), None)
    assert lasting(a, b, until).latest == datetime.date(2025, 6, 30)


def test_a_stretch_with_both_ends_is_not_extended_by_later_reports(desk: Any) -> None:
    a = desk.report("a", "les attaques du 2 au 6 juin", "attaques", when="2025-06-02/2025-06-06", words="2 au 6 juin")
    b = desk.report("b", "dix morts", "morts", when="../2025-06-20", kind=Kind.CASUALTY)
    assert common(a, b, kind=Kind.ASSAULT)[0].edtf == "2025-06-02/2025-06-06"


def test_what_went_on_on_one_day_and_took_place_on_another_filled_the_days_between(desk: Any) -> None:
    day: dict[str, Any] = {"words": "lundi", "when": "2025-06-16"}
    goes_on = desk.report("a", "lundi, le procès se poursuit", "procès", status=Status.ONGOING, **day)
    took_place = desk.report("b", "jeudi, le procès a repris", "procès", words="jeudi", when="2025-06-19")
    when, _, conflict = common(goes_on, took_place, kind=Kind.JUSTICE, mode="trial")
    assert (when.earliest, when.latest, conflict) == (datetime.date(2025, 6, 16), datetime.date(2025, 6, 19), None)
    over = desk.report("a", "lundi, le procès a eu lieu", "procès", **day)
    assert common(over, took_place, kind=Kind.JUSTICE, mode="trial")[2] is not None
    assert common(goes_on, took_place, kind=Kind.JUSTICE, mode="arrest")[2] is not None


def test_a_stretch_is_not_cut_to_the_month_in_which_another_report_puts_it(desk: Any) -> None:
    a = desk.report(
        "a", "ont débattu du 28 juin au 11 juillet", "débattu", when="2025-06-28/2025-07-11", words="28 juin"
    )
    b = desk.report("b", "ont débattu en juillet", "débattu", when="2025-07", words="en juillet")
    when, _, conflict = common(a, b)
    assert (when.edtf, conflict) == ("2025-06-28/2025-07-11", None)
