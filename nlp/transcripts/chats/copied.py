"""Messages copied out of the window of Teams or Telegram: each below a line that has the name and, in brackets, when.

Teams: `[3/12 10:05 AM] Rina Das`, today's without the date; Telegram Desktop: `Rina Das, [12.03.2024 14:05]`. Each line
of words below belongs to the last such line. A date in brackets before a name with words after it stands in records of
speech too, so such lines are none of these.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from nlp.text.clock import HALF_OF_DAY
from nlp.transcripts.chats.common import DELETED, FILES, ChatMessage, chat_transcript, drafts_of
from nlp.transcripts.chats.date_order import seconds_since_first
from nlp.transcripts.source import Line, Source
from nlp.transcripts.speakers.lexicon import DELETED_MESSAGE, NO_MESSAGE
from nlp.transcripts.types import Transcript

_DATE = r"(?P<date>\d{1,4}[./-]\d{1,4}(?:[./-]\d{1,4})?)"
_CLOCK = rf"(?P<clock>\d{{1,2}}:\d{{2}}(?::\d{{2}})?{HALF_OF_DAY}?)"
_TEAMS = re.compile(rf"^\[(?:\w+day\s)?{_DATE},?\s+{_CLOCK}\]\s+(?P<who>[^\s:\[\]<>—–*?-][^:\[\]<>]{{0,79}})$")
_TEAMS_TODAY = re.compile(
    rf"^\[(?P<date>)(?P<clock>\d{{1,2}}:\d{{2}}{HALF_OF_DAY})\]\s+(?P<who>[^\s:\[\]<>—–*?-][^:\[\]<>]{{0,79}})$"
)
_TELEGRAM = re.compile(rf"^(?P<who>\S[^\[\]]{{0,79}}),\s\[{_DATE},?\s+{_CLOCK}\]:?$")
_FORMS = (_TEAMS, _TEAMS_TODAY, _TELEGRAM)
_PLACEHOLDER = re.compile(
    r"\[\s?(?:photo|video|voice message|audio|sticker|file|album|animation|gif|image|location"
    r"|contact|poll)[^\]]{0,60}\]"
    r"|(?:photo|image|video|voice message|sticker|file|album|gif)",
    re.IGNORECASE,
)
_HEAD_LINES = 40
_FEWEST = 2


@dataclass(slots=True)
class _Draft:
    date: str
    clock: str
    sender: str
    line: int
    lines: list[str] = field(default_factory=list)


def is_copied_chat(source: Source) -> bool:
    """Whether two of the first lines are heads of one of the two forms."""
    top = source.lines[:_HEAD_LINES]
    return any(sum(form.match(line) is not None for line in top) >= _FEWEST for form in _FORMS)


def read_copied_chat(source: Source) -> Transcript:
    """Read every message as a turn without an end; times count from the first; pictures and the like are no words."""
    missed: list[Line] = []
    drafts = list(drafts_of(source.lines, _begin, missed))
    times = seconds_since_first([(_whole(draft.date), draft.clock) for draft in drafts])
    messages = [
        (ChatMessage(draft.sender, time, draft.line), _text(draft.lines))
        for draft, time in zip(drafts, times, strict=True)
    ]
    deleted = sum(_is_one_of(DELETED_MESSAGE, draft.lines) for draft in drafts)
    files = sum(not text for _, text in messages) - deleted
    return chat_transcript(source.name, "copied-chat", messages, missed, [(FILES, files), (DELETED, deleted)])


def _begin(number: int, line: str) -> _Draft | None:
    match = next((match for form in _FORMS if (match := form.match(line))), None)
    return _Draft(match["date"], match["clock"], " ".join(match["who"].split()), number) if match else None


def _whole(date: str) -> str:
    """Return a date with a year: Teams leaves out that of the current one, and today's date; only distances count."""
    if not date:
        return "1/1/2024"
    return date if len(re.findall(r"\d+", date)) > len("md") else f"{date}{date.strip('0123456789')[:1]}2024"


def _text(lines: Sequence[str]) -> str:
    if _is_one_of(NO_MESSAGE, lines):
        return ""
    return "\n".join(line for line in lines if line and not _PLACEHOLDER.fullmatch(line))


def _is_one_of(phrases: frozenset[str], lines: Sequence[str]) -> bool:
    return " ".join(filter(None, lines)).strip(" .।").casefold() in phrases
