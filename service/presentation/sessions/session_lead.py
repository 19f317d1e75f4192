"""The lead of a session: how many spoke, how many did not, and who held the floor, in counts.

One session is described and not tested, so the lead singles out no group. Where people were silent it counts them in
all groups of one attribute, the first that can be shown, whatever the counts are. While voices are not matched to the
roster, the silent are not counted: a silent person may be one of them.
"""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from nlp.participation.types import GroupShare, Participation
from nlp.transcripts.types import CHAT
from service.presentation.attributes import attribute_name
from service.presentation.i18n import Language
from service.presentation.sessions.group_names import POOLED, group_name

FEW_PEOPLE = 3
HALF = 0.5 - 1e-9
MUCH_OF_UNMATCHED = 0.05
MOST_GROUPS = 4


def present(participation: Participation) -> int:
    """Return how many people were in the room, as far as the record and the roster know."""
    return len(participation.speakers) + len(participation.silent)


def is_chat(participation: Participation) -> bool:
    """Return whether people wrote to each other, rather than spoke."""
    return any(limit.template == CHAT for limit in participation.limits)


def fewest_with_half(participation: Participation) -> tuple[int, float]:
    """Return the fewest people who together have at least half of the floor, and their share."""
    total = 0.0
    shares = sorted((speaker.share for speaker in participation.speakers), reverse=True)
    for count, share in enumerate(shares, start=1):
        total += share
        if total >= HALF:
            return count, total
    return len(shares), total


def unmatched_speakers(participation: Participation) -> int:
    """Return how many speakers are not on the roster; 0 where all they said is too little to change a comparison."""
    unmatched = [speaker.share for speaker in participation.speakers if not speaker.on_roster]
    return len(unmatched) if sum(unmatched) >= MUCH_OF_UNMATCHED else 0


def session_lead(participation: Participation, language: Language) -> tuple[Markup, ...]:
    """Return who was heard and who was not, in one to three sentences."""
    if not participation.speakers:
        return (language.gettext("Nobody is named as a speaker in this record."),)
    if strangers := voices_to_tell(participation):
        return (_who_are_they(strangers, language, chat=is_chat(participation)), *_half(participation, language))
    return (
        _silent(participation, language),
        *_not_known(participation, language),
        *_silent_by_group(participation, language),
        *_half(participation, language),
        *_unmatched(participation, language),
    )


def lead_without_people(participation: Participation, language: Language) -> tuple[Markup, ...]:
    """Return how many were not heard, and no share that would be one person's."""
    if not participation.speakers or voices_to_tell(participation):
        return ()
    return (_silent(participation, language), *_not_known(participation, language))


def voices_to_tell(participation: Participation) -> int:
    """Return how many voices are not on the roster while others on it have none: some may be the same people."""
    others = participation.silent or participation.not_known
    return sum(not speaker.on_roster for speaker in participation.speakers) if others else 0


def _who_are_they(strangers: int, language: Language, *, chat: bool) -> Markup:
    if chat:
        return language.ngettext(
            "One name in the chat is not on the roster yet: who is it?",
            "{n} names in the chat are not on the roster yet: who are they?",
            strangers,
        )
    return language.ngettext(
        "One voice is not on the roster yet: who is it?",
        "{n} voices are not on the roster yet: who are they?",
        strangers,
    )


def _silent(participation: Participation, language: Language) -> Markup:
    if participation.not_known:
        return _silent_of_those_known(participation, language)
    everybody, silent = present(participation), len(participation.silent)
    if is_chat(participation):
        if not silent:
            return language.ngettext("One person wrote.", "All {n} people in the chat wrote.", everybody)
        return language.ngettext(
            "{n} of the {everybody} people in the chat wrote nothing.",
            "{n} of the {everybody} people in the chat wrote nothing.",
            silent,
            everybody=everybody,
        )
    if not silent:
        return language.ngettext("One person spoke.", "All {n} people present spoke.", everybody)
    return language.ngettext(
        "{n} of the {everybody} people present said nothing.",
        "{n} of the {everybody} people present said nothing.",
        silent,
        everybody=everybody,
    )


def _silent_of_those_known(participation: Participation, language: Language) -> Markup:
    """Return who was silent where it is not known of everybody whether they were there."""
    everybody, silent, spoke = present(participation), len(participation.silent), len(participation.speakers)
    chat = is_chat(participation)
    if not silent:
        if chat:
            return language.ngettext("{n} person wrote.", "{n} people wrote.", spoke)
        return language.ngettext("{n} person spoke.", "{n} people spoke.", spoke)
    if chat:
        return language.ngettext(
            "Of the {everybody} people who are known to belong to the chat, {n} wrote nothing.",
            "Of the {everybody} people who are known to belong to the chat, {n} wrote nothing.",
            silent,
            everybody=everybody,
        )
    return language.ngettext(
        "Of the {everybody} people who are known to have been there, {n} said nothing.",
        "Of the {everybody} people who are known to have been there, {n} said nothing.",
        silent,
        everybody=everybody,
    )


def _not_known(participation: Participation, language: Language) -> Iterator[Markup]:
    if participation.not_known:
        yield language.ngettext(
            "Of {n} more person on the roster it is not known whether they were there.",
            "Of {n} more people on the roster it is not known whether they were there.",
            len(participation.not_known),
        )


def _silent_by_group(participation: Participation, language: Language) -> Iterator[Markup]:
    """Yield how many of each group were silent.

    An attribute of which small groups were pooled is left out: a pool is nobody's name for themselves.
    """
    if not participation.silent:
        return
    shown = (
        (name, groups)
        for name, groups in participation.groups.items()
        if 1 < len(groups) <= MOST_GROUPS and not POOLED & {group.group for group in groups}
    )
    for attribute, groups in list(shown)[:1]:
        places = {"attribute": attribute_name(attribute, language), "counts": _counts(groups, language)}
        if is_chat(participation):
            yield language.gettext("Wrote nothing, by {attribute}: {counts}.", **places)
        else:
            yield language.gettext("Said nothing, by {attribute}: {counts}.", **places)


def _counts(groups: Sequence[GroupShare], language: Language) -> Markup:
    return language.list(
        [
            language.gettext(
                "{group} {silent} of {people}",
                group=group_name(group.group, language),
                silent=group.silent,
                people=group.people,
            )
            for group in groups
        ]
    )


def _half(participation: Participation, language: Language) -> Iterator[Markup]:
    if present(participation) < FEW_PEOPLE:
        return
    holders, share = fewest_with_half(participation)
    if participation.timed:
        yield language.ngettext(
            "One person had {share} of the speaking time.",
            "{n} people together had {share} of the speaking time.",
            holders,
            share=language.percent(share),
        )
    elif is_chat(participation):
        yield language.ngettext(
            "One person wrote {share} of the chat.",
            "{n} people together wrote {share} of the chat.",
            holders,
            share=language.percent(share),
        )
    else:
        yield language.ngettext(
            "One person said {share} of all that was written down.",
            "{n} people together said {share} of all that was written down.",
            holders,
            share=language.percent(share),
        )


def _unmatched(participation: Participation, language: Language) -> Iterator[Markup]:
    unmatched = unmatched_speakers(participation)
    if unmatched and participation.groups and is_chat(participation):
        yield language.ngettext(
            "One name in the chat is not on the roster: say who that is, then groups can be compared.",
            "{n} names in the chat are not on the roster: say who they are, then groups can be compared.",
            unmatched,
        )
    elif unmatched and participation.groups:
        yield language.ngettext(
            "One speaker is not on the roster: say who that is, then groups can be compared.",
            "{n} speakers are not on the roster: say who they are, then groups can be compared.",
            unmatched,
        )
