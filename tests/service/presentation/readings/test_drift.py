"""What changed since the last review, in sentences."""

import pytest
from fastapi.testclient import TestClient

from nlp.readings import drift as nlp_drift
from nlp.readings.types import Interpretation
from service.presentation.i18n import language
from service.presentation.readings.drift import drift_view, history
from tests.nlp.readings.test_drift import JUNE, MARCH, SEPTEMBER, element, notes
from tests.service.working import create_app

EN, BN, NE = language("en"), language("bn"), language("ne")


def followed(*elements, order=(MARCH, JUNE, SEPTEMBER)):
    return nlp_drift.follow(Interpretation("m", (), elements), order)


def told(found, spoken=EN):
    view = drift_view(found, spoken)
    return [" ".join(sentence.striptags() for sentence in each.sentences) for each in view.elements]


def test_what_came_and_what_went_in_one_sentence_each():
    """New and grown together, gone and faded together, each with its counts; what may be chance says so."""
    found = followed(element(notes(march=(0, 1, 10, 9, 2, 20), september=(9, 12, 0, 1, 0, 20))))
    assert told(found) == [
        "New: reading 0 (9 of 42 notes); said more often: reading 1 (1 of 42 notes, then 12 of 42 notes). "
        "Not heard this time: reading 2 (10 of 42 notes before) and reading 4 (2 of 42 notes before, may be chance); "
        "said less often: reading 3 (9 of 42 notes, then 1 of 42 notes)."
    ]
    view = drift_view(found, EN)
    assert view.lead.striptags() == f"From {MARCH} to {SEPTEMBER} readings came, went or shifted in 1 of 1 element."
    assert "who was not in the room" in view.cautions[0]


def test_where_all_may_be_chance_it_is_said_once():
    """The lead says it, not every reading."""
    found = followed(element(notes(march=(0, 20), september=(2, 18))))
    assert drift_view(found, EN).lead.endswith("All of it may be chance.")
    assert told(found) == ["New: reading 0 (2 of 20 notes)."]


def test_only_what_chance_would_not_explain_is_asked_about():
    """One question, on the largest change; none where all of it may be chance."""
    sure = followed(element(notes(march=(0, 1, 10, 9, 2, 20), september=(9, 12, 0, 1, 0, 20))))
    (question,) = drift_view(sure, EN).questions
    assert question.text == f"We heard “reading 1” more often in {SEPTEMBER} than in {MARCH}. What happened in between?"
    assert drift_view(followed(element(notes(march=(0, 20), september=(2, 18)))), EN).questions == ()


@pytest.mark.parametrize(
    ("march", "september", "asked"),
    [
        ((0, 20, 20), (14, 20, 20), f"in {SEPTEMBER} and not in {MARCH}. What happened in between?"),
        ((14, 20, 20), (0, 20, 20), f"in {MARCH} and not in {SEPTEMBER}. What has become of it?"),
        ((20, 20, 20), (3, 20, 20), f"less often in {SEPTEMBER} than in {MARCH}. What has become of it?"),
    ],
)
def test_what_is_asked_depends_on_what_changed(march, september, asked):
    """Something new, something gone and something heard less."""
    (question,) = drift_view(followed(element(notes(march=march, september=september))), EN).questions
    assert question.text == f"We heard “reading 0” {asked}"


def test_no_change_is_one_calm_sentence():
    """Nothing is listed where nothing came or went."""
    view = drift_view(followed(element(notes(march=(8, 12), september=(9, 11)))), EN)
    assert (view.elements, view.cautions) == ((), ())
    assert "no reading came or went" in view.lead


def test_too_few_notes():
    """An element with three notes in a review is named; if there is no other, that is all that is said."""
    few = element(notes(march=(3, 0), september=(0, 9)))
    assert "too few notes" in drift_view(followed(few), EN).lead
    enough = element(notes(march=(8, 12), september=(9, 11)))
    view = drift_view(followed(enough, few), EN)
    assert [caution.striptags() for caution in view.cautions] == ["Too few notes to compare: Trust."]


def test_another_review_before_is_named():
    """An element that was passed over in June is compared with March, and the sentence says so."""
    through = element(notes(march=(8, 12), june=(8, 12), september=(8, 12)))
    passed_over = element(notes(march=(0, 20), september=(9, 11)))
    assert told(followed(through, passed_over)) == [f"New: reading 0 (9 of 20 notes). Compared with {MARCH}."]


def test_many_readings_are_counted_not_listed():
    """Three are named, those beyond chance first."""
    found = followed(element(notes(march=(0, 0, 0, 0, 0, 30), september=(2, 2, 2, 2, 12, 20))))
    assert told(found)[0].startswith("New: reading 4 (12 of 40 notes), reading 0")
    assert told(found)[0].endswith("and 2 more.")


@pytest.mark.parametrize("given", [None, followed(), followed(element(notes(march=(8, 12))))])
def test_nothing_to_tell_without_two_reviews(given):
    """One review has no last one."""
    assert drift_view(given, EN) is None


@pytest.mark.parametrize(("spoken", "said", "stop"), [(BN, "নতুন: reading 0", "।"), (NE, "नयाँ: reading 0", "।")])
def test_other_languages(spoken, said, stop):
    """The reader's words, digits and full stop."""
    (text,) = told(followed(element(notes(march=(0, 20), september=(9, 11)))), spoken)
    assert text.startswith(said)
    assert text.endswith(stop)
    assert not any(digit in text for digit in "1239")


def last_told(said):
    """The history of the first reading of an element with these notes."""
    given = element(said)
    drift = nlp_drift.follow_element(given, (MARCH, JUNE, SEPTEMBER))
    return history(drift, given.readings[0], EN)


def test_the_history_of_a_reading():
    """Counts of every review with notes on the element, and what became of the reading last."""
    found = last_told(notes(march=(0, 10), june=(0, 10), september=(6, 24)))
    assert [(each.review, each.words) for each in found.moments] == [
        (MARCH, "0 of 10 notes"),
        (JUNE, "0 of 10 notes"),
        (SEPTEMBER, "6 of 30 notes (20%)"),
    ]
    assert found.verdict.striptags() == f"New in {SEPTEMBER}. With so few notes this may be chance."


@pytest.mark.parametrize(
    ("march", "september", "said"),
    [
        ((8, 12), (9, 11), "no more than chance"),
        ((1, 19), (10, 10), "Said more often than in"),
        ((10, 10), (1, 19), "Said less often than in"),
        ((9, 11), (0, 20), "Not heard in"),
        ((1, 19), (1, 19), "Too few notes to say whether"),
    ],
)
def test_the_verdict_of_a_history(march, september, said):
    """Every verdict has its sentence."""
    assert said in last_told(notes(march=march, september=september)).verdict


def test_no_history_without_two_reviews():
    """Where nothing is followed, or the element has notes of one review, there is none."""
    assert last_told(notes(march=(8, 12))) is None
    assert history(None, element(notes(march=(8, 12))).readings[0], EN) is None


@pytest.fixture
def browser(sample_workspace):
    """A browser on the sample programme, reading English."""
    app = create_app(sample_workspace.settings, sample_workspace)
    with TestClient(app, base_url="http://localhost", headers={"accept-language": "en"}) as browser:
        yield browser


def test_the_pages_show_it_over_all_reviews_only(browser, sample):
    """Programme, report and element page tell it; with one review selected there is nothing to compare."""
    home, review = f"/programmes/{sample.at.slug}", sample.at.programme.reviews[0]
    element = f"{home}/elements/communications"
    for path in (home, f"{home}/report"):
        assert "readings came, went or shifted" in browser.get(path).text
    assert 'class="history"' in browser.get(element).text
    for path in (home, element):
        alone = browser.get(path, params={"review": review}).text
        assert "came, went or shifted" not in alone
        assert 'class="history"' not in alone


def test_readings_come_before_ratings(browser, sample):
    """The section leads with what people said."""
    text = browser.get(f"/programmes/{sample.at.slug}").text
    assert text.index("readings came, went or shifted") < text.index("ratings have changed")
