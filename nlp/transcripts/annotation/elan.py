"""ELAN annotation files (.eaf): one tier for each speaker, dependent tiers below it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

from nlp.errors import UnreadableFile
from nlp.messages import Message, msgid
from nlp.text.seconds import seconds
from nlp.transcripts.source import Source
from nlp.transcripts.speakers.lexicon import NO_SPEAKER_TIERS
from nlp.transcripts.types import Transcript, Turn

TIERS_LEFT_OUT = msgid("Tiers without a participant are left out: {tiers}.")


def is_elan(source: Source) -> bool:
    """Whether the file is XML with ELAN's root."""
    return b"<ANNOTATION_DOCUMENT" in source.data[:4096]


def read_elan(source: Source) -> Transcript:
    """Read the top tiers; those that depend on another tier repeat its time and are left out.

    If tiers name participants, tiers that name none are no speakers ("context"); a tier that is called "gestures" or
    "words" is none in any case. A participant that several tiers share ("MULTI") says less than the tiers' names, so
    these are used.

    Raises:
        UnreadableFile: the XML is broken or declares entities.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root = fromstring(source.data)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise UnreadableFile(
            source.name, Message("the ELAN file is broken"), Message("Open it in ELAN and save it again")
        ) from error
    slots = _slots(root)
    tiers = [tier for tier in root.iter("TIER") if tier.get("PARENT_REF") is None and _annotations(tier)]
    named = [tier for tier in tiers if tier.get("PARTICIPANT")] or [tier for tier in tiers if _may_be_a_name(tier)]
    speakers = _speakers(named)
    left_out = [tier.get("TIER_ID") or "(no name)" for tier in tiers if tier not in speakers]
    turns = [turn for tier in named or tiers for turn in _turns(tier, speakers.get(tier, ""), slots)]
    turns.sort(key=lambda turn: (turn.start or 0.0, turn.end or 0.0))
    remarks = (Message(TIERS_LEFT_OUT, {"tiers": tuple(left_out)}),) if left_out else ()
    return Transcript(name=source.name, form="elan", turns=tuple(turns), shows_overlap=True, remarks=remarks)


def _speakers(tiers: Sequence[Element]) -> dict[Element, str]:
    """Return who speaks on every tier."""
    participants = Counter(tier.get("PARTICIPANT") for tier in tiers)
    return {
        tier: (
            participant if participant and participants[participant] == 1 else tier.get("TIER_ID") or participant or ""
        )
        for tier in tiers
        for participant in [tier.get("PARTICIPANT")]
    }


def _may_be_a_name(tier: Element) -> bool:
    return (tier.get("TIER_ID") or "").strip().casefold() not in NO_SPEAKER_TIERS


def _annotations(tier: Element) -> list[Element]:
    return tier.findall("ANNOTATION/ALIGNABLE_ANNOTATION")


def _turns(tier: Element, label: str, slots: Mapping[str, float]) -> Iterator[Turn]:
    for number, annotation in enumerate(_annotations(tier), start=1):
        start, end = (slots.get(annotation.get(key, "")) for key in ("TIME_SLOT_REF1", "TIME_SLOT_REF2"))
        text = " ".join((annotation.findtext("ANNOTATION_VALUE") or "").split())
        if start is not None and end is not None:
            yield Turn(" ".join(label.split()) or None, start, max(start, end), text, number)


def _slots(root: Element) -> dict[str, float]:
    """Return the seconds of every time slot; one without a time lies evenly between its neighbours."""
    ids = [slot.get("TIME_SLOT_ID", "") for slot in root.iter("TIME_SLOT")]
    times = [seconds(slot.get("TIME_VALUE"), 1000) for slot in root.iter("TIME_SLOT")]
    return {name: time for name, time in zip(ids, _fill(times), strict=True) if time is not None}


def _fill(times: Sequence[float | None]) -> list[float | None]:
    filled = list(times)
    known = [index for index, time in enumerate(times) if time is not None]
    for left, right in pairwise(known):
        first, last = times[left] or 0.0, times[right] or 0.0
        for index in range(left + 1, right):
            filled[index] = first + (last - first) * (index - left) / (right - left)
    return filled
