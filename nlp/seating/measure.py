"""What a seating does, however it was made: who meets whom, and how mixed the tables are."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations
from math import comb

from nlp.attributes import attributes_of
from nlp.documents.types import Person
from nlp.names import name_key
from nlp.seating.bounds import most_pairs, unavoidable
from nlp.seating.types import Mixing, Round, Seating

MIX = ("organisation", "gender", "seniority")
"""What tables are mixed by where nobody says otherwise and the roster has it."""


def measure_seating(
    rounds: Sequence[Round], people: Collection[Person] = (), mix: str | Sequence[str] = MIX
) -> Seating:
    """Measure the tables of some rounds, as `seat_people` made them or as people changed them since.

    Who meets whom is counted for those who sit in the last round: whoever left before is met by nobody any more.

    Args:
        rounds: one or more; not everybody need be in each of them.
        people: who they are; of others nothing is known by which tables could be mixed.
        mix: attributes; what nobody has is left out.
    """
    there = sorted({name for table in rounds[-1] for name in table.people}, key=lambda name: (name_key(name), name))
    pairs = {pair for tables in rounds for table in tables for pair in combinations(sorted(table.people), 2)}
    met = {pair for pair in pairs if set(pair) <= set(there)}
    others = Counter(name for pair in met for name in pair)
    meeting = [others[name] for name in there]
    values = values_of(people, attributes_of(mix))
    return Seating(
        rounds=tuple(tuple(tables) for tables in rounds),
        met=len(met),
        most=_most(rounds, len(there)),
        fewest_met=min(meeting),
        most_met=max(meeting),
        mixing=tuple(_mixing(attribute, each, rounds) for attribute, each in values.items()),
    )


def values_of(people: Collection[Person], mix: Collection[str]) -> Mapping[str, Mapping[str, str]]:
    """Return attribute -> name -> name key of the value, of attributes that somebody has."""
    every = {each: {one.name: name_key(one.attributes.get(each, "")) for one in people} for each in mix}
    return {attribute: values for attribute, values in every.items() if any(values.values())}


def _most(rounds: Sequence[Round], people: int) -> int:
    """Return a bound of the pairs that meet: the sharper one where the same people sit at tables of the same sizes."""
    first = rounds[0]
    hosts, sizes = [table.host for table in first], [len(table.guests) for table in first]
    names = {name for table in first for name in table.people}
    if all(_is_like(tables, hosts, sizes, names) for tables in rounds):
        return most_pairs(sizes, len(rounds), hosted=all(hosts))
    return min(comb(people, 2), sum(comb(len(table.people), 2) for tables in rounds for table in tables))


def _is_like(tables: Round, hosts: Sequence[str], sizes: Sequence[int], names: Collection[str]) -> bool:
    same = [table.host for table in tables] == hosts and [len(table.guests) for table in tables] == sizes
    return same and {name for table in tables for name in table.people} == names


def _mixing(attribute: str, values: Mapping[str, str], rounds: Sequence[Round]) -> Mixing:
    seated = [[[values.get(name, "") for name in table.people] for table in tables] for tables in rounds]
    of_one = sum(len({*table}) == 1 and table[0] != "" for tables in seated for table in tables)
    return Mixing(attribute, of_one, sum(map(_unavoidable, seated)))


def _unavoidable(tables: Sequence[Sequence[str]]) -> int:
    groups = Counter(value for table in tables for value in table)
    largest = max((count for value, count in groups.items() if value), default=0)
    return unavoidable(largest, groups.total(), len(tables))
