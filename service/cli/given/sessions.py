"""Records of sessions as the command line takes them: each once, no notes among them, one agenda for one session."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from nlp.documents.types import Notes
from nlp.errors import InputError, NoSpeakers
from nlp.messages import Message
from nlp.participation.caveats import ONE_SESSION
from nlp.participation.types import Participation
from nlp.transcripts.types import Segment, Transcript
from service.cli.given.documents import refuse_repeated
from service.cli.given.source import Source

_TABLES = (".csv", ".tsv", ".tab", ".xlsx", ".xlsm")


def read_sessions(sources: Sequence[Source]) -> list[Transcript]:
    """Return the transcripts of files.

    Raises:
        InputError: a file is given twice, is no transcript, or is a table of notes.
    """
    refuse_repeated(sources)
    return [_read_session(source) for source in sources]


def _read_session(source: Source) -> Transcript:
    from nlp import read_transcript

    notes = InputError(
        source.name,
        Message("this is a table of notes, not the record of a session"),
        Message("Give it to manyvoices interpret, or name the columns speaker and text"),
    )
    try:
        transcript = read_transcript(source.name, source.data)
    except NoSpeakers:
        if _is_table_of_notes(source):
            raise notes from None
        raise
    if not transcript.timed and _is_table_of_notes(source):
        raise notes
    return transcript


def _is_table_of_notes(source: Source) -> bool:
    """Whether a file is a table that says of most texts which element of a rubric they speak of."""
    from nlp import read_document

    if PurePath(source.name).suffix.lower() not in _TABLES:
        return False
    try:
        document = read_document(source.name, source.data)
    except InputError:
        return False
    return isinstance(document, Notes) and 2 * sum(bool(unit.element) for unit in document.units) > len(document.units)


def read_agenda(source: Source | None, transcripts: Sequence[Source]) -> tuple[Segment, ...] | None:
    """Return the agenda of the one session; None where no file is given.

    Raises:
        InputError: it cannot be read, or there are several sessions.
    """
    if source is None:
        return None
    from nlp.transcripts import read_segments

    if len(transcripts) > 1:
        problem = Message(
            "this is the agenda of one session, and there are {count} transcripts", {"count": len(transcripts)}
        )
        raise InputError(source.name, problem, Message("Give it with its transcript alone"))
    return read_segments(source.name, source.data)


def remarks_of(measured: Mapping[str, Participation]) -> Iterator[str]:
    """Yield what the record of each session cannot show; what holds for all of them is said once, without a name."""
    said: dict[str, list[str]] = {}
    for session, found in measured.items():
        for limit in found.limits:
            if limit.template != ONE_SESSION:
                said.setdefault(str(limit), []).append(session)
    for remark, sessions in said.items():
        yield remark if len(sessions) == len(measured) else f"{', '.join(sessions)}: {remark}"
