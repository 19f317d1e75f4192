"""The commands that hand on a whole programme as one file."""

from pathlib import Path
from typing import Annotated

import typer

from service.cli.running.backups import AsJson, Database

app = typer.Typer(name="programme", help="Hand on a whole programme as one file.", no_args_is_help=True)


@app.command("export")
def export(
    slug: Annotated[str, typer.Argument(help="The programme's name in addresses.", show_default=False)],
    file: Annotated[Path | None, typer.Argument(help="Where to write it; SLUG.zip if not given.")] = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Write all of a programme into one file: files, people, edits, answers and findings, with the names of people."""
    from service.cli import show
    from service.cli.files import unwritable
    from service.cli.server import given_settings
    from service.serialisation import public_json
    from service.workspace import Workspace

    path = file or Path(f"{slug}.zip")
    workspace = Workspace.open(given_settings({"database_url": database}))
    try:
        manifest = workspace.archives.write(slug, path)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        workspace.close()
    about = manifest.programmes[0]
    if as_json:
        show.json({"file": str(path), **public_json(manifest)})
    else:
        show.line(f"{about.name}, {about.files} files, is in {path}. It holds notes and names: hand it on with care.")


@app.command("import")
def bring_in(
    file: Annotated[Path, typer.Argument(help="The file of a programme.", show_default=False)],
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Bring in a programme as a new one, under a name in addresses that no other one has."""
    from service.cli import show
    from service.cli.server import given_settings
    from service.serialisation import public_json
    from service.workspace import Workspace

    workspace = Workspace.open(given_settings({"database_url": database}))
    try:
        made = workspace.archives.read(file)
    finally:
        workspace.close()
    show.json(public_json(made)) if as_json else show.line(f"{made.name} is here as {made.slug}.")
