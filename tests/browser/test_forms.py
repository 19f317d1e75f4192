"""Every kind of form that people bring, from the drop to its first finding: in three languages, on desk and phone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from tests.nlp.documents.forms.made import BANGLA, ENGLISH, NEPALI, file_of
from tests.nlp.documents.office import docx_table, new_docx, saved, workbook

pytestmark = pytest.mark.browser

MOST_TABS = 120
TEAMS = ("Dhaka", "Leeds")
File = tuple[str, bytes]


@dataclass(frozen=True)
class Form:
    """Files of one kind, how they are brought, and what must be seen.

    Attributes:
        name: of the form, and of its programme.
        code, width: language and width of the page.
        files: made in code; they get the browser, because it can print.
        page: the end of the address of the finding.
        seen: what stands there.
        by: "mouse", "keyboard", or "plain" for a mouse without JavaScript.
        teams: what is said of the files that ask whose they are, in their order.
        understood: what the preview says, over all files.
    """

    name: str
    code: str
    width: int
    files: Callable[..., Sequence[File]]
    page: str
    seen: tuple[str, ...]
    by: str = "mouse"
    teams: tuple[str, ...] = ()
    understood: tuple[str, ...] = ()


def survey(_):
    """Google Forms: a time, an address, a closed question, and the team under another header."""
    header = [
        "Timestamp",
        "Email Address",
        "আপনি কোন সংস্থায় কাজ করেন?",
        "Are you content?",
        "How do we share news, and why?",
    ]
    answers = zip((*ENGLISH[:3], *BANGLA[:3]), ("Leeds", "Dhaka") * 3, ("Yes", "No", "Yes") * 2, strict=True)
    rows = [
        [f"2026/03/0{day} 10:14:22 AM GMT+6", f"p{day}@example.org", team, content, said]
        for day, (said, team, content) in enumerate(answers, 1)
    ]
    return [("মতামত (Responses) - Form responses 1.csv", file_of([header, *rows], "csv")[1])]


def wall(_):
    """A title above, headings over two columns each."""
    book = workbook({"Sheet1": [["Wall of day one, 12 March 2026"], ["যোগাযোগ", "", "আস্থা", ""]]})
    sheet = book.worksheets[0]
    for row in zip(BANGLA[:3], ENGLISH[:3], BANGLA[3:6], ENGLISH[3:6], strict=True):
        sheet.append(row)
    for cells in ("A1:D1", "A2:B2", "C2:D2"):
        sheet.merge_cells(cells)
    return [("FINAL v3 (2).xlsx", saved(book))]


def minutes(_):
    """With a preamble, who was there, numbered headings, and what was put off."""
    document = new_docx()
    document.add_heading("बैठकको माइन्युट", 0)
    document.add_paragraph("मिति: 12 March 2026")
    document.add_heading("उपस्थिति", 1)
    docx_table(document, [["नाम", "संस्था"], ["गीता", "Dhaka"], ["Ruth", "Leeds"]])
    for heading, texts in (("1. सञ्चार", NEPALI[:3]), ("2. विश्वास", NEPALI[3:5]), ("Parking lot", ["Tea"])):
        document.add_heading(heading, 1)
        for text in texts:
            document.add_paragraph(text, style="List Bullet")
    return [("Minutes - approved.docx", saved(document))]


def kobo(_):
    """Names with their groups, columns of options, and what the tool writes itself."""
    header = [
        "start",
        "you/organisation",
        "q/q1_trust",
        "q/channels",
        "q/channels/sms",
        "q/channels/call",
        "_id",
        "_uuid",
    ]
    rows = [
        [
            "2026-03-01T09:12:11.123+06:00",
            team,
            said,
            "sms",
            1,
            0,
            40123000 + at,
            f"0f3c{at}a1e-77b1-4c2e-9d1e-55e0c1d2aa0",
        ]
        for at, (team, said) in enumerate(zip(("Dhaka", "Leeds") * 2, (*BANGLA[:2], *ENGLISH[:2]), strict=True))
    ]
    return [("Learning_-_all_versions_-_False.xlsx", file_of([header, *rows], "xlsx")[1])]


def rubrics(_):
    """Two Word tables without a team, levels in their own languages, several bullets in a cell."""
    bangla = [["উপাদান", "শুরু হচ্ছে", "ভালো চলছে"], ["আস্থা", "ভুল হলে কেউ বলে না\nনতুনরা চুপ থাকে", "ভুল হলে সবার সামনে বলা যায়"]]
    nepali = [["तत्त्व", "राम्रो चलिरहेको", "सुरुवाती"], ["विश्वास", "गल्ती सबैको अगाडि भन्न सकिन्छ", "गल्ती भए कसैले भन्दैन"]]
    found = []
    for name, rows in (("রুব্রিক.docx", bangla), ("Rubrik (from Gita).docx", nepali)):
        document = new_docx()
        docx_table(document, rows)
        found.append((name, saved(document)))
    return found


def roster(_):
    """Ticks of who was there, and the record of the meeting, in which one of them says nothing."""
    rows = [
        ["No.", "Name", "Organisation", "Present"],
        [1, "Rahima", "Dhaka", "✓"],
        [2, "Kamal", "Dhaka", "✓"],
        [3, "Ruth", "Leeds", "✓"],
    ]
    cues = [
        ("Ruth", "Shall we begin with the news?"),
        ("Rahima", BANGLA[0]),
        ("Ruth", ENGLISH[1]),
        ("Rahima", BANGLA[2]),
    ]
    record = "WEBVTT\n\n" + "".join(
        f"00:00:{at}0.000 --> 00:00:{at}9.000\n<v {who}>{said}</v>\n\n" for at, (who, said) in enumerate(cues)
    )
    return [("attendance.xlsx", file_of(rows, "xlsx")[1]), ("Meeting.vtt", record.encode())]


def ratings(_):
    """Elements down, teams across, and notes on one of the elements."""
    rows = [["", *TEAMS], ["Trust", "Emerging", "Well-functioning"], ["Money", "Emerging", "Emerging"]]
    notes = "text,element,team\n" + "".join(f'"{ENGLISH[at]}",Trust,{TEAMS[at % 2]}\n' for at in range(4))
    return [("levels.xlsx", file_of(rows, "xlsx")[1]), ("notes.csv", notes.encode())]


def transcript(_):
    """As Teams writes a Word file: the title, when it was, how long, then names with times."""
    document = new_docx()
    for line in ("Review-20260312_101500-Meeting Recording", "March 12, 2026, 10:15AM", "3m 5s"):
        document.add_paragraph(line)
    for at, (who, said) in enumerate([("Ruth Hale", ENGLISH[0]), ("Gita Thapa", NEPALI[0]), ("Ruth Hale", ENGLISH[1])]):
        paragraph = document.add_paragraph()
        paragraph.add_run("\n")
        paragraph.add_run(f"{who}   0:{at}3")
        paragraph.add_run().add_break()
        paragraph.add_run(said)
    return [("Review-20260312_101500-Meeting Recording.docx", saved(document))]


def chat(_):
    """WhatsApp on Android, with a notice, a picture and a deleted message."""
    said = [
        ("Gita", NEPALI[0]),
        ("Ruth", ENGLISH[0]),
        ("Gita", "<Media omitted>"),
        ("Ruth", "This message was deleted"),
        ("Gita", NEPALI[1]),
    ]
    lines = [
        "25/03/2026, 07:58 - Ruth added Gita",
        *(f"25/03/2026, 08:0{at} - {who}: {text}" for at, (who, text) in enumerate(said)),
    ]
    return [("WhatsApp Chat with Learning.txt", "\n".join(lines).encode())]


def printed(browser):
    """A PDF that the browser prints: a title with a colon, the day of writing, headings and items."""
    items = "".join(
        f"<h2>{name}</h2><ul>{''.join(f'<li>{text}</li>' for text in texts)}</ul>"
        for name, texts in (("Trust", ENGLISH[:3]), ("Money", ENGLISH[3:5]))
    )
    page = browser.new_page()
    page.set_content(f"<h1>Leeds team: reflections</h1><p>Written down on 5 March 2026</p>{items}")
    data = page.pdf(format="A4")
    page.close()
    return [("Leeds reflections.pdf", data)]


QUESTION = "How do we share news, and why?"
FORMS = [
    Form("survey", "en", 1280, survey, "", (QUESTION, *TEAMS), understood=("6 notes",)),
    Form("wall", "bn", 390, wall, "/elements/যোগাযোগ", ("যোগাযোগ", BANGLA[0]), "mouse", ("Dhaka",), ("১২টি নোট",)),
    Form(
        "minutes", "ne", 390, minutes, "/elements/सञ्चार", ("सञ्चार", NEPALI[0]), "keyboard", ("Leeds",), ("६ वटा नोट",)
    ),
    Form("kobo", "bn", 1280, kobo, "", ("q1 trust", *TEAMS), understood=("৪টি নোট",)),
    Form(
        "rubrics",
        "ne",
        1280,
        rubrics,
        "/rubrics",
        ("विश्वास",),
        "keyboard",
        ("Dhaka", "Leeds"),
        ("३ वटा वर्णन", "२ वटा वर्णन"),
    ),
    Form(
        "roster", "en", 390, roster, "/sessions/meeting", ("Kamal", "said nothing"), understood=("3 people", "4 turns")
    ),
    Form("ratings", "bn", 390, ratings, "", ("Trust", "Emerging", "Well-functioning"), understood=("৪টি নোট",)),
    Form(
        "transcript",
        "ne",
        390,
        transcript,
        "/sessions/review-20260312-101500-meeting-recording",
        ("Review", "Ruth Hale", "Gita Thapa"),
        "plain",
    ),
    Form("chat", "ne", 1280, chat, "/sessions/whatsapp-chat-with-learning", ("Gita", "Ruth"), "keyboard"),
    Form(
        "printed",
        "bn",
        390,
        printed,
        "/elements/trust",
        ("Trust", ENGLISH[0]),
        teams=("Leeds",),
        understood=("৫টি নোট",),
    ),
]


def tab_to(page, wanted):
    """Go to a field or a button as somebody does who has no mouse."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{wanted} cannot be reached by Tab")


def press(page, form, button):
    if form.by == "keyboard":
        tab_to(page, button)
        page.keyboard.press("Enter")
    else:
        button.click()


def write(page, form, field, text):
    if form.by == "keyboard":
        tab_to(page, field)
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    else:
        field.fill(text)
        field.blur()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.name}-{form.code}-{form.width}-{form.by}")
def test_from_the_drop_to_the_first_finding(address, browser, open_page, form):
    """Nothing has to be set but whose a file is that does not say so; what is found is on the page it leads to."""
    page = open_page(width=form.width, java_script_enabled=form.by != "plain")
    page.request.post(f"{address}/programmes", form={"name": form.name, "teams": "\n".join(TEAMS)})
    home = f"{address}/programmes/{form.name}"
    page.goto(f"{home}/upload?lang={form.code}")
    files = [{"name": name, "mimeType": "", "buffer": data} for name, data in form.files(browser)]
    page.locator("#files").set_input_files(files)
    press(page, form, page.locator(".drop button.button"))
    page.locator("#keep").wait_for()
    assert page.locator(".problem").count() == 0
    understood = " ".join(page.locator(".understood").all_inner_texts())
    assert [said for said in form.understood if said not in understood] == []
    asked = page.locator(".asked input")
    assert asked.count() == len(form.teams)
    for at, team in enumerate(form.teams):
        write(page, form, asked.nth(at), team)
    if form.by != "plain":
        page.locator(".asked p[id]").first.wait_for(state="detached")
    press(page, form, page.locator("button[formaction$=keep]"))
    page.wait_for_url(home)
    page.goto(home + form.page)
    text = page.locator("main").inner_text()
    assert [seen for seen in form.seen if seen not in text] == []
    assert page.locator("html").get_attribute("lang") == form.code
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
