"""Name, time and words on lines of their own, as they are copied from the window of Zoom or of a player."""

import re
from collections.abc import Sequence

from nlp.text.clock import CLOCK, HALF_OF_DAY
from nlp.transcripts.speakers.speaker_labels import clean_label, is_phrase, possible

_DATE = (
    r"(?:\d{1,4}[ ./-]{1,2}(?:[^\W\d_]{3,10}\.?|\d{1,2})[ ./-]{1,2}\d{1,4}|[^\W\d_]{3,10}\.?\s\d{1,2},\s\d{4})"
    r"(?:,|\s(?:at|um|à|a las))?\s{1,2}"
)
_TIME = re.compile(rf"^\s*\[?(?:{_DATE})?({CLOCK}{HALF_OF_DAY}?)\]?\s*$")
_MOST_WORDS = 5
_FEWEST = 3
_OFTEN = 0.2
_SENTENCE_ENDS = (".", ",", ";", "?", "!", ":", "-", "।", "…")


def with_names_beside_times(lines: Sequence[str]) -> Sequence[str]:
    """Put a time that stands alone below a name beside that name, if that is how the record is made.

    A time alone is no sign: Google Meet writes one every five minutes. So the line above must be short and no sentence,
    words must follow, such pairs must be a fifth of all lines, and a name must recur.
    """
    places = [place for place in range(len(lines) - 1) if _is_pair(lines, place)]
    names = [clean_label(lines[place]) for place in places]
    filled = sum(not line.isspace() and line != "" for line in lines)
    if len(places) < max(_FEWEST, _OFTEN * filled) or len(set(names)) == len(names):
        return lines
    joined = list(lines)
    for place, name in zip(places, names, strict=True):
        time = _TIME.match(lines[place + 1])
        joined[place] = f"{name}  {time[1] if time else ''}"
        joined[place + 1] = ""
    return joined


def _is_pair(lines: Sequence[str], place: int) -> bool:
    if not _TIME.match(lines[place + 1]) or _TIME.match(lines[place]):
        return False
    name = clean_label(lines[place])
    if not possible(name) or name.endswith(_SENTENCE_ENDS) or len(name.split()) > _MOST_WORDS or is_phrase(name):
        return False
    return any(line.strip() for line in lines[place + 2 : place + 4])
