"""The report of Read.ai as JSON: blocks of one speaker each, with the time of the day at which they were said."""

from nlp.errors import UnreadableFile
from nlp.messages import Message
from nlp.transcripts.json_paths import follow, label, objects, words
from nlp.transcripts.moments import moment, since_first
from nlp.transcripts.overlap import has_overlap
from nlp.transcripts.source import Source
from nlp.transcripts.types import Transcript, Turn

_BLOCKS = (("transcript", "speaker_blocks"), ("speaker_blocks",))
_MILLISECONDS = 1000
_LAST_SECOND = 1e11
"""No report has this many seconds since 1970; all have more milliseconds."""


def is_read_ai(source: Source) -> bool:
    """Whether the JSON has Read.ai's blocks, or is its report without them."""
    return any(objects(source.json, *path) for path in _BLOCKS) or (
        follow(source.json, "session_id") is not None and follow(source.json, "report_url") is not None
    )


def read_read_ai(source: Source) -> Transcript:
    """Read every block as a turn; participants, speakers and whoever speaks were there.

    Raises:
        UnreadableFile: the report holds a summary but no transcript.
    """
    blocks = next((found for path in _BLOCKS if (found := objects(source.json, *path))), [])
    if not blocks:
        raise UnreadableFile(
            source.name,
            Message("this is a report of Read.ai without its transcript"),
            Message("Open the report, download its transcript as text, docx or JSON, and hand that in"),
        )
    raw = [moment(block.get(key), _MILLISECONDS) for block in blocks for key in ("start_time", "end_time")]
    unit = 1 if any(time is not None and time * _MILLISECONDS >= _LAST_SECOND for time in raw) else _MILLISECONDS
    times = since_first([None if time is None else time * unit for time in raw])
    turns = tuple(
        Turn(
            label(block.get("speaker")),
            start,
            None if start is None or end is None else max(start, end),
            words(block.get("words")),
            number,
        )
        for number, (block, start, end) in enumerate(zip(blocks, times[::2], times[1::2], strict=True), start=1)
    )
    named = (*objects(source.json, "participants"), *objects(source.json, "transcript", "speakers"))
    return Transcript(
        name=source.name,
        form="read-ai",
        turns=tuple(turn for turn in turns if turn.text),
        shows_overlap=has_overlap(turns),
        attendees=tuple(dict.fromkeys(name for person in named if (name := label(person.get("name"))))),
    )
