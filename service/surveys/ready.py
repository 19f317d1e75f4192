"""Three surveys to start from, in all languages of the pages; what is asked in them can be changed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from service.names.spelling import called_in
from service.programmes.snapshot import Snapshot
from service.surveys.checked import LANGUAGES
from service.surveys.types import MOST_QUESTIONS, Content, Question, QuestionKind, Ready, Texts

_OWN_QUESTIONS = 3
"""Of the survey on the partnership, beside those on its elements."""


def ready(kind: Ready, at: Snapshot) -> Content:
    """Return what a survey to start from asks, of a programme as it is."""
    return _MADE[kind](at)


def _in_all(en: str, bn: str, ne: str) -> Texts:
    return {"en": en, "bn": bn, "ne": ne}


def _numbered(questions: Iterable[Question]) -> tuple[Question, ...]:
    return tuple(replace(each, id=str(number)) for number, each in enumerate(questions, start=1))


def _agree(en: str, bn: str, ne: str) -> Question:
    return Question("", QuestionKind.AGREEMENT, _in_all(en, bn, ne))


def _write(en: str, bn: str, ne: str) -> Question:
    return Question("", QuestionKind.TEXT, _in_all(en, bn, ne))


_HELPS = (
    _in_all("Interpretation into my language", "আমার ভাষায় দোভাষীর সহায়তা", "मेरो भाषामा दोभाषे सहयोग"),
    _in_all("Papers a few days before", "কয়েক দিন আগে কাগজপত্র পাওয়া", "केही दिनअघि नै कागजात पाउनु"),
    _in_all("Smaller groups", "ছোট ছোট দলে কথা বলা", "साना समूहमा कुराकानी"),
    _in_all("Another time of day", "দিনের অন্য সময়", "दिनको अर्को समय"),
)


def _before_review(_: Snapshot) -> Content:
    return Content(
        _in_all("Before our review", "আমাদের পর্যালোচনার আগে", "हाम्रो समीक्षाअघि"),
        _numbered(
            (
                _agree(
                    "I know what we agreed at the last review.",
                    "গত পর্যালোচনায় আমরা কী ঠিক করেছিলাম, তা আমি জানি।",
                    "अघिल्लो समीक्षामा हामीले के तय गर्‍यौँ, मलाई थाहा छ।",
                ),
                _agree(
                    "What we agreed has been done.",
                    "যা ঠিক হয়েছিল, তা করা হয়েছে।",
                    "जे तय भएको थियो, त्यो गरियो।",
                ),
                _write(
                    "What has gone well since then?",
                    "তারপর থেকে কী ভালো হয়েছে?",
                    "त्यसयता के राम्रो भयो?",
                ),
                _write("What has been hard?", "কী কঠিন ছিল?", "के गाह्रो भयो?"),
                _write(
                    "What must we talk about at this review?",
                    "এই পর্যালোচনায় কোন বিষয়ে কথা বলতেই হবে?",
                    "यस समीक्षामा कुन विषयमा कुरा गर्नैपर्छ?",
                ),
                Question(
                    "",
                    QuestionKind.SEVERAL,
                    _in_all(
                        "What would help you to take part?",
                        "অংশ নিতে কী আপনাকে সাহায্য করবে?",
                        "सहभागी हुन तपाईंलाई केले सघाउँछ?",
                    ),
                    _HELPS,
                ),
            )
        ),
    )


def _after_session(_: Snapshot) -> Content:
    return Content(
        _in_all("After our session", "আমাদের সেশনের পরে", "हाम्रो सत्रपछि"),
        _numbered(
            (
                _agree(
                    "The session was worth my time.",
                    "সেশনটি আমার সময়ের যোগ্য ছিল।",
                    "यो सत्रमा दिएको समय सार्थक भयो।",
                ),
                _agree(
                    "I understood what was said.",
                    "যা বলা হয়েছে, আমি তা বুঝেছি।",
                    "भनिएका कुरा मैले बुझेँ।",
                ),
                _agree(
                    "I know what happens next.",
                    "এরপর কী হবে, আমি জানি।",
                    "अब के हुन्छ, मलाई थाहा छ।",
                ),
                _write(
                    "What do you take with you?",
                    "আপনি সঙ্গে কী নিয়ে যাচ্ছেন?",
                    "तपाईं आफूसँग के लिएर जाँदै हुनुहुन्छ?",
                ),
                _write(
                    "What should be different next time?",
                    "পরেরবার কী অন্য রকম হওয়া উচিত?",
                    "अर्को पटक के फरक हुनुपर्छ?",
                ),
            )
        ),
    )


def _partnership(at: Snapshot) -> Content:
    elements = at.outline.elements[: MOST_QUESTIONS - _OWN_QUESTIONS]
    compared = (
        _in_all("easier", "সহজতর", "सजिलो"),
        _in_all("the same", "একই রকম", "उस्तै"),
        _in_all("harder", "কঠিনতর", "गाह्रो"),
    )
    return Content(
        _in_all("How our partnership works", "আমাদের অংশীদারত্ব কেমন চলছে", "हाम्रो साझेदारी कसरी चलिरहेको छ"),
        _numbered(
            (
                *(_of_element(each, at) for each in elements),
                Question(
                    "",
                    QuestionKind.ONE,
                    _in_all(
                        "Compared with half a year ago, working together is …",
                        "ছয় মাস আগের তুলনায় একসঙ্গে কাজ করা এখন …",
                        "छ महिनाअघिको तुलनामा सँगै काम गर्न अहिले …",
                    ),
                    compared,
                ),
                _write(
                    "What helps us most to work together?",
                    "একসঙ্গে কাজ করতে কী আমাদের সবচেয়ে বেশি সাহায্য করে?",
                    "सँगै काम गर्न हामीलाई केले सबैभन्दा बढी सघाउँछ?",
                ),
                _write(
                    "Which one change would help most?",
                    "কোন একটি পরিবর্তন সবচেয়ে বেশি কাজে আসবে?",
                    "कुन एउटा परिवर्तनले सबैभन्दा बढी मद्दत गर्छ?",
                ),
            )
        ),
        asks_team=bool(at.outline.teams) and len(at.outline.levels) > 1,
    )


def _of_element(element: str, at: Snapshot) -> Question:
    called = {code: called_in(at.outline, code).get(element, element) for code in LANGUAGES}
    if len(at.outline.levels) > 1:
        asked = {"en": "{}: where do we stand?", "bn": "{}: আমরা কোথায় আছি?", "ne": "{}: हामी कहाँ छौँ?"}
        kind = QuestionKind.LEVEL
    else:
        asked = {"en": "{}: this works well.", "bn": "{}: এটি ভালো চলছে।", "ne": "{}: यो राम्रोसँग चलेको छ।"}
        kind = QuestionKind.AGREEMENT
    return Question("", kind, {code: asked[code].format(called[code]) for code in LANGUAGES}, (), element)


def _empty(_: Snapshot) -> Content:
    return Content()


_MADE: Mapping[Ready, Callable[[Snapshot], Content]] = {
    Ready.BEFORE_REVIEW: _before_review,
    Ready.AFTER_SESSION: _after_session,
    Ready.PARTNERSHIP: _partnership,
    Ready.EMPTY: _empty,
}
