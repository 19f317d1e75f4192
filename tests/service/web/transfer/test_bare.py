"""Answers without a body."""

from fastapi.testclient import TestClient

from service.web.app import create_app


def test_what_has_no_content_has_no_type(workspace, full):
    """Also when it is told again under its key; what has content has one."""
    with TestClient(create_app(workspace.settings, workspace), base_url="http://localhost") as program:
        (file, *_) = program.get(f"/api/v1/programmes/{full}/files").json()
        for _ in range(2):
            where, key = f"/api/v1/programmes/{full}/files/{file['id']}", {"Idempotency-Key": "once"}
            gone = program.delete(where, headers=key)
            assert (gone.status_code, gone.content) == (204, b"")
            assert "content-type" not in gone.headers
        assert program.get(where).headers["content-type"] == "application/problem+json"
