"""Small files that name a great deal are read, or refused with a line, within a budget of time and memory."""

import subprocess
import sys
from pathlib import Path

import pytest

from nlp.documents import Notes, read_document
from nlp.errors import UnreadableFile
from tests.nlp.documents.hostile import HOSTILE

REFUSED = {
    "20,000 rows of one string of 31 KB": "grows too large",
    "a last column in every row": "grows too large",
    "1,000,000 rows of one string": "grows too large",
    "1,000,000 formats": "grows too large",
    "a cell over 999,999,999 columns": "XML that no office program writes",
    "a transcript with such a cell": "XML that no office program writes",
    "100,000 cells over 999 columns": "XML that no office program writes",
    "5,000,000 empty paragraphs": "grows too large",
    "a long merged cell": "grows too large",
}
SMALL = ("all cells merged", "a column merged to its end", "content in the last row", "a cell at the far end")
LIMIT = 500 * 2**20
READ = """
import resource, sys
from pathlib import Path
from nlp.documents import read_document
from nlp.errors import InputError
resource.setrlimit(resource.RLIMIT_DATA, ({limit}, {limit}))
try:
    read_document({name!r}, Path({path!r}).read_bytes())
except InputError as error:
    print(error)
"""


@pytest.mark.parametrize("kind", SMALL)
def test_what_people_do_to_whole_columns_simply_works(kind: str):
    """Merged to the end, or with something far away: the notes are read."""
    name, make = HOSTILE[kind]
    notes = read_document(name, make())
    assert isinstance(notes, Notes)
    assert notes.units[0].text == "We meet too rarely"


def test_a_column_that_is_merged_to_its_end_holds_for_its_rows():
    """Every note gets the element that stands in the merged cell."""
    name, make = HOSTILE["a column merged to its end"]
    notes = read_document(name, make())
    assert isinstance(notes, Notes)
    assert [unit.element for unit in notes.units] == ["Trust", "Trust"]


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_a_table_of_people_is_refused(kind: str):
    """With a line that says why."""
    name, make = HOSTILE[kind]
    with pytest.raises(UnreadableFile, match=REFUSED[kind]):
        read_document(name, make())


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are those of Linux")
@pytest.mark.parametrize("kind", ["all cells merged", "a last column in every row", "5,000,000 empty paragraphs"])
def test_a_process_with_little_memory_is_enough(kind: str, tmp_path: Path):
    """Under a hard limit the answer still comes."""
    name, make = HOSTILE[kind]
    path = tmp_path / name
    path.write_bytes(make())
    code = READ.format(limit=LIMIT, name=name, path=str(path))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr[-500:]
