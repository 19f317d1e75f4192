"""What every route of the API is given, how it answers, and how it can fail.

What is protected where, against telling single people from groups of fewer than `Settings.threshold` (3) people:

| | groups of people (gender, role ...) | attributes of people on notes | people and notes themselves |
| --- | --- | --- | --- |
| API | pooled or withheld over all questions together: every attribute, every review and all of them | left out: only \
`LISTED` attributes are given | notes with their authors as the notes name them; speakers by name |
| pages | the same results | not shown | names; numbers instead where the reader asks for that |
| report and other exports | the same results | not shown | numbers, names in quotes replaced; names only if asked for |
| command line | pooled or withheld over the attributes of one call | given | all: whoever calls it has the files |
| assistants (`manyvoices mcp`) | the same results | not given | numbers, names in texts replaced; \
names only if asked for |

Teams, organisations, languages and reviews are partners, not people, and are shown whatever their size; in sessions
teams and organisations count as groups of people too. What those present answer in forms, and where they put
cards in a room, is read from `threshold` people on (`service.annotations.feedback_forms`, `rooms`).
"""

from typing import Annotated, Any

from fastapi import Depends, Path, Request
from fastapi.responses import JSONResponse

from nlp.readings.groups.protected_notes import OF_NOTES
from nlp.readings.groups.small_groups import COLLECTIVE
from service.analyses.findings import Findings
from service.intake.files import ProgrammeFiles
from service.serialisation import public_json
from service.web.access import Allowed
from service.web.api import models
from service.web.numbers import Number
from service.web.problems.model import Problem
from service.workspace import Workspace

LISTED = COLLECTIVE | OF_NOTES
"""The attributes of notes that the API gives."""

RESULT_HEADER = "Manyvoices-Result"
WORKED_OUT: dict[int | str, dict[str, Any]] = {
    202: {"model": models.Waiting, "description": "It is being worked out: ask again after the seconds of Retry-After."}
}
"""The description of the answer to a question whose answer is not there yet."""

Answers = dict[int | str, dict[str, Any]]
Slug = Annotated[str, Path(description="The programme's name in addresses.", examples=["both-banks"])]
FileId = Number
SessionSlug = Annotated[str, Path(description="The session's name in addresses.", examples=["session-2026-03-review"])]


def problems(*statuses: int) -> Answers:
    """Return the description of the answers that fail with these statuses, beside those that every route has."""
    return {status: {"model": Problem} for status in (403, *statuses)}


def answer(result: object, found: Findings | None = None) -> JSONResponse:
    """Return a result as the API gives it; the route describes it by its type, and more may stand beside the fields.

    Notes carry no attribute of a person: beside team, review and author any of them would show a group of one. The
    header `Manyvoices-Result` says whether it is "current" or "being renewed": what was found before the last change.
    """
    state = "being renewed" if found and found.late else "current"
    return JSONResponse(public_json(result, LISTED), headers={RESULT_HEADER: state})


def _workspace(request: Request) -> Workspace:
    workspace: Workspace = request.state.workspace
    return workspace


Work = Annotated[Workspace, Depends(_workspace)]


def _files(work: Work, access: Allowed) -> ProgrammeFiles:
    return work.files.within(access.teams)


Files = Annotated[ProgrammeFiles, Depends(_files)]
"""The files that whoever asks may work with."""
