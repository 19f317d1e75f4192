"""What `seat_people()` gives back: the tables of every round, who meets whom, and how near that is to the best."""

from dataclasses import dataclass

from nlp.results.result import Result


@dataclass(frozen=True, slots=True)
class Table:
    """One table in one round.

    Attributes:
        host: who stays at it in all rounds; "" where nobody does.
        guests: who comes to it in this round, in alphabetical order.
    """

    host: str
    guests: tuple[str, ...]

    @property
    def people(self) -> tuple[str, ...]:
        """All who sit at it."""
        return (self.host, *self.guests) if self.host else self.guests


Round = tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Mixing:
    """How well the tables are mixed by one attribute.

    Attributes:
        attribute: such as "organisation".
        of_one_group: tables, over all rounds, at which everybody has the same value.
        unavoidable: how many such tables there are at least, however people sit: where nearly all have one value.
    """

    attribute: str
    of_one_group: int
    unavoidable: int


@dataclass(frozen=True, slots=True)
class Seating(Result):
    """The tables of every round.

    Attributes:
        rounds: round -> table -> who sits there.
        met: pairs of people who sit at one table at least once, of those who are there in the last round.
        most: no plan with these numbers of people, tables and rounds lets more pairs meet (`bounds.most_pairs`).
        fewest_met, most_met: how many others the person who meets fewest, and most, sits with.
        mixing: of every attribute that is mixed.
    """

    rounds: tuple[Round, ...]
    met: int
    most: int
    fewest_met: int
    most_met: int
    mixing: tuple[Mixing, ...]
