"""World Cafés over the API, from planning to notes."""

from tests.service.cafe.conftest import NAMES

HOME = "/api/v1/programmes/p/cafes"
PLAN = {
    "review": "May 2026",
    "day": "2026-05-04",
    "people": [{"name": name} for name in NAMES],
    "rounds": 2,
    "mix": ["organisation"],
    "questions": ["কেন?"],
}


def test_from_planning_to_notes(desk):
    """Plan, arrange, swap, who is there, notes, the table of places, close, remove."""
    made = desk.post(HOME, json=PLAN)
    assert made.status_code == 201
    one = f"{HOME}/{made.json()['code']}"
    assert made.headers["location"] == one
    assert desk.get(one).json() == made.json()
    assert [each["code"] for each in desk.get(HOME).json()] == [made.json()["code"]]
    assert desk.get("/api/v1/programmes/p/open").json()[0]["path"] == f"/t/{made.json()['code']}"
    seated = desk.post(f"{one}/arrange").json()["seating"]["rounds"][0]
    pair = {"one": seated[0]["guests"][0], "other": seated[1]["guests"][0]}
    tried = desk.get(f"{one}/swap", params={**pair, "round": 1}).json()
    assert desk.post(f"{one}/swap", json={**pair, "round": 1}).json()["seating"] == tried["then"]
    assert desk.patch(one, json={"over": 1, "questions": ["Why?"]}).json()["over"] == 1
    here = [*({"name": name} for name in NAMES[1:]), {"name": "Late", "organisation": "Fund"}]
    assert "Late" in desk.put(f"{one}/people", json={"people": here}).json()["coming"]
    notes = {"round": 1, "table": 1, "texts": ["বৈঠক\nদেরিতে", "We wait"], "token": "tokentoken"}
    assert [each["text"] for each in desk.post(f"{one}/notes", json=notes).json()] == ["বৈঠক দেরিতে", "We wait"]
    desk.post(f"{one}/notes", json=notes)
    kept = desk.get(f"{one}/notes").json()
    assert [each["gathered"] for each in kept] == [False, False]
    assert desk.post(f"{one}/notes/gather").status_code == 200
    assert desk.delete(f"{one}/notes/{kept[0]['id']}").status_code == 204
    assert len([each for each in desk.get("/api/v1/programmes/p/notes").json() if each["attributes"]]) == 1
    assert desk.get(f"{one}/places.csv").text.startswith("\ufeffround,table,person,host")
    assert desk.patch(one, json={"is_open": False}).json()["is_open"] is False
    assert desk.delete(one).status_code == 204
    assert desk.get(one).status_code == 404


def test_what_cannot_be_is_refused(desk):
    """Too few people, more questions than rounds, a day that is none, an unknown field; of a pause nothing speaks."""
    for wrong in (
        {"people": PLAN["people"][:3]},
        {"questions": ["a", "b", "c"]},
        {"day": "4 May"},
        {"review": " "},
        {"hall": 1},
    ):
        assert desk.post(HOME, json={**PLAN, **wrong}).status_code in {400, 422}
    assert desk.get(HOME).json() == []
    assert desk.get("/api/v1/programmes/p/pause").json() == []
