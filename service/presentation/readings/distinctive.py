"""Words that set a group apart, in sentences; or why there are none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.json_form import Json
from nlp.readings.groups.holders import NO_DIFFERENCE
from nlp.readings.wording.distinctive_words import NOBODY_ELSE
from service.presentation.i18n import Language
from service.presentation.readings.caveats import TEAM
from service.presentation.text import name


@dataclass(frozen=True)
class Apart:
    """A sentence for every group that has words of its own; if teams have none, `none` says why."""

    lines: tuple[Markup, ...]
    none: Markup | None


def words_apart(element: Json, language: Language) -> Apart:
    """Turn the distinctive words of an element of the JSON form into sentences."""
    groups: dict[str, Sequence[Json]] = element["distinctive"]
    lines = tuple(_line(group, language) for each in groups.values() for group in each if group["words"])
    teams = groups.get(TEAM, ())
    several = len(element["groups"].get(TEAM, {})) > 1
    spoken_for = any(group["words"] for group in teams) or not several
    return Apart(lines, None if spoken_for else _none([str(group["verdict"]) for group in teams], language))


def _line(group: Json, language: Language) -> Markup:
    return language.gettext(
        "Words of {group}, beside others who write {language}: {words}.",
        group=name(str(group["group"])),
        language=language.language_name(str(group["language"])),
        words=language.list(list(_words(group, language))),
    )


def _words(group: Json, language: Language) -> Iterator[Markup]:
    for word in group["words"]:
        yield language.gettext(
            "{word} ({people} of {n} people; others {other} of {m})",
            word=name(str(word["text"]), str(group["language"])),
            people=int(word["people"]),
            n=int(group["people"]),
            other=int(word["other_people"]),
            m=int(group["other_people"]),
        )


def _none(verdicts: Sequence[str], language: Language) -> Markup:
    if NO_DIFFERENCE in verdicts:
        return language.gettext("Among those who write the same language, no word is clearly one team's own.")
    if verdicts and all(verdict == NOBODY_ELSE for verdict in verdicts):
        return language.gettext("No two teams write in the same language here, so their words cannot be compared.")
    return language.gettext(
        "Too few people of different teams write in the same language here to say which words are a team's own."
    )
