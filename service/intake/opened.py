"""A file that was opened: its tables, where it is made of them, read once for all that is asked of it."""

import csv
import io
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePath

from nlp.documents.plan import AS_FOUND, FilePlan
from nlp.documents.read import TableFile, open_tables, plan_of
from nlp.documents.tables.skim import SkimmedNotes
from nlp.documents.types import Document, Notes
from nlp.errors import InputError
from nlp.text.signature import ZIP, signature
from nlp.transcripts.prose.turn_tables import has_turns
from service.intake import detect_kind
from service.names.outline import Content
from service.types import Outline

LONG = 20_000
"""Rows from which on a table is only skimmed until it is kept: more notes than anybody reads, or reads at once."""
_FIRST_ROWS = 300


@dataclass(frozen=True, slots=True)
class Opened:
    """A file and its tables.

    Attributes:
        filename: as it is shown.
        data: its bytes.
        tables: what it holds; None for running text and the like, and an error where they cannot be read.
    """

    filename: str
    data: bytes
    tables: TableFile | InputError | None

    @classmethod
    def of(cls, filename: str, data: bytes) -> "Opened":
        """Open a file."""
        try:
            return cls(filename, data, open_tables(filename, data))
        except InputError as error:
            return cls(filename, data, error)

    def plan(self, said: FilePlan = AS_FOUND, languages: Collection[str] = ()) -> FilePlan:
        """Return how it would be read, a plan without anything where that cannot be told.

        Args:
            said: a plan whose layout is followed, with the words of a PDF or a picture that was read before.
            languages: those of the programme.
        """
        if isinstance(self.tables, InputError):
            return AS_FOUND
        try:
            if self.tables:
                return self.tables.plan(said)
            return plan_of(self.filename, self.data, said, languages=languages or None)
        except InputError:
            return AS_FOUND

    def document(self, languages: Collection[str], plan: FilePlan) -> Document:
        """Return what it holds, as the plan says.

        Raises:
            InputError: it is no document.
        """
        if isinstance(self.tables, InputError):
            raise self.tables
        if self.tables:
            return self.tables.document(tuple(languages) or None, plan)
        return detect_kind.document(self.filename, self.data, languages, plan)

    def content(self, outline: Outline, plan: FilePlan = AS_FOUND) -> Content:
        """Return what it holds, as the plan says; what that leaves open the content decides.

        Raises:
            InputError: it cannot be read.
        """
        languages = set(outline.languages.values())
        if not plan.kind and self._has_no_turns:
            return self.document(languages, plan)
        return detect_kind.read(
            self.filename, self.data, languages, outline.elements, plan, lambda: self.document(languages, plan)
        )

    @property
    def _has_no_turns(self) -> bool:
        """Whether it is a workbook without the columns of a transcript, which needs not be read again as one."""
        if not isinstance(self.tables, TableFile) or signature(self.data) is not ZIP:
            return False
        return not any(has_turns([(row.number, row.cells) for row in grid.rows]) for grid in self.tables.grids)

    def skimmed(self, outline: Outline, plan: FilePlan) -> SkimmedNotes | None:
        """Return what a long table of notes holds, without keeping its notes; None for any other file.

        Raises:
            InputError: it cannot be read.
        """
        if not isinstance(self.tables, TableFile) or len(self.tables.grids) != 1:
            return None
        if len(self.tables.grids[0].rows) < LONG or not self._begins_with_notes(outline, plan):
            return None
        return self.tables.skimmed(set(outline.languages.values()) or None, plan)

    def _begins_with_notes(self, outline: Outline, plan: FilePlan) -> bool:
        """Whether its first rows, as a file of their own, are notes and no turns of a transcript."""
        if not isinstance(self.tables, TableFile):
            return False
        text = io.StringIO(newline="")
        csv.writer(text).writerows(row.cells for row in self.tables.grids[0].rows[:_FIRST_ROWS])
        name = PurePath(self.filename).with_suffix(".csv").name
        try:
            return isinstance(Opened.of(name, text.getvalue().encode()).content(outline, plan), Notes)
        except InputError:
            return False
