"""The page of the assistant: what waits to be checked, what was taken, where notes go, and how the last run ended."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from nlp.messages import Message, msgid
from nlp.readings.types import Reading
from service.assistant.checking.refusals import Why
from service.assistant.proposed import ProposalNow
from service.assistant.standing import AssistantStanding
from service.assistant.types import ProposalKind, Run
from service.journal.words import SOMEBODY
from service.names.slugs import slugify
from service.presentation.i18n import NAMES, Language
from service.presentation.messages import say
from service.presentation.template import address

_KINDS: Mapping[ProposalKind, str] = {
    ProposalKind.NAME: msgid("A name"),
    ProposalKind.SENTENCE: msgid("What belongs in it"),
    ProposalKind.PLACE: msgid("Where it might go"),
    ProposalKind.SUMMARY: msgid("A summary"),
    ProposalKind.TRANSLATION: msgid("A translation"),
}
_REFUSED: Mapping[Why, str] = {
    Why.UNREADABLE: msgid("it was in no form that can be read"),
    Why.EMPTY: msgid("it said nothing"),
    Why.LONG: msgid("it was too long"),
    Why.SENTENCES: msgid("it was more than one sentence"),
    Why.NUMBERS: msgid("it had a number that the notes do not have"),
    Why.COMPARES: msgid("it counted or compared people"),
    Why.GROUP: msgid("it named a team or another group"),
    Why.PERSON: msgid("it named a person, or how to reach one"),
    Why.SCRIPT: msgid("it was in another script"),
    Why.ADDRESS: msgid("it had an address or a command"),
    Why.NO_NOTE: msgid("it rested on no note"),
    Why.UNKNOWN_NOTE: msgid("it spoke of notes that it was not shown"),
    Why.FAR: msgid("it fits other notes better"),
}
_ENDED: Mapping[str, str] = {
    "": msgid("The last run goes on."),
    "done": msgid("The last run asked all that there was to ask."),
    "tokens": msgid("The last run used up its tokens; ask again to go on."),
    "time": msgid("The last run used up its time; ask again to go on."),
    "nothing": msgid("In the last run there was nothing to ask: every reading has a proposal, or too few notes."),
}


@dataclass(frozen=True)
class QuoteView:
    """A note that a proposal rests on, and its language."""

    text: str
    code: str


@dataclass(frozen=True)
class ProposalView:
    """One proposal.

    Attributes:
        number: its name in addresses.
        kind: what it is, in words.
        text: that is proposed.
        code: its language.
        language: in words.
        quotes: the notes that it rests on.
        one_person: whether these are of one person.
        made_with: model, prompt and seed.
        taken: by whom and when it was taken, None while it is not checked.
    """

    number: int
    kind: Markup
    text: str
    code: str
    language: str
    quotes: tuple[QuoteView, ...]
    one_person: bool
    made_with: str
    taken: Markup | None


@dataclass(frozen=True)
class AboutView:
    """What proposals are about: its words with their language, where it is shown, of which element, the proposals."""

    words: str
    code: str
    link: str
    element: str
    proposals: tuple[ProposalView, ...]


@dataclass(frozen=True)
class AssistantView:
    """The page.

    Attributes:
        lead: the sentence at its top.
        source: which model on which machine.
        confirm: what has to be confirmed before anything is sent, None where nothing has.
        allowed: what was confirmed, by whom and when; None where nothing was.
        waiting: what is not checked.
        taken: what was.
        run: how the last run ended, and what it threw away, in sentences.
        hidden: says that proposals are not shown, None where all are.
        languages: in which can be asked, code and name.
    """

    lead: Markup
    source: Markup
    confirm: Markup | None
    allowed: Markup | None
    waiting: tuple[AboutView, ...]
    taken: tuple[AboutView, ...]
    run: tuple[Markup, ...]
    hidden: Markup | None
    languages: tuple[tuple[str, str], ...]


def assistant_view(
    stands: AssistantStanding, shown: Sequence[ProposalNow], kept: int, programme: str, slug: str, language: Language
) -> AssistantView:
    """Turn how it stands into the page.

    Args:
        stands: in the programme.
        shown: the proposals that may be shown.
        kept: how many there are, with those that may not.
        programme: its name.
        slug: of the programme.
        language: of the reader.
    """
    waiting = [each for each in shown if not each.proposal.accepted]
    hidden = kept - len(shown)
    return AssistantView(
        _lead(len(waiting), len(shown), language),
        language.gettext("It is {model} at {host}.", model=stands.model, host=stands.host),
        None if stands.may_be_sent else sentence(programme, stands.host, stands.model, language),
        _allowed(stands, language),
        tuple(_about(waiting, slug, language)),
        tuple(_about([each for each in shown if each.proposal.accepted], slug, language)),
        tuple(_run(stands.run, language)) if stands.run else (),
        language.ngettext(
            "{n} more proposal is not shown, because notes that it was made of are gone or may not be quoted any more.",
            "{n} more proposals are not shown, because notes that they were made of are gone or may not be quoted any "
            "more.",
            hidden,
        )
        if hidden
        else None,
        tuple(NAMES.items()),
    )


def sentence(programme: str, host: str, model: str, language: Language) -> Markup:
    """Return what has to be confirmed before notes go to another machine."""
    return language.gettext(
        "Notes of {programme} will be sent to {host}, another machine, and read there by {model}: without names of "
        "people, and nothing of teams and groups. What a note tells may still give away who wrote it.",
        programme=programme,
        host=host,
        model=model,
    )


def _lead(waiting: int, shown: int, language: Language) -> Markup:
    if waiting:
        return language.ngettext("{n} proposal waits to be checked.", "{n} proposals wait to be checked.", waiting)
    if shown:
        return language.gettext("Nothing waits to be checked.")
    return language.gettext("The assistant has proposed nothing yet.")


def _allowed(stands: AssistantStanding, language: Language) -> Markup | None:
    if stands.allowed is None:
        return None
    return language.gettext(
        "{who} confirmed on {day}: “{said}”",
        who=stands.allowed.who or say(SOMEBODY, language),
        day=language.date(stands.allowed.made.date().isoformat()),
        said=stands.allowed.said,
    )


def _about(shown: Sequence[ProposalNow], slug: str, language: Language) -> Iterator[AboutView]:
    def where(each: ProposalNow) -> tuple[str, str]:
        return each.element.element, each.reading.id if each.reading else ""

    for _, own in groupby(sorted(shown, key=where), key=where):
        mine = list(own)
        first = mine[0]
        words, code = _called(first.reading, language) if first.reading else ("", "")
        link = address("programmes", slug, "elements", slugify(first.element.element))
        yield AboutView(
            words,
            code,
            link,
            language.called(first.element.element),
            tuple(_proposal(each, language) for each in mine),
        )


def _called(reading: Reading, language: Language) -> tuple[str, str]:
    """Return what a reading is called, and the language of that where it is known."""
    called = reading.called(language.code) or reading.example
    if reading.given:
        return called, language.code if language.code in reading.given_in else ""
    return called, next((code for code, label in reading.labels.items() if label == called), "")


def _proposal(each: ProposalNow, language: Language) -> ProposalView:
    content, by = each.proposal.content, each.proposal.accepted_by
    taken = None
    if each.proposal.accepted:
        day = language.date(each.proposal.accepted.date().isoformat())
        taken = language.gettext("Checked and taken by {who}, {day}", who=by or say(SOMEBODY, language), day=day)
    return ProposalView(
        each.proposal.number,
        say(Message(_KINDS[content.kind]), language),
        content.text,
        content.language,
        NAMES.get(content.language, content.language),
        tuple(QuoteView(unit.text, unit.language) for unit in each.quotes),
        content.one_person,
        str(content.made_with),
        taken,
    )


def _run(run: Run, language: Language) -> Iterator[Markup]:
    yield say(Message(_ENDED[run.ended]), language)
    if run.done:
        yield language.ngettext("It proposed {n} thing.", "It proposed {n} things.", run.proposed)
    if run.refused:
        reasons = Counter(run.refused).most_common()
        told = [
            Markup("{} ({})").format(say(Message(_REFUSED[why]), language), language.number(times))
            for why, times in reasons
        ]
        yield language.ngettext(
            "{n} answer was thrown away: {reasons}.",
            "{n} answers were thrown away: {reasons}.",
            len(run.refused),
            reasons=Markup("; ").join(told),
        )
