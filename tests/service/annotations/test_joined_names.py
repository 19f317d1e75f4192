"""What facilitators say of names, and that it counts in everything."""

import pytest

from nlp.errors import InputError
from service.names.proposals import Because
from service.names.types import NameKind

ELEMENT, LEVEL, TEAM = NameKind
ENGLISH = """element,level,descriptor,team
Communications,Well-functioning,We call every week,London
Communications,Needs help,Nobody calls,London
"""
BANGLA = """element,level,descriptor,team
যোগাযোগ,ভালো চলছে,We call every week,Dhaka
যোগাযোগ,সহায়তা দরকার,Nobody calls,Dhaka
"""
IN_BANGLA = """element,level,descriptor,team
যোগাযোগ,ভালো চলছে,আমরা প্রতি সপ্তাহে ফোন করি,Dhaka
যোগাযোগ,সহায়তা দরকার,কেউ ফোন করে না,Dhaka
"""
NOTES = """element,text,team,review
COMMS,We call every week and it helps,London office,2026-03
Communications,We call every week and it helps,লন্ডন,2026-03
"""
RATINGS = """review,team,element,level
2026-03,London office,COMMS,Well-functioning
2026-09,London,Communications,ভালো চলছে
"""


@pytest.fixture
def spoken(workspace, programme):
    """A programme whose files say the same in several ways."""
    texts = {"en.csv": ENGLISH, "bn.csv": BANGLA, "notes.csv": NOTES, "ratings.csv": RATINGS}
    workspace.files.add(programme, [(name, text.encode()) for name, text in texts.items()])
    return programme


def accept(workspace, slug):
    for each in workspace.names.of(slug).proposals:
        workspace.names.join(slug, each.kind, each.name, each.into)


def test_nothing_is_joined_before_somebody_says_so(workspace, spoken):
    """Proposals change no finding."""
    assert {each.because for each in workspace.names.of(spoken).proposals} >= {Because.NAMES, Because.SPELLING}
    assert set(workspace.findings(spoken).at.outline.elements) == {"Communications", "যোগাযোগ", "COMMS"}


def test_what_is_joined_counts_in_everything(workspace, spoken):
    """Outline, readings, rubrics and ratings speak of one element, one London, and three levels less."""
    before = workspace.findings(spoken)
    assert len(before.readings().elements) == 2
    accept(workspace, spoken)
    found = workspace.findings(spoken)
    assert found.at.outline.elements == ("Communications",)
    assert "London office" not in found.at.outline.teams
    assert [(element.element, element.notes) for element in found.readings().elements] == [("Communications", 2)]
    assert {team for element in found.readings().elements for team in element.groups["team"]} == {"London"}
    (compared,) = found.rubrics().elements
    assert (len(compared.matched), any(match.crosses_levels for match in compared.matched)) == (2, False)
    assert {(each.team, each.element, each.level) for each in found.ratings()} == {
        ("London", "Communications", "Well-functioning")
    }


def test_what_is_refused_is_remembered(workspace, spoken):
    """Proposals that were answered are not made again, and the rubrics do not compare what is not the same."""
    for each in workspace.names.of(spoken).proposals:
        workspace.names.refuse(spoken, each.kind, each.name, each.into)
    assert workspace.names.of(spoken).proposals == ()
    assert not any(element.matched for element in workspace.findings(spoken).rubrics().elements)


def test_edits_stay_with_an_element_that_gets_another_name(workspace, spoken):
    """They find it under its new one."""
    (first, *_) = workspace.findings(spoken).readings().elements
    note = (first.alone or first.readings[0].units)[0]
    workspace.edits.split(spoken, "communications", [note.id], "Calls")
    workspace.names.rename(spoken, ELEMENT, "Communications", "Talking")
    found = workspace.findings(spoken)
    assert {edit.element for edit in found.at.edits} == {"Talking"}
    assert "Calls" in {reading.given for reading in found.element("talking").readings}


def test_the_order_of_levels_that_somebody_gave_ranks_the_rubrics(workspace, spoken):
    """The best first, whatever their names say."""
    accept(workspace, spoken)
    workspace.names.order(spoken, LEVEL, ["Needs help", "Well-functioning"])
    found = workspace.findings(spoken)
    assert found.at.outline.levels == ("Needs help", "Well-functioning")
    assert {ladder.levels for ladder in found.rubrics().ladders} == {("Needs help", "Well-functioning")}


def test_every_name_tells_how_many_files_speak_of_it(workspace, spoken):
    """Under any spelling; what none speaks of can go."""
    workspace.names.join(spoken, ELEMENT, "COMMS", "Communications")
    named = {each.name: each.files for each in workspace.names.of(spoken).elements}
    assert named == {"Communications": 3, "যোগাযোগ": 1}
    workspace.names.remove(spoken, TEAM, "West")
    assert "West" not in {each.name for each in workspace.names.of(spoken).teams}
    with pytest.raises(InputError, match="speak of"):
        workspace.names.remove(spoken, ELEMENT, "Communications")


def test_names_are_as_short_as_all_others(workspace, spoken):
    """A name of 201 letters is refused, and no name, or one that is there already, is kept."""
    with pytest.raises(InputError, match="longer than 200 letters"):
        workspace.names.rename(spoken, ELEMENT, "Communications", "x" * 201)
    with pytest.raises(InputError, match="the name is empty"):
        workspace.names.rename(spoken, ELEMENT, "Communications", " \u200b")
    with pytest.raises(InputError, match="no language"):
        workspace.names.call(spoken, ELEMENT, "Communications", "", "x")
