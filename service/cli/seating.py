"""`manyvoices seat`: a roster seated in rounds of small mixed groups, as in a World Café."""

from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from nlp.seating.types import Seating
from service.cli.options import AsJson, Files, Name, split
from service.cli.out import remarks, stream
from service.cli.out.page import console


def seat(
    files: Files,
    size: Annotated[int, typer.Option(help="People at a table with its host.")] = 4,
    rounds: Annotated[int, typer.Option(help="How often people change tables, and one more.")] = 3,
    mix: Annotated[
        str | None,
        typer.Option(
            help="Attributes by which each table is mixed, with commas between; if not given, organisation, gender and "
            "seniority where the roster has them.",
            show_default=False,
        ),
    ] = None,
    host: Annotated[
        list[str] | None,
        typer.Option(help="Who stays at a table, once for each; if not given, they are chosen.", show_default=False),
    ] = None,
    hosts: Annotated[bool, typer.Option(help="Whether somebody stays at each table.")] = True,
    seed: Annotated[int, typer.Option(help="Another number gives another plan.")] = 0,
    name: Name = "",
    as_json: AsJson = False,
) -> None:
    """Seat the people of a roster in rounds of small mixed groups, so that each meets as many others as possible.

    Whom a column such as `present` says to be absent is left out.
    """
    from nlp.seating import seat_people
    from nlp.seating.measure import MIX
    from service.cli.given.seats import people_to_seat
    from service.cli.given.source import sources_of
    from service.serialisation import public_json

    people = people_to_seat(sources_of(files, name))
    with remarks.working(f"Seating {len(people)} people"):
        found = seat_people(people, size, rounds, split(mix) or MIX, host or hosts, seed)
    stream.json(public_json(found)) if as_json else show(console(), found)


def show(page: Console, found: Seating) -> None:
    """Print the tables of every round, then how many meet and how the tables are mixed."""
    for number, tables in enumerate(found.rounds, start=1):
        page.print(Text(f"\nRound {number}" if number > 1 else "Round 1", style="bold"))
        seated = Table(show_header=False, box=None, pad_edge=False)
        for at, table in enumerate(tables, start=1):
            host = [f"{table.host} (host)"] if table.host else []
            seated.add_row(f"table {at}", ", ".join([*host, *table.guests]))
        page.print(Padding(seated, (0, 0, 0, 2), expand=False))
    page.print()
    page.print(Text(_meetings(found)))
    for each in found.mixing:
        page.print(Text(_mixed(each.attribute, each.of_one_group, each.unavoidable)))


def _meetings(found: Seating) -> str:
    each = f"{found.fewest_met}" if found.fewest_met == found.most_met else f"{found.fewest_met} to {found.most_met}"
    most = "as many as can" if found.met == found.most else f"no plan lets more than {found.most} meet"
    return f"{found.met} pairs sit together at least once: {most}. Each person meets {each} others."


def _mixed(attribute: str, of_one_group: int, unavoidable: int) -> str:
    if not of_one_group:
        return f"No table is of one {attribute}."
    tables = "One table is" if of_one_group == 1 else f"{of_one_group} tables are"
    why = "; with these people it cannot be fewer" if of_one_group == unavoidable else ""
    return f"{tables} of one {attribute}{why}."
