"""A programme's report, published as it then was."""

import sys
from io import BytesIO

import docx
import pytest

from nlp.errors import InputError
from service.access.acting import act_as
from service.access.audiences import audiences_of
from service.access.permissions import access_of
from service.access.types import Membership, Role
from service.access.types import Reader as Asks
from service.errors import NotFound
from service.exports.publish import Order, publish_report
from service.exports.report import Wanted, build_report
from service.publications.choice import Choice
from service.publications.ordered import PUBLICATION, told
from service.publications.types import Format, Reader
from service.store import programmes
from service.store.jobs.jobs import State
from service.store.privacy.published import remove_telling


def document_text(content):
    """Return all paragraphs of a DOCX."""
    return "\n".join(paragraph.text for paragraph in docx.Document(BytesIO(content)).paragraphs)


def test_every_language_is_one_publication_without_names(workspace, full):
    """Each holds the report as it is made without names, under the programme's name where no title is given."""
    made = publish_report(workspace, full, "", Order(languages=("en", "bn", "en"))).made
    assert [(each.language, each.title) for each in made] == [("en", "Two rivers"), ("bn", "Two rivers")]
    for each in made:
        assert workspace.publications.read(full, each.id)[1] == build_report(
            workspace, full, Wanted(Reader.PARTICIPANTS, each.language)
        )


def test_what_is_published_stays_when_the_programme_changes(workspace, full):
    """A file that is removed is gone from the next version, not from the one before."""
    (old,) = publish_report(workspace, full, "Report", Order()).made
    before = workspace.publications.read(full, old.id)[1]
    notes = next(each for each in workspace.files.every(full) if each.kind == "notes")
    workspace.files.remove(full, notes.id)
    (new,) = publish_report(workspace, full, "Report", Order()).made
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
    (made,) = publish_report(workspace, full, "", Order(reader, observers=observers)).made
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
    (given,) = publish_report(workspace, full, "", Order(Reader.PARTICIPANTS)).made
    (other,) = publish_report(workspace, full, "", Order(Reader.FACILITATOR)).made
    assert "We meet in May. আবার বসব।".encode() in workspace.publications.read(full, given.id)[1]
    assert b"We meet in May" not in workspace.publications.read(full, other.id)[1]
    assert workspace.report_choices.get(full, Reader.PARTICIPANTS).next_steps == "We meet in May. আবার বসব।"


def test_a_person_who_is_deleted_takes_files_along_that_name_them(workspace, full):
    """Also those whose bytes are no text: what they say is kept beside them."""
    workspace.report_choices.keep(full, Reader.PARTICIPANTS, Choice(next_steps="North meets in May"))
    publish_report(workspace, full, "", Order(formats=(Format.HTML, Format.PDF)))
    workspace.jobs.do_all()
    assert {each.format for each in workspace.publications.every(full)} == {Format.HTML, Format.PDF}
    with workspace._database.writing() as db:
        gone = remove_telling(db, programmes.find(db, full).id, lambda text: text.replace("meets in May", "…"))
    assert gone == 2


def test_files_that_take_a_while_are_jobs(workspace, full):
    """A page is there at once; of the others each is one job, however often it is asked for, and says what it is of."""
    order = Order(languages=("en", "ne"), formats=(Format.HTML, Format.DOCX))
    asked = publish_report(workspace, full, "", order)
    assert [(each.language, each.format) for each in asked.made] == [("en", Format.HTML), ("ne", Format.HTML)]
    assert [told(job.subject) for job in asked.jobs] == [
        (Reader.PARTICIPANTS, "en", Format.DOCX),
        (Reader.PARTICIPANTS, "ne", Format.DOCX),
    ]
    assert publish_report(workspace, full, "", order) == asked
    workspace.jobs.do_all()
    assert [(each.language, each.format) for each in workspace.publications.every(full)[:2]] == [
        ("ne", Format.DOCX),
        ("en", Format.DOCX),
    ]
    assert len(workspace.publications.every(full)) == 4


@pytest.mark.parametrize("format_", [Format.PDF, Format.DOCX])
def test_an_unchanged_report_is_published_once(workspace, full, format_):
    """Its bytes may tell when they were made; what it says is the same."""
    for _ in range(2):
        publish_report(workspace, full, "", Order(formats=(format_,)))
        workspace.jobs.do_all()
    assert [each.format for each in workspace.publications.every(full)] == [format_]


def test_what_was_chosen_at_the_click_is_published(workspace, full):
    """By whoever clicked, also when somebody chooses otherwise before the file is made."""
    workspace.report_choices.keep(full, Reader.PARTICIPANTS, Choice(next_steps="We meet in May. मे मा बस्छौँ।"))
    with act_as(Asks(None, "Asha")):
        publish_report(workspace, full, "Spring", Order(formats=(Format.DOCX,)))
    workspace.report_choices.keep(full, Reader.PARTICIPANTS, Choice(next_steps="We meet in June"))
    workspace.jobs.do_all()
    (made,) = workspace.publications.every(full)
    assert (made.title, made.published_by) == ("Spring", "Asha")
    text = document_text(workspace.publications.read(full, made.id)[1])
    assert "मे मा बस्छौँ।" in text
    assert "June" not in text


def test_where_findings_are_late_a_page_waits_too(workspace, full):
    """Nothing is published from before the last change."""
    workspace.jobs.do_all()
    workspace.files.add(full, [("more.csv", "text,element\nNobody answers the phone. 📞,Communications\n".encode())])
    asked = publish_report(workspace.for_readers(), full, "", Order())
    assert (asked.made, [job.state for job in asked.jobs]) == ((), [State.WAITING])
    workspace.jobs.do_all()
    (made,) = workspace.publications.every(full)
    assert made.format is Format.HTML
    assert workspace.publications.read(full, made.id)[1] == build_report(workspace, full, Wanted(Reader.PARTICIPANTS))


def test_a_file_that_cannot_be_made_says_why(workspace, full, monkeypatch):
    """In one line; asked for again, it is tried again."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    (job,) = publish_report(workspace, full, "", Order(formats=(Format.PDF,))).jobs
    workspace.jobs.do_all()
    failed = workspace.jobs.get(full, job.id)
    assert failed.state is State.FAILED
    assert "manyvoices[reports]" in str(failed.error)
    monkeypatch.undo()
    (again,) = publish_report(workspace, full, "", Order(formats=(Format.PDF,))).jobs
    assert (again.id, again.state) == (job.id, State.WAITING)
    workspace.jobs.do_all()
    assert [each.format for each in workspace.publications.every(full)] == [Format.PDF]


def test_what_is_stopped_while_it_is_made_is_not_published(workspace, full, monkeypatch):
    """Also in the last moment, and when somebody was deleted for good meanwhile."""

    def stopped_meanwhile(document, format_):
        for job in workspace.jobs.every(full):
            workspace.jobs.cancel(full, job.id)
        return b"made"

    monkeypatch.setattr("service.exports.publish.written", stopped_meanwhile)
    (job,) = publish_report(workspace, full, "", Order(formats=(Format.DOCX,))).jobs
    workspace.jobs.do_all()
    assert workspace.jobs.get(full, job.id).state is State.CANCELLED
    assert workspace.publications.every(full) == ()


def test_what_waits_to_be_published_outlasts_a_change(workspace, full):
    """And is of what is found then; what is published already is forgotten as a job."""
    publish_report(workspace, full, "", Order(formats=(Format.DOCX,)))
    workspace.files.add(full, [("more.csv", b"text,element\nNobody answers the phone,Communications\n")])
    workspace.jobs.do_all()
    (made,) = workspace.publications.every(full)
    asked = publish_report(workspace, full, "", Order(formats=(Format.DOCX,)))
    workspace.jobs.do_all()
    assert workspace.publications.every(full) == (made,)
    workspace.files.add(full, [("again.csv", b"text,element\nNobody calls,Communications\n")])
    workspace.jobs.do_all()
    assert asked.jobs[0].id not in {job.id for job in workspace.jobs.every(full)}


def test_jobs_that_are_over_make_room_for_the_next(workspace, full):
    """One that failed stays until it is tried again; what waits is not asked for twice."""
    first, second = publish_report(workspace, full, "", Order(languages=("en", "ne"), formats=(Format.DOCX,))).jobs
    workspace.jobs.cancel(full, first.id)
    (third,) = publish_report(workspace, full, "", Order(languages=("bn",), formats=(Format.DOCX,))).jobs
    made = [job.id for job in workspace.jobs.every(full) if job.kind == PUBLICATION]
    assert made == [second.id, third.id]
