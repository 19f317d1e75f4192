"""What is told, of what happens in a programme."""

import pytest

from service.journal.types import Action, Thing, ThingKind
from service.settings import Settings
from service.sortings.types import Pile
from service.webhooks.events import announce
from service.webhooks.types import Event
from tests.service.files import EVERYTHING
from tests.service.web.access_people import SECRETS


@pytest.fixture
def work(url, tmp_path, open_workspace):
    """A workspace that may tell a host."""
    return open_workspace(Settings(data_dir=tmp_path, database_url=url, webhook_hosts=("hooks.example.org",)))


@pytest.fixture
def slug(work):
    """A programme whose webhook is told everything."""
    slug = work.programmes.create("Two rivers", ["North", "South", "West"]).slug
    work.webhooks.add(slug, "https://hooks.example.org/")
    return slug


def told(work, slug):
    (webhook,) = work.webhooks.every(slug)
    return work.webhooks.deliveries(slug, webhook.id, 1_000)[::-1]


def test_findings_are_told_when_nothing_is_left_to_find(work, slug):
    """Once for all files of an upload, however many jobs they take; again when they change; not where nothing did."""
    work.files.add(slug, EVERYTHING)
    work.jobs.do_all()
    events = [each.event for each in told(work, slug)]
    assert events == [Event.FILE_KEPT] * len(EVERYTHING) + [Event.FINDINGS_READY]
    work.feedback.add_form(slug, "Day one")
    work.jobs.do_all()
    assert [each.event for each in told(work, slug)][len(events) :] == [Event.FORM_OPENED]
    file = work.files.every(slug)[0].id
    work.files.remove(slug, file)
    work.jobs.do_all()
    work.removed.take_back(slug, file)
    work.jobs.do_all()
    assert [each.event for each in told(work, slug)][len(events) + 1 :] == [
        Event.FILE_REMOVED,
        Event.FINDINGS_READY,
        Event.FILE_KEPT,
        Event.FINDINGS_READY,
    ]


def test_what_could_not_be_found_is_told(work, slug, monkeypatch):
    """With the number of the job, which says why."""

    def fail(*_):
        raise ArithmeticError

    monkeypatch.setattr("service.jobs.worker.carry_out", fail)
    work.files.add(slug, EVERYTHING[:1])
    work.jobs.do_all()
    failed = [each for each in told(work, slug) if each.event is Event.FINDINGS_FAILED]
    assert failed
    assert {work.jobs.get(slug, int(each.of)).state for each in failed} == {"failed"}
    assert told(work, slug)[-1].event is Event.FINDINGS_READY


def test_no_word_of_anybody_goes_out(work, slug):
    """Neither of notes nor of people, titles, file names; in no event."""
    rows = "\n".join(f"{text},Communications,South,Asha Rai" for text in SECRETS["South"])
    work.files.add(slug, [("quietly.csv", f"text,element,team,participant\n{rows}\n".encode())])
    form = work.feedback.add_form(slug, "Whispered title")
    work.feedback.set_open(slug, form.code, is_open=False)
    card = next(iter(work.findings(slug).cards("Communications")))
    work.sortings.arrange(slug, "communications", [Pile("p", "Pile"), Pile("q", "রাশি")], {card: "p"})
    room = work.rooms.open_room(slug, "communications", 1)
    work.rooms.set_open(slug, "communications", room.code, is_open=False)
    published = work.publications.publish(slug, "Whispered report", "en", b"<!doctype html><title>x</title>")
    work.publications.withdraw(slug, published.id)
    work.jobs.do_all()
    every = repr(told(work, slug))
    assert {each.event for each in told(work, slug)} >= {Event.ROOM_CLOSED, Event.REPORT_WITHDRAWN, Event.FORM_CLOSED}
    assert not [word for word in ("Asha", "Whispered", "quietly", *SECRETS["South"]) if word in every]


def test_every_path_is_one_of_the_api(work, slug, monkeypatch):
    """What is told leads somewhere: each is an address that a program may ask for."""
    from service.access.routes import NEEDS
    from service.web.access import addresses
    from service.web.app import create_app

    with work._database.writing() as db:
        for action in Action:
            announce(db, work.programmes.id_of(slug), action, Thing(ThingKind.FORM, "12", "Communications"))
    known = list(addresses(create_app(work.settings, work).routes))
    for each in told(work, slug):
        found = next((one for one in known if one.pattern.match(each.path) and "GET" in one.methods), None)
        assert found, each.path
        assert ("GET", found.template) in NEEDS


def test_a_webhook_is_told_only_of_what_it_asked_for(work, slug):
    """Each gets its own message; one that is off gets none."""
    some = work.webhooks.add(slug, "https://hooks.example.org/some", [Event.FORM_CLOSED]).webhook.id
    off = work.webhooks.add(slug, "https://hooks.example.org/off").webhook.id
    work.webhooks.change(slug, off, is_on=False)
    form = work.feedback.add_form(slug, "Day one")
    work.feedback.set_open(slug, form.code, is_open=False)
    assert [each.event for each in work.webhooks.deliveries(slug, some)] == [Event.FORM_CLOSED]
    assert work.webhooks.deliveries(slug, off) == ()
