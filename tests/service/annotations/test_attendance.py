"""Who was in a session: lists, the record, and above all what facilitators say."""

import pytest

from nlp.errors import InputError
from nlp.messages import Message
from nlp.participation.caveats import SPOKE_THOUGH_ABSENT
from nlp.participation.people.attendance import Attendee, Presence, PresenceSource
from nlp.participation.people.identities import Identity
from service.errors import NotFound
from tests.service.files import ROSTER, TRANSCRIPT

PRESENT, ABSENT, NOT_KNOWN = Presence
MARCH = "session-2026-03-18"


@pytest.fixture
def programme(workspace):
    """A programme with one session in which Asha and Tom speak; Rina and Hari stand on the roster too."""
    workspace.programmes.create("P")
    workspace.files.add("p", [("roster.csv", ROSTER), (f"{MARCH}.vtt", TRANSCRIPT)])
    return workspace


def states(workspace, session=MARCH):
    return {each.name: (each.state, each.source) for each in workspace.attendance.of("p", session).people}


def test_nobody_is_silent_because_a_roster_names_them(programme):
    """Whoever spoke was there; of the others nothing is known, and no share is held against them."""
    sheet = programme.attendance.of("p", MARCH)
    assert (sheet.present, sheet.absent, sheet.not_known) == (2, 0, 2)
    assert states(programme)["Tom Bell"] == (PRESENT, PresenceSource.SPEECH)
    found = programme.findings("p").participation(MARCH)
    assert (found.silent, found.not_known) == ((), ("Rina Das", "Hari Lama"))
    assert sum(group.people for group in found.groups.get("organisation", ())) in (0, 2)


def test_what_is_ticked_is_measured_and_taken_back(programme):
    """Present and silent, absent, and not known again."""
    programme.attendance.say("p", MARCH, {"rina DAS": PRESENT, "Hari Lama": ABSENT})
    found = programme.findings("p").participation(MARCH)
    assert (found.silent, found.absent, found.not_known) == (("Rina Das",), ("Hari Lama",), ())
    programme.attendance.say("p", MARCH, {"Rina Das": NOT_KNOWN})
    found = programme.findings("p").participation(MARCH)
    assert (found.silent, found.absent, found.not_known) == ((), ("Hari Lama",), ("Rina Das",))


def test_all_or_none_of_the_others_were_there(programme):
    """Once for everybody who did not speak."""
    for state, expected in ((PRESENT, (4, 0, 0)), (ABSENT, (2, 2, 0)), (NOT_KNOWN, (2, 0, 2))):
        programme.attendance.say_of_the_others("p", MARCH, state)
        sheet = programme.attendance.of("p", MARCH)
        assert (sheet.present, sheet.absent, sheet.not_known) == expected


def test_an_attendance_list_is_read_in_other_spellings(programme):
    """Its name tells the day; ticks beat it, and what a tick overruled comes back when nothing is ticked."""
    listed = "নাম,উপস্থিত\nরিনা দাস,হ্যাঁ\nHARI  LAMA,না\n".encode()
    programme.files.add("p", [("attendance 2026-03-18.csv", listed)])
    programme.files.choose_roster("p", MARCH, "roster.csv")
    assert states(programme)["Rina Das"] == (PRESENT, PresenceSource.LIST)
    assert states(programme)["Hari Lama"] == (ABSENT, PresenceSource.LIST)
    programme.attendance.say("p", MARCH, {"Rina Das": NOT_KNOWN, "Hari Lama": PRESENT})
    assert states(programme)["Rina Das"] == (NOT_KNOWN, PresenceSource.FACILITATOR)
    assert states(programme)["Hari Lama"] == (PRESENT, PresenceSource.FACILITATOR)


def test_a_list_of_another_day_says_nothing(programme):
    """Nor does one without a day while there are several sessions."""
    programme.files.add("p", [("attendance 2026-09-16.csv", b"name,present\nRina Das,yes\n")])
    programme.files.choose_roster("p", MARCH, "roster.csv")
    assert states(programme)["Rina Das"] == (NOT_KNOWN, PresenceSource.NOBODY)
    programme.files.add("p", [("attendance.csv", b"name,present\nRina Das,P\n")])
    assert states(programme)["Rina Das"] == (PRESENT, PresenceSource.LIST)
    programme.files.add("p", [("session-2026-09-16.vtt", TRANSCRIPT.replace(b"late", b"later"))])
    assert states(programme)["Rina Das"] == (NOT_KNOWN, PresenceSource.NOBODY)


def test_columns_of_days_are_of_their_sessions(workspace):
    """And are no attribute that people are compared by."""
    workspace.programmes.create("P")
    roster = b"name,gender,18 March,2026-09-16\nAsha Rai,woman,P,A\nTom Bell,man,P,P\nRina Das,woman,P,A\n"
    september = TRANSCRIPT.replace(b"late", b"later")
    files = [("roster.csv", roster), (f"{MARCH}.vtt", TRANSCRIPT), ("session-2026-09-16.vtt", september)]
    workspace.files.add("p", files)
    found = workspace.findings("p")
    assert found.participation(MARCH).silent == ("Rina Das",)
    second = found.participation("session-2026-09-16")
    assert (second.silent, second.absent) == ((), ("Rina Das",))
    assert set(found.at.people[0].attributes) == {"gender"}


def test_whoever_spoke_was_there_whatever_is_marked(programme):
    """It is said kindly, and nothing else follows from the mark."""
    programme.attendance.say("p", MARCH, {"Tom Bell": ABSENT})
    (tom,) = [each for each in programme.attendance.of("p", MARCH).people if each.name == "Tom Bell"]
    assert tom == Attendee("Tom Bell", PRESENT, PresenceSource.SPEECH, marked_absent=True)
    limits = programme.findings("p").participation(MARCH).limits
    assert Message(SPOKE_THOUGH_ABSENT, {"labels": ("Tom Bell",)}) in limits


def test_who_joined_a_chat_belongs_to_it(workspace):
    """Whom the record itself names as joined is known to be there, and wrote nothing."""
    workspace.programmes.create("P")
    chat = (
        "12/03/24, 14:00 - Messages and calls are end-to-end encrypted.\n"
        "12/03/24, 14:01 - Rina Das joined using this group's invite link\n"
        "12/03/24, 14:02 - Asha Rai added Hari Lama\n"
        "12/03/24, 14:05 - Asha Rai: Shall we begin?\n"
        "12/03/24, 14:06 - Tom Bell: Yes.\n"
        "12/03/24, 14:07 - Asha Rai: Good.\n"
    )
    people = ROSTER + b"Lila Roy,,West,woman,Hill Samaj,intern\n"
    workspace.files.add("p", [("roster.csv", people), ("chat.txt", chat.encode())])
    found = workspace.findings("p").participation("chat")
    assert (found.silent, found.not_known) == (("Rina Das", "Hari Lama"), ("Lila Roy",))


def test_a_chat_beside_it_leaves_ticks_without_a_day_with_the_meeting(workspace):
    """A list of those who came is of a meeting; with a second meeting it could be of either, and says nothing."""
    workspace.programmes.create("P")
    people = [row if at == 0 else f"{row},yes" for at, row in enumerate(ROSTER.decode().strip().splitlines())]
    listed = "\n".join([f"{people[0]},present", *people[1:]]).encode()
    chat = "".join(
        f"12/03/24, 14:0{at} - {who}: Yes, on Friday\n" for at, who in enumerate(["Asha Rai", "Tom Bell"] * 2)
    )
    workspace.files.add("p", [("roster.csv", listed), ("chat.txt", chat.encode()), (f"{MARCH}.vtt", TRANSCRIPT)])
    assert workspace.findings("p").participation(MARCH).silent == ("Rina Das", "Hari Lama")
    workspace.files.add("p", [("more.vtt", TRANSCRIPT.replace(b"Tom Bell", b"Tom  Bell"))])
    assert workspace.findings("p").participation(MARCH).silent == ()


def test_a_mark_goes_with_its_session_and_survives_a_name_that_is_told(programme):
    """Told to be Hari, a voice speaks for him; the mark stays beside it."""
    programme.attendance.say("p", MARCH, {"Hari Lama": ABSENT})
    programme.files.add("p", [("more.vtt", TRANSCRIPT.replace(b"Tom Bell", b"SPEAKER_01"))])
    programme.identities.tell("p", "more", Identity("SPEAKER_01", "person", "Hari Lama"))
    assert states(programme)["Hari Lama"] == (ABSENT, PresenceSource.FACILITATOR)
    assert states(programme, "more")["Hari Lama"] == (PRESENT, PresenceSource.SPEECH)


def test_strangers_and_sessions_that_are_not_there_are_refused(programme):
    """With one line; nothing is kept of the rest."""
    with pytest.raises(InputError, match="nobody on the roster of this session is called Zoe"):
        programme.attendance.say("p", MARCH, {"Rina Das": PRESENT, "Zoe": PRESENT})
    assert states(programme)["Rina Das"] == (NOT_KNOWN, PresenceSource.NOBODY)
    with pytest.raises(NotFound):
        programme.attendance.say("p", "nowhere", {})


def test_a_record_that_is_removed_takes_its_attendance_along(programme):
    """On both databases."""
    programme.attendance.say("p", MARCH, {"Rina Das": PRESENT})
    (record,) = programme.findings("p").at.of_kind("transcript")
    programme.files.remove("p", record.id)
    assert programme.findings("p").at.present == {}
