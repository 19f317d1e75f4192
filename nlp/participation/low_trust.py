"""Signs that trust is low, so that a pause may help more than another round with the rubric: evidence, never a verdict.

The rule is ours and deliberately coarse. It follows the learning brief on partnership of the CLARISSA programme: do not
evaluate with the rubric where relationships are weak or tensions have arisen, and meet in another form instead, such
as a World Café. Whoever knows the people decides; each sign says what it counts, so that it can be doubted.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from nlp.documents.tables.level_names import grade_of
from nlp.documents.types import Rating
from nlp.messages import Message, Value, msgid
from nlp.names import name_key
from nlp.participation.feedback import SEVERAL, ItemAnswers

MOST = Fraction(1, 2)
MANY = Fraction(1, 3)
FEWEST_TEAMS = 2
FEWEST_COMPARED = 4
LOW_GRADE = 2
"""Of `grade_of`: "needs help", "weak", "low" and what is below."""

TRUST = ("trust", "confian", "আস্থা", "বিশ্বাস", "विश्वास", "भरोसा", "bishwas", "biswas", "bharosa")
"""Parts of names of elements that speak of trust."""

RATED_LOW = msgid("In {review}, {count} of {of} who rated “{element}” put it at the lowest level.")
FELL = msgid("{count} of {of} ratings that can be compared are lower in {review} than in {before}.")
NOT_SAID = msgid(
    "{count} of {of} who filled in the form for “{session}” answer that they could not say what they wanted."
)


class SignKind(StrEnum):
    """What a sign rests on."""

    RATED_LOW = "rated low"
    FELL = "fell"
    NOT_SAID = "not said"


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that may come from low trust, and from much else.

    Attributes:
        kind: what it rests on.
        count: how many ratings or answers speak for it.
        of: how many there are.
        said: both in a sentence.
    """

    kind: SignKind
    count: int
    of: int
    said: Message


@dataclass(frozen=True, slots=True)
class Voiced:
    """How those present at a session answered "I could say what I wanted to say"."""

    session: str
    voice: ItemAnswers


def is_about_trust(names: Collection[str]) -> bool:
    """Whether an element speaks of trust, by what it is called in any language."""
    return any(part in name_key(name) for name in names for part in map(name_key, TRUST))


def signs_of_low_trust(
    ratings: Sequence[Rating],
    reviews: Sequence[str],
    levels: Sequence[str],
    elements: Collection[str],
    voiced: Voiced | None = None,
    threshold: int = 3,
) -> tuple[Sign, ...]:
    """Return what speaks for low trust, () if nothing does.

    Three things do. More than half of those who rated an element about trust in the last review that rated it put it at
    the lowest level. More than half of at least four ratings that were given in both of the last two reviews, of
    whatever element, are lower now. At least two, and a third, of at least `threshold` who filled in the form of a
    session could not say what they wanted.

    A team's own rating stands for the team; where it gave none its people count, each once. It takes two teams, or
    `threshold` people. Levels that cannot be told high or low count as not lowest, and compare with nothing.

    Args:
        ratings: names spelled alike.
        reviews: oldest first; ratings of others are left out.
        levels: from the best to the worst.
        elements: those about trust.
        voiced: what the newest form says, None without one.
        threshold: fewest people of whom anything may be said.
    """
    by_review = {review: _raters(ratings, review) for review in reviews}
    rated = [review for review in reviews if by_review[review]]
    low = [sign for each in elements if (sign := _rated_low(each, rated, by_review, levels, threshold))]
    fell = _fell(rated[-2], rated[-1], by_review, levels, threshold) if len(rated) > 1 else None
    not_said = _not_said(voiced, threshold) if voiced else None
    return (*low, *(sign for sign in (fell, not_said) if sign))


Rater = tuple[str, str, str]
"""Element, team, participant."""


def _raters(ratings: Sequence[Rating], review: str) -> Mapping[Rater, str]:
    """Return who gave which level, people of a team that rated together left out."""
    own = [each for each in ratings if each.review == review]
    together = {(each.element, each.team) for each in own if not each.participant}
    return {
        (each.element, each.team, each.participant): each.level
        for each in own
        if not each.participant or (each.element, each.team) not in together
    }


def _rated_low(
    element: str,
    rated: Sequence[str],
    by_review: Mapping[str, Mapping[Rater, str]],
    levels: Sequence[str],
    threshold: int,
) -> Sign | None:
    for review in reversed(rated):
        given = {rater: level for rater, level in by_review[review].items() if rater[0] == element}
        if not given:
            continue
        low = sum(_is_lowest(level, levels) for level in given.values())
        if not _are_enough(given, threshold) or low <= MOST * len(given):
            return None
        values: dict[str, Value] = {"review": review, "count": low, "of": len(given), "element": element}
        return Sign(SignKind.RATED_LOW, low, len(given), Message(RATED_LOW, values))
    return None


def _fell(
    before: str, review: str, by_review: Mapping[str, Mapping[Rater, str]], levels: Sequence[str], threshold: int
) -> Sign | None:
    then = by_review[before]
    both = {rater: (then[rater], level) for rater, level in by_review[review].items() if rater in then}
    steps = {rater: step for rater, pair in both.items() if (step := _step(*pair, levels)) is not None}
    fell = sum(step < 0 for step in steps.values())
    if len(steps) < FEWEST_COMPARED or not _are_enough(steps, threshold) or fell <= MOST * len(steps):
        return None
    values: dict[str, Value] = {"review": review, "before": before, "count": fell, "of": len(steps)}
    return Sign(SignKind.FELL, fell, len(steps), Message(FELL, values))


def _not_said(voiced: Voiced, threshold: int) -> Sign | None:
    count, answers = voiced.voice.disagree, voiced.voice.answers
    if answers < threshold or count < SEVERAL or count < MANY * answers:
        return None
    values: dict[str, Value] = {"session": voiced.session, "count": count, "of": answers}
    return Sign(SignKind.NOT_SAID, count, answers, Message(NOT_SAID, values))


def _are_enough(raters: Collection[Rater], threshold: int) -> bool:
    teams = {team for _, team, participant in raters if not participant}
    people = {(team, participant) for _, team, participant in raters if participant}
    return len(people) >= threshold if people else len(teams) >= FEWEST_TEAMS


def _is_lowest(level: str, levels: Sequence[str]) -> bool:
    grade = grade_of(level)
    return grade <= LOW_GRADE if grade is not None else len(levels) > 1 and level == levels[-1]


def _step(before: str, after: str, levels: Sequence[str]) -> int | None:
    """Return how far up a level is from another one, below 0 where it is lower; None where that is not known."""
    grades = grade_of(before), grade_of(after)
    if grades[0] is not None and grades[1] is not None:
        return grades[1] - grades[0]
    if before in levels and after in levels:
        return levels.index(before) - levels.index(after)
    return None
