import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import stdtrit

from nlp.statistics.student_t import upper_quantile


@given(st.floats(1, 1e6))
def test_it_is_that_of_scipy(degrees):
    """Few degrees of freedom and many, whole numbers of them and others."""
    assert upper_quantile(degrees) == pytest.approx(stdtrit(degrees, 0.975), rel=1e-12)


@pytest.mark.parametrize(("degrees", "printed"), [(1, 12.706), (4, 2.776), (30, 2.042), (120, 1.980)])
def test_it_is_that_of_printed_tables(degrees, printed):
    """As in the appendix of any textbook."""
    assert round(upper_quantile(degrees), 3) == printed
