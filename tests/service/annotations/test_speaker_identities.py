"""Who is behind labels: told once, applied to later sessions, taken back."""

import pytest

from nlp.documents.types import Person
from nlp.errors import InputError
from nlp.participation import measure_participation
from nlp.participation.people.identities import Identity
from nlp.transcripts.types import Transcript, Turn
from service.annotations.speaker_identities import OpenLabel, StatedIdentity, open_labels
from service.errors import NotFound
from tests.service.files import ROSTER

FIRST = """WEBVTT

00:00:00.000 --> 00:00:30.000
<v Asha R.>Let us begin.</v>

00:00:30.000 --> 00:00:40.000
<v Tom Bell>The budget is late.</v>

00:00:40.000 --> 00:00:45.000
<v SPEAKER_01>আমরা পরে আলোচনা করব।</v>
""".encode()
SECOND = FIRST.replace(b"Let us begin.", b"Let us begin again.")


@pytest.fixture
def programme(workspace):
    """A programme with one session, in which Asha Rai is written Asha R."""
    workspace.programmes.create("P")
    workspace.files.add("p", [("roster.csv", ROSTER), ("may.vtt", FIRST)])
    return workspace


def seconds(workspace, session):
    return {each.name: each.seconds for each in workspace.findings("p").participation(session).speakers}


def test_labels_that_nobody_knows_are_asked(programme):
    """With the people of the roster who may be meant."""
    names = programme.identities.of("p", "may")
    assert names.open == (OpenLabel("Asha R.", ("Asha Rai",)), OpenLabel("SPEAKER_01", ()))
    assert names.told == ()


def test_a_label_is_told_once_for_all_sessions(programme):
    """The session is measured again, and so is one that comes later."""
    programme.identities.tell("p", "may", Identity("asha r.", "person", "asha  RAI"))
    assert seconds(programme, "may") == {"Asha Rai": 30, "Tom Bell": 10, "SPEAKER_01": 5}
    programme.files.add("p", [("june.vtt", SECOND)])
    assert seconds(programme, "june")["Asha Rai"] == 30
    names = programme.identities.of("p", "june")
    assert names.told == (StatedIdentity("asha r.", "person", "Asha Rai", everywhere=True),)
    assert [each.label for each in names.open] == ["SPEAKER_01"]


def test_a_voice_that_software_told_apart_is_told_for_its_record(programme):
    """SPEAKER_01 is another person in the next record."""
    programme.files.add("p", [("june.vtt", SECOND)])
    programme.identities.tell("p", "may", Identity("SPEAKER_01", "person", "Rina Das"))
    assert seconds(programme, "may")["Rina Das"] == 5
    assert "Rina Das" not in seconds(programme, "june")
    assert programme.identities.of("p", "may").told[0].everywhere is False


def test_it_can_be_taken_back(programme):
    """Then everything is as before."""
    before = programme.findings("p").participation("may")
    programme.identities.tell("p", "may", Identity("Asha R.", "person", "Asha Rai"))
    programme.identities.untell("p", "may", "ASHA R.")
    assert programme.findings("p").participation("may") == before
    assert programme.identities.of("p", "may").told == ()


def test_what_is_said_later_replaces_what_was_said(programme):
    """Also where it was said for this session only before."""
    programme.identities.tell("p", "may", Identity("Asha R.", "person", "Hari Lama"), everywhere=False)
    programme.identities.tell("p", "may", Identity("Asha R.", "person", "Asha Rai"))
    assert [each.name for each in programme.identities.of("p", "may").told] == ["Asha Rai"]
    assert seconds(programme, "may")["Asha Rai"] == 30


def test_a_room_counts_for_nobody(programme):
    """Its seconds are speech without a speaker."""
    programme.identities.tell("p", "may", Identity("SPEAKER_01", "room"))
    found = programme.findings("p").participation("may")
    assert found.unattributed_seconds == 5
    assert "SPEAKER_01" not in seconds(programme, "may")


def test_somebody_else_is_not_asked_again(programme):
    """The voice still counts as a further person."""
    programme.identities.tell("p", "may", Identity("Asha R.", "unknown"))
    assert [each.label for each in programme.identities.of("p", "may").open] == ["SPEAKER_01"]
    assert "Asha R." in seconds(programme, "may")


def test_a_person_whom_no_roster_has_keeps_the_name_given(programme):
    """And is not asked about again."""
    programme.identities.tell("p", "may", Identity("SPEAKER_01", "person", "চম্পা রায়"))
    assert seconds(programme, "may")["চম্পা রায়"] == 5
    assert [each.label for each in programme.identities.of("p", "may").open] == ["Asha R."]


def test_labels_of_other_sessions_are_not_listed(programme):
    """Only those that this record has."""
    programme.files.add("p", [("june.vtt", SECOND.replace(b"Asha R.", b"Asha Rai"))])
    programme.identities.tell("p", "may", Identity("Asha R.", "person", "Asha Rai"))
    assert programme.identities.of("p", "june").told == ()


def test_what_was_said_of_one_record_goes_with_it(programme):
    """What was said for all stays."""
    programme.identities.tell("p", "may", Identity("SPEAKER_01", "person", "Rina Das"))
    programme.identities.tell("p", "may", Identity("Asha R.", "person", "Asha Rai"))
    transcript = next(file for file in programme.files.every("p") if file.kind == "transcript")
    programme.files.remove("p", transcript.id)
    programme.files.add("p", [("may.vtt", FIRST)])
    assert [each.label for each in programme.identities.of("p", "may").told] == ["Asha R."]


def test_what_cannot_be_told_is_one_line(programme):
    """A session that is not there, a name that is too long."""
    with pytest.raises(NotFound):
        programme.identities.tell("p", "nowhere", Identity("Asha R.", "unknown"))
    with pytest.raises(InputError, match="longer"):
        programme.identities.tell("p", "may", Identity("Asha R.", "person", "x" * 201))


def test_a_session_can_be_measured_against_another_roster(programme):
    """And against the one that fits best again."""
    programme.files.add("p", [("guests.csv", b"name\nTom Bell\nLila Roy\n")])
    best = programme.findings("p").at.session("may").roster
    assert programme.files.choose_roster("p", "may", "guests.csv").roster == "guests.csv"
    assert programme.findings("p").participation("may").not_known == ("Lila Roy",)
    assert programme.files.choose_roster("p", "may", "roster.csv").roster == "roster.csv"
    assert programme.findings("p").participation("may").not_known == ("Asha Rai", "Rina Das", "Hari Lama")
    assert programme.files.choose_roster("p", "may", None).roster == best
    for session, roster in [("may", "may.vtt"), ("nowhere", "guests.csv")]:
        with pytest.raises(NotFound):
            programme.files.choose_roster("p", session, roster)


def test_a_label_that_is_not_in_the_record_cannot_be_told(programme):
    """It would be kept unseen, and change a later record."""
    with pytest.raises(InputError, match="the record has no label “Nobody”"):
        programme.identities.tell("p", "may", Identity("Nobody", "person", "Rina Das"))


def test_a_name_joined_by_its_sound_is_asked_about():
    """Until something was said of it."""
    record = Transcript("s.vtt", "teams-vtt", (Turn("রিনা আক্তার", 0.0, 10.0, "হ্যাঁ", 1),), False)
    measured = measure_participation(record, [Person("Rina Akter")])
    assert open_labels(measured, []) == (OpenLabel("রিনা আক্তার", ("Rina Akter",)),)
    assert open_labels(measured, ["রিনা  আক্তার"]) == ()
