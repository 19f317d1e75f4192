"""What those present say of a session: their form, and their answers beside the record."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.json_form import Json
from nlp.participation.feedback import POINTS
from service.annotations.feedback_forms import Form
from service.presentation.i18n import Language
from service.presentation.readings.questions import RoomQuestion, plain
from service.presentation.sessions.session_sentences import FEW_PEOPLE


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
class AnswersView:
    """All that a page shows of the answers to a form.

    Attributes:
        form: whose answers they are.
        lead: how many answered, and what they say of the room.
        items: () where there are too few answers.
        missing: whose voice was missing, in people's own words.
        cautions: what to bear in mind.
        questions: where answers and record disagree.
    """

    form: Form
    lead: Markup
    items: tuple[ItemBar, ...]
    missing: tuple[str, ...]
    cautions: tuple[Markup, ...]
    questions: tuple[RoomQuestion, ...]


def statements(language: Language) -> tuple[Statement, ...]:
    """Return the statements of the form in its order."""
    return (
        Statement("voice", language.gettext("I could say what I wanted to say.")),
        Statement("language", language.gettext("Language was no obstacle for me.")),
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


def answers_view(
    form: Form, results: Json, language: Language, present: int | None = None, mask: Callable[[str], str] = str
) -> AnswersView:
    """Turn `nlp.json_form.observers_to_json` into what pages show.

    Args:
        form: whose answers they are.
        results: the answers.
        language: of the reader.
        present: how many people the record knows, None if there is no record.
        mask: hides names in what people wrote.
    """
    items = {str(item["item"]): item for item in results["items"]}
    return AnswersView(
        form=form,
        lead=_lead(form, results, items, language),
        items=tuple(_bar(each, items[each.item], language) for each in statements(language) if each.item in items),
        missing=tuple(mask(text) for text in results["missing"]),
        cautions=tuple(_cautions(results, present, language)),
        questions=tuple(_question(each, language) for each in results["questions"]),
    )


def _lead(form: Form, results: Json, items: Mapping[str, Json], language: Language) -> Markup:
    if not results["answers"]:
        came = language.ngettext("{n} answer so far.", "{n} answers so far.", form.received)
        if form.is_open:
            return came + " " + language.gettext("They can be read when the form is closed.")
        return came + " " + language.gettext("That is too few to show: single people could be recognised.")
    heard = items["heard"]
    if int(heard["answers"]) < FEW_PEOPLE:
        return language.ngettext("{n} person answered.", "{n} people answered.", int(results["answers"]))
    return language.gettext(
        "{agree} of {n} who answered say that everybody's view was heard.",
        agree=int(heard["agree"]),
        n=int(heard["answers"]),
    )


def _bar(statement: Statement, item: Json, language: Language) -> ItemBar:
    answers = int(item["answers"])
    if answers < FEW_PEOPLE:
        return ItemBar(statement.text, 0.0, 0.0, language.gettext("too few to say"))
    words = language.gettext("{agree} of {n} mostly or completely", agree=int(item["agree"]), n=answers)
    if item["disagree"]:
        words += "; " + language.gettext("{disagree} not at all or a little", disagree=int(item["disagree"]))
    return ItemBar(
        statement.text,
        round(100 * int(item["agree"]) / answers, 2),
        round(100 * int(item["disagree"]) / answers, 2),
        words,
    )


def _cautions(results: Json, present: int | None, language: Language) -> list[Markup]:
    said = []
    answers = int(results["answers"])
    if answers and results["waiting"]:
        said.append(
            language.ngettext(
                "{n} more answer came later. It is counted when others have come: single people could be recognised.",
                "{n} more answers came later. They are counted when others have come: single people could be "
                "recognised.",
                int(results["waiting"]),
            )
        )
    if present is not None and answers > present:
        said.append(
            language.gettext(
                "There are more answers ({answers}) than people on the record ({present}).",
                answers=answers,
                present=present,
            )
        )
    elif present is not None and answers and 2 * answers < present:
        said.append(
            language.gettext(
                "Only {answers} of {present} people answered. The others may see it differently.",
                answers=answers,
                present=present,
            )
        )
    return said


def _question(question: Json, language: Language) -> RoomQuestion:
    values = {place: language.digits(str(value)) for place, value in question["values"].items()}
    return RoomQuestion(plain(language.gettext(str(question["template"]), **values)))


def filled(form: Mapping[str, str], items: Sequence[str]) -> dict[str, int | None]:
    """Return the points of a form that a browser sent; what is no answer counts as left out."""
    known = {str(point): point for point in POINTS}
    return {item: known.get(form.get(item, "")) for item in items}
