"""The addresses of the pages."""

from fastapi import APIRouter, Depends, Request

from service.web import privacy
from service.web.actions import looking_back
from service.web.actions import pages as actions
from service.web.archives import pages as archives
from service.web.assistant import pages as assistant
from service.web.cafe import desk as cafes
from service.web.cafe import phones as tables
from service.web.cafe import written as table_notes
from service.web.context import PageContext, speak
from service.web.data import pages as data
from service.web.giving_back import channel_desk, desk, phones
from service.web.inclusion import power, reflection
from service.web.library import desk as library_desk
from service.web.library import pages as library
from service.web.live import desk as notes_desk
from service.web.live import phones as notes_phones
from service.web.memos import pages as memos
from service.web.past import pages as past
from service.web.past.forms import read_what_was_seen
from service.web.past.once import read_key
from service.web.pictures import pages as pictures
from service.web.reviews import day as review_day
from service.web.reviews import pages as reviews
from service.web.reviews import phones as rating_phones
from service.web.reviews import ratings
from service.web.routes import (
    attendance,
    edits,
    feedback,
    files,
    names,
    over_time,
    questions,
    room,
    settings,
    sort,
    speaker_identities,
    static,
    tally,
    views,
)
from service.web.routes.places import own_team, publications, reports
from service.web.rubrics import pages as rubrics
from service.web.rubrics import phones as rubric_phones
from service.web.rubrics import rooms as rubric_rooms
from service.web.search import pages as search
from service.web.sign_in import account, elsewhere, links, members, people, sign_in
from service.web.stages import pages as stages
from service.web.surveys import desk as surveys
from service.web.surveys import outcomes
from service.web.surveys import phone as survey_phone
from service.web.webhooks import pages as webhooks
from service.web.work import routes as work

PAGES = (
    views,
    files,
    names,
    tally,
    settings,
    edits,
    sort,
    room,
    speaker_identities,
    attendance,
    feedback,
    over_time,
    questions,
    search,
    work,
    own_team,
    publications,
    reports,
    sign_in,
    elsewhere,
    links,
    account,
    people,
    members,
    past,
    archives,
    data,
    privacy,
    pictures,
    phones,
    desk,
    channel_desk,
    reviews,
    notes_phones,
    notes_desk,
    reflection,
    power,
    surveys,
    survey_phone,
    outcomes,
    review_day,
    ratings,
    rating_phones,
    cafes,
    table_notes,
    tables,
    rubrics,
    rubric_rooms,
    rubric_phones,
    memos,
    assistant,
    library_desk,
    library,
    webhooks,
    actions,
    looking_back,
    stages,
)


def set_context(request: Request) -> None:
    """Hand the request what pages are made with."""
    request.state.context = PageContext(request, request.app.state.workspace, speak(request))


def add_to(root: APIRouter) -> None:
    """Add the routes of all pages."""
    needed = [Depends(set_context), Depends(read_what_was_seen), Depends(read_key)]
    root.include_router(static.routes, include_in_schema=False)
    for each in PAGES:
        root.include_router(each.routes, dependencies=needed, include_in_schema=False)
