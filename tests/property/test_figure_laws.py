"""Laws of the recognition of figures."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from recoupe.language.fr.figures import recognise
from recoupe.language.fr.numerals import in_digits
from recoupe.model import Qualifier

PIECES = [
    "1 000",
    "1\u202f000",
    "1.000",
    "15 000",
    "6,5 millions",
    "une dizaine de",
    "des centaines de",
    "plusieurs milliers de",
    "deux tiers",
    "un sur six",
    "environ",
    "près de",
    "plus de",
    "moins de",
    "au moins",
    "jusqu'à",
    "quelque",
    "entre 10 et 15",
    "cinq mille",
    "vingt-trois",
    "soldats",
    "morts",
    "€",
    "%",
    "euros",
    "ans",
    "18 novembre",
    "14h30",
    "2024",
    "3e",
    "de",
    "et",
    ",",
    ".",
    "«",
    "un",
    "une",
    "km",
    "-",
    "1,2,3",
    "11,6",
    "18.5",
    "en",
    "le",
    "mardi",
    "mai",
    "(",
    "٣",
]
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join))


@given(texts)
def test_figures_stand_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for number in recognise(text):
        assert end <= number.start < number.end <= len(text)
        assert number.start < number.number_end <= len(text)
        end = number.end


@given(texts)
def test_bounds_are_ordered_and_fit_the_qualifier(text: str) -> None:
    for number in recognise(text):
        assert number.low is not None or number.high is not None
        if number.low is not None and number.high is not None:
            assert number.low <= number.high
        if number.qualifier is Qualifier.AT_MOST:
            assert number.low is None
        if number.qualifier is Qualifier.AT_LEAST:
            assert number.high is None


@given(
    st.integers(min_value=10_000, max_value=10**9), st.sampled_from([" ", "\u00a0", "\u202f", ".", "'", "\u2009", "’"])
)
def test_every_spacing_of_a_number_gives_it(value: int, space: str) -> None:
    words = f"{value:,}".replace(",", space)
    (number,) = recognise(f"{words} soldats")
    assert number.low == number.high == value


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_mean_their_value(value: int) -> None:
    assert in_digits(str(value)) == value
