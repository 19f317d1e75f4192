"""The examples of Python in what people read: the README, the recipes and the notebooks."""

import re
from collections.abc import Mapping
from pathlib import Path

from tests.docs.notebooks import NOTEBOOKS, ROOT, code_of, read

PAGES = (ROOT / "README.md", ROOT / "docs" / "recipes.md")


def blocks(page: Path, kind: str) -> list[str]:
    """The blocks of code of one language on a page."""
    return re.findall(rf"```{kind}\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)


PROGRAMS: Mapping[str, str] = {
    f"{page.stem.lower()}_{number}": code for page in PAGES for number, code in enumerate(blocks(page, "python"), 1)
}
"""A name -> a program that stands on a page."""

EXAMPLES = PROGRAMS | {f"notebook_{path.stem}": code_of(read(path)) for path in NOTEBOOKS}
"""The same with the notebooks."""
