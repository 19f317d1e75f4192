"""The library, under `/api/v1/library` and `/api/v1/programmes/{slug}/library`."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, File, Path, Query, Response, UploadFile
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from service.library.file_format import FILENAME, LARGEST_FILE, MEDIA_TYPE, as_plain
from service.library.types import (
    LONGEST_CAME_OF,
    LONGEST_CREDIT,
    LONGEST_ELEMENT,
    LONGEST_LEVEL,
    LONGEST_WORDS,
    Arrival,
    LibraryEntry,
    LibraryFile,
    LibraryKind,
    OnShelf,
    SharedWords,
)
from service.web.api.dependencies import WORKED_OUT, Answers, Slug, Work, problems
from service.web.attachment import attachment
from service.web.numbers import LARGEST

EntryId = Annotated[str, Path(description="The id of an entry.", max_length=64, examples=["0" * 32])]
FileNumber = Annotated[int, Path(ge=1, le=LARGEST, description="The number of a file that was brought in.")]
Sent = Annotated[UploadFile, File(description="A library, as it was exported.")]
_AS_FILE: Answers = {200: {"content": {MEDIA_TYPE: {"schema": {"type": "object"}}}}}

library = APIRouter(prefix="/library", tags=["library"])
shares = APIRouter(
    prefix="/programmes/{slug}/library", responses={**problems(404, 422), **WORKED_OUT}, tags=["library"]
)
others = APIRouter(tags=["library"])


class LibraryItem(BaseModel):
    """Something in the library."""

    id: Annotated[str, Field(description="The same in every installation that has it.")]
    version: Annotated[int, Field(description="From 1; the larger one is the newer.")]
    changed: datetime
    kind: LibraryKind
    language: Annotated[str, Field(description="BCP 47 of the words, `und` where nobody knows.")]
    element: str
    words: str
    level: Annotated[str, Field(description="Of a descriptor.")] = ""
    came_of: Annotated[str, Field(description="What became of an action.")] = ""
    credit: Annotated[str, Field(description="Whom it is from, in whatever words; empty for nobody.")] = ""
    brought_in: Annotated[
        str | None, Field(description="The name of the file that brought it; null where a programme here shares it.")
    ] = None


class WordsToShare(BaseModel):
    """All that is shared of something."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "kind": "reading",
                "id": "communications-1",
                "element": "communications",
                "words": "News in time, in everybody's own language",
                "about": "Communications",
                "language": "en",
                "credit": "a partnership in Nepal",
            }
        },
    )
    kind: LibraryKind
    id: Annotated[
        str,
        Field(max_length=500, description="Of a reading; the key of a descriptor; the code of an action."),
    ] = ""
    element: Annotated[str, Field(max_length=500, description="Slug of the element of a reading or a descriptor.")] = ""
    words: Annotated[str, StringConstraints(max_length=LONGEST_WORDS)]
    about: Annotated[str, Field(max_length=LONGEST_ELEMENT, description="What others read as its element.")] = ""
    language: Annotated[str, Field(max_length=40, description="BCP 47.")] = "und"
    level: Annotated[str, StringConstraints(max_length=LONGEST_LEVEL)] = ""
    came_of: Annotated[str, StringConstraints(max_length=LONGEST_CAME_OF)] = ""
    credit: Annotated[str, StringConstraints(max_length=LONGEST_CREDIT)] = ""
    sure: Annotated[
        bool, Field(description="Share it although a name of the roster, or the words of a note, stand in it.")
    ] = False

    def said(self) -> SharedWords:
        """Return what is shared."""
        return SharedWords(self.kind, self.language, self.about, self.words, self.level, self.came_of, self.credit)


class LibraryArrival(BaseModel):
    """What a file brings, or brought."""

    filename: str
    brought_in: Annotated[bool, Field(description="Whether it was brought in, or only looked at.")]
    new: list[LibraryItem]
    newer: Annotated[list[LibraryItem], Field(description="Replace older versions of themselves.")]
    here: Annotated[list[LibraryItem], Field(description="Are here already.")]
    gone: Annotated[list[LibraryItem], Field(description="Were taken back here, and do not come again.")]


class LibraryFileItem(BaseModel):
    """A file that was brought in."""

    number: int
    filename: str
    arrived: datetime
    entries: Annotated[int, Field(description="How many entries in the library are from it.")]


class ReadAlike(BaseModel):
    """What others share beside one reading."""

    reading: str
    near: Annotated[list[LibraryItem], Field(description="Read alike, the nearest first.")]
    nearest: Annotated[
        list[LibraryItem], Field(description="Where none is: the nearest. They may be about something else.")
    ]


class OthersOnElement(BaseModel):
    """What others share beside the readings of an element, and what they did."""

    readings: list[ReadAlike]
    actions: list[LibraryItem]


@library.get("", responses=problems(422))
def search_library(
    work: Work,
    q: Annotated[str, Query(max_length=1_000, description="Words, in any language.")] = "",
    kind: LibraryKind | None = None,
    element: Annotated[str, Query(max_length=500, description="Its name, in any language.")] = "",
    language: Annotated[str, Query(max_length=40)] = "",
) -> list[LibraryItem]:
    """What programmes share: all of it, or what has the words or means the like, the best first."""
    return [_item(each) for each in work.shelf.search(q, work.shelf.every(kind, element, language))]


@library.get("/export", response_class=Response, responses=_AS_FILE)
def export_library(work: Work) -> Response:
    """The library as one file, which another installation can bring in."""
    return _file(work.library_files.write(work.shelf.every()), FILENAME)


@library.post("/import", responses=problems(400, 413, 422))
def import_library(
    work: Work,
    file: Sent,
    preview: Annotated[bool, Query(description="Only say what it would bring.")] = False,
) -> LibraryArrival:
    """Bring in a library of another installation; what is here already stays, a newer version replaces an older one."""
    data, name = file.file.read(LARGEST_FILE + 1), file.filename or ""
    if preview:
        return _arrival(work.library_files.look(data, name), brought_in=False)
    waiting = work.library_files.receive(data, name)
    return _arrival(work.library_files.bring(waiting.token), brought_in=True)


@library.get("/files")
def list_library_files(work: Work) -> list[LibraryFileItem]:
    """The files of which something is in the library, newest first."""
    return [_brought(each) for each in work.library_files.every()]


@library.delete("/files/{number}", status_code=204, responses=problems(404, 422))
def remove_library_file(work: Work, number: FileNumber) -> None:
    """Take out all that a file brought."""
    work.library_files.remove(number)


@library.get("/{shared}", responses=problems(404, 422))
def get_library_entry(work: Work, shared: EntryId) -> LibraryItem:
    """One entry."""
    return _item(work.shelf.get(shared))


@library.delete("/{shared}", status_code=204, responses=problems(404, 422))
def remove_library_entry(work: Work, shared: EntryId) -> None:
    """Take out one entry that was brought in."""
    work.library_files.remove_entry(shared)


@shares.get("")
def list_shares(work: Work, slug: Slug) -> list[LibraryItem]:
    """What a programme shares, oldest first."""
    return [_item(each.entry) for each in work.shares.every(slug)]


@shares.post("", status_code=201, responses=problems(400, 409, 413))
def share_thing(work: Work, slug: Slug, new: WordsToShare) -> LibraryItem:
    """Share a reading, a descriptor or an action; what is shared of it already is changed."""
    return _item(work.shares.share(slug, new.id, new.element, new.said(), sure=new.sure).entry)


@shares.get("/export", response_class=Response, responses=_AS_FILE)
def export_shares(work: Work, slug: Slug) -> Response:
    """What a programme shares, as one file, which another installation can bring in."""
    at = work.findings(slug).at
    work.journal.exported(slug, f"{at.slug}-library.json")
    return _file(work.library_files.write(work.shelf.every(programme=at.id)), f"{at.slug}-library.json")


@shares.get("/{shared}")
def get_share(work: Work, slug: Slug, shared: EntryId) -> LibraryItem:
    """One entry of a programme."""
    return _item(work.shares.get(slug, shared).entry)


@shares.put("/{shared}", responses=problems(400, 409, 413))
def change_share(work: Work, slug: Slug, shared: EntryId, new: WordsToShare) -> LibraryItem:
    """Share an entry in other words, as its next version."""
    return _item(work.shares.change(slug, shared, new.said(), sure=new.sure).entry)


@shares.delete("/{shared}", status_code=204, responses=problems(409))
def take_back_share(work: Work, slug: Slug, shared: EntryId) -> None:
    """Take an entry out of the library; files that were exported before keep it."""
    work.shares.take_back(slug, shared)


@others.get(
    "/programmes/{slug}/elements/{element}/others",
    responses={**problems(404, 422), **WORKED_OUT},
)
def others_on_element(work: Work, slug: Slug, element: Annotated[str, Path(max_length=500)]) -> OthersOnElement:
    """What other programmes share that is read like the readings of an element, and what they did."""
    found = work.findings(slug)
    alike = work.shelf.alike(found, element)
    return OthersOnElement(
        readings=[
            ReadAlike(reading=key, near=[*map(_item, each.near)], nearest=[*map(_item, each.nearest)])
            for key, each in alike.items()
        ],
        actions=[*map(_item, work.shelf.done_by_others(found, found.element(element).element))],
    )


def _item(given: OnShelf | LibraryEntry) -> LibraryItem:
    entry = given.entry if isinstance(given, OnShelf) else given
    more: dict[str, Any] = {}
    if isinstance(given, OnShelf) and given.file is not None:
        more["brought_in"] = given.filename
    return LibraryItem(**as_plain(entry), **more)


def _arrival(given: Arrival, *, brought_in: bool) -> LibraryArrival:
    parts = {name: [*map(_item, getattr(given, name))] for name in ("new", "newer", "here", "gone")}
    return LibraryArrival(filename=given.filename, brought_in=brought_in, **parts)


def _brought(file: LibraryFile) -> LibraryFileItem:
    return LibraryFileItem(number=file.number, filename=file.filename, arrived=file.arrived, entries=file.count)


def _file(data: bytes, name: str) -> Response:
    return Response(data, media_type=MEDIA_TYPE, headers=attachment(name))
