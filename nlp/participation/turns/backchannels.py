"""Small words with which a listener says "go on" and takes no turn: mhm, okay, জি, হুম, हजुर, हो."""

from nlp.text.phrases import phrases
from nlp.text.words import words

_MOST_WORDS = 4

_SIGNS = frozenset(
    word
    for phrase in phrases(
        """mm|mmm|mhm|mmhm|hm|hmm|uh|uhm|um|huh|uhuh|ah|aha|oh|yeah|yea|yes|yep|yup|ok|okay|right|alright|sure|exactly
        true|indeed|absolutely|definitely|gotcha|really|wow|i see|of course|great|good|nice|fine|correct|agreed
        হুম|হুঁ|হু|উম|উঁ|আহা|ওহ|ও|আচ্ছা|হ্যাঁ|হ্যা|হা|জি|জ্বি|জী|জ্বী|ঠিক|ঠিক আছে|ঠিকই|ঠিক তাই|তাই|অবশ্যই|নিশ্চয়ই|বটে|বেশ|বুঝেছি
        হুম হুম|ভালো|আচ্ছা আচ্ছা
        हँ|हुँ|हम्|हम|अँ|ए|ओहो|ओ|हजुर|हो|हो नि|हो त|हुन्छ|ठीक|ठिक|ठीक छ|ठिक छ|ठ्याक्कै|अवश्य|पक्का|ल|ल ल|लौ|बुझेँ|बुझें|राम्रो|है
        hum|humm|ji|jee|accha|acha|achha|thik|thik ache|thik achhe|hya|haan|han|hae|oboshyoi
        hajur|ho|hunchha|huncha|hunxa|thik cha|thik chha|thik xa|la|e|abasya|ramro"""
    )
    for word in phrase.split()
)
"""English, Bangla and Nepali, romanised too: the affirmative words of Gravano, Hirschberg and Beňuš (2012,
Computational Linguistics 38, 1-39), and what answers to them in Bangla and Nepali."""


def is_sign_of_listening(text: str) -> bool:
    """Whether a text is at most four words and all of them only say that somebody listens or agrees."""
    said = [word.casefold() for word in words(text.replace("-", ""))]
    return 0 < len(said) <= _MOST_WORDS and all(word in _SIGNS for word in said)
