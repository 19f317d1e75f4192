"""Sections of minutes that hold no notes of an element: who was there, what was planned, what was put off."""

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
    washiriki|ajenda"""
)
_OF_NO_ELEMENT = phrases(
    """parking lot|car park|parked|any other business|aob|other|others|other points|other matters|miscellaneous|misc
    next steps|actions|action points|action items|follow up|follow-up|comment|comments|notes|general|general comments
    general notes|feedback|remarks|opinions
    অন্যান্য|বিবিধ|পার্কিং লট|মতামত|মন্তব্য|নোট|পরবর্তী পদক্ষেপ|করণীয়|সাধারণ মন্তব্য
    अन्य|विविध|पार्किङ लट|टिप्पणी|राय|सुझाव|आगामी कदम|अन्य कुरा|सामान्य टिप्पणी
    estacionamiento|otros|varios|comentario|comentarios|notas|próximos pasos|divers|autres|commentaire|commentaires
    prochaines étapes|outros|diversos|comentário|comentários|próximos passos|تعليقات|ملاحظات|أخرى|الخطوات التالية
    تبصرے|دیگر|متفرق|mengineyo|maoni|hatua zinazofuata"""
)
_SKIPPED_KEYS = frozenset(map(name_key, _SKIPPED))
_KEYS_OF_NO_ELEMENT = frozenset(map(name_key, _OF_NO_ELEMENT))


def is_skipped(heading: str) -> bool:
    """Whether what stands below a heading is no note: a list of people, an agenda."""
    return name_key(heading) in _SKIPPED_KEYS


def is_of_no_element(heading: str) -> bool:
    """Whether the notes below a heading speak of no element: the parking lot, what is left over, mere comments."""
    return name_key(heading) in _KEYS_OF_NO_ELEMENT
