"""The transcript of Fathom: `@0:00 - Name (organisation)`, formerly without the sign, above what was said."""

import re
from dataclasses import replace

from nlp.text.clock import CLOCK
from nlp.transcripts.prose.plain_text import read_paragraphs
from nlp.transcripts.source import Source
from nlp.transcripts.types import Transcript

_HEAD = re.compile(rf"^@?(?={CLOCK}\s+-(?:\s|$))", re.MULTILINE)
_RECORDING = re.compile(r"^VIEW RECORDING - \d+ min", re.MULTILINE)
_SIGNED = re.compile(rf"^@{CLOCK}\s+-(?:\s|$)", re.MULTILINE)
_HEAD_OF_FILE = 2000


def is_fathom(source: Source) -> bool:
    """Whether times with Fathom's sign begin lines, or the link to its recording stands at the top."""
    return bool(_SIGNED.search(source.text) or _RECORDING.search(source.text[:_HEAD_OF_FILE]))


def read_fathom(source: Source) -> Transcript:
    """Read every line with a time as the name of a speaker, whatever people call themselves."""
    signed = Source(source.name, _HEAD.sub("@", source.text).encode())
    return replace(read_paragraphs(signed), form="fathom")
