"""What a facilitator says of a label, applied to the turns of a record."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents.types import Person
from nlp.errors import InputError
from nlp.participation.people.identities import Identity, identify, is_of_one_record
from nlp.transcripts.types import Turn

ROSTER = [Person("Saurabh Shrestha", (), {}), Person("Rina Das", ("রিনা দাস",), {}), Person("Rina Gurung", ("Rina",), {})]
IPAD = Identity("Saurabh's iPad", "person", "Saurabh Shrestha")


def turns(*labels):
    return [Turn(label, None, None, "…", line) for line, label in enumerate(labels, start=1)]


def speakers(found):
    return [turn.speaker for turn in found]


def test_a_label_becomes_a_person():
    """Nothing else of the turn changes, and other turns stay as they are."""
    record = turns("Saurabh's iPad", "Rina Das", None)
    found = identify(record, ROSTER, everywhere=[IPAD])
    assert speakers(found) == ["Saurabh Shrestha", "Rina Das", None]
    assert [turn.line for turn in found] == [1, 2, 3]


@pytest.mark.parametrize("spelled", ["SAURABH’S  iPad", "saurabh's ipad", "Saurabh's\u200d iPad"])
def test_spellings_of_a_label_are_one(spelled):
    """Case, spaces, apostrophes and joiners make no difference."""
    assert speakers(identify(turns(spelled), ROSTER, everywhere=[IPAD])) == ["Saurabh Shrestha"]


def test_bangla_and_nepali_labels_are_told():
    """In NFC and NFD alike."""
    said = [Identity("রিনা আপা", "person", "Rina Das"), Identity("गुरुङ दिदी", "person", "Rina Gurung")]
    assert speakers(identify(turns("রিনা আপা", "गुरुङ दिदी"), ROSTER, everywhere=said)) == ["Rina Das", "Rina Gurung"]


def test_a_room_speaks_for_nobody():
    """Its turns stay, without a speaker."""
    said = [Identity("Hall tablet 2", "room")]
    assert speakers(identify(turns("Hall tablet 2", "Rina Das"), ROSTER, everywhere=said)) == [None, "Rina Das"]


def test_a_room_cannot_silence_a_whole_record():
    """Then nothing could be shown, and nothing taken back on the page."""
    said = [Identity("Tablet", "room"), IPAD]
    assert speakers(identify(turns("Tablet"), None, everywhere=said)) == ["Tablet"]


def test_an_unknown_voice_keeps_its_label():
    """It counts as a further person."""
    assert speakers(identify(turns("Guest 4"), ROSTER, here=[Identity("Guest 4", "unknown")])) == ["Guest 4"]


def test_the_roster_of_a_session_wins_over_what_was_said_in_another():
    """Rina was Rina Das then; here the roster has a Rina of its own."""
    said = [Identity("Rina", "person", "Rina Das")]
    assert speakers(identify(turns("Rina"), ROSTER, everywhere=said)) == ["Rina"]
    assert speakers(identify(turns("Rina"), ROSTER[:2], everywhere=said)) == ["Rina Das"]


def test_what_was_said_wins_over_what_merely_sounds_like_the_roster():
    """A name in another script is a guess; a facilitator knows."""
    said = [Identity("রিনা দাশ গুপ্ত", "person", "Rina Dasgupta"), Identity("मधु राई", "person", "Madhu Rai of Ilam")]
    roster = [Person("Madhu Rai")]
    assert speakers(identify(turns("मधु राई"), roster, everywhere=said)) == ["Madhu Rai of Ilam"]


def test_what_is_said_of_this_record_wins_over_all():
    """Tom Bell sat at Rina Gurung's account."""
    here = [Identity("Rina Gurung", "person", "Tom Bell")]
    everywhere = [Identity("Rina Gurung", "person", "Rina Das")]
    assert speakers(identify(turns("Rina Gurung"), ROSTER, here, everywhere)) == ["Tom Bell"]


def test_without_a_roster_voices_get_names():
    """Two labels of one person become one."""
    said = [Identity("SPEAKER_00", "person", "Asha"), Identity("SPEAKER_03", "person", "Asha")]
    assert speakers(identify(turns("SPEAKER_00", "SPEAKER_01", "SPEAKER_03"), None, said)) == [
        "Asha",
        "SPEAKER_01",
        "Asha",
    ]


@pytest.mark.parametrize(
    ("label", "one"), [("SPEAKER_00", True), ("Speaker 3", True), ("iPhone (2)", True), ("Saurabh's iPad", False)]
)
def test_some_labels_say_something_in_their_own_record_only(label, one):
    """Voices that software told apart, and devices without a name."""
    assert is_of_one_record(label) is one


@pytest.mark.parametrize(
    "wrong",
    [(" ", "room", ""), ("A", "person", ""), ("A", "person", "  "), ("A", "room", "Rina"), ("A", "unknown", "R")],
)
def test_what_makes_no_sense_is_one_line(wrong):
    """No label, a person without a name, a room with one."""
    with pytest.raises(InputError):
        Identity(*wrong)


@given(st.lists(st.sampled_from(["A. Rai", "Tablet", "Hall", "রিনা", None]), max_size=8))
def test_nothing_told_changes_nothing(labels):
    """And the number of turns never changes."""
    record = turns(*labels)
    assert identify(record, ROSTER) == tuple(record)
    assert len(identify(record, ROSTER, everywhere=[Identity("Tablet", "room")])) == len(record)
