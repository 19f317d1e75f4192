"""`manyvoices seat`: a roster seated in rounds of small mixed groups, as in a World Café."""

from typing import Annotated

import typer

from service.cli.options import AsJson, Files, Name, split
from service.cli.out import remarks, stream


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
    from service.cli.out.page import console
    from service.cli.out.seats import show

    people = people_to_seat(sources_of(files, name))
    with remarks.working(f"Seating {len(people)} people"):
        found = seat_people(people, size, rounds, split(mix) or MIX, host or hosts, seed)
    stream.json(found.to_dict()) if as_json else show(console(), found)
