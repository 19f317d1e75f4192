from service.presentation.team_marks import SHAPES, Mark, marks


def test_a_team_has_the_same_mark_everywhere():
    """The place in the programme decides, not the page."""
    assert marks(("A", "B", "C")).of("B") == Mark("B", 2, "square")


def test_twelve_teams_have_twelve_different_marks():
    """From the seventh on the shapes are outlined."""
    found = marks([f"team {n}" for n in range(12)]).teams
    assert len({(mark.number, mark.shape, mark.outlined) for mark in found}) == 12
    assert [mark.shape for mark in found[:6]] == list(SHAPES)


def test_unknown_teams_are_neutral_and_last():
    """A name that the programme does not know has the ring."""
    ordered = marks(("A", "B")).in_order(["X", "B", "A"])
    assert [(mark.name, mark.shape) for mark in ordered] == [("A", "circle"), ("B", "square"), ("X", "ring")]
