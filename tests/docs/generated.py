"""Parts of pages that the program itself writes: between two marks, in a page that people write."""

from pathlib import Path

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def with_part(page: Path, mark: str, end: str, part: str) -> str:
    """Return a page with the part between two marks as it should be."""
    text = page.read_text(encoding="utf-8")
    before, _, rest = text.partition(mark)
    _, _, after = rest.partition(end)
    return f"{before}{mark}\n{part}\n{end}{after}"
