"""What was done on a wall, in words: for those who hear the page, and for those whose change comes too late."""

from collections.abc import Sequence

from nlp.messages import Message, msgid
from service.sortings.play import after, play
from service.sortings.types import (
    ASIDE,
    Accept,
    Agreed,
    Arrange,
    Begin,
    Empty,
    Join,
    Laid,
    Make,
    Name,
    Place,
    Refuse,
    Step,
)

PILE = msgid("pile {number}")
BEGUN = Message("The wall was begun.")
LAID_ANEW = Message("The whole wall was laid anew.")
MADE = msgid("There is a new pile: “{pile}”.")
MADE_SEVERAL = msgid("There are new piles: {piles}.")
NAMED = msgid("A pile is called “{pile}” now.")
JOINED = msgid("“{pile}” is part of “{into}” now.")
EMPTIED = msgid("The cards of “{pile}” are not sorted any more.")
GONE = msgid("“{pile}” is gone.")
ONE_PLACED = msgid("One card is in “{pile}” now.")
SEVERAL_PLACED = msgid("{count} cards are in “{pile}” now.")
ONE_ASIDE = Message("One card fits no pile.")
SEVERAL_ASIDE = msgid("{count} cards fit no pile.")
ONE_BACK = Message("One card is not sorted any more.")
SEVERAL_BACK = msgid("{count} cards are not sorted any more.")
ACCEPTED = msgid("What the machine put in “{pile}” stays there.")
REFUSED = msgid("What the machine put in “{pile}” is taken out again.")
ONE_AGREED = Message("The room placed one card.")
SEVERAL_AGREED = msgid("The room placed {count} cards.")
TAKEN_BACK = msgid("Taken back: {step}")
DONE_AGAIN = msgid("Done again: {step}")
SOMETHING_TAKEN_BACK = Message("A step was taken back.")


def in_words(step: Step, before: Laid, language: str = "") -> Message:
    """Return what a step does, as a sentence.

    Args:
        step: the step.
        before: the wall as it was.
        language: in which piles are called as its readers see them.
    """
    match step:
        case Begin() | Arrange():
            return BEGUN if isinstance(step, Begin) else LAID_ANEW
        case Agreed():
            return _counted(len(step.placed), ONE_AGREED, SEVERAL_AGREED)
        case Make() | Name() | Join() | Empty():
            return _of_piles(step, before, language)
        case Place(to=None):
            return _counted(len(step.cards), ONE_BACK, SEVERAL_BACK)
        case Place(to=to) if to == ASIDE:
            return _counted(len(step.cards), ONE_ASIDE, SEVERAL_ASIDE)
        case Place(to=to):
            pile = called(before, str(to), language)
            return _counted(len(step.cards), Message(ONE_PLACED, {"pile": pile}), SEVERAL_PLACED, pile)
        case Accept(pile=pile) | Refuse(pile=pile):
            template = ACCEPTED if isinstance(step, Accept) else REFUSED
            return Message(template, {"pile": called(before, pile, language)})


def since(steps: Sequence[Step], revisions: Sequence[int], position: int, seen: int, language: str = "") -> Message:
    """Return what was done last after some revision, as a sentence."""
    new = [number for number in range(position) if revisions[number] > seen]
    if not new:
        return SOMETHING_TAKEN_BACK
    return last_in_words(steps, new[-1] + 1, language)


def last_in_words(steps: Sequence[Step], position: int, language: str = "") -> Message:
    """Return what the last of the first steps does, as a sentence."""
    return in_words(steps[position - 1], play(steps[: position - 1]), language)


def called(laid: Laid, pile_id: str, language: str = "") -> Message | str:
    """Return what a pile is called: its name for readers of a language, else its number."""
    for number, pile in enumerate(laid.piles, start=1):
        if pile.id == pile_id:
            return pile.called(language) or Message(PILE, {"number": number})
    return "…"


def _of_piles(step: Make | Name | Join | Empty, before: Laid, language: str) -> Message:
    match step:
        case Make(piles=(pile,)):
            return Message(MADE, {"pile": called(after(before, step), pile.id, language)})
        case Make(piles=piles):
            return Message(MADE_SEVERAL, {"piles": tuple(pile.called(language) for pile in piles)})
        case Name(pile=pile):
            return Message(NAMED, {"pile": called(after(before, step), pile, language)})
        case Join():
            return Message(
                JOINED, {"pile": called(before, step.pile, language), "into": called(before, step.into, language)}
            )
        case Empty():
            full = any(each.pile == step.pile for each in before.lying.values())
            return Message(EMPTIED if full else GONE, {"pile": called(before, step.pile, language)})


def _counted(count: int, one: Message, several: str, pile: Message | str = "") -> Message:
    if count == 1:
        return one
    return Message(several, {"count": count, "pile": pile} if pile else {"count": count})
