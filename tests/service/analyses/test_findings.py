"""What is found in a programme."""

import pytest

from nlp.errors import InputError
from nlp.participation.people.attendance import Presence
from nlp.readings.edits.align import notes_of
from service.errors import NotFound
from service.types import Outline, Review
from tests.service.files import NOTES, RUBRIC_NORTH, TRANSCRIPT
from tests.service.rows import rows


def test_notes_know_what_the_roster_knows(workspace, full):
    """A participant found by alias brings role, gender and organisation; the language is an attribute to compare by."""
    result = workspace.findings(full).readings(by=("organisation", "gender", "language"))
    communications = result.elements[0]
    units = {unit.text: unit for unit in notes_of(communications)}
    late = units["Decisions reach us late"]
    assert late.attributes.items() >= {"participant": "Rina Das", "role": "field officer"}.items()
    assert late.attributes["organisation"] == "Bank Society"
    assert communications.groups["organisation"] == {"Bank Society": 2, "River Trust": 2}
    assert communications.groups["language"] == {"bn": 1, "en": 2, "ne": 1}


def test_spellings_of_an_element_are_one_element(workspace, full):
    """Elements come in the order of the rubrics, and "communications" is "Communications"."""
    elements = workspace.findings(full).readings().elements
    assert [element.element for element in elements] == ["Communications", "Entrepreneurial culture"]
    assert elements[0].notes == 4


def test_a_note_without_a_review_gets_it_from_its_date(workspace):
    """A note belongs to the review of the programme that is closest to its date, not more than 45 days away."""
    reviews = (Review("March 2026", "2026-03-18"), Review("September 2026", "2026-09-16"))
    slug = workspace.programmes.with_outline("P", "", Outline(reviews=reviews)).slug
    workspace.files.add(slug, [("n.csv", b"text,date\nNear March,2026-03-30\nIn June,2026-06-20\nLate,2026-09-17\n")])

    def texts(review):
        return {
            unit.text for element in workspace.findings(slug).readings(review).elements for unit in notes_of(element)
        }

    assert texts("March 2026") == {"Near March"}
    assert texts("September 2026") == {"Late"}
    assert texts(None) == {"Near March", "In June", "Late"}


def test_a_review_selects_its_notes(workspace, programme):
    """Only notes that name the review, however they spell it."""
    notes = b"text,element,review\nOne,Trust,March\nTwo,Trust,march\nThree,Trust,September\n"
    workspace.files.add(programme, [("notes.csv", notes)])
    (element,) = workspace.findings(programme).readings(review="MARCH").elements
    assert {unit.text for unit in notes_of(element)} == {"One", "Two"}
    with pytest.raises(NotFound, match="May"):
        workspace.findings(programme).readings(review="May")


def test_an_empty_programme_has_empty_answers(workspace, programme):
    """No notes and no rubrics are no error."""
    assert workspace.findings(programme).readings().elements == ()
    assert workspace.findings(programme).rubrics().elements == ()
    assert (
        workspace.findings(programme).at.sessions
        == workspace.findings(programme).ratings()
        == workspace.findings(programme).at.people
        == ()
    )
    workspace.files.add(programme, [("rubric.csv", RUBRIC_NORTH)])
    assert workspace.findings(programme).rubrics().teams == ("North",)
    assert workspace.findings(programme).rubrics().elements == ()
    assert workspace.findings(programme).element("communications").notes == 0


def test_one_element_is_found_by_its_slug(workspace, full):
    """The element of the readings with that slug."""
    element = workspace.findings(full).element("entrepreneurial-culture")
    assert element == workspace.findings(full).readings().elements[1]


def test_what_is_not_there_is_not_found(workspace, full):
    """Programmes, elements, sessions, files and rosters that do not exist."""
    token = workspace.files.preview(full, [("new.vtt", TRANSCRIPT + b"\n")]).token
    for ask in (
        lambda: workspace.programmes.get("no"),
        lambda: workspace.findings("no").readings(),
        lambda: workspace.files.preview("no", [("notes.csv", NOTES)]),
        lambda: workspace.findings(full).element("no"),
        lambda: workspace.findings(full).at.session("no"),
        lambda: workspace.findings(full).participation("no"),
        lambda: workspace.files.remove(full, 12345),
        lambda: workspace.files.keep(full, token, {"new.vtt": "notes-2026-03.csv"}),
        lambda: workspace.programmes.get("\0"),
    ):
        with pytest.raises(NotFound):
            ask()


def test_rubrics_are_compared(workspace, full):
    """The same sentence on different levels crosses levels."""
    result = workspace.findings(full).rubrics()
    (match,) = result.elements[0].matched
    assert (match.level_a, match.level_b, match.crosses_levels) == ("well-functioning", "emerging", True)


def test_a_session_is_measured_against_its_roster(workspace, full):
    """Shares, and the people of the roster of whom nobody knows whether they were there; told, they said nothing."""
    (session,) = workspace.findings(full).at.sessions
    assert (session.slug, session.title, session.date) == ("session-2026-03-18", "Session", "2026-03-18")
    assert session.roster == "roster.csv"
    result = workspace.findings(full).participation(session.slug)
    shares = {speaker.name: speaker.share for speaker in result.speakers}
    assert shares == pytest.approx({"Asha Rai": 50 / 60, "Tom Bell": 10 / 60})
    assert (result.silent, result.not_known) == ((), ("Rina Das", "Hari Lama"))
    workspace.attendance.say_of_the_others(full, session.slug, Presence.PRESENT)
    result = workspace.findings(full).participation(session.slug)
    assert (result.silent, result.not_known) == (("Rina Das", "Hari Lama"), ())


def test_the_parts_of_an_agenda_are_kept_with_the_session(workspace, programme):
    """A tally's topics come back with who was heard in each."""
    topics = "WEBVTT\n\nNOTE Topic 1 from 00:00:00.000: বাজেট\n\nNOTE Topic 2 from 00:00:30.000"
    tally = TRANSCRIPT.replace(b"WEBVTT", topics.encode())
    workspace.files.add(programme, [("tally.vtt", tally)])
    first, second = workspace.findings(programme).participation("tally").segments
    assert (first.name, first.start, first.people) == ("বাজেট", 0, {"Asha Rai": 1.0})
    assert (second.name, sorted(second.people)) == ("Topic 2", ["Asha Rai", "Tom Bell"])


def test_a_share_to_expect_changes_what_groups_are_measured_against_and_stores_nothing(workspace, full):
    """Nobody can fill the store by asking."""
    (session,) = workspace.findings(full).at.sessions
    with pytest.raises(InputError, match="nobody on the roster is boss"):
        workspace.findings(full).participation(session.slug, expected={"boss": 0.5})
    assert workspace.findings(full).participation(session.slug, expected={"woman": 0.7}).speakers
    assert rows(workspace, "findings") == {"findings": 0}


def test_ratings_and_people(workspace, full):
    """Ratings as uploaded; people of all rosters once each."""
    assert [(rating.team, rating.level) for rating in workspace.findings(full).ratings()][:2] == [
        ("North", "emerging"),
        ("South", "needs help"),
    ]
    workspace.files.add(full, [("roster 2.csv", b"name,aliases,phone\nasha rai,A.R.,123\nNew Person,,\n")])
    people = {person.name: person for person in workspace.findings(full).at.people}
    assert list(people) == ["Asha Rai", "Rina Das", "Tom Bell", "Hari Lama", "New Person"]
    assert people["Asha Rai"].aliases == ("Asha", "A.R.")
    assert people["Asha Rai"].attributes["phone"] == "123"
    assert people["Asha Rai"].attributes["team"] == "North"


MARCH_AND_SEPTEMBER = "text,element,team,participant,review\n" + "".join(
    f"{text} {number},Communications,North,P{review}{number},{review} 2026\n"
    for review, number, text in [
        *(("March", number, "we call each other on the phone") for number in range(6)),
        *(("September", number, "খবর সময়মতো আসে না আমাদের কাছে") for number in range(6)),
    ]
)


def test_readings_are_followed_from_review_to_review(workspace, programme):
    """What one review says and the other does not is gone and new; ids are those of the readings."""
    workspace.files.add(programme, [("notes.csv", MARCH_AND_SEPTEMBER.encode())])
    found = workspace.findings(programme).drift()
    assert found.order == ("March 2026", "September 2026")
    (element,) = found.elements
    assert element.notes == {"March 2026": 6, "September 2026": 6}
    assert sorted(reading.steps[0].verdict for reading in element.readings) == ["gone", "new"]
    (read,) = workspace.findings(programme).readings().elements
    assert [reading.id for reading in element.readings] == [reading.id for reading in read.readings]


def test_drift_is_made_once_and_again_with_new_notes(workspace, programme):
    """It is a finding like the others."""
    workspace.files.add(programme, [("notes.csv", MARCH_AND_SEPTEMBER.encode())])
    first = workspace.findings(programme).drift()
    kept = rows(workspace, "findings")
    assert workspace.findings(programme).drift() == first
    assert rows(workspace, "findings") == kept
    workspace.files.add(programme, [("more.csv", MARCH_AND_SEPTEMBER.replace("September", "December").encode())])
    assert workspace.findings(programme).drift().order == ("March 2026", "September 2026", "December 2026")


def test_drift_of_an_empty_programme(workspace, programme):
    """No notes, nothing to follow."""
    assert workspace.findings(programme).drift().elements == ()
    with pytest.raises(NotFound):
        workspace.findings("nowhere").drift()


ODD = ("source", "line", "start", "id", "also", "typicality", "attributes")


def test_no_column_is_lost_to_a_name(workspace, programme):
    """Columns called like fields of a note come through storing, editing and drift as they were handed in."""
    head = ",".join(("text", "element", "review", *ODD))
    rows_ = [
        f"we trust {number},Trust,{review},{','.join(f'{name} {number}' for name in ODD)}"
        for number, review in enumerate(["March 2026", "September 2026"] * 6)
    ]
    workspace.files.add(programme, [("odd.csv", "\n".join([head, *rows_]).encode())])
    (element,) = workspace.findings(programme).readings().elements
    reading = element.readings[0]
    workspace.edits.rename(programme, "trust", reading.id, "आस्था")
    found = workspace.findings(programme)
    (edited,) = found.readings().elements
    assert edited.readings[0].given == "आस्था"
    assert found.drift().elements[0].readings[0].given == "आस्था"
    units = notes_of(edited)
    assert len(units) == 12
    for unit in units:
        number = unit.text.split()[-1]
        assert unit.attributes.items() >= {name: f"{name} {number}" for name in ODD}.items()
        assert (unit.source, unit.line) == ("odd.csv", int(number) + 2)


def test_columns_called_like_fields_can_be_compared(workspace, programme):
    """By a column line, in all elements."""
    notes = "text,element,line\n" + "".join(f"we trust {n},Trust,{'upper' if n % 2 else 'lower'}\n" for n in range(8))
    workspace.files.add(programme, [("odd.csv", notes.encode())])
    (element,) = workspace.findings(programme).readings(by=("line",)).elements
    assert element.groups == {"line": {"lower": 4, "upper": 4}}
