import pytest

from nlp.transcripts import read_transcript


def read(text, name="session.vtt"):
    return read_transcript(name, text.encode())


def said(transcript):
    return [(turn.speaker, turn.text) for turn in transcript.turns]


TEAMS = """WEBVTT

5b1d6c0e-24f7-4c39-9d0a-7e61f3a2b8c4/32-0
00:00:28.600 --> 00:00:41.000
<v Sarita Thapa>हामीले सात भन्यौँ, but the donor
template had no box</v>

5b1d6c0e-24f7-4c39-9d0a-7e61f3a2b8c4/32-1
00:00:40.600 --> 00:00:46.500
<v Sarita Thapa>as if we did &amp; did not.</v>

5b1d6c0e-24f7-4c39-9d0a-7e61f3a2b8c4/35-0
00:00:45.300 --> 00:00:53.800
<v Nolan, Peter>Sorry to jump in</v>
"""


def test_teams_names_words_and_overlap_are_read():
    """Text over lines is joined, entities are resolved, overlap is real."""
    transcript = read(TEAMS)
    assert said(transcript) == [
        ("Sarita Thapa", "हामीले सात भन्यौँ, but the donor template had no box"),
        ("Sarita Thapa", "as if we did & did not."),
        ("Nolan, Peter", "Sorry to jump in"),
    ]
    assert (transcript.form, transcript.shows_overlap, transcript.timed) == ("teams-vtt", True, True)
    assert [turn.line for turn in transcript.turns] == [4, 9, 13]


def test_old_teams_times_are_read_as_milliseconds():
    """`0:0:42.80` is 42.08 s, or the cue would end before it begins."""
    who = "68f0e9b4-d6de-4cad-9c2a-9b587e97837f@72f988bf-86f1-41af-91ab-2d7cd011db47"
    text = f"WEBVTT\n\n0:0:42.80 --> 0:0:42.790\n<v {who}>Ja.</v>\n\n0:1:3.0 --> 0:1:4.90\n<v {who}>No.</v>\n"
    turns = read(text.replace("\n", "\r\n")).turns
    assert [(turn.start, turn.end) for turn in turns] == [(42.08, 42.79), (63.0, 64.09)]
    assert {turn.speaker for turn in turns} == {who}


def test_zoom_names_are_read_and_cues_without_a_name_stay_open():
    """Where nearly every cue has a name, one without is nobody's: it cannot be told whose."""
    text = (
        "WEBVTT\r\n\r\n1\r\n00:00:01.000 --> 00:00:02.000\r\nFarhana Akter: আমরা শুরু করি: এক\r\n\r\n"
        "2\r\n00:00:02.000 --> 00:00:03.000\r\nand then this: it broke\r\n\r\n"
        "3\r\n00:00:03.000 --> 00:00:04.000\r\nChris - Base: hi\r\n\r\n"
        "4\r\n00:00:04.000 --> 00:00:05.000\r\nFarhana Akter: জি\r\n"
    )
    transcript = read(text)
    assert said(transcript) == [
        ("Farhana Akter", "আমরা শুরু করি: এক"),
        (None, "and then this: it broke"),
        ("Chris - Base", "hi"),
        ("Farhana Akter", "জি"),
    ]
    assert (transcript.form, transcript.shows_overlap) == ("zoom-vtt", False)


def test_voices_without_a_closing_tag_are_read():
    """Hosted records never close the tag; classes on it do not matter."""
    text = (
        "WEBVTT\n\n00:00.000 --> 00:02.760\n<v Sarah>In today's\n\n00:03.760 --> 00:06.090\n<v.a Gil Ian>Hi &lt;all&gt;"
    )
    assert said(read(text)) == [("Sarah", "In today's"), ("Gil Ian", "Hi <all>")]


def test_a_cue_of_two_voices_is_divided_by_the_length_of_what_they_said():
    """No overlap is invented; the assumption is stated."""
    transcript = read("WEBVTT\n\n00:00.000 --> 00:10.000\n<v A B>abcdef</v> <v C D>abcd</v>\n")
    assert [(turn.speaker, turn.start, turn.end) for turn in transcript.turns] == [("A B", 0, 6), ("C D", 6, 10)]
    assert [remark.values for remark in transcript.remarks] == [{"count": 1}]


def test_subrip_names_at_a_change_carry_on():
    """Cues without a name belong to the speaker before; the assumption is stated."""
    names = {1: "Anna: ", 9: "রহিমা: ", 15: "Anna: ", 20: "রহিমা: "}
    cues = [f"{n}\n00:00:{n:02d},000 --> 00:00:{n:02d},900\n{names.get(n, '')}words {n}\n" for n in range(1, 31)]
    transcript = read("\n".join(cues), "x.srt")
    speakers = [turn.speaker for turn in transcript.turns]
    assert speakers == ["Anna"] * 8 + ["রহিমা"] * 6 + ["Anna"] * 5 + ["রহিমা"] * 11
    assert "only at a change" in str(transcript.remarks[0])


def test_two_names_in_one_subrip_cue_are_two_turns():
    """Each line with a label begins a part."""
    text = "1\n00:00:00,000 --> 00:00:04,000\nAnna: yes\nBela: nay\n\n2\n00:00:05,000 --> 00:00:06,000\nAnna: so\nBela:"
    assert said(read(text)) == [("Anna", "yes"), ("Bela", "nay"), ("Anna", "so")]


def test_times_name_and_words_on_lines_of_their_own():
    """What a Teams document leaves when it is saved as text."""
    text = "\n".join(
        f"0:0:{n}.0 --> 0:0:{n}.900\n{name}\nwords {n}\n" for n, name in enumerate(["Anna L", "Bela K"] * 3)
    )
    assert said(read(text, "x.txt"))[:2] == [("Anna L", "words 0"), ("Bela K", "words 1")]


def test_overlap_in_a_plain_record_is_believed_only_beyond_rounding():
    """Half a second of overlap is what clocks of recognisers produce."""
    cues = "WEBVTT\n\n00:00.000 --> 00:05.{}\n<v A>x\n\n00:05.000 --> 00:09.000\n<v B>y\n"
    assert not read(cues.format("400")).shows_overlap
    assert read(cues.format("900")).shows_overlap


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\r\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_line_ends_and_encodings_do_not_matter(ending, encoding):
    """The same turns come out of every way of saving."""
    transcript = read_transcript("x.vtt", TEAMS.replace("\n", ending).encode(encoding))
    assert said(transcript) == said(read(TEAMS))


def test_webex_writes_the_name_into_the_id():
    """`1 "Anna Lund" (3452)`."""
    text = (
        'WEBVTT\n\n1 "Anna Lund" (3452)\n00:00:01.000 --> 00:00:02.000\nHello: all\n\n'
        '2 "শিরীন" (12)\n00:00:02.000 --> 00:00:03.000\nজি\n'
    )
    assert said(read(text)) == [("Anna Lund", "Hello: all"), ("শিরীন", "জি")]


def test_a_sound_in_angle_brackets_is_no_voice():
    """`<vocalising>` begins like a voice tag."""
    text = "WEBVTT\n\n1\n00:01.000 --> 00:02.000\nAnna: <vocalising>\n\n2\n00:02.000 --> 00:03.000\nBo: yes\n"
    assert said(read(text)) == [("Anna", "<vocalising>"), ("Bo", "yes")]


def test_people_who_appear_as_apa_or_as_a_phone_are_speakers():
    """Each speaks once; the name does not stay in the speech."""
    said_once = ["Rina apa", "iPhone (2)", "Redmi Note 9", "rina akter", "didi", "হরি দাদা", "sir"]
    labels = ["Helen Roy", *said_once, "Helen Roy"]
    cues = "\n".join(f"{n}\n00:00:0{n}.000 --> 00:00:0{n}.900\n{who}: yes {n}\n" for n, who in enumerate(labels, 1))
    transcript = read("WEBVTT\n\n" + cues)
    assert said(transcript) == [(who, f"yes {n}") for n, who in enumerate(labels, 1)]


def test_the_sbv_of_google_meet_and_youtube():
    """Two times with a comma between them, names before the words."""
    text = (
        "0:00:01.000,0:00:04.000\nAnna: Hi\n\n0:00:04.500,0:00:06.000\nBela: Yes\n\n"
        "0:00:06.5,0:00:09.0\nAnna: so\nit is\n"
    )
    turns = read_transcript("meet.sbv", text.encode()).turns
    assert [(turn.speaker, turn.start, turn.end, turn.text) for turn in turns] == [
        ("Anna", 1, 4, "Hi"),
        ("Bela", 4.5, 6, "Yes"),
        ("Anna", 6.5, 9, "so it is"),
    ]


@pytest.mark.parametrize("form", ["({}) {}", "[{}] {}", "- [{}] {}"])
def test_names_in_brackets(form):
    """At the beginning of most cues; sounds are written small and are no names."""
    said = [("Anna Lund", "Hi"), ("Bela", "Yes"), ("music", "la"), ("Anna Lund", "so"), ("Bela", "no")]
    cues = [f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{form.format(*line)}\n" for n, line in enumerate(said, start=1)]
    turns = read_transcript("a.srt", "\n".join(cues).encode()).turns
    assert [turn.speaker for turn in turns] == ["Anna Lund", "Bela", None, "Anna Lund", "Bela"]
    assert turns[0].text == "Hi"


def subtitles(*lines):
    cues = [f"{n}\n00:00:{n:02d},000 --> 00:00:{n:02d},900\n{line}\n" for n, line in enumerate(lines, start=1)]
    return read_transcript("a.srt", "\n".join(cues).encode())


def test_a_role_in_brackets_in_subtitles_that_name_only_at_a_change():
    """`Sarah (facilitator):` occurs once and keeps its words."""
    more = ["and more", "and so on", "and on"]
    record = subtitles(
        "Anna: hi", *more, "Sarah (facilitator): yes", *more, "Anna: so", *more, "Bela: x", *more, "Bela: y"
    )
    assert [turn.speaker for turn in record.turns] == [
        *["Anna"] * 4,
        *["Sarah (facilitator)"] * 4,
        *["Anna"] * 4,
        *["Bela"] * 5,
    ]


def test_a_label_in_doubt_ends_what_the_speaker_before_says():
    """Its words and those after it are nobody's, and it is counted."""
    more = ["and more", "and so on", "and on"]
    record = subtitles("Anna: hi", *more, "Zed: yes", *more, "Anna: so", *more, "Bela: x", *more, "Bela: y")
    assert [turn.speaker for turn in record.turns] == [*["Anna"] * 4, *[None] * 4, *["Anna"] * 4, *["Bela"] * 5]
    assert record.turns[4].text == "Zed: yes"
    assert record.unread.examples == ("line 19: Zed: yes",)


def test_a_sentence_with_a_colon_in_subtitles_goes_on():
    """`And then: ...` is no label in doubt."""
    more = ["and more", "and so on", "and on"]
    record = subtitles("Anna: hi", *more, "And then this: no", *more, "Anna: so", *more, "Bela: x", *more, "Bela: y")
    assert [turn.speaker for turn in record.turns] == [*["Anna"] * 12, *["Bela"] * 5]
    assert record.unread.lines == 0


def test_subtitles_without_a_name_amid_a_sentence_go_on():
    """Also where most have a name; after the end of a sentence it cannot be told."""
    record = subtitles("Anna: Hello and", "welcome to all.", "Bela: Thank you for", "this.", "Anna: So.", "Bela: Yes.")
    assert [turn.speaker for turn in record.turns] == ["Anna", "Anna", "Bela", "Bela", "Anna", "Bela"]
    record = subtitles("Anna: Hello.", "Welcome to all.", "Bela: Thank you.", "Anna: So.", "Bela: Yes.")
    assert [turn.speaker for turn in record.turns] == ["Anna", None, "Bela", "Anna", "Bela"]


def test_names_in_brackets_on_lines_of_their_own_within_a_cue():
    """The words below the second name are not the first one's; a dash alone is nobody's word."""
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n(Dana Fisher)\nWhat is your\n\n00:02.000 --> 00:04.000\n(Dana Fisher)\n"
        "background?\n-\n \n(Bo Bett)\nSafaria wise\n\n00:04.000 --> 00:05.000\n(Dana Fisher)\nYes"
    )
    assert said(read(text)) == [
        ("Dana Fisher", "What is your"),
        ("Dana Fisher", "background?"),
        ("Bo Bett", "Safaria wise"),
        ("Dana Fisher", "Yes"),
    ]
