"""The words of a note are taken out where they were written down again, and only those."""

from unicodedata import normalize

from nlp.documents.types import Unit
from service.privacy.words import hide_words


def _note(text):
    return Unit("1", text, "en", "notes.csv", 1, 0, len(text))


def test_whole_notes_and_their_clauses_go():
    """Whatever the case, the spaces and the Unicode form."""
    hide = hide_words([_note("The budget came late, and nobody told the field office.")])
    assert hide("Renamed “and nobody told the  field\noffice” twice") == "Renamed “…” twice"
    assert hide("THE BUDGET CAME LATE, and nobody told the field office.") == "…"
    note = normalize("NFC", "খবর সময়মতো মাঠে আসে না")
    assert hide_words([_note(note)])(normalize("NFD", f"বলা হলো {note}।")) == normalize("NFC", "বলা হলো …।")


def test_short_notes_go_only_where_nothing_else_stands():
    """“Yes” is anybody's word."""
    hide = hide_words([_note("Yes")])
    assert (hide("yes!"), hide("Yes, we can do that")) == ("…", "Yes, we can do that")


def test_no_part_of_a_word_goes():
    """Bangla and Nepali words stay whole."""
    hide = hide_words([_note("काम ढिलो भयो राम")])
    assert hide("काम ढिलो भयो रामले") == "काम ढिलो भयो रामले"
