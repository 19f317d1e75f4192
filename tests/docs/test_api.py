"""The page about the API speaks of what there is."""

import re
from pathlib import Path

from service.web.problems.kinds import CODES

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "api.md").read_text(encoding="utf-8")


def test_every_code_of_a_problem_has_a_heading():
    """And no heading is left over."""
    assert re.findall(r"^### (.+)$", PAGE, re.MULTILINE) == list(CODES)
