"""Files of forms as their tools and people make them: rows, then saved as CSV, XLSX or a table in a DOCX."""

import csv
import io
from collections import Counter
from collections.abc import Sequence

from nlp.documents import Document, Notes, read_document
from tests.nlp.documents.office import docx_table, new_docx, saved, xlsx

FORMATS = ("csv", "xlsx", "docx")
ENGLISH = (
    "We hear the news from the radio before we hear it from our own office.",
    "The weekly call helps, everybody can speak and somebody writes it down.",
    "Too many mails and nobody answers them in time",
    "Budgets are shared with the small partners only after they are fixed",
    "We started to write in two languages and people liked it a lot",
    "When the river rose we changed the plan in two days",
    "I do not know whom to ask about money",
    "Field staff are not invited to the review",
)
BANGLA = (
    "খবর আমাদের কাছে সবার শেষে পৌঁছায়, অফিস আগে জানে",
    "সাপ্তাহিক সভায় সবাই কথা বলতে পারে এবং কেউ একজন লিখে রাখে",
    "এত ইমেইল আসে যে কেউ সময়মতো উত্তর দেয় না",
    "বাজেট ঠিক হয়ে যাওয়ার পরে ছোট সংস্থাগুলো জানতে পারে",
    "আমরা দুই ভাষায় লিখতে শুরু করেছি, সবাই খুশি",
    "নদীর পানি বাড়লে দুই দিনে পরিকল্পনা বদলেছি",
    "টাকার বিষয়ে কাকে জিজ্ঞেস করব জানি না",
    "মাঠের কর্মীদের পর্যালোচনায় ডাকা হয় না",
)
NEPALI = (
    "खबर हामीकहाँ सबैभन्दा ढिलो आइपुग्छ, कार्यालयले पहिले थाहा पाउँछ",
    "साप्ताहिक बैठकमा सबैले बोल्न पाउँछन् र कसैले लेखेर राख्छ",
    "धेरै इमेल आउँछन् तर कसैले समयमै जवाफ दिँदैन",
    "बजेट टुङ्गो लागेपछि मात्र साना साझेदारले थाहा पाउँछन्",
    "हामीले दुई भाषामा लेख्न थाल्यौँ, सबैलाई मन पर्यो",
    "खोला बढेपछि दुई दिनमा योजना बदल्यौँ",
    "पैसाको कुरा कसलाई सोध्ने थाहा छैन",
    "फिल्डका कर्मचारीलाई समीक्षामा बोलाइँदैन",
)
TEXTS = {"en": ENGLISH, "bn": BANGLA, "ne": NEPALI}

Rows = Sequence[Sequence[object]]


def file_of(rows: Rows, form: str) -> tuple[str, bytes]:
    """Return a file with these rows."""
    width = max(map(len, rows))
    full = [[*row, *[""] * (width - len(row))] for row in rows]
    if form == "csv":
        buffer = io.StringIO()
        csv.writer(buffer).writerows(full)
        return "answers.csv", buffer.getvalue().encode("utf-8-sig")
    if form == "xlsx":
        return "answers.xlsx", xlsx(*full)
    document = new_docx()
    docx_table(document, [[str(cell) for cell in row] for row in full])
    return "answers.docx", saved(document)


def read_rows(rows: Rows, form: str) -> Document:
    """Read a file with these rows, without any setting."""
    return read_document(*file_of(rows, form))


def answers_of(document: Document) -> dict[str, int]:
    """Return how many cells answer each question: element -> rows in which it has an answer."""
    assert isinstance(document, Notes)
    return dict(Counter(element for element, _ in {(unit.element or "", unit.line) for unit in document.units}))


def attributes_of(document: Document) -> set[str]:
    """Return the names of all attributes by which people are compared."""
    assert isinstance(document, Notes)
    return {name for unit in document.units for name in unit.attributes}
