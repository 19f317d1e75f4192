"""The dates of a file's notes: read together, because one of them may tell day from month for all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import repeat

from nlp.documents.types import DatesRead, DoubtfulDate
from nlp.text.dates.order import DateOrder
from nlp.text.dates.read import ReadDate, read_dates

_MOST_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """What stands where the date of a note should: its line, the header or key above it, and the text, "" for none."""

    line: int
    header: str
    text: str


@dataclass(frozen=True, slots=True)
class NoteDates:
    """Every date of a file, and how it was read: header -> text -> date."""

    read: Mapping[str, Mapping[str, ReadDate]]

    @classmethod
    def of(cls, written: Iterable[WrittenDate], said: DateOrder | None = None) -> "NoteDates":
        """Read the dates of one file; those below one header are settled together, else by what is said of them."""
        columns: dict[str, dict[str, None]] = {}
        for one in written:
            if one.text:
                columns.setdefault(one.header, {})[one.text] = None
        return cls(
            {
                header: dict(zip(texts, read_dates(list(texts), header, said), strict=True))
                for header, texts in columns.items()
            }
        )

    def iso(self, written: WrittenDate) -> str:
        """Return a date in ISO 8601, as it is written where it is not certain."""
        return self.read[written.header][written.text].iso or written.text if written.text else ""

    def counted(self, notes: Iterable[WrittenDate], times: Iterable[int] = repeat(1)) -> DatesRead:
        """Return how many notes have a date that is certain, and how many one that is not.

        Args:
            notes: what stands in the place of the date of each.
            times: for how many notes each of these stands.
        """
        read = doubtful = 0
        examples: dict[tuple[int, str], DoubtfulDate] = {}
        for one, count in zip(notes, times, strict=False):
            doubt = self.read[one.header][one.text].doubt if one.text else None
            if doubt is not None:
                doubtful += count
                if len(examples) < _MOST_EXAMPLES:
                    examples[one.line, one.text] = DoubtfulDate(one.line, one.text, doubt)
            elif one.text:
                read += count
        return DatesRead(read, doubtful, tuple(examples.values()))


def together(first: DatesRead, second: DatesRead) -> DatesRead:
    """Return what two parts of a file add up to."""
    examples = (*first.examples, *second.examples)[:_MOST_EXAMPLES]
    return DatesRead(first.read + second.read, first.doubtful + second.doubtful, examples)
