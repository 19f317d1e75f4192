"""Names that may mean the same."""

from dataclasses import replace

import pytest

from nlp.embedding import load_embedder
from service.names import changes
from service.names.outline import merged
from service.names.proposals import MOST_COMPARED, Because, proposals
from service.names.types import NameKind, Names
from service.types import Outline
from tests.embedders import BagOfWords

ELEMENT, LEVEL, TEAM, _ = NameKind


def proposed(*outlines, names=Names(), embedder=None, kind="rubric"):  # noqa: B008
    told = merged(Outline(), [(kind, each) for each in outlines], names)
    return {
        (each.name, each.into, each.because)
        for each in proposals(told, [(kind, each) for each in outlines], embedder or BagOfWords())
    }


def test_elements_of_three_languages_and_habits_are_proposed():
    """Known names, whatever stands before them, and a short form."""
    english = Outline(elements=("Communications", "Trust", "Governance"))
    others = (
        Outline(elements=("যোগাযোগ", "আস্থা")),
        Outline(elements=("सञ्चार",)),
        Outline(elements=("COMMS", "1. Comunications")),
    )
    assert proposed(english, *others) == {
        ("যোগাযোগ", "Communications", Because.NAMES),
        ("আস্থা", "Trust", Because.NAMES),
        ("सञ्चार", "Communications", Because.NAMES),
        ("COMMS", "Communications", Because.SPELLING),
        ("1. Comunications", "Communications", Because.NAMES),
    }


def test_names_that_one_rubric_tells_apart_are_not_proposed():
    """Who writes "Team" and "Team identity" into one rubric means two things."""
    assert (
        proposed(Outline(elements=("Team", "Team identity"), levels=("Strong", "Good"), teams=("Dhaka", "Dhaka B")))
        == set()
    )


def test_levels_are_proposed_by_known_names_by_numbers_and_by_order():
    """Level 1 is স্তর ১; of levels nobody knows, those at the same place of a ladder whose best end is known."""
    assert proposed(Outline(levels=("Well-functioning", "Emerging")), Outline(levels=("ভালো চলছে", "গড়ে উঠছে"))) == {
        ("ভালো চলছে", "Well-functioning", Because.NAMES),
        ("গড়ে উঠছে", "Emerging", Because.NAMES),
    }
    assert proposed(Outline(levels=("Level 1", "Level 2")), Outline(levels=("স্তর ২",))) == {
        ("স্তর ২", "Level 2", Because.NAMES)
    }
    ladders = Outline(levels=("Well-functioning", "Sprouting", "Seed")), Outline(levels=("ভালো চলছে", "চারা", "বীজ"))
    assert {each for each in proposed(*ladders) if each[2] is Because.ORDER} == {
        ("চারা", "Sprouting", Because.ORDER),
        ("বীজ", "Seed", Because.ORDER),
    }


def test_ladders_whose_best_end_nobody_knows_say_nothing():
    """They may be written the other way round."""
    assert proposed(Outline(levels=("Tree", "Sprouting", "Seed")), Outline(levels=("বীজ", "চারা", "গাছ"))) == set()


def test_teams_are_proposed_by_sound_and_by_part():
    """London, its office, and its name in Bangla; numbered teams are two."""
    found = proposed(Outline(teams=("London office",)), Outline(teams=("London",)), Outline(teams=("লন্ডন",)))
    assert {name for name, _, _ in found} == {"London", "লন্ডন"}
    assert proposed(Outline(teams=("Team 1",)), Outline(teams=("Team 2",)), Outline(teams=("Team A",))) == set()


def test_what_was_refused_is_not_proposed_again():
    """Whatever its spelling."""
    english, bangla = Outline(elements=("Communications",)), Outline(elements=("যোগাযোগ",))
    told = merged(Outline(), [("rubric", english), ("rubric", bangla)])
    assert proposed(english, bangla, names=changes.refuse(told, ELEMENT, "যোগাযোগ", "communications")) == set()


def test_what_is_joined_is_not_proposed_again():
    """Later spellings are proposed to be joined to the whole."""
    outlines = Outline(elements=("Communications",)), Outline(elements=("যোগাযোগ",)), Outline(elements=("COMMS",))
    told = merged(Outline(), [("rubric", each) for each in outlines[:2]])
    names = changes.join(told, ELEMENT, "যোগাযোগ", "Communications")
    assert proposed(*outlines, names=names) == {("COMMS", "Communications", Because.SPELLING)}


@pytest.mark.parametrize(
    ("other", "pairs"),
    [
        (
            ("যোগাযোগ", "দলীয় পরিচয়", "প্রভাব", "উদ্যোক্তা সংস্কৃতি", "মৌসুমি বন্যা"),
            {
                "যোগাযোগ": "Communications",
                "দলীয় পরিচয়": "Team identity",
                "প্রভাব": "Impact",
                "উদ্যোক্তা সংস্কৃতি": "Entrepreneurial culture",
            },
        ),
        (
            ("सञ्चार", "टोली पहिचान", "प्रभाव", "उद्यमशील संस्कृति", "मनसुन बाढी"),
            {
                "सञ्चार": "Communications",
                "टोली पहिचान": "Team identity",
                "प्रभाव": "Impact",
                "उद्यमशील संस्कृति": "Entrepreneurial culture",
            },
        ),
    ],
)
def test_likeness_alone_finds_elements_of_another_language(other, pairs, monkeypatch):
    """Without known names; what has no counterpart is proposed to be nothing."""
    monkeypatch.setattr("service.names.proposals.concepts", lambda _: frozenset())
    english = Outline(elements=("Communications", "Team identity", "Impact", "Entrepreneurial culture", "Governance"))
    found = proposed(english, replace(english, elements=other), embedder=load_embedder())
    assert found == {(name, into, Because.LIKENESS) for name, into in pairs.items()}


def test_notes_of_many_writers_tell_no_names_apart():
    """One of them writes short, another long."""
    found = proposed(Outline(elements=("Communications", "COMMS")), kind="notes")
    assert found == {("COMMS", "Communications", Because.SPELLING)}


def test_names_of_three_rubrics_of_which_two_share_a_script():
    """A name of a third rubric is no rival: all three may mean the same, and so may the levels of their ladders."""
    english = Outline(elements=("Community voice", "Reporting"), levels=("Thriving", "Getting there", "Stuck"))
    nepali = Outline(elements=("समुदायको आवाज", "प्रतिवेदन लेखन"), levels=("राम्ररी चलेको", "ठिकै", "अड्किएको"))
    spanish = Outline(elements=("Voz de la comunidad", "Informes"), levels=("Va bien", "A medias", "Atascado"))
    found = {(name, into) for name, into, _ in proposed(english, nepali, spanish, embedder=load_embedder())}
    assert found == {
        (name, into)
        for other in (nepali, spanish)
        for name, into in zip((*other.elements, *other.levels), (*english.elements, *english.levels), strict=True)
    }


def test_a_question_is_no_known_name_of_what_it_asks_about():
    """Whoever asks how communication works has not called it so."""
    asked = Outline(elements=("What works well in our communication?", "सञ्चारमा के राम्रो छ?"))
    assert proposed(Outline(elements=("Communications",)), asked, kind="notes") == set()


def test_among_very_many_names_nothing_is_looked_for():
    """Pairs grow with the square of the names; elements beside ten thousand teams are compared all the same."""
    elements = ("Communications", "COMMS")
    teams = tuple(f"School {at}" for at in range(MOST_COMPARED - 1))
    short = ("COMMS", "Communications", Because.SPELLING)
    found = proposed(Outline(elements=elements, teams=(*teams, "Schol 0")), kind="notes")
    assert ("Schol 0", "School 0", Because.SPELLING) in found
    many = (*teams, "Schol 0", *(f"Village {at}" for at in range(10_000)))
    assert proposed(Outline(elements=elements, teams=many), kind="notes") == {short}


def test_long_questions_are_compared_by_their_words():
    """A slip of the pen in one of them is found; two that share few words are not the same."""
    asked = "What did the partnership change in the daily work of your own organisation during this year"
    slip = asked.replace("partnership", "partneship")
    other = "Who was asked before the budget of the next phase was sent to the donor in the capital city"
    found = proposed(Outline(elements=(asked, slip, other)), kind="notes")
    assert (slip, asked) in {(name, into) for name, into, _ in found}
    assert not [name for name, into, _ in found if other in (name, into)]
