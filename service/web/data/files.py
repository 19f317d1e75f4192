"""What leaves as a file, written into the journal."""

from fastapi.responses import Response

from service.analyses.findings import Findings
from service.exports.tables.formats import write_data
from service.exports.tables.programme import ProgrammeData
from service.exports.transcripts.formats import write_transcript
from service.exports.transcripts.transcript import TranscriptData
from service.presentation.i18n import Language
from service.web.api.dependencies import RESULT_HEADER
from service.web.attachment import attachment
from service.workspace import Workspace


def data_of(work: Workspace, found: Findings, form: str, language: Language, *, names: bool) -> Response:
    """Return the data of a programme as a file.

    Raises:
        InputError: there is no such format.
        NotMadeYet: something that it shows is still being worked out.
    """
    data = ProgrammeData(found, work.feedback, language, names, work.actions.every(found.at.slug))
    return _sent(work, found, write_data(data, form))


def transcript_of(
    work: Workspace, found: Findings, session: str, form: str, language: Language, *, names: bool
) -> Response:
    """Return the transcript of a session as a file.

    Raises:
        InputError: there is no such format, or the record has no times.
        NotFound: the programme has no such session.
        NotMadeYet: who is behind the labels is still being worked out.
    """
    return _sent(work, found, write_transcript(TranscriptData(found, session, language, names), form))


def _sent(work: Workspace, found: Findings, made: tuple[str, bytes, str]) -> Response:
    name, content, media_type = made
    work.journal.exported(found.at.slug, name)
    renewed = {RESULT_HEADER: "being renewed" if found.late else "current"}
    return Response(content, media_type=media_type, headers=attachment(name) | renewed)
