from nlp.documents.types import Rating
from service.presentation.readings.ratings import Change, changes, levels

LEVELS = ("well", "emerging", "needs help")


def rate(review, level, team="A", participant=""):
    return Rating(review, team, "Trust", level, participant)


def test_the_level_that_most_gave():
    """Two of three participants decide."""
    given = [rate("r1", "emerging", participant=p) for p in "xy"] + [rate("r1", "well", participant="z")]
    assert levels(given, "r1", LEVELS) == {("Trust", "A"): "emerging"}


def test_ties_are_all_named_in_the_order_of_the_rubric():
    """A divided team is shown divided, never averaged."""
    given = [rate("r1", "needs help"), rate("r1", "well")]
    assert levels(given, "r1", LEVELS) == {("Trust", "A"): "well / needs help"}


def test_changes_compare_the_last_two_rated_reviews():
    """Only where a level differs; a first rating is no change."""
    given = [rate("r1", "needs help"), rate("r2", "emerging"), rate("r3", "well"), rate("r3", "well", team="B")]
    assert changes(given, ("r1", "r2", "r3"), LEVELS) == (Change("Trust", "A", "emerging", "well"),)
    assert changes(given, ("r3",), LEVELS) == ()
