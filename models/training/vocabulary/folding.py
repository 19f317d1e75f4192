"""One spelling for what is the same letter: case, accents, Brahmic scripts, Arabic variants, digits, invisible marks.

The rules become a precompiled character map inside `tokenizer.json`, so every user of the folder gets them.
The Unicode blocks of the Brahmic scripts are laid out in parallel, so Bangla, Gujarati, Punjabi, Odia, Telugu, Kannada
and Malayalam fold onto Devanagari by offset: shared Sanskrit words become the same tokens.
"""

import sys
import tempfile
import unicodedata
from pathlib import Path

DEVANAGARI = 0x0900
BRAHMIC_BLOCKS = (0x0980, 0x0A00, 0x0A80, 0x0B00, 0x0C00, 0x0C80, 0x0D00)
DEVANAGARI_LETTERS = {
    "ई": "इ", "ऊ": "उ", "ी": "ि", "ू": "ु", "ँ": "ं", "व": "ब", "ऎ": "ए", "ऒ": "ओ", "ॆ": "े", "ॊ": "ो",
    "ऩ": "न", "ऱ": "र", "ऴ": "ळ", "य़": "य", "ॠ": "ऋ", "ॄ": "ृ", "ॲ": "अ", "ऍ": "ए", "ॅ": "े", "ऑ": "ओ", "ॉ": "ो",
}  # fmt: skip
DELETED = {
    chr(code) for code in (0x093C, 0x093D, 0x09BC, 0x0A3C, 0x0ABC, 0x0B3C, 0x0C3C, 0x0CBC, 0x0A71, 0x0640, 0x0670)
}
ELSEWHERE = {"ৎ": "त्", "ৰ": "र", "ৱ": "ब", "ৗ": "ौ", "ੰ": "ं", "ੲ": "इ", "ੳ": "उ", "ଵ": "ब", "ୱ": "ब"}
SINHALA = dict(
    zip(
        "ංඃඅආඇඈඉඊඋඌඑඒඓඔඕඖකඛගඝඞචඡජඣඤටඨඩඪණතථදධනපඵබභමයරලවශෂසහළෆඟඦඬඳඹාැෑිීුූෘෙේෛොෝෞ්",
        "ंःअआएएइइउउएएऐओओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलबशषसहळफगजडदबाेेििुुृेेैोोौ्",
        strict=True,
    )
)
ARABIC = dict(
    zip("أإآٱىیېےئؤکڪہھەةۀۂۃ", "ااااييييي" + "وككههههههه", strict=True)
)  # Arabic, Persian and Urdu write the same letters with different code points
ETHIOPIC_TWINS = ((0x1210, 0x1200), (0x1280, 0x1200), (0x1220, 0x1230), (0x12D0, 0x12A0), (0x1340, 0x1338))
ETHIOPIC = {chr(series + order): chr(twin + order) for series, twin in ETHIOPIC_TWINS for order in range(7)}
DELETED_RANGES = (
    (0x0300, 0x036F),  # accents that no letter took
    (0x064B, 0x0652),  # Arabic vowel signs
    (0xFE00, 0xFE0F),  # variation selectors
    (0x1F3FB, 0x1F3FF),  # skin tones
)
EMOJI = frozenset((*range(0x1F300, 0x1FB00), *range(0x2600, 0x27C0), 0x2B50, 0x2B55))


def is_emoji(character: str) -> bool:
    """Whether the character stands for itself in a note: a face, a heart, a tick."""
    return ord(character) in EMOJI and unicodedata.category(character) == "So"


def fold(character: str) -> str:
    """What one code point becomes; "" when it is dropped, padded with spaces when it is a word of its own."""
    if is_emoji(character):
        return f" {character} "
    plain = "".join(_letter(part) for part in unicodedata.normalize("NFKC", character).casefold())
    return _without_accents(plain) if ord(character) < 0x250 else plain


def _letter(character: str) -> str:
    code, category = ord(character), unicodedata.category(character)
    if character in DELETED or category == "Cf" or any(first <= code <= last for first, last in DELETED_RANGES):
        return ""
    if category == "Nd":
        return str(unicodedata.digit(character))
    if category in ("So", "Sk", "Sc", "Sm", "Cc", "Zs", "Zl", "Zp"):
        return " "
    for table in (ELSEWHERE, SINHALA, ARABIC, ETHIOPIC):
        if character in table:
            return table[character]
    return _devanagari(character)


def _devanagari(character: str) -> str:
    for block in BRAHMIC_BLOCKS:
        if block <= ord(character) < block + 0x80:
            character = chr(ord(character) - block + DEVANAGARI)
    return DEVANAGARI_LETTERS.get(character, character)


def _without_accents(text: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFD", text) if unicodedata.category(part) != "Mn")


def rules() -> dict[str, str]:
    """Every code point that folding changes, with what it becomes."""
    changed = {}
    for code in range(1, sys.maxunicode):
        character = chr(code)
        if unicodedata.category(character) in ("Cn", "Cs", "Co") or 0xAC00 <= code < 0xD7A4:
            continue
        if (folded := fold(character)) != character:
            changed[character] = folded
    return changed


def compile_rules(changed: dict[str, str]) -> bytes:
    """The precompiled character map of `changed`, made by sentencepiece's normalisation rules."""
    import sentencepiece

    def codes(text: str) -> str:
        return " ".join(f"{ord(character):X}" for character in text)

    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "rules.tsv"
        table.write_text("".join(f"{codes(old)}\t{codes(new)}\n" for old, new in changed.items()), encoding="utf-8")
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(["a b c"] * 10),
            model_prefix=str(Path(folder) / "rules"),
            normalization_rule_tsv=str(table),
            model_type="word",
            vocab_size=6,
            hard_vocab_limit=False,
            minloglevel=2,
        )
        model = (Path(folder) / "rules.model").read_bytes()
    return _protobuf_field(_protobuf_field(model, 3), 2)  # ModelProto.normalizer_spec.precompiled_charsmap


def _protobuf_field(message: bytes, wanted: int) -> bytes:
    """The first length-delimited field number `wanted` of a protocol buffer message."""
    position = 0
    while position < len(message):
        tag, position = _varint(message, position)
        if tag & 7 == 2:
            size, position = _varint(message, position)
            if tag >> 3 == wanted:
                return message[position : position + size]
            position += size
        elif tag & 7 == 0:
            _, position = _varint(message, position)
        else:
            position += {1: 8, 5: 4}[tag & 7]
    raise ValueError(f"no field {wanted} in the message")


def _varint(message: bytes, position: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[position]
        value |= (byte & 0x7F) << shift
        position, shift = position + 1, shift + 7
        if byte < 0x80:
            return value, position
