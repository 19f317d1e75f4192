"""Names that people give to the levels of their rubrics, in many languages, and how far up each stands."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from nlp.names import name_key
from nlp.text.numerals import folded, number_of
from nlp.text.words import words

_NAMES: dict[int, str] = {
    5: """
        excellent; outstanding; exemplary; very good; very high; very strong; optimised; optimized;
        fully embedded; চমৎকার; অসাধারণ; খুব ভালো; খুব ভাল; অতি উত্তম; খুব বেশি; খুব শক্তিশালী;
        উৎকৃষ্ট; उत्कृष्ट; धेरै राम्रो; अति राम्रो; अति उत्तम; धेरै उच्च; अति उच्च; धेरै बलियो;
        बहुत अच्छा; excelente; muy bueno; muy alto; muy fuerte; excellent niveau; très bien; très bon;
        très élevé; très fort; muito bom; muito alto; ممتاز; جيد جدا; بہترین; بہت اچھا; bora sana;
        nzuri sana; sangat baik; sangat tinggi""",
    4: """
        well-functioning; functioning well; functioning; fully functioning; high functioning;
        working well; strong; good; established; well established; thriving; mature; advanced; high;
        green; on track; fully met; proficient; embedded; 🟢; 😀; 🙂; ভালো চলছে; ভালোভাবে চলছে; ভাল চলছে;
        ভালো কাজ করছে; ভালোভাবে কাজ করছে; সুচারু; ভালো; ভাল; সুপ্রতিষ্ঠিত; প্রতিষ্ঠিত; শক্তিশালী;
        মজবুত; দৃঢ়; উচ্চ; বেশি; সবুজ; পরিণত; উন্নত; সফল; राम्रो; राम्ररी चलेको; राम्रो चलेको;
        राम्रोसँग चलेको; राम्ररी चलिरहेको; सुचारु; बलियो; सबल; स्थापित; परिपक्व; उच्च; हरियो;
        प्रभावकारी; उन्नत; अच्छा; अच्छी तरह चल रहा; मजबूत; मज़बूत; ऊँचा; हरा; सुदृढ़; bueno; fuerte;
        alto; verde; consolidado; establecido; avanzado; funciona bien; bon; bien; fort; élevé; haut;
        vert; fonctionne bien; établi; avancé; bom; forte; consolidada; funciona bem; avançado;
        estabelecido; جيد; قوي; عال; مرتفع; عالي; أخضر; متقدم; يعمل بشكل جيد; اچھا; مضبوط; اعلی; بلند;
        سبز; nzuri; imara; juu; kijani; inafanya kazi vizuri; baik; kuat; tinggi; hijau;
        berfungsi baik; maju; mapan""",
    3: """
        emerging; developing; in progress; growing; progressing; moderate; medium; fair; average;
        adequate; amber; yellow; partial; partly; partly met; partially met; mixed; intermediate; getting there;
        🟡; 🟠; 😐; উদীয়মান; বিকাশমান; গড়ে উঠছে; বিকশিত হচ্ছে; উন্নতি হচ্ছে; মোটামুটি; মাঝারি; মধ্যম;
        চলনসই; হলুদ; আংশিক; চলমান; কিছুটা; उदीयमान; विकास हुँदै; विकास हुँदै गरेको; बन्दै गरेको; बन्दै;
        उभरिँदो; विकासशील; ठिकै; मध्यम; औसत; पहेँलो; पहेंलो; आंशिक; मिश्रित; उभरता हुआ; विकसित हो रहा;
        ठीक; ठीक ठाक; पीला; emergente; en desarrollo; en proceso; en progreso; moderado; medio;
        regular; aceptable; amarillo; ámbar; parcial; émergent; en développement; en cours; modéré;
        moyen; passable; jaune; orange; partiel; em desenvolvimento; em andamento; médio; amarelo;
        ناشئ; متوسط; قيد التطوير; أصفر; مقبول; ابھرتا ہوا; درمیانہ; اوسط; پیلا; inachipukia; inakua;
        wastani; kati; njano; berkembang; sedang; cukup; kuning""",
    2: """
        needs help; needs support; needs work; needs attention; needs improvement; need help; weak;
        poor; low; red; beginning; starting; just starting; not yet; struggling; limited; inadequate;
        off track; not met; not achieved; nascent; bad; not functioning; 🔴; 😟; 🙁; ☹️; সহায়তা দরকার; সাহায্য দরকার;
        সাহায্য প্রয়োজন; সহায়তা প্রয়োজন; সহযোগিতা দরকার; সহযোগিতা প্রয়োজন; উন্নতি দরকার;
        উন্নতি প্রয়োজন; দুর্বল; খারাপ; নিম্ন; কম; লাল; প্রাথমিক; এখনো নয়; সীমিত; सहयोग चाहिने;
        मद्दत चाहिने; सहयोग चाहिन्छ; मद्दत चाहिन्छ; सहयोग चाहिएको; सुधार चाहिने; सुधार आवश्यक;
        सहयोग आवश्यक; कमजोर; कमजोरी; नराम्रो; न्यून; निम्न; कम; रातो; सुरुवाती; प्रारम्भिक;
        अझै भएको छैन; सीमित; मदद चाहिए; मदद की ज़रूरत; कमज़ोर; ख़राब; खराब; लाल; necesita ayuda;
        necesita apoyo; necesita mejorar; débil; bajo; malo; rojo; inicial; incipiente; deficiente;
        a besoin d'aide; besoin d'aide; a besoin de soutien; à améliorer; faible; bas; mauvais; rouge;
        débutant; insuffisant; precisa de ajuda; precisa de apoio; precisa melhorar; fraco; baixo;
        ruim; mau; vermelho; يحتاج مساعدة; يحتاج إلى مساعدة; يحتاج دعم; ضعيف; منخفض; سيئ; أحمر; مبتدئ;
        مدد کی ضرورت; کمزور; کم; خراب; سرخ; inahitaji msaada; dhaifu; chini; mbaya; nyekundu;
        perlu bantuan; butuh bantuan; perlu perbaikan; lemah; rendah; buruk; merah""",
    1: """
        very poor; very weak; very low; failing; dysfunctional; non-existent; খুব দুর্বল; খুব খারাপ;
        খুব কম; একেবারে নেই; সংকটাপন্ন; धेरै कमजोर; अति कमजोर; धेरै नराम्रो; धेरै कम; अति न्यून; शून्य;
        बहुत कमज़ोर; बहुत खराब; muy débil; muy malo; muy bajo; très faible; très mauvais; muito fraco;
        muito baixo; ضعيف جدا; بہت کمزور; dhaifu sana; mbaya sana; sangat rendah; sangat lemah;
        sangat buruk""",
}
_COUNTED = re.compile(r"(?:level|lvl|stage|step|phase|স্তর|ধাপ|পর্যায়|तह|स्तर|चरण|nivel|niveau|nível|مستوى|kiwango|tingkat)")
_STARS = re.compile("[★⭐*]")
_SPLIT = re.compile(r"[:：|/()\[\]–—]| - ")
_HAS_NUMBER = re.compile(r"\d|[★⭐*]")
_HIGHEST = 9
MIDDLE = 3


@lru_cache(maxsize=4096)
def grade_of(name: str) -> int | None:
    """Return how far up a known level stands, 5 to 1 with 3 in the middle; None for an unknown name.

    "Level 2: Emerging", "Emerging (2)" and "🟡 Emerging" are known by their word.
    """
    for part in (name, *_SPLIT.split(name)):
        grade = _GRADES.get(name_key(part))
        if grade is not None:
            return grade
    return None


def known_grades() -> Mapping[str, int]:
    """Return every known name with how far up it stands, 5 to 1."""
    return MappingProxyType(_GRADES)


@lru_cache(maxsize=4096)
def number_of_level(name: str) -> tuple[int, bool] | None:
    """Return the number that a level is, and whether it counts upwards for certain: levels, stages and stars do.

    "Level 2", "স্তর ২", "★★", "3" and "III" are numbers; a number alone may count upwards or downwards.
    """
    stars = len(_STARS.findall(name))
    found = [number for word in words(folded(name)) if (number := number_of(word)) is not None]
    rest = [word for word in words(folded(name)) if number_of(word) is None]
    if stars and not rest and not found:
        return stars, True
    if len(found) != 1 or any(not _COUNTED.fullmatch(word) and word not in _STAR_WORDS for word in rest):
        return None
    return found[0], bool(rest)


def letter_of_level(name: str) -> int | None:
    """Return 1 for A, 2 for B and so on, None for anything but one letter."""
    plain = folded(name).strip(" .")
    return ord(plain) - ord("a") + 1 if len(plain) == 1 and "a" <= plain <= "z" else None


@lru_cache(maxsize=2**15)
def is_level(name: str) -> bool:
    """Whether a header is the name of a level that rubrics commonly have."""
    if grade_of(name) is not None:
        return True
    number = number_of_level(name) if _HAS_NUMBER.search(folded(name)) else None
    return number is not None and number[0] <= _HIGHEST


_STAR_WORDS = frozenset({"star", "stars", "তারা", "तारा", "estrella", "estrellas", "étoile", "étoiles"})
_GRADES = {name_key(name): grade for grade, names in _NAMES.items() for name in names.split(";") if name.strip()}
