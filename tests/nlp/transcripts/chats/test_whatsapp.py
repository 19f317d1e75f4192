import io
import zipfile

import pytest

from nlp.errors import UnreadableFile
from nlp.transcripts import read_transcript
from nlp.transcripts.chats.common import FILES

ANDROID = (
    "12/03/24, 14:05 - Messages and calls are end-to-end encrypted. Tap to learn more.\n"
    '12/03/24, 14:05 - Anna created group "Plan: 2024"\n'
    "12/03/24, 14:05 - Anna added Bela\n"
    "12/03/24, 14:06 - Anna: Hello: all\nsecond line\n\nthird line\n"
    "12/03/24, 14:07 - +880 1712-345678: <Media omitted>\n"
    "12/03/24, 14:08 - রহিমা আপা: জি, শুনছি\n"
    "13/03/24, 00:08 - Bela: IMG-20240313-WA0001.jpg (file attached)\nthe map\n"
    "13/03/24, 00:09 - Bela: This message was deleted\n"
    "13/03/24, 00:10 - Anna: yes <This message was edited>\n"
)
IPHONE = (
    "[3/12/24, 2:05:09\u202fPM] Team: \u200eMessages and calls are end-to-end encrypted. Only people here can.\r\n"
    "[3/12/24, 2:05:10\u202fPM] Anna: \u200eAnna changed the name of this group to Team.\r\n"
    "[3/13/24, 2:06:00\u202fPM] ~\u202fAnna: Hello @\u2068Bela\u2069\r\n"
    "\u200e[3/13/24, 2:06:30\u202fPM] \u202a+977\u00a098-0001\u202c: \u200eimage omitted\r\n"
    "\u200e[3/13/24, 2:06:40\u202fPM] Bela: Plan.pdf • \u200e2 pages \u200edocument omitted\r\n"
    "[3/13/24, 2:07:00\u202fPM] Bela: fine \u200e<This message was edited>\r\n"
)


def read(text):
    return read_transcript("_chat.txt", text.encode())


def turns(text):
    return [(turn.speaker, turn.start, turn.text) for turn in read(text).turns]


def test_an_android_chat_with_files_notices_and_deleted_messages():
    """Only what people wrote is a turn; who sent only files was there; times count from the first entry."""
    chat = read(ANDROID)
    assert [(turn.speaker, turn.start, turn.end, turn.text) for turn in chat.turns] == [
        ("Anna", 60, None, "Hello: all\nsecond line\nthird line"),
        ("রহিমা আপা", 180, None, "জি, শুনছি"),
        ("Bela", 36_180, None, "the map"),
        ("Anna", 36_300, None, "yes"),
    ]
    assert chat.attendees == ("Anna", "+880 1712-345678", "রহিমা আপা", "Bela")
    assert [remark.values for remark in chat.remarks] == [{}, {"count": 1}, {"count": 1}, {"count": 3}]
    assert (chat.form, chat.timed, chat.shows_overlap, chat.unread.lines) == ("whatsapp", False, False, 0)


def test_an_iphone_chat_with_invisible_marks():
    """Marks of direction, narrow spaces and the tilde of unsaved people are no part of names or words."""
    assert turns(IPHONE) == [("Anna", 86_451, "Hello @Bela"), ("Bela", 86_511, "fine")]
    assert read(IPHONE).attendees == ("Anna", "+977 98-0001", "Bela")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("12/03/2024, 14:05 - ", "13/03/2024, 14:05 - "),
        ("3/12/24, 2:05 PM - ", "3/13/24, 2:05 PM - "),
        ("3/12/24, 2:05\u202fp.\u00a0m. - ", "3/13/24, 2:05\u202fp.\u00a0m. - "),
        ("2024-03-12, 14:05 - ", "2024-03-13, 14:05 - "),
        ("12.03.24, 14:05 - ", "13.03.24, 14:05 - "),
        ("24/3/12, 14:05 - ", "24/3/13, 14:05 - "),
        ("১২/৩/২৪, ২:০৫ PM - ", "১৩/৩/২৪, ২:০৫ PM - "),
        ("১২/৩/২৪, ২:০৫ অপরাহ্ণ - ", "১৩/৩/২৪, ২:০৫ অপরাহ্ণ - "),
        ("२४/३/१२, १४:०५ - ", "२४/३/१३, १४:०५ - "),
        ("[12/03/24, 14:05:09] ", "[13/03/24, 14:05:09] "),
        ("[12.3.2024 klo 14.05.09] ", "[13.3.2024 klo 14.05.09] "),
        ("[12.03.24, 14:05:09] \u200e", "[13.03.24, 14:05:09] "),
    ],
)
def test_dates_and_times_of_many_phones(first, second):
    """Order, digits, halves of the day and brackets differ; a day later is 86,400 seconds later."""
    assert turns(f"{first}Anna: hi\n{second}রিনা: yes\n") == [("Anna", 0, "hi"), ("রিনা", 86_400, "yes")]


@pytest.mark.parametrize(
    "omitted", ["<Media omitted>", "<মিডিয়া বাদ দেওয়া হয়েছে>", "<मिडिया हटाइएको>", "<attached: a.jpg>"]
)
def test_a_file_alone_is_no_turn_in_any_language(omitted):
    """It stands in angle brackets."""
    assert turns(f"12/03/24, 14:05 - Anna: {omitted}\n12/03/24, 14:06 - Bela: so\n") == [("Bela", 60, "so")]


def test_dates_that_are_none_leave_messages_without_a_time():
    """They are read all the same."""
    assert turns("99/99/24, 14:05 - Anna: hi\n99/99/24, 14:06 - Bela: yes\n")[0] == ("Anna", None, "hi")


def test_a_transcript_with_iso_dates_in_brackets_is_no_chat():
    """`[2024-03-12 14:05:09] Anna: ...` is speech with the time of day; telephone numbers are people."""
    text = (
        "[2024-03-12 14:05:09] Anna: hi\n[2024-03-12 14:05:19] +880 1712 345678: yes\n[2024-03-12 14:06:00] Anna: so\n"
    )
    speech = read(text)
    assert speech.form == "plain"
    assert [turn.speaker for turn in speech.turns] == ["Anna", "+880 1712 345678", "Anna"]
    assert speech.turns[1].start - speech.turns[0].start == 10


def archive(**files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return buffer.getvalue()


def test_the_zip_of_an_iphone_is_read():
    """The chat in it; pictures are not unpacked."""
    data = archive(**{"_chat.txt": ANDROID, "IMG.jpg": b"\xff\xd8\xff"})
    assert [turn.speaker for turn in read_transcript("chat.zip", data).turns] == ["Anna", "রহিমা আপা", "Bela", "Anna"]


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({"_chat.txt": "Anna: hi\n"}, "no chat"),
        ({"_chat.txt": ANDROID, "other.txt": "x"}, "2 text files"),
        ({"_chat.txt": "x" * (80 * 2**20)}, "too large"),
    ],
)
def test_other_archives_are_refused(files, problem):
    """No chat, several texts, or a bomb."""
    with pytest.raises(UnreadableFile, match=problem):
        read_transcript("chat.zip", archive(**files))


def test_a_broken_archive_is_refused():
    """With one line."""
    with pytest.raises(UnreadableFile, match="broken"):
        read_transcript("chat.zip", archive(**{"_chat.txt": ANDROID})[:-30])


@pytest.mark.parametrize(
    "shown",
    [
        "Missed voice call",
        "live location shared",
        "Waiting for this message. This may take a while.",
        "sticker omitted",
    ],
)
def test_what_the_app_shows_in_a_persons_name_is_not_theirs(shown):
    """Bina was there and wrote nothing."""
    chat = f"12/03/24, 14:05 - Asha: hi\n12/03/24, 14:06 - Bina: {shown}\n"
    record = read_transcript("chat.txt", chat.encode())
    assert ([turn.speaker for turn in record.turns], record.attendees) == (["Asha"], ("Asha", "Bina"))


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("[3/12/24, 2:06:00\u202fPM] Bela: \u200eThis message was deleted.", "messages that were deleted (1)"),
        ("[3/12/24, 2:06:00\u202fPM] Bela: \u200eimage omitted", "other files (1)"),
        ("[3/12/24, 2:06:00\u202fPM] Bela: यो सन्देश मेटाइयो।", "messages that were deleted (1)"),
    ],
)
def test_a_deleted_message_is_no_file(line, remark):
    """It is counted, and said to be what it is."""
    chat = read(f"[3/12/24, 2:05:10\u202fPM] Anna: hi\n{line}\n")
    assert [turn.speaker for turn in chat.turns] == ["Anna"]
    assert remark in chat.remarks[1].text
    assert len(chat.remarks) == 2


@pytest.mark.parametrize(
    ("notice", "message"),
    [
        ("12/03/24, 14:05 - P{} joined using this group's invite link", "12/03/24, 14:06 - Anna: hi {}"),
        (
            "\u200e[3/12/24, 2:05:09\u202fPM] P{0}: \u200eP{0} joined using a group link and is new here.",
            "[3/12/24, 2:06:09\u202fPM] Anna: hi {}",
        ),
    ],
)
def test_a_group_that_begins_with_many_notices(notice, message):
    """Two hundred people joined before anybody wrote."""
    lines = [*(notice.format(n) for n in range(200)), *(message.format(n) for n in range(3))]
    chat = read("\n".join(lines))
    assert (chat.form, len(chat.turns)) == ("whatsapp", 3)
    assert chat.attendees == ("Anna",)
    assert chat.remarks[-1].values == {"count": 200}


def test_contacts_that_differ_only_in_case_are_two():
    """The chat keeps them apart, so the reader does."""
    chat = read("12/03/24, 14:05 - anna: hi\n12/03/24, 14:06 - Anna: yes\n12/03/24, 14:07 - anna: so\n")
    assert [turn.speaker for turn in chat.turns] == ["anna", "Anna", "anna"]
    assert chat.attendees == ("anna", "Anna")


def test_links_and_passwords_are_no_words():
    """They say nothing of how much somebody wrote; a message that holds nothing else is no turn."""
    chat = read(
        "12/03/24, 14:05 - Anna: join here https://zoom.us/j/82012345678?pwd=abc\nMeeting ID: 820 1234 5678\n"
        "Passcode: 123456\n12/03/24, 14:06 - Bela: www.example.org/a/very/long/path\n"
        "12/03/24, 14:07 - রিনা: পাসওয়ার্ড: আম১২\n12/03/24, 14:08 - Anna: the password is what we forgot\n"
        "12/03/24, 14:09 - Anna: Password: please share it with nobody\n"
    )
    assert [(turn.speaker, turn.text) for turn in chat.turns] == [
        ("Anna", "join here"),
        ("Anna", "the password is what we forgot"),
        ("Anna", "Password: please share it with nobody"),
    ]
    assert chat.attendees == ("Anna", "Bela", "রিনা")
    assert "links and passwords (3)" in " ".join(remark.text for remark in chat.remarks)


def test_dates_of_arabic_phones():
    """Marks of direction stand within them, digits are Arabic, and the comma may be."""
    chat = read(
        "١٢\u200f/٣\u200f/٢٠٢٤, ٢:٠٥ م - الرسائل مشفرة.\n١٢\u200f/٣\u200f/٢٠٢٤, ٢:٠٦ م - أحمد: مرحبا\n"
        "١٢\u200f/٣\u200f/٢٠٢٤، ٢:٠٧ م - فاطمة: أهلا\n"
    )
    assert [(turn.speaker, turn.start, turn.text) for turn in chat.turns] == [
        ("أحمد", 60, "مرحبا"),
        ("فاطمة", 120, "أهلا"),
    ]


@pytest.mark.parametrize(
    ("notice", "names"),
    [
        ("Rina joined using this group's invite link", ("Rina",)),
        ("Rina Das added you", ("Rina Das",)),
        ("Rina added হরি লামা, Asha Rai and +977 98-0001", ("Rina", "হরি লামা", "Asha Rai", "+977 98-0001")),
        ("~\u202fRina was added", ("Rina",)),
        ("Rina changed this group's icon", ()),
        ("Rina left", ()),
        ("Rina se unió usando el enlace de invitación de este grupo", ("Rina",)),
    ],
)
def test_who_joined_is_known_though_nothing_was_written(notice, names):
    """From the notices of the app; they are no messages."""
    chat = read(f"12/03/24, 14:05 - {notice}\n12/03/24, 14:06 - Anna: hi\n")
    assert (chat.joined, [turn.speaker for turn in chat.turns]) == (names, ["Anna"])


def test_an_iphone_tells_who_joined_in_the_name_of_the_group_or_of_whoever_joined():
    """What stands before the mark of direction is no part of the notice."""
    told = "Team: \u200eRina Das joined using your invite link.", "Hari: \u200eHari joined using this group link."
    chat = read("".join(f"[12/03/24, 14:05:00] {each}\n" for each in (*told, "Anna: hi")))
    assert (chat.joined, chat.attendees) == (("Rina Das", "Hari"), ("Anna",))


def test_a_short_notice_about_a_member_is_no_file():
    """An iPhone writes `Rina: Rina joined`: she was there, and sent nothing."""
    transcript = read(
        "[12/03/2024, 14:05:10] Rina: \u200eRina joined\n[12/03/2024, 14:06:00] Bo: hello\n"
        "[12/03/2024, 14:07:00] রহিমা: \u200eরহিমা joined\n[12/03/2024, 14:08:00] Bo: bye"
    )
    assert transcript.joined == ("Rina", "রহিমা")
    assert FILES not in {remark.template for remark in transcript.remarks}
