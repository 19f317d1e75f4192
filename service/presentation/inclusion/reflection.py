"""How inclusive a session was, on one page: what the three views say, questions, and a plan for talking about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from nlp.participation.feedback import FEWEST_PRESENT, Measured
from nlp.participation.three_views import Points, Source, ThreeViews, View
from nlp.participation.types import Participation
from service.inclusion.types import ObserverNote, Reflection
from service.presentation.i18n import Language
from service.presentation.masking.masking import People
from service.presentation.readings.questions import RoomQuestion, plain
from service.presentation.sessions.feedback import FeedbackView, feedback_view
from service.presentation.sessions.session_lead import lead_without_people, present, session_lead

USUAL_MINUTES = 25
_MINUTES = {20: (3, 5, 7, 3, 2), 25: (4, 6, 9, 4, 2), 30: (5, 7, 10, 5, 3)}


@dataclass(frozen=True)
class Part:
    """A part of the talk: how many minutes, and what is done in them."""

    minutes: int
    text: Markup


@dataclass(frozen=True)
class ReflectionView:
    """All that the page shows, in its order.

    Attributes:
        lead: whether the three agree or differ.
        record: what the record shows, () while there is none.
        feedback: what those present answered.
        notes: of observers, each with the words for where it points, "" for nowhere.
        questions: to talk about.
        minutes: how long the talk is, and `lengths` how long it could be.
        parts: of the talk.
    """

    lead: Markup
    record: tuple[Markup, ...]
    feedback: FeedbackView
    notes: tuple[tuple[ObserverNote, Markup], ...]
    questions: tuple[RoomQuestion, ...]
    minutes: int
    lengths: tuple[int, ...]
    parts: tuple[Part, ...]


def reflection_view(
    given: Reflection,
    participation: Participation | None,
    language: Language,
    minutes: int = USUAL_MINUTES,
    people: People | None = None,
) -> ReflectionView:
    """Turn what there is for talking about a session into what its page shows.

    Args:
        given: all of it.
        participation: of the session, None while that is not known.
        language: of the reader.
        minutes: how long the talk is: 20, 25 or 30.
        people: what everybody is called on the page.
    """
    length = minutes if minutes in _MINUTES else USUAL_MINUTES
    words = points(language)
    mask = people.mask if people else str
    everybody = present(participation) if participation else None
    feedback = feedback_view(given.form, given.answers, language, everybody, mask)
    return ReflectionView(
        lead=_lead(given.views, language),
        record=_record(participation, given.measured, language),
        feedback=feedback,
        notes=tuple((each, words[each.points]) for each in given.notes),
        questions=(*feedback.questions, *_questions(given.views, language)),
        minutes=length,
        lengths=tuple(_MINUTES),
        parts=tuple(_parts(length, language)),
    )


def points(language: Language) -> dict[Points, Markup]:
    """Return the words for where a note of an observer points, in the order of the form."""
    return {
        Points.OUT: language.gettext("somebody was left out"),
        Points.IN: language.gettext("people had a part"),
        Points.NEITHER: Markup(),
    }


def _lead(views: ThreeViews, language: Language) -> Markup:
    def listed(view: View) -> Markup:
        return language.list([_called(source, language) for source in views.saying(view)])

    if views.differ:
        return language.gettext(
            "They differ. To judge by {ins}, everybody had a part; to judge by {outs}, somebody was left out. "
            "Each sees what the others cannot: begin there.",
            ins=listed(View.IN),
            outs=listed(View.OUT),
        )
    if views.agree is View.IN:
        return language.gettext("To judge by {sources}, everybody had a part.", sources=listed(View.IN))
    if views.agree is View.OUT:
        return language.gettext("To judge by {sources}, somebody was left out.", sources=listed(View.OUT))
    return language.gettext(
        "The record, those present and the observers: at least two of them must say something clear before they can "
        "be held against each other."
    )


def _called(source: Source, language: Language) -> Markup:
    words = {
        Source.RECORD: language.gettext("the record"),
        Source.ANSWERS: language.gettext("the answers of those present"),
        Source.OBSERVERS: language.gettext("the notes of observers"),
    }
    return words[source]


def _record(participation: Participation | None, measured: Measured | None, language: Language) -> tuple[Markup, ...]:
    """Return what the record shows of all together: no share that is one person's."""
    if participation is None or measured is None:
        return ()
    silent = lead_without_people(participation, language)
    if not silent or measured.present < FEWEST_PRESENT:
        return silent or session_lead(participation, language)[:1]
    as_if = language.number(round(measured.effective_speakers))
    return (*silent, language.gettext("It was shared as if {number} people had said equally much.", number=as_if))


def _questions(views: ThreeViews, language: Language) -> Iterator[RoomQuestion]:
    asked = [language.gettext("Who spoke more here, and who spoke less? What made it so?")]
    if View.OUT in {views.record, views.answers, views.observers}:
        asked.append(language.gettext("Who was left out, and how could they have come in?"))
    asked.append(language.gettext("Did anybody say something else because of who was in the room?"))
    yield from (RoomQuestion(plain(each)) for each in asked)


def _parts(length: int, language: Language) -> Iterator[Part]:
    texts = (
        language.gettext("Everybody reads this page for themselves."),
        language.gettext("The observers say what they noticed. Nobody answers yet."),
        language.gettext("Talk about the questions, first in pairs, then together."),
        language.gettext("Write down what you want to do differently, one line each."),
        language.gettext("How did this talk itself feel? Did you notice anything in it?"),
    )
    yield from (Part(minutes, text) for minutes, text in zip(_MINUTES[length], texts, strict=True))
