"""Workers on other machines: an executor that hands its work to a Dask scheduler."""

import logging
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from importlib.util import find_spec
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from nlp.errors import InputError
from nlp.messages import Message
from service.running.scheduler_address import read_address

if TYPE_CHECKING:
    from distributed import Client

WAIT_SECONDS = 10
"""For the scheduler to answer, and then for its first worker, where somebody sits before a command."""
WAIT_FOR_JOBS_SECONDS = 60
"""The same for jobs, which nobody waits for: programs that have ended are started again within that time."""
RETRIES = 3
"""Times that a part is begun again that failed on its worker; one whose worker was lost is begun again anyway."""

_LOG = logging.getLogger("manyvoices.jobs")
Made = TypeVar("Made")


class SchedulerExecutor(Executor):
    """An executor of `concurrent.futures` at a Dask scheduler; it connects when it is first used, or told to.

    Args:
        address: tcp://host:port, or tls://host:port with Dask's own settings for certificates.
        wait: seconds for the scheduler to answer, and for its first worker.

    Raises:
        InputError: this is no address, or the extra `manyvoices[scale]` is not installed.
    """

    def __init__(self, address: str, wait: float = WAIT_SECONDS) -> None:
        try:
            self._address = read_address(address)
        except ValueError as error:
            problem = Message("{address} is no address of a scheduler", {"address": address})
            raise InputError("", problem, Message("Give one such as tcp://scheduler:8786")) from error
        if find_spec("distributed") is None:
            problem = Message("a scheduler needs Dask, which is not installed")
            remedy = Message("Run: pip install 'manyvoices[scale]', or leave the scheduler out")
            raise InputError("", problem, remedy)
        self._wait = wait
        self._lock = Lock()
        self._client: Client | None = None

    def connect(self) -> "Client":
        """Return the connection to the scheduler, a new one where there is none or it broke off.

        Raises:
            InputError: nobody listens there, or there is no worker.
        """
        with self._lock:
            if self._client is None or self._client.status != "running":
                if self._client is not None:
                    _LOG.warning("The connection to the scheduler at %s broke off; a new one is made", self._address)
                self._leave()
                self._client = self._connected()
            return self._client

    def check(self) -> None:
        """Wait for a worker as long as for the first; where the connection breaks off, the parts say so themselves.

        Raises:
            InputError: there is no worker.
        """
        client = self._client
        if client is None or client.status != "running":
            return
        try:
            self._wait_for_worker(client)
        except (OSError, RuntimeError, ValueError):  # as Dask says that the connection broke off
            return

    def _leave(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            with suppress(Exception):  # whoever is at the other end may be gone
                client.close()

    def _connected(self) -> "Client":
        from distributed import Client

        logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # what breaks off is told here
        try:
            client = Client(self._address, timeout=self._wait, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            problem = Message("no scheduler answers at {address}", {"address": self._address})
            remedy = Message("Start it with: dask scheduler, or leave the scheduler out")
            raise InputError("", problem, remedy) from error
        try:
            self._wait_for_worker(client)
        except InputError:
            client.close()
            raise
        return client

    def _wait_for_worker(self, client: "Client") -> None:
        try:
            client.wait_for_workers(1, timeout=self._wait)
        except TimeoutError as error:
            problem = Message("the scheduler at {address} has no workers", {"address": self._address})
            remedy = Message("Start one with: dask worker {address}", {"address": self._address})
            raise InputError("", problem, remedy) from error

    def submit(self, fn: Callable[..., Made], /, *args: Any, **kwargs: Any) -> "Future[Made]":  # noqa: ANN401
        """Have a worker call a function, which must be one of a module that it has too.

        Raises:
            InputError: as `connect` raises it.
        """
        executor = self.connect().get_executor(pure=False, retries=RETRIES)
        future: Future[Made] = executor.submit(fn, *args, **kwargs)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002
        """End the connection; the scheduler and its workers go on."""
        with self._lock:
            self._leave()
