"""The description as a whole: names, ids, tags, files."""

import re
from pathlib import Path

import pytest

from service.web.app import create_app
from service.web.description.tags import TAGS

ID = re.compile(r"[a-z]+(_[a-z]+)*")


@pytest.fixture
def description(settings, open_workspace):
    """The OpenAPI description."""
    return create_app(settings, open_workspace(settings)).openapi()


@pytest.fixture
def operations(description):
    """Every operation with its method and path."""
    return {(method, path): each for path, methods in description["paths"].items() for method, each in methods.items()}


def test_every_operation_has_a_short_id_of_its_own(operations):
    """In words, without the address."""
    ids = [each["operationId"] for each in operations.values()]
    assert len(set(ids)) == len(ids)
    assert all(ID.fullmatch(each) and len(each) <= 32 for each in ids)


def test_ids_stay_as_they_are(operations):
    """Clients call operations by them: one may come, none may change. The list is in `operation_ids.txt`."""
    listed = (Path(__file__).parent / "operation_ids.txt").read_text(encoding="utf-8").splitlines()
    there = {f"{method.upper()} {path} {each['operationId']}" for (method, path), each in operations.items()}
    assert set(listed) - there == set()


def test_every_operation_has_one_tag_that_is_described(description, operations):
    """And no tag is left over."""
    used = {tag for each in operations.values() for tag in each["tags"]}
    assert all(len(each["tags"]) == 1 for each in operations.values())
    assert [each["name"] for each in description["tags"]] == [name for name, _ in TAGS]
    assert used == dict(TAGS).keys()


def test_schemas_have_names_that_people_would_give_them(description):
    """No module paths, no direction, no addresses."""
    assert [name for name in description["components"]["schemas"] if not re.fullmatch(r"[A-Z][A-Za-z]+", name)] == []


def test_files_are_bytes_wherever_they_are_sent_or_taken(operations):
    """`format: binary`, and one kind of content that any client can take."""
    sent = [
        each for each in operations.values() if "multipart/form-data" in each.get("requestBody", {}).get("content", {})
    ]
    assert len(sent) >= 4
    taken = [each["responses"]["200"]["content"] for each in operations.values() if "200" in each["responses"]]
    files = [content for content in taken if "application/json" not in content]
    assert len(files) >= 7
    assert all(next(iter(content)) == "application/octet-stream" for content in files)
