"""The webhooks of programmes: entered, tried, switched off, removed, and what became of what they were told."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from nlp.errors import InputError
from nlp.messages import Message
from service.journal import journal
from service.journal.types import Action, Thing, ThingKind
from service.settings import Settings
from service.store import Database, Transaction, programmes
from service.store.webhooks import deliveries, webhooks
from service.webhooks.destinations import Allowed, check, read_url
from service.webhooks.events import path_in
from service.webhooks.sender import Sender
from service.webhooks.signing import new_secret
from service.webhooks.types import Delivery, DeliveryState, Event, NewWebhook, Webhook, WebhookState

MOST = 20
KEPT = timedelta(days=30)
USUAL = 50


class Webhooks:
    """The webhooks of all programmes. Methods raise `NotFound` for what is not there.

    Attributes:
        allowed: where the settings let them go.
    """

    def __init__(self, database: Database, settings: Settings, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock
        self.allowed = Allowed.of(settings.webhook_hosts)

    def every(self, slug: str) -> tuple[Webhook, ...]:
        """Return the webhooks of a programme, oldest first."""
        with self._database.reading() as db:
            return webhooks.every(db, programmes.find(db, slug).id)

    def get(self, slug: str, number: int) -> Webhook:
        """Return a webhook."""
        with self._database.reading() as db:
            return webhooks.find(db, programmes.find(db, slug).id, number)

    def add(self, slug: str, url: str, events: Sequence[Event] = ()) -> NewWebhook:
        """Tell an address of a programme from now on; the secret is returned now and never again.

        Args:
            slug: of the programme.
            url: where to.
            events: of which it is told; none are all.

        Raises:
            InputError: it is no address, the settings do not allow it, or there are too many.
        """
        self._check(url)
        secret = new_secret()
        with self._database.writing() as db:
            programme = programmes.find(db, slug, hold=True)
            if len(webhooks.every(db, programme.id)) >= MOST:
                raise InputError("", Message("there are too many webhooks"), Message("Remove those that nobody needs"))
            made = webhooks.add(db, programme.id, url.strip(), _told(events), secret, self._clock())
            _write(db, programme.id, Action.WEBHOOK_MADE, made)
            return NewWebhook(made, secret)

    def change(
        self,
        slug: str,
        number: int,
        url: str | None = None,
        events: Sequence[Event] | None = None,
        *,
        is_on: bool | None = None,
    ) -> Webhook:
        """Give a webhook another address, tell it of other things, or switch it on or off; None stays as it is."""
        if url is not None:
            self._check(url)
        with self._database.writing() as db:
            found = webhooks.find(db, programmes.find(db, slug, hold=True).id, number)
            told = found.events if events is None else _told(events)
            webhooks.change(db, number, found.url if url is None else url.strip(), told)
            if is_on is not None:
                webhooks.set_state(db, number, WebhookState.ON if is_on else WebhookState.OFF, self._clock())
            return self._changed(db, slug, number)

    def new_secret(self, slug: str, number: int) -> NewWebhook:
        """Sign with another secret from now on; it is returned now and never again."""
        secret = new_secret()
        with self._database.writing() as db:
            webhooks.find(db, programmes.find(db, slug, hold=True).id, number)
            webhooks.set_secret(db, number, secret)
            return NewWebhook(self._changed(db, slug, number), secret)

    def remove(self, slug: str, number: int) -> None:
        """Forget a webhook and what it was told."""
        with self._database.writing() as db:
            programme = programmes.find(db, slug, hold=True)
            found = webhooks.find(db, programme.id, number)
            webhooks.remove(db, number)
            _write(db, programme.id, Action.WEBHOOK_REMOVED, found)

    def test(self, slug: str, number: int) -> Delivery:
        """Let a webhook be told that this is a test, also one that is off."""
        with self._database.writing() as db:
            webhooks.find(db, programmes.find(db, slug, hold=True).id, number)
            path = path_in(slug, f"webhooks/{number}")
            made = deliveries.add(db, number, Event.TEST, "webhook", str(number), path, self._clock())
            return deliveries.find(db, number, made)

    def deliveries(self, slug: str, number: int, most: int = USUAL, before: int | None = None) -> tuple[Delivery, ...]:
        """Return what a webhook was told, newest first, what has a smaller number than `before`."""
        with self._database.reading() as db:
            webhooks.find(db, programmes.find(db, slug).id, number)
            return deliveries.page(db, number, most, before)

    def delivery(self, slug: str, number: int, delivery: int) -> Delivery:
        """Return one thing that a webhook was told."""
        with self._database.reading() as db:
            webhooks.find(db, programmes.find(db, slug).id, number)
            return deliveries.find(db, number, delivery)

    def send_again(self, slug: str, number: int, delivery: int) -> Delivery:
        """Let something be told again, under the same id; what still waits stays as it is.

        Raises:
            InputError: the webhook is off or stopped.
        """
        with self._database.writing() as db:
            found = webhooks.find(db, programmes.find(db, slug, hold=True).id, number)
            again = deliveries.find(db, number, delivery)
            if found.state is not WebhookState.ON and again.event is not Event.TEST:
                raise InputError("", Message("this address is told nothing now"), Message("Switch it on first"))
            if again.state not in (DeliveryState.WAITING, DeliveryState.SENDING):
                deliveries.send_again(db, delivery, self._clock())
            return deliveries.find(db, number, delivery)

    def forget_old(self) -> None:
        """Forget what was told more than thirty days ago."""
        with self._database.writing() as db:
            deliveries.forget_old(db, self._clock() - KEPT)

    def sender(self) -> Sender:
        """Return what makes the attempts."""
        return Sender(self._database, self._settings, self._clock)

    def _check(self, url: str) -> None:
        check(read_url(url), self.allowed)

    def _changed(self, db: Transaction, slug: str, number: int) -> Webhook:
        programme = programmes.find(db, slug).id
        found = webhooks.find(db, programme, number)
        _write(db, programme, Action.WEBHOOK_CHANGED, found)
        return found


def _told(events: Sequence[Event]) -> tuple[Event, ...]:
    return tuple(event for event in Event if event in events and event is not Event.TEST)


def _write(db: Transaction, programme: int, action: Action, webhook: Webhook) -> None:
    journal.write(db, programme, action, Thing(ThingKind.WEBHOOK, str(webhook.id), read_url(webhook.url).host))
