"""Bangla and Nepali in Latin letters, as people type them on a phone: no standard, several spellings of one word."""

from random import Random

INHERENT = {"bn": ("o", "o", "a"), "ne": ("a",)}
VIRAMA = "्"
CONSONANTS = {
    "क": ("k",), "ख": ("kh",), "ग": ("g",), "घ": ("gh",), "ङ": ("ng",),
    "च": ("ch",), "छ": ("chh", "ch"), "ज": ("j",), "झ": ("jh",), "ञ": ("n",),
    "ट": ("t",), "ठ": ("th",), "ड": ("d",), "ढ": ("dh",), "ण": ("n",),
    "त": ("t",), "थ": ("th",), "द": ("d",), "ध": ("dh",), "न": ("n",),
    "प": ("p",), "फ": ("f", "ph"), "ब": ("b",), "भ": ("bh",), "म": ("m",),
    "य": ("y",), "र": ("r",), "ल": ("l",), "व": ("w", "b", "v"), "श": ("sh", "s"),
    "ष": ("sh", "s"), "स": ("s",), "ह": ("h",), "ळ": ("l",),
}  # fmt: skip
VOWELS = {
    "अ": ("a",), "आ": ("aa", "a"), "इ": ("i",), "ई": ("i", "ee"), "उ": ("u",), "ऊ": ("u", "oo"),
    "ऋ": ("ri",), "ए": ("e",), "ऐ": ("ai",), "ओ": ("o",), "औ": ("au",),
}  # fmt: skip
SIGNS = {
    "ा": ("aa", "a", "a"), "ि": ("i",), "ी": ("i", "ee"), "ु": ("u",), "ू": ("u", "oo"), "ृ": ("ri",),
    "े": ("e",), "ै": ("ai",), "ो": ("o",), "ौ": ("au",),
}  # fmt: skip
OTHERS = {
    "ं": ("n", "m"), "ँ": ("n", ""), "ः": ("",), "़": ("",),
}  # fmt: skip
BANGLA = {
    "च": ("ch", "c"), "छ": ("ch", "s", "chh"), "भ": ("v", "bh"), "य": ("j",), "स": ("s", "sh"),
    "ऐ": ("oi",), "औ": ("ou",), "ै": ("oi",), "ौ": ("ou",), "अ": ("o", "a"),
    "आ": ("a",), "ा": ("a",), "ई": ("i",), "ी": ("i",), "ऊ": ("u",),
    "ू": ("u",), "ं": ("ng",), "ँ": ("",), "व": ("b",),
}  # fmt: skip
BANGLA_ONLY = {
    "\u09ce": "\u0924\u094d",
    "\u09df": "Y", "\u09af\u09bc": "Y",
    "\u09dc": "\u0930", "\u09a1\u09bc": "\u0930",
    "\u09dd": "\u0930", "\u09a2\u09bc": "\u0930",
}  # fmt: skip


def romanise(word: str, language: str, generator: Random) -> str:
    """One way to type a word of "bn" or "ne"; what is not Bangla or Devanagari stays."""
    text = _devanagari(word) if language == "bn" else word
    choices = CONSONANTS | VOWELS | SIGNS | OTHERS | (BANGLA if language == "bn" else {}) | {"Y": ("y",)}
    consonants = CONSONANTS.keys() | {"Y"}
    typed = []
    for position, letter in enumerate(text):
        following = text[position + 1 : position + 2]
        if letter == VIRAMA:
            continue
        typed.append(generator.choice(choices.get(letter, (letter,))))
        if (
            letter in consonants
            and following not in SIGNS
            and following != VIRAMA
            and not (following == "" and _is_open(text, generator))
        ):
            typed.append(generator.choice(INHERENT[language]))
    return "".join(typed)


def _is_open(text: str, generator: Random) -> bool:
    """Whether the last consonant goes without its vowel: mostly, but hardly ever after another consonant."""
    if len(text) == 1:
        return False
    return generator.random() < (0.1 if text[-2] == VIRAMA else 0.8)


def _devanagari(word: str) -> str:
    for old, new in BANGLA_ONLY.items():
        word = word.replace(old, new)
    return "".join(chr(ord(letter) - 0x80) if 0x0980 <= ord(letter) < 0x0A00 else letter for letter in word)


def romanise_text(text: str, language: str, generator: Random) -> str:
    """Every word of a text."""
    return " ".join(romanise(word, language, generator) for word in text.split())
