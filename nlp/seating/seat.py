"""`seat_people()`: who sits with whom in which round."""

import random
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from nlp.attributes import attributes_of
from nlp.documents.types import Person, Roster
from nlp.door.numbers import count_of
from nlp.door.people import people_of
from nlp.errors import InputError, NothingToAnalyse
from nlp.messages import Message, msgid
from nlp.names import name_key
from nlp.seating.bounds import most_pairs, unavoidable
from nlp.seating.improve import Plan, Seats, improve, mix
from nlp.seating.rotation import rotate
from nlp.seating.types import Mixing, Seating, Table

MIX = ("organisation", "gender", "seniority")
"""What tables are mixed by where nobody says otherwise and the roster has it."""

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
) -> Seating:
    """Seat people in rounds of small mixed groups, so that each meets as many others as possible.

    No table is of one group where that can be avoided; then as many pairs as possible meet; then each table is as
    mixed as it can be. The order of the people never changes the plan. It begins with rows that go round
    (`rotation.rotate`), the best there is for many numbers of people, and goes on by exchanges (`improve`).

    Args:
        people: who is there; a name comes once.
        size: people at a table with its host, 2 to 12; nobody sits alone, and tables differ by one person at most.
        rounds: 1 to 12.
        mix: attributes; what nobody has is left out.
        hosts: whether somebody stays at each table, to tell those who come what was said there; or their names, one a
            table. Hosts are chosen so that they are mixed themselves.
        seed: another one gives another plan as good.

    Raises:
        NothingToAnalyse: there are too few people for two tables.
        WrongType: these are no people, or a number is none.
        InputError: a name comes twice, a number is out of its bounds, or there are not as many hosts as tables.
    """
    size, rounds = count_of("size", size, 2), count_of("rounds", rounds, 1)
    there = people_of(people, "people", "seat_people(read_roster(...))")
    _check(there, size, rounds)
    named = sorted(there, key=lambda person: (name_key(person.name), person.name))
    values = _values(named, attributes_of(mix))
    tables = max(2, min(round(len(named) / size), len(named) // 2))
    order = _rows(list(range(len(named))), list(values.values()))
    staying = _hosts(hosts, named, order, tables)
    first = rotate([person for person in order if person not in staying], tables, rounds, hosted=bool(staying))
    plan = _plan(first, staying, list(values.values()), random.Random(seed))
    return _seating(plan, staying, named, values)


def _plan(plan: Plan, hosts: Sequence[int], values: Sequence[Sequence[str]], chance: random.Random) -> Plan:
    """Let as many pairs meet as can, mix the tables without losing any, then give up pairs for tables of one group."""
    enough = most_pairs([len(guests) for guests in plan[0]], len(plan), hosted=bool(hosts))
    if Seats(plan, hosts).met < enough:
        plan = improve(Seats(plan, hosts), enough, chance)
    plan = mix(plan, hosts, values, chance)
    seats = Seats(plan, hosts, values)
    return improve(seats, enough, chance) if seats.one_group else plan


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


def _values(people: Sequence[Person], mix: Collection[str]) -> Mapping[str, Sequence[str]]:
    """Return attribute -> person -> name key of the value, of attributes that tell people apart."""
    every = {name: [name_key(person.attributes.get(name, "")) for person in people] for name in dict.fromkeys(mix)}
    return {name: values for name, values in every.items() if any(values)}


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


def _seating(
    plan: Plan, hosts: Sequence[int], people: Sequence[Person], values: Mapping[str, Sequence[str]]
) -> Seating:
    names = [person.name for person in people]
    seated = [[([hosts[at]] if hosts else []) + sorted(guests) for at, guests in enumerate(tables)] for tables in plan]
    pairs = {pair for tables in seated for table in tables for pair in combinations(sorted(table), 2)}
    others = Counter(person for pair in pairs for person in pair)
    meeting = [others[person] for person in range(len(people))]
    first = 1 if hosts else 0
    return Seating(
        rounds=tuple(
            tuple(
                Table(names[table[0]] if hosts else "", tuple(names[person] for person in table[first:]))
                for table in tables
            )
            for tables in seated
        ),
        met=len(pairs),
        most=most_pairs([len(guests) for guests in plan[0]], len(plan), hosted=bool(hosts)),
        fewest_met=min(meeting),
        most_met=max(meeting),
        mixing=tuple(_mixing(name, each, seated) for name, each in values.items()),
    )


def _mixing(name: str, values: Sequence[str], seated: Sequence[Sequence[Sequence[int]]]) -> Mixing:
    groups = [{values[person] for person in table} for tables in seated for table in tables]
    largest = max((count for value, count in Counter(values).items() if value), default=0)
    of_one = sum(len(each) == 1 and each != {""} for each in groups)
    return Mixing(name, of_one, len(seated) * unavoidable(largest, len(values), len(seated[0])))
