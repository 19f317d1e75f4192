from dataclasses import replace

import pytest

from nlp.messages import Message
from nlp.participation.types import GroupShare
from nlp.transcripts.types import CHAT
from service.presentation.i18n import language
from service.presentation.sessions.session_lead import fewest_with_half, is_chat, session_lead
from tests.service.presentation.sessions.made import PARTICIPATION, speaker

EN = language("en")
CHATTED = (Message(CHAT),)


def session(*shares, silent=0, **changed):
    speakers = tuple(speaker(f"P{n}", share) for n, share in enumerate(shares))
    names = tuple(f"S{n}" for n in range(silent))
    return replace(PARTICIPATION, speakers=speakers, silent=names, **{"groups": {}, **changed})


def group(name="woman", people=4, silent=0, share=0.2):
    return GroupShare(name, people, share, 0.5, 0.5, share - 0.5, 2 * share, share / 2, 2 * share, silent)


def lead(given, code="en"):
    return " ".join(sentence.striptags() for sentence in session_lead(given, language(code)))


@pytest.mark.parametrize(
    ("shares", "holders"),
    [((1.0,), 1), ((0.5, 0.5), 1), ((0.4, 0.3, 0.3), 2), ((0.25,) * 4, 2), ((), 0), ((0.1,) * 10, 5)],
)
def test_the_fewest_people_who_hold_half(shares, holders):
    """Counted by hand; exactly half is half."""
    assert fewest_with_half(session(*shares))[0] == holders


def test_lead_of_the_invented_session():
    """Two of six silent, in both groups, and one with two thirds; nothing of the group with a fifth of the floor."""
    assert lead(PARTICIPATION) == (
        "2 of the 6 people present said nothing. Said nothing, by gender: woman 1 of 3 and man 1 of 3. "
        "One person had 67% of the speaking time."
    )


def test_lead_of_the_sample(sample):
    """Counts of the real record, people of the first attribute whatever they show."""
    (first, _) = sample.at.sessions
    assert lead(sample.participation(first.slug)).startswith(
        "2 of the 13 people present said nothing. Said nothing, by gender: woman 1 of 7 and man 1 of 6. "
    )


def test_everybody_spoke():
    """Without silent people the sentence turns round, and there is nothing to count by group."""
    given = session(0.25, 0.25, 0.25, 0.25, groups={"gender": (group(), group("man"))})
    assert lead(given) == "All 4 people present spoke. 2 people together had 50% of the speaking time."


def test_two_people_are_too_few_for_a_share():
    """Of a conversation of two nothing is said about halves."""
    assert lead(session(0.6, 0.4)) == "All 2 people present spoke."


def test_a_record_without_times_speaks_of_what_was_written():
    """No speaking time is claimed where only text was counted."""
    assert "of all that was written down" in lead(session(0.6, 0.2, 0.2, timed=False))


def test_nobody_speaks():
    """A record without speakers has one sentence."""
    assert lead(session()) == "Nobody is named as a speaker in this record."


@pytest.mark.parametrize(("silent_women", "silent_men"), [(3, 0), (0, 3), (1, 2)])
def test_silent_people_are_counted_in_every_group(silent_women, silent_men):
    """Of the first attribute that has several groups, not of the one where the counts stand out; pools are named."""
    groups = {
        "organisation": (group("A", 9, 3),),
        "gender": (group("woman", 7, silent_women), group("man", 4, silent_men)),
        "team": (group("North", 5, 3), group("South", 6, 0)),
    }
    said = lead(session(*[0.125] * 8, silent=3, groups=groups))
    assert f"Said nothing, by gender: woman {silent_women} of 7 and man {silent_men} of 4." in said
    assert "North" not in said


def test_many_groups_are_left_to_the_page():
    """A lead is short; four groups still fit."""
    four, five = (tuple(group(f"G{n}") for n in range(count)) for count in (4, 5))
    assert "by team: G0 0 of 4, G1 0 of 4, G2 0 of 4 and G3 0 of 4." in lead(
        session(0.5, 0.5, silent=1, groups={"team": four})
    )
    assert "by team" not in lead(session(0.5, 0.5, silent=1, groups={"team": five}))


def unmatched(share):
    given = session(0.6, 0.4 - share, share, silent=1, groups={"gender": (group(silent=1), group("man"))})
    return replace(given, speakers=(*given.speakers[:2], replace(given.speakers[2], on_roster=False)))


def test_while_voices_are_unmatched_the_lead_asks_who_they_are():
    """Nobody is counted as silent: a silent person may be whoever is not matched, however little that one said."""
    for share in (0.1, 0.04):
        said = lead(unmatched(share))
        assert said.startswith("One voice is not on the roster yet: who is it?")
        assert not any(word in said for word in ("nothing", "woman"))


def test_groups_are_compared_once_speakers_are_matched():
    """Where nobody was silent a twentieth of the floor is enough to ask who that is."""
    told = "One speaker is not on the roster: say who that is, then groups can be compared."
    assert lead(replace(unmatched(0.1), silent=())).endswith(told)
    assert told not in lead(replace(unmatched(0.04), silent=()))
    assert told not in lead(replace(unmatched(0.1), silent=(), groups={}))


def test_of_a_chat_it_is_said_who_wrote():
    """Nobody speaks, is present or says anything in a chat."""
    groups = {"gender": (group("woman", 2, 1), group("man", 2))}
    chat = session(0.7, 0.1, 0.2, silent=1, timed=False, groups=groups, limits=CHATTED)
    assert is_chat(chat)
    assert lead(chat).startswith(
        "1 of the 4 people in the chat wrote nothing. Wrote nothing, by gender: woman 1 of 2 and man 0 of 2."
    )
    assert lead(replace(chat, silent=())).startswith("All 3 people in the chat wrote.")


@pytest.mark.parametrize("code", ["bn", "ne"])
@pytest.mark.parametrize("limits", [(), CHATTED], ids=["spoken", "chat"])
def test_the_lead_speaks_the_readers_language(code, limits):
    """With its digits; only the names of groups stay as the roster has them."""
    groups = {"gender": (group("মহিলা", 2, 1), group("পুরুষ", 2))}
    said = lead(session(0.7, 0.1, 0.2, silent=1, groups=groups, limits=limits), code)
    assert not any(letter.isascii() and letter.isalnum() for letter in said)


def test_a_pool_of_small_groups_is_not_counted_in_the_lead():
    """An attribute with a pool is passed over, the next one without is said."""
    pooled = replace(PARTICIPATION.groups["gender"][0], group="other")
    groups = {"gender": (PARTICIPATION.groups["gender"][0], pooled), "team": PARTICIPATION.groups["gender"]}
    matched = tuple(replace(each, on_roster=True) for each in PARTICIPATION.speakers)
    said = " ".join(map(str, session_lead(replace(PARTICIPATION, groups=groups, speakers=matched), language("en"))))
    assert "by team" in said
    assert "other" not in said
