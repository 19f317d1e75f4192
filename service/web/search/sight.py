"""What whoever asks may find."""

from typing import Annotated

from fastapi import Depends

from service.search.types import Sight
from service.web.access import Allowed


def _sight(access: Allowed) -> Sight:
    return Sight(access.teams, turns=access.may_everything, readings=access.may_everything)


Seen = Annotated[Sight, Depends(_sight)]
"""The texts of the own team for its members, everything for facilitators."""
