"""What Markdown hangs on a name or a time: a link, the day before the time, classes in braces.

`**Name** [5:16](https://...): text`, `### Name (2025-12-10T16:31:41.543Z)`, `**Name:**{: .blue}`.
"""

import re
from collections.abc import Sequence

from nlp.text.clock import CLOCK

_LINKED_TIME = re.compile(rf"\[\s*\[?({CLOCK})\]?\s*\]\(https?://[^()\s]{{1,500}}\)")
_DAY_AND_TIME = re.compile(r"\(\d{4}-\d\d-\d\dT(\d\d:\d\d:\d\d(?:\.\d{1,6})?)(?:Z|[+-]\d\d:?\d\d)?\)")
_CLASSES = re.compile(r"\{:\s?[^{}]{1,200}\}")


def without_decorations(lines: Sequence[str]) -> Sequence[str]:
    """Leave the time of a link whose words are a time, the time of a day and time in brackets, and no classes."""
    return [_plain(line) if "(" in line or "{:" in line else line for line in lines]


def _plain(line: str) -> str:
    return _CLASSES.sub("", _DAY_AND_TIME.sub(r"(\1)", _LINKED_TIME.sub(r"[\1]", line)))
