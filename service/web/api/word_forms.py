"""The forms of words that set groups apart (`nlp.json_form`), for the OpenAPI description."""

from typing import Annotated, Literal

from pydantic import Field

from service.web.api.open_form import Open


class DistinctiveWord(Open):
    """A word that people of one group use more than others who write in the same language; people are counted."""

    text: str
    people: int
    notes: int
    other_people: int
    z: float
    p_value: Annotated[float, Field(ge=0, le=1)]


class GroupWords(Open):
    """What sets the words of one group apart, in one of its languages; "nobody else" if only it writes in that."""

    group: str
    language: str
    people: int
    notes: int
    other_people: int
    words: list[DistinctiveWord]
    verdict: Literal["differs", "no difference seen", "too few to say", "nobody else"]
