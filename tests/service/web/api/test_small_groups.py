"""What the API says of groups of people, asked every question one after the other, tells nothing of one or two."""

import random
from itertools import permutations, product

import pytest
from fastapi.testclient import TestClient

from service.settings import Settings
from tests.service.files import ROSTER, TRANSCRIPT, every_unit
from tests.service.working import create_app

THRESHOLD = 3
PERSONAL, PUBLIC = ("gender", "role", "age"), ("team",)
REVIEWS = ("March 2026", "September 2026")
HOME = "/api/v1/programmes/p"
WORDS = ("boats leak", "roads flood", "खबर ढिलो", "খবর আসে না", "we share news")


def programme(seed):
    """People with their attributes, and who writes what in which review."""
    rng = random.Random(seed)
    names = [f"P{number}" for number in range(rng.randint(7, 14))]
    people = {
        name: {
            "team": rng.choice(["North", "South"]),
            "gender": rng.choices(["woman", "man", "other gender", ""], [5, 4, 1, 1])[0],
            "role": rng.choice(["driver", "cook", "clerk"]),
            "age": rng.choice(["old", "young"]),
        }
        for name in names
    }
    notes = [
        (f"{rng.choice(WORDS)} {number}", rng.choice(names), rng.choices([*REVIEWS, ""], [5, 4, 1])[0])
        for number in range(rng.randint(20, 45))
    ]
    return people, notes


def files(people, notes):
    roster = "name,team,gender,role,age\n" + "".join(
        f"{name},{','.join(own.values())}\n" for name, own in people.items()
    )
    rows = "".join(f"{text},Trust,{who},{people[who]['team']},{review}\n" for text, who, review in notes)
    return [("roster.csv", roster.encode()), ("notes.csv", f"text,element,participant,team,review\n{rows}".encode())]


def ask_for(client, path, by, review=None):
    """Have something worked out that is not always."""
    first, _, session = path.partition("/")
    kind = {"elements": "readings", "sessions": "participation", "over-time": "over time"}[first]
    subject = session if kind == "participation" else review or ""
    wanted = {"kind": kind, "subject": subject, "by": [by] if isinstance(by, str) else list(by)}
    assert client.post(f"{HOME}/analyses", json=wanted).status_code == 202


@pytest.fixture
def ask(tmp_path, open_workspace):
    """Makes a service with some files, and asks it."""

    def made(given):
        settings = Settings(data_dir=tmp_path, threshold=THRESHOLD)
        workspace = open_workspace(settings)
        workspace.programmes.create("P")
        workspace.files.add("p", given)
        client = TestClient(create_app(settings, workspace), base_url="http://localhost")

        def answer(path, **asked):
            ask_for(client, path, **asked)
            response = client.get(f"{HOME}/{path}", params={name: value for name, value in asked.items() if value})
            assert response.status_code == 200, response.text
            return response.json()

        return answer

    return made


def published(element, review, people, notes):
    """Every total of an answer: attribute -> the notes that it counts, as whoever knows everybody would list them."""
    inside = [(text, who) for text, who, own in notes if review in (None, own)]
    for attribute, groups in element["groups"].items():
        if attribute == "language":
            continue
        for group, count in groups.items():
            others = {
                (text, who) for text, who in inside if people[who][attribute] not in groups and people[who][attribute]
            }
            named = {(text, who) for text, who in inside if people[who][attribute] == group}
            counted = others | named if group == "other" else named
            if group == "other" and len(counted) != count:
                counted |= {(text, who) for text, who in inside if not people[who][attribute]}
            assert len(counted) == count
            yield attribute, frozenset(counted)
    yield "team", frozenset(inside)


def differences(totals):
    """What is left of a total when another one is taken from it, and every total itself."""
    nothing = frozenset()
    return {more - less for more, less in product(totals, totals | {nothing}) if less < more}


@pytest.mark.parametrize("seed", range(6))
def test_no_difference_of_two_totals_tells_of_one_or_two_people(ask, seed):
    """All reviews and each, one attribute after the other and together, every total from every other."""
    people, notes = programme(seed)
    answer = ask(files(people, notes))
    public, shown = set(), set()
    for review, by in product((None, *REVIEWS), [*((name,) for name in PERSONAL), PERSONAL, PUBLIC]):
        (element,) = answer("elements", review=review, by=by)["elements"]
        for attribute, total in published(element, review, people, notes):
            (public if attribute in PUBLIC else shown).add(total)
    known = differences(public)
    told = {total for total in differences(shown | public) if len({who for _, who in total}) < THRESHOLD}
    assert told <= known


def test_some_groups_are_shown_all_the_same(ask):
    """In most of these programmes; the protection is no wall."""
    people, notes = programme(1)
    (element,) = ask(files(people, notes))("elements", by=PERSONAL)["elements"]
    assert any(element["groups"][attribute] for attribute in PERSONAL)


def test_what_is_shown_of_an_attribute_does_not_depend_on_what_else_is_asked(ask):
    """Whatever comes before it, and beside it."""
    people, notes = programme(2)
    answer = ask(files(people, notes))
    for review in (None, *REVIEWS):
        asked = [*permutations(PERSONAL), *((name,) for name in PERSONAL)]
        found = [answer("elements", review=review, by=by)["elements"][0] for by in asked]
        for attribute in PERSONAL:
            of = [each for each, by in zip(found, asked, strict=True) if attribute in by]
            assert len({str(sorted(each["groups"][attribute].items())) for each in of}) == 1
            assert len({attribute in each["withheld"] for each in of}) == 1


def test_notes_carry_no_attribute_of_a_person(ask):
    """Beside team, review and author, any of them would be a group of one."""
    people, notes = programme(3)
    answer = ask(files(people, notes))
    for by in (PUBLIC, PERSONAL):
        found = answer("elements", by=by)["elements"] + [answer("elements/trust", by=by)]
        units = [unit for element in found for unit in every_unit(element)]
        assert units
        assert all(unit["participant"] and unit["team"] == unit["attributes"]["team"] for unit in units)
        assert not any(unit.keys() & set(PERSONAL) or unit["attributes"].keys() & set(PERSONAL) for unit in units)


NAMES = ("Asha", "Bina", "Chobi", "Dipa", "Hari", "Ivan", "Jamal", "Kabir")


@pytest.mark.parametrize("path", ["sessions/session-2026-03-18", "over-time"])
def test_attributes_of_a_session_asked_one_after_the_other_tell_as_little(ask, path):
    """Women and cooks differ by one person: whichever is asked for alone, one of the two is not shown."""
    rows = [f"{name},{'woman' if name < 'E' else 'man'},{'cook' if name < 'F' else 'driver'}" for name in NAMES]
    rows = [row.replace("Hari,man,driver", "Hari,man,cook") for row in rows]
    roster = "name,gender,role\n" + "\n".join(rows[:4]) + "\nHari,man,cook\n" + "\n".join(rows[5:]) + "\n"
    cues = "".join(f"00:0{n}:00.000 --> 00:0{n}:30.000\n<v {name}>We went.</v>\n\n" for n, name in enumerate(NAMES))
    answer = ask([("roster.csv", roster.encode()), ("session-2026-03-18.vtt", f"WEBVTT\n\n{cues}".encode())])
    shown = {by: set(answer(path, by=by)["groups"]) for by in ("gender", "role")}
    assert shown == {"gender": {"gender"}, "role": set()}


def test_a_small_programme_is_still_answered(ask):
    """Four people, no group to show."""
    answer = ask([("roster.csv", ROSTER), ("session-2026-03-18.vtt", TRANSCRIPT)])
    assert answer("sessions/session-2026-03-18", by="gender")["withheld"] == ["gender"]
