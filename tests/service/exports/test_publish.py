"""A programme's report, published as it then was."""

import pytest

from nlp.errors import InputError
from service.exports.publish import publish_report
from service.exports.report import Wanted, build_report


def test_every_language_is_one_publication_without_names(workspace, full):
    """Each holds the report as it is made without names, under the programme's name where no title is given."""
    made = publish_report(workspace, full, "", ["en", "bn", "en"])
    assert [(each.language, each.title) for each in made] == [("en", "Two rivers"), ("bn", "Two rivers")]
    for each in made:
        assert workspace.publications.read(full, each.id)[1] == build_report(
            workspace, full, Wanted(language=each.language)
        )


def test_what_is_published_stays_when_the_programme_changes(workspace, full):
    """A file that is removed is gone from the next version, not from the one before."""
    (old,) = publish_report(workspace, full, "Report")
    before = workspace.publications.read(full, old.id)[1]
    notes = next(each for each in workspace.files.every(full) if each.kind == "notes")
    workspace.files.remove(full, notes.id)
    (new,) = publish_report(workspace, full, "Report")
    assert workspace.publications.read(full, old.id)[1] == before
    assert workspace.publications.read(full, new.id)[1] != before


@pytest.mark.parametrize("languages", [[], ["xx"], ["en", "xx"]])
def test_a_language_that_reports_are_in_is_needed(workspace, full, languages):
    """Nothing is published otherwise."""
    with pytest.raises(InputError, match="no language was chosen"):
        publish_report(workspace, full, "", languages)
    assert workspace.publications.every(full) == ()
