"""Pages “Did we hear you right?”: opened by a facilitator, answered by whoever has the link, told in rounds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from nlp.errors import InputError
from nlp.messages import Message
from service.analyses.findings import Findings, FindingsOf
from service.annotations.rate import Rate
from service.annotations.tokens import check_tokens, person_of
from service.errors import Closed, NotFound, Refused
from service.giving_back.as_agreed import as_agreed
from service.giving_back.hear import hear, is_attributed
from service.giving_back.tell import beside, reading_answers
from service.giving_back.types import LONGEST_LINE, Ask, Beside, Given, HeardElement, ReadingAnswers
from service.journal import journal, things
from service.journal.types import Action, Details
from service.names.slugs import slugify
from service.presentation.masking.contacts import without_contacts
from service.programmes.snapshot import Snapshot
from service.settings import Settings
from service.store import Database, Transaction, programmes
from service.store.giving_back import asks
from service.store.giving_back.asks import AskRow

MOST_PEOPLE = 2_000
MOST_SHEETS = 200
USUAL_DAYS = 14
MOST_DAYS = 366
FEWEST = 3


@dataclass(frozen=True, slots=True)
class AskVisit:
    """A page “Did we hear you right?” as one of those who have the link sees it.

    Attributes:
        team: whose own view it shows, "" for everybody's.
        is_open: whether it takes answers.
        elements: what was heard, as it may be shown now.
        given: what this person has answered, reading by reading.
    """

    team: str
    is_open: bool
    elements: tuple[HeardElement, ...]
    given: Mapping[str, Given]


class Asks:
    """What was given back of all programmes.

    What people answer is shown from three on, and whenever something new is shown of a reading, it comes from three
    people at least: whoever watches learns nothing about a single one. Sheets that a facilitator types in are shown
    with it at once, since they were read already. Methods raise `NotFound` for what is not there.
    """

    def __init__(
        self, database: Database, settings: Settings, findings: FindingsOf, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._findings = findings
        self._clock = clock
        self._rate = Rate()
        self.fewest = max(FEWEST, settings.threshold)

    # for the facilitator

    def every(self, slug: str) -> tuple[Ask, ...]:
        """Return what was given back of a programme, newest first."""
        with self._database.reading() as db:
            at = Snapshot.load(db, slug)
        return tuple(self._shown(row) for row in reversed(at.asks))

    def get(self, slug: str, code: str) -> Ask:
        """Return one of them."""
        with self._database.reading() as db:
            return self._shown(_own(db, Snapshot.load(db, slug), code))

    def open(
        self, slug: str, elements: Sequence[str] = (), teams: Sequence[str] = (), until: date | None = None
    ) -> tuple[Ask, ...]:
        """Give back what was heard, as it is now; later changes do not alter what people answer to.

        Args:
            slug: of the programme.
            elements: their slugs; all with readings if there are none.
            teams: one page for each, with their own view beside that of the others; "" for one that is everybody's,
                and so is none.
            until: the last day on which answers are taken; 14 days from today if None.

        Raises:
            InputError: there is nothing that enough people said, or that day is not one of the next 366.
            NotFound: there is no such programme, element or team.
            NotMadeYet: the readings are still being worked out.
        """
        today = self._clock().date()
        last = _checked(until or today + timedelta(days=USUAL_DAYS), today)
        found = self._findings.of(slug)
        asked = [_team(found, each) for each in dict.fromkeys(teams or ("",))]
        chosen = [found.element(each) for each in dict.fromkeys(elements)] or list(found.readings().elements)
        heard = [(team, hear(found, chosen, team, self.fewest)) for team in asked]
        if not any(each.readings for each in heard[0][1]):
            problem = Message("fewer than {n} people said any of this, so nothing is given back", {"n": self.fewest})
            raise InputError("", problem, Message("Choose other elements, or add notes first"))
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            made = [asks.add(db, at.id, team, today.isoformat(), last, own) for team, own in heard]
            for row in made:
                _write(db, at, Action.ASK_OPENED, row)
        return tuple(self._shown(row) for row in made)

    def change_until(self, slug: str, code: str, until: date) -> Ask:
        """Say another last day; `InputError` as `open`. Closed is what was withdrawn: raises `Closed` for it."""
        last = _checked(until, self._clock().date())
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = _own(db, at, code, lock=True)
            if row.withdrawn:
                raise Closed
            asks.change(db, row, until=last, withdrawn=False)
            _write(db, at, Action.ASK_CHANGED, row)
            return self._shown(asks.find(db, code))

    def withdraw(self, slug: str, code: str) -> Ask:
        """Show it to nobody who has the link from now on; what was answered stays."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = _own(db, at, code, lock=True)
            if not row.withdrawn:
                asks.change(db, row, until=row.until, withdrawn=True)
                _write(db, at, Action.ASK_WITHDRAWN, row)
            return self._shown(asks.find(db, code))

    def remove(self, slug: str, code: str) -> None:
        """Forget it and all its answers."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = _own(db, at, code)
            asks.remove(db, row)
            _write(db, at, Action.ASK_REMOVED, row)

    def content(self, found: Findings, code: str) -> tuple[HeardElement, ...]:
        """Return what was heard, as it may be shown now."""
        with self._database.reading() as db:
            return _as_now(found, asks.content(db, _own(db, found.at, code)))

    def results(self, found: Findings, code: str) -> tuple[ReadingAnswers, ...]:
        """Return what was answered on each reading, and where it is now.

        Raises:
            NotMadeYet: the readings are still being worked out.
        """
        with self._database.reading() as db:
            row = _own(db, found.at, code)
            content, shown = asks.content(db, row), asks.shown(db, row)
        return tuple(reading_answers(found, _as_now(found, content), shown, self.fewest))

    def beside(self, found: Findings, element: str | None = None) -> Mapping[str, tuple[Beside, ...]]:
        """Return id of a reading -> what was answered on it, newest first: of one element, by its slug, or of all."""
        rows = list(reversed(found.at.asks))
        if not rows:
            return {}
        with self._database.reading() as db:
            told = [(row, asks.content(db, row), asks.shown(db, row)) for row in rows]
        spelling = found.at.spelling
        own = [
            (row, [each for each in content if element in (None, slugify(spelling.element(each.element)))], shown)
            for row, content, shown in told
            if shown
        ]
        return beside(found, [(row, _as_now(found, content), shown) for row, content, shown in own], self.fewest)

    def add_sheets(self, slug: str, code: str, sheets: Mapping[str, Mapping[str, Given]]) -> int:
        """Store answers from paper, a sheet each, also when it is closed; return how many sheets said something.

        Args:
            slug: of the programme.
            code: of what was given back.
            sheets: by their tokens (`tokens.new_token`): what is sent again counts once.

        Raises:
            InputError: a token is not one of ours, there are too many sheets, or a line is too long.
            NotFound: it has no such reading.
            Refused: as many people have answered as can.
        """
        check_tokens(sheets)
        if len(sheets) > MOST_SHEETS:
            problem = Message("more than {most} sheets at once", {"most": MOST_SHEETS})
            raise InputError("", problem, Message("Send fewer at a time"))
        said = {token: own for token, sheet in sheets.items() if (own := _cleaned(sheet))}
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = _own(db, at, code, lock=True)
            for token, own in said.items():
                person = person_of(code, token)
                self._store(db, row, person, own)
                for reading in own:
                    asks.release(db, row, reading, person)
            if said:
                of = things.ask(code, row.team)
                journal.write(db, at.id, Action.SHEETS_ENTERED, of, Details(number=len(said)))
        return len(said)

    # for those who have the link

    def programme_of(self, code: str) -> str:
        """Return the slug of the programme of which it is, for those who know no more than its code."""
        with self._database.reading() as db:
            return programmes.slug_of(db, asks.find(db, code).programme_id)

    def visit(self, found: Findings, code: str, token: str = "") -> AskVisit:
        """Return the page as one of those who have the link sees it; nothing was heard where it is closed.

        Args:
            found: the programme of which it is.
            code: of it.
            token: of this person, "" for nobody.
        """
        with self._database.reading() as db:
            row = _own(db, found.at, code)
            is_open = self._shown(row).is_open
            content = asks.content(db, row) if is_open else ()
            given = asks.answers_of(db, row, person_of(code, token)) if token else {}
        return AskVisit(found.at.spelling.team(row.team), is_open, _as_now(found, content), given)

    def answer(self, code: str, token: str, given: Mapping[str, Given]) -> None:
        """Store what a person says of some readings, in the place of what they said of these before.

        No name, time, address or device is stored, and contact data in a line is taken out.

        Args:
            code: of what was given back.
            token: of the person (`tokens.new_token`); what is stored does not tell it.
            given: by the ids of the readings.

        Raises:
            InputError: the token is not one of ours, or a line is too long.
            NotFound: it has no such reading.
            Closed: it takes no answers now.
            Refused: as many people have answered as can.
            TooOften: too many are sending something at this moment.
        """
        check_tokens([token])
        self._rate.check(code)
        person, said = person_of(code, token), _cleaned(given)
        with self._database.writing() as db:
            row = asks.find(db, code, lock=True)
            if not self._shown(row).is_open:
                raise Closed
            self._store(db, row, person, said)
            for reading in said:
                if asks.waiting(db, row, reading) >= self.fewest:
                    asks.release(db, row, reading)

    def _store(self, db: Transaction, row: AskRow, person: str, given: Mapping[str, Given]) -> None:
        there = {reading.id for element in asks.content(db, row) for reading in element.readings}
        for each in given:
            if each not in there:
                raise NotFound("reading", each)
        if given and not asks.answers_of(db, row, person) and asks.people(db, row) >= MOST_PEOPLE:
            problem = Message("{most} people take part, and no more can", {"most": MOST_PEOPLE})
            raise Refused("", problem, Message("Open a new one"))
        asks.answer(db, row, person, given)

    def _shown(self, row: AskRow) -> Ask:
        is_open = row.is_open(self._clock().date().isoformat())
        return Ask(row.code, row.team, row.opened, row.until, row.withdrawn, is_open)


def _cleaned(given: Mapping[str, Given]) -> dict[str, Given]:
    """Return what says something, without contact data."""
    lines = {reading: " ".join(without_contacts(each.line).split()) for reading, each in given.items()}
    for line in lines.values():
        if len(line) > LONGEST_LINE:
            problem = Message("a line is longer than {most} letters", {"most": LONGEST_LINE})
            raise InputError("", problem, Message("Shorten it"))
    own = {reading: Given(each.verdict, lines[reading]) for reading, each in given.items()}
    return {reading: each for reading, each in own.items() if each != Given()}


def _checked(until: date, today: date) -> str:
    if not today <= until <= today + timedelta(days=MOST_DAYS):
        problem = Message("the last day has to be one of the next {most}", {"most": MOST_DAYS})
        raise InputError("", problem, Message("Choose another day"))
    return until.isoformat()


def _team(found: Findings, team: str) -> str:
    if not team:
        return ""
    spelled = found.at.spelling.team(team)
    if spelled not in found.at.outline.teams:
        raise NotFound("team", team)
    return spelled


def _as_now(found: Findings, content: Sequence[HeardElement]) -> tuple[HeardElement, ...]:
    """Return what was heard as it may be shown now, elements called as the programme calls them."""
    spelling, attributed = found.at.spelling, is_attributed(found.at.agreed)
    shown = []
    for each in content:
        name = spelling.element(each.element)
        cards = found.cards(name)
        hide = found.nobody_of(note for notes in cards.values() for note in notes).mask
        own = HeardElement(name, each.known, each.readings, each.left_out)
        shown.append(as_agreed(own, cards, hide, attributed=attributed))
    return tuple(shown)


def _own(db: Transaction, at: Snapshot, code: str, *, lock: bool = False) -> AskRow:
    row = asks.find(db, code, lock=lock)
    if row.programme_id != at.id:
        raise NotFound("link", code)
    return row


def _write(db: Transaction, at: Snapshot, action: Action, row: AskRow) -> None:
    journal.write(db, at.id, action, things.ask(row.code, row.team))
