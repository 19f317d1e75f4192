"""The commands that hand on a whole programme as one file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from service.cli.options import AsJson, Database, Does, Programme
from service.cli.out import stream
from service.cli.out.remarks import is_quiet
from service.cli.out.whole import check_regular


def export(
    programme: Programme,
    file: Annotated[
        Path | None, typer.Argument(help="Where to write it; PROGRAMME.zip if not given.", show_default=False)
    ] = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Write all of a programme into one file: files, people, edits, answers and findings, with the names of people."""
    from service.cli.out.stream import unwritable
    from service.cli.server import given_settings
    from service.serialisation import public_json
    from service.workspace import Workspace

    path = file or Path(f"{programme}.zip")
    if path.name == "-":
        stream.refuse("a programme goes into a file: name one")
    check_regular(path)
    workspace = Workspace.open(given_settings({"database_url": database}))
    try:
        manifest = workspace.archives.write(programme, path)
    except OSError as error:
        raise unwritable(str(path), error) from error
    finally:
        workspace.close()
    about = manifest.programmes[0]
    if as_json:
        stream.json({"file": str(path), **public_json(manifest)})
    elif not is_quiet():
        stream.line(f"{about.name}, {about.files} files, is in {path}. It holds notes and names: hand it on with care.")


def bring_in(
    file: Annotated[Path, typer.Argument(help="The file of a programme.", show_default=False)],
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Bring in a programme as a new one, under a name in addresses that no other one has."""
    from service.cli.server import given_settings
    from service.serialisation import public_json
    from service.workspace import Workspace

    workspace = Workspace.open(given_settings({"database_url": database}))
    try:
        made = workspace.archives.read(file)
    finally:
        workspace.close()
    stream.json(public_json(made)) if as_json else stream.line(f"{made.name} is here as {made.slug}.")


COMMANDS: Mapping[str, Does] = {"export": export, "import": bring_in}
