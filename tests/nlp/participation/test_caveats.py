from nlp.documents.types import Person
from nlp.participation.caveats import find_limits
from nlp.participation.people.attendance import Attendance
from nlp.participation.people.find_attendees import find_attendees
from nlp.participation.people.match_roster import RosterMatcher, match_labels
from nlp.transcripts.types import Transcript, Turn


def texts(messages):
    return [each.text for each in messages]


def limits(labels, names):
    turns = tuple(Turn(label, float(n), n + 1.0, "yes", n) for n, label in enumerate(labels))
    roster = None if names is None else [Person(name) for name in names]
    cast = match_labels(labels, roster)
    there = None if roster is None else everybody(roster, frozenset(cast.person_of.values()))
    return texts(find_limits(Transcript("s.vtt", "zoom-vtt", turns, False), cast, there, 4, 0.0))


def everybody(roster, spoke):
    matcher = RosterMatcher(roster)
    return find_attendees(matcher, Attendance.everybody(matcher.names), spoke, ())


def test_the_silent_may_be_among_the_unmatched():
    """Both numbers are named."""
    said = limits(["Helen Roy", "Rina apa", "iPhone (2)"], ["Helen Roy", "Rina Akter", "Hari Rai", "Asha Das"])
    assert (
        "Speakers not matched to the roster: 2; people listed as silent: 3. "
        "Some of those listed as silent may be among the unmatched speakers."
    ) in said


def test_nothing_is_said_of_the_silent_where_nobody_is_unmatched_or_silent():
    """All speakers are matched, all people spoke, or there is no roster."""
    for labels, names in ((["Helen"], ["Helen", "Asha"]), (["Helen", "Zoe"], ["Helen"]), (["Helen"], None)):
        assert "listed as silent" not in "".join(limits(labels, names))


def test_one_stranger_and_several_are_said_in_good_grammar():
    """`1 speakers are` is none."""
    assert "One speaker is not on the roster: Zoe. Until" in "".join(limits(["Helen", "Zoe"], ["Helen"]))
    assert "2 speakers are not on the roster: Zoe, Max. Until" in "".join(limits(["Helen", "Zoe", "Max"], ["Helen"]))


def test_names_that_were_joined_by_their_sound_are_said():
    """By the labels of the record; who is meant stands beside the person."""
    said = "".join(limits(["রিনা আক্তার", "Maya Rai"], ["Rina Akter", "Maya Rai"]))
    assert "রিনা আক্তার: written in another script than on the roster" in said
    assert "another script" not in "".join(limits(["Rina Akter"], ["Rina Akter"]))


def test_a_device_without_a_name_may_be_several_people():
    """Unless the roster says whose it is."""
    said = "iPhone: a device without a name. Several people who appeared under it count as one person here."
    assert said in limits(["Helen", "iPhone", "iPhone"], None)
    assert said in limits(["Helen", "iPhone"], ["Helen"])
    assert said not in limits(["Helen", "iPhone"], ["Helen", "iPhone"])


def test_subtitles_with_overlapping_times_do_not_tell_interruptions():
    """They show that two spoke at once, not who broke in."""
    said = "The times of subtitles are too rough to tell who interrupted whom."
    cast = match_labels(["Helen"], None)
    turns = (Turn("Helen", 0.0, 1.0, "yes?", 1),)
    for form, shows, expected in (("teams-vtt", True, True), ("rttm", True, False), ("zoom-vtt", False, False)):
        assert (said in texts(find_limits(Transcript("s", form, turns, shows), cast, None, 4, 0.0))) is expected


def test_a_record_without_question_marks_cannot_show_questions():
    """Half the recognisers write none."""
    said = "No question mark stands in this record, so questions cannot be counted."
    assert said in limits(["Helen"], None)
    turns = (Turn("Helen", 0.0, 1.0, "কেন?", 1),)
    record = Transcript("s.vtt", "zoom-vtt", turns, False)
    assert said not in texts(find_limits(record, match_labels(["Helen"], None), None, 4, 0.0))


def test_a_name_that_stands_twice_on_the_roster_is_said():
    """Two people of one name cannot be told apart."""
    people = [Person("Asha", (), {}), Person("Asha", (), {}), Person("Bina", (), {})]
    cast = match_labels(["Asha"], people)
    assert "Names that stand on the roster more than once count as one person each (1)." in texts(
        find_limits(Transcript("s", "plain", (), False), cast, (), 2, 0.0)
    )
    assert not match_labels(["Asha"], people[1:]).repeated
