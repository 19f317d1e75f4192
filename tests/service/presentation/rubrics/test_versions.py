"""What changed between versions of one rubric, as the page says it."""

from dataclasses import replace

import pytest

from nlp.documents.types import Descriptor
from nlp.rubrics.types import (
    DescriptorChange,
    ElementChanges,
    RubricComparison,
    VersionChanges,
)
from service.presentation.i18n import language
from service.presentation.rubrics.comparison import RubricsView, rubrics_view
from service.presentation.team_marks import marks
from tests.service.presentation.rubrics.made import COMPARISON, TEAMS

HIGH, LOW = "well-functioning", "needs help"


def stated(level, text, code="bn"):
    return Descriptor(text, "Trust", level, text, code, "rubric.csv", 2, "Sylhet")


MOVED = DescriptorChange("moved", stated("emerging", "সবাই জানে"), stated(HIGH, "সবাই জানে"), 1.0)
REWORDED = DescriptorChange("reworded", stated(HIGH, "ফোন ধরে"), stated(HIGH, "সবাই ফোন ধরে"), 0.8)
FLIPPED = DescriptorChange("moved", stated(HIGH, "জানে"), stated(LOW, "জানে না"), 0.9, opposite_ends=True)
NEW = DescriptorChange("new", after=stated(LOW, "🙂", "und"))
DROPPED = DescriptorChange("dropped", before=stated(LOW, "কেউ জানে না"))
KEPT = DescriptorChange("kept", stated(HIGH, "ঠিক আছে"), stated(HIGH, "ঠিক আছে"), 1.0)


def view(*changes, spoken="en", comparison=None) -> RubricsView:
    found = VersionChanges("Sylhet", "", "2", 0.5, (ElementChanges("Trust", changes), ElementChanges("Else", (KEPT,))))
    base = comparison or RubricComparison("m", ("Sylhet",), (HIGH, LOW), 0.0, ())
    return rubrics_view(replace(base, changes=(found,)), marks(TEAMS), language(spoken))


def test_changes_are_counted_and_told():
    """How many of each kind, then each in words with its text, before and after where that differs."""
    (changed,) = view(MOVED, REWORDED, NEW, DROPPED, KEPT).changes
    assert changed.heading.striptags() == "What changed in the rubric of Sylhet"
    assert changed.lead.striptags() == (
        "The rubric of Sylhet from the version without a name to 2: "
        "1 moved to another level, 1 reworded, 1 new, 1 dropped and 2 kept."
    )
    (element,) = changed.elements
    assert [change.words.striptags() for change in element.changes] == [
        "Moved from emerging to well-functioning",
        "Reworded under well-functioning",
        "New under needs help",
        "Dropped from needs help",
    ]
    assert [[(each.text, each.code) for each in change.texts] for change in element.changes] == [
        [("সবাই জানে", "bn")],
        [("ফোন ধরে", "bn"), ("সবাই ফোন ধরে", "bn")],
        [("🙂", "")],
        [("কেউ জানে না", "bn")],
    ]
    assert str(element.kept) == "1 descriptor is as it was."


def test_a_moved_descriptor_asks_the_room():
    """Once, and never about one that may say the opposite."""
    (question,) = view(MOVED, MOVED).questions
    assert question.text.startswith("Sylhet moved “সবাই জানে” from emerging to well-functioning.")
    flipped = view(FLIPPED)
    assert flipped.questions == ()
    assert flipped.changes[0].elements[0].changes[0].words.striptags() == (
        "Under well-functioning before, under needs help now: the same thing, or its opposite?"
    )


def test_one_team_leads_with_its_changes():
    """Without a second team the page speaks of versions; with one, of teams first."""
    assert view(MOVED).lead[0].startswith("The rubric of ")
    assert str(view(MOVED, comparison=COMPARISON).lead[0]).startswith("3 pairs of descriptors")


@pytest.mark.parametrize(("spoken", "count"), [("bn", "১টি অন্য স্তরে গেছে"), ("ne", "१ वटा अर्को तहमा सर्\u200dयो")])
def test_changes_are_told_in_the_readers_language(spoken, count):
    """Counts and words of the catalogue."""
    (changed,) = view(MOVED, spoken=spoken).changes
    assert count in changed.lead.striptags()
