"""The coded places of a project as rows of a table, so that they are read, shown and put right as any other notes.

Each place is a note. Its code is its reading and the uppermost code above it, or the one group that the code is in, its
element; a place with several codes of one element is one note with the first of them as its reading, so that nothing is
counted twice. Cases and values become columns.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from nlp.documents.refi.positions import EXACT
from nlp.documents.refi.project import Case, Project, QdaCode, Selection, TextSource, with_ancestors
from nlp.documents.refi.read_project import read_project
from nlp.documents.tables.table import Grid, Row, SharedCells
from nlp.errors import NothingToAnalyse
from nlp.messages import Message, msgid

TEXT, ELEMENT, READING, ALSO = "Text", "Element", "Reading", "Also coded as"
DOCUMENT, CODED_BY, CASE = "Document", "Coded by", "Case"
KIND_OF_CASE = "Kind of case"
"""The variable by which a project of ours says what its cases are."""
BETWEEN_LEVELS = " › "
AND = "; "
UNCODED = msgid(
    "Lines of text without a code are left out ({count}). To read them as notes, hand in the texts themselves."
)
SEVERAL = msgid(
    "Where a place has several codes of one element ({count}), the first is its reading, "
    "and the others stand in “Also coded as”."
)
NO_CODINGS = msgid("Nothing in the project has a code: every line of its texts is read as a note.")
LEVELS = msgid("The codes have levels: the uppermost was taken for the element, the ones below it for the reading.")
FLAT = msgid("The codes have no levels: each was taken for a reading, and what has no group has no element.")
_WITH_NOTES = 2
"""Rows of a table with a note: its header and one more."""
_MOST_AROUND = 50
"""Places of cases around one other that are looked at."""


@dataclass(frozen=True, slots=True)
class _Meant:
    """What a code is taken for."""

    element: str
    reading: str
    order: int


@dataclass(slots=True)
class _Codes:
    """What every code of a project is taken for, by its GUID."""

    meant: dict[str, _Meant] = field(default_factory=dict)
    has_levels: bool = False

    @classmethod
    def of(cls, project: Project) -> "_Codes":
        found = cls()
        cases = {case.guid for case in project.cases}
        groups = _only_groups(project)
        is_ours = project.origin.lower().startswith(EXACT)
        for code, above in with_ancestors(project.codes):
            if code.guid in cases:
                continue
            found.has_levels = found.has_levels or bool(above or code.guid in groups)
            found.meant[code.guid] = _meant(code, above, groups, len(found.meant), is_ours=is_ours)
        return found


def _meant(code: QdaCode, above: Sequence[QdaCode], groups: Mapping[str, str], order: int, *, is_ours: bool) -> _Meant:
    if above:
        element = above[0].name
        name = BETWEEN_LEVELS.join(each.name for each in (*above[1:], code))
        return _Meant(element, name.removesuffix(f" ({element})") if is_ours else name, order)
    group = groups.get(code.guid, "")
    if code.codes or group == code.name:
        return _Meant(code.name, "", order)
    return _Meant(group, code.name, order)


def _only_groups(project: Project) -> dict[str, str]:
    """Return the group of every code that is in one group alone."""
    groups: dict[str, list[str]] = {}
    for each in project.sets:
        for code in each.codes:
            groups.setdefault(code, []).append(each.name)
    return {code: names[0] for code, names in groups.items() if len(names) == 1}


def read_coded(source: str, data: bytes) -> list[Grid]:
    """Return the table of a .qdpx.

    Raises:
        UnreadableFile: as `read_project`.
        NothingToAnalyse: there is no text in it.
    """
    found = read_project(source, data)
    grid = grid_of(found.project)
    if len(grid.rows) < _WITH_NOTES:
        problem = Message("the project has no text that can be read")
        raise NothingToAnalyse(source, problem, Message("Export it again with its documents"))
    return [replace(grid, remarks=(*grid.remarks, *found.remarks))]


def grid_of(project: Project) -> Grid:
    """Return the coded places of a project as one table; of one without codes every line of its texts."""
    return _Table(project).grid()


class _Table:
    """The rows of a project, and what was counted on the way."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._codes = _Codes.of(project)
        self._users = {user.guid: user.name for user in project.users}
        self._names = {each.guid: each.name.rpartition(":")[2].strip() or each.name for each in project.variables}
        self._cases = _Cases.of(project)
        self._is_ours = project.origin.lower().startswith(EXACT)
        self._several = self._uncoded = 0

    def grid(self) -> Grid:
        rows = [row for source in self._project.sources for row in self._rows(source)]
        remarks = list(self._remarks(rows))
        if not rows:
            rows = [
                {TEXT: line, DOCUMENT: source.name, **self._valued(source.values)}
                for source in self._project.sources
                for line in source.text.splitlines()
                if line.strip()
            ]
        first = [key for key in (TEXT, ELEMENT, READING, ALSO) if key == TEXT or any(row.get(key) for row in rows)]
        header = list(dict.fromkeys((*first, *(key for row in rows for key in row))))
        header = [key for key in header if key == TEXT or any(row.get(key) for row in rows)]
        once = SharedCells()
        body = [Row(number, once(row.get(key, "") for key in header)) for number, row in enumerate(rows, start=2)]
        return Grid("", (Row(1, tuple(header)), *body), remarks=tuple(remarks))

    def _remarks(self, rows: Sequence[Mapping[str, str]]) -> Iterator[Message]:
        if not rows:
            if self._project.sources:
                yield Message(NO_CODINGS)
            return
        if not self._is_ours:
            yield Message(LEVELS if self._codes.has_levels else FLAT)
        if self._several:
            yield Message(SEVERAL, {"count": self._several})
        if self._uncoded:
            yield Message(UNCODED, {"count": self._uncoded})

    def _rows(self, source: TextSource) -> Iterator[dict[str, str]]:
        marked = sorted(source.selections, key=lambda each: (each.start, each.end, each.guid))
        around = self._cases.around(marked)
        coded = [(each, cases) for each, cases in zip(marked, around, strict=True) if self._is_note(each)]
        self._uncoded += _lines_outside(source, [each for each, _ in coded])
        for each, cases in _joined(coded):
            words = source.text[each.start : each.end].strip()
            if words:
                yield from self._notes(source, each, cases, words)

    def _is_note(self, marked: Selection) -> bool:
        """Whether a place is a note: it has a code, or is one of ours that fits no reading of no element."""
        known = any(coding.code in self._codes.meant for coding in marked.codings)
        return known or (self._is_ours and not marked.codings)

    def _notes(
        self, source: TextSource, marked: Selection, cases: Sequence[Case], words: str
    ) -> Iterator[dict[str, str]]:
        """Yield a note of a place for every element of which it has codes."""
        by_element: dict[str, list[tuple[_Meant, str]]] = {}
        for coding in marked.codings:
            if meant := self._codes.meant.get(coding.code):
                by_element.setdefault(meant.element, []).append((meant, self._users.get(coding.user, "")))
        for element, codes in (by_element or {"": []}).items():
            codes.sort(key=lambda each: (not each[0].reading, each[0].order))
            readings = list(dict.fromkeys(meant.reading for meant, _ in codes if meant.reading))
            self._several += len(readings) > 1
            yield {
                TEXT: words,
                ELEMENT: element,
                READING: readings[0] if readings else "",
                ALSO: AND.join(readings[1:]),
                DOCUMENT: source.name,
                CODED_BY: AND.join(dict.fromkeys(user for _, user in codes if user)),
                **self._valued(source.values),
                **self._of_cases(source, cases),
            }

    def _of_cases(self, source: TextSource, cases: Sequence[Case]) -> dict[str, str]:
        """Return what cases say of a note: theirs is more exact than what the whole text says."""
        found: dict[str, list[str]] = {}
        for case in {each.guid: each for each in (*self._cases.of_source.get(source.guid, ()), *cases)}.values():
            values = self._valued(case.values)
            kind = values.pop(KIND_OF_CASE, CASE)
            own = {**values, **({kind.capitalize(): case.name} if case.name else {})}
            for key, value in own.items():
                found.setdefault(key, []).append(value)
        return {key: AND.join(dict.fromkeys(values)) for key, values in found.items()}

    def _valued(self, values: Mapping[str, str]) -> dict[str, str]:
        """Return values by the names of their variables, none of which takes the place of a column of ours."""
        named = ((self._names[guid], value) for guid, value in values.items() if self._names.get(guid))
        return {f"{name} (2)" if name in (TEXT, ELEMENT, READING) else name: value for name, value in named}


@dataclass(frozen=True)
class _Cases:
    """Which cases what is of.

    Attributes:
        of_source: GUID of a source -> its cases.
        of_selection: GUID of a place -> its cases.
        by_code: GUID -> the case that some programs code places with.
    """

    of_source: Mapping[str, list[Case]]
    of_selection: Mapping[str, list[Case]]
    by_code: Mapping[str, Case]

    @classmethod
    def of(cls, project: Project) -> "_Cases":
        sources: dict[str, list[Case]] = {}
        selections: dict[str, list[Case]] = {}
        for case in project.cases:
            for guid in case.sources:
                sources.setdefault(guid, []).append(case)
            for guid in case.selections:
                selections.setdefault(guid, []).append(case)
        by_code = {case.guid: case for case in project.cases}
        for source in project.sources:
            for coding in source.codings:
                if found := by_code.get(coding.code):
                    sources.setdefault(source.guid, []).append(found)
        return cls(sources, selections, by_code)

    def around(self, marked: Sequence[Selection]) -> list[list[Case]]:
        """Return the cases of places in their order: those that name them, and those whose places they lie in."""
        spans = [
            (each.start, each.end, case)
            for each in marked
            for coding in each.codings
            if (case := self.by_code.get(coding.code))
        ]
        starts = [start for start, _, _ in spans]
        found = []
        for each in marked:
            before = bisect_right(starts, each.start)
            inside = [case for _, end, case in spans[max(0, before - _MOST_AROUND) : before] if end >= each.end]
            found.append([*self.of_selection.get(each.guid, ()), *inside])
        return found


def _joined(coded: Sequence[tuple[Selection, list[Case]]]) -> Iterator[tuple[Selection, list[Case]]]:
    """Yield places, those of the very same words as one: several people may have coded them apart."""
    found: dict[tuple[int, int], tuple[Selection, list[Case]]] = {}
    for each, cases in coded:
        place = each.start, each.end
        if place in found:
            known, before = found[place]
            both = replace(known, codings=(*known.codings, *each.codings))
            found[place] = both, [*before, *cases]
        else:
            found[place] = each, cases
    yield from found.values()


def _lines_outside(source: TextSource, coded: Sequence[Selection]) -> int:
    """Return how many lines of a text no coded place touches; `coded` is in order."""
    count, at, number, behind = 0, 0, 0, -1
    for line in source.text.split("\n"):
        end = at + len(line)
        while number < len(coded) and coded[number].start <= end:
            behind = max(behind, coded[number].end)
            number += 1
        count += bool(line.strip()) and behind <= at
        at = end + 1
    return count
