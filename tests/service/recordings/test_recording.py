"""Files that are to be written down, and what is none."""

import os

import pytest

from nlp.errors import InputError, NoSuchFile
from service.recordings.recording import Recording


@pytest.mark.parametrize(
    ("name", "head", "media"),
    [
        ("a.mp3", b"ID3\x04", "audio/mpeg"),
        ("a.MP3", b"\xff\xfb\x90\x64", "audio/mpeg"),
        ("b.wav", b"RIFF\x24\0\0\0WAVEfmt ", "audio/wav"),
        ("c.m4a", b"\0\0\0\x20ftypM4A ", "audio/mp4"),
        ("d.ogg", b"OggS\0\x02", "audio/ogg"),
        ("e.webm", b"\x1aE\xdf\xa3", "audio/webm"),
        ("f.flac", b"fLaC\0", "audio/flac"),
        ("g.amr", b"#!AMR\n", "audio/amr"),
        ("no ending", b"OggS\0\x02", "application/octet-stream"),
        ("odd.mp3", b"\0\0\0\0\x12\xfa\xfb", "audio/mpeg"),
        ("latin.wma", b"\xe4\xf6\xfc\x01\x02", "audio/x-ms-wma"),
    ],
)
def test_sounds_are_taken(tmp_path, name, head, media):
    """By their content, or by their name where that says more; silence at the beginning is no fault."""
    path = tmp_path / name
    path.write_bytes(head * 9)
    found = Recording.of(path)
    assert (found.media, found.size, found.name) == (media, 9 * len(head), name)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notes.csv", b"text,team\nWe trust,Nepal\n"),
        ("notes.mp3", "text\nআমরা বিশ্বাস করি\n".encode() * 300),
        ("page.mp3", b"<html>404</html>"),
        ("report.wav", b"%PDF-1.7\n\xe2\xe3"),
        ("archive.mp3", b"PK\x03\x04\x14\0"),
        ("picture.mp3", b"\xff\xd8\xff\xe0\0\x10JFIF"),
        ("utf16.mp3", "text".encode("utf-16")),
        ("program", b"\x7fELF\x02\x01"),
    ],
)
def test_what_is_no_sound_is_refused_before_it_is_sent(tmp_path, name, content):
    """One line that says what to give."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=f"{name}: this is no recording. Give a sound or a video file"):
        Recording.of(tmp_path / name)


def test_an_empty_file_a_folder_a_pipe_and_nothing_are_told_apart(tmp_path):
    """Each in a line of its own; a pipe is not waited for."""
    (tmp_path / "empty.mp3").write_bytes(b"")
    os.mkfifo(tmp_path / "pipe.mp3")
    for path, said in (
        (tmp_path / "empty.mp3", "the file is empty"),
        (tmp_path, "no ordinary file"),
        (tmp_path / "pipe.mp3", "no ordinary file"),
    ):
        with pytest.raises(InputError, match=said):
            Recording.of(path)
    with pytest.raises(NoSuchFile, match="there is no such file"):
        Recording.of(tmp_path / "none.mp3")


def test_a_server_is_not_told_the_name(sound):
    """It may say who was there."""
    assert Recording.of(sound).sent_as == "recording.mp3"
