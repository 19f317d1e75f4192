"""Texts that were found: in their own script, with their place, and why they are here."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from urllib.parse import urlencode

from markupsafe import Markup, escape

from nlp.messages import msgid
from service.names.slugs import slugify
from service.presentation.i18n import Language, language_of
from service.presentation.messages import say
from service.presentation.team_marks import Mark, Marks
from service.presentation.template import address
from service.presentation.text import name
from service.search.search import PAGE
from service.search.types import By, Filters, Hit, InPlace, Results, TextKind
from service.search.types import Mark as Marked
from service.types import Programme

KINDS: Mapping[TextKind, str] = {
    TextKind.NOTE: msgid("Note"),
    TextKind.DESCRIPTOR: msgid("Descriptor"),
    TextKind.TURN: msgid("Turn in a session"),
    TextKind.REMARK: msgid("Remark on a rating"),
}
WAYS: Mapping[By, str] = {
    By.BOTH: msgid("By words and by meaning"),
    By.WORD: msgid("By words only"),
    By.MEANING: msgid("By meaning only"),
}
FILTERS: Mapping[str, str] = {
    "kind": msgid("What"),
    "element": msgid("Element"),
    "team": msgid("Team"),
    "review": msgid("Review"),
    "language": msgid("Language"),
    "session": msgid("Session"),
}
MOST_EXAMPLES = 5


@dataclass(frozen=True)
class FoundText:
    """One text.

    Attributes:
        anchor: its place on the page.
        text: the words, those that were looked for marked.
        code: BCP 47 for the `lang` attribute.
        language: its name in the reader's language, "" where it is not told.
        mark: of the team, None where there is none.
        kind: what it is.
        where: what it speaks of and where it stands, each a link or a name.
        why: why it is here, "" if it was not looked for.
        link: to its surroundings.
        source: name of its file.
    """

    anchor: str
    text: Markup
    code: str
    language: str
    mark: Mark | None
    kind: Markup
    where: tuple[Markup, ...]
    why: Markup
    link: str
    source: str


@dataclass(frozen=True)
class ResultsView:
    """A page of what was found.

    Attributes:
        lead: how many, and how.
        remarks: what should be known of the answer.
        texts: the best first.
        first: the number of the first of them, from 1.
        before, after: addresses of the pages before and after, "" if there is none.
    """

    lead: tuple[Markup, ...] = ()
    remarks: tuple[Markup, ...] = ()
    texts: tuple[FoundText, ...] = ()
    first: int = 1
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Choice:
    """What can be chosen in one filter: its name in the form, its heading, and value -> words."""

    name: str
    heading: Markup
    chosen: str
    options: Mapping[str, Markup] = field(default_factory=dict)


def results_view(
    given: Results,
    typed: str,
    by: By,
    filters: Filters,
    programme: Programme,
    marks: Marks,
    language: Language,
    *,
    links: bool = True,
) -> ResultsView:
    """Return what was found for a reader, with `links` to elements and sessions for those who may open these."""
    here = address("programmes", programme.slug, "search")
    asked = {"q": typed, "by": by.value} | {key: str(value) for key, value in asdict(filters).items() if value}

    def at(start: int) -> str:
        return f"{here}?{urlencode({**asked, 'cursor': str(start)})}"

    unread = language.ngettext(
        "{n} text could be found by its words only: its meaning is not read yet.",
        "{n} texts could be found by their words only: their meaning is not read yet.",
        given.by_word_only,
    )
    return ResultsView(
        lead=_lead(given, language),
        remarks=(*(say(each, language) for each in given.remarks), *((unread,) if given.by_word_only else ())),
        texts=tuple(found_text(hit, programme, marks, language, typed, links=links) for hit in given.hits),
        first=given.start + 1,
        before=at(max(0, given.start - PAGE)) if given.start else "",
        after=at(int(given.next)) if given.next else "",
    )


def _lead(given: Results, language: Language) -> tuple[Markup, ...]:
    if not given.total:
        return ()
    lead = [language.ngettext("{n} text was found.", "{n} texts were found.", given.total)]
    if given.by_word:
        lead.append(language.ngettext("{n} has the words.", "{n} have the words.", given.by_word))
    if given.by_meaning:
        lead.append(
            language.ngettext(
                "{n} is close in meaning, in whatever words.",
                "{n} are close in meaning, in whatever words.",
                given.by_meaning,
            )
        )
    return tuple(lead)


def found_text(
    hit: Hit, programme: Programme, marks: Marks, language: Language, typed: str = "", *, links: bool = True
) -> FoundText:
    """Return one text for a reader who had `typed` something to find it."""
    code = language_of(hit.text) if hit.language == "und" else hit.language
    return FoundText(
        anchor=f"n-{hit.id}",
        text=marked(hit.text, hit.marks),
        code=code,
        language="" if hit.language == "und" else language.language_name(hit.language),
        mark=marks.of(hit.place.team) if hit.place.team else None,
        kind=language.gettext(KINDS[hit.kind]),
        where=tuple(_where(hit, programme if links else None, language)),
        why=_why(hit, language),
        link=address("programmes", programme.slug, "notes", hit.id, **({"q": typed} if typed else {})),
        source=hit.place.file,
    )


def marked(text: str, marks: Sequence[Marked]) -> Markup:
    """Return a text in which the words that were looked for are marked."""
    parts, at = [], 0
    for each in marks:
        parts += [escape(text[at : each.start]), Markup("<mark>{}</mark>").format(text[each.start : each.end])]
        at = each.end
    return Markup("").join([*parts, escape(text[at:])])


def _where(hit: Hit, programme: Programme | None, language: Language) -> list[Markup]:
    place, found = hit.place, []
    if place.element:
        found.append(_link(name(place.element), programme, "elements", slugify(place.element)))
    if place.level:
        found.append(name(place.level))
    if place.title:
        found.append(_link(name(place.title), programme, "sessions", place.session))
    if place.speaker:
        found.append(name(place.speaker))
    if place.start is not None:
        found.append(language.gettext("at {time}", time=language.digits(clock(place.start))))
    if place.review:
        found.append(name(place.review))
    return found


def _why(hit: Hit, language: Language) -> Markup:
    if By.WORD in hit.found_by:
        both = By.MEANING in hit.found_by
        return language.gettext("has the words and is close in meaning") if both else language.gettext("has the words")
    return language.gettext("is close in meaning") if hit.found_by else Markup("")


def _link(words: Markup, programme: Programme | None, *path: str) -> Markup:
    """Return words as a link into a programme, without one as they are."""
    if programme is None:
        return words
    return Markup('<a href="{}">{}</a>').format(address("programmes", programme.slug, *path), words)


def clock(seconds: float) -> str:
    """Return a moment of a session as hours, minutes and seconds."""
    whole = int(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def choices(
    programme: Programme, sessions: Mapping[str, str], languages: Sequence[str], filters: Filters, language: Language
) -> tuple[Choice, ...]:
    """Return the filters of the form; one in which nothing could be chosen is left out."""
    options: Mapping[str, Mapping[str, Markup]] = {
        "kind": {kind.value: language.gettext(words) for kind, words in KINDS.items()},
        "element": {slugify(each): _plain(each, language) for each in programme.elements},
        "team": {each: _plain(each, language) for each in programme.teams},
        "review": {each: _plain(each, language) for each in programme.reviews},
        "language": {code: escape(language.language_name(code)) for code in languages},
        "session": {slug: escape(title) for slug, title in sessions.items()},
    }
    chosen = {key: str(value or "") for key, value in asdict(filters).items()}
    return tuple(
        Choice(key, language.gettext(words), chosen[key], options[key])
        for key, words in FILTERS.items()
        if options[key]
    )


def _plain(text: str, language: Language) -> Markup:
    return escape(language.called(text))


@dataclass(frozen=True)
class InPlaceView:
    """A text in its surroundings.

    Attributes:
        text: itself.
        before, after: its neighbours.
        element: of a note, "" where there is none.
        session: the session's name in addresses, of a turn.
        reading: what the reading that it is in is called, "" where it is in none.
        others: what the other readings of the element are called.
    """

    text: FoundText
    before: tuple[FoundText, ...]
    after: tuple[FoundText, ...]
    element: str
    session: str
    line: int | None
    reading: str
    others: tuple[str, ...]


def in_place_view(
    given: InPlace, programme: Programme, marks: Marks, language: Language, typed: str = "", *, links: bool = True
) -> InPlaceView:
    """Return a text in its surroundings for a reader; what its neighbours share with it is said once.

    Args:
        given: the text.
        programme: that it is of.
        marks: of the teams.
        language: of the reader.
        typed: what found it.
        links: whether the reader may open elements and sessions.
    """
    hit = given.hit
    text = found_text(hit, programme, marks, language, typed, links=links)

    def neighbours(hits: Sequence[Hit]) -> tuple[FoundText, ...]:
        shown = (found_text(each, programme, marks, language, typed, links=links) for each in hits)
        return tuple(
            replace(each, where=tuple(part for part in each.where if part not in text.where)) for each in shown
        )

    return InPlaceView(
        text=text,
        before=neighbours(given.before),
        after=neighbours(given.after),
        element=hit.place.element if hit.kind is TextKind.NOTE and links else "",
        session=hit.place.session if links else "",
        line=hit.place.line,
        reading=hit.place.label,
        others=tuple(label for reading, label in given.readings.items() if reading != hit.place.reading),
    )
