"""Where requests are wrong, as JSON pointers and as cells."""

from typing import Annotated, Literal

import pytest
from fastapi import Body, FastAPI, Query
from fastapi.testclient import TestClient
from pydantic import BaseModel, Field

from nlp.errors import InputError, MissingColumn, UnreadableFile, at_row
from nlp.messages import Message
from service.web.http_errors import add_handlers

ODD = 'a/b~c "যোগাযোগ" \U0001f469‍\U0001f33e'
PROBLEM, REMEDY = Message("the file is empty"), Message("Choose another place")


class Call(BaseModel):
    """One form of what is given."""

    do: Literal["name"]
    name: str
    cards: list[int] = []


class Put(BaseModel):
    """Another."""

    do: Literal["put"]
    names: dict[str, Annotated[str, Field(max_length=3)]]


Given = Annotated[Call | Put, Field(discriminator="do")]
RAISED = {
    "row": UnreadableFile("notes.csv", PROBLEM, REMEDY, at_row(12)),
    "column": MissingColumn("a.csv", Message("there is no column {column}", {"column": "text"}), REMEDY, at_row(1)),
    "sheet": InputError(
        "b.xlsx", PROBLEM, REMEDY, Message("sheet {sheet}, row {row}", {"sheet": "যোগ", "row": "1234"})
    ),
    "field": InputError("", PROBLEM, REMEDY, "missing"),
    "parameter": InputError("", PROBLEM, REMEDY, "by"),
    "key": InputError("", PROBLEM, REMEDY, "Idempotency-Key"),
    "nowhere": InputError("", PROBLEM, REMEDY),
}


@pytest.fixture(scope="module")
def client():
    """An address that takes things, and one that fails."""
    app = FastAPI()
    add_handlers(app)

    @app.post("/api/given")
    def given(given: Annotated[Given, Body()], n: Annotated[int, Query(le=3)] = 0) -> None:
        pass

    @app.post("/api/list")
    def many(given: list[Call]) -> None:
        pass

    @app.get("/api/fails/{kind}")
    def fails(kind: str) -> None:
        raise RAISED[kind]

    return TestClient(app)


@pytest.mark.parametrize(
    ("body", "pointers"),
    [
        ({"do": "name"}, ["/body/name"]),
        ({"do": "name", "name": 3}, ["/body/name"]),
        ({"do": "name", "name": "x", "cards": [1, "x", None]}, ["/body/cards/1", "/body/cards/2"]),
        ({"do": "put", "names": {ODD: "long"}}, ['/body/names/a~1b~0c "যোগাযোগ" \U0001f469‍\U0001f33e']),
        ({"do": "put"}, ["/body/names"]),
        ({"do": "other"}, ["/body"]),
        ([], ["/body"]),
        (None, ["/body"]),
    ],
)
def test_a_pointer_leads_to_what_is_wrong_in_the_body(client, body, pointers):
    """Through lists and objects, without the names of the forms that were tried."""
    answer = client.post("/api/given", json=body).json()
    assert [each["pointer"] for each in answer["errors"]] == pointers
    assert all(each["detail"] for each in answer["errors"])


def test_a_pointer_leads_to_a_parameter_and_into_a_list(client):
    """Each at its place, all at once."""
    answer = client.post("/api/given?n=4", json={"do": "name"}).json()
    assert [each["pointer"] for each in answer["errors"]] == ["/query/n", "/body/name"]
    answer = client.post("/api/list", json=[{"do": "name", "name": "x"}, {"do": "name"}]).json()
    assert [each["pointer"] for each in answer["errors"]] == ["/body/1/name"]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_a_body_of_another_type_is_refused_as_that(client, kind):
    """415, whatever stands in it."""
    answer = client.post("/api/given", content=b'{"do": "name", "name": "x"}', headers={"content-type": kind})
    assert (answer.status_code, answer.json()["code"]) == (415, "unsupported-media-type")


def test_broken_json_is_told_of_the_body(client):
    """With what the parser says, and no more of what was sent."""
    answer = client.post("/api/given", content=b'{"secret', headers={"content-type": "application/json"}).json()
    assert answer["errors"][0]["pointer"] == "/body"
    assert "secret" not in str(answer)


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        ("row", {"file": "notes.csv", "row": 12}),
        ("column", {"file": "a.csv", "row": 1, "column": "text"}),
        ("sheet", {"file": "b.xlsx", "sheet": "যোগ", "row": 1234}),
        ("field", {"pointer": "/body/missing"}),
        ("key", {"pointer": "/header/Idempotency-Key"}),
    ],
)
def test_an_error_of_a_file_names_its_cell(client, kind, place):
    """File, sheet, row, column as numbers and texts; a field as a pointer."""
    (fault,) = client.get(f"/api/fails/{kind}").json()["errors"]
    assert {name: each for name, each in fault.items() if name != "detail"} == place


def test_a_parameter_that_was_sent_is_pointed_to_where_it_stands(client):
    """In the query."""
    assert client.get("/api/fails/parameter?by=x").json()["errors"][0]["pointer"] == "/query/by"
    assert client.get("/api/fails/nowhere").json()["errors"] == []
