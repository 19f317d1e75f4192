"""Notes on phones over the API."""

from service.annotations.tokens import new_token
from service.live.gatherings import Written

HOME = "/api/v1/programmes/p/notes-on-phones"


def test_from_asking_to_the_wall(work, browser):
    """A program does all that the pages do."""
    client = browser()
    asked = client.post(HOME, json={"title": "What?", "elements": ["trust"], "asks_team": True})
    assert asked.status_code == 201
    one = f"{HOME}/{asked.json()['code']}"
    assert asked.json()["teams"] == ["Nepal", "Bangladesh"]
    for text in ("a first", "a second"):
        work.gatherings.write(asked.json()["code"], Written(new_token(), text, "trust"))
    first = client.get(f"{one}/notes").json()[0]
    assert first["element"] == "Trust"
    assert client.patch(f"{one}/notes/{first['id']}", json={"is_hidden": True}).status_code == 204
    assert client.post(f"{one}/bring").json() == {"brought": 1}
    assert client.patch(f"{one}/notes/{first['id']}", json={"is_hidden": False}).status_code == 204
    assert client.post(f"{HOME}/bring").json() == {"brought": 1}
    assert client.patch(one, json={"is_open": False}).json()["notes"] == 2
    assert [each["code"] for each in client.get(HOME).json()] == [asked.json()["code"]]
    assert client.delete(one).status_code == 204
    assert client.get(one).status_code == 404
    assert client.post(HOME, json={"title": ""}).status_code == 422
