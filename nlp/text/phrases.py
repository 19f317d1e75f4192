"""Lists of phrases as code writes them: one text, in NFC."""

from unicodedata import normalize


def phrases(text: str) -> frozenset[str]:
    """Return the phrases of a text in NFC, which `|` or line ends separate; an empty one is none."""
    found = (phrase.strip() for line in normalize("NFC", text).splitlines() for phrase in line.split("|"))
    return frozenset(filter(None, found))
