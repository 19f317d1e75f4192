"""What those present say of a session: the feedback form, and its answers beside the record."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.participation.feedback import POINTS, ItemAnswers, ObserversView
from nlp.participation.types import Participation
from service.annotations.feedback_forms import MANY, FeedbackForms, Form
from service.presentation.i18n import Language
from service.presentation.masking.masking import People
from service.presentation.messages import say
from service.presentation.readings.questions import RoomQuestion, plain
from service.presentation.sessions.session_lead import FEW_PEOPLE, present
from service.programmes.snapshot import Snapshot


@dataclass(frozen=True)
class Statement:
    """A statement of the form; `item` is its name in what is sent."""

    item: str
    text: Markup


@dataclass(frozen=True)
class ItemBar:
    """How a statement was answered; `agree` and `disagree` 0 to 100."""

    text: Markup
    agree: float
    disagree: float
    words: Markup


@dataclass(frozen=True)
class FeedbackView:
    """All that a page shows of the answers to a form.

    Attributes:
        form: whose answers they are.
        lead: how many answered, and what they say of the room.
        items: () where there are too few answers.
        missing: whose voice was missing, in people's own words.
        cautions: what to bear in mind.
        questions: where answers and record disagree.
        after_many: how many answers came from devices that had sent many before, "" for none.
        taken_away: what taking them away does, "" where it cannot be done.
    """

    form: Form
    lead: Markup
    items: tuple[ItemBar, ...]
    missing: tuple[str, ...]
    cautions: tuple[Markup, ...]
    questions: tuple[RoomQuestion, ...]
    after_many: Markup
    taken_away: Markup


def statements(language: Language) -> tuple[Statement, ...]:
    """Return the statements of the form in its order."""
    return (
        Statement("voice", language.gettext("I could say what I wanted to say.")),
        Statement("language", language.gettext("I could speak and understand in a language that suits me.")),
        Statement("heard", language.gettext("Everybody's view was heard.")),
    )


def points(language: Language) -> tuple[tuple[int, Markup], ...]:
    """Return the answers to a statement, from 1 to 5."""
    return (
        (1, language.gettext("not at all")),
        (2, language.gettext("a little")),
        (3, language.gettext("partly")),
        (4, language.gettext("mostly")),
        (5, language.gettext("completely")),
    )


def feedback_view(
    form: Form,
    answers: ObserversView,
    language: Language,
    people_present: int | None = None,
    mask: Callable[[str], str] = str,
) -> FeedbackView:
    """Turn the answers to a form into what pages show.

    Args:
        form: whose answers they are.
        answers: all together, as far as they can be shown.
        language: of the reader.
        people_present: how many people the record knows, None if there is no record.
        mask: hides names in what people wrote.
    """
    items = {each.item: each for each in answers.items}
    return FeedbackView(
        form=form,
        lead=_lead(form, answers, items.get("heard"), language),
        items=tuple(_bar(each, items[each.item], language) for each in statements(language) if each.item in items),
        missing=tuple(mask(text) for text in answers.missing),
        cautions=tuple(_cautions(answers, people_present, language)),
        questions=tuple(RoomQuestion(plain(say(each, language))) for each in answers.questions),
        after_many=_after_many(form, language),
        taken_away=_taken_away(form, language),
    )


def session_feedback(
    forms: FeedbackForms,
    at: Snapshot,
    session_slug: str,
    participation: Participation,
    people: People,
    language: Language,
) -> FeedbackView | None:
    """Return the answers to the form of a session, None if there is no form; names in them as on the page."""
    form = forms.form_of(at, session_slug)
    if form is None:
        return None
    answers = forms.results(at.slug, form.code)
    return feedback_view(form, answers, language, present(participation), people.mask)


def _lead(form: Form, answers: ObserversView, heard: ItemAnswers | None, language: Language) -> Markup:
    if heard is None:
        came = language.ngettext("{n} answer so far.", "{n} answers so far.", form.received)
        if form.is_open:
            return came + " " + language.gettext("They can be read when the form is closed.")
        return came + " " + language.gettext("That is too few to show: single people could be recognised.")
    if heard.answers < FEW_PEOPLE:
        return language.ngettext("{n} person answered.", "{n} people answered.", answers.answers)
    return language.gettext(
        "{agree} of {n} who answered say that everybody's view was heard.", agree=heard.agree, n=heard.answers
    )


def _after_many(form: Form, language: Language) -> Markup:
    if not form.after_many:
        return Markup()
    return language.ngettext(
        "{n} of {all} answers came from a device that had sent {many} before: it was passed round, answers were typed "
        "in from paper, or somebody answered again and again. Which device is not known.",
        "{n} of {all} answers came from devices that had sent {many} before: they were passed round, answers were "
        "typed in from paper, or somebody answered again and again. Which devices is not known.",
        form.after_many,
        all=form.received,
        many=MANY,
    )


def _taken_away(form: Form, language: Language) -> Markup:
    if not form.removable:
        return Markup()
    return language.ngettext(
        "{n} answer goes, for good; the first {many} of each device stay.",
        "{n} answers go, for good; the first {many} of each device stay.",
        form.removable,
        many=MANY,
    )


def _bar(statement: Statement, item: ItemAnswers, language: Language) -> ItemBar:
    if item.answers < FEW_PEOPLE:
        return ItemBar(statement.text, 0.0, 0.0, language.gettext("too few to say"))
    words = language.gettext("{agree} of {n} mostly or completely", agree=item.agree, n=item.answers)
    if item.disagree:
        words += "; " + language.gettext("{disagree} not at all or a little", disagree=item.disagree)
    agree, disagree = (round(100 * count / item.answers, 2) for count in (item.agree, item.disagree))
    return ItemBar(statement.text, agree, disagree, words)


def _cautions(answers: ObserversView, people_present: int | None, language: Language) -> Iterator[Markup]:
    if answers.answers and answers.waiting:
        yield language.ngettext(
            "{n} more answer came later. It is counted when others have come: single people could be recognised.",
            "{n} more answers came later. They are counted when others have come: single people could be recognised.",
            answers.waiting,
        )
    if people_present is None or not answers.answers:
        return
    if answers.answers > people_present:
        yield language.gettext(
            "There are more answers ({answers}) than people on the record ({present}).",
            answers=answers.answers,
            present=people_present,
        )
    elif 2 * answers.answers < people_present:
        yield language.gettext(
            "Only {answers} of {present} people answered. The others may see it differently.",
            answers=answers.answers,
            present=people_present,
        )


def filled(form: Mapping[str, str], items: Sequence[str]) -> dict[str, int | None]:
    """Return the points of a form that a browser sent; what is no answer counts as left out."""
    known = {str(point): point for point in POINTS}
    return {item: known.get(form.get(item, "")) for item in items}
