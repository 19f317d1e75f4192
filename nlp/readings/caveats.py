"""What the notes cannot show, said in plain sentences."""

from nlp.messages import Message, msgid

NAMELESS = msgid(
    "{count} of {notes} notes name no author; they are counted as different people, so differences are easier to find "
    "than they should be."
)
ONE_NAMELESS = msgid("One of {notes} notes names no author and is counted as a further person.")

FAINT = msgid(
    "These notes hardly fall into readings: sorted in another way they might tell as much. "
    "Read the notes themselves first."
)


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
