"""Two facilitators at once, a programme that comes as a file, and a file that comes back."""

import pytest

pytestmark = pytest.mark.browser
HOME = "/programmes/both-banks"


def naming(page):
    """The field for a name of the first reading, its part of the page opened."""
    first = page.locator("#readings ~ .place-edit").first
    first.locator("summary").first.click()
    return first


@pytest.mark.parametrize("javascript", [True, False])
def test_the_second_of_two_is_told_what_the_first_did(sample, open_page, javascript):
    """Both have the page open; the later one changes nothing, reads what was done, and has what they typed."""
    pages = [open_page(width=390, java_script_enabled=javascript) for _ in range(2)]
    for page in pages:
        page.goto(f"{sample}{HOME}/elements/team-identity/edit?lang=en")
    first, second = map(naming, pages)
    first.get_by_label("Call it").fill(f"সবার দল {javascript}")
    first.get_by_role("button", name="Keep this name").click()
    second.get_by_label("Call it").fill("हाम्रो टोली")
    second.get_by_role("button", name="Keep this name").click()
    pages[1].errors.clear()  # the browser writes down that the answer was 409
    told = pages[1].locator("main").inner_text()
    assert f"সবার দল {javascript}" in told
    assert "हाम्रो टोली" in told
    pages[0].goto(f"{sample}{HOME}/elements/team-identity?lang=en")
    assert "हाम्रो टोली" not in pages[0].locator("main").inner_text()


def test_a_removed_file_comes_back(sample, open_page):
    """From the list of files that were removed, on a phone, with the readings as they were."""
    page = open_page(width=390)
    page.goto(f"{sample}{HOME}/elements/communications?lang=en")
    before = page.locator(".strip h4").all_inner_texts()
    page.goto(f"{sample}{HOME}/upload?lang=en")
    kept = page.locator("form[action$='/remove']").count()
    page.locator("details").evaluate_all("all => all.forEach(each => each.open = true)")
    page.locator("form[action$='/remove'] button").last.click()
    assert page.locator("form[action$='/remove']").count() == kept - 1
    page.goto(f"{sample}{HOME}/files/removed")
    page.locator("form[action$='/take-back'] button").first.click()
    page.goto(f"{sample}{HOME}/upload?lang=en")
    assert page.locator("form[action$='/remove']").count() == kept
    page.goto(f"{sample}{HOME}/elements/communications?lang=en")
    assert page.locator(".strip h4").all_inner_texts() == before


def test_a_programme_goes_to_another_machine_as_a_file(sample, open_page, tmp_path):
    """Taken out on the page of settings, brought in on the first page: there is a second one with the same readings."""
    page = open_page()
    page.goto(f"{sample}{HOME}?lang=en")
    words = page.locator(".grid, table").first.inner_text()
    file = tmp_path / "programme.zip"
    file.write_bytes(page.request.get(f"{sample}{HOME}/programme.zip").body())
    page.goto(f"{sample}/?lang=en")
    page.locator("details", has=page.locator("form[action$='/import']")).locator("summary").click()
    page.locator("form[action$='/import'] input[type=file]").set_input_files(file)
    page.locator("form[action$='/import'] button").click()
    assert page.url.partition("?")[0] != f"{sample}{HOME}"
    assert page.locator(".grid, table").first.inner_text() == words


def test_a_person_is_called_right_everywhere(sample, open_page):
    """On the page of names: chosen, written in another script, seen in the session, and as on file again."""
    page = open_page(width=390)
    page.goto(f"{sample}{HOME}/sessions?lang=en")
    page.locator(".sessions h2 a").first.click()
    old = page.locator(".person .who").first.inner_text().strip()
    page.goto(f"{sample}{HOME}/names?lang=en")
    people = page.locator("section", has=page.get_by_role("heading", name="People on the rosters"))
    people.get_by_label("Whose name is wrong?").select_option(label=old)
    people.get_by_label("What are they called?").fill("রেহানা পারভীন")
    people.get_by_role("button", name="Rename").click()
    assert f"রেহানা পারভীন, on file {old}" in people.inner_text()
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    page.goto(f"{sample}{HOME}/sessions?lang=en")
    page.locator(".sessions h2 a").first.click()
    assert "রেহানা পারভীন" in page.locator("main").inner_text()
    page.goto(f"{sample}{HOME}/names?lang=en")
    people.get_by_role("button", name="As on file again").click()
    assert "রেহানা পারভীন" not in people.inner_text()
