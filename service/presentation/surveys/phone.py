"""A survey as people answer it: one page of questions in their language."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from service.presentation.i18n import Language
from service.presentation.surveys.wording import Words, option_words, why_of, words
from service.surveys.checked import options_of
from service.surveys.types import Answer, Content, Question, QuestionKind


@dataclass(frozen=True)
class Choice:
    """Something that can be answered."""

    value: str
    words: Words
    chosen: bool


@dataclass(frozen=True)
class Asked:
    """A question.

    Attributes:
        id: its name in what is sent.
        number: from 1.
        words: what is asked.
        several: whether more than one can be chosen.
        choices: what can be answered; none where people write.
        text: what was written so far.
    """

    id: str
    number: int
    words: Words
    several: bool
    choices: tuple[Choice, ...]
    text: str = ""


@dataclass(frozen=True)
class PhoneView:
    """A survey: its title, why it is asked, and its questions; `teams` with their names, where people tell theirs."""

    title: Words
    why: Words
    questions: tuple[Asked, ...]
    teams: tuple[str, ...]


def phone_view(
    content: Content,
    teams: Sequence[str],
    levels: Collection[str],
    fewest: int,
    language: Language,
    given: Answer | None = None,
) -> PhoneView:
    """Turn a survey into what a phone shows.

    Args:
        content: what it asks.
        teams: of the programme.
        levels: of the programme.
        fewest: people of whom something is shown.
        language: of the reader.
        given: what was sent and could not be kept.
    """
    values = given.values if given else {}
    return PhoneView(
        words(content.title, language),
        why_of(content, fewest, language),
        tuple(_asked(each, at, levels, values, language) for at, each in enumerate(content.questions, start=1)),
        tuple(teams) if content.asks_team else (),
    )


def _asked(
    question: Question,
    number: int,
    levels: Collection[str],
    values: Mapping[str, Sequence[str]],
    language: Language,
) -> Asked:
    own = values.get(question.id, ())
    choices = tuple(
        Choice(each.value, option_words(question, each, language), each.value in own)
        for each in options_of(question, levels)
    )
    is_text = question.kind is QuestionKind.TEXT
    several = question.kind is QuestionKind.SEVERAL
    text = own[0] if is_text and own else ""
    return Asked(question.id, number, words(question.text, language), several, () if is_text else choices, text)
