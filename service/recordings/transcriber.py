"""Who writes a recording down: the server or the model that was named, else what is here."""

from collections.abc import Callable, Mapping
from typing import Protocol

from nlp.embedding.endpoint import is_endpoint
from nlp.errors import InputError
from nlp.messages import Message
from nlp.transcripts.types import Transcript
from service.recordings.here import FOLDER, SMALL, Whisper, is_here
from service.recordings.recording import Recording
from service.recordings.server import MINUTES, TranscriptionServer
from service.settings import Settings

_NOBODY = Message("nothing is here that writes recordings down")
_EITHER = Message(
    "Name a server that does, as in --model http://localhost:8000/v1#whisper-1, or run: pip install "
    "'manyvoices[whisper]'"
)


class Transcriber(Protocol):
    """Whoever writes a recording down.

    Attributes:
        name: of the model.
        host: the other machine that hears the recording, "" if none does.
        doing: what its progress is of.
    """

    name: str
    host: str
    doing: str

    def transcribe(
        self, recording: Recording, language: str = "", told: Callable[[float], None] = lambda _: None
    ) -> Transcript:
        """Return what was said in it, and by whom, as far as that can be told."""
        ...


def transcriber_of(
    name: str | None, settings: Settings, minutes: float = MINUTES, fields: Mapping[str, str] | None = None
) -> Transcriber:
    """Return who writes recordings down.

    Args:
        name: address of a server with a model's name, or a model of faster-whisper; None for that of the settings.
        settings: of the installation: key, and machines that may hear recordings.
        minutes: for which a server may say nothing.
        fields: what a server wants to be told besides.

    Raises:
        InputError: nothing is here that could, or what was named cannot be used.
    """
    asked = name or settings.transcriber
    if not asked and not is_here():
        raise InputError("", _NOBODY, _EITHER)
    if is_endpoint(asked):
        hosts, key = settings.transcriber_hosts, settings.transcriber_key
        return TranscriptionServer(asked, key=key, hosts=hosts, minutes=minutes, fields=fields)
    return Whisper(asked or SMALL, settings.data_dir / FOLDER)
