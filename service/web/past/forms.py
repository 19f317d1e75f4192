"""What forms carry beside what is typed: which state of the programme their page showed, and a key of their own."""

import re
import secrets
from collections.abc import Sequence

from fastapi import Request

from service.journal.seen import see
from service.web.past.once import FIELD, is_form

REVISION = "revision"
MOST_FIELDS = 10_000
SAY_WHAT_WAS_SEEN = frozenset(
    {
        "readings/edit.html",
        "programme/names.html",
        "programme/settings.html",
        "sessions/session.html",
        "cafe/plan.html",
        "privacy/consent.html",
        "privacy/keeping.html",
    }
)
"""Pages on which two people can be at once; walls have a revision of their own."""

MAKE_SOMETHING = frozenset(
    {
        "programme/start.html",
        "programme/settings.html",
        "sessions/forms.html",
        "sorting/rooms.html",
        "giving/desk.html",
        "giving/channel_desk.html",
        "rubrics/write_desk.html",
        "rubrics/write_element.html",
        "rubrics/write_elements.html",
        "rubrics/write_rubric.html",
        "reviews/hub.html",
        "live/desk.html",
        "cafe/cafes.html",
        "memos/memos.html",
        "assistant/assistant.html",
        "stages/stages.html",
        "library/share.html",
        "surveys/surveys.html",
        "actions/new.html",
        "actions/unanswered.html",
        "inclusion/reflection.html",
        "readings/edit.html",
    }
)
"""Pages whose forms make something that a second click would make again."""

_HIDDEN = '<input type="hidden" name="{}" value="{}">'
_FORM = re.compile(r'<form\b[^>]*\bmethod="post"[^>]*>')
_DIGITS = re.compile(r"[0-9]{1,9}")
_TYPED = re.compile(r"(name|new|called|text|title|description|other)(-[a-z]{2,3})?")


def with_hidden_fields(html: str, template: str, revision: int | None) -> str:
    """Return a page whose forms say which state of the programme it showed, and have keys, where these matter."""
    seen = ""
    if revision is not None and template in SAY_WHAT_WAS_SEEN:
        seen = _HIDDEN.format(REVISION, revision)
    if template in MAKE_SOMETHING:
        return _FORM.sub(lambda found: found[0] + seen + _HIDDEN.format(FIELD, secrets.token_urlsafe(12)), html)
    return _FORM.sub(lambda found: found[0] + seen, html) if seen else html


async def read_what_was_seen(request: Request) -> None:
    """Let the change of a form be refused where somebody has changed the same thing after its page was shown."""
    see(None)
    request.state.typed = ()
    if request.method != "POST" or not is_form(request):
        return
    fields = await request.form(max_fields=MOST_FIELDS)
    said = str(fields.get(REVISION, ""))
    if _DIGITS.fullmatch(said):
        see(int(said))
    texts = [each for key, each in fields.multi_items() if isinstance(each, str) and _TYPED.fullmatch(key)]
    request.state.typed = tuple(dict.fromkeys(text for text in texts if text.strip()))


def typed(request: Request) -> Sequence[str]:
    """Return the texts of the form that a request brought, for a page that cannot do what it asks."""
    texts: Sequence[str] = getattr(request.state, "typed", ())
    return texts
