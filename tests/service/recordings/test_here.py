"""faster-whisper at the boundary of its package: a stand-in with its names, for its models cannot be had here."""

import sys
from types import ModuleType, SimpleNamespace

import pytest

from nlp.errors import InputError, NothingToAnalyse
from service.recordings.here import Whisper, is_here
from service.recordings.recording import Recording
from service.recordings.transcriber import transcriber_of
from service.settings import Settings

SAID = [(0.0, 2.5, " We trust"), (2.5, 3.0, "  "), (3.0, 5.0, " হ্যাঁ "), (5.0, 10.0, "हो")]


@pytest.fixture
def module(monkeypatch):
    """The package as far as it is used: `WhisperModel(...)`, `transcribe(...)` -> (segments, about)."""

    class WhisperModel:
        made, asked = [], []
        said, fails = SAID, None

        def __init__(self, model_size_or_path, *, device, compute_type, download_root):
            if model_size_or_path == "none":
                raise ValueError("Invalid model size 'none', expected one of: tiny, small.")
            WhisperModel.made.append((model_size_or_path, device, compute_type, download_root))

        def transcribe(self, audio, language=None, *, vad_filter=False):
            WhisperModel.asked.append((audio, language, vad_filter))
            return self._parts(), SimpleNamespace(duration=10.0, language=language or "en")

        def _parts(self):
            for start, end, text in self.said:
                yield SimpleNamespace(start=start, end=end, text=text)
            if self.fails:
                raise self.fails

    module = ModuleType("faster_whisper")
    module.WhisperModel = WhisperModel
    module.__spec__ = SimpleNamespace(name="faster_whisper")
    monkeypatch.setitem(sys.modules, "faster_whisper", module)
    return module


def test_words_and_times_come_from_the_model(module, sound, tmp_path):
    """Nobody is named; how far it is is told; models lie in the folder of data."""
    parts = []
    found = Whisper("small", tmp_path).transcribe(Recording.of(sound), "bn", parts.append)
    assert [(turn.speaker, turn.start, turn.end, turn.text) for turn in found.turns] == [
        (None, 0.0, 2.5, "We trust"),
        (None, 3.0, 5.0, "হ্যাঁ"),
        (None, 5.0, 10.0, "हो"),
    ]
    assert module.WhisperModel.made == [("small", "auto", "auto", str(tmp_path))]
    assert module.WhisperModel.asked == [(str(sound), "bn", True)]
    assert parts == [0.25, 0.3, 0.5, 1.0]


def test_a_model_that_is_none_and_a_sound_that_is_none_are_one_line(module, sound, tmp_path):
    """With what to do."""
    with pytest.raises(InputError, match=r"none cannot be loaded: Invalid model size.*small or large-v3"):
        Whisper("none", tmp_path)
    module.WhisperModel.fails = RuntimeError("Invalid data found\nwhen processing input")
    with pytest.raises(InputError, match=r"cannot be read as sound: Invalid data found when.*ffmpeg -i"):
        Whisper("small", tmp_path).transcribe(Recording.of(sound))
    module.WhisperModel.fails, module.WhisperModel.said = None, []
    with pytest.raises(NothingToAnalyse, match="is there speech in it"):
        Whisper("small", tmp_path).transcribe(Recording.of(sound))


def test_it_is_taken_where_nothing_is_named(module, tmp_path):
    """The settings' model comes first, what is asked for before that."""
    settings = Settings(data_dir=tmp_path)
    assert is_here()
    assert transcriber_of(None, settings).name == "small"
    assert transcriber_of(None, Settings(data_dir=tmp_path, transcriber="medium")).name == "medium"
    server = Settings(data_dir=tmp_path, transcriber="http://127.0.0.1:9/v1#toy")
    assert transcriber_of(None, server).name == "toy at 127.0.0.1:9"
    assert transcriber_of("tiny", server).name == "tiny"


def test_without_either_the_message_names_both(monkeypatch, tmp_path):
    """A server, or what to install."""
    monkeypatch.setattr("service.recordings.transcriber.is_here", lambda: False)
    with pytest.raises(
        InputError, match=r"--model http://localhost:8000/v1#whisper-1, or run: pip install 'many.*whisper"
    ):
        transcriber_of(None, Settings(data_dir=tmp_path))
    monkeypatch.setitem(sys.modules, "faster_whisper", None)
    with pytest.raises(InputError, match=r"small needs faster-whisper.*pip install 'manyvoices\[whisper\]'"):
        transcriber_of("small", Settings(data_dir=tmp_path))
