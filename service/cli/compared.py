"""Which attributes are compared: those that the user names, or the usual ones."""

import sys
from collections.abc import Collection, Sequence
from pathlib import Path

from nlp.documents.tables.column_names import attribute_names
from nlp.documents.types import Descriptor, Person, Unit
from nlp.errors import NothingToAnalyse
from nlp.messages import Message, msgid

USUAL = ("team", "language")
USUAL_OF_PEOPLE = ("gender",)
NO_NOTE = msgid("no note has the attribute {columns}")
NOBODY = msgid("nobody on the roster has the attribute {columns}")


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


def attributes_to_compare(paths: Sequence[Path], units: Sequence[Unit], asked: Sequence[str]) -> tuple[str, ...]:
    """Return the `asked` attributes under the names that the notes have them; of `USUAL` those there, if none is asked.

    Raises:
        NothingToAnalyse: no note has one of them.
    """
    there = {name for unit in units for name, value in unit.attributes.items() if value} | {"language"}
    if not asked:
        return tuple(name for name in USUAL if name in there)
    return _refuse_missing(paths, common_names(asked, there), there, NO_NOTE)


def roster_attributes(paths: Sequence[Path], people: Sequence[Person], asked: Sequence[str]) -> tuple[str, ...]:
    """Return the `asked` attributes under the names that the rosters have them; `USUAL_OF_PEOPLE` if none is asked.

    Without a roster there is nothing to compare, whatever is asked.

    Raises:
        NothingToAnalyse: nobody has one of them.
    """
    there = {name for person in people for name, value in person.attributes.items() if value}
    names = common_names(asked or USUAL_OF_PEOPLE, there)
    return _refuse_missing(paths, names, there, NOBODY) if paths and asked else names


def _refuse_missing(
    paths: Sequence[Path], names: tuple[str, ...], there: Collection[str], template: str
) -> tuple[str, ...]:
    """Return the names, or refuse those that are not there and say which are."""
    if missing := tuple(name for name in names if name not in there):
        source = ", ".join(path.name for path in paths)
        remedy = Message("The attributes that are there: {columns}", {"columns": tuple(sorted(there))})
        raise NothingToAnalyse(source, Message(template, {"columns": missing}), remedy)
    return names
