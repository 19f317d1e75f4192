"""What every address needs: a table of methods and path templates. What does not stand in it is refused."""

from collections.abc import Iterator, Mapping

from service.access.permissions import Need

_PAGES: Mapping[Need, str] = {
    Need.NOTHING: """
        GET /static/{name}
        GET /f/{code}
        POST /f/{code}
        GET /r/{code}
        POST /r/{code}
        GET /g/{code}
        POST /g/{code}
        GET /c/{code}
        POST /c/{code}
        GET /sign-in
        POST /sign-in
        GET /sign-in/elsewhere
        GET /sign-in/elsewhere/back
        POST /sign-out
        GET /invitation/{secret}
        POST /invitation/{secret}
        POST /invitation/{secret}/join
        GET /password/{secret}
        POST /password/{secret}
    """,
    Need.ACCOUNT: """
        GET /
        GET /account
        POST /account
        POST /account/password
        POST /account/sign-ins/{number}/end
        POST /account/sign-ins/end-others
        POST /account/tokens
        POST /account/tokens/{number}/revoke
    """,
    Need.ADMINISTRATOR: """
        GET /people
        POST /people/invite
        POST /people/invitations/{number}/take-back
        POST /people/{number}
        POST /people/{number}/password
    """,
    Need.MAKER: """
        POST /programmes
        POST /programmes/import
        POST /sample
    """,
    Need.PUBLISHED: """
        GET /programmes/{slug}
        GET /programmes/{slug}/published
        GET /programmes/{slug}/published/{publication}
    """,
    Need.TEAM: """
        GET /programmes/{slug}/notes
        GET /programmes/{slug}/notes/{note}
        GET /programmes/{slug}/search
        GET /programmes/{slug}/upload
        POST /programmes/{slug}/upload
        GET /programmes/{slug}/upload/{token}
        POST /programmes/{slug}/upload/{token}
        POST /programmes/{slug}/upload/{token}/keep
        POST /programmes/{slug}/upload/{token}/discard
        GET /programmes/{slug}/upload/{token}/files/{position}/pages/{number}
        POST /programmes/{slug}/files/{number}/settings
        POST /programmes/{slug}/files/{number}/remove
    """,
    Need.PROGRAMME: """
        GET /programmes/{slug}/changes.json
        GET /programmes/{slug}/consent
        POST /programmes/{slug}/consent
        POST /programmes/{slug}/consent/chatham-house
        GET /programmes/{slug}/keeping
        POST /programmes/{slug}/keeping
        POST /programmes/{slug}/keeping/delete
        GET /programmes/{slug}/data
        GET /programmes/{slug}/data/file
        GET /programmes/{slug}/elements/{element}
        GET /programmes/{slug}/elements/{element}/edit
        POST /programmes/{slug}/elements/{element}/edit/by
        POST /programmes/{slug}/elements/{element}/edit/file
        POST /programmes/{slug}/elements/{element}/edit/layout
        POST /programmes/{slug}/elements/{element}/edit/name
        POST /programmes/{slug}/elements/{element}/edit/not-a-reading
        POST /programmes/{slug}/elements/{element}/edit/notes
        POST /programmes/{slug}/elements/{element}/edit/together
        POST /programmes/{slug}/elements/{element}/edit/undo
        GET /programmes/{slug}/elements/{element}/sort
        POST /programmes/{slug}/elements/{element}/sort
        POST /programmes/{slug}/elements/{element}/sort/codebook
        GET /programmes/{slug}/elements/{element}/sort/compare
        GET /programmes/{slug}/elements/{element}/sort/room
        POST /programmes/{slug}/elements/{element}/sort/room
        GET /programmes/{slug}/elements/{element}/sort/room/{code}
        POST /programmes/{slug}/elements/{element}/sort/room/{code}/close
        POST /programmes/{slug}/elements/{element}/sort/room/{code}/open
        POST /programmes/{slug}/elements/{element}/sort/room/{code}/place
        POST /programmes/{slug}/elements/{element}/sort/room/{code}/remove
        GET /programmes/{slug}/forms
        POST /programmes/{slug}/forms
        GET /programmes/{slug}/forms/{code}
        POST /programmes/{slug}/forms/{code}/close
        POST /programmes/{slug}/forms/{code}/open
        POST /programmes/{slug}/forms/{code}/remove
        POST /programmes/{slug}/forms/{code}/session
        GET /programmes/{slug}/giving-back
        POST /programmes/{slug}/giving-back
        GET /programmes/{slug}/giving-back/{code}
        GET /programmes/{slug}/giving-back/{code}/print
        GET /programmes/{slug}/giving-back/{code}/sheets
        POST /programmes/{slug}/giving-back/{code}/sheets
        POST /programmes/{slug}/giving-back/{code}/until
        POST /programmes/{slug}/giving-back/{code}/withdraw
        POST /programmes/{slug}/giving-back/{code}/remove
        POST /programmes/{slug}/channels
        GET /programmes/{slug}/channels/{code}
        POST /programmes/{slug}/channels/{code}/open
        POST /programmes/{slug}/channels/{code}/close
        POST /programmes/{slug}/channels/{code}/remove
        POST /programmes/{slug}/channels/{code}/notes
        POST /programmes/{slug}/channels/{code}/replies
        POST /programmes/{slug}/channels/{code}/replies/{number}/remove
        POST /programmes/{slug}/channels/{code}/messages/{message}/remove
        GET /programmes/{slug}/members
        POST /programmes/{slug}/members/invite
        POST /programmes/{slug}/members/invitations/{number}/take-back
        POST /programmes/{slug}/members/{number}
        POST /programmes/{slug}/members/{number}/remove
        GET /programmes/{slug}/history
        GET /programmes/{slug}/history/seen
        POST /programmes/{slug}/history/{number}/undo
        GET /programmes/{slug}/files/removed
        POST /programmes/{slug}/files/removed/{number}/take-back
        POST /programmes/{slug}/files/removed/{number}/delete
        GET /programmes/{slug}/names
        POST /programmes/{slug}/names/call
        POST /programmes/{slug}/names/join
        POST /programmes/{slug}/names/join-ticked
        POST /programmes/{slug}/names/move
        POST /programmes/{slug}/names/part
        POST /programmes/{slug}/names/refuse
        POST /programmes/{slug}/names/remove
        POST /programmes/{slug}/names/rename
        GET /programmes/{slug}/over-time
        GET /programmes/{slug}/pictures/{picture}
        GET /programmes/{slug}/elements/{element}/pictures/{picture}
        GET /programmes/{slug}/sessions/{session}/pictures/{picture}
        GET /programmes/{slug}/publish
        GET /programmes/{slug}/publish/{reader}
        POST /programmes/{slug}/publish/{reader}
        POST /programmes/{slug}/published
        POST /programmes/{slug}/published/{publication}/remove
        POST /programmes/{slug}/published/{publication}/withdraw
        GET /programmes/{slug}/programme.zip
        POST /programmes/{slug}/questions
        POST /programmes/{slug}/questions/move
        POST /programmes/{slug}/questions/own
        POST /programmes/{slug}/questions/undo
        GET /programmes/{slug}/report
        GET /programmes/{slug}/report.html
        GET /programmes/{slug}/report/{reader}/{format}
        GET /programmes/{slug}/rubrics
        POST /programmes/{slug}/rubrics/matches
        GET /programmes/{slug}/sessions
        GET /programmes/{slug}/sessions/{session}
        POST /programmes/{slug}/sessions/{session}/attendance
        POST /programmes/{slug}/sessions/{session}/attendance/others
        POST /programmes/{slug}/sessions/{session}/names
        POST /programmes/{slug}/sessions/{session}/names/undo
        POST /programmes/{slug}/sessions/{session}/roster
        POST /programmes/{slug}/sessions/{session}/title
        GET /programmes/{slug}/sessions/{session}/transcript
        GET /programmes/{slug}/settings
        POST /programmes/{slug}/settings
        POST /programmes/{slug}/settings/copy
        GET /programmes/{slug}/tally
        GET /programmes/{slug}/webhooks
        POST /programmes/{slug}/webhooks
        POST /programmes/{slug}/webhooks/{webhook}
        POST /programmes/{slug}/webhooks/{webhook}/secret
        POST /programmes/{slug}/webhooks/{webhook}/test
        POST /programmes/{slug}/webhooks/{webhook}/remove
        POST /programmes/{slug}/webhooks/{webhook}/deliveries/{delivery}/again
        GET /programmes/{slug}/work
        GET /programmes/{slug}/progress
        POST /programmes/{slug}/work/{job}/again
        POST /programmes/{slug}/work/{job}/cancel
    """,
}

_API: Mapping[Need, str] = {
    Need.NOTHING: """
        GET /api/v1/openapi.json
        HEAD /api/v1/openapi.json
    """,
    Need.ACCOUNT: """
        GET /api/v1/programmes
        GET /api/v1/account
        PATCH /api/v1/account
        GET /api/v1/account/tokens
        POST /api/v1/account/tokens
        DELETE /api/v1/account/tokens/{number}
    """,
    Need.ADMINISTRATOR: """
        GET /api/v1/people
        GET /api/v1/people/invitations
        POST /api/v1/people/invitations
        DELETE /api/v1/people/invitations/{number}
        PATCH /api/v1/people/{number}
        POST /api/v1/people/{number}/password
    """,
    Need.MAKER: """
        POST /api/v1/programmes
        POST /api/v1/programmes/import
    """,
    Need.PUBLISHED: """
        GET /api/v1/programmes/{slug}
        GET /api/v1/programmes/{slug}/publications
        GET /api/v1/programmes/{slug}/publications/{publication}
        GET /api/v1/programmes/{slug}/publications/{publication}/content
    """,
    Need.TEAM: """
        GET /api/v1/programmes/{slug}/search
        GET /api/v1/programmes/{slug}/notes/{note}
        GET /api/v1/programmes/{slug}/files
        POST /api/v1/programmes/{slug}/files
        GET /api/v1/programmes/{slug}/files/{file}
        DELETE /api/v1/programmes/{slug}/files/{file}
        POST /api/v1/programmes/{slug}/files/{file}/preview
        GET /api/v1/programmes/{slug}/notes
        GET /api/v1/programmes/{slug}/open
        POST /api/v1/programmes/{slug}/previews
        GET /api/v1/programmes/{slug}/previews/{token}
        POST /api/v1/programmes/{slug}/previews/{token}
        DELETE /api/v1/programmes/{slug}/previews/{token}
        POST /api/v1/programmes/{slug}/previews/{token}/keep
    """,
    Need.PROGRAMME: """
        PATCH /api/v1/programmes/{slug}
        POST /api/v1/programmes/{slug}/copy
        PATCH /api/v1/programmes/{slug}/sessions/{session}
        GET /api/v1/programmes/{slug}/consent
        PUT /api/v1/programmes/{slug}/consent
        POST /api/v1/programmes/{slug}/deletions
        GET /api/v1/programmes/{slug}/data
        GET /api/v1/programmes/{slug}/drift
        GET /api/v1/programmes/{slug}/export
        GET /api/v1/programmes/{slug}/edits
        POST /api/v1/programmes/{slug}/edits
        DELETE /api/v1/programmes/{slug}/edits/{edit}
        POST /api/v1/programmes/{slug}/edits/import
        GET /api/v1/programmes/{slug}/elements
        GET /api/v1/programmes/{slug}/elements/{element}
        GET /api/v1/programmes/{slug}/elements/{element}/sorting
        POST /api/v1/programmes/{slug}/elements/{element}/sorting
        PUT /api/v1/programmes/{slug}/elements/{element}/sorting
        POST /api/v1/programmes/{slug}/elements/{element}/sorting/codebook
        GET /api/v1/programmes/{slug}/elements/{element}/sorting/compare
        GET /api/v1/programmes/{slug}/elements/{element}/sorting/rooms
        POST /api/v1/programmes/{slug}/elements/{element}/sorting/rooms
        GET /api/v1/programmes/{slug}/elements/{element}/sorting/rooms/{code}
        PATCH /api/v1/programmes/{slug}/elements/{element}/sorting/rooms/{code}
        DELETE /api/v1/programmes/{slug}/elements/{element}/sorting/rooms/{code}
        POST /api/v1/programmes/{slug}/elements/{element}/sorting/rooms/{code}/place
        GET /api/v1/programmes/{slug}/elements/{element}/sorting/rooms/{code}/results
        GET /api/v1/programmes/{slug}/giving-back
        POST /api/v1/programmes/{slug}/giving-back
        GET /api/v1/programmes/{slug}/giving-back/{code}
        PATCH /api/v1/programmes/{slug}/giving-back/{code}
        DELETE /api/v1/programmes/{slug}/giving-back/{code}
        GET /api/v1/programmes/{slug}/giving-back/{code}/content
        GET /api/v1/programmes/{slug}/giving-back/{code}/answers
        POST /api/v1/programmes/{slug}/giving-back/{code}/answers
        GET /api/v1/programmes/{slug}/channels
        POST /api/v1/programmes/{slug}/channels
        GET /api/v1/programmes/{slug}/channels/{code}
        PATCH /api/v1/programmes/{slug}/channels/{code}
        DELETE /api/v1/programmes/{slug}/channels/{code}
        GET /api/v1/programmes/{slug}/channels/{code}/rounds
        POST /api/v1/programmes/{slug}/channels/{code}/rounds/{round}/replies
        DELETE /api/v1/programmes/{slug}/channels/{code}/replies/{number}
        DELETE /api/v1/programmes/{slug}/channels/{code}/messages/{message}
        POST /api/v1/programmes/{slug}/channels/{code}/notes
        GET /api/v1/programmes/{slug}/forms
        POST /api/v1/programmes/{slug}/forms
        GET /api/v1/programmes/{slug}/forms/{code}
        PATCH /api/v1/programmes/{slug}/forms/{code}
        DELETE /api/v1/programmes/{slug}/forms/{code}
        GET /api/v1/programmes/{slug}/forms/{code}/answers
        POST /api/v1/programmes/{slug}/forms/{code}/answers
        POST /api/v1/programmes/{slug}/analyses
        GET /api/v1/programmes/{slug}/jobs
        GET /api/v1/programmes/{slug}/jobs/{job}
        POST /api/v1/programmes/{slug}/jobs/{job}
        DELETE /api/v1/programmes/{slug}/jobs/{job}
        GET /api/v1/programmes/{slug}/history
        POST /api/v1/programmes/{slug}/history/{number}/undo
        GET /api/v1/programmes/{slug}/files/{file}/content
        GET /api/v1/programmes/{slug}/files/removed
        POST /api/v1/programmes/{slug}/files/removed/{file}/take-back
        DELETE /api/v1/programmes/{slug}/files/removed/{file}
        GET /api/v1/programmes/{slug}/keeping
        PUT /api/v1/programmes/{slug}/keeping
        GET /api/v1/programmes/{slug}/members
        GET /api/v1/programmes/{slug}/members/invitations
        POST /api/v1/programmes/{slug}/members/invitations
        DELETE /api/v1/programmes/{slug}/members/invitations/{number}
        PUT /api/v1/programmes/{slug}/members/{number}
        DELETE /api/v1/programmes/{slug}/members/{number}
        GET /api/v1/programmes/{slug}/names
        POST /api/v1/programmes/{slug}/names
        GET /api/v1/programmes/{slug}/over-time
        GET /api/v1/programmes/{slug}/pictures/{picture}
        GET /api/v1/programmes/{slug}/elements/{element}/pictures/{picture}
        GET /api/v1/programmes/{slug}/sessions/{session}/pictures/{picture}
        POST /api/v1/programmes/{slug}/publications
        DELETE /api/v1/programmes/{slug}/publications/{publication}
        POST /api/v1/programmes/{slug}/publications/{publication}/withdraw
        GET /api/v1/programmes/{slug}/questions
        POST /api/v1/programmes/{slug}/questions
        DELETE /api/v1/programmes/{slug}/questions/{choice}
        POST /api/v1/programmes/{slug}/questions/move
        POST /api/v1/programmes/{slug}/questions/own
        GET /api/v1/programmes/{slug}/ratings
        GET /api/v1/programmes/{slug}/report
        GET /api/v1/programmes/{slug}/report/choice
        PUT /api/v1/programmes/{slug}/report/choice
        GET /api/v1/programmes/{slug}/rubrics
        GET /api/v1/programmes/{slug}/rubrics/matches
        PUT /api/v1/programmes/{slug}/rubrics/matches
        GET /api/v1/programmes/{slug}/sessions
        GET /api/v1/programmes/{slug}/sessions/{session}
        GET /api/v1/programmes/{slug}/sessions/{session}/attendance
        PUT /api/v1/programmes/{slug}/sessions/{session}/attendance
        GET /api/v1/programmes/{slug}/sessions/{session}/names
        PUT /api/v1/programmes/{slug}/sessions/{session}/names
        DELETE /api/v1/programmes/{slug}/sessions/{session}/names
        PUT /api/v1/programmes/{slug}/sessions/{session}/roster
        GET /api/v1/programmes/{slug}/sessions/{session}/transcript
        GET /api/v1/programmes/{slug}/webhooks
        POST /api/v1/programmes/{slug}/webhooks
        GET /api/v1/programmes/{slug}/webhooks/{webhook}
        PATCH /api/v1/programmes/{slug}/webhooks/{webhook}
        DELETE /api/v1/programmes/{slug}/webhooks/{webhook}
        POST /api/v1/programmes/{slug}/webhooks/{webhook}/secret
        POST /api/v1/programmes/{slug}/webhooks/{webhook}/test
        GET /api/v1/programmes/{slug}/webhooks/{webhook}/deliveries
        GET /api/v1/programmes/{slug}/webhooks/{webhook}/deliveries/{delivery}
        POST /api/v1/programmes/{slug}/webhooks/{webhook}/deliveries/{delivery}
    """,
}


def _rows() -> Iterator[tuple[tuple[str, str], Need]]:
    for table in (_PAGES, _API):
        for need, lines in table.items():
            for line in lines.split("\n"):
                method, _, path = line.strip().partition(" ")
                if method:
                    yield (method, path), need


NEEDS: Mapping[tuple[str, str], Need] = dict(_rows())
"""Method and path template -> what a request to it needs."""
