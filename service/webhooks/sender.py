"""Delivers what is to be told, one thing after the other, until it is taken or has been tried for three days."""

import logging
import random
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http import HTTPStatus

from nlp.errors import InputError
from service.errors import StoreError
from service.settings import Settings
from service.store import Database, Transaction
from service.store.webhooks import deliveries, webhooks
from service.store.webhooks.webhooks import Health
from service.webhooks.attempt import attempt
from service.webhooks.destinations import Allowed, read_url
from service.webhooks.signing import body_of, headers_of
from service.webhooks.types import Attempt, Event, Outcome, Told, WebhookState

AFTER_SECONDS = (5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400)
"""How long after each attempt the next one is made, as the specification proposes it."""
LONGEST_REST = 300
"""How many seconds an address that takes nothing is left alone at most, whatever waits for it."""
STOPPED_AFTER = timedelta(days=5)
JITTER = 0.1
IDLE_SECONDS = 1.0
WAIT_SECONDS = 30.0
_LOG = logging.getLogger("manyvoices.webhooks")


class Sender:
    """Makes the attempts that are due, until it is told to stop.

    Args:
        database: where the deliveries are.
        settings: of the installation.
        clock: on the wall.
    """

    def __init__(
        self, database: Database, settings: Settings, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._database = database
        self._settings = settings
        self._allowed = Allowed.of(settings.webhook_hosts)
        self._clock = clock
        self._stop = threading.Event()

    def run(self) -> None:
        """Make attempts until `stop`; while the database cannot be used, wait for it."""
        wait = IDLE_SECONDS
        while not self._stop.is_set():
            try:
                busy, wait = self.send_next(), IDLE_SECONDS
            except StoreError as error:
                _LOG.warning("%s", error)
                busy, wait = False, min(2 * wait, WAIT_SECONDS)
            if not busy:
                self._stop.wait(wait)

    def stop(self) -> None:
        """Begin no other attempt; one that is being made may be made again by the next sender."""
        self._stop.set()

    def send_next(self) -> bool:
        """Make the attempt that is due next; return whether there was one.

        Raises:
            StoreError: the database cannot be used; the attempt is made again.
        """
        with self._database.reading() as db:
            number = deliveries.next_due(db, self._clock())
        if number is None:
            return False
        with self._database.writing() as db:
            told = deliveries.claim(db, number, self._clock())
        if told is not None:
            made = self._attempt(told)
            with self._database.writing() as db:
                self._note(db, told, made)
        return True

    def _attempt(self, told: Told) -> Attempt:
        try:
            to = read_url(told.webhook.url)
        except InputError:
            return Attempt(Outcome.NOT_ALLOWED)
        body = body_of(told, self._settings.address)
        made = attempt(to, self._allowed, headers_of(told, body, self._clock()), body)
        _LOG.info("Told %s of %s: %s", to.host, told.delivery.event.value, made.outcome.value)
        return made

    def _note(self, db: Transaction, told: Told, made: Attempt) -> None:
        """Write down how an attempt ended, for the delivery and for its address."""
        now, number = self._clock(), told.webhook.id
        if not deliveries.end(db, told, made, None if made.taken else _again(told, made, now)):
            return
        if made.taken:
            webhooks.set_health(db, number, Health(0, None, now))
            return
        before = webhooks.health(db, number)
        since = before.failing_since or now
        failures = before.failures + 1
        rest = made.wait or min(AFTER_SECONDS[min(failures, len(AFTER_SECONDS)) - 1], LONGEST_REST)
        webhooks.set_health(db, number, Health(failures, since, now + timedelta(seconds=rest)))
        if made.status == HTTPStatus.GONE or now - since >= STOPPED_AFTER:
            webhooks.set_state(db, number, WebhookState.STOPPED, now)


def _again(told: Told, made: Attempt, now: datetime) -> datetime | None:
    """Return when the next attempt is due, None where there is none; a test is tried once."""
    tried = told.delivery.attempts
    if told.delivery.event is Event.TEST or tried > len(AFTER_SECONDS) or made.status == HTTPStatus.GONE:
        return None
    seconds = max(AFTER_SECONDS[tried - 1], made.wait or 0)
    return now + timedelta(seconds=seconds * (1 + random.uniform(0, JITTER)))
