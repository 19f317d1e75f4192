"""A transcript as WebVTT: subtitles with a voice tag for everybody who speaks."""

from collections.abc import Sequence

from nlp.consent import UNQUOTED
from service.exports.transcripts.timed import TimedTurn


def write_webvtt(title: str, turns: Sequence[TimedTurn]) -> bytes:
    """Return turns as cues; where words may not be read, or there are none, the cue has a sign of silence."""
    wordless = not any(turn.text for turn in turns)
    cues = (f"{_clock(turn.start)} --> {_clock(turn.end)}\n{_voice(turn, wordless=wordless)}\n" for turn in turns)
    return "\n".join(("WEBVTT\n", f"NOTE {_one_line(title)}\n", *cues)).encode()


def _voice(turn: TimedTurn, *, wordless: bool) -> str:
    words = _one_line(turn.text) or ("" if wordless else UNQUOTED)
    return f"<v {_one_line(turn.person)}>{words}</v>" if turn.person else words or UNQUOTED


def _one_line(text: str) -> str:
    """Return a text that ends no cue and opens no tag."""
    return " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"
