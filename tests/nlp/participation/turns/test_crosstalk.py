import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.participation.turns.backchannels import is_sign_of_listening
from nlp.participation.turns.crosstalk import Stretch, join_stretches, measure_crosstalk
from nlp.participation.turns.floor import Voice
from nlp.participation.types import Interruption
from nlp.transcripts.types import Turn


def measured(*spoken):
    """Measure (person, start, end) or (person, start, end, text)."""
    return measure_crosstalk(
        Voice(person, Turn(person, start, end, "".join(text), 1)) for person, start, end, *text in spoken
    )


def test_who_goes_on_takes_the_floor():
    """B begins at 8 over A, who stops at 10: both for 2 s, and B goes on."""
    found = measured(("A", 0, 10), ("B", 8, 20))
    assert found.interruptions == (Interruption("B", "A", 8, 2, took_floor=True),)


def test_who_stops_first_does_not_take_it():
    """B tries for 3 s in the middle of A's speech."""
    found = measured(("A", 0, 20), ("B", 8, 11))
    assert found.interruptions == (Interruption("B", "A", 8, 3, took_floor=False),)
    assert found.median_gap_seconds is None


def test_the_end_of_a_turn_foreseen_is_no_interruption():
    """Less than a second of both; the gap is negative."""
    found = measured(("A", 0, 10), ("B", 9.5, 20))
    assert (found.interruptions, found.short_overlaps, found.median_gap_seconds) == ((), 1, -0.5)


def test_those_who_begin_together_do_not_interrupt_each_other():
    """Within a fifth of a second."""
    assert measured(("A", 0, 10), ("B", 0.1, 9)).interruptions == ()


def test_a_listener_listens_to_who_still_speaks_not_to_who_began_last():
    """B says something at 5 and stops; A speaks on, and C's sign at 12 is for A."""
    found = measured(("A", 0, 20, "we went"), ("B", 5, 7, "to the field"), ("C", 12, 12.5, "mhm"))
    assert (found.backchannels, found.short_overlaps) == ({"C": 1}, 0)


@given(
    st.lists(
        st.tuples(st.sampled_from("ABC"), st.integers(0, 40), st.integers(1, 30), st.sampled_from(["mhm", "we went"])),
        max_size=10,
    )
)
def test_a_sign_while_another_speaks_is_a_backchannel(spoken):
    """Every brief sign that some other person's turn covers, counted one by one, is among them."""
    voices = [Voice(who, Turn(who, start, start + half / 2, text, 1)) for who, start, half, text in spoken]
    stretches = join_stretches(voices)
    turns = [each for each in stretches if "we" in each.text or each.end - each.start > 2]
    covered = sum(
        any(turn.person != sign.person and turn.start < sign.start and turn.end >= sign.end for turn in turns)
        for sign in stretches
        if sign not in turns and is_sign_of_listening(sign.text)
    )
    assert sum(measure_crosstalk(voices).backchannels.values()) >= covered


def test_of_several_speakers_the_one_who_spoke_longest_is_interrupted():
    """C begins over A and B."""
    found = measured(("A", 0, 20), ("B", 5, 15), ("C", 9, 12))
    assert [(each.by, each.of) for each in found.interruptions] == [("B", "A"), ("C", "A")]


@pytest.mark.parametrize(
    ("text", "seconds"), [("mhm", 1.5), ("হ্যাঁ, ঠিক আছে", 1.9), ("हजुर", 0.6), ("thik ache", 1), ("", 0.9)]
)
def test_a_sign_of_listening_is_a_backchannel(text, seconds):
    """Inside another's speech, or in a pause after which the other goes on."""
    written = "we went to the field" if text else ""
    inside = measured(("A", 0, 10, written), ("B", 5, 5 + seconds, text))
    between = measured(("A", 0, 5, written), ("B", 5.3, 5.3 + seconds, text), ("A", 6 + seconds, 9, written))
    for found in (inside, between):
        assert found.backchannels == {"B": 1}
        assert (found.interruptions, found.short_overlaps) == ((), 0)
    assert between.median_gap_seconds is None


@pytest.mark.parametrize(
    "spoken",
    [
        [("A", 0, 10, "we went"), ("B", 5, 6.5, "no wait")],
        [("A", 0, 10, "we went"), ("B", 5, 8, "mhm")],
        [("A", 0, 5, "do you agree?"), ("B", 5.5, 6, "yes"), ("A", 6.2, 9, "fine then")],
        [("A", 0, 5, "we went"), ("B", 5.5, 6, "yes"), ("C", 6.2, 9, "and I")],
        [("A", 0, 5, "we went"), ("B", 5.5, 6, "yes")],
        [("A", 0, 5, "we went"), ("B", 15, 16, "yes"), ("A", 16, 20, "well")],
        [("B", 0, 1, "yes"), ("A", 1, 5, "we went")],
        [("A", 0, 10), ("B", 5, 6.5)],
    ],
)
def test_other_words_long_ones_answers_and_turns_are_no_backchannels(spoken):
    """A backchannel says only that one listens, and the speaker goes on."""
    assert measured(*spoken).backchannels == {}


def test_stretches_are_joined_over_short_pauses():
    """0.2 s is not heard as a pause."""
    voices = [
        Voice("A", Turn("A", start, end, text, 1)) for start, end, text in [(2.3, 3, "c"), (0, 1, "a"), (1.2, 2, "b")]
    ]
    assert join_stretches(voices) == [Stretch("A", 0, 2, "a b"), Stretch("A", 2.3, 3, "c")]


def test_the_gap_is_the_median_over_changes_of_speaker():
    """A to B 1 s, B to A 0.4 s, A to C -0.5 s; A's own pause is none."""
    found = measured(("A", 0, 5), ("B", 6, 9), ("A", 9.4, 12), ("A", 14, 20), ("C", 19.5, 25))
    assert found.median_gap_seconds == pytest.approx(0.4)


def test_speech_of_nobody_known_interrupts_nobody():
    """Whose it is is not known."""
    assert measured(("A", 0, 10), (None, 3, 8)).interruptions == ()


@pytest.mark.parametrize(
    ("text", "is_sign"),
    [
        ("Mm-hm.", True),
        ("জ্বি, আচ্ছা", True),
        ("हजुर, हुन्छ।", True),
        ("yes yes yes yes", True),
        ("yes but no", False),
        ("ঠিক না", False),
        ("", False),
        ("yes yes yes yes yes", False),
        ("हुँदैन", False),
    ],
)
def test_signs_of_listening(text, is_sign):
    """Four words at most, and nothing else among them."""
    assert is_sign_of_listening(text) is is_sign


SPOKEN = st.lists(
    st.tuples(st.sampled_from("ABC"), st.integers(0, 200), st.integers(1, 60)).map(
        lambda each: (each[0], each[1] / 4, (each[1] + each[2]) / 4)
    ),
    max_size=15,
)


@given(SPOKEN)
def test_interruptions_agree_with_looking_at_every_pair(spoken):
    """A plain loop over all pairs of stretches that are no backchannels finds the same beginnings."""
    voices = [Voice(person, Turn(person, start, end, "and so we went", 1)) for person, start, end in spoken]
    stretches = join_stretches(voices)
    over = {
        (b.person, b.start, b.end)
        for b in stretches
        if any(a.person != b.person and a.start <= b.start - 0.2 and a.end > b.start for a in stretches)
    }
    found = measure_crosstalk(voices)
    assert len(found.interruptions) + found.short_overlaps == len(over)
    for each in found.interruptions:
        assert each.seconds >= 1
        assert any(each.of == a.person and a.start < each.at < a.end for a in stretches)
    assert found.backchannels == {}
