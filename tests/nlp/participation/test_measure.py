import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from math import inf, isfinite, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents.types import Person, Roster, Unread
from nlp.errors import InputError, NothingToAnalyse, WrongValue
from nlp.participation import measure_participation
from nlp.transcripts.types import Transcript, Turn

TURNS = (
    Turn("Helen", 0.0, 10.0, "Shall we begin?", 1),
    Turn("Rafiq (Char)", 8.0, 12.0, "জি", 2),
    Turn("Helen", 12.0, 16.0, "Good", 3),
    Turn(None, 16.0, 18.0, "mm", 4),
    Turn("Conference Room B", 20.0, 21.0, "yes", 5),
    Turn("Fireflies Notetaker", 21.0, 99.0, "This is recorded", 6),
    Turn("Guest", 22.0, 23.0, "কেন?”", 7),
)
ROSTER = (
    Person("Shirin", (), {"gender": "woman"}),
    Person("Rafiq", (), {"gender": "man"}),
    Person("Helen", (), {"gender": "woman"}),
)


def transcript(turns, *, shows_overlap=True, **fields):
    return Transcript("s.vtt", "teams-vtt", tuple(turns), shows_overlap, **fields)


def untimed(turns):
    return [replace(turn, start=None, end=None) for turn in turns]


def test_a_session_worked_by_hand():
    """Helen 14 s, Rafiq 4 s, Guest 1 s of 19; overlap 8 to 10; silence 18 to 20 and 21 to 22 of 23 s."""
    result = measure_participation(transcript(TURNS), ROSTER)
    assert [(share.name, share.seconds, share.turns, share.questions) for share in result.speakers] == [
        ("Rafiq", 4, 1, 0),
        ("Helen", 14, 2, 1),
        ("Guest", 1, 1, 1),
    ]
    assert [share.share for share in result.speakers] == [pytest.approx(n / 19) for n in (4, 14, 1)]
    assert [share.labels for share in result.speakers] == [("Rafiq (Char)",), ("Helen",), ("Guest",)]
    assert [share.on_roster for share in result.speakers] == [True, True, False]
    assert (result.silent, result.unknown) == (("Shirin",), ("Guest",))
    assert result.machines == ("Fireflies Notetaker", "Conference Room B")
    assert (result.overlap_seconds, result.silence_seconds, result.duration_seconds) == (2, 3, 23)
    assert (result.unattributed_seconds, result.unattributed_characters) == (3, 5)
    assert (result.first_voice, result.last_voice) == ("Helen", "Guest")
    assert (result.speakers[1].longest_seconds, result.speakers[1].median_seconds) == (10, 7)
    assert result.balance.unit == "seconds"
    assert result.balance.dominance == pytest.approx(14 / 19 * 4)
    assert [(follow.before, follow.after) for follow in result.follows] == [("Helen", "Rafiq"), ("Rafiq", "Helen")]
    assert [floor.speaker for floor in result.timeline] == ["Helen", "Rafiq", "Helen", "Guest"]


def test_the_limits_name_what_the_record_cannot_show():
    """Open speech, rooms, software, strangers, unread lines, and that one session proves nothing."""
    limits = measure_participation(transcript(TURNS, unread=Unread(2)), ROSTER).limits
    joined = "\n".join(map(str, limits))
    for part in (
        "13.6%",
        "Conference Room B: a device",
        "Fireflies Notetaker: software",
        "Guest",
        "not understood (2)",
        "not tested",
    ):
        assert part in joined
    groups = measure_participation(transcript(TURNS), ROSTER, by=("gender", "age"), may_lack=("age",)).limits[-2:]
    assert groups[0].text.startswith("gender: not compared, because something about fewer than 3 people")
    assert groups[1].text.startswith("age: not compared, because the roster does not say it")
    assert "one voice" in "\n".join(map(str, measure_participation(transcript(TURNS, shows_overlap=False)).limits))
    assert "Without a roster" in "\n".join(map(str, measure_participation(transcript(TURNS)).limits))


def test_without_times_shares_count_text():
    """12 letters of Helen's, 2 / 1.01 of Rafiq's."""
    result = measure_participation(transcript(untimed(TURNS[:2])), ROSTER)
    assert not result.timed
    assert (result.overlap_seconds, result.silence_seconds, result.duration_seconds) == (None, None, None)
    rafiq, helen = result.speakers
    assert helen.share == helen.text_share == pytest.approx(12 / (12 + 2 / 1.01))
    assert (rafiq.seconds, rafiq.longest_seconds, rafiq.median_seconds) == (0, None, None)
    assert result.balance.unit == "characters"
    assert "no complete times" in result.limits[0].text
    starts = measure_participation(transcript([replace(turn, end=None) for turn in TURNS]))
    assert "not when they ended" in starts.limits[0].text


def test_overlap_is_not_measured_where_the_record_cannot_show_it():
    """None, not 0."""
    assert measure_participation(transcript(TURNS, shows_overlap=False)).overlap_seconds is None


def test_the_floor_is_what_somebody_has_alone():
    """Helen alone 8 + 4 s, Rafiq 2 s, Guest 1 s of 15; not where one voice at a time is written."""
    shares = {each.name: each.floor_share for each in measure_participation(transcript(TURNS), ROSTER).speakers}
    assert shares == pytest.approx({"Helen": 12 / 15, "Rafiq": 2 / 15, "Guest": 1 / 15})
    one_voice = measure_participation(transcript(TURNS, shows_overlap=False), ROSTER)
    assert {each.floor_share for each in one_voice.speakers} == {None}


def test_words_are_shared_within_one_script_only():
    """Helen has 4 of 5 words; with Rafiq's Bangla there is nothing to compare."""
    turns = (Turn("Helen", 0.0, 4.0, "Shall we begin now", 1), Turn("Rafiq", 4.0, 5.0, "Yes", 2))
    shares = {each.name: each.word_share for each in measure_participation(transcript(turns), ROSTER).speakers}
    assert shares == pytest.approx({"Helen": 0.8, "Rafiq": 0.2})
    mixed = (turns[0], replace(turns[1], text="জি হ্যাঁ"))
    assert {each.word_share for each in measure_participation(transcript(mixed), ROSTER).speakers} == {None}


def test_interruptions_are_measured_where_the_record_shows_them():
    """In RTTM; not in the subtitles of Teams, though their cues overlap."""
    turns = (Turn("A", 0.0, 10.0, "", 1), Turn("B", 6.0, 12.0, "", 2), Turn("A", 12.0, 13.0, "", 3))
    shown = measure_participation(replace(transcript(turns), form="rttm")).crosstalk
    assert [(each.by, each.of, each.seconds) for each in shown.interruptions] == [("B", "A", 4)]
    assert measure_participation(transcript(turns)).crosstalk is None
    assert measure_participation(replace(transcript(turns, shows_overlap=False), form="rttm")).crosstalk is None


def test_signs_of_listening_are_no_turns_where_they_can_be_told():
    """A's speech is one turn over B's two; B took none, and nobody follows anybody."""
    turns = (
        Turn("A", 0.0, 10.0, "we went to the field", 1),
        Turn("B", 3.0, 3.5, "mhm", 2),
        Turn("A", 10.4, 15.0, "and then home", 3),
        Turn("B", 12.0, 12.6, "হ্যাঁ", 4),
    )
    told = measure_participation(replace(transcript(turns), form="elan"))
    assert [(each.name, each.turns, each.longest_seconds) for each in told.speakers] == [
        ("A", 1, pytest.approx(14.6)),
        ("B", 0, None),
    ]
    assert (told.follows, told.last_voice, told.crosstalk.backchannels) == ((), "A", {"B": 2})
    assert [each.turns for each in measure_participation(transcript(turns)).speakers] == [2, 2]


def test_windows_go_over_the_whole_session_and_add_up_by_group():
    """Ten minutes of one woman and two men, groups of three each."""
    people = [Person(name, (), {"gender": "woman" if name < "D" else "man"}) for name in "ABCDEF"]
    turns = tuple(Turn("ADE"[n % 3], n * 10.0, n * 10 + 10.0, "a", n) for n in range(60))
    windows = measure_participation(transcript(turns), people).windows
    assert windows.starts == tuple(30.0 * n for n in range(15))
    assert windows.people["A"][0] == 50
    assert windows.groups["gender"]["woman"] == windows.people["A"]
    assert windows.groups["gender"]["man"][0] == 100
    assert windows.held_by[0] is None
    assert measure_participation(transcript(untimed(turns))).windows is None


def test_a_share_that_the_facilitator_sets_is_what_groups_are_measured_against():
    """And one that names nobody is refused."""
    people = [Person(name, (), {"gender": "woman" if name < "D" else "man"}) for name in "ABCDEF"]
    turns = (Turn("A", 0.0, 4.0, "a", 1), Turn("D", 4.0, 10.0, "a", 2))
    women, men = measure_participation(transcript(turns), people, expected={"woman": 0.6}).groups["gender"]
    assert (women.expected_share, women.gap) == (pytest.approx(0.6), pytest.approx(-0.2))
    assert (men.expected_share, men.head_share) == (pytest.approx(0.4), 0.5)
    with pytest.raises(InputError, match=r"nobody on the roster is girl"):
        measure_participation(transcript(turns), people, expected={"girl": 0.6})


def test_people_the_record_lists_as_present_are_silent_without_a_roster():
    """Bots and those who speak under a longer label are not."""
    result = measure_participation(transcript(TURNS, attendees=("Helen", "Rafiq", "Mina", "read.ai meeting notes")))
    assert result.silent == ("Mina",)


def test_two_labels_of_one_person_are_added_up():
    """The union of their intervals, not the sum."""
    turns = (Turn("Rafiq", 0.0, 5.0, "a", 1), Turn("Rafiq (Char)", 4.0, 6.0, "b", 2), Turn("Helen", 7.0, 8.0, "c", 3))
    rafiq = measure_participation(transcript(turns), ROSTER).speakers[0]
    assert (rafiq.seconds, rafiq.labels, rafiq.turns) == (6, ("Rafiq", "Rafiq (Char)"), 1)


@pytest.mark.parametrize(
    "turns",
    [(), (Turn(None, 0.0, 5.0, "a", 1),), (Turn("Otter.ai", 0.0, 5.0, "a", 1),), (Turn("A B", 1.0, 1.0, "a", 1),)],
)
def test_a_record_in_which_no_person_speaks_is_refused(turns):
    """Nothing can be shared out."""
    with pytest.raises(NothingToAnalyse, match=r"^s\.vtt: "):
        measure_participation(transcript(turns))


SPOKEN = st.lists(
    st.builds(
        lambda speaker, start, long, text: Turn(speaker, float(start), float(start + long), text, 1),
        st.sampled_from(["Helen", "রহিমা", "राम", "Dr Ana", None]),
        st.integers(0, 300),
        st.integers(1, 20),
        st.text(alphabet="ab ?কাि", min_size=1, max_size=8),
    ),
    min_size=1,
    max_size=25,
).filter(lambda turns: any(turn.speaker for turn in turns))


@given(SPOKEN)
def test_shares_sum_to_one_and_time_adds_up(turns):
    """Speaking time less overlap never exceeds the session; turns are those of the timeline."""
    result = measure_participation(transcript(turns), ROSTER)
    assert sum(share.share for share in result.speakers) == pytest.approx(1)
    assert sum(share.text_share for share in result.speakers) in (pytest.approx(1), 0)
    assert max(share.seconds for share in result.speakers) <= result.duration_seconds
    assert result.silence_seconds + sum(share.seconds for share in result.speakers) + result.unattributed_seconds >= (
        result.duration_seconds - 1e-9
    )
    assert sum(share.turns for share in result.speakers) == len(result.timeline)
    assert sum(follow.count for follow in result.follows) <= len(result.timeline) - 1


@given(SPOKEN, st.randoms())
def test_the_order_of_cues_in_the_file_does_not_matter(turns, random):
    """Cues at the very same time aside, which have no order but the file's."""
    turns = list({(turn.start, turn.end): turn for turn in turns}.values())
    if not any(turn.speaker for turn in turns):
        return
    shuffled = random.sample(turns, len(turns))
    assert measure_participation(transcript(turns)) == measure_participation(transcript(shuffled))


@given(SPOKEN)
def test_names_do_not_matter(turns):
    """Other names, the same figures."""
    names = {"Helen": "Zeenat", "রহিমা": "কামাল", "राम": "Bo", "Dr Ana": "Al", None: None}
    renamed = [replace(turn, speaker=names[turn.speaker]) for turn in turns]
    ours, theirs = measure_participation(transcript(turns)), measure_participation(transcript(renamed))
    assert [share.share for share in ours.speakers] == [share.share for share in theirs.speakers]
    assert ours.balance == theirs.balance
    assert [names[share.name] for share in ours.speakers] == [share.name for share in theirs.speakers]


def test_no_heavy_library_is_loaded_on_this_path():
    """A laptop should answer at once."""
    script = (
        "import sys; from nlp.transcripts import read_transcript; from nlp.participation import measure_participation;"
        "measure_participation(read_transcript('x.txt', b'Ana: one\\nBo: two\\nAna: three'));"
        "heavy = ('torch', 'spacy', 'sklearn', 'scipy', 'py3langid', 'docx', 'openpyxl');"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_roster_is_taken_as_it_was_read():
    """What `read_document` returns is as good as the people in it."""
    record = transcript(TURNS)
    assert measure_participation(record, Roster("roster.csv", ROSTER)) == measure_participation(record, ROSTER)


def test_a_speaker_in_another_script_counts_for_her_row_until_somebody_says_otherwise():
    """The label is shown beside the name and proposed for confirmation; a stranger of the same sound stays one."""
    record = transcript([Turn("রিনা আক্তার", 0.0, 10.0, "হ্যাঁ", 1), Turn("Maya Rai", 10.0, 20.0, "Yes", 2)])
    roster = [Person("Rina Akter", (), {"gender": "woman"}), Person("Maya Rai", (), {"gender": "woman"})]
    joined = measure_participation(record, roster)
    assert next((each.name, each.labels) for each in joined.speakers) == ("Rina Akter", ("রিনা আক্তার",))
    assert (joined.silent, joined.unknown) == ((), ())
    assert [(each.label, each.name) for each in joined.proposals] == [("রিনা আক্তার", "Rina Akter")]
    apart = measure_participation(record, roster, strangers=["রিনা আক্তার"])
    assert (apart.silent, apart.unknown) == (("Rina Akter",), ("রিনা আক্তার",))


PEOPLE = [Person(f"P{n}", (), {"gender": "woman" if n < 3 else "man", "years": n % 2}) for n in range(6)]
TALK = [Turn(f"P{n}", 10.0 * n, 10.0 * n + n + 1, "word " * (n + 1), n + 1) for n in range(6)]


def test_one_attribute_may_be_a_string():
    """`by="gender"` is one attribute and not six letters."""
    one = measure_participation(transcript(TALK), PEOPLE, by="gender")
    assert one == measure_participation(transcript(TALK), PEOPLE, by=("gender",))
    assert list(one.groups) == ["gender"]


def test_an_attribute_that_nobody_has_is_refused_even_beside_one_that_exists():
    """It is named, and so are those that there are; the one that is compared by itself may lack, and that is said."""
    with pytest.raises(InputError, match=r"nobody on the roster has the attribute age. .*: gender, years"):
        measure_participation(transcript(TALK), PEOPLE, by=("gender", "age"))
    unsaid = [Person(person.name, (), {"years": 1}) for person in PEOPLE]
    assert "gender: not compared" in "".join(map(str, measure_participation(transcript(TALK), unsaid).limits))
    with pytest.raises(InputError, match="nobody on a roster to compare age by"):
        measure_participation(transcript(TALK), by="age")


def test_a_number_is_a_value_and_so_is_0():
    """Three people of 0 years of work and three of one; as texts they are the same."""
    found = measure_participation(transcript(TALK), PEOPLE, by="years")
    assert [(group.group, group.people) for group in found.groups["years"]] == [("0", 3), ("1", 3)]
    texts = [replace(person, attributes={"years": str(person.attributes["years"])}) for person in PEOPLE]
    assert found == measure_participation(transcript(TALK), texts, by="years")


def numbers(value: object) -> Iterator[float]:
    """All numbers of a result."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for each in value:
            yield from numbers(each)
    elif isinstance(value, int | float):
        yield value


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        ((nan, 5.0), "start is no time: nan"),
        ((0.0, nan), "end is no time: nan"),
        ((inf, 5.0), "start is no time: inf"),
        ((0.0, 1e16), "end is no time"),
        ((-1.0, 5.0), "start is no time: -1.0"),
        ((5.0, 0.0), r"the end \(0\) is before the start \(5\)"),
        (("0", 5.0), r"start must be float \| None, not str"),
        ((0.0, True), "end must be"),
    ],
)
def test_a_time_that_cannot_be_is_refused_with_its_turn(broken, problem):
    """What is left out silently would make the record one without times, whose shares count letters."""
    turns = [TALK[0], replace(TALK[1], start=broken[0], end=broken[1]), *TALK[2:]]
    with pytest.raises(InputError, match=rf"s.vtt, turns\[1\]: {problem}.*Give the seconds"):
        measure_participation(transcript(turns), PEOPLE)


TIMES = st.one_of(st.none(), st.floats())


@given(st.lists(st.tuples(TIMES, TIMES, st.sampled_from(["", "yes", "हजुर", "আচ্ছা ঠিক আছে"])), min_size=1, max_size=6))
def test_no_result_holds_what_is_no_number(said):
    """Whatever stands where times should be."""
    turns = [Turn(f"P{n % 4}", start, end, text, n + 1) for n, (start, end, text) in enumerate(said)]
    try:
        found = measure_participation(transcript(turns), PEOPLE)
    except (NothingToAnalyse, WrongValue):
        return
    assert all(map(isfinite, numbers(asdict(found))))
