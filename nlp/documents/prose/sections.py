"""Sections of minutes that hold no notes of an element: who was there, what was planned, what was put off."""

import re

from nlp.names import name_key
from nlp.text.phrases import phrases

_SKIPPED = phrases(
    """attendance|attendees|attended by|participants|participant list|list of participants|present|in attendance
    apologies|absent|members present|who was there|agenda|meeting agenda|programme of the day|schedule|timetable
    contents|table of contents|signatures|distribution
    উপস্থিতি|উপস্থিত|উপস্থিত ছিলেন|উপস্থিত সদস্য|উপস্থিত সদস্যবৃন্দ|অংশগ্রহণকারী|অংশগ্রহণকারীগণ|অংশগ্রহণকারীদের তালিকা|অনুপস্থিত
    আলোচ্যসূচি|আলোচ্য সূচি|আলোচ্য বিষয়|এজেন্ডা|কার্যসূচি|স্বাক্ষর
    उपस्थिति|उपस्थित|उपस्थित सदस्य|सहभागी|सहभागीहरू|सहभागीको सूची|अनुपस्थित|एजेन्डा|कार्यसूची|हस्ताक्षर
    प्रतिभागी|कार्यसूची|asistencia|asistentes|participantes|presentes|ausentes|orden del día|agenda del día
    présence|présences|présents|participants|absents|excusés|ordre du jour|presença|presenças|presentes|pauta
    ordem do dia|الحضور|الحاضرون|المشاركون|جدول الأعمال|حاضری|شرکاء|شرکا|ایجنڈا|mahudhurio|waliohudhuria
    washiriki|ajenda|छलफलका विषय|छलफलका विषयहरू|बैठकका विषय|उपस्थित व्यक्ति|उपस्थितहरू
    उपस्थितिको सूची|उपस्थित लोग|प्रतिभागियों की सूची|উপস্থিতির তালিকা|উপস্থিত ব্যক্তিবর্গ|সভার আলোচ্যসূচি
    lista de asistencia|temario|liste de présence|liste des participants|lista de presença|hadir|daftar hadir|peserta
    daftar peserta|susunan acara|قائمة الحضور|orodha ya mahudhurio"""
)
_OF_NO_ELEMENT = phrases(
    """parking lot|car park|parked|any other business|aob|other|others|other points|other matters|miscellaneous|misc
    next steps|actions|action points|action items|follow up|follow-up|comment|comments|notes|general|general comments
    general notes|feedback|remarks|opinions
    অন্যান্য|বিবিধ|পার্কিং লট|মতামত|মন্তব্য|নোট|পরবর্তী পদক্ষেপ|করণীয়|সাধারণ মন্তব্য
    अन्य|विविध|पार्किङ लट|टिप्पणी|राय|सुझाव|आगामी कदम|अन्य कुरा|सामान्य टिप्पणी
    estacionamiento|otros|varios|comentario|comentarios|notas|próximos pasos|divers|autres|commentaire|commentaires
    prochaines étapes|outros|diversos|comentário|comentários|próximos passos|تعليقات|ملاحظات|أخرى|الخطوات التالية
    تبصرے|دیگر|متفرق|mengineyo|maoni|hatua zinazofuata|action plan|to do|to-do|কর্মপরিকল্পনা|কর্ম পরিকল্পনা|कार्ययोजना
    कार्य योजना|अगले कदम|टिप्पणियाँ|plan de acción|acciones|plan d'action|actions à mener|plano de ação|ações
    خطة العمل|komentar|catatan|lain-lain|tindak lanjut|rencana tindak lanjut"""
)
_OF_MINUTES = phrases(
    """decisions|decision|decisions made|decisions taken|agreements|resolutions|সিদ্ধান্ত|সিদ্ধান্তসমূহ|গৃহীত সিদ্ধান্ত|निर्णय
    निर्णयहरू|निर्णयहरु|acuerdos|decisiones|décisions|decisões|deliberações|القرارات|فیصلے|maamuzi|keputusan
    discussion|discussions
    points discussed|summary of discussion|key discussion points|key discussions|আলোচনা|আলোচনাসমূহ|আলোচনার সারসংক্ষেপ|छलफल
    छलफलहरू|चर्चा|discusión|temas tratados|échanges|points discutés|discussão|assuntos tratados|المناقشة|المناقشات|گفتگو
    بحث|majadiliano|pembahasan|diskusi"""
)
"""Sections of minutes; elsewhere `Decisions` may well be an element."""
_AROUND = phrases(
    """next meeting|date of next meeting|venue|place|location|chair|chairperson|chaired by|facilitator|facilitated by
    minutes by|minutes taken by|minute taker|note taker|notes by|recorded by|recorder|rapporteur|interviewer|time
    start time|end time|duration|subject|cc|apologies|regrets
    স্থান|সভাপতি|সভাপতিত্ব|সঞ্চালক|পরবর্তী সভা|সময়|लेखक|स्थान|अध्यक्ष|सहजकर्ता|अर्को बैठक|समय|लेख्ने|टिपोट गर्ने|अगली बैठक
    lugar|hora|facilitador|facilitadora|modera|próxima reunión|lieu|heure|animateur|animatrice|présidence
    secrétaire|prochaine réunion|local|facilitadora|próxima reunião|المكان|الوقت|الرئيس|الاجتماع القادم|مقام|وقت|صدر
    mahali|muda|mwenyekiti|mkutano ujao|tempat|waktu|notulis|fasilitator|rapat berikutnya"""
)
_SKIPPED_KEYS = frozenset(map(name_key, _SKIPPED))
_KEYS_OF_NO_ELEMENT = frozenset(map(name_key, _OF_NO_ELEMENT))
_KEYS_OF_MINUTES = frozenset(map(name_key, _OF_MINUTES))
_KEYS_AROUND = frozenset(map(name_key, _AROUND))
_LINE = re.compile(r"\W{0,3}([^\W\d_][^:：]{1,40}?)\s*[*_]*[:：][*_]*\s*(\S.*)")
_MOST_WORDS_AROUND = 8


def is_skipped(heading: str) -> bool:
    """Whether what stands below a heading is no note: a list of people, an agenda."""
    return name_key(heading) in _SKIPPED_KEYS


def is_of_no_element(heading: str, minutes: bool = False) -> bool:
    """Whether the notes below a heading speak of no element: the parking lot, what is left over, mere comments.

    Args:
        heading: its words.
        minutes: whether it stands in minutes, which list decisions.
    """
    key = name_key(heading)
    return key in _KEYS_OF_NO_ELEMENT or (minutes and key in _KEYS_OF_MINUTES)


def names_people(line: str) -> bool:
    """Whether a line lists who was there, or what was planned: `Present: Ann, Rahim, Sita`."""
    match = _LINE.fullmatch(line.strip())
    return match is not None and is_skipped(match[1])


def is_around_minutes(line: str) -> bool:
    """Whether a line of minutes says something about the meeting itself: who was there, where, when the next one is."""
    match = _LINE.fullmatch(line.strip())
    if match is None or is_skipped(match[1]):
        return match is not None
    return name_key(match[1]) in _KEYS_AROUND and len(match[2].split()) <= _MOST_WORDS_AROUND
