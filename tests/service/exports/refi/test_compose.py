"""A programme as a REFI-QDA project: what leaves, where it lies, and what does not leave."""

import io
import zipfile
from collections import Counter
from itertools import pairwise

import pytest

from nlp import read_document
from nlp.consent import Consent
from nlp.documents.refi.coded import KIND_OF_CASE
from nlp.documents.refi.project import with_ancestors
from nlp.documents.refi.read_project import read_project
from nlp.documents.refi.write import write_codebook, write_project
from nlp.readings.edits.types import text_key
from service.exports.refi.compose import compose
from service.memos.types import Subject
from service.names.slugs import slugify
from service.presentation.i18n import language
from service.privacy.consents import Said
from service.sortings.types import Pile
from tests.nlp.documents.refi.schemas import assert_codebook_is_valid, assert_project_is_valid
from tests.service.giving_back.conftest import notes, table

SLUG = "both-banks"


@pytest.fixture(scope="module")
def hidden(sample_workspace):
    return compose(sample_workspace.findings(SLUG), language("en"))


@pytest.fixture(scope="module")
def named(sample_workspace):
    return compose(sample_workspace.findings(SLUG), language("en"), names=True)


def words_of(project):
    """Everything that anybody can read in the files of a project."""
    with zipfile.ZipFile(io.BytesIO(write_project(project))) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


def coded(project):
    """Text, element and reading of every note."""
    return Counter(
        (note.text, note.element, note.attributes.get("reading", ""), note.attributes.get("team", ""))
        for note in read_document("back.qdpx", write_project(project)).units
    )


def test_the_sample_is_valid_and_the_same_twice(sample_workspace, hidden, named):
    """The published schemas hold, and a second export has the same bytes."""
    for project, names in ((hidden, False), (named, True)):
        data = write_project(project)
        assert_project_is_valid(data)
        assert_codebook_is_valid(write_codebook(project))
        assert data == write_project(compose(sample_workspace.findings(SLUG), language("en"), names=names))


def test_what_comes_back_is_what_was_found(sample_workspace, named):
    """Every note with its element, its reading and its team; and the project itself, without loss."""
    found = sample_workspace.findings(SLUG).readings()
    expected = Counter(
        (unit.text, element.element, called, unit.attributes["team"])
        for element in found.elements
        for called, units in [(each.called("en"), each.units) for each in element.readings] + [("", element.alone)]
        for unit in units
    )
    assert coded(named) == expected
    assert read_project("back.qdpx", write_project(named)).project == named


def test_places_fit_the_texts_that_leave(hidden):
    """Names were hidden before anything was counted: each place is one whole note, and nothing lies between them."""
    for source in hidden.sources:
        places = [(each.start, each.end) for each in source.selections]
        assert places == sorted(places)
        between = {source.text[end:start] for (_, end), (start, _) in pairwise(places)}
        assert between <= {" ", "\n"}
        assert (places[0][0], places[-1][1]) == (0, len(source.text))


def test_nobody_is_named_where_nobody_is_asked_for(sample_workspace, hidden, named):
    """Not in texts, codes, cases, memos or the names of files."""
    people = [person.name for person in sample_workspace.findings(SLUG).at.people]
    said = words_of(hidden)
    assert not [name for name in people if name in said]
    assert "Person 1" in said
    assert "Morjina Khatun" in words_of(named)


def test_cases_are_teams_and_people_and_have_no_attributes_of_people(sample_workspace, named):
    """Gender and role would show groups of one; so only their kind is said of cases."""
    assert {each.name for each in named.variables} <= {
        KIND_OF_CASE,
        "Team",
        "Organisation",
        "Review",
        "Language",
        "Date",
    }
    kind = next(each.guid for each in named.variables if each.name == KIND_OF_CASE)
    assert all(set(case.values) == {kind} for case in named.cases)
    teams = {case.name for case in named.cases if case.values[kind] == "team"}
    assert teams == set(sample_workspace.findings(SLUG).at.outline.teams)


def test_codes_have_names_of_their_own_and_their_element_above_them(sample_workspace, hidden):
    """Some programs know a name once only."""
    codes = list(with_ancestors(hidden.codes))
    names = [code.name for code, _ in codes]
    assert len({name.casefold() for name in names}) == len(names)
    assert [code.name for code in hidden.codes] == [
        each.element for each in sample_workspace.findings(SLUG).readings().elements
    ]
    assert all("notes" in code.about or "note" in code.about for code, _ in codes)


@pytest.mark.parametrize("code", ["bn", "ne"])
def test_what_is_said_of_codes_is_in_the_readers_language(sample_workspace, code):
    """Names of columns that are read again stay."""
    project = compose(sample_workspace.findings(SLUG), language(code))
    assert all("<" not in each.about for each, _ in with_ancestors(project.codes))
    assert not any("Named by" in each.about for each, _ in with_ancestors(project.codes))
    assert KIND_OF_CASE in {each.name for each in project.variables}


def test_a_person_who_placed_a_note_is_told_from_the_machine(workspace, full):
    """By the coder and by the memo of the place."""
    card = next(iter(workspace.findings(full).cards("Communications")))
    workspace.sortings.arrange(full, "communications", [Pile("p", "Named by hand")], {card: "p"})
    project = compose(workspace.findings(full), language("en"))
    coders = {user.guid: user.name for user in project.users}
    code = next(each for each, _ in with_ancestors(project.codes) if each.name == "Named by hand")
    places = [each for source in project.sources for each in source.selections]
    (by_hand,) = [each for each in places if each.codings and coders[each.codings[0].user] == "A person"]
    assert (by_hand.codings[0].code, by_hand.about) == (code.guid, "Placed by a person.")
    assert "Named by a person." in code.about


def test_words_that_are_only_counted_stand_in_no_text(workspace, full):
    """The text is made of what may be quoted; nobody is named who did not agree to it, nor where their note stood."""
    workspace.consents.say(full, [Said(Consent.COUNTED, "Asha Rai"), Said(Consent.WITHOUT_NAME, "Rina")])
    project = compose(workspace.findings(full), language("en"), names=True)
    said = words_of(project)
    assert "We share the news in time" not in said
    assert "Asha" not in said
    assert "Rina" not in said
    assert [(each.name, each.text) for each in project.sources] == [
        ("Notes whose file is not told", "Decisions reach us late\nখবর সময়মতো আসে না")
    ]


def test_a_programme_without_notes_is_a_project_all_the_same(workspace, programme):
    """Valid and empty."""
    assert_project_is_valid(write_project(compose(workspace.findings(programme), language("en"))))


def test_memos_go_along(open_workspace, settings):
    """At their code and their stretch of text; who wrote them is told only where people are named."""
    workspace = open_workspace(settings)
    full = workspace.programmes.create("P").slug
    workspace.files.add(full, [("march.csv", table(*notes()))])
    element = next(each for each in workspace.findings(full).readings().elements if each.readings)
    reading, slug = element.readings[0], slugify(element.element)
    note = reading.units[0]
    workspace.memos.begin(full, Subject.READING, reading.id, slug, "কেন?", "Tobias")
    workspace.memos.begin(full, Subject.NOTE, text_key(note.text), slug, "किन? 🙂", "Tobias")
    action = workspace.actions.make(full, "সোমবারে ফোন").code
    workspace.memos.begin(full, Subject.ACTION, action, "", "Since when?", "Tobias")
    for names in (False, True):
        project = compose(workspace.findings(full), language("en"), names=names)
        data = write_project(project)
        assert_project_is_valid(data)
        assert_codebook_is_valid(write_codebook(project))
        assert read_project("back.qdpx", data).project == project
        texts = {memo.guid: memo.text for memo in project.memos}
        (code,) = [code for code, _ in with_ancestors(project.codes) if code.memos]
        (place,) = [each for source in project.sources for each in source.selections if each.memos]
        assert "কেন?" in texts[code.memos[0]]
        assert "किन? 🙂" in texts[place.memos[0]]
        assert ("Tobias" in texts[code.memos[0]]) is names
        (of_action,) = [each for each in project.memos if "Since when?" in each.text]
        assert of_action.name == "An action: সোমবারে ফোন"
