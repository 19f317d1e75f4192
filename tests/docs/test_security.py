"""What is said of security: each point is shown by a test that is there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAID = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
TESTS = sorted(set(re.findall(r"`(tests/[^`]+)`", SAID)))


@pytest.mark.parametrize("named", TESTS)
def test_the_tests_that_are_named_are_there(named):
    """Files, folders and functions: a test that is called otherwise is named so here."""
    file, _, function = named.partition("::")
    assert (ROOT / file).exists()
    if function:
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        assert function in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_point_that_is_held_has_a_test():
    """And what has none stands under those that are not held."""
    held, _, others = SAID.partition("## Not held")
    rows = [line for line in held.splitlines() if re.match(r"\| (\d|no number)", line)]
    assert len(rows) > 40
    assert [row for row in rows if "`tests/" not in row] == []
    assert "`tests/" not in others.partition("## How it was tried")[0]
