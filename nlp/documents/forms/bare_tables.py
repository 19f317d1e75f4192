"""Tables without headers: what every column is can be told from its cells only."""

from nlp.documents.forms.answer_kinds import AnswerKind, answers_in, kind_of_answers
from nlp.documents.forms.boards import is_team
from nlp.documents.plan import ColumnPlan, Role
from nlp.documents.tables.table import Table

_WORDS = (AnswerKind.FREE, AnswerKind.SHORT)


def roles_of_bare(table: Table) -> tuple[ColumnPlan, ...]:
    """Return what the columns of a table without headers are: the notes have most words, names of teams are the team.

    All others are left out until somebody says what they are.
    """
    cells = [answers_in([row.cell(column) for row in table.rows]) for column in range(len(table.header.cells))]
    roles = [Role.TEAM if own and all(map(is_team, own)) else Role.IGNORE for own in cells]
    if roles.count(Role.TEAM) > 1:
        roles = [Role.IGNORE] * len(roles)
    said = [
        sum(len(cell.split()) for cell in own) / len(own) if own and kind_of_answers(own) in _WORDS else 0.0
        for own in cells
    ]
    if any(said):
        roles[said.index(max(said))] = Role.TEXT
    return tuple(ColumnPlan(header, role) for header, role in zip(table.header.cells, roles, strict=True))
