"""Chats that are exported as JSON: Slack, Discord, Messenger, Telegram's whole account."""

import json

import pytest

from nlp.errors import InputError, UnreadableFile
from nlp.transcripts import read_transcript


def read(content, name="chat.json"):
    return read_transcript(name, json.dumps(content, ensure_ascii=False).encode())


def said(chat):
    return [(turn.speaker, turn.start, turn.text) for turn in chat.turns]


def left_out(chat):
    return [remark.values["count"] for remark in chat.remarks if "count" in remark.values]


SLACK = [
    {
        "type": "message",
        "user": "U1",
        "ts": "1709287200.000100",
        "text": "Hello &amp; welcome <@U2>",
        "user_profile": {"real_name": "Anna Lund", "display_name": "anna"},
    },
    {
        "type": "message",
        "subtype": "channel_join",
        "user": "U2",
        "ts": "1709287201.0",
        "text": "<@U2> has joined the channel",
    },
    {
        "type": "message",
        "user": "U2",
        "ts": "1709287203.5",
        "text": "see <https://example.org/x|the plan> :+1:",
        "user_profile": {"real_name": "", "display_name": "রিনা"},
    },
    {"type": "message", "user": "U1", "ts": "1709287204.0", "text": "so"},
    {"type": "message", "user": "U3", "ts": "1709287205.0", "text": "", "files": [{"name": "a.jpg"}]},
    {
        "type": "message",
        "subtype": "bot_message",
        "username": "Reminder",
        "bot_id": "B1",
        "ts": "1709287206.0",
        "text": "Stand up",
    },
]


def test_a_day_of_slack():
    """Names from profiles, mentions by name, links without their address; joining, bots and files are no words."""
    chat = read(SLACK)
    assert said(chat) == [
        ("Anna Lund", 0, "Hello & welcome @রিনা"),
        ("রিনা", 3.5, "see the plan"),
        ("Anna Lund", 4, "so"),
    ]
    assert (chat.form, chat.attendees) == ("slack", ("Anna Lund", "রিনা", "U3"))
    assert left_out(chat) == [1, 2]


def discord(**extra):
    person = {"id": "1", "name": "anna_l", "nickname": "Anna Lund", "isBot": False}
    return {
        "id": "9",
        "type": "Default",
        "timestamp": "2024-03-01T10:00:00+00:00",
        "content": "",
        "author": person,
        **extra,
    }


def test_a_channel_of_discord():
    """Nicknames; replies count, joining and bots do not; a file without words was sent by somebody who was there."""
    bela = {"id": "2", "name": "bela", "nickname": None, "isBot": False}
    messages = [
        discord(content="Hello"),
        discord(content="yes **indeed**", author=bela, type="Reply", timestamp="2024-03-01T10:00:09.5+00:00"),
        discord(type="GuildMemberJoin", content="Joined the server."),
        discord(content="beep", author={"id": "3", "name": "Bot", "isBot": True}),
        discord(content="", attachments=[{"fileName": "a.png"}], author={"id": "4", "name": "carl", "nickname": ""}),
        discord(content="so", timestamp="2024-03-01T16:00:19+06:00"),
    ]
    chat = read({"guild": {"name": "G"}, "channel": {"name": "c"}, "messages": messages, "messageCount": 6})
    assert said(chat) == [("Anna Lund", 0, "Hello"), ("bela", 9.5, "yes **indeed**"), ("Anna Lund", 19, "so")]
    assert (chat.form, chat.attendees) == ("discord", ("Anna Lund", "bela", "carl"))
    assert left_out(chat) == [1, 2]


def test_discord_as_text():
    """Head, time in brackets, name, words below; attachments, embeds and reactions are no words."""
    text = (
        "=" * 62 + "\nGuild: Partners\nChannel: weekly\n" + "=" * 62 + "\n\n"
        "[01-Mar-24 10:00 AM] anna_l\nHello: all\nand more\n\n"
        "[01-Mar-24 10:02 AM] bela (pinned)\nyes\n\n{Reactions}\n👍 (2)\n\n"
        "[01-Mar-24 10:03 AM] carl\n\n{Attachments}\nhttps://cdn.example.org/a.png\n\n"
        "[01-Mar-24 10:04 AM] anna_l\nJoined the server.\n\n"
        "[01-Mar-24 10:05 AM] anna_l\nso\n\n" + "=" * 62 + "\nExported 5 message(s)\n" + "=" * 62 + "\n"
    )
    chat = read_transcript("weekly.txt", text.encode())
    assert said(chat) == [("anna_l", 0, "Hello: all\nand more"), ("bela", 120, "yes"), ("anna_l", 300, "so")]
    assert (chat.form, chat.attendees, chat.unread.lines) == ("discord", ("anna_l", "bela", "carl"), 0)


@pytest.mark.parametrize("stamp", ["[{}/03/2024 10:0{}]", "[2024-03-{} 10:0{}]", "[3/{}/2024 10:0{} AM]"])
def test_dates_of_discord_as_text(stamp):
    """As the computer that exported it writes them."""
    messages = "\n".join(f"{stamp.format(13 + n // 9, n)} P{n % 2}\nword {n}\n" for n in range(4))
    chat = read_transcript("weekly.txt", f"====\nGuild: G\nChannel: c\n====\n\n{messages}".encode())
    assert [turn.start for turn in chat.turns] == [0, 60, 120, 180]


def broken(text):
    """As Facebook writes it: every byte of UTF-8 as a letter of its own."""
    return text.encode().decode("latin-1")


def test_a_conversation_of_messenger():
    """Newest first, in broken letters; calls, unsent messages, reactions and pictures are no words."""
    messages = [
        {
            "sender_name": broken("রিনা"),
            "timestamp_ms": 1709287209000,
            "content": broken("জি, ঠিক আছে 👍"),
            "type": "Generic",
        },
        {"sender_name": "Carl", "timestamp_ms": 1709287208000, "photos": [{"uri": "a.jpg"}]},
        {"sender_name": "Carl", "timestamp_ms": 1709287207000, "content": "Carl unsent a message", "is_unsent": True},
        {
            "sender_name": "Carl",
            "timestamp_ms": 1709287206000,
            "content": "Carl started a call",
            "call_duration": 9,
            "type": "Call",
        },
        {"sender_name": "Carl", "timestamp_ms": 1709287205000, "content": broken("Reacted ❤ to your message ")},
        {"sender_name": broken("José"), "timestamp_ms": 1709287200000, "content": broken("Olá"), "type": "Generic"},
    ]
    people = [{"name": name} for name in (broken("রিনা"), "Carl", broken("José"), "Silent One")]
    content = {"participants": people, "messages": messages, "title": "x", "thread_path": "inbox/x"}
    chat = read_transcript("message_1.json", json.dumps(content).encode())
    assert said(chat) == [("José", 0, "Olá"), ("রিনা", 9, "জি, ঠিক আছে 👍")]
    assert (chat.form, chat.attendees) == ("messenger", ("রিনা", "Carl", "José", "Silent One"))
    assert left_out(chat) == [1, 1, 1, 1]


def test_messenger_with_sound_letters():
    """Instagram and newer exports are not always broken; sound text stays as it is."""
    messages = [
        {"senderName": "रिना", "timestamp": 1709287209000, "text": "हुन्छ", "type": "text", "isUnsent": False},
        {"senderName": "Zoë", "timestamp": 1709287200000, "text": "é", "type": "text", "isUnsent": False},
    ]
    chat = read({"participants": ["रिना", "Zoë"], "threadName": "x", "messages": messages})
    assert said(chat) == [("Zoë", 0, "é"), ("रिना", 9, "हुन्छ")]


def telegram(name, *texts):
    return {
        "name": name,
        "type": "private_group",
        "id": 1,
        "messages": [
            {"type": "message", "date_unixtime": str(1709287200 + n), "from": "Anna", "from_id": "user1", "text": text}
            for n, text in enumerate(texts)
        ],
    }


def test_a_whole_account_of_telegram_with_one_conversation():
    """It is read as if it had been exported alone; the chat with oneself is none."""
    account = {"chats": {"list": [telegram("Group", "hi", "so"), {**telegram("Saved"), "type": "saved_messages"}]}}
    assert said(read(account)) == [("Anna", 0, "hi"), ("Anna", 1, "so")]


def test_a_whole_account_of_telegram_with_several():
    """Private conversations are no session: it is said which there are, and what to export."""
    account = {"chats": {"list": [telegram("Team", "hi"), telegram("Family", "yo")]}, "left_chats": {"list": []}}
    with pytest.raises(UnreadableFile, match=r"2 conversations.*Team, Family.*Export chat history"):
        read(account, "result.json")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ([{"id": "U1", "team_id": "T1", "profile": {"real_name": "Anna"}, "deleted": False}], "members of a Slack"),
        ([{"id": "C1", "name": "general", "created": 1, "members": ["U1"]}], "channels of a Slack"),
    ],
)
def test_lists_beside_the_days_of_slack_are_named(content, words):
    """They hold no messages; it is said which file does."""
    with pytest.raises(InputError, match=f"{words}.*day"):
        read(content, "users.json")
