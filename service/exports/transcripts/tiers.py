"""A transcript for other programs: RTTM for diarisation tools, and ELAN with a tier for everybody who speaks."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from nlp.names import name_key
from service.exports.tables.cells import clean
from service.exports.transcripts.timed import TimedTurn

UTTERANCE = "utterance"
NOBODY = "?"
"""The tier of turns of which the record does not say whose they are."""

_SCHEMA = "http://www.mpi.nl/tools/elan/EAFv3.0.xsd"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"


def write_rttm(title: str, turns: Sequence[TimedTurn]) -> bytes:
    """Return who spoke when, a line each turn; RTTM has no words, and names have no spaces in it."""
    recording = _field(title) or "session"
    lines = (
        f"SPEAKER {recording} 1 {turn.start / 1000:.3f} {(turn.end - turn.start) / 1000:.3f} <NA> <NA> "
        f"{_field(turn.person) or NOBODY} <NA> <NA>\n"
        for turn in turns
    )
    return "".join(lines).encode()


def write_elan(title: str, turns: Sequence[TimedTurn]) -> bytes:
    """Return an annotation document of ELAN; turns of one person that overlap are parted, since no tier holds both."""
    attributes = {
        "AUTHOR": clean(title),
        "DATE": datetime.now(UTC).isoformat(timespec="seconds"),
        "FORMAT": "3.0",
        "VERSION": "3.0",
        f"{{{_INSTANCE}}}noNamespaceSchemaLocation": _SCHEMA,
    }
    root = Element("ANNOTATION_DOCUMENT", attributes)
    SubElement(root, "HEADER", MEDIA_FILE="", TIME_UNITS="milliseconds")
    tiers = _tiers(turns)
    slots = _slots(root, [turn for own in tiers.values() for turn in own])
    number = 0
    for person, own in tiers.items():
        tier = SubElement(root, "TIER", LINGUISTIC_TYPE_REF=UTTERANCE, PARTICIPANT=person, TIER_ID=person)
        for turn in own:
            number += 1
            _annotate(tier, turn, f"a{number}", slots)
    SubElement(
        root,
        "LINGUISTIC_TYPE",
        GRAPHIC_REFERENCES="false",
        LINGUISTIC_TYPE_ID=UTTERANCE,
        TIME_ALIGNABLE="true",
    )
    indent(root)
    written: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return written


def _annotate(tier: Element, turn: TimedTurn, name: str, slots: dict[int, str]) -> None:
    within = SubElement(tier, "ANNOTATION")
    times = {"TIME_SLOT_REF1": slots[turn.start], "TIME_SLOT_REF2": slots[turn.end]}
    annotation = SubElement(within, "ALIGNABLE_ANNOTATION", {"ANNOTATION_ID": name, **times})
    SubElement(annotation, "ANNOTATION_VALUE").text = clean(turn.text)


def _slots(root: Element, turns: Iterable[TimedTurn]) -> dict[int, str]:
    """Write every time once, in order, and return its name."""
    order = SubElement(root, "TIME_ORDER")
    times = sorted({time for turn in turns for time in (turn.start, turn.end)})
    slots = {time: f"ts{number}" for number, time in enumerate(times, start=1)}
    for time, name in slots.items():
        SubElement(order, "TIME_SLOT", TIME_SLOT_ID=name, TIME_VALUE=str(time))
    return slots


def _tiers(turns: Sequence[TimedTurn]) -> dict[str, list[TimedTurn]]:
    """Return person -> their turns, none of which overlaps another."""
    tiers: dict[str, list[TimedTurn]] = {}
    called: dict[str, str] = {}
    for turn in turns:
        person = clean(" ".join(turn.person.split())) or NOBODY
        own = tiers.setdefault(called.setdefault(name_key(person) or person, person), [])
        if own and own[-1].end > turn.start:
            before = own.pop()
            if before.start < turn.start:
                own.append(replace(before, end=turn.start))
            else:
                turn = replace(turn, end=max(before.end, turn.end), text=" ".join((before.text, turn.text)).strip())
        own.append(turn)
    return tiers


def _field(text: str) -> str:
    """Return a text as one field of a line."""
    return re.sub(r"\s+", "_", clean(text).strip())
