"""The table of commands, and the one place where a refused input becomes a line on stderr and exit code 1."""

import sys
from importlib.metadata import version
from typing import Annotated

import typer

from nlp.errors import ManyvoicesError
from service.cli import commands, searching, serving, show, user
from service.cli.out.export import export
from service.cli.out.report import report
from service.cli.running import backups, programmes, settings

app = typer.Typer(
    name="manyvoices",
    help="Which readings there are of the same words, and whose voice was heard.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        show.line(f"manyvoices {version('manyvoices')}")
        raise typer.Exit


@app.callback()
def _options(
    asked: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    pass


app.command("demo")(serving.demo)
app.command("report")(report)
app.command("serve")(serving.serve)
app.command("worker")(serving.worker)
app.command("interpret")(commands.interpret)
app.command("read")(commands.read)
app.command("compare-rubrics")(commands.compare_rubrics)
app.command("participation")(commands.participation)
app.command("sort")(commands.sort)
app.command("embed")(commands.embed)
app.command("evaluate")(commands.evaluate)
app.command("search")(searching.search)
app.command("export")(export)
app.command("migrate")(backups.migrate)
app.command("backup")(backups.backup)
app.command("restore")(backups.restore)
app.add_typer(programmes.app)
app.command("settings")(settings.settings)
app.add_typer(user.app)


def main() -> None:
    """Run the command; exit 0 done, 1 the input was refused, 2 wrong usage."""
    try:
        app()
    except ManyvoicesError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(1)
