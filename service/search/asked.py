"""How texts are looked for, and what they are."""

from enum import StrEnum


class By(StrEnum):
    """How texts are looked for."""

    BOTH = "both"
    WORD = "word"
    MEANING = "meaning"


class TextKind(StrEnum):
    """What a text is: a note, a descriptor of a rubric, a turn of a session, the remark beside a rating."""

    NOTE = "note"
    DESCRIPTOR = "descriptor"
    TURN = "turn"
    REMARK = "remark"
