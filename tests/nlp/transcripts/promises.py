"""What every reader promises of what it returns, whatever it was given."""

import html
import json
import math
from collections import Counter
from contextlib import suppress
from unicodedata import normalize

from nlp.errors import InputError
from nlp.text.decode import decode
from nlp.transcripts import Transcript

MOST_EXAMPLES = 5


def broken_promises(result: object, data: bytes) -> list[str]:
    """Return what a result does that it must not; [] for anything but a transcript.

    Turns have finite times and do not end before they begin, say something or have a time, and no letter of them is
    made up or counted twice; somebody speaks; what was not understood is counted.
    """
    if not isinstance(result, Transcript):
        return []
    broken = [] if any(turn.speaker for turn in result.turns) else ["nobody speaks"]
    for turn in result.turns:
        times = [time for time in (turn.start, turn.end) if time is not None]
        if not all(math.isfinite(time) and time >= 0 for time in times) or times != sorted(times):
            broken.append(f"times {times} in line {turn.line}")
        if turn.speaker is not None and (not turn.speaker.strip() or "\n" in turn.speaker):
            broken.append(f"the speaker {turn.speaker!r} in line {turn.line}")
        if not turn.text and turn.start is None:
            broken.append(f"an empty turn in line {turn.line}")
    if not len(result.unread.examples) <= min(result.unread.lines, MOST_EXAMPLES):
        broken.append(f"{result.unread.lines} unread lines with {len(result.unread.examples)} examples")
    try:
        made_up = _letters("".join(turn.text for turn in result.turns)) - _letters_of_file(data)
    except InputError:  # an office file, or one whose control signs only its own reader knows
        return broken
    return [*broken, f"letters that are not in the file: {dict(made_up)}"] if made_up else broken


def _letters(text: str) -> Counter[str]:
    return Counter(sign for sign in text if sign.isalpha())


def _letters_of_file(data: bytes) -> Counter[str]:
    """Return every letter as often as the most generous way of reading the file has it."""
    text = normalize("NFC", decode("", data))
    ways = [text, html.unescape(text), normalize("NFC", html.unescape(text))]
    if "\\u" in text:
        with suppress(ValueError, RecursionError):
            ways.append(json.dumps(json.loads(text), ensure_ascii=False))
    letters: Counter[str] = Counter()
    for way in ways:
        letters |= _letters(way)
    return letters
