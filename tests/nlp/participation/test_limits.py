from nlp.documents.types import Person
from nlp.participation.limits import find_limits
from nlp.participation.names import match_labels
from nlp.transcripts.types import Transcript, Turn


def limits(labels, names):
    turns = tuple(Turn(label, float(n), n + 1.0, "yes", n) for n, label in enumerate(labels))
    roster = None if names is None else [Person(name) for name in names]
    cast = match_labels(labels, roster)
    return find_limits(Transcript("s.vtt", "zoom-vtt", turns, False), cast, roster is not None, 4, 0.0)


def test_the_silent_may_be_among_the_unmatched():
    """Both numbers are named."""
    said = limits(["Helen Roy", "Rina apa", "iPhone (2)"], ["Helen Roy", "Rina Akter", "Hari Rai", "Asha Das"])
    assert (
        "Speakers not matched to the roster: 2; people listed as silent: 3. "
        "Some of those listed as silent may be among the unmatched speakers."
    ) in said


def test_nothing_is_said_of_the_silent_where_nobody_is_unmatched_or_silent():
    """All speakers are matched, all people spoke, or there is no roster."""
    for labels, names in ((["Helen"], ["Helen", "Asha"]), (["Helen", "Zoe"], ["Helen"]), (["Helen"], None)):
        assert "silent" not in "".join(limits(labels, names))


def test_one_stranger_and_several_are_said_in_good_grammar():
    """`1 speakers are` is none."""
    assert "One speaker is not on the roster: Zoe. Until" in "".join(limits(["Helen", "Zoe"], ["Helen"]))
    assert "2 speakers are not on the roster: Zoe, Max. Until" in "".join(limits(["Helen", "Zoe", "Max"], ["Helen"]))
