"""Files in Bijoy and Preeti, whatever their form."""

import pytest

from nlp.documents import Notes, read_document
from tests.nlp.documents.office import new_docx, saved, xlsx
from tests.nlp.text.legacy_fonts.test_detect import BIJOY, PREETI

BANGLA = ["যোগাযোগ ভালো চলছে, আমরা খুশি।", "প্রশিক্ষণের কার্যক্রম সময়মতো শুরু হয়নি।", "আমাদের মতামত কেউ শোনে না।"]


def docx(*lines: str) -> bytes:
    document = new_docx()
    for line in lines:
        document.add_paragraph(line)
    return saved(document)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("notes.txt", "\n".join(f"- {line}" for line in BIJOY).encode()),
        ("notes.txt", "\r\n".join(f"- {line}" for line in BIJOY).encode("cp1252")),
        ("notes.md", ("# Communications\n\n" + "\n".join(f"- {line}" for line in BIJOY)).encode()),
        ("notes.csv", ("Team;Text\n" + "\n".join(f"Dhaka;{line}" for line in BIJOY)).encode("cp1252")),
        ("notes.xlsx", xlsx(["Team", "Text"], *(["Dhaka", line] for line in BIJOY))),
        ("notes.docx", docx(*BIJOY)),
    ],
)
def test_bijoy_is_read_as_bangla_and_said(name: str, data: bytes):
    """Never as Swahili; English headings and teams stay."""
    document = read_document(name, data, ["en", "bn", "ne", "sw"])
    assert isinstance(document, Notes)
    assert [unit.text for unit in document.units] == BANGLA
    assert {unit.language for unit in document.units} == {"bn"}
    assert [remark.values["font"] for remark in document.remarks] == ["Bijoy (SutonnyMJ)"]
    assert {unit.attributes.get("team", "Dhaka") for unit in document.units} == {"Dhaka"}


def test_preeti_is_read_as_nepali():
    """The same for the fonts of Nepal."""
    document = read_document("notes.txt", "\n".join(f"- {line}" for line in PREETI).encode(), ["en", "ne", "sw"])
    assert [unit.language for unit in document.units] == ["ne", "ne"]
    assert document.units[1].text == "प्रतिक्रिया ढिलो पुग्छ र कसले निर्णय गर्छ कसैलाई थाहा छैन।"


def test_other_files_carry_no_remark():
    """Nothing is said where nothing was done."""
    document = read_document("notes.md", "- আমরা একসাথে কাজ করি\n- We work together every day\n".encode(), ["en", "bn"])
    assert isinstance(document, Notes)
    assert document.remarks == ()
