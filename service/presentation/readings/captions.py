"""Captions of readings: who holds each, whether that is more than chance, and who stands out."""

from collections.abc import Sequence

from markupsafe import Markup

from nlp.readings.types import Reading
from nlp.statistics.verdicts import Verdict
from service.presentation.i18n import Language
from service.presentation.readings.caveats import amount
from service.presentation.readings.team_comparison import TEAM, Sharing, TeamComparison
from service.presentation.text import name


def names(teams: Sequence[str], language: Language) -> Markup:
    """Return teams as a list in a sentence."""
    return language.list([name(team) for team in teams])


def headings(comparison: TeamComparison, language: Language) -> dict[Sharing, Markup]:
    """Return what stands over the readings that are shared in one way, in the order of the page.

    A heading counts what was written; only "heard unevenly" says that teams differ.
    """
    too_few = language.gettext("Too few to say who holds it")
    if not comparison.is_compared:
        too_few = language.gettext("Not compared between teams")
    return {
        Sharing.BY_ALL: _shared_by(comparison, language),
        Sharing.UNEVEN: language.gettext("Heard unevenly"),
        Sharing.NOT_BY_ALL: language.gettext("Not heard from every team"),
        Sharing.BY_ONE: language.gettext("Heard from one team only"),
        Sharing.TOO_FEW: too_few,
    }


def finding(reading: Reading, comparison: TeamComparison, language: Language) -> Markup:
    """Return one sentence on who holds a reading: the text alternative of its picture."""
    holders, missing = comparison.holders(reading), comparison.missing(reading)
    if not holders:
        return language.ngettext("{n} note, without a team.", "{n} notes, without a team.", len(reading.units))
    if comparison.held_by_all(reading):
        return _heard_from_all(reading, holders, comparison, language)
    teams = names(holders, language)
    if not missing:
        return language.gettext("Heard from {teams}; nobody else wrote about this element.", teams=teams)
    return language.gettext("Heard from {teams}, not from {missing}.", teams=teams, missing=names(missing, language))


def certainty(reading: Reading, comparison: TeamComparison, language: Language) -> Markup | None:
    """Return whether teams differ beyond chance where some of them are missing, and who differs most."""
    verdict = comparison.verdict(reading)
    chance = verdict_sentence(verdict, language) if verdict and comparison.missing(reading) else None
    furthest = _furthest(reading, comparison, language) if comparison.differs(reading) else None
    return Markup(" ").join(filter(None, (chance, furthest))) or None


def verdict_sentence(verdict: Verdict, language: Language) -> Markup:
    """Return whether the difference between teams is more than chance, as a sentence."""
    match verdict:
        case Verdict.DIFFERS:
            return language.gettext("The teams differ here by more than chance would explain.")
        case Verdict.NO_DIFFERENCE:
            return language.gettext("The difference between teams is no larger than chance would make it.")
        case _:
            return language.gettext("Too few notes to say whether the difference is more than chance.")


def _shared_by(comparison: TeamComparison, language: Language) -> Markup:
    if shared_by_all_but_few(comparison):
        return language.gettext("Shared by {teams}", teams=names(comparison.heard, language))
    return language.gettext("Shared by all teams")


def shared_by_all_but_few(comparison: TeamComparison) -> bool:
    """Return whether a team that wrote too little to be compared is missing where all others share a reading."""
    return any(comparison.missing(reading) for reading in comparison.with_sharing(Sharing.BY_ALL))


def _heard_from_all(reading: Reading, holders: Sequence[str], comparison: TeamComparison, language: Language) -> Markup:
    if comparison.differs(reading):
        return language.gettext("Heard from all teams, from some clearly more often.")
    held = comparison.held_by(reading)
    if once := [team for team in holders if held[team].count == 1]:
        return language.gettext("Heard from all teams, from {teams} only once.", teams=names(once, language))
    return language.gettext("Heard from all teams.")


def _furthest(reading: Reading, comparison: TeamComparison, language: Language) -> Markup:
    """Return which team stands out, in counts of both sides."""
    held, contrasts = comparison.held_by(reading), reading.beside_others[TEAM]
    team = max(contrasts, key=lambda team: abs(contrasts[team].difference))
    others = [holding for name, holding in held.items() if name != team]
    return language.gettext(
        "Furthest from the others is {team}: {own}, the others {rest}.",
        team=name(team),
        own=amount(language, held[team].count, held[team].of),
        rest=amount(language, sum(each.count for each in others), sum(each.of for each in others)),
    )
