"""Records of who spoke: bytes in, turns out."""

from nlp.transcripts.agenda import read_segments
from nlp.transcripts.readers import READERS, Reader, read_transcript
from nlp.transcripts.types import Segment, Transcript, Turn

__all__ = ["READERS", "Reader", "Segment", "Transcript", "Turn", "read_segments", "read_transcript"]
