"""How many names of each kind a programme may have, and how long they may be: more fits on no page."""

from collections.abc import Sequence

from nlp.errors import InputError
from nlp.messages import Message, msgid
from service.types import Outline

MOST_TEAMS, MOST_ELEMENTS, MOST_LEVELS, MOST_REVIEWS = 10_000, 300, 100, 300
LONGEST = 2_000
"""Letters; some questions of forms, which name elements, have more than a thousand."""
_SHOWN = 40

_KINDS = (
    (MOST_TEAMS, msgid("{n} teams are more than can be compared: there may be {most}")),
    (MOST_ELEMENTS, msgid("{n} elements are more than pages can show: there may be {most}")),
    (MOST_LEVELS, msgid("{n} levels are more than a rubric can have: there may be {most}")),
    (MOST_REVIEWS, msgid("{n} reviews are more than pages can show: there may be {most}")),
)


def check_names(file: str, outline: Outline, before: Outline = Outline()) -> None:  # noqa: B008
    """Refuse an outline with too many names, or with one that is too long.

    Args:
        file: that brings them; "" of a programme.
        outline: the names.
        before: those that the programme has anyway; where it has too many already, no further ones may come.

    Raises:
        InputError: there are more of a kind than there may be, or one is longer than `LONGEST`.
    """
    change = Message("Say in the preview what each column or heading is, or leave out the one that holds no such names")
    for (most, problem), now, had in zip(_KINDS, _names(outline), _names(before), strict=True):
        if len(now) > max(most, len(had)):
            raise InputError(file, Message(problem, {"n": len(now), "most": most}), change)
        if long := next((name for name in now if len(name) > LONGEST), ""):
            problem = msgid("“{name} …” is no name: it has {n} letters, and a name may have {most}")
            raise InputError(file, Message(problem, {"name": long[:_SHOWN], "n": len(long), "most": LONGEST}), change)


def _names(outline: Outline) -> tuple[Sequence[str], ...]:
    reviews = tuple(each.name for each in outline.reviews)
    return outline.teams, outline.elements, outline.levels, reviews
