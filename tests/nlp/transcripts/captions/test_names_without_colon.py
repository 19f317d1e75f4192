from nlp.transcripts.captions.cues import Cue
from nlp.transcripts.captions.names_without_colon import names_without_colon


def cues(*texts):
    return [Cue("", float(n), n + 1.0, ((1, text),), 1) for n, text in enumerate(texts)]


def test_names_that_open_every_cue_are_speakers():
    """Also of more than two words, and cut where the sentences begin to differ."""
    found = names_without_colon(
        cues(
            "Tim Davis There are several things",
            "Tim Davis First is the model",
            "John & Marie McKinney We joined",
            "John & Marie McKinney the network",
            "Tim Davis Secondly, we have",
        )
    )
    assert [part[0] for part in found] == [
        ("Tim Davis", "There are several things"),
        ("Tim Davis", "First is the model"),
        ("John & Marie McKinney", "We joined"),
        ("John & Marie McKinney", "the network"),
        ("Tim Davis", "Secondly, we have"),
    ]


def test_captions_with_capitals_here_and_there_name_nobody():
    """Too few cues open with two capitals that recur."""
    assert (
        names_without_colon(cues("New York is big", "It is", "New York again", "So it goes", "On Monday", "then")) == []
    )


def test_a_form_of_address_is_part_of_the_name():
    """`Rina apa` opens her cues."""
    found = names_without_colon(
        cues("Rina apa We begin", "Rina apa Then we go", "Karim bhai No", "Karim bhai It is late")
    )
    assert [part[0] for part in found][1:3] == [("Rina apa", "Then we go"), ("Karim bhai", "No")]
