"""A seating made better by exchanges: of two guests in one round, or of two guests in all rounds."""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, combinations
from math import comb, exp

Plan = list[list[list[int]]]
"""Round -> table -> guests."""

AGAIN = 10.0
ONE_GROUP = 200.0
WARM, COLD = 6.0, 0.3
STEPS_A_SEAT = 250
FEWEST_STEPS = 6_000
MOST_STEPS = 50_000
IDLE = 60


class Seats:
    """A plan while it is changed, and what is wrong with it.

    A table of one group costs most, then a pair that meets once more, then two people of one group at a table.

    Args:
        plan: it is changed in place.
        hosts: the person who stays at each table; nobody at all where it is empty.
        values: attribute -> person -> value; people without one have "", which is no group.
        before: pairs that have met before this plan begins.
    """

    def __init__(
        self,
        plan: Plan,
        hosts: Sequence[int],
        values: Sequence[Sequence[str]] = (),
        before: Iterable[tuple[int, int]] = (),
    ) -> None:
        self.plan = plan
        self._hosts = hosts
        self._values = values
        seated = [self._at(number, table) for number, tables in enumerate(plan) for table in range(len(tables))]
        people = 1 + max(person for table in seated for person in table)
        self._met = [[0] * people for _ in range(people)]
        for one, other in chain(before, (pair for table in seated for pair in combinations(table, 2))):
            self._meet(one, other, 1)

    @property
    def met(self) -> int:
        """Pairs that meet at least once."""
        return sum(times > 0 for person, row in enumerate(self._met) for times in row[:person])

    @property
    def one_group(self) -> int:
        """Tables at which everybody has the same value of some attribute, counted for every attribute."""
        seated = [self._at(number, table) for number, tables in enumerate(self.plan) for table in range(len(tables))]
        return sum(_is_one([each[person] for person in table]) for table in seated for each in self._values)

    def exchange(self, number: int, one: tuple[int, int], other: tuple[int, int]) -> float:
        """Let two guests, each given by table and place, change places in a round; return what it costs more."""
        (left, at), (right, there) = one, other
        tables = self.plan[number]
        first, second = tables[left][at], tables[right][there]
        before = self._likeness(number, left) + self._likeness(number, right)
        again = self._replace(first, second, self._at(number, left)) + self._replace(
            second, first, self._at(number, right)
        )
        tables[left][at], tables[right][there] = second, first
        return AGAIN * again + self._likeness(number, left) + self._likeness(number, right) - before

    def _at(self, number: int, table: int) -> list[int]:
        guests = self.plan[number][table]
        return [self._hosts[table], *guests] if self._hosts else guests

    def _replace(self, goes: int, comes: int, people: Sequence[int]) -> int:
        """Let somebody take another's place at a table; return by how much the pairs of meetings grow."""
        others = [person for person in people if person != goes]
        return sum(self._meet(comes, person, 1) + self._meet(goes, person, -1) for person in others)

    def _meet(self, one: int, other: int, times: int) -> int:
        """Let two meet once more, or once less; return by how much the number of pairs of their meetings grows."""
        was = self._met[one][other]
        self._met[one][other] = self._met[other][one] = was + times
        return was if times > 0 else 1 - was

    def _likeness(self, number: int, table: int) -> float:
        people = self._at(number, table)
        return sum(_alike([each[person] for person in people]) for each in self._values) / (len(self._values) or 1)


def _alike(values: Sequence[str]) -> float:
    alike = sum(comb(count, 2) for count in Counter(filter(None, values)).values())
    return alike + ONE_GROUP * _is_one(values)


def _is_one(values: Sequence[str]) -> bool:
    return len(values) > 1 and bool(values[0]) and len(set(values)) == 1


def improve(seats: Seats, enough: int, chance: random.Random) -> Plan:
    """Return the plan that costs least of those tried, by simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983).

    A step lets two guests at different tables of one round change places. It is kept where it costs less, and with
    probability exp(-cost / temperature) where it costs more; the temperature falls by a constant factor.

    Args:
        seats: the plan to begin with; it is changed.
        enough: pairs of which no more can meet; with no table of one group the search ends there.
        chance: where the chances come from.
    """
    best, cost, least = _copy(seats.plan), 0.0, 0.0
    steps = _steps(seats.plan)
    for step in range(steps):
        number = chance.randrange(len(seats.plan))
        moved = _two(seats.plan[number], chance)
        more = seats.exchange(number, *moved)
        temperature = WARM * (COLD / WARM) ** (step / steps)
        if more > 0 and chance.random() >= exp(-more / temperature):
            seats.exchange(number, *moved)
            continue
        cost += more
        if cost < least - 1e-6:
            best, least = _copy(seats.plan), cost
            if seats.met >= enough and not seats.one_group:
                break
    return best


def mix(plan: Plan, hosts: Sequence[int], values: Sequence[Sequence[str]], chance: random.Random) -> Plan:
    """Return the same plan with its guests in other places: the tables are mixed, and as many pairs meet as before.

    A step lets two guests change places in all rounds; it is kept where it costs no more. The search ends when for long
    nothing was better.
    """
    guests = [guest for table in plan[0] for guest in table]
    kinds = {guest: tuple(each[guest] for each in values) for guest in guests}
    table_of = [{guest: at for at, table in enumerate(tables) for guest in table} for tables in plan]
    counted = [[_alike_at(tables[at], hosts, at, values) for at in range(len(tables))] for tables in plan]
    idle = 0
    for _ in range(MOST_STEPS if len({*kinds.values()}) > 1 else 0):
        if (idle := idle + 1) > IDLE * len(guests):
            break
        one, other = chance.sample(guests, 2)
        if kinds[one] == kinds[other]:
            continue
        changed = [(number, of[one], of[other]) for number, of in enumerate(table_of) if of[one] != of[other]]
        _change_over(plan, changed, one, other)
        new = [[_alike_at(plan[number][at], hosts, at, values) for at in pair] for number, *pair in changed]
        more = sum(sum(each) for each in new) - sum(counted[number][at] for number, *pair in changed for at in pair)
        if more > 0:
            _change_over(plan, changed, other, one)
            continue
        idle = 0 if more < 0 else idle
        for (number, left, right), (first, second) in zip(changed, new, strict=True):
            counted[number][left], counted[number][right] = first, second
            table_of[number][one], table_of[number][other] = right, left
    return plan


def _change_over(plan: Plan, changed: Sequence[tuple[int, int, int]], one: int, other: int) -> None:
    for number, left, right in changed:
        tables = plan[number]
        tables[left][tables[left].index(one)], tables[right][tables[right].index(other)] = other, one


def _alike_at(guests: Sequence[int], hosts: Sequence[int], table: int, values: Sequence[Sequence[str]]) -> float:
    people = [hosts[table], *guests] if hosts else guests
    return sum(_alike([each[person] for person in people]) for each in values)


def _steps(plan: Plan) -> int:
    seats = sum(len(guests) for tables in plan for guests in tables)
    return min(MOST_STEPS, max(FEWEST_STEPS, STEPS_A_SEAT * seats))


def _two(tables: Sequence[Sequence[int]], chance: random.Random) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return two guests at different tables, each as table and place."""
    one, other = chance.sample(range(len(tables)), 2)
    return (one, chance.randrange(len(tables[one]))), (other, chance.randrange(len(tables[other])))


def _copy(plan: Plan) -> Plan:
    return [[list(guests) for guests in tables] for tables in plan]
