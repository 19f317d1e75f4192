"""What is sent, and its signature, as the Standard Webhooks specification has them (standardwebhooks.com)."""

import hmac
import json
import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256

from service.webhooks.types import Told

PREFIX = "whsec_"
SIGNED_BY = 32
"""Random bytes of a secret."""


def new_secret() -> str:
    """Return a secret that nobody can guess."""
    return PREFIX + b64encode(secrets.token_bytes(SIGNED_BY)).decode()


def sign(secret: str, message_id: str, timestamp: int, body: bytes) -> str:
    """Return the signature of a message: HMAC-SHA256 over id, timestamp and body with dots between."""
    signed = b".".join((message_id.encode(), str(timestamp).encode(), body))
    key = b64decode(secret.removeprefix(PREFIX))
    return f"v1,{b64encode(hmac.digest(key, signed, sha256)).decode()}"


def body_of(told: Told, address: str) -> bytes:
    """Return what is sent: ids and links, the same in every attempt.

    Args:
        told: what is to be told.
        address: where browsers find this service; "" where nobody said, and then there is only the path.
    """
    delivery = told.delivery
    data = {"programme": told.programme, "kind": delivery.kind, "id": delivery.of, "path": delivery.path}
    if address:
        data["url"] = address.rstrip("/") + delivery.path
    form = {"type": delivery.event.value, "timestamp": delivery.time.isoformat().replace("+00:00", "Z"), "data": data}
    return json.dumps(form, ensure_ascii=False, separators=(",", ":")).encode()


def headers_of(told: Told, body: bytes, now: datetime) -> Mapping[str, str]:
    """Return the headers by which the other side knows that it is from here, and new."""
    timestamp, message = int(now.timestamp()), told.delivery.message_id
    return {
        "content-type": "application/json",
        "user-agent": "Manyvoices-Webhooks",
        "webhook-id": message,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": sign(told.secret, message, timestamp, body),
    }
