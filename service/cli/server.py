"""The web server on a socket of its own: a port in use is one line, and the address is told once it answers."""

import errno
import os
import socket

import uvicorn

from nlp.errors import ManyvoicesError
from service.app import create_app
from service.cli import show
from service.settings import Settings


class _Server(uvicorn.Server):
    """Says where it is when it has started."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started and sockets:
            host, port = sockets[0].getsockname()[:2]
            host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
            address = f"[{host}]" if ":" in host else host
            show.line(f"Manyvoices is at http://{address}:{port} (stop with Ctrl+C)")


def run(settings: Settings) -> None:
    """Serve the pages and the API until it is stopped.

    Raises:
        ManyvoicesError: the port is in use, or the address is not of this machine.
        StoreError: the database cannot be used.
    """
    with _listen(settings.host, settings.port) as listening:
        _Server(uvicorn.Config(create_app(settings), log_level="warning")).run([listening])


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            message = f"Port {port} of {host} is in use. Stop what runs there, or choose another with --port."
        else:
            reason = (os.strerror(error.errno) if error.errno and error.errno > 0 else str(error)).lower()
            message = f"Nothing can be served at {host}:{port} ({reason}). Choose another --host or --port."
        raise ManyvoicesError(message) from error
