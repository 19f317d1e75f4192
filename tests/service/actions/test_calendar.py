"""Actions as iCalendar: read back by a reader of its own, folded by octets, nothing of a text breaks out of it."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.actions.calendar import MOST_OCTETS, calendar_of, escaped, folded
from service.actions.types import ActionPoint, Evidence, Status

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
TEXTS = ["Call; write, \\ wait\nthen", "সভার আগে বাংলায় সারাংশ " * 9, "मोबाइल डाटा र बिजुली " * 9, "👩‍👩‍👧 ক্‌ষ ক্ষ é é"]


def point(what="Call", who="", until="2026-12-01", status=Status.OPEN, code="abcdef"):
    return ActionPoint(code, what, who, until, status, "2026-11-30", NOW, Evidence())


def read(calendar):
    """(component, {property: value}) of each, as a program reads them: lines unfolded, texts unescaped."""
    found, open_ = [], []
    for line in calendar.decode().replace("\r\n ", "").split("\r\n")[:-1]:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            open_.append((value, {}))
        elif name == "END":
            assert open_[-1][0] == value
            found.append(open_.pop())
        else:
            open_[-1][1][name] = value
    assert open_ == []
    return found


def unescaped(value):
    pairs = {"\\\\": "\\", "\\;": ";", "\\,": ",", "\\n": "\n"}
    at, text = 0, ""
    while at < len(value):
        two = value[at : at + 2]
        text += pairs.get(two, value[at])
        at += 2 if two in pairs else 1
    return text


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_text_comes_back_as_it_was(text):
    """In any script, with signs that have a meaning there."""
    calendar = calendar_of("P", [point(text)], [])
    assert [unescaped(each["SUMMARY"]) for _, each in read(calendar)[:2]] == [text, text]


@given(st.text(max_size=300))
def test_no_line_is_longer_than_75_octets_and_no_letter_is_cut(text):
    """Unfolding gives the line again, and nothing of a text begins a line of its own."""
    line = f"SUMMARY:{escaped(text)}"
    parts = folded(line).encode().split(b"\r\n")
    assert all(len(part) <= MOST_OCTETS for part in parts)
    assert [part.decode() for part in parts]
    assert "".join([parts[0].decode(), *(part.decode()[1:] for part in parts[1:])]) == line
    assert all(part.startswith(b" ") for part in parts[1:])


def test_a_phone_has_the_whole_day_and_a_program_of_tasks_the_task():
    """Until it is done; without a day it is a task alone."""
    day, task = (
        dict(read(calendar_of("P", [point()], []))[:2][::-1])["VEVENT"],
        read(calendar_of("P", [point()], []))[0],
    )
    assert (day["DTSTART;VALUE=DATE"], day["DTEND;VALUE=DATE"]) == ("20261201", "20261202")
    assert task == (
        "VTODO",
        {
            "UID": "manyvoices-abcdef-task",
            "DTSTAMP": "20261130T120000Z",
            "LAST-MODIFIED": "20261130T120000Z",
            "SUMMARY": "Call",
            "DUE;VALUE=DATE": "20261201",
            "STATUS": "NEEDS-ACTION",
        },
    )
    kinds = [
        [kind for kind, _ in read(calendar_of("P", [each], []))]
        for each in (point(until=""), point(status=Status.DONE))
    ]
    assert kinds == [["VTODO", "VCALENDAR"], ["VTODO", "VCALENDAR"]]


def test_each_has_a_name_of_its_own_that_stays():
    """So that a changed action takes the place of what the calendar has."""
    some = [point(code="aaaaaa"), point(code="bbbbbb")]
    names = [each["UID"] for kind, each in read(calendar_of("P", some, [])) if kind != "VCALENDAR"]
    assert len(set(names)) == len(names) == 4
    assert names == [each["UID"] for kind, each in read(calendar_of("P", some, ["A"])) if kind != "VCALENDAR"]


def test_the_last_day_of_a_year_ends_in_the_next():
    """Days are counted by the calendar."""
    assert read(calendar_of("P", [point(until="2028-02-29")], []))[1][1]["DTEND;VALUE=DATE"] == "20280301"
