"""The workspace: everything that one installation holds, put together; what pages, API and command line ask."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import nlp
from nlp.embedding.types import Embedder
from nlp.readings.edits.types import text_key
from service.accounts.accounts import Accounts
from service.accounts.api_tokens import ApiTokens
from service.accounts.elsewhere import Elsewhere
from service.accounts.links import Links
from service.accounts.members import Members
from service.accounts.openid import Provider
from service.accounts.readers import Readers
from service.accounts.secrets import Signatures
from service.accounts.sign_ins import SignIns
from service.accounts.throttle import Throttle
from service.actions.actions import Actions
from service.analyses.cache import ResultCache
from service.analyses.findings import Findings, FindingsOf
from service.analyses.progress import Progress
from service.annotations.attendance import SessionAttendance
from service.annotations.feedback_forms import FeedbackForms
from service.annotations.joined_names import JoinedNames
from service.annotations.judged_matches import JudgedMatches
from service.annotations.question_choices import QuestionChoices
from service.annotations.reading_edits import ReadingEdits
from service.annotations.rooms import Rooms
from service.annotations.sortings import Sortings
from service.annotations.speaker_identities import SpeakerIdentities
from service.assistant.assistant import Assistant
from service.cafe.cafes import Cafes
from service.cafe.table_notes import TableNotes
from service.giving_back.asks import Asks
from service.giving_back.channels import Channels
from service.inclusion.first_names import FirstNames
from service.inclusion.power import Power
from service.inclusion.reflections import Reflections
from service.intake.files import ProgrammeFiles
from service.intake.removed import RemovedFiles
from service.jobs.jobs import Jobs
from service.journal.history import History
from service.journal.looks import Looks
from service.journal.once import AnsweredRequests
from service.library.arrivals import LibraryFiles
from service.library.shares import Shares
from service.library.shelf import Shelf
from service.live.gatherings import Gatherings
from service.mail.post import Post
from service.memos.memos import Memos
from service.models.choice import ModelChoices
from service.names.slugs import slugify
from service.privacy.consents import Consents
from service.privacy.deletion import Deletion
from service.privacy.retention import Retention
from service.programmes.copies import ProgrammeCopies
from service.programmes.programmes import Programmes
from service.programmes.sample import read_sample
from service.programmes.sample_loop import LoopServices, keep_loop, read_loop
from service.programmes.session_titles import SessionTitles
from service.publications.choices import ReportChoices
from service.publications.ordered import Ordered
from service.publications.publications import Publications
from service.publications.types import Publication
from service.reviews.ratings import ReviewRatings
from service.reviews.reviews import Reviews
from service.rubrics.elements import RubricElements
from service.rubrics.rubrics import Rubrics
from service.rubrics.writing import WritingTogether
from service.running.backups import copies_folder
from service.running.model import embedder_of
from service.running.programme_archives import ProgrammeArchives
from service.running.readiness import failing
from service.search.search import Search
from service.settings import Settings
from service.sortings.types import ASIDE, Pile
from service.stages.stages import Stages
from service.store import Database, Transaction
from service.surveys.outcomes import Outcomes
from service.surveys.surveys import Surveys
from service.types import Programme
from service.webhooks.webhooks import Webhooks


class Workspace:
    """Everything that one installation holds.

    Every change is one transaction: it happens whole or not at all. Methods that take the slug of a programme raise
    `NotFound` if there is none.

    Attributes:
        settings: of the installation.
        programmes: to list, make and look up.
        copies: of programmes, for a next phase.
        models: which of them reads the notes of a programme.
        archives: of whole programmes, to hand on and to bring in.
        session_titles: what sessions are called, and of which day they are.
        files: to preview, keep and remove.
        removed: files that can be taken back.
        edits: what facilitators changed about readings.
        feedback: forms for those present, and their answers.
        reflections: what is said at the end of sessions of how inclusive they were.
        first_names: in which sessions people have no others.
        power: who held power in sessions, and what was coded as critical.
        identities: who is behind the labels of records.
        attendance: who was in sessions.
        names: which names of elements, levels and teams are the same.
        matches: which descriptors say the same, where somebody said so or not.
        sortings: notes of elements in piles.
        rooms: in which those present sort on their phones.
        asks: what was given back to participants, and whether they were heard right.
        channels: in which nobody is named.
        reviews: held and planned.
        gatherings: notes that people write on their phones while they are together.
        surveys: small ones, answered without names.
        outcomes: what came of what people were asked.
        ratings: entered for reviews, and sent by phones.
        cafes: World Cafés, who sits where in them.
        table_notes: what the tables of World Cafés wrote.
        rubrics: that teams write here.
        rubric_elements: that these share.
        writing: of one cell, by those present.
        actions: what people agreed to do, and what became of it.
        stages: where partnerships stand.
        memos: what facilitators say to each other about what is found.
        assistant: a language model that proposes, where there is one.
        shares: what programmes share with each other.
        shelf: the library, as it is read.
        library_files: by which libraries of installations reach each other.
        search: finds what people wrote and said.
        answered: requests that come twice are done once.
        journal: who did what and when, and how it is taken back.
        looks: who saw what, until it is written down.
        questions: which questions for the room were chosen, reworded or discarded.
        deletion: of notes, people, sessions and programmes for good.
        jobs: what is worked out, and what waits to be.
        retention: how long programmes are kept.
        consents: what may be done with whose words.
        report_choices: what goes into reports.
        webhooks: addresses that are told what happens.
        publications: fixed versions of reports for those who have a place in a programme.
        accounts: of those who sign in.
        sign_ins: who is signed in where.
        readers: who asks, by cookie or token.
        links: by which people come in or choose a password.
        elsewhere: sign-ins by a provider.
        post: sends links by mail, where the settings name a server.
        provider: the one that the settings name.
        signatures: of the service.
        tokens: for programs.
        members: of programmes.
    """

    def __init__(
        self,
        database: Database,
        settings: Settings,
        load_embedder: Callable[[str | None], Embedder] | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        findings_of: FindingsOf | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        loaded = embedder_of(settings, load_embedder or _loads(settings))
        results = findings_of.results if findings_of else ResultCache(database, loaded, clock)
        self._findings = findings_of or FindingsOf(database, settings, results)
        self.settings = settings
        self.programmes, self.copies = Programmes(database, clock), ProgrammeCopies(database, clock)
        self.models = ModelChoices(database, settings)
        self.archives = ProgrammeArchives(database, settings, clock)
        self.files = ProgrammeFiles(database, settings, clock)
        self.removed, self.session_titles = RemovedFiles(database, clock), SessionTitles(database)
        self.edits = ReadingEdits(database, self._findings, clock)
        self.feedback = FeedbackForms(database, settings, self._findings)
        self.identities = SpeakerIdentities(database, self._findings)
        self.attendance = SessionAttendance(database, self._findings)
        self.names = JoinedNames(database, self._findings)
        self.matches = JudgedMatches(database, self._findings, clock)
        self.sortings = Sortings(database, self._findings, clock)
        self.rooms = Rooms(database, settings, self._findings, self.sortings)
        self.search, self.shelf = Search(database, results), Shelf(database, results)
        self.answered = AnsweredRequests(database)
        self._open_asked(database, settings, clock)
        self.questions = QuestionChoices(database, clock)
        self.journal = History(database, self.edits, self.questions, self.removed)
        self.looks = Looks(database, self._findings, clock)
        self.jobs = Jobs(database, self._findings, self._publish, self.assistant.carry_out)
        self.deletion, self.consents = Deletion(database, results), Consents(database, self._findings)
        self.webhooks = Webhooks(database, settings, clock)
        self.retention = Retention(database, self.deletion, clock)
        self.publications, self.report_choices = Publications(database, clock), ReportChoices(database)
        self._open_learning(database, settings, clock)
        self._open_accounts(database, settings, clock)

    def _open_learning(self, database: Database, settings: Settings, clock: Callable[[], datetime]) -> None:
        self.reviews, self.memos = Reviews(database, clock), Memos(database, self._findings, clock)
        self.gatherings = Gatherings(database, clock)
        self.reflections = Reflections(database, self.feedback, self._findings, clock)
        self.power, self.first_names = Power(database, self._findings), FirstNames(database)
        self.ratings = ReviewRatings(database, settings, clock)
        self.cafes, self.table_notes = Cafes(database), TableNotes(database, settings, clock)
        self.shares, self.library_files = Shares(database, self._findings, clock), LibraryFiles(database, clock)
        self.rubrics = Rubrics(database, self._findings, clock)
        self.rubric_elements = RubricElements(database, clock)
        self.writing = WritingTogether(database, self.settings, self._findings, self.rubrics)
        self.actions = Actions(database, self._findings, clock)
        self.stages = Stages(database, self.actions, self.reviews, self.publications, self.shares, clock)

    def _open_asked(self, database: Database, settings: Settings, clock: Callable[[], datetime]) -> None:
        self.asks = Asks(database, settings, self._findings, clock)
        self.assistant = Assistant(database, settings, self._findings, self.edits, clock)
        self.channels = Channels(database, settings, self._findings, self.files, clock)
        self.surveys, self.outcomes = Surveys(database, settings, self._findings, clock), Outcomes(database)

    def _open_accounts(self, database: Database, settings: Settings, clock: Callable[[], datetime]) -> None:
        self.accounts, self.members = Accounts(database, clock), Members(database)
        self.provider, self.signatures = Provider(settings), Signatures(database, settings)
        self.sign_ins = SignIns(database, settings, self.signatures, Throttle(database, clock), clock)
        self.readers = Readers(database, self.signatures, clock)
        self.links, self.tokens = Links(database, self.sign_ins, clock), ApiTokens(database, clock)
        self.elsewhere = Elsewhere(self.sign_ins, self.links, clock)
        self.post = Post(settings, clock)

    @classmethod
    def open(cls, settings: Settings) -> "Workspace":
        """Open the database that the settings name, make or migrate its tables, and return the workspace on it.

        Before tables change, all that is there is written into a file beside the database.

        Raises:
            StoreError: the database cannot be used.
        """
        return cls(Database.open(settings.url, copies_folder(settings)), settings)

    def for_readers(self) -> "Workspace":
        """Return this workspace as a request may use it: of what is found it gives what is there, and makes nothing.

        While something is made anew its `findings` give the last; what was never made raises `NotMadeYet`.
        """
        return Workspace(self._database, self.settings, clock=self._clock, findings_of=self._findings.stored())

    def _publish(
        self, slug: str, file: Ordered, report: Progress, wanted: Callable[[Transaction], bool]
    ) -> Publication:
        from service.exports.publish import publish_file  # it needs the workspace itself

        return publish_file(self.for_readers(), slug, file, report, wanted)

    def failing(self) -> tuple[str, ...]:
        """Return what keeps this installation from answering as it should."""
        return failing(self._database, self.settings)

    def keep_room_for_removing(self) -> None:
        """Hold some of the disk in reserve, so that removing a file works where the disk is full."""
        self._database.keep_reserve(self.settings.max_upload_bytes)

    def size(self) -> int:
        """Return the bytes that the database takes."""
        return self._database.size()

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def findings(self, slug: str) -> Findings:
        """Return a programme as it is now, and what was found in it: one read of the store for a whole request."""
        return self._findings.of(slug)

    def load_sample(self) -> Programme:
        """Make the sample programme, keep its files, lay out what was sorted, and keep what people did about it.

        If it is there already, return it.
        """
        sample = read_sample()
        slug = self.programmes.with_outline(sample.name, sample.description, sample.outline).slug
        is_new = not self.files.every(slug)
        self.files.add(slug, sample.uploads)
        for element, own in sample.sorted.items():
            piles = [Pile(slugify(name), name, names=sample.called[name]) for name in own if name]
            placed = {text_key(text): slugify(name) if name else ASIDE for name, texts in own.items() for text in texts}
            self.sortings.arrange(slug, slugify(element), piles, placed)
        if is_new:
            keep_loop(self.findings(slug), read_loop(), self._loop_services())
        return self.programmes.get(slug)

    def _loop_services(self) -> LoopServices:
        return LoopServices(
            lambda moment: Actions(self._database, self._findings, lambda: moment),
            lambda moment: Memos(self._database, self._findings, lambda: moment),
            self.power,
            self.reviews,
            self.surveys,
            self.outcomes,
        )


def _loads(settings: Settings) -> Callable[[str | None], Embedder]:
    """Return what loads a model, with the key and the machines that settings name."""
    return partial(nlp.load_embedder, key=settings.model_key or None, hosts=settings.model_hosts or None)
