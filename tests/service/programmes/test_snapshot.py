"""Programmes are read again when they have changed, and only then."""

import pytest

from service.programmes.snapshot import Snapshot
from service.settings import Settings
from service.store.connections import as_read
from tests.service.files import EVERYTHING, NOTES


@pytest.fixture
def reads(monkeypatch):
    """The slugs of the programmes that were read from the store."""
    found, read = [], Snapshot._read

    def counting(db, row):
        found.append(row.slug)
        return read(db, row)

    monkeypatch.setattr(Snapshot, "_read", counting)
    return found


def test_a_programme_is_read_once_until_it_changes(workspace, programme, reads):
    """Whoever asks for whatever; a change of another programme is none of this one."""
    other = workspace.programmes.create("Other").slug
    reads.clear()
    for _ in range(2):
        workspace.programmes.get(programme)
        workspace.reviews.every(programme)
        workspace.findings(programme)
    assert reads == [programme]
    workspace.programmes.change(other, description="Changed")
    workspace.programmes.get(programme)
    assert reads.count(programme) == 1
    workspace.files.add(programme, EVERYTHING[:1])
    reads.clear()
    assert len(workspace.findings(programme).at.files) == 1
    assert reads == [programme]


def test_what_is_not_kept_yet_is_nobody_elses(workspace, programme):
    """A change that fails half-way leaves no trace in what is remembered."""

    def fail_half_way():
        with workspace._database.writing() as db:
            Snapshot.to_change(db, programme)
            db.exec_driver_sql("UPDATE programmes SET name = 'Half done'")
            raise KeyError(Snapshot.load(db, programme).row.name)

    with pytest.raises(KeyError, match="Half done"):
        fail_half_way()
    assert workspace.programmes.get(programme).name != "Half done"


def test_a_programme_in_the_place_of_a_deleted_one_is_another(url, tmp_path, open_workspace):
    """Also where it has the same number, address, name, and count of changes, and another program has deleted it."""
    here, elsewhere = (open_workspace(Settings(data_dir=tmp_path, database_url=url)) for _ in range(2))
    slug = here.programmes.create("P").slug
    here.files.add(slug, [("a.csv", NOTES)])
    assert here.findings(slug).at.files[0].filename == "a.csv"
    elsewhere.deletion.end(slug)
    elsewhere.programmes.create("P")
    elsewhere.files.add(slug, [("b.csv", NOTES)])
    assert here.findings(slug).at.files[0].filename == "b.csv"


def test_deleting_for_good_forgets_it(workspace, programme, reads):
    """Nothing of what was deleted stays in memory until somebody asks again."""
    workspace.programmes.get(programme)
    pool = workspace._database.engine.pool
    assert pool in as_read._last
    workspace.deletion.end(programme)
    assert pool not in as_read._last


def test_speakers_stand_in_the_order_of_their_first_words(workspace, programme):
    """On every database, each once."""
    lines = [
        "Tom Bell: Good morning.",
        "Asha Rai: Hello.",
        "জুবায়দা: শুভ সকাল।",
        "Tom Bell: Shall we begin?",
        "Asha Rai: Yes.",
    ]
    workspace.files.add(programme, [("morning.txt", "\n".join(lines).encode())])
    assert list(workspace.findings(programme).at.speakers.values()) == [["Tom Bell", "Asha Rai", "জুবায়দা"]]
