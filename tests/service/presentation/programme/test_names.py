"""What the page of names says before its lists."""

import pytest

from service.annotations.joined_names import Named, ProgrammeNames
from service.names.proposals import MOST_COMPARED
from service.names.types import NameKind
from service.presentation.i18n import language
from service.presentation.programme.names import names_view


def teams(number):
    return tuple(Named(NameKind.TEAM, f"Team {at}", (), {}, 1) for at in range(number))


@pytest.mark.parametrize(
    ("number", "said"),
    [(2, "No two names here look like the same thing."), (MOST_COMPARED + 1, "among 300 at most; here there are more")],
)
def test_it_claims_no_more_than_was_looked_for(number, said):
    """Among too many names none were compared, and the lead says so."""
    view = names_view(ProgrammeNames((), (), teams(number), ()), [], language("en"))
    assert said in view.lead
