"""A server that writes recordings down: `POST {address}/audio/transcriptions`, as OpenAI, speaches or vLLM have it."""

import time
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import SplitResult, urlsplit
from weakref import finalize

from nlp.asked_server import BUSY, pause_of, said
from nlp.errors import InputError
from nlp.hosts import is_loopback
from nlp.messages import Message
from nlp.transcripts.asr.answers import read_answer
from nlp.transcripts.readers import LARGEST_FILE
from nlp.transcripts.types import Transcript
from service.recordings.recording import Recording
from service.recordings.upload import Upload

if TYPE_CHECKING:
    from typing import IO

    import httpx

TRIES = 4
LONGEST_PAUSE = 60.0
MINUTES = 180.0
"""For which a server may say nothing: it answers when all is written down."""
CONNECT_SECONDS, WRITE_SECONDS = 30.0, 120.0

_PIECE = 2**16
_KEPT = ("Retry-After", "Content-Type")
_UNAUTHORISED, _TOO_LARGE = frozenset({401, 403}), 413
_REFUSED = frozenset({400, 415, 422})
_INSTALL = Message("Run: pip install 'manyvoices[endpoint]'")
_ADDRESS = Message("Write the address and the model's name, as in http://localhost:8000/v1#whisper-1")
_LOOK = Message("See that the server runs, and that it has this model")
_SMALLER = Message("Make it smaller, for example: ffmpeg -i {name} -ac 1 -b:a 32k smaller.mp3; or cut it into parts")
_KEY = Message("Put the key into MANYVOICES_TRANSCRIBER_KEY, or its file's name into MANYVOICES_TRANSCRIBER_KEY_FILE")
_FORMS = {"diarize": ("diarized_json", "json")}
"""What a model's name has in it -> the forms of answers to ask for, the one that tells most first."""
_USUAL = ("verbose_json", "json")


class TranscriptionServer:
    """A model behind an address.

    Attributes:
        name: of the model and of the machine.
        host: the machine, "" if it is this one.
        doing: what its progress is of.
        asked: how often a recording was sent.
    """

    doing = "Sending the recording, then waiting for its words"

    def __init__(
        self,
        address: str,
        *,
        key: str = "",
        hosts: Collection[str] = (),
        minutes: float = MINUTES,
        fields: Mapping[str, str] | None = None,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        """Nothing is asked yet.

        Args:
            address: with the model's name after #.
            key: sent as a bearer token, "" for none.
            hosts: machines other than this one that may hear recordings.
            minutes: for which the server may say nothing.
            fields: what this server wants to be told besides, such as {"diarize": "true"}.
            wait: seconds, before something is asked again.

        Raises:
            InputError: the extra is not installed, this is no such address, or a machine that nobody has named.
        """
        httpx = _httpx(address)
        parts = _parts(address)
        self.host = "" if is_loopback(parts.hostname or "") else parts.hostname or ""
        if self.host and self.host not in hosts:
            raise _not_allowed(self.host)
        self._model = parts.fragment
        self._url = parts._replace(path=parts.path.rstrip("/") + "/audio/transcriptions", fragment="").geturl()
        self.name = f"{self._model} at {parts.netloc.rpartition('@')[2]}"
        self._wait, self._fields, self.asked = wait, dict(fields or {}), 0
        self._client = httpx.Client(
            headers={"Authorization": f"Bearer {key}"} if key else {},
            timeout=httpx.Timeout(60 * minutes, connect=CONNECT_SECONDS, write=WRITE_SECONDS, pool=CONNECT_SECONDS),
            trust_env=bool(self.host),
        )
        finalize(self, self._client.close)

    def transcribe(
        self, recording: Recording, language: str = "", told: Callable[[float], None] = lambda _: None
    ) -> Transcript:
        """Return what a server understood of a recording.

        Args:
            recording: is sent whole.
            language: that is spoken, "" where the server has to tell.
            told: which part of it was sent, 0 to 1.

        Raises:
            InputError: the server refuses, is not there, takes too long, or answers something else.
        """
        asked = self._forms()
        for form in asked:
            answer = self._post(recording, self._told(form, language), told)
            if answer.is_success:
                return read_answer(recording.name, answer.content)
            if form == asked[-1] or not _is_about_form(answer, form):
                raise self._refused(recording, answer)
        raise AssertionError("one of the forms was the last")

    def _forms(self) -> tuple[str, ...]:
        if wanted := self._fields.get("response_format"):
            return (wanted,)
        found = (forms for part, forms in _FORMS.items() if part in self._model.casefold())
        return next(found, _USUAL)

    def _told(self, form: str, language: str) -> dict[str, str]:
        cut = {"chunking_strategy": "auto"} if form == "diarized_json" else {}
        spoken = {"language": language} if language else {}
        return {"model": self._model, "response_format": form, **cut, **spoken, **self._fields}

    def _post(self, recording: Recording, data: Mapping[str, str], told: Callable[[float], None]) -> "httpx.Response":
        """Send it, and again where that may help; not after a silence, for the server may still be at it."""
        import httpx

        reason = ""
        for turn in range(TRIES):
            self.asked += 1
            pause = 2.0 * 2**turn
            try:
                answer = self._send(recording, data, told)
            except httpx.ReadTimeout as error:
                problem = Message("{model} took too long", {"model": self.name})
                raise InputError(recording.name, problem, Message("Give it more time with --minutes")) from error
            except httpx.HTTPError as error:
                reason = str(error) or type(error).__name__
            else:
                if answer.status_code not in BUSY:
                    return answer
                reason, pause = said(answer), pause_of(answer, pause)
            if turn + 1 < TRIES:
                self._wait(min(pause, LONGEST_PAUSE))
        raise self._error(recording, reason)

    def _send(self, recording: Recording, data: Mapping[str, str], told: Callable[[float], None]) -> "httpx.Response":
        """Return the answer, read as far as one may be long."""
        import httpx

        with recording.path.open("rb") as stream:
            upload = cast("IO[bytes]", Upload(stream, recording.size, told))
            files = {"file": (recording.sent_as, upload, recording.media)}
            with self._client.stream("POST", self._url, data=dict(data), files=files) as answer:
                body = bytearray()
                for piece in answer.iter_bytes(_PIECE):
                    body += piece
                    if len(body) > LARGEST_FILE:
                        break
            kept = {name: answer.headers[name] for name in _KEPT if name in answer.headers}
            return httpx.Response(answer.status_code, headers=kept, content=bytes(body))

    def _refused(self, recording: Recording, answer: "httpx.Response") -> InputError:
        if answer.status_code == _TOO_LARGE:
            size: dict[str, str | int] = {"model": self.name, "size": recording.size // 10**6}
            problem = Message("{model} does not take a recording of {size} MB", size)
            return InputError(recording.name, problem, Message(_SMALLER.template, {"name": recording.name}))
        if answer.status_code in _UNAUTHORISED:
            problem = Message("{model} does not let us in: {reason}", {"model": self.name, "reason": said(answer)})
            return InputError(recording.name, problem, _KEY)
        return self._error(recording, said(answer))

    def _error(self, recording: Recording, reason: str) -> InputError:
        problem = Message("{model} gives no words: {reason}", {"model": self.name, "reason": reason.rstrip(".")})
        return InputError(recording.name, problem, _LOOK)


def _parts(address: str) -> SplitResult:
    """Return the parts of an address that names a machine and a model."""
    try:
        parts = urlsplit(address)
        fits = parts.hostname and parts.fragment and not parts.query and parts.port != 0
    except ValueError:
        fits = None
    if not fits:
        raise InputError("", Message("{model} names no model of a server", {"model": address}), _ADDRESS)
    return parts


def _httpx(model: str) -> Any:  # noqa: ANN401 - the module, which need not be installed
    try:
        import httpx
    except ImportError as error:
        problem = Message("{model} needs httpx, which is not installed", {"model": model})
        raise InputError("", problem, _INSTALL) from error
    return httpx


def _is_about_form(answer: "httpx.Response", form: str) -> bool:
    """Whether a server refuses only the form in which it was to answer."""
    if answer.status_code not in _REFUSED:
        return False
    text = answer.text
    return "response_format" in text or form in text


def _not_allowed(host: str) -> InputError:
    problem = Message("the recording would leave this machine: {host} would hear every voice in it", {"host": host})
    remedy = Message(
        "If those who were recorded agreed to that, name {host} in MANYVOICES_TRANSCRIBER_HOSTS; else use a server or "
        "faster-whisper on this machine",
        {"host": host},
    )
    return InputError("", problem, remedy)
