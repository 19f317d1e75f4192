"""Times that are links to the place in a recording: `**Name** [5:16](https://...): text`."""

import re
from collections.abc import Sequence

from nlp.text.clock import CLOCK

_LINKED = re.compile(rf"\[\s*\[?({CLOCK})\]?\s*\]\(https?://[^()\s]{{1,500}}\)")


def without_links(lines: Sequence[str]) -> Sequence[str]:
    """Put the time alone, in brackets, where a link stands whose words are a time."""
    return [_LINKED.sub(r"[\1]", line) if "](http" in line else line for line in lines]
