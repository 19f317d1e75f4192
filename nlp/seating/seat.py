"""`seat_people()`: who sits with whom in which round."""

import random
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import combinations

from nlp.attributes import attributes_of
from nlp.documents.types import Person, Roster
from nlp.door.numbers import count_of
from nlp.door.people import people_of
from nlp.errors import InputError, NothingToAnalyse
from nlp.messages import Message, msgid
from nlp.names import name_key
from nlp.seating.bounds import most_pairs
from nlp.seating.improve import Plan, Seats, improve, mix
from nlp.seating.measure import MIX, measure_seating, values_of
from nlp.seating.rotation import rotate
from nlp.seating.types import Round, Seating, Table

FEWEST = 4
TOO_FEW = msgid("so few people ({count}) fit at one table")
MOST_PEOPLE = 1000
MOST_ROUNDS = 12
MOST_AT_A_TABLE = 12


def seat_people(
    people: Roster | Iterable[Person],
    size: int = 4,
    rounds: int = 3,
    mix: str | Sequence[str] = MIX,
    hosts: bool | Collection[str] = True,
    seed: int = 0,
    before: Sequence[Round] = (),
) -> Seating:
    """Seat people in rounds of small mixed groups, so that each meets as many others as possible.

    No table is of one group where that can be avoided; then as many pairs as possible meet; then each table is as
    mixed as it can be. The order of the people never changes the plan. It begins with rows (`rotation.rotate`), the
    best there is for many numbers of people, and goes on by exchanges (`improve`).

    Args:
        people: who is there; a name comes once.
        size: people at a table with its host, 2 to 12; nobody sits alone, and tables differ by one person at most.
        rounds: 1 to 12.
        mix: attributes; what nobody has is left out.
        hosts: whether somebody stays at each table, to tell what was said there; or their names, one a table.
        seed: another one gives another plan as good.
        before: rounds that are over; they stay, and those who met in them meet others now.

    Raises:
        NothingToAnalyse: there are too few people for two tables.
        WrongType: no people, or no number.
        InputError: a name comes twice, a number is out of its bounds, or there are not as many hosts as tables.
    """
    size, rounds = count_of("size", size, 2), count_of("rounds", rounds, 1)
    named = sorted(people_of(people, "people", "seat_people(read_roster(...))"), key=_by_name)
    _check(named, size, rounds)
    values = [[own[person.name] for person in named] for own in values_of(named, attributes_of(mix)).values()]
    tables = max(2, min(round(len(named) / size), len(named) // 2))
    chance = random.Random(seed)
    order = _rows(chance.sample(range(len(named)), len(named)) if seed else range(len(named)), values)
    staying = _hosts(hosts, named, order, tables)
    first = rotate([person for person in order if person not in staying], tables, rounds, hosted=bool(staying))
    plan = _plan(first, staying, values, _pairs(named, before), chance)
    return measure_seating([*before, *_tables(plan, staying, named)], named, mix)


def _by_name(person: Person) -> tuple[str, str]:
    return name_key(person.name), person.name


def _plan(
    plan: Plan,
    hosts: Sequence[int],
    values: Sequence[Sequence[str]],
    before: Sequence[tuple[int, int]],
    chance: random.Random,
) -> Plan:
    """Let as many pairs meet as can, mix the tables without losing any, then give up pairs for tables of one group.

    Behind rounds that are over all of it is done by exchanges at once: there no exchange in all rounds loses no pair.
    """
    enough = most_pairs([len(guests) for guests in plan[0]], len(plan), hosted=bool(hosts)) + len(before)
    if before:
        return improve(Seats(plan, hosts, values, before), enough, chance)
    if Seats(plan, hosts).met < enough:
        plan = improve(Seats(plan, hosts), enough, chance)
    plan = mix(plan, hosts, values, chance)
    seats = Seats(plan, hosts, values)
    return improve(seats, enough, chance) if seats.one_group else plan


def _pairs(people: Sequence[Person], before: Sequence[Round]) -> list[tuple[int, int]]:
    """Return which of these people have met in rounds that are over."""
    number = {name_key(person.name): at for at, person in enumerate(people)}
    seated = [[name_key(name) for name in table.people] for tables in before for table in tables]
    there = [sorted(number[key] for key in table if key in number) for table in seated]
    return sorted({pair for table in there for pair in combinations(table, 2)})


def _check(people: Sequence[Person], size: int, rounds: int) -> None:
    twice = [name for name, count in Counter(name_key(person.name) for person in people).items() if count > 1]
    if twice:
        name = next(person.name for person in people if name_key(person.name) == twice[0])
        raise InputError("", Message("“{name}” is there twice", {"name": name}), Message("Tell the two apart"))
    for given, most, what in ((size, MOST_AT_A_TABLE, "size"), (rounds, MOST_ROUNDS, "rounds")):
        if given > most:
            problem = Message("{count} are more than {most}", {"count": given, "most": most})
            raise InputError("", problem, Message("Choose another number"), what)
    if len(people) > MOST_PEOPLE:
        problem = Message("{count} are more than {most}", {"count": len(people), "most": MOST_PEOPLE})
        raise InputError("", problem, Message("Seat them in several halls"), "people")
    if len(people) < max(FEWEST, size + 1):
        problem = Message(TOO_FEW, {"count": len(people)})
        raise NothingToAnalyse("", problem, Message("Talk as one group, or choose smaller tables"))


def _rows(people: Sequence[int], values: Sequence[Sequence[str]]) -> list[int]:
    """Return people with like ones next to each other: by the groups of the first attribute, the largest first."""
    sizes = [Counter(each) for each in values]
    groups = list(zip(sizes, values, strict=True))
    return sorted(people, key=lambda person: [(-size[each[person]], each[person]) for size, each in groups])


def _hosts(hosts: bool | Collection[str], people: Sequence[Person], order: Sequence[int], tables: int) -> list[int]:
    if hosts is False:
        return []
    if hosts is True:
        return [order[(2 * table + 1) * len(order) // (2 * tables)] for table in range(tables)]
    number = {name_key(person.name): at for at, person in enumerate(people)}
    unknown = [name for name in hosts if name_key(name) not in number]
    if unknown:
        problem = Message("nobody is called “{name}”", {"name": unknown[0]})
        raise InputError("", problem, Message("Write hosts as the roster does"), "hosts")
    chosen = list(dict.fromkeys(number[name_key(name)] for name in hosts))
    if len(chosen) != tables:
        problem = Message("there are {hosts} hosts for {tables} tables", {"hosts": len(chosen), "tables": tables})
        raise InputError("", problem, Message("Name one host for each table"), "hosts")
    return chosen


def _tables(plan: Plan, hosts: Sequence[int], people: Sequence[Person]) -> list[Round]:
    names = [person.name for person in people]
    return [
        tuple(
            Table(names[hosts[at]] if hosts else "", tuple(names[guest] for guest in sorted(guests)))
            for at, guests in enumerate(tables)
        )
        for tables in plan
    ]
