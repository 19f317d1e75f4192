"""Who was heard, on a terminal: tables of people and groups, and each measure in a line of plain words."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from nlp.participation.caveats import NO_QUESTION_MARKS
from nlp.participation.sessions.types import GroupOverSessions, OverSessions
from nlp.participation.turns.floor import is_clear
from nlp.participation.types import Crosstalk, GroupShare, Participation, SegmentShares, SpeakerShare, Windows
from nlp.statistics.pooling import OTHER
from nlp.statistics.verdicts import Verdict
from nlp.transcripts.types import CHAT
from service.cli.out.page import indented

_SMALLEST_P = 0.001
_SAME_SHARE = 0.001
_VERDICTS = {
    Verdict.DIFFERS: "differs from its number by more than chance",
    Verdict.NO_DIFFERENCE: "no more than chance would explain",
    Verdict.TOO_FEW: "too few people to say",
    Verdict.ONE_SESSION: "one session: described, not tested",
}


def show(console: Console, result: Participation) -> None:
    """Print who spoke how much, who said nothing, the groups against the room, and what the record cannot show."""
    console.print(_people(result))
    for line in _lines(result):
        console.print(Text(line))
    for attribute, groups in result.groups.items():
        of = "share of the text" if _is_chat(result) else "share of the floor"
        console.print(_groups(attribute, groups, of))
    if any(group.group == OTHER for groups in result.groups.values() for group in groups):
        console.print(Text("other: groups too small to show alone, taken together", style="dim"))
    if result.segments:
        console.print(_segments(result.segments))
    for limit in result.limits:
        console.print(Text(str(limit), style="dim"))
    if result.unread.lines:
        lines = f"{result.unread.lines:,} line{'' if result.unread.lines == 1 else 's'}"
        console.print(Text(f"Not understood: {lines}", style="yellow"))
        for example in result.unread.examples:
            console.print(indented(Text(example, style="dim"), 2))


def show_over_sessions(console: Console, result: OverSessions, remarks: Sequence[str]) -> None:
    """Print people and groups over several sessions, and the remarks on single ones."""
    table = _table("", "sessions", "said nothing in", "mean share", "equal share")
    for person in result.people:
        table.add_row(
            person.name,
            str(len(person.sessions)),
            str(len(person.silent)),
            f"{person.share:.1%}",
            f"{person.equal_share:.1%}",
        )
    console.print(table)
    for attribute, groups in result.groups.items():
        console.print(_pooled(attribute, groups))
    for limit in dict.fromkeys((*map(str, result.limits), *remarks)):
        console.print(Text(str(limit), style="dim"))


def _table(first: str, *others: str) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(first)
    for name in others:
        table.add_column(name, justify="right")
    return table


def _people(result: Participation) -> Table:
    alone = any(speaker.floor_share is not None for speaker in result.speakers)
    text = any(speaker.characters for speaker in result.speakers)
    of = (*(("alone",) if alone else ()), *(("of the text",) if text else ()))
    timed = ("time", "share", *of, "turns", "longest", "median")
    table = _table("", *(timed if result.timed else ("share", "turns")), "questions")
    counted = text and not _has(result, NO_QUESTION_MARKS)
    for speaker in result.speakers:
        figures = _timed(speaker, text=text) if result.timed else _untimed(speaker)
        table.add_row(speaker.name, *figures, str(speaker.questions) if counted else "–")
    return table


def _timed(speaker: SpeakerShare, *, text: bool) -> Iterator[str]:
    yield f"{speaker.seconds:.0f} s"
    yield f"{speaker.share:.1%}"
    if speaker.floor_share is not None:
        yield f"{speaker.floor_share:.1%}"
    if text:
        yield f"{speaker.text_share:.1%}"
    yield str(speaker.turns)
    yield f"{speaker.longest_seconds or 0:.0f} s"
    yield f"{speaker.median_seconds or 0:.0f} s"


def _untimed(speaker: SpeakerShare) -> tuple[str, str]:
    return f"{speaker.share:.1%}", str(speaker.turns)


def _has(result: Participation, template: str) -> bool:
    return any(limit.template == template for limit in result.limits)


def _is_chat(result: Participation) -> bool:
    return _has(result, CHAT)


def _lines(result: Participation) -> Iterator[str]:
    did, done = ("wrote", "written") if _is_chat(result) else ("spoke", "spoken")
    yield from _without_words(result)
    balance = result.balance
    yield (
        f"Evenness {balance.normalised_entropy:.2f} of 1, Gini {balance.gini:.2f} of at most "
        f"{balance.gini_maximum:.2f}, as if {balance.effective_speakers:.1f} people had {done} equally."
    )
    yield f"The one who {did} most had {balance.dominance:.1f} times an equal share."
    yield f"{result.first_voice} {did} first, {result.last_voice} last."
    for follow in result.follows:
        if is_clear(follow.count, follow.expected):
            yield (
                f"After {follow.before}, {follow.after} {'wrote' if _is_chat(result) else 'took the floor'} "
                f"{follow.count} times; "
                f"by chance about {follow.expected:.1f}."
            )
    if result.silence_seconds is not None:
        yield f"Nobody spoke for {result.silence_seconds:.0f} s of {result.duration_seconds or 0:.0f} s."
    if result.overlap_seconds is not None:
        yield f"Two or more spoke at once for {result.overlap_seconds:.0f} s."
    if result.crosstalk is not None:
        yield from _crosstalk(result.crosstalk)
    if result.windows is not None and result.windows.starts:
        yield _windows(result.windows)


def _without_words(result: Participation) -> Iterator[str]:
    nothing = "Wrote nothing" if _is_chat(result) else "Said nothing"
    told = (
        (nothing, result.silent),
        ("Not known whether they were there", result.not_known),
        ("Absent", result.absent),
    )
    yield from (f"{what}: {', '.join(names)}" for what, names in told if names)


def _crosstalk(crosstalk: Crosstalk) -> Iterator[str]:
    over = crosstalk.interruptions
    yield (
        f"Times that somebody began over another for a second or more: {len(over)}; "
        f"in {sum(each.took_floor for each in over)} of these the other stopped first."
    )
    yield f"Signs of listening (mhm, জি, हजुर) left out of this: {sum(crosstalk.backchannels.values())}."
    gap = crosstalk.median_gap_seconds
    if gap is not None and gap < 0:
        yield f"The next speaker began {-gap:.1f} s before the one before had ended (median)."
    elif gap is not None:
        yield f"From one speaker to the next it took {gap:.1f} s (median)."


def _windows(windows: Windows) -> str:
    held = sum(holder is not None for holder in windows.held_by)
    return (
        f"In {held} of {len(windows.starts)} windows of {windows.width / 60:g} minutes one person had more than 60 % "
        "of the talk."
    )


def _groups(attribute: str, groups: Sequence[GroupShare], of: str) -> Table:
    table = _table(attribute, "people", "share of the room", *_expected(groups), of, "gap", "ratio")
    for group in groups:
        table.add_row(
            group.group,
            str(group.people),
            f"{group.head_share:.1%}",
            *((f"{group.expected_share:.1%}",) if _expected(groups) else ()),
            f"{group.share:.1%}",
            f"{100 * group.gap:+.1f} points",
            "–" if group.ratio is None else f"{group.ratio:.2f}",
        )
    return table


def _expected(groups: Sequence[GroupShare] | Sequence[GroupOverSessions]) -> tuple[str, ...]:
    """Return the header of the expected share where it is not the share of the room."""
    return ("expected",) if any(abs(each.expected_share - each.head_share) > 1e-9 for each in groups) else ()


def _pooled(attribute: str, groups: Sequence[GroupOverSessions]) -> Table:
    table = _table(
        attribute, "people", "sessions", "share of the room", *_expected(groups), "share of the floor", "gap", "p", ""
    )
    for group in groups:
        table.add_row(
            group.group,
            str(group.people),
            str(len(group.sessions)),
            f"{group.head_share:.1%}",
            *((f"{group.expected_share:.1%}",) if _expected(groups) else ()),
            f"{group.share:.1%}",
            f"{100 * group.gap:+.1f} points",
            _p(group.p_value),
            _VERDICTS[group.verdict],
        )
    return table


def _p(p_value: float | None) -> str:
    if p_value is None:
        return "–"
    return f"{p_value:.3f}" if p_value >= _SMALLEST_P else "<0.001"


def _segments(segments: Sequence[SegmentShares]) -> Table:
    groups = [(attribute, group) for attribute, found in segments[0].groups.items() for group in found]
    table = _table("agenda", "spoke most", *(group for _, group in groups))
    for segment in segments:
        table.add_row(segment.name, _most(segment.people), *(f"{segment.groups[a][g]:.1%}" for a, g in groups))
    return table


def _most(people: Mapping[str, float]) -> str:
    share = max(people.values())
    names = [name for name, own in people.items() if share - own < _SAME_SHARE]
    return f"{', '.join(names)} {share:.0%}{' each' if len(names) > 1 else ''}"
