"""Who was heard: people and groups, in one session and over all."""

from collections.abc import Sequence

from nlp.participation.sessions.types import OverSessions
from nlp.participation.types import Participation
from nlp.plots.chart import COLOURS, INK, QUIET, Chart, chart, colour_of, in_percent, keyed, mark_of, named, titled

SPOKEN = "share of the speaking time"
WRITTEN = "share of what was said, in characters"
MEAN = "mean share over the sessions"
EVEN = "if all had spoken alike"
EXPECTED = "share to expect"
ROOM = 1.15


def draw_people(found: Participation) -> Chart:
    """Draw everybody's share of a session, silent people at the end, and what it would be if all had spoken alike."""
    shares = [(each.name, each.share) for each in sorted(found.speakers, key=lambda each: -each.share)]
    people = [*shares, *((f"{name} (silent)", 0.0) for name in found.silent)]
    figure, (axes,) = chart([len(people)])
    axes.barh(range(len(people)), [share for _, share in people], height=0.6, color=COLOURS[0])
    axes.axvline(1 / len(people), color=QUIET, linewidth=1.2, linestyle="--", label=EVEN)
    named(axes, [name for name, _ in people])
    in_percent(axes, _what(found), _most([share for _, share in people]))
    keyed(figure, [axes])
    return figure


def draw_groups(found: Participation, by: str) -> Chart:
    """Draw each group's share of a session, with its interval, and its part of those who were there."""
    groups = found.groups[by]
    figure, (axes,) = chart([len(groups)])
    rows = range(len(groups))
    axes.barh(rows, [each.share for each in groups], height=0.5, color=COLOURS[0], alpha=0.5)
    for row, each in enumerate(groups):
        if each.low is not None and each.high is not None:
            axes.plot([each.low, each.high], [row, row], color=INK, linewidth=1.4)
    axes.plot([each.expected_share for each in groups], rows, "D", color=COLOURS[1], label=EXPECTED)
    named(axes, [f"{each.group} ({each.people})" for each in groups])
    titled(axes, by)
    in_percent(axes, _what(found), _most([max(each.share, each.high or 0, each.expected_share) for each in groups]))
    keyed(figure, [axes])
    return figure


def draw_people_over_sessions(found: OverSessions) -> Chart:
    """Draw everybody's mean share over the sessions in which they were, beside the share if all had spoken alike."""
    people = sorted(found.people, key=lambda each: -each.share)
    figure, (axes,) = chart([len(people)])
    rows = range(len(people))
    axes.barh(rows, [each.share for each in people], height=0.6, color=COLOURS[0])
    axes.plot([each.equal_share for each in people], rows, "D", color=COLOURS[1], label=EVEN)
    named(axes, [each.name for each in people])
    in_percent(axes, MEAN, _most([max(each.share, each.equal_share) for each in people]))
    keyed(figure, [axes])
    return figure


def draw_groups_over_sessions(found: OverSessions, by: str) -> Chart:
    """Draw each group's share in every session, and the share to expect there."""
    figure, (axes,) = chart([len(found.sessions)])
    shares = [0.0]
    for at, group in enumerate(found.groups[by]):
        rows = [found.sessions.index(each.session) for each in group.sessions]
        expected = [each.expected_share for each in group.sessions]
        own = [each.share for each in group.sessions]
        axes.plot(own, rows, f"{mark_of(at)}-", color=colour_of(at), label=group.group)
        axes.plot(expected, rows, ":", color=colour_of(at), label=f"{group.group}: {EXPECTED}")
        shares += [*own, *expected]
    named(axes, found.sessions)
    titled(axes, by)
    in_percent(axes, MEAN.removeprefix("mean ").replace("over the sessions", "in each session"), _most(shares))
    keyed(figure, [axes])
    return figure


def _what(found: Participation) -> str:
    return SPOKEN if found.timed else WRITTEN


def _most(shares: Sequence[float]) -> float:
    """Return where an axis ends, so that the longest bar is not at its edge."""
    return min(1.0, max((*shares, 0.05)) * ROOM)
