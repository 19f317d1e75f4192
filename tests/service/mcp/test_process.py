"""The process, asked by the official client library."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from tests.service.mcp.conftest import ROOT, SAMPLE

TOOLS = ["list_programmes", "list_sessions", "search", "readings", "holders", "participation"]
WORDS = ("trust", "বিশ্বাস", "विश्वास")


def rows_of(folder):
    """Return everything that stands in the database."""
    with closing(sqlite3.connect(f"file:{folder / 'manyvoices.db'}?mode=ro", uri=True)) as db:
        return "\n".join(db.iterdump())


def test_an_assistant_reads_a_programme_and_changes_nothing(talk, folder):
    """Every tool says that it only reads, has a form for its answer, and leaves the database as it was."""

    async def conversation(session):
        listed = (await session.list_tools()).tools
        ask = session.call_tool
        return {
            "tools": [(each.name, each.annotations.read_only_hint, bool(each.output_schema)) for each in listed],
            "programmes": await ask("list_programmes", {}),
            "found": [await ask("search", {"programme": SAMPLE, "words": words}) for words in WORDS],
            "readings": await ask("readings", {"programme": SAMPLE, "element": "Communications"}),
            "holders": await ask("holders", {"programme": SAMPLE, "element": "communications"}),
            "sessions": await ask("list_sessions", {"programme": SAMPLE}),
            "heard": await ask("participation", {"programme": SAMPLE, "session": "session-2026-03-review"}),
            "none": await ask("readings", {"programme": "nothing"}),
            "wrong": await ask("search", {"programme": SAMPLE}),
            "unknown": await ask("delete_programme", {"programme": SAMPLE}),
            "others": [len((await session.list_resources()).resources), len((await session.list_prompts()).prompts)],
        }

    before = rows_of(folder)
    said = talk(conversation)
    assert rows_of(folder) == before
    assert said["tools"] == [(name, True, True) for name in TOOLS]
    assert said["others"] == [0, 0]
    (programme,) = said["programmes"].structured_content["programmes"]
    assert (programme["programme"], programme["teams"]) == (SAMPLE, ["Consortium", "Bangladesh", "Nepal"])
    for words, found in zip(WORDS, said["found"], strict=True):
        hits = found.structured_content["hits"]
        assert any(words in hit["text"].casefold() for hit in hits), words
        assert {hit["language"][:2] for hit in hits} >= {"en"}
    readings = said["readings"].structured_content
    assert readings["elements"][0]["readings"] == len(readings["readings"]) > 1
    assert all(each["quotes"] for each in readings["readings"])
    by = {each["attribute"]: each for each in said["holders"].structured_content["holders"][0]["by"]}
    assert {each["group"] for each in by["team"]["held_by"]} == {"Bangladesh", "Consortium", "Nepal"}
    assert "other" in {each["group"] for each in by["role"]["held_by"]}
    heard = said["heard"].structured_content
    assert heard["withheld"] == ["team"]
    assert {each["group"] for each in heard["groups"]} == {"woman", "man", "Dui Teer Foundation", "other"}
    assert all(each["people"] >= 3 for each in heard["groups"])
    assert all(each["person"].startswith("Person ") for each in heard["speakers"])
    for refused, line in (("none", "there is no programme"), ("wrong", "words"), ("unknown", "delete_programme")):
        assert said[refused].is_error
        assert line in said[refused].content[0].text


def test_an_account_reads_what_it_may(talk, tokens):
    """By its token, as in the API: a member of a team searches its own notes, and sees no readings."""

    async def conversation(session):
        return (
            await session.call_tool("search", {"programme": SAMPLE, "words": "trust"}),
            await session.call_tool("readings", {"programme": SAMPLE}),
        )

    found, refused = talk(conversation, MANYVOICES_MCP_TOKEN=tokens["member"])
    assert {hit["team"] for hit in found.structured_content["hits"]} == {"Nepal"}
    assert refused.is_error
    assert "this is for facilitators of the programme. Ask a facilitator" in refused.content[0].text


@pytest.mark.parametrize("log", ["debug"])
def test_standard_output_has_nothing_but_json(folder, log):
    """Whatever is logged; the process ends well when the assistant goes."""
    first = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}},
    }
    env = {**os.environ, "PYTHONPATH": str(ROOT), "MANYVOICES_DATA_DIR": str(folder), "MANYVOICES_LOG_LEVEL": log}
    command = [sys.executable, "-m", "manyvoices", "-vv", "mcp"]
    done = subprocess.run(
        command, input=f"no json\n{json.dumps(first)}\n", capture_output=True, text=True, env=env, cwd=ROOT, timeout=120
    )
    assert done.returncode == 0, done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert answers
    assert all(each["jsonrpc"] == "2.0" for each in answers)
