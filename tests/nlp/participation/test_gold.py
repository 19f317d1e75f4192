import csv
import json
from pathlib import Path

import pytest

import corpora
from nlp.documents.types import Person
from nlp.participation import measure_participation
from nlp.text.words import count_characters
from nlp.transcripts import read_transcript

GOLD = Path(corpora.__file__).parent / "gold" / "transcripts"
COUNTED = sorted(GOLD.glob("*.expected.json"))


def roster_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [Person(row["name"], tuple(filter(None, row["aliases"].split(";")))) for row in rows]


@pytest.fixture(params=COUNTED, ids=lambda path: path.name.split(".")[0])
def session(request):
    """Return the hand count, the transcript and what we measure in it."""
    expected = json.loads(request.param.read_text(encoding="utf-8"))
    path = GOLD / expected["file"]
    transcript = read_transcript(path.name, path.read_bytes())
    roster = roster_of(path.with_suffix(".roster.csv"))
    return expected, transcript, measure_participation(transcript, roster)


def test_there_are_sessions_counted_by_hand():
    """At least two."""
    assert len(COUNTED) >= 2


def test_time_turns_and_silence_agree_with_the_hand_count(session):
    """To a tenth of a second, every turn and every silent person."""
    expected, _, measured = session
    shares = {share.name: share for share in measured.speakers}
    assert shares.keys() == {speaker["name"] for speaker in expected["speakers"]}
    assert list(measured.silent) == expected["silent"]
    assert measured.timed == expected["timed"]
    for speaker in expected["speakers"]:
        share = shares[speaker["name"]]
        assert share.turns == speaker["turns"]
        if expected["timed"]:
            assert share.seconds == pytest.approx(speaker["seconds"], abs=0.05)
            assert share.share == pytest.approx(speaker["share"], abs=1e-5)
    if expected["timed"]:
        assert measured.silence_seconds == pytest.approx(expected["silence_seconds"], abs=0.05)
        assert measured.overlap_seconds in (None, pytest.approx(expected["overlap_seconds"], abs=0.05))
        longest = max(measured.speakers, key=lambda share: share.longest_seconds)
        assert longest.name == expected["longest_turn"]["speaker"]
        assert longest.longest_seconds == pytest.approx(expected["longest_turn"]["seconds"], abs=0.05)


def test_every_letter_that_was_counted_is_read(session):
    """Letters, marks and digits of each person, before the factor of the script, are those of the hand count."""
    expected, transcript, measured = session
    person_of = {label: share.name for share in measured.speakers for label in share.labels}
    counted = dict.fromkeys(person_of.values(), 0)
    for turn in transcript.turns:
        counted[person_of[turn.speaker]] += count_characters(turn.text)
    assert counted == {speaker["name"]: speaker["characters"] for speaker in expected["speakers"]}
    assert transcript.unread.lines == 0


def test_the_share_of_text_is_that_of_the_letters_within_the_spread_of_the_factors(session):
    """Scripts change it by less than half a point here."""
    expected, _, measured = session
    shares = {share.name: share.text_share for share in measured.speakers}
    assert shares == {
        speaker["name"]: pytest.approx(speaker["text_share"], abs=0.005) for speaker in expected["speakers"]
    }
