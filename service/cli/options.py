"""The options that several commands have, said once; and those that all of them have: -q, -v, -h."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from service.cli.out import remarks, stream

Does: TypeAlias = Callable[..., None]
"""What a command does."""
Files = Annotated[
    list[Path], typer.Argument(help="Files to read; - is standard input.", show_default=False, metavar="FILE...")
]
Name = Annotated[
    str,
    typer.Option("--name", help="What standard input or a pipe is called, such as notes.csv.", show_default=False),
]
Plan = Annotated[
    Path | None, typer.Option(help="How the files are read, as read --save-plan writes it.", show_default=False)
]
Model = Annotated[
    str | None, typer.Option(help="Folder, hub id or address of another embedding model.", show_default=False)
]
Scheduler = Annotated[
    str,
    typer.Option(
        envvar="MANYVOICES_SCHEDULER",
        help="Dask scheduler whose workers read very many notes, such as tcp://scheduler:8786.",
        show_default=False,
        show_envvar=False,
    ),
]
Keep = Annotated[
    Path | None,
    typer.Option(
        help="Folder that keeps the vectors of very many notes: a run that broke off goes on from there.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
Database = Annotated[
    str | None, typer.Option(help="Database URL; that of the settings if not given.", show_default=False)
]
Out = Annotated[
    Path | None,
    typer.Option(help="Where to write it; - is standard output, a name of its own if not given.", show_default=False),
]
Programme = Annotated[str, typer.Argument(help="The programme's name in addresses.", show_default=False)]
SMALLEST = typer.Option(
    "--smallest", min=1, help="Fewest people of a gender, role ... that are shown as a group of their own."
)
THRESHOLD = typer.Option("--threshold", min=1, hidden=True)
BY = "Attributes to compare, with commas between; if not given, "


class Command(TyperCommand):
    """A command with -q and -v, wherever in the line they stand."""

    def __init__(self, *args: Any, params: list[Any] | None = None, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, params=[*(params or ()), *_loudness()], **kwargs)


class Group(TyperGroup):
    """A group of commands that takes -q and -v before the command as well; the outermost says as much as is usual."""

    def __init__(self, *args: Any, params: list[Any] | None = None, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, params=[*(params or ()), *_loudness()], **kwargs)

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:  # noqa: ANN401
        """Begin a line of commands."""
        if parent is None:
            remarks.hear(remarks.USUAL)
        return super().make_context(info_name, args, parent, **extra)


def _loudness() -> tuple[TyperOption, TyperOption]:
    return (
        TyperOption(
            param_decls=["-q", "--quiet"],
            is_flag=True,
            default=False,
            expose_value=False,
            callback=_be_quiet,
            help="Say nothing but the result and errors.",
        ),
        TyperOption(
            param_decls=["-v", "--verbose"],
            count=True,
            default=0,
            expose_value=False,
            callback=_be_verbose,
            help="Tell the steps on stderr; -vv tells more.",
        ),
    )


def _be_quiet(_context: object, _parameter: object, wanted: bool) -> None:
    if wanted:
        remarks.hear(remarks.QUIET)


def _be_verbose(_context: object, _parameter: object, times: int) -> None:
    if times:
        remarks.hear(remarks.STEPS if times == 1 else remarks.ALL)


def split(names: str | None) -> tuple[str, ...]:
    """Return the attributes that are named with commas between, () where the option is not given.

    Raises:
        typer.Exit: code 2, after a line on stderr, where none is named.
    """
    if names is None:
        return ()
    found = tuple(dict.fromkeys(name.strip().casefold() for name in names.split(",") if name.strip()))
    if not found:
        stream.refuse("--by needs at least one attribute, such as team")
    return found
