"""Records of who spoke: bytes in, turns out. These names load on first use."""

from nlp.later import on_first_use

TYPE_CHECKING = False
if TYPE_CHECKING:
    from nlp.transcripts.agenda_tables import read_segments
    from nlp.transcripts.readers import READERS, Reader, read_transcript
    from nlp.transcripts.types import Segment, Transcript, Turn
else:
    __getattr__ = on_first_use(
        __name__,
        {
            "read_segments": ".agenda_tables",
            **dict.fromkeys(("READERS", "Reader", "read_transcript"), ".readers"),
            **dict.fromkeys(("Segment", "Transcript", "Turn"), ".types"),
        },
    )

__all__ = ["READERS", "Reader", "Segment", "Transcript", "Turn", "read_segments", "read_transcript"]
