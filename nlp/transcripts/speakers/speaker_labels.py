"""Which `Name:` at the start of a line is a speaker, and which is a sentence with a colon."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from nlp.names import ADDRESSES, HONORIFICS
from nlp.text.directions import without_directions
from nlp.transcripts.speakers.lexicon import (
    ATTENDEES,
    DEVICE_BRANDS,
    FURNITURE,
    HEADER_WORDS,
    NAME_PARTICLES,
    NOBODY,
    NUMBERED_HEADINGS,
    PARTNERS,
    ROLES,
    SENTENCE_WORDS,
    SOMEBODY,
    TITLE_ABBREVIATIONS,
    VISARGA_ABBREVIATIONS,
)

_LONGEST = 60
_LONGEST_ASIDE = 100
_FARTHEST_COLON = _LONGEST + _LONGEST_ASIDE + 4
_MOST_WORDS = 8
_POSITION_WORDS = 7
_NAME_WORDS = 5
_DOUBTFUL_WORDS = 3
_MOST_WORDS_OF_SOMEBODY = 6
_MOSTLY = 0.5
_OFTEN = 3
_COMMONLY = 0.05
_SHARE_OF_A_PARTNER = 0.2

_COLON = re.compile(r"\s*[:：]\s*(?:[-–—](?=\s)|-$)?\s*")
_CODE_COLON = re.compile(r"\w::\w")
_VISARGA = re.compile(r"[\u0983\u0903]\s*[-–—]?(?:\s+|$)")
_CLOCK_COLON = re.compile(r"\d\s*[:：]\d")
_LEAD = re.compile(r"^(?:>>+|[-–—•*]\s|\d{1,3}[.)]\s)\s*")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")
_HIDDEN_DIGITS = re.compile(r"\d\*{2,}\d")
_NEVER = re.compile(
    r"[:：]|https?$|[\"“”;<>{}=`]|//|[?!।॥]|,.*,"
    r"|\w\.(?:am|ac|c|cc|cpp|h|py|pl|pm|js|ts|go|rs|java|rb|sh|in|md|rst|txt|cfg|ini|toml|ya?ml|json|xml|html|css|po)\b"
)
_NEVER_IN_CUE = re.compile(r"[:：]|https?$|[<>{}]|[।॥]")
_TOGETHER = re.compile(r"\s*(?:,|&|\+|/|\s(?:and|et|und|y|e|ও|এবং|र|और|و)\s)\s*")
_PHONE = re.compile(r"^(?:\+[\d*() .-]{7,24}|[\d*]{7,16}|\+?\d{1,4}[\d* -]*\*+[\d* -]*)$")
_FULL_STOP = re.compile(r"(\w[\w\u0300-\u036f\u0900-\u0dff]*)\.(?=\s)")
_LINK = re.compile(
    r"(?:https?://\S+|\[[^\[\]]{1,200}\]\([^()\s]{1,500}\))(?:\s*[|,;·]?\s*(?:\[[^\[\]]{1,200}\]\([^()\s]{1,500}\)))*$"
)
_LONGEST_ABBREVIATION = 5
_ASIDE = re.compile(r"^(\S.*?)\s*[(（\[]([^()（）\[\]]{1,100})[)）\]]$")
_POSITION = re.compile(r"^(\S.*?)(?:\s+(?:-{1,2}|[–—|])|,)\s+(\S.*)$")
_POSITION_PARTICLE = re.compile(r"\s(?:for|für|und|des|du|et|para|pour|per|to)(?=\s)")
_NUMBERED = re.compile(r"\s+\d{1,3}[.)]?$")
_BRACKETS = (("(", ")"), ("[", "]"), ("（", "）"))
_SMALL_NAME_WORDS = HONORIFICS | ADDRESSES | DEVICE_BRANDS


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line that begins like a label: `label` without emphasis and brackets, and what follows the colon."""

    label: str
    text: str


def split_label(line: str, *, from_tool: bool = False) -> Labelled | None:
    """Split `Name: text` (also `**Name:** text`, `[Name]: text`, `Name：text`, `Name :- text`) at its first colon.

    With `from_tool` the label was written by a tool that takes over what people call themselves: "Robert "Bob" Smith",
    "Lund, Anna, MD", a single emoji.

    In hand-typed Bangla and Nepali a visarga before a space often stands for the colon (`রহিমাঃ আমি`); it is read so
    unless it ends an abbreviation such as `মোঃ`.
    """
    bare = _LEAD.sub("", _strip_emphasis(without_directions(line)).strip(), count=1)
    for separator in (*_first(_COLON, bare), *_visargas(bare)):
        label = clean_label(bare[: separator.start()])
        if _CODE_COLON.match(bare, max(0, separator.start() - 1)):
            return None
        if not _CLOCK_COLON.match(bare, max(0, separator.start() - 1)) and possible(label, from_tool=from_tool):
            return Labelled(label, bare[separator.end() :].strip())
    return None


def _first(pattern: re.Pattern[str], line: str) -> tuple[re.Match[str], ...]:
    match = pattern.search(line, 0, _FARTHEST_COLON)
    return (match,) if match else ()


def _visargas(line: str) -> tuple[re.Match[str], ...]:
    return tuple(
        match
        for match in _VISARGA.finditer(line, 0, _LONGEST + 4)
        if line[: match.start()].split(" ")[-1] not in VISARGA_ABBREVIATIONS
    )[:1]


def _strip_emphasis(line: str) -> str:
    if "*" not in line and "_" not in line:
        return line
    return line if _HIDDEN_DIGITS.search(line) else _EMPHASIS.sub("", line)


def clean_label(label: str) -> str:
    """Return a label without brackets around it, emphasis, marks of direction, and double spaces."""
    label = " ".join(_strip_emphasis(without_directions(label)).split()).strip("\u200b ").rstrip(" *|·•")
    for opening, closing in ("[]", "()", "<>"):
        if label.startswith(opening) and label.endswith(closing):
            label = label[1:-1].strip()
    return label


@lru_cache(maxsize=8192)
def possible(label: str, *, from_tool: bool = False) -> bool:
    """Whether a label could be a person's: short, with a letter, no sentence, no heading such as "Date"; or a phone."""
    if not _is_short(label):
        return False
    if _PHONE.match(label):
        return True
    if from_tool:
        return not _NEVER_IN_CUE.search(label) and not label.isdecimal() and not label.isspace()
    if _NEVER.search(_name(label)) or not any(sign.isalpha() for sign in label) or _is_torn(label):
        return False
    if any(_ends_sentence(match[1]) for match in _FULL_STOP.finditer(label)):
        return False
    if (number := _NUMBERED.search(label)) and label[: number.start()].casefold() in NUMBERED_HEADINGS:
        return False
    return FURNITURE.isdisjoint(folded := {label.casefold(), _name(label).casefold()}) and ATTENDEES.isdisjoint(folded)


def _is_short(label: str) -> bool:
    """Whether a label is no longer than a name; what a record says of the speaker in brackets may be longer."""
    if not 0 < len(label) <= _LONGEST + _LONGEST_ASIDE:
        return False
    name = label if len(label) <= _LONGEST and len(label.split()) <= _MOST_WORDS else _name(label)
    return len(name) <= _LONGEST and len(name.split()) <= _MOST_WORDS


def is_link(text: str) -> bool:
    """Whether a text is a bare link, or Markdown links and nothing else."""
    return _LINK.match(text) is not None


def _is_torn(label: str) -> bool:
    """Whether a bracket opens or closes outside the label."""
    return any(label.count(opening) != label.count(closing) for opening, closing in _BRACKETS)


def _name(label: str) -> str:
    """Return a label without what stands at its end: `Sarah` of `Sarah (facilitator)` and of `Sarah -- Vice Chair`."""
    name = label
    while match := _ASIDE.match(name):
        name = match[1]
    position = _POSITION.match(name)
    if position is None or not _is_in_capitals(_POSITION_PARTICLE.sub(" ", position[2]), _POSITION_WORDS):
        return name
    return position[1] if " " in position[1] or position[1].casefold() in ROLES else name


def _is_in_capitals(text: str, most: int) -> bool:
    """Whether every word begins as the words of names and positions do, and there are not too many."""
    words = [word for word in _words(text) if _is_small_name(word) or word.casefold() not in NAME_PARTICLES]
    return 0 < len(words) <= most and all(_is_small_name(word) or not word[0].islower() for word in words)


def has_role(label: str) -> bool:
    """Whether a label is a role (`Moderator`, `Participant 3`), or has one, or a pronoun, in brackets or at its end."""
    aside = _ASIDE.match(label)
    position = _POSITION.match(label)
    texts = (label, *((aside[2],) if aside else ()), *((position[2],) if position else ()))
    return any(text.casefold().rstrip("0123456789০১২৩৪৫৬৭৮৯०१२३४५६७८९ ") in ROLES for text in texts)


def _ends_sentence(word: str) -> bool:
    """Whether a full stop after this word is no sign of abbreviation, as after `Mr` or `Prof`."""
    if word.casefold() in TITLE_ABBREVIATIONS:
        return False
    return len(word) > _LONGEST_ABBREVIATION or (len(word) > 1 and word[0].islower())


def looks_like_name(label: str) -> bool:
    """Whether every word of a label starts with a capital, a digit, or a letter of a script without capitals.

    Forms of address ("Rina apa", "didi") and devices ("iPhone (2)") are written small and are names all the same;
    a role or pronoun in brackets after the name may be.
    """
    return _is_in_capitals(_name(label), _NAME_WORDS)


def _words(label: str) -> list[str]:
    words = (word.strip("()[]|/@,.'’") for word in normalize("NFC", label).split())
    return [word for word in words if word]


def _is_small_name(word: str) -> bool:
    return word.casefold() in _SMALL_NAME_WORDS


def is_phrase(label: str) -> bool:
    """Whether a label is words of a sentence ("and then this") or one such word with a capital ("Question")."""
    if label.casefold() in ROLES:
        return False
    words = _words(_name(label))
    if len(words) > 1 and looks_like_name(label):
        words = [word for word in words if not word[0].isupper()]
    return any(word.casefold() in SENTENCE_WORDS for word in words)


def accept_labels(seen: Iterable[Labelled], places: int, *, cues: bool = False) -> frozenset[str]:
    """Choose the labels (case-folded) that are speakers, from all seen and the number of places where one could stand.

    A label is accepted if it recurs and looks like a name, or recurs often. A label seen once is accepted if it looks
    like a name and labels stand at half of the places or more: in a record without speakers `All the myths:` is
    a sentence, in a Zoom record `Fredrik:` is somebody who spoke once, and `Question:` is nobody. A label before a bare
    link never counts.

    Where the places are cues (`cues`), tools write the name as people typed it: there `rina akter:` is a speaker too,
    in a record in which labels stand at half of the cues or more; words of a sentence (`and then this:`) are none.
    """
    spoken = Counter(labelled.label for labelled in seen if not _LINK.match(labelled.text))
    counts: Counter[str] = Counter()
    for label, count in spoken.items():
        counts[label.casefold()] += count
    names = {label.casefold() for label in spoken if looks_like_name(label)}
    short = {label.casefold() for label in spoken if _is_short_title(label)}
    headings = {label.casefold() for label in spoken if is_phrase(label)} - names_of_partners(counts, places)
    recurring = {
        key
        for key, count in counts.items()
        if count > 1 and key not in headings
        if key in names or _is_common(key, count, places) or (key in short and count >= _SHARE_OF_A_PARTNER * places)
    }
    once = {label.casefold() for label in spoken if _may_speak_once(label, cues=cues)}
    either = recurring | once
    accepted = recurring
    if places and sum(counts[key] for key in either) / places >= _MOSTLY:
        accepted = either
    elif recurring:
        accepted = recurring | {label.casefold() for label in spoken if _is_full_name(label)} & names
    if not cues and sum(counts[key] for key in headings if counts[key] > 1) >= max(
        1, sum(counts[key] for key in accepted)
    ):
        return frozenset()
    together = {label.casefold() for label in spoken if _are_together(label, accepted)}
    return frozenset(accepted | together | (NOBODY & counts.keys() if accepted else set()))


def _are_together(label: str, accepted: Collection[str]) -> bool:
    """Whether a label names several of those who speak: `Anna and Bela`."""
    names = _TOGETHER.split(label.casefold())
    return len(names) > 1 and all(name in accepted for name in names)


def _is_common(key: str, count: int, places: int) -> bool:
    least = 1 if key in PARTNERS else _OFTEN
    return count >= least and count / max(places, 1) >= _COMMONLY


def _is_short_title(label: str) -> bool:
    """Whether a label is a few words of which the first alone may have a capital: `Người phỏng vấn`."""
    return 1 < len(label.split()) <= _DOUBTFUL_WORDS and not label[0].islower()


def names_of_partners(counts: Counter[str], places: int) -> set[str]:
    """Return the words of sentences that are labels all the same: `Question` and `Answer`, `Me` and `Them`.

    They speak if they recur and have a fifth of the places; other words of sentences, such as `Problem`, are headings.
    """
    return {key for key in counts if key in PARTNERS and counts[key] >= _SHARE_OF_A_PARTNER * places}


def _may_speak_once(label: str, *, cues: bool) -> bool:
    if is_phrase(label):
        return False
    return looks_like_name(label) or " " not in label or (cues and len(label.split()) <= _NAME_WORDS)


def is_somebody(label: str) -> bool:
    """Whether a label tells of somebody whose name is not known: `a voice from the back`, `someone`, not `Voice 3`."""
    if label[-1].isdecimal():
        return False
    words = {word.casefold() for word in _words(label)}
    return len(label.split()) <= _MOST_WORDS_OF_SOMEBODY and not words.isdisjoint(SOMEBODY)


def may_be_a_speaker(labelled: Labelled, count: int) -> bool:
    """Whether a label that was not accepted may be somebody's all the same: short, a name or recurring, no sentence."""
    label = labelled.label
    if is_phrase(label) or label.casefold() in HEADER_WORDS or _LINK.match(labelled.text):
        return False
    return len(label.split()) <= _DOUBTFUL_WORDS and (looks_like_name(label) or count > 1)


def _is_full_name(label: str) -> bool:
    return " " in label and (label[0].isupper() or label.split()[0].casefold() in DEVICE_BRANDS)
