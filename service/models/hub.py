"""A hub of models that speaks as Hugging Face's does: which files a repository has, and one after the other of them.

Every file is checked by the hash that the hub tells: SHA-256 of the large ones, git's of the small ones. A download
that breaks off goes on where it broke off.
"""

import hashlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import quote

from nlp.errors import InputError
from nlp.messages import Message

HUB = "https://huggingface.co"
SECONDS = 60.0
TRIES = 5
PIECE = 1 << 20

_AGAIN = Message("Run the same command again: it goes on where it stopped")
NAME = Message("Give a name that manyvoices models list shows, or a repository such as intfloat/multilingual-e5-small")
_EXTRA = Message("Run: pip install 'manyvoices[onnx]'")


@dataclass(frozen=True, slots=True)
class HubFile:
    """A file of a repository.

    Attributes:
        path: in the repository.
        size: bytes.
        sha256: of its bytes; "" of a small file, of which the hub tells git's hash alone.
        git: hash of the small file's bytes as git has them.
    """

    path: str
    size: int
    sha256: str
    git: str

    def is_right(self, file: Path) -> bool:
        """Whether a file on the disk is this one, to the byte."""
        if file.stat().st_size != self.size:
            return False
        told = hashlib.sha256() if self.sha256 else hashlib.sha1(b"blob %d\0" % self.size, usedforsecurity=False)
        with file.open("rb") as stream:
            while piece := stream.read(PIECE):
                told.update(piece)
        return told.hexdigest() == (self.sha256 or self.git)


@dataclass(frozen=True, slots=True)
class Listing:
    """A repository as it stands.

    Attributes:
        repository: its name.
        revision: hash of the commit, so that all files are of one state.
        licence: what it says of itself, "" if nothing.
        files: all of them.
    """

    repository: str
    revision: str
    licence: str
    files: tuple[HubFile, ...]


class Hub:
    """Asks a hub. Use it as a context.

    Args:
        address: of the hub.
        wait: seconds, before something is asked again.
    """

    def __init__(self, address: str = HUB, wait: Callable[[float], None] = time.sleep) -> None:
        try:
            import httpx
        except ImportError as error:
            raise InputError("", Message("models cannot be fetched: httpx is not installed"), _EXTRA) from error
        self._address = address.rstrip("/")
        self._wait = wait
        self._client = httpx.Client(timeout=SECONDS, follow_redirects=True)

    def __enter__(self) -> "Hub":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def listing(self, repository: str) -> Listing:
        """Return what a repository has.

        Raises:
            InputError: there is none of that name, or the hub does not answer.
        """
        import httpx

        url = f"{self._address}/api/models/{quote(repository)}?blobs=true"
        try:
            answer = self._client.get(url)
        except httpx.HTTPError as error:
            problem = Message("{host} does not answer: {reason}", {"host": self._address, "reason": str(error)})
            raise InputError(repository, problem, Message("Look at the network, and try again")) from error
        if answer.status_code in {401, 403, 404}:
            raise InputError(repository, Message("{host} has no such model", {"host": self._address}), NAME)
        try:
            told = answer.raise_for_status().json()
            return Listing(repository, str(told["sha"]), _licence(told), tuple(map(_file, told["siblings"])))
        except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
            reason = {"host": self._address, "reason": str(answer.status_code)}
            problem = Message("{host} does not answer: {reason}", reason)
            raise InputError(repository, problem, Message("Look at the network, and try again")) from error

    def download(self, listing: Listing, file: HubFile, to: Path) -> Iterator[int]:
        """Write a file, and yield how many bytes of it are there, again and again.

        What is there of it already is kept and gone on with, unless it proves wrong.

        Raises:
            InputError: it does not come whole, its hash is wrong, or the disk is full.
        """
        to.parent.mkdir(parents=True, exist_ok=True)
        for turn in range(TRIES):
            if turn:
                self._wait(2.0**turn)
            try:
                yield from self._pieces(listing, file, to)
            except OSError as error:
                problem = Message("it cannot be written ({reason})", {"reason": error.strerror or str(error)})
                raise InputError(file.path, problem, Message("Make room on the disk, and run it again")) from error
            if to.exists() and to.stat().st_size >= file.size:
                if file.is_right(to):
                    return
                to.unlink()
        raise InputError(file.path, Message("it does not come whole and right"), _AGAIN)

    def _pieces(self, listing: Listing, file: HubFile, to: Path) -> Iterator[int]:
        import httpx

        there = to.stat().st_size if to.exists() else 0
        if there >= file.size and there:
            yield there
            return
        url = f"{self._address}/{quote(listing.repository)}/resolve/{listing.revision}/{quote(file.path)}"
        asked = {"Range": f"bytes={there}-"} if there else {}
        try:
            with self._client.stream("GET", url, headers={**asked, "Accept-Encoding": "identity"}) as answer:
                answer.raise_for_status()
                goes_on = answer.status_code == httpx.codes.PARTIAL_CONTENT
                there = there if goes_on else 0
                with to.open("ab" if goes_on else "wb") as stream:
                    for piece in answer.iter_bytes():
                        stream.write(piece)
                        there += len(piece)
                        yield there
        except httpx.HTTPError:
            return


def _file(told: dict[str, Any]) -> HubFile:
    lfs = told.get("lfs") or {}
    return HubFile(
        str(told["rfilename"]),
        int(lfs.get("size") or told["size"]),
        str(lfs.get("sha256") or ""),
        str(told.get("blobId") or ""),
    )


def _licence(told: dict[str, Any]) -> str:
    data = told.get("cardData") or {}
    return str(data.get("license") or "")
