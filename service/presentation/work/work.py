"""What is being worked out for a programme, how far it is, and how long it may still take."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.messages import Message, msgid
from service.assistant.asked import ASSISTANT, Asked
from service.jobs.types import Job
from service.presentation.i18n import NAMES, Language
from service.presentation.messages import say
from service.presentation.report.publishing import format_name, reader_card
from service.publications.ordered import PUBLICATION, told
from service.store.jobs.jobs import Place, State
from service.store.programmes import PLAN
from service.types import Session

MINUTE = 60
_WHAT: Mapping[str, str] = {
    PLAN: msgid("What there is to do"),
    "readings": msgid("Readings of all notes"),
    "drift": msgid("What changed from review to review"),
    "rubrics": msgid("The rubrics beside each other"),
    "over time": msgid("Who was heard over all sessions"),
}
_OF: Mapping[str, str] = {
    "readings": msgid("Readings of {subject}"),
    "participation": msgid("Who was heard in {subject}"),
}
_STATE: Mapping[State, str] = {
    State.WAITING: msgid("waits"),
    State.FAILED: msgid("could not be done"),
    State.DONE: msgid("done"),
    State.CANCELLED: msgid("stopped"),
}


@dataclass(frozen=True, slots=True)
class JobView:
    """One thing that is worked out.

    Attributes:
        id: its number.
        what: it is.
        state: in words: waits, how far it is, why it failed.
        percent: how much of it is done.
        can_cancel, can_try: what may be done with it.
    """

    id: int
    what: Markup
    state: Markup
    percent: int
    can_cancel: bool
    can_try: bool


@dataclass(frozen=True, slots=True)
class WorkView:
    """All that is worked out.

    Attributes:
        jobs: in the order in which they are done.
        open: keys of the places that are not there yet; all of them while it is not known what there is to do.
        percent: how much of all is done.
        left: how long it may take, where that can be told.
        stopped: those of what the page waits for that nobody will do unless somebody asks: failed or cancelled.
    """

    jobs: tuple[JobView, ...]
    open: tuple[str, ...]
    percent: int
    left: Markup | None
    stopped: tuple[JobView, ...]

    @property
    def is_over(self) -> bool:
        """Whether nothing is being done and nothing waits."""
        return not self.open

    @property
    def can_try(self) -> bool:
        """Whether anything failed or was stopped."""
        return any(job.can_try for job in self.jobs)


def work_view(
    jobs: Sequence[Job], sessions: Sequence[Session], language: Language, waits_for: Sequence[Place] = ()
) -> WorkView:
    """Turn the jobs of a programme into what is shown of them.

    Args:
        jobs: of the programme.
        sessions: that they may be of.
        language: of the reader.
        waits_for: what the page cannot show as it would be found now.
    """
    titles = {session.slug: _title(session, language) for session in sessions}
    views = {_key(job): _view(job, titles, language) for job in jobs}
    open_keys = [_key(job) for job in jobs if job.is_open]
    if Place(PLAN).key in open_keys:
        open_keys += [place.key for place in waits_for]
    shown = [job for job in jobs if job.kind != PLAN] or list(jobs)
    looking = Place(PLAN).key in open_keys  # what was done may all be to be done again
    done = sum(job.part for job in shown) / len(shown) if shown and not looking else 0.0
    awaited = {place.key for place in waits_for}
    return WorkView(
        jobs=tuple(views.values()),
        open=tuple(dict.fromkeys(open_keys)),
        percent=round(100 * done),
        left=_left([job.seconds_left for job in jobs if job.seconds_left is not None], language),
        stopped=tuple(each for key, each in views.items() if each.can_try and key in awaited),
    )


def _title(session: Session, language: Language) -> str:
    return f"{session.title}, {language.date(session.date)}" if session.date else session.title


def _key(job: Job) -> str:
    return Place(job.kind, job.subject, job.compared).key


def _view(job: Job, titles: Mapping[str, str], language: Language) -> JobView:
    return JobView(
        id=job.id,
        what=_what(job, titles, language),
        state=_state(job, language),
        percent=round(100 * job.part),
        can_cancel=job.is_open,
        can_try=job.state in (State.FAILED, State.CANCELLED),
    )


def _what(job: Job, titles: Mapping[str, str], language: Language) -> Markup:
    if job.kind == PUBLICATION:
        reader, code, format_ = told(job.subject)
        parts = (reader_card(reader, language).name, code, NAMES.get(code, code), format_name(format_, language))
        return Markup('{} · <span lang="{}">{}</span> · {}').format(*parts)
    if job.kind == ASSISTANT:
        asked = Asked.of(job.subject)
        return language.gettext("Names and sentences for readings, in {language}", language=NAMES[asked.language])
    subject = titles.get(job.subject, job.subject) if job.kind == "participation" else job.subject
    said = say(Message(_OF[job.kind], {"subject": subject}) if subject else Message(_WHAT[job.kind]), language)
    return Markup("{} ({})").format(said, ", ".join(job.compared)) if job.compared else said


def _state(job: Job, language: Language) -> Markup:
    if job.state is State.FAILED and job.error:
        return say(job.error, language)
    if job.state is not State.RUNNING:
        return say(Message(_STATE[job.state]), language)
    said = language.gettext("{percent} done", percent=language.percent(job.part))
    return Markup("{} · {}").format(said, say(job.step, language)) if job.step else said


def _left(seconds: Sequence[int], language: Language) -> Markup | None:
    if not seconds:
        return None
    most = max(seconds)
    if most < MINUTE:
        return language.gettext("less than a minute left")
    return language.ngettext("about {n} minute left", "about {n} minutes left", round(most / MINUTE))
