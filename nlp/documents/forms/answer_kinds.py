"""What the answers in a column look like: written freely, chosen from a list, counted, or written by a machine."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import islice

from nlp.documents.tables.level_names import is_level
from nlp.names import name_key
from nlp.text.phrases import phrases

_MOST_ANSWERS = 300
_MOSTLY = 0.8
_GIVEN = frozenset(
    map(
        name_key,
        phrases(
            """yes|no|maybe|not sure|don't know|do not know|strongly agree|agree|neutral|disagree|strongly disagree
            always|often|sometimes|rarely|never|very satisfied|satisfied|dissatisfied|very dissatisfied|true|false
            male|female|man|woman|other|prefer not to say|n/a|na|none|not applicable|somewhat agree|somewhat disagree
            neither agree nor disagree|very important|important|not important|somewhat|completely|partly|mostly
            not at all|a lot
            a little|to some extent|to a great extent|very likely|likely|unlikely|very unlikely|very well|well|not well
            হ্যাঁ|না|জানি না|একমত|সম্পূর্ণ একমত|দ্বিমত|নিরপেক্ষ|পুরুষ|নারী|মহিলা|সবসময়|মাঝে মাঝে|কখনো না|अन्य
            पुरुष|महिला
            हो|होइन|छ|छैन|थाहा छैन|सहमत|पूर्ण सहमत|असहमत|तटस्थ|सधैं|कहिलेकाहीँ|कहिल्यै|हाँ|नहीं|पता नहीं|सहमत|असहमत
            sí|si|tal vez|no sé|de acuerdo|en desacuerdo|totalmente de acuerdo|muy de acuerdo|muy en desacuerdo
            siempre|a veces
            nunca|hombre|mujer|oui|non|peut-être|d'accord|pas d'accord|tout à fait d'accord|toujours|parfois|jamais
            homme|femme
            sim|não|talvez|concordo|discordo|concordo totalmente|discordo totalmente|sempre|às vezes|homem|mulher
            نعم|لا|ربما
            موافق|غير موافق|موافق بشدة|محايد|دائما|أحيانا|أبدا|ذكر|أنثى|ہاں|نہیں|متفق|غیر متفق|مرد|عورت|ndiyo
            hapana|labda
            nakubali|sikubali|mara zote|wakati mwingine|kamwe|mwanaume|mwanamke"""
        ),
    )
)
_NUMBER = re.compile(r"[\s%$€£৳₹+-]*[\d০-৯०-९٠-٩۰-۹][\d০-৯०-९٠-٩۰-۹.,/%\s-]*")
_MACHINE = re.compile(
    r"(uuid:)?[0-9a-f]{8}-[0-9a-f-]{20,40}|[^\s@]+@[^\s@]+\.[^\s@]+|https?://\S+|\d{4}-\d\d-\d\d[T ]?\S*"
    r"|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}([ ,]+\d{1,2}[:.]\d\d\S*( [AaPp]\.?[Mm]\.?)?( \S+)?)?|\d{1,2}:\d\d(:\d\d\S*)?"
    r"|-?\d{1,3}\.\d{3,} -?\d{1,3}\.\d{3,}( \S+)*|[\w-]+\.(jpe?g|png|mp3|mp4|m4a|wav|pdf|docx?)|\+?[\d\s()-]{9,16}"
    r"|[0-9a-z]{12,40}",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"^\d+ (?=\D)")
_OPTIONS = re.compile(r"\s*[;|\n]\s*|,\s+")


class AnswerKind(StrEnum):
    """What the cells of a column are, told from the cells."""

    NONE = "none"
    FREE = "free"
    SHORT = "short"
    CHOSEN = "chosen"
    COUNTED = "counted"
    MACHINE = "machine"


def answers_in(cells: Iterable[str]) -> list[str]:
    """Return the first answers of a column."""
    return list(islice((cell.strip() for cell in cells if cell.strip()), _MOST_ANSWERS))


def kind_of_answers(answers: Sequence[str], fewest: int = 1, insisted: bool = False) -> AnswerKind:
    """Tell what the answers to one question are.

    Free answers have a few words each and are rarely the same; chosen ones repeat whole, or in their parts where
    several may be chosen ("radio;phone", "a b c"); short ones differ, and are names more than statements.

    Args:
        answers: as written.
        fewest: how many words a free answer to it has on average.
        insisted: whether it asks for somebody's own words, so that `No` is a free answer too.
    """
    if not answers:
        return AnswerKind.NONE
    count = len(answers)
    if sum(_is_number(answer) for answer in answers) >= count * _MOSTLY:
        many = len(set(answers)) > count * _MOSTLY and min(map(len, answers)) >= 5
        return AnswerKind.MACHINE if many else AnswerKind.COUNTED
    if sum(bool(_MACHINE.fullmatch(answer)) and any(map(str.isdigit, answer)) for answer in answers) >= count * _MOSTLY:
        return AnswerKind.MACHINE
    if _are_chosen(answers, insisted):
        return AnswerKind.CHOSEN
    words = sorted(_words(answer) for answer in answers)
    mean = sum(words) / count
    free = mean >= fewest or insisted or words[-1] >= 8
    return AnswerKind.FREE if free else AnswerKind.SHORT


def _are_chosen(answers: Sequence[str], insisted: bool) -> bool:
    counts = Counter(_COUNTED.sub("", name_key(answer)) for answer in answers)
    count = len(answers)
    given = sum(number for answer, number in counts.items() if answer in _GIVEN)
    levels = sum(is_level(answer) for answer in answers)
    if (given >= count * 0.7 and not insisted) or levels >= count * _MOSTLY:
        return True
    repeated = sum(number for answer, number in counts.items() if number > 1 and not (insisted and answer in _GIVEN))
    if count >= 4 and len(counts) <= max(2, count * 0.5) and repeated >= count * 0.5:
        return True
    long = sum(number for answer, number in counts.items() if number > 1 and _words(answer) >= 3)
    return (count >= 4 and long >= count * 0.3) or _are_several(answers)


def _are_several(answers: Sequence[str]) -> bool:
    """Whether answers are made of the same few options: `radio phone`, `Radio;Phone`, `Radio, Phone`."""
    parts = [[part for part in _OPTIONS.split(answer) if part] for answer in answers]
    if len(answers) < 3:
        return all(
            ";" in answer.rstrip(";") and max(map(_words, own), default=0) <= 6
            for answer, own in zip(answers, parts, strict=True)
        )
    codes = [answer.split() for answer in answers]
    as_codes = all("_" in code or code.isascii() for own in codes for code in own) and any(
        len(own) > 1 for own in codes
    )
    for split, allowed in (
        (parts, True),
        (codes, as_codes and not any(answer != answer.lower() for answer in answers)),
    ):
        found = Counter(name_key(part) for own in split for part in own)
        total = sum(found.values())
        several = sum(len(own) > 1 for own in split)
        short = all(_words(part) <= 8 for own in split for part in own)
        seldom = sum(number == 1 for number in found.values())
        if allowed and several >= len(answers) * 0.3 and short and seldom <= total * 0.15:
            return True
    return False


def _is_number(answer: str) -> bool:
    return bool(_NUMBER.fullmatch(answer)) or answer.casefold() in ("true", "false")


def _words(answer: str) -> int:
    return len(answer.split())
