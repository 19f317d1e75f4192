"""A conversation of Google Chat, as Google Takeout hands it out."""

import json

from nlp.transcripts import read_transcript

_MESSAGES = [
    {
        "creator": {"name": "Anna Lund", "email": "anna@example.org", "user_type": "Human"},
        "created_date": "Friday, March 3, 2023 at 11:59:30\u202fAM UTC",
        "text": "Shall we begin?",
        "topic_id": "a",
    },
    {
        "creator": {"name": "रीता", "user_type": "Human"},
        "created_date": "Friday, March 3, 2023 at 12:00:10 PM UTC",
        "text": "हो, सुरु गरौं",
    },
    {
        "creator": {"name": "Calendar", "user_type": "Bot"},
        "created_date": "Friday, March 3, 2023 at 12:00:11 PM UTC",
        "text": "Meeting now",
    },
    {
        "creator": {"name": "Bo", "user_type": "Human"},
        "created_date": "Friday, March 3, 2023 at 12:01:00 PM UTC",
        "attached_files": [{"original_name": "plan.pdf"}],
    },
    {
        "creator": {"name": "Bo", "user_type": "Human"},
        "created_date": "Friday, March 3, 2023 at 12:02:00 PM UTC",
        "message_state": "DELETED",
    },
    {"creator": {"name": "Bo", "user_type": "Human"}, "created_date": "3. März 2023", "text": "Good."},
]


def test_messages_are_turns_and_programs_are_notices():
    """A day in another language gives no time; a file and a deleted message are counted."""
    chat = read_transcript("messages.json", json.dumps({"messages": _MESSAGES}, ensure_ascii=False).encode())
    assert [(turn.speaker, turn.start, turn.text) for turn in chat.turns] == [
        ("Anna Lund", 0.0, "Shall we begin?"),
        ("रीता", 40.0, "हो, सुरु गरौं"),
        ("Bo", None, "Good."),
    ]
    assert (chat.form, chat.attendees) == ("google-chat", ("Anna Lund", "रीता", "Bo"))
    assert [remark.values["count"] for remark in chat.remarks if "count" in remark.values] == [1, 1, 1]


def test_a_day_that_is_none_gives_no_time():
    """Months and years that no calendar has."""
    broken = [{**_MESSAGES[0], "created_date": day} for day in ("Friday, Foo 3, 2023 at 1:00:00 PM UTC", 7, None)]
    chat = read_transcript("messages.json", json.dumps({"messages": broken}).encode())
    assert [turn.start for turn in chat.turns] == [None, None, None]
