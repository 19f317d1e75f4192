"""How inclusive a session was, as observers noted it and as the group wants to do it next time."""

from dataclasses import dataclass

from nlp.participation.feedback import Measured, ObserversView
from nlp.participation.three_views import Points, ThreeViews
from service.annotations.feedback_forms import Form

LONGEST_NOTE = 2_000
LONGEST_LINE = 300
LONGEST_NAME = 100
LONGEST_TIME = 40


@dataclass(frozen=True, slots=True)
class ObserverNote:
    """What an observer noted.

    Attributes:
        number: its name in addresses.
        text: in any language.
        observer: who noted it, "" where nobody is to be named.
        time: of the session, as the observer writes it; "" where that does not matter.
        points: which way it points, as the observer says.
        taken: whether it is among the notes of the programme as well.
    """

    number: int
    text: str
    observer: str = ""
    time: str = ""
    points: Points = Points.NEITHER
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Intention:
    """One line of what the group wants to do differently; `number` is its name in addresses."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Reflection:
    """All that there is for talking about how inclusive a session was.

    Attributes:
        form: for those present; it tells the session.
        notes: of observers, oldest first.
        intentions: what the group wants to do differently, oldest first.
        answers: of those present, as far as they may be shown.
        measured: what the record shows, None while it is not there.
        views: what the three say, and whether they agree.
    """

    form: Form
    notes: tuple[ObserverNote, ...]
    intentions: tuple[Intention, ...]
    answers: ObserversView
    measured: Measured | None
    views: ThreeViews
