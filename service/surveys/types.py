"""What a survey is, what is answered in it, and what of that may be seen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from nlp.surveys.counts import Counts

Texts = Mapping[str, str]
"""Language (BCP 47) -> words in it."""

Values = Mapping[str, tuple[str, ...]]
"""Id of a question -> what somebody answers: places of options from 0, points 1 to 5, a level, or their own words."""

MOST_QUESTIONS = 12
MOST_OPTIONS = 12
LONGEST_QUESTION = 300
LONGEST_OPTION = 120
LONGEST_WHY = 500
LONGEST_ANSWER = 1_000
POINTS = ("1", "2", "3", "4", "5")
"""Of agreement, from strong disagreement on."""


class QuestionKind(StrEnum):
    """How a question is answered."""

    AGREEMENT = "agreement"
    ONE = "one"
    SEVERAL = "several"
    LEVEL = "level"
    TEXT = "text"


class SurveyState(StrEnum):
    """Where a survey is: it is closed for good once its answers were shown."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class Ready(StrEnum):
    """Surveys to start from."""

    BEFORE_REVIEW = "before a review"
    AFTER_SESSION = "after a session"
    PARTNERSHIP = "partnership"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Question:
    """A question.

    Attributes:
        id: its name in answers.
        kind: how it is answered.
        text: what is asked, in some languages.
        options: to choose from, each in some languages; of `ONE` and `SEVERAL` only.
        element: of the rubric that it is about, "" for none.
    """

    id: str
    kind: QuestionKind
    text: Texts = field(default_factory=dict)
    options: tuple[Texts, ...] = ()
    element: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What a survey asks.

    Attributes:
        title: in some languages.
        questions: in their order.
        why: why it is asked, who sees the answers and what comes of them; without words the usual sentence.
        review: that the answers belong to, "" for none.
        asks_team: whether people are asked for their team.
    """

    title: Texts = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    why: Texts = field(default_factory=dict)
    review: str = ""
    asks_team: bool = False


@dataclass(frozen=True, slots=True)
class Survey:
    """A survey as its facilitator sees it.

    Attributes:
        code: its name in addresses.
        content: what it asks.
        state: whether it takes answers.
        received: how many people have answered.
        notes, ratings: ids of the files that were made of the answers, None where there is none.
        outcome: what came of it, "" while nobody has said.
    """

    code: str
    content: Content
    state: SurveyState
    received: int
    notes: int | None = None
    ratings: int | None = None
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one person answers: their team, "" where they told none, and their values."""

    team: str
    values: Values


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be answered: as it is stored, and its words; without words it is a point or a level."""

    value: str
    text: Texts


@dataclass(frozen=True, slots=True)
class TeamCounts:
    """How the people of one team answered a question."""

    team: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """How a question was answered, as far as it may be seen.

    Attributes:
        question: it.
        options: what could be answered; none of a question that is answered in people's own words.
        counts: how often each option was chosen, by all; nothing where too few people answered, though how many they
            are is said. Of own words how many people wrote some.
        teams: the same by team, of those that may be told.
        quotes: own words, in alphabetical order, nobody named.
    """

    question: Question
    options: tuple[Option, ...]
    counts: Counts
    teams: tuple[TeamCounts, ...] = ()
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SurveyResults:
    """The answers to a survey.

    Attributes:
        people: who answered; 0 while they are too few, or the survey is not closed.
        questions: in their order; none while nothing may be seen.
        untold: how many teams are not told because too few of their people answered.
    """

    people: int
    questions: tuple[QuestionResult, ...] = ()
    untold: int = 0


def said_in(texts: Texts, language: str = "en") -> tuple[str, str]:
    """Return words and their language: that one if they are written in it, else English, else the first."""
    code = next((each for each in (language, "en", *texts) if each in texts), language)
    return texts.get(code, ""), code
