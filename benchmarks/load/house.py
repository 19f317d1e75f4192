"""An installation as a network of partnerships has one: eight programmes, their findings made, 220 people signed in.

    python -m benchmarks.load.house FOLDER

It makes `manyvoices.db` in the folder, and `people.json`: the cookies with which the people of `locustfile.py` come.
"""

import json
import sys
from pathlib import Path

from benchmarks.sessions.participation import three_hours
from benchmarks.texts import made_notes, write_table
from service.access.types import Membership, Role
from service.settings import Settings
from service.store import programmes
from service.store.accounts import memberships
from service.workspace import Workspace

PROGRAMMES = 8
NOTES = 600
SESSIONS = 3
READERS, WRITERS = 200, 20
TEAMS = ("A", "B", "C")
NAMES = "Rivers", "Markets", "Schools", "Forests", "Clinics", "Roads", "Seeds", "Women's groups"


def make(folder: Path, notes: int = NOTES, people: int = READERS + WRITERS) -> tuple[str, ...]:
    """Make the installation and return the slugs of its programmes.

    Args:
        folder: of the database; there is none in it yet.
        notes: of each programme.
        people: who sign in, each a facilitator of two programmes.
    """
    work = Workspace.open(Settings(data_dir=folder))
    slugs = tuple(_programme(work, name, number, notes, folder) for number, name in enumerate(NAMES[:PROGRAMMES]))
    cookies = []
    for number in range(people):
        account = work.accounts.add(f"person{number}@example.org", f"Person {number}")
        own = slugs[number % len(slugs)], slugs[(number + 1) % len(slugs)]
        with work._database.writing() as db:
            for slug in own:
                memberships.put_in(db, programmes.find(db, slug).id, account.id, Membership(Role.FACILITATOR))
        cookies.append({"cookie": work.sign_ins.again(account, "Firefox").cookie, "programmes": own})
    (folder / "people.json").write_text(json.dumps(cookies), encoding="utf-8")
    work.close()
    return slugs


def _programme(work: Workspace, name: str, number: int, notes: int, folder: Path) -> str:
    slug = work.programmes.create(name, TEAMS).slug
    units, _ = made_notes(notes, seed=number, elements=5)
    table = folder / "notes.csv"
    write_table(units, table)
    sessions = [(f"2026-0{month + 1}-10 meeting.vtt", _an_hour()) for month in range(SESSIONS)]
    work.files.add(slug, [("notes.csv", table.read_bytes()), *sessions])
    table.unlink()
    found = work.findings(slug)
    found.readings()
    found.drift()
    found.rubrics()
    return slug


def _an_hour() -> bytes:
    """Return the first hour of the transcript of three."""
    return b"\n\n".join(three_hours().split(b"\n\n")[:1201]) + b"\n"


if __name__ == "__main__":
    where = Path(sys.argv[1])
    where.mkdir(parents=True, exist_ok=True)
    print(*make(where), file=sys.stderr)
