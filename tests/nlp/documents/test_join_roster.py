"""Notes meet the roster."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents.join_roster import join_roster, with_people
from nlp.documents.types import Person, Unit


def note(participant: str, **attributes: str) -> Unit:
    return Unit("n", "text", "en", "notes.csv", 2, 0, 4, None, {"participant": participant, **attributes})


def author(name: str, *people: Person) -> str:
    """Return the participant of a note by `name` after it met the roster."""
    (unit,) = with_people([note(name)], people)
    return unit.attributes["participant"]


MAYA = Person("Maya Rai", ("माया राई", "Maya di"), {"role": "director", "team": "Nepal"})
RINA = Person("Rina Akter", (), {"gender": "woman", "team": "Bangladesh"})
KAMAL = Person("Kamal Hossain", (), {"gender": "man", "team": "Bangladesh"})


def test_a_participant_brings_what_the_roster_knows():
    """By name or alias, whatever the case, the spaces and the Unicode form."""
    for name in ("Maya Rai", "  maya  rai", normalize("NFD", "माया राई"), "MAYA DI"):
        (unit,) = with_people([note(name)], [MAYA])
        assert unit.attributes == {"role": "director", "team": "Nepal", "participant": "Maya Rai"}


def test_what_the_note_says_is_kept():
    """A note's own team wins over the roster's; an empty one does not."""
    (own, empty) = with_people([note("Maya Rai", team="Field"), note("Maya Rai", team="")], [MAYA])
    assert own.attributes["team"] == "Field"
    assert empty.attributes["team"] == "Nepal"


def test_strangers_and_the_nameless_stay_as_they_are():
    """Nobody is guessed."""
    units = [note("Sam"), note("")]
    assert with_people(units, [MAYA]) == tuple(units)


@pytest.mark.parametrize(
    "name",
    [
        "Dr. Rina Akter",
        "Rina-Akter",
        "Rina\u200d Akter",
        "\u200eRINA AKTER\u200f",
        "Rina Akter apa",
        "Rina Akter (Char Alo)",
        "রিনা আক্তার",
        "রিনা আক্তার আপা",
        "জনাব রিনা আক্তার",
        normalize("NFD", "রীনা আক্তার"),
        "रिना अक्तर",
    ],
)
def test_an_author_finds_her_row_as_a_speaker_does(name: str):
    """With honorifics, joiners, marks of direction, organisations, and in another script where the sounds agree."""
    (unit,) = with_people([note(name)], [RINA, KAMAL, MAYA])
    assert unit.attributes == {"gender": "woman", "team": "Bangladesh", "participant": "Rina Akter"}


def test_a_latin_author_finds_her_row_on_a_roster_in_another_script():
    """Scripts may stand the other way round."""
    assert author("Rina Akter", Person("রিনা আক্তার")) == "রিনা আক্তার"
    assert author("Maya Tamang", Person("माया तामाङ")) == "माया तामाङ"


@pytest.mark.parametrize("name", ["Rina", "Rina apa", "রিনা আপা", "Reena Aktar", "R. Akter", "রানা আক্তার"])
def test_what_is_not_sure_is_proposed(name: str):
    """A first name, an initial, another spelling, another vowel: the note stays as it is until somebody decides."""
    found = join_roster([note(name)], [RINA, KAMAL])
    assert found.units == (note(name),)
    assert (found.matched, found.unknown) == ({}, (name,))
    assert [(proposal.label, proposal.name) for proposal in found.proposals] == [(name, "Rina Akter")]
    assert found.proposals[0].score < 1


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("Rina apa", (RINA, Person("Rina Das"))),
        ("Rina apa", (RINA, Person("Rina Das", ("Rina",)))),
        ("রিনা আক্তার", (RINA, Person("Rana Akter"))),
        ("রিনা আক্তার", (RINA, Person("Reena Akhter"))),
        ("রিনা আক্তার", (RINA, Person("Rina Akter Banu"))),
        ("Maya", (Person("Maya Rai", ("Maya",)), Person("Maya Tamang", ("Maya",)))),
    ],
)
def test_two_people_of_like_names_are_never_taken_for_each_other(name: str, people: tuple[Person, ...]):
    """Nobody is joined; both are proposed."""
    found = join_roster([note(name)], people)
    assert found.units == (note(name),)
    assert {proposal.name for proposal in found.proposals} == {person.name for person in people}


def test_two_authors_of_like_names_are_not_both_the_same_person():
    """Two spellings in another script may be two people: both are proposed."""
    found = join_roster([note("রিনা আক্তার"), note("রীনা আকতার")], [RINA])
    assert found.matched == {}
    assert {proposal.label for proposal in found.proposals} == {"রিনা আক্তার", "রীনা আকতার"}


def test_what_was_joined_can_be_shown():
    """Every author's name as written, and those that were joined by their sound."""
    found = join_roster([note("Dr Rina Akter"), note("কামাল হোসেন"), note("Sam")], [RINA, KAMAL])
    assert found.matched == {"Dr Rina Akter": "Rina Akter", "কামাল হোসেন": "Kamal Hossain"}
    assert [(each.label, each.name) for each in found.by_sound] == [("কামাল হোসেন", "Kamal Hossain")]
    assert found.unknown == ("Sam",)


def test_two_rows_of_one_name_say_only_what_both_say():
    """Which of the two wrote the note is not known, unless the note itself says it."""
    rows = [
        Person("Rina Akter", (), {"team": "Nepal", "gender": "woman", "role": "lead"}),
        Person("RINA AKTER", (), {"team": "Bangladesh", "gender": "woman", "role": "driver"}),
    ]
    unsure, told = with_people([note("Rina Akter"), note("Rina Akter", team="bangladesh")], rows)
    assert unsure.attributes == {"participant": "Rina Akter", "gender": "woman"}
    assert told.attributes == {
        "participant": "Rina Akter",
        "gender": "woman",
        "role": "driver",
        "team": "bangladesh",
    }


@given(st.lists(st.sampled_from(["Rina Akter", "রিনা আক্তার", "Rina", "Maya di", "Sam", "", "माया"]), max_size=8))
def test_notes_keep_their_order_and_words(names: list[str]):
    """Joining changes attributes only, and every name is matched, unknown or empty."""
    units = [note(name) for name in names]
    found = join_roster(units, [RINA, MAYA])
    assert [unit.text for unit in found.units] == [unit.text for unit in units]
    assert set(found.matched) | set(found.unknown) == set(names) - {""}
    assert with_people(units, [RINA, MAYA]) == found.units
