"""Which addresses are told what, and how telling them went, in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from service.presentation.i18n import Language
from service.presentation.past.history import clock
from service.webhooks.types import TOLD, Delivery, DeliveryState, Event, Outcome, Webhook, WebhookState


@dataclass(frozen=True)
class DeliveryView:
    """One thing that was told: what, when, how it went; whether it may be sent again."""

    id: int
    what: Markup
    when: Markup
    how: Markup
    may_send_again: bool


@dataclass(frozen=True)
class WebhookView:
    """One address: of what it is told, how it is, what it was told last."""

    id: int
    url: str
    of: Markup
    state: Markup
    is_on: bool
    is_well: bool
    deliveries: tuple[DeliveryView, ...]


def webhook_view(webhook: Webhook, deliveries: Sequence[Delivery], language: Language) -> WebhookView:
    """Turn a webhook and its last deliveries, newest first, into what the page shows."""
    is_on = webhook.state is WebhookState.ON
    return WebhookView(
        id=webhook.id,
        url=webhook.url,
        of=language.list([event_in_words(event, language) for event in webhook.events or TOLD]),
        state=_state(webhook, language),
        is_on=is_on,
        is_well=is_on and webhook.failing_since is None,
        deliveries=tuple(_delivery(each, language, is_on=is_on) for each in deliveries),
    )


def choices(language: Language) -> tuple[tuple[str, Markup], ...]:
    """Return what an address can be told of: its name in the form, and in words."""
    return tuple((event.value, event_in_words(event, language)) for event in TOLD)


def event_in_words(event: Event, language: Language) -> Markup:
    """Return what happened, in words."""
    said: Mapping[Event, Callable[[], Markup]] = {
        Event.FINDINGS_READY: lambda: language.gettext("all findings are there"),
        Event.FINDINGS_FAILED: lambda: language.gettext("something could not be found"),
        Event.FILE_KEPT: lambda: language.gettext("a file was kept"),
        Event.FILE_CHANGED: lambda: language.gettext("a file is read in another way"),
        Event.FILE_REMOVED: lambda: language.gettext("a file was removed"),
        Event.FORM_OPENED: lambda: language.gettext("a form was opened"),
        Event.FORM_CLOSED: lambda: language.gettext("a form was closed"),
        Event.ROOM_OPENED: lambda: language.gettext("a sorting in the room was opened"),
        Event.ROOM_CLOSED: lambda: language.gettext("a sorting in the room was closed"),
        Event.REPORT_PUBLISHED: lambda: language.gettext("a report was published"),
        Event.REPORT_WITHDRAWN: lambda: language.gettext("a report was withdrawn"),
        Event.TEST: lambda: language.gettext("a test"),
    }
    return said[event]()


def _state(webhook: Webhook, language: Language) -> Markup:
    day = language.date(webhook.failing_since.isoformat()) if webhook.failing_since else ""
    if webhook.state is WebhookState.STOPPED:
        return language.gettext(
            "Stopped: nothing was taken here since {day}. Put it right there, send a test, then switch it on.", day=day
        )
    if webhook.state is WebhookState.OFF:
        return language.gettext("Switched off: this address is told nothing.")
    if day:
        return language.gettext("Nothing was taken here since {day}. It is tried again by itself.", day=day)
    return language.gettext("Switched on.")


def _delivery(delivery: Delivery, language: Language, *, is_on: bool) -> DeliveryView:
    over = delivery.state in (DeliveryState.DELIVERED, DeliveryState.FAILED)
    return DeliveryView(
        id=delivery.id,
        what=event_in_words(delivery.event, language),
        when=_moment(delivery.time, language),
        how=_how(delivery, language),
        may_send_again=over and (is_on or delivery.event is Event.TEST),
    )


def _how(delivery: Delivery, language: Language) -> Markup:
    last = _outcome(delivery, language)
    if delivery.state is DeliveryState.DELIVERED:
        return last
    if delivery.state is DeliveryState.SENDING:
        return language.gettext("is being sent")
    if delivery.state is DeliveryState.FAILED:
        return language.gettext("{how}; it is not tried again", how=last)
    if not delivery.attempts:
        return language.gettext("waits to be sent")
    again = _moment(delivery.next_attempt or delivery.time, language)
    return language.gettext("{how}; it is tried again on {moment}", how=last, moment=again)


def _outcome(delivery: Delivery, language: Language) -> Markup:
    said: Mapping[Outcome, Callable[[], Markup]] = {
        Outcome.NONE: lambda: language.gettext("waits to be sent"),
        Outcome.TAKEN: lambda: language.gettext("taken"),
        Outcome.REFUSED: lambda: language.gettext("answered with {status}", status=str(delivery.status)),
        Outcome.REDIRECTED: lambda: language.gettext("sent elsewhere, where nobody goes"),
        Outcome.TOO_SLOW: lambda: language.gettext("no answer within ten seconds"),
        Outcome.NOT_REACHED: lambda: language.gettext("not reached"),
        Outcome.NO_SUCH_HOST: lambda: language.gettext("there is no such host"),
        Outcome.NOT_SAFE: lambda: language.gettext("no safe connection"),
        Outcome.NOT_ALLOWED: lambda: language.gettext("the settings do not allow this address"),
        Outcome.GIVEN_UP: lambda: language.gettext("given up"),
    }
    return said[delivery.outcome]()


def _moment(moment: datetime, language: Language) -> Markup:
    day, time = language.date(moment.date().isoformat()), clock(moment, language)
    return language.gettext("{day}, {time} (UTC)", day=day, time=time)
