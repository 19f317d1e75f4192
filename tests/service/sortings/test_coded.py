"""Readings that notes bring with them: from a project of another program, through a preview, to a wall."""

import pytest

from nlp.documents.refi.write import write_project
from nlp.sorting.codebook import read_codebook
from service.exports.refi.compose import compose
from service.presentation.i18n import language
from service.presentation.sorting.starts import starts
from service.sortings.types import Pile, Start
from tests.nlp.documents.refi import foreign
from tests.service.annotations.test_sortings import texts

TABLE = """text,element,reading
we wait,Calls,Late
they wait,Calls,late
no power,Calls,Power
we wait,Calls,
nobody,Calls,
"""


@pytest.fixture
def slug(workspace):
    """A programme with one file of notes, most of which say their reading."""
    made = workspace.programmes.create("P").slug
    workspace.files.add(made, [("notes.csv", TABLE.encode())])
    return made


def piles(workspace, slug, element="calls"):
    """The piles of a wall with what people placed in them."""
    laid = workspace.findings(slug).wall(element).piles
    return {each.name: texts(card for card in each.cards if card.by_hand) for each in laid}


def test_a_wall_begins_as_the_file_has_it(workspace, slug):
    """Spellings of one name are one pile, people placed its cards, and they are the readings."""
    workspace.sortings.begin(slug, "calls", Start.FILE)
    assert piles(workspace, slug) == {"Late": {"we wait", "they wait"}, "Power": {"no power"}}
    assert {each.label for each in workspace.findings(slug).element("calls").readings} == {"Late", "Power"}


def test_a_pile_that_is_there_is_not_made_twice(workspace, slug):
    """A codebook came first."""
    workspace.sortings.make_pile(slug, "calls", "Power", ())
    workspace.sortings.begin(slug, "calls", Start.FILE)
    assert sorted(piles(workspace, slug)) == ["Late", "Power"]
    assert piles(workspace, slug)["Power"] == {"no power"}


def test_the_page_offers_it_only_where_notes_bring_readings():
    """It stands first, with how many."""
    from tests.service.presentation.readings.made import communications

    first, *_ = starts((), communications(), language("en"), [("Late", ("a", "b")), ("Power", ("c",))])
    assert (first.value, first.title) == (Start.FILE, "With the 2 readings of the file")
    assert "3 cards" in first.about
    assert starts((), communications(), language("en"))[0].value == Start.HEAPS


@pytest.mark.parametrize("made", [foreign.nvivo, foreign.atlas, foreign.maxqda, foreign.qualcoder])
def test_a_project_comes_through_the_preview(workspace, made):
    """It is shown as notes with what was understood; kept, it is sorted as it was coded."""
    slug = workspace.programmes.create("P").slug
    shown = workspace.files.preview(slug, [("project.qdpx", made())])
    (file,) = shown.files
    assert (file.kind, file.problem, file.elements) == ("notes", None, ("Communications",))
    assert file.remarks
    workspace.files.keep(slug, shown.token)
    workspace.sortings.begin(slug, "communications", Start.FILE)
    assert set(piles(workspace, slug, "communications")) <= {"We trust each other", "Calls break off"}


def test_a_project_of_ours_comes_back_with_who_placed_what(workspace, slug):
    """What the machine placed is the machine's again, what people placed is theirs."""
    card = next(key for key, notes in workspace.findings(slug).cards("Calls").items() if notes[0].text == "nobody")
    workspace.sortings.arrange(slug, "calls", [Pile("p", "By hand")], {card: "p"})
    project = compose(workspace.findings(slug), language("en"), names=True)
    again = workspace.programmes.create("Again").slug
    workspace.files.add(again, [("back.qdpx", write_project(project))])
    workspace.sortings.begin(again, "calls", Start.FILE)
    (pile,) = [each for each in workspace.findings(again).wall("calls").piles if each.name == "By hand"]
    assert {(each.text, each.by_hand) for each in pile.cards if each.by_hand} == {("nobody", True)}


def test_a_codebook_of_several_elements_gives_each_its_own(workspace, slug):
    """Brought where Calls are sorted, only the codes of Calls become piles."""
    workspace.files.add(slug, [("more.csv", b"text,element,reading\nmoney is short,Money,Short\n")])
    workspace.sortings.begin(slug, "calls", Start.FILE)
    workspace.sortings.begin(slug, "money", Start.FILE)
    book = write_project(compose(workspace.findings(slug), language("en")))
    assert {(each.element, each.name) for each in read_codebook("book.qdpx", book)} == {
        ("Calls", "Late"),
        ("Calls", "Power"),
        ("Money", "Short"),
    }
    new = workspace.programmes.create("New").slug
    workspace.files.add(new, [("notes.csv", TABLE.encode())])
    workspace.sortings.add_codebook(new, "calls", read_codebook("book.qdpx", book))
    assert [each.name for each in workspace.findings(new).wall("calls").piles] == ["Late", "Power"]


def test_a_codebook_on_the_page_of_files_says_where_it_belongs(workspace, slug):
    """It holds no notes, and no transcript either."""
    (file,) = workspace.files.preview(slug, [("codes.qdc", b'<?xml version="1.0"?><CodeBook/>')]).files
    assert "this is a codebook" in str(file.problem)
