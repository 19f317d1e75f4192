"""Lead, heading and caption of a reading never disagree: what a caption calls chance no other sentence calls more."""

import re
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nlp
from nlp.documents.types import Unit
from nlp.readings.types import ElementReadings, Interpretation
from nlp.statistics.verdicts import Verdict
from service.presentation.i18n import Language, language
from service.presentation.readings.element import ElementView, element_view
from service.presentation.readings.lead_sentences import programme_lead
from service.presentation.readings.reading_rows import ReadingRow
from service.presentation.team_marks import Marks, marks
from tests.embedders import BagOfWords
from tests.service.presentation.readings.made import element, reading

LANGUAGES = [language(code) for code in ("en", "bn", "ne")]
SIGNS = marks(("A", "B", "C", "D"))

DIFFER_IN_LEAD = (
    "One reading, {label}, is held only by {team}.",
    "Some teams speak of {label} clearly more often than others.",
    "Teams differ most on {element}.",
    "One way to lay out the notes on {element} gives {n} readings; none is shared by all teams.",
)
GAPS = (
    "Only notes from {team} speak of {label} ({amount}).",
    "{label} was not heard from {teams}.",
    "{n} readings were heard from one team only: {readings}.",
    "{n} readings were heard from one team only, such as {readings}.",
    "One way to lay out the notes on {element} gives {n} readings; none was heard more than once from every team.",
)
CHANCE = ("That may be chance.", "All of these gaps may be chance.")
DIFFER_IN_CAPTION = (
    "The teams differ here by more than chance would explain.",
    "Heard from all teams, from some clearly more often.",
    "Furthest from the others is {team}: {own}, the others {rest}.",
)
CHANCE_IN_CAPTION = (
    "The difference between teams is no larger than chance would make it.",
    "Too few notes to say whether the difference is more than chance.",
)
HEADINGS = ("Heard unevenly", "Not heard from every team", "Heard from one team only")
NOT_FROM = "Heard from {teams}, not from {missing}."


@cache
def pattern(template: str, spoken: Language) -> re.Pattern[str]:
    """Return what finds a sentence of the catalogue, whatever stands in its places."""
    parts = re.split(r"\{\w+\}", spoken.catalogue.gettext(template))
    return re.compile(".+?".join(map(re.escape, parts)))


def says(text: str, templates: tuple[str, ...], spoken: Language) -> bool:
    return any(pattern(template, spoken).search(text) for template in templates)


def caption(row: ReadingRow) -> str:
    return f"{row.finding.striptags()} {row.certainty.striptags() if row.certainty else ''}"


def check(shown: ElementView, spoken: Language) -> None:
    """Fail where a sentence of the page disagrees with another."""
    lead = " ".join(sentence.striptags() for sentence in shown.lead)
    captions = {row.id: caption(row) for row in shown.rows}
    tested = {each for each, said in captions.items() if says(said, DIFFER_IN_CAPTION, spoken)}
    assert not any(says(captions[each], CHANCE_IN_CAPTION, spoken) for each in tested)
    for band in shown.bands:
        own = {row.id for row in band.rows}
        _check_heading(band.heading.striptags(), [captions[each] for each in own], own <= tested, own & tested, spoken)
    if not tested:
        assert not says(lead, DIFFER_IN_LEAD, spoken), lead
        assert says(lead, CHANCE, spoken) == says(lead, GAPS, spoken), lead
    for row in shown.rows:
        _check_named(row, lead, spoken, is_tested=row.id in tested)


def _check_heading(heading: str, captions: list[str], all_tested: bool, tested: set[str], spoken: Language) -> None:
    """Fail where a heading says of its readings what their captions do not."""
    uneven, not_all, one = map(spoken.gettext, HEADINGS)
    if heading == uneven:
        assert all_tested, captions
    elif heading != one:
        assert not tested, (heading, captions)
    if heading == spoken.gettext("Shared by all teams"):
        assert not any(says(each, (NOT_FROM,), spoken) for each in captions)
    if heading in (not_all, one):
        assert all(says(each, (NOT_FROM,), spoken) for each in captions)


def _check_named(row: ReadingRow, lead: str, spoken: Language, *, is_tested: bool) -> None:
    """Fail where the lead says of a reading by its name what its caption does not."""
    for template in ("One reading, {label}, is held only by {team}.", DIFFER_IN_LEAD[1]):
        named = spoken.catalogue.gettext(template).replace("{label}", row.label.text)
        if re.search(".+?".join(map(re.escape, re.split(r"\{\w+\}", named))), lead):
            assert is_tested, (row.label.text, lead)


def check_all(given: ElementReadings, signs: Marks = SIGNS) -> None:
    for spoken in LANGUAGES:
        check(element_view(given, signs, spoken), spoken)


def check_programme(elements: tuple[ElementReadings, ...], signs: Marks) -> None:
    for spoken in LANGUAGES:
        lead = " ".join(sentence.striptags() for sentence in programme_lead(elements, signs, spoken))
        verdicts = {each.difference["team"].verdict for found in elements for each in found.readings}
        if Verdict.DIFFERS not in verdicts:
            assert not says(lead, DIFFER_IN_LEAD, spoken), lead


@st.composite
def elements(draw: st.DrawFn) -> ElementReadings:
    """Readings of two to four teams that wrote between one and twenty notes, with any verdict."""
    teams = dict(zip("ABCD", draw(st.lists(st.integers(1, 20), min_size=2, max_size=4)), strict=False))
    readings = []
    for at in range(draw(st.integers(1, 5))):
        held = {team: (draw(st.integers(0, of)), of) for team, of in teams.items()}
        if any(count for count, _ in held.values()):
            verdict = draw(st.sampled_from((Verdict.DIFFERS, Verdict.NO_DIFFERENCE, Verdict.TOO_FEW)))
            even = len({count / of for count, of in held.values()}) == 1
            readings.append(reading(f"reading {at}", Verdict.NO_DIFFERENCE if even else verdict, **held))
    return element(*readings, alone=1, teams=teams)


@settings(max_examples=150, deadline=None)
@given(elements())
def test_made_elements_agree(given):
    """Whatever the counts and the verdicts."""
    check_all(given)
    check_programme((given,), SIGNS)


def notes_of(seed: int) -> list[Unit]:
    """Notes of three teams on three topics; in every second programme one team prefers one of them."""
    chance = np.random.default_rng(seed)
    topics = [[f"t{topic}w{word}" for word in range(6)] for topic in range(3)]
    units = []
    for team, count in zip("ABC", chance.integers(1, 24, size=3).tolist(), strict=True):
        weights = np.array([8.0, 1.0, 1.0]) if seed % 2 and team == "A" else np.ones(3)
        for at in range(count):
            topic = chance.choice(3, p=weights / weights.sum())
            text = " ".join(chance.choice(topics[topic], size=4, replace=False))
            attributes = {"team": team, "participant": f"{team}{at // 2}"}
            units.append(Unit(f"{team}{at}", text, "en", "notes.csv", at, 0, len(text), "Trust", attributes))
    return units


@cache
def simulated(seed: int) -> Interpretation:
    return nlp.interpret(notes_of(seed), BagOfWords(), by=("team",))


@pytest.mark.parametrize("seed", range(10))
def test_simulated_programmes_agree(seed):
    """Readings as they are found and tested, from notes with and without a difference between teams."""
    found = simulated(seed)
    for each in found.elements:
        check_all(each)
    check_programme(found.elements, SIGNS)


def test_the_sample_agrees(sample):
    """Every reading of the sample, in every language."""
    signs = marks(sample.at.programme.teams)
    for each in sample.readings().elements:
        check_all(each, signs)
    check_programme(sample.readings().elements, signs)


def test_simulations_show_both():
    """Some of the simulated programmes have readings on which teams differ, others do not; else they tried nothing."""
    verdicts = {each.difference["team"].verdict for seed in range(10) for each in simulated(seed).readings}
    assert {Verdict.DIFFERS, Verdict.NO_DIFFERENCE} <= verdicts
