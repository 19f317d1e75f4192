"""A roster at the door of a measurement."""

from math import nan

import pandas as pd
import pytest

from nlp import Person, Roster
from nlp.door.people import people_of
from nlp.errors import WrongType

READ = "Write measure_participation(transcript, read_roster(...))."
RINA = Person("Rina", ("R. Akter",), {"gender": "woman"})


def test_a_roster_and_a_list_of_people_are_the_same():
    """People whose fields are texts stay as they are."""
    assert people_of(Roster("people.csv", (RINA,))) == people_of([RINA]) == [RINA]
    assert people_of([RINA])[0] is RINA


def test_one_alias_may_be_a_text_alone():
    """And is not taken for its letters; 0 is a value, what is missing is none."""
    (person,) = people_of([Person("Rina", "R. Akter", {"years": 0, "team": nan})])
    assert person == Person("Rina", ("R. Akter",), {"years": "0", "team": ""})
    assert people_of([Person("Rina", None)])[0].aliases == ()


@pytest.mark.parametrize(
    ("handed", "line"),
    [
        (["Rina"], f"roster[0] must be Person, not str ('Rina'). {READ}"),
        (
            pd.DataFrame({"name": ["Rina"]}),
            f"roster must be Roster | list[Person], not DataFrame. {READ}",
        ),
        ([RINA, Person(None)], "roster[1]: name must be str, not None. Write one name a person."),
        ([Person("Rina", 5)], "roster[0]: aliases must be tuple[str, ...], not int (5). Write one name a person."),
        ([Person("Rina", (), {"team": {}})], "roster[0]: team must be str, not "),
    ],
    ids=str,
)  # fmt: skip
def test_what_is_no_person_is_refused(handed, line):
    """With its place and the remedy."""
    with pytest.raises(WrongType) as raised:
        people_of(handed)
    assert str(raised.value).startswith(line)
