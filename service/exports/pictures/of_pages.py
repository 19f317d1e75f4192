"""The charts of each page, as they may leave it: names of people are hidden as in reports, groups stay protected."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

from nlp.participation.types import Participation
from service.analyses.findings import Findings
from service.analyses.outcomes import Failed, attempt
from service.presentation.i18n import Language
from service.presentation.masking.masking import People
from service.presentation.masking.results import masked
from service.presentation.privacy.called import people_in
from service.presentation.programme.programme import in_order, programme_view
from service.presentation.readings.element import element_view
from service.presentation.readings.reading_rows import dots_caption
from service.presentation.report.called import as_called
from service.presentation.report.document import (
    Chart,
    FloorChart,
    GridChart,
    HistoryChart,
    MapChart,
    PeopleChart,
    RubricChart,
)
from service.presentation.report.parts.words import groups_charts, joined
from service.presentation.rubrics.comparison import rubrics_view
from service.presentation.sessions.over_time import over_time_view
from service.presentation.sessions.session import session_view, titled
from service.presentation.team_marks import Marks, marks
from service.presentation.text import name

GRID = "grid"
MAP = "map"


@dataclass(frozen=True)
class PageCharts:
    """The charts of a programme's pages.

    Attributes:
        found: what was found in it.
        language: of the reader, with what the programme calls its teams, elements and levels.
        names: whether people are named, as far as they agreed to that; else they are numbered.
    """

    found: Findings
    language: Language
    names: bool = False

    @cached_property
    def people(self) -> People:
        """What everybody in the programme is called."""
        return people_in(self.found, self._measured, self.language, "report", names=self.names)

    @cached_property
    def _measured(self) -> dict[str, Participation]:
        outcomes = {each.slug: attempt(self.found.participation, each.slug) for each in self.found.at.sessions}
        return {slug: each for slug, each in outcomes.items() if not isinstance(each, Failed)}

    def grid(self, review: str | None = None) -> Iterator[Chart]:
        """Yield the grid of elements and teams."""
        programme = self.found.at.programme
        elements = in_order(programme, masked(self.found.readings(review), self.people, when_read=True).elements)
        view = programme_view(programme, elements, self.found.ratings(), marks(programme.teams), self.language, review)
        title = self.language.gettext("Readings that each team holds, by element")
        yield self._called(Chart(GRID, title, joined(view.lead), GridChart(view.marks, view.rows)))

    def element(self, element: str, review: str | None = None) -> Iterator[Chart]:
        """Yield the map of an element, then every reading of it alone."""
        readings = masked(self.found.element(element, review), self.people, when_read=True)
        view, ends = element_view(readings, self._marks, self.language), dots_caption(self.language)
        both = (Markup.escape(ends[0]), Markup.escape(ends[1]))
        title = self.language.gettext("What do people mean by {element}?", element=name(view.name))
        if not view.name:
            title = self.language.gettext("What do people say outside the elements?")
        yield self._called(Chart(MAP, title, joined(view.lead), MapChart(view.rows, both)))
        for at, row in enumerate(view.rows, 1):
            yield self._called(Chart(f"reading-{at}", title, row.finding, MapChart((row,), both)))

    def session(self, session: str) -> Iterator[Chart]:
        """Yield a session's people, groups and floor, people numbered as on its page."""
        found, spoken = self.found, self.language
        measured = found.participation(session)
        may = self.names and found.at.agreed.of_session(found.at.session_row(session).file_id).may_be_named
        people = people_in(found, {session: measured}, spoken, f"session {session}", names=may)
        view = session_view(measured, found.at.people, people, self._marks, spoken)
        where = name(titled(found.at.session(session), people).title)
        heard = PeopleChart(view.people, view.equal, view.equal_words)
        charts = (
            Chart("people", spoken.gettext("Person by person"), joined(view.lead), heard),
            *groups_charts("session", view.groupings, spoken),
            Chart("floor", _floor(spoken, chat=view.chat), joined(view.agenda), FloorChart(view.people, view.scale)),
        )
        for each in charts:
            yield self._called(replace(each, title=Markup("{} · {}").format(each.title, where)))

    def over_time(self) -> Iterator[Chart]:
        """Yield every group's way through the sessions."""
        sessions = [titled(each, self.people) for each in self.found.at.sessions]
        view = over_time_view(self.found.over_time(), sessions, self.people, self.language)
        for number, history in enumerate(view.histories, 1):
            attribute = self.language.gettext("By {attribute}", attribute=history.attribute)
            for at, one in enumerate(history.groups, 1):
                title = Markup("{}: {}").format(attribute, one.name)
                says = joined([one.finding, one.certainty])
                yield self._called(Chart(f"over-time-{number}-{at}", title, says, HistoryChart(history.attribute, one)))

    def rubrics(self) -> Iterator[Chart]:
        """Yield of every element what is said on different levels, and where nothing is, what is said alike."""
        view = rubrics_view(masked(self.found.rubrics(), self.people), self._marks, self.language)
        for at, element in enumerate(view.elements, 1):
            rows = tuple(row for row in element.rows if row.crossing) or element.rows
            if rows:
                picture = RubricChart(view.marks, rows)
                yield self._called(Chart(f"rubrics-{at}", name(element.name), element.lead, picture))

    @property
    def source(self) -> str:
        """What pictures are from: the programme, without names of people."""
        return self.people.mask(self.found.at.programme.name)

    @property
    def _marks(self) -> Marks:
        return marks(self.found.at.programme.teams)

    def _called(self, chart: Chart) -> Chart:
        return as_called(chart, self.language)


def _floor(language: Language, *, chat: bool) -> Markup:
    return language.gettext("Who wrote when") if chat else language.gettext("Who held the floor when")
