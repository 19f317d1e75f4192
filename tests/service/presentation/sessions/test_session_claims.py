"""A session is described, not tested: its lead and its questions claim no difference between groups."""

import re
from dataclasses import replace

import numpy as np
import pytest

from nlp.documents.types import Person
from nlp.participation.groups.compare import groups_to_show
from nlp.participation.types import GroupShare
from service.presentation.i18n import language
from service.presentation.sessions.session_lead import session_lead
from service.presentation.sessions.session_questions import session_questions
from tests.service.presentation.sessions.made import PARTICIPATION, speaker

SESSIONS = 600
DRAWS = 400
MOST_FALSE_CLAIMS = 0.05
GROUPS = {"gender": ("woman", "man"), "organisation": ("Alder", "Birch", "Cedar"), "team": ("North", "South")}


def compared(members, shares, random):
    """A group's share, with the interval of a bootstrap over people: what a lead may be tempted to claim from."""
    inside = np.isin(np.arange(len(shares)), members)
    drawn = random.multinomial(len(shares), np.full(len(shares), 1 / len(shares)), size=DRAWS)
    parts = (drawn @ (shares * inside)) / np.maximum(drawn @ shares, 1e-9)
    low, high = np.percentile(parts, (2.5, 97.5))
    share, heads, silent = float(shares[inside].sum()), float(inside.mean()), int((shares[inside] == 0).sum())
    return len(members), share, heads, heads, share - heads, share / heads, float(low), float(high), silent


def made(random):
    """A session of 9 to 18 people: a few speak long, most briefly, one in ten not at all; groups are drawn by lot."""
    names = [f"P{n}" for n in range(random.integers(9, 19))]
    roster = [
        Person(name, (), {attribute: str(random.choice(groups)) for attribute, groups in GROUPS.items()})
        for name in names
    ]
    seconds = random.lognormal(4.0, 1.5, len(names)) * (random.random(len(names)) > 0.1)
    shares = seconds / seconds.sum()
    shown, withheld = groups_to_show(tuple(GROUPS), roster, names, threshold=3)
    return replace(
        PARTICIPATION,
        speakers=tuple(speaker(name, float(share)) for name, share in zip(names, shares, strict=True) if share),
        silent=tuple(name for name, share in zip(names, shares, strict=True) if not share),
        groups={
            attribute: tuple(GroupShare(group, *compared(members, shares, random)) for group, members in groups.items())
            for attribute, groups in shown.items()
        },
        withheld=withheld,
    )


def singles_out(sentence, participation):
    """Whether a sentence speaks of one group and not of all groups of its attribute.

    That is how a claim is made, "the women had less than their share", whatever its words for more and less.
    """
    for groups in participation.groups.values():
        named = [bool(re.search(rf"\b{each.group}\b", sentence)) for each in groups]
        if any(named) and not all(named):
            return True
    return False


@pytest.fixture(scope="module")
def sessions():
    random = np.random.default_rng(20260301)
    return [made(random) for _ in range(SESSIONS)]


def claims(participation):
    spoken = language("en")
    said = [sentence.striptags() for sentence in session_lead(participation, spoken)]
    asked = [question.text for question in session_questions(participation, spoken)]
    return [sentence for sentence in [*said, *asked] if singles_out(sentence, participation)]


def test_groups_that_have_nothing_to_do_with_speaking_are_not_said_to_differ(sessions):
    """In 600 sessions in which groups were drawn by lot, fewer than one in twenty claims a difference."""
    assert sum(bool(claims(each)) for each in sessions) < MOST_FALSE_CLAIMS * SESSIONS


def test_the_sessions_would_mislead_whoever_picks_the_worst_group(sessions):
    """In most of them some group has twenty points less than its part of the room, by chance alone."""
    worst = [min((group.gap for found in each.groups.values() for group in found), default=0.0) for each in sessions]
    assert sum(gap < -0.2 for gap in worst) > SESSIONS / 2


@pytest.mark.parametrize(
    ("sentence", "claims_something"),
    [
        ("The group woman (gender) was 7 of the 13 people and had 22% of what was said.", True),
        ("The group man (gender) said less than its number in the room.", True),
        ("The women said less.", False),
        ("Said nothing, by gender: woman 3 of 7 and man 0 of 6.", False),
        ("2 of the 13 people present said nothing.", False),
    ],
)
def test_what_counts_as_a_claim(sentence, claims_something):
    """One group alone; all of them together are a count. Groups are known by the names of the roster."""
    assert singles_out(sentence, PARTICIPATION) is claims_something
