"""What people answered and asked, as tables: feedback from the threshold on, and questions for the room."""

from collections.abc import Iterator, Sequence

from nlp.frames.columns import SESSION
from nlp.frames.table import Column, Kind, Row, Table
from nlp.messages import msgid
from nlp.participation.feedback import POINTS, ObserversView
from service.annotations.feedback_forms import FeedbackForms
from service.annotations.question_choices import in_force
from service.programmes.snapshot import Snapshot
from service.store.questions.choices import QuestionChoice

FORM = Column("form", Kind.TEXT, msgid("The session as the form calls it."))

FEEDBACK = Table(
    "feedback",
    "feedback",
    msgid("One row a statement of the feedback form and an answer to it, where enough people answered."),
    (
        SESSION,
        FORM,
        Column("item", Kind.TEXT, msgid("The statement: voice, language, or heard.")),
        Column("answer", Kind.WHOLE, msgid("From 1, not at all, to 5, completely.")),
        Column("answers", Kind.WHOLE, msgid("How many people gave this answer.")),
    ),
)
MISSING = Table(
    "voices_missing",
    "voice_missing",
    msgid("One row a line that somebody wrote to “Whose voice was missing?”, in alphabetical order."),
    (SESSION, FORM, Column("line_written", Kind.TEXT, msgid("The line."))),
)
QUESTIONS = Table(
    "questions",
    "question",
    msgid("One row a question for the room that was chosen or discarded."),
    (
        Column("state", Kind.TEXT, msgid("chosen or discarded.")),
        Column("question", Kind.TEXT, msgid("Its words.")),
        Column("asked_by", Kind.TEXT, msgid("Who asks it: person or machine.")),
    ),
)


def answers_tables(at: Snapshot, forms: FeedbackForms) -> list[Table]:
    """Return the answers to the feedback forms of a programme, as far as they may be shown."""
    slugs = {row.file_id: row.slug for row in at.session_rows}
    shown = [(slugs.get(row.file_id or 0, ""), row.title, forms.results(at.slug, row.code)) for row in at.forms]
    return [
        FEEDBACK.with_rows(row for session, title, view in shown for row in _counts(session, title, view)),
        MISSING.with_rows((session, title, line) for session, title, view in shown for line in view.missing),
    ]


def question_table(said: Sequence[QuestionChoice]) -> Table:
    """Return what was done with questions for the room."""
    done = in_force(tuple(said)).values()
    return QUESTIONS.with_rows((each.state, each.text, "person" if each.own else "machine") for each in done)


def _counts(session: str, title: str, view: ObserversView) -> Iterator[Row]:
    for item in view.items:
        if item.answers:
            for point, count in zip(POINTS, item.counts, strict=True):
                yield (session, title, item.item, point, count)
