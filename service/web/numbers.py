"""Numbers in addresses, as far as a database can hold them."""

from typing import Annotated

from fastapi import Path

LARGEST = 2**31 - 1
Number = Annotated[int, Path(ge=1, le=LARGEST)]
"""The id of something."""
