"""Records written in elements, and records that are one quotation."""

import pytest

from nlp.errors import InputError
from nlp.transcripts import read_transcript


def _turns(name: str, text: str) -> list[tuple[str | None, str]]:
    return [(turn.speaker, turn.text) for turn in read_transcript(name, text.encode()).turns]


def test_elements_named_after_a_role_are_turns():
    """With or without a space, with words in bold, and with a heading between the element and its words."""
    text = (
        "# Entrevista\n\n<entrevistadora><b>De onde vem?</b></entrevistadora>\n\n"
        "<entrevistado>\n\n## Origem\n\nDa aldeia.\nDepois da cidade.</entrevistado>\n\n"
        "<entrevistadora> E agora?</entrevistadora>\n<entrevistado> Agora aqui.</entrevistado> \n"
    )
    assert _turns("a.md", text) == [
        ("entrevistadora", "De onde vem?"),
        ("entrevistado", "Da aldeia.\nDepois da cidade."),
        ("entrevistadora", "E agora?"),
        ("entrevistado", "Agora aqui."),
    ]


def test_elements_of_data_are_no_turns():
    """Names of fields are no roles."""
    text = "<title>One</title>\n<author>Ann</author>\n<title>Two</title>\n<author>Ben</author>\n"
    with pytest.raises(InputError):
        read_transcript("a.txt", text.encode())


def test_a_record_that_is_one_quotation_is_read():
    """Every line begins with the mark of a quotation."""
    text = "> MR. ROWE: Was it late?\n>\n> MS. IMAN: It was.\n>\n> MR. ROWE: How late?\n>\n> MS. IMAN: Ten.\n"
    assert _turns("a.md", text) == [
        ("MR. ROWE", "Was it late?"),
        ("MS. IMAN", "It was."),
        ("MR. ROWE", "How late?"),
        ("MS. IMAN", "Ten."),
    ]
