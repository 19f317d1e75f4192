"""The page of keeping and deleting: how long a programme is kept, and what goes with what is deleted for good."""

from dataclasses import dataclass

from markupsafe import Markup

from service.presentation.i18n import Language
from service.presentation.text import name
from service.privacy.retention import Kept
from service.privacy.types import Doomed, Loss
from service.programmes.snapshot import Snapshot


@dataclass(frozen=True)
class KeepingView:
    """All that the page shows, in its order."""

    lead: Markup
    months: str
    until: str
    people: tuple[str, ...]
    sessions: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class LossView:
    """What would go: in a sentence, what else has to be known, and what has to be typed."""

    kind: str
    name: str
    heading: Markup
    lead: Markup
    also: tuple[Markup, ...]
    typed: str


def keeping_view(kept: Kept, at: Snapshot, language: Language) -> KeepingView:
    """Turn how long a programme is kept, and who is in it, into the page."""
    return KeepingView(
        lead=keeping_lead(kept, language),
        months="" if kept.months is None else str(kept.months),
        until=kept.until,
        people=tuple(person.name for person in at.people),
        sessions=tuple(
            (session.slug, session.title, language.date(session.date) if session.date else "")
            for session in at.sessions
        ),
    )


def keeping_lead(kept: Kept, language: Language) -> Markup:
    """Return how long a programme is kept, in a sentence."""
    if not kept.ends:
        return language.gettext("This programme is kept until somebody deletes it.")
    day = language.date(kept.ends)
    if kept.soon:
        return language.gettext("This programme is deleted for good on {day}, with everything in it.", day=day)
    return language.gettext("This programme is kept until {day}. Then it is deleted for good.", day=day)


def ending(kept: Kept, language: Language) -> Markup | None:
    """Return the warning on the page of a programme that ends within 30 days, None for any other."""
    return keeping_lead(kept, language) if kept.soon else None


def loss_view(loss: Loss, given: str, language: Language) -> LossView:
    """Turn what would go into the page that asks once."""
    headings = {
        Doomed.NOTE: language.gettext("Delete this note for good?"),
        Doomed.PERSON: language.gettext("Delete {name} for good?", name=name(loss.name)),
        Doomed.SESSION: language.gettext("Delete the session {name} for good?", name=name(loss.name)),
        Doomed.PROGRAMME: language.gettext("Delete the programme {name} for good?", name=name(loss.name)),
    }
    return LossView(
        loss.kind.value, given, headings[loss.kind], _goes(loss, language), _also(loss, language), loss.name
    )


def _goes(loss: Loss, language: Language) -> Markup:
    parts = [
        (loss.notes, language.ngettext("{n} note", "{n} notes", loss.notes)),
        (loss.turns, language.ngettext("{n} turn of speech", "{n} turns of speech", loss.turns)),
        (loss.descriptors, language.ngettext("{n} descriptor", "{n} descriptors", loss.descriptors)),
        (loss.ratings, language.ngettext("{n} rating", "{n} ratings", loss.ratings)),
        (loss.rosters, language.ngettext("{n} line of a roster", "{n} lines of rosters", loss.rosters)),
        (loss.said, language.ngettext("{n} thing said of them", "{n} things said of them", loss.said)),
        (
            loss.shared,
            language.ngettext("{n} thing shared in the library", "{n} things shared in the library", loss.shared),
        ),
        (loss.publications, language.ngettext("{n} published report", "{n} published reports", loss.publications)),
    ]
    things = [words for count, words in parts if count]
    if not things:
        return language.gettext("Only the name goes: there is nothing else of it here.")
    places = [language.ngettext("{n} file", "{n} files", loss.files)] if loss.files else []
    places += [language.ngettext("{n} session", "{n} sessions", loss.sessions)] if loss.sessions else []
    if not places:
        return language.gettext("This goes: {things}.", things=language.list(things))
    return language.gettext(
        "This goes, from {places}: {things}.", places=language.list(places), things=language.list(things)
    )


def _also(loss: Loss, language: Language) -> tuple[Markup, ...]:
    said = []
    if loss.mentions:
        said.append(
            language.ngettext(
                "In {n} text of others it becomes “…”.", "In {n} texts of others it becomes “…”.", loss.mentions
            )
        )
    if loss.originals:
        said.append(
            language.ngettext(
                "Of {n} file the original goes: what was read from it stays, and it cannot be read in another way.",
                "Of {n} files the originals go: what was read from them stays, and they cannot be read in another way.",
                loss.originals,
            )
        )
    said.append(language.gettext("Files that wait to be kept go too. All results are made again without it."))
    said.append(
        language.gettext(
            "Backups, and files and reports that were downloaded before, still hold it: delete those yourself."
        )
    )
    return tuple(said)
