"""Words that set a group apart, in sentences; or why there are none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.readings.types import ElementReadings, GroupWords
from nlp.statistics.verdicts import Verdict
from service.presentation.i18n import Language
from service.presentation.readings.team_comparison import TEAM
from service.presentation.text import name


@dataclass(frozen=True)
class DistinctiveView:
    """A sentence for every group that has words of its own; if teams have none, `none` says why."""

    lines: tuple[Markup, ...]
    none: Markup | None


def distinctive_view(element: ElementReadings, language: Language) -> DistinctiveView:
    """Turn the distinctive words of an element into sentences."""
    lines = tuple(_line(group, language) for each in element.distinctive.values() for group in each if group.words)
    teams = element.distinctive.get(TEAM, ())
    several = len(element.groups.get(TEAM, {})) > 1
    spoken_for = any(group.words for group in teams) or not several
    return DistinctiveView(lines, None if spoken_for else _none([group.verdict for group in teams], language))


def _line(group: GroupWords, language: Language) -> Markup:
    return language.gettext(
        "Words of {group}, beside others who write {language}: {words}.",
        group=name(group.group),
        language=language.language_name(group.language),
        words=language.list(list(_words(group, language))),
    )


def _words(group: GroupWords, language: Language) -> Iterator[Markup]:
    for word in group.words:
        yield language.gettext(
            "{word} ({people} of {n} people; others {other} of {m})",
            word=name(word.text, group.language),
            people=word.people,
            n=group.people,
            other=word.other_people,
            m=group.other_people,
        )


def _none(verdicts: Sequence[Verdict], language: Language) -> Markup:
    if Verdict.NO_DIFFERENCE in verdicts:
        return language.gettext("Among those who write the same language, no word is clearly one team's own.")
    if verdicts and all(verdict == Verdict.NOBODY_ELSE for verdict in verdicts):
        return language.gettext("No two teams write in the same language here, so their words cannot be compared.")
    return language.gettext(
        "Too few people of different teams write in the same language here to say which words are a team's own."
    )
