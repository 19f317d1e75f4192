"""What reaches or identifies somebody beside their name: telephone numbers, e-mail, links, handles, accounts, cards.

Patterns of our own: they look into words, since Bangla and Nepali write case endings onto them, and load no library.
Numbers are judged by their groups of digits, in any script, so that dates, years, times, scores and amounts stay.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.presentation.masking.strangers import HIDDEN

_DIGITS = {start + value: str(value) for start in (0x06F0, 0x0660, 0x0966, 0x09E6) for value in range(10)}
_MARK = r"\u0300-\u036f\u0900-\u0963\u0971-\u0983\u0985-\u09e3\u09fe\u200c\u200d"
_END = r"(?<![.,;:!?)\]}'\"’”»।…])"
_LINK = re.compile(rf"(?:https?://|ftp://|www\.)[^\s<>\"“”«»]+{_END}", re.IGNORECASE)
_PLAIN_LINK = re.compile(
    r"(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+"
    r"(?:(?:com|org|net|edu|gov|info|mil|int|app|dev|xyz|online|site|link|page|eu|uk|de|np|bd)(?![a-z0-9-]|\.[a-z0-9])"
    rf"(?:/[^\s<>\"“”«»]*{_END})?|[a-z]{{2,6}}/[^\s<>\"“”«»]+{_END})",
    re.IGNORECASE,
)
_LOCAL = r"[a-z0-9!#$%&'*+/=?^_`{|}~.-]"
_NO_GAP = r"[^\s@<>()\[\],;:\"“”।]"
_SPELLED = r"[a-z0-9._%+-]"
_MAIL = re.compile(
    rf"(?<!{_LOCAL}){_LOCAL}+@(?:[a-z0-9-]+\.)+[a-z]{{2,}}"
    rf"|(?<!{_NO_GAP}){_NO_GAP}+@{_NO_GAP}+\.{_NO_GAP}+{_END}"
    rf"|(?<!{_SPELLED}){_SPELLED}+ ?[\[({{] ?at ?[\])}}] ?[a-z0-9-]+"
    r"(?: ?[\[({] ?dot ?[\])}] ?[a-z0-9-]+|\.[a-z0-9-]+)+",
    re.IGNORECASE,
)
"""Each begins where its letters begin, so that a long word is read once and not from each of its letters."""
_HANDLE = re.compile(rf"(?<![\w@./{_MARK}])@[\w.{_MARK}]*[\w{_MARK}]")
_ACCOUNT_NAME = re.compile(
    r"(?<![a-z])(?:facebook|fb|instagram|insta|telegram|skype|viber|imo|linkedin|tiktok|twitter|wechat|whatsapp"
    rf"|ফেসবুক|ফেইসবুক|টেলিগ্রাম|ইমো|ভাইবার|হোয়াটসঅ্যাপ|फेसबुक|टेलिग्राम|भाइबर|इमो)(?:\s+(?:id|name|আইডি|आइडी))?\s*[:=-]\s*"
    rf"(?P<name>(?=[^\s,;]*[\d._])[^\s,;।]+{_END})",
    re.IGNORECASE,
)
_COUNTRY_ACCOUNT = re.compile(r"(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Z0-9])")
_CODE = re.compile(r"(?<![A-Z0-9-])(?:[A-Z]{5}\d{4}[A-Z]|[A-Z]{1,2}\d{7,9})(?![A-Z0-9])")
_LABELLED = re.compile(
    r"(?<![a-z])(?:(?:bank|savings|current|bkash|nagad|rocket|esewa|khalti|upay)\s+)?"
    r"(?:account|acct|a/c|iban|nid|national id|id card|voter id|passport|citizenship|card"
    r"|bkash|nagad|rocket|esewa|khalti|upay|phone|telephone|tel|mobile|mob|cell|whatsapp|viber|imo|contact|call"
    r"|হিসাব|একাউন্ট|অ্যাকাউন্ট|এনআইডি|জাতীয় পরিচয়পত্র|পরিচয়পত্র|পাসপোর্ট|কার্ড|বিকাশ|নগদ|রকেট|ফোন|মোবাইল|যোগাযোগ|কল"
    r"|खाता|नागरिकता|राहदानी|परिचयपत्र|कार्ड|इसेवा|खल्ती|फोन|मोबाइल|सम्पर्क|कल)"
    r"(?:\s*(?:no|number|num|nr|id|नम्बर|नं|নম্বর|নাম্বার|নং))?\s*[.:#=-]*\s*"
    r"(?P<number>[A-Z]{0,3}[+(]{0,2}\d(?:[ \u00a0./()-]{0,2}\d){4,24})(?!\d|[,:]\d)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(?<![0-9A-Za-z@_])[+(]{0,2}[0-9]+(?:[ \u00a0\u202f.()/\-–‑]{1,3}[0-9]+)*")
_GROUP = re.compile(r"[0-9]+")
_MOST_GROUPS = 8
_SIGNS, _SIGNS_OF_MAIL, _SIGNS_OF_LINKS = re.compile(r"[@./\[({]|\d"), re.compile(r"[@\[({]"), re.compile("[./]")
_SIGNS_OF_ACCOUNTS = re.compile("[:=-]")
_DIGITS_OF_A_NUMBER = re.compile(r"(?:\D*\d){4}")
"""No number that identifies somebody has fewer; most texts have none, and nothing is looked for in these."""
_LETTER_AND_DIGIT, _FIVE_DIGITS = re.compile(r"[A-Z]\d"), re.compile(r"\d(?:[ \u00a0./()-]{0,2}\d){4}")
"""What stands in every code, and in every number beside a label."""

_YEAR = r"(?:19|20|21)\d\d"
_DATE = re.compile(
    rf"(?<!\d)(?:\d{{1,2}}[-./– ]{{1,3}}\d{{1,2}}[-./– ]{{1,3}}{_YEAR}|{_YEAR}[-./–]\d{{1,2}}[-./–]\d{{1,2}})(?!\d)"
)
_MOMENT = re.compile(rf"{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[0-2])(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?")
_TIME_OR_YEAR = re.compile(rf"(?:(?:[01]\d|2[0-4])[0-5]\d|{_YEAR})")
_MONEY = (
    r"tk|taka|bdt|rs|npr|inr|eur|euros?|usd|dollars?|rupees?|pounds?|gbp|lakhs?|crores?"
    r"|টাকা|রুপি|লাখ|কোটি|रुपैयाँ|रुपियाँ|रु|लाख|करोड"
)
_MONEY_BEFORE = re.compile(rf"(?:[৳₹€$£]|(?<![a-z])(?:{_MONEY})\.?)\s*$", re.IGNORECASE)
_MONEY_BEHIND = re.compile(rf"\s*(?:[৳₹€$£]|/-|/=|(?:{_MONEY})(?![a-z]))", re.IGNORECASE)
_AMOUNT = re.compile(r"[1-9]\d{0,2}(?:[ .\u00a0\u202f]\d{3})+")
_CARD = re.compile(r"\d{4}([ -])\d{4}\1\d{4}(?:\1\d{4})?(?:\1\d{1,3})?")
_CITIZEN = re.compile(r"\d{2}[-/]\d{2}[-/]\d{2}[-/]\d{4,6}")


@dataclass(frozen=True)
class _Number:
    """Some groups of digits: as written, and their digits."""

    written: str
    groups: tuple[str, ...]

    @property
    def digits(self) -> str:
        return "".join(self.groups)


def without_contacts(text: str) -> str:
    """Return a text in which "…" stands for everything that reaches or identifies somebody.

    Args:
        text: in NFC.
    """
    if not _SIGNS.search(text):
        return text
    if _SIGNS_OF_MAIL.search(text):
        text = _MAIL.sub(HIDDEN, text)
    if _SIGNS_OF_LINKS.search(text):
        text = _PLAIN_LINK.sub(HIDDEN, _LINK.sub(HIDDEN, text))
    if "@" in text:
        text = _HANDLE.sub(HIDDEN, text)
    if _SIGNS_OF_ACCOUNTS.search(text):
        text = _ACCOUNT_NAME.sub(_without_its_name, text)
    if not _DIGITS_OF_A_NUMBER.match(text):
        return text
    return _cut(text, sorted(_numbers(text.translate(_DIGITS))))


def _without_its_name(found: re.Match[str]) -> str:
    return found.group()[: found.start("name") - found.start()] + HIDDEN


def _cut(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a text with "…" in the place of spans, those that overlap joined."""
    parts, at = list[str](), 0
    for start, end in spans:
        if start >= at:
            parts += [text[at:start], HIDDEN]
        at = max(at, end)
    return "".join([*parts, text[at:]])


def _numbers(plain: str) -> Iterator[tuple[int, int]]:
    """Yield where numbers stand that identify somebody; digits are those of ASCII."""
    for pattern in (_COUNTRY_ACCOUNT, _CODE) if _LETTER_AND_DIGIT.search(plain) else ():
        yield from (found.span() for found in pattern.finditer(plain) if sum(map(str.isdecimal, found.group())) >= 4)
    for found in _LABELLED.finditer(plain) if _FIVE_DIGITS.search(plain) else ():
        number = found["number"]
        if len(_GROUP.findall(number)) and _is_long(number) and not _is_amount(plain, *found.span("number")):
            yield found.span("number")
    for found in _NUMBERS.finditer(plain):
        yield from _of_groups(plain, found)


def _is_long(number: str) -> bool:
    """Whether a number beside a word such as "account" is one: no date, no year, no few."""
    return sum(map(str.isdecimal, number)) >= 6 and not _DATE.search(number) and not _MOMENT.fullmatch(number)


def _of_groups(plain: str, found: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the longest runs of groups that are a number of somebody."""
    groups = [(found.start() + each.start(), found.start() + each.end()) for each in _GROUP.finditer(found.group())]
    at = 0
    while at < len(groups):
        for end in range(min(len(groups), at + _MOST_GROUPS), at, -1):
            first = found.start() if at == 0 else _with_sign(plain, groups[at][0], groups[at - 1][1])
            last = groups[end - 1][1]
            digits = tuple(plain[start:stop] for start, stop in groups[at:end])
            if _is_somebodys(plain, first, last, _Number(plain[first:last], digits)):
                yield first, last
                at = end
                break
        else:
            at += 1


def _with_sign(plain: str, start: int, least: int) -> int:
    """Return where a number begins with its plus and brackets."""
    while start > least and plain[start - 1] in "+(":
        start -= 1
    return start


def _is_somebodys(plain: str, start: int, end: int, number: _Number) -> bool:
    if _DATE.search(number.written) or _is_fraction(plain, start) or _is_amount(plain, start, end):
        return False
    if all(_TIME_OR_YEAR.fullmatch(group) for group in number.groups):
        return False
    return _is_telephone(number) or _is_document(number)


def _is_fraction(plain: str, start: int) -> bool:
    return bool(re.search(r"\d[.,]$", plain[:start]))


def _is_amount(plain: str, start: int, end: int) -> bool:
    """Whether a number is money: a currency stands beside it, or it is written in thousands."""
    if plain[start] == "+" or (plain[start] == "0" and end - start > 1 and plain[start + 1].isdecimal()):
        return False
    return bool(_MONEY_BEFORE.search(plain[max(0, start - 12) : start]) or _MONEY_BEHIND.match(plain[end : end + 12]))


def _is_telephone(number: _Number) -> bool:
    written, groups, digits = number.written, number.groups, number.digits
    if written.lstrip("(").startswith("+"):
        return _fits_country(digits) and len(groups) <= 7
    if digits.startswith("00"):
        return len(groups[0]) >= 2 and 10 <= len(digits) <= 15 and _fits_country(digits[2:])
    if digits.startswith("0"):
        return _is_national(groups, digits)
    if re.fullmatch(r"(?:8801[3-9]\d{8}|9779[678]\d{8}|91[6-9]\d{9})", digits):
        return len(groups) <= 5
    return _is_mobile(written, groups, digits)


def _fits_country(digits: str) -> bool:
    """Whether there are as many digits as numbers of a country have, its code included."""
    known = {"880": range(10, 14), "977": range(10, 14), "91": range(11, 13)}
    lengths = next((known[code] for code in known if digits.startswith(code)), range(8, 16))
    return len(digits) in lengths


def _is_national(groups: Sequence[str], digits: str) -> bool:
    """Whether a number with a trunk zero is one: with its area, in groups that are dialled."""
    long_enough = 9 <= len(digits) <= 12
    return long_enough and len(groups) <= 5 and len(groups[0]) >= 2 and all(len(each) >= 2 for each in groups[1:])


def _is_mobile(written: str, groups: Sequence[str], digits: str) -> bool:
    """Whether a number without its zero is one: ten digits of South Asia, nine of Spain or Poland in threes."""
    if _AMOUNT.fullmatch(written):
        return len(digits) == 9 and digits[0] in "679" and digits[-3:] != "000" and "." not in written
    if len(digits) != 10 or digits[0] not in "6789" or digits.endswith("000"):
        return False
    return len(groups) <= 4 and all(len(each) >= 2 for each in groups) and max(map(len, groups)) >= 4


def _is_document(number: _Number) -> bool:
    """Whether a number is that of a card, an identity or an account."""
    if _CARD.fullmatch(number.written) or _CITIZEN.fullmatch(number.written):
        return True
    if len(number.groups) > 1 or _MOMENT.fullmatch(number.digits):
        return False
    return len(number.digits) >= 12 or (len(number.digits) >= 9 and not number.digits.endswith("000"))
