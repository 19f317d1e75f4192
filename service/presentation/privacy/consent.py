"""The page of consent: who may be quoted, as a sentence and as choices."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.consent import Consent
from service.presentation.i18n import Language
from service.privacy.consents import Agreements

PERSON, SESSION = "person.", "session."
"""How the fields of the form begin."""


@dataclass(frozen=True)
class Choice:
    """What can be chosen, and whether it is."""

    value: str
    words: Markup
    chosen: bool


@dataclass(frozen=True)
class ConsentRow:
    """A session or a person with the choices."""

    field: str
    name: str
    detail: str | Markup
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class ConsentView:
    """All that the page shows, in its order."""

    lead: Markup
    chatham_house: bool
    sessions: tuple[ConsentRow, ...]
    people: tuple[ConsentRow, ...]
    of_other: tuple[Choice, ...]


def consent_view(agreed: Agreements, language: Language) -> ConsentView:
    """Turn what everybody agreed to into the page."""
    return ConsentView(
        lead=_lead(agreed, language),
        chatham_house=agreed.everybody is not Consent.WITH_NAME,
        sessions=tuple(
            ConsentRow(
                SESSION + each.session,
                each.title,
                language.date(each.date) if each.date else "",
                choices(each.consent, language),
            )
            for each in agreed.sessions
        ),
        people=tuple(
            ConsentRow(PERSON + each.name, each.name, "", choices(each.consent, language)) for each in agreed.people
        ),
        of_other=choices(Consent.WITHOUT_NAME, language),
    )


def choices(chosen: Consent, language: Language) -> tuple[Choice, ...]:
    """Return every answer in words, and which one holds."""
    words = {
        Consent.WITH_NAME: language.gettext("quote, with name"),
        Consent.WITHOUT_NAME: language.gettext("quote, without name"),
        Consent.NOT_ATTRIBUTED: language.gettext("quote, without name and team"),
        Consent.COUNTED: language.gettext("count only, never quote"),
        Consent.NOT_AT_ALL: language.gettext("do not use at all"),
    }
    return tuple(Choice(consent.value, words[consent], consent is chosen) for consent in Consent)


def _lead(agreed: Agreements, language: Language) -> Markup:
    if agreed.everybody is not Consent.WITH_NAME:
        return language.gettext("Chatham House: what was said may be quoted, and never by whom or by which team.")
    said = [*(each.consent for each in agreed.people), *(each.consent for each in agreed.sessions)]
    stricter: list[Consent] = [consent for consent in said if consent is not Consent.WITH_NAME]
    if not stricter:
        return language.gettext("Everybody may be quoted with their name: nobody has said otherwise.")
    counts = Counter(stricter)
    return language.gettext(
        "Everybody may be quoted with their name, but for {others}.", others=_others(counts, language)
    )


def _others(counts: Counter[Consent], language: Language) -> Markup:
    said: Sequence[Markup] = [
        language.ngettext("{n} without name", "{n} without name", counts[Consent.WITHOUT_NAME]),
        language.ngettext("{n} without name and team", "{n} without name and team", counts[Consent.NOT_ATTRIBUTED]),
        language.ngettext("{n} only counted", "{n} only counted", counts[Consent.COUNTED]),
        language.ngettext("{n} not used at all", "{n} not used at all", counts[Consent.NOT_AT_ALL]),
    ]
    order = (Consent.WITHOUT_NAME, Consent.NOT_ATTRIBUTED, Consent.COUNTED, Consent.NOT_AT_ALL)
    return language.list([words for words, consent in zip(said, order, strict=True) if counts[consent]])
