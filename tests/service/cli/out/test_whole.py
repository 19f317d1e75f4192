"""Files written whole or not at all."""

import os
import stat
import threading
from pathlib import Path

import pytest
import typer

from nlp.errors import UnreadableFile
from service.cli.out.whole import check_place, check_writable, write_whole

ON_POSIX = pytest.mark.skipif(os.name == "nt", reason="no such files on Windows")


def full(_file):
    raise OSError(28, "No space left on device")


def test_a_full_disk_leaves_the_old_file_alone(tmp_path):
    """And nothing beside it."""
    (tmp_path / "a.npy").write_text("old")
    with pytest.raises(UnreadableFile, match="no space left on device"):
        write_whole(tmp_path / "a.npy", full)
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("a.npy", "old")]


@pytest.mark.parametrize("place", ["", "nowhere/a.csv", "file/a.csv"])
def test_a_place_that_cannot_be_is_refused_before_the_work(tmp_path, place):
    """A folder, a folder that is not there, and a file as a folder: nothing is left."""
    (tmp_path / "file").touch()
    with pytest.raises(UnreadableFile):
        check_writable(tmp_path / place)
    with pytest.raises(UnreadableFile):
        write_whole(tmp_path / place, lambda file: file.write(b"x"))
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


@ON_POSIX
def test_a_file_is_as_readable_as_others_and_as_before(tmp_path):
    """A new one as the mask says; an old one keeps its permissions; a link stays one."""
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "new", lambda file: file.write(b"x"))
        (tmp_path / "old").touch(0o600)
        (tmp_path / "link").symlink_to("old")
        write_whole(tmp_path / "link", lambda file: file.write(b"x"))
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640
    assert (tmp_path / "link").is_symlink()
    assert (stat.S_IMODE((tmp_path / "old").stat().st_mode), (tmp_path / "old").read_bytes()) == (0o600, b"x")


@ON_POSIX
def test_a_pipe_is_written_into_and_stays_a_pipe(tmp_path):
    """So does every device: it is never replaced by a file."""
    os.mkfifo(tmp_path / "pipe")
    got: list[bytes] = []
    reading = threading.Thread(target=lambda: got.append((tmp_path / "pipe").read_bytes()))
    reading.start()
    write_whole(tmp_path / "pipe", lambda file: file.write(b"x"))
    reading.join(10)
    assert got == [b"x"]
    assert (tmp_path / "pipe").is_fifo()


def test_standard_output_holds_one_thing(capsys):
    """A file or JSON, not both."""
    with pytest.raises(typer.Exit):
        check_place(Path("-"), as_json=True)
    assert "--json and --out -" in capsys.readouterr().err
