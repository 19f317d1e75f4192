"""What a survey may ask: kept as it is while it is a draft, whole before anybody answers."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from nlp.errors import InputError
from nlp.messages import Message
from service.names.titles import LONGEST_TITLE
from service.presentation.masking.contacts import without_contacts
from service.programmes.snapshot import LONGEST_NAME, Snapshot
from service.surveys.types import (
    LONGEST_ANSWER,
    LONGEST_OPTION,
    LONGEST_QUESTION,
    LONGEST_WHY,
    MOST_OPTIONS,
    MOST_QUESTIONS,
    POINTS,
    Answer,
    Content,
    Option,
    Question,
    QuestionKind,
    Texts,
    Values,
)

LANGUAGES = ("en", "bn", "ne")
CHOSEN = frozenset({QuestionKind.ONE, QuestionKind.SEVERAL})


def checked(content: Content, at: Snapshot) -> Content:
    """Return what a draft asks, without needless spaces and with the names of the programme as it spells them.

    Raises:
        InputError: there are too many questions or options, something is too long, or two questions have one id.
    """
    if len(content.questions) > MOST_QUESTIONS:
        problem = Message("a survey has at most {most} questions", {"most": MOST_QUESTIONS})
        raise InputError("", problem, Message("Take some away: people answer a short one"))
    if len({each.id for each in content.questions}) < len(content.questions):
        raise InputError("", Message("two questions have one id"), Message("Give each its own"))
    return Content(
        _short(content.title, LONGEST_TITLE),
        tuple(_question(each, at) for each in content.questions),
        _short(content.why, LONGEST_WHY),
        _clipped(" ".join(content.review.split()), LONGEST_NAME),
        content.asks_team,
    )


def _question(question: Question, at: Snapshot) -> Question:
    options = [_short(each, LONGEST_OPTION) for each in question.options] if question.kind in CHOSEN else []
    if len(options) > MOST_OPTIONS:
        problem = Message("a question has at most {most} answers to choose from", {"most": MOST_OPTIONS})
        raise InputError("", problem, Message("Take some away"))
    return replace(
        question,
        text=_short(question.text, LONGEST_QUESTION),
        options=tuple(each for each in options if each),
        element=at.spelling.element(_clipped(" ".join(question.element.split()), LONGEST_NAME)),
    )


def _short(texts: Texts, longest: int) -> Texts:
    tidy = {code: " ".join(text.split()) for code, text in texts.items() if code in LANGUAGES}
    return {code: _clipped(text, longest) for code, text in tidy.items() if text}


def _clipped(text: str, longest: int) -> str:
    if len(text) > longest:
        raise InputError(
            "", Message("the text is longer than {most} letters", {"most": longest}), Message("Shorten it")
        )
    return text


def check_whole(content: Content, at: Snapshot) -> None:
    """Refuse to open what nobody could answer.

    Raises:
        InputError: it has no title or no question, or a question lacks its words, its answers, its element or levels.
    """
    if not content.title:
        raise InputError("", Message("the survey has no title"), Message("Give it one"))
    if not content.questions:
        raise InputError("", Message("the survey asks nothing yet"), Message("Add a question"))
    for number, each in enumerate(content.questions, start=1):
        for problem, remedy in _lacks(each, at):
            raise InputError("", Message("question {number} {lacks}", {"number": number, "lacks": problem}), remedy)


def _lacks(question: Question, at: Snapshot) -> Iterator[tuple[Message, Message]]:
    if not question.text:
        yield Message("has no words"), Message("Write them in one language at least")
    if question.kind in CHOSEN and len(question.options) < 2:
        yield Message("has no answers to choose from"), Message("Write two at least, one a line")
    if question.kind is QuestionKind.LEVEL and not question.element:
        yield Message("is about no element"), Message("Choose the element whose level it asks for")
    if question.kind is QuestionKind.LEVEL and len(at.outline.levels) < 2:
        yield Message("asks for a level, and this programme has none"), Message("Add a rubric first")


def missing(content: Content) -> Mapping[str, tuple[int, int]]:
    """Return language -> how many of how many wordings are not written in it, for those in which some are."""
    options = [option for each in content.questions for option in each.options]
    texts = [content.title, *(each.text for each in content.questions), *options]
    texts += [content.why] if content.why else []
    lacking = {code: sum(code not in each for each in texts) for code in LANGUAGES}
    return {code: (count, len(texts)) for code, count in lacking.items() if count > 0}


def options_of(question: Question, levels: Collection[str]) -> tuple[Option, ...]:
    """Return what can be answered, in its order: points, options by their places, or levels; none for own words."""
    match question.kind:
        case QuestionKind.AGREEMENT:
            return tuple(Option(point, {}) for point in POINTS)
        case QuestionKind.LEVEL:
            return tuple(Option(level, {}) for level in levels)
        case _:
            return tuple(Option(str(place), text) for place, text in enumerate(question.options))


def given_in(sent: Answer, content: Content, at: Snapshot) -> Answer:
    """Return what somebody answers: what can be answered of what was sent, own words without what reaches somebody.

    Raises:
        InputError: nothing is answered, or a text is too long.
    """
    values = {each.id: own for each in content.questions if (own := _values(each, sent.values, at))}
    if not values:
        raise InputError("", Message("nothing is answered"), Message("Answer at least one question"))
    teams = at.outline.teams if content.asks_team else ()
    return Answer(next((team for team in teams if team == sent.team), ""), values)


def _values(question: Question, sent: Values, at: Snapshot) -> tuple[str, ...]:
    given = sent.get(question.id, ())
    if question.kind is QuestionKind.TEXT:
        text = _lines(without_contacts(given[0])) if given else ""
        if len(text) > LONGEST_ANSWER:
            problem = Message("the text is longer than {most} letters", {"most": LONGEST_ANSWER})
            raise InputError("", problem, Message("Shorten it"), question.id)
        return (text,) if any(map(str.isalnum, text)) else ()
    known = tuple(each.value for each in options_of(question, at.outline.levels) if each.value in given)
    return known if question.kind is QuestionKind.SEVERAL else known[:1]


def _lines(text: str) -> str:
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))
