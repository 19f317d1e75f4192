"""Plans as files: saved from one file, and handed in with others of its form."""

import json
from dataclasses import replace

from nlp.documents.plan import AS_FOUND, FilePlan
from nlp.errors import InputError, UnreadableFile
from nlp.messages import Message
from nlp.names import name_key
from service.intake.opened import Opened
from service.intake.said_plans import columns_of, table_said
from service.serialisation import loads, to_plain
from service.types import FileSettings


def plan_from_bytes(filename: str, data: bytes) -> FilePlan:
    """Return the plan of a file.

    Raises:
        UnreadableFile: it holds no plan.
    """
    remedy = Message("Make one with manyvoices read FILE --save-plan PLAN")
    refused = UnreadableFile(filename, Message("this is no plan of how files are read"), remedy)
    try:
        plan = loads(FilePlan, data.decode("utf-8-sig"))
    except ValueError as error:
        raise refused from error
    if plan == AS_FOUND:
        raise refused
    return plan


def bytes_of_plan(settings: FileSettings, kind: str) -> bytes:
    """Return what is to be saved of how a file is read: its kind, all its columns, and what was said of it."""
    tables = tuple(
        replace(table_said(settings, at), columns=tuple(filter(None, columns_of(settings, at, kind))))
        for at in range(len(settings.found.tables))
    )
    plan = to_plain(FilePlan, replace(settings.plan, kind=kind, tables=tables))
    return json.dumps(plan, ensure_ascii=False, indent=1).encode()


def check_fits(opened: Opened, plan: FilePlan) -> FilePlan:
    """Return how a file is found by the layout of a plan.

    Raises:
        InputError: it lacks a sheet or a column that the plan names.
    """
    found = opened.plan(plan)
    refuse_misfit(opened.filename, found, plan)
    return found


def refuse_misfit(filename: str, found: FilePlan, plan: FilePlan) -> None:
    """Refuse a plan that names what a file has not.

    Raises:
        InputError: it lacks a sheet or a column that the plan names.
    """
    sheets = {table.sheet for table in found.tables}
    alone = len(plan.tables) == 1 and (sheets == {""} or not plan.tables[0].sheet)
    for table in plan.tables:
        if table.sheet not in sheets and not alone:
            raise _misfit(filename, Message("there is no sheet {sheet}", {"sheet": table.sheet}))
        own = {
            name_key(column.header)
            for each in found.tables
            if alone or each.sheet == table.sheet
            for column in each.columns
        }
        for column in table.columns:
            if column.header and name_key(column.header) not in own:
                raise _misfit(filename, Message("there is no column {column}", {"column": column.header}))


def fits(filename: str, data: bytes, plan: FilePlan) -> bool:
    """Whether a file has all sheets and columns that a plan names."""
    try:
        check_fits(Opened.of(filename, data), plan)
    except InputError:
        return False
    return True


def _misfit(filename: str, problem: Message) -> InputError:
    return InputError(
        filename, problem, Message("The plan is of files of another form: choose another one, or mend it")
    )
