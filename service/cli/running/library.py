"""`manyvoices library`: what programmes share with each other, as one file, out and in."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.cli.options import AsJson, Database, Does
from service.cli.out import stream
from service.cli.out.remarks import is_quiet
from service.library.types import Arrival, LibraryEntry, LibraryKind, OnShelf

if TYPE_CHECKING:
    from service.workspace import Workspace

OfOne = Annotated[str | None, typer.Option("--programme", help="Only what this one shares, by its name in addresses.")]


def export(
    file: Annotated[
        Path | None, typer.Argument(help="Where to write it; library.json if not given, - for the screen.")
    ] = None,
    programme: OfOne = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Write what programmes share into one file, which another installation can bring in."""
    path = file or Path("library.json")
    work = _open(database)
    try:
        own = work.programmes.get(programme).slug if programme else None
        shelf = work.shelf.every(programme=work.findings(own).at.id if own else None)
        data = work.library_files.write(shelf)
    finally:
        work.close()
    if path.name == "-":
        stream.line(data.decode())
        return
    try:
        path.write_bytes(data)
    except OSError as error:
        raise stream.unwritable(str(path), error) from error
    if as_json:
        stream.json({"file": str(path), "entries": len(shelf)})
    elif not is_quiet():
        stream.line(f"{_entries(len(shelf))} in {path}.")


def bring_in(
    file: Annotated[Path, typer.Argument(help="A library that was exported.", show_default=False)],
    preview: Annotated[bool, typer.Option("--preview", help="Only say what it would bring.")] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Bring in a library of another installation; a newer version of an entry replaces the older."""
    from service.cli.given.source import Source

    given = Source.of(file)
    work = _open(database)
    try:
        found = work.library_files.look(given.data, given.name)
        if not preview:
            found = work.library_files.bring(work.library_files.receive(given.data, given.name).token)
    finally:
        work.close()
    if as_json:
        stream.json(_counts(found) | {"brought_in": not preview})
        return
    for each in found.coming if preview else ():
        stream.line(_line(each))
    verb = "would come in" if preview else "came in"
    stream.line(f"{_entries(len(found.coming))} {verb}, {len(found.here)} here already, {len(found.gone)} taken back.")


def list_entries(
    words: Annotated[str, typer.Argument(help="Only what has these words, or means the like.")] = "",
    kind: Annotated[LibraryKind | None, typer.Option(help="Only this kind.", show_default=False)] = None,
    element: Annotated[str, typer.Option(help="Only what is about it.", show_default=False)] = "",
    language: Annotated[str, typer.Option(help="Only words in it.", show_default=False)] = "",
    programme: OfOne = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Show what programmes share."""
    from service.library.file_format import as_plain

    work = _open(database)
    try:
        own = work.findings(programme).at.id if programme else None
        found = work.shelf.search(words, work.shelf.every(kind, element, language, own))
    finally:
        work.close()
    if as_json:
        stream.json({"entries": [{**as_plain(each.entry), "brought_in": _file(each)} for each in found]})
        return
    for each in found:
        stream.line(_line(each.entry))
    if not found:
        stream.line("Nothing is there.")


def _file(each: OnShelf) -> str | None:
    return None if each.file is None else each.filename


def _counts(found: Arrival) -> dict[str, object]:
    parts = ("new", "newer", "here", "gone")
    return {"file": found.filename, **{part: len(getattr(found, part)) for part in parts}}


def _line(entry: LibraryEntry) -> str:
    said = entry.said
    about = " · ".join(filter(None, (said.kind.value, said.element, said.level, said.language)))
    return "  ".join(filter(None, (f"{about}:", said.words, said.came_of and f"[{said.came_of}]", said.credit)))


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"


def _open(database: str | None) -> "Workspace":
    from service.cli.server import given_settings
    from service.workspace import Workspace

    return Workspace.open(given_settings({"database_url": database}))


COMMANDS: Mapping[str, Does] = {"export": export, "import": bring_in, "list": list_entries}
