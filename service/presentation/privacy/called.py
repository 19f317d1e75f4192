"""What people are called where sessions are shown: as the reader wishes, and never more than they agreed to."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from nlp.documents.types import Person
from nlp.participation.types import Participation
from service.analyses.findings import Findings
from service.presentation.i18n import Language, language
from service.presentation.masking.masking import People
from service.presentation.masking.results import masked
from service.presentation.sessions.session import people_of

Result = TypeVar("Result")


def people_in(
    findings: Findings,
    measured: Mapping[str, Participation],
    spoken: Language,
    page: str,
    *,
    names: bool,
    besides: Sequence[Person] = (),
) -> People:
    """Return what everybody is called on a page about some sessions.

    Args:
        findings: of the programme.
        measured: slug of a session -> who was heard in it.
        spoken: language of the reader.
        page: which page it is; each draws numbers of its own.
        names: whether the reader wants names; in sessions whose people did not agree to that, all have numbers.
        besides: who else is known.
    """
    at = findings.at
    rows = [at.session_row(slug) for slug in measured]
    roster = (*at.people, *besides)
    heard = {speaker.name for each in measured.values() for speaker in each.speakers}
    return people_of(
        list(measured.values()),
        roster,
        spoken,
        names=names and all(at.agreed.of_session(row.file_id).may_be_named for row in rows),
        keep=(*at.outline.teams, *at.outline.elements),
        drawn_with=at.numbers_of(page),
        recognise=findings.recognise,
        unnamed=at.agreed.unnamed({*heard, *(person.name for person in roster)}),
    )


def as_agreed(findings: Findings, measured: Mapping[str, Participation], result: Result) -> Result:
    """Return what was measured of sessions as programs get it: nobody is named who did not agree to that."""
    if findings.at.agreed.to_all:
        return result
    return masked(result, people_in(findings, measured, language("en"), "API", names=True))
