"""What all forms of the analyses have in common."""

from pydantic import BaseModel, ConfigDict


class Open(BaseModel):
    """At least these fields; more may stand beside them."""

    model_config = ConfigDict(extra="allow")
