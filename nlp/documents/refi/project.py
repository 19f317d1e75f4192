"""A project as REFI-QDA has it: texts, codes, which stretches of the texts have which codes, and cases with values.

Things are known by their GUIDs. Positions are code points into the text of a source, the end not included.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class User:
    """Somebody, or a machine, who coded."""

    guid: str
    name: str


@dataclass(frozen=True, slots=True)
class QdaCode:
    """A code of a codebook.

    Attributes:
        guid: of the code.
        name: as it is shown.
        about: its description, "" for none.
        color: "#RRGGBB", "" where none is given.
        is_codable: whether text may have it; a mere group of codes is not.
        codes: that stand below it.
        memos: GUIDs of memos about it.
    """

    guid: str
    name: str
    about: str = ""
    color: str = ""
    is_codable: bool = True
    codes: tuple["QdaCode", ...] = ()
    memos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Variable:
    """Something that is known of cases or sources; `kind` is "Text", "Integer", "Date" ..."""

    guid: str
    name: str
    kind: str = "Text"


@dataclass(frozen=True, slots=True)
class Case:
    """A person, a team, anything that texts are of.

    Attributes:
        guid: of the case.
        name: "" where it only carries the values of a source.
        about: its description.
        values: GUID of a variable -> value.
        sources: GUIDs of what is wholly of it.
        selections: GUIDs of stretches of text that are of it.
    """

    guid: str
    name: str = ""
    about: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    selections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coding:
    """That something has a code, and who said so; `guid` is its own."""

    guid: str
    code: str
    user: str = ""


@dataclass(frozen=True, slots=True)
class Selection:
    """A stretch of a text with its codes; without any it is an annotation.

    Attributes:
        guid: of the selection.
        start, end: code points into the text of its source.
        codings: its codes.
        name: how tools show it, often its first words.
        about: its description.
        memos: GUIDs of memos about it.
    """

    guid: str
    start: int
    end: int
    codings: tuple[Coding, ...] = ()
    name: str = ""
    about: str = ""
    memos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextSource:
    """A text.

    Attributes:
        guid: of the source.
        name: as it is shown.
        text: as positions count in it.
        selections: its stretches, in the order of the file.
        codings: codes of the whole text.
        values: GUID of a variable -> value.
        about: its description.
    """

    guid: str
    name: str
    text: str
    selections: tuple[Selection, ...] = ()
    codings: tuple[Coding, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    about: str = ""


@dataclass(frozen=True, slots=True)
class CodeSet:
    """Codes that a tool shows together; `codes` are their GUIDs."""

    guid: str
    name: str
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Memo:
    """A text about codes or stretches of text that name its GUID, else about the project as a whole."""

    guid: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Project:
    """Everything that one program hands to another.

    Attributes:
        name: of the project.
        origin: the program that wrote it.
        users: who coded.
        codes: the codebook; codes stand below codes.
        variables: what is known of cases and sources.
        cases: persons, teams ...
        sources: the texts.
        sets: groups of codes.
        memos: texts about the whole or parts of it.
        about: its description.
        made: when it was written, as XML has moments; "" where nothing says.
    """

    name: str = ""
    origin: str = ""
    users: tuple[User, ...] = ()
    codes: tuple[QdaCode, ...] = ()
    variables: tuple[Variable, ...] = ()
    cases: tuple[Case, ...] = ()
    sources: tuple[TextSource, ...] = ()
    sets: tuple[CodeSet, ...] = ()
    memos: tuple[Memo, ...] = ()
    about: str = ""
    made: str = ""


def with_ancestors(codes: Sequence[QdaCode]) -> Iterator[tuple[QdaCode, tuple[QdaCode, ...]]]:
    """Yield every code of a codebook in its order, with those above it, the uppermost first."""
    waiting: list[tuple[QdaCode, tuple[QdaCode, ...]]] = [(code, ()) for code in reversed(codes)]
    while waiting:
        code, above = waiting.pop()
        yield code, above
        waiting += [(each, (*above, code)) for each in reversed(code.codes)]
