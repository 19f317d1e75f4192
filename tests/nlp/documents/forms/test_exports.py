"""Exports of survey tools are read without a setting: every open question with its number of answers."""

import pytest

from nlp.documents import Notes, plan_of, read_document
from nlp.documents.plan import Role
from tests.nlp.documents.forms.made import (
    BANGLA,
    ENGLISH,
    FORMATS,
    NEPALI,
    TEXTS,
    Rows,
    answers_of,
    attributes_of,
    file_of,
    read_rows,
)
from tests.nlp.documents.office import saved, workbook


def kobo(names: bool, texts=ENGLISH) -> Rows:
    """Return a KoboToolbox export, with XML names or labels."""
    header = (
        [
            "start",
            "end",
            "today",
            "consent",
            "respondent/team",
            "respondent/gender",
            "comms/what_works",
            "comms/what_is_hard",
            "comms/sources",
            "comms/sources/radio",
            "comms/sources/phone",
            "comms/sources/meetings",
            "trust/rate",
            "trust/why",
            "location",
            "_location_latitude",
            "_location_longitude",
        ]
        if names
        else [
            "start",
            "end",
            "today",
            "Do you agree to take part?",
            "Team",
            "What is your gender?",
            "What works well in our communication?",
            "What is hard?",
            "Where do you get news from?",
            "Where do you get news from?/Radio",
            "Where do you get news from?/Phone",
            "Where do you get news from?/Meetings",
            "How much do we trust each other?",
            "Why?",
            "Where are you?",
            "_Where are you?_latitude",
            "_Where are you?_longitude",
        ]
    )
    header += [
        "__version__",
        "_id",
        "_uuid",
        "_submission_time",
        "_validation_status",
        "_notes",
        "_status",
        "_submitted_by",
        "_tags",
        "_index",
    ]
    rows: list[list[object]] = [header]
    for at, text in enumerate(texts):
        sources = ["radio phone", "radio", "phone meetings", "meetings radio phone"][at % 4]
        rows.append(
            [
                f"2026-03-{at + 10}T09:12:01.000+05:45",
                f"2026-03-{at + 10}T09:30:41.000+05:45",
                f"2026-03-{at + 10}",
                "yes",
                "Nepal" if at % 2 else "Bangladesh",
                "woman" if at % 3 else "man",
                text,
                texts[-at - 1] if at % 4 else "",
                sources,
                int("radio" in sources),
                int("phone" in sources),
                int("meetings" in sources),
                at % 5 + 1,
                texts[at - 3] if at > 4 else "",
                f"27.7{at}21 85.3{at}12 0 0",
                f"27.7{at}21",
                f"85.3{at}12",
                "vKx9bQ2",
                40211 + at,
                f"5d1c0c1a-9f5e-4c1b-8a55-0e3f1f1b00{at}0",
                f"2026-03-{at + 10}T09:31:00",
                "",
                "",
                "submitted_via_web",
                "",
                "",
                at + 1,
            ]
        )
    return rows


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", TEXTS)
def test_kobo_with_xml_names(form: str, language: str):
    """Groups, select_multiple, metadata and locations are no questions."""
    document = read_rows(kobo(names=True, texts=TEXTS[language]), form)
    assert answers_of(document) == {"what works": 8, "what is hard": 6, "why": 3}
    assert not {name for name in attributes_of(document) if name.startswith("_") or name in ("start", "end", "today")}
    assert {unit.attributes["team"] for unit in document.units} == {"Nepal", "Bangladesh"}
    assert {unit.attributes["date"] for unit in document.units} == {f"2026-03-{day}" for day in range(10, 18)}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", TEXTS)
def test_kobo_with_labels(form: str, language: str):
    """The questions as people were asked them."""
    document = read_rows(kobo(names=False, texts=TEXTS[language]), form)
    assert answers_of(document) == {"What works well in our communication?": 8, "What is hard?": 6, "Why?": 3}
    assert "gender" in attributes_of(document)


def test_a_repeat_sheet():
    """A sheet with a row for each repeat stands beside the sheet of the answers."""
    main = [["start", "end", "Name", "What works well here?", "_id", "_uuid", "_submission_time", "_index"]]
    repeat = [["stories/what_changed_for_whom", "_index", "_parent_table_name", "_parent_index", "_submission__id"]]
    for at, text in enumerate(ENGLISH):
        main.append(
            ["2026-03-18", "2026-03-18", f"Person {at}", text, 77000 + at, f"uuid-{at}", "2026-03-18T10:00:00", at + 1]
        )
        repeat += [[BANGLA[at], at + 1, "main", at + 1, 77000 + at], [NEPALI[at], at + 9, "main", at + 1, 77000 + at]]
    data = saved(workbook({"Review": main, "stories": repeat}))
    document = read_document("kobo.xlsx", data)
    assert answers_of(document) == {"What works well here?": 8, "what changed for whom": 16}


def test_odk_central():
    """SubmissionDate, meta-instanceID, KEY and the like are no questions."""
    rows: list[list[object]] = [
        [
            "SubmissionDate",
            "q1_district",
            "q2_change",
            "q3_more",
            "meta-instanceID",
            "__id",
            "KEY",
            "SubmitterID",
            "SubmitterName",
            "AttachmentsPresent",
            "Status",
            "ReviewState",
            "DeviceID",
            "Edits",
            "FormVersion",
        ]
    ]
    for at, text in enumerate(NEPALI):
        rows.append(
            [
                f"2026-03-1{at}T08:00:00.000Z",
                "Sunsari" if at % 2 else "Morang",
                text,
                "" if at % 2 else NEPALI[-at - 1],
                f"uuid:5d1c0c1a-9f5e-4c1b-8a55-0e3f1f1b00{at}0",
                "x",
                f"uuid:5d1c0c1a-9f5e-4c1b-8a55-0e3f1f1b00{at}0",
                "14",
                "enumerator",
                0,
                "",
                "",
                "collect:Xy12",
                0,
                "2026021401",
            ]
        )
    document = read_rows(rows, "csv")
    assert answers_of(document) == {"q2 change": 8, "q3 more": 4}
    assert attributes_of(document) <= {"q1 district", "date"}


GOOGLE = {
    "en": (
        "Timestamp",
        "Email Address",
        "What is the name of your organisation?",
        "What did we do well together since the last review? Please give one example.",
        "How satisfied are you?",
        "Which channels do you use?",
        "Any other comments?",
    ),
    "bn": (
        "টাইমস্ট্যাম্প",
        "ইমেল ঠিকানা",
        "আপনার সংস্থার নাম কী?",
        "গত পর্যালোচনার পর আমরা একসঙ্গে কী ভালো করেছি? একটি উদাহরণ দিন।",
        "আপনি কতটা সন্তুষ্ট?",
        "আপনি কোন মাধ্যম ব্যবহার করেন?",
        "অন্য কোনো মন্তব্য?",
    ),
    "ne": (
        "टाइमस्ट्याम्प",
        "इमेल ठेगाना",
        "तपाईंको संस्थाको नाम के हो?",
        "गत समीक्षापछि हामीले सँगै के राम्रो गर्‍यौँ? एउटा उदाहरण दिनुहोस्।",
        "तपाईं कत्तिको सन्तुष्ट हुनुहुन्छ?",
        "कुन माध्यम प्रयोग गर्नुहुन्छ?",
        "अरू केही भन्नु छ?",
    ),
}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", GOOGLE)
def test_google_forms(form: str, language: str):
    """Long questions as headers; e-mail and Timestamp are no attributes, check boxes are closed."""
    texts = TEXTS[language]
    rows: list[list[object]] = [list(GOOGLE[language])]
    for at, text in enumerate(texts):
        channels = ["Radio, Phone", "Radio", "Phone, Letters by hand", "Radio, Letters by hand"][at % 4]
        rows.append(
            [
                f"3/{at + 14}/2026 14:03:22",
                f"person{at}@example.org",
                "Samuha" if at % 2 else "Char Alo",
                text,
                at % 5 + 1,
                channels,
                texts[at - 2] if at % 3 == 0 else "",
            ]
        )
    document = read_rows(rows, form)
    assert answers_of(document) == {GOOGLE[language][3]: 8, GOOGLE[language][6]: 3}
    assert not any("@" in value for unit in document.units for value in unit.attributes.values())
    assert {unit.language for unit in document.units} == {language}


@pytest.mark.parametrize("form", FORMATS)
def test_microsoft_forms(form: str):
    """Anonymous answers have no name; several choices end in a semicolon."""
    rows: list[list[object]] = [
        [
            "ID",
            "Start time",
            "Completion time",
            "Email",
            "Name",
            "Last modified time",
            "Which team are you in?",
            "What helps you to speak in meetings?",
            "Which of these did you use?",
            "What stops you?",
        ]
    ]
    for at, text in enumerate(ENGLISH):
        used = ["Phone calls;Letters;", "Letters;", "Phone calls;Shared folder;", "Shared folder;Letters;"][at % 4]
        rows.append(
            [
                at + 1,
                "3/18/26 9:01:12",
                "3/18/26 9:05:44",
                "anonymous",
                "",
                "",
                "Nepal" if at % 2 else "Consortium",
                text,
                used,
                "Time" if at == 3 else ENGLISH[at - 1],
            ]
        )
    document = read_rows(rows, form)
    assert answers_of(document) == {"What helps you to speak in meetings?": 8, "What stops you?": 8}
    assert {unit.attributes["team"] for unit in document.units} == {"Nepal", "Consortium"}


@pytest.mark.parametrize("coded", [True, False])
def test_limesurvey(coded: bool):
    """Codes with labels, or labels alone; answers of a scale are closed."""
    labels = [
        "Response ID",
        "Date submitted",
        "Last page",
        "Start language",
        "Seed",
        "Please describe a change that matters.",
        "How far do you agree? [We trust each other]",
        "How far do you agree? [We speak early]",
        "What would you change first?",
    ]
    codes = [
        "id",
        "submitdate",
        "lastpage",
        "startlanguage",
        "seed",
        "G01Q01",
        "G01Q02[SQ001]",
        "G01Q02[SQ002]",
        "G02Q03",
    ]
    header = [f"{code}. {label}" for code, label in zip(codes, labels, strict=True)] if coded else labels
    rows: list[list[object]] = [header]
    for at, text in enumerate(BANGLA):
        rows.append(
            [
                at + 1,
                f"2026-03-18 10:0{at}:00",
                3,
                "bn",
                1200331 + at * 7001,
                text,
                "Agree" if at % 2 else "Strongly agree",
                "Disagree" if at % 3 else "Agree",
                BANGLA[at - 1] if at < 5 else "",
            ]
        )
    for form in FORMATS:
        assert answers_of(read_rows(rows, form)) == {labels[5]: 8, labels[8]: 5}


@pytest.mark.parametrize("form", FORMATS)
def test_surveymonkey(form: str):
    """Two rows of headers: the questions, and below them their options or `Open-Ended Response`."""
    rows: list[list[object]] = [
        [
            "Respondent ID",
            "Collector ID",
            "Start Date",
            "End Date",
            "IP Address",
            "Email Address",
            "First Name",
            "Last Name",
            "Custom Data 1",
            "What should we keep doing?",
            "How do you rate these?",
            "",
            "",
            "What should we stop?",
            "Which office?",
            "",
        ],
        [
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "Open-Ended Response",
            "Communications",
            "Trust",
            "Impact",
            "Open-Ended Response",
            "Response",
            "Other (please specify)",
        ],
    ]
    for at, text in enumerate(ENGLISH):
        rows.append(
            [
                11800099 + at,
                4410220,
                "03/18/2026 09:00:00 AM",
                "03/18/2026 09:10:00 AM",
                "10.0.0.7",
                "",
                "",
                "",
                "",
                text,
                "Good",
                "Fair" if at % 2 else "Poor",
                "Good",
                ENGLISH[-at - 1] if at % 2 else "",
                "Dhaka" if at % 2 else "Pokhara",
                "",
            ]
        )
    document = read_rows(rows, form)
    assert answers_of(document) == {"What should we keep doing?": 8, "What should we stop?": 4}
    assert "how do you rate these?: trust" in attributes_of(document)


def test_qualtrics():
    """Codes, labels and import ids stand above the answers."""
    rows: list[list[object]] = [
        ["StartDate", "EndDate", "Status", "Progress", "ResponseId", "Q1", "Q2"],
        [
            "Start Date",
            "End Date",
            "Response Type",
            "Progress",
            "Response ID",
            "What did you learn?",
            "Are you satisfied?",
        ],
        [
            f'{{"ImportId":"{name}"}}'
            for name in ("startDate", "endDate", "status", "progress", "_recordId", "QID1", "QID2")
        ],
    ]
    for at, text in enumerate(NEPALI):
        rows.append(
            [
                "2026-03-18 10:00:00",
                "2026-03-18 10:09:00",
                "IP Address",
                100,
                f"R_2aB{at}cDeFgHiJkLm",
                text,
                "Yes" if at % 2 else "No",
            ]
        )
    assert answers_of(read_rows(rows, "csv")) == {"What did you learn?": 8}


@pytest.mark.parametrize("form", FORMATS)
def test_padlet_and_mentimeter(form: str):
    """A board's posts have a section and an author; a poll has a voter a row."""
    board: list[list[object]] = [
        ["Author", "Created At", "Updated At", "Section", "Subject", "Body", "Attachment", "Upvotes"]
    ]
    poll: list[list[object]] = [
        ["Voter", "Session", "Question 1: What does trust mean to you?", "Question 2: What gets in the way?"]
    ]
    for at, text in enumerate(ENGLISH):
        board.append(
            [
                f"Person {at}",
                "2026-03-18 10:00",
                "2026-03-18 10:01",
                "Trust" if at % 2 else "Communications",
                "",
                text,
                "",
                at,
            ]
        )
        poll.append([f"Voter {at}", "1", text, "Time" if at == 2 else ENGLISH[at - 1]])
    assert answers_of(read_rows(board, form)) == {"Trust": 4, "Communications": 4}
    assert answers_of(read_rows(poll, form)) == {poll[0][2]: 8, poll[0][3]: 8}


def test_a_question_that_is_asked_twice():
    """Google Forms exports both under the same words: each answers the question before it."""
    rows: list[list[object]] = [["Timestamp", "Name", "Rate our trust", "Why?", "Rate our communications", "Why?"]]
    for at, text in enumerate(ENGLISH):
        rows.append(["3/18/2026 14:03:22", f"P {at}", at % 5 + 1, text, 5 - at % 4, BANGLA[at] if at % 2 else ""])
    assert answers_of(read_rows(rows, "csv")) == {"Rate our trust: Why?": 8, "Rate our communications: Why?": 4}


def test_few_answers_blank_rows_and_notes_above_the_header():
    """Three people answered; a title, a remark and empty rows stand around their answers."""
    rows: list[list[object]] = [
        ["Review of March, answers of the field staff"],
        ["exported by the secretariat, please do not share"],
        [],
        ["No", "Your name", "District", "What went well?", "What did not go well?", "Would you come again?"],
        [],
        [1, "Maya", "Sunsari", NEPALI[0], "Time", "Yes"],
        [],
        [2, "Kamal", "Morang", NEPALI[1], "", "Yes"],
        [3, "রিনা", "Satkhira", BANGLA[2], BANGLA[3], "No"],
    ]
    for form in ("csv", "xlsx"):
        document = read_rows(rows, form)
        assert answers_of(document) == {"What went well?": 3, "What did not go well?": 2}
        assert {unit.attributes["participant"] for unit in document.units} == {"Maya", "Kamal", "রিনা"}


def test_a_long_answer_is_cut_into_what_it_says():
    """A sentence each; a short answer of two sentences stays whole."""
    long = " ".join(ENGLISH[:2]) + " " + ". ".join(ENGLISH[2:6]) + "."
    rows: list[list[object]] = [["Timestamp", "What do you remember of the year?"]]
    rows += [["3/18/2026 14:03:22", long], ["3/18/2026 14:05:22", "We met twice. It was short."]]
    document = read_rows(rows, "csv")
    assert isinstance(document, Notes)
    assert [unit.text for unit in document.units if unit.line == 2] == [
        *ENGLISH[:2],
        *(f"{text}." for text in ENGLISH[2:6]),
    ]
    assert [unit.text for unit in document.units if unit.line == 3] == ["We met twice. It was short."]


def test_what_is_found_can_be_said_again():
    """The plan of a form is one that reads it the same, and shows every column."""
    name, data = file_of(kobo(names=False), "xlsx")
    plan = plan_of(name, data)
    assert plan.kind == "survey"
    roles = {column.header: column.role for column in plan.tables[0].columns}
    assert roles["What is hard?"] is Role.ANSWERS
    assert roles["Where do you get news from?"] is Role.CLOSED
    assert roles["_uuid"] is Role.IGNORE
    assert read_document(name, data, plan=plan) == read_document(name, data)


@pytest.mark.parametrize(
    "header",
    [
        "মতামত",
        "মন্তব্য",
        "टिप्पणी",
        "राय",
        "Comment",
        "Comments",
        "réponse",
        "Commentaires",
        "respuesta",
        "Comentarios",
        "resposta",
        "Comentários",
        "تعليق",
        "رأي",
        "تبصرہ",
        "رائے",
        "maoni",
        "jibu",
        "प्रतिक्रिया",
        "Feedback",
    ],
)
@pytest.mark.parametrize("form", FORMATS)
def test_the_column_of_notes_in_ten_languages(header: str, form: str):
    """With the team beside it."""
    document = read_rows([["Team", header], ["Nepal", "late"], ["Nepal", "later"]], form)
    assert isinstance(document, Notes)
    assert [(unit.text, unit.element, unit.attributes) for unit in document.units] == [
        ("late", None, {"team": "Nepal"}),
        ("later", None, {"team": "Nepal"}),
    ]


@pytest.mark.parametrize("header", ["team", "Organisation"])
@pytest.mark.parametrize("team", ["উত্তর", "उत्तर", "Response"])
def test_a_name_that_also_means_answer_is_no_row_of_headers(header, team):
    """In Bangla, Nepali and Hindi "north" is the word for "answer": no note is taken for headers because of it."""
    data = f"text,element,{header}\nWe ring each other,Trust,{team}\nখবর আসে,Trust,{team}\n".encode()
    assert len(read_document("notes.csv", data).units) == 2
