"""A programme whose readings are said by enough people to be given back."""

import pytest

from tests.nlp.readings.test_interpret import JOINT, POWER, RISK

ELEMENT = "culture"
QUIET = "Zubaydah"
"""Who wrote `RISK[0]`."""


def table(*rows):
    return "\n".join(["text,element,team,participant", *(",".join(row) for row in rows)]).encode()


def notes():
    """Three readings: of both large teams, of one of them, of the other; a third team has two people."""
    who = [(text, "A" if at % 2 else "B", f"r{at}") for at, text in enumerate(RISK)]
    who[0] = (RISK[0], "B", QUIET)
    who += [(text, "A", f"j{at}") for at, text in enumerate(JOINT)]
    who += [(text, "B" if at < 2 else "C", f"p{at}") for at, text in enumerate(POWER)]
    return [(text, "Culture", team, person) for text, team, person in who]


@pytest.fixture
def slug(workspace):
    """A programme with three meanings of one element, in two scripts."""
    made = workspace.programmes.create("সংস্কৃতি", ["A", "B", "C"]).slug
    workspace.files.add(made, [("march.csv", table(*notes()))])
    return made
