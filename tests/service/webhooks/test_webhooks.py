"""Webhooks of programmes, on both databases."""

import pytest

from nlp.errors import InputError
from service.errors import NotFound
from service.journal.types import Action
from service.settings import Settings
from service.webhooks.types import Event
from service.webhooks.webhooks import MOST

URL = "https://hooks.example.org/x"


@pytest.fixture
def work(url, tmp_path, open_workspace):
    """A workspace that may tell a host."""
    return open_workspace(Settings(data_dir=tmp_path, database_url=url, webhook_hosts=("hooks.example.org",)))


@pytest.fixture
def slug(work):
    """A programme."""
    return work.programmes.create("Two rivers", ["North", "South"]).slug


def test_nobody_is_told_anything_unless_the_settings_name_a_host(workspace, programme):
    """Off by default, and it says who switches it on."""
    with pytest.raises(InputError, match="MANYVOICES_WEBHOOK_HOSTS"):
        workspace.webhooks.add(programme, URL)
    assert workspace.webhooks.every(programme) == ()


def test_a_webhook_is_entered_changed_and_removed(work, slug):
    """Each is written down with the host, never with the secret or the whole address."""
    made = work.webhooks.add(slug, f" {URL} ", [Event.FORM_CLOSED, Event.TEST])
    assert (made.webhook.url, made.webhook.events) == (URL, (Event.FORM_CLOSED,))
    assert work.webhooks.every(slug) == (made.webhook,)
    changed = work.webhooks.change(slug, made.webhook.id, f"{URL}/y", [])
    assert (changed.url, changed.events) == (f"{URL}/y", ())
    other = work.webhooks.new_secret(slug, made.webhook.id)
    assert other.secret != made.secret
    work.webhooks.remove(slug, made.webhook.id)
    assert work.webhooks.every(slug) == ()
    entries = [done.entry for done in work.journal.page(slug).done]
    assert [entry.action for entry in entries][:4] == [
        Action.WEBHOOK_REMOVED,
        Action.WEBHOOK_CHANGED,
        Action.WEBHOOK_CHANGED,
        Action.WEBHOOK_MADE,
    ]
    assert {entry.of.name for entry in entries[:4]} == {"hooks.example.org"}


def test_there_are_not_endlessly_many(work, slug):
    """Each change is told to each of them."""
    for number in range(MOST):
        work.webhooks.add(slug, f"{URL}/{number}")
    with pytest.raises(InputError, match="too many webhooks"):
        work.webhooks.add(slug, URL)


def test_a_webhook_is_found_in_its_own_programme_only(work, slug):
    """By its number in another one there is none."""
    other = work.programmes.create("Elsewhere").slug
    number = work.webhooks.add(slug, URL).webhook.id
    for ask in (work.webhooks.get, work.webhooks.test, work.webhooks.remove, work.webhooks.deliveries):
        with pytest.raises(NotFound):
            ask(other, number)
    delivery = work.webhooks.test(slug, number).id
    second = work.webhooks.add(slug, URL).webhook.id
    with pytest.raises(NotFound):
        work.webhooks.delivery(slug, second, delivery)


def test_nothing_is_sent_again_where_nothing_is_sent(work, slug):
    """Switched off; what still waits is not put back either."""
    number = work.webhooks.add(slug, URL).webhook.id
    work.feedback.add_form(slug, "One")
    (waiting,) = work.webhooks.deliveries(slug, number)
    assert work.webhooks.send_again(slug, number, waiting.id) == waiting
    work.webhooks.change(slug, number, is_on=False)
    with pytest.raises(InputError, match="Switch it on first"):
        work.webhooks.send_again(slug, number, waiting.id)


def test_deliveries_come_newest_first_and_in_pages(work, slug):
    """Behind a number come the older ones."""
    number = work.webhooks.add(slug, URL).webhook.id
    for _ in range(5):
        work.webhooks.test(slug, number)
    first = work.webhooks.deliveries(slug, number, 2)
    rest = work.webhooks.deliveries(slug, number, 10, first[-1].id)
    assert [each.id for each in (*first, *rest)] == sorted((each.id for each in (*first, *rest)), reverse=True)
    assert len({each.id for each in (*first, *rest)}) == 5


def test_secrets_leave_with_no_programme(work, slug, tmp_path):
    """A programme that is handed on tells nobody."""
    work.webhooks.add(slug, URL)
    manifest = work.archives.write(slug, tmp_path / "p.zip")
    assert not {"webhooks", "deliveries"} & set(manifest.tables)
    assert work.webhooks.every(work.archives.read(tmp_path / "p.zip").slug) == ()
