"""Notes as they arrive: in groups, new ones first, under the names that the programme uses."""

from service.live.types import Gathering, PhoneNote
from service.names.spelling import Spelling
from service.presentation.i18n import language
from service.presentation.live.arrived import arrived_view
from service.presentation.team_marks import marks
from service.types import Outline


def note(name, element="", team="", hidden=False, new=True):
    return PhoneNote(name, f"text {name}", element, team, is_hidden=hidden, is_new=new)


def test_notes_stand_under_their_elements():
    """Those that are asked for first, also empty ones; then others; at last those of none, if there are any."""
    asked = Gathering("c", "What?", "", ("Trust", "Planning"), ("Nepal",), True, "2026-05-04", 4, 3, 1, 9)
    given = [
        note("a", "Planning", "Nepal"),
        note("b"),
        note("c", "Gone since", new=False),
        note("d", "Trust", hidden=True),
        note("e", "Planning", new=False),
    ]
    outline = Outline(teams=("Nepal",), elements=("Trust", "Planning"))
    view = arrived_view(asked, given, Spelling.of(outline), marks(("Nepal",)), language("en"))
    assert [each.element for each in view.groups] == ["Trust", "Planning", "Gone since", ""]
    planning = view.groups[1]
    assert [each.id for each in planning.new] == ["a"]
    assert [each.id for each in planning.brought] == ["e"]
    assert planning.new[0].mark.name == "Nepal"
    assert view.groups[3].new[0].mark is None
    assert [each.id for each in view.hidden] == ["d"]
    assert (view.new, view.changes, str(view.lead)) == (2, 9, "4 notes have arrived.")
    empty = arrived_view(asked, [], Spelling.of(outline), marks(()), language("en"))
    assert [each.element for each in empty.groups] == ["Trust", "Planning"]
    assert str(empty.lead) == "No note has arrived yet."
