"""The form of a preview: what its fields say of every file."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from nlp.documents.plan import ColumnPlan, FilePlan, HeadingRole, PageTexts, Role, TablePlan
from service.intake.said_plans import columns_of, kind_of, said_table, without_tables_that_say_nothing
from service.types import FileChange, FilePreview, FileSettings, Preview

ROSTER = "roster:"
LONGEST = 200

Form = Mapping[str, str]


def changes(form: Form, preview: Preview) -> tuple[FileChange, ...]:
    """Return what a form says of the files that it shows; a field that it lacks leaves things as they are."""
    return tuple(_change(form, at, file) for at, file in enumerate(preview.files) if f"{at}.shown" in form)


def rosters(form: Form) -> dict[str, str]:
    """Return transcript -> roster from the fields that say so."""
    return {key[len(ROSTER) :]: value for key, value in form.items() if key.startswith(ROSTER) and value}


def _change(form: Form, at: int, file: FilePreview) -> FileChange:
    return FileChange(
        position=at,
        plan=_plan(form, at, file),
        wanted=f"{at}.wanted" in form,
        for_all=f"{at}.all" in form,
        roster=form.get(f"{ROSTER}{file.filename}", file.settings.roster),
        read_on=f"{at}.read_on" in form,
    )


def _plan(form: Form, at: int, file: FilePreview) -> FilePlan:
    settings, shown = file.settings, kind_of(file)
    kind = form.get(f"{at}.kind", shown)
    plan = settings.plan
    whole: dict[str, Any] = {
        name: " ".join(form[f"{at}.{name}"].split())[:LONGEST]
        for name in ("team", "review", "date", "language", "session")
        if f"{at}.{name}" in form
    }
    plan = replace(plan, **whole, pages=_pages(form, at, settings))
    if kind != shown:
        return replace(plan, kind=kind, tables=(), headings={})
    tables = tuple(_table(form, at, position, file) for position in range(len(settings.found.tables)))
    headings = _headings(form, at, file)
    said = without_tables_that_say_nothing(replace(plan, tables=tables, headings=headings))
    return replace(said, kind=kind) if said.tables or said.headings else said


def _pages(form: Form, at: int, settings: FileSettings) -> PageTexts | None:
    """Return the words of pages as a form has them; where they are as they were shown, nothing new is said."""
    shown = settings.plan.pages or settings.found.pages
    if shown is None:
        return None
    texts = tuple(_lines(form.get(f"{at}.page.{number}", text)) for number, text in enumerate(shown.texts))
    same = texts == tuple(map(_lines, shown.texts))
    return settings.plan.pages if same else replace(shown, texts=texts)


def _lines(text: str) -> str:
    """Return text as it is stored: a form sends CR LF."""
    return text.replace("\r\n", "\n").strip()


def _table(form: Form, at: int, position: int, file: FilePreview) -> TablePlan:
    settings, kind = file.settings, kind_of(file)
    found = settings.found.tables[position]
    now = columns_of(settings, position, kind)
    chosen = [
        _column(form, f"{at}.{position}.{column}", each.header, now[column])
        for column, each in enumerate(found.columns)
    ]
    return said_table(found, chosen, kind == settings.found.kind)


def _column(form: Form, field: str, header: str, now: ColumnPlan | None) -> ColumnPlan | None:
    role = form.get(f"{field}.role")
    if role is None:
        return now
    if role not in list(Role):
        return None
    return ColumnPlan(header, Role(role), " ".join(form.get(f"{field}.name", "").split())[:LONGEST])


def _headings(form: Form, at: int, file: FilePreview) -> dict[str, str]:
    said = dict(file.settings.plan.headings)
    for position, (heading, found) in enumerate(file.settings.found.headings.items()):
        role = form.get(f"{at}.heading.{position}")
        if role in list(HeadingRole):
            said[heading] = role
            if role == found:
                del said[heading]
    return said
