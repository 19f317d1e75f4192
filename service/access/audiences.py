"""Which publications somebody may open: a facilitator's report facilitators, others those whom they were published for.

Observers, such as funders, see what was published for everybody: funders' reports, and those of participants and for
the room that a facilitator opened to them.
"""

from collections.abc import Mapping

from service.access.permissions import Access, Need
from service.publications.types import Audience

NEEDED: Mapping[Audience, Need] = {
    Audience.FACILITATORS: Need.PROGRAMME,
    Audience.TEAMS: Need.TEAM,
    Audience.EVERYBODY: Need.PUBLISHED,
}


def audiences_of(access: Access) -> frozenset[Audience]:
    """Return the audiences that somebody belongs to where they are."""
    return frozenset(audience for audience, need in NEEDED.items() if access.may(need))
