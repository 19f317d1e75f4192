"""Messages copied out of the windows of Teams and Telegram."""

import pytest

from nlp import read_transcript
from nlp.transcripts.chats.common import DELETED, FILES, LINKS

TEAMS = """[3/12 10:05 AM] Rina Das
Shall we begin?
It is late.

[3/12 10:06 AM] হরি লামা
এই লিংকে আসুন https://teams.microsoft.com/l/meetup-join/1
Meeting ID: 345 123 456 78
Passcode: aB3xYz

[3/12 10:07 AM] Rina Das
This message has been deleted.

[3/13 9:07 AM] Rina Das
Image
"""
TELEGRAM = """Rina Das, [12.03.2024 14:05]
শুরু করি?

सीता थापा, [12.03.2024 14:06]
[ Photo ]

सीता थापा, [12.03.2024 14:08]
हुन्छ, सुरु गरौं।

Rina Das, [13.03.2024 14:05]
[Voice message]
"""


def read(text):
    return read_transcript("chat.txt", text.encode())


def test_a_chat_of_teams():
    """Words over several lines are one message; links, codes, pictures and what was deleted are no words."""
    chat = read(TEAMS)
    assert [(turn.speaker, turn.start, turn.end, turn.text) for turn in chat.turns] == [
        ("Rina Das", 0, None, "Shall we begin?\nIt is late."),
        ("হরি লামা", 60, None, "এই লিংকে আসুন"),
    ]
    assert (chat.form, chat.is_chat, chat.attendees) == ("copied-chat", True, ("Rina Das", "হরি লামা"))
    assert {remark.template: remark.values for remark in chat.remarks[1:]} == {
        FILES: {"count": 1},
        DELETED: {"count": 1},
        LINKS: {"count": 1},
    }


def test_a_chat_of_telegram():
    """A picture and a voice message are counted; times go on over days."""
    chat = read(TELEGRAM)
    assert [(turn.speaker, turn.start, turn.text) for turn in chat.turns] == [
        ("Rina Das", 0, "শুরু করি?"),
        ("सीता थापा", 180, "हुन्छ, सुरु गरौं।"),
    ]
    assert chat.remarks[1].values == {"count": 2}


@pytest.mark.parametrize(
    "text",
    [
        "[2024-03-12 10:05:01] Rina: we begin\n[2024-03-12 10:06:01] Hari: yes\n[2024-03-12 10:07:01] Rina: good\n",
        "Rina Das: see [12.03.2024 14:05] for it\nHari: yes\nRina Das: good\n",
    ],
)
def test_dates_in_brackets_stand_in_records_of_speech_too(text):
    """These are no chat."""
    assert not read(text).is_chat


def test_messages_of_today_have_no_date():
    """Teams leaves it out; a time in brackets without AM or PM stands in records of speech too."""
    chat = read_transcript("chat.txt", "[10:05 AM] Rina Das\nHello\n\n[10:06 AM] হরি লামা\nনমস্কার\n".encode())
    assert chat.is_chat
    assert [(turn.speaker, turn.start, turn.text) for turn in chat.turns] == [
        ("Rina Das", 0, "Hello"),
        ("হরি লামা", 60, "নমস্কার"),
    ]
    assert not read_transcript("talk.txt", b"[10:05] Rina Das\nHello\n\n[10:06] Bo\nHi\n\n[10:07] Rina Das\nSo").is_chat
