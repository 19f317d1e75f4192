"""What all saved chats have in common: messages with a sender and a time, reactions, files, and notices of the app."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from nlp.messages import Message, msgid
from nlp.transcripts.chats.written_words import written_words
from nlp.transcripts.source import Line, unread
from nlp.transcripts.types import CHAT, Transcript, Turn

REACTIONS = msgid("Left out: reactions to messages of others ({count}).")
FILES = msgid("Left out: pictures, voice messages and other files ({count}).")
LINKS = msgid("Left out: links and passwords ({count}).")
DELETED = msgid("Left out: messages that were deleted ({count}).")
NOTICES = msgid("Left out: notices that the app wrote ({count}).")


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """Who sent something, and when.

    Attributes:
        sender: as the chat names them.
        start: seconds, None where the file has no time that can be understood.
        line: on which it begins, from 1.
    """

    sender: str
    start: float | None
    line: int


class HasLines(Protocol):
    """A message while it is read: the lines of its words."""

    lines: list[str]


Draft = TypeVar("Draft", bound=HasLines)


def drafts_of(lines: Sequence[str], begin: Callable[[int, str], Draft | None], missed: list[Line]) -> Iterator[Draft]:
    """Yield the messages of a chat in which each stands behind or below its head.

    Args:
        lines: of the file.
        begin: makes a message of a line and its number, from 1; None where it is no head, but words of the last one.
        missed: gets the lines with words above the first head.
    """
    draft: Draft | None = None
    for number, line in enumerate(lines, start=1):
        if begun := begin(number, line):
            if draft:
                yield draft
            draft = begun
        elif draft:
            draft.lines.append(line.strip())
        elif line.strip():
            missed.append((number, line))
    if draft:
        yield draft


def chat_transcript(
    name: str,
    form: str,
    messages: Sequence[tuple[ChatMessage, str]],
    missed: list[Line],
    left_out: Iterable[tuple[str, int]],
    present: Iterable[str] = (),
    joined: Iterable[str] = (),
) -> Transcript:
    """Return a turn without an end for every message with words; everybody who sent anything was present.

    Links and passwords are no words: they would count for whoever passed them on.

    Args:
        name: the file's name.
        form: the kind of chat.
        messages: every message with the words in it, "" for one that is only a reaction or a file.
        missed: lines that were not understood.
        left_out: remark templates with a count each.
        present: people of whom the chat itself says that they belong to it.
        joined: people of whom it tells that they joined.
    """
    written = [(message, written_words(text)) for message, text in messages]
    links = sum(words.shortened for _, words in written)
    remarks = (Message(template, {"count": count}) for template, count in (*left_out, (LINKS, links)) if count)
    turns = (
        Turn(message.sender, message.start, None, words.text, message.line) for message, words in written if words.text
    )
    return Transcript(
        name=name,
        form=form,
        turns=tuple(turns),
        shows_overlap=False,
        attendees=tuple(dict.fromkeys((*present, *(message.sender for message, _ in messages)))),
        unread=unread(missed),
        remarks=(Message(CHAT), *remarks),
        joined=tuple(dict.fromkeys(joined)),
    )
