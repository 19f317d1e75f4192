"""What a record cannot show, said in plain sentences."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from nlp.participation.people.label_kinds import is_device, is_identifier, is_machine_made
from nlp.participation.people.match_roster import Cast
from nlp.participation.sessions.types import GroupOverSessions, SessionShares
from nlp.participation.shares import count_questions
from nlp.participation.turns.crosstalk import SUBTITLES
from nlp.participation.turns.text_length import has_several_scripts
from nlp.transcripts.types import Remark, Transcript

ONE_SESSION = "One session is described here, not tested: a difference in one meeting is no proof of a pattern."
NO_TIMES = "The record has no complete times: shares count letters, marks and digits of what was said."
STARTS_ONLY = "The record says when people began, not when they ended: shares count letters, marks and digits."
TEXT_LENGTHS = "Text lengths of different languages are made comparable, but only to within about 15 %."
ONE_VOICE = "This record writes one voice at a time: speaking at once and interruptions cannot be seen in it."
ROUGH_TIMES = "The times of subtitles are too rough to tell who interrupted whom."
NO_ROSTER = "Without a roster nobody can be seen who was there and said nothing."
UNATTRIBUTED = "{share} of the speech has no known speaker and counts for nobody."
ROOM = "{labels}: a device that several people may have shared; its speech counts for nobody."
BOTS = "{labels}: software, left out of everything."
MACHINE_LABELS = (
    "Software told the voices apart ({labels}). It tends to merge quiet people with others, so fewer voices may be "
    "shown than there were."
)
DEVICES = "{labels}: a device without a name. Several people who appeared under it count as one person here."
NO_QUESTION_MARKS = "No question mark stands in this record, so questions cannot be counted."
IDENTIFIERS = "The record names people by account numbers; put the numbers into the roster as aliases."
UNKNOWN = "{count} speakers are not on the roster: {labels}. Until they are matched, they count as further people."
ONE_UNKNOWN = "One speaker is not on the roster: {labels}. Until matched, this speaker counts as a further person."
REPEATED = "Names that stand on the roster more than once count as one person each ({count})."
SILENT_OR_UNMATCHED = (
    "Speakers not matched to the roster: {unmatched}; people listed as silent: {silent}. "
    "Some of those listed as silent may be among the unmatched speakers."
)
WITHHELD = "{attributes}: not compared, because something about fewer than {threshold} people could be worked out."
NOT_IN_ROSTER = "{attributes}: not compared, because the roster does not say it of anybody."
ALONE = "Only one person was present, so balance says nothing."
UNREAD = "Left out: lines of the record that were not understood ({count})."
EACH_ONCE = "Every session counts once, however long it was."
MIXED = "Some sessions are measured in time, others by the length of what was written down."
SOME_SESSIONS = "{attributes}: not compared in every session, because a group was absent or too small to show there."
EXCHANGED = "Too few people attended the same sessions, so the test takes it that groups do not decide who attends."


def find_limits(
    transcript: Transcript, cast: Cast, has_roster: bool, present: int, unattributed: float
) -> tuple[Remark, ...]:
    """Return the sentences that belong beside these figures.

    Args:
        transcript: the record.
        cast: who its labels are.
        has_roster: whether there is a roster.
        present: number of people present, silent ones included.
        unattributed: part of all speech without a name, 0 to 1.
    """
    labels = [turn.speaker for turn in transcript.turns if turn.speaker]
    return (
        *transcript.remarks,
        *_of_the_record(transcript, has_roster),
        *_of_the_labels(dict.fromkeys(labels), cast),
        *_of_the_cast(cast, unattributed),
        *((Remark(ALONE),) if present == 1 else ()),
        Remark(ONE_SESSION),
    )


def _of_the_record(transcript: Transcript, has_roster: bool) -> Iterator[Remark]:
    if not transcript.timed:
        yield Remark(STARTS_ONLY if all(turn.start is not None for turn in transcript.turns) else NO_TIMES)
        if has_several_scripts(turn.text for turn in transcript.turns):
            yield Remark(TEXT_LENGTHS)
    elif not transcript.shows_overlap:
        yield Remark(ONE_VOICE)
    elif transcript.form in SUBTITLES:
        yield Remark(ROUGH_TIMES)
    if not has_roster and not transcript.attendees:
        yield Remark(NO_ROSTER)
    if any(turn.text for turn in transcript.turns) and not any(count_questions(turn.text) for turn in transcript.turns):
        yield Remark(NO_QUESTION_MARKS)
    if transcript.unread.lines:
        yield Remark(UNREAD, count=str(transcript.unread.lines))


def _of_the_labels(labels: Collection[str], cast: Cast) -> Iterator[Remark]:
    devices = [label for label in labels if is_device(label) and cast.person_of.get(label) not in cast.on_roster]
    if devices:
        yield Remark(DEVICES, labels=_list(devices))
    machine_made = [label for label in labels if is_machine_made(label)]
    if machine_made:
        yield Remark(MACHINE_LABELS, labels=_list(machine_made))
    if any(is_identifier(label) for label in labels):
        yield Remark(IDENTIFIERS)


def _of_the_cast(cast: Cast, unattributed: float) -> Iterator[Remark]:
    if unattributed > 0:
        yield Remark(UNATTRIBUTED, share=f"{max(unattributed, 0.001):.1%}")
    if cast.rooms:
        yield Remark(ROOM, labels=_list(cast.rooms))
    if cast.bots:
        yield Remark(BOTS, labels=_list(cast.bots))
    if len(cast.unknown) == 1:
        yield Remark(ONE_UNKNOWN, labels=_list(cast.unknown))
    elif cast.unknown:
        yield Remark(UNKNOWN, count=str(len(cast.unknown)), labels=_list(cast.unknown))
    if cast.repeated:
        yield Remark(REPEATED, count=str(cast.repeated))
    silent = set(cast.on_roster).difference(cast.person_of.values())
    if cast.unknown and silent:
        yield Remark(SILENT_OR_UNMATCHED, unmatched=str(len(cast.unknown)), silent=str(len(silent)))


def find_group_limits(
    by: Sequence[str], shown: Collection[str], withheld: Sequence[str], threshold: int
) -> tuple[Remark, ...]:
    """Return the sentences on attributes of the roster that were asked for and are not compared."""
    missing = [attribute for attribute in by if attribute not in shown and attribute not in withheld]
    remarks = [Remark(WITHHELD, attributes=_list(withheld), threshold=str(threshold))] if withheld else []
    return (*remarks, Remark(NOT_IN_ROSTER, attributes=_list(missing))) if missing else tuple(remarks)


def find_limits_over_sessions(
    sessions: Sequence[SessionShares],
    groups: Mapping[str, Sequence[GroupOverSessions]],
    withheld: Sequence[str],
    threshold: int,
) -> tuple[Remark, ...]:
    """Return the sentences that belong beside figures pooled over sessions."""
    partly = [name for name, found in groups.items() if any(len(each.sessions) < len(sessions) for each in found)]
    tested = [each for found in groups.values() for each in found if each.p_value is not None]
    remarks: tuple[tuple[str, bool, dict[str, str]], ...] = (
        (ONE_SESSION, len(sessions) == 1, {}),
        (EACH_ONCE, len(sessions) > 1, {}),
        (MIXED, len({session.timed for session in sessions}) > 1, {}),
        (SOME_SESSIONS, bool(partly), {"attributes": _list(partly)}),
        (WITHHELD, bool(withheld), {"attributes": _list(withheld), "threshold": str(threshold)}),
        (EXCHANGED, not all(each.within_attendance for each in tested), {}),
    )
    return tuple(Remark(template, **values) for template, holds, values in remarks if holds)


def _list(labels: Sequence[str]) -> str:
    return ", ".join(labels)
