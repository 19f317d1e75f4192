"""Records of who spoke: bytes in, turns out."""

from nlp.transcripts.readers import READERS, Reader, read_transcript
from nlp.transcripts.types import Remark, Transcript, Turn

__all__ = ["READERS", "Reader", "Remark", "Transcript", "Turn", "read_transcript"]
