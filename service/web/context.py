"""What every page needs: the workspace, the reader's language, and a way to answer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from service.access.permissions import Access
from service.analyses.findings import Findings
from service.analyses.outcomes import Failed, Pending
from service.intake.files import ProgrammeFiles
from service.jobs.plan import ORDERED
from service.names.spelling import called_in
from service.presentation.failures import Finding, failure
from service.presentation.i18n import NAMES, Language, choose, language
from service.presentation.team_marks import Marks, marks
from service.presentation.template import address, render
from service.presentation.work.work import WorkView, work_view
from service.store.jobs.jobs import Place
from service.types import Programme
from service.web.past.forms import with_hidden_fields
from service.web.phone_link import Reach, reach
from service.workspace import Workspace

COOKIE = "language"
A_YEAR = 365 * 24 * 3600


@dataclass
class PageContext:
    """One request at the pages: where its answers come from and how they are said."""

    request: Request
    workspace: Workspace
    language: Language
    found: Findings | None = None

    @property
    def access(self) -> Access:
        """What the reader may do where this page is."""
        access: Access = self.request.state.access
        return access

    @property
    def files(self) -> ProgrammeFiles:
        """The files that the reader may work with."""
        return self.workspace.files.within(self.access.teams)

    def findings(self, slug: str) -> Findings:
        """Return a programme as it is now, and what was found in it; asked for once a request.

        From then on its names are said as they are called in the reader's language.
        """
        found = self.found = self.workspace.findings(slug)
        self.language = replace(self.language, names=called_in(found.at.outline, self.language.code))
        return found

    def answer(self, template: str, **shown: object) -> HTMLResponse:
        """Return a template as a page."""
        html = render(template, self.language, switch=switch(self.request), **shown)
        html = with_hidden_fields(html, template, self.found.at.row.revision if self.found else None)
        return self.in_language(HTMLResponse(html))

    def in_language(self, response: HTMLResponse) -> HTMLResponse:
        """Return an answer that lets the browser remember a language that was asked for."""
        if self.request.query_params.get("lang") in NAMES:
            response.set_cookie(COOKIE, self.language.code, max_age=A_YEAR, httponly=True, samesite="lax")
        return response

    def of_programme(self, template: str, programme: Programme, here: str, **shown: object) -> HTMLResponse:
        """Return a page inside a programme; `here` is the place that its navigation marks.

        Where it shows what was found before, because what is found now is not there yet, it says so.
        """
        late = self.found.late if self.found else ()
        renewed = self.work(programme, late) if late else None
        return self.answer(template, programme=programme, here=here, access=self.access, renewed=renewed, **shown)

    def without(
        self, finding: Finding, failed: Failed, programme: Programme, here: str, **shown: object
    ) -> HTMLResponse:
        """Return a page inside a programme that says why what it would show is not there, or how far it is."""
        if isinstance(failed, Pending):
            return self.waiting(programme, here)
        problem = failure(finding, failed, self.language)
        return self.of_programme("programme/without.html", programme, here, problem=problem, **shown)

    def waiting(self, programme: Programme, here: str) -> HTMLResponse:
        """Return a page inside a programme that says how far what it would show is."""
        view = self.work(programme, self.found.missing if self.found else ())
        shown = {"programme": programme, "here": here, "access": self.access, "renewed": None, "view": view}
        page = self.answer("work/waiting.html", **shown)
        page.status_code = HTTPStatus.ACCEPTED
        return page

    def work(self, programme: Programme, waits_for: Sequence[Place] = (), *, only: str = "") -> WorkView:
        """Return what is worked out for a programme; with `only`, what somebody ordered, of one kind."""
        sessions = self.found.at.sessions if self.found else ()
        every = self.workspace.jobs.every(programme.slug)
        jobs = [job for job in every if (job.kind == only if only else job.kind not in ORDERED)]
        return work_view(jobs, sessions, self.language, waits_for)

    def go(self, *path: str) -> RedirectResponse:
        """Send the browser on after a form."""
        return RedirectResponse(address(*path), status_code=303)

    def reach(self, here: str) -> Reach:
        """Return how those present open a page that is meant for them, by its address on this device."""
        given = self.workspace.settings
        where = str(self.request.url)
        return reach(where, here, self.language, phones=given.phones, listens_beyond=given.listens_beyond)

    def marks(self, programme: Programme) -> Marks:
        """Return the signs of a programme's teams."""
        return marks(programme.teams)


def _current(request: Request) -> PageContext:
    context: PageContext = request.state.context
    return context


Page = Annotated[PageContext, Depends(_current)]


def speak(request: Request) -> Language:
    """Return the language for a request: asked for, remembered, or accepted by the browser."""
    asked, remembered = request.query_params.get("lang"), request.cookies.get(COOKIE)
    return language(choose(asked, remembered, request.headers.get("accept-language", "")))


def switch(request: Request) -> tuple[tuple[str, str, str], ...]:
    """Return (code, name, address) of this page in every language.

    A page that answers a form has no address of its own: it leads to the first page.
    """
    path = request.url.path if request.method == "GET" else "/"
    kept = [(key, value) for key, value in request.query_params.multi_items() if key != "lang"]
    return tuple((code, name, f"{path}?{urlencode([*kept, ('lang', code)])}") for code, name in NAMES.items())
