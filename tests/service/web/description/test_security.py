"""Tokens in the description."""

from service.web.app import create_app


def test_every_operation_takes_a_token_but_those_that_anybody_may_use(settings, open_workspace):
    """One scheme for all, and none is asked of who works on the machine itself."""
    made = create_app(settings, open_workspace(settings)).openapi()
    assert made["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
    assert made["security"] == [{"token": []}, {}]
    said = [each.get("security") for methods in made["paths"].values() for each in methods.values()]
    assert set(map(str, said)) <= {"None", "[]"}
