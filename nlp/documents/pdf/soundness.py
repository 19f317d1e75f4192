"""Whether text that was taken out of a PDF is what stands on its pages: many PDFs give other signs than they show."""

import re
import unicodedata

from nlp.text.scripts import count_scripts
from nlp.text.words import words

_MOST_DAMAGE = 0.01
_MOST_MISPLACED = 0.02
_FEWEST_SIGNS = 40
_FEWEST_WORDS = 50
_FEWEST_KNOWN = 0.03
_FEWEST_WITH_VOWEL = 0.6
_BULLETS = "\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
# A sign of a vowel follows a consonant, which may bear a nukta or a joiner; nothing else.
_VOWEL_SIGNS = {"Beng": "[\u09be-\u09cc\u09d7]", "Deva": "[\u093e-\u094c\u094f]"}
_MISPLACED = {
    "Beng": re.compile(
        "(?<![\u0995-\u09b9\u09bc\u09dc-\u09df\u09f0\u09f1])[\u09be-\u09cc\u09d7]|\u09cd[\u09be-\u09cc]"
    ),
    "Deva": re.compile("(?<![\u0915-\u0939\u093c\u0958-\u095f])[\u093e-\u094c\u094f]|\u094d[\u093e-\u094c]"),
}
_BANGLA = """
    এবং ও আর এই যে না করে করা হয় হয়ে জন্য থেকে তার আমরা আমাদের একটি কিন্তু কি সব কোনো কোন হবে ছিল আছে নেই এক সঙ্গে সাথে
    নিয়ে দিয়ে করতে পারে যায় হয়েছে করেন বলে তা তারা যা মধ্যে পর অনেক কাছে আমি তাদের এখন বা হয়নি করি কেউ কে পারি
"""
_NEPALI_AND_HINDI = """
    र छ छन् को मा ले लाई पनि यो त्यो गर्न हुन् हो हुने गरेको भएको थियो गर्ने तर हामी हाम्रो के सबै लागि बाट सँग छैन हुन्छ गर्छ भने यस
    एक अनि भन्ने कुनै धेरै सक्छ गरी हुँदा पर्छ थिए आफ्नो गर्नु नै म उनी कसरी और है का की में से पर भएन छौं भयो गरे गर्छन् गर्छौं
"""
_COMMON = {
    script: frozenset(unicodedata.normalize("NFC", common).split())
    for script, common in (("Beng", _BANGLA), ("Deva", _NEPALI_AND_HINDI))
}


def is_sound(text: str) -> bool:
    """Whether text is readable: hardly a sign without meaning, marks where the script allows them, words one knows.

    Few words are given the benefit of the doubt; no text at all is not sound.
    """
    text = unicodedata.normalize("NFC", text)
    signs = [sign for sign in text if not sign.isspace()]
    damaged = sum(_is_damage(sign) for sign in signs)
    counts = count_scripts(text)
    if not counts or damaged > _MOST_DAMAGE * len(signs):
        return False
    if counts["Latn"] >= _FEWEST_SIGNS and not _is_pronounceable(text):
        return False
    return all(_is_well_written(text, script) for script in _COMMON if counts[script] >= _FEWEST_SIGNS)


def _is_damage(sign: str) -> bool:
    return sign not in _BULLETS and (sign == "\ufffd" or unicodedata.category(sign) in ("Co", "Cn", "Cc"))


def _is_pronounceable(text: str) -> bool:
    own = [word for word in words(text) if len(word) > 2 and word.isascii() and word.isalpha() and not word.isupper()]
    voiced = sum(bool(re.search("[aeiouy]", word.lower())) for word in own)
    return len(own) < _FEWEST_WORDS or voiced >= _FEWEST_WITH_VOWEL * len(own)


def _is_well_written(text: str, script: str) -> bool:
    marks = len(re.findall(_VOWEL_SIGNS[script], text))
    if len(_MISPLACED[script].findall(text)) > _MOST_MISPLACED * marks:
        return False
    own = [word for word in words(text) if count_scripts(word)[script]]
    known = sum(word in _COMMON[script] for word in own)
    return len(own) < _FEWEST_WORDS or known >= _FEWEST_KNOWN * len(own)
