"""The words of a label that are somebody's name: not what they do, where they work, or what an element is called."""

from collections.abc import Collection
from functools import cache

from babel import Locale

from nlp.names import ADDRESSES, HONORIFICS, fold
from nlp.participation.people.label_kinds import is_device, is_machine_made, names_before_comma
from nlp.text.phrases import phrases
from nlp.transcripts.speakers.lexicon import NAME_PARTICLES, SENTENCE_WORDS
from service.presentation.i18n import NAMES

_SHORTEST = 3
_SHORTEST_JOINED = 6
_AROUND = ".,;:·|/()[]\"'’ঃः"
_ROLES = phrases(
    """office|team|lead|leader|head|manager|management|coordinator|coordination|officer|director|facilitator|moderator
    organiser|organizer|assistant|advisor|adviser|consultant|interpreter|translator|trainer|teacher|student|chair|staff
    member|members|group|guest|host|cohost|co-host|external|internal|unknown|visitor|observer|speaker|participant
    programme|program|project|unit|department|desk|field|support|service|services|network|partner|partners|partnership
    ngo|foundation|institute|university|school|college|ministry|trust|learning|communication|communications|finance
    health|education|research|policy|monitoring|evaluation|community|women|youth|volunteer|secretary|president|society
    অফিস|দল|টিম|কার্যালয়|প্রধান|সমন্বয়কারী|ব্যবস্থাপক|কর্মকর্তা|পরিচালক|সহকারী|অতিথি|প্রকল্প|কর্মসূচি|সংস্থা|বিভাগ|সঞ্চালক|শিক্ষক|সদস্য
    कार्यालय|अफिस|टोली|समूह|टिम|प्रमुख|संयोजक|व्यवस्थापक|अधिकृत|निर्देशक|सहायक|पाहुना|अतिथि|परियोजना|कार्यक्रम|संस्था|विभाग|सहजकर्ता
    शिक्षक|सदस्य"""
)
_LANGUAGES = ("bn", "en", "hi", "ne", "ur")


def names_in(spelling: str, keep: Collection[str] = ()) -> tuple[str, ...]:
    """Return what must not be shown of a name, an alias or a label, folded: all of it, and given and family names.

    `Rina Akter` gives itself, `rina`, `akter` and `rinaakter`, as file names and accounts have it; `Ram, Nepal Office
    (External)` gives itself and `ram`; a label without a name in it (`Nepal Office`) gives nothing.

    Args:
        spelling: as a roster or a record has it.
        keep: folded words that are no names in this programme; see `words_to_keep`.
    """
    whole = fold(spelling)
    if is_machine_made(spelling) or not whole:
        return ()
    if is_device(spelling):
        return (whole,)
    forms = [_personal(form.split(), keep) for form in names_before_comma(spelling)]
    parts = [word for form in forms for word in form if len(word) >= _SHORTEST]
    run_together = [joined for form in forms if len(form) > 1 and len(joined := "".join(form)) >= _SHORTEST_JOINED]
    return tuple(dict.fromkeys((whole, *parts, *run_together))) if any(forms) else ()


def words_to_keep(phrases_: Collection[str]) -> frozenset[str]:
    """Return the folded words of team names and elements."""
    return frozenset(word for phrase in phrases_ for word in _words(fold(phrase).split()))


def is_role(word: str) -> bool:
    """Return whether a folded word says what somebody does or where, not who they are."""
    return word in _ROLES or word in _places()


def _personal(words: list[str], keep: Collection[str]) -> list[str]:
    """Return the words that are names; that of a place is one where it stands first and no role is beside it."""
    bare = _words(words)
    has_role = any(word in _ROLES for word in bare)
    named = [word for at, word in enumerate(bare) if word not in _places() or (at == 0 and not has_role)]
    return [word for word in named if word not in keep and word not in _ordinary()]


def _words(words: list[str]) -> list[str]:
    return [bare for word in words if (bare := word.strip(_AROUND))]


@cache
def _ordinary() -> frozenset[str]:
    groups = (_ROLES, HONORIFICS, ADDRESSES, NAME_PARTICLES, SENTENCE_WORDS)
    return frozenset(fold(word) for group in groups for word in group)


@cache
def _places() -> frozenset[str]:
    """Return the names of countries, and of the languages spoken here, in the languages of the interface."""
    locales = [Locale(code) for code in NAMES]
    countries = [name for each in locales for name in each.territories.values()]
    languages = [each.languages[code] for each in locales for code in _LANGUAGES]
    return frozenset(fold(name) for name in (*countries, *languages) if name)
