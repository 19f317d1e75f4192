"""How a program says who it is."""

from typing import Any

from service.access.permissions import Need
from service.access.routes import NEEDS

Json = dict[str, Any]
TOKEN: Json = {
    "type": "http",
    "scheme": "bearer",
    "description": "A token of an account. Who works on the machine on which the service runs may need none.",
}


def tell_tokens(made: Json) -> None:
    """Say that every operation takes a token but those that anybody may use."""
    made["components"]["securitySchemes"] = {"token": TOKEN}
    made["security"] = [{"token": []}, {}]
    for path, operations in made["paths"].items():
        for method, operation in operations.items():
            if NEEDS.get((method.upper(), path)) is Need.NOTHING:
                operation["security"] = []
