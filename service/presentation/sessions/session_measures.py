"""Each measure of a session in a line of plain words."""

from collections import Counter
from collections.abc import Iterator
from operator import itemgetter

from markupsafe import Markup

from nlp.participation.types import Participation
from service.presentation.i18n import Language
from service.presentation.masking.masking import People
from service.presentation.sessions.session_lead import is_chat, present

SEVERAL = 3


def measures(participation: Participation, people: People, language: Language) -> tuple[Markup, ...]:
    """Return what can be said of a session beside shares, each measure in its own sentence."""
    if not participation.speakers:
        return ()
    return (
        *_order(participation, people, language),
        *_balance(participation, language),
        *_turns(participation, people, language),
        *_alone(participation, people, language),
        *_windows(participation, language),
        *_questions(participation, people, language),
        *_replies(participation, people, language),
        *_pauses(participation, language),
        *_crosstalk(participation, people, language),
    )


def _order(participation: Participation, people: People, language: Language) -> Iterator[Markup]:
    first, last = people.call(participation.first_voice), people.call(participation.last_voice)
    if is_chat(participation):
        yield language.gettext("{first} wrote first, {last} last.", first=first, last=last)
    else:
        yield language.gettext("{first} spoke first, {last} last.", first=first, last=last)


def _balance(participation: Participation, language: Language) -> Iterator[Markup]:
    balance = participation.balance
    if present(participation) < SEVERAL:
        return
    times = language.number(balance.dominance)
    if is_chat(participation):
        yield language.gettext("The one who wrote most had {times} times an equal share.", times=times)
    else:
        yield language.gettext("The one who spoke most had {times} times an equal share.", times=times)
    places = {
        "number": language.number(balance.effective_speakers),
        "evenness": language.decimals(balance.normalised_entropy),
        "gini": language.decimals(balance.gini),
        "maximum": language.decimals(balance.gini_maximum),
    }
    if is_chat(participation):
        yield language.gettext(
            "The chat was shared as if {number} people had written equally; evenness is {evenness} (normalised "
            "entropy; 1 if all wrote alike), inequality {gini} of at most {maximum} (Gini; 0 if all wrote alike).",
            **places,
        )
        return
    yield language.gettext(
        "The talk was shared as if {number} people had spoken equally (effective number of speakers).",
        number=places["number"],
    )
    yield language.gettext(
        "Evenness is {evenness} (normalised entropy; 1 if all spoke alike, 0 if one spoke alone).",
        evenness=places["evenness"],
    )
    yield language.gettext(
        "Inequality is {gini} of at most {maximum} (Gini; 0 if all spoke alike).",
        gini=places["gini"],
        maximum=places["maximum"],
    )


def _turns(participation: Participation, people: People, language: Language) -> Iterator[Markup]:
    longest = [(seconds, each.name) for each in participation.speakers if (seconds := each.longest_seconds) is not None]
    typical = [each.median_seconds for each in participation.speakers if each.median_seconds is not None]
    if not longest or not typical:
        return
    seconds, speaker = max(longest, key=itemgetter(0))
    yield language.gettext(
        "The longest turn was {time}, by {name}; a person's typical turn (median) lasted from {shortest} to {most}. "
        "A turn lasts until somebody else speaks, pauses left out.",
        time=language.duration(seconds),
        name=people.call(speaker),
        shortest=language.duration(min(typical)),
        most=language.duration(max(typical)),
    )


def _alone(participation: Participation, people: People, language: Language) -> Iterator[Markup]:
    known = [(share, each.name) for each in participation.speakers if (share := each.floor_share) is not None]
    if known:
        most, speaker = max(known, key=itemgetter(0))
        yield language.gettext(
            "Of the time in which one person spoke alone, {name} had {share}.",
            name=people.call(speaker),
            share=language.percent(most),
        )


def _windows(participation: Participation, language: Language) -> Iterator[Markup]:
    windows = participation.windows
    if windows is None or not windows.starts:
        return
    held = sum(holder is not None for holder in windows.held_by)
    if not held:
        yield language.gettext(
            "There was no stretch of {time} in which one person had more than 60% of the talk.",
            time=language.duration(windows.width),
        )
    else:
        yield language.gettext(
            "In {n} of {all} stretches of {time}, one person had more than 60% of the talk.",
            n=held,
            all=len(windows.starts),
            time=language.duration(windows.width),
        )


def _questions(participation: Participation, people: People, language: Language) -> Iterator[Markup]:
    asked = sum(each.questions for each in participation.speakers)
    if asked:
        most = max(participation.speakers, key=lambda each: each.questions)
        yield language.ngettext(
            "One question was asked, by {name}.",
            "{n} questions were asked, {most} of them by {name}.",
            asked,
            most=most.questions,
            name=people.call(most.name),
        )


def _replies(participation: Participation, people: People, language: Language) -> Iterator[Markup]:
    replies = participation.replies
    if replies is None:
        return
    yield language.gettext(
        "Until somebody else wrote it mostly took {time} (median).", time=language.duration(replies.median_seconds)
    )
    for person, count in replies.open.items():
        yield language.ngettext(
            "After one question of {name} nobody else wrote for a day.",
            "After {n} questions of {name} nobody else wrote for a day.",
            count,
            name=people.call(person),
        )


def _pauses(participation: Participation, language: Language) -> Iterator[Markup]:
    if participation.silence_seconds:
        yield language.gettext("Pauses add up to {time}.", time=language.duration(participation.silence_seconds))
    if participation.overlap_seconds:
        yield language.gettext(
            "Two or more spoke at once for {time}.", time=language.duration(participation.overlap_seconds)
        )


def _crosstalk(participation: Participation, people: People, language: Language) -> Iterator[Markup]:
    crosstalk = participation.crosstalk
    if crosstalk is None:
        return
    over = crosstalk.interruptions
    yield language.ngettext(
        "Once somebody began over another, and both went on for a second or more.",
        "{n} times somebody began over another, and both went on for a second or more; "
        "in {stopped} of these the other stopped first.",
        len(over),
        stopped=sum(each.took_floor for each in over),
    )
    often = Counter(each.of for each in over).most_common(1)
    if often and often[0][1] >= SEVERAL:
        yield language.gettext(
            "Most often somebody began over {name}: {n} times.", name=people.call(often[0][0]), n=often[0][1]
        )
    signs = sum(crosstalk.backchannels.values())
    if signs:
        yield language.ngettext(
            "One small sign of listening, such as “mhm”, is not counted among these.",
            "{n} small signs of listening, such as “mhm”, are not counted among these.",
            signs,
        )
    gap = crosstalk.median_gap_seconds
    if gap is not None and gap >= 0:
        yield language.gettext(
            "From one speaker to the next it mostly took {seconds} seconds.", seconds=language.number(gap)
        )
    elif gap is not None:
        yield language.gettext("The next speaker mostly began before the one before had ended.")
