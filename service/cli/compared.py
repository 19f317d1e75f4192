"""Which of the attributes that the user names the notes have."""

import sys
from collections.abc import Collection, Sequence
from pathlib import Path

from nlp.documents.tables.column_names import attribute_names
from nlp.documents.types import Descriptor, Unit
from nlp.errors import NothingToAnalyse
from nlp.messages import Message


def common_names(asked: Sequence[str], there: Collection[str]) -> tuple[str, ...]:
    """Return the names as readers of tables give them: "organization" is "organisation", unless it is there as such."""
    return tuple(dict.fromkeys(name if name in there else attribute_names([name])[0] for name in asked))


def say_undeclared_versions(descriptors: Sequence[Descriptor]) -> None:
    """Say on stderr which files count as versions of one team's rubric although no column says so."""
    from nlp.rubrics.versions import undeclared_versions

    for team, files in undeclared_versions(descriptors).items():
        named = ", ".join(files)
        sys.stderr.write(
            f"{team}: much the same descriptors stand in several files and no column version tells them apart; they "
            f"count as versions, oldest first: {named}.\n"
        )


def say_missing(missing: Sequence[str], there: Collection[str], whose: str) -> None:
    """Say on stderr which attributes nobody or nothing has (`whose`), and which there are."""
    if missing:
        known = ", ".join(sorted(there)) or "none"
        sys.stderr.write(f"{whose} has the attribute {', '.join(missing)}. The attributes that are there: {known}.\n")


def attributes_to_compare(paths: Sequence[Path], units: Sequence[Unit], asked: Sequence[str]) -> tuple[str, ...]:
    """Return those of the `asked` attributes that a note has, under the names the notes have them; say which none has.

    Raises:
        NothingToAnalyse: no note has any of them.
    """
    there = {name for unit in units for name, value in unit.attributes.items() if value} | {"language"}
    names = common_names(asked, there)
    found = tuple(name for name in names if name in there)
    missing = [name for name in names if name not in there]
    if not found:
        source = ", ".join(path.name for path in paths)
        remedy = Message("The attributes that are there: {columns}", {"columns": tuple(sorted(there))})
        raise NothingToAnalyse(
            source, Message("no note has the attribute {columns}", {"columns": tuple(missing)}), remedy
        )
    say_missing(missing, there, "No note")
    return found
