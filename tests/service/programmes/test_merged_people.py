"""What the people of several rosters add up to."""

from nlp.documents.types import Person
from service.programmes.merged_people import merge_people


def test_people_of_several_rosters_are_merged():
    """The same name in another case or spacing is the same person; what the newer one states wins, the rest stays."""
    first = [Person("Asha Rai", ("Asha",), {"team": "North", "role": "", "age": "40"}), Person("Tom", (), {})]
    second = [Person("ASHA  rai", ("A.",), {"team": "South", "role": "director", "age": ""})]
    assert merge_people([first, second]) == (
        Person("Asha Rai", ("Asha", "A."), {"team": "South", "role": "director", "age": "40"}),
        Person("Tom", (), {}),
    )


def test_rosters_that_spell_a_name_otherwise_have_one_person():
    """Joiners, hyphens and marks of direction make nobody twice."""
    rosters = [[Person("Rina Akter", (), {"team": "South"})], [Person("\u200eRINA-AKTER", ("Rina",), {"role": "lead"})]]
    assert merge_people(rosters) == (Person("Rina Akter", ("Rina",), {"team": "South", "role": "lead"}),)
