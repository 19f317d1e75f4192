"""Watching what is worked out for a programme: a page, the stream that keeps pages current, and two buttons."""

import asyncio
import json
import time
from collections.abc import AsyncIterator

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, StreamingResponse

from service.assistant.asked import ASSISTANT
from service.jobs.types import Job
from service.presentation.work.work import WorkView
from service.publications.ordered import PUBLICATION
from service.store.jobs.jobs import Place
from service.store.programmes import PLAN
from service.web.context import Page, PageContext
from service.web.numbers import Number

EVERY_SECONDS = 0.7
AT_LEAST_SECONDS = 15.0
LONGEST_SECONDS = 600.0

routes = APIRouter()


@routes.get("/programmes/{slug}/work")
def work(page: Page, slug: str) -> HTMLResponse:
    """Show what is worked out, how far it is, and what could not be."""
    given = page.findings(slug).at.programme
    view = page.work(given)
    return page.of_programme("work/work.html", given, "work", view=view, failed=view.can_try)


@routes.post("/programmes/{slug}/work/{job}/cancel")
def cancel(page: Page, slug: str, job: Number) -> RedirectResponse:
    """Stop a job."""
    return _back(page, slug, page.workspace.jobs.cancel(slug, job))


@routes.post("/programmes/{slug}/work/{job}/again")
def try_again(page: Page, slug: str, job: Number) -> RedirectResponse:
    """Let a job be done that failed or was stopped."""
    return _back(page, slug, page.workspace.jobs.try_again(slug, job))


@routes.get("/programmes/{slug}/progress")
async def progress(page: Page, slug: str, publications: bool = False, assistant: bool = False) -> StreamingResponse:
    """Tell as it goes how far the work is, or what is published or asked, as events in the reader's language."""
    only = PUBLICATION if publications else ASSISTANT if assistant else ""
    given = (await run_in_threadpool(page.findings, slug)).at.programme

    async def tell() -> AsyncIterator[str]:
        began = said = time.monotonic()
        last = ""
        while time.monotonic() - began < LONGEST_SECONDS:
            view = await run_in_threadpool(page.work, given, only=only)
            event, now = _event(view), time.monotonic()
            if event != last or now - said > AT_LEAST_SECONDS:
                last, said = event, now
                yield f"data: {event}\n\n"
            await asyncio.sleep(EVERY_SECONDS)

    return StreamingResponse(tell(), media_type="text/event-stream", headers={"x-accel-buffering": "no"})


def _back(page: PageContext, slug: str, job: Job) -> RedirectResponse:
    """Return to the page that shows such jobs."""
    return page.go("programmes", slug, {PUBLICATION: "published", ASSISTANT: "assistant"}.get(job.kind, "work"))


def _event(view: WorkView) -> str:
    told = {
        "percent": view.percent,
        "left": str(view.left or ""),
        "looking": Place(PLAN).key in view.open,
        "open": view.open,
        "jobs": [{"id": job.id, "state": job.state.striptags()} for job in view.jobs],
    }
    return json.dumps(told, ensure_ascii=False)
