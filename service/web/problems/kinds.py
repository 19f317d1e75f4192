"""Which kinds of problems there are: one table from error to status, code and title."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from nlp import errors as analysis
from nlp.errors import ManyvoicesError
from service import errors

TYPE = "urn:manyvoices:problem:"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem; none of its parts ever changes, so that programs can go by them.

    Attributes:
        code: what programs go by.
        status: of HTTP.
        title: what this kind is, the same each time.
    """

    code: str
    status: HTTPStatus
    title: str

    @property
    def type(self) -> str:
        """The URI of the kind; `docs/reference/api.md` has a heading for each code."""
        return TYPE + self.code


INVALID = Kind("invalid-request", HTTPStatus.UNPROCESSABLE_ENTITY, "The request is not as it is described")
INTERNAL = Kind("internal", HTTPStatus.INTERNAL_SERVER_ERROR, "Something went wrong inside")
NOT_MADE_YET = Kind("not-made-yet", HTTPStatus.CONFLICT, "This needs a result that is still being worked out")

KINDS: Mapping[type[ManyvoicesError], Kind] = {
    errors.NotFound: Kind("not-found", HTTPStatus.NOT_FOUND, "What is named is not there"),
    errors.NotAsked: Kind("not-asked", HTTPStatus.NOT_FOUND, "Nobody has asked for this to be worked out"),
    errors.NotMadeYet: NOT_MADE_YET,
    errors.Expired: Kind("expired", HTTPStatus.GONE, "This upload is no longer waiting"),
    errors.LinkOver: Kind("link-over", HTTPStatus.GONE, "This link cannot be used any more"),
    errors.Closed: Kind("closed", HTTPStatus.CONFLICT, "This takes no answers now"),
    errors.BeingDone: Kind("being-done", HTTPStatus.CONFLICT, "The first request with this key has no answer yet"),
    errors.Stale: Kind("stale", HTTPStatus.CONFLICT, "Somebody changed this after it was seen"),
    errors.Undecided: Kind("undecided", HTTPStatus.CONFLICT, "It has to be said what becomes of what hangs on this"),
    errors.TooLarge: Kind("too-large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "More was sent than is taken"),
    errors.Refused: Kind("refused", HTTPStatus.FORBIDDEN, "This is not allowed"),
    errors.NotSignedIn: Kind("not-signed-in", HTTPStatus.UNAUTHORIZED, "Nobody is signed in"),
    errors.TooOften: Kind("too-often", HTTPStatus.TOO_MANY_REQUESTS, "There were too many requests of this kind"),
    analysis.InputError: Kind("unusable-input", HTTPStatus.UNPROCESSABLE_ENTITY, "What was sent cannot be used"),
    analysis.UnreadableFile: Kind("unreadable-file", HTTPStatus.UNPROCESSABLE_ENTITY, "A file cannot be read"),
    analysis.Overgrown: Kind("overgrown-file", HTTPStatus.UNPROCESSABLE_ENTITY, "A file unfolds into too much"),
    analysis.UnknownEncoding: Kind("unknown-encoding", HTTPStatus.UNPROCESSABLE_ENTITY, "A text has no known encoding"),
    analysis.MissingColumn: Kind("missing-column", HTTPStatus.UNPROCESSABLE_ENTITY, "A table lacks a column"),
    analysis.NoSpeakers: Kind("no-speakers", HTTPStatus.UNPROCESSABLE_ENTITY, "A transcript names nobody"),
    analysis.NothingToAnalyse: Kind("nothing-to-analyse", HTTPStatus.UNPROCESSABLE_ENTITY, "There is nothing in it"),
    errors.DiskFull: Kind("disk-full", HTTPStatus.INSUFFICIENT_STORAGE, "There is no room for what should be saved"),
    errors.StoreError: Kind("store-unavailable", HTTPStatus.SERVICE_UNAVAILABLE, "The database cannot be used"),
    errors.Busy: Kind("busy", HTTPStatus.SERVICE_UNAVAILABLE, "Others are saving at this moment"),
    ManyvoicesError: INTERNAL,
}
OF_HTTP: Mapping[int, Kind] = {
    kind.status: kind
    for kind in (
        Kind("malformed", HTTPStatus.BAD_REQUEST, "The request cannot be read"),
        Kind("no-such-address", HTTPStatus.NOT_FOUND, "There is nothing at this address"),
        Kind("method-not-allowed", HTTPStatus.METHOD_NOT_ALLOWED, "This address does not take this method"),
        Kind("unsupported-media-type", HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "The body is of another type than is taken"),
    )
}
"""What is refused before anything of ours reads it, by its status."""


def kind_of(error: ManyvoicesError) -> Kind:
    """Return the kind of an error: that of the closest class in `KINDS`."""
    return next(KINDS[each] for each in type(error).__mro__ if each in KINDS)


def kind_of_status(status: int) -> Kind:
    """Return the kind of what a framework refused with a status."""
    return OF_HTTP.get(status) or Kind(
        "malformed" if status < HTTPStatus.INTERNAL_SERVER_ERROR else INTERNAL.code,
        HTTPStatus(status),
        OF_HTTP[HTTPStatus.BAD_REQUEST].title if status < HTTPStatus.INTERNAL_SERVER_ERROR else INTERNAL.title,
    )


CODES = tuple(sorted({kind.code for kind in (*KINDS.values(), *OF_HTTP.values(), INVALID)}))
"""Every code that an answer can have."""
