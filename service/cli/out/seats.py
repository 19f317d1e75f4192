"""Who sits where, printed."""

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from nlp.seating.types import Seating


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
