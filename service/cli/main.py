"""The table of commands, and the one place where a refused input becomes a line on stderr and exit code 1."""

import sys
from collections.abc import Mapping
from typing import Annotated

import typer

from nlp.errors import ManyvoicesError
from service.cli import commands, searching, seating, serving, user
from service.cli.examples import epilog
from service.cli.options import Command, Does, Group
from service.cli.out import stream
from service.cli.out.export import export
from service.cli.out.report import report
from service.cli.running import assistant, backups, library, mcp, models, programmes, recordings, settings

HELP = {"help_option_names": ["-h", "--help"]}
app = typer.Typer(
    name="manyvoices",
    help="Which readings there are of the same words, and whose voice was heard.",
    no_args_is_help=True,
    cls=Group,
    context_settings=HELP,
    pretty_exceptions_enable=False,
    epilog=epilog(""),
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        stream.line(f"manyvoices {version('manyvoices')}")
        raise typer.Exit


@app.callback()
def _options(
    asked: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    pass


COMMANDS: Mapping[str, Does] = {
    "demo": serving.demo,
    "serve": serving.serve,
    "interpret": commands.interpret,
    "read": commands.read,
    "sort": commands.sort,
    "compare-rubrics": commands.compare_rubrics,
    "participation": commands.participation,
    "transcribe": recordings.transcribe,
    "seat": seating.seat,
    "embed": commands.embed,
    "evaluate": commands.evaluate,
    "report": report,
    "export": export,
    "search": searching.search,
    "mcp": mcp.mcp,
    "worker": serving.worker,
    "migrate": backups.migrate,
    "backup": backups.backup,
    "restore": backups.restore,
    "settings": settings.settings,
}
GROUPS: Mapping[str, tuple[str, Mapping[str, Does]]] = {
    "programme": ("Hand on a whole programme as one file.", programmes.COMMANDS),
    "library": ("What programmes share with each other, as one file, out and in.", library.COMMANDS),
    "models": ("Other embedding models, fetched once and used without a network.", models.COMMANDS),
    "assistant": ("A language model that may propose something, tried out.", assistant.COMMANDS),
    "user": ("Who may sign in.", user.COMMANDS),
}
for name, does in COMMANDS.items():
    app.command(name, cls=Command, context_settings=HELP, epilog=epilog(name))(does)
for name, (about, every) in GROUPS.items():
    group = typer.Typer(name=name, help=about, no_args_is_help=True, cls=Group, context_settings=HELP)
    for each, does in every.items():
        group.command(each, cls=Command, context_settings=HELP, epilog=epilog(f"{name} {each}"))(does)
    app.add_typer(group)


def run() -> None:
    """Run the command; exit 0 done, 1 the input was refused, 2 wrong usage, 130 stopped by Ctrl+C."""
    stream.open_streams()
    try:
        app(prog_name="manyvoices")
    except ManyvoicesError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(1)
