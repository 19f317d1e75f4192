"""What people can fill in now: forms, rooms, what is given back, channels, surveys, notes, ratings, World Cafés."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from service.access.permissions import Teams
from service.programmes.snapshot import Snapshot
from service.surveys.types import SurveyState, said_in


class Opened(StrEnum):
    """What is open."""

    FORM = "form"
    ROOM = "room"
    ASK = "ask"
    CHANNEL = "channel"
    GATHERING = "gathering"
    SURVEY = "survey"
    RATING = "rating"
    CAFE = "cafe"


@dataclass(frozen=True, slots=True)
class OpenNow:
    """Something that takes answers.

    Attributes:
        kind: what it is.
        code: its name in addresses.
        path: where it is filled in.
        about: the title of a form, a channel, a gathering or a survey, the element of a room, the team whose own view
            it is, the review that is rated for or that a World Café is part of.
    """

    kind: Opened
    code: str
    path: str
    about: str


def open_now(at: Snapshot, teams: Teams = None) -> tuple[OpenNow, ...]:
    """Return what takes answers in a programme, forms first; of what one team is asked, only that of `teams`."""
    today = datetime.now(UTC).date().isoformat()
    forms = [OpenNow(Opened.FORM, each.code, f"/f/{each.code}", each.title) for each in at.forms if each.is_open]
    rooms = [OpenNow(Opened.ROOM, each.code, f"/r/{each.code}", each.element) for each in at.rooms if each.is_open]
    asks = [
        OpenNow(Opened.ASK, each.code, f"/g/{each.code}", each.team)
        for each in at.asks
        if each.is_open(today) and (teams is None or not each.team or each.team in teams)
    ]
    channels = [
        OpenNow(Opened.CHANNEL, each.code, f"/c/{each.code}", each.title) for each in at.channels if each.is_open
    ]
    gatherings = [
        OpenNow(Opened.GATHERING, each.code, f"/n/{each.code}", each.title) for each in at.gatherings if each.is_open
    ]
    surveys = [
        OpenNow(Opened.SURVEY, each.code, f"/q/{each.code}", said_in(each.content.title)[0])
        for each in at.surveys
        if each.state is SurveyState.OPEN
    ]
    ratings = [
        OpenNow(Opened.RATING, each.code, f"/v/{each.code}", each.name)
        for each in at.reviews
        if each.is_open and each.code
    ]
    cafes = [OpenNow(Opened.CAFE, each.code, f"/t/{each.code}", each.review) for each in at.cafes]
    return (*forms, *rooms, *asks, *channels, *gatherings, *surveys, *ratings, *cafes)
