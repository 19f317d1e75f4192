"""The web service, put together: `create_app()` is the only wiring."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from functools import cache, partial
from importlib.metadata import version

from fastapi import APIRouter, FastAPI
from fastapi.concurrency import run_in_threadpool
from starlette.routing import BaseRoute, NoMatchFound

from nlp.errors import ManyvoicesError
from service.jobs.process import WorkersBeside
from service.journal.once import DoneBefore
from service.settings import Settings
from service.web import api, router
from service.web.access import Gate
from service.web.caching.remembered import RememberedPages
from service.web.caching.tags import HOW, Tags
from service.web.description.describe import describe, operation_id
from service.web.guessing.guard_codes import GuardCodes
from service.web.guessing.guesses import Guesses
from service.web.http_errors import add_handlers, answer
from service.web.past.looks import NoteLooks
from service.web.past.once import RememberAnswers, repeat
from service.web.request_guard import Guard
from service.web.running.metrics import counted
from service.web.running.observe import Observe
from service.web.running.passed_over import pass_over
from service.web.sign_in.find_reader import FindReader
from service.web.transfer.bare import Bare
from service.web.transfer.compress import Compress
from service.web.transfer.head import Head
from service.web.transfer.locations import Locate
from service.workspace import Workspace

AN_HOUR = 3600
A_MOMENT = 5
_LOG = logging.getLogger("manyvoices.web")


def create_app(settings: Settings | None = None, workspace: Workspace | None = None) -> FastAPI:
    """Return the service: pages at `/`, JSON at `/api/v1`, its description at `/api/v1/openapi.json`.

    On a workspace of its own it computes nothing that takes long: that is done by workers, which it starts beside
    itself, as many as the settings say.

    Args:
        settings: from the environment if None.
        workspace: on the database that the settings name if None. Whoever hands one in sees to its work; one that is
            not `for_readers` computes what is missing within the request.

    Raises:
        StoreError: the database cannot be used.
    """
    chosen = settings or Settings()
    work = workspace or Workspace.open(chosen).for_readers()
    beside = None if workspace else WorkersBeside(chosen)

    app = FastAPI(
        routes=routes(),
        title="Manyvoices",
        summary="Which readings there are of the same words, and whose voice was heard.",
        description=HOW,
        version=version("manyvoices"),
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan(work, beside),
    )
    _put_in_front(app, chosen, work)
    app.state.workspace = work
    app.state.beside = beside
    app.state.pages = RememberedPages()
    add_handlers(app)
    app.add_exception_handler(DoneBefore, partial(repeat, answered=work.answered, answer=answer))
    app.openapi = partial(describe, app)  # type: ignore[method-assign]
    return app


@cache
def routes() -> list[BaseRoute]:
    """Return the addresses of API and pages, for every app of this process: they take seconds to put together.

    Each finds the workspace in the state of the app that was asked.
    """
    root = APIRouter(generate_unique_id_function=operation_id)
    api.add_to(root)
    router.add_to(root)
    with suppress(NoMatchFound):
        root.url_path_for("")  # which looks at all of them, so that nobody waits for that later
    return [*pass_over(root.routes)]


def _put_in_front(app: FastAPI, chosen: Settings, work: Workspace) -> None:
    """Add what a request goes through, the innermost first."""
    app.add_middleware(Bare)
    app.add_middleware(Locate)
    app.add_middleware(Tags, state=work.programmes.state)
    app.add_middleware(NoteLooks, note=work.looks.note)
    app.add_middleware(Gate, programme_id=work.programmes.id_of, answer=answer)
    app.add_middleware(GuardCodes, answer=answer, guesses=Guesses())
    app.add_middleware(FindReader, settings=chosen, readers=work.readers, answer=answer)
    app.add_middleware(Guard, settings=chosen, answer=answer)
    app.add_middleware(Compress)
    app.add_middleware(Head)
    app.add_middleware(Observe, failing=work.failing, **counted(chosen, work))
    app.add_middleware(RememberAnswers, answered=work.answered)


def _lifespan(work: Workspace, beside: WorkersBeside | None) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """Return what runs the workers as long as the app runs, and closes the workspace at the end."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        work.keep_room_for_removing()
        if beside:
            beside.start()
        async with _beside((partial(_tidy, work), AN_HOUR), (partial(_write_down, work), A_MOMENT)):
            yield
        await run_in_threadpool(_write_down, work)
        if beside:
            await run_in_threadpool(beside.stop)
        work.close()

    return lifespan


@asynccontextmanager
async def _beside(*works: tuple[Callable[[], None], float]) -> AsyncIterator[None]:
    """Do each of these every so many seconds while the service runs; at the end none of them is left half-way."""
    end = asyncio.Event()
    tasks = [asyncio.create_task(_again_and_again(do, seconds, end)) for do, seconds in works]
    yield
    end.set()
    await asyncio.gather(*tasks)


async def _again_and_again(do: Callable[[], None], seconds: float, end: asyncio.Event) -> None:
    while not end.is_set():
        await run_in_threadpool(do)
        with suppress(TimeoutError):
            await asyncio.wait_for(end.wait(), seconds)


def _write_down(work: Workspace) -> None:
    """Write down who saw what."""
    try:
        work.looks.write_down()
    except ManyvoicesError as error:
        _LOG.warning("Who saw what could not be written down yet: %s", error)


def _tidy(work: Workspace) -> None:
    """Delete what has come to its end; what could not be done is tried again the next time."""
    for tidy in (work.retention.tidy, work.removed.delete_old, work.webhooks.forget_old):
        try:
            tidy()
        except ManyvoicesError as error:
            _LOG.warning("What has come to its end could not be deleted: %s", error)
