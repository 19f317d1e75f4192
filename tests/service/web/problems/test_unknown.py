"""What no route has heard of."""

from dataclasses import dataclass
from typing import Annotated

import pytest
from fastapi import Depends, FastAPI, File, Query, UploadFile
from fastapi.testclient import TestClient

from service.web.http_errors import add_handlers
from service.web.problems.unknown import only_fields, only_known


@dataclass(frozen=True)
class Column:
    """A part of a plan."""

    header: str
    role: str | None = None


@dataclass(frozen=True)
class Plan:
    """What is sent."""

    columns: tuple[Column, ...] = ()
    names: dict[str, Column] | None = None
    row: int | None = None


@pytest.fixture(scope="module")
def client():
    """Addresses with parameters, files and plans."""
    app = FastAPI(dependencies=[Depends(only_known)])
    add_handlers(app)

    @app.get("/api/asked")
    def asked(by: Annotated[list[str], Query()] = [], for_: Annotated[str, Query(alias="for")] = "") -> list[str]:  # noqa: B006
        return [*by, for_]

    @app.post("/api/files")
    def files(files: Annotated[list[UploadFile], File()]) -> int:
        return len(files)

    @app.post("/api/plans", dependencies=[Depends(only_fields(list[Plan]))])
    def plans(plans: list[Plan]) -> int:
        return len(plans)

    return TestClient(app)


def _pointers(answer):
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid-request")
    return [each["pointer"] for each in answer.json()["errors"]]


def test_a_parameter_that_is_not_there_is_refused_with_the_one_that_may_be_meant(client):
    """Each once, by its own name; what is known goes on."""
    assert client.get("/api/asked?by=a&by=b&for=c").json() == ["a", "b", "c"]
    answer = client.get("/api/asked?bye=a&bye=b&যোগ=1")
    assert _pointers(answer) == ["/query/bye", "/query/যোগ"]
    assert answer.json()["errors"][0]["detail"] == "there is no bye here; did you mean by?"


def test_a_field_of_a_form_that_is_not_there_is_refused(client):
    """Beside those that are."""
    good = ("files", ("a.csv", b"x"))
    assert client.post("/api/files", files=[good]).json() == 1
    assert _pointers(client.post("/api/files", files=[good, ("file", ("b.csv", b"x"))])) == ["/body/file"]


@pytest.mark.parametrize(
    ("plan", "pointers"),
    [
        ({"columns": [{"header": "a", "rôle": "b"}]}, ["/body/0/columns/0/rôle"]),
        ({"names": {"any": {"header": "a", "x": 1}}, "y": 2}, ["/body/0/names/any/x", "/body/0/y"]),
        ({"row": 10**30}, ["/body/0/row"]),
    ],
)
def test_a_key_that_no_field_has_is_refused_wherever_it_stands(client, plan, pointers):
    """In lists, mappings and parts of parts; so is a number beyond all bounds."""
    assert _pointers(client.post("/api/plans", json=[plan])) == pointers


def test_what_is_known_goes_on(client):
    """With parts, without them, and null."""
    plan = {"columns": [{"header": "a"}], "names": {"any": {"header": "b", "role": None}}, "row": 3}
    assert client.post("/api/plans", json=[plan, {}, {"names": None}]).json() == 3
