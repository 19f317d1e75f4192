"""REFI-QDA as files: a project with its texts, or its codes alone."""

from nlp.documents.refi.project import Project
from nlp.documents.refi.write import write_codebook, write_project
from nlp.errors import NothingToAnalyse
from nlp.messages import Message
from nlp.readings.types import Interpretation
from service.analyses.findings import Findings
from service.errors import NotMadeYet
from service.exports.refi.compose import compose, project_of
from service.presentation.i18n import Language, language


def qdpx_of(findings: Findings, spoken: Language, *, names: bool = False) -> bytes:
    """Return a programme as a .qdpx.

    Raises:
        NotMadeYet: its readings are still being worked out.
    """
    return write_project(_made(findings, spoken, names=names))


def qdc_of(findings: Findings, spoken: Language, *, names: bool = False) -> bytes:
    """Return the readings of a programme as a .qdc.

    Raises:
        NotMadeYet: its readings are still being worked out.
        NothingToAnalyse: there are none.
    """
    project = _made(findings, spoken, names=names)
    if not project.codes:
        raise NothingToAnalyse("", Message("there are no readings yet"), Message("Add notes first"))
    return write_codebook(project)


def qdpx_of_readings(found: Interpretation, title: str) -> bytes:
    """Return readings that belong to no programme as a .qdpx called after their files."""
    return write_project(project_of(found, language("en"), title, title))


def _made(findings: Findings, spoken: Language, *, names: bool) -> Project:
    project = compose(findings, spoken, names=names)
    if findings.missing:
        raise NotMadeYet
    return project
