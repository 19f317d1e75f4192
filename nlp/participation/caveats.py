"""What a record cannot show, said in plain sentences."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from nlp.messages import Message, Value, msgid
from nlp.participation.people.attendance import Attendee, Presence, PresenceSource
from nlp.participation.people.label_kinds import is_device, is_identifier, is_machine_made
from nlp.participation.people.match_roster import Cast
from nlp.participation.sessions.types import GroupOverSessions, SessionShares
from nlp.participation.shares import count_questions
from nlp.participation.turns.crosstalk import SUBTITLES
from nlp.participation.turns.text_length import has_several_scripts
from nlp.transcripts.types import Transcript

ONE_SESSION = msgid("One session is described here, not tested: a difference in one meeting is no proof of a pattern.")
NO_TIMES = msgid("The record has no complete times: shares count letters, marks and digits of what was said.")
STARTS_ONLY = msgid("The record says when people began, not when they ended: shares count letters, marks and digits.")
TEXT_LENGTHS = msgid("Text lengths of different languages are made comparable, but only to within about 15%.")
ONE_VOICE = msgid("This record writes one voice at a time: speaking at once and interruptions cannot be seen in it.")
ROUGH_TIMES = msgid("The times of subtitles are too rough to tell who interrupted whom.")
NO_ROSTER = msgid("Without a roster nobody can be seen who was there and said nothing.")
UNATTRIBUTED = msgid("{share} of the speech has no known speaker and counts for nobody.")
ROOM = msgid("{labels}: a device that several people may have shared; its speech counts for nobody.")
BOTS = msgid("{labels}: software, left out of everything.")
MACHINE_LABELS = msgid(
    "Software told the voices apart ({labels}). It tends to merge quiet people with others, so fewer voices may be "
    "shown than there were."
)
DEVICES = msgid("{labels}: a device without a name. Several people who appeared under it count as one person here.")
NO_QUESTION_MARKS = msgid("No question mark stands in this record, so questions cannot be counted.")
IDENTIFIERS = msgid("The record names people by account numbers; put the numbers into the roster as aliases.")
UNKNOWN = msgid(
    "{count} speakers are not on the roster: {labels}. Until they are matched, they count as further people."
)
ONE_UNKNOWN = msgid(
    "One speaker is not on the roster: {labels}. Until matched, this speaker counts as a further person."
)
UNKNOWN_IN_CHAT = msgid(
    "{count} names in the chat are not on the roster: {labels}. Until they are matched, they count as further people."
)
ONE_UNKNOWN_IN_CHAT = msgid(
    "One name in the chat is not on the roster: {labels}. Until matched, it counts as a further person."
)
LETTERS_WRITTEN = msgid("Shares count letters, marks and digits of what was written.")
NO_ROSTER_OF_CHAT = msgid("Without a roster nobody can be seen who belongs to the chat and wrote nothing.")
BY_SOUND = msgid(
    "{labels}: written in another script than on the roster, and taken for the people there whose names sound the same."
)
REPEATED = msgid("Names that stand on the roster more than once count as one person each ({count}).")
SILENT_OR_UNMATCHED = msgid(
    "Speakers not matched to the roster: {unmatched}; people listed as silent: {silent}. "
    "Some of those listed as silent may be among the unmatched speakers."
)
NOT_KNOWN = msgid(
    "People on the roster of whom it is not known whether they were there: {count}. Nothing is said of their silence, "
    "and shares are held against those who are known to have been there. Tick who was there."
)
TAKEN_AS_PRESENT = msgid(
    "The roster does not say who was there, so it was taken as the list of those who were. If it is not, add a column "
    "“present” to it."
)
WRITERS_UNMATCHED = msgid(
    "Names in the chat not matched to the roster: {unmatched}; people listed as having written nothing: {silent}. "
    "Some of those may be among the unmatched names."
)
SPOKE_THOUGH_ABSENT = msgid(
    "Marked absent, yet the record has their words, so they count as present: {labels}. Perhaps they came later, or "
    "somebody else used their name."
)
WITHHELD = msgid(
    "{attributes}: not compared, because something about fewer than {threshold} people could be worked out."
)
NOT_IN_ROSTER = msgid("{attributes}: not compared, because the roster does not say it of anybody.")
ALONE = msgid("Only one person was present, so balance says nothing.")
UNREAD = msgid("Left out: lines of the record that were not understood ({count}).")
OF_CHATS = {
    NO_ROSTER: NO_ROSTER_OF_CHAT,
    STARTS_ONLY: LETTERS_WRITTEN,
    NO_TIMES: LETTERS_WRITTEN,
    UNKNOWN: UNKNOWN_IN_CHAT,
    ONE_UNKNOWN: ONE_UNKNOWN_IN_CHAT,
    SILENT_OR_UNMATCHED: WRITERS_UNMATCHED,
}
"""What is said of people who wrote in place of what is said of those who spoke."""

EACH_ONCE = msgid("Every session counts once, however long it was.")
MIXED = msgid("Some sessions are measured in time, others by the length of what was written down.")
SOME_SESSIONS = msgid(
    "{attributes}: not compared in every session, because a group was absent or too small to show there."
)
EXCHANGED = msgid(
    "Too few people attended the same sessions, so the test takes it that groups do not decide who attends."
)


def find_limits(
    transcript: Transcript, cast: Cast, attendance: Sequence[Attendee] | None, present: int, unattributed: float
) -> tuple[Message, ...]:
    """Return the sentences that belong beside these figures.

    Args:
        transcript: the record.
        cast: who its labels are.
        attendance: of everybody on the roster, None if there is no roster.
        present: number of people present, silent ones included.
        unattributed: part of all speech without a name, 0 to 1.
    """
    labels = [turn.speaker for turn in transcript.turns if turn.speaker]
    limits = (
        *transcript.remarks,
        *_of_the_record(transcript, attendance is not None),
        *_of_the_labels(dict.fromkeys(labels), cast),
        *_of_the_cast(cast, unattributed),
        *_of_the_silent(cast, attendance or ()),
        *((Message(ALONE),) if present == 1 else ()),
        Message(ONE_SESSION),
    )
    return tuple(map(_in_a_chat, limits)) if transcript.is_chat else limits


def _in_a_chat(limit: Message) -> Message:
    """Return a limit in words that suit people who wrote."""
    return replace(limit, template=OF_CHATS.get(limit.template, limit.template))


def _of_the_record(transcript: Transcript, has_roster: bool) -> Iterator[Message]:
    if not transcript.timed:
        yield Message(STARTS_ONLY if all(turn.start is not None for turn in transcript.turns) else NO_TIMES)
        if has_several_scripts(turn.text for turn in transcript.turns):
            yield Message(TEXT_LENGTHS)
    elif not transcript.shows_overlap:
        yield Message(ONE_VOICE)
    elif transcript.form in SUBTITLES:
        yield Message(ROUGH_TIMES)
    if not has_roster and not (transcript.attendees or transcript.joined):
        yield Message(NO_ROSTER)
    if any(turn.text for turn in transcript.turns) and not any(count_questions(turn.text) for turn in transcript.turns):
        yield Message(NO_QUESTION_MARKS)
    if transcript.unread.lines:
        yield Message(UNREAD, {"count": transcript.unread.lines})


def _of_the_labels(labels: Collection[str], cast: Cast) -> Iterator[Message]:
    devices = [label for label in labels if is_device(label) and cast.person_of.get(label) not in cast.on_roster]
    if devices:
        yield Message(DEVICES, {"labels": tuple(devices)})
    machine_made = [label for label in labels if is_machine_made(label)]
    if machine_made:
        yield Message(MACHINE_LABELS, {"labels": tuple(machine_made)})
    if any(is_identifier(label) for label in labels):
        yield Message(IDENTIFIERS)


def _of_the_cast(cast: Cast, unattributed: float) -> Iterator[Message]:
    if unattributed > 0:
        share = f"{max(unattributed, 0.001):.1%}"
        yield Message(UNATTRIBUTED, {"share": share})
    by_sound = tuple(each.label for each in cast.by_sound)
    told = ((ROOM, cast.rooms), (BOTS, cast.bots), (BY_SOUND, by_sound))
    yield from (Message(template, {"labels": labels}) for template, labels in told if labels)
    if len(cast.unknown) == 1:
        yield Message(ONE_UNKNOWN, {"labels": tuple(cast.unknown)})
    elif cast.unknown:
        yield Message(UNKNOWN, {"count": len(cast.unknown), "labels": tuple(cast.unknown)})
    if cast.repeated:
        yield Message(REPEATED, {"count": cast.repeated})


def _of_the_silent(cast: Cast, attendance: Sequence[Attendee]) -> Iterator[Message]:
    """Yield who may be silent and who may not have been there at all."""
    heard = set(cast.person_of.values())
    silent = [each for each in attendance if each.state is Presence.PRESENT and each.name not in heard]
    if cast.unknown and silent:
        yield Message(SILENT_OR_UNMATCHED, {"unmatched": len(cast.unknown), "silent": len(silent)})
    if any(each.source is PresenceSource.GIVEN for each in silent):
        yield Message(TAKEN_AS_PRESENT)
    unknown = sum(each.state is Presence.NOT_KNOWN for each in attendance)
    if unknown:
        yield Message(NOT_KNOWN, {"count": unknown})
    marked = tuple(each.name for each in attendance if each.marked_absent)
    if marked:
        yield Message(SPOKE_THOUGH_ABSENT, {"labels": marked})


def find_group_limits(
    by: Sequence[str], shown: Collection[str], withheld: Sequence[str], threshold: int
) -> tuple[Message, ...]:
    """Return the sentences on attributes of the roster that were asked for and are not compared."""
    missing = [attribute for attribute in by if attribute not in shown and attribute not in withheld]
    remarks = [Message(WITHHELD, {"attributes": tuple(withheld), "threshold": threshold})] if withheld else []
    return (*remarks, Message(NOT_IN_ROSTER, {"attributes": tuple(missing)})) if missing else tuple(remarks)


def find_limits_over_sessions(
    sessions: Sequence[SessionShares],
    groups: Mapping[str, Sequence[GroupOverSessions]],
    withheld: Sequence[str],
    threshold: int,
) -> tuple[Message, ...]:
    """Return the sentences that belong beside figures pooled over sessions."""
    partly = [name for name, found in groups.items() if any(len(each.sessions) < len(sessions) for each in found)]
    tested = [each for found in groups.values() for each in found if each.p_value is not None]
    remarks: tuple[tuple[str, bool, dict[str, Value]], ...] = (
        (ONE_SESSION, len(sessions) == 1, {}),
        (EACH_ONCE, len(sessions) > 1, {}),
        (MIXED, len({session.timed for session in sessions}) > 1, {}),
        (SOME_SESSIONS, bool(partly), {"attributes": tuple(partly)}),
        (WITHHELD, bool(withheld), {"attributes": tuple(withheld), "threshold": threshold}),
        (EXCHANGED, not all(each.within_attendance for each in tested), {}),
    )
    return tuple(Message(template, values) for template, holds, values in remarks if holds)
