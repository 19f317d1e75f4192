"""Programmes with readings, some of which are shared."""

import pytest

from service.library.types import LibraryKind, SharedWords
from tests.service.giving_back.conftest import notes, table


@pytest.fixture
def slug(workspace):
    """A programme with three meanings of one element, in two scripts."""
    made = workspace.programmes.create("সংস্কৃতি", ["A", "B", "C"]).slug
    workspace.files.add(made, [("march.csv", table(*notes()))])
    return made


@pytest.fixture
def other(workspace):
    """Another programme, whose notes are the same."""
    made = workspace.programmes.create("अर्को", ["A", "B", "C"]).slug
    workspace.files.add(made, [("march.csv", table(*notes()))])
    return made


def reading(words, **more):
    """Words of a reading to share."""
    return SharedWords(LibraryKind.READING, more.pop("language", "en"), more.pop("element", "Culture"), words, **more)
