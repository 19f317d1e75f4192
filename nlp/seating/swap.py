"""Two people change places, because somebody at the tables knows better."""

from collections.abc import Sequence
from dataclasses import replace

from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from nlp.seating.types import Round, Table


def swap_people(rounds: Sequence[Round], one: str, other: str, numbers: Sequence[int]) -> tuple[Round, ...]:
    """Return the rounds with two people in each other's places in some of them; a host's place is the host's task too.

    Args:
        rounds: round -> tables.
        one: name of the first.
        other: name of the second.
        numbers: of the rounds, from 0. In one where they sit at one table, or where one of them is not there, nobody
            moves.

    Raises:
        InputError: nobody moves in any of these rounds.
    """
    left, right = name_key(one), name_key(other)
    moved = tuple(
        _swapped(tables, left, right) if number in numbers else tables for number, tables in enumerate(rounds)
    )
    if moved == tuple(rounds):
        problem = Message("“{one}” and “{other}” do not sit at two tables", {"one": one, "other": other})
        raise InputError("", problem, Message("Choose two people of different tables"))
    return moved


def _swapped(tables: Round, left: str, right: str) -> Round:
    at = {name_key(name): (number, name) for number, table in enumerate(tables) for name in table.people}
    if left not in at or right not in at or at[left][0] == at[right][0]:
        return tables
    places = {left: at[right][1], right: at[left][1]}
    return tuple(_with(table, places) for table in tables)


def _with(table: Table, places: dict[str, str]) -> Table:
    def there(name: str) -> str:
        return places.get(name_key(name), name)

    guests = sorted(map(there, table.guests), key=lambda name: (name_key(name), name))
    return replace(table, host=there(table.host) if table.host else "", guests=tuple(guests))
