"""What people are called where sessions are shown: as the reader wishes, and never more than they agreed to."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from nlp.documents.types import Person
from nlp.participation.types import Participation
from service.analyses.findings import Findings
from service.presentation.i18n import Language, language
from service.presentation.masking.first_names import with_first_names
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
    unmeasured: Sequence[str] = (),
    whole: bool = False,
) -> People:
    """Return what everybody is called on a page about some sessions.

    Args:
        findings: of the programme.
        measured: slug of a session -> who was heard in it.
        spoken: language of the reader.
        page: which page it is; each draws numbers of its own.
        names: whether the reader wants names; in sessions whose people did not agree to that, all have numbers, and
            where one of the sessions has first names only, people have no others.
        besides: who else is known.
        unmeasured: sessions that could not be measured and are shown all the same.
        whole: whether whole names are shown even so: to say who is behind a label, whole names are needed.
    """
    at = findings.at
    roster = (*at.people, *besides)
    heard = {speaker.name for each in measured.values() for speaker in each.speakers}
    kept = (*at.outline.teams, *at.outline.elements)
    people = people_of(
        list(measured.values()),
        roster,
        spoken,
        names=names and all(at.agreed.of_session(row.file_id).may_be_named for row in map(at.session_row, measured)),
        keep=kept,
        drawn_with=at.numbers_of(page),
        recognise=findings.recognise,
        unnamed=at.agreed.unnamed({*heard, *(person.name for person in roster)}),
    )
    first = not whole and any(at.session_row(slug).first_names for slug in (*measured, *unmeasured))
    return with_first_names(people, roster, kept) if first else people


def as_agreed(findings: Findings, measured: Mapping[str, Participation], result: Result) -> Result:
    """Return what was measured of sessions as programs get it: nobody is named who did not agree to that."""
    if findings.at.agreed.to_all and not any(findings.at.session_row(slug).first_names for slug in measured):
        return result
    return masked(result, people_in(findings, measured, language("en"), "API", names=True))
