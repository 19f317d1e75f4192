"""Questions as a page lists them: those to be looked at, those chosen for the report, those discarded."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from service.annotations.question_choices import in_force
from service.presentation.i18n import NAMES, Language, language_of
from service.presentation.masking.masking import People
from service.presentation.readings.questions import RoomQuestion, key_of
from service.store.questions.choices import QuestionChoice


@dataclass(frozen=True)
class DecidedQuestion:
    """A question with which something was done.

    Attributes:
        choice: what was done last; its text is what is asked now, but where it was reworded.
        text: what the reader sees.
        code: its language.
        others: code, name and words of the other languages of the interface, "" where there are none.
    """

    choice: QuestionChoice
    text: str
    code: str
    others: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class QuestionList:
    """The questions of one page.

    Attributes:
        place: of the page, below the programme's address.
        open: neither chosen nor discarded.
        chosen: those of this page that go into the report; on the programme's page all of them.
        discarded: of this page, to be taken back.
        languages: code and name of those in which a question can be asked beside its own.
        hides_names: whether names are hidden: then nothing can be changed here, because it would be shown.
    """

    place: str
    open: tuple[RoomQuestion, ...]
    chosen: tuple[DecidedQuestion, ...]
    discarded: tuple[DecidedQuestion, ...]
    languages: tuple[tuple[str, str, str], ...] = ()
    hides_names: bool = False

    @property
    def element(self) -> str:
        """The slug of the element whose page it is, "" for other pages."""
        kind, _, slug = self.place.partition("/")
        return slug if kind == "elements" else ""


def question_list(
    asked: Iterable[RoomQuestion],
    said: tuple[QuestionChoice, ...],
    language: Language,
    place: str = "",
    people: People | None = None,
) -> QuestionList:
    """Part the questions of a page by what was done with them.

    Args:
        asked: of the page.
        said: everything that was done with questions of the programme.
        language: of the reader.
        place: of the page, below the programme's address; "" is the programme's own.
        people: whose names are hidden, None where they are shown.
    """
    asked = tuple(asked)
    keys = {each.key for each in asked}
    decided = [_masked(each, people) for each in spoken(in_force(said).values(), asked, language)]
    return QuestionList(
        place=place,
        open=undecided(asked, said),
        chosen=tuple(each for each in decided if each.choice.state == "chosen" and _is_here(each.choice, keys, place)),
        discarded=tuple(
            each
            for each in decided
            if each.choice.state == "discarded"
            and (each.choice.key in keys or (each.choice.own and each.choice.place == place))
        ),
        languages=_others({}, language),
        hides_names=people is not None,
    )


def undecided(asked: Iterable[RoomQuestion], said: tuple[QuestionChoice, ...]) -> tuple[RoomQuestion, ...]:
    """Return the questions with which nothing was done."""
    done = in_force(said)
    return tuple(each for each in asked if each.key not in done)


def chosen(
    said: tuple[QuestionChoice, ...], asked: Iterable[RoomQuestion], language: Language
) -> tuple[DecidedQuestion, ...]:
    """Return the questions that go into the report, in their order."""
    return tuple(each for each in spoken(in_force(said).values(), asked, language) if each.choice.state == "chosen")


def spoken(
    done: Iterable[QuestionChoice], asked: Iterable[RoomQuestion], language: Language
) -> tuple[DecidedQuestion, ...]:
    """Return choices in the words in which their questions are asked now, but those that were reworded."""
    now = {each.key: each.text for each in asked}
    return tuple(_decided(each, None if each.reworded else now.get(each.key), language) for each in done)


def of_session(asked: Sequence[RoomQuestion], session: str) -> tuple[RoomQuestion, ...]:
    """Return questions of one session: the same count in another one is another finding."""
    return tuple(replace(each, key=key_of(session, each.key)) for each in asked)


def _is_here(choice: QuestionChoice, keys: set[str], place: str) -> bool:
    return not place or choice.place == place or choice.key in keys


def _decided(choice: QuestionChoice, now: str | None, language: Language) -> DecidedQuestion:
    in_language = choice.texts.get(language.code, now)
    text = in_language or choice.text
    code = language.code if in_language else language_of(text)
    return DecidedQuestion(replace(choice, text=now or choice.text), text, code, _others(choice.texts, language))


def _masked(decided: DecidedQuestion, people: People | None) -> DecidedQuestion:
    return replace(decided, text=people.mask(decided.text)) if people else decided


def _others(texts: Mapping[str, str], language: Language) -> tuple[tuple[str, str, str], ...]:
    return tuple((code, language.language_name(code), texts.get(code, "")) for code in NAMES)
