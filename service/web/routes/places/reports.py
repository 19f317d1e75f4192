"""The page Publish: four readers; what goes in, how it looks, and the file as it is now."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from service.analyses.findings import Findings
from service.analyses.outcomes import Failed, attempt
from service.exports.formats import formats_for
from service.exports.publish import OPEN_TO_OBSERVERS
from service.exports.report import Wanted, build_report
from service.presentation.i18n import NAMES, Language
from service.presentation.report.compose import compose
from service.presentation.report.findings_view import report_view
from service.presentation.report.publishing import ChoiceForm, choice_form, format_name, reader_card, reader_cards
from service.presentation.report.rows import shown
from service.publications.choice import EVERYTHING, Choice
from service.publications.types import Format, Reader
from service.web.context import Page
from service.web.published import as_file
from service.web.running.apart import made_apart

PATH = "/programmes/{slug}/publish"
routes = APIRouter()


@routes.get(PATH)
def readers(page: Page, slug: str) -> HTMLResponse:
    """Show for whom reports are, and what each reader will see."""
    given = page.workspace.programmes.get(slug)
    return page.of_programme("report/publish.html", given, "report", cards=reader_cards(page.language))


@routes.get(f"{PATH}/{{reader}}")
def preview(page: Page, slug: str, reader: Reader) -> HTMLResponse:
    """Show what goes into the report for a reader, and the report itself."""
    found = page.findings(slug)
    choice = page.workspace.report_choices.get(slug, reader)
    actions = page.workspace.actions.every(slug)
    view = report_view(found, page.workspace.feedback, page.language, reader=reader, choice=choice, actions=actions)
    if found.missing:
        return page.waiting(found.at.programme, "report")
    return page.of_programme(
        "report/publish_for.html",
        found.at.programme,
        "report",
        card=reader_card(reader, page.language),
        form=_form(found, reader, choice, page.language),
        formats=named_formats(reader, page.language),
        languages=NAMES,
        may_open=reader in OPEN_TO_OBSERVERS,
        **shown(compose(view, page.language, reader)),
    )


@routes.post(f"{PATH}/{{reader}}")
def choose(
    page: Page,
    slug: str,
    reader: Reader,
    elements: Annotated[tuple[str, ...], Form()] = (),
    sessions: Annotated[tuple[str, ...], Form()] = (),
    questions: Annotated[bool, Form()] = False,
    quotes: Annotated[bool, Form()] = False,
    next_steps: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Keep what goes in, and show it; where all is ticked, what comes later goes in too."""
    form = _form(page.findings(slug), reader, EVERYTHING, page.language)
    choice = Choice(
        None if {each.slug for each in form.elements} <= set(elements) else elements,
        None if {each.slug for each in form.sessions} <= set(sessions) else sessions,
        questions or not form.asks,
        quotes or not form.quotes_at_all,
        next_steps,
    )
    page.workspace.report_choices.keep(slug, reader, choice)
    answer = page.go("programmes", slug, "publish", reader.value)
    answer.headers["location"] += "#preview"
    return answer


@routes.get("/programmes/{slug}/report/{reader}/{format}")
@made_apart
def download(page: Page, slug: str, reader: Reader, format: Format, names: bool = False) -> Response:  # noqa: A002
    """Give the report for a reader as a file, with what was chosen for it."""
    choice = page.workspace.report_choices.get(slug, reader)
    made = build_report(page.workspace, slug, Wanted(reader, page.language.code, choice, names), format)
    name = f"{slug}-{reader.value}-{page.language.code}"
    page.workspace.journal.exported(slug, f"{name}.{format.value}")
    return as_file(made, format, name)


def _form(found: Findings, reader: Reader, choice: Choice, language: Language) -> ChoiceForm:
    """Return what can be chosen, elements in the order of the programme."""
    readings = attempt(found.readings)
    elements = () if isinstance(readings, Failed) else tuple(each.element for each in readings.elements if each.notes)
    known = tuple(dict.fromkeys((*(each for each in found.at.programme.elements if each in elements), *elements)))
    return choice_form(reader, choice, known, found.at.sessions, language)


def named_formats(reader: Reader, language: Language) -> tuple[tuple[Format, object], ...]:
    """Return the formats for a reader with what each is good for."""
    return tuple((each, format_name(each, language)) for each in formats_for(reader))
