"""What somebody may know of a programme."""

from service.access.permissions import access_of
from service.access.programmes import seen_by
from service.access.types import OWN_MACHINE, Membership, Reader, Role
from service.types import Programme

ALL = Programme("p", "P", "About", ("North",), {"North": "bn"}, ("আস্থা",), ("high",), ("March",), ("scan.png",))


def _seen(role: Role) -> Programme:
    return seen_by(ALL, access_of(Reader(1, "R", memberships={1: Membership(role, "North")}), 1))


def test_names_that_only_files_tell_are_for_those_who_may_see_files():
    """Facilitators are told all, members no names of files, observers neither elements nor reviews."""
    assert seen_by(ALL, access_of(OWN_MACHINE)) == _seen(Role.FACILITATOR) == ALL
    member, observer = _seen(Role.MEMBER), _seen(Role.OBSERVER)
    assert (member.elements, member.pictures) == (("আস্থা",), ())
    assert (observer.elements, observer.levels, observer.reviews, observer.languages) == ((), (), (), {})
    assert (observer.name, observer.description, observer.teams) == ("P", "About", ("North",))
