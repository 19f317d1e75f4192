"""Signatures as the specification has them."""

import json
from base64 import b64decode
from datetime import UTC, datetime

from service.webhooks.signing import body_of, headers_of, new_secret, sign
from service.webhooks.types import Delivery, DeliveryState, Event, Outcome, Told, Webhook, WebhookState

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
WEBHOOK = Webhook(1, "https://hooks.example.org/", (), WebhookState.ON, NOW, None)
DELIVERY = Delivery(
    id=7,
    message_id="msg_1",
    event=Event.FORM_CLOSED,
    kind="form",
    of="k7mq2x",
    path="/api/v1/programmes/both-banks/forms/k7mq2x/answers",
    time=NOW,
    state=DeliveryState.SENDING,
    attempts=1,
    last_attempt=None,
    next_attempt=None,
    outcome=Outcome.NONE,
    status=None,
)


def test_a_message_is_signed_as_the_specification_says():
    """The example of the specification of Standard Webhooks, with its secret and its signature."""
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    body = b'{"test": 2432232314}'
    signed = sign(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body)
    assert signed == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_secret_is_long_and_never_the_same():
    """32 random bytes, with the prefix that tells what it is."""
    one, other = new_secret(), new_secret()
    assert one != other
    assert one.startswith("whsec_")
    assert len(b64decode(one.removeprefix("whsec_"))) == 32


def test_a_body_has_ids_and_links():
    """And the whole link where the installation knows its address; headers say id and time."""
    told = Told(DELIVERY, WEBHOOK, new_secret(), "both-banks")
    body = body_of(told, "https://voices.example.org/")
    assert json.loads(body) == {
        "type": "form.closed",
        "timestamp": "2026-03-01T12:00:00Z",
        "data": {
            "programme": "both-banks",
            "kind": "form",
            "id": "k7mq2x",
            "path": DELIVERY.path,
            "url": f"https://voices.example.org{DELIVERY.path}",
        },
    }
    assert "url" not in json.loads(body_of(told, ""))["data"]
    headers = headers_of(told, body, NOW)
    assert headers["webhook-id"] == "msg_1"
    assert headers["webhook-timestamp"] == str(int(NOW.timestamp()))
    assert headers["webhook-signature"] == sign(told.secret, "msg_1", int(NOW.timestamp()), body)
