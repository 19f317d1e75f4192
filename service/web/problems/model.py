"""The form of an answer that failed, as OpenAPI describes it."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from nlp.messages import Message
from service.web.problems.kinds import CODES

MEDIA_TYPE = "application/problem+json"

Code = Literal[CODES]  # type: ignore[valid-type]
"""What programs go by."""


class Fault(BaseModel):
    """One thing that is wrong, and where; what is not known of the place is left out."""

    detail: str
    pointer: Annotated[
        str | None,
        Field(description="JSON pointer into the request: `/body/teams/0`, `/query/by`, `/path/file`, `/header/...`."),
    ] = None
    file: Annotated[str | None, Field(description="Name of the file.")] = None
    sheet: Annotated[str | None, Field(description="Of a workbook.")] = None
    row: Annotated[int | None, Field(description="Of a table, as it is counted there, from 1.")] = None
    column: Annotated[str | None, Field(description="Its header.")] = None
    line: Annotated[int | None, Field(description="Of a text, from 1.")] = None


class Problem(BaseModel):
    """An answer that failed (RFC 9457): go by `code` or `type`, show `detail`."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "type": "urn:manyvoices:problem:missing-column",
                "title": "A table lacks a column",
                "status": 422,
                "detail": "notes.csv, row 1: there is no column text. Name the column with the notes “text”.",
                "code": "missing-column",
                "instance": "urn:manyvoices:request:Zm9vYmFyYmF6",
                "errors": [{"detail": "there is no column text", "file": "notes.csv", "row": 1, "column": "text"}],
                "problem": "there is no column text",
                "source": "notes.csv",
                "place": "row 1",
                "remedy": "Name the column with the notes “text”",
                "message": {
                    "template": "{problem}. {remedy}.",
                    "values": {
                        "problem": {"template": "there is no column text", "values": {}, "text": "..."},
                        "remedy": {"template": "Name the column with the notes “text”", "values": {}, "text": "..."},
                    },
                    "text": "there is no column text. Name the column with the notes “text”.",
                },
            }
        }
    )
    type: Annotated[str, Field(description="`urn:manyvoices:problem:` and the code; never changes.")]
    title: Annotated[str, Field(description="What the code means, in English.")]
    status: Annotated[int, Field(description="Of HTTP.")]
    detail: Annotated[str, Field(description="What is wrong, where, and what to do, in English.")]
    code: Annotated[Code, Field(description="The kind of problem.")]
    instance: Annotated[str, Field(description="Of this very request; its end is the `X-Request-ID` of the logs.")]
    errors: Annotated[list[Fault], Field(description="Each thing that is wrong with its place, where that is known.")]
    problem: Annotated[str, Field(description="What is wrong, without a full stop.")]
    source: Annotated[str, Field(description="The file's name, empty where no file is concerned.")]
    place: Annotated[str, Field(description="As people read it, such as “row 3”; empty where there is none.")]
    remedy: Annotated[str, Field(description="What to do, without a full stop.")]
    message: Annotated[Message, Field(description="`detail` as its template and values, for any language.")]
