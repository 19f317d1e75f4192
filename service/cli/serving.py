"""The commands that need the store: the demo and the web service."""

import signal
from pathlib import Path
from typing import Annotated

import typer

from service.cli.options import AsJson, Database
from service.cli.out import remarks, stream

ANYWHERE = "0.0.0.0"
Folder = Annotated[Path, typer.Option(help="Where the demo puts its database and report.")]


def demo(
    folder: Folder = Path("manyvoices-demo"),
    language: Annotated[str, typer.Option(help="Language of the report: en, bn or ne.")] = "en",
    as_json: AsJson = False,
) -> None:
    """Load the sample programme, analyse it, write a report, and say where to open it."""
    from service.cli.out.page import console
    from service.cli.out.stream import unwritable
    from service.cli.out.whole import write_whole
    from service.cli.server import given_settings
    from service.cli.summary import show, summary_of
    from service.exports.report import Wanted, build_report
    from service.presentation.i18n import checked
    from service.serialisation import public_json
    from service.workspace import Workspace

    checked(language)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(str(folder), error) from error
    database = (folder / "manyvoices.db").resolve()
    workspace = Workspace.open(given_settings({"database_url": f"sqlite:///{database}", "data_dir": folder}))
    with remarks.working("Loading the sample programme"):
        programme = next(iter(workspace.programmes.every()), None) or workspace.load_sample()
    with remarks.working("Finding the readings, comparing the rubrics, measuring the sessions"):
        report = build_report(workspace, programme.slug, Wanted(language=language))
    path = (folder / "report.html").resolve()
    write_whole(path, lambda stream: stream.write(report))
    found = summary_of(workspace, programme, str(path), str(database))
    stream.json(public_json(found)) if as_json else show(console(), found)


def worker(
    database: Database = None,
) -> None:
    """Do the work that takes time, beside the web service or on another machine; run as many as you like."""
    from threading import Event

    from service.cli.server import given_settings
    from service.jobs.process import run_worker

    over = Event()
    signal.signal(signal.SIGINT, lambda *_: over.set())
    remarks.leave_to_log()
    run_worker(given_settings({"database_url": database}), over, lambda: stream.line("Working (stop with Ctrl+C)"))


def serve(
    host: Annotated[
        str | None, typer.Option(help="Address to listen on; 127.0.0.1 if not given.", show_default=False)
    ] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; 8000 if not given.", show_default=False)] = None,
    database: Database = None,
    phones: Annotated[
        bool,
        typer.Option("--phones", help="Let phones on your network open forms and rooms to sort in, only these."),
    ] = False,
    opened: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Serve the pages and the API on this machine."""
    from service.cli.server import given_settings, run

    if phones:
        host = host or ANYWHERE
    remarks.leave_to_log()
    run(given_settings({"host": host, "port": port, "database_url": database, "phones": phones or None}), opened=opened)
