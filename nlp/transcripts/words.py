"""Words of transcripts in English, Bangla and Nepali: headings that are no people, particles of names."""

from unicodedata import normalize


def phrases(text: str) -> frozenset[str]:
    """Return the phrases of a text in NFC, which `|` or line ends separate."""
    return frozenset(phrase.strip() for line in normalize("NFC", text).splitlines() for phrase in line.split("|"))


ATTENDEES = phrases(
    """attendees|participants|present|people present|members present|attended by|in attendance|invitees
    উপস্থিত|উপস্থিতি|অংশগ্রহণকারী|অংশগ্রহণকারীগণ|অংশগ্রহণকারীরা|উপস্থিত সদস্য|উপস্থিত ছিলেন
    उपस्थित|उपस्थिति|सहभागी|सहभागीहरू|सहभागीहरु|उपस्थित सदस्य"""
)
"""Headings of a list of those who were there."""

FURNITURE = phrases(
    """date|time|start time|end time|duration|venue|place|location|meeting|meeting title|session|agenda|agenda item
    topic|title|subject|re|note|notes|nb|n.b|ps|p.s|summary|action|actions|action item|action items
    action points|decision|decisions|next steps|next meeting|minutes|language|link|links|url|http|https|source|file
    recording|transcript|transcribed by|transcript by|absent|apologies|regrets|example|for example|e.g|i.e|warning|tags
    categories|media|description|kind
    তারিখ|সময়|স্থান|বিষয়|আলোচ্য বিষয়|আলোচ্যসূচি|সভা|শিরোনাম|নোট|বিঃ দ্রঃ|সিদ্ধান্ত|অনুপস্থিত|করণীয়|যেমন|উদাহরণ
    मिति|समय|स्थान|विषय|एजेन्डा|छलफलको विषय|बैठक|शीर्षक|नोट|निर्णय|अनुपस्थित|जस्तै|उदाहरण"""
)
"""Headings of a header or a remark, never a speaker."""

NAME_PARTICLES = phrases("de|da|do|dos|di|del|der|den|van|von|le|la|el|al|bin|binti|ibn|bte|e|y|of|the|and|&|ul|ur")
"""Small words inside a name that are written without a capital."""

VISARGA_ABBREVIATIONS = phrases("মো|মোছা|মোসা|ডা|ড|প্রো|বি|দ্র|सं|प्रा|डा")
"""Abbreviations that a visarga ends, so that it is no colon."""

NOBODY = phrases(
    """unknown|unknown speaker|unidentified|unidentified speaker|unidentified participant|speaker unknown|speaker ?
    inaudible|অজানা|অজানা বক্তা|अज्ञात|अज्ञात वक्ता"""
)
"""Labels that say that the speaker is not known."""
