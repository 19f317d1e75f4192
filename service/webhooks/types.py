"""Webhooks: which address is told what, and how telling it went."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST_URL = 2_000


class Event(StrEnum):
    """What a program can be told."""

    FINDINGS_READY = "findings.ready"
    FINDINGS_FAILED = "findings.failed"
    FILE_KEPT = "file.kept"
    FILE_CHANGED = "file.changed"
    FILE_REMOVED = "file.removed"
    FORM_OPENED = "form.opened"
    FORM_CLOSED = "form.closed"
    ROOM_OPENED = "room.opened"
    ROOM_CLOSED = "room.closed"
    REPORT_PUBLISHED = "report.published"
    REPORT_WITHDRAWN = "report.withdrawn"
    TEST = "webhook.test"


TOLD = tuple(event for event in Event if event is not Event.TEST)
"""What a webhook can be told of; a test goes to any."""


class WebhookState(StrEnum):
    """Whether an address is told anything."""

    ON = "on"
    OFF = "off"
    STOPPED = "stopped"
    """By the service, because nothing was taken there for days, or it said that it is gone."""


class DeliveryState(StrEnum):
    """Where a delivery is."""

    WAITING = "waiting"
    SENDING = "sending"
    DELIVERED = "delivered"
    FAILED = "failed"


class Outcome(StrEnum):
    """How the last attempt ended."""

    NONE = "none"
    TAKEN = "taken"
    REFUSED = "refused"
    """Any status but one of success."""
    REDIRECTED = "redirected"
    """Somewhere else, where nobody goes."""
    TOO_SLOW = "too slow"
    NOT_REACHED = "not reached"
    NO_SUCH_HOST = "no such host"
    NOT_SAFE = "not safe"
    """No TLS, or a certificate that nobody trusts."""
    NOT_ALLOWED = "not allowed"
    """By the settings: the host, or where it leads now."""
    GIVEN_UP = "given up"
    """With the webhook, when it was stopped."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """An address that is told of a programme.

    Attributes:
        id: its number.
        url: where to.
        events: of which it is told; none are all.
        state: whether it is told anything.
        created: when it was entered.
        failing_since: since when nothing was taken there, None while all is well.
    """

    id: int
    url: str
    events: tuple[Event, ...]
    state: WebhookState
    created: datetime
    failing_since: datetime | None


@dataclass(frozen=True, slots=True)
class NewWebhook:
    """A webhook with the secret that signs what is sent to it, which is shown now and never again."""

    webhook: Webhook
    secret: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """One thing that is told to one address.

    Attributes:
        id: its number.
        message_id: what `webhook-id` says, the same in every attempt.
        event: what is told.
        kind: of the thing that it is of.
        of: the id of that thing.
        path: where the API has more of it.
        time: when it happened.
        state: where the delivery is.
        attempts: how often it was tried.
        last_attempt: when last.
        next_attempt: when next, at the earliest; None when it is over.
        outcome: how the last attempt ended.
        status: of the last answer, None where there was none.
    """

    id: int
    message_id: str
    event: Event
    kind: str
    of: str
    path: str
    time: datetime
    state: DeliveryState
    attempts: int
    last_attempt: datetime | None
    next_attempt: datetime | None
    outcome: Outcome
    status: int | None


@dataclass(frozen=True, slots=True)
class Told:
    """What one attempt sends, and where."""

    delivery: Delivery
    webhook: Webhook
    secret: str
    programme: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """How one attempt ended; `wait` is how many seconds the other side asked to be left alone, None if it did not."""

    outcome: Outcome
    status: int | None = None
    wait: int | None = None

    @property
    def taken(self) -> bool:
        """Whether the other side has it."""
        return self.outcome is Outcome.TAKEN
