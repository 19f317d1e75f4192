"""Actions for calendars (iCalendar, RFC 5545): a task for programs that have these, and a whole day for phones."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, timedelta
from unicodedata import category

from nlp.names import name_key
from service.actions.types import ActionPoint, Status
from service.presentation.masking.masking import People

MOST_OCTETS = 75
_STATUS = {
    Status.OPEN: "NEEDS-ACTION",
    Status.DOING: "IN-PROCESS",
    Status.DONE: "COMPLETED",
    Status.LET_GO: "CANCELLED",
}
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def calendar_of(
    programme: str, actions: Sequence[ActionPoint], teams: Sequence[str], people: People | None = None
) -> bytes:
    """Return actions as a calendar: each as a task, and those that are to be done on a day as that day too.

    Args:
        programme: its name.
        actions: of it.
        teams: which may be named as those who do something.
        people: whom it does not name; None names whoever is named.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Manyvoices//Actions//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(people.mask(programme) if people else programme)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    ]
    for each in actions:
        who = each.who if people is None or name_key(each.who) in set(map(name_key, teams)) else ""
        what = people.mask(each.what) if people else each.what
        lines += _task(each, f"{what} ({who})" if who else what)
    return "".join(f"{folded(line)}\r\n" for line in (*lines, "END:VCALENDAR")).encode()


def _task(action: ActionPoint, summary: str) -> Iterator[str]:
    yield from ("BEGIN:VTODO", *_common(action, summary, "task"))
    if action.until:
        yield f"DUE;VALUE=DATE:{_plain(action.until)}"
    yield f"STATUS:{_STATUS[action.status]}"
    yield "END:VTODO"
    if action.until and action.is_under_way:
        after = (date.fromisoformat(action.until) + timedelta(days=1)).isoformat()
        yield from ("BEGIN:VEVENT", *_common(action, summary, "day"))
        yield f"DTSTART;VALUE=DATE:{_plain(action.until)}"
        yield f"DTEND;VALUE=DATE:{_plain(after)}"
        yield from ("TRANSP:TRANSPARENT", "END:VEVENT")


def _common(action: ActionPoint, summary: str, kind: str) -> Iterator[str]:
    changed = action.changed.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    yield f"UID:manyvoices-{action.code}-{kind}"
    yield f"DTSTAMP:{changed}"
    yield f"LAST-MODIFIED:{changed}"
    yield f"SUMMARY:{escaped(summary)}"


def _plain(day: str) -> str:
    return day.replace("-", "")


def escaped(text: str) -> str:
    """Return a text as a value of iCalendar: what has a meaning there is escaped, control characters are left out."""
    lines = "\n".join(text.splitlines())
    kept = "".join(sign for sign in lines if sign in "\n\t" or category(sign) not in ("Cc", "Cs"))
    return kept.translate(_ESCAPED)


def folded(line: str) -> str:
    """Return a line in parts of at most 75 octets, none of which cuts a letter of UTF-8 in two (RFC 5545, 3.1)."""
    parts, size = [""], 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > MOST_OCTETS:
            parts.append(" ")
            size = 1
        parts[-1] += sign
        size += octets
    return "\r\n".join(parts)
