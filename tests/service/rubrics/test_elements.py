"""What becomes of the elements that rubrics share, and of notes and ratings that speak of them."""

import pytest

from nlp.errors import InputError
from service.errors import NotFound
from service.names.types import NameKind
from service.rubrics.types import Did

NOTES = "text,element,team\nNews is late,Communications,Nepal\nWe eat together,Team identity,Nepal\n"
RATINGS = "review,team,element,level\nMarch,Nepal,Communications,emerging\n"
LATE = "News arrives, but late or through the wrong person"


@pytest.fixture
def spoken(workspace, begun):
    """The same with notes and a rating."""
    workspace.files.add(begun, [("notes.csv", NOTES.encode()), ("ratings.csv", RATINGS.encode())])
    return begun


def texts(workspace, slug, element, team="consortium"):
    return {cell.level: cell.descriptors for cell in workspace.rubrics.get(slug, team).of(element)}


def elements(workspace, slug):
    return [each.name for each in workspace.rubrics.elements(slug) if not each.retired]


def test_a_renamed_element_is_found_under_its_new_name(workspace, spoken):
    """Notes and ratings that call it otherwise count there, descriptors went with it, in all rubrics."""
    before = texts(workspace, spoken, "Communications")
    workspace.rubric_elements.rename(spoken, "communications", "Talking")
    assert elements(workspace, spoken)[0] == "Talking"
    assert texts(workspace, spoken, "Talking") == before
    assert texts(workspace, spoken, "Talking", "नेपाल")["बन्दै गरेको"]
    found = workspace.findings(spoken)
    assert [each.element for each in found.ratings()] == ["Talking"]
    assert "Communications" not in found.at.outline.elements
    assert [unit.text for unit in found.notes() if unit.element == "Talking"] == ["News is late"]
    assert workspace.rubrics.get(spoken, "consortium").changed == 21


def test_two_that_are_merged_count_as_one(workspace, spoken):
    """Their descriptors stand together, and so do notes and ratings; the last version had both."""
    workspace.rubrics.keep(spoken, "consortium")
    workspace.rubric_elements.merge(spoken, "communications", "team-identity", "they are one")
    together = texts(workspace, spoken, "Team identity")["emerging"]
    assert together == ("We help each other when somebody asks", LATE)
    assert "Communications" not in elements(workspace, spoken)
    found = workspace.findings(spoken)
    assert {unit.element for unit in found.notes()} == {"Team identity"}
    assert [each.element for each in found.ratings()] == ["Team identity"]
    workspace.rubrics.keep(spoken, "consortium")
    (changes,) = workspace.findings(spoken).rubrics().changes
    assert {each.kind for element in changes.elements for each in element.changes} == {"kept"}
    with pytest.raises(InputError, match="is that already"):
        workspace.rubric_elements.merge(spoken, "team-identity", "Team identity")


def test_parts_of_an_element_begin_with_all_of_it(workspace, spoken):
    """One may keep the name; what was noted stays where it is, and the parts know where they come from."""
    before = texts(workspace, spoken, "Communications")
    workspace.rubric_elements.split(spoken, "communications", ["Communications", "भाषा"], "language is its own")
    assert elements(workspace, spoken)[:2] == ["Communications", "भाषा"]
    assert texts(workspace, spoken, "Communications") == texts(workspace, spoken, "भाषा") == before
    workspace.rubrics.write(spoken, "consortium", "भाषा", "emerging", "Only the young read English")
    assert texts(workspace, spoken, "Communications") == before
    past = workspace.rubrics.history(spoken, "consortium", "भाषा")
    assert [each.did for each in past[:3]] == [Did.WROTE, Did.SPLIT, Did.WROTE]
    assert {unit.element for unit in workspace.findings(spoken).notes()} == {"Communications", "Team identity"}
    for wrong in (["One"], ["One", "one"], [], ["One", "Team identity"], list("abcde")):
        with pytest.raises(InputError, match=r"split into|another one already"):
            workspace.rubric_elements.split(spoken, "भाषा", wrong)


def test_an_element_out_of_use_keeps_what_was_said(workspace, spoken):
    """No version has it from then on; taken back, its descriptors are there again."""
    workspace.rubrics.keep(spoken, "consortium")
    before = texts(workspace, spoken, "Communications")
    workspace.rubric_elements.retire(spoken, "communications", "we agree by now")
    with pytest.raises(NotFound):
        workspace.rubrics.write(spoken, "consortium", "communications", "emerging", "x")
    workspace.rubrics.keep(spoken, "consortium")
    newest = [each for each in workspace.findings(spoken).descriptors() if each.version == "2"]
    assert {each.element for each in newest}.isdisjoint({"Communications"})
    assert "Communications" in workspace.findings(spoken).at.outline.elements
    workspace.rubric_elements.restore(spoken, "communications")
    assert texts(workspace, spoken, "Communications") == before
    with pytest.raises(NotFound):
        workspace.rubric_elements.restore(spoken, "communications")


def test_an_element_is_added_once(workspace, begun):
    """Under any of its names, also those of one that is out of use."""
    workspace.rubric_elements.add(begun, " Climate ", "asked for")
    assert elements(workspace, begun)[-1] == "Climate"
    workspace.rubric_elements.retire(begun, "climate")
    for taken in ("climate", "Communications", " "):
        with pytest.raises(InputError, match=r"another one already|name is empty"):
            workspace.rubric_elements.add(begun, taken)


def test_rubrics_follow_what_is_said_of_names_elsewhere(workspace, spoken):
    """Somebody who renames or joins elements on the page of names finds their descriptors under the new name."""
    before = texts(workspace, spoken, "Communications")
    workspace.rubrics.keep(spoken, "consortium")
    workspace.names.rename(spoken, NameKind.ELEMENT, "Communications", "Talking")
    assert texts(workspace, spoken, "Talking") == before
    assert workspace.rubrics.get(spoken, "consortium").changed == 0
    assert {each.element for each in workspace.rubrics.history(spoken, "consortium", "talking")} == {"Communications"}
    workspace.rubrics.write(spoken, "consortium", "talking", "emerging", "Other words", before=before["emerging"][0])
    assert texts(workspace, spoken, "Talking")["emerging"] == ("Other words",)
    workspace.names.join(spoken, NameKind.ELEMENT, "Team identity", "Talking")
    assert texts(workspace, spoken, "Talking")["emerging"] == ("Other words", "We help each other when somebody asks")
    workspace.rubrics.write(spoken, "consortium", "talking", "needs help", "Nobody talks")
    past = [each.did for each in workspace.rubrics.history(spoken, "consortium", "talking")[:4]]
    assert past == [Did.WROTE, Did.MERGED, Did.WROTE, Did.RENAMED]
