"""Libraries of other installations: looked at, brought in once, replaced by newer versions, taken out again."""

from dataclasses import replace

import pytest

from service.errors import Expired, NotFound
from service.library.file_format import written
from tests.service.giving_back.conftest import ELEMENT
from tests.service.library.conftest import reading
from tests.service.library.test_file_format import NOW, entry


def bring(workspace, *entries, name="lib.json"):
    waiting = workspace.library_files.receive(written(entries, NOW), name)
    return workspace.library_files.bring(waiting.token)


def words(workspace):
    return [each.entry.said.words for each in workspace.shelf.every()]


def test_looked_at_first(workspace):
    """Nothing is there before somebody says so; what waits is brought in once."""
    waiting = workspace.library_files.receive(written([entry()], NOW), "নেপাল.json")
    assert (words(workspace), len(workspace.library_files.waiting(waiting.token).new)) == ([], 1)
    workspace.library_files.bring(waiting.token)
    (there,) = workspace.shelf.every()
    assert (there.filename, there.programmes, there.file is not None) == ("নেপাল.json", frozenset(), True)
    with pytest.raises(Expired):
        workspace.library_files.bring(waiting.token)


def test_a_newer_version_replaces_the_older(workspace):
    """Whichever comes first; the same again changes nothing."""
    bring(workspace, entry(version=2, words="second"))
    assert len(bring(workspace, entry(version=2, words="second")).here) == 1
    assert len(bring(workspace, entry(version=1, words="first")).here) == 1
    assert len(bring(workspace, entry(version=3, words="third")).newer) == 1
    assert words(workspace) == ["third"]
    assert [each.count for each in workspace.library_files.every()] == [1]


def test_what_is_shared_here_stays(workspace, slug):
    """A file never changes what a programme here says."""
    own = workspace.findings(slug).element(ELEMENT).readings[0]
    made = workspace.shares.share(slug, own.id, ELEMENT, reading("Ours"))
    other = replace(made.entry, version=9, said=replace(made.entry.said, words="Theirs"))
    assert len(bring(workspace, other).here) == 1
    assert words(workspace) == ["Ours"]


def test_taken_out_again(workspace):
    """One by one, or all that a file brought; it can come again."""
    bring(workspace, entry(), entry("b" * 32, words="Two"))
    workspace.library_files.remove_entry("a" * 32)
    assert words(workspace) == ["Two"]
    (file,) = workspace.library_files.every()
    workspace.library_files.remove(file.number)
    assert (words(workspace), workspace.library_files.every()) == ([], ())
    assert len(bring(workspace, entry()).new) == 1
    for gone in (lambda: workspace.library_files.remove(99), lambda: workspace.library_files.remove_entry("c" * 32)):
        with pytest.raises(NotFound):
            gone()
    waiting = workspace.library_files.receive(written([entry("d" * 32)], NOW), "x")
    workspace.library_files.discard(waiting.token)
    with pytest.raises(Expired):
        workspace.library_files.waiting(waiting.token)
