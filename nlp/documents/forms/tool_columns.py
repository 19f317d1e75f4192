"""Columns that survey tools write themselves: numbers, moments and devices of an answer, which nobody was asked for."""

import re

from nlp.documents.tables.column_names import is_moment
from nlp.names import fold, name_key
from nlp.text.phrases import phrases

_KOBO = """start|end|today|deviceid|device id|username|phonenumber|subscriberid|simserial|simid|audit|uuid|index
    parent index
    instanceid|instancename|submissiondate|submission date|key|parent key|submitterid|submittername|attachmentspresent
    attachmentsexpected|reviewstate|edits|formversion|form version|formdef version|starttime|endtime|duration|rooturi
    rootuuid|deprecatedid|isvalidated|caseid|gps accuracy"""
_FORMS = """timestamp|email|e-mail|email address|e-mail address|email id|id|no|s no|sl|sl no|serial|serial no
    serial number|sn
    row|row id|start time|completion time|last modified time|end time|total points|quiz feedback|grade posted time
    score
    hora de inicio|hora de finalización|correo electrónico|dirección de correo electrónico|marca temporal
    hora de la última modificación|heure de début|heure de fin|heure de la dernière modification|adresse de messagerie
    adresse e-mail|adresse électronique|courriel|horodateur|hora de início|hora de conclusão|hora da última modificação
    endereço de e-mail|endereço de email|carimbo de data/hora|টাইমস্ট্যাম্প|ইমেল|ইমেইল|ইমেল ঠিকানা|ইমেইল ঠিকানা
    ক্রমিক|ক্রমিক নং|ক্রম
    टाइमस्ट्याम्प|टाइमस्टैम्प|इमेल|इमेल ठेगाना|ईमेल|ईमेल पता|क्रम संख्या|क्र सं|सि नं|طابع زمني|البريد الإلكتروني
    عنوان البريد الإلكتروني|ٹائم اسٹیمپ|ای میل|ای میل پتہ|muhuri wa muda|barua pepe|anwani ya barua pepe|phone
    phone number|mobile|mobile number|telephone|contact number|ফোন|মোবাইল|ফোন নম্বর|মোবাইল নম্বর|फोन|मोबाइल
    फोन नम्बर"""
_LIMESURVEY = """response id|date submitted|last page|start language|seed|date started|date last action|ip address
    referrer url|access code|token|submitdate|lastpage|startlanguage|startdate|datestamp|ipaddr|refurl|interviewtime
    total time|group time"""
_SURVEYMONKEY = """respondent id|collector id|collector|collection id|start date|end date|custom data|custom data 1
    custom data 2
    custom data 3|ipaddress|status|progress|duration (in seconds)|duration in seconds|finished|recordeddate|responseid
    recipientlastname|recipientfirstname|recipientemail|externalreference|locationlatitude|locationlongitude
    distributionchannel|userlanguage|enddate|collector type|completion status|response type|network id|tags"""
_BOARDS = """created at|updated at|created|updated|created time|last edited time|post id|wish id|x|y|position|width
    height|color
    colour|reactions|upvotes|likes|votes|attachment|attachments|link|url|image|photo|video|voter|voter id|presentation
    fecha de creación|fecha de actualización|creado el|creado|adjunto|adjuntos|reacciones|date de création
    date de modification|créé le|pièce jointe|pièces jointes|réactions|data de criação|criado em|anexo|anexos|reações
    slide|slide id|session id|question id|answer id"""
_NAMES = frozenset(
    name_key(name) for names in (_KOBO, _FORMS, _LIMESURVEY, _SURVEYMONKEY, _BOARDS) for name in phrases(names)
)
_META = re.compile(r"_.*|set-of-.*|(?:.*/)?meta/.*|formhub/.*|.*/_.*", re.IGNORECASE)
_CODE = re.compile(r"(id|submitdate|lastpage|startlanguage|seed|startdate|datestamp|ipaddr|refurl|token)\.\s.*")
_CODE_OF_QUESTION = re.compile(r"(?:[a-z]{1,3}\d{1,3}){1,2}[.:)]\s+(?=\S+\s+\S)", re.IGNORECASE)
_TIMES = re.compile(r"(question|group) time:.*")
_POINTS = re.compile(r"(points|feedback|pontos|comentários|puntos) [-–—] .*")


def is_tool_column(header: str) -> bool:
    """Whether a tool writes a column itself: `_uuid`, `meta/instanceID`, Timestamp, Respondent ID."""
    folded = fold(header)
    if _META.fullmatch(folded) or _CODE.fullmatch(folded) or _TIMES.fullmatch(folded) or _POINTS.fullmatch(folded):
        return True
    return is_moment(header) or name_key(header) in _NAMES or name_key(question_of(header)) in _NAMES


def question_of(header: str) -> str:
    """Return a question without the path of its groups and without its code.

    `group_a/what_works` is that of "what works", "G01Q02. What works?" that of "What works?".
    """
    header = _CODE_OF_QUESTION.sub("", header, count=1) if _CODE_OF_QUESTION.match(header) else header
    path, _, last = header.rpartition("/")
    is_path = bool(path) and bool(last) and not any(sign.isspace() for sign in header)
    name = last if is_path else header
    return name if " " in name else name.replace("_", " ").strip()
