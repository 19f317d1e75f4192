"""The steps of the way of the data that no test of the workspace reaches."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from service.analyses import pipeline
from service.types import Outline
from tests.embedders import BagOfWords
from tests.nlp.readings.test_interpret import notes
from tests.service.files import NOTES


def test_ids_and_labels_stay_as_they_were():
    """Whatever was called otherwise before keeps that name."""
    found = pipeline.find_readings(notes(), BagOfWords(), ("team",), Outline(), 3)
    (element,) = found.elements
    called = replace(element, readings=tuple(replace(each, id=f"{each.id}-old") for each in element.readings))
    again = pipeline.find_readings(
        notes(), BagOfWords(), ("team",), Outline(), 3, before=replace(found, elements=(called,))
    )
    assert [reading.id for reading in again.readings] == [reading.id for reading in called.readings]


@pytest.mark.parametrize("stored", ["not JSON", '{"model": "m", "by": []}', "[]"])
def test_readings_that_an_earlier_release_stored_do_no_harm(workspace, stored):
    """Where their form has other fields, readings are found as if there had been none before."""
    slug = workspace.programmes.create("P").slug
    workspace.files.add(slug, [("notes.csv", NOTES)])
    before = workspace.findings(slug).readings()
    with workspace._database.writing() as db:
        db.execute(text("UPDATE findings SET result = :stored"), {"stored": stored})
    more = b"text,element\nA new note here,Communications\n"
    workspace.files.add(slug, [("more.csv", more)])
    assert len(workspace.findings(slug).readings().elements) == len(before.elements)


def test_an_error_inside_an_analysis_is_not_swallowed(workspace, monkeypatch):
    """A missing key is a bug, not an earlier release."""
    slug = workspace.programmes.create("P").slug
    workspace.files.add(slug, [("notes.csv", NOTES)])
    monkeypatch.setattr(pipeline, "find_readings", lambda *_: {}["gone"])
    with pytest.raises(KeyError, match="gone"):
        workspace.findings(slug).readings()
