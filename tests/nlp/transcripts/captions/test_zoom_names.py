import pytest

from nlp.transcripts import read_transcript


def captions(*lines):
    cues = [f"{n}\r\n00:00:{n:02d}.000 --> 00:00:{n:02d}.900\r\n{line}\r\n" for n, line in enumerate(lines, start=1)]
    return "WEBVTT\r\n\r\n" + "\r\n".join(cues)


def speakers(*lines):
    return [turn.speaker for turn in read_transcript("zoom.vtt", captions(*lines).encode()).turns]


@pytest.mark.parametrize(
    "name",
    [
        *("8801712345678", "+977 98*****21", "01712*****8", "Lund, Anna, MD", 'Robert "Bob" Smith', "🌸", "anna?"),
        *("রিনা আপা 🌺", "हरि दाइ", "Anna Lund / CARE=BD", "Saurabh’s iPad", "SPEAKER_00"),
    ],
)
def test_what_people_call_themselves_is_a_name(name):
    """Telephones, signs and commas included, though it stands there only once."""
    others = ["Anna: hello", "Bela: yes", "Anna: so", "Bela: no"]
    assert speakers(*others, f"{name}: I am here") == ["Anna", "Bela", "Anna", "Bela", name]


def test_a_colon_inside_the_names_of_a_group():
    """`Group 2: Anna` and `Group 2: Bela` are two people."""
    lines = [
        "Group 2: Anna: hi",
        "Carl: yes",
        "Group 2: Bela: no",
        "Group 2: Anna: so",
        "Carl: fine",
        "Group 2: Bela: x",
    ]
    assert speakers(*lines) == ["Group 2: Anna", "Carl", "Group 2: Bela", "Group 2: Anna", "Carl", "Group 2: Bela"]


def test_somebody_who_quotes_now_and_then_keeps_their_name():
    """A second colon is speech unless everything under the label begins so."""
    assert speakers("Anna: Question: why?", "Bela: yes", "Anna: so", "Bela: no") == ["Anna", "Bela", "Anna", "Bela"]


def test_a_sentence_with_a_colon_in_a_cue_without_a_name_is_no_speaker():
    """`and then I said: no`."""
    lines = ["Anna: hello", "Bela: yes", "Anna: so", "Bela: no", "and then I said, well, wait: no"]
    assert speakers(*lines)[-1] is None
