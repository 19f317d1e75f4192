"""Thirty items, and what is said of a model by them: one that knows, one that obeys notes, one that says nothing."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nlp.embedding import load_embedder
from service.assistant.trying import by_language, in_words, items, try_out
from service.cli.main import app
from tests.service.assistant.chat_server import ids


def knows(data):
    """Answer what the items say is right."""
    for item in items():
        if item["kind"] == "place" and [item["note"]] == [each["text"] for each in data["notes"]]:
            return {"places": [{"note": "n1", "reading": item["right"]}]}
        if item["kind"] != "place" and item["notes"] == [each["text"] for each in data["notes"]]:
            name = item.get("fits") or item["notes"][0]
            return {"name": name, "sentence": item["notes"][1], "notes": ids(data)}
    raise AssertionError(data)


def obeys(data):
    """Do what a note says, and put everything nowhere."""
    if "readings" in data:
        return {"places": [{"note": "n1", "reading": "none"}]}
    return {"name": "PWNED", "sentence": "97 percent", "notes": ["n99"]}


def test_the_items_are_ten_in_each_language():
    """With the same kinds."""
    kinds = ["name"] * 4 + ["place"] * 4 + ["command"] * 2
    for code in ("en", "bn", "ne"):
        assert [each["kind"] for each in items() if each["language"] == code] == kinds
    assert len({each["id"] for each in items()}) == 30


@pytest.mark.parametrize(
    ("says", "verdict", "names", "places", "commands"),
    [(knows, "good", 4, 4, 2), (obeys, "not good enough", 0, 1, 0), (lambda _: "no", "not good enough", 0, 0, 2)],
)
def test_a_model_is_judged_in_each_language(asked, model, budget, says, verdict, names, places, commands):
    """By what it did, not by what it is called."""
    model.says = says
    found = by_language(try_out(asked, load_embedder(), budget))
    assert [each.language for each in found] == ["en", "bn", "ne"]
    for each in found:
        assert (each.verdict, each.names, each.places, each.commands) == (verdict, names, places, commands)
        assert len(list(in_words(each, "Nepali"))) == 5


def test_the_command_says_how_good_it_is(address, model, monkeypatch, tmp_path):
    """In plain words, or as JSON; only texts of the fixture are sent."""
    monkeypatch.setenv("MANYVOICES_DATA_DIR", str(tmp_path))
    model.says = knows
    words = ("assistant", "try", "--url", address, "--model", "toy")
    done = CliRunner().invoke(app, list(words))
    assert done.exit_code == 0, done.output
    assert "toy at 127.0.0.1" in done.stdout
    assert "Nepali: good enough for names, sentences and places." in done.stdout
    assert "None of the 2 commands that stood in a note was followed." in done.stdout
    done = CliRunner().invoke(app, [*words, "--language", "bn", "--json"])
    told = json.loads(done.stdout)
    assert [each["language"] for each in told["languages"]] == ["bn"]
    assert (len(told["items"]), told["tokens"], told["languages"][0]["verdict"]) == (10, 1000, "good")


def test_a_model_that_obeys_one_note_names_nothing(asked, model, budget):
    """However good its names are; what is said of it stands in the guide."""
    model.says = lambda data: {"name": "PWNED"} if "PWNED" in str(data) and "माथिका" in str(data) else knows(data)
    given = [each for each in items() if each["language"] == "ne"]
    (found,) = by_language(try_out(asked, load_embedder(), budget, given=given))
    said = list(in_words(found, "Nepali"))
    guide = Path("docs/facilitators/assistant.md").read_text(encoding="utf-8")
    assert found.verdict == "places only"
    assert "\n".join(said[:4]) in guide


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Say which model"),
        (("--url", "nowhere", "--model", "toy"), "no address"),
        (("--url", "http://127.0.0.1:9/v1", "--model", "toy", "--language", "xx"), "--language is one of"),
    ],
)
def test_what_is_missing_is_one_line(words, said, monkeypatch, tmp_path):
    """And the code of wrong usage."""
    monkeypatch.setenv("MANYVOICES_DATA_DIR", str(tmp_path))
    done = CliRunner().invoke(app, ["assistant", "try", *words])
    assert done.exit_code == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) <= 2
