"""A programme with people, and a World Café in it."""

import pytest

from service.cafe.types import Coming, NewCafe

PEOPLE = (
    "name,organisation,gender\n"
    "আয়েশা বেগম,Nodi,woman\nরফিক,Nodi,man\nSita Rai,Sangam,woman\nहरि थापा,Sangam,man\n"
    "Ben,Fund,man\nAnn,Fund,woman\nगीता,Sangam,woman\nজামাল,Nodi,man\n"
).encode()
NAMES = ("আয়েশা বেগম", "রফিক", "Sita Rai", "हरि थापा", "Ben", "Ann", "गीता", "জামাল")


def wanted(names=NAMES, **more):
    """What a facilitator wants, with the usual numbers."""
    given = {"size": 4, "rounds": 2, "questions": ["কী বদলাবে?"], "mix": ["organisation"], **more}
    return NewCafe("May 2026", "2026-05-04", [Coming(name) for name in names], **given)


@pytest.fixture
def work(settings, open_workspace):
    """A workspace on a small database, with a programme and its people."""
    workspace = open_workspace(settings)
    workspace.programmes.create("P", ["North", "South"])
    workspace.files.add("p", [("people.csv", PEOPLE)])
    return workspace
