"""Which of the attributes that the user names the notes have."""

import sys
from collections.abc import Collection, Sequence
from pathlib import Path

from nlp.documents.columns import attribute_names
from nlp.documents.types import Unit
from nlp.errors import NothingToAnalyse


def common_names(asked: Sequence[str], there: Collection[str]) -> tuple[str, ...]:
    """Return the names as readers of tables give them: "organization" is "organisation", unless it is there as such."""
    return tuple(dict.fromkeys(name if name in there else attribute_names([name])[0] for name in asked))


def attributes_to_compare(paths: Sequence[Path], units: Sequence[Unit], asked: Sequence[str]) -> tuple[str, ...]:
    """Return those of the `asked` attributes that a note has, under the names the notes have them; say which none has.

    Raises:
        NothingToAnalyse: no note has any of them.
    """
    there = {name for unit in units for name, value in unit.attributes.items() if value} | {"language"}
    names = common_names(asked, there)
    found = tuple(name for name in names if name in there)
    missing = ", ".join(name for name in names if name not in there)
    if not found:
        source = ", ".join(path.name for path in paths)
        remedy = f"The attributes that are there: {', '.join(sorted(there))}"
        raise NothingToAnalyse(source, f"no note has the attribute {missing}", remedy)
    if missing:
        sys.stderr.write(f"No note has the attribute {missing}; compared by {', '.join(found)}.\n")
    return found
