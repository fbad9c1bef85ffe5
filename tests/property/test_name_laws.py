"""Laws of the comparison of names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from recoupe.gazetteer import key
from recoupe.names import PersonalName, Verdict, compare, compare_organisations, fold

POOL = [
    "Sergueï Choïgou",
    "Sergei Shoigu",
    "Kim Jong-un",
    "Kim Jong Un",
    "Kim",
    "George H. W. Bush",
    "Jean-Paul II",
    "V. Poutine",
    "Abdel Fattah al-Sissi",
    "Đoković",
    "Wałęsa",
    "Ürümqi",
    "O'Neill",
    "김정은",
    "Владимир Путин",
    "",
    " ",
    "-",
    "M.",
    "Ier",
    "al-",
    "ß",
    "İ",
    "ﬁ",
    "x" * 200,
    "a b c d e f g h i j",
    "Nour ed-Din",
    "\u0301",
    "Me",
    "II",
]
names = st.one_of(
    st.sampled_from(POOL), st.text(max_size=30), st.lists(st.sampled_from(POOL), max_size=4).map(" ".join)
)


@given(names, names)
def test_comparison_is_symmetric(a: str, b: str) -> None:
    assert compare(a, b) == compare(b, a)
    assert compare_organisations(a, b) == compare_organisations(b, a)


@given(names)
def test_a_name_is_the_same_as_itself(a: str) -> None:
    assert compare(a, a).verdict is Verdict.SAME
    assert compare_organisations(a, a).verdict is Verdict.SAME


@given(names, names)
def test_scores_and_verdicts_agree(a: str, b: str) -> None:
    match = compare(a, b)
    assert 0 <= match.score <= 1
    assert (match.verdict is Verdict.SAME) == (match.score >= 0.8)
    assert (match.verdict is Verdict.DIFFERENT) == (match.score < 0.5)
    assert match.reason.endswith(".")


@given(names)
def test_canonical_forms_are_idempotent(a: str) -> None:
    assert fold(fold(a)) == fold(a)
    assert key(key(a)) == key(a)


@given(names)
def test_any_text_can_be_parsed(a: str) -> None:
    parsed = PersonalName.parse(a)
    assert all(word for word in parsed.elements)
