"""`manyvoices interpret --edits`: changes made elsewhere, applied or told as not applied."""

import json

from nlp.readings.edits.types import Dismiss, Rename, Seen, text_key
from service.annotations.edits_file import edits_to_json
from tests.service.cli.test_commands import SAMPLE, as_json, refused, run
from tests.service.files import every_unit

NOTES = SAMPLE / "notes-2026-09-nepal.csv"


def test_changes_are_applied_and_what_cannot_be_is_one_line(tmp_path):
    """The name stands in table and JSON; the other edit is told on stderr with its reason."""
    element = next(each for each in as_json("interpret", NOTES)["elements"] if each["readings"])
    first = element["readings"][0]
    common = {"element": element["element"], "known": frozenset(text_key(u["text"]) for u in every_unit(element))}
    made = [
        Rename(
            id="a",
            reading=Seen(first["label"], frozenset(text_key(unit["text"]) for unit in first["units"])),
            name="आफ्नै नाम",
            **common,
        ),
        Dismiss(id="b", reading=Seen("gone\nlong ago", frozenset({"0" * 16, "1" * 16})), **common),
    ]
    path = tmp_path / "changes.json"
    path.write_text(json.dumps(edits_to_json(made)), encoding="utf-8")
    done = run("interpret", NOTES, "--edits", path)
    assert done.returncode == 0
    assert "आफ्नै नाम" in done.stdout
    assert "(named by a person)" in done.stdout
    assert done.stderr.splitlines() == [
        f"Edit 2, {element['element']}: Not a reading: “gone long ago”. "
        "Not applied: None of the notes that it speaks of is here."
    ]
    result = as_json("interpret", NOTES, "--edits", path)
    assert [each["why_not"] is None for each in result["edits"]] == [True, False]


def test_a_file_without_changes_is_refused(tmp_path):
    """One line with its name."""
    assert "notes-2026-09-nepal.csv: this is no file of changes" in refused("interpret", NOTES, "--edits", NOTES)
