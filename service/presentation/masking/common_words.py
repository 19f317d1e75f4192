"""Words that are names of people and words of every day, or names of peoples: hope, আলো (light), थारू (a people)."""

from functools import cache

from models import bundled_model
from nlp.embedding.vocabulary import WORDS_FILE, read_words
from nlp.names import ADDRESSES, HONORIFICS, fold
from nlp.text.phrases import phrases
from nlp.text.words import stop_words

ENGLISH = phrases(
    """hope|joy|grace|faith|rose|lily|daisy|ivy|violet|dawn|sunny|sky|star|summer|autumn|april|may|june|august|will|mark
    bill|grant|frank|rob|pat|sue|art|dean|king|young|long|brown|green|white|black|gray|grey|reed|wood|woods|stone|field
    hill|banks|bank|price|rich|page|cook|baker|miller|carpenter|mason|hunter|fisher|bishop|pearl|ruby|amber|crystal
    patience|prudence|constance|mercy|charity|harmony|serenity|destiny|trinity|victor|justice|blessing|gift|precious
    happy|lucky|comfort|memory|innocent|wisdom|praise|honest|honour|honor|angel|bob|jack|miles|chase|drew|carol|iris
    olive|ginger|basil|heather|holly|melody|mercedes|paris|victoria|jordan|chad|georgia|luz|paz|dolores|consuelo|esperanza
    mar|sol|claro|bella|belle|blanche|aurore|marine"""
)
"""English and a few other words in Latin letters; a capital where a sentence begins tells nothing of them."""

ROMANISED = phrases(
    """maya|asha|shanti|jyoti|bikas|bikash|vikas|prakash|kiran|prem|ananda|anand|mukti|srijana|kalpana|pragati|samjhana
    samiksha|sagar|akash|alo|swapna|shikha|puja|pooja|bijay|joya|kabita|kavita|lata|rekha|chhaya|tara|rani|raja|hasi
    khushi|nadi|sneha|sambidhan|dipak|deepak|usha|sandhya|lama|rai|tharu|magar|gurung|tamang|newar|limbu|sherpa|dalit
    chaudhary|chowdhury|mandal|biswas|sarkar|chakma|marma|garo|santal|khan|shah|thakur|mia|das|roy"""
)
"""Words of Bangla and Nepali and names of peoples, in Latin letters; in lower case they are words."""

OWN_SCRIPT = phrases(
    """আশা|আলো|শান্তি|মায়া|জ্যোতি|বিকাশ|প্রকাশ|মুক্তি|কল্পনা|প্রগতি|আনন্দ|আকাশ|সাগর|নদী|মেঘ|বৃষ্টি|বর্ষা|বন্যা|ঝর্ণা|কবিতা|লতা|রেখা
    ছায়া|তারা|রানী|রাজা|হাসি|খুশি|স্বপ্ন|স্বপন|জয়|বিজয়|সত্য|প্রেম|প্রীতি|স্মৃতি|পূজা|শিখা|সোনা|মানিক|কাজল|শিশির|শাপলা|পদ্মা|গোলাপ|ফুল
    বিশ্বাস|সরকার|রায়|মণ্ডল|খান|দাস|মিয়া|মিয়া|সাহা|শীল|চাকমা|মারমা|গারো|সাঁওতাল|ত্রিপুরা|ম্রো|ঠাকুর|চৌধুরী
    आशा|शान्ति|माया|ज्योति|विकास|बिकास|प्रकाश|मुक्ति|कल्पना|प्रगति|आनन्द|आकाश|सागर|नदी|किरण|वर्षा|कविता|लता|रेखा|छाया|तारा
    रानी|राजा|खुशी|सपना|विजय|सत्य|प्रेम|स्मृति|पूजा|समीक्षा|सृजना|सम्झना|सुधार|दीपक|उषा|सन्ध्या|भावना|साधना|सुनिता|न्याय|एकता|समता|ममता
    थारू|थारु|राई|लामा|तामाङ|मगर|गुरुङ|नेवार|लिम्बू|लिम्बु|शेर्पा|दलित|मधेसी|चौधरी|मण्डल|थकाली|राजवंशी|माझी|ठाकुर|यादव|क्षेत्री|बाहुन"""
)
PLAIN = phrases("सुनिता|राम|সুমন")
"""Names that a list of frequent words has as well, and that hardly stand for anything else."""

NOBODY = phrases(
    """dear|yes|no|hello|hi|namaste|namaskar|salam|thanks|thank|ok|okay|our|my|your|his|her|their|one|two|three|big|elder
    younger|little|small|new|old|other|boro|choto|thulo|sano|mero|hamro|tapaiko|amar|amader|apnar|all|every|some|same
    বড়|ছোট|মেজো|সেজো|আমার|আমাদের|আপনার|তোমার|তার|তাদের|তাঁর|তাঁদের|নিজের|অন্য|অনেক|সব|সকল|দুই|তিন|চার|কয়েক|কিছু|এক|একজন|কোনো|সেই|এই|ওই|প্রিয়
    নতুন|পুরনো|জি|হ্যাঁ|না|ধন্যবাদ|নমস্কার|সালাম|আপন|চাচাতো|মামাতো|খালাতো|ফুফাতো|বিদেশি|স্থানীয়|গ্রামের|অফিসের
    ठूलो|ठुलो|सानो|जेठो|कान्छो|माइलो|साइँलो|जेठी|कान्छी|मेरो|हाम्रो|तपाईंको|तिम्रो|उनको|उहाँको|आफ्नो|अरू|अर्को|अर्की|सबै|धेरै|दुई|तीन|चार|केही|एक
    एउटा|कुनै|त्यो|यो|नयाँ|पुरानो|प्रिय|हजुर|नमस्ते|नमस्कार|धन्यवाद|हो|होइन|गाउँको|अफिसको|सबैजना|त्यस|यस"""
)
"""What stands before words of kinship and address without being a name."""


@cache
def common_words() -> frozenset[str]:
    """Return every word, folded, that may be a name and need not be one."""
    return (_frequent("bn", "ne") | english_words() | _names()) - {fold(word) for word in PLAIN}


@cache
def english_words() -> frozenset[str]:
    """Return the words, folded, that a sentence may begin with whoever is called so."""
    return frozenset(map(fold, ENGLISH))


@cache
def ordinary_words() -> frozenset[str]:
    """Return the words, folded, that are nobody's name even beside a title or a word of kinship."""
    stops = {fold(word) for code in ("en", "bn", "ne", "bn-Latn", "ne-Latn") for word in stop_words(code)}
    frequent = _frequent("en", "bn", "ne") - english_words() - _names() - {fold(word) for word in PLAIN}
    return frequent | stops | {fold(word) for word in (*NOBODY, *ADDRESSES, *HONORIFICS)}


def _names() -> set[str]:
    return {fold(word) for word in (*ROMANISED, *OWN_SCRIPT)}


@cache
def _frequent(*languages: str) -> frozenset[str]:
    listed = read_words(bundled_model() / WORDS_FILE)
    return frozenset(fold(word) for code in languages for word in listed.get(code, ()))
