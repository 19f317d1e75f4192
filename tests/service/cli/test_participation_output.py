"""Who was heard, on a terminal."""

import pytest

from nlp import measure_participation, read_transcript
from nlp.documents.types import Person
from nlp.transcripts.types import Segment
from service.cli import participation_output
from service.cli.out.page import console

CHAT = """12/03/2024, 14:05 - Asha: We went to the field
12/03/2024, 14:06 - Bina: <Media omitted>
12/03/2024, 14:07 - Asha: and came back
"""


def test_in_a_chat_somebody_wrote_nothing(capsys):
    """A picture alone is no word, but nobody speaks in a chat."""
    participation_output.show(console(), measure_participation(read_transcript("chat.txt", CHAT.encode())))
    assert "Wrote nothing: Bina" in capsys.readouterr().out


def test_in_a_meeting_somebody_said_nothing(capsys):
    """The record lists who was there."""
    record = b"Present: Asha, Bina\n\nAsha: We went to the field.\nAsha: And came back.\n"
    participation_output.show(console(), measure_participation(read_transcript("m.txt", record)))
    assert "Said nothing: Bina" in capsys.readouterr().out


def printed(capsys, name, record, roster=None):
    participation_output.show(console(), measure_participation(read_transcript(name, record.encode()), roster))
    return " ".join(capsys.readouterr().out.split())


def test_a_chat_is_written(capsys):
    """Nobody spoke first in it, and groups have a share of the text."""
    roster = [Person(name, (), {"gender": "w" if name < "D" else "m"}) for name in ("Asha", "Bina", "Cho", *"DEF")]
    out = printed(capsys, "chat.txt", CHAT, roster)
    assert "Asha wrote first, Asha last." in out
    assert "The one who wrote most" in out
    assert "share of the text" in out
    assert not any(words in out for words in ("spoke first", "share of the floor", "had spoken"))


def test_what_cannot_be_counted_is_not_zero(capsys):
    """Without any question mark the column of questions has dashes; with one it has numbers."""
    out = printed(capsys, "m.txt", "Asha: We went.\nBina: Yes.\n")
    assert "questions cannot be counted" in out
    assert out.count("% 1 –") == 2
    assert "% 1 1" in printed(capsys, "m.txt", "Asha: Who went?\nBina: I did.\n")


def test_a_record_without_text_has_no_share_of_the_text(capsys):
    """RTTM says who spoke when and nothing else; a gap below 0 is an overlap."""
    lines = [("0.0", "4.0", "asha"), ("3.5", "4.0", "bina"), ("7.0", "4.0", "asha")]
    rttm = "".join(f"SPEAKER m 1 {at} {long} <NA> <NA> {who} <NA> <NA>\n" for at, long, who in lines)
    out = printed(capsys, "m.rttm", rttm)
    assert "of the text" not in out
    assert "The next speaker began 0.5 s before the one before had ended (median)." in out


@pytest.mark.parametrize(("genders", "is_pooled"), [("wwxmmm", True), ("wwwmmm", False)])
def test_what_other_stands_for_is_said(capsys, genders, is_pooled):
    """One line below the groups, and none where no group is pooled."""
    names = ("Asha", "Bina", "Chobi", "Dipa", "Esha", "Farid")
    record = "".join(f"{name}: one two three\n" for name in names) * 2
    roster = [Person(name, (), {"gender": gender}) for name, gender in zip(names, genders, strict=True)]
    told = "other: groups too small to show alone, taken together"
    assert (told in printed(capsys, "m.txt", record, roster)) is is_pooled


def test_two_who_spoke_most_of_a_part_are_both_named(capsys):
    """A tie has no first."""
    record = read_transcript("m.txt", b"Asha: one two\nBina: one two\nAsha: one two three\n")
    agenda = [Segment("Opening", None, None, 1), Segment("Close", None, None, 3)]
    participation_output.show(console(), measure_participation(record, segments=agenda))
    out = capsys.readouterr().out
    assert "Asha, Bina 50% each" in out
    assert "Asha 100%\n" in out
