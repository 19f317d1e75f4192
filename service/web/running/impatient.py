"""Connections on which nothing comes: they are closed after a while, and before that where there are very many.

A client that sends nothing, half a request, or a body that stops, and one that does not take its answer, costs no
thread, but a place among the open files, of which a process has about a thousand.
"""

import asyncio
import logging
from typing import cast

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 20.0
"""For the head of a request, from its first byte or the beginning of the connection on."""
SILENT_SECONDS = 60.0
"""Without a byte of a body, or without taking a byte of an answer."""
MOST_QUIET = 400
"""Connections that are between two requests; beyond these, the one that has been longest so is closed."""
_LOG = logging.getLogger("manyvoices.web")


class Impatient(H11Protocol):
    """A connection that knows how long its client has kept it waiting."""

    _began = 0.0
    _last = 0.0
    _stuck: float | None = None
    _in_head = True

    @property
    def is_quiet(self) -> bool:
        """Whether no whole head of a request has come that is not answered yet."""
        return self.cycle is None or self.cycle.response_complete

    @property
    def began(self) -> float:
        """When it began to wait for the head that has not come yet, by the clock of the loop."""
        return self._began

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a head; where too many do, close the one that has waited longest."""
        super().connection_made(transport)
        self._began = self._last = self.loop.time()
        if len(self.connections) <= MOST_QUIET:
            return
        others = cast("set[Impatient]", self.connections) - {self}
        quiet = [each for each in others if each.is_quiet and not each.transport.is_closing()]
        if len(quiet) >= MOST_QUIET:
            _LOG.warning("Very many connections on which nothing comes: the oldest is closed")
            min(quiet, key=lambda each: each.began).transport.abort()

    def data_received(self, data: bytes) -> None:
        """Note when a head begins and when anything came."""
        self._last = self.loop.time()
        if self.is_quiet and not self._in_head:
            self._began, self._in_head = self._last, True
        super().data_received(data)
        if not self.is_quiet:
            self._in_head = False

    def pause_writing(self) -> None:
        """Note since when the client has not taken its answer."""
        super().pause_writing()
        self._stuck = self.loop.time()

    def resume_writing(self) -> None:
        """It takes it again."""
        super().resume_writing()
        self._stuck = None

    def keeps_waiting(self, now: float) -> bool:
        """Whether the client has kept the service waiting for too long."""
        if self._stuck is not None:
            return now - self._stuck > SILENT_SECONDS
        if self.is_quiet:  # between two requests uvicorn itself closes after a few seconds
            return self._in_head and now - self._began > HEAD_SECONDS
        return self.cycle.more_body and not self.flow.read_paused and now - self._last > SILENT_SECONDS


class ImpatientServer(uvicorn.Server):
    """Closes connections of `Impatient` whose clients keep it waiting."""

    async def on_tick(self, counter: int) -> bool:
        """Look at all of them once a second."""
        if counter % 10 == 0:
            now = asyncio.get_running_loop().time()
            for each in list(self.server_state.connections):
                if isinstance(each, Impatient) and each.keeps_waiting(now):
                    each.transport.abort()
        return await super().on_tick(counter)
