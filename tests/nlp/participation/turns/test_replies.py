"""What follows on the messages of a chat, against cases worked by hand."""

from hypothesis import given
from hypothesis import strategies as st

from nlp.participation.turns.floor import Voice
from nlp.participation.turns.replies import WITHIN, measure_replies
from nlp.participation.types import Replies
from nlp.transcripts.types import Turn

HOUR = 3600


def voices(*said):
    return [Voice(person, Turn(person, start, None, text, line)) for line, (person, start, text) in enumerate(said)]


def test_the_next_message_of_somebody_else_ends_the_wait():
    """Asha waits 1 h after her second message, Bela 3 h: the median is 2 h; how long Asha paused is nobody's reply."""
    chat = voices(
        ("Asha", 0, "Hello"), ("Asha", HOUR, "Who comes?"), ("বেলা", 2 * HOUR, "আমি।"), ("Asha", 5 * HOUR, "ok")
    )
    assert measure_replies(chat) == Replies(median_seconds=2 * HOUR, questions=1, open={})


def test_a_question_is_open_if_nobody_else_writes_for_a_day():
    """Also where the asker goes on; an answer at the last second of the day closes it."""
    chat = voices(
        ("Asha", 0, "কে আসবেন?"),
        ("Asha", HOUR, "के भयो?"),
        ("Bela", WITHIN + HOUR, "me"),
        ("Bela", WITHIN + HOUR, "and who else?"),
        ("Asha", 3 * WITHIN, "nobody"),
    )
    assert measure_replies(chat) == Replies((WITHIN + 2 * WITHIN - HOUR) / 2, 3, {"Asha": 1, "Bela": 1})


def test_what_comes_after_the_record_is_not_held_against_anybody():
    """A question in the last hour may have been answered since; one of the day before yesterday was not."""
    last = ("Asha", 2 * WITHIN, "Still there?"), ("Asha", 2 * WITHIN + HOUR, "?")
    chat = voices(("Bela", 0, "hi"), ("Asha", HOUR, "Shall we?"), *last)
    assert measure_replies(chat).open == {"Asha": 1}


def test_without_times_or_with_one_writer_nothing_is_said():
    """There is nothing to follow."""
    assert measure_replies(voices(("Asha", None, "Hello?"), ("Bela", 1, "hi"))) is None
    assert measure_replies(voices(("Asha", 0, "Hello?"), ("Asha", 1, "hi"))) is None
    assert measure_replies([]) is None


messages = st.tuples(
    st.sampled_from(["Asha", "বেলা", "चन्द्र", None]), st.integers(0, 5 * WITHIN), st.sampled_from(["ok", "কেন?", "?!"])
)


@given(st.lists(messages, min_size=1, max_size=12))
def test_it_is_what_a_plain_count_gives(said):
    """Every question is looked at by itself, in all that comes after it."""
    ordered = sorted(said, key=lambda message: message[1])
    found = measure_replies(voices(*ordered))
    if len({person for person, _, _ in said}) < 2:
        assert found is None
        return
    end = ordered[-1][1]
    asked = [(place, message) for place, message in enumerate(ordered) if message[0] and message[2] != "ok"]
    waits = [
        (person, next((later for other, later, _ in ordered[place + 1 :] if other != person), end) - at)
        for place, (person, at, _) in asked
    ]
    assert found.questions == len(asked)
    assert sum(found.open.values()) == sum(wait > WITHIN for _, wait in waits)
