"""Words that tell by their place whether a clause stands on its own: first ones, last ones, and those that ask.

Language -> words in lower case; "bn-Latn" and "ne-Latn" are Bangla and Nepali in Latin letters.
"""

from collections.abc import Mapping
from types import MappingProxyType

from nlp.text.phrases import phrases

CONTRASTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": phrases(
            """
            but|yet|though|although|however|instead|rather|while|whereas|unless|except|not|only|just|nor
            """
        ),
        "bn": phrases("কিন্তু|তবে|বরং|অথচ|তবু|তবুও|নইলে|শুধু|কেবল|নাহলে"),
        "ne": phrases("तर|बरु|नत्र|यद्यपि|केवल|खाली|बरू"),
        "hi": phrases("लेकिन|मगर|बल्कि|वरना|सिर्फ|केवल|पर|परंतु"),
        "es": phrases("pero|sino|aunque|mientras|salvo|solo|sólo"),
        "fr": phrases("mais|sinon|pourtant|bien|sauf|tandis|seulement"),
        "pt": phrases("mas|porém|embora|senão|enquanto|apenas|só"),
        "bn-Latn": phrases("kintu|kintuk|tobe|borong|othoco|othocho|shudhu|sudhu|noile"),
        "ne-Latn": phrases("tara|tarw|baru|natra|natrà|kewal|khali"),
    }
)
"""First words of what is one side of a contrast."""

GOES_ON: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": phrases(
            """
            and|or|so|then|which|who|whose|whom|because|since|when|if|that|until|till|where|also|even|too|than|as
            after|before|once|with|without|by|for|to|in|on|at|of|from|like|including|especially|usually|mostly
            apparently|weeks|maybe|perhaps|otherwise|again|thus|hence|therefore|afterwards|e.g|eg|i.e|such|plus
            example
            """
        ),
        "bn": phrases(
            """
            তাই|আর|এবং|যাতে|যেন|কারণ|ফলে|যেমন|ও|বা|তখন|তাহলে|তারপর|সেটা|সেইটা|পরে|তো|অথবা|যার|যাদের|মানে
            """
        ),
        "ne": phrases("अनि|र|किनकि|ताकि|त्यसैले|जसले|जसको|जस्तै|भने|भनेर|वा|नभए|त्यसपछि|तब|कि|भन्दै|अथवा|साथै"),
        "hi": phrases("और|क्योंकि|ताकि|इसलिए|जिससे|जो|जिसका|जैसे|तो|या|फिर|कि"),
        "es": phrases("y|o|porque|cuando|si|que|donde|para|con|sin|como|entonces|así|ni|desde|hasta"),
        "fr": phrases("et|ou|parce|quand|si|que|qui|où|pour|avec|sans|comme|alors|donc|car|ni|depuis"),
        "pt": phrases("e|ou|porque|quando|se|que|onde|para|com|sem|como|então|nem|desde|até"),
        "bn-Latn": phrases("ar|r|tai|jate|jeno|karon|tokhon|tahole|mane|ba|ebong|tarpor|pore"),
        "ne-Latn": phrases("ani|ra|kinaki|tyasaile|tesaile|bhane|wa|ki|jasle|jastai|taki"),
    }
)
"""First words of what goes on from something before it."""

POINTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": phrases("this|that|these|those|it|it's|its|he|she|her|him|his|same|they|them|another"),
        "bn": phrases(
            """
            এটা|এটাই|এটি|ওটা|সেটা|সেটাই|এইটা|ওইটা|এই|ওই|সেই|সে|তিনি|তার|এতে|এমন|এমনই|এসব|এইসব|ওরা|ওদের|তাতে
            """
        ),
        "ne": phrases(
            """
            यो|त्यो|यही|त्यही|यस|त्यस|यसले|त्यसले|उनी|उनले|उसले|उहाँ|उहाँले|उहाँको|यस्तो|त्यस्तो|यसरी|त्यति|यति|यसमा
            त्यसमा
            """
        ),
        "hi": phrases("यह|वह|ये|वे|यही|वही|इस|उस|इसे|उसे|ऐसा|वैसा|उसने|इसमें|उसमें"),
        "es": phrases("esto|eso|este|esta|ese|esa|él|ella|estos|esas|lo"),
        "fr": phrases("ceci|cela|ça|c'est|ce|cette|ces|il|elle|cet"),
        "pt": phrases("isto|isso|este|esta|esse|essa|ele|ela|aquilo"),
        "bn-Latn": phrases("eta|etai|ota|seta|sheta|ei|oi|sei|se|she|tini|emon"),
        "ne-Latn": phrases("yo|tyo|yehi|tyehi|yei|tei|usle|uha|uhale|uhan|yesto|tyesto|tesle|yesle"),
    }
)
"""First words that speak of what was said before."""

OPEN_ENDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": phrases(
            """
            and|or|but|so|the|a|an|of|to|in|on|at|for|with|from|by|as|if|when|because|that|which|who|is|are|was|were
            be|not|than|then|their|our|my|your|its
            """
        ),
        "bn": phrases(
            """
            জন্য|সাথে|সঙ্গে|থেকে|পর|পরে|আগে|মতো|মত|নিয়ে|দিয়ে|করে|হয়ে|গিয়ে|এসে|বলে|হলে|করলে|গেলে|থাকলে|এলে|যে|যা
            যেন|আর|এবং|কিন্তু|বা|ও|হইলে|দিলে|পারলে|মানে|যেমন|ছাড়া|সময়
            """
        ),
        "ne": phrases(
            """
            र|तर|अनि|भने|भनेर|लागि|साथ|बाट|सँग|पछि|अघि|गरेर|भएर|गर्दा|हुँदा|भए|कि|वा|जस्तै|बेला|मा|ले|लाई|भएपछि
            गर्दै
            """
        ),
        "hi": phrases("और|लेकिन|तो|के|का|की|में|से|पर|को|कर|करके|होकर|ने|लिए|साथ|बाद|जब|अगर"),
        "es": phrases("y|o|de|que|a|en|con|por|para|el|la|los|las|un|una|no|su"),
        "fr": phrases("et|ou|de|que|à|en|avec|par|pour|le|la|les|un|une|ne|des|du"),
        "pt": phrases("e|ou|de|que|a|em|com|por|para|o|os|as|um|uma|não|do|da"),
        "bn-Latn": phrases("jonno|jonne|sathe|theke|por|pore|age|niye|diye|kore|hole|korle|gele|thakle|je|ar|ebong"),
        "ne-Latn": phrases(
            """
            ra|tara|ani|bhane|bhanera|lagi|bata|sanga|pachi|pachhi|garera|bhayera|garda|huda|hunda|bela
            """
        ),
    }
)
"""Last words that something must follow."""

OPEN_ENDINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "bn": ("লে", "তে", "িয়ে", "ের"),
        "ne": ("एर", "ेर", "दा", "दै", "पछि", "सम्म", "को", "ले", "लाई", "मा", "बाट"),
        "hi": ("कर", "ते"),
        "ne-Latn": ("era", "pachi", "pachhi", "da"),
    }
)
"""Endings of a last word that something must follow, where a comma stands behind it."""

DENIALS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "bn": phrases("না|নয়|নাই|নেই|নি"),
        "ne": phrases("होइन|हैन|नभई|नभएर"),
        "hi": phrases("नहीं|नही"),
        "bn-Latn": phrases("na|noy|nai|nei"),
        "ne-Latn": phrases("hoina|haina"),
    }
)
"""Last words by which a clause is denied so that the next one can say what is so instead."""


QUESTIONS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": phrases("what|how|why|whether"),
        "bn": phrases("কী|কি|কে|কোন|কোনটা|কত|কখন|কোথায়|কেন|কারা|কার|কীভাবে"),
        "ne": phrases("के|कुन|कति|कहिले|कहाँ|किन|कसले|कसको|कसरी|कसलाई"),
        "hi": phrases("क्या|कौन|कितना|कब|कहाँ|क्यों|किसने|कैसे"),
        "bn-Latn": phrases("ki|ke|kon|koto|kobe|keno|kothay"),
        "ne-Latn": phrases("ke|kun|kati|kahile|kaha|kina|kasle|kasari"),
    }
)
"""Words that ask; in front of another part of the sentence they only tell what that part is about."""

SUMS = phrases(
    """
    hundred|thousand|hundreds|thousands|lakh|crore|শত|হাজার|লাখ|লক্ষ|কোটি|सय|हजार|लाख|करोड|हज़ार|hajar|lakhs
    cien|mil|cent|mille|cem
    """
)
"""Words of numbers that tell one case, of all languages."""

EXAMPLES = phrases("e.g|eg|যেমন|जस्तै|जैसे|jemon|jastai|ejemplo|exemple|exemplo|example")
"""What leads from the thing to one case of it, of all languages."""
