"""The command that takes the data of a programme, or the transcript of a session, out of the database."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.cli.options import AsJson, Database, Out, Programme
from service.cli.out import stream
from service.cli.out.whole import check_place, deliver

if TYPE_CHECKING:
    from service.workspace import Workspace

FORMS = "xlsx, csv (a zip), jsonl, qdpx, qdc; with --session vtt, eaf, rttm. If not given, as --out ends, or the first."


def export(
    programme: Programme,
    form: Annotated[str, typer.Option("--format", help=FORMS, show_default=False)] = "",
    session: Annotated[
        str, typer.Option(help="Its transcript, by the session's name in addresses.", show_default=False)
    ] = "",
    names: Annotated[bool, typer.Option("--names", help="Name people, as far as they agreed to it.")] = False,
    out: Out = None,
    language: Annotated[str, typer.Option(help="Of the data dictionary: en, bn or ne.")] = "en",
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Write the data of a programme as tables or coded texts that other programs read, or the transcript of a session.

    A whole programme as one file, for another Manyvoices, is `programme export`.
    """
    from service.cli.server import given_settings
    from service.presentation.i18n import NAMES
    from service.workspace import Workspace

    there = _formats(session)
    ending = out.suffix.lower().removeprefix(".") if out else ""
    asked = form or (ending if ending in there else "vtt" if session else "xlsx")
    _check("--format", asked, there)
    _check("--language", language, NAMES)
    check_place(out, as_json=as_json)
    workspace = Workspace.open(given_settings({"database_url": database}))
    try:
        name, content = _made(workspace, programme, session, asked, language, names=names)
    finally:
        workspace.close()
    path = out or Path(name)
    said = "People are named in it." if names else "People have numbers in it."
    summary = {"file": str(path), "format": asked, "names": names, "bytes": len(content)}
    line = f"{path} was written. {said} Hand it on with care."
    deliver(path, lambda file: file.write(content), line, summary, as_json=as_json)


def _formats(session: str) -> Mapping[str, object]:
    from service.exports.tables.formats import FORMATS
    from service.exports.transcripts.formats import TRANSCRIPT_FORMATS

    return TRANSCRIPT_FORMATS if session else FORMATS


def _made(
    workspace: "Workspace", programme: str, session: str, form: str, code: str, *, names: bool
) -> tuple[str, bytes]:
    """Return name and content of the file that is asked for."""
    from dataclasses import replace

    from service.exports.tables.formats import write_data
    from service.exports.tables.programme import ProgrammeData
    from service.exports.transcripts.formats import write_transcript
    from service.exports.transcripts.transcript import TranscriptData
    from service.names.spelling import called_in
    from service.presentation.i18n import language

    found = workspace.findings(programme)
    spoken = replace(language(code), names=called_in(found.at.outline, code))
    if session:
        return write_transcript(TranscriptData(found, session, spoken, names), form)[:2]
    agreed = workspace.actions.every(programme)
    return write_data(ProgrammeData(found, workspace.feedback, spoken, names, agreed), form)[:2]


def _check(option: str, said: str, there: Mapping[str, object]) -> None:
    if said not in there:
        stream.refuse(f"{option} is one of {', '.join(there)}")
