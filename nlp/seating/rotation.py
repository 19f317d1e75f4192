"""A first seating: people in rows of like people, each row going round at its own speed."""

from collections.abc import Callable, Sequence

Arithmetic = Callable[[int, int], int]

FIELDS = {4: (2, (1, 1)), 8: (2, (1, 1, 0)), 9: (3, (2, 0))}
"""Order -> prime, and what x^m is as a polynomial, lowest power first: of x^2 + x + 1, x^3 + x + 1, x^2 + 1."""


def rotate(order: Sequence[int], tables: int, rounds: int, *, hosted: bool = False) -> list[list[list[int]]]:
    """Return round -> table -> guests.

    Row j, the guests j k to (j + 1) k - 1 of `order`, moves j tables on in every round: the guest in its place t sits
    at table t + j r in round r, so that every table has one guest of each row whatever the round. These are the lines
    of a plane over the integers modulo k, or over the field with 4, 8 or 9 elements (Bose 1938). Over a field two
    guests never meet twice in the first k rounds; modulo another k they do only where (r - r') (j - j') is a multiple
    of k. With k^2 guests the rows themselves are tables in round k + 1, and then everybody has met everybody.
    Where there are hosts to meet, the first row moves as well: row j by j + 1 tables.

    Args:
        order: guests, like ones next to each other.
        tables: k.
        rounds: how many.
        hosted: whether somebody else stays at each table.
    """
    plus, times = _arithmetic(tables)
    plan: list[list[list[int]]] = [[[] for _ in range(tables)] for _ in range(rounds)]
    for at, guest in enumerate(order):
        row, place = divmod(at, tables)
        for number, seated in enumerate(plan):
            whole = number == tables and len(order) == tables**2
            seated[row if whole else plus(place, times(row + hosted, number))].append(guest)
    return plan


def _arithmetic(order: int) -> tuple[Arithmetic, Arithmetic]:
    """Return addition and multiplication: of the field of this order, where it is in `FIELDS`, else modulo it."""
    if order not in FIELDS:
        return lambda a, b: (a + b) % order, lambda a, b: a * b % order
    prime, high = FIELDS[order]

    def plus(a: int, b: int) -> int:
        return _number([(x + y) % prime for x, y in zip(_digits(a), _digits(b), strict=True)])

    def times(a: int, b: int) -> int:
        left, product = _digits(a % order), [0] * len(high)
        for digit in reversed(_digits(b % order)):
            over = product[-1]
            product = [(x + over * y) % prime for x, y in zip([0, *product[:-1]], high, strict=True)]
            product = [(x + digit * y) % prime for x, y in zip(product, left, strict=True)]
        return _number(product)

    def _digits(number: int) -> list[int]:
        return [number // prime**power % prime for power in range(len(high))]

    def _number(digits: Sequence[int]) -> int:
        return sum(digit * prime**power for power, digit in enumerate(digits))

    return plus, times
