"""What no seating can do better: pairs that can meet at most, tables of one group that cannot be avoided."""

from collections.abc import Sequence
from math import comb


def most_pairs(sizes: Sequence[int], rounds: int, *, hosted: bool) -> int:
    """Return an upper bound of the pairs that meet when guests change tables and hosts, if there are any, stay.

    A round lets sum C(g, 2) pairs of guests meet. The g guests of a table come, in every later round, from k tables of
    the first: at least `pairs_kept(g, k)` pairs of them have met there (the pigeonhole principle). No more pairs can
    meet than there are. A guest meets as many hosts as there are rounds, or tables; hosts never meet each other.

    Args:
        sizes: guests of each of the k tables.
        rounds: how many there are, 1 or more.
        hosted: whether every table has a host.
    """
    tables, guests = len(sizes), sum(sizes)
    once = sum(comb(size, 2) for size in sizes)
    later = sum(comb(size, 2) - pairs_kept(size, tables) for size in sizes)
    among_guests = min(comb(guests, 2), once + (rounds - 1) * later)
    return among_guests + (guests * min(rounds, tables) if hosted else 0)


def pairs_kept(guests: int, tables: int) -> int:
    """Return how many pairs stay together at least when guests of one table spread over as many tables as there are."""
    each, more = divmod(guests, tables)
    return more * comb(each + 1, 2) + (tables - more) * comb(each, 2)


def unavoidable(largest: int, people: int, tables: int) -> int:
    """Return how many tables of a round are of one group at least: those that no one of another group is left for.

    Args:
        largest: people of the largest group.
        people: all of them.
        tables: how many there are.
    """
    return max(0, tables - (people - largest))
