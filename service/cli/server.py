"""The web server on a socket of its own: a bad setting or a port in use is one line, and where it answers is told."""

import asyncio
import errno
import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Mapping
from types import FrameType

import uvicorn

from nlp.errors import ManyvoicesError
from nlp.messages import Message
from service.cli.out import stream
from service.jobs.process import WorkersBeside
from service.running.logs import log_to_stderr
from service.running.settings_shown import load_settings
from service.running.settings_sources import WrongSetting
from service.settings import Settings
from service.web.app import create_app
from service.web.phone_link import own_network_address
from service.web.running.impatient import Impatient, ImpatientServer
from service.workspace import Workspace

GRACE_SECONDS = 5
"""For which slow clients, and pages that watch how far work is, may hold up the end."""
END_SECONDS = 9.0
"""After which it ends whatever still goes on, such as an export that cannot be interrupted: nothing was promised."""
EVERYWHERE = ("0.0.0.0", "::")


def given_settings(given: Mapping[str, object]) -> Settings:
    """Return the settings with those that are `given` (None is not given).

    Raises:
        typer.Exit: code 2, after a line on stderr that names the first bad setting.
    """
    try:
        return load_settings(given)
    except WrongSetting as error:
        stream.refuse(str(error))


class _Server(ImpatientServer):
    """Says where it is when it has started, for phones too if they are let in; told to end, it ends soon."""

    phones = False
    opened = False
    beside: WorkersBeside | None = None

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to end; after a while without those who still hold it up."""
        if not self.should_exit:
            last = threading.Timer(END_SECONDS, _end_now)
            last.daemon = True
            last.start()
        super().handle_exit(sig, frame)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Tell the workers first, so that they hand their work back while the last answers are sent."""
        if self.beside:
            await asyncio.to_thread(self.beside.tell)
        await super().shutdown(sockets)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started and sockets:
            host, port = sockets[0].getsockname()[:2]
            host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
            address = f"[{host}]" if ":" in host else host
            stream.line(f"Manyvoices is at http://{address}:{port} (stop with Ctrl+C)")
            if self.opened:
                webbrowser.open(f"http://{address}:{port}")
            if self.phones:
                stream.line(for_phones(sockets[0].getsockname()[0], port))


def _end_now() -> None:
    sys.stderr.flush()
    os._exit(0)


def for_phones(host: str, port: int) -> str:
    """Return the line that says where phones on the network find the forms, or that there is no network.

    Args:
        host: address that is listened to; "0.0.0.0" and "::" are all.
        port: that is listened to.
    """
    found = own_network_address() if host in EVERYWHERE else host
    if found is None:
        return "This device is in no network now, so phones cannot reach it. Connect it to the one that they use."
    address = f"[{found}]" if ":" in found else found
    return (
        f"Phones on the same network open forms at http://{address}:{port}/f/ and rooms to sort in at /r/, each with "
        "its code; its page shows the whole address."
    )


def run(settings: Settings, *, opened: bool = False) -> None:
    """Serve the pages and the API until it is stopped.

    Raises:
        ManyvoicesError: the port is in use, the address is not of this machine, or nobody could sign in.
        StoreError: the database cannot be used.
    """
    app = create_app(settings)  # no workspace is handed in: it computes nothing itself and has workers beside it
    check_somebody_can_sign_in(settings, app.state.workspace)
    with _listen(settings.host, settings.port) as listening:
        log_to_stderr(settings)
        server = _Server(
            uvicorn.Config(
                app,
                http=Impatient,
                log_config=None,
                access_log=False,
                timeout_graceful_shutdown=GRACE_SECONDS,
                proxy_headers=True,
                forwarded_allow_ips=list(settings.trusted_proxies),
            )
        )
        server.phones, server.opened, server.beside = settings.phones, opened, app.state.beside
        server.run([listening])


def check_somebody_can_sign_in(settings: Settings, work: Workspace) -> None:
    """Refuse to listen where everybody has to sign in and nobody could.

    Raises:
        ManyvoicesError: there is no account; says how to make one.
    """
    if settings.asks_everybody and not work.accounts.exist():
        problem = Message("Everybody has to sign in at {host}, and nobody has an account", {"host": settings.host})
        remedy = Message("Make one first: manyvoices user add you@example.org --administrator --facilitator-of-all")
        raise ManyvoicesError("", problem, remedy)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            problem = Message("Port {port} of {host} is in use", {"port": str(port), "host": host})
            remedy = Message("Stop what runs there, or choose another with --port")
        else:
            reason = (os.strerror(error.errno) if error.errno and error.errno > 0 else str(error)).lower()
            where = f"{host}:{port}"
            problem = Message("Nothing can be served at {where} ({reason})", {"where": where, "reason": reason})
            remedy = Message("Choose another --host or --port")
        raise ManyvoicesError("", problem, remedy) from error
