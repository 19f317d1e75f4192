"""Whether a clause has a verb: by lists and endings, for no tagger of these languages comes along."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from unicodedata import normalize

from nlp.readings.wording.clauses import Clause


def _words(text: str) -> frozenset[str]:
    return frozenset(normalize("NFC", text).split())


_HELPERS = _words(
    """
    is are was were am be been has have had do does did can could will would shall should may might must cannot
    can't isn't aren't wasn't weren't don't doesn't didn't won't wouldn't shouldn't couldn't haven't hasn't
    hadn't dont didnt doesnt cant wont isnt it's that's there's we're they're we've they've i'm i've you're he's
    she's who's nobody's everyone's let's i'd we'd we'll they'll you'll i'll
    """
)
_FORMS = _words(
    """
    accept accepted accepts add added adds admit admits admitted agree agreed agrees allow allowed allows answer
    answered argue argued argues arrive arrived arrives ask asked asks assume assumed assumes ate avoid avoided
    avoids became become becomes began begin begins believe believed believes belong belongs bend bends bent
    blame blamed blames borrow borrowed borrows bought bring brings brought build builds built buy buys call
    called calls came carried carries carry celebrate celebrates change changed changes choose chooses chose
    close closed collect collects come comes complain complains contribute contributes cost costs count counts
    cover covered covers create created creates cut cuts dare dared dares decide decided decides depend depends
    deserve deserves die died dies disagree disagrees discover discovers drop dropped drops earn earned earns
    eat eats expect expected expects explain explains fail failed fails fall falls feel feels fell felt fill
    fills find finds finish finished finishes fit fits follow follows forget forgets forgot found gave get gets
    give gives go goes got grew grow grows happen happened happens hear heard hears held help helped helps hid
    hide hides hold holds hope hopes improve improves include includes invite invited invites join joined joins
    keep keeps kept knew know knows laugh laughed laughs learn learned learns leave leaves left lend lends lent
    let lets lie lies like likes listen listens live lives look looked looks lose loses lost love loves made
    make makes matter matters mean means meant meet meets met move moved moves need needed needs open opened
    opens own owns paid pass passes pay pays plan planned plans play plays pretend pretends promise promised
    promises protect protects prove proves pull pulls put puts raise raises ran reach reached reaches read reads
    receive receives refuse refuses remember remembers remove removes report reported reports respect respects
    return returns run runs said sat save saves saw say says see sees sell sells send sends sent serve serves
    share shared shares show showed shows sit sits sleep sleeps sold solve solves speak speaks spend spends
    spent split splits spoke spread spreads stand stands start started starts stay stayed stays stood stop
    stopped stops suffer suffers support supports switch switches take takes talk talked talks taught teach
    teaches tell tells think thinks thought throw throws told took travel travels treat treats tried tries trust
    trusts try turn turned turns understand understands understood use used uses wait waited waits walk walks
    want wanted wants waste wastes went win wins work worked works write writes wrote
    """
)
_ONLY_VERBS = _words(
    """
    became began bent brought built bought came chose ate fell felt found forgot gave went grew heard hid held
    kept knew lent lost made meant met paid ran said saw sold sent sat spoke spent stood took taught told
    thought understood wrote depend know want need let hear feel understand belong happen keep speak listen pay
    bring get agree come go eat learn decide earn arrive lose tell ask say become stay send receive forget
    remember
    """
)
"""Of the forms, those that are no nouns as well."""

_SUBJECTS = _words(
    "we they i you he she it who people everyone everybody nobody somebody someone all staff to never always"
)
_BEFORE_A_HEAD = _words("not never always please to just no")

_ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        "bn": """
            ছি ছে ছেন ছো ছিল ছিলাম ছিলেন লাম লেন বেন তাম তেন েছে েছি েছেন ছিলো ুক উক বে বো ব য় েন ান ায় োয় য়নি েনি
            িনি নি না নাই নেই নয় নো নোর ানো ওয়া োয়া য়া া ি ন ো লো ল ত ই
        """,
        "ne": """
            छ छन् छौं छौँ छु छैन छैनन् हो हुन् हुन्छ हुन्छन् भयो भए थियो थिए यो ए यौं यौँ ौं ौँ इन्छ िन्छ न्छ न्छन्
            न्छौं पर्छ पर्ने पर्दैन दैन दैनन् होस् ओस् ोस् ऊन् ून् ने नु न् िने िनु एको ेको एका ेका ेन एन इन हरू होइन
            हैन सक्छ सकिन्छ गर्‍यो र्‍यो नुपर्छ नुपर्ने पाइन्छ पाइयो पाउनु इयो ियो े ौ
        """,
        "hi": """
            है हैं था थे थी हो हूँ गा गे गी ना ने ता ते ती या ये यी ए ओ नहीं चाहिए
        """,
        "bn-Latn": """
            che chhe chi chhi sen chen lam len be ben bo bena na nai nei noy ay oy hoy te no se ho cha chha chhan
            chhaina chaina yo thyo thiyo bhayo vayo ne nu nna dina daina hola garchha garcha parchha parcha parne un os
            in din inchha incha
        """,
        "ne-Latn": """
            che chhe chi chhi sen chen lam len be ben bo bena na nai nei noy ay oy hoy te no se ho cha chha chhan
            chhaina chaina yo thyo thiyo bhayo vayo ne nu nna dina daina hola garchha garcha parchha parcha parne un os
            in din inchha incha
        """,
    }
)
"""Endings of the last words of a clause with a verb: these languages put it there."""

_ATTRIBUTIVE = _words("ने िने एको ेको एका ेका नु नो ना ne nu")
"""Endings of what is a verb as the last word, and tells more of a noun before one ("लाग्ने चर्पी", a door that shuts)."""

_NO_VERBS = _words(
    "কাছে থেকে পিছে নিচে নীচে উপরে ওপরে আগে পরে মাঝে মধ্যে সাথে সঙ্গে দিকে দিয়ে নিয়ে বলে হয়ে করে ছাড়া দ্বারা বিনা মতো"
)
"""Bangla words that end as verbs do, and say where, when or with what."""

_VERB_ENDINGS = {code: tuple(normalize("NFC", listed).split()) for code, listed in _ENDINGS.items()}
_FINITE_ENDINGS = {
    code: tuple(ending for ending in endings if len(ending) > 1 and ending not in _ATTRIBUTIVE)
    for code, endings in _VERB_ENDINGS.items()
}


def has_verb(clause: Clause) -> bool:
    """Return whether a clause has a verb, or its language is one of which nothing is known here.

    Outside English it is the last word, or the one before where "not" or "now" stands behind it.
    """
    if clause.language == "en":
        return _has_english_verb([word.casefold().replace("’", "'") for word in clause.words])
    endings = _VERB_ENDINGS.get(clause.language)
    if endings is None:
        return True
    *_, before, last = ["", *(word.casefold() for word in clause.words)]
    if last not in _NO_VERBS and (last.endswith(endings) or _is_short_verb(last)):
        return True
    return before not in _NO_VERBS and before.endswith(_FINITE_ENDINGS[clause.language])


def _is_short_verb(word: str) -> bool:
    """Return whether a word may be a Bangla verb in the present; longer words in -e are nouns that say where."""
    return word.endswith("ে") and len(word) <= len("দেখায়")


def _has_english_verb(words: Sequence[str]) -> bool:
    """Return whether words hold a finite verb behind a subject, or begin with an order, infinitive or gerund."""
    if not _HELPERS.isdisjoint(words):
        return True
    head = next((word for word in words if word not in _BEFORE_A_HEAD), "")
    if (head.endswith("ing") and len(head) > len("thing")) or (head in _FORMS and not head.endswith("ed")):
        return True
    return any(_is_verb(before, word) for before, word in pairwise(words)) or any(
        word.endswith("ed") and len(word) > len("need") for word in words[1:-1]
    )


def _is_verb(before: str, word: str) -> bool:
    return word in _FORMS and (
        before in _SUBJECTS or before.endswith("s") or word.endswith(("s", "ed")) or word in _ONLY_VERBS
    )
