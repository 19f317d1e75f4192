"""How many pairs meet in seatings of made halls, of the most that any plan could let meet, mixed and not mixed."""

import random
from time import process_time

from nlp.documents.types import Person
from nlp.seating import seat_people

HALLS = (
    *((12, 4, 3, False), (16, 4, 3, False), (16, 4, 4, False), (16, 4, 5, False), (20, 5, 3, False), (20, 5, 4, False)),
    *((25, 5, 6, False), (32, 4, 8, False), (36, 6, 3, False), (64, 8, 9, False), (300, 6, 4, False), (9, 3, 4, False)),
    *((7, 3, 3, True), (12, 4, 3, True), (20, 4, 3, True), (23, 4, 3, True), (24, 4, 3, True), (30, 5, 3, True)),
    *((50, 5, 4, True), (300, 5, 5, True)),
)
"""People, size of a table, rounds, whether there are hosts."""


def people(count: int, chance: random.Random) -> list[Person]:
    """Return people of four organisations, two genders and two ranks, unevenly."""
    return [
        Person(
            f"Person {number}",
            attributes={
                "organisation": chance.choice("AAABBCD"),
                "gender": chance.choice(("woman", "woman", "man")),
                "seniority": chance.choice(("junior", "senior")),
            },
        )
        for number in range(count)
    ]


def run() -> None:
    """Print a line a hall."""
    chance = random.Random(1)
    for count, size, rounds, hosts in HALLS:
        hall = people(count, chance)
        free = seat_people(hall, size, rounds, mix=(), hosts=hosts)
        start = process_time()
        mixed = seat_people(hall, size, rounds, hosts=hosts)
        took = process_time() - start
        more = sum(each.of_one_group - each.unavoidable for each in mixed.mixing)
        print(
            f"{count:4} people, {size} a table, {rounds} rounds, {'hosts' if hosts else 'no hosts':8}: "
            f"not mixed {free.met / free.most:6.1%}, mixed {mixed.met / mixed.most:6.1%} of {mixed.most:5}, "
            f"{more} tables of one group more than must be, {took:.1f} s CPU"
        )
