"""Questions for the room: asked only of what the notes show."""

from nlp.documents.types import Unit
from nlp.readings.groups import holders
from nlp.readings.types import Difference, Holding, Member, Reading
from nlp.readings.wording import questions
from nlp.statistics.verdicts import Verdict


def unit(number: int, team: str, text: str = "") -> Unit:
    return Unit(f"n{number}", text or f"note {number}", "en", "notes.csv", number, 0, 6, "Trust", {"team": team})


def reading(number: int, units: list[Unit], groups: dict[str, int]) -> Reading:
    inside = holders.count_groups(units, "team")
    held = {
        group: Holding(inside.get(group, 0), of, inside.get(group, 0) / of, 0.0, 1.0) for group, of in groups.items()
    }
    return Reading(
        id=f"trust-{number}",
        label=f"label {number}",
        labels={},
        words=(),
        gloss={},
        units=tuple(Member.placed(each, 1.0) for each in units),
        quotes=(),
        stability=1.0,
        held_by={"team": held},
        missing_from={"team": holders.missing(held)},
        beside_others={"team": {}},
        difference={"team": Difference(None, 0.0, Verdict.TOO_FEW)},
        status={"team": holders.status(held, Verdict.TOO_FEW)},
    )


def test_all_notes_point_the_same_way_only_if_all_do():
    """One reading beside notes that stand alone is not one view."""
    one = reading(1, [unit(1, "A"), unit(2, "A")], {"A": 5})
    alone = [unit(number, "A") for number in (3, 4, 5)]
    assert questions.ONE_VIEW not in [question.template for question in questions.ask([one], alone, "team")]
    assert [question.template for question in questions.ask([one], [], "team")] == [questions.ONE_VIEW]


def test_the_note_asked_about_comes_from_those_who_fit_in_least():
    """Team B has two of three notes alone, team A one of four: the question quotes B, whatever its alphabet."""
    one = reading(1, [unit(1, "A"), unit(2, "A"), unit(3, "A"), unit(4, "B")], {"A": 4, "B": 3})
    alone = [unit(5, "A", "Coffee is bad"), unit(6, "B", "पङ्खा बिग्रियो"), unit(7, "B", "बाटो टाढा")]
    (asked,) = [each for each in questions.ask([one], alone, "team") if each.template == questions.STANDS_ALONE]
    assert asked.values["quote"] == "पङ्खा बिग्रियो"


def test_everyone_is_not_said_over_the_head_of_a_small_group():
    """A reading shared by two teams that a visitor with one note did not speak of: neither "everyone" nor "did not"."""
    groups = {"A": 4, "B": 4, "visitor": 1}
    one = reading(1, [unit(1, "A"), unit(2, "A"), unit(3, "B")], groups)
    two = reading(2, [unit(4, "A"), unit(5, "B"), unit(6, "B")], groups)
    asked = questions.ask([one, two], [], "team")
    assert [question.template for question in asked] == [questions.TWO_READINGS]


def test_teams_that_did_not_speak_of_it_are_named():
    """Two teams of three hold a reading: the third is asked, a visitor is not."""
    groups = {"A": 4, "B": 4, "C": 4, "visitor": 1}
    one = reading(1, [unit(1, "A"), unit(2, "B")], groups)
    (asked,) = [each for each in questions.ask([one], [unit(3, "C")], "team") if each.template == questions.NOT_SAID]
    assert (asked.values["holders"], asked.values["missing"]) == (("A", "B"), ("C",))


def test_of_very_many_teams_the_first_are_named():
    """A question stays one that can be read out."""
    groups = {f"T{number:03}": 3 for number in range(200)}
    one = reading(1, [unit(number, team) for number, team in enumerate(list(groups)[:100])], groups)
    (asked,) = [each for each in questions.ask([one], [unit(3, "C")], "team") if each.template == questions.NOT_SAID]
    assert asked.values["holders"] == (*(f"T00{number}" for number in range(8)), "…")
    assert asked.values["missing"][0] == "T100"
