"""Columns and headings that are nothing but teams of the programme, whatever they are called."""

import pytest

from nlp.documents.plan import AS_FOUND, ColumnPlan, Role, TablePlan
from nlp.readings.edits.align import notes_of
from service.intake.known_teams import with_known_teams
from service.intake.opened import Opened
from service.intake.plans import tables_found
from service.names.types import NameKind, Names, Naming
from service.types import Outline
from tests.nlp.documents.office import saved, workbook

TEAMS = Outline(teams=("Rupantar", "সহকার্য", "Leeds"))
QUESTION = "What works well between us, and why?"
ANSWERS = ("We ring each other every week", "খবর সময়মতো আসে না", "Mails get lost between us")


def survey(header, *values):
    rows = [f'{header},"{QUESTION}"', *(f"{value},{said}" for value, said in zip(values, ANSWERS, strict=False))]
    return "\n".join(rows).encode()


def said_of(data, outline=TEAMS, name="answers.csv"):
    opened = Opened.of(name, data)
    found = opened.plan()
    return with_known_teams(AS_FOUND, found, tables_found(opened, found), outline)


@pytest.mark.parametrize("header", ["Organisation", "আপনি কোন সংস্থায় কাজ করেন?", "Which office are you from?"])
def test_the_column_that_holds_the_teams_is_the_team(header):
    """Under any header, in any script, in any spelling that the rule of names lets pass."""
    plan = said_of(survey(header, "rupantar", "সহকার্য", "LEEDS"))
    assert plan.tables == (TablePlan(columns=(ColumnPlan(header, Role.TEAM),)),)


@pytest.mark.parametrize(
    "data",
    [
        survey("Organisation", "Rupantar", "Leeds", "Other"),
        survey("Organisation", "Leeds", "Leeds", "Leeds"),
        survey("Organisation", "", "", ""),
        survey("Team,Organisation", "Leeds,Rupantar", "Rupantar,Leeds", "Leeds,Leeds"),
        survey("Organisation,Partner", "Leeds,Rupantar", "Rupantar,Leeds", "Leeds,Leeds"),
        survey("Which of us would you ring first?", "Rupantar", "Leeds", "Leeds"),
        b"- Leeds\n- Rupantar\n",
        b"",
    ],
)
def test_what_is_not_sure_stays_as_it_is_found(data):
    """An unknown name, a single team, no name, a column of teams, two that could be it, a question about others."""
    assert said_of(data) == AS_FOUND


def test_a_joined_name_of_a_team_counts():
    """What facilitators said of names is known of files that come later."""
    names = Names(said=(Naming(NameKind.TEAM, "Leeds", also=("লিডস",)),))
    plan = said_of(survey("Organisation", "লিডস", "Rupantar", "Leeds"), Outline(teams=TEAMS.teams, names=names))
    assert plan.tables[0].columns[0].role is Role.TEAM


def test_one_sheet_of_several():
    """The others stay as they are found."""
    rows = [("Organisation", QUESTION), ("Leeds", ANSWERS[0]), ("Rupantar", ANSWERS[2])]
    book = workbook({"One": [(QUESTION,), (ANSWERS[0],), (ANSWERS[2],)], "Two": rows})
    tables = said_of(saved(book), name="a.xlsx").tables
    assert [table.sheet for table in tables if table.columns] == ["Two"]


def test_notes_get_their_teams_before_anything_is_kept(workspace, programme):
    """In the preview and when files are added in one go; a person can still say otherwise."""
    workspace.programmes.create("Teams", ["Rupantar", "Leeds"])
    data = survey("Organisation", "Rupantar", "Leeds", "Leeds")
    (file,) = workspace.files.preview("teams", [("a.csv", data)]).files
    assert (file.teamless, file.settings.like) == (0, "")
    workspace.files.add("teams", [("a.csv", data)])
    (element,) = workspace.findings("teams").readings().elements
    assert {note.attributes["team"] for note in notes_of(element)} == {"Rupantar", "Leeds"}


TEAMS_ABOVE = """# Leeds
## Trust
- We ring each other every week
## Money
- Reports cost two days
# সহকার্য
Everybody came
## Trust
- খবর সময়মতো আসে না
"""
TEAMS_BELOW = """# Trust
- Nobody said this for a team
## Leeds
- We ring each other every week
## সহকার্য
- খবর সময়মতো আসে না
# Money
- Reports cost two days
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEAMS_ABOVE, [("Leeds", "Trust"), ("Leeds", "Money"), ("সহকার্য", None), ("সহকার্য", "Trust")]),
        (TEAMS_BELOW, [(None, "Trust"), ("Leeds", "Trust"), ("সহকার্য", "Trust"), (None, "Money")]),
    ],
)
def test_headings_that_are_the_teams_are_no_elements(text, expected):
    """Teams above the elements or below them; a section that ends takes its team, and its element, with it."""
    opened = Opened.of("notes.md", text.encode())
    notes = opened.content(TEAMS, said_of(text.encode(), name="notes.md"))
    assert [(unit.attributes.get("team"), unit.element) for unit in notes.units] == expected


@pytest.mark.parametrize(
    "text", ["# Leeds\n- a note\n# Trust\n- another note\n", "# Leeds\n- a note that is long\n# Leeds\n- another\n"]
)
def test_a_heading_that_is_no_team_leaves_all_as_they_are(text):
    """One heading of the level is an element, or there is but one team."""
    assert said_of(text.encode(), name="notes.md") == AS_FOUND
