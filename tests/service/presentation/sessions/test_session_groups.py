from dataclasses import replace

from nlp.messages import Message
from nlp.participation.types import GroupShare, Windows
from nlp.transcripts.types import CHAT
from service.presentation.i18n import language
from service.presentation.sessions.group_names import group_name
from service.presentation.sessions.session_groups import group_certainty, groupings, heads_words
from tests.service.presentation.sessions.made import PARTICIPATION

EN = language("en")
WOMAN = GroupShare("woman", 4, 0.2, 0.5, 0.5, -0.3, 0.4, 0.1, 0.4, 0)


def test_certainty_of_a_group():
    """One session is described, not tested: only that there are too few people is said."""
    assert group_certainty(replace(WOMAN, low=None, high=None), EN) == "Too few people to say."
    assert [group_certainty(replace(WOMAN, high=high), EN) for high in (0.4, 0.6)] == ["", ""]


def test_heads_are_counted_with_what_other_stands_for():
    """One plain line beside the pool, none beside a group; those who said nothing, in a chat wrote nothing."""
    assert heads_words(replace(WOMAN, group="other"), 8, EN) == (
        "4 of 8 people; groups too small to show alone, taken together"
    )
    assert heads_words(WOMAN, 8, EN) == "4 of 8 people"
    assert heads_words(replace(WOMAN, silent=2), 8, EN) == "4 of 8 people; 2 of them said nothing"
    assert heads_words(replace(WOMAN, silent=1), 4, EN, chat=True) == "4 of 4 people; 1 of them wrote nothing"


def test_groups_stand_with_their_part_of_the_room_and_of_the_floor():
    """The figures as they are, in the order of the analysis; no word of more or less."""
    (gender,) = groupings(PARTICIPATION, EN)
    assert [(group.name.striptags(), group.head, group.share) for group in gender.groups] == [
        ("woman", 50, 77.6),
        ("man", 50, 22.4),
    ]
    assert {group.of for group in gender.groups} == {"of what was said"}
    (chatted,) = groupings(replace(PARTICIPATION, limits=(Message(CHAT),)), EN)
    assert {group.of for group in chatted.groups} == {"of what was written"}


def test_a_groups_share_is_a_line_over_the_session():
    """Women have all, half and, in silence, still half of the talk."""
    windows = Windows(
        150.0,
        30.0,
        (0.0, 30.0, 60.0),
        {"Clara Boyd": (100.0, 50.0, 0.0), "Evan Clay": (0.0, 50.0, 0.0)},
        ("Clara Boyd", None, None),
        {"gender": {"woman": (100.0, 50.0, 0.0), "man": (0.0, 50.0, 0.0)}},
    )
    woman, man = groupings(replace(PARTICIPATION, windows=windows), EN)[0].groups
    assert woman.flow == "0.0,0.0 50.0,50.0 100.0,50.0"
    assert man.flow == "0.0,100.0 50.0,50.0 100.0,50.0"
    assert groupings(PARTICIPATION, EN)[0].groups[0].flow == ""


def test_a_share_that_was_set_is_shown_beside_the_heads():
    """And nothing is said of chance: one session is described, not tested."""
    woman, man = PARTICIPATION.groups["gender"]
    groups = {"gender": (replace(woman, expected_share=0.97), man)}
    shown = groupings(replace(PARTICIPATION, groups=groups), EN)[0].groups
    assert (shown[0].expected, shown[1].expected) == (97, None)
    assert shown[0].certainty == ""


def test_pools_have_names_of_the_interface():
    """The pool of small groups is said in the reader's language, a real group as the roster has it."""
    assert group_name("other", language("bn")) == "বাকি সবাই"
    assert group_name("not on the roster", language("ne")) == "उपस्थिति सूचीमा नाम छैन"
    assert group_name("other <b>", language("en")).striptags() == "other <b>"
