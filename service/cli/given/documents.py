"""What the files that were handed in hold: notes, descriptors, people; what is left out is said."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TypeVar

from nlp.documents.plan import AS_FOUND, FilePlan
from nlp.documents.types import Descriptor, Document, Notes, Person, Ratings, Roster, Rubric, Unit
from nlp.errors import InputError, NothingToAnalyse
from nlp.messages import Message
from nlp.names import name_key
from service.cli.given.source import Source, names_of
from service.cli.out.remarks import remark, step

Kind = TypeVar("Kind", Notes, Rubric, Roster, Ratings)
_HELD: Mapping[type[Document], str] = {
    Notes: "notes",
    Rubric: "a rubric",
    Roster: "a roster",
    Ratings: "ratings",
}


def read_plan(source: Source | None) -> FilePlan:
    """Return the plan of a file; nothing is said where no file is given.

    Raises:
        UnreadableFile: it holds no plan.
    """
    if source is None:
        return AS_FOUND
    from service.intake.plan_files import plan_from_bytes

    return plan_from_bytes(source.name, source.data)


def read_notes(sources: Sequence[Source], plan: FilePlan = AS_FOUND) -> tuple[Unit, ...]:
    """Return the units of all notes among the files, with the attributes of a roster among them.

    Raises:
        NothingToAnalyse: no file holds notes.
        InputError: none of the files has the columns that the plan names.
    """
    from nlp.documents.join_roster import with_people

    documents = _read(sources, plan)
    people = [person for roster in _only(documents, Roster) for person in roster.people]
    units = [unit for notes in _only(documents, Notes) for unit in notes.units]
    if not units:
        raise _nothing(
            sources,
            Message("there are no notes in it"),
            Message("Hand in a table with a column text, or a text with bullets"),
        )
    _say_left_out(documents, (Notes, Roster))
    return with_people(units, people)


def read_descriptors(sources: Sequence[Source], plan: FilePlan = AS_FOUND) -> tuple[Descriptor, ...]:
    """Return the descriptors of all rubrics among the files.

    Raises:
        NothingToAnalyse: no file holds a rubric.
        InputError: none of the files has the columns that the plan names.
    """
    documents = _read(sources, plan)
    found = tuple(descriptor for rubric in _only(documents, Rubric) for descriptor in rubric.descriptors)
    if not found:
        raise _nothing(
            sources,
            Message("there is no rubric in it"),
            Message("Hand in a table with the columns element, level, descriptor and team"),
        )
    _say_left_out(documents, (Rubric,))
    return found


def read_versions(sources: Sequence[Source], plan: FilePlan = AS_FOUND) -> tuple[Descriptor, ...]:
    """Return the descriptors of files that are versions of one team's rubric, in their order, named by their files.

    Where each file is of one team, all are of the team of the last: file names often carry the year.

    Raises:
        NothingToAnalyse: a file holds no rubric, or there is one file only.
        InputError: a file is given twice, or the columns of two files name different teams.
    """
    if len(sources) < 2:
        problem = Message("one file is one version, a comparison needs two")
        remedy = Message(
            "Give the files of all versions, oldest first; leave --versions out where a column version tells them"
        )
        raise NothingToAnalyse(names_of(sources), problem, remedy)
    refuse_repeated(sources)
    read = {source: read_descriptors([source], plan) for source in sources}
    teams = [{descriptor.team for descriptor in found} for found in read.values()]
    _refuse_other_teams(read)
    team = min(teams[-1]) if all(len(own) == 1 for own in teams) else None
    differ = len({source.stem for source in sources}) == len(read)
    return tuple(
        replace(descriptor, team=team or descriptor.team, version=source.stem if differ else source.shown)
        for source, found in read.items()
        for descriptor in found
    )


def _refuse_other_teams(read: Mapping[Source, Sequence[Descriptor]]) -> None:
    """Refuse files of which no two share a team that a column names; a file may name none.

    Raises:
        InputError: they are rubrics of different teams.
    """
    stated = {source.name: {name_key(each.team) for each in found if each.team} for source, found in read.items()}
    named = {name: teams for name, teams in stated.items() if teams}
    if named and not set.intersection(*named.values()):
        problem = Message("these are rubrics of different teams, not versions of one")
        raise InputError(", ".join(named), problem, Message("Leave --versions out to compare the teams"))


def refuse_repeated(sources: Sequence[Source]) -> None:
    """Refuse a file that is given twice, under whatever name.

    Raises:
        InputError: two of the files hold the same bytes.
    """
    first: dict[bytes, Source] = {}
    for source in sources:
        earlier = first.setdefault(sha256(source.data).digest(), source)
        if earlier is not source:
            raise InputError(
                source.shown,
                Message("the same file is given twice (as {earlier})", {"earlier": earlier.shown}),
                Message("Give it once"),
            )


def read_people(source: Source) -> tuple[Person, ...]:
    """Return the people of a roster.

    Raises:
        NothingToAnalyse: the file is something else.
    """
    rosters = _only(_read([source]), Roster)
    if not rosters:
        raise _nothing([source], Message("there is no roster in it"), Message("Hand in a table with a column name"))
    return rosters[0].people


def rosters_of(transcripts: Sequence[Source], rosters: Sequence[Source]) -> list[tuple[Person, ...] | None]:
    """Return who was present at each transcript's session: one roster stands for all sessions, none for None.

    Raises:
        InputError: there are several rosters, and not one for each transcript.
    """
    if len(rosters) > 1 and len(rosters) != len(transcripts):
        problem = Message(
            "there are {transcripts} transcripts and {rosters} rosters",
            {"transcripts": len(transcripts), "rosters": len(rosters)},
        )
        raise InputError("", problem, Message("Give one roster, or one for each transcript in the same order"))
    people = [read_people(roster) for roster in rosters]
    return [people[at] if len(people) > 1 else people[0] if people else None for at in range(len(transcripts))]


def _read(sources: Sequence[Source], plan: FilePlan = AS_FOUND) -> list[Document]:
    """Read files; a plan holds for those that have the columns that it names, and for one of them at least."""
    from nlp import read_document

    refuse_repeated(sources)
    names = Counter(source.name for source in sources)
    given = {source.name if names[source.name] == 1 else source.shown: source.data for source in sources}
    fitting = _fitting(given, plan)
    documents = []
    for name, data in given.items():
        documents.append(read_document(name, data, plan=plan if name in fitting else None))
        step(f"{name}: {_HELD[type(documents[-1])]}, {len(data):,} bytes")
    return documents


def _fitting(given: Mapping[str, bytes], plan: FilePlan) -> set[str]:
    if plan == AS_FOUND:
        return set()
    from service.intake.opened import Opened
    from service.intake.plan_files import check_fits, fits

    fitting = {name for name, data in given.items() if fits(name, data, plan)}
    if not fitting:
        check_fits(Opened.of(*next(iter(given.items()))), plan)
    return fitting


def _say_left_out(documents: Sequence[Document], used: tuple[type[Document], ...]) -> None:
    """Say on stderr which files are of another kind than the command works on."""
    for document in documents:
        if not isinstance(document, used):
            remark(f"{document.name} holds {_HELD[type(document)]}: left out.")


def _only(documents: Sequence[Document], kind: type[Kind]) -> list[Kind]:
    return [document for document in documents if isinstance(document, kind)]


def _nothing(sources: Sequence[Source], problem: Message, remedy: Message) -> NothingToAnalyse:
    return NothingToAnalyse(names_of(sources), problem, remedy)
