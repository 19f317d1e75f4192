"""What the form of a draft says, and what its buttons do with the questions."""

from collections.abc import Mapping
from dataclasses import replace

from service.presentation.i18n import NAMES
from service.surveys.checked import CHOSEN
from service.surveys.types import MOST_QUESTIONS, Content, Question, QuestionKind, Texts

Sent = Mapping[str, str]


def content_in(sent: Sent) -> Content:
    """Return what a form asks; a place of a question without a kind is none."""
    return Content(
        _texts(sent, "title"),
        tuple(_question(sent, at) for at in range(MOST_QUESTIONS + 1) if sent.get(f"{at}.kind") in list(QuestionKind)),
        _texts(sent, "why"),
        sent.get("review", ""),
        "asks_team" in sent,
    )


def _question(sent: Sent, at: int) -> Question:
    kind = QuestionKind(sent[f"{at}.kind"])
    options = _options(sent, at) if kind in CHOSEN else ()
    given = sent.get(f"{at}.id", "") or str(at + 1)
    return Question(given[:40], kind, _texts(sent, f"{at}.text"), options, sent.get(f"{at}.element", ""))


def _texts(sent: Sent, name: str) -> Texts:
    return {code: text for code in NAMES if (text := sent.get(f"{name}.{code}", "").strip())}


def _options(sent: Sent, at: int) -> tuple[Texts, ...]:
    """Return the options, a line each: the third line is the third option in every language."""
    lines = {code: sent.get(f"{at}.options.{code}", "").splitlines() for code in NAMES}
    longest = max(map(len, lines.values()))
    options = (
        {code: own[place].strip() for code, own in lines.items() if place < len(own) and own[place].strip()}
        for place in range(longest)
    )
    return tuple(each for each in options if each)


def done(content: Content, do: str, kind: str) -> Content:
    """Return a draft after one of its buttons: a question added, moved up or down, or removed.

    Args:
        content: as it was sent.
        do: "add", or "up", "down" or "remove" with a dot and the place of a question; anything else changes nothing.
        kind: of a question that is added.
    """
    questions = list(content.questions)
    what, _, place = do.partition(".")
    at = int(place) if place.isdecimal() and len(place) < 3 else -1
    if what == "add" and kind in list(QuestionKind):
        questions.append(Question(_new_id(content), QuestionKind(kind)))
    elif 0 <= at < len(questions):
        moved = questions.pop(at)
        if what != "remove":
            questions.insert(max(0, at + {"up": -1, "down": 1}.get(what, 0)), moved)
    return replace(content, questions=tuple(questions))


def _new_id(content: Content) -> str:
    taken = {each.id for each in content.questions}
    return next(str(number) for number in range(1, len(taken) + 2) if str(number) not in taken)
