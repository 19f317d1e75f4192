"""Whoever has all files of a programme, and adds and subtracts their rows, learns no total of one or two people.

A total is an indicator: which parts of what people said it counts. What can be worked out by adding and subtracting is
the row space of all indicators; it tells of a few people if it holds a sum of their parts alone that what everybody
knows (totals of all, and of partners in the notes) does not hold by itself.
"""

import csv
import io
import json
import random
import zipfile
from collections import defaultdict
from itertools import combinations, product

import numpy as np
import openpyxl
import pytest

from nlp.participation.groups.compare import NOT_STATED
from service.exports.tables.contents import CONTENTS
from service.exports.tables.formats import FORMATS
from service.exports.tables.programme import ProgrammeData
from service.presentation.i18n import language
from service.serialisation import public_json
from service.settings import Settings

THRESHOLD = 3
EXACT = 1e-9
ATTRIBUTES = ("gender", "organisation", "team", "role")
WORDS = ("boats leak", "roads flood", "खबर ढिलो", "খবর আসে না", "we share news", "money is late")
REVIEWS = ("March 2026", "September 2026")
DAYS = ("2026-03-18", "2026-06-18", "2026-09-16")


def made(seed):
    """People with attributes, notes with their authors, and sessions with the seconds that each one spoke."""
    rng = random.Random(seed)
    letters = "ABCDEFGHIJKLMN"[: rng.randint(8, 14)]
    people = {
        f"Name{letter} Own{letter}": {
            "team": rng.choice(["North", "South", "West"]),
            "organisation": rng.choices(["River Trust", "Hill Samaj", "Bank Society"], [6, 4, 2])[0],
            "gender": rng.choices(["woman", "man", "other gender", ""], [5, 4, 1, 1])[0],
            "role": rng.choices(["driver", "cook", "clerk", ""], [4, 4, 2, 1])[0],
        }
        for letter in letters
    }
    notes = [
        (f"{rng.choice(WORDS)} {number}", rng.choice(list(people)), rng.choice(REVIEWS))
        for number in range(rng.randint(25, 45))
    ]
    sessions = {
        day: {name: rng.randint(1, 50) for name in rng.sample(list(people), rng.randint(5, len(people)))}
        for day in DAYS[: rng.randint(2, 3)]
    }
    return people, notes, sessions


def files(people, notes, sessions):
    roster = f"name,{','.join(ATTRIBUTES)}\n" + "".join(
        f"{name},{','.join(own[each] for each in ATTRIBUTES)}\n" for name, own in people.items()
    )
    rows = "".join(f"{text},Trust,{who},{people[who]['team']},{review}\n" for text, who, review in notes)
    kept = [("roster.csv", roster.encode()), ("notes.csv", f"text,element,participant,team,review\n{rows}".encode())]
    for day, spoken in sessions.items():
        cues = (
            f"00:{number:02}:00.000 --> 00:{number:02}:{seconds:02}.000\n<v {name}>We went.</v>\n\n"
            for number, (name, seconds) in enumerate(spoken.items())
        )
        kept.append((f"session-{day}.vtt", f"WEBVTT\n\n{''.join(cues)}".encode()))
    return kept


@pytest.fixture
def programme(tmp_path, open_workspace):
    """Makes a programme of some files, and gives everything that leaves of it."""

    def make(seed):
        people, notes, sessions = made(seed)
        workspace = open_workspace(Settings(data_dir=tmp_path, threshold=THRESHOLD))
        workspace.programmes.create("P")
        workspace.files.add("p", files(people, notes, sessions))
        return workspace

    return make


def data_of(workspace):
    return ProgrammeData(workspace.findings("p"), workspace.feedback, language("en"))


def from_files(workspace):
    """Return table -> rows as they stand in each of the three files; each says the same."""
    written = {name: form.write(data_of(workspace)) for name, form in FORMATS.items() if name in READERS}
    read = {name: READERS[name](content) for name, content in written.items()}
    for one, other in combinations(read.values(), 2):
        assert one.keys() == other.keys()
        for table, rows in one.items():
            assert len(rows) == len(other[table])
            for row, twin in zip(rows, other[table], strict=True):
                assert {name: plain(value) for name, value in row.items()} == {
                    name: plain(value) for name, value in twin.items()
                }
    return read["jsonl"]


def plain(value):
    """The value of a cell, whatever the format made of it."""
    if value in (None, "") or isinstance(value, bool):
        return None if value in (None, "") else str(value).casefold()
    try:
        return round(float(value), 9)
    except (TypeError, ValueError):
        return str(value).removesuffix(" 00:00:00").removeprefix("'").casefold()


def read_xlsx(content):
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {
        sheet.title: [dict(zip(head, row, strict=True)) for row in rows]
        for sheet in book
        if sheet.title != "dictionary"
        for head, *rows in [sheet.values]
    }


def read_csv(content):
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {
            name.removesuffix(".csv"): list(
                csv.DictReader(io.StringIO(file.read(name).decode("utf-8-sig"), newline=""))
            )
            for name in file.namelist()
            if name.endswith(".csv") and name != "dictionary.csv"
        }


def read_jsonl(content):
    tables = defaultdict(list)
    names = {table.one: table.name for table in CONTENTS}
    for line in map(json.loads, content.decode().splitlines()):
        if line["kind"] != "about":
            tables[names[line.pop("kind")]].append(line)
    return dict(tables)


READERS = {"xlsx": read_xlsx, "csv": read_csv, "jsonl": read_jsonl}


def tells_of_few(shown, public, owners):
    """Return sets of one or two people of whom the rows shown tell a total that not everybody knows."""
    rows = np.array([*public, *shown], dtype=float)
    known = np.array(public, dtype=float)
    owner = np.array(owners)
    found = []
    for size in range(1, THRESHOLD):
        for few in combinations(sorted(set(owners)), size):
            own = np.isin(owner, few)
            told = supported(rows, own)
            if len(told) > len(supported(known, own)) and (size == 1 or holds_total(told)):
                found.append(few)
    return found


def holds_total(basis):
    """Whether a sum of some parts follows; that of one person less that of another tells neither."""
    sums = np.array(list(product((0, 1), repeat=basis.shape[1]))[1:], dtype=float)
    return bool(np.any(np.linalg.norm(sums - sums @ basis.T @ basis, axis=1) < EXACT))


def supported(rows, own):
    """Return a basis of what follows from some rows and counts none of the others' parts."""
    _, singular, right = np.linalg.svd(rows[:, ~own].T) if rows[:, ~own].size else (0, np.zeros(0), np.eye(len(rows)))
    vectors = right[int((singular > EXACT).sum()) :] @ rows[:, own]
    _, singular, basis = np.linalg.svd(vectors)
    return basis[: int((singular > EXACT).sum())]


def members(group, shown, values, people):
    """Who is counted in a group, by what everybody knows of their attribute; other is whoever is in no group shown."""
    stated = {name: values[name] or NOT_STATED for name in people}
    if group != "other":
        return {name for name, value in stated.items() if value == group}
    return {name for name, value in stated.items() if value not in shown}


@pytest.mark.parametrize("seed", range(8))
def test_no_sum_of_sessions_tells_of_one_or_two_people(programme, seed):
    """Groups of each session, silent ones and all sessions together, every attribute at once."""
    people, _, sessions = made(seed)
    tables = from_files(programme(seed))
    atoms = [(day, name) for day, spoken in sessions.items() for name in spoken]
    shares = {
        day: {name: own / sum(spoken.values()) for name, own in spoken.items()} for day, spoken in sessions.items()
    }
    public = [[day == own for own, _ in atoms] for day in sessions]
    shown = []
    for row in [*tables.get("groups", ()), *tables.get("groups_over_time", ())]:
        days = [day for day in sessions if day in (row.get("session") or row["sessions_shown"])]
        inside = set()
        for day in days:
            there = shown_groups(tables, day, row["attribute"])
            values = {name: own[row["attribute"]] for name, own in people.items()}
            inside |= {(day, name) for name in members(row["group"], there, values, sessions[day])}
        share = sum(shares[day][name] for day, name in inside) / len(days)
        assert row.get("speaking_share", row.get("mean_share")) == pytest.approx(share)
        shown.append([((day, name) in inside) / len(days) for day, name in atoms])
    assert tells_of_few(shown, public, [name for _, name in atoms]) == []


def shown_groups(tables, day, attribute):
    return {row["group"] for row in tables.get("groups", ()) if day in row["session"] and row["attribute"] == attribute}


@pytest.mark.parametrize("seed", range(8))
def test_no_sum_of_readings_tells_of_one_or_two_people(programme, seed):
    """Holders of every reading by role, beside the totals of readings, teams and reviews that everybody may know."""
    people, notes, _ = made(seed)
    tables = from_files(programme(seed))
    rows = {row["text"]: row for row in tables["notes"]}
    assert len(rows) == len(notes)
    parts = sorted({(who, review) for _, who, review in notes})
    public = [
        [value in (review, people[who]["team"], "") for who, review in parts]
        for value in ("", *REVIEWS, "North", "South", "West")
    ]
    values = {name: own["role"] for name, own in people.items()}
    shown = []
    roles = {row["group"] for row in tables.get("holders", ()) if row["attribute"] == "role"}
    for row in tables.get("holders", ()):
        if row["attribute"] == "role":
            inside = members(row["group"], roles, values, people)
            assert row["of"] == sum(who in inside for _, who, _ in notes)
            held = [who in inside and rows[text]["reading"] == row["reading"] for text, who, _ in notes]
            assert row["count"] == sum(held)
            shown.append([who in inside for who, _ in parts])
    assert tells_of_few(shown, public, [who for who, _ in parts]) == []


def test_some_groups_are_shown_all_the_same(programme):
    """The protection is no wall."""
    tables = from_files(programme(1))
    assert tables["groups"]


def test_a_file_has_no_group_that_the_pages_do_not_have(programme):
    """Every group of the files is one of the results that the API gives, with its very figures."""
    workspace = programme(3)
    found = workspace.findings("p")
    tables = from_files(workspace)
    for row in tables.get("groups", ()):
        groups = public_json(found.participation(row["session"]))["groups"][row["attribute"]]
        (own,) = [each for each in groups if each["group"] == row["group"]]
        assert (own["share"], own["people"], own["silent"]) == (row["speaking_share"], row["people"], row["silent"])
    readings = {each.id: each for each in found.readings().readings}
    for row in tables.get("holders", ()):
        held = readings[row["reading"]].held_by[row["attribute"]][row["group"]]
        assert (held.count, held.of) == (row["count"], row["of"])


def test_the_attack_finds_what_is_there():
    """A group of five beside one of three of them tells of the two others; three beside all of six tells of nobody."""
    owners, everybody = list("ABCDEF"), [[1] * 6]
    told = tells_of_few([[1, 1, 1, 1, 1, 0], [1, 1, 1, 0, 0, 0]], everybody, owners)
    assert set(told) == {("F",), ("D", "E"), *((other, "F") for other in "ABCDE")}
    assert tells_of_few([[1, 1, 1, 0, 0, 0]], everybody, owners) == []
