"""What is said of columns, where several are called the same."""

from nlp.documents.plan import ColumnPlan, FilePlan, Role, TablePlan
from service.intake.said_plans import columns_of, table_said
from service.types import FileSettings

FOUND = tuple(ColumnPlan(header, Role.ATTRIBUTE) for header in ("Why?", "Team", "Why?", "Why?"))


def test_the_second_of_equal_headers_is_the_second_column_so_called():
    """What is said of the second `Why?` holds for that column alone."""
    said = (ColumnPlan("Why?", Role.ATTRIBUTE), ColumnPlan("Why?", Role.TEXT))
    settings = FileSettings(
        FilePlan(tables=(TablePlan(columns=said),)), FilePlan("notes", tables=(TablePlan(columns=FOUND),))
    )
    roles = [each and each.role for each in columns_of(settings, 0, "notes")]
    assert roles == [Role.ATTRIBUTE, Role.ATTRIBUTE, Role.TEXT, Role.ATTRIBUTE]


def test_a_plan_that_says_nothing_leaves_every_sheet_as_it_is_found():
    """Each is known by its name alone."""
    settings = FileSettings(FilePlan(), FilePlan("notes", tables=(TablePlan("London"), TablePlan("লন্ডন"))))
    assert [table_said(settings, at) for at in (0, 1)] == [TablePlan("London"), TablePlan("লন্ডন")]
