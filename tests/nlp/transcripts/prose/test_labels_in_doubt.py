"""Labels that may be somebody's or may be a word of a sentence: their words go to nobody and are counted."""

import pytest

from nlp.errors import NoSpeakers
from nlp.transcripts import read_transcript

LONG = "First paragraph of it.\n\nSecond paragraph of it.\n\nThird paragraph of it."


def read(text):
    return read_transcript("session.txt", text.encode())


def said(text):
    return [(turn.speaker, turn.text) for turn in read(text).turns]


@pytest.mark.parametrize(
    "label", ["Sarah (facilitator)", "Leo Dion (host)", "Moderator", "Interviewer", "সঞ্চালক", "सहजकर्ता"]
)
def test_a_label_seen_once_that_holds_several_paragraphs_keeps_its_words(label):
    """They do not go to the speaker before."""
    text = f"Anna: one\n\n{LONG}\n\n{label}: two\n\n{LONG}\n\nAnna: three\n\n{LONG}\n\nAnna: four\n\n{LONG}"
    assert [turn.speaker for turn in read(text).turns] == ["Anna", label, "Anna", "Anna"]


@pytest.mark.parametrize("label", ["Zed", "Nearby", "রহিমা"])
def test_where_it_cannot_be_told_the_words_are_nobodys_and_counted(label):
    """Neither taken for a speaker nor given to the speaker before."""
    text = f"Anna: one\n\n{LONG}\n\n{label}: two\n\n{LONG}\n\nBela: three\n\n{LONG}\n\nBela: x\n\nAnna: four\n\n{LONG}"
    record = read(text)
    assert [turn.speaker for turn in record.turns] == ["Anna", None, "Bela", "Bela", "Anna"]
    assert record.turns[1].text.startswith(f"{label}: two\nFirst")
    assert (record.unread.lines, record.unread.examples) == (1, (f"line 9: {label}: two",))


def test_a_list_within_a_paragraph_stays_with_its_speaker():
    """Where names begin paragraphs, a line within one begins no turn."""
    text = "Anna: one\n\nBela: two\nBudget: money\nPlan: time\n\nAnna: three\n\nmore\n\nmore\n\nBela: x\n\nmore"
    record = read(text)
    assert record.turns[1].text == "two\nBudget: money\nPlan: time"
    assert record.unread.lines == 0


def test_where_names_are_bold_a_plain_label_is_speech():
    """And a bold one that is seen once is somebody."""
    text = f"**Anna:** one\n\n{LONG}\n\nPoint: two\n\n{LONG}\n\n**Zed:** hi\n\n{LONG}\n\n**Anna:** so\n\n{LONG}"
    assert [turn.speaker for turn in read(text).turns] == ["Anna", "Zed", "Anna"]
    assert read(text).unread.lines == 0


@pytest.mark.parametrize(
    "heading", ["**Break:**", "**Break:** 10 minutes", "## Introduction: who we are", "## Part two"]
)
def test_headings_and_breaks_are_no_speakers(heading):
    """Nor is their line anybody's speech."""
    text = f"**Anna:** one\n\n**Bela:** two\n\n{heading}\n\n**Anna:** three\n\n**Bela:** four"
    assert said(text) == [("Anna", "one"), ("Bela", "two"), ("Anna", "three"), ("Bela", "four")]


def test_lines_of_a_header_are_no_speakers():
    """`Presenter: Anna Lund` says who was there; `Product:` and `Context:` what it was about."""
    text = (
        "Presenter: Anna Lund\nProduct: A tool\nContext: Weekly call\nHost: Bela K\n\n"
        "Anna Lund: hello\nBela K: yes\nAnna Lund: so\nBela K: no\n"
    )
    record = read(text)
    assert {turn.speaker for turn in record.turns} == {"Anna Lund", "Bela K"}
    assert record.unread.lines == 0


def test_a_host_who_speaks_is_a_speaker():
    """The same words before speech."""
    text = "Host: Welcome to all of you.\nGuest: Thank you.\nHost: Let us begin.\nGuest: Yes."
    assert [turn.speaker for turn in read(text).turns] == ["Host", "Guest", "Host", "Guest"]


def test_attendance_as_a_markdown_table():
    """Names are those present; the table is nobody's speech."""
    text = (
        "# Call\n\n| Name | Organisation |\n|------|:---:|\n| Anna Lund | CARE: BD |\n| রহিমা | BRAC |\n\n"
        "Anna Lund: one\nরহিমা: two\nAnna Lund: three\nরহিমা: four\n"
    )
    record = read(text)
    assert record.attendees == ("Anna Lund", "রহিমা")
    assert {turn.speaker for turn in record.turns} == {"Anna Lund", "রহিমা"}
    assert record.unread.lines == 0


def test_who_is_marked_absent_in_the_table_was_not_there():
    """In a column that says who came."""
    text = "| Name | Present |\n|:--|--|\n| Anna Lund | yes |\n| Bela K | No |\n\n"
    record = read(f"{text}Anna Lund: one\nCarl: two\nAnna Lund: three\nCarl: four\n")
    assert record.attendees == ("Anna Lund",)


def test_a_word_put_in_by_somebody_else():
    """`[E: ouais] L: ...` is L, with a word of E; also inside the words of L."""
    text = "L: on commence\nE: oui\n[E: ouais] L: donc voilà\nL: et puis [E: hm hm] après\nE: bon\n[rire: long] L: fin"
    assert said(text) == [
        ("L", "on commence"),
        ("E", "oui"),
        ("E", "ouais"),
        ("L", "donc voilà"),
        ("L", "et puis après"),
        ("E", "hm hm"),
        ("E", "bon"),
        ("L", "[rire: long] fin"),
    ]


def test_lines_that_begin_with_a_tab_go_on():
    """Where names stand at the margin."""
    text = "Anna: one\n\tPlan: two\nBela: three\n\tPlan: four\n\tRisk: five\nAnna: six\nBela: seven"
    assert said(text) == [
        ("Anna", "one\nPlan: two"),
        ("Bela", "three\nPlan: four\nRisk: five"),
        ("Anna", "six"),
        ("Bela", "seven"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "[  {0}.03s -   {1}.06s] {name}: {words}",
        "00:00:0{0}-00:00:0{1}，{name}：{words}",
        "[ {0}.03 --> {1}.06 ] {name}: {words}",
    ],
)
def test_padded_times_and_chinese_commas(line):
    """Times of plain seconds with spaces; a full-width comma between time and name."""
    names = ["speaker0", "speaker1", "speaker0", "speaker1"]
    text = "\n".join(line.format(n, n + 1, name=name, words=f"so {n}") for n, name in enumerate(names))
    turns = read(text).turns
    assert [turn.speaker for turn in turns] == names
    assert [int(turn.start) for turn in turns] == [0, 1, 2, 3]
    assert [int(turn.end) for turn in turns] == [1, 2, 3, 4]


def test_chinese_names_on_a_line_of_their_own():
    """`00:00:00-00:00:10，speaker0：` above the words."""
    text = "\n".join(f"00:00:{n}0-00:00:{n}9，speaker{n % 2}：\n大家好{n}\n" for n in range(4))
    assert [(turn.speaker, turn.text) for turn in read(text).turns] == [
        (f"speaker{n % 2}", f"大家好{n}") for n in range(4)
    ]


def test_names_and_times_on_lines_of_their_own():
    """As they are copied from Zoom's window; somebody who speaks once is somebody too."""
    said_once = [("Anna Lund", "Hello to you"), ("rina akter", "Hi"), ("Anna Lund", "So"), ("Bela", "Yes: fine")]
    text = "\n".join(f"{name}\n00:00:0{n}\n{words}\n" for n, (name, words) in enumerate(said_once))
    assert [(turn.speaker, turn.start, turn.text) for turn in read(text).turns] == [
        (name, n, words) for n, (name, words) in enumerate(said_once)
    ]


def test_the_items_of_a_list_are_no_speakers():
    """`1. Budget: none` within what somebody says; the same words without a number are none either."""
    text = "Anna: so\n1. Venue: none\n2. Dates: later\nপরিকল্পনা: পরে\nBela: ok\nAnna: fine\nBela: good\nAnna: x"
    record = read(text)
    assert {turn.speaker for turn in record.turns} == {"Anna", "Bela"}
    assert record.turns[0].text == "so\n1. Venue: none\n2. Dates: later\nপরিকল্পনা: পরে"


def test_everybody_holds_one_long_speech():
    """No label recurs, but all that begin paragraphs are roles or full names, and the record begins with one."""
    text = f"# Panel\n\nModerator: one\n\n{LONG}\n\nProf. Karim: two\n\n{LONG}\n\nRina Akter (BRAC): three\n\n{LONG}"
    assert [turn.speaker for turn in read(text).turns] == ["Moderator", "Prof. Karim", "Rina Akter (BRAC)"]


@pytest.mark.parametrize(
    "label",
    [
        "Mr. R. Iyer -- Managing Director & CEO",
        "Anna Lund – Vice Chair",
        "Hon. Rina Rai (Deputy Prime Minister and Minister of Finance, Lib.)",
        "Hon. (Dr.) Bela Das (North, ABC)",
        "ALL",
        "সবাই",
    ],
)
def test_long_labels_and_those_of_many_keep_their_words(label):
    """A position after the name, behind a dash or in brackets, makes no sentence of it."""
    text = f"Anna: Yes, and this.\n{label}: One more thing.\nAnna: Then we go on.\nBela: We do.\nBela: So it is."
    assert [turn.speaker for turn in read(text).turns] == ["Anna", label, "Anna", "Bela", "Bela"]


@pytest.mark.parametrize(
    ("asks", "answers"), [("interviewer", "me"), ("Question", "Answer"), ("প্রশ্ন", "উত্তর"), ("प्रश्न", "उत्तर")]
)
def test_words_that_name_the_partners_of_an_interview(asks, answers):
    """They are words of sentences too, but here they recur and have their share."""
    text = f"{asks}: Where is it?\n\n{answers}: It is here.\n\n{asks}: And that?\n\n{answers}: That is there."
    assert [turn.speaker for turn in read(text).turns] == [asks, answers] * 2


@pytest.mark.parametrize("heading", ["Step {}", "Level {}", "ধাপ {}", "चरण {}"])
def test_headings_that_are_counted_are_no_speakers(heading):
    """However many there are."""
    with pytest.raises(NoSpeakers):
        read("\n".join(f"{heading.format(n)}: meetings are held by all of us." for n in (1, 2, 1, 3, 1, 2)))


@pytest.mark.parametrize(
    "text",
    [
        "Rice: 2 cups\nLentils: 1 cup\nSalt: to taste\nOil: a little",
        "Team A: 3\nTeam B: 4\nTeam A: 5\nTeam B: 1",
        "Name: Rina\nAge: 34\nVillage: Ilam\n\nName: Bela\nAge: 41\nVillage: Dang\n\nName: Uma\nAge: 50\nVillage: Mugu",
        "মতামত: সভা ভালো হয়েছে\nসমস্যা: সময় কম ছিল\nমতামত: খাবার ভালো\nসমস্যা: যাতায়াত",
    ],
)
def test_lists_and_forms_hold_no_speech(text):
    """Numbers, the same questions for everybody, or headings stand in them."""
    with pytest.raises(NoSpeakers):
        read(text)


def test_what_stands_above_the_talk():
    """Links of people, a heading of a list, a line among date and place: none of them is said, all are counted."""
    head = (
        "- Anna: [page](https://example.org/a) | [photo](https://example.org/b)\n- Carl: [page](https://example.org/c)\n\n"
        "**News:**\n\n- [Something](https://example.org) [05:36]\n\nCARL BERG: A talk held in May\n\n"
        "INTERVIEW: Carl Berg\nModerator: Jane A.\nDATE: 3 May\n\n"
    )
    record = read(f"{head}Anna: Hello, Carl.\n\nCarl: Hello.\n\nAnna: Well?\n\nCarl: Fine.")
    assert [turn.speaker for turn in record.turns] == ["Anna", "Carl", "Anna", "Carl"]
    assert record.unread.lines > 0


@pytest.mark.parametrize(
    "remark", ["(Several members came in)", "[crosstalk]", "[Recording stopped 00:10:00]", "--- break ---"]
)
def test_a_line_in_brackets_is_said_by_nobody(remark):
    """It is counted; in a line with other words it stays."""
    record = read(f"Anna: Welcome (all).\n{remark}\nBela: Thank you.\nAnna: So.\nBela: Yes.")
    assert [turn.text for turn in record.turns] == ["Welcome (all).", "Thank you.", "So.", "Yes."]
    assert record.unread.lines == 1


def test_a_label_behind_a_time_that_cannot_be_told_is_nobodys():
    """Another turn begins there."""
    record = read("17:46:06 Ana : hola\n17:46:20 Von Ann an Alle: hallo\n17:47:06 Ana : la lista\n17:47:20 Ana : ja")
    assert [turn.speaker for turn in record.turns] == ["Ana", None, "Ana", "Ana"]


@pytest.mark.parametrize(
    "line",
    ["Question 2. How do you decide?", "প্রশ্ন ২: কীভাবে?", "Page 2", "7", "End of the interview", "अन्तर्वार्ता समाप्त"],
)
def test_questions_of_a_guide_and_the_furniture_of_pages_are_said_by_nobody(line):
    """They stand in a paragraph of their own."""
    record = read(f"Anna: One.\n\nBela: Two.\n\n{line}\n\nBela: Three.\n\nAnna: Four.")
    assert [turn.text for turn in record.turns] == ["One.", "Two.", "Three.", "Four."]


@pytest.mark.parametrize("label", ["Anna and Bela", "Anna & Bela", "Bela, Anna", "Anna ও Bela"])
def test_what_several_say_together_is_theirs(label):
    """Not the speaker's before."""
    text = f"Anna: One.\nBela: Two.\n{label}: Thank you!\nAnna: Three.\nBela: Four."
    assert [turn.speaker for turn in read(text).turns] == ["Anna", "Bela", label, "Anna", "Bela"]


def test_an_unknown_voice_with_words_beside_it_is_nobodys():
    """As one on a line of its own."""
    text = "Anna: Who is there?\nUnidentified speaker: Me.\nBela: It is the guard.\nAnna: Come in.\nBela: Sit."
    assert [turn.speaker for turn in read(text).turns] == ["Anna", None, "Bela", "Anna", "Bela"]


def test_a_position_behind_a_comma():
    """Where the label stands above the words."""
    label = "Dr. Rina Das, Minister für Gesundheit"
    text = f"Anna Lund:\nOne.\nBela Kun:\nTwo.\n{label}:\nThree.\nAnna Lund:\nFour.\nBela Kun:\nFive."
    assert [turn.speaker for turn in read(text).turns] == ["Anna Lund", "Bela Kun", label, "Anna Lund", "Bela Kun"]


@pytest.mark.parametrize(
    "text",
    [
        "Goal: all go to school.\nApproach: we visit.\nRisk: rain.\nGoal: water.\nApproach: we mend.\nRisk: cost.",
        "Fortalezas: el equipo es bueno.\nDebilidades: faltan actas.\nAmenazas: el cambio.\nOportunidades: hay fondos.",
        "Anna Lund\nPhone: 12 34\nEmail: a@example.org\n\nBela Kun\nPhone: 56 78\nEmail: b@example.org",
    ],
)
def test_headings_and_addresses_are_no_speakers(text):
    """Where more headings recur than names, or each label is a single word that is seen once."""
    with pytest.raises(NoSpeakers):
        read(text)


def test_what_stands_above_a_heading_of_the_transcript():
    """Figures of a tool there are no speech, however many lines have a colon; neither is its last line."""
    figures = "- **Words:** 11\n- **Turns:** 2\n\n"
    head = f"**Duration:** 0:15\n\n### Microphone\n{figures}### Others\n{figures}"
    talk = "[00:00] [You] Thanks.\n\n[00:03] [Rina Rai] Happy to.\n\n[00:09] [You] So.\n\n[00:12] [Rina Rai] Yes."
    record = read(f"{head}\n## Full Transcript\n\n{talk}\n\n*Generated by a tool with care*")
    assert [(turn.speaker, turn.text) for turn in record.turns] == [
        ("You", "Thanks."),
        ("Rina Rai", "Happy to."),
        ("You", "So."),
        ("Rina Rai", "Yes."),
    ]


def test_a_block_of_keys_and_values_is_a_header():
    """Also where the name in it, or above it, is that of somebody who speaks."""
    head = "RINA RAI: An Interview Held in May\n\nINTERVIEWEE: Rina Rai\nINTERVIEWER: Carl Berg\nDATE: 3 May\n\n"
    record = read(f"{head}Q:\n\nWhere?\n\nRina Rai:\n\nHere.\n\nQ:\n\nWhen?\n\nRina Rai:\n\nNow.")
    assert [turn.speaker for turn in record.turns] == ["Q", "Rina Rai"] * 2


def test_a_title_with_a_colon_and_sounds_are_no_speech():
    """As plays for the radio have them."""
    text = (
        "RADIO PLAY: THE WELL\n\nANNA: Is it dry?\nBELA: As bone.\nSOUND: water drips\nANNA: Listen!\nBELA: It is back."
    )
    assert [turn.text for turn in read(text).turns] == ["Is it dry?", "As bone.", "Listen!", "It is back."]


def test_questions_of_a_guide_within_paragraphs():
    """Where they are numbered and there are several."""
    text = "Question 1. Where?\nAnna: One.\nBela: Two.\nQuestion 2. When?\nBela: Three.\nQuestion 3. Why?\nAnna: Four."
    assert [turn.text for turn in read(text).turns] == ["One.", "Two.", "Three.", "Four."]


@pytest.mark.parametrize(
    "label", ["Người phỏng vấn", "Ed Rai (North and East) (LD)", "Secretary, Ministry of Women and Children"]
)
def test_titles_of_several_words_keep_their_words(label):
    """A capital may stand at the beginning only, and several brackets at the end."""
    text = f"Anna Lund: One.\n{label}: Two.\nAnna Lund: Three.\n{label}: Four."
    assert [turn.speaker for turn in read(text).turns] == ["Anna Lund", label] * 2


def test_days_of_the_week_are_no_speakers():
    """As in opening hours."""
    with pytest.raises(NoSpeakers):
        read("Monday: 9:00 - 17:00\nTuesday: 9:00 - 17:00\nWednesday: closed\nThursday: 9:00 - 19:00")


@pytest.mark.parametrize(
    "line",
    [
        "a voice from the back: We cannot hear you!",
        "someone at the door: Tea is ready.",
        "পেছন থেকে একজন: শোনা যাচ্ছে না",
        "पछाडिबाट एउटा आवाज: सुनिएन",
    ],
)
def test_a_voice_without_a_name_is_nobodys(line):
    """It does not go to the speaker before, and the line is counted as not read."""
    transcript = read(f"Anna: We begin.\nBela: Yes.\n{line}\nAnna: Better?\nBela: Good.")
    assert [turn.speaker for turn in transcript.turns] == ["Anna", "Bela", None, "Anna", "Bela"]
    assert transcript.unread.lines == 1


def test_a_label_in_small_letters_where_names_begin_paragraphs_is_in_doubt():
    """A paragraph of speech begins with a capital."""
    text = "Anna: One.\n\nBela: Two.\n\nAnna: Three.\n\nBela: Four.\n\nthe lady in red: Five.\n\nAnna: Six."
    assert said(text)[4] == (None, "the lady in red: Five.")


def test_who_opens_the_session_may_speak_only_once():
    """In bold as the others are, or not, with headings between; a line of the head is no speech."""
    bold = "**Tom**: Hello everyone and welcome to this.\n\n# One\n\n" + "**Ana**: Yes.\n\n**Bo**: No.\n\n" * 2
    assert said(bold)[0] == ("Tom", "Hello everyone and welcome to this.")
    head = "Chair: Tom Lund\n\nAna: Yes, we do it so.\n\nBo: No.\n\nAna: So.\n\nBo: Ok."
    assert said(head)[0] == ("Ana", "Yes, we do it so.")


def test_a_name_with_a_role_above_the_words():
    """As radio stations write who presents."""
    text = (
        "ROBERT SMITH, HOST:\n\nGood day to you.\n\nSMITH: So.\n\nGREG JONES: Yes.\n\nSMITH: Well.\n\nGREG JONES: No."
    )
    assert said(text)[0] == ("ROBERT SMITH, HOST", "Good day to you.")
