"""How a session's page asks who is behind a label."""

import pytest

from service.annotations.speaker_identities import OpenLabel, SessionNames, StatedIdentity
from service.presentation.i18n import language
from service.presentation.sessions.speaker_identities import MOST_ASKED, identities_view
from tests.service.presentation.sessions.made import ROSTER

NAMES = SessionNames(
    (OpenLabel("Bikram's iPad", ("Bikram Shahi",)), OpenLabel("SPEAKER_07", ()), OpenLabel("चोमोलुङ्मा", ())),
    (StatedIdentity("आनिका (S)", "person", "Anika Rahman", everywhere=True),),
)


def view(names=NAMES, code="en"):
    return identities_view(names, ROSTER, language(code))


def test_a_likely_person_is_asked_for_by_name():
    """Others are asked openly, voices of one record for this session."""
    asked = [each.question.striptags() for each in view().questions]
    assert asked == [
        "Bikram's iPad: is this Bikram Shahi?",
        "SPEAKER_07: who is this in this session?",
        "चोमोलुङ्मा: who is this?",
    ]


@pytest.mark.parametrize(
    ("kind", "name", "everywhere", "words"),
    [
        ("person", "Anika Rahman", True, "A is Anika Rahman · in every session"),
        ("room", "", False, "A: a room or a shared device, its speech counts for nobody · in this session"),
        ("unknown", "", True, "A: somebody else, or not known · in every session"),
    ],
)
def test_what_was_told_is_said_again(kind, name, everywhere, words):
    """With where it holds."""
    told = view(SessionNames((), (StatedIdentity("A", kind, name, everywhere),))).identified
    assert [each.words.striptags() for each in told] == [words]


def test_many_labels_are_asked_in_portions():
    """The rest is counted."""
    many = tuple(OpenLabel(f"Guest {n}", ()) for n in range(MOST_ASKED + 3))
    assert (len(view(SessionNames(many, ())).questions), view(SessionNames(many, ())).more) == (MOST_ASKED, 3)


def test_names_can_be_chosen_from_the_roster():
    """In its order."""
    assert view().people == tuple(person.name for person in ROSTER)
