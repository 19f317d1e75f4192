"""How much may be sent by one link in a minute."""

import pytest

from service.annotations.rate import MOST, Rate
from service.errors import TooOften


def test_no_more_is_taken_in_a_minute_than_a_room_sends():
    """By the link; a little later it goes on."""
    now = [0.0]
    rate = Rate(clock=lambda: now[0])
    for _ in range(MOST):
        rate.check("one")
    rate.check("another")
    with pytest.raises(TooOften) as wait:
        rate.check("one")
    now[0] += wait.value.seconds
    rate.check("one")
