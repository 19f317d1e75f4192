"""Jobs as others see them."""

from dataclasses import dataclass

from nlp.messages import Message
from service.store.jobs.jobs import JobRow, State

TELLING_PART, TELLING_SECONDS = 0.1, 3.0
"""From how much on the time that is left can be told from the time that it took so far."""


@dataclass(frozen=True, slots=True)
class Job:
    """Something that is worked out for a programme.

    Attributes:
        id: its number.
        kind: "plan" (looks what is to be done), "readings", "drift", "rubrics", "participation", "over time" or
            "publication" (a file of a report that somebody published), or "assistant" (a language model is asked).
        subject: the review, or the slug of the session, that it is of; "" for all. Of a publication its reader, its
            language, its format, and what tells it from others.
        compared: attributes to compare, where somebody asked for others than usual.
        state: "waiting", "running", "done", "failed" or "cancelled".
        step: what is being done now.
        part: how much of it is done, 0 to 1.
        seconds_left: roughly, as far as it can be told from what is done.
        error: why it failed and what to do.
    """

    id: int
    kind: str
    subject: str
    compared: tuple[str, ...]
    state: State
    step: Message | None
    part: float
    seconds_left: int | None
    error: Message | None

    @classmethod
    def of(cls, row: JobRow) -> "Job":
        """Return the job of a row."""
        part = row.done / row.of if row.of else 0.0
        running = row.state is State.RUNNING
        told = running and part >= TELLING_PART and row.seconds >= TELLING_SECONDS
        return cls(
            id=row.id,
            kind=row.kind,
            subject=row.subject,
            compared=row.compared,
            state=row.state,
            step=row.step if running else None,
            part=1.0 if row.state is State.DONE else part,
            seconds_left=round(row.seconds * (1 - part) / part) if told else None,
            error=row.error,
        )

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state in (State.WAITING, State.RUNNING)
