"""Tables without a known header: walls of notes, whose columns are teams or elements, and matrices of ratings."""

from collections.abc import Sequence
from dataclasses import replace

from nlp.documents.forms.answer_kinds import AnswerKind, answers_in, kind_of_answers
from nlp.documents.forms.questions import asked_about, asks_for_yours
from nlp.documents.forms.tool_columns import is_tool_column
from nlp.documents.plan import ColumnPlan, Role
from nlp.documents.tables.column_names import meaning
from nlp.documents.tables.level_names import grade_of, is_level
from nlp.documents.tables.table import Table
from nlp.documents.tables.totals import is_total
from nlp.names import fold, name_key
from nlp.text.phrases import phrases
from nlp.text.segmentation.segment import tidy
from nlp.text.words import words

_TEAM_WORDS = phrases(
    "team|office|দল|টিম|অফিস|टोली|टिम|कार्यालय|equipo|oficina|équipe|bureau|equipe|escritório|فريق|ٹیم|timu|ofisi"
)
_COUNTRIES = frozenset(
    map(
        name_key,
        phrases(
            """bangladesh|nepal|india|pakistan|sri lanka|bhutan|myanmar|afghanistan|kenya|uganda|tanzania|ethiopia
            rwanda|malawi
            mozambique|zambia|zimbabwe|nigeria|ghana|senegal|mali|niger|somalia|sudan|south sudan|egypt|jordan
            lebanon|syria
            iraq|yemen|philippines|indonesia|vietnam|cambodia|peru|bolivia|colombia|ecuador|guatemala|honduras
            haiti|mexico
            brazil|united kingdom|uk|ireland|germany|france|spain|netherlands|usa|consortium|london|dhaka|kathmandu
            pokhara|biratnagar|lalitpur|nepalgunj|khulna|chattogram|chittagong|sylhet|rajshahi|barishal|rangpur|satkhira
            cox's bazar|delhi|new delhi|kolkata|patna|islamabad|karachi|lahore|kabul|colombo|yangon|nairobi
            kampala|kigali|addis ababa|dar es salaam|dodoma|lusaka|harare|lilongwe|maputo|accra|abuja|lagos
            dakar|bamako|niamey|juba|khartoum|cairo|amman|beirut|baghdad|sanaa|manila|jakarta|hanoi|phnom penh|lima
            la paz|bogotá|quito|managua|port-au-prince|geneva|brussels|berlin|paris|madrid|amsterdam
            new york|washington
            বাংলাদেশ|নেপাল|ভারত|পাকিস্তান|কেনিয়া|লন্ডন|ঢাকা|খুলনা|চট্টগ্রাম|সিলেট|রাজশাহী|বরিশাল|রংপুর|সাতক্ষীরা
            পোখরা|কাঠমান্ডু|দিল্লি|কলকাতা|কনসোর্টিয়াম|नेपाल|बंगलादेश|बङ्गलादेश|बांग्लादेश|भारत
            पाकिस्तान|केन्या
            लन्डन|ढाका|काठमाडौं|काठमाण्डौ|पोखरा|विराटनगर|ललितपुर|नेपालगन्ज|दिल्ली|पटना|कन्सोर्टियम"""
        ),
    )
)
_LONGEST_HEADING = 8
_LONGEST_LABEL = 8
_WORDS_OF_NOTE = 2
_WORDS_OF_NAME = 3
_FEWEST_RATINGS = 6
_MOST_LEVELS = 6
_WORDS_OF_LEVEL = 4


def is_team(heading: str) -> bool:
    """Whether a heading is that of a team: it says so, or is a country or the seat of an office."""
    said = words(fold(heading))
    return name_key(heading) in _COUNTRIES or bool(set(said) & _TEAM_WORDS and len(said) <= 4)


def are_teams(headings: Sequence[str]) -> bool:
    """Whether headings are those of teams: at least half of them, and two, are for certain."""
    known = sum(map(is_team, headings))
    return known >= 2 and known * 2 >= len(headings)


def roles_of_wall(table: Table) -> tuple[ColumnPlan, ...] | None:
    """Return what the columns of a wall are, None where a table is none.

    Beside names of teams the columns are elements; beside any other names they are teams.
    """
    headings = _stretched(table)
    columns = [column for column, heading in enumerate(headings) if _answers(table, column)]
    labels = _labels(table, columns)
    notes = [column for column in columns if column != labels]
    if len(notes) < 2 or any(not headings[column] or _is_other(headings[column]) for column in notes):
        return None
    if any(_names_people(headings[column], _answers(table, column)) for column in notes):
        return None
    kinds = [kind_of_answers(_answers(table, column)) for column in notes]
    said = [len(answer.split()) for column in notes for answer in _answers(table, column)]
    if sum(said) < _WORDS_OF_NOTE * len(said) or not {*kinds} <= {AnswerKind.FREE, AnswerKind.SHORT}:
        return None
    beside = [] if labels is None else list(dict.fromkeys(_answers(table, labels)))
    teams = (labels is not None and not are_teams(beside)) or are_teams([headings[column] for column in notes])
    role = Role.TEAM_NOTES if teams else Role.ANSWERS
    plans = [ColumnPlan(tidy(header), Role.IGNORE) for header in headings]
    for column in notes:
        plans[column] = ColumnPlan(headings[column], role, headings[column])
    if labels is not None:
        plans[labels] = replace(plans[labels], role=Role.ELEMENT if teams else Role.TEAM)
    return tuple(plans)


def _names_people(heading: str, cells: Sequence[str]) -> bool:
    """Whether a column says who answered: it is called as such ("Organisation", "Your team"), and holds names."""
    names = sum(len(cell.split()) for cell in cells) <= _WORDS_OF_NAME * len(cells)
    own = asks_for_yours(heading) or len(heading.split()) == 1
    return names and asked_about(heading) is not None and (own or not is_team(heading))


def roles_of_matrix(table: Table) -> tuple[ColumnPlan, ...] | None:
    """Return what the columns of a matrix of ratings are, None where a table is none."""
    headings = [tidy(cell) for cell in table.header.cells]
    filled = [column for column in range(len(headings)) if _answers(table, column)]
    columns = [column for column in filled if not is_tool_column(headings[column]) and not is_total(headings[column])]
    rated = _rated(table, [column for column in columns if headings[column]])
    names = [column for column in columns if column not in rated]
    if len(rated) < 2 or not names or any(meaning(headings[column]) not in _BESIDE_RATINGS for column in names[1:]):
        return None
    first = meaning(headings[names[0]])
    if (headings[names[0]] and first not in _BESIDE_RATINGS) or any(
        _is_of_rubric(headings[column]) for column in rated
    ):
        return None
    by_team = first in ("team", "participant", "date", "review") or are_teams(_answers(table, names[0]))
    role = Role.ELEMENT_RATINGS if by_team else Role.TEAM_RATINGS
    plans = [ColumnPlan(heading, Role.IGNORE) for heading in headings]
    for column in names:
        plans[column] = ColumnPlan(headings[column], Role(meaning(headings[column]) or Role.IGNORE))
    for column in rated:
        plans[column] = ColumnPlan(headings[column], role, headings[column])
    if first is None or first == "element":
        plans[names[0]] = ColumnPlan(headings[names[0]], Role.TEAM if by_team else Role.ELEMENT)
    return tuple(plans)


_BESIDE_RATINGS = frozenset({"element", "team", "participant", "date", "review", "note"})


def _answers(table: Table, column: int) -> list[str]:
    return answers_in(row.cell(column) for row in table.rows if column not in row.repeated)


def _are_levels(answers: Sequence[str]) -> bool:
    return bool(answers) and all(is_level(answer) for answer in answers)


def _is_of_rubric(heading: str) -> bool:
    return meaning(heading) is not None or grade_of(heading) is not None


def _rated(table: Table, columns: Sequence[int]) -> list[int]:
    """Return the columns that hold levels: known ones, or the same few words in all of them."""
    known = [column for column in columns if _are_levels(_answers(table, column))]
    if len(known) >= 2:
        return known
    others = columns[1:]
    of_column = [{name_key(answer) for answer in _answers(table, column)} for column in others]
    answers = [answer for column in others for answer in _answers(table, column)]
    names = set().union(*of_column)
    if len(others) < 2 or len(answers) < _FEWEST_RATINGS or len(names) > min(_MOST_LEVELS, len(answers) / 2):
        return []
    short = all(len(answer.split()) <= _WORDS_OF_LEVEL for answer in answers)
    shared = all(
        len(own & set().union(*of_column[:at], *of_column[at + 1 :])) * 2 >= len(own)
        for at, own in enumerate(of_column)
    )
    return list(others) if short and shared and not any(map(_is_given, names)) else []


def _is_given(answer: str) -> bool:
    return kind_of_answers([answer]) is AnswerKind.CHOSEN and not is_level(answer)


def _stretched(table: Table) -> list[str]:
    """Return the headings of all columns; one that is stretched over several is that of each."""
    headings: list[str] = []
    width = max((len(row.cells) for row in (table.header, *table.rows)), default=0)
    for column in range(width):
        own = tidy(table.header.cell(column))
        stretched = headings and (column in table.header.spanned or _answers(table, column))
        headings.append(own or (headings[-1] if stretched else ""))
    return headings


def _labels(table: Table, columns: Sequence[int]) -> int | None:
    """Return the first column where it names the element of each row: below no heading, or one of elements."""
    first = columns[0] if columns else 0
    heading = table.header.cell(first).strip()
    if heading and meaning(heading) != "element":
        return None
    short = all(len(answer.split()) <= _LONGEST_LABEL for answer in _answers(table, first))
    return first if columns and short else None


def _is_other(heading: str) -> bool:
    """Whether a heading is that of a column of something else than notes, or no heading at all."""
    return meaning(heading) is not None or len(heading.split()) > _LONGEST_HEADING
