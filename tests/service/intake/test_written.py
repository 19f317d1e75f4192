"""Files that the program writes itself, from what people entered on its pages."""

from datetime import UTC, datetime

import pytest

from nlp.documents.read import read_document
from service.intake import written
from service.programmes.snapshot import Snapshot

NOW = datetime(2026, 5, 4, tzinfo=UTC)
COLUMNS = ("text", "element", "team", "review")
FIRST = {"text": "খবর দেরিতে আসে", "element": "Communications", "team": "Bangladesh", "review": "May 2026"}
SECOND = {"text": "“We wait”, they say\nand wait", "element": "Communications", "team": "Nepal", "review": "May 2026"}


@pytest.fixture
def put(workspace):
    """Write notes as a file of a programme."""
    slug = workspace.programmes.create("Delta").slug

    def put(notes, file_id=None, filename="phones.csv"):
        with workspace._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            return written.put(db, at, filename, written.as_csv(COLUMNS, notes), NOW, file_id)

    put.slug = slug
    return put


def texts(workspace, slug):
    found = workspace.findings(slug).readings()
    return {unit.text for element in found.elements for unit in (*element.alone, *_read(element))}


def _read(element):
    return [unit for reading in element.readings for unit in reading.units]


def test_what_is_written_can_be_read():
    """Quotes, line ends and cells that are not there."""
    units = read_document("x.csv", written.as_csv(COLUMNS, [FIRST, SECOND, {"text": "=1+1"}])).units
    assert [unit.text for unit in units if unit.attributes.get("team")][:1] == [FIRST["text"]]
    assert units[-1].text == "=1+1"
    assert units[-1].element is None


def test_more_is_written_in_the_place_of_what_was(workspace, put):
    """The file keeps its id and its name; the analysis has all of them."""
    file_id = put([FIRST])
    assert workspace.files.every(put.slug)[0].filename == "phones.csv"
    assert texts(workspace, put.slug) == {FIRST["text"]}
    assert put([FIRST, SECOND], file_id) == file_id == put([FIRST, SECOND], file_id)
    (kept,) = workspace.files.every(put.slug)
    assert kept.id == file_id
    assert FIRST["text"] in texts(workspace, put.slug)
    assert len(texts(workspace, put.slug)) > 1
    assert workspace.programmes.get(put.slug).teams == ("Bangladesh", "Nepal")
    assert workspace.files.original(put.slug, file_id)[1] == written.as_csv(COLUMNS, [FIRST, SECOND])


def test_what_was_taken_out_is_in_no_finding(workspace, put):
    """Nor does a result from before show it; without a note there is no file."""
    file_id = put([FIRST, SECOND])
    assert texts(workspace, put.slug) > {FIRST["text"]}
    assert put([FIRST], file_id) == file_id
    assert texts(workspace, put.slug) == {FIRST["text"]}
    assert put([], file_id) is None
    assert workspace.files.every(put.slug) == ()
    assert put([]) is None


def test_a_name_that_is_taken_gets_a_number(workspace, put):
    """A file that somebody added stays; one that was removed is written as a new one."""
    workspace.files.add(put.slug, [("phones.csv", b"text,element\nours,Trust\n")])
    file_id = put([FIRST])
    assert [each.filename for each in workspace.files.every(put.slug)] == ["phones.csv", "phones (2).csv"]
    workspace.files.remove(put.slug, file_id)
    assert put([FIRST, SECOND], file_id) != file_id
    assert len(workspace.files.every(put.slug)) == 2
