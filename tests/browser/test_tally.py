"""A session without a recording, tallied on a phone: tapped, interrupted, offline, sent, and seen on its page."""

import json
from pathlib import Path

import pytest

from nlp import measure_participation, read_document, read_transcript

pytestmark = pytest.mark.browser

CHECKS = (Path(__file__).parent / "checks.js").read_text(encoding="utf-8")
ROSTER = """name,aliases,gender,team
Rina Akter,Rina apa; রিনা,woman,Dhaka
Bishal Rai,,man,Pokhara
সুমন দাস,,man,Dhaka
Grace O'Neil,,woman,Leeds
"""
MORNING = 1_780_300_800
HARD_NAMES = ["Rina Akter", "O'Neil, Grace & Co", 'Said "Sid" Khan', "আয়েশা বেগম", "विष्णु ज्यू", "Sam; 🙂", "=SUM(A1)"]


@pytest.fixture(scope="module")
def programme(address, browser):
    """The address of a new programme with a roster of four."""
    page = browser.new_page(locale="en-GB")
    page.goto(address)
    page.get_by_label("Name of the programme").fill("Tally")
    page.get_by_role("button", name="Begin").click()
    page.locator("#files").set_input_files(
        [{"name": "everybody.csv", "mimeType": "text/csv", "buffer": ROSTER.encode()}]
    )
    page.get_by_role("button", name="Look at them").click()
    page.get_by_role("button", name="Keep 1 file").click()
    home = page.url
    page.close()
    return home


@pytest.fixture
def tally(programme, open_page):
    """The page of the tally on a phone whose clock the test moves, kept for use without a network."""
    page = open_page(width=360, locale="en-GB", has_touch=True, is_mobile=True)
    page.clock.install(time=MORNING)
    page.goto(f"{programme}/tally")
    page.locator("#offline:not(:empty)").wait_for()
    page.clock.pause_at(MORNING + 60)
    return page


def begin(page, *names):
    for name in names or ("Rina Akter", "Bishal Rai", "সুমন দাস"):
        page.get_by_role("checkbox", name=name).check()
    page.locator("#start").click()


def voice(page, name):
    return page.locator("#voices").get_by_role("button", name=name)


def speaking(page):
    return page.locator('#voices [aria-pressed="true"] b').all_inner_texts()


def wait(page, seconds):
    page.clock.run_for(seconds * 1000)


def reopen(page):
    page.reload()
    page.locator("#tally:not([hidden])").wait_for()


def saved(page):
    """Download the transcript and the list of those present, and read them as an upload would."""
    files = []
    for button in ("Save as file", "Save the list of those present"):
        with page.expect_download() as download:
            page.get_by_role("button", name=button, exact=True).click()
        files.append((download.value.suggested_filename, Path(download.value.path()).read_bytes()))
    return read_transcript(*files[0]), read_document(*files[1]), files[0][1].decode()


def seconds(transcript):
    return {each.name: each.seconds for each in measure_participation(transcript).speakers}


def test_taps_become_a_session_that_shows_who_was_heard(tally):
    """Choose, tap, a latecomer, two at once, a topic, undo, end, send, keep: the silent person is seen."""
    begin(tally)
    voice(tally, "Rina Akter").tap()
    wait(tally, 30)
    voice(tally, "Bishal Rai").tap()
    assert speaking(tally) == ["Bishal Rai"]
    wait(tally, 10)
    tally.get_by_role("button", name="Also speaking").tap()
    voice(tally, "Rina Akter").tap()
    assert speaking(tally) == ["Rina Akter", "Bishal Rai"]
    wait(tally, 5)
    tally.get_by_role("button", name="Add person").tap()
    tally.locator("#rest").get_by_role("button", name="Grace O'Neil").tap()
    tally.get_by_role("button", name="Add person").tap()
    tally.get_by_label("Name", exact=True).fill("নতুন জন")
    tally.keyboard.press("Enter")
    voice(tally, "নতুন জন").wait_for()
    voice(tally, "Grace O'Neil").tap()
    tally.get_by_role("button", name="Undo").tap()
    assert speaking(tally) == ["Rina Akter", "Bishal Rai"]
    tally.get_by_role("button", name="Next topic").tap()
    tally.get_by_label("What is it called?").fill("টাকা --> money")
    tally.get_by_role("button", name="Begin it").tap()
    tally.locator("#topic", has_text="Topic 2: টাকা").wait_for()
    voice(tally, "নতুন জন").tap()
    wait(tally, 15)
    tally.get_by_role("button", name="End", exact=True).tap()
    assert "2 of the 5 people present said nothing." in tally.locator("#lead").inner_text()
    tally.locator("#called").fill("Reflection")
    tally.get_by_role("button", name="Send it").click()
    tally.get_by_role("button", name="Keep 2 files").click()
    tally.get_by_role("link", name="Reflection").click()
    assert tally.locator(".person.silent .who").all_inner_texts() == ["সুমন দাস", "Grace O'Neil"]
    amounts = tally.locator(".person:not(.silent)").all_inner_texts()
    expected = [("Rina Akter", "35 s"), ("Bishal Rai", "15 s"), ("নতুন জন", "15 s")]
    assert [name in shown and time in shown for (name, time), shown in zip(expected, amounts, strict=True)] == [
        True
    ] * 3
    tally.get_by_text("The session in numbers").tap()
    assert tally.get_by_text("Two or more spoke at once for 5 s.").is_visible()


def test_a_reload_in_the_middle_loses_nothing(tally):
    """The clock and the open stretch go on; taps from before are there, and can be undone."""
    begin(tally)
    voice(tally, "Rina Akter").tap()
    wait(tally, 20)
    voice(tally, "Bishal Rai").tap()
    reopen(tally)
    assert speaking(tally) == ["Bishal Rai"]
    wait(tally, 10)
    tally.get_by_role("button", name="Undo").tap()
    assert speaking(tally) == ["Rina Akter"]
    tally.get_by_role("button", name="End", exact=True).tap()
    assert seconds(saved(tally)[0])["Rina Akter"] == pytest.approx(30)


def test_without_a_network_it_opens_taps_and_waits_to_send(tally):
    """Offline it is reloaded, goes on, and sends by itself as soon as there is a connection."""
    begin(tally)
    voice(tally, "Rina Akter").tap()
    tally.context.set_offline(True)
    reopen(tally)
    assert speaking(tally) == ["Rina Akter"]
    assert tally.evaluate("getComputedStyle(document.querySelector('#board')).display") == "flex"
    wait(tally, 10)
    tally.get_by_role("button", name="End", exact=True).tap()
    tally.get_by_role("button", name="Send it").click()
    tally.get_by_text("There is no connection").wait_for()
    tally.context.set_offline(False)
    kept = tally.get_by_role("button", name="Keep 2 files")
    for _ in range(30):
        wait(tally, 15)
        tally.wait_for_timeout(300)
        if kept.is_visible():
            break
    kept.wait_for()
    assert {error.split()[-1] for error in tally.errors} == {"net::ERR_INTERNET_DISCONNECTED"}
    tally.errors.clear()


@pytest.mark.parametrize("closed", [True, False])
def test_a_long_gap_ends_the_open_stretch_and_says_so(tally, closed):
    """A dead battery or a sleeping phone invents no time; one tap counts the gap if the person spoke on."""
    begin(tally)
    voice(tally, "Rina Akter").tap()
    wait(tally, 30)
    if closed:
        tally.goto("about:blank")
        tally.clock.fast_forward(600_000)
        tally.go_back()
        tally.locator("#tally:not([hidden])").wait_for()
    else:
        tally.clock.fast_forward(600_000)
    assert "Nothing was recorded from" in tally.locator("#notice").inner_text()
    assert "For Rina Akter the time until" in tally.locator("#notice").inner_text()
    assert speaking(tally) == []
    tally.locator("#notice").get_by_role("button", name="Go on").tap()
    voice(tally, "Bishal Rai").tap()
    wait(tally, 10)
    tally.get_by_role("button", name="End", exact=True).tap()
    transcript, _, text = saved(tally)
    assert seconds(transcript)["Rina Akter"] == pytest.approx(30, abs=5)
    assert transcript.turns[-1].end == pytest.approx(40, abs=5)
    assert "NOTE Not recorded at 00:00:" in text


def test_a_gap_can_be_counted_for_who_spoke_through_it(tally):
    """The facilitator decides: the stretch goes on as if the phone had been awake."""
    begin(tally)
    voice(tally, "Rina Akter").tap()
    wait(tally, 30)
    tally.clock.fast_forward(600_000)
    wait(tally, 20)
    tally.get_by_role("button", name="count all of it for Rina Akter").tap()
    assert speaking(tally) == ["Rina Akter"]
    wait(tally, 10)
    tally.get_by_role("button", name="End", exact=True).tap()
    assert seconds(saved(tally)[0])["Rina Akter"] == pytest.approx(660)


def test_a_pause_is_nobodys_time_and_no_silence(tally):
    """The clock stands still; a tap on a name goes on."""
    begin(tally)
    voice(tally, "Rina Akter").tap()
    wait(tally, 10)
    tally.get_by_role("button", name="Pause").tap()
    assert speaking(tally) == []
    wait(tally, 3600)
    voice(tally, "Bishal Rai").tap()
    wait(tally, 20)
    tally.get_by_role("button", name="End", exact=True).tap()
    transcript, _, text = saved(tally)
    assert seconds(transcript) == pytest.approx({"Rina Akter": 10, "Bishal Rai": 20})
    assert measure_participation(transcript).silence_seconds == pytest.approx(0)
    assert "NOTE Pause at 00:00:10.000, " in text


def test_it_works_with_the_keyboard_and_says_what_happens(tally):
    """Names are toggle buttons that keep the focus; a status says who speaks."""
    begin(tally)
    voice(tally, "Rina Akter").focus()
    tally.keyboard.press("Space")
    assert tally.locator("#said").inner_text() == "Rina Akter is speaking"
    assert "heard" in voice(tally, "Rina Akter").inner_text()
    tally.keyboard.press("Space")
    assert tally.locator("#said").inner_text() == "Rina Akter stopped"
    tally.keyboard.press("Tab")
    assert tally.evaluate("document.activeElement.value") == "Bishal Rai"
    assert "not heard yet" in voice(tally, "Bishal Rai").inner_text()


def test_the_second_window_takes_over(tally, programme):
    """Two windows do not write over each other."""
    begin(tally)
    voice(tally, "Rina Akter").tap()
    other = tally.context.new_page()
    other.errors = []
    other.goto(f"{programme}/tally")
    other.locator("#board:not([hidden])").wait_for()
    assert speaking(other) == ["Rina Akter"]
    tally.get_by_text("goes on in another window").wait_for()
    assert not tally.locator("#board").is_visible()


def test_a_tally_can_be_gone_on_with_and_removed(tally):
    """End is no point of no return; what is removed is gone from the device, names included."""
    begin(tally)
    voice(tally, "Rina Akter").tap()
    tally.get_by_role("button", name="End", exact=True).tap()
    tally.get_by_role("button", name="Go on with the tally").tap()
    assert speaking(tally) == ["Rina Akter"]
    tally.get_by_role("button", name="End", exact=True).tap()
    tally.get_by_text("Begin another tally").tap()
    tally.get_by_role("button", name="Remove this tally").tap()
    tally.locator("#setup").wait_for()
    assert tally.locator("#present input:checked").count() == 0


def test_files_read_back_as_they_were_tapped(tally):
    """Names with commas, quotes, markup signs and marks; times to the millisecond; topics as notes, not as speech."""
    events = [
        {"kind": "tap", "name": name, "at": at * 61.2345, "wall": at, "also": False}
        for at, name in enumerate([*HARD_NAMES, HARD_NAMES[0]])
    ]
    events += [
        {"kind": "topic", "title": "a --> b\nWEBVTT", "at": 100, "wall": 9},
        {"kind": "end", "at": 9999.5, "wall": 9},
    ]
    record = {"title": "May: 4/5", "people": [*HARD_NAMES, "Silent One"], "events": events, "startedAt": 0, "clock": 0}
    known = [{"name": HARD_NAMES[1], "aliases": ["G, O", "Gracie"], "attributes": {"team": 'A "B", C', "role": "x"}}]
    made = tally.evaluate(
        """async ([record, known]) => {
          const { filesOf } = await import("/static/tally-files.js");
          const { transcript, roster } = filesOf(record, known);
          return [transcript.name, await transcript.text(), roster.name, await roster.text()];
        }""",
        [record, known],
    )
    transcript, roster = read_transcript(made[0], made[1].encode()), read_document(made[2], made[3].encode())
    assert made[0] == "1970-01-01 May 4 5.vtt"
    assert [turn.speaker for turn in transcript.turns] == [*HARD_NAMES, HARD_NAMES[0]]
    starts = [round(at * 61.2345, 3) for at in range(8)]
    assert [turn.start for turn in transcript.turns] == pytest.approx(starts, abs=0.0015)
    assert [turn.end for turn in transcript.turns] == pytest.approx([*starts[1:], 9999.5], abs=0.0015)
    assert transcript.unread.lines == 0
    assert [person.name for person in roster.people] == [*HARD_NAMES, "Silent One"]
    assert roster.people[1].aliases == ("G, O", "Gracie")
    assert roster.people[1].attributes["team"] == 'A "B", C'
    measured = measure_participation(transcript, roster.people)
    assert measured.silent == ("Silent One",)
    assert measured.unknown == ()


def test_time_is_neither_lost_nor_invented(tally):
    """A clock set back, a nap in which the monotonic clock stood still, a sleep: what runs, and what is a gap."""
    expected = {(1, 1): (1, 0), (1, -3600): (1, 0), (2, 40): (40, 0), (0.5, 600): (0, 600), (600, 600): (0, 600)}
    steps = tally.evaluate(
        """async (pairs) => {
          const { passed } = await import("/static/tally-clock.js");
          return pairs.map(([monotonic, wall]) => passed(monotonic, wall));
        }""",
        list(map(list, expected)),
    )
    assert [(step["runs"], step["gap"]) for step in steps] == list(expected.values())


@pytest.mark.parametrize(("code", "scheme"), [("en", "dark"), ("bn", "light"), ("ne", "dark")])
def test_it_fits_a_small_phone_and_passes_the_checks(programme, open_page, code, scheme):
    """360 pixels wide, targets of 56, contrast, names and labels, in every state."""
    page = open_page(width=360, color_scheme=scheme, has_touch=True, is_mobile=True)
    page.goto(f"{programme}/tally?lang={code}")
    page.locator("#setup").wait_for()
    states = [lambda: None, lambda: begin(page), lambda: page.locator("#voices button").first.tap()]
    states += [lambda: page.locator("#pause").tap(), lambda: page.locator("#end").tap()]
    for reach in states:
        reach()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate(CHECKS) == []
        heights = page.locator("#tally button:visible").evaluate_all("all => all.map((one) => one.clientHeight + 2)")
        assert min(heights) >= 56
    words = json.loads(page.locator("#tally").get_attribute("data-words"))
    assert page.locator("#pause").inner_text() in {"", words["pause"], words["resume"]}
