"""Zoom's captions: `Name: text` in every cue, with the name exactly as a person typed it into Zoom."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from nlp.transcripts.captions.cues import Cue, Part, unescape
from nlp.transcripts.speakers.speaker_labels import Labelled, accept_labels, looks_like_name, split_label

_MOSTLY = 0.7
_FEWEST = 2


def typed_names(cues: Sequence[Cue]) -> list[list[Part]]:
    """Return the parts of numbered cues of one line that nearly all begin with a label, or [] for another kind of file.

    People call themselves "Robert "Bob" Smith", "Lund, Anna, MD", a telephone number, a flower, or "Group 2: Anna":
    where the tool wrote a label into nearly every cue, more is taken for a name than in other records.
    """
    if not cues or not all(cue.id.isdecimal() and len(cue.payload) == 1 for cue in cues):
        return []
    texts = [unescape(cue.text) for cue in cues]
    labelled = [split_label(text, from_tool=True) for text in texts]
    accepted = accept_labels([label for label in labelled if label], len(cues), cues=True)
    found = [label if label and label.label.casefold() in accepted else None for label in labelled]
    if sum(label is not None for label in found) < _MOSTLY * len(cues):
        return []
    whole = _with_second_part(found)
    return [[(label.label, label.text) if label else (None, text)] for label, text in zip(whole, texts, strict=True)]


def _with_second_part(found: Sequence[Labelled | None]) -> list[Labelled | None]:
    """Put `Group 2` and `Anna` together where all that `Group 2` says begins with a name and a colon."""
    seconds: defaultdict[str, list[Labelled | None]] = defaultdict(list)
    for label in found:
        if label:
            seconds[label.label].append(split_label(label.text, from_tool=True))
    counts = Counter(second.label for every in seconds.values() for second in every if second)
    grouped = {
        first
        for first, every in seconds.items()
        if len(every) >= _FEWEST
        and all(second and looks_like_name(second.label) for second in every)
        and any(second and counts[second.label] >= _FEWEST for second in every)
    }
    return [_joined(label) if label and label.label in grouped else label for label in found]


def _joined(label: Labelled) -> Labelled:
    second = split_label(label.text, from_tool=True)
    return Labelled(f"{label.label}: {second.label}", second.text) if second else label
