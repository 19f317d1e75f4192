"""Files of a programme: read once when they come in, then previewed, kept under a free name, removed."""

import pytest

from nlp.messages import Message
from service.intake import detect_kind
from tests.service.files import NOTES, RUBRIC_SOUTH

BROKEN = b"PK\x03\x04 this is no archive"


@pytest.fixture
def slug(workspace):
    return workspace.programmes.create("Delta").slug


@pytest.fixture
def read_names(monkeypatch):
    """The names of all files that are read, in order."""
    names = []
    read = detect_kind.read

    def counted(filename, *others):
        names.append(filename)
        return read(filename, *others)

    monkeypatch.setattr(detect_kind, "read", counted)
    return names


def test_a_file_is_read_once_when_it_comes_in(workspace, slug, read_names):
    """Looking at the preview again, and keeping it, take what was read then."""
    preview = workspace.files.preview(
        slug, [("notes.csv", NOTES), ("broken.xlsx", BROKEN), ("rubric.csv", RUBRIC_SOUTH)]
    )
    assert workspace.files.previewed(slug, preview.token) == preview
    workspace.files.keep(slug, preview.token)
    assert read_names == ["notes.csv", "broken.xlsx", "rubric.csv"]


def test_a_file_under_a_taken_name_is_not_read_again(workspace, slug, read_names):
    """Its notes carry the new name, and ids that differ from those of the file that was there."""
    workspace.files.add(slug, [("notes.csv", NOTES)])
    (kept,) = workspace.files.add(slug, [("notes.csv", NOTES + b"One more,Communications,North,,\n")])
    assert kept.filename == "notes (2).csv"
    assert read_names == ["notes.csv", "notes.csv"]
    units = [unit for element in workspace.findings(slug).readings().elements for unit in _notes(element)]
    assert {unit.source for unit in units} == {"notes.csv", "notes (2).csv"}
    assert len({unit.id for unit in units}) == len(units)


def test_why_a_file_cannot_be_used_waits_with_it(workspace, slug):
    """The preview says it again, as a message that any language can say."""
    preview = workspace.files.preview(slug, [("broken.xlsx", BROKEN)])
    (again,) = workspace.files.previewed(slug, preview.token).files
    assert again == preview.files[0]
    assert isinstance(again.problem, Message)
    assert "broken.xlsx" in str(again.problem)
    assert workspace.files.keep(slug, preview.token) == ()


def _notes(element):
    return [*element.alone, *(unit for reading in element.readings for unit in reading.units)]
