"""Requests to a service that may be gone at any moment."""

import http.client
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

JSON = {"Content-Type": "application/json"}


@dataclass(frozen=True)
class Answer:
    """What came back.

    Attributes:
        status: of HTTP; 0 where the connection broke, so that nobody knows what was done.
        text: the body.
        again: what `Retry-After` says, "" where it is not there.
        seconds: until the whole answer was there.
    """

    status: int
    text: str = ""
    again: str = ""
    seconds: float = 0.0

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever the service says
        """The body as JSON."""
        return json.loads(self.text)


def ask(
    port: int, method: str, path: str, body: object = None, headers: Mapping[str, str] = {}, timeout: float = 60
) -> Answer:
    """Ask on a connection of its own; a body that is neither text nor bytes is sent as JSON."""
    sent = body if isinstance(body, (str, bytes)) or body is None else json.dumps(body)
    kind = JSON if sent is not body else {}
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    began = time.monotonic()
    try:
        connection.request(method, path, sent, {**kind, **headers})
        answer = connection.getresponse()
        text = answer.read().decode()
    except (OSError, http.client.HTTPException):
        return Answer(0, seconds=time.monotonic() - began)
    finally:
        connection.close()
    return Answer(answer.status, text, answer.getheader("Retry-After", ""), time.monotonic() - began)
