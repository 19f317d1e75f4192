"""Which attributes are compared: those that the user names, or the usual ones."""

from collections.abc import Collection, Sequence

from nlp.attributes import names_there
from nlp.documents.tables.column_names import attribute_names
from nlp.documents.types import Descriptor, Person, Unit
from nlp.errors import NothingToAnalyse
from nlp.messages import Message, msgid
from service.cli.given.source import Source, names_of
from service.cli.out.remarks import remark

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
        remark(
            f"{team}: much the same descriptors stand in several files and no column version tells them apart; they "
            f"count as versions, oldest first: {named}."
        )


def attributes_to_compare(sources: Sequence[Source], units: Sequence[Unit], asked: Sequence[str]) -> tuple[str, ...]:
    """Return the `asked` attributes under the names that the notes have them; those of the library, if none is asked.

    Raises:
        NothingToAnalyse: no note has one of them.
    """
    from nlp.readings.interpretation import BY

    if not asked:
        return BY
    there = names_there(units) | {"language"}
    return _refuse_missing(sources, common_names(asked, there), there, NO_NOTE)


def roster_attributes(sources: Sequence[Source], people: Sequence[Person], asked: Sequence[str]) -> tuple[str, ...]:
    """Return the `asked` attributes under the names that the rosters have them; else the usual ones that are there.

    Without a roster there is nothing to compare, whatever is asked.

    Raises:
        NothingToAnalyse: nobody has one of them.
    """
    from nlp.participation.groups.asked_for import BY

    there = names_there(people)
    if not asked:
        return tuple(name for name in BY if name in there)
    names = common_names(asked, there)
    return _refuse_missing(sources, names, there, NOBODY) if sources else names


def _refuse_missing(
    sources: Sequence[Source], names: tuple[str, ...], there: Collection[str], template: str
) -> tuple[str, ...]:
    """Return the names, or refuse those that are not there and say which are."""
    if missing := tuple(name for name in names if name not in there):
        remedy = Message("The attributes that are there: {columns}", {"columns": tuple(sorted(there))})
        raise NothingToAnalyse(names_of(sources), Message(template, {"columns": missing}), remedy)
    return names
