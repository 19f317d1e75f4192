"""What somebody may do: one table of needs by place, and the one function that answers.

| | facilitator | member of a team | observer | administrator without a place |
| --- | --- | --- | --- | --- |
| what is published: reports as they then were | yes | yes | yes | no |
| raw notes, with who wrote them | of all teams | of the own team | no | no |
| files: see, add, correct, remove | all | those whose every note, descriptor or rating is of the own team | no | no |
| forms, rooms and channels that are open now, what is given back | opens, closes and reads them | the way there, \
but to what another team is asked | no | no |
| readings, sessions, rubrics, live report | yes | no: they quote all teams; what is published of them | no | no |
| names, settings, people, history | yes | no | no | no |

Whoever has no place in a programme gets the same answer as for one that is not there. Whoever has one, but may not do
what they ask, is told so and whom to ask. Who works on the machine itself, where nobody signs in, may do everything.
Who has the address of an open form, room or channel, or of what is given back, may fill it in, signed in or not: that
is what the address is for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from nlp.messages import Message
from service.access.types import OWN_MACHINE, Membership, Reader, Role
from service.errors import NotSignedIn, Refused

Teams = frozenset[str] | None
"""Names of teams whose raw notes may be seen; None is all."""


class Need(StrEnum):
    """What a request needs of who asks."""

    NOTHING = "nothing"
    ACCOUNT = "account"
    ADMINISTRATOR = "administrator"
    MAKER = "maker"
    """Of programmes: administrators, and whoever facilitates one already."""
    PUBLISHED = "published"
    TEAM = "team"
    PROGRAMME = "programme"


PLACES: Mapping[Role, frozenset[Need]] = {
    Role.FACILITATOR: frozenset({Need.PUBLISHED, Need.TEAM, Need.PROGRAMME}),
    Role.MEMBER: frozenset({Need.PUBLISHED, Need.TEAM}),
    Role.OBSERVER: frozenset({Need.PUBLISHED}),
}
"""What a place in a programme gives."""

IN_PROGRAMMES = frozenset({Need.PUBLISHED, Need.TEAM, Need.PROGRAMME})


@dataclass(frozen=True, slots=True)
class Access:
    """What somebody may do where they are: in a programme, or outside of all (no `place`).

    Attributes:
        reader: who asks.
        place: theirs in the programme; None outside, and of whoever works on the machine itself.
    """

    reader: Reader = OWN_MACHINE
    place: Membership | None = None

    @property
    def may_everything(self) -> bool:
        """Whether all of the programme may be seen and changed."""
        return self.may(Need.PROGRAMME)

    @property
    def teams(self) -> Teams:
        """Whose raw notes may be seen; None is all teams."""
        if self.may(Need.PROGRAMME):
            return None
        return frozenset({self.place.team} - {""}) if self.place and self.may(Need.TEAM) else frozenset()

    def may(self, need: Need) -> bool:
        """Whether somebody may do what needs this."""
        reader = self.reader
        if reader.sits_here or need is Need.NOTHING:
            return True
        if need in IN_PROGRAMMES:
            return self.place is not None and need in PLACES[self.place.role]
        if need is Need.ADMINISTRATOR:
            return reader.is_administrator
        if need is Need.MAKER:
            return reader.is_administrator or any(
                place.role is Role.FACILITATOR for place in reader.memberships.values()
            )
        return reader.account is not None

    def check(self, need: Need) -> None:
        """Let who may do what needs this go on.

        Raises:
            NotSignedIn: nobody is signed in.
            Refused: they may not; says what to do.
        """
        if not self.may(Need.ACCOUNT) and need is not Need.NOTHING:
            raise NotSignedIn
        if not self.may(need):
            problem, remedy = _REFUSALS.get(need, _REFUSALS[Need.PROGRAMME])
            raise Refused("", problem, remedy)


_REFUSALS: Mapping[Need, tuple[Message, Message]] = {
    Need.PROGRAMME: (
        Message("this is for facilitators of the programme"),
        Message("Ask a facilitator of the programme to do it, or to publish what you need"),
    ),
    Need.TEAM: (
        Message("this is for members of the programme's teams"),
        Message("Ask a facilitator of the programme to publish what you need"),
    ),
    Need.MAKER: (
        Message("new programmes are made by facilitators and administrators"),
        Message("Ask whoever looks after the accounts"),
    ),
    Need.ADMINISTRATOR: (
        Message("this is for those who look after the accounts"),
        Message("Ask whoever looks after the accounts"),
    ),
}


def access_of(reader: Reader, programme: int | None = None) -> Access:
    """Return what somebody may do in a programme, by its id, or outside of all."""
    place = None if programme is None else reader.memberships.get(programme)
    return Access(reader, place)
