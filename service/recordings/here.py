"""faster-whisper on this machine: words and times, and nothing of who speaks. Needs the extra `manyvoices[whisper]`."""

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from nlp.errors import InputError, NothingToAnalyse
from nlp.messages import Message
from nlp.transcripts.types import Transcript, Turn
from service.recordings.recording import Recording

SMALL = "small"
FOLDER = "recognisers"
"""In the data folder."""

_INSTALL = Message("Run: pip install 'manyvoices[whisper]'")
_NAME = Message("Name a model of faster-whisper, such as small or large-v3, or the folder of one")
_AGAIN = Message("Play it: if that works, convert it, for example: ffmpeg -i {name} -ac 1 again.mp3")
_LISTEN = Message("Listen to it: is there speech in it, and in the language that was named?")


def is_here() -> bool:
    """Whether faster-whisper is installed."""
    return find_spec("faster_whisper") is not None


class Whisper:
    """A model of faster-whisper, fetched from its hub where it is not here yet.

    Attributes:
        name: of the model.
        host: "": nothing leaves this machine.
        doing: what its progress is of.
    """

    host = ""
    doing = "Writing the recording down"

    def __init__(self, name: str, folder: Path) -> None:
        """Load it.

        Args:
            name: a size, a repository of the hub, or a folder.
            folder: where models are kept.

        Raises:
            InputError: faster-whisper is not installed, or has no such model.
        """
        try:
            from faster_whisper import WhisperModel
        except ImportError as error:
            problem = Message("{model} needs faster-whisper, which is not installed", {"model": name})
            raise InputError("", problem, _INSTALL) from error
        self.name = name
        try:
            self._model: Any = WhisperModel(name, device="auto", compute_type="auto", download_root=str(folder))
        except Exception as error:  # its hub, its files and its engine each raise their own
            reason = " ".join(str(error).split())[:200].rstrip(".")
            problem = Message("{model} cannot be loaded: {reason}", {"model": name, "reason": reason})
            raise InputError("", problem, _NAME) from error

    def transcribe(
        self, recording: Recording, language: str = "", told: Callable[[float], None] = lambda _: None
    ) -> Transcript:
        """Return the words of a recording with their times; nobody is named in them.

        Args:
            recording: is read here.
            language: that is spoken, "" where the model has to tell.
            told: which part of it is written down, 0 to 1.

        Raises:
            InputError: it cannot be read as sound.
            NothingToAnalyse: nothing is said in it.
        """
        try:
            turns = tuple(self._turns(recording, language, told))
        except Exception as error:  # PyAV and CTranslate2 each raise their own
            reason = " ".join(str(error).split())[:200].rstrip(".")
            problem = Message("it cannot be read as sound: {reason}", {"reason": reason})
            again = Message(_AGAIN.template, {"name": recording.name})
            raise InputError(recording.name, problem, again) from error
        if not turns:
            raise NothingToAnalyse(recording.name, Message("no spoken words were found in the recording"), _LISTEN)
        return Transcript(recording.name, "whisper", turns, shows_overlap=False)

    def _turns(self, recording: Recording, language: str, told: Callable[[float], None]) -> Iterator[Turn]:
        found, about = self._model.transcribe(str(recording.path), language=language or None, vad_filter=True)
        for number, part in enumerate(found, start=1):
            told(min(1.0, part.end / about.duration) if about.duration else 0.0)
            if text := " ".join(part.text.split()):
                yield Turn(None, float(part.start), float(part.end), text, number)
