"""Reading the library: by kind, element and language, by words and by meaning, and beside one's own readings."""

import pytest

from service.library.shelf import same_element
from service.library.types import LibraryKind, SharedWords
from tests.nlp.readings.test_interpret import JOINT, RISK
from tests.service.giving_back.conftest import ELEMENT
from tests.service.library.conftest import reading


@pytest.fixture
def shared(workspace, other):
    """What another programme shares: a reading of each of two meanings, and an action."""
    readings = workspace.findings(other).element(ELEMENT).readings
    for own, words in zip(readings[:2], (RISK[0], JOINT[0]), strict=True):
        workspace.shares.share(other, own.id, ELEMENT, reading(words), sure=True)
    code = workspace.actions.make(other, "Meet on Mondays").code
    workspace.shares.share(other, code, "", SharedWords(LibraryKind.ACTION, "en", "culture", "Meet on Mondays"))
    return other


def test_filters(workspace, shared):
    """Kinds, elements whatever their case, languages."""
    shelf = workspace.shelf
    assert len(shelf.every()) == 3
    assert len(shelf.every(LibraryKind.READING)) == 2
    assert len(shelf.every(element="CULTURE")) == 3
    assert shelf.every(language="bn") == ()
    assert shelf.search("mondays", shelf.every())[0].entry.said.words == "Meet on Mondays"
    assert shelf.search("", shelf.every()) == shelf.every()


def test_an_empty_library_has_nothing_to_find(workspace):
    """Nor has a shelf on which nothing is of the language that is asked for."""
    for typed in ("mondays", "সোমবার", "सोमबार", "\u200d"):
        assert workspace.shelf.search(typed, workspace.shelf.every()) == ()


def test_beside_ones_own_readings(workspace, slug, shared):
    """What others read alike stands beside the reading that says it; one's own never does."""
    found = workspace.findings(slug)
    alike = workspace.shelf.alike(found, ELEMENT)
    assert set(alike) == {each.id for each in found.element(ELEMENT).readings}
    for each in found.element(ELEMENT).readings:
        texts = {unit.text for unit in each.units}
        near = {one.entry.said.words for one in alike[each.id].near}
        assert near <= texts | {RISK[0], JOINT[0]}
        if RISK[0] in texts:
            assert RISK[0] in near
    assert [each.entry.said.words for each in workspace.shelf.done_by_others(found, "Culture")] == ["Meet on Mondays"]
    own = workspace.findings(shared)
    assert all(not (each.near or each.nearest) for each in workspace.shelf.alike(own, ELEMENT).values())
    assert workspace.shelf.done_by_others(own, "Culture") == ()


def test_what_is_not_alike_is_only_the_nearest(workspace, slug, other):
    """Nothing is said of what is about something else."""
    own = workspace.findings(other).element(ELEMENT).readings[0]
    workspace.shares.share(other, own.id, ELEMENT, reading("The bus to Saurighat was late"))
    for each in workspace.shelf.alike(workspace.findings(slug), ELEMENT).values():
        assert each.near == ()


def test_elements_in_two_languages():
    """Names that speak of the same things are one element."""
    assert same_element("Communications", "যোগাযোগ")
    assert same_element("team  identity", "Team identity")
    assert not same_element("Communications", "Team identity")
    assert not same_element("", "Team identity")
