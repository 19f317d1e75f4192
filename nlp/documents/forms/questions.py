"""A form's answers, one column a question: open ones are elements, closed ones attributes, a tool's columns neither."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from nlp.documents.forms.answer_kinds import AnswerKind, answers_in, kind_of_answers
from nlp.documents.forms.tool_columns import is_tool_column, question_of
from nlp.documents.plan import ColumnPlan, Role
from nlp.documents.tables.column_names import meaning
from nlp.documents.tables.table import Table
from nlp.names import fold, name_key
from nlp.rubrics.element_names import concepts
from nlp.text.phrases import phrases
from nlp.text.segmentation.segment import tidy
from nlp.text.words import words

_ABOUT_PEOPLE: dict[str, frozenset[str]] = {
    "team": phrases("team|দল|টিম|টোলী|टोली|टिम|equipo|équipe|equipe|فريق|ٹیم|timu"),
    "organisation": phrases(
        """organisation|organization|org|agency|ngo|institution|employer|company|সংস্থা|সংগঠন|প্রতিষ্ঠান|संस्था
        सङ्गठन|संगठन
        organización|institución|organização|instituição|منظمة|ادارہ|تنظیم|shirika"""
    ),
    "gender": phrases("gender|sex|লিঙ্গ|জেন্ডার|लिङ्ग|लिंग|género|sexo|genre|sexe|gênero|الجنس|جنس|صنف|jinsia"),
    "age": phrases("age|বয়স|उमेर|आयु|उम्र|edad|âge|idade|العمر|عمر|umri"),
    "role": phrases(
        """role|position|designation|title|job|occupation|profession|পদবি|ভূমিকা|পেশা|पद|भूमिका|पेशा|cargo|rol|puesto
        poste|fonction|rôle|função|المنصب|الوظيفة|عہدہ|پیشہ|cheo|kazi"""
    ),
    "location": phrases(
        """location|address|ঠিকানা|ठेगाना|पता|dirección|adresse|endereço|عنوان|anwani|district|country|region|province|village|ward|upazila|union|municipality|palika|city|town
        community|site
        office|state|county|division|block|জেলা|দেশ|গ্রাম|উপজেলা|ইউনিয়ন|ওয়ার্ড|বিভাগ|এলাকা|कार्यालय|जिल्ला|देश
        गाउँ|वडा|पालिका|नगरपालिका|प्रदेश
        ज़िला|जिला|गांव|país|distrito|región|comunidad|ciudad|pays|région|village|ville|município|cidade|البلد
        المنطقة|القرية
        ضلع|ملک|گاؤں|nchi|wilaya|kijiji|mkoa"""
    ),
    "education": phrases(
        """education|qualification|শিক্ষা|শিক্ষাগত যোগ্যতা|शिक्षा|शैक्षिक|educación|éducation
        educação|elimu"""
    ),
}
_ASKS = re.compile(r"[?？؟]")
_ASKING = phrases(
    """what|how|why|which|who|where|when|describe|explain|tell|share|list|give|please|any|can|could|do|does|did|is
    are|would
    কী|কি|কেন|কীভাবে|কিভাবে|কোন|বলুন|লিখুন|বর্ণনা|के|किन|कसरी|कुन|बताउनुहोस्|लेख्नुहोस्|वर्णन|क्या|क्यों|कैसे|बताएं
    qué|cómo|por|cuál
    describa|explique|que|quoi|comment|pourquoi|quel|quelle|quels|quelles|décrivez|expliquez|o|como|qual|quais|descreva
    ماذا|كيف|لماذا|ما|هل|صف|کیا|کیسے|کیوں|nini|vipi|kwa|je|eleza|other|comments|comment|suggestions|feedback"""
)
_NAMES_ONE = phrases(
    """where|who|when|which|dónde|quién|cuándo|où|qui|quand|onde|quem|quando|wapi|nani|lini|কোথায়|কখন|কোন|কে|कहाँ|कहिले|कुन|कहां|कब|कौन
    أين|متى|کہاں|کب|کون"""
)
"""Words that ask for a place, a person, a day or a choice: a short answer to them is a name."""
_INSISTS = phrases(
    """comment|comments|anything|else|suggestion|suggestions|remark|remarks|feedback|why|describe|explain|elaborate|মন্তব্য|পরামর্শ|কেন|মতামত
    টিপ্পণী|टिप्पणी|सुझाव|किन|क्यों|comentario|comentarios|sugerencias|commentaire|commentaires|suggestions|pourquoi|comentário
    comentários|sugestões|تعليقات|ملاحظات|لماذا|تبصرہ|کیوں|maoni|eleza"""
)
"""Words that ask for somebody's own words: `No` and `None` are answers to them too."""
_LONG_QUESTION = 5
_FEW_WORDS = 6
_FEW_WORDS_OF_LABEL = 3
_OWN_WORDS = 4
_NAME_WORDS = phrases("name|names|নাম|नाम|nombre|nom|nome|الاسم|اسم|نام|jina")
_YOURS = phrases("your|su|tu|votre|vos|seu|sua|আপনার|তোমার|तपाईंको|आपका|आपकी|आपकी")
_ENDINGS = phrases("ের|ে|টি|টির|কে|টা|গুলো")
"""Endings of a short word in Bangla, where what begins with it could be another word."""
_OF_PEOPLE = concepts("team role gender leader learning")
"""Known names of elements that people may be asked about as well."""
_OPEN_MEANINGS = frozenset({"text", "note", "descriptor"})
_KNOWN = frozenset({"participant", "aliases", "team", "date", "review", "language", "version"})


def roles_of_form(table: Table) -> tuple[ColumnPlan, ...]:
    """Return what every column of a table of answers is, told from its header and its cells."""
    options = _option_columns(table.header.cells)
    rows = table.rows
    taken: set[Role] = set()
    plans: list[ColumnPlan] = []
    for column, header in enumerate(table.header.cells):
        answers = answers_in(row.cell(column) for row in rows if column not in row.repeated)
        plan = _option(header) if column in options else _column(tidy(header), answers)
        if plan.role in (Role.PARTICIPANT, Role.TEAM, Role.DATE, Role.REVIEW, Role.LANGUAGE) and plan.role in taken:
            plan = ColumnPlan(plan.header, Role.ATTRIBUTE)
        taken.add(plan.role)
        plans.append(plan)
    return tuple(_told_apart(plans))


def _told_apart(plans: Sequence[ColumnPlan]) -> list[ColumnPlan]:
    """Return the plans with names of their own for equal questions: `Why?` asks about the answer before it."""
    counts = Counter(name_key(plan.name) for plan in plans if plan.role is Role.ANSWERS)
    met: Counter[str] = Counter()
    told: list[ColumnPlan] = []
    before = ""
    for plan in plans:
        if plan.role is Role.CLOSED:
            before = question_of(plan.header)
        if plan.role is not Role.ANSWERS or counts[name_key(plan.name)] < 2:
            told.append(plan)
            continue
        met[name_key(plan.name)] += 1
        number = met[name_key(plan.name)]
        name = f"{before}: {plan.name}" if before else f"{plan.name} ({number})" if number > 1 else plan.name
        told.append(replace(plan, name=name))
    return told


def is_asked(header: str) -> bool:
    """Whether a header is a question, or as long as one."""
    return is_question(header) or len(words(fold(question_of(header)))) >= _LONG_QUESTION


def is_question(header: str) -> bool:
    """Whether a header asks something: it has a question mark, or begins with a word that asks."""
    said = words(fold(question_of(header)))
    return bool(_ASKS.search(header)) or bool(said and said[0] in _ASKING)


def asks_for_yours(header: str) -> bool:
    """Whether a header speaks to the person who answers: "Your team"."""
    return bool(_YOURS & set(words(fold(header))))


def asks_for_comments(header: str) -> bool:
    """Whether a header asks for whatever else people want to say."""
    return bool(_INSISTS & set(words(fold(question_of(header)))))


def _asks_for_a_name(question: str) -> bool:
    said = words(fold(question))
    return bool(_NAMES_ONE & {word for word in said if not word.isascii()} or set(said[:1]) & _NAMES_ONE)


def _fewest_words(question: str, header: str) -> int:
    """Return how many words free answers to a question have on average, where they are no names."""
    if meaning(question) in _OPEN_MEANINGS:
        return 1
    if _asks_for_a_name(question):
        return 4
    return 1 if is_asked(header) else 3


def _option(header: str) -> ColumnPlan:
    return ColumnPlan(tidy(header), Role.IGNORE)


def _column(header: str, answers: Sequence[str]) -> ColumnPlan:
    if (
        not header
        or not answers
        or (is_tool_column(header) and not _in_own_words(answers))
        or {*map(str.casefold, answers)} == {"anonymous"}
    ):
        return ColumnPlan(header, Role.IGNORE)
    question = question_of(header)
    known = meaning(question)
    average = sum(len(answer.split()) for answer in answers) / len(answers)
    if known in _KNOWN and average <= _FEW_WORDS:
        return ColumnPlan(header, Role(known))
    kind = kind_of_answers(answers, _fewest_words(question, header), bool(_INSISTS & set(words(fold(question)))))
    about = asked_about(question)
    if about and kind in (AnswerKind.FREE, AnswerKind.SHORT, AnswerKind.CHOSEN) and average <= _FEW_WORDS:
        own = Role(about) if about in ("team", "participant") else Role.ATTRIBUTE
        return ColumnPlan(header, own, "" if own is not Role.ATTRIBUTE or len(words(question)) <= 3 else about)
    role = _ROLES[kind]
    if role is Role.ANSWERS:
        return ColumnPlan(header, role, question)
    return ColumnPlan(header, role, fold(question) if role is Role.CLOSED and header.endswith("]") else "")


def _in_own_words(answers: Sequence[str]) -> bool:
    """Whether people wrote what stands in a column that is called as one of a tool: "Start" beside "Stop"."""
    written = sum(any(sign.isdigit() or sign in "@/\\" for sign in answer) for answer in answers)
    return written * 2 < len(answers) and sum(len(answer.split()) for answer in answers) >= _OWN_WORDS * len(answers)


_ROLES = {
    AnswerKind.NONE: Role.IGNORE,
    AnswerKind.FREE: Role.ANSWERS,
    AnswerKind.SHORT: Role.ATTRIBUTE,
    AnswerKind.CHOSEN: Role.CLOSED,
    AnswerKind.COUNTED: Role.CLOSED,
    AnswerKind.MACHINE: Role.IGNORE,
}


def asked_about(question: str) -> str | None:
    """Return what a question asks about the person who answers: "What is your organisation?", `Your village`.

    None for any other question, and for the name of an element that has such a word in it ("Team identity").
    """
    if concepts(question) - _OF_PEOPLE:
        return None
    said = words(fold(question))
    named = bool(_NAME_WORDS & set(said))
    personal = len(said) <= _FEW_WORDS_OF_LABEL or named or _asks_for_a_name(question)
    for about, names in _ABOUT_PEOPLE.items():
        at = next((at for at, word in enumerate(said) if _is_one_of(word, names)), None)
        if at is not None and (personal or said[max(0, at - 1)] in _YOURS):
            return about
    return "participant" if named else None


def _is_one_of(word: str, names: Collection[str]) -> bool:
    """Whether a word is one of some; in Bangla, Nepali and Hindi it may have an ending ("টোলীमा", "সংস্থার")."""
    if word in names or word.isascii():
        return word in names
    return any(word.startswith(name) and (len(name) > 2 or word[len(name) :] in _ENDINGS) for name in names)


def _option_columns(headers: Sequence[str]) -> set[int]:
    """Return the columns that only tell whether one option of a question was chosen: `radio` of `sources/radio`."""
    names = {name: column for column, name in enumerate(map(tidy, headers)) if name}
    return {
        column
        for name, column in names.items()
        if any(name.startswith(f"{other}/") for other in _paths(name) if other in names)
    }


def _paths(name: str) -> list[str]:
    parts = name.split("/")
    return ["/".join(parts[:end]) for end in range(1, len(parts))]
