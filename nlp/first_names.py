"""What people are called by their first names alone, each told from the others, in any script.

A first name is what somebody is called by, which is not always the first word. Left out before it are honorifics
(`nlp.names.HONORIFICS`), what stands before given names in Bangladesh and Nepal without being one (Md., মোঃ, Mst.),
titles that families bear (Syed, Sheikh, Kazi), and initials (A. K. M.). What is one name in two words stays together
(Abdul Karim, আবুল কালাম). "Rahman, Anika" is Anika. A middle name tells two of the same first name apart, a number where
that is the same too; a family name never does. Of a name that is one word nothing can be left out: it stays.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence

from nlp.names import ADDRESSES, HONORIFICS, fold, name_key
from nlp.participation.people.label_kinds import Kind, is_device, is_identifier, is_machine_made, kind_of
from nlp.text.phrases import phrases

_BEFORE = HONORIFICS | phrases(
    """md|mohd|mohammad|mohammed|muhammad|mst|most|mosammat|musammat|kumari|late|alhaj|alhajj|haji|hajji|begum|miah
    syed|sayed|saiyed|syeda|sayeda|sheikh|shaikh|sheik|sk|kazi|quazi|qazi|khandaker|khandakar|khondaker|khondokar|mir|molla
    মো|মোঃ|মোহাম্মদ|মুহাম্মদ|মোছা|মোছাঃ|মোসা|মোসাঃ|মোসাম্মৎ|মোছাম্মৎ|মরহুম|আলহাজ|আলহাজ্ব|হাজী|হাজি|কুমারী|বেগম
    সৈয়দ|সৈয়দা|শেখ|সেখ|কাজী|কাজি|খন্দকার|মীর|মোল্লা|শ্রীমতি
    कुमारी|स्व|सुश्री|डा|प्रा|अधिवक्ता|इन्जिनियर|शेख|सैयद"""
)
_JOINED = phrases(
    """abdul|abdur|abdus|abdool|abu|abul|umme|ummul
    আবদুল|আব্দুল|আবদুর|আব্দুর|আবদুস|আব্দুস|আবু|আবুল|উম্মে
    अब्दुल|अब्दुर|अबु|अबुल"""
)
_LETTERS = phrases(
    """এ|বি|সি|ডি|ই|এফ|জি|এইচ|আই|জে|কে|এল|এম|এন|ও|পি|কিউ|আর|এস|টি|ইউ|ভি|ডব্লিউ|এক্স|ওয়াই|জেড
    ए|बी|सी|डी|ई|एफ|जी|एच|आई|जे|के|एल|एम|एन|ओ|पी|क्यू|आर|एस|टी|यू|भी|डब्लु|एक्स|वाई|जेड"""
)
"""What Latin letters are called, as initials are written in other scripts."""

_AROUND = " .,;:·()[]\"'’‘“”ঃः"
_BRACKETS = re.compile(r"[(\[【][^()\[\]【】]*[)\]】]")
_AFTER = re.compile(r"\s+(?:[|/@•·]|[-–—])\s*\S.*$|[|/@].*$")
_CAPITALS = 3


def first_names(names: Iterable[str]) -> dict[str, str]:
    """Return name -> what somebody is called by, each different.

    Labels that are no names ("Speaker 1", "iPhone", "Conference Room B") stay as they are.

    Args:
        names: of everybody who has to be told from each other, in the order in which equals are numbered.
    """
    everybody = list(dict.fromkeys(names))
    parts = {name: _parts(name) for name in everybody}
    alike: dict[str, list[str]] = defaultdict(list)
    for name in everybody:
        alike[name_key(" ".join(parts[name][:1]))].append(name)
    called: dict[str, str] = {}
    for same in alike.values():
        called |= _told_apart(same, parts) if len(same) > 1 else {same[0]: parts[same[0]][0]}
    return {name: called[name] for name in everybody}


def first_name(name: str) -> str:
    """Return what somebody is called by."""
    return _parts(name)[0]


def _told_apart(same: Sequence[str], parts: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Return what people of the same first name are called: with a middle name where all of these differ."""
    longer = {name: " ".join(parts[name]) for name in same}
    keys = {name_key(each) for each in longer.values()}
    if len(keys) == len(same):
        return longer
    return {name: f"{parts[name][0]} {at}" for at, name in enumerate(same, start=1)}


def _parts(name: str) -> tuple[str, ...]:
    """Return the first name, and the middle names that stand between it and the last word."""
    if is_machine_made(name) or is_device(name) or is_identifier(name) or kind_of(name) is not Kind.PERSON:
        return (name,)
    words = _without_what_stands_before(_words(name))
    if not words:
        return (name,)
    size = 2 if len(words) > 1 and fold(words[0]) in _JOINED_FOLDED else 1
    return (" ".join(words[:size]), *words[size:-1])


def _words(name: str) -> list[str]:
    """Return the words of a name in the order in which they are said, without organisations and forms of address."""
    text = unicodedata.normalize("NFC", name)
    text = _BRACKETS.sub(" ", text).strip() or text
    text = _AFTER.sub("", text).strip() or text
    last, comma, first = text.partition(",")
    if comma:
        is_given = len(first.split()) == 1 and not first.strip().isupper()
        text = f"{first} {last}" if is_given else last
    words = [bare for word in text.replace(".", ". ").split() if (bare := word.strip(_AROUND + "\u200c\u200d"))]
    while len(words) > 1 and fold(words[-1]) in _ADDRESSES_FOLDED:
        words = words[:-1]
    return words


def _without_what_stands_before(words: list[str]) -> list[str]:
    shouted = all(word.isupper() for word in words if word.isascii())
    while len(words) > 1 and (fold(words[0]) in _BEFORE_FOLDED or _is_initial(words[0], shouted=shouted)):
        words = words[1:]
    return words


def _is_initial(word: str, *, shouted: bool) -> bool:
    """Whether a word stands for a name without being one: K, AKM, এ, কে; in a name all in capitals RAM is none."""
    if len(word) == 1 or unicodedata.normalize("NFC", word) in _LETTERS:
        return True
    return word.isascii() and word.isupper() and len(word) <= _CAPITALS and not shouted


_BEFORE_FOLDED = frozenset(map(fold, _BEFORE))
_JOINED_FOLDED = frozenset(map(fold, _JOINED))
_ADDRESSES_FOLDED = frozenset(map(fold, ADDRESSES))
