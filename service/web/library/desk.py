"""The pages on which a programme shares, changes and takes back, and where others stand beside its readings."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.actions.types import ActionPoint
from service.analyses.outcomes import Failed, attempt
from service.errors import NotFound, NotMadeYet
from service.library.file_format import MEDIA_TYPE
from service.library.shares import Unsure
from service.library.types import LibraryKind, Share, SharedThing, SharedWords
from service.names.slugs import slugify
from service.presentation.actions.actions import BECAME, STATUSES
from service.presentation.i18n import language_of
from service.presentation.library.library import alike_lead, alike_view, entry_view
from service.presentation.library.share import ShareView, descriptors_to_share, share_view
from service.presentation.messages import say_error
from service.presentation.text import name
from service.web.attachment import attachment
from service.web.context import Page, PageContext

PATH = "/programmes/{slug}/library"
HERE = "library"
OWN = "own"

routes = APIRouter()
Text = Annotated[str, Form(max_length=10_000)]
Asked = Annotated[str, Query(max_length=500)]
Id = Annotated[str, Form(max_length=500)]


def _typed(
    kind: Annotated[LibraryKind, Form()],
    words: Text = "",
    language: Text = "",
    about: Text = "",
    level: Text = "",
    came_of: Text = "",
    whose: Text = "",
    credit: Text = "",
) -> SharedWords:
    """Read what is typed; `whose` is "" for nobody, "own" for the words in `credit`, else "=" and a name."""
    said = credit if whose == OWN else whose.removeprefix("=")
    return SharedWords(kind, language, about, words, level, came_of, said)


Typed = Annotated[SharedWords, Depends(_typed)]


@routes.get(PATH)
def shared(page: Page, slug: str) -> HTMLResponse:
    """Show what a programme shares."""
    found = page.findings(slug)
    shares = page.workspace.shares.every(slug)
    own = [entry_view(each.entry, page.language) for each in reversed(shares)]
    descriptors = descriptors_to_share(found.descriptors())
    return page.of_programme("library/shared.html", found.at.programme, HERE, entries=own, descriptors=descriptors)


@routes.get(f"{PATH}.json")
def export(page: Page, slug: str) -> Response:
    """Give what a programme shares as a file."""
    at = page.findings(slug).at
    data = page.workspace.library_files.write(page.workspace.shelf.every(programme=at.id))
    filename = f"{at.slug}-library.json"
    page.workspace.journal.exported(slug, filename)
    return Response(data, media_type=MEDIA_TYPE, headers=attachment(filename))


@routes.get(f"{PATH}/share")
def look(
    page: Page,
    slug: str,
    kind: LibraryKind = LibraryKind.READING,
    id: Asked = "",  # noqa: A002 - the name in the address
    element: Asked = "",
) -> HTMLResponse:
    """Show exactly what would be shared of something, to be put into other words; of nothing what is shared."""
    return _look(page, slug, kind, id, element) if id else shared(page, slug)


def _look(page: PageContext, slug: str, kind: LibraryKind, id_: str, element: str) -> HTMLResponse:
    given = page.findings(slug).at.programme
    seen = attempt(page.workspace.shares.look, slug, kind, id_, element, page.language.code)
    if isinstance(seen, Failed):
        return page.without("readings", seen, given, HERE)
    thing, words, before = seen
    if before is not None:
        return _form(page, slug, thing, element, before.entry.said, before)
    if kind is LibraryKind.ACTION:
        action = page.workspace.actions.get(slug, id_)
        words = SharedWords(kind, words.language, words.element, words.words, came_of=_came_of(action, page))
    return _form(page, slug, thing, element, words)


@routes.post(PATH)
def share(
    page: Page,
    slug: str,
    typed: Typed,
    id: Id = "",  # noqa: A002 - the name of the field
    element: Id = "",
    entry: Id = "",
    sure: Annotated[bool, Form()] = False,
) -> Response:
    """Share something, or share it in other words."""
    shares = page.workspace.shares
    try:
        if entry:
            shares.change(slug, entry, typed, sure=sure)
        else:
            shares.share(slug, id, element, typed, sure=sure)
    except (NotFound, NotMadeYet):
        raise
    except InputError as error:
        before = shares.get(slug, entry) if entry else None
        thing = before.of if before else shares.look(slug, typed.kind, id, element)[0]
        problem = say_error(error, page.language)
        return _form(page, slug, thing, element, typed, before, problem, unsure=isinstance(error, Unsure))
    return page.go("programmes", slug, HERE)


@routes.get(f"{PATH}/{{shared}}")
def change(page: Page, slug: str, shared: str) -> HTMLResponse:
    """Show what is shared of something, to be changed or taken back."""
    before = page.workspace.shares.get(slug, shared)
    return _form(page, slug, before.of, slugify(before.of.element or "x"), before.entry.said, before)


@routes.post(f"{PATH}/{{shared}}/take-back")
def take_back(page: Page, slug: str, shared: str) -> RedirectResponse:
    """Take something out of the library."""
    page.workspace.shares.take_back(slug, shared)
    return page.go("programmes", slug, HERE)


@routes.get("/programmes/{slug}/elements/{element}/others")
def others(page: Page, slug: str, element: str) -> HTMLResponse:
    """Show what others share that is read like the readings of an element, and what they did."""
    found, language = page.findings(slug), page.language
    given, shelf = found.at.programme, page.workspace.shelf
    readings = attempt(found.element, element)
    if isinstance(readings, Failed):
        return page.without("readings", readings, given, "element")
    alike = shelf.alike(found, element)
    views = []
    for each in readings.readings:
        words = each.called(page.language.code) or each.example
        views.append(alike_view(words, language_of(words), alike[each.id], language))
    return page.of_programme(
        "library/others.html",
        given,
        "element",
        element=readings.element,
        slug=element,
        lead=alike_lead(views, language) if views else language.gettext("There are no readings of it yet."),
        readings=views,
        actions=[entry_view(each, language) for each in shelf.done_by_others(found, readings.element)],
    )


def _form(
    page: PageContext,
    slug: str,
    thing: SharedThing,
    element: str,
    said: SharedWords,
    before: Share | None = None,
    problem: Markup | None = None,
    *,
    unsure: bool = False,
) -> HTMLResponse:
    found, entry = page.findings(slug), before.entry.id if before else ""
    caution = None if problem or before else page.workspace.shares.caution(slug, said)
    view: ShareView = share_view(said, thing, found.at.programme, page.language, before)
    answer = page.of_programme(
        "library/share.html",
        found.at.programme,
        HERE,
        view=view,
        fields={"kind": thing.kind.value, "id": thing.id, "element": element, "entry": entry},
        problem=problem,
        unsure=unsure,
        caution=isinstance(caution, Unsure),
        element=name(thing.element) if thing.element else "",
    )
    answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return answer


def _came_of(action: ActionPoint, page: PageContext) -> str:
    """Return how far an action is, or what was said became of it last, as text that can be changed."""
    last = action.verdicts[-1] if action.verdicts else None
    return str(page.language.gettext(BECAME[last.became] if last else STATUSES[action.status]))
