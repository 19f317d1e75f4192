"""Results as figures."""

import builtins
import io
import sys
import threading

import pytest
from PIL import Image

from nlp.errors import InputError, ManyvoicesError
from nlp.fonts.faces import BENGALI, DEVANAGARI, LATIN
from nlp.participation.sessions.types import OverSessions, PersonOverSessions
from nlp.participation.types import Participation
from nlp.plots.chart import COLOURS, chart, said
from nlp.readings.types import Holding, Interpretation, Reading
from nlp.results.plotted import Plotted
from nlp.sorting.types import SortedElement, Sorting
from service.exports.pictures.drawing import TEAMS
from tests.nlp.results.every_kind import one_of_every_kind

DRAWN = [each for each in one_of_every_kind() if isinstance(each, Plotted)]


def words_of(figure):
    """Return all that is written in a figure, its key included."""
    texts = [text for axes in figure.axes for text in (axes.xaxis.label, axes._left_title, *axes.get_yticklabels())]
    texts += [text for key in figure.legends for text in key.get_texts()]
    return " ".join(" ".join(text.get_text().split()) for text in texts)


def of_kind(kind):
    return next(each for each in DRAWN if isinstance(each, kind))


@pytest.mark.parametrize("result", DRAWN, ids=lambda each: type(each).__name__)
def test_every_result_of_the_analysis_has_a_figure(result):
    """With every sign drawn, which matplotlib would warn of, and shown by a notebook."""
    figure = result.plot()
    image = Image.open(io.BytesIO(figure._repr_png_()))
    assert image.size[0] > 800
    assert len(image.convert("RGB").getcolors(1 << 24)) > 20
    file = io.BytesIO()
    figure.savefig(file, format="svg")
    assert b"<svg" in file.getvalue()


def test_nothing_is_shared():
    """No window and no list of open figures: pyplot is not even loaded, and any thread may draw."""
    before = "matplotlib.pyplot" in sys.modules
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(DRAWN[0].plot()._repr_png_())) for _ in range(3)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(set(found)) == 1
    assert ("matplotlib.pyplot" in sys.modules) == before


def test_readings_show_who_holds_them():
    """Each group where its share is, with its interval; readings by name, largest first."""
    found = of_kind(Interpretation)
    figure = found.plot()
    said_there = words_of(figure)
    for element in found.elements:
        assert element.element in said_there
    axes = figure.axes[0]
    reading = found.elements[0].readings[0]
    drawn = {each.get_label(): each for each in axes.containers}
    assert set(drawn) == set(reading.held_by["team"])
    for group, held in reading.held_by["team"].items():
        assert drawn[group].lines[0].get_xdata()[0] == held.share
        (low, _), (high, _) = drawn[group].lines[2][0].get_segments()[0]
        assert (low, high) == pytest.approx((held.low, held.high))


def test_groups_are_chosen_by_their_attribute():
    """Of readings and of participation."""
    found = of_kind(Interpretation)
    languages = {group for each in found.readings for group in each.held_by["language"]}
    assert {text.get_text() for text in found.plot("language").legends[0].get_texts()} == languages
    session = of_kind(Participation)
    said_there = words_of(session.plot(by="gender"))
    for group in session.groups["gender"]:
        assert f"{group.group} ({group.people})" in said_there
    assert "woman: share to expect" in words_of(of_kind(OverSessions).plot("gender"))


def test_who_said_nothing_is_named():
    """At the end of the people of a session."""
    found = of_kind(Participation)
    assert found.silent
    for name in found.silent:
        assert f"{name} (silent)" in words_of(found.plot())


@pytest.mark.parametrize("result", DRAWN, ids=lambda each: type(each).__name__)
def test_an_attribute_that_nobody_has_is_refused(result):
    """In one line that names those that there are."""
    with pytest.raises(InputError, match=r"nothing is compared by colour\. The attributes that are there: "):
        result.plot(by="colour")


@pytest.mark.parametrize("empty", [Interpretation("m", (), ()), OverSessions(), Sorting("m", ())])
def test_nothing_is_no_figure(empty):
    """Said in one line."""
    with pytest.raises(InputError, match="there is nothing to draw"):
        empty.plot()


@pytest.mark.parametrize("missing", ["library", "shaping"])
def test_without_matplotlib_one_line_says_what_to_do(monkeypatch, missing):
    """Also where it is too old to shape Bangla and Nepali."""
    if missing == "library":
        imported = builtins.__import__

        def without(name, *rest, **named):
            if name.startswith("matplotlib"):
                raise ImportError(name)
            return imported(name, *rest, **named)

        monkeypatch.setattr(builtins, "__import__", without)
    else:
        monkeypatch.delattr("matplotlib.text.Text.set_language")
    with pytest.raises(ManyvoicesError, match=r"pip install 'manyvoices\[reports\]'"):
        of_kind(Sorting).plot()


@pytest.mark.parametrize(
    ("text", "first", "spoken"),
    [
        ("খবর সময়মতো আসে না", BENGALI, "bn"),
        ("खबर ढिलो आउँछ", DEVANAGARI, "ne"),
        ("khobor deri kore ase", LATIN, None),
        ("Nepal: খবর র\u200d্যাব", BENGALI, "bn"),
    ],
)
def test_words_are_in_the_face_of_their_script(text, first, spoken):
    """The first face is that of the script, so that no joiner comes from another; Nepali has its own forms."""
    _, (axes,) = chart([1])
    said(axes.xaxis.label, text)
    assert axes.xaxis.label.get_fontfamily()[0] == first.family
    assert axes.xaxis.label.get_language() == spoken


def test_words_are_never_formulas():
    """Dollars stay dollars, and emoji that no font has are left out."""
    name = "costs $5 and $6 a_b^c 👩🏽‍🌾"
    found = Sorting("m", (SortedElement(name, (), (), (), (), (), ()),))
    figure = found.plot()
    figure._repr_png_()
    assert "costs $5 and $6 a_b^c" in words_of(figure)


def test_groups_differ_by_mark_too():
    """So that nobody has to tell colours apart; the colours are those of the pages."""
    held = {f"team {at}": Holding(1, 2, 0.5, 0.1, 0.9) for at in range(6)}
    given = of_kind(Reading)
    reading = type(given)(
        *(given.id, given.label, {}, (), {}, given.units, (), 1.0, {"team": held}, {}, {}, {}, {}),
    )
    lines = [each.lines[0] for each in reading.plot().axes[0].containers]
    assert len({line.get_marker() for line in lines}) == len({line.get_color() for line in lines}) == 6
    assert TEAMS[1:] == COLOURS


def test_many_people_have_room():
    """A row each, however many they are."""
    people = tuple(PersonOverSessions(f"P{at}", ("a",), (), 0.01, 0.01) for at in range(100))
    assert OverSessions(("a",), people).plot().get_size_inches()[1] > 40
