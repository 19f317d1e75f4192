"""The speeches that SayIt exports as JSON: sections with a speaker and HTML, or notes without a speaker."""

import html
import re
from urllib.parse import unquote

from nlp.transcripts.json_paths import JsonObject, label, objects
from nlp.transcripts.source import Source, unread
from nlp.transcripts.types import Transcript, Turn

_TAG = re.compile(r"<[^<>]*>")


def is_sayit(source: Source) -> bool:
    """Whether the JSON is a list of sections with speakers."""
    return any("section_speaker" in section and "section_content" in section for section in _sections(source.json)[:50])


def read_sayit(source: Source) -> Transcript:
    """Read every section of a speaker as a turn; a section without one is a note, and counted as not read."""
    said = [(number, section, _text(section)) for number, section in enumerate(_sections(source.json), start=1)]
    turns = tuple(
        Turn(speaker, None, None, text, number)
        for number, section, text in said
        if text and (speaker := _speaker(section))
    )
    notes = [(number, text) for number, section, text in said if text and not _speaker(section)]
    return Transcript(name=source.name, form="sayit", turns=turns, shows_overlap=False, unread=unread(notes))


def _sections(value: object) -> list[JsonObject]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else objects(value, "sections")


def _speaker(section: JsonObject) -> str | None:
    name = label(section.get("section_speaker"))
    return label(unquote(name)) if name else None


def _text(section: JsonObject) -> str:
    content = section.get("section_content")
    return " ".join(html.unescape(_TAG.sub(" ", content)).split()) if isinstance(content, str) else ""
