"""The tables of sessions: those of each session one below the other, and all sessions together."""

from collections.abc import Mapping

from nlp.frames.columns import SESSION
from nlp.frames.table import Column, Kind, Row, Table
from nlp.frames.voices import (
    ATTENDANCE,
    GROUPS_OF_SESSION,
    PEOPLE_OF_SESSION,
    SESSIONS,
    TURNS,
    over_sessions_tables,
    participation_tables,
    turn_row,
)
from nlp.messages import msgid
from nlp.participation.sessions.types import OverSessions
from nlp.participation.types import Participation
from service.analyses.findings import Findings
from service.exports.transcripts.spoken import spoken_turns

OF_EACH = (SESSIONS, PEOPLE_OF_SESSION, GROUPS_OF_SESSION, TURNS, ATTENDANCE)
TITLE = Column("title", Kind.TEXT, msgid("What the session is called."))
DATE = Column("date", Kind.DATE, msgid("The day of the session; empty where it is not known."))


def session_tables(
    findings: Findings, measured: Mapping[str, Participation], over_time: OverSessions | None
) -> list[Table]:
    """Return the tables of sessions, people by the names of the record.

    Args:
        findings: of the programme.
        measured: slug of a session -> who was heard in it.
        over_time: all sessions together, None where that could not be worked out.
    """
    rows: dict[str, list[Row]] = {table.name: [] for table in OF_EACH}
    for slug, found in measured.items():
        own = {table.name: table.rows for table in participation_tables(found)}
        session = findings.at.session(slug)
        own["sessions"] = tuple((session.title, session.date, *row) for row in own["sessions"])
        own["turns"] = tuple(turn_row(turn.number, turn.as_turn) for turn in spoken_turns(findings, slug, found))
        for name, kept in rows.items():
            kept += [(slug, *row) for row in own[name]]
    tables = [with_session(table).with_rows(rows[table.name]) for table in OF_EACH]
    return [*tables, *(over_sessions_tables(over_time) if over_time else ())]


def with_session(table: Table) -> Table:
    """Return a table of one session as it stands for all of them."""
    columns = (SESSION, TITLE, DATE) if table is SESSIONS else (SESSION,)
    return Table(table.name, table.one, table.about, (*columns, *table.columns))
