"""The pages on which rubrics are written."""

from service.rubrics.beginnings import Beginning, RubricStart

HOME = "/programmes/delta/rubrics"


def test_a_rubric_is_begun_and_kept_as_a_version(browser, work):
    """From the comparison to the desk, the example in Nepali, a version, and back to the comparison."""
    assert f'href="{HOME}/write"' in browser.get(HOME).text
    desk = browser.get(f"{HOME}/write").text
    assert "21 cells of 21 are written" in desk
    begun = browser.post(f"{HOME}/write", data={"team": "Nepal", "start": "example:ne"})
    assert begun.url.path == f"{HOME}/write/nepal"
    assert "सहयोग चाहिने" in begun.text
    kept = browser.post(f"{HOME}/versions", data={"team": "Nepal", "name": "March", "why": "agreed in Surkhet"})
    assert "agreed in Surkhet" in kept.text
    browser.post(f"{HOME}/versions", data={"team": "Consortium"})
    assert "of different teams" in browser.get(HOME).text
    assert browser.post(f"{HOME}/versions", data={"team": "Nepal"}).status_code == 422
    again = browser.post(f"{HOME}/write", data={"team": "Nepal", "start": "nonsense"})
    assert again.status_code == 422
    assert 'value="Nepal"' in again.text


def test_two_who_write_in_one_cell_lose_nothing(browser, work):
    """The later one sees what stands there, finds her own words in the field, and saves both."""
    where = f"{HOME}/write/consortium/communications"
    seen = "News arrives, but late or through the wrong person"
    form = {"level": "emerging", "before": seen}
    assert browser.post(where, data=form | {"text": "First <b>", "why": "so"}).status_code == 200
    refused = browser.post(where, data=form | {"text": "Second\r\nখবর"})
    assert refused.status_code == 409
    assert "wrote in this cell" in refused.text
    assert "First &lt;b&gt;" in refused.text
    assert "Second\r\nখবর</textarea>" in refused.text
    both = {"level": "emerging", "before": "First <b>", "text": "First <b>\r\nSecond\r\nখবর"}
    assert browser.post(where, data=both).status_code == 200
    (cell,) = [
        each for each in work.rubrics.get("delta", "consortium").of("Communications") if each.level == "emerging"
    ]
    assert cell.descriptors == ("First <b>", "Second", "খবর")
    too_long = browser.post(where, data={"level": "emerging", "before": cell.text, "text": "y" * 2_001})
    assert too_long.status_code == 422
    assert "y" * 2_001 in too_long.text
    assert browser.get(f"{HOME}/write/consortium/nothing").status_code == 404


def test_words_of_others_are_explained_when_asked_for(browser, work):
    """Under descriptors that are not in the reader's language."""
    work.rubrics.begin("delta", "Nepal", Beginning(RubricStart.EXAMPLE, "ne"))
    where = f"{HOME}/write/consortium/communications"
    assert "?gloss=1" in browser.get(where).text
    assert 'class="pair"' not in browser.get(where).text
    assert 'class="pair"' in browser.get(f"{where}?gloss=1").text


def test_elements_are_changed_and_their_history_is_told(browser, work):
    """Renamed, merged, split, out of use and back, each with why; what cannot be is said on the page."""
    for do, form in (
        ("", {"name": "Climate", "why": "asked for"}),
        ("/rename", {"element": "Communications", "name": "Talking"}),
        ("/merge", {"element": "Talking", "into": "Team identity"}),
        ("/split", {"element": "Climate", "parts": ["Heat", "Water"]}),
        ("/retire", {"element": "Heat"}),
        ("/restore", {"element": "Heat"}),
    ):
        assert browser.post(f"{HOME}/elements{do}", data=form).status_code == 200, do
    page = browser.get(f"{HOME}/elements").text
    for said in ("asked for", "renamed “Communications” to “Talking”", "made “Talking” a part of “Team identity”"):
        assert said in page
    refused = browser.post(f"{HOME}/elements", data={"name": "heat"})
    assert (refused.status_code, "another one already" in refused.text) == (422, True)


def test_a_rubric_is_removed_only_when_that_is_meant(browser, work):
    """Without the tick nothing happens."""
    browser.post(f"{HOME}/write/consortium/remove")
    assert len(work.rubrics.every("delta")) == 1
    browser.post(f"{HOME}/write/consortium/remove", data={"sure": "yes"})
    assert work.rubrics.every("delta") == ()
