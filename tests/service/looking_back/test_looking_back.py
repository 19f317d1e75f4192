"""One element through all reviews: what is put together, and what the page says of it."""

import pytest
from fastapi.testclient import TestClient

from nlp.documents.types import Rating
from service.actions.types import Became, Origin, Source
from service.looking_back.looking_back import look_back
from service.looking_back.types import RatedDots
from service.presentation.readings.ratings import spread
from tests.service.giving_back.conftest import slug
from tests.service.working import create_app

__all__ = ("slug",)


@pytest.fixture
def workspace(settings, open_workspace):
    """An empty workspace."""
    return open_workspace(settings)


@pytest.fixture
def rated(workspace, slug):
    """The programme with two reviews, in which one team says another level and one the same."""
    for review, level in (("March 2026", "needs help"), ("September 2026", "emerging")):
        rows = f"{review},A,Culture,{level}\n{review},B,Culture,emerging\n"
        workspace.files.add(slug, [(f"{level}.csv", f"review,team,element,level\n{rows}".encode())])
    return slug


def test_ratings_and_actions_stand_under_their_reviews(workspace, rated):
    """Teams in the order of the programme; actions of other elements are not among them."""
    reading = workspace.findings(rated).element("culture").readings[0].id
    made = workspace.actions.make(rated, "Call", source=Source(Origin.READING, reading, "culture"))
    workspace.actions.make(rated, "Elsewhere")
    back = look_back(workspace.findings(rated), "culture", workspace.actions.every(rated))
    assert back.reviews == ("March 2026", "September 2026")
    assert back.rated == (
        RatedDots("March 2026", "A", "needs help", 1),
        RatedDots("March 2026", "B", "emerging", 1),
        RatedDots("September 2026", "A", "emerging", 1),
        RatedDots("September 2026", "B", "emerging", 1),
    )
    assert back.actions == (made,)


@pytest.mark.parametrize("language", ["en", "bn", "ne"])
def test_the_page_says_what_changed_and_what_did_not(workspace, settings, rated, language):
    """In words beside the picture, and what was promised with its verdict."""
    made = workspace.actions.make(rated, "ফোন 👩‍👧", source=Source(Origin.QUESTION, "k", "culture", "Who calls?"))
    workspace.actions.judge(rated, made.code, Became.TOO_EARLY)
    with TestClient(create_app(settings, workspace), base_url="http://localhost") as client:
        page = client.get(f"/programmes/{rated}/looking-back/culture", params={"lang": language}).text
        assert client.get(f"/programmes/{rated}/looking-back/nothing").status_code == 404
    assert "ফোন 👩‍👧" in page
    if language == "en":
        assert '<b lang="en">A</b>: <b lang="en">needs help</b> in' in page
        assert "The same rating in" in page
        assert "Too early to say" in page


def test_dots_of_few_people_are_one_of_their_team():
    """From as many people on as may be told, each has a dot."""

    def rate(*given):
        return [Rating("R", "A", "E", level, f"p{at}") for at, level in enumerate(given)]

    order = ("good", "bad")
    assert spread(rate("good"), "R", order, 3) == {("E", "A"): {"good": 1}}
    assert spread(rate("good", "bad"), "R", order, 3) == {("E", "A"): {"good": 1, "bad": 1}}
    assert spread(rate("good", "bad", "bad"), "R", order, 3) == {("E", "A"): {"good": 1, "bad": 2}}
