"""Chats that Telegram Desktop exported as JSON: one conversation, or all of an account."""

from collections.abc import Iterator, Sequence

from nlp.errors import UnreadableFile
from nlp.messages import Message
from nlp.transcripts.chats.common import FILES, NOTICES, ChatMessage, chat_transcript
from nlp.transcripts.json_paths import JsonObject, label, objects
from nlp.transcripts.moments import moment, since_first
from nlp.transcripts.source import Source
from nlp.transcripts.types import Transcript

_SECTIONS = ("chats", "left_chats")
_NOTES_TO_ONESELF = "saved_messages"
_MOST_NAMES = 8
_JOINING = frozenset({"create_group", "invite_members", "join_group_by_link", "join_group_by_request"})


def is_telegram(source: Source) -> bool:
    """Whether the JSON is a chat that Telegram Desktop exported, or an account with chats."""
    return bool(_chats(source.json)) or _is_chat(source.json)


def read_telegram(source: Source) -> Transcript:
    """Read every message as a turn without an end; times count from the first message.

    Raises:
        UnreadableFile: the file holds several conversations: which of them is the session cannot be told.
    """
    chats = _chats(source.json)
    spoken = [chat for chat in chats if chat.get("type") != _NOTES_TO_ONESELF and _is_chat(chat)]
    if len(spoken) > 1:
        names = tuple(label(chat.get("name")) or "?" for chat in spoken[:_MOST_NAMES])
        raise UnreadableFile(
            source.name,
            Message(
                "this is a whole Telegram account with {count} conversations ({names} ...)",
                {"count": len(spoken), "names": names},
            ),
            Message(
                "Open the one conversation in Telegram Desktop, choose Export chat history, the format JSON, "
                "and hand in its result.json"
            ),
        )
    return _read(source.name, objects(next(iter(spoken), source.json), "messages"))


def _chats(value: object) -> Sequence[JsonObject]:
    return [chat for section in _SECTIONS for chat in objects(value, section, "list")]


def _is_chat(value: object) -> bool:
    return any("date_unixtime" in message or "from_id" in message for message in objects(value, "messages")[:50])


def _read(name: str, found: Sequence[JsonObject]) -> Transcript:
    notices = [message for message in found if message.get("type") == "service"]
    times = since_first([moment(message.get("date_unixtime")) for message in found])
    messages = [
        (ChatMessage(sender, time, number), _text(message.get("text")))
        for number, (message, time) in enumerate(zip(found, times, strict=True), start=1)
        if message.get("type") != "service" and (sender := label(message.get("from")) or label(message.get("from_id")))
    ]
    files = sum(not text for _, text in messages)
    left_out = [(FILES, files), (NOTICES, len(notices))]
    members = filter(None, map(label, _members(notices)))
    return chat_transcript(name, "telegram", messages, [], left_out, joined=members)


def _members(notices: Sequence[JsonObject]) -> Iterator[object]:
    """Yield who joined, and those who were invited with whoever did it."""
    for notice in notices:
        if notice.get("action") in _JOINING:
            yield notice.get("actor")
            invited = notice.get("members")
            yield from invited if isinstance(invited, list) else ()


def _text(value: object) -> str:
    """Return the words of a message: a string, or a list of strings and of objects for links and bold words."""
    pieces = value if isinstance(value, list) else [value]
    texts = [piece.get("text") if isinstance(piece, dict) else piece for piece in pieces]
    return "".join(text for text in texts if isinstance(text, str)).strip()
