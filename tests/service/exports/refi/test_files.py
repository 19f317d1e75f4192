"""REFI-QDA as files."""

import pytest

from nlp import interpret, read_document
from nlp.errors import NothingToAnalyse
from service.exports.refi.files import qdc_of, qdpx_of, qdpx_of_readings
from service.presentation.i18n import language
from tests.embedders import BagOfWords
from tests.nlp.documents.refi.schemas import assert_codebook_is_valid, assert_project_is_valid
from tests.service.files import NOTES


def test_a_programme_as_a_project_and_as_a_codebook(workspace, full):
    """Both are valid, and the same twice."""
    found = workspace.findings(full)
    assert_project_is_valid(qdpx_of(found, language("ne")))
    assert qdpx_of(found, language("en"), names=True) == qdpx_of(found, language("en"), names=True)
    assert_codebook_is_valid(qdc_of(found, language("bn")))


def test_without_readings_there_is_no_codebook(workspace, programme):
    """The schema knows no codebook without a code."""
    with pytest.raises(NothingToAnalyse, match="there are no readings yet"):
        qdc_of(workspace.findings(programme), language("en"))


def test_files_without_a_programme():
    """Everything is in it, and read again it is the same notes."""
    units = read_document("notes.csv", NOTES).units
    data = qdpx_of_readings(interpret(units, BagOfWords()), "notes.csv")
    assert_project_is_valid(data)
    again = read_document("back.qdpx", data).units
    assert {(each.text, each.element, each.attributes["team"], each.attributes["participant"]) for each in again} == {
        (each.text, "Communications" if each.element == "communications" else each.element, *_of(each))
        for each in units
    }


def _of(note):
    return note.attributes["team"], note.attributes["participant"]
