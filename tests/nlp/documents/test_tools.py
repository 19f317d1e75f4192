"""Other programs, within limits."""

import pytest

from nlp.documents.tools import ToolFailed, run, workplace


def test_a_tool_is_ended_in_time_and_leaves_nothing():
    """A program that hangs, and one that fails; the folder is gone in any case."""
    with pytest.raises(ToolFailed, match="time"):
        run(["sleep", "5"], 0.2)
    with workplace(b"x", "file") as path:
        assert path.read_bytes() == b"x"
        with pytest.raises(ToolFailed, match="none"):
            run(["cat", path.with_name("none")], 5)
    assert not path.parent.exists()
