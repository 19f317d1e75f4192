import pytest

from nlp.json_form import participation_to_json
from nlp.transcripts.chats.common import CHAT
from service.presentation.i18n import language
from service.presentation.sessions.session_sentences import (
    group_certainty,
    group_name,
    half_holders,
    heads_words,
    session_lead,
    session_questions,
    widest_gap,
)
from tests.service.presentation.fake import PARTICIPATION

EN = language("en")


def session(*shares, silent=0, timed=True, groups=None):
    return {
        "speakers": [{"name": f"P{n}", "share": share, "on_roster": True} for n, share in enumerate(shares)],
        "silent": [f"S{n}" for n in range(silent)],
        "timed": timed,
        "groups": groups or {},
        "limits": [],
    }


def group(**changed):
    return {
        "group": "woman",
        "people": 4,
        "share": 0.2,
        "head_share": 0.5,
        "expected_share": 0.5,
        "gap": -0.3,
        "low": 0.1,
        "high": 0.4,
        "silent": 0,
    } | changed


def lead(given):
    return " ".join(sentence.striptags() for sentence in session_lead(given, EN))


@pytest.mark.parametrize(
    ("shares", "holders"),
    [((1.0,), 1), ((0.5, 0.5), 1), ((0.4, 0.3, 0.3), 2), ((0.25,) * 4, 2), ((), 0), ((0.1,) * 10, 5)],
)
def test_the_fewest_people_who_hold_half(shares, holders):
    """Counted by hand; exactly half is half."""
    assert half_holders(session(*shares))[0] == holders


def test_lead_of_the_invented_session():
    """Two of six silent, one with two thirds, and the group that is surely heard less."""
    assert lead(participation_to_json(PARTICIPATION)) == (
        "2 of the 6 people present said nothing. One person had 67% of the speaking time. "
        "The group man (gender) was 3 of the 6 people and had 22% of what was said."
    )


def test_everybody_spoke():
    """Without silent people the sentence turns round."""
    assert lead(session(0.25, 0.25, 0.25, 0.25)).startswith("All 4 people present spoke. 2 people together had 50%")


def test_two_people_are_too_few_for_a_share():
    """Of a conversation of two nothing is said about halves."""
    assert lead(session(0.6, 0.4)) == "All 2 people present spoke."


def test_a_record_without_times_speaks_of_what_was_written():
    """No speaking time is claimed where only text was counted."""
    assert "of all that was written down" in lead(session(0.6, 0.2, 0.2, timed=False))


def test_nobody_speaks():
    """A record without speakers has one sentence."""
    assert lead(session()) == "Nobody is named as a speaker in this record."


def test_only_sure_gaps_are_named():
    """A gap within the interval, one of the pool, and one too small for an interval are not led with."""
    unsure = {"gender": [group(high=0.6), group(group="other"), group(group="not stated"), group(high=None, low=None)]}
    assert widest_gap(session(0.5, 0.5, groups=unsure)) is None
    assert widest_gap(session(0.5, 0.5, groups={"gender": [group()]}))[0] == "gender"


def test_certainty_of_a_group():
    """One session is described, not tested: only that there are too few people is said."""
    assert group_certainty(group(low=None, high=None), EN) == "Too few people to say."
    assert [group_certainty(group(high=high), EN) for high in (0.4, 0.6)] == ["", ""]


def test_pools_have_names_of_the_interface():
    """The pool of small groups is said in the reader's language, a real group as the roster has it."""
    assert group_name("other", language("bn")) == "অন্যান্য"
    assert group_name("other <b>", EN).striptags() == "other <b>"


def test_questions_follow_from_what_happened():
    """Silence first, then concentration, never more than three; nothing to ask of a chat of two."""
    asked = [question.text for question in session_questions(session(0.7, 0.1, 0.1, 0.1, silent=1), EN)]
    assert len(asked) == 3
    assert asked[0].startswith("One of us said nothing.")
    assert session_questions(session(0.5, 0.5), EN) == ()


def unmatched(share):
    given = session(0.6, 0.4 - share, share, groups={"gender": [group()]})
    given["speakers"][2]["on_roster"] = False
    return given


def test_groups_are_compared_once_strangers_are_known():
    """A twentieth of the floor is enough to change a comparison; less is not."""
    told = "One speaker is not on the roster: say who that is, then groups can be compared."
    assert lead(unmatched(0.1)).endswith(told)
    assert "woman" not in lead(unmatched(0.1))
    assert not any("woman" in question.text for question in session_questions(unmatched(0.1), EN))
    assert "The group woman" in lead(unmatched(0.04))
    assert any("woman" in question.text for question in session_questions(unmatched(0.04), EN))
    assert told not in lead(unmatched(0.1) | {"groups": {}})


def test_what_other_stands_for():
    """One plain line beside the pool, none beside a group."""
    assert heads_words(group(group="other"), 8, EN) == ("4 of 8 people; groups too small to show alone, taken together")
    assert heads_words(group(), 8, EN) == "4 of 8 people"
    assert group_name("not on the roster", language("ne")) == "सूचीमा नाम छैन"


def test_of_a_chat_it_is_said_who_wrote():
    """Nobody speaks, is present or says anything in a chat."""
    chat = session(0.7, 0.1, 0.2, silent=1, timed=False, groups={"gender": [group()]}) | {"limits": [CHAT]}
    assert lead(chat).startswith("1 of the 4 people in the chat wrote nothing.")
    assert "and wrote 20% of the text." in lead(chat)
    assert lead(chat | {"silent": []}).startswith("All 3 people in the chat wrote.")
    assert session_questions(chat, EN)[0].text.startswith("One of us wrote nothing.")
    assert heads_words(group(silent=1), 4, EN, chat=True) == "4 of 4 people; 1 of them wrote nothing"
