"""The table of notes as a file: CPU time and size, names of 300 people hidden in every text."""

from time import process_time

from nlp.documents.types import Person
from nlp.frames.readings import notes_table
from nlp.frames.table import Table
from nlp.readings.types import ElementReadings, Member, Reading
from service.exports.tables.dictionary import About
from service.exports.tables.formats import TABLES
from service.exports.tables.hidden import without_names
from service.exports.tables.programme import LISTED
from service.presentation.i18n import language
from service.presentation.masking.masking import numbered

SIZES = (300, 10_000, 50_000)
PEOPLE = tuple(f"Given{number:03} Family{number:03}" for number in range(300))
TEXTS = (
    "We share the news in time and nobody waits {number} days for Given{who:03}",
    "খবর সময়মতো আসে না, {number} বার হলো",
    "खबर ढिलो आउँछ, {number} पटक भयो",
)


def run() -> None:
    """Print a line for each size: hiding names, and each format."""
    about = About("Benchmark", "2026-01-01", language("en"), names=False)
    for size in SIZES:
        table = _notes(size)
        people = numbered(PEOPLE, [Person(name) for name in PEOPLE], language("en"))
        start = process_time()
        hidden = without_names(table, people)
        said = [f"names hidden {process_time() - start:6.2f} s CPU"]
        for name, write in TABLES.items():
            start = process_time()
            content = write([hidden], about)
            said.append(f"{name} {process_time() - start:6.2f} s, {len(content) / 1e6:6.2f} MB")
        print(f"exports       {size:>7,} notes, {'; '.join(said)}", flush=True)


def _notes(size: int) -> Table:
    units = tuple(
        Member(
            id=f"{number:016x}",
            text=TEXTS[number % len(TEXTS)].format(number=number, who=number % len(PEOPLE)),
            language="bn",
            source="notes.csv",
            line=number + 2,
            start=0,
            end=9,
            element="Communications",
            attributes={
                "team": "Nepal",
                "organisation": "River Trust",
                "review": "March 2026",
                "date": "2026-03-18",
                "participant": PEOPLE[number % len(PEOPLE)],
            },
            typicality=0.5 + number / size / 3,
        )
        for number in range(size)
    )
    reading = Reading("communications-1", "News", {}, (), {}, units, (), 0.9, {}, {}, {}, {}, {})
    return notes_table([ElementReadings("Communications", size, (reading,), (), 0.1, (), {}, {}, ())], LISTED)
