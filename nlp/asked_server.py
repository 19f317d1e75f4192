"""What is asked of a server that speaks as OpenAI's does: its address, the key, tries, and what it says is wrong."""

import os
import time
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import finalize

from nlp import errors
from nlp.hosts import is_loopback
from nlp.messages import Message

if TYPE_CHECKING:
    import httpx

SECONDS = 120.0
"""How long one answer may take: a model that is not in memory yet is loaded first."""

TRIES = 4
LONGEST_PAUSE = 30.0
BUSY = {408, 429, 500, 502, 503, 504}


class AskedServer:
    """Posts bodies of JSON to one address; one that is busy is asked again.

    Attributes:
        asked: how many requests were sent.
    """

    def __init__(
        self, host: str, key: str = "", *, seconds: float = SECONDS, wait: Callable[[float], None] = time.sleep
    ) -> None:
        """Nothing is asked yet.

        Args:
            host: of the server; one that is this machine is asked without a proxy.
            key: sent as a bearer token, "" for none.
            seconds: how long one answer may take.
            wait: seconds, before something is asked again.

        Raises:
            ImportError: httpx is not installed.
        """
        import httpx

        self.asked = 0
        self._wait = wait
        self._seconds = seconds
        self._client = httpx.Client(
            headers={"Authorization": f"Bearer {key}"} if key else {}, timeout=seconds, trust_env=not is_loopback(host)
        )
        finalize(self, self._client.close)

    def post(self, url: str, body: Mapping[str, Any], seconds: float | None = None) -> "httpx.Response":
        """Return an answer of whatever status, but for those of a busy server.

        Args:
            url: where it is sent.
            body: what is sent.
            seconds: how long all tries together may take; None leaves that to their number.

        Raises:
            NoAnswer: it is not there, or busy each time.
        """
        import httpx

        reason = ""
        until = time.monotonic() + seconds if seconds is not None else float("inf")
        for turn in range(TRIES):
            self.asked += 1
            pause = 0.5 * 2**turn
            try:
                answer = self._client.post(url, json=body, timeout=min(self._seconds, until - time.monotonic()))
            except httpx.HTTPError as error:
                reason = str(error) or type(error).__name__
            else:
                if answer.status_code not in BUSY:
                    return answer
                reason, pause = said(answer), pause_of(answer, pause)
            if turn + 1 < TRIES:
                self._wait(min(pause, LONGEST_PAUSE, until - time.monotonic()))
            if time.monotonic() >= until:
                break
        raise NoAnswer(reason)


class NoAnswer(Exception):
    """A server that did not answer; its text says why, in one short line."""


def said(answer: "httpx.Response") -> str:
    """Return what a server says is wrong, in one short line."""
    try:
        told: Any = answer.json()
        told = told.get("error", told) if isinstance(told, dict) else told
        told = told.get("message", told) if isinstance(told, dict) else told
    except ValueError:
        told = answer.reason_phrase
    return f"{answer.status_code} {' '.join(str(told).split())[:200]}"


def key_from(variable: str) -> str:
    """Return the key that an environment variable holds, or the file that the one with _FILE behind it names.

    Raises:
        EmbeddingError: the file cannot be read.
    """
    file = os.environ.get(f"{variable}_FILE", "")
    if not file:
        return os.environ.get(variable, "")
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        problem = Message("{file} cannot be read ({reason})", {"file": file, "reason": type(error).__name__})
        raise errors.EmbeddingError("", problem, Message("Put the key alone into this file")) from error


def pause_of(answer: "httpx.Response", otherwise: float) -> float:
    """Return the seconds that a server asks to be left alone."""
    told = answer.headers.get("Retry-After", "")
    if told.isdecimal():
        return float(told)
    try:
        return max(0.0, parsedate_to_datetime(told).timestamp() - time.time()) if told else otherwise
    except ValueError:
        return otherwise
