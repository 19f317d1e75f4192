"""WebVTT whose cues say who speaks but not what: a tally taken by hand, or the output of software that tells voices."""

import re
from collections.abc import Sequence

from nlp.transcripts.captions.cues import Cue, Part, unescape
from nlp.transcripts.speakers.speaker_labels import clean_label

_BARE_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s+([^<>]*)>\s*(?:</v>)?\s*")
_MOSTLY = 0.5


def wordless_voices(cues: Sequence[Cue]) -> dict[int, list[Part]]:
    """Return place of the cue -> its speaker with no words, if most cues are a voice without words; else {}.

    In a transcript an empty voice is a slip of the recogniser and no turn; in a record of voices it is the turn itself.
    """
    found = ((place, _BARE_VOICE.fullmatch(cue.text)) for place, cue in enumerate(cues))
    named = {place: clean_label(unescape(match[1])) for place, match in found if match}
    if len(named) <= _MOSTLY * len(cues):
        return {}
    return {place: [(name, "")] for place, name in named.items() if name}
