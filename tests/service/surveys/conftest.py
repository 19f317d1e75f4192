"""A programme with a rubric, two teams and a survey of every kind of question."""

from shutil import copyfile

import pytest

from service.annotations.tokens import new_token
from service.surveys.types import Answer, Content, Question, QuestionKind

RUBRIC = """element,level,descriptor,team
Communications,Works well,We hear of changes in time,Bangladesh
Communications,Emerging,News comes late,Bangladesh
Communications,Needs help,We hear nothing,Bangladesh
"""
CONTENT = Content(
    title={"en": "How we work", "bn": "আমরা কীভাবে কাজ করি", "ne": "हामी कसरी काम गर्छौँ"},
    questions=(
        Question("1", QuestionKind.AGREEMENT, {"en": "News reaches me in time."}, (), "Communications"),
        Question("2", QuestionKind.ONE, {"en": "It is now …"}, ({"en": "easier"}, {"en": "harder", "ne": "गाह्रो"})),
        Question("3", QuestionKind.SEVERAL, {"en": "What helps?"}, ({"en": "calls"}, {"en": "mail"}, {"en": "visits"})),
        Question("4", QuestionKind.LEVEL, {"en": "Communications?"}, (), "Communications"),
        Question("5", QuestionKind.TEXT, {"en": "What should change?"}, (), "Communications"),
    ),
    review="May 2026",
    asks_team=True,
)


@pytest.fixture
def url(tmp_path, sqlite_tables):
    """One database: what differs between the two is asked of both in `test_both`."""
    return f"sqlite:///{copyfile(sqlite_tables, tmp_path / sqlite_tables.name)}"


@pytest.fixture
def slug(workspace):
    """A programme of two teams, whose rubric has one element with three levels."""
    made = workspace.programmes.create("Delta", ["Bangladesh", "Nepal"]).slug
    workspace.files.add(made, [("rubric.csv", RUBRIC.encode())])
    return made


@pytest.fixture
def code(workspace, slug):
    """An open survey with a question of every kind."""
    made = workspace.surveys.make(slug, CONTENT).code
    workspace.surveys.open(slug, made)
    return made


@pytest.fixture
def send(workspace, code):
    """Answer the survey as somebody; return whether that was new."""

    def send(team="", token=None, **values):
        given = {name.removeprefix("q"): each if isinstance(each, tuple) else (each,) for name, each in values.items()}
        return bool(workspace.surveys.answer(code, {token or new_token(): Answer(team, given)}))

    return send
