"""Deliveries: kept until they are taken, and tried again, on both databases."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from service.settings import Settings
from service.store.webhooks import deliveries
from service.webhooks.sender import AFTER_SECONDS, Sender
from service.webhooks.types import DeliveryState, Event, Outcome, WebhookState
from tests.service.webhooks.receiver import dead, receiver


class Clock:
    """A clock that is set by hand; it begins a moment ahead of what is put down meanwhile."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC) + timedelta(minutes=1)

    def __call__(self) -> datetime:
        """Return the time that it shows."""
        return self.now

    def go_on(self, seconds: float) -> None:
        """Set it."""
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock():
    """A clock."""
    return Clock()


@pytest.fixture
def work(url, tmp_path, open_workspace, clock):
    """A workspace that may tell programs on this machine."""
    settings = Settings(data_dir=tmp_path, database_url=url, webhook_hosts=("127.0.0.1", "hooks.example.org"))
    return open_workspace(settings, clock=clock)


@pytest.fixture
def slug(work):
    """A programme."""
    return work.programmes.create("Two rivers", ["North", "South"]).slug


@pytest.fixture
def sender(work, clock):
    """Makes attempts."""
    return work.webhooks.sender()


def every(work, slug, number):
    return work.webhooks.deliveries(slug, number)[::-1]


def test_what_happens_is_told(work, slug, sender):
    """A form is closed: one message with its code and where its answers are; then there is nothing to do."""
    with receiver() as there:
        number = work.webhooks.add(slug, there.url, [Event.FORM_CLOSED]).webhook.id
        form = work.feedback.add_form(slug, "Day one")
        work.feedback.set_open(slug, form.code, is_open=False)
        assert sender.send_next()
        assert not sender.send_next()
        ((headers, body),) = there.received
    (delivery,) = every(work, slug, number)
    assert (delivery.state, delivery.outcome, delivery.status) == (DeliveryState.DELIVERED, Outcome.TAKEN, 204)
    assert headers["webhook-id"] == delivery.message_id
    data = json.loads(body)["data"]
    assert data["id"] == form.code
    assert data["path"] == f"/api/v1/programmes/{slug}/forms/{form.code}/answers"
    assert b"Day one" not in body


def test_what_is_not_taken_is_sent_again_under_the_same_id(work, slug, sender, clock):
    """Later each time; the signature is made anew, the body is the same."""
    with receiver() as there:
        there.status = 500
        number = work.webhooks.add(slug, there.url).webhook.id
        work.feedback.add_form(slug, "Day one")
        assert sender.send_next()
        assert not sender.send_next()
        waiting = every(work, slug, number)[0]
        assert (waiting.state, waiting.attempts, waiting.outcome) == (DeliveryState.WAITING, 1, Outcome.REFUSED)
        assert clock() + timedelta(seconds=5) <= waiting.next_attempt <= clock() + timedelta(seconds=6)
        assert work.webhooks.get(slug, number).failing_since == clock()
        there.status = 204
        clock.go_on(6)
        assert sender.send_next()
        first, second = there.received
    assert first[0]["webhook-id"] == second[0]["webhook-id"]
    assert first[0]["webhook-signature"] != second[0]["webhook-signature"]
    assert first[1] == second[1]
    assert every(work, slug, number)[0].state is DeliveryState.DELIVERED
    assert work.webhooks.get(slug, number).failing_since is None


def test_after_the_last_attempt_it_is_over_and_can_be_sent_again_by_hand(work, slug, sender, clock):
    """Ten attempts within about three days; what was told then is still there."""
    number = work.webhooks.add(slug, dead()).webhook.id
    work.feedback.add_form(slug, "Day one")
    for _ in range(len(AFTER_SECONDS) + 1):
        assert sender.send_next()
        clock.go_on(100_000 if every(work, slug, number)[0].attempts > 4 else 20_000)
        work.webhooks.change(slug, number, is_on=True)
    (over,) = every(work, slug, number)
    assert (over.state, over.attempts, over.outcome) == (DeliveryState.FAILED, 10, Outcome.NOT_REACHED)
    assert not sender.send_next()
    again = work.webhooks.send_again(slug, number, over.id)
    assert (again.state, again.message_id) == (DeliveryState.WAITING, over.message_id)
    assert sender.send_next()


def test_an_address_that_takes_nothing_is_left_alone_for_a_while(work, slug, sender, clock):
    """What else waits for it waits too, and what waits for others does not."""
    with receiver() as there:
        bad = work.webhooks.add(slug, dead(), [Event.FORM_OPENED]).webhook.id
        for name in ("One", "Two", "Three"):
            work.feedback.add_form(slug, name)
        assert sender.send_next()
        assert not sender.send_next()
        good = work.webhooks.add(slug, there.url, [Event.FORM_OPENED]).webhook.id
        work.feedback.add_form(slug, "Four")
        assert sender.send_next()
        assert not sender.send_next()
    assert [each.attempts for each in every(work, slug, bad)] == [1, 0, 0, 0]
    assert [each.attempts for each in every(work, slug, good)] == [1]
    clock.go_on(5)
    assert sender.send_next()
    assert [each.attempts for each in every(work, slug, bad)] == [1, 1, 0, 0]


def test_an_address_that_took_nothing_for_days_is_stopped(work, slug, sender, clock):
    """It says so, nothing more waits for it, and it begins anew when it is switched on."""
    number = work.webhooks.add(slug, dead()).webhook.id
    work.feedback.add_form(slug, "One")
    sender.send_next()
    clock.go_on(5 * 86_400)
    work.feedback.add_form(slug, "Two")
    assert sender.send_next()
    assert work.webhooks.get(slug, number).state is WebhookState.STOPPED
    assert {each.outcome for each in every(work, slug, number)} == {Outcome.GIVEN_UP}
    work.feedback.add_form(slug, "Three")
    assert len(every(work, slug, number)) == 2
    assert not sender.send_next()
    on = work.webhooks.change(slug, number, is_on=True)
    assert (on.state, on.failing_since) == (WebhookState.ON, None)


def test_who_says_that_it_is_gone_is_stopped_at_once(work, slug, sender):
    """410, as the specification has it."""
    with receiver() as there:
        there.status = 410
        number = work.webhooks.add(slug, there.url).webhook.id
        work.feedback.add_form(slug, "One")
        sender.send_next()
    assert work.webhooks.get(slug, number).state is WebhookState.STOPPED
    assert every(work, slug, number)[0].state is DeliveryState.FAILED


def test_who_is_busy_is_left_alone_as_long_as_it_asks(work, slug, sender, clock):
    """Retry-After wins where it is longer than ours."""
    with receiver() as there:
        there.status, there.headers = 429, {"Retry-After": "1000"}
        number = work.webhooks.add(slug, there.url).webhook.id
        work.feedback.add_form(slug, "One")
        sender.send_next()
    assert every(work, slug, number)[0].next_attempt >= clock() + timedelta(seconds=1000)


def test_a_sender_that_ends_on_the_way_loses_nothing(work, slug, sender, clock):
    """Somebody else tries again after two minutes, under the same id; till then nobody does."""
    with receiver() as there:
        number = work.webhooks.add(slug, there.url).webhook.id
        work.feedback.add_form(slug, "One")
        with work._database.writing() as db:
            begun = deliveries.claim(db, deliveries.next_due(db, clock()), clock())
        work.feedback.add_form(slug, "Two")
        assert not sender.send_next()
        clock.go_on(121)
        assert sender.send_next()
        assert sender.send_next()
        assert begun.delivery.message_id in {headers["webhook-id"] for headers, _ in there.received}
    with work._database.writing() as db:
        assert not deliveries.end(db, begun, sender._attempt(begun), None)
    assert {each.state for each in every(work, slug, number)} == {DeliveryState.DELIVERED}


def test_a_clock_that_was_set_back_keeps_nothing_waiting(work, slug, sender, clock):
    """What is due further ahead than any wait is due now."""
    with receiver() as there:
        work.webhooks.add(slug, there.url)
        work.feedback.add_form(slug, "One")
        clock.go_on(-30 * 86_400)  # further than the longest wait
        assert sender.send_next()
        assert len(there.received) == 1


def test_what_is_undone_before_it_is_kept_is_not_told(work, slug, sender):
    """The message is part of the transaction of what it tells."""
    number = work.webhooks.add(slug, dead()).webhook.id
    programme = work.findings(slug).at.id

    def fail() -> None:
        with work._database.writing() as db:
            deliveries.tell(db, programme, Event.FORM_OPENED, "form", "x", "/", datetime.now(UTC))
            raise ArithmeticError

    with pytest.raises(ArithmeticError):
        fail()
    assert every(work, slug, number) == ()


def test_what_the_settings_allowed_once_is_not_sent_when_they_do_not(work, slug, clock):
    """A host that was taken off the list gets nothing."""
    with receiver() as there:
        number = work.webhooks.add(slug, there.url).webhook.id
        work.feedback.add_form(slug, "One")
        Sender(work._database, Settings(data_dir=work.settings.data_dir), clock).send_next()
        assert there.received == []
    assert every(work, slug, number)[0].outcome is Outcome.NOT_ALLOWED


def test_a_test_goes_out_once_also_where_nothing_else_does(work, slug, sender):
    """To an address that is switched off; it is not tried again."""
    number = work.webhooks.add(slug, dead()).webhook.id
    work.webhooks.change(slug, number, is_on=False)
    work.feedback.add_form(slug, "One")
    sent = work.webhooks.test(slug, number)
    assert sender.send_next()
    assert not sender.send_next()
    assert work.webhooks.delivery(slug, number, sent.id).state is DeliveryState.FAILED
    assert [each.event for each in every(work, slug, number)] == [Event.TEST]


def test_what_is_over_is_forgotten_after_thirty_days(work, slug, sender, clock):
    """What still waits stays."""
    with receiver() as there:
        number = work.webhooks.add(slug, there.url).webhook.id
        work.feedback.add_form(slug, "One")
        sender.send_next()
        work.feedback.add_form(slug, "Two")
    clock.go_on(31 * 86_400)
    work.webhooks.forget_old()
    assert [each.state for each in every(work, slug, number)] == [DeliveryState.WAITING]
