"""Numbers before headings: they tell where a heading stands, not what it is called."""

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

_NUMBER = re.compile(r"\s*(?P<number>\d{1,2})\s*(?:[.):।]|\s[-–—])\s*(?=\S*[^\W\d_])(?P<rest>\S.*)", re.DOTALL)
_FEWEST = 2


def unnumbered(heading: str) -> str:
    """Return a heading without the number before it, whether or not others are counted."""
    match = _NUMBER.fullmatch(heading)
    return match["rest"] if match else heading


def without_numbers(headings: Iterable[str]) -> Mapping[str, str]:
    """Return heading -> its words without the number before it, for headings that are counted through.

    "1. Trust" and "2. Money", "১। আস্থা" and "২। অর্থ" are; a single numbered heading, and numbers that do not rise, may
    belong to the name ("2. phase") and stay.

    Args:
        headings: in their order, in digits of any script.
    """
    told = [(heading, match) for heading in headings if (match := _NUMBER.fullmatch(heading))]
    numbers = [int(match["number"]) for _, match in told]
    rise = all(earlier < later for earlier, later in pairwise(numbers))
    return {heading: match["rest"].strip() for heading, match in told} if rise and len(told) >= _FEWEST else {}
