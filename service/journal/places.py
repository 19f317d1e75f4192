"""What of a programme can be looked at, and what each is called."""

from collections.abc import Mapping

from nlp.messages import Message

OVERVIEW = "overview"
ELEMENTS = "elements"
SESSIONS = "sessions"
PUBLISHED = "published"
NAMED = frozenset({ELEMENTS, SESSIONS, PUBLISHED})
"""Of which there are several, each with a name."""

CALLED: Mapping[str, Message] = {
    OVERVIEW: Message("the page of the programme"),
    SESSIONS: Message("the list of sessions"),
    PUBLISHED: Message("the list of what is published"),
    "notes": Message("the notes"),
    "search": Message("the search in notes and sessions"),
    "upload": Message("the files"),
    "report": Message("the report"),
    "rubrics": Message("the rubrics"),
    "over-time": Message("the sessions over time"),
    "forms": Message("the forms and their answers"),
    "reviews": Message("the reviews"),
    "surveys": Message("the surveys and their answers"),
    "names": Message("the names"),
    "consent": Message("who may be quoted"),
    "members": Message("who takes part"),
    "history": Message("the history"),
    "actions": Message("the actions"),
    "looking-back": Message("an element through all reviews"),
    "memos": Message("the memos"),
    "assistant": Message("what the assistant proposed"),
    "stages": Message("where the partnership stands"),
    "library": Message("what is shared with other programmes"),
}
"""What has a page of its own in a programme, by the first part of its address there."""
ELSEWHERE = Message("another page of the programme")


def place(parts: tuple[str, ...]) -> str | None:
    """Return what an address of a programme shows, by its parts behind the programme; None where that is nothing.

    Pages and API are the same place. What leaves as a file is written down by whoever makes it.
    """
    first = _ALSO.get(parts[0], parts[0]) if parts else OVERVIEW
    if first in _NOTHING or any("." in each for each in parts[-1:]):
        return None
    if first in NAMED and len(parts) > 1:
        return f"{first}/{parts[1]}"
    return OVERVIEW if first == ELEMENTS else first


_NOTHING = frozenset(
    {"progress", "work", "jobs", "open", "export", "tally", "keeping", "settings", "previews", "webhooks", "calendar"}
)
_ALSO = {
    "publications": PUBLISHED,
    "files": "upload",
    "drift": OVERVIEW,
    "ratings": OVERVIEW,
    "questions": OVERVIEW,
    "edits": OVERVIEW,
    "unanswered": "actions",
    "left-as-it-is": "actions",
}
