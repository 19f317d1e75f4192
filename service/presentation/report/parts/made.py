"""How this was made: numbers, model, limits, and what people changed."""

from collections.abc import Iterator

from markupsafe import Markup

from service.presentation.i18n import Language
from service.presentation.readings.edits import Change
from service.presentation.report.document import Section
from service.presentation.report.findings_view import ReportView
from service.presentation.report.parts.words import points, spoken


def how_it_was_made(view: ReportView, language: Language) -> Section:
    """Return the box at the end of a facilitator's report."""
    items = points((*method(view, language), people_words(language, named=view.named)))
    heading = language.gettext("How this was made")
    return Section("made", heading, items, what_was_changed(view, language), boxed=True)


def method(view: ReportView, language: Language) -> Iterator[Markup]:
    """Yield what a report rests on, what made it, and what it cannot show."""
    yield language.gettext("It rests on {numbers}.", numbers=view.numbers)
    yield from view.limits
    yield from laid_out(view, language)
    yield language.gettext(
        "A reading is called as a person called it, else by a clause of its notes; where no clause says what they "
        "share, one of the notes stands for all. Nearest words of the model may be wrong, the quotes are not."
    )
    yield chance(language)
    yield carefully(language)


def laid_out(view: ReportView, language: Language) -> Iterator[Markup]:
    """Yield which model placed the notes, nothing where there are none."""
    if view.model:
        yield language.gettext(
            "A language model ({model}) placed notes of similar meaning next to each other; this is one way to lay "
            "them out, and fewer or more readings may be as true. It was not told what the teams think.",
            model=view.model,
        )


def chance(language: Language) -> Markup:
    """Return how bars and bands are read."""
    return language.gettext(
        "Bars count notes, the pale band is how far chance could move them (95%). With few notes the band is wide: "
        "then it is too few to say."
    )


def carefully(language: Language) -> Markup:
    """Return what shares of speaking time do not say."""
    return language.gettext(
        "Speaking much is not the same as being heard, and silence can have good reasons. Ask before you conclude."
    )


def people_words(language: Language, *, named: bool) -> Markup:
    """Return how people stand in a facilitator's report."""
    if named:
        return language.gettext("People are named. Share it only with those who agreed to that.")
    return language.gettext(
        "People are numbered, and names on the rosters are replaced in quotes too. Other details may still tell who "
        "somebody is: read it before you share it."
    )


def what_was_changed(view: ReportView, language: Language) -> tuple[Section, ...]:
    """Return what people changed about the readings and said of descriptors, nothing where they did not."""
    judged = (Markup("{} {}").format(one.words, one.when) for one in view.judged)
    changed = (_change(one, language, named=view.named) for one in view.changes)
    blocks = points((*judged, *changed))
    return (Section("changed", language.gettext("What the facilitator changed"), blocks),) if blocks else ()


def _change(one: Change, language: Language, *, named: bool) -> Markup:
    element = spoken(one.element, language) if one.element else language.gettext("No element")
    said = Markup("{}: {}").format(element, one.said)
    if one.why_not:
        said = Markup("{} {}").format(said, one.why_not)
    when = Markup(" · ").join(
        filter(None, (Markup.escape(one.when), spoken(one.by, language) if named and one.by else ""))
    )
    return Markup("{} ({})").format(said, when) if when else said
