"""The form of a preview: what its fields say of every file."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from nlp.documents.plan import NO_HEADER, ColumnPlan, FilePlan, HeadingRole, PageTexts, Role, TablePlan
from nlp.text.dates.order import DateOrder
from service.intake.said_plans import columns_of, kind_of, said_columns, table_said, with_tables
from service.types import FileChange, FilePreview, FileSettings, Preview

ROSTER = "roster:"
LONGEST = 200
MOST_DIGITS = 8

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
    if f"{at}.order" in form:
        order = form[f"{at}.order"]
        whole["date_order"] = DateOrder(order) if order in list(DateOrder) else None
    plan = replace(plan, **whole, pages=_pages(form, at, settings))
    tables = [_table(form, at, position, file) for position in range(len(settings.found.tables))]
    if kind != shown:
        layout = [replace(table, columns=()) for table in tables]
        return with_tables(replace(plan, kind=kind, headings={}), layout)
    said = with_tables(replace(plan, headings=_headings(form, at, file)), tables)
    if said.layout != plan.layout:
        return replace(said, kind="" if kind == settings.found.kind else plan.kind)
    return replace(said, kind=kind) if said.headings or any(table.columns for table in tables) else said


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
    """Return what a form says of a table; its columns are others where the row of its headers is another one."""
    settings, kind, field = file.settings, kind_of(file), f"{at}.{position}"
    found, before = settings.found.tables[position], table_said(settings, position)
    said = replace(before, **_sheet(form, field, form.get(f"{at}.sheets", ""), found, before))
    header = form.get(f"{field}.header", "")
    if header and header != str(found.header_row) and _is_row(header):
        return replace(said, header_row=int(header), columns=())
    now = columns_of(settings, position, kind)
    chosen = [_column(form, f"{field}.{column}", each.header, now[column]) for column, each in enumerate(found.columns)]
    return replace(said, columns=said_columns(found, chosen, kind == settings.found.kind))


def _is_row(header: str) -> bool:
    return header == str(NO_HEADER) or (header.isascii() and header.isdigit() and len(header) < MOST_DIGITS)


def _sheet(form: Form, field: str, all_are: str, found: TablePlan, before: TablePlan) -> dict[str, Any]:
    """Return the role and the name of a sheet: those of all sheets at once, where that is said, are their own names."""
    role = form.get(f"{field}.role")
    if role not in list(HeadingRole):
        return {}
    if all_are in list(HeadingRole) and role != HeadingRole.SKIP:
        return {"role": HeadingRole(all_are), "name": ""}
    name = " ".join(form.get(f"{field}.name", "").split())[:LONGEST]
    shown = before.role or found.role or HeadingRole.TEXT
    if role == shown and name == before.name:
        return {}
    return {"role": HeadingRole(role), "name": name}


def _column(form: Form, field: str, header: str, now: ColumnPlan | None) -> ColumnPlan | None:
    role = form.get(f"{field}.role")
    if role is None:
        return now
    if role not in list(Role):
        return None
    return ColumnPlan(header, Role(role), " ".join(form.get(f"{field}.name", "").split())[:LONGEST])


def _headings(form: Form, at: int, file: FilePreview) -> dict[str, HeadingRole]:
    said = dict(file.settings.plan.headings)
    for position, (heading, found) in enumerate(file.settings.found.headings.items()):
        role = form.get(f"{at}.heading.{position}")
        if role in list(HeadingRole):
            said[heading] = HeadingRole(role)
            if role == found:
                del said[heading]
    return said
