"""The command that writes a report of a programme of the database."""

from pathlib import Path
from typing import Annotated

import typer

from service.cli.options import AsJson, Database, Out, Programme
from service.cli.out import remarks
from service.cli.out.whole import check_place, deliver
from service.publications.types import Format, Reader

For = Annotated[Reader, typer.Option("--for", help="Who will read it: that decides what is in it.")]
Form = Annotated[
    Format | None,
    typer.Option(
        "--format",
        help="If not given, as --out ends, or html; slides (pptx) for the room only.",
        show_default=False,
    ),
]
Elements = Annotated[list[str] | None, typer.Option(help="Only this element; may be given again.", show_default=False)]
Sessions = Annotated[
    list[str] | None,
    typer.Option(help="Only this session, by its name in addresses; may be given again.", show_default=False),
]


def report(
    programme: Programme,
    reader: For = Reader.FACILITATOR,
    form: Form = None,
    language: Annotated[str, typer.Option(help="Language of the sentences: en, bn or ne.")] = "en",
    out: Out = None,
    element: Elements = None,
    session: Sessions = None,
    quotes: Annotated[bool, typer.Option(help="With or without words of notes.")] = True,
    questions: Annotated[bool, typer.Option(help="With or without questions.")] = True,
    names: Annotated[bool, typer.Option(help="Name people; in a facilitator's report only.")] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Write the report of a programme for a reader, as a page, PDF, Word or slides."""
    from service.cli.server import given_settings
    from service.exports.chosen import chosen
    from service.exports.report import Wanted, build_report
    from service.presentation.i18n import checked
    from service.workspace import Workspace

    said = form or _of_ending(out)
    check_place(out, as_json=as_json)
    wanted = checked(language)
    workspace = Workspace.open(given_settings({"database_url": database}))
    kept = workspace.report_choices.get(programme, reader)
    choice = chosen(workspace, programme, kept, element, session, quotes=quotes, questions=questions)
    with remarks.working("Finding what the report says, and writing it"):
        made = build_report(workspace, programme, Wanted(reader, wanted, choice, names), said)
    path = out or Path(f"{programme}-{reader.value}-{language}.{said.value}")
    path = path if path.name == "-" else path.absolute()
    made_for = {"programme": programme, "for": reader.value, "format": said.value, "language": language}
    summary = {**made_for, "bytes": len(made), "out": str(path)}
    deliver(path, lambda file: file.write(made), f"Written: {path}", summary, as_json=as_json)


def _of_ending(path: Path | None) -> Format:
    ending = path.suffix.lower().removeprefix(".") if path else ""
    return Format(ending) if ending in set(Format) else Format.HTML
