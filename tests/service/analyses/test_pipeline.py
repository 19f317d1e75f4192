"""The steps of the way of the data that no test of the workspace reaches."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from nlp.documents.types import Descriptor
from nlp.rubrics.levels import LevelRanks, LevelRelation
from service.analyses import pipeline
from service.names.types import NameKind, Names
from service.types import Outline
from tests.embedders import BagOfWords
from tests.nlp.readings.test_interpret import notes
from tests.service.files import NOTES


def test_ids_and_labels_stay_as_they_were():
    """Whatever was called otherwise before keeps that name."""
    found = pipeline.find_readings(notes(), BagOfWords(), ("team",), Outline(), 3)
    (element,) = found.elements
    called = replace(element, readings=tuple(replace(each, id=f"{each.id}-old") for each in element.readings))
    again = pipeline.find_readings(
        notes(), BagOfWords(), ("team",), Outline(), 3, before=replace(found, elements=(called,))
    )
    assert [reading.id for reading in again.readings] == [reading.id for reading in called.readings]


@pytest.mark.parametrize("stored", ["not JSON", '{"model": "m", "by": []}', "[]"])
def test_readings_that_an_earlier_release_stored_do_no_harm(workspace, stored):
    """Where their form has other fields, readings are found as if there had been none before."""
    slug = workspace.programmes.create("P").slug
    workspace.files.add(slug, [("notes.csv", NOTES)])
    before = workspace.findings(slug).readings()
    with workspace._database.writing() as db:
        db.execute(text("UPDATE findings SET result = :stored"), {"stored": stored})
    more = b"text,element\nA new note here,Communications\n"
    workspace.files.add(slug, [("more.csv", more)])
    assert len(workspace.findings(slug).readings().elements) == len(before.elements)


def test_an_error_inside_an_analysis_is_not_swallowed(workspace, monkeypatch):
    """A missing key is a bug, not an earlier release."""
    slug = workspace.programmes.create("P").slug
    workspace.files.add(slug, [("notes.csv", NOTES)])
    monkeypatch.setattr(pipeline, "find_readings", lambda *_: {}["gone"])
    with pytest.raises(KeyError, match="gone"):
        workspace.findings(slug).readings()


def test_a_rubric_that_is_written_worst_first_is_not_told_as_best_first():
    """Levels stay as the rubric writes them, whatever the order of another team's."""
    rows = [Descriptor(f"{at}", "Trust", level, "x", "en", "r.csv", at, "South") for at, level in enumerate("cba")]
    told = pipeline.prepare_descriptors(rows, Outline(teams=("South",), elements=("Trust",), levels=("a", "b", "c")))
    assert [each.level for each in told] == ["c", "b", "a"]


def test_levels_in_an_order_that_somebody_gave_stand_on_the_ladders_of_their_own_teams():
    """Teams that share a level share a ladder; a ladder in another language is no part of it."""
    rows = [
        Descriptor(f"{team}{level}", "Trust", level, f"{team} {level}", "en", "r.csv", 1, team)
        for team, levels in {"A": ("good", "bad"), "B": ("middling", "bad"), "C": ("ভালো", "খারাপ")}.items()
        for level in levels
    ]
    names = Names(orders={NameKind.LEVEL: ("good", "ভালো", "middling", "bad", "খারাপ")})
    ladders = {each.team: each.levels for each in pipeline.compare_rubrics(rows, BagOfWords(), names).ladders}
    assert ladders == {"A": ("good", "bad"), "B": ("middling", "bad"), "C": ("ভালো", "খারাপ")}
    ranks = LevelRanks.of(rows, pipeline._ladders(rows, names.orders[NameKind.LEVEL]))
    assert [ranks.relation(rows[at], rows[other]) for at, other in ((1, 3), (0, 4), (0, 2), (1, 5))] == [
        LevelRelation.SAME,
        LevelRelation.SAME,
        LevelRelation.OTHER,
        LevelRelation.SAME,
    ]
