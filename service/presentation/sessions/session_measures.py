"""Each measure of a session in a line of plain words."""

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from nlp.json_form import Json
from service.presentation.i18n import Language
from service.presentation.masking.masking import People
from service.presentation.sessions.session_sentences import is_chat

SEVERAL = 3


def measures(participation: Json, people: People, language: Language) -> tuple[Markup, ...]:
    """Return what can be said of a session beside shares, each measure in its own sentence."""
    if not participation["speakers"]:
        return ()
    return (
        *_order(participation, people, language),
        *_balance(participation, language),
        *_turns(participation, people, language),
        *_alone(participation, people, language),
        *_windows(participation, language),
        *_questions(participation, people, language),
        *_pauses(participation, language),
        *_crosstalk(participation, people, language),
    )


def _order(participation: Json, people: People, language: Language) -> Iterator[Markup]:
    first, last = (people.call(participation[voice]) for voice in ("first_voice", "last_voice"))
    if is_chat(participation):
        yield language.gettext("{first} wrote first, {last} last.", first=first, last=last)
    else:
        yield language.gettext("{first} spoke first, {last} last.", first=first, last=last)


def _balance(participation: Json, language: Language) -> Iterator[Markup]:
    balance = participation["balance"]
    if len(participation["speakers"]) + len(participation["silent"]) < SEVERAL:
        return
    times = language.number(balance["dominance"])
    if is_chat(participation):
        yield language.gettext("The one who wrote most had {times} times an equal share.", times=times)
    else:
        yield language.gettext("The one who spoke most had {times} times an equal share.", times=times)
    yield language.gettext(
        "The talk was shared as if {number} people had spoken equally (effective number of speakers).",
        number=language.number(balance["effective_speakers"]),
    )
    yield language.gettext(
        "Evenness is {evenness} (normalised entropy; 1 if all spoke alike, 0 if one spoke alone).",
        evenness=language.decimals(balance["normalised_entropy"]),
    )
    yield language.gettext(
        "Inequality is {gini} of at most {maximum} (Gini; 0 if all spoke alike).",
        gini=language.decimals(balance["gini"]),
        maximum=language.decimals(balance["gini_maximum"]),
    )


def _turns(participation: Json, people: People, language: Language) -> Iterator[Markup]:
    took = [each for each in participation["speakers"] if each["longest_seconds"] is not None]
    if not took:
        return
    longest = max(took, key=lambda each: float(each["longest_seconds"]))
    typical = [float(each["median_seconds"]) for each in took]
    yield language.gettext(
        "The longest turn was {time}, by {name}; a person's typical turn (median) lasted from {shortest} to {most}. "
        "A turn lasts until somebody else speaks, pauses left out.",
        time=language.duration(float(longest["longest_seconds"])),
        name=people.call(longest["name"]),
        shortest=language.duration(min(typical)),
        most=language.duration(max(typical)),
    )


def _alone(participation: Json, people: People, language: Language) -> Iterator[Markup]:
    known = [each for each in participation["speakers"] if each["floor_share"] is not None]
    if known:
        most = max(known, key=lambda each: float(each["floor_share"]))
        yield language.gettext(
            "Of the time in which one person spoke alone, {name} had {share}.",
            name=people.call(most["name"]),
            share=language.percent(float(most["floor_share"])),
        )


def _windows(participation: Json, language: Language) -> Iterator[Markup]:
    windows = participation["windows"]
    if not windows or not windows["starts"]:
        return
    held = sum(holder is not None for holder in windows["held_by"])
    if not held:
        yield language.gettext(
            "There was no stretch of {time} in which one person had more than 60% of the talk.",
            time=language.duration(float(windows["width"])),
        )
    else:
        yield language.gettext(
            "In {n} of {all} stretches of {time}, one person had more than 60% of the talk.",
            n=held,
            all=len(windows["starts"]),
            time=language.duration(float(windows["width"])),
        )


def _questions(participation: Json, people: People, language: Language) -> Iterator[Markup]:
    asked = sum(int(each["questions"]) for each in participation["speakers"])
    if asked:
        most = max(participation["speakers"], key=lambda each: int(each["questions"]))
        yield language.ngettext(
            "One question was asked, by {name}.",
            "{n} questions were asked, {most} of them by {name}.",
            asked,
            most=int(most["questions"]),
            name=people.call(most["name"]),
        )


def _pauses(participation: Json, language: Language) -> Iterator[Markup]:
    if participation["silence_seconds"]:
        yield language.gettext("Pauses add up to {time}.", time=language.duration(participation["silence_seconds"]))
    if participation["overlap_seconds"]:
        yield language.gettext(
            "Two or more spoke at once for {time}.", time=language.duration(participation["overlap_seconds"])
        )


def _crosstalk(participation: Json, people: People, language: Language) -> Iterator[Markup]:
    crosstalk = participation["crosstalk"]
    if crosstalk is None:
        return
    over = crosstalk["interruptions"]
    yield language.ngettext(
        "Once somebody began over another, and both went on for a second or more.",
        "{n} times somebody began over another, and both went on for a second or more; "
        "in {stopped} of these the other stopped first.",
        len(over),
        stopped=sum(bool(each["took_floor"]) for each in over),
    )
    often = Counter(str(each["of"]) for each in over).most_common(1)
    if often and often[0][1] >= SEVERAL:
        yield language.gettext(
            "Most often somebody began over {name}: {n} times.", name=people.call(often[0][0]), n=often[0][1]
        )
    signs = sum(crosstalk["backchannels"].values())
    if signs:
        yield language.ngettext(
            "One small sign of listening, such as “mhm”, is not counted among these.",
            "{n} small signs of listening, such as “mhm”, are not counted among these.",
            signs,
        )
    gap = crosstalk["median_gap_seconds"]
    if gap is not None and gap >= 0:
        yield language.gettext(
            "From one speaker to the next it mostly took {seconds} seconds.", seconds=language.number(float(gap))
        )
    elif gap is not None:
        yield language.gettext("The next speaker mostly began before the one before had ended.")
