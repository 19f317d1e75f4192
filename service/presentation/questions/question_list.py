"""Questions as a page lists them: those to be looked at, those chosen for the report, those discarded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from service.annotations.question_choices import in_force
from service.presentation.readings.questions import RoomQuestion, key_of
from service.store.questions.choices import QuestionChoice


@dataclass(frozen=True)
class QuestionList:
    """The questions of one page.

    Attributes:
        place: of the page, below the programme's address.
        open: neither chosen nor discarded.
        chosen: those of this page that go into the report; on the programme's page all of them.
        discarded: of this page, to be taken back.
    """

    place: str
    open: tuple[RoomQuestion, ...]
    chosen: tuple[QuestionChoice, ...]
    discarded: tuple[QuestionChoice, ...]


def question_list(asked: Iterable[RoomQuestion], said: tuple[QuestionChoice, ...], place: str = "") -> QuestionList:
    """Part the questions of a page by what was done with them.

    Args:
        asked: of the page.
        said: everything that was done with questions of the programme.
        place: of the page, below the programme's address; "" is the programme's own.
    """
    done, asked = in_force(said), tuple(asked)
    keys = {each.key for each in asked}
    here = [each for each in spoken(done.values(), asked) if each.key in keys or each.place == place or not place]
    return QuestionList(
        place=place,
        open=tuple(each for each in asked if each.key not in done),
        chosen=tuple(each for each in here if each.state == "chosen"),
        discarded=tuple(each for each in here if each.state == "discarded" and each.key in keys),
    )


def undecided(asked: Iterable[RoomQuestion], said: tuple[QuestionChoice, ...]) -> tuple[RoomQuestion, ...]:
    """Return the questions with which nothing was done."""
    done = in_force(said)
    return tuple(each for each in asked if each.key not in done)


def chosen(said: tuple[QuestionChoice, ...], asked: Iterable[RoomQuestion]) -> tuple[QuestionChoice, ...]:
    """Return the questions that go into the report, in the order in which they were chosen."""
    return tuple(each for each in spoken(in_force(said).values(), asked) if each.state == "chosen")


def spoken(done: Iterable[QuestionChoice], asked: Iterable[RoomQuestion]) -> list[QuestionChoice]:
    """Return choices in the words in which their questions are asked now, but those that were reworded."""
    now = {each.key: each.text for each in asked}
    return [each if each.reworded else replace(each, text=now.get(each.key, each.text)) for each in done]


def of_session(asked: Sequence[RoomQuestion], session: str) -> tuple[RoomQuestion, ...]:
    """Return questions of one session: the same count in another one is another finding."""
    return tuple(replace(each, key=key_of(session, each.key)) for each in asked)
