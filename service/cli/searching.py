"""The command that searches a programme of the database."""

from typing import TYPE_CHECKING, Annotated

import typer

from service.cli.options import AsJson, Database, Programme
from service.cli.out import stream
from service.search.asked import By, TextKind

if TYPE_CHECKING:
    from service.search.types import Hit, Results


def search(
    programme: Programme,
    words: Annotated[
        list[str],
        typer.Argument(
            help="Words, in any language; those in quotes stand in one row.", show_default=False, metavar="WORD..."
        ),
    ],
    by: Annotated[By, typer.Option(help="How to look.")] = By.BOTH,
    kind: Annotated[TextKind | None, typer.Option(help="Only texts of this kind.")] = None,
    element: Annotated[str, typer.Option(help="Only what speaks of this element.", show_default=False)] = "",
    team: Annotated[str, typer.Option(help="Only what this team wrote.", show_default=False)] = "",
    review: Annotated[str, typer.Option(help="Only this review.", show_default=False)] = "",
    language: Annotated[
        str, typer.Option(help='Only this language (BCP 47); "bn" is also "bn-Latn".', show_default=False)
    ] = "",
    session: Annotated[str, typer.Option(help="Only what was said in this session.", show_default=False)] = "",
    start: Annotated[int, typer.Option("--from", min=0, help="The number of the first text, from 0.")] = 0,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Find notes, descriptors, turns and remarks by word and by meaning, in any language."""
    from service.cli.server import given_settings
    from service.search.types import Filters
    from service.serialisation import public_json
    from service.workspace import Workspace

    workspace = Workspace.open(given_settings({"database_url": database}))
    filters = Filters(kind, element, team, review, "", language, session)
    results = workspace.search.find(workspace.findings(programme), _typed(words), filters, by, start=start)
    stream.json(public_json(results)) if as_json else _show(results, start)


def _show(results: "Results", start: int) -> None:
    for remark in results.remarks:
        stream.line(f"{remark}.")
    for number, hit in enumerate(results.hits, start + 1):
        stream.line(f"{number}. {hit.text}")
        stream.line(f"   {' · '.join(_where(hit))}")
    ways = f"{results.by_word} by their words, {results.by_meaning} by their meaning"
    stream.line(f"{results.total} found: {ways}{f'; --from {results.next} shows more' if results.next else ''}.")
    if results.by_word_only:
        stream.line(f"{results.by_word_only} texts could be found by their words only: their meaning is not read yet.")


def _typed(words: list[str]) -> str:
    """Return what was typed; an argument of several words, which the shell had quotes for, stands in one row."""
    return " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)


def _where(hit: "Hit") -> list[str]:
    place = hit.place
    line = f"{place.file}:{place.line}" if place.line else place.file
    told = (hit.kind.value, place.element, place.level, place.team, place.review, place.label, place.speaker, line)
    return [*filter(None, told), " and ".join(f"by {way.value}" for way in hit.found_by)]
