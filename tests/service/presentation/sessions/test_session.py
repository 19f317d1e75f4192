from dataclasses import replace

import pytest

from nlp.messages import Message
from nlp.participation import caveats
from nlp.participation.types import Floor
from nlp.transcripts.types import CHAT
from service.presentation.i18n import language
from service.presentation.sessions.session import everybody_in, people_of, session_view
from service.presentation.team_marks import marks
from tests.service.presentation.sessions.made import PARTICIPATION, ROSTER, TEAMS, speaker


def view(participation=PARTICIPATION, names=True):
    people = people_of([participation], ROSTER, language("en"), names=names)
    return session_view(participation, ROSTER, people, marks(TEAMS), language("en"))


def test_people_stand_in_the_order_of_the_roster():
    """Silent people keep their place and have an empty bar."""
    assert [bar.name for bar in view().people] == [person.name for person in ROSTER]
    assert [bar.name for bar in view().people if bar.silent] == ["Dipesh Rokaya", "রেহানা পারভীন"]
    assert all(bar.width == 0 and not bar.blocks for bar in view().people if bar.silent)


def test_people_whom_the_roster_does_not_know_come_last():
    """They are shown all the same."""
    speakers = (speaker("Guest", 0.4), speaker("Clara Boyd", 0.6))
    given = replace(PARTICIPATION, speakers=speakers, silent=("Anika Rahman",))
    assert everybody_in(given, ROSTER) == ["Anika Rahman", "Clara Boyd", "Guest"]


def test_the_longest_bar_fills_the_track_and_the_equal_share_is_marked_on_it():
    """550 of 825 seconds is the longest; a sixth of the time is a quarter of that."""
    bars = {bar.name: bar for bar in view().people}
    assert bars["Clara Boyd"].width == 100
    assert bars["Anika Rahman"].width == pytest.approx(100 * 90 / 550, abs=0.01)
    assert view().equal == pytest.approx(100 * (1 / 6) / (550 / 825), abs=0.01)
    assert str(bars["Clara Boyd"].words) == "9 min 10 s, 67%"


def test_the_timeline_has_a_block_for_every_holding_of_the_floor():
    """Clara Boyd speaks from 200 to 420 of 830 seconds."""
    blocks = next(bar.blocks for bar in view().people if bar.name == "Clara Boyd")
    assert len(blocks) == 3
    assert (blocks[1].left, blocks[1].width) == (pytest.approx(24.1, abs=0.01), pytest.approx(26.51, abs=0.01))


def test_without_times_the_timeline_counts_what_was_said():
    """Characters said so far take the place of seconds."""
    floors = (Floor("Clara Boyd", None, None, 30), Floor("Evan Clay", None, None, 10))
    untimed = view(replace(PARTICIPATION, timed=False, timeline=floors, duration_seconds=None, silence_seconds=None))
    blocks = {bar.name: bar.blocks for bar in untimed.people}
    assert (blocks["Evan Clay"][0].left, blocks["Evan Clay"][0].width) == (75, 25)
    assert "min" not in untimed.people[0].words


def test_handovers_are_told_only_where_chance_would_not_do_it():
    """4 where 1.5 are expected is not enough; 9 are."""
    assert view().follows == ()
    often = replace(PARTICIPATION.follows[0], count=9)
    assert "took the floor 9 times" in view(replace(PARTICIPATION, follows=(often,))).follows[0]


def test_numbered_people_are_numbered_everywhere():
    """No name is left on the page, and no team mark that was withheld."""
    limits = (Message(caveats.BOTS, {"labels": ("Clara Boyd",)}),)
    hidden = view(replace(PARTICIPATION, withheld=("team",), limits=limits), names=False)
    text = repr(hidden)
    assert not any(person.name in text for person in ROSTER)
    assert {bar.mark.name for bar in hidden.people} == {""}
    assert hidden.people[0].name == "Person 1"


def test_people_of_a_chat_write():
    """Their bars, groups and measures say so."""
    chat = view(replace(PARTICIPATION, limits=(Message(CHAT),)))
    assert {bar.words for bar in chat.people if bar.silent} == {"wrote nothing"}
    assert all("wrote" in bar.detail for bar in chat.people if not bar.silent)
    assert {group.of for grouping in chat.groupings for group in grouping.groups} == {"of what was written"}
    assert [sentence.striptags() for sentence in chat.measures[:2]] == [
        "Clara Boyd wrote first, Anika Rahman last.",
        "The one who wrote most had 4 times an equal share.",
    ]


def test_names_are_hidden_but_teams_and_common_words_are_not():
    """A Teams label carries an office and a role; the record's remark names the label."""
    label = "Ram, Karnali Office (Lead)"
    stranger = speaker(label, 0.1, on_roster=False)
    given = replace(PARTICIPATION, speakers=(*PARTICIPATION.speakers, stranger))
    people = people_of([given], ROSTER, language("en"), names=False, keep=("Karnali", "Trust and Learning"))
    assert people.mask("The Karnali office leads on trust; Ram said so") == (
        "The Karnali office leads on trust; Person 7 said so"
    )
    assert people.mask(f"One speaker is not on the roster: {label}.") == "One speaker is not on the roster: Person 7."
