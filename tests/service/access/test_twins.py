"""Whatever a page changes, a program can change too."""

from collections.abc import Mapping

from service.access.routes import NEEDS

HOOK = "/webhooks/{webhook}"
API, HOME = "/api/v1/programmes/{slug}", "/programmes/{slug}"
ONLY_PAGES: Mapping[str, str] = {
    "/q/{code}": "who was asked answers on a phone; programs type answers in",
    "/f/{code}": "who was there answers on a phone; programs type answers in",
    "/r/{code}": "who was there sorts on a phone",
    "/g/{code}": "who was heard answers on a phone; programs type answers in",
    "/c/{code}": "nobody but a person writes without a name",
    "/n/{code}": "who is there writes on a phone",
    "/n/{code}/take-back": "who is there takes back what they wrote on a phone",
    "/t/{code}": "a table writes on a phone; programs type notes in",
    "/sign-in": "a program has a token",
    "/sign-out": "a program has a token",
    "/invitation/{secret}": "a person chooses a password",
    "/invitation/{secret}/join": "a person takes a place",
    "/password/{secret}": "a person chooses a password",
    "/account/password": "a person chooses a password",
    "/account/sign-ins/{number}/end": "browsers are signed in, programs are not",
    "/account/sign-ins/end-others": "browsers are signed in, programs are not",
    "/sample": "shows somebody new around",
}
"""What pages alone can change, and why."""
EDIT, SORTING = f"POST {API}/edits", f"{API}/elements/{{element}}/sorting"
TWINS: Mapping[str, str] = {
    "/account": "PATCH /api/v1/account",
    "/account/tokens": "POST /api/v1/account/tokens",
    "/account/tokens/{number}/revoke": "DELETE /api/v1/account/tokens/{number}",
    "/people/invite": "POST /api/v1/people/invitations",
    "/people/invitations/{number}/take-back": "DELETE /api/v1/people/invitations/{number}",
    "/people/{number}": "PATCH /api/v1/people/{number}",
    "/people/{number}/password": "POST /api/v1/people/{number}/password",
    "/programmes": "POST /api/v1/programmes",
    "/programmes/import": "POST /api/v1/programmes/import",
    f"{HOME}/upload": f"POST {API}/previews",
    f"{HOME}/upload/{{token}}": f"POST {API}/previews/{{token}}",
    f"{HOME}/upload/{{token}}/keep": f"POST {API}/previews/{{token}}/keep",
    f"{HOME}/upload/{{token}}/discard": f"DELETE {API}/previews/{{token}}",
    f"{HOME}/files/{{number}}/settings": f"POST {API}/files/{{file}}/preview",
    f"{HOME}/files/{{number}}/remove": f"DELETE {API}/files/{{file}}",
    f"{HOME}/consent": f"PUT {API}/consent",
    f"{HOME}/consent/chatham-house": f"PUT {API}/consent",
    f"{HOME}/keeping": f"PUT {API}/keeping",
    f"{HOME}/keeping/delete": f"POST {API}/deletions",
    f"{HOME}/elements/{{element}}/edit/by": EDIT,
    f"{HOME}/elements/{{element}}/edit/file": f"POST {API}/edits/import",
    f"{HOME}/elements/{{element}}/edit/layout": EDIT,
    f"{HOME}/elements/{{element}}/edit/name": EDIT,
    f"{HOME}/elements/{{element}}/edit/not-a-reading": EDIT,
    f"{HOME}/elements/{{element}}/edit/notes": EDIT,
    f"{HOME}/elements/{{element}}/edit/together": EDIT,
    f"{HOME}/elements/{{element}}/edit/undo": f"DELETE {API}/edits/{{edit}}",
    f"{HOME}/elements/{{element}}/sort": f"POST {SORTING}",
    f"{HOME}/elements/{{element}}/sort/codebook": f"POST {SORTING}/codebook",
    f"{HOME}/elements/{{element}}/sort/room": f"POST {SORTING}/rooms",
    f"{HOME}/elements/{{element}}/sort/room/{{code}}/close": f"PATCH {SORTING}/rooms/{{code}}",
    f"{HOME}/elements/{{element}}/sort/room/{{code}}/open": f"PATCH {SORTING}/rooms/{{code}}",
    f"{HOME}/elements/{{element}}/sort/room/{{code}}/place": f"POST {SORTING}/rooms/{{code}}/place",
    f"{HOME}/elements/{{element}}/sort/room/{{code}}/remove": f"DELETE {SORTING}/rooms/{{code}}",
    f"{HOME}/forms": f"POST {API}/forms",
    f"{HOME}/forms/{{code}}/close": f"PATCH {API}/forms/{{code}}",
    f"{HOME}/forms/{{code}}/open": f"PATCH {API}/forms/{{code}}",
    f"{HOME}/forms/{{code}}/remove": f"DELETE {API}/forms/{{code}}",
    f"{HOME}/forms/{{code}}/session": f"PATCH {API}/forms/{{code}}",
    f"{HOME}/giving-back": f"POST {API}/giving-back",
    f"{HOME}/giving-back/{{code}}/sheets": f"POST {API}/giving-back/{{code}}/answers",
    f"{HOME}/giving-back/{{code}}/until": f"PATCH {API}/giving-back/{{code}}",
    f"{HOME}/giving-back/{{code}}/withdraw": f"PATCH {API}/giving-back/{{code}}",
    f"{HOME}/giving-back/{{code}}/remove": f"DELETE {API}/giving-back/{{code}}",
    f"{HOME}/channels": f"POST {API}/channels",
    f"{HOME}/channels/{{code}}/open": f"PATCH {API}/channels/{{code}}",
    f"{HOME}/channels/{{code}}/close": f"PATCH {API}/channels/{{code}}",
    f"{HOME}/channels/{{code}}/remove": f"DELETE {API}/channels/{{code}}",
    f"{HOME}/channels/{{code}}/notes": f"POST {API}/channels/{{code}}/notes",
    f"{HOME}/channels/{{code}}/replies": f"POST {API}/channels/{{code}}/rounds/{{round}}/replies",
    f"{HOME}/channels/{{code}}/replies/{{number}}/remove": f"DELETE {API}/channels/{{code}}/replies/{{number}}",
    f"{HOME}/channels/{{code}}/messages/{{message}}/remove": f"DELETE {API}/channels/{{code}}/messages/{{message}}",
    f"{HOME}/notes-on-phones": f"POST {API}/notes-on-phones",
    f"{HOME}/notes-on-phones/bring": f"POST {API}/notes-on-phones/bring",
    f"{HOME}/notes-on-phones/{{code}}/bring": f"POST {API}/notes-on-phones/{{code}}/bring",
    f"{HOME}/notes-on-phones/{{code}}/close": f"PATCH {API}/notes-on-phones/{{code}}",
    f"{HOME}/notes-on-phones/{{code}}/open": f"PATCH {API}/notes-on-phones/{{code}}",
    f"{HOME}/notes-on-phones/{{code}}/remove": f"DELETE {API}/notes-on-phones/{{code}}",
    f"{HOME}/notes-on-phones/{{code}}/notes/{{note}}/hide": f"PATCH {API}/notes-on-phones/{{code}}/notes/{{note}}",
    f"{HOME}/notes-on-phones/{{code}}/notes/{{note}}/show": f"PATCH {API}/notes-on-phones/{{code}}/notes/{{note}}",
    f"{HOME}/surveys": f"POST {API}/surveys",
    f"{HOME}/surveys/{{code}}": f"PUT {API}/surveys/{{code}}",
    f"{HOME}/surveys/{{code}}/open": f"PATCH {API}/surveys/{{code}}",
    f"{HOME}/surveys/{{code}}/draft": f"PATCH {API}/surveys/{{code}}",
    f"{HOME}/surveys/{{code}}/close": f"PATCH {API}/surveys/{{code}}",
    f"{HOME}/surveys/{{code}}/files": f"POST {API}/surveys/{{code}}/files",
    f"{HOME}/surveys/{{code}}/remove": f"DELETE {API}/surveys/{{code}}",
    f"{HOME}/outcomes/{{kind}}/{{code}}": f"PUT {API}/outcomes/{{kind}}/{{code}}",
    f"{HOME}/cafes": f"POST {API}/cafes",
    f"{HOME}/cafes/{{code}}/arrange": f"POST {API}/cafes/{{code}}/arrange",
    f"{HOME}/cafes/{{code}}/swap": f"POST {API}/cafes/{{code}}/swap",
    f"{HOME}/cafes/{{code}}/people": f"PUT {API}/cafes/{{code}}/people",
    f"{HOME}/cafes/{{code}}/over": f"PATCH {API}/cafes/{{code}}",
    f"{HOME}/cafes/{{code}}/questions": f"PATCH {API}/cafes/{{code}}",
    f"{HOME}/cafes/{{code}}/close": f"PATCH {API}/cafes/{{code}}",
    f"{HOME}/cafes/{{code}}/open": f"PATCH {API}/cafes/{{code}}",
    f"{HOME}/cafes/{{code}}/remove": f"DELETE {API}/cafes/{{code}}",
    f"{HOME}/cafes/{{code}}/notes": f"POST {API}/cafes/{{code}}/notes",
    f"{HOME}/cafes/{{code}}/notes/gather": f"POST {API}/cafes/{{code}}/notes/gather",
    f"{HOME}/cafes/{{code}}/notes/{{note}}/remove": f"DELETE {API}/cafes/{{code}}/notes/{{note}}",
    f"{HOME}/members/invite": f"POST {API}/members/invitations",
    f"{HOME}/members/invitations/{{number}}/take-back": f"DELETE {API}/members/invitations/{{number}}",
    f"{HOME}/members/{{number}}": f"PUT {API}/members/{{number}}",
    f"{HOME}/members/{{number}}/remove": f"DELETE {API}/members/{{number}}",
    f"{HOME}/history/{{number}}/undo": f"POST {API}/history/{{number}}/undo",
    f"{HOME}/files/removed/{{number}}/take-back": f"POST {API}/files/removed/{{file}}/take-back",
    f"{HOME}/files/removed/{{number}}/delete": f"DELETE {API}/files/removed/{{file}}",
    f"{HOME}/publish/{{reader}}": f"PUT {API}/report/choice",
    f"{HOME}/published": f"POST {API}/publications",
    f"{HOME}/published/{{publication}}/remove": f"DELETE {API}/publications/{{publication}}",
    f"{HOME}/published/{{publication}}/withdraw": f"POST {API}/publications/{{publication}}/withdraw",
    f"{HOME}/questions": f"POST {API}/questions",
    f"{HOME}/questions/move": f"POST {API}/questions/move",
    f"{HOME}/questions/own": f"POST {API}/questions/own",
    f"{HOME}/questions/undo": f"DELETE {API}/questions/{{choice}}",
    f"{HOME}/rubrics/matches": f"PUT {API}/rubrics/matches",
    f"{HOME}/sessions/{{session}}/attendance": f"PUT {API}/sessions/{{session}}/attendance",
    f"{HOME}/sessions/{{session}}/attendance/others": f"PUT {API}/sessions/{{session}}/attendance",
    f"{HOME}/sessions/{{session}}/names": f"PUT {API}/sessions/{{session}}/names",
    f"{HOME}/sessions/{{session}}/names/undo": f"DELETE {API}/sessions/{{session}}/names",
    f"{HOME}/sessions/{{session}}/roster": f"PUT {API}/sessions/{{session}}/roster",
    f"{HOME}/sessions/{{session}}/title": f"PATCH {API}/sessions/{{session}}",
    f"{HOME}/settings": f"PATCH {API}",
    f"{HOME}/settings/copy": f"POST {API}/copy",
    f"{HOME}/webhooks": f"POST {API}/webhooks",
    f"{HOME}{HOOK}": f"PATCH {API}{HOOK}",
    f"{HOME}{HOOK}/secret": f"POST {API}{HOOK}/secret",
    f"{HOME}{HOOK}/test": f"POST {API}{HOOK}/test",
    f"{HOME}{HOOK}/remove": f"DELETE {API}{HOOK}",
    f"{HOME}{HOOK}/deliveries/{{delivery}}/again": f"POST {API}{HOOK}/deliveries/{{delivery}}",
    f"{HOME}/work/{{job}}/again": f"POST {API}/jobs/{{job}}",
    f"{HOME}/work/{{job}}/cancel": f"DELETE {API}/jobs/{{job}}",
    **{
        f"{HOME}/names/{said}": f"POST {API}/names"
        for said in ("call", "join", "join-ticked", "move", "part", "refuse", "remove", "rename")
    },
}
"""What a page changes -> how a program does."""


def test_whatever_a_page_changes_a_program_can_change_too():
    """A form that is added to a page needs its like in the API, or a reason why none."""
    changing = {path for method, path in NEEDS if method == "POST" and not path.startswith("/api/")}
    assert changing == set(TWINS) | set(ONLY_PAGES)
    assert not set(TWINS) & set(ONLY_PAGES)


def test_the_likes_in_the_api_are_there_and_need_no_more():
    """Each stands in the table of addresses, with the need of the page."""
    for page, twin in TWINS.items():
        method, _, path = twin.partition(" ")
        assert NEEDS.get((method, path)) is NEEDS["POST", page], (page, twin)
