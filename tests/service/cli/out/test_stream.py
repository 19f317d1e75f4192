"""JSON as it is printed."""

import json

from service.cli.out import stream


def test_json_says_its_version_first_and_is_valid(capsys):
    """A figure that there is none of is null; half a sign is no text; letters stand as they are."""
    stream.json({"share": float("nan"), "names": ("খবর", "\ud83d"), "more": {"gap": float("inf")}})
    said = capsys.readouterr().out
    assert json.loads(said) == {"version": 1, "share": None, "names": ["খবর", "\ufffd"], "more": {"gap": None}}
    assert said.startswith('{\n  "version": 1')
    assert "খবর" in said
