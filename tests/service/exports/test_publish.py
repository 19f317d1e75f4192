"""A programme's report, published as it then was."""

import pytest

from nlp.errors import InputError
from service.access.audiences import audiences_of
from service.access.permissions import access_of
from service.access.types import Membership, Role
from service.access.types import Reader as Asks
from service.errors import NotFound
from service.exports.publish import Order, publish_report
from service.exports.report import Wanted, build_report
from service.publications.choice import Choice
from service.publications.types import Format, Reader
from service.store import programmes
from service.store.privacy.published import remove_telling


def test_every_language_is_one_publication_without_names(workspace, full):
    """Each holds the report as it is made without names, under the programme's name where no title is given."""
    made = publish_report(workspace, full, "", Order(languages=("en", "bn", "en")))
    assert [(each.language, each.title) for each in made] == [("en", "Two rivers"), ("bn", "Two rivers")]
    for each in made:
        assert workspace.publications.read(full, each.id)[1] == build_report(
            workspace, full, Wanted(Reader.PARTICIPANTS, each.language)
        )


def test_what_is_published_stays_when_the_programme_changes(workspace, full):
    """A file that is removed is gone from the next version, not from the one before."""
    (old,) = publish_report(workspace, full, "Report", Order())
    before = workspace.publications.read(full, old.id)[1]
    notes = next(each for each in workspace.files.every(full) if each.kind == "notes")
    workspace.files.remove(full, notes.id)
    (new,) = publish_report(workspace, full, "Report", Order())
    assert workspace.publications.read(full, old.id)[1] == before
    assert workspace.publications.read(full, new.id)[1] != before


@pytest.mark.parametrize("languages", [(), ("xx",), ("en", "xx")])
def test_a_language_that_reports_are_in_is_needed(workspace, full, languages):
    """Nothing is published otherwise."""
    with pytest.raises(InputError, match="no language was chosen"):
        publish_report(workspace, full, "", Order(languages=languages))
    assert workspace.publications.every(full) == ()


@pytest.mark.parametrize("formats", [(), (Format.PPTX,), (Format.HTML, Format.PPTX)])
def test_a_format_that_the_report_is_made_in_is_needed(workspace, full, formats):
    """Slides are for the room only; nothing is published otherwise."""
    with pytest.raises(InputError, match="no format was chosen"):
        publish_report(workspace, full, "", Order(formats=formats))
    assert workspace.publications.every(full) == ()


@pytest.mark.parametrize(
    ("reader", "observers", "opens"),
    [
        (Reader.FACILITATOR, True, {Role.FACILITATOR}),
        (Reader.PARTICIPANTS, False, {Role.FACILITATOR, Role.MEMBER}),
        (Reader.PARTICIPANTS, True, set(Role)),
        (Reader.ROOM, False, {Role.FACILITATOR, Role.MEMBER}),
        (Reader.FUNDER, False, set(Role)),
    ],
)
def test_only_those_for_whom_it_is_published_open_it(workspace, full, reader, observers, opens):
    """To all others it is as if it had never been."""
    (made,) = publish_report(workspace, full, "", Order(reader, observers=observers))
    for role in Role:
        access = access_of(Asks(1, "Asha", memberships={1: Membership(role)}), 1)
        seen = workspace.publications.every(full, audiences_of(access))
        assert seen == ((made,) if role in opens else ())
        if role not in opens:
            with pytest.raises(NotFound):
                workspace.publications.read(full, made.id, audiences_of(access))


def test_what_was_chosen_for_a_reader_is_what_is_published(workspace, full):
    """The choice of one reader is not that of another, and it is there for the next report."""
    workspace.report_choices.keep(full, Reader.PARTICIPANTS, Choice(next_steps="We meet in May. আবার বসব।"))
    (told,) = publish_report(workspace, full, "", Order(Reader.PARTICIPANTS))
    (other,) = publish_report(workspace, full, "", Order(Reader.FACILITATOR))
    assert "We meet in May. আবার বসব।".encode() in workspace.publications.read(full, told.id)[1]
    assert b"We meet in May" not in workspace.publications.read(full, other.id)[1]
    assert workspace.report_choices.get(full, Reader.PARTICIPANTS).next_steps == "We meet in May. আবার বসব।"


def test_a_person_who_is_deleted_takes_files_along_that_name_them(workspace, full):
    """Also those whose bytes are no text: what they say is kept beside them."""
    workspace.report_choices.keep(full, Reader.PARTICIPANTS, Choice(next_steps="North meets in May"))
    made = publish_report(workspace, full, "", Order(formats=(Format.HTML, Format.PDF)))
    assert {each.format for each in made} == {Format.HTML, Format.PDF}
    with workspace._database.writing() as db:
        gone = remove_telling(db, programmes.find(db, full).id, lambda text: text.replace("meets in May", "…"))
    assert gone == 2
