"""The command that writes a report of a programme of the database."""

from pathlib import Path
from typing import Annotated

import typer

from service.publications.types import Format, Reader


def report(
    programme: Annotated[str, typer.Argument(help="The programme's name in addresses.")],
    reader: Annotated[Reader, typer.Option("--for", help="Who will read it: that decides what is in it.")] = (
        Reader.FACILITATOR
    ),
    format_: Annotated[Format, typer.Option("--format", help="Slides (pptx) are for the room only.")] = Format.HTML,
    language: Annotated[str, typer.Option(help="Language of the sentences: en, bn or ne.")] = "en",
    out: Annotated[
        str, typer.Option(help="Where to write it; - or nothing chooses a name in the folder that you are in.")
    ] = "-",
    element: Annotated[list[str] | None, typer.Option(help="Only this element; may be given again.")] = None,
    session: Annotated[list[str] | None, typer.Option(help="Only this session, by its name in addresses.")] = None,
    quotes: Annotated[bool, typer.Option(help="With or without words of notes.")] = True,
    questions: Annotated[bool, typer.Option(help="With or without questions.")] = True,
    names: Annotated[bool, typer.Option(help="Name people; in a facilitator's report only.")] = False,
    database: Annotated[str | None, typer.Option(help="Database URL; that of the settings if not given.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for machines.")] = False,
) -> None:
    """Write the report of a programme for a reader, as a page, PDF, Word or slides."""
    from service.cli import show
    from service.cli.files import write_whole
    from service.cli.server import given_settings
    from service.exports.chosen import chosen
    from service.exports.report import Wanted, build_report
    from service.presentation.i18n import checked
    from service.workspace import Workspace

    workspace = Workspace.open(given_settings({"database_url": database}))
    kept = workspace.report_choices.get(programme, reader)
    choice = chosen(workspace, programme, kept, element, session, quotes=quotes, questions=questions)
    with show.working("Finding what the report says, and writing it"):
        made = build_report(workspace, programme, Wanted(reader, checked(language), choice, names), format_)
    given = f"{programme}-{reader.value}-{language}.{format_.value}" if out in ("-", "") else out
    path = Path(given).resolve()
    write_whole(path, lambda stream: stream.write(made))
    summary = {"programme": programme, "for": reader.value, "format": format_.value, "language": language}
    show.json({**summary, "bytes": len(made), "out": str(path)}) if as_json else show.line(f"Written: {path}")
