"""What may be said of names, and what it makes of an outline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import InputError
from nlp.names import name_key
from service.names import changes
from service.names.outline import merged
from service.names.spelling import Spelling, called_in
from service.names.types import NameKind, Names
from service.types import Outline

ELEMENT, LEVEL, TEAM, _ = NameKind
FILES = (
    ("rubric", Outline(teams=("London",), languages={"London": "en"}, elements=("Communications", "Trust"))),
    ("rubric", Outline(teams=("লন্ডন",), languages={"লন্ডন": "bn"}, elements=("যোগাযোগ", "আস্থা"))),
    ("notes", Outline(teams=("London office",), elements=("COMMS", "1. Communications"))),
)
SPELLINGS = ["Communications", "COMMS", "1. Communications", "যোগাযোগ", "আস্থা", "Trust"]


def outline(names=Names()):  # noqa: B008
    return merged(Outline(teams=("Kathmandu",)), FILES, names)


def joined(*pairs, kind=ELEMENT):
    names = Names()
    for name, into in pairs:
        names = changes.join(outline(names), kind, name, into)
    return outline(names)


def test_joined_names_are_one_in_the_outline():
    """Under the name into which they were joined, at its place, whatever the case."""
    told = joined(("যোগাযোগ", "Communications"), ("comms", "Communications"), ("1. Communications", "যোগাযোগ"))
    assert told.elements == ("Communications", "Trust", "আস্থা")
    assert {Spelling.of(told).element(name) for name in ("যোগাযোগ", "Comms", "1. communications")} == {"Communications"}


def test_a_joined_name_of_another_script_is_the_name_in_its_language():
    """Where one language of the programme only is written so; a name of the same script is told of no language."""
    told = joined(("যোগাযোগ", "Communications"), ("COMMS", "Communications"))
    assert called_in(told, "bn") == {"Communications": "যোগাযোগ"}
    assert called_in(told, "en") == {}


def test_joined_teams_keep_the_language_of_the_first():
    """The programme's languages are told of the joined team."""
    told = joined(("লন্ডন", "London"), ("London office", "London"), kind=TEAM)
    assert (told.teams, told.languages) == (("Kathmandu", "London"), {"London": "en"})


def test_a_parted_name_is_its_own_again_and_stays_apart():
    """It is not proposed to be joined again."""
    told = joined(("যোগাযোগ", "Communications"), ("COMMS", "Communications"))
    names = changes.part(told, ELEMENT, "যোগাযোগ")
    assert "যোগাযোগ" in outline(names).elements
    assert names.are_apart(ELEMENT, "Communications", "যোগাযোগ")
    assert names.are_apart(ELEMENT, "comms", "যোগাযোগ")
    again = changes.join(outline(names), ELEMENT, "যোগাযোগ", "Communications")
    assert not again.are_apart(ELEMENT, "COMMS", "Trust")
    assert again.apart == ()


def test_a_renamed_element_still_answers_to_its_old_name():
    """Also where the new name differs in its spelling only."""
    told = outline(changes.rename(outline(), ELEMENT, "1. Communications", "Talking"))
    assert told.elements == ("Communications", "Trust", "যোগাযোগ", "আস্থা", "COMMS", "Talking")
    assert Spelling.of(told).element("1. communications") == "Talking"
    assert outline(changes.rename(outline(), ELEMENT, "COMMS", "Comms")).elements[-2] == "Comms"


def test_a_name_means_one_thing_only():
    """A new name, or one in a language, that another has already is refused; the two are to be joined instead."""
    with pytest.raises(InputError, match="Join the two instead"):
        changes.rename(outline(), ELEMENT, "COMMS", "trust")
    with pytest.raises(InputError, match="Join the two instead"):
        changes.call(outline(), ELEMENT, "Communications", "bn", "যোগাযোগ")
    with pytest.raises(InputError, match="is that already"):
        changes.join(outline(), ELEMENT, "COMMS", "comms")
    with pytest.raises(InputError, match="has no name"):
        changes.join(outline(), ELEMENT, "Nothing", "Trust")


def test_a_name_in_a_language_means_it_too():
    """A later file that has it speaks of the same thing; taken back, it is no name in that language any more."""
    told = outline(changes.call(outline(), ELEMENT, "Trust", "ne", "विश्वास"))
    assert called_in(told, "ne") == {"Trust": "विश्वास"}
    assert Spelling.of(told).element("विश्वास") == "Trust"
    assert called_in(outline(changes.call(told, ELEMENT, "Trust", "ne", "")), "ne") == {}


def test_an_order_that_somebody_gave_goes_before_that_of_the_files():
    """Names that come later stand behind; one step up or down gives an order too."""
    told = outline(changes.order(outline(), ELEMENT, ["আস্থা", "trust"]))
    assert told.elements[:3] == ("আস্থা", "Trust", "Communications")
    moved = outline(changes.move(told, ELEMENT, "Communications", -2))
    assert moved.elements[:3] == ("Communications", "আস্থা", "Trust")
    assert outline(changes.move(moved, ELEMENT, "Communications", -1)).elements == moved.elements


def test_what_no_file_speaks_of_can_be_taken_off_the_list():
    """And comes back with a file that speaks of it; what files speak of stays."""
    told = outline(changes.remove(outline(), TEAM, "Kathmandu", ["London"]))
    assert "Kathmandu" not in told.teams
    back = merged(Outline(teams=("Kathmandu",)), [("notes", Outline(teams=("kathmandu",)))], told.names)
    assert back.teams == ("kathmandu",)
    with pytest.raises(InputError, match="files of the programme speak of"):
        changes.remove(outline(), TEAM, "London", ["london"])


@given(st.lists(st.tuples(st.sampled_from(SPELLINGS), st.sampled_from(SPELLINGS), st.booleans()), max_size=12))
def test_every_name_means_one_thing_whatever_is_said(said):
    """After any joining and parting every spelling stands under exactly one name, and that name is in the outline."""
    names = Names()
    for one, other, together in said:
        try:
            names = (
                changes.join(outline(names), ELEMENT, one, other)
                if together
                else changes.part(outline(names), ELEMENT, one)
            )
        except InputError:
            continue
    keys = [key for each in names.said for key in each.keys]
    told = outline(names)
    assert len(keys) == len(set(keys))
    assert {Spelling.of(told).element(name) for name in SPELLINGS} == set(told.elements)
    assert len({name_key(name) for name in told.elements}) == len(told.elements)
