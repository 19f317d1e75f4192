"""What somebody may know of a programme that they have a place in."""

from dataclasses import replace

from service.access.permissions import Access, Need
from service.types import Programme


def seen_by(programme: Programme, access: Access) -> Programme:
    """Return a programme without the names that only its files tell, as far as these may not be seen.

    Members of teams are not told names of files; others who only read what is published are told nothing but what the
    programme is called, what it is about, and its teams.
    """
    if access.may(Need.PROGRAMME):
        return programme
    if access.may(Need.TEAM):
        return replace(programme, pictures=())
    return replace(programme, languages={}, elements=(), levels=(), reviews=(), pictures=())
