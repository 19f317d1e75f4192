"""How much was answered and reflected in a programme: numbers of forms, surveys and sessions, nothing of anybody."""

from sqlalchemy import distinct, func, select

from service.store.database import Transaction
from service.store.inclusion.tables import intentions, observer_notes, session_power
from service.store.surveys.tables import survey_answers, surveys
from service.store.tables import forms, observations, sessions


def answered(db: Transaction, programme_id: int) -> int:
    """Return how many forms and surveys somebody answered."""
    of_forms = select(func.count(distinct(forms.c.id))).join(observations, observations.c.form_id == forms.c.id)
    of_surveys = select(func.count(distinct(surveys.c.id))).join(
        survey_answers, survey_answers.c.survey_id == surveys.c.id
    )
    own = (
        of_forms.where(forms.c.programme_id == programme_id),
        of_surveys.where(surveys.c.programme_id == programme_id),
    )
    return sum(db.scalar(query) or 0 for query in own)


def reflected(db: Transaction, programme_id: int) -> int:
    """Return of how many sessions somebody noted how inclusive they were, what to do differently, or who held power."""
    talked: set[tuple[str, int]] = set()
    for table in (observer_notes, intentions):
        own = select(forms.c.id, forms.c.file_id).join(table, table.c.form_id == forms.c.id)
        for row in db.execute(own.where(forms.c.programme_id == programme_id)):
            talked.add(("form", row.id) if row.file_id is None else ("session", row.file_id))
    power = select(session_power.c.file_id).join(sessions, sessions.c.file_id == session_power.c.file_id)
    talked |= {("session", row.file_id) for row in db.execute(power.where(sessions.c.programme_id == programme_id))}
    return len(talked)
