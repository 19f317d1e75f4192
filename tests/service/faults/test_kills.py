"""Programs that are killed while people work. `python -m benchmarks kills` does the same two hundred times on each."""

import pytest

from benchmarks.faults.kills import on_postgresql, on_sqlite

KILLS = 6


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_nothing_acknowledged_is_lost_or_doubled_and_all_work_ends(database, tmp_path, request):
    """Whatever was answered as done is there once, with its notes analysed, and no program fails of itself."""
    if database == "sqlite":
        result = on_sqlite(tmp_path, KILLS, seed=2)
    else:
        cluster = request.getfixturevalue("cluster")
        result = on_postgresql(tmp_path, cluster, KILLS, seed=8)
    assert result.seen.kills.total() == KILLS
    assert result.wrong == ()
    assert sum(each.done.total() for each in result.remembered)
