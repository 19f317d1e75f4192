"""The addresses under `/api/v1`."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, File, Path, Query, Request, UploadFile
from fastapi.responses import JSONResponse

from nlp.documents.types import Rating
from nlp.participation.sessions.types import OverSessions
from nlp.participation.types import Participation
from nlp.readings.drift import Drift
from nlp.readings.types import ElementReadings, Interpretation
from nlp.rubrics.types import RubricComparison
from service.access.programmes import seen_by
from service.analyses.kinds import PARTICIPATION_BY, READINGS_BY
from service.analyses.outcomes import Failed, attempt
from service.names.slugs import slugify
from service.presentation.privacy.called import as_agreed
from service.programmes.expected_shares import shares_to_expect
from service.types import KeptFile, Programme, Session
from service.web.access import Allowed
from service.web.actions import api as actions
from service.web.api import attendance, edits, jobs, models, previews, questions, rooms
from service.web.api import feedback as forms
from service.web.api import names as programme_names
from service.web.api import sortings as piles
from service.web.api import speaker_identities as names
from service.web.api.dependencies import WORKED_OUT, FileId, Files, SessionSlug, Slug, Work, answer, problems
from service.web.api.paging.cursors import Page
from service.web.api.paging.without_notes import element_without_notes, without_notes
from service.web.api.places import files as one_file
from service.web.api.places import own_team, publications, reports
from service.web.archives import api as archives
from service.web.assistant import api as assistant
from service.web.cafe import api as cafes
from service.web.data import api as data
from service.web.giving_back import api as giving_back
from service.web.inclusion import api as inclusion
from service.web.library import api as library
from service.web.live import api as live
from service.web.memos import api as memos
from service.web.past import api as past
from service.web.past.once import read_key
from service.web.pictures import api as pictures
from service.web.privacy import api as privacy
from service.web.problems import compared
from service.web.problems.unknown import only_known
from service.web.reviews import api as reviews
from service.web.rubrics import api as written_rubrics
from service.web.running.apart import read_apart
from service.web.search import api as search
from service.web.sign_in import api as accounts
from service.web.stages import api as stages
from service.web.surveys import api as surveys
from service.web.webhooks import api as webhooks

ElementSlug = Annotated[
    str, Path(description="The element: its name in addresses, or as answers call it.", examples=["communications"])
]
Review = Annotated[str | None, Query(max_length=200, description="Only notes of this review.", examples=["March 2026"])]
Attribute = Annotated[str, Query(max_length=60)]
Expected = Annotated[
    str, Query(max_length=500, description="Shares to expect of groups in place of their heads: `woman=0.5`.")
]
WithNotes = Annotated[
    bool,
    Query(description="Whether the notes stand in their readings; without, `GET .../notes` gives them page by page."),
]
By = Annotated[list[Attribute], Query(max_length=6, description="Attributes to compare, each of which somebody has.")]


routes = APIRouter(tags=["programmes"])
one = APIRouter(prefix="/programmes/{slug}", responses=problems(404, 422), tags=["programme"])

EVERY = (
    archives.routes,
    routes,
    one,
    previews.routes,
    edits.routes,
    forms.routes,
    names.routes,
    attendance.routes,
    programme_names.routes,
    programme_names.judged,
    written_rubrics.written,
    written_rubrics.elements,
    written_rubrics.rooms,
    piles.routes,
    rooms.routes,
    giving_back.asks,
    giving_back.channels,
    reviews.routes,
    live.gatherings,
    inclusion.reflections,
    inclusion.power,
    surveys.surveys,
    surveys.outcomes,
    reviews.ratings,
    cafes.routes,
    cafes.pause,
    actions.routes,
    actions.left,
    actions.calendar,
    memos.memos,
    assistant.assistant,
    library.shares,
    library.others,
    library.library,
    stages.stages,
    questions.routes,
    search.routes,
    jobs.routes,
    publications.routes,
    reports.routes,
    own_team.routes,
    past.routes,
    data.routes,
    privacy.routes,
    pictures.routes,
    accounts.account,
    accounts.people,
    accounts.members,
    one_file.routes,
    webhooks.routes,
)


async def hand_over(request: Request) -> None:
    """Hand the workspace of the app over to the request, and the element by its name in addresses."""
    request.state.workspace = request.app.state.workspace
    if "element" in request.path_params:  # by name, or by its name in addresses
        request.path_params["element"] = slugify(request.path_params["element"])


def add_to(root: APIRouter) -> None:
    """Add the routes of the API."""
    needed = [Depends(only_known), Depends(hand_over), Depends(read_key)]
    for each in EVERY:
        root.include_router(each, prefix="/api/v1", dependencies=needed)


@routes.get("/programmes", response_model=list[Programme])
def list_programmes(work: Work, access: Allowed) -> Sequence[Programme]:
    """The programmes in which whoever asks has a place, oldest first."""
    return work.programmes.of(access.reader)


@routes.post("/programmes", response_model=Programme, status_code=201, responses=problems(400, 413, 422))
def create_programme(work: Work, new: models.NewProgramme) -> Programme:
    """Make a programme."""
    return work.programmes.create(new.name, new.teams, new.description)


@one.get("", response_model=Programme)
def get_programme(work: Work, slug: Slug, access: Allowed) -> Programme:
    """A programme with its teams, elements, levels and reviews, as far as whoever asks may know of them."""
    return seen_by(work.programmes.get(slug), access)


@one.patch("", response_model=Programme, responses=problems(400, 409, 413))
def change_programme(work: Work, slug: Slug, change: models.ProgrammeChange) -> Programme:
    """Give a programme another name, description or model; its address stays."""
    if change.model is not None:
        work.models.choose(slug, change.model)
    return work.programmes.change(slug, change.name, change.description)


@one.post("/copy", response_model=Programme, status_code=201, responses=problems(400, 413))
def copy_programme(work: Work, slug: Slug, copy: models.ProgrammeCopy) -> Programme:
    """Make a programme with the teams, elements, levels and names of this one, without its notes and sessions."""
    return work.copies.make(slug, copy.name, set(copy.files))


@one.get("/elements", response_model=Interpretation, responses=WORKED_OUT)
def list_readings(
    work: Work,
    slug: Slug,
    review: Review = None,
    by: By = list(READINGS_BY),  # noqa: B006
    notes: WithNotes = True,
) -> JSONResponse:
    """The readings of every element: who holds them and who lacks them."""
    found = work.findings(slug)
    with compared.of_notes(found, by):
        read = found.readings(review, tuple(by))
    return answer(read if notes else without_notes(read), found)


@one.get("/elements/{element}", response_model=ElementReadings, responses=WORKED_OUT)
def get_element(
    work: Work,
    slug: Slug,
    element: ElementSlug,
    review: Review = None,
    by: By = list(READINGS_BY),  # noqa: B006
    notes: WithNotes = True,
) -> JSONResponse:
    """The readings of one element."""
    found = work.findings(slug)
    with compared.of_notes(found, by):
        read = found.element(element, review, tuple(by))
    return answer(read if notes else element_without_notes(read), found)


@one.get("/drift", response_model=Drift, responses=WORKED_OUT)
def follow_readings(work: Work, slug: Slug) -> JSONResponse:
    """What became of every reading from one review to the next: new, back, gone, grown, faded, kept."""
    found = work.findings(slug)
    return answer(found.drift(), found)


@one.get("/rubrics", response_model=RubricComparison, responses=WORKED_OUT)
def compare_rubrics(work: Work, slug: Slug) -> JSONResponse:
    """What the rubrics of the teams say alike, and what only one says."""
    found = work.findings(slug)
    return answer(found.rubrics(), found)


@one.get("/sessions", response_model=list[Session])
def list_sessions(work: Work, slug: Slug) -> Sequence[Session]:
    """All sessions, oldest first."""
    return work.findings(slug).at.sessions


@one.get("/sessions/{session}", response_model=Participation, responses=WORKED_OUT)
def measure_participation(
    work: Work,
    slug: Slug,
    session: SessionSlug,
    by: By = list(PARTICIPATION_BY),  # noqa: B006
    expected: Expected = "",
) -> JSONResponse:
    """Who was heard in a session, and who was not."""
    found = work.findings(slug)
    compared.check_session(found, session, by)
    measured = found.participation(session, tuple(by), shares_to_expect(expected))
    return answer(as_agreed(found, {session: measured}, measured), found)


@one.patch("/sessions/{session}", response_model=Session, responses=problems(400, 409, 413))
def change_session(work: Work, slug: Slug, session: SessionSlug, change: models.SessionChange) -> Session:
    """Give a session another title or date; its address stays."""
    return work.session_titles.change(slug, session, change.title, change.date)


@one.get("/over-time", response_model=OverSessions, responses=WORKED_OUT)
def measure_over_time(
    work: Work,
    slug: Slug,
    by: By = list(PARTICIPATION_BY),  # noqa: B006
    expected: Expected = "",
) -> JSONResponse:
    """Who was heard over all sessions: people and groups, with how sure that is."""
    found = work.findings(slug)
    compared.check_sessions(found, by)
    outcomes = {each.slug: attempt(found.participation, each.slug) for each in found.at.sessions}
    measured = {slug: each for slug, each in outcomes.items() if not isinstance(each, Failed)}
    return answer(as_agreed(found, measured, found.over_time(tuple(by), shares_to_expect(expected))), found)


@one.put("/sessions/{session}/roster", response_model=Session, responses=problems(400, 413))
def choose_roster(work: Work, slug: Slug, session: SessionSlug, choice: models.RosterChoice) -> Session:
    """Measure a session against another roster."""
    return work.files.choose_roster(slug, session, choice.roster)


@one.get("/ratings", response_model=list[Rating])
def list_ratings(work: Work, slug: Slug) -> Sequence[Rating]:
    """The levels that teams gave to elements."""
    return work.findings(slug).ratings()


@one.get("/files", response_model=list[KeptFile])
def list_files(own: Files, slug: Slug, page: Page) -> Sequence[KeptFile]:
    """The files of a programme that may be seen, in the order in which they were kept."""
    return page.beside(own.every(slug), lambda each: each.id)


@one.post("/files", response_model=list[KeptFile], status_code=201, responses=problems(400, 413))
@read_apart
def add_files(own: Files, slug: Slug, files: Annotated[list[UploadFile], File(min_length=1)]) -> Sequence[KeptFile]:
    """Keep files; what each of them is, its content says. If one cannot be used, none is kept."""
    return own.add(slug, [(file.filename or "", file.file.read()) for file in files])


@one.delete("/files/{file}", status_code=204)
def remove_file(own: Files, slug: Slug, file: FileId) -> None:
    """Remove a file and everything that was read from it."""
    own.remove(slug, file)
