"""What we heard: the lead, every session in a sentence, what changed, and what to ask first."""

from collections.abc import Iterator

from markupsafe import Markup

from service.presentation.i18n import Language
from service.presentation.report.document import Section, Tone
from service.presentation.report.findings_view import ReportView
from service.presentation.report.parts.words import asked, each, lead, points, session_title


def heard(view: ReportView, language: Language) -> Section:
    """Return what a report begins with."""
    return Section(
        "heard",
        language.gettext("What we heard"),
        (
            *lead(view.grid.lead),
            *each(view.failed, Tone.CAUTION),
            *points(in_a_sentence(view, language)),
            *asked(view.first, language.gettext("Ask the room first")),
            *each(view.cautions, Tone.CAUTION),
        ),
    )


def in_a_sentence(view: ReportView, language: Language) -> Iterator[Markup]:
    """Yield what was heard in every session, and what changed, in a sentence each."""
    for session, one in view.sessions:
        yield from (Markup("{}: {}").format(session_title(session, language), said) for said in one.lead[:1])
    if changed := what_changed(view):
        yield Markup("{}: {}").format(language.gettext("What changed since the last review"), changed)


def what_changed(view: ReportView) -> Markup:
    """Return what changed since the last review in one or two sentences, empty where there is none."""
    drift = view.grid.drift.lead if view.grid.drift else None
    return Markup(" ").join(filter(None, (drift, view.grid.changed)))
