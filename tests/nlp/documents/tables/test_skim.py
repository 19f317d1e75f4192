"""Long tables of notes, skimmed."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.documents.read import open_tables

CELLS = st.sampled_from(["", "we meet too rarely", "- trust\n- budget", "আমরা খুব কম বসি", "हामी कम भेट्छौं", "no"])
HEADER = '"text","element","team","participant","date"\n'


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(CELLS, st.sampled_from(["", "Trust"]), st.sampled_from(["", "A"]), st.sampled_from("PQ"),
                          st.sampled_from(["", "2026-03-18", "soon"])), min_size=1, max_size=30))  # fmt: skip
def test_what_is_counted_is_what_is_read(rows):
    """Notes, people, elements, notes without a team, dates and rows left out: as if all were read."""
    lines = "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in [("we begin", "", "", "Z", ""), *rows])
    file = open_tables("n.csv", (HEADER + lines).encode())
    assert file is not None
    notes, skimmed = file.document(), file.skimmed()
    assert skimmed is not None
    assert skimmed.notes == len(notes.units)
    assert skimmed.people == tuple(dict.fromkeys(unit.attributes["participant"] for unit in notes.units))
    assert skimmed.elements == tuple(dict.fromkeys(unit.element for unit in notes.units if unit.element))
    assert skimmed.teamless == sum("team" not in unit.attributes for unit in notes.units)
    assert (skimmed.unread, skimmed.dates) == (notes.unread, notes.dates)
    assert Counter(unit.id for unit in skimmed.sample.units) == Counter(unit.id for unit in notes.units)


def test_only_tables_of_notes_are_skimmed():
    """A roster is short enough to be read."""
    file = open_tables("r.csv", b"name,team\nAna,A\nBela,B\n")
    assert file is not None
    assert file.skimmed() is None
