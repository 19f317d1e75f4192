"""Notes as they were written, on pages of a hundred."""

import pytest

from nlp.documents.types import Unit
from service.presentation.i18n import language
from service.presentation.places.own_notes import ON_A_PAGE, notes_view

EN = language("en")
TEXTS = ("We call", "আমরা ফোন করি", "हामी फोन गर्छौं", "hami phone garchhau 🙏🏽", "কo‍ষ‌")


def _unit(number: int, text: str, element: str | None = None, **attributes: str) -> Unit:
    return Unit(str(number), text, "und", "notes.csv", number, 0, 1, element, attributes)


def test_every_note_is_shown_as_it_was_written():
    """Elements in the order of the programme, notes without one last."""
    notes = [_unit(at, text, ("Trust", None, "আস্থা")[at % 3]) for at, text in enumerate(TEXTS)]
    view = notes_view(notes, ["আস্থা", "Trust"], 1, EN)
    assert [each.element for each in view.elements] == ["আস্থা", "Trust", ""]
    assert {note.text for each in view.elements for note in each.notes} == set(TEXTS)


@pytest.mark.parametrize(("asked", "shown"), [(1, 1), (3, 3), (9, 3)])
def test_a_page_that_is_not_there_is_the_last(asked, shown):
    """Every note stands on one page."""
    notes = [_unit(at, str(at)) for at in range(2 * ON_A_PAGE + 1)]
    view = notes_view(notes, (), asked, EN)
    assert (view.page, view.pages) == (shown, 3)
    assert sum(len(each.notes) for each in view.elements) == (1 if shown == 3 else ON_A_PAGE)


def test_a_note_tells_its_team_where_there_are_several():
    """Who wrote it, in which review, and where it stands, are always told; nothing in it is markup."""
    own = [_unit(7, "One", participant="<Rina>", team="North", review="March")]
    both = [*own, _unit(8, "Two", team="South")]
    (alone,), (beside, _) = (notes_view(each, (), 1, EN).elements[0].notes for each in (own, both))
    assert str(alone.of) == "&lt;Rina&gt; · March · notes.csv · line 7"
    assert str(beside.of) == "&lt;Rina&gt; · North · March · notes.csv · line 7"


def test_a_note_without_its_place_tells_none():
    """As where its author lets it be quoted, and nothing that leads to them."""
    (note,) = notes_view([_unit(0, "One", review="March", team="North")], (), 1, EN).elements[0].notes
    assert str(note.of) == "March · notes.csv"
