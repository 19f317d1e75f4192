"""A database of the release that had the tables 0004."""

import json
from datetime import datetime

from sqlalchemy import Connection, text

REMARKS_BEFORE = [["{count} lines", {"count": "3"}], ["read {as} it is", {}]]


def fill_as_before(db: Connection) -> None:
    """Write a programme with one session as revision 0004 has it, a finding, and a file that waits."""
    outline = '{"teams": [], "languages": {}, "elements": [], "levels": [], "reviews": []}'
    values = {"outline": outline, "at": datetime(2026, 3, 1), "bytes": b"WEBVTT"}
    values["unread"], values["remarks"] = '{"lines": 0, "examples": []}', json.dumps(REMARKS_BEFORE)
    values["segments"] = '[{"name": "Opening", "start": null, "end": null, "line": 2}]'
    for statement in (
        "programmes (id, slug, name, description, outline, created) VALUES (1, 'p', 'P', '', :outline, :at)",
        "files (id, programme_id, filename, kind, sha256, added, counts, outline, unread, content)"
        " VALUES (1, 1, 'session.vtt', 'transcript', 'x', :at, '{}', :outline, :unread, :bytes)",
        "sessions (file_id, programme_id, slug, title, date, form, shows_overlap, attendees, remarks, segments)"
        " VALUES (1, 1, 'session', 'Session', '', 'zoom-vtt', false, '[\"Rina\"]', :remarks, :segments)",
        "identities (programme_id, file_id, label, kind, name) VALUES (1, 1, 'Speaker 1', 'person', 'Rina')",
        "findings (programme_id, key, kind, parameters, inputs, model, version, created, result)"
        " VALUES (1, 'k', 'readings', '{}', '', '', '', :at, '{}')",
        "uploads (token, programme_id, created) VALUES ('t', 1, :at)",
        "upload_files (token, position, filename, content) VALUES ('t', 0, 'a.csv', :bytes)",
    ):
        named = {name: value for name, value in values.items() if f":{name}" in statement}
        db.execute(text(f"INSERT INTO {statement}"), named)
