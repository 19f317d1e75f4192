"""The notes of an element in piles, under `/api/v1/programmes/{slug}/elements/{element}/sorting`."""

from typing import Annotated, Literal

from fastapi import APIRouter, File, Path, Query, UploadFile
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from nlp.sorting.codebook import read_codebook
from service.annotations.sortings import Hand, Sortings
from service.sortings.compare import Compared
from service.sortings.types import ASIDE, Pile, Start, Wall
from service.web.api.dependencies import Slug, Work, problems
from service.web.numbers import LARGEST

ElementSlug = Annotated[str, Path(description="The element's name in addresses.", examples=["communications"])]
Sorter = Annotated[
    str, Query(max_length=100, description="Whose sorting; the one that all make together where nobody is named.")
]
Name = Annotated[str, StringConstraints(max_length=200)]
Id = Annotated[str, StringConstraints(max_length=64)]
Language = Annotated[str, StringConstraints(max_length=20, pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$")]
Names = Annotated[
    dict[Language, Name],
    Field(max_length=20, description="What readers of other languages see instead of the name."),
]
Line = Annotated[str, StringConstraints(max_length=500)]
Cards = Annotated[list[Id], Field(max_length=20_000, description="Keys of cards.")]

routes = APIRouter(
    prefix="/programmes/{slug}/elements/{element}/sorting", responses=problems(404, 422), tags=["sorting"]
)


class _Done(BaseModel, extra="forbid"):
    """What everything that is done says beside itself."""

    sorter: Annotated[Name, Field(description="Whose sorting; empty for the one that all make together.")] = ""
    revision: Annotated[
        int | None,
        Field(
            ge=0,
            le=LARGEST,
            description="The revision of the wall that was seen; if it has changed since, nothing is done (409).",
        ),
    ] = None
    id: Annotated[
        str,
        StringConstraints(max_length=64, pattern="^[A-Za-z0-9_-]*$"),
        Field(description="Of what is done: sent twice it is done once."),
    ] = ""
    by: Annotated[Name, Field(description="Who does it, if they like.")] = ""

    @property
    def hand(self) -> Hand:
        """Who does it, having seen what."""
        return Hand(self.sorter, self.revision, self.id, self.by)


class BeginSorting(_Done):
    """The first piles: those that the file says, heaps that surely belong together, today's readings, or none."""

    do: Literal["begin"]
    start: Start


class PlaceCards(_Done):
    """Cards go to a pile, to those that fit none (""), or to those that are not sorted yet (null)."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"do": "place", "cards": ["5d41402abc4b2a76"], "to": "1f0c9a2b", "revision": 7}}
    )
    do: Literal["place"]
    cards: Cards
    to: Id | None


class MakePile(_Done):
    """A new pile, of some cards or of none."""

    do: Literal["make"]
    name: Name = ""
    names: Names = Field(default_factory=dict)
    about: Line = ""
    cards: Cards = Field(default_factory=list)


class NamePile(_Done):
    """A pile gets a name and, where one is given, a line about it.

    In `names` "" takes a name away; those of languages that are not named stay while the name does.
    """

    do: Literal["name"]
    pile: Id
    name: Name
    names: Names = Field(default_factory=dict)
    about: Line | None = None


class JoinPiles(_Done):
    """A pile becomes part of another one."""

    do: Literal["join"]
    pile: Id
    into: Id


class ChangePile(_Done):
    """A pile is emptied (and taken away if it is empty); or what the machine put in it is accepted or refused."""

    do: Literal["empty", "accept", "refuse"]
    pile: Id


class TakeBack(_Done):
    """The last step is taken back, or the one that was taken back is done again."""

    do: Literal["undo", "redo"]


class UseSorting(_Done):
    """The piles of this sorting are the readings of the element, or those of the machine are."""

    do: Literal["use", "machine"]


AnythingDone = Annotated[
    BeginSorting | PlaceCards | MakePile | NamePile | JoinPiles | ChangePile | TakeBack | UseSorting,
    Field(discriminator="do"),
]


class GivenPile(BaseModel, extra="forbid"):
    """A pile with the keys of its cards; `id` is chosen by who lays it."""

    id: Annotated[str, StringConstraints(min_length=1, max_length=64, pattern="^[A-Za-z0-9_-]+$")]
    name: Name = ""
    names: Names = Field(default_factory=dict)
    about: Line = ""
    examples: Annotated[list[Line], Field(max_length=100)] = Field(default_factory=list)
    cards: Cards = Field(default_factory=list)


class GivenWall(_Done):
    """The whole wall as a person lays it; cards that are not named are not sorted yet."""

    piles: Annotated[list[GivenPile], Field(max_length=200)]
    fits_none: Cards = Field(default_factory=list)


@routes.get("", response_model=Wall)
def get_sorting(work: Work, slug: Slug, element: ElementSlug, sorter: Sorter = "") -> Wall:
    """The notes of an element as cards in piles: where people put them, and where the machine is sure."""
    return work.findings(slug).wall(element, sorter)


@routes.post("", response_model=Wall, responses=problems(400, 409, 413))
def change_sorting(work: Work, slug: Slug, element: ElementSlug, done: AnythingDone) -> Wall:
    """Do one thing on the wall; if the wall is not what was seen any more, say what changed, and do nothing."""
    _do(work.sortings, slug, element, done)
    return work.findings(slug).wall(element, done.sorter)


@routes.put("", response_model=Wall, responses=problems(400, 409, 413))
def lay_sorting(work: Work, slug: Slug, element: ElementSlug, given: GivenWall) -> Wall:
    """Lay the whole wall; the same again changes nothing."""
    piles = [Pile(each.id, each.name, each.about, tuple(each.examples), names=each.names) for each in given.piles]
    placed = {card: each.id for each in given.piles for card in each.cards} | dict.fromkeys(given.fits_none, ASIDE)
    work.sortings.arrange(slug, element, piles, placed, given.hand)
    return work.findings(slug).wall(element, given.sorter)


@routes.post("/codebook", response_model=Wall, responses=problems(400, 409, 413))
def bring_codebook(
    work: Work, slug: Slug, element: ElementSlug, file: Annotated[UploadFile, File()], sorter: Sorter = ""
) -> Wall:
    """Make a pile for every name of a codebook: REFI-QDA (.qdc), a table, or lines of text."""
    codes = read_codebook(file.filename or "", file.file.read())
    work.sortings.add_codebook(slug, element, codes, Hand(sorter))
    return work.findings(slug).wall(element, sorter)


@routes.get("/compare", response_model=Compared)
def compare_sortings(work: Work, slug: Slug, element: ElementSlug, one: Sorter = "", other: Sorter = "") -> Compared:
    """Where two people put the same cards: how far they agree (Krippendorff's alpha), and the cards to talk about."""
    return work.sortings.compare(slug, element, one, other)


def _do(sortings: Sortings, slug: str, element: str, done: AnythingDone) -> None:
    hand = done.hand
    match done:
        case BeginSorting():
            sortings.begin(slug, element, done.start, hand)
        case PlaceCards():
            sortings.place(slug, element, done.cards, done.to, hand)
        case TakeBack():
            (sortings.undo if done.do == "undo" else sortings.redo)(slug, element, hand)
        case UseSorting():
            sortings.use(slug, element, done.sorter if done.do == "use" else None)
        case _:
            _do_with_pile(sortings, slug, element, done)


def _do_with_pile(
    sortings: Sortings, slug: str, element: str, done: MakePile | NamePile | JoinPiles | ChangePile
) -> None:
    match done:
        case MakePile():
            sortings.make_pile(slug, element, done.name, done.cards, done.hand, done.about, done.names)
        case NamePile():
            sortings.name_pile(slug, element, done.pile, done.name, done.about, done.hand, done.names)
        case JoinPiles():
            sortings.join(slug, element, done.pile, done.into, done.hand)
        case ChangePile():
            change = {"empty": sortings.empty, "accept": sortings.accept, "refuse": sortings.refuse}[done.do]
            change(slug, element, done.pile, done.hand)
