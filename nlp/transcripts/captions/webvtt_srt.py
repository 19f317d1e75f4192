"""WebVTT and SubRip with speakers: `<v Name>`, `Name: text`, `[SPEAKER_00]: text`, or the name on a line of its own."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from nlp.messages import Message, msgid
from nlp.transcripts.agenda import segments_in_notes
from nlp.transcripts.captions.cues import Cue, CueFile, Part, has_cues, read_cues, unescape
from nlp.transcripts.captions.names_without_colon import names_in_brackets, names_without_colon
from nlp.transcripts.captions.wordless_voices import wordless_voices
from nlp.transcripts.captions.zoom_names import typed_names
from nlp.transcripts.overlap import has_overlap
from nlp.transcripts.source import Source, unread
from nlp.transcripts.speakers.lexicon import NOBODY_KNOWN
from nlp.transcripts.speakers.speaker_labels import (
    Labelled,
    accept_labels,
    clean_label,
    looks_like_name,
    may_be_a_speaker,
    split_label,
)
from nlp.transcripts.types import Transcript, Turn

_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?(?:\s+([^<>]*))?>|(</v>)")
_NUMBER = re.compile(r"^\d+$")
_NAMED_ID = re.compile(r'^\d+\s+"([^"]+)"(?:\s+\(\d+\))?$')
_IN_BRACKETS = re.compile(r"^\([^()]{1,40}\)$|^\[[^\[\]]{1,40}\]$")
_DASHES = frozenset("-–—")
_MOSTLY = 0.5
_FEWEST_REPEATS = 2
_NEARLY_ALL = 0.7
_SENTENCE_ENDS = (".", "?", "!", "।", "…", "。", "？", "！", "؟")

BACKWARD = msgid("Cues that end before they begin count as having no length ({count}).")
SHARED = msgid("Cues that hold the words of several people were divided by the length of what each said ({count}).")
WORDLESS = msgid("The record says who spoke and when, not what was said.")
CARRIED = msgid("The record names a speaker only at a change; cues without a name were given to the speaker before.")


def is_webvtt(source: Source) -> bool:
    """Whether the text is a WebVTT file."""
    return source.text.lstrip().startswith("WEBVTT")


def is_subrip(source: Source) -> bool:
    """Whether the text has SubRip time lines."""
    return has_cues(source.lines)


def read_webvtt(source: Source) -> Transcript:
    """Read WebVTT of Teams, Zoom, players and speech recognisers; `form` says which."""
    return _read(source, webvtt=True)


def read_subrip(source: Source) -> Transcript:
    """Read SubRip, also what a Teams document leaves when it is saved as text (times, name, words)."""
    return _read(source, webvtt=False)


def _read(source: Source, *, webvtt: bool) -> Transcript:
    file = read_cues(source.lines)
    named, carried = _name_parts(file.cues)
    carried = carried or (not webvtt and _go_on_with_sentences(file.cues, named))
    doubtful = _doubtful(file.cues, named) if carried else {}
    if carried:
        named = _carry([doubtful.get(place, pieces) for place, pieces in enumerate(named)])
    bare = wordless_voices(file.cues)
    parts = [bare.get(place, pieces) for place, pieces in enumerate(named)]
    turns = tuple(turn for turn in _turns(file.cues, parts) if turn.text or bare)
    form = _form(source.text, file.cues, turns) if webvtt else "srt"
    return Transcript(
        name=source.name,
        form=form,
        turns=turns,
        shows_overlap=form == "teams-vtt" or has_overlap(turns),
        unread=unread([*file.unread, *(file.cues[place].payload[0] for place in doubtful)]),
        remarks=(*_remarks(file, parts, carried=carried), *((Message(WORDLESS),) if bare else ())),
        segments=segments_in_notes(source.lines) if webvtt else (),
    )


def _name_parts(cues: Sequence[Cue]) -> tuple[list[list[Part]], bool]:
    """Return the parts of every cue, and whether names are to be carried on to cues without one."""
    if any(_VOICE.search(cue.text) for cue in cues):
        return [_voices(cue.text) for cue in cues], False
    if in_ids := _names_in_ids(cues):
        return in_ids, False
    parts = typed_names(cues) or names_before_colon(cues)
    if not any(label for part in parts for label, _ in part):
        parts = _names_on_own_line(cues) or names_in_brackets(cues) or names_without_colon(cues) or parts
    named = sum(part[0][0] is not None for part in parts if part)
    return parts, 0 < named < _MOSTLY * len(cues)


def _go_on_with_sentences(cues: Sequence[Cue], parts: Sequence[list[Part]]) -> bool:
    """Whether cues without a name stand amid a sentence of the cue before, after the first that has one."""
    named = [bool(part) and part[-1][0] is not None for part in parts]
    if True not in named:
        return False
    later = range(named.index(True) + 1, len(cues))
    unnamed = [place for place in later if not named[place]]
    amid = sum(
        cues[place].text[:1].isalnum() and not cues[place - 1].text.rstrip("\"'”’)] ").endswith(_SENTENCE_ENDS)
        for place in unnamed
    )
    return bool(unnamed) and amid >= _NEARLY_ALL * len(unnamed)


def _doubtful(cues: Sequence[Cue], parts: Sequence[list[Part]]) -> dict[int, list[Part]]:
    """Return place of the cue -> its words as nobody's, for cues without a name whose label may be somebody's."""
    unnamed = (place for place, part in enumerate(parts) if part and part[0][0] is None)
    found = ((place, split_label(unescape(cues[place].payload[0][1]))) for place in unnamed)
    labels = {place: labelled for place, labelled in found if labelled}
    counts = Counter(labelled.label.casefold() for labelled in labels.values())
    return {
        place: [(NOBODY_KNOWN, parts[place][0][1]), *parts[place][1:]]
        for place, labelled in labels.items()
        if may_be_a_speaker(labelled, counts[labelled.label.casefold()])
    }


def names_before_colon(cues: Sequence[Cue]) -> list[list[Part]]:
    """Return the parts of every cue, `Name: text` split where the label is a speaker's."""
    lines = [[(text, split_label(text)) for text in (unescape(line) for _, line in cue.payload)] for cue in cues]
    accepted = accept_labels([labelled for cue in lines for _, labelled in cue if labelled], len(cues), cues=True)
    return [_labelled_parts(cue, accepted) for cue in lines]


def _names_in_ids(cues: Sequence[Cue]) -> list[list[Part]]:
    """Read the names that Webex writes into cue ids (`12 "Anna Lund" (3452)`), or return [] if most ids have none."""
    matches = [_NAMED_ID.match(cue.id) for cue in cues]
    if sum(match is not None for match in matches) <= _MOSTLY * len(cues):
        return []
    return [
        [(clean_label(match[1]) if match else None, unescape(cue.text))]
        for cue, match in zip(cues, matches, strict=True)
    ]


def _voices(text: str) -> list[Part]:
    """Split a payload at its `<v Name>` tags; words outside any voice have no speaker."""
    parts: list[Part] = []
    speaker: str | None = None
    position = 0
    for match in _VOICE.finditer(text):
        _append(parts, speaker, text[position : match.start()])
        name = clean_label(unescape(match[1] or ""))
        speaker = None if match[2] else name or None
        position = match.end()
    _append(parts, speaker, text[position:])
    return parts


def _append(parts: list[Part], speaker: str | None, text: str) -> None:
    words = " ".join(unescape(text).split())
    if words:
        parts.append((speaker, words))


def _labelled_parts(lines: Iterable[tuple[str, Labelled | None]], accepted: frozenset[str]) -> list[Part]:
    parts: list[Part] = []
    for text, labelled in lines:
        if labelled and labelled.label.casefold() in accepted:
            parts.append((labelled.label, labelled.text))
        elif parts:
            speaker, before = parts[-1]
            parts[-1] = (speaker, f"{before} {text}".strip())
        else:
            parts.append((None, text))
    return parts


def _names_on_own_line(cues: Sequence[Cue]) -> list[list[Part]]:
    """Read cues whose first line is a name and nothing else, or return [] if that is not how the file is made."""
    firsts = Counter(cue.payload[0][1] for cue in cues if len(cue.payload) > 1)
    repeated = {name for name, count in firsts.items() if count >= _FEWEST_REPEATS and looks_like_name(name)}
    if sum(firsts[name] for name in repeated) < _MOSTLY * len(cues):
        return []
    names = repeated | {
        text for cue in cues for _, text in cue.payload if _IN_BRACKETS.match(text) and looks_like_name(text)
    }
    return [
        _parts_below_names([text for _, text in cue.payload], names if _IN_BRACKETS.match(cue.payload[0][1]) else set())
        for cue in cues
    ]


def _parts_below_names(lines: Sequence[str], names: Collection[str]) -> list[Part]:
    """Return the words below each line that is one of the names; the first line is one if it looks so."""
    if len(lines) == 1 or not looks_like_name(lines[0]):
        return [(None, unescape(" ".join(lines)))]
    parts: list[tuple[str, list[str]]] = [(clean_label(lines[0]), [])]
    for text in lines[1:]:
        if text in names:
            parts.append((clean_label(text), []))
        elif text not in _DASHES:
            parts[-1][1].append(unescape(text))
    return [(name, " ".join(words)) for name, words in parts]


def _carry(parts: Iterable[list[Part]]) -> list[list[Part]]:
    speaker: str | None = None
    carried = []
    for cue in parts:
        filled = []
        for label, text in cue:
            speaker = label or speaker
            filled.append((speaker, text))
        carried.append(filled)
    return carried


def _turns(cues: Sequence[Cue], parts: Sequence[Sequence[Part]]) -> Iterable[Turn]:
    """Give each part of a cue its piece of the cue's time, as long as its text is of the cue's text."""
    for cue, pieces in zip(cues, parts, strict=True):
        total = sum(len(text) for _, text in pieces) or 1
        start = cue.start
        for index, (speaker, text) in enumerate(pieces):
            last = index == len(pieces) - 1
            end = cue.end if last else min(cue.end, start + (cue.end - cue.start) * len(text) / total)
            yield Turn(speaker, start, end, text, cue.line)
            start = end


def _form(text: str, cues: Sequence[Cue], turns: Sequence[Turn]) -> str:
    if "</v>" in text:
        return "teams-vtt"
    numbered = all(_NUMBER.match(cue.id) for cue in cues)
    texts = {cue.line: cue.text for cue in cues}
    labelled = any(f"{turn.speaker}:" in texts[turn.line] for turn in turns if turn.speaker)
    return "zoom-vtt" if numbered and labelled and "<v" not in text else "webvtt"


def _remarks(file: CueFile, parts: Sequence[Sequence[Part]], *, carried: bool) -> tuple[Message, ...]:
    shared = sum(len({speaker for speaker, _ in pieces}) > 1 for pieces in parts)
    counted = ((BACKWARD, file.backward), (SHARED, shared))
    remarks = [Message(template, {"count": count}) for template, count in counted if count]
    return (*remarks, Message(CARRIED)) if carried else tuple(remarks)
