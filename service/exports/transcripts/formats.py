"""The one table of what transcripts leave as."""

from collections.abc import Callable, Sequence

from nlp.messages import Message, msgid
from service.exports.data_formats import DataFormat, Formats, by_name, write_file
from service.exports.transcripts.captions import write_webvtt
from service.exports.transcripts.tiers import write_elan, write_rttm
from service.exports.transcripts.timed import TimedTurn, timed
from service.exports.transcripts.transcript import TranscriptData


def _of_turns(write: Callable[[str, Sequence[TimedTurn]], bytes]) -> Callable[[TranscriptData], bytes]:
    return lambda data: write(data.title, timed(data.turns))


TRANSCRIPT_FORMATS: Formats[TranscriptData] = by_name(
    DataFormat(
        "vtt",
        ".vtt",
        "text/vtt; charset=utf-8",
        "WebVTT",
        msgid("For subtitles and video players: the words with names and times."),
        _of_turns(write_webvtt),
    ),
    DataFormat(
        "eaf",
        ".eaf",
        "application/xml",
        "ELAN",
        msgid("For ELAN and other tools of linguists: a tier for each person."),
        _of_turns(write_elan),
    ),
    DataFormat(
        "rttm",
        ".rttm",
        "text/plain; charset=utf-8",
        "RTTM",
        msgid("For programs that tell speakers apart: who spoke when, without the words."),
        _of_turns(write_rttm),
    ),
)
"""Name of a format -> what it is, in the order in which they are offered."""


def write_transcript(data: TranscriptData, name: str) -> tuple[str, bytes, str]:
    """Return name, content and media type of the file of a session in a format.

    Raises:
        InputError: there is no such format, or the record has no times.
        NotFound: the programme has no such session.
        NothingToAnalyse: those present did not agree that what they said is analysed.
        NotMadeYet: who is behind the labels is still being worked out.
    """
    none = Message("transcripts do not leave as {name}", {"name": name})
    return write_file(TRANSCRIPT_FORMATS, name, data, data.session, none)
