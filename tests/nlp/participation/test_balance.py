import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.participation.balance import gini, measure_balance

AMOUNTS = st.lists(st.floats(0, 1e6), min_size=1, max_size=30).filter(lambda amounts: sum(amounts) > 1e-3)


def test_four_people_worked_by_hand():
    """6, 3, 1, 0: Gini = (3+5+6+2+3+1)*2/(2*16*2.5) = 0.5; 1/(0.36+0.09+0.01) effective speakers."""
    balance = measure_balance([6, 3, 1, 0], "seconds")
    assert balance.gini == pytest.approx(0.5)
    assert balance.gini_maximum == 0.75
    assert balance.effective_speakers == pytest.approx(1 / 0.46)
    assert balance.dominance == pytest.approx(2.4)
    entropy = -(0.6 * math.log(0.6) + 0.3 * math.log(0.3) + 0.1 * math.log(0.1))
    assert balance.normalised_entropy == pytest.approx(entropy / math.log(4))
    assert balance.unit == "seconds"


def test_everybody_alike_is_even():
    """Gini 0, entropy 1, as many effective speakers as people."""
    balance = measure_balance([7.0] * 5, "characters")
    assert balance.gini == pytest.approx(0)
    assert balance.normalised_entropy == pytest.approx(1)
    assert balance.effective_speakers == pytest.approx(5)
    assert balance.dominance == pytest.approx(1)


def test_one_voice_among_many_is_the_extreme():
    """Gini reaches its maximum, entropy 0, one effective speaker."""
    balance = measure_balance([9, 0, 0, 0, 0], "seconds")
    assert balance.gini == pytest.approx(balance.gini_maximum)
    assert balance.normalised_entropy == 0
    assert balance.effective_speakers == pytest.approx(1)
    assert balance.dominance == pytest.approx(5)


def test_the_ami_meeting_es2004a():
    """Speaking seconds of the four people of ES2004a, whose Gini and entropy are known from two other computations."""
    balance = measure_balance([389.86, 265.54, 162.85, 105.18], "seconds")
    assert balance.gini == pytest.approx(0.2590, abs=5e-5)
    assert balance.normalised_entropy == pytest.approx(0.9204, abs=5e-5)


@pytest.mark.parametrize("amounts", [[], [0.0, 0.0]])
def test_nobody_has_no_balance(amounts):
    """Shares of nothing are not defined."""
    with pytest.raises(ValueError, match="at least one"):
        measure_balance(amounts, "seconds")


@given(AMOUNTS)
def test_every_measure_stays_within_its_bounds(amounts):
    """Whatever the amounts."""
    balance, n = measure_balance(amounts, "seconds"), len(amounts)
    assert 0 <= balance.gini <= balance.gini_maximum + 1e-9
    assert 0 <= balance.normalised_entropy <= 1
    assert 1 - 1e-9 <= balance.effective_speakers <= n + 1e-9
    assert 1 - 1e-9 <= balance.dominance <= n + 1e-9


@given(AMOUNTS, st.floats(0.01, 100), st.randoms())
def test_gini_ignores_order_and_unit_and_copies(amounts, factor, random):
    """It is invariant under permutation, scale and replication, and equals the double sum of its definition."""
    mean = sum(amounts) / len(amounts)
    double_sum = sum(abs(a - b) for a in amounts for b in amounts) / (2 * len(amounts) ** 2 * mean)
    shuffled = random.sample(amounts, len(amounts))
    assert gini(amounts) == pytest.approx(double_sum, abs=1e-7)
    assert gini(shuffled) == pytest.approx(gini(amounts), abs=1e-9)
    assert gini([amount * factor for amount in amounts]) == pytest.approx(gini(amounts), abs=1e-7)
    assert gini(amounts * 2) == pytest.approx(gini(amounts), abs=1e-7)
