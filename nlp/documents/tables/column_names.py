"""What people call their columns and `Key: value` lines, in English, Bangla and Nepali, and what they mean."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, count
from types import MappingProxyType

from nlp.names import fold, name_key

_NAMES: dict[str, str] = {
    "text": """text; statement; statements; quote; quotes; comment text; response; responses; answer; answers;
        observation; observations; what was said; opinion; opinions; feedback; discussion; points discussed; key points;
        body; বক্তব্য; লেখা; উক্তি; কথা; মতামত; উত্তর; প্রতিক্রিয়া; আলোচনা; পর্যবেক্ষণ;
        भनाइ; भनाई; पाठ; कथन; विचार; राय; मत; उत्तर; जवाफ; प्रतिक्रिया; छलफल; चर्चा; सुझाव;
        respuesta; respuestas; opinión; opiniones; texto; observación; observaciones; réponse; réponses; avis; texte;
        resposta; respostas; opinião; opiniões; observação; observações; إجابة; الإجابة; رأي; الرأي; نص; النص; رد;
        جواب; رائے; متن; jibu; majibu; maelezo; maandishi;
        jawaban; tanggapan; pendapat; umpan balik""",
    "note": """note; notes; comment; comments; remark; remarks; reason; reasons; justification; মন্তব্য; নোট; কারণ;
        টীকা; टिप्पणी; टिप्पणियाँ; टिपोट; नोट; कारण; कैफियत;
        comentario; comentarios; nota; notas; commentaire; commentaires; remarque; remarques; comentário; comentários;
        تعليق; تعليقات; التعليق; ملاحظة; ملاحظات; تبصرہ; تبصرے; نوٹ; maoni; dokezo; madokezo;
        komentar; catatan""",
    "descriptor": """descriptor; descriptors; description; indicator; indicators; what it looks like;
        বর্ণনা; বিবরণ; সূচক;
        বর্ণনাকারী; वर्णन; विवरण; सूचक; descripción; indicador; descripteur; indicateur; descrição; descritor;
        الوصف; وصف; المؤشر; اشارہ; kiashiria; deskripsi; indikator""",
    "element": """element; elements; element name; question; agenda item; criterion; criteria; dimension; theme; topic;
        category; উপাদান; দিক; বিষয়; প্রশ্ন; प्रश्न; pregunta; pergunta; سؤال; سوال; swali;
        মানদণ্ড; ক্ষেত্র; तत्व; तत्त्व; विषय; मापदण्ड; मानदंड; पक्ष; पाटो; पाटा; elemento; criterio; tema;
        dimensión; categoría; élément; critère; thème; catégorie; domaine; critério; dimensão; categoria; العنصر; عنصر;
        المعيار; الموضوع; موضوع; المجال; معیار; kipengele; kigezo; mada; elemen; unsur; kriteria; topik; aspek""",
    "level": """level; levels; rating; score; stage; grade; maturity; স্তর; মাত্রা; ধাপ; রেটিং; तह; स्तर; चरण;
        मूल्याङ्कन; nivel; calificación; puntuación; niveau; nível; pontuação; المستوى; مستوى; الدرجة; سطح; درجہ;
        kiwango; ngazi; tingkat; tingkatan; skor""",
    "team": """team; teams; group; partner; country team; team name; দল; টিম; দলের নাম; পার্টনার; গ্রুপ;
        टोली; टिम; टीम; दल; समूह; टोलीको नाम; साझेदार; equipo; grupo; socio; nombre del equipo; équipe; groupe;
        partenaire; nom de l'équipe; equipe; parceiro; nome da equipe; الفريق; فريق; المجموعة; الشريك; ٹیم; گروپ;
        timu; kikundi; tim; kelompok; mitra""",
    "language": """language; lang; ভাষা; भाषा; idioma; langue; língua; اللغة; زبان; lugha; bahasa""",
    "participant": """participant; participants; respondent; interviewee;
        name; full name; person; speaker; member; who; said by; author;
        নাম; অংশগ্রহণকারী;
        ব্যক্তি; বক্তা; পুরো নাম; উত্তরদাতা; नाम; पूरा नाम; पुरा नाम; नाम थर; सहभागी; सहभागीको नाम; व्यक्ति; वक्ता;
        उत्तरदाता; प्रतिभागी; participante; nombre; nombre completo; nombre y apellido; nombre y apellidos; encuestado;
        entrevistado; persona; nom; nom complet; nom et prénom; prénom et nom; répondant; personne; auteur; nome;
        nome completo; respondente; autor; المشارك; الاسم; اسم; الاسم الكامل; المجيب; شریک; نام; پورا نام; mshiriki;
        jina; jina kamili; mhojiwa; peserta; nama; nama lengkap; responden""",
    "aliases": """aliases; alias; also known as; other names; other spellings; nickname; nicknames;
        ডাকনাম; অন্য নাম; উপনাম;
        अन्य नाम; उपनाम""",
    "date": """date; day; date of meeting; meeting date; session date; review date; workshop date; date bs; bs date;
        date ad; nepali date; miti; তারিখ; মিতি; সভার তারিখ;
        मिति; तारिख; तारीख; दिनांक; बैठक मिति; मिति वि.सं; मिति बि.सं; वि.सं; बि.सं; fecha; tanggal; tarehe; التاريخ;
        تاريخ; تاریخ""",
    "review": """review; review round; round; period; after action review; aar; পর্যালোচনা; রিভিউ; पुनरावलोकन; समीक्षा;
        revisión; ronda; periodo; revue; période; revisão; período; المراجعة; الفترة; جائزہ; mapitio; tinjauan;
        periode""",
    "version": "version; ver; সংস্করণ; संस्करण; versión; versão; الإصدار; toleo; versi",
}
_ATTRIBUTES: dict[str, str] = {
    "organisation": "org; organization; organisation name; organization name; সংস্থা; संस्था",
    "gender": "sex; জেন্ডার; লিঙ্গ; लिङ्ग; लैङ्गिकता",
    "consent": """consents; consent to quote; consent to be quoted; may be quoted; quoting; সম্মতি;
        উদ্ধৃতির সম্মতি; सहमति; मन्जुरी;
        उद्धरणको सहमति""",
    "reading": "readings; পাঠ; অর্থ; ব্যাখ্যা; अर्थ; व्याख्या; बुझाइ; lectura; lecture",
    "role": "designation; position; পদ; পদবি; पद",
}
_MOMENTS = """timestamp; time stamp; submitted at; submission date; submission time; completion time; start time; time
    submissiondate; date submitted; start date; end date; startdate; enddate; recordeddate; created at; submitdate;
    datestamp
    marca temporal; horodateur; carimbo de data/hora; hora de inicio; heure de début; hora de início; طابع زمني
    ٹائم اسٹیمپ; muhuri wa muda
    টাইমস্ট্যাম্প; সময়; टाइमस्ट्याम्प; टाइमस्टैम्प; समय"""
_LANGUAGES: dict[str, str] = {
    "en": "english; eng; ইংরেজি; अंग्रेजी; अङ्ग्रेजी",
    "bn": "bangla; bengali; ben; বাংলা; बंगाली; बङ्गाली; बाङ्ला",
    "ne": "nepali; nep; নেপালি; নেপালী; नेपाली",
    "hi": "hindi; hin; हिन्दी; हिंदी",
    "ur": "urdu; اردو",
    "es": "spanish; español; castellano",
    "fr": "french; français",
    "pt": "portuguese; português",
    "sw": "swahili; kiswahili",
    "ar": "arabic; العربية",
    "bn-Latn": "romanised bangla; romanized bangla; romanised bengali; roman bangla; banglish",
    "ne-Latn": "romanised nepali; romanized nepali; roman nepali",
}
_NO_COLUMNS: Mapping[str, int] = MappingProxyType({})
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_HINT = re.compile(r"\s*[(\[].*?[)\]]\s*$")


@lru_cache(maxsize=2**15)
def plain_name(name: str) -> str:
    """Return a header as it is shown: folded, without underscores, closing signs and hints in brackets."""
    spaced = fold(name.replace("_", " ")).strip(" :*#?.")
    return _HINT.sub("", spaced) or spaced


def _key(name: str) -> str:
    return name_key(plain_name(name))


def _spellings(table: dict[str, str]) -> dict[str, str]:
    return {_key(name): meaning for meaning, names in table.items() for name in (meaning, *names.split(";"))}


_MEANING = _spellings(_NAMES)
_ATTRIBUTE = _spellings(_ATTRIBUTES)
_MOMENT_NAMES = frozenset(_key(name) for name in re.split(r"[;\n]", _MOMENTS) if name.strip())
_LANGUAGE_OF_NAME = _spellings(_LANGUAGES)


@lru_cache(maxsize=2**15)
def meaning(name: str) -> str | None:
    """Return what a header means ("text", "element", "team" ...), or None."""
    return _MEANING.get(_key(name))


def is_moment(name: str) -> bool:
    """Whether a header is that of the column in which a form notes when an answer was sent."""
    return _key(name) in _MOMENT_NAMES


def find_columns(header: Sequence[str]) -> dict[str, int]:
    """Return the column of every meaning in `header`; the first wins where two headers mean the same."""
    columns: dict[str, int] = {}
    for column, name in enumerate(header):
        found = meaning(name)
        if found is not None:
            columns.setdefault(found, column)
    return columns


def attribute_names(header: Sequence[str], columns: Mapping[str, int] = _NO_COLUMNS) -> list[str]:
    """Return the attribute of every column, each its own.

    It is what the column means ("team"), else "organisation" for Org or সংস্থা, else the header as `plain_name` has it.
    A name that another column has already gets its hint back ("date (bs)"), or a number.

    Args:
        header: names of all columns.
        columns: meaning -> the column that has it.
    """
    owners = {column: name for name, column in columns.items()}
    plain = [plain_name(name) for name in header]
    written, taken = frozenset(plain), set(columns)
    numbers: defaultdict[str, Iterator[int]] = defaultdict(lambda: count(2))
    names: list[str] = []
    for column, name in enumerate(header):
        known = _ATTRIBUTE.get(_key(name), plain[column])
        wanted = plain[column] if known in written else known
        numbered = (f"{wanted} {number}" for number in numbers[wanted])
        free = (each for each in chain((wanted, fold(name)), numbered) if each not in taken)
        names.append(owners[column] if column in owners else next(free))
        taken.add(names[-1])
    return names


def language_tag(name: str) -> str | None:
    """Return the BCP 47 tag of a language's name or tag, None where it is neither."""
    known = _LANGUAGE_OF_NAME.get(_key(name))
    if known:
        return known
    stripped = name.strip()
    return stripped if _TAG.fullmatch(stripped) else None


def language_tags(names: str) -> list[str]:
    """Return the tags of a list such as "Bangla, English", without the names that are unknown."""
    parts: Iterable[str] = re.split(r"[,;/&+]|\band\b|ও|र", names)
    tags = (language_tag(part) for part in parts if part.strip())
    return [tag for tag in tags if tag]
