"""What the names of elements speak of, in several languages: the words that partnerships use for the same thing."""

from functools import lru_cache

from nlp.text.numerals import folded
from nlp.text.words import words

_CONCEPTS = """
    communicat যোগাযোগ सञ्चार संचार सम्पर्क comunica mawasiliano komunikasi تواصل اتصال رابط;
    trust আস্থা বিশ্বাস विश्वास भरोसा confian uaminifu kepercayaan ثقة اعتماد;
    open খোলামেলা উন্মুক্ত খোলা खुला apertura ouverture abertura uwazi keterbukaan انفتاح;
    honest সততা সৎ इमानदार ईमानदार honest honnêt kejujuran صدق;
    identit পরিচয় पहिचान पहचान identidad utambulisho identitas هوية شناخت;
    team দল টিম टोली टिम equip équip equipe timu tim فريق ٹیم;
    impact প্রভাব प्रभाव impact athari dampak أثر تأثير اثر;
    inclusi অন্তর্ভুক্তি সমাবেশী समावेश समावेशी incluy inclus jumuishi inklusi شمول;
    equit equal ন্যায্য ন্যায় সমতা সাম্য समता समान equidad équit equidade usawa kesetaraan عدالة مساواة انصاف;
    adapt অভিযোজন মানিয়ে अनुकूल adapt kubadilika adaptasi تكيف;
    flexib নমনীয় लचक लचिल लचील flexib souplesse fleksibel مرونة;
    entrepreneur উদ্যোক্তা উদ্যোগী उद्यम emprend entrepren empreend ujasiriamali wirausaha ريادة;
    culture cultural সংস্কৃতি संस्कृति cultur utamaduni budaya ثقافة ثقافت;
    leader নেতৃত্ব नेतृत्व lider leader uongozi kepemimpinan قيادة قیادت;
    learn শেখা শিখন শিক্ষণ सिक aprend apprent kujifunza pembelajaran تعلم سیکھ;
    accountab জবাবদিহি जवाफदेहि जवाबदेह rendición redevab responsabil uwajibikaji akuntabil مساءلة جوابدہ;
    govern সুশাসন শাসন सुशासन शासन gobern gouvern govern utawala tata حوكمة;
    coordinat সমন্বয় समन्वय coordin uratibu koordinasi تنسيق;
    collaborat cooperat সহযোগিতা সহযোগ सहकार्य सहकारिता colabora collabor coopera ushirikiano kerja تعاون تعاون;
    participat অংশগ্রহণ অংশগ্রহন सहभागि भागीदारी particip ushiriki partisipasi مشاركة شرکت;
    resourc সম্পদ स्रोत साधन recurso ressourc rasilimali sumber موارد وسائل;
    owner মালিকানা স্বত্ব स्वामित्व अपनत्व apropia appropria umiliki kepemilikan ملكية;
    transparen স্বচ্ছতা স্বচ্ছ पारदर्शि transparen transparan شفافية شفافیت;
    decision সিদ্ধান্ত निर्णय decis décision maamuzi keputusan قرار فیصلہ;
    sustainab টেকসই স্থায়িত্ব दिगो टिकाउ sostenib durab sustent uendelevu keberlanjutan استدامة;
    gender জেন্ডার লিঙ্গ लैङ्गिक लिंग जेन्डर género genre gênero jinsia نوع;
    conflict দ্বন্দ্ব বিরোধ द्वन्द्व विवाद conflict conflit migogoro konflik نزاع;
    power ক্ষমতা शक्ति सत्ता poder pouvoir nguvu kekuasaan سلطة;
    vision দৃষ্টিভঙ্গি লক্ষ্য दूरदृष्टि लक्ष्य visión vision maono visi رؤية;
    role ভূমিকা भूमिका rol rôle papel majukumu peran دور;
    plann পরিকল্পনা योजना planif planej mipango perencanaan تخطيط منصوبہ;
    monitor পর্যবেক্ষণ তদারকি अनुगमन monitor seguimiento suivi ufuatiliaji pemantauan متابعة;
    innovat উদ্ভাবন नवप्रवर्तन नवाचार innov ubunifu inovasi ابتكار;
    financ money budget অর্থ বাজেট টাকা वित्त बजेट पैसा financ presupuesto fedha keuangan مالية;
    risk ঝুঁকি जोखिम riesgo risque risco hatari risiko مخاطر;
    capacity সক্ষমতা क्षमता capacidad capacit uwezo kapasitas قدرات صلاحیت
"""
_QUALITIES = "effective প্রভাবশালী कार्यकर प्रभावकारी প্রভাবকারী"
_STEMS: dict[str, int | None] = {
    stem: number for number, stems in enumerate(_CONCEPTS.split(";")) for stem in map(folded, stems.split()) if stem
}
_STEMS |= dict.fromkeys(map(folded, _QUALITIES.split()))


@lru_cache(maxsize=4096)
def concepts(name: str) -> frozenset[int]:
    """Return which of the known concepts a name speaks of: words that begin as one of them does."""
    found: set[int | None] = set()
    for word in words(folded(name)):
        stems = [stem for stem in _STEMS if word.startswith(stem)]
        if stems:
            found.add(_STEMS[max(stems, key=len)])
    return frozenset(one for one in found if one is not None)
