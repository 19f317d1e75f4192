"""A programme for the next phase has what the last one speaks of, and nothing of what was said in it."""

import pytest

from nlp.consent import Consent
from nlp.errors import InputError
from service.access.acting import act_as
from service.access.types import Reader, Role
from service.errors import NotFound
from service.journal.types import Action
from service.journal.words import in_words
from service.names.types import NameKind
from service.privacy.consents import Said
from tests.service.rows import rows


@pytest.mark.parametrize("name", ["Two rivers", "দুই নদী, দ্বিতীয় পর্ব", "दुई नदी २"])
def test_names_come_along_and_notes_do_not(workspace, full, name):
    """Teams, elements, levels and what was said of them; the first programme stays as it is."""
    workspace.names.rename(full, NameKind.TEAM, "North", "Uttar")
    workspace.names.call(full, NameKind.ELEMENT, "Communications", "ne", "सञ्चार")
    before = workspace.findings(full).at
    made = workspace.copies.make(full, f" {name} ")
    assert made.slug != full
    assert (made.name, made.teams, made.elements, made.levels, made.languages, made.reviews) == (
        name,
        before.programme.teams,
        before.programme.elements,
        before.programme.levels,
        before.programme.languages,
        (),
    )
    after = workspace.findings(made.slug).at
    assert after.outline.names == before.outline.names
    assert (after.files, after.session_rows, after.forms, after.rooms, after.edits) == ((), (), (), (), ())
    assert workspace.findings(full).at.row == before.row
    (entry,) = (done.entry for done in workspace.journal.page(made.slug).done)
    assert entry.action is Action.PROGRAMME_COPIED
    assert str(in_words(entry)) == "Someone here made this programme out of “Two rivers”, without its notes."


def test_files_that_are_ticked_come_along_as_they_were_read(workspace, full):
    """Rubrics and rosters, each with its plan; neither holds a note."""
    made = workspace.copies.make(full, "Next", {"rubric", "roster"}).slug
    there = workspace.findings(full).at.of_kind("rubric", "roster")
    come = workspace.findings(made).at.files
    assert [(each.filename, each.sha256, each.plan, each.shape) for each in come] == [
        (each.filename, each.sha256, each.plan, each.shape) for each in there
    ]
    assert workspace.findings(made).at.people == workspace.findings(full).at.people
    workspace.jobs.do_all()
    assert workspace.findings(made).rubrics() == workspace.findings(full).rubrics()
    assert [each.kind for each in workspace.findings(workspace.copies.make(full, "R", {"rubric"}).slug).at.files] == [
        each.kind for each in there if each.kind == "rubric"
    ]


def test_what_people_agreed_to_and_own_questions_come_along(workspace, full):
    """Whoever is not to be quoted is not quoted in the next phase either; a question set aside stays behind."""
    person = workspace.findings(full).at.people[0].name
    workspace.consents.say(full, [Said(Consent.NOT_AT_ALL, person=person)])
    workspace.questions.ask(full, "What do we keep?")
    set_aside = workspace.questions.ask(full, "What else?")
    workspace.questions.choose(full, set_aside, "discarded", "What else?")
    at = workspace.findings(workspace.copies.make(full, "Next", {"roster"}).slug).at
    assert at.agreed.of_person(person) is Consent.NOT_AT_ALL
    assert [(each.text, each.own) for each in at.questions] == [("What do we keep?", True)]


def test_whoever_makes_it_is_its_facilitator(workspace, full):
    """And nobody else has a place in it."""
    account = workspace.accounts.add("asha@example.org", "Asha", "a long enough password").id
    with act_as(Reader(account=account, name="Asha")):
        made = workspace.copies.make(full, "Next")
    (member,) = workspace.members.every(made.slug)
    assert (member.name, member.role) == ("Asha", Role.FACILITATOR)


@pytest.mark.parametrize("name", ["", " ", "x" * 201])
def test_what_cannot_be_made_leaves_nothing(workspace, full, name):
    """Without a name, or out of no programme."""
    before = rows(workspace)
    with pytest.raises(InputError, match="name"):
        workspace.copies.make(full, name)
    with pytest.raises(NotFound):
        workspace.copies.make("another", "Next")
    assert rows(workspace) == before
