"""Headers that no single route knows of."""

from service.web.app import create_app


def test_what_makes_something_and_what_comes_in_pages_tells_its_headers(workspace):
    """`Location` on what was made or is being made, `Link` on every list with a cursor, and on nothing else."""
    paths = create_app(workspace.settings, workspace).openapi()["paths"]
    for path, operations in paths.items():
        for method, operation in operations.items():
            answers = operation["responses"]
            names = {each["name"] for each in operation.get("parameters", ())}
            linked = "Link" in answers.get("200", {}).get("headers", {})
            assert linked == (method == "get" and "after" in names), path
            made = [answers[status] for status in ("201", "202") if status in answers and method == "post"]
            assert all("Location" in each["headers"] for each in made), path
