"""The columns of an agenda, and whether a table is one."""

from collections.abc import Iterable, Sequence

from nlp.text.phrases import phrases
from nlp.text.seconds import seconds

COLUMNS = {
    "start": phrases("start|from|begin|begins|start time|শুরু|सुरु|देखि"),
    "end": phrases("end|to|until|ends|end time|শেষ|अन्त्य|सम्म"),
    "name": phrases("name|segment|topic|title|agenda|agenda item|session|part|নাম|বিষয়|আলোচ্য বিষয়|পর্ব|नाम|विषय|शीर्षक"),
}


def is_agenda(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bool:
    """Whether a table has the columns of an agenda and no others, and clocks, or numbers with an end, in every row."""
    cells = [" ".join(cell.split()).casefold() for cell in header if cell.strip()]
    found = {meaning for meaning, names in COLUMNS.items() for cell in cells if cell in names}
    if not {"start", "name"} <= found or not all(any(cell in names for names in COLUMNS.values()) for cell in cells):
        return False
    place = next(at for at, cell in enumerate(header) if " ".join(cell.split()).casefold() in COLUMNS["start"])
    starts = [row[place] if place < len(row) else "" for row in rows]
    clocks = all(":" in start for start in starts)
    return bool(starts) and (clocks or "end" in found) and all(seconds(start) is not None for start in starts)
