"""Two programmes with everything in them, and everybody who could ask for something."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from service.access.acting import act_as
from service.access.types import STRANGER, Membership, Reader, Role
from service.accounts.readers import Known
from service.actions.types import Source
from service.annotations.tokens import new_token
from service.assistant.types import MadeWith, ProposalKind, Proposed
from service.cafe.types import Coming, NewCafe
from service.library.types import LibraryKind, SharedWords
from service.memos.types import Subject
from service.rubrics.beginnings import Beginning, RubricStart
from service.sortings.types import Pile
from service.stages.types import Stage
from service.store.assistant import proposals
from service.store.giving_back import asks
from service.store.webhooks import deliveries, webhooks
from service.surveys.types import Answer, Ready
from service.webhooks.types import Event
from service.workspace import Workspace
from tests.service.files import EVERYTHING

SECRETS = {
    "South": ("Zebrafinch whispers about the lock", "গোপনকথা শুধু দক্ষিণের", "गोप्यकुरा दक्षिणको मात्र"),
    "North": ("Heronsong belongs to the north", "উত্তরের নিজের কথা", "उत्तरको आफ्नै कुरा"),
}
"""Team -> words that stand in its notes and nowhere else, in three scripts."""
PROPOSED = Proposed(
    ProposalKind.SENTENCE, "Communications", "They call.", "en", MadeWith("toy at localhost", "reading-1", 7)
)


@dataclass(frozen=True)
class Told:
    """Puts who asks where the service looks for it."""

    app: ASGIApp
    reader: Reader

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through as somebody's."""
        if scope["type"] == "http":
            scope.setdefault("state", {})["reader"] = self.reader
        with act_as(self.reader):
            await self.app(scope, receive, send)


def client(app: ASGIApp, who: str) -> TestClient:
    """Return a program of somebody, by the token that `known` knows; a stranger's has none."""
    headers = {} if who == "stranger" else {"authorization": f"Bearer {who}"}
    return TestClient(app, base_url="http://localhost", follow_redirects=False, headers=headers)


def known(work: Workspace, by_token: Mapping[str, Reader]) -> None:
    """Let these be whom the tokens of a service belong to; each has an account."""
    for reader in by_token.values():
        if reader.account:
            work.accounts.add(f"{reader.account}@example.org", reader.name, "the river rises early")
    work.readers.of_token = lambda token: Known(by_token[token])  # type: ignore[method-assign]


@dataclass(frozen=True)
class Things:
    """Names in addresses of what a programme has, by the place in the template that they fill."""

    slug: str
    of: Mapping[str, str]


def fill(work: Workspace, name: str) -> Things:
    """Make a programme with one of everything that an address can name."""
    slug = work.programmes.create(name, ["North", "South", "West"]).slug
    work.files.add(slug, EVERYTHING)
    for team, texts in SECRETS.items():
        rows = "\n".join(f"{text},Communications,{team},{name} {team}" for text in texts)
        work.files.add(slug, [(f"{team.lower()}.csv", f"text,element,team,participant\n{rows}\n".encode())])
    work.files.add(slug, [(f"{name}.csv", f"text,element,team\nOnly in {name},Communications,North\n".encode())])
    own = next(each for each in work.files.every(slug) if each.filename == "north.csv")
    found = work.findings(slug)
    note = next(each.id for each in found.notes() if each.source == f"{name}.csv")
    card = next(iter(found.cards("Communications")))
    work.sortings.arrange(slug, "communications", [Pile("p", "Pile"), Pile("q", "রাশি")], {card: "p"})
    form = work.feedback.add_form(slug, "Day one", found.at.sessions[0].slug)
    room = work.rooms.open_room(slug, "communications", 1)
    reading = found.element("communications").readings[0].id if found.element("communications").readings else ""
    edit = work.edits.rename(slug, "communications", reading, "A name").id if reading else "none"
    memo = work.memos.begin(slug, Subject.SESSION, found.at.sessions[0].slug, "", "Why?")
    said = work.findings(slug).at.memos[0].said[0].number
    words = SharedWords(LibraryKind.ACTION, "en", "", "Call earlier")
    shared = work.shares.share(slug, work.actions.make(slug, "Call earlier").code, "", words).entry.id
    work.questions.ask(slug, "What did we learn?", "")
    choice = work.findings(slug).at.questions[-1].id
    token = work.files.preview(slug, [("more.csv", b"text,team\nMore news,North\n")]).token
    published = work.publications.publish(slug, "Report", "en", b"<!doctype html><title>What we heard</title>")
    work.jobs.do_all()
    job, entry = work.jobs.ask(slug, "readings").id, work.journal.page(slug).done[0].entry.number
    ids = {
        "job": str(job),
        "entry": str(entry),
        "file": str(own.id),
        "number": str(own.id),
        "edit": edit,
        "choice": str(choice),
        "token": token,
        "note": note,
        "secret": "nobodys",
        "reader": "participants",
        "format": "html",
        "message": "nobodys",
        "round": "1",
        "review": work.reviews.plan(slug, f"{name[0]} 2027").slug,
        "memo": str(memo),
        "shared": shared,
        "said": str(said),
        "stage": str(work.stages.say(slug, Stage.ADVISE, "We listen").number),
    }
    with work._database.writing() as db:
        ids["proposal"] = str(proposals.add(db, found.at.id, PROPOSED, work._clock()))
        ask = asks.add(db, found.at.id, "", "2026-03-01", "2099-12-31", ())
        webhook = webhooks.add(db, found.at.id, "https://hooks.example.org/", (), "whsec_c2VjcmV0", work._clock()).id
        delivery = deliveries.add(db, webhook, Event.TEST, "webhook", str(webhook), "/", work._clock())
        ids |= {"webhook": str(webhook), "delivery": str(delivery)}
    work.rubrics.begin(slug, "South", Beginning(RubricStart.EXAMPLE, "en"))
    ids["rubric"] = "south"
    codes = {"publication": str(published.id), "form": form.code, "room": room.code, "ask": ask.code}
    codes["survey"] = work.surveys.start(slug, Ready.AFTER_SESSION).code
    work.surveys.open(slug, codes["survey"])
    work.surveys.answer(codes["survey"], {new_token(): Answer("", {"1": ("4",)}) for _ in range(3)})
    work.surveys.close(slug, codes["survey"])
    codes["rating"] = work.ratings.set_open(slug, ids["review"], is_open=True).code
    codes["writing"] = work.writing.open(slug, "south", "communications", "emerging").code
    codes["channel"] = work.channels.open(slug, "Anything").code
    codes["gathering"] = work.gatherings.open(slug, "Anything").code
    coming = [Coming(f"{name} {number}") for number in range(6)]
    codes["cafe"] = work.cafes.plan(slug, NewCafe("March 2026", "2026-03-18", coming, size=3)).code
    codes["action"] = work.actions.make(slug, "Call every Monday").code
    codes["left"] = work.actions.leave(slug, "Not ours", Source()).code
    codes["calendar"] = work.actions.open_calendar(slug).secret
    return Things(slug, {**ids, **codes, "session": found.at.sessions[0].slug, "position": "0"})


def people(here: int, elsewhere: int) -> dict[str, Reader]:
    """Return everybody who could ask, by what they are in the programme `here`."""
    return {
        "stranger": STRANGER,
        "nobody": Reader(1, "Nobody"),
        "observer": Reader(2, "Observer", memberships={here: Membership(Role.OBSERVER)}),
        "member": Reader(3, "Member", memberships={here: Membership(Role.MEMBER, "North")}),
        "member of another team": Reader(4, "Other", memberships={here: Membership(Role.MEMBER, "West")}),
        "facilitator": Reader(5, "Facilitator", memberships={here: Membership(Role.FACILITATOR)}),
        "administrator": Reader(6, "Administrator", is_administrator=True),
        "member there": Reader(8, "There", memberships={elsewhere: Membership(Role.MEMBER, "North")}),
        "facilitator elsewhere": Reader(7, "Elsewhere", memberships={elsewhere: Membership(Role.FACILITATOR)}),
    }
