"""What the notes cannot show, said in plain sentences."""

from nlp.messages import Message, msgid
from nlp.statistics.verdicts import Trust

NAMELESS = msgid(
    "{count} of {notes} notes name no author; they are counted as different people, so differences are easier to find "
    "than they should be."
)
ONE_NAMELESS = msgid("One of {notes} notes names no author and is counted as a further person.")

TRUST = {
    Trust.LOWEST: msgid(
        "How these notes belong together is more than the machine can tell: with notes that lie like these it is "
        "hardly better than chance. Read the notes themselves, and sort them together."
    ),
    Trust.MIDDLE: msgid("With notes that lie like these the machine is partly right: expect to move some of them."),
    Trust.HIGHEST: msgid(
        "With notes that lie like these the machine puts together what people would, for the most part."
    ),
}
"""What each grade says to a reader."""


def find_limits(nameless: int, notes: int) -> tuple[Message, ...]:
    """Return the sentences that belong beside comparisons of groups.

    Args:
        nameless: notes without a participant.
        notes: all of them.
    """
    if not nameless or notes < 2:
        return ()
    if nameless == 1:
        return (Message(ONE_NAMELESS, {"notes": notes}),)
    return (Message(NAMELESS, {"count": nameless, "notes": notes}),)
