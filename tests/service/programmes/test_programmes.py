"""Programmes: made, named, and what they are called."""

import pytest

from nlp.errors import InputError
from service.errors import Stale
from service.journal.words import in_words
from tests.service.files import KINDS
from tests.service.rows import rows


def test_programmes_of_the_same_name_have_their_own_slugs(workspace):
    """Names may be in any script and may be used twice."""
    made = [workspace.programmes.create(name).slug for name in ("নদীর পাড়", "নদীর পাড়", "River")]
    assert made == ["নদীর-পাড়", "নদীর-পাড়-2", "river"]
    assert [programme.slug for programme in workspace.programmes.every()] == made


@pytest.mark.parametrize("name", ["", "  ", "\n", "x" * 201])
def test_a_programme_needs_a_name(workspace, name):
    """A blank name, or one that is too long, is refused and nothing is stored."""
    with pytest.raises(InputError, match="name"):
        workspace.programmes.create(name)
    assert workspace.programmes.every() == ()


def test_kept_files_fill_the_programme(workspace, full):
    """Teams, languages, elements, levels and reviews are what the files speak of, rosters and rubrics first."""
    found = workspace.programmes.get(full)
    assert [file.kind for file in workspace.files.every(full)] == KINDS
    assert found.teams == ("North", "South", "West")
    assert found.elements == ("Communications", "Entrepreneurial culture")
    assert found.levels == ("well-functioning", "emerging", "needs help")
    assert found.reviews == ("March 2026", "September 2026")
    assert found.languages["West"] == "ne"
    assert rows(workspace, "uploads", "upload_files") == {"uploads": 0, "upload_files": 0}


def test_signs_that_a_database_refuses(workspace):
    """NUL and lone surrogates in names and texts are replaced, on both databases alike."""
    slug = workspace.programmes.create("A\0B", ["T\udc80"]).slug
    assert workspace.programmes.get(slug).name == "A\ufffdB"
    assert workspace.programmes.get(slug).teams == ("T\ufffd",)
    notes = b"text,element,team\nWith \0 inside,Trust\0,North\n"
    try:
        workspace.files.add(slug, [("notes.csv", notes)])
    except InputError:
        return
    assert workspace.findings(slug).readings().elements


def test_a_programme_is_renamed_and_the_name_taken_back(workspace):
    """Name and description, each alone or both; the slug stays."""
    slug = workspace.programmes.create("Both Banks", ["North"], "Of two rivers").slug
    renamed = workspace.programmes.change(slug, name=" দুই  নদী ")
    assert (renamed.slug, renamed.name, renamed.description) == (slug, "দুই নদী", "Of two rivers")
    assert workspace.programmes.change(slug, description="").description == ""
    assert workspace.programmes.change(slug) == workspace.programmes.get(slug)
    done = [each.entry for each in workspace.journal.page(slug).done]
    assert [str(in_words(each)) for each in done] == [
        "Someone here changed the description of the programme.",
        "Someone here renamed the programme from “Both Banks” to “দুই নদী”.",
        "Someone here made this programme.",
    ]
    with pytest.raises(Stale, match=r"changed the description of the programme\. Look at them"):
        workspace.journal.undo(slug, done[1].number)
    workspace.journal.undo(slug, done[0].number)
    workspace.journal.undo(slug, done[1].number)
    assert workspace.programmes.get(slug).name == "Both Banks"
    assert workspace.programmes.get(slug).description == "Of two rivers"


@pytest.mark.parametrize("name", ["", " ", "x" * 201])
def test_a_programme_keeps_a_name(workspace, name):
    """A blank name, or one that is too long, is refused."""
    slug = workspace.programmes.create("Both Banks").slug
    with pytest.raises(InputError, match="name"):
        workspace.programmes.change(slug, name)
    assert workspace.programmes.get(slug).name == "Both Banks"
