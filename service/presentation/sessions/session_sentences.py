"""Lead sentences and questions about who was heard in a session."""

from markupsafe import Markup

from nlp.json_form import Json
from nlp.participation.groups.compare import NOT_ON_ROSTER, NOT_STATED
from nlp.statistics.disclosure import OTHER
from nlp.transcripts.chats.common import CHAT
from service.presentation.attributes import attribute_name
from service.presentation.i18n import Language
from service.presentation.readings.questions import RoomQuestion, plain
from service.presentation.text import name

FEW_PEOPLE = 3
SAME_SHARE = 1e-9
POOLED = {OTHER, NOT_STATED, NOT_ON_ROSTER}
MUCH_OF_STRANGERS = 0.05


def present(participation: Json) -> int:
    """Return how many people were in the room, as far as the record and the roster know."""
    return len(participation["speakers"]) + len(participation["silent"])


def is_chat(participation: Json) -> bool:
    """Return whether people wrote to each other, rather than spoke."""
    return CHAT in participation["limits"]


def half_holders(participation: Json) -> tuple[int, float]:
    """Return the fewest people who together have at least half of the floor, and their share."""
    total = 0.0
    shares = sorted((float(each["share"]) for each in participation["speakers"]), reverse=True)
    for count, share in enumerate(shares, start=1):
        total += share
        if total >= 0.5 - 1e-9:
            return count, total
    return len(shares), total


def session_lead(participation: Json, language: Language) -> list[Markup]:
    """Return who was heard and who was not, in two or three sentences."""
    everybody, silent = present(participation), len(participation["silent"])
    if not participation["speakers"]:
        return [language.gettext("Nobody is named as a speaker in this record.")]
    return [
        _wrote_nothing(everybody, silent, language)
        if is_chat(participation)
        else _silence(everybody, silent, language),
        *_half(participation, everybody, language),
        *_gap(participation, language),
    ]


def _silence(everybody: int, silent: int, language: Language) -> Markup:
    if not silent:
        return language.ngettext("One person spoke.", "All {n} people present spoke.", everybody)
    return language.ngettext(
        "{n} of the {everybody} people present said nothing.",
        "{n} of the {everybody} people present said nothing.",
        silent,
        everybody=everybody,
    )


def _wrote_nothing(everybody: int, silent: int, language: Language) -> Markup:
    if not silent:
        return language.ngettext("One person wrote.", "All {n} people in the chat wrote.", everybody)
    return language.ngettext(
        "{n} of the {everybody} people in the chat wrote nothing.",
        "{n} of the {everybody} people in the chat wrote nothing.",
        silent,
        everybody=everybody,
    )


def _half(participation: Json, everybody: int, language: Language) -> list[Markup]:
    if everybody < FEW_PEOPLE:
        return []
    holders, share = half_holders(participation)
    shown = language.percent(share)
    if participation["timed"]:
        return [
            language.ngettext(
                "One person had {share} of the speaking time.",
                "{n} people together had {share} of the speaking time.",
                holders,
                share=shown,
            )
        ]
    return [
        language.ngettext(
            "One person said {share} of all that was written down.",
            "{n} people together said {share} of all that was written down.",
            holders,
            share=shown,
        )
    ]


def widest_gap(participation: Json) -> tuple[str, Json] | None:
    """Return the attribute and group furthest below what is expected of it, where the interval leaves that out."""
    sure = [
        (attribute, group)
        for attribute, groups in participation["groups"].items()
        for group in groups
        if group["high"] is not None and group["high"] < group["expected_share"] and group["group"] not in POOLED
    ]
    return min(sure, key=lambda pair: float(pair[1]["gap"]), default=None)


def strangers(participation: Json) -> int:
    """Return how many speakers are not on the roster; 0 where all they said is too little to change a comparison."""
    unmatched = [float(each["share"]) for each in participation["speakers"] if not each["on_roster"]]
    return len(unmatched) if sum(unmatched) >= MUCH_OF_STRANGERS else 0


def _gap(participation: Json, language: Language) -> list[Markup]:
    unmatched = strangers(participation) if participation["groups"] else 0
    if unmatched:
        return [
            language.ngettext(
                "One speaker is not on the roster: say who that is, then groups can be compared.",
                "{n} speakers are not on the roster: say who they are, then groups can be compared.",
                unmatched,
            )
        ]
    found = widest_gap(participation)
    return [_group_words(*found, participation, language)] if found else []


def _group_words(attribute: str, group: Json, participation: Json, language: Language) -> Markup:
    """Return a group's part of the room against its part of the floor."""
    gettext = language.gettext
    words = {
        "attribute": attribute_name(attribute, language),
        "group": group_name(str(group["group"]), language),
        "people": int(group["people"]),
        "everybody": present(participation),
        "share": language.percent(float(group["share"])),
    }
    if is_chat(participation):
        return gettext(
            "The group {group} ({attribute}) was {people} of the {everybody} people and wrote {share} of the text.",
            **words,
        )
    return gettext(
        "The group {group} ({attribute}) was {people} of the {everybody} people and had {share} of what was said.",
        **words,
    )


def group_name(group: str, language: Language) -> Markup:
    """Return the name of a group; pools of people in the reader's language."""
    pools = {
        OTHER: language.gettext("other"),
        NOT_STATED: language.gettext("not stated"),
        NOT_ON_ROSTER: language.gettext("not on the roster"),
    }
    return pools.get(group) or name(group)


def heads_words(group: Json, everybody: int, language: Language, *, chat: bool = False) -> Markup:
    """Return how many people a group has, what "other" stands for, and how many of them said nothing."""
    people = language.ngettext(
        "{n} of {everybody} people", "{n} of {everybody} people", int(group["people"]), everybody=everybody
    )
    silent = int(group["silent"])
    words = [people]
    if group["group"] == OTHER:
        words.append(language.gettext("groups too small to show alone, taken together"))
    if silent and chat:
        words.append(language.ngettext("{n} of them wrote nothing", "{n} of them wrote nothing", silent))
    elif silent:
        words.append(language.ngettext("{n} of them said nothing", "{n} of them said nothing", silent))
    return Markup("; ").join(words)


def is_set(group: Json) -> bool:
    """Whether a group is measured against a share that the facilitator set, not against its part of the room."""
    return abs(float(group["expected_share"]) - float(group["head_share"])) > SAME_SHARE


def group_certainty(group: Json, language: Language) -> Markup:
    """Return that a group's share says little, "" where it can be read: one session is described, not tested."""
    return language.gettext("Too few people to say.") if group["low"] is None else Markup("")


def session_questions(participation: Json, language: Language) -> tuple[RoomQuestion, ...]:
    """Return up to three questions for the next session, from what this one shows."""
    asked = [
        *_about_silence(participation, language),
        *_about_half(participation, language),
        *_about_gap(participation, language),
        *_about_first(participation, language),
    ]
    return tuple(RoomQuestion(plain(question)) for question in asked[:3])


def _about_silence(participation: Json, language: Language) -> list[Markup]:
    silent = len(participation["silent"])
    if not silent:
        return []
    if is_chat(participation):
        return [
            language.ngettext(
                "One of us wrote nothing. What would have made it easier: another language, a smaller group, "
                "or a call?",
                "{n} of us wrote nothing. What would have made it easier: another language, smaller groups, or a call?",
                silent,
            )
        ]
    return [
        language.ngettext(
            "One of us said nothing. What would have made it easier to speak: another language, a smaller group, "
            "or writing first?",
            "{n} of us said nothing. What would have made it easier to speak: another language, smaller groups, "
            "or writing first?",
            silent,
        )
    ]


def _about_half(participation: Json, language: Language) -> list[Markup]:
    holders, _ = half_holders(participation)
    if present(participation) < 2 * holders + 1:
        return []
    return [
        language.ngettext(
            "One voice filled half of the last session. Who else could open and close the next one?",
            "{n} voices filled half of the last session. Who else could open and close the next one?",
            holders,
        )
    ]


def _about_gap(participation: Json, language: Language) -> list[Markup]:
    found = widest_gap(participation)
    if not found or strangers(participation):
        return []
    return [
        language.gettext(
            "The group {group} ({attribute}) said less than its number in the room. What did we not hear because of "
            "that?",
            attribute=attribute_name(found[0], language),
            group=group_name(str(found[1]["group"]), language),
        )
    ]


def _about_first(participation: Json, language: Language) -> list[Markup]:
    if present(participation) < FEW_PEOPLE:
        return []
    return [
        language.gettext("Shall the next session begin with one minute for each person, before anyone speaks twice?")
    ]
