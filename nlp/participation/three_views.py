"""What the record, the answers of those present and the notes of observers say of one session, beside each other.

None of the three is the truth: the record counts who spoke, the answers tell how it felt, observers see what neither
has. Each is read with a rule that says little: what is mixed or too little says nothing (`View.NOTHING`). Observers
themselves say which way a note points; no machine reads it. Where two or three views say something, they agree or
differ, and that is all that is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from nlp.participation.feedback import A_QUARTER, MOSTLY, SEVERAL, ItemAnswers, Measured

FEWEST_NOTES = 2
"""Of observers that say which way they point: one remark is no picture."""


class Points(StrEnum):
    """Which way an observer says that a note points."""

    IN = "people had a part"
    OUT = "somebody was left out"
    NEITHER = "neither"


class View(StrEnum):
    """What one of the three says of a session."""

    IN = "everybody had a part"
    OUT = "somebody was left out"
    NOTHING = "nothing clear"


class Source(StrEnum):
    """Whose view it is."""

    RECORD = "record"
    ANSWERS = "answers"
    OBSERVERS = "observers"


@dataclass(frozen=True, slots=True)
class ThreeViews:
    """Three views of one session.

    Attributes:
        record: of who spoke: in where all who were there spoke and the floor was shared evenly, out where a few had
            most of it or somebody said nothing.
        answers: of those present: in where two thirds agree that they could say what they wanted and that everybody's
            view was heard, out where several disagree with one of the two.
        observers: of the notes that point somewhere: in or out where two thirds of at least two do.
    """

    record: View = View.NOTHING
    answers: View = View.NOTHING
    observers: View = View.NOTHING

    def saying(self, view: View) -> tuple[Source, ...]:
        """Return whose view this is."""
        own = {Source.RECORD: self.record, Source.ANSWERS: self.answers, Source.OBSERVERS: self.observers}
        return tuple(source for source, each in own.items() if each is view)

    @property
    def agree(self) -> View:
        """What at least two say and none contradicts; `NOTHING` where there is no such thing."""
        ins, outs = self.saying(View.IN), self.saying(View.OUT)
        if len(ins) > 1 and not outs:
            return View.IN
        return View.OUT if len(outs) > 1 and not ins else View.NOTHING

    @property
    def differ(self) -> bool:
        """Whether one says that everybody had a part, and another that somebody was left out."""
        return bool(self.saying(View.IN) and self.saying(View.OUT))


def three_views(measured: Measured | None, items: Sequence[ItemAnswers], notes: Sequence[Points]) -> ThreeViews:
    """Return what the three say of a session.

    Args:
        measured: what the record shows, None if there is none.
        items: how the statements were answered, as far as that may be shown.
        notes: which way each note of an observer points.
    """
    return ThreeViews(_of_record(measured), _of_answers(items), _of_observers(notes))


def _of_record(measured: Measured | None) -> View:
    if measured is None:
        return View.NOTHING
    if measured.is_uneven or measured.silent:
        return View.OUT
    return View.IN if measured.is_even else View.NOTHING


def _of_answers(items: Sequence[ItemAnswers]) -> View:
    told = [item for item in items if item.item in {"voice", "heard"} and item.answers]
    if any(item.disagree >= SEVERAL and item.disagree >= A_QUARTER * item.answers for item in told):
        return View.OUT
    return View.IN if len(told) > 1 and all(item.agree >= MOSTLY * item.answers for item in told) else View.NOTHING


def _of_observers(notes: Sequence[Points]) -> View:
    pointing = [note for note in notes if note is not Points.NEITHER]
    if len(pointing) < FEWEST_NOTES:
        return View.NOTHING
    if Fraction(pointing.count(Points.IN), len(pointing)) >= MOSTLY:
        return View.IN
    return View.OUT if Fraction(pointing.count(Points.OUT), len(pointing)) >= MOSTLY else View.NOTHING
