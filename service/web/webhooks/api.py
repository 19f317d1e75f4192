"""Addresses that are told what happens, under `/api/v1/programmes/{slug}/webhooks`."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Path, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from service.presentation.template import address
from service.web.api.dependencies import Slug, Work, problems
from service.web.api.paging.cursors import Page
from service.web.numbers import LARGEST, Number
from service.webhooks.types import LONGEST_URL, TOLD, Delivery, Event, NewWebhook, Webhook

WebhookId = Annotated[int, Path(ge=1, le=LARGEST, description="The webhook's id.")]
DeliveryId = Number
Url = Annotated[
    str,
    StringConstraints(min_length=1, max_length=LONGEST_URL),
    Field(description="Where to: https, and a host that the settings name (MANYVOICES_WEBHOOK_HOSTS)."),
]
Events = Annotated[
    list[Event],
    Field(max_length=len(TOLD), description="Of which it is told; none are all. A test is sent when it is asked for."),
]

routes = APIRouter(prefix="/programmes/{slug}/webhooks", responses=problems(404, 422), tags=["webhooks"])


class WebhookToMake(BaseModel):
    """An address that is to be told what happens."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"example": {"url": "https://hooks.example.org/manyvoices", "events": ["findings.ready"]}},
    )
    url: Url
    events: Events = []


class WebhookChange(BaseModel):
    """What is to change of a webhook; null stays as it is. Switched on, one that was stopped begins anew."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"is_on": True}})
    url: Url | None = None
    events: Events | None = None
    is_on: bool | None = None


@routes.get("", response_model=list[Webhook])
def list_webhooks(work: Work, slug: Slug) -> Sequence[Webhook]:
    """The addresses that are told what happens in a programme, oldest first."""
    return work.webhooks.every(slug)


@routes.post("", response_model=NewWebhook, status_code=201, responses=problems(400, 413))
def add_webhook(work: Work, slug: Slug, new: WebhookToMake, response: Response) -> NewWebhook:
    """Tell an address from now on; the secret that signs what is sent is given now and never again.

    Each delivery is a POST with the headers `webhook-id`, `webhook-timestamp` and `webhook-signature`
    (standardwebhooks.com) and a body of ids and links: `{"type": "form.closed", "timestamp": "...", "data":
    {"programme": "both-banks", "kind": "form", "id": "k7mq2x", "path": "/api/v1/..."}}`. It comes at least once, and
    until it is answered with a status of success, for about three days.
    """
    made = work.webhooks.add(slug, new.url, new.events)
    response.headers["location"] = address("api", "v1", "programmes", slug, "webhooks", str(made.webhook.id))
    return made


@routes.get("/{webhook}", response_model=Webhook)
def get_webhook(work: Work, slug: Slug, webhook: WebhookId) -> Webhook:
    """One of them."""
    return work.webhooks.get(slug, webhook)


@routes.patch("/{webhook}", response_model=Webhook, responses=problems(400, 413))
def change_webhook(work: Work, slug: Slug, webhook: WebhookId, change: WebhookChange) -> Webhook:
    """Give it another address, tell it of other things, or switch it on or off; off, it is told nothing."""
    return work.webhooks.change(slug, webhook, change.url, change.events, is_on=change.is_on)


@routes.delete("/{webhook}", status_code=204)
def remove_webhook(work: Work, slug: Slug, webhook: WebhookId) -> None:
    """Tell it nothing any more, and forget what it was told."""
    work.webhooks.remove(slug, webhook)


@routes.post("/{webhook}/secret", response_model=NewWebhook)
def renew_webhook_secret(work: Work, slug: Slug, webhook: WebhookId) -> NewWebhook:
    """Sign with another secret from now on; it is given now and never again."""
    return work.webhooks.new_secret(slug, webhook)


@routes.post("/{webhook}/test", response_model=Delivery, status_code=202)
def test_webhook(work: Work, slug: Slug, webhook: WebhookId, response: Response) -> Delivery:
    """Send a test (`webhook.test`), also where it is switched off; how it went is at the address of the delivery."""
    made = work.webhooks.test(slug, webhook)
    response.headers["location"] = _delivery(slug, webhook, made)
    return made


@routes.get("/{webhook}/deliveries", response_model=list[Delivery])
def list_webhook_deliveries(work: Work, slug: Slug, webhook: WebhookId, page: Page) -> Sequence[Delivery]:
    """What it was told in the last thirty days, newest first."""
    last = page.behind((0,))
    found = work.webhooks.deliveries(slug, webhook, page.limit + 1, int(last[0]) if last else None)
    return page.cut(found, lambda each: (each.id,))


@routes.get("/{webhook}/deliveries/{delivery}", response_model=Delivery)
def get_webhook_delivery(work: Work, slug: Slug, webhook: WebhookId, delivery: DeliveryId) -> Delivery:
    """How telling it one thing went."""
    return work.webhooks.delivery(slug, webhook, delivery)


@routes.post("/{webhook}/deliveries/{delivery}", response_model=Delivery, status_code=202)
def send_webhook_delivery_again(
    work: Work, slug: Slug, webhook: WebhookId, delivery: DeliveryId, response: Response
) -> Delivery:
    """Tell it again what it was told, under the same id."""
    again = work.webhooks.send_again(slug, webhook, delivery)
    response.headers["location"] = _delivery(slug, webhook, again)
    return again


def _delivery(slug: str, webhook: int, delivery: Delivery) -> str:
    return address("api", "v1", "programmes", slug, "webhooks", str(webhook), "deliveries", str(delivery.id))
