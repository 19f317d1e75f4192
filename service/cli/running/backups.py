"""The commands that look after the database: migrate, backup, restore."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.cli.options import AsJson, Database
from service.cli.out import stream

if TYPE_CHECKING:
    from service.running.backups import FoundBackup
    from service.store.upkeep.archive import Manifest


def migrate(
    check: Annotated[
        bool, typer.Option("--check", help="Only say whether it is needed (exit code 1 if it is).")
    ] = False,
    without_copy: Annotated[
        bool, typer.Option("--without-copy", help="Make no backup before; for where there is no room for one.")
    ] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Bring the tables of the database to those of this release, after a backup of all that is there."""
    from service.cli.server import given_settings
    from service.running.backups import copies_folder, needs_migration
    from service.store import Database as Tables

    settings = given_settings({"database_url": database})
    if check:
        found, newest = needs_migration(settings)
        stream.json({"found": found, "newest": newest}) if as_json else stream.line(_tables(found, newest))
        raise typer.Exit(0 if found == newest else 1)
    opened = Tables.open(settings.url, None if without_copy else copies_folder(settings))
    opened.close()
    done = opened.migrated
    assert done is not None
    copy = str(done.copy) if done.copy else ""
    if as_json:
        stream.json({"before": done.before, "after": done.after, "copy": copy})
        return
    if copy:
        stream.line(f"What was there is in {copy}.")
    changed = f"from {done.before} to {done.after}" if done.before else f"made, {done.after}"
    stream.line(_tables(done.before, done.after) if done.before == done.after else f"The tables went {changed}.")


def _tables(found: str, newest: str) -> str:
    if found == newest:
        return f"The tables are those of this release ({newest})."
    there = f"The tables are at {found}" if found else "There are no tables yet"
    return f"{there}; this release has {newest}."


def backup(
    file: Annotated[
        Path | None, typer.Argument(help="Where to write it; the folder of copies if not given.", show_default=False)
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing: read FILE and say what it holds.")] = False,
    listed: Annotated[bool, typer.Option("--list", help="Write nothing: say what is in the folder of copies.")] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Write all that the service holds into one file, also while it is in use."""
    from service.cli.out.whole import check_regular
    from service.cli.server import given_settings
    from service.running import backups
    from service.serialisation import public_json

    settings = given_settings({"database_url": database})
    if listed:
        _list(list(backups.every(settings)), as_json=as_json)
        return
    if check and file is None:
        stream.refuse("--check needs the file")
    if not check:
        check_regular(file)
    path, manifest = (file, backups.holds(file)) if check and file else backups.back_up(settings, file)
    if as_json:
        stream.json({"file": str(path), **public_json(manifest)})
        return
    stream.line(f"{path} is whole:" if check else f"{path} was written:")
    _say(manifest)


def _list(found: list["FoundBackup"], *, as_json: bool) -> None:
    from service.serialisation import public_json

    if as_json:
        stream.json({"backups": [{**public_json(each), "path": str(each.path)} for each in found]})
        return
    for each in found:
        stream.line(f"{each.path}")
        _say(each.manifest) if each.manifest else stream.line(f"  {each.problem}")
    if not found:
        stream.line("There is no backup in the folder of copies.")


def _say(manifest: "Manifest") -> None:
    """Print what a backup holds: programmes and dates, nothing of what people wrote."""
    made = f"{manifest.made:%Y-%m-%d %H:%M} UTC"
    stream.line(f"  made {made} by release {manifest.release}, tables {manifest.schema}")
    for each in manifest.programmes:
        newest = f", the newest of {each.newest:%Y-%m-%d}" if each.newest else ""
        stream.line(f"  {each.name} ({each.slug}): {each.files} files{newest}")
    if not manifest.programmes:
        stream.line("  no programme")


def restore(
    file: Annotated[Path, typer.Argument(help="The backup.", show_default=False)],
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace what is there; it is kept in a file beside it.")
    ] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Put a backup into an empty place, whichever database, release or machine it comes from."""
    from service.cli.server import given_settings
    from service.running import backups
    from service.serialisation import public_json

    done = backups.restore(given_settings({"database_url": database}), file, replace=replace)
    before = str(done.before) if done.before else ""
    if as_json:
        stream.json({"before": before, **public_json(done.manifest)})
        return
    if before:
        stream.line(f"What was there before is in {before}.")
    stream.line(f"{file} was restored:")
    _say(done.manifest)
