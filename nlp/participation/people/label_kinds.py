"""What a label of a record says besides a name: honorifics, organisations, devices; and labels that are no person."""

import re
from enum import Enum

from nlp.names import fold, name_key, without_honorifics

_BRACKETS = re.compile(r"\s*[(\[【][^()\[\]【】]*[)\]】]\s*")
_ORGANISATION = re.compile(r"\s+(?:[|/@•·]|[-–—])\s*\S.*$|[|/@]\s*\S.*$")
_DEVICE_WORD = (
    r"(?:iphone|ipad|ipod|macbook(?: pro| air)?|imac|phone|mobile|laptop|pc|computer|galaxy(?: \w+)*|android|tablet"
    r"|device)"
)
_OWNED_DEVICE = (
    re.compile(rf"^(.+?)'s?\s+{_DEVICE_WORD}(?:\s*\(\d+\))?$"),
    re.compile(rf"^{_DEVICE_WORD}\s+(?:of|de)\s+(.+)$"),
    re.compile(rf"^(.+?)\s+{_DEVICE_WORD}$"),
    re.compile(r"^(.+?)(?:এর|'র|র)\s+(?:ফোন|মোবাইল|ল্যাপটপ)$"),
    re.compile(r"^(.+?)को\s+(?:फोन|मोबाइल|ल्यापटप)$"),
)
_BARE_DEVICE = re.compile(
    rf"^(?:{_DEVICE_WORD}|iphone(?: (?:\d+\w*|pro|max|mini|plus|se|x[rs]?))+|ipad (?:pro|air|mini)"
    r"|(?:samsung|redmi|oppo|vivo|xiaomi|realme|nokia|huawei|itel|tecno|infinix|oneplus|poco)(?:\s.*)?|sm-\w+|dell|hp"
    r"|lenovo)(?:\s*\(\d+\))?$"
)
_BOT = re.compile(
    r"\bnote\s?-?taker\b|\bnotetaking\b|\bfireflies\b|\botter(?:pilot|\.ai)\b|\bread\.ai\b|\bmeeting notes?\b"
    r"|\bfathom\b|\btl;?dv\b|\b(?:ai|meeting|recording|transcription) (?:assistant|bot|companion)\b|\b\w*bot$"
    r"|\bcopilot\b|^(?:zoom|google meet|teams|recorder)$|\bavoma\b|\bsembly\b|\bmeetgeek\b|^(?:live )?transcription$"
    r"|'s presentation$"
)
_ROOM = re.compile(
    r"\b(?:conference|meeting|board|training|seminar|class)\s*-?room\b|\broom\s+\w{1,3}$|^room\b|\bhall$|\bauditorium\b"
    r"|\b(?:shared|group) (?:device|laptop|screen)\b|\bpolycom\b"
    r"|সভাকক্ষ|মিটিং রুম|কনফারেন্স রুম|হলরুম|सभाकक्ष|बैठक कक्ष|मिटिङ रुम|कन्फरेन्स हल"
)
_MACHINE_MADE = re.compile(
    r"^(?:speaker_)?(?:speaker|spk|spkr|channel|ch|participant|s)[ _-]?(?:\d{1,3}|[a-z])$|^\d{1,3}$|^[a-h]$"
)
_IDENTIFIER = re.compile(r"^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?:@.*)?$")


class Kind(Enum):
    """What a label stands for."""

    PERSON = "person"
    BOT = "bot"
    ROOM = "room"


def kind_of(label: str) -> Kind:
    """Tell a person's label from a bot ("Fireflies Notetaker") and a room ("Conference Room B").

    A phone or laptop without a name ("iPhone (2)", "Galaxy A12") is a person's: one unknown person speaks through it.
    """
    folded = fold(label)
    if _BOT.search(folded):
        return Kind.BOT
    if _ROOM.search(folded):
        return Kind.ROOM
    return Kind.PERSON


def is_device(label: str) -> bool:
    """Whether the label is a phone's or computer's alone ("iPhone (2)", "Redmi Note 9") and says nothing of whose."""
    return _BARE_DEVICE.match(fold(label)) is not None


def is_machine_made(label: str) -> bool:
    """Whether software made the label by telling voices apart ("SPEAKER_00", "Speaker 3", "spk_1", "A", "2")."""
    return _MACHINE_MADE.match(fold(label)) is not None


def is_identifier(label: str) -> bool:
    """Whether the label is an account's number in place of a name, as older Teams records have."""
    return _IDENTIFIER.match(fold(label)) is not None


def bare_name(label: str) -> str:
    """Return the folded name inside a label, without organisation, device and honorifics.

    `Rafiqul Islam (Char Alo)`, `Rafiqul Islam | Char Alo`, `Rafiqul Islam - Char Alo`, `Rafiqul Islam's iPad` and
    `Mr. Rafiqul Islam` all give `rafiqul islam`.
    """
    name = _BRACKETS.sub(" ", fold(label)).strip() or fold(label)
    name = _ORGANISATION.sub("", name).strip() or name
    name = next((match[1] for pattern in _OWNED_DEVICE if (match := pattern.match(name))), name)
    return without_honorifics(name)


def label_key(label: str) -> str:
    """Return what labels have in common that differ in spelling, honorifics, organisation and device only."""
    return name_key(bare_name(label))


def names_before_comma(label: str) -> tuple[str, ...]:
    """Return what a label with a comma may have for a name, folded: Teams writes a name, a comma and an organisation.

    `Ram, Nepal Office (External)` gives `ram`; `Rai, Om` gives `rai` and, since some organisations put the family name
    first, `om rai`. A label without a comma gives its bare name.
    """
    first, *others = (part.strip() for part in bare_name(label).split(","))
    if not first or not others:
        return (bare_name(label),)
    return (bare_name(first), f"{others[0]} {first}") if len(others[0].split()) == 1 else (bare_name(first),)
