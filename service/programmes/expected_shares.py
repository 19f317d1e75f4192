"""Shares that a facilitator expects of groups, as they are typed."""

from nlp.errors import InputError
from nlp.messages import Message


def shares_to_expect(text: str) -> dict[str, float]:
    """Return group -> share of `woman=0.5, man=50%`.

    Raises:
        InputError: a part is not a group, `=` and a number.
    """
    shares: dict[str, float] = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        group, _, number = part.rpartition("=")
        try:
            share = float(number.rstrip("% ")) / (100 if number.rstrip().endswith("%") else 1)
        except ValueError:
            share = -1.0
        if not group.strip() or not share >= 0:
            raise InputError(
                "", Message("{part} is no share of a group", {"part": part}), Message("Write it as woman=0.5")
            )
        shares[group.strip()] = share
    return shares
