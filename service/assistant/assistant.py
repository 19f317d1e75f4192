"""The assistant of all programmes: where notes may go, what is asked, and what becomes of proposals."""

import secrets
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from nlp.errors import InputError, NothingToAnalyse
from nlp.messages import Message, msgid
from service.analyses.findings import Findings, FindingsOf
from service.analyses.progress import Progress, Stopped
from service.annotations.reading_edits import Editor, ReadingEdits
from service.assistant.asked import ASSISTANT, Asked, check_language
from service.assistant.asking.address import host_of, is_here
from service.assistant.asking.budget import Budget, Spent
from service.assistant.asking.client import Chat
from service.assistant.proposed import ProposalNow, as_now
from service.assistant.questions import Answered, Known, questions
from service.assistant.types import Allowed, ProposalKind, Run
from service.errors import NotFound, Refused
from service.jobs.plan import to_ask_assistant
from service.jobs.types import Job
from service.journal import journal, things
from service.journal.types import Action, Details
from service.names.said import signed
from service.names.slugs import slugify
from service.programmes.snapshot import LONGEST_NAME, Snapshot
from service.settings import Settings
from service.store import Database
from service.store.assistant import proposals
from service.store.jobs import jobs
from service.store.jobs.jobs import JobRow, Place

ASKING = msgid("Asking the assistant about {element}")


class Assistant:
    """A language model that proposes, where the settings name one; else nothing is there (`NotFound`)."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        findings: FindingsOf,
        edits: ReadingEdits,
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._settings = settings
        self._findings = findings
        self._edits = edits
        self._clock = clock

    @property
    def is_on(self) -> bool:
        """Whether the settings name a model."""
        return self._settings.has_assistant

    @property
    def model(self) -> str:
        """What the model is called; `NotFound` if there is none."""
        if not self.is_on:
            raise NotFound("address", "assistant")
        return self._settings.assistant_model

    @property
    def host(self) -> str:
        """The machine that it is on."""
        return host_of(self._settings.assistant_url)

    @property
    def is_here(self) -> bool:
        """Whether that is this machine, which nothing leaves."""
        return is_here(self._settings.assistant_url)

    def may_be_sent(self, at: Snapshot) -> bool:
        """Whether notes of a programme may go where the model is."""
        allowed = at.assistant.allowed
        return self.is_here or (allowed is not None and allowed.host == self.host)

    def allow(self, slug: str, host: str, said: str, who: str = "") -> None:
        """Let notes of a programme go to the machine of the model.

        Args:
            slug: of the programme.
            host: the machine, as whoever confirms it read it.
            said: the sentence that was confirmed, as it was read.
            who: confirms it, where nobody signs in.

        Raises:
            NotFound: there is no model.
            InputError: it is on another machine by now.
        """
        _ = self.model
        if host != self.host:
            problem = Message("the assistant is at {host}, and not at “{other}”", {"host": self.host, "other": host})
            raise InputError("", problem, Message("Read again where the notes will go"))
        by = signed(who, LONGEST_NAME)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            allowed = Allowed(self.host, said, by, self._clock())
            proposals.keep_state(db, at.id, replace(at.assistant, allowed=allowed))
            journal.write(db, at.id, Action.ASSISTANT_ALLOWED, things.assistant(self.host), by=by)

    def forbid(self, slug: str) -> None:
        """Let notes of a programme go to no other machine any more; what was proposed stays."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            host = at.assistant.allowed.host if at.assistant.allowed else ""
            proposals.keep_state(db, at.id, replace(at.assistant, allowed=None))
            journal.write(db, at.id, Action.ASSISTANT_FORBIDDEN, things.assistant(host))

    def ask(self, slug: str, asked: Asked) -> Job:
        """Let something be asked for; while it is being asked, it is one job.

        Raises:
            NotFound: there is no model, or no such element.
            InputError: there is no such language.
            Refused: notes may not go where the model is.
        """
        _ = self.model
        check_language(asked.language)
        found = self._findings.of(slug)
        if asked.element:
            found.name_of(asked.element)
        self._check_may_be_sent(found.at)
        place = Place(ASSISTANT, asked.subject)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            there = jobs.at(db, at.id, place)
            if there is None or not Job.of(there).is_open:
                jobs.ask(db, at.id, to_ask_assistant(asked.subject, secrets.token_hex(8)))
                journal.write(db, at.id, Action.ASSISTANT_ASKED, things.assistant(self._settings.assistant_model))
            row = jobs.at(db, at.id, place)
            assert row is not None
            return Job.of(row)

    def accept(self, slug: str, number: int, who: Editor) -> None:
        """Take a proposal: an edit like any other, with what made it in its history.

        Raises:
            NotFound: there is none of that number, or what it is about is not there any more.
            NotMadeYet: the readings are still being worked out.
            InputError: another reading has that name.
        """
        now = self._own(slug, number)
        content, by = now.proposal.content, signed(who.name, LONGEST_NAME)
        if content.kind is ProposalKind.NAME and now.reading:
            given, language = now.reading.given, content.language
            names = {**now.reading.given_in, language: content.text} if given else {}
            element, made_with = slugify(content.element), str(content.made_with)
            self._edits.rename(slug, element, now.reading.id, given or content.text, who, names, made_with=made_with)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            proposals.accept(db, number, content, self._clock(), by)
            if content.kind is not ProposalKind.NAME:
                more = Details(within=content.element, made_with=str(content.made_with))
                journal.write(db, at.id, Action.PROPOSAL_ACCEPTED, things.proposal(number), more, by=by)

    def reject(self, slug: str, number: int, who: Editor) -> None:
        """Forget a proposal, taken or not; a name that it gave a reading stays until that is undone."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            found = next((each for each in at.proposals if each.number == number), None)
            if found is None:
                raise NotFound("proposal", number)
            proposals.remove(db, number)
            more = Details(within=found.content.element, made_with=str(found.content.made_with))
            journal.write(db, at.id, Action.PROPOSAL_REJECTED, things.proposal(number), more, by=who.name)

    def carry_out(self, found: Findings, job: JobRow, report: Progress, goes_on: Callable[[], bool]) -> bool:
        """Ask what a job is to ask, and keep what is proposed; return whether it is over.

        Args:
            found: the programme; makes what is not there.
            job: that is done.
            report: is told how far it is.
            goes_on: whether nothing else waits; asked after each answer.

        Raises:
            Refused: notes may not go where the model is.
            NotAnswered: the server does not answer.
            Stopped: nobody wants it any more.
        """
        self._check_may_be_sent(found.at)
        asked, last = Asked.of(job.subject), found.at.assistant.run
        run = last if last and last.id == job.inputs else Run(job.inputs, job.subject)
        chat = Chat(self._settings.assistant_url, self.model, self._settings.assistant_key)
        budget = Budget(
            self._settings.assistant_tokens - run.tokens, 60 * self._settings.assistant_minutes - run.seconds
        )
        left = [each for each in questions(found, asked, Known.of(found)) if each.key not in run.done]
        for number, question in enumerate(left):
            report(Message(ASKING, {"element": question.element.element}), number / len(left))
            began, spent = time.monotonic(), budget.used
            try:
                answered = question.ask(chat, asked, budget)
            except Spent:
                self._end(found, run, "tokens" if budget.used >= budget.tokens else "time")
                return True
            report(Message(ASKING, {"element": question.element.element}), (number + 1) / len(left))
            run = _after(run, question.key, answered, budget.used - spent, time.monotonic() - began)
            if not self._keep(found, job, answered, run) or not goes_on():
                return False
        self._end(found, run, "done" if run.done else "nothing")
        return True

    def _keep(self, found: Findings, job: JobRow, answered: Answered, run: Run) -> bool:
        """Keep what was proposed, unless notes or what people agreed to have changed since; return whether it is.

        Raises:
            Stopped: nobody wants it any more.
        """
        with self._database.writing() as db:
            if not jobs.beat(db, job):
                raise Stopped
            at = Snapshot.to_add_to(db, found.at.slug)
            if not _is_as_it_was(at, found.at):
                return False
            for each in answered.proposed:
                proposals.add(db, at.id, each, self._clock())
            proposals.keep_state(db, at.id, replace(at.assistant, run=run))
        return True

    def _end(self, found: Findings, run: Run, how: str) -> None:
        with self._database.writing() as db:
            at = Snapshot.to_add_to(db, found.at.slug)
            proposals.keep_state(db, at.id, replace(at.assistant, run=replace(run, ended=how)))

    def _own(self, slug: str, number: int) -> ProposalNow:
        found = self._findings.of(slug)
        mine = [each for each in found.at.proposals if each.number == number and not each.accepted]
        shown = as_now(found.readings(), mine) if mine else ()
        if not shown:
            raise NotFound("proposal", number)
        return shown[0]

    def _check_may_be_sent(self, at: Snapshot) -> None:
        if not self.may_be_sent(at):
            problem = Message("{host} is another machine, and would read the notes", {"host": self.host})
            raise Refused("", problem, Message("Confirm on the page of the assistant where they will go"))


def shown_proposals(found: Findings) -> tuple[ProposalNow, ...]:
    """Return the proposals of a programme that may be shown, in their order.

    Raises:
        NotMadeYet: the readings are still being worked out.
        NothingToAnalyse: there are no notes.
    """
    try:
        return as_now(found.readings(), found.at.proposals) if found.at.proposals else ()
    except NothingToAnalyse:
        return ()


def _after(run: Run, key: str, answered: Answered, tokens: int, seconds: float) -> Run:
    return replace(
        run,
        done=(*run.done, key),
        proposed=run.proposed + len(answered.proposed),
        refused=(*run.refused, *answered.refused),
        tokens=run.tokens + tokens,
        seconds=run.seconds + seconds,
    )


def _is_as_it_was(at: Snapshot, before: Snapshot) -> bool:
    """Whether the same notes are there, and people agree to the same."""
    same = at.hash_of(at.of_kind("notes")) == before.hash_of(before.of_kind("notes"))
    return same and at.agreed.fingerprint == before.agreed.fingerprint
