from nlp.documents.types import Rating
from service.presentation.readings.ratings import Change, changes, levels

LEVELS = ("well", "emerging", "needs help")


def rate(review, level, team="A", participant=""):
    return Rating(review, team, "Trust", level, participant)


def test_the_level_that_most_gave():
    """Two of three participants decide."""
    given = [rate("r1", "emerging", participant=p) for p in "xy"] + [rate("r1", "well", participant="z")]
    assert levels(given, "r1", LEVELS) == {("Trust", "A"): ("emerging",)}


def test_ties_are_all_named_in_the_order_of_the_rubric():
    """A divided team is shown divided, never averaged."""
    given = [rate("r1", "needs help"), rate("r1", "well")]
    assert levels(given, "r1", LEVELS) == {("Trust", "A"): ("well", "needs help")}


def test_changes_compare_the_last_two_rated_reviews():
    """Only where a level differs; a first rating is no change."""
    given = [rate("r1", "needs help"), rate("r2", "emerging"), rate("r3", "well"), rate("r3", "well", team="B")]
    assert changes(given, ("r1", "r2", "r3"), LEVELS) == (Change("Trust", "A", ("emerging",), ("well",)),)
    assert changes(given, ("r3",), LEVELS) == ()


def test_levels_are_compared_by_their_height_not_by_their_spelling():
    """The same column in two languages is no change; a lower level in another language is one."""
    given = [rate("r1", "Well-functioning"), rate("r2", "ভালো চলছে")]
    assert changes(given, ("r1", "r2")) == ()
    given = [rate("r1", "Well-functioning"), rate("r2", "সহায়তা দরকার")]
    assert [change.after for change in changes(given, ("r1", "r2"))] == [("সহায়তা দরকার",)]


def test_a_team_that_uses_two_words_of_one_height_tells_them_apart():
    """Two names side by side in one review are two levels of that team."""
    given = [rate("r1", "strong"), rate("r2", "good"), Rating("r2", "A", "Impact", "strong", "")]
    assert len(changes(given, ("r1", "r2"))) == 1


def test_a_team_that_writes_two_languages_gives_one_level():
    """Two names of the best level outweigh one of another."""
    given = [rate("r1", "well-functioning"), rate("r1", "ভালো চলছে"), rate("r1", "emerging")]
    assert levels(given, "r1") == {("Trust", "A"): ("well-functioning",)}
