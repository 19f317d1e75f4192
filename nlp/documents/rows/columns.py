"""Columns that a call names, as a plan of the tables; and cells that are no text where text is wanted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from nlp.documents.plan import AS_FOUND, ColumnPlan, FilePlan, Role, TablePlan
from nlp.documents.rows.grid import HandedRows
from nlp.documents.rows.handed import Column
from nlp.documents.tables.table import Table
from nlp.door.attributes import ONE_VALUE
from nlp.door.wrong import write, wrong_type
from nlp.errors import MissingColumn
from nlp.messages import Message, msgid
from nlp.names import name_key
from nlp.text.segmentation.segment import tidy

NO_COLUMN = msgid("there is no column {missing}; the columns are: {columns}")

_ROLES = {"name": Role.PARTICIPANT}
"""How calls name roles, where that is not the role's own name."""
_OTHER_COLUMN = Message("Choose the column of the texts, or write the value as text")
_TEXTS = (Role.TEXT, Role.DESCRIPTOR)
_OF_TEXT = frozenset({Role.TEXT, Role.ANSWERS, Role.TEAM_NOTES})


@dataclass(frozen=True, slots=True)
class Said:
    """The columns that a call names; true where it names any.

    Attributes:
        call: the function.
        columns: role, how the call names it, column.
    """

    call: str
    columns: tuple[tuple[Role, str, Column], ...]

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.columns)

    @classmethod
    def of(cls, call: str, named: Mapping[str, Column | None], answers: Column | Iterable[Column] = ()) -> "Said":
        """Return what a call says.

        Raises:
            WrongType: what should be the name of a column is none.
        """
        said = [(_ROLES.get(name) or Role(name), name, column) for name, column in named.items() if column is not None]
        several = (answers,) if isinstance(answers, str | int) or not isinstance(answers, Iterable) else answers
        said += [(Role.ANSWERS, "answers", column) for column in several]
        for _, name, column in said:
            if isinstance(column, bool) or not isinstance(column, str | int):
                raise wrong_type(name, "str", column, write(f'{call}(..., {name}="...")'))
        return cls(call, tuple(said))

    def plan(self, source: str, there: FilePlan, layout: FilePlan = AS_FOUND) -> FilePlan:
        """Return the plan of a file in which the columns are what is said.

        Where the columns of the notes are named, no other column holds notes.

        Args:
            source: name of the file.
            there: what is found in it.
            layout: where the header is, if that is known.

        Raises:
            MissingColumn: no column is called so.
        """
        found = [column for table in there.tables for column in table.columns]
        columns = [ColumnPlan(_header(source, found, name, column), role) for role, name, column in self.columns]
        named = {column.header for column in columns}
        if any(column.role in _OF_TEXT for column in columns):
            others = dict.fromkeys(column.header for column in found if column.role in _OF_TEXT)
            columns += [ColumnPlan(header, Role.ATTRIBUTE) for header in others if header not in named]
        table = replace(layout.tables[0] if layout.tables else TablePlan(), columns=tuple(columns))
        return FilePlan(tables=(table,) if table != TablePlan() else ())


def _header(source: str, found: Sequence[ColumnPlan], name: str, column: Column) -> str:
    """Return the header of the column that is called so: letter by letter, or else as the same name."""
    headers = [each.header for each in found]
    key = name_key(tidy(str(column)))
    header = next((each for each in headers if each == str(column)), None)
    header = header or next((each for each in headers if name_key(each) == key), None)
    if header is None:
        there = tuple(dict.fromkeys(filter(None, headers))) or Message("none")
        problem = Message(NO_COLUMN, {"missing": str(column), "columns": there})
        raise MissingColumn(source, problem, Message("Name one of them"), name)
    return header


def check_cells(rows: HandedRows, tables: Sequence[Table]) -> None:
    """Refuse numbers where a note or a descriptor should be, and several texts where one value should be.

    Raises:
        WrongType: there is one; the first is named.
    """
    if not rows.no_texts:
        return
    header = rows.grid.rows[0].cells
    table = next((table for table in tables if table.header.cells == header), None)
    texts, lists = _columns_of_text(table) if table is not None else (set(), set())
    for (number, column), value in rows.no_texts.items():
        several = isinstance(value, list | tuple) or (hasattr(value, "__array__") and hasattr(value, "__len__"))
        if column in texts or (several and column not in lists):
            remedy = ONE_VALUE if several else _OTHER_COLUMN
            raise wrong_type(header[column] or f"column {column}", "str", value, remedy, rows.place(number))


def _columns_of_text(table: Table) -> tuple[set[int], set[int]]:
    """Return the columns that hold notes or descriptors, and those whose cells may hold several texts."""
    texts = {table.columns[role.value] for role in _TEXTS if role.value in table.columns}
    if not texts and "note" in table.columns:
        texts = {table.columns["note"]}
    return texts, {column for meaning, column in table.columns.items() if meaning == Role.ALIASES.value}
