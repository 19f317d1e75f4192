"""Tables without names."""

import pytest

from nlp.documents.types import Person
from nlp.frames.table import Column, Kind, Table
from service.exports.tables.contents import CONTENTS
from service.exports.tables.hidden import FREE, WHO, without_names
from service.presentation.i18n import language
from service.presentation.masking.masking import named, numbered

PEOPLE = numbered(["Asha Rai", "আশা"], [Person("Asha Rai", ("A. Rai",))], language("en"))


def table(name, *values):
    columns = (Column("person", Kind.TEXT, ""), Column("said", Kind.TEXT, ""), Column("team", Kind.TEXT, ""))
    return Table(name, "x", "", columns, values)


def test_a_column_that_nobody_listed_is_masked():
    """So that one that comes later cannot name anybody by mistake."""
    found = without_names(table("new", ("Asha Rai", "Asha Rai said so", "Rai")), PEOPLE)
    assert found.rows == (("Person 1", "Person 1 said so", "Rai"),)


def test_a_name_that_is_a_word_of_every_day_is_hidden_where_it_stands_alone():
    """A column of names holds nothing else."""
    (row,) = without_names(table("new", ("আশা", "", "")), PEOPLE).rows
    assert row[0] == "Person 2"


def test_where_names_are_shown_nothing_changes():
    """The same table."""
    own = table("new", ("Asha Rai", "Asha Rai said so", "Rai"))
    assert without_names(own, named(["Asha Rai"])) is own


@pytest.mark.parametrize("listed", [FREE, WHO])
def test_what_is_listed_is_there(listed):
    """No name of a column is left over from a table that has gone."""
    there = {column.name for each in CONTENTS for column in each.columns}
    assert listed <= there
