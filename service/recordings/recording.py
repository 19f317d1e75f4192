"""A file that is to be written down: whether it can be a recording at all, told before anything is sent."""

import stat
from dataclasses import dataclass
from pathlib import Path

from nlp.errors import NoSuchFile, UnreadableFile
from nlp.messages import Message

_HEAD = 4096
_GIVE = Message("Give a sound or a video file, such as mp3, m4a, wav, ogg or mp4")
MEDIA = {
    ".aac": "audio/aac",
    ".aif": "audio/aiff",
    ".aiff": "audio/aiff",
    ".amr": "audio/amr",
    ".caf": "audio/x-caf",
    ".flac": "audio/flac",
    ".3gp": "video/3gpp",
    ".m4a": "audio/mp4",
    ".mkv": "video/x-matroska",
    ".mov": "video/quicktime",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".mpeg": "audio/mpeg",
    ".mpga": "audio/mpeg",
    ".oga": "audio/ogg",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".wav": "audio/wav",
    ".webm": "audio/webm",
    ".wma": "audio/x-ms-wma",
}
"""Ending -> media type."""
_SOUNDS = (
    (0, b"RIFF"),
    (0, b"ID3"),
    (0, b"fLaC"),
    (0, b"OggS"),
    (0, b"FORM"),
    (0, b"#!AMR"),
    (0, b"caff"),
    (0, b"\x1aE\xdf\xa3"),
    (0, b"0&\xb2u\x8ef\xcf\x11"),
    (4, b"ftyp"),
    (4, b"moov"),
    (4, b"mdat"),
)
"""Where what stands at the beginning of kinds of sound and video."""
_NO_SOUNDS = (
    b"PK\x03\x04",
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"SQLite format",
    b"\x1f\x8b",
    b"\xff\xfe",
)


@dataclass(frozen=True, slots=True)
class Recording:
    """A file of sound.

    Attributes:
        path: where it is.
        size: bytes.
        media: its media type.
    """

    path: Path
    size: int
    media: str

    @property
    def name(self) -> str:
        """Of the file."""
        return self.path.name

    @property
    def sent_as(self) -> str:
        """What a server is told that it is called: nothing but its kind, for a name may say who was there."""
        ending = self.path.suffix.lower()
        return f"recording{ending if ending in MEDIA else '.mp3'}"

    @classmethod
    def of(cls, path: Path) -> "Recording":
        """Look at a file.

        Raises:
            NoSuchFile: there is none.
            UnreadableFile: it is a folder or a pipe, is empty, may not be read, or is no recording.
        """
        name = path.name or str(path)
        try:
            about = path.stat()
            if not stat.S_ISREG(about.st_mode):
                raise UnreadableFile(name, Message("this is no ordinary file"), _GIVE)
            with path.open("rb") as stream:
                head = stream.read(_HEAD)
        except FileNotFoundError as error:
            raise NoSuchFile(name, Message("there is no such file"), Message("Check the path")) from error
        except (OSError, ValueError) as error:
            reason = (getattr(error, "strerror", None) or str(error)).lower()
            problem = Message("the file cannot be opened ({reason})", {"reason": reason})
            raise UnreadableFile(name, problem, Message("Check the path")) from error
        if not head:
            raise UnreadableFile(name, Message("the file is empty"), Message("Record or export it again"))
        if not _may_be_sound(head, path.suffix.lower()):
            raise UnreadableFile(name, Message("this is no recording"), _GIVE)
        return cls(path, about.st_size, MEDIA.get(path.suffix.lower(), "application/octet-stream"))


def _may_be_sound(head: bytes, ending: str) -> bool:
    """Whether a file begins as sounds do, or at least is called like one and is neither text nor something known."""
    if any(head[at:].startswith(sign) for at, sign in _SOUNDS) or _is_frame(head):
        return True
    return ending in MEDIA and not head.startswith(_NO_SOUNDS) and not _is_text(head)


def _is_frame(head: bytes) -> bool:
    """Whether it begins with a frame of MPEG audio or AAC: eleven bits that are set, and no picture or UTF-16."""
    if head.startswith((b"\xff\xfe", b"\xff\xd8")):
        return False
    return len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0


def _is_text(head: bytes) -> bool:
    """Whether it is text: no byte that text has not, and UTF-8 but for a letter that was cut."""
    if b"\0" in head:
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4
    return True
