"""What was done with the rubrics of a programme, oldest first, and the files that were made of them."""

from dataclasses import replace

from sqlalchemy import delete, insert, select

from service.rubrics.types import Did, RubricStep
from service.store.database import Transaction
from service.store.rubrics.tables import rubric_files, rubric_steps


def add(db: Transaction, programme_id: int, step: RubricStep) -> RubricStep:
    """Write down a step, and return it with its number."""
    row = {
        "programme_id": programme_id,
        "kind": step.did.value,
        "team": step.team,
        "element": step.element,
        "level": step.level,
        "text": step.text,
        "others": step.others,
        "why": step.why,
        "who": step.who,
        "made": step.time,
    }
    number = db.execute(insert(rubric_steps).values(**row).returning(rubric_steps.c.id)).scalar_one()
    return replace(step, number=number)


def every(db: Transaction, programme_id: int) -> tuple[RubricStep, ...]:
    """Return all steps, oldest first."""
    query = select(rubric_steps).where(rubric_steps.c.programme_id == programme_id).order_by(rubric_steps.c.id)
    return tuple(
        RubricStep(
            row.id, Did(row.kind), row.team, row.element, row.level, row.text, row.others, row.why, row.who, row.made
        )
        for row in db.execute(query)
    )


def files_of(db: Transaction, programme_id: int) -> dict[str, int | None]:
    """Return team -> the id of the file that was made of its rubric."""
    c = rubric_files.c
    rows = db.execute(select(c.team, c.file_id).where(c.programme_id == programme_id).order_by(c.id))
    return {row.team: row.file_id for row in rows}


def set_file(db: Transaction, programme_id: int, team: str, file_id: int | None) -> None:
    """Remember which file was made of a team's rubric."""
    c = rubric_files.c
    db.execute(delete(rubric_files).where(c.programme_id == programme_id, c.team == team))
    db.execute(insert(rubric_files).values(programme_id=programme_id, team=team, file_id=file_id))


def remove(db: Transaction, programme_id: int, team: str) -> None:
    """Forget what was written in a team's rubric, all of it; its file stays."""
    for table in (rubric_steps, rubric_files):
        db.execute(delete(table).where(table.c.programme_id == programme_id, table.c.team == team))
