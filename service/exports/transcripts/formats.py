"""The one table of what transcripts leave as."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from nlp.errors import InputError
from nlp.messages import Message, msgid
from service.exports.transcripts.captions import write_webvtt
from service.exports.transcripts.tiers import write_elan, write_rttm
from service.exports.transcripts.timed import TimedTurn, timed
from service.exports.transcripts.transcript import TranscriptData


@dataclass(frozen=True, slots=True)
class TranscriptFormat:
    """A format in which the transcript of a session leaves.

    Attributes:
        name: by which it is asked for.
        ending: of the file's name.
        media_type: of the file.
        title: what people call it.
        whom: the sentence that says for whom it is.
        write: makes the file from the session's title and its turns.
    """

    name: str
    ending: str
    media_type: str
    title: str
    whom: str
    write: Callable[[str, Sequence[TimedTurn]], bytes]


TRANSCRIPT_FORMATS: Mapping[str, TranscriptFormat] = {
    each.name: each
    for each in (
        TranscriptFormat(
            "vtt",
            ".vtt",
            "text/vtt; charset=utf-8",
            "WebVTT",
            msgid("For subtitles and video players: the words with names and times."),
            write_webvtt,
        ),
        TranscriptFormat(
            "eaf",
            ".eaf",
            "application/xml",
            "ELAN",
            msgid("For ELAN and other tools of linguists: a tier for each person."),
            write_elan,
        ),
        TranscriptFormat(
            "rttm",
            ".rttm",
            "text/plain; charset=utf-8",
            "RTTM",
            msgid("For programs that tell speakers apart: who spoke when, without the words."),
            write_rttm,
        ),
    )
}
"""Name of a format -> what it is, in the order in which they are offered."""


def write_transcript(data: TranscriptData, name: str) -> tuple[str, bytes, str]:
    """Return name, content and media type of the file of a session in a format.

    Raises:
        InputError: there is no such format, or the record has no times.
        NotFound: the programme has no such session.
        NothingToAnalyse: those present did not agree that what they said is analysed.
        NotMadeYet: who is behind the labels is still being worked out.
    """
    found = TRANSCRIPT_FORMATS.get(name)
    if found is None:
        there = Message("The formats that there are: {names}", {"names": tuple(TRANSCRIPT_FORMATS)})
        raise InputError("", Message("transcripts do not leave as {name}", {"name": name}), there, "format")
    return f"{data.session}{found.ending}", found.write(data.title, timed(data.turns)), found.media_type
