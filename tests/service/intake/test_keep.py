"""What a preview says of rubrics that come in several files."""

from tests.service.files import RUBRIC_SOUTH

OLD = b"element,level,descriptor,team\nTrust,needs help,We ring,North\nRisk,emerging,Some dare,North\n"
NEW = b"element,level,descriptor,team\nRisk,emerging,Some dare,north\nTrust,emerging,We write,north\n"


def test_a_rubric_that_comes_again_is_its_newer_version(workspace):
    """The preview names both files, the kept one first; the later one is compared; the same bytes are no version."""
    slug = workspace.programmes.create("Delta").slug
    workspace.files.add(slug, [("rubric-north.csv", OLD), ("rubric-south.csv", RUBRIC_SOUTH)])
    assert [file.versions for file in workspace.files.preview(slug, [("again.csv", OLD)]).files] == [()]
    assert [file.versions for file in workspace.files.preview(slug, [("b.csv", NEW)] * 2).files][1] == ()
    preview = workspace.files.preview(slug, [("after May.csv", NEW)])
    assert [file.versions for file in preview.files] == [("rubric-north.csv", "after May.csv")]
    assert workspace.files.previewed(slug, preview.token) == preview
    workspace.files.keep(slug, preview.token)
    found = workspace.findings(slug).rubrics()
    assert found.versions["North"] == "after May.csv"
    assert [(each.before, each.after) for each in found.changes] == [("rubric-north.csv", "after May.csv")]


def test_a_file_of_the_same_name_is_previewed_as_it_will_be_kept(workspace):
    """Under a number, and after the one that was there."""
    slug = workspace.programmes.create("Delta").slug
    workspace.files.add(slug, [("rubric.csv", OLD)])
    (file,) = workspace.files.preview(slug, [("rubric.csv", NEW)]).files
    assert file.versions == ("rubric.csv", "rubric (2).csv")
