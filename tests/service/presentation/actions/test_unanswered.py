"""What nobody has answered yet, page by page."""

from hypothesis import given
from hypothesis import strategies as st

from nlp.documents.types import Unit
from service.actions.unanswered import Unanswered
from service.presentation.actions.unanswered import ON_A_PAGE, unanswered_view
from service.presentation.i18n import language
from service.presentation.team_marks import marks
from tests.service.presentation.readings.made import communications

EN = language("en")


def open_of(*counts):
    return [
        Unanswered(
            f"E{place}",
            tuple(Unit(f"{place}-{number}", "Said", "en", "", 1, 0, 4, f"E{place}") for number in range(count)),
            1,
            communications().readings[:1],
        )
        for place, count in enumerate(counts)
    ]


@given(st.lists(st.sampled_from((0, 1, ON_A_PAGE - 1, ON_A_PAGE, ON_A_PAGE + 1, 250)), max_size=4))
def test_every_note_and_reading_stands_on_one_page(counts):
    """And no page has more single notes than it holds; the lead counts all of them on each."""
    open_ = open_of(*counts)
    pages = unanswered_view(open_, "", marks(()), EN).pages
    views = [unanswered_view(open_, "", marks(()), EN, page) for page in range(1, pages + 1)]
    shown = [note for view in views for each in view.elements for _, note in each.alone]
    assert shown == [unit.id for each in open_ for unit in each.alone]
    assert all(sum(len(each.alone) for each in view.elements) <= ON_A_PAGE for view in views)
    for what in ("readings", "not_quotable"):
        names = [each.name for view in views for each in view.elements if getattr(each, what)]
        assert names == [each.element for each in open_]
    assert len({view.lead for view in views}) == 1


def test_few_notes_are_one_page_and_a_page_that_is_not_there_is_the_last():
    """As they always were."""
    (first, few) = (unanswered_view(open_of(3), "", marks(()), EN, page) for page in (1, 9))
    assert first == few
    assert (first.page, first.pages) == (1, 1)
    assert unanswered_view(open_of(ON_A_PAGE + 1), "", marks(()), EN, 9).page == 2
