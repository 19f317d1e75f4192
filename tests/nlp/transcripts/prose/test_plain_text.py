import pytest

from nlp.errors import NoSpeakers
from nlp.transcripts import read_transcript


def read(text):
    return read_transcript("session.txt", text.encode())


def said(text):
    return [(turn.speaker, turn.text) for turn in read(text).turns]


def test_names_before_colons():
    """Lines without a label belong to the speaker before."""
    text = "Grace: Right, let's begin.\nOne item: money.\n\nশাহনাজ আপা: জি, শুরু করি।\nराम कुमारी : हजुर\nGrace: Yes."
    assert said(text) == [
        ("Grace", "Right, let's begin.\nOne item: money."),
        ("শাহনাজ আপা", "জি, শুরু করি।"),
        ("राम कुमारी", "हजुर"),
        ("Grace", "Yes."),
    ]
    assert [turn.line for turn in read(text).turns] == [1, 4, 5, 6]


def test_bold_names_of_markdown():
    """`**Name:** text` and `**Name**: text`."""
    assert said("**Harry R:** Okay.\n\n**Dav S**: Sure.\n\nGo on.\n\n**Harry R:** Thanks") == [
        ("Harry R", "Okay."),
        ("Dav S", "Sure.\nGo on."),
        ("Harry R", "Thanks"),
    ]


def test_name_and_time_above_paragraphs():
    """Otter: starts only, so the record is untimed; its title is reported as unread, its footer is furniture."""
    text = (
        "Interview of today with much interest\n\nJonas R  0:22  \nHello everyone, welcome to this long talk.\n\n"
        "Alex R  0:41  \nSure, yes. There are three of us: me.\n\nSecond paragraph.\n\n"
        "Jonas R  1:00:04  \nAwesome and so on.\n\nTranscribed by https://otter.ai"
    )
    transcript = read(text)
    assert [(turn.speaker, turn.start, turn.end) for turn in transcript.turns] == [
        ("Jonas R", 22, None),
        ("Alex R", 41, None),
        ("Jonas R", 3604, None),
    ]
    assert transcript.turns[1].text == "Sure, yes. There are three of us: me.\nSecond paragraph."
    assert transcript.unread.examples == ("line 1: Interview of today with much interest",)
    assert not transcript.timed


def test_speaker_and_time_with_a_colon_between():
    """`Speaker 0: 00:00:01` above the words; headings of sections are nobody's words."""
    text = "---\ntitle: A talk\n---\nSpeaker 0: 00:00:01\n\nSo one.\n\n## Part two\n\nSpeaker 1: 00:00:07\n\nHi.\n"
    assert said(text) == [("Speaker 0", "So one."), ("Speaker 1", "Hi.")]


def test_times_in_brackets_before_the_name():
    """Ranges give start and end, single times only the start."""
    ranged = (
        "[0:00:06.5 - 0:00:07.25] SPEAKER_00 -  Hello.\n"
        "[0:00:08 - 0:00:09] SPEAKER_01 - Hi.\n"
        "[0:00:10 - 0:00:11] UNKNOWN - Mm."
    )
    turns = read(ranged).turns
    assert [(turn.speaker, turn.start, turn.end) for turn in turns] == [
        ("SPEAKER_00", 6.5, 7.25),
        ("SPEAKER_01", 8, 9),
        (None, 10, 11),
    ]
    assert [(turn.speaker, turn.start) for turn in read("[00:01] Anna: a\n[00:09] Bela: b\n[00:12] Anna: c").turns] == [
        ("Anna", 1),
        ("Bela", 9),
        ("Anna", 12),
    ]
    assert said("**[00:00] SPEAKER_00:** Alrighty\n\n**[17:54] SPEAKER_01:** But") == [
        ("SPEAKER_00", "Alrighty"),
        ("SPEAKER_01", "But"),
    ]


def test_names_as_headings():
    """The level at which headings recur names the speakers; the title does not."""
    text = (
        "# Title\n\n### Interviewer\nFirst: a question?\n\n### সুমি\n\nYes.\n\n### Interviewer\n\nAnd?\n\n### সুমি\nNo."
    )
    assert said(text) == [
        ("Interviewer", "First: a question?"),
        ("সুমি", "Yes."),
        ("Interviewer", "And?"),
        ("সুমি", "No."),
    ]


def test_header_lines_and_the_list_of_those_present():
    """`Date:` is no speaker; `Present:` gives attendees, on its line or below it."""
    text = "Date: 3 May\nস্থান: ঢাকা\nউপস্থিত: রহিমা, Karim; Sumi\n\nরহিমা: শুরু করি\nKarim: yes\nরহিমা: জি"
    transcript = read(text)
    assert transcript.attendees == ("রহিমা", "Karim", "Sumi")
    assert {turn.speaker for turn in transcript.turns} == {"রহিমা", "Karim"}
    below = read("### Attendees\n- Ram Rai\n- Sita KC\n\nRam Rai: one\nRam Rai: two\n")
    assert below.attendees == ("Ram Rai", "Sita KC")
    assert transcript.unread.lines == 0


def test_a_long_opening_without_a_name_is_speech_of_nobody_known():
    """A lecture with questions: later paragraphs without a name are not the questioner's."""
    talk = "\n\n".join(f"I will now explain part {n} of my talk at some length." for n in range(9))
    text = f"{talk}\n\nMax H: What does it cost?\n\nNot much at all.\n\nMax H: And this?\n\nThat neither."
    assert [turn.speaker for turn in read(text).turns] == [None] * 9 + ["Max H", None, "Max H", None]
    assert "before the first name" in str(read(text).remarks[0])


@pytest.mark.parametrize(
    "text",
    [
        "Speaker1: [00:00:02] First words.\nSpeaker2: [00:00:05] Second.\nSpeaker1: [00:00:09] Third.",
        "Speaker1 (00:02):\nFirst words.\n\nSpeaker2 (00:05):\nSecond.\n\nSpeaker1 (00:09):\nThird.",
        "Speaker1 [00:00:02]: First words.\nSpeaker2 [00:00:05]: Second.\nSpeaker1 [00:00:09]: Third.",
        "0:02 - Speaker1\n  First words.\n\n0:05 - Speaker2\n  Second.\n\n0:09 - Speaker1\n  Third.",
        "**Speaker1** 00:02\nFirst words.\n\n**Speaker2** 00:05\nSecond.\n\n**Speaker1** 00:09\nThird.",
        "[Speaker1] 00:00:02\nFirst words.\n\n[Speaker2] 00:00:05\nSecond.\n\n[Speaker1] 00:00:09\nThird.",
        "00:00:02 Speaker1: First words.\n00:00:05 Speaker2: Second.\n00:00:09 Speaker1: Third.",
        "### Speaker1  0:02\nFirst words.\n\n### Speaker2  0:05\nSecond.\n\nSpeaker1  0:09\nThird.",
        "(0:02) Speaker1: First words.\n(0:05) Speaker2: Second.\n(0:09) Speaker1: Third.",
    ],
)
def test_many_tools_place_the_time_elsewhere(text):
    """Name and time in every order, with and without brackets, colon, dash and bold."""
    assert [(turn.speaker, turn.start, turn.text) for turn in read(text).turns] == [
        ("Speaker1", 2, "First words."),
        ("Speaker2", 5, "Second."),
        ("Speaker1", 9, "Third."),
    ]


@pytest.mark.parametrize("sign", ["\t", " - ", " – "])
def test_a_tab_or_a_dash_after_the_name(sign):
    """As people type it; a dash counts only where most lines have one and names recur."""
    names = ["রহিমা", "Karim Uddin", "রহিমা", "Karim Uddin"]
    text = "\n".join(f"{name}{sign}words {n}" for n, name in enumerate(names))
    assert [turn.speaker for turn in read(text).turns] == names
    with pytest.raises(NoSpeakers):
        read("Dhaka - a city\nand more words\nSylhet - a city\nand again\nBogura - a city\nas well")


def test_a_time_at_the_end_of_a_sentence_makes_no_speaker():
    """`Anna: Monday 12:30` is Anna's; a bare time every five minutes is nobody's."""
    text = "Anna: Monday 12:30\nBela: See you at 12:30\n00:05:00\nAnna: fine\n[00:06] and more\nBela: good"
    assert said(text) == [
        ("Anna", "Monday 12:30"),
        ("Bela", "See you at 12:30"),
        ("Anna", "fine\nand more"),
        ("Bela", "good"),
    ]


def test_google_meet_lists_the_silent():
    """Attendees, notice, last line."""
    text = (
        "Call of today - Transcript\n\nAttendees\nAnna Lund, Bela K, রহিমা\n\nTranscript\n"
        "This editable transcript was computer generated and might contain errors.\n\n"
        "Anna Lund: Welcome.\nAnna Lund: So.\n\n00:05:00\n\nBela K: Yes\n\nMeeting ended after 00:06:19 👋"
    )
    transcript = read(text)
    assert (transcript.form, transcript.attendees) == ("google-meet", ("Anna Lund", "Bela K", "রহিমা"))
    assert said(text) == [("Anna Lund", "Welcome."), ("Anna Lund", "So."), ("Bela K", "Yes")]


def test_header_words_within_speech_are_speech():
    """Only before the first speaker is `Note:` a header; a sentence about transcribing is a sentence."""
    text = "Note: draft\nAnna: we begin\nNote: this matters\nBela: it was transcribed by hand\nAnna: good\nBela: yes"
    assert said(text) == [
        ("Anna", "we begin\nNote: this matters"),
        ("Bela", "it was transcribed by hand"),
        ("Anna", "good"),
        ("Bela", "yes"),
    ]


def test_an_empty_list_of_those_present_swallows_no_speech():
    """The first line with a label ends it."""
    transcript = read("Participants:\nAnna: hi\nBela: yo\nAnna: so")
    assert (transcript.attendees, len(transcript.turns)) == ((), 3)


def test_a_colon_in_a_paragraph_below_names_with_times_makes_no_speaker():
    """Otter's names stand above the words."""
    text = "\n\n".join(
        f"{name}  0:{n:02d}\nSo.\nSecond Point: {n}" for n, name in enumerate(["Anna L", "Bo K"] * 3, start=10)
    )
    assert {turn.speaker for turn in read(text).turns} == {"Anna L", "Bo K"}


def test_unknown_speaker_between_headings_is_nobody():
    """Otter's name is left as it was while others were made headings; its words are not the speaker's before."""
    text = "#### Zac\n\nOne.\n\nUnknown Speaker  \nOh,\n\n#### Mia\n\nTwo.\n\n#### Zac\n\nThree.\n\n#### Mia\n\nFour."
    assert [turn.speaker for turn in read(text).turns] == ["Zac", None, "Mia", "Zac", "Mia"]


@pytest.mark.parametrize("form", ["**{}** ", "**{}:**", "{}", "__{}__"])
def test_names_alone_on_a_line(form):
    """Bold or bare, above what was said; bare only if several recur."""
    names = ["Matt Yonk", "শাহনাজ আপা", "Matt Yonk", "শাহনাজ আপা"]
    text = "\n\n".join(f"{form.format(name)}\nYou can see number {n}." for n, name in enumerate(names))
    assert said(text) == [(name, f"You can see number {n}.") for n, name in enumerate(names)]


def test_seconds_and_brackets_before_the_words():
    """Ranges of plain seconds; a bracket with a number in it is a label, one with a sound is not."""
    text = "0.00 - 9.25 [SPEAKER_00]: one\n9.50 - 12.00 [SPEAKER_01]: two\n12.00 - 13.00 [SPEAKER_00]: three"
    assert [(turn.speaker, turn.start, turn.end) for turn in read(text).turns] == [
        ("SPEAKER_00", 0, 9.25),
        ("SPEAKER_01", 9.5, 12),
        ("SPEAKER_00", 12, 13),
    ]
    assert said("[Speaker 1] one\n[Music] tune\n[Speaker 2] two\n[Music] tune\n[Speaker 1] three") == [
        ("Speaker 1", "one\n[Music] tune"),
        ("Speaker 2", "two\n[Music] tune"),
        ("Speaker 1", "three"),
    ]


def test_a_line_of_names_before_the_first_speaker_lists_those_present():
    """As Google Meet writes it without a heading."""
    text = "abc - Transcript\n\nAnna L, Anna L's Presentation, Bo K, Mia\n\nAnna L: one\n\nBo K: two\n\nAnna L: three"
    transcript = read(text)
    assert transcript.attendees == ("Anna L", "Anna L's Presentation", "Bo K", "Mia")
    assert transcript.unread.lines == 1


def test_a_transcript_of_jitsi():
    """Who was there, times of the day, and no words for coming and going."""
    text = (
        "Transcript of conference held at 12 Aug, 2018 in room weekly\nInitial people present at 7:35:13 AM:\n"
        "Anna Lund\nBela\n\nTranscript, started at 7:35:13 AM:\n________________\n"
        "<7:35:15 AM> Anna Lund: Hello\n\t\tand welcome\n<7:35:20 AM> Chitra joined the conference\n"
        "<7:35:26 PM> Bela: नमस्ते\n________________\n\nEnd of transcript at 12 Aug, 2018 7:36:22 AM\n"
    )
    record = read_transcript("jitsi.txt", text.encode())
    assert [(turn.speaker, turn.start, turn.text) for turn in record.turns] == [
        ("Anna Lund", 27_315, "Hello\nand welcome"),
        ("Bela", 70_526, "नमस्ते"),
    ]
    assert record.attendees == ("Anna Lund", "Bela")
    assert record.unread.lines == 0


@pytest.mark.parametrize(
    ("begun", "ended"),
    [
        ("Anna Lund started transcription", "Bela K stopped transcription"),
        ("Anna Lund hat die Transkription gestartet", "Bela K hat die Transkription beendet"),
        ("Anna Lund a démarré la transcription", "Bela K a arrêté la transcription"),
    ],
)
def test_the_notices_of_teams_are_nobodys_words(begun, ended):
    """The last line begins with a name and ends without a full stop."""
    said = "Anna Lund   0:03\nHello.\n\nBela K   0:09\nFine.\n\nAnna Lund   0:10\nSo.\n\nBela K   0:11\nBye."
    text = f"Weekly\n1. März 2024, 10:00AM\n\n{begun}\n\n{said}\n\n{ended}\n"
    turns = read_transcript("teams.txt", text.encode()).turns
    assert [(turn.speaker, turn.text) for turn in turns] == [
        ("Anna Lund", "Hello."),
        ("Bela K", "Fine."),
        ("Anna Lund", "So."),
        ("Bela K", "Bye."),
    ]


def test_times_in_bold_and_a_second_time_before_the_name():
    """oTranscribe's Markdown; a time in front of each line of an Otter export is not the turn's."""
    text = "**00:03** Anna: Hello\n\n**00:09** Bela: Fine\n\n**00:10** Anna: So\n"
    assert [turn.start for turn in read_transcript("a.md", text.encode()).turns] == [3, 9, 10]
    text = "0:00 Brian Oak  53:14\n0:00 You know\n0:00 Mia Ken  53:25\n0:00 Yeah\n0:00 Brian Oak  53:30\n0:00 So\n"
    assert [turn.start for turn in read_transcript("a.txt", text.encode()).turns] == [3194, 3205, 3210]


def test_odd_times_of_day_before_a_name():
    """One digit for the minutes, fractions, hours beyond any day."""
    text = "[10:6 AM] Anna: hi\n<0:0:0.0 AM> Bela: yes\n[100:61:61 PM] Anna: so\n"
    assert [turn.speaker for turn in read_transcript("a.txt", text.encode()).turns] == ["Anna", "Bela", "Anna"]


@pytest.mark.parametrize(
    "form",
    [
        "[{}] {}",
        "<{}> {}",
        "[10:03] <{}> {}",
        "10:03\t{}\t{}",
        "{}, [12.03.2024 10:01]\n{}",
        "{}, [12/03/2024, 10:01:09 AM]:\n{}",
    ],
)
def test_names_in_brackets_and_beside_dates(form):
    """Of notes, of programs for chats, and as messages are copied from them."""
    lines = [("Anna P", "Hello all."), ("রহিম", "Hi Anna."), ("Anna P", "Shall we?"), ("রহিম", "Yes.")]
    assert said("\n\n".join(form.format(*line) for line in lines)) == lines


def test_a_word_in_brackets_is_no_name():
    """Unless names recur there, and most lines have one."""
    assert said("Anna: so\n[laughs] and then\nBela: yes\nAnna: no\nBela: x")[0] == ("Anna", "so\n[laughs] and then")


def test_times_within_the_words_are_no_words():
    """`[00:01:02]` as tools write it, also escaped; a time that somebody says stays."""
    text = "Anna: One. \\[00:03:59.19\\] Two.\n\nBela: At 10:30 (10:30).\n\nAnna: Three. (00:00:03)\n\nBela: x."
    assert [words for _, words in said(text)] == ["One. Two.", "At 10:30 (10:30).", "Three.", "x."]


def test_a_long_list_before_the_talk_is_no_speech():
    """Its paragraphs then belong to the speaker before, as anywhere."""
    head = "\n\n".join(f"- A link to the page with the number {n} of them all" for n in range(20))
    assert said(f"{head}\n\nAnna: One.\n\nMore.\n\nBela: Two.\n\nAnna: x.\n\nBela: y.")[0] == ("Anna", "One.\nMore.")


@pytest.mark.parametrize(
    "form",
    [
        "[00:00.000 --> 00:03.000] [{}] {}",
        "0:01 | {}\n{}",
        "{} · 00:02\n{}",
        "{} | 00:02\n{}",
        "**{}** *(00:01)*: {}",
        "[Saturday 09:12] {}\n{}",
        "{}\n14 Feb 2024, 18:02\n{}",
        "{}\nFeb 14, 2024 at 6:02 PM\n{}",
    ],
)
def test_names_beside_times_in_many_forms(form):
    """Of recognisers, of tools for calls, of Markdown, and as messages are copied."""
    lines = [("Speaker 1", "Hello."), ("Speaker 2", "Hi."), ("Speaker 1", "Shall we?"), ("Speaker 2", "Yes.")]
    record = read("\n\n".join(form.format(*line) for line in lines))
    assert [(turn.speaker, turn.text) for turn in record.turns] == lines
    assert all(turn.start is not None for turn in record.turns)


def test_words_behind_a_colon_without_a_name_are_nobodys():
    """They do not go to the speaker before, except in a record of Google Meet, which cuts turns so."""
    transcript = read("Anna: We begin.\n: and someone said no\nBela: Yes.\nAnna: Good.")
    assert [(turn.speaker, turn.text) for turn in transcript.turns][1] == (None, "and someone said no")
    assert transcript.unread.examples == ("line 2: and someone said no",)
    meet = "Anna: We begin.\n: over the weeks\nBela: Yes.\nAnna: Good.\n\nMeeting ended after 00:10:00"
    assert None not in {turn.speaker for turn in read(meet).turns}


def test_what_happened_is_nobodys_speech_without_brackets_too():
    """`Laughter.` and the like on a line of its own is reported, as is a note of the observer in brackets."""
    transcript = read("Anna: One.\n\nLaughter.\n\nBela: Two.\n\nহাততালি\n\n**[OBSERVED]:** she points.\n\nAnna: Three.")
    assert [(turn.speaker, turn.text) for turn in transcript.turns] == [
        ("Anna", "One."),
        ("Bela", "Two."),
        ("Anna", "Three."),
    ]
    assert transcript.unread.lines == 3


def test_a_turn_that_begins_with_a_time():
    """The time is what was said, not when."""
    assert said("Anna: When?\nBela: 14:00: too late\nAnna: So?\nBela: fine")[1] == ("Bela", "14:00: too late")


def test_heads_in_other_languages_are_no_speech():
    """Date, place and purpose in Spanish, French, Portuguese, German, Indonesian and Swahili."""
    head = "Fecha: 3 de mayo\n\nLieu: Dakar\n\nDuração: 1 hora\n\nOrt: Bonn\n\nTanggal: 3 Mei\n\nMahali: Moshi\n\n"
    text = head + "Ana: Hola.\n\nLuis: Sí.\n\nAna: Bien.\n\nLuis: Vale."
    assert [turn.speaker for turn in read(text).turns] == ["Ana", "Luis", "Ana", "Luis"]


def test_notices_of_programs_for_chats_are_no_speech():
    """Who does or joins something, in a log with dates; the messages are read."""
    text = (
        "[2018-06-04 10:59:56] <sarang> poor cat\n[2018-06-04 11:00:06] <nids> yes\n"
        "[2018-06-04 11:00:51] — erc will lurk\n[2018-06-04 11:01:19] <nids> sarang: take it\n"
        "[2018-06-04 11:01:25] ? Osi joined (~M@osi)\n[2018-06-04 11:02:00] <sarang> heyo\n"
    )
    assert said(text) == [("sarang", "poor cat"), ("nids", "yes"), ("nids", "sarang: take it"), ("sarang", "heyo")]


@pytest.mark.parametrize(
    "text",
    [
        "[server]\nhost: localhost\nport: 8080\nuser: admin\n\n[mail]\nhost: smtp\nport: 25\nuser: mailer\n",
        "Song\n\nVerse 1:\nHow sweet\n\nChorus:\nGone\n\nVerse 2:\nGood\n\nChorus:\nGone\n\nChorus:\nGone",
        "Strengths: The team listens well and shares the work.\nGaps: Women speak little in large meetings.\n",
        "বলিষ্ঠ দিক: দল শোনে।\nঘাটতি: নারী কম বলেন।\n\nবলিষ্ঠ দিক: পরিকল্পনা।\nঘাটতি: টাকা দেরিতে আসে।\n",
        "बलियो पक्ष: टोलीले सुन्छ।\nकमजोर पक्ष: महिला कम बोल्छन्।\n\nबलियो पक्ष: योजना छ।\nकमजोर पक्ष: ढिलो।\n",
        "Module::CoreList is useful.\n\nModule::CoreList too.\n\nData::Dumper, too.\n\nData::Dumper prints.\n",
        "Changes\n\nMakefile.am: Add it.\nsetup.py: Drop it.\nMakefile.am: Mend it.\nsetup.py: More.\n",
    ],
)
def test_what_is_no_speech_is_refused(text):
    """Settings, songs, notes of strengths and gaps, code, lists of changes."""
    with pytest.raises(NoSpeakers):
        read(text)


@pytest.mark.parametrize(
    "line", ["session", "**SESSION**", "March 12, 2026, 10:15AM", "১২ মার্চ ২০২৬", "3m 5s", "1 h 12 min"]
)
def test_what_a_record_says_of_itself_is_understood(line):
    """Its name, its day and how long it is are no lines that were not understood; other lines above are."""
    turns = "Grace: Right, let's begin.\nशाहनाज: हजुर, सुरु गरौँ।\nGrace: Good.\n"
    assert read(f"{line}\n\n{turns}").unread.lines == 0
    assert read(f"{line}\nThe projector failed\n\n{turns}").unread.lines == 1
