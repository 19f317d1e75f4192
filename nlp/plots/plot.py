"""Every result that has a picture -> its figure."""

from collections.abc import Callable, Collection, Mapping, Sized
from typing import Any, TypeVar

from nlp.errors import InputError, ManyvoicesError
from nlp.messages import Message
from nlp.participation.sessions.types import OverSessions
from nlp.participation.types import Participation
from nlp.readings.drift import Drift
from nlp.readings.types import ElementReadings, Interpretation, Reading
from nlp.rubrics.types import RubricComparison
from nlp.sorting.types import Sorting

Rows = TypeVar("Rows", bound=Sized)

NO_MATPLOTLIB = Message("pictures need the extra manyvoices[reports]")
INSTALL_IT = Message("Run: pip install 'manyvoices[reports]'")


def plot(found: object, by: str = "") -> Any:  # noqa: ANN401 - of matplotlib
    """Return the figure of a result; see `nlp.results.plotted.Plotted.plot`.

    Raises:
        InputError: there is nothing to draw.
        ManyvoicesError: matplotlib is not installed, or too old to shape every script.
    """
    _need_matplotlib()
    return _PICTURES[type(found)](found, by)


def _need_matplotlib() -> None:
    try:
        from matplotlib.text import Text
    except ImportError:
        raise ManyvoicesError("", NO_MATPLOTLIB, INSTALL_IT) from None
    if not hasattr(Text, "set_language"):
        raise ManyvoicesError("", NO_MATPLOTLIB, INSTALL_IT)


def _readings(found: Interpretation | ElementReadings | Reading, by: str) -> Any:  # noqa: ANN401 - of matplotlib
    from nlp.plots.readings import draw_holders, parts_of

    parts = _some(parts_of(found))
    there = tuple(parts[0][1][0].held_by)
    return draw_holders(parts, _one_of(there, by or "".join(there[:1])))


def _drift(found: Drift, by: str) -> Any:  # noqa: ANN401 - of matplotlib
    from nlp.plots.readings import draw_drift

    _some([each for each in found.elements if each.readings])
    _one_of(("", found.attribute), by)
    return draw_drift(found)


def _session(found: Participation, by: str) -> Any:  # noqa: ANN401 - of matplotlib
    from nlp.plots.voices import draw_groups, draw_people

    _some((*found.speakers, *found.silent))
    return draw_groups(found, _one_of(found.groups, by)) if by else draw_people(found)


def _sessions(found: OverSessions, by: str) -> Any:  # noqa: ANN401 - of matplotlib
    from nlp.plots.voices import draw_groups_over_sessions, draw_people_over_sessions

    _some(found.people)
    return draw_groups_over_sessions(found, _one_of(found.groups, by)) if by else draw_people_over_sessions(found)


def _rubrics(found: RubricComparison, by: str) -> Any:  # noqa: ANN401 - of matplotlib
    from nlp.plots.counts import draw_rubrics

    _some(found.elements)
    _one_of(("", "element"), by)
    return draw_rubrics(found)


def _sorting(found: Sorting, by: str) -> Any:  # noqa: ANN401 - of matplotlib
    from nlp.plots.counts import draw_sorting

    _some(found.elements)
    _one_of(("", "element"), by)
    return draw_sorting(found)


_PICTURES: Mapping[type, Callable[[Any, str], Any]] = {
    Interpretation: _readings,
    ElementReadings: _readings,
    Reading: _readings,
    Drift: _drift,
    Participation: _session,
    OverSessions: _sessions,
    RubricComparison: _rubrics,
    Sorting: _sorting,
}


def _some(rows: Rows) -> Rows:
    if not rows:
        raise InputError("", Message("there is nothing to draw"), Message("Look at the table: to_frame()"))
    return rows


def _one_of(there: Collection[str], by: str) -> str:
    if by not in there:
        remedy = Message("The attributes that are there: {columns}", {"columns": tuple(filter(None, there))})
        raise InputError("", Message("nothing is compared by {attribute}", {"attribute": by}), remedy)
    return by
