"""Projects written as REFI-QDA 1.5 and read again."""

import io
import unicodedata
import zipfile
from itertools import count
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from nlp.documents.refi.opened import parsed
from nlp.documents.refi.project import (
    Case,
    CodeSet,
    Coding,
    Memo,
    Project,
    QdaCode,
    Selection,
    TextSource,
    User,
    Variable,
)
from nlp.documents.refi.read_project import codes_of, read_project
from nlp.documents.refi.write import write_codebook, write_project
from tests.nlp.documents.refi.schemas import assert_codebook_is_valid, assert_project_is_valid

PIECES = (
    "we trust each other",
    "আমরা একে অপরকে বিশ্বাস করি",
    "हामी एकअर्कालाई विश्वास गर्छौं",
    "amra bishwas kori",
    "👩🏽‍🌾🤝",
    "ক্ষ্ম",
    "র‍্যাব",
    "क्‍ष",
    unicodedata.normalize("NFD", "café, पढ़ना"),
    " ",
    "\n",
    "\n\n",
    '<b>&"quoted"</b>',
    "a",
)
texts = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
names = st.lists(st.sampled_from([each for each in PIECES if each.strip()]), min_size=1, max_size=3).map(" ".join)


@st.composite
def projects(draw):
    """Projects with overlapping places, places of several codes, annotations, cases and values."""
    guids = (str(UUID(int=number)) for number in count(1))
    leaves = [QdaCode(next(guids), draw(names), draw(texts), "#2F6DB5") for _ in range(draw(st.integers(1, 4)))]
    group = QdaCode(next(guids), draw(names), codes=tuple(leaves), is_codable=draw(st.booleans()))
    user, variable = User(next(guids), draw(names)), Variable(next(guids), draw(names))
    sources = tuple(draw(_sources(leaves, user, variable, guids)) for _ in range(draw(st.integers(0, 3))))
    marked = [each.guid for source in sources for each in source.selections]
    case = Case(next(guids), draw(names), draw(texts), {variable.guid: draw(names)}, selections=tuple(marked))
    return Project(
        name=draw(names),
        origin="Manyvoices",
        users=(user,),
        codes=(group,),
        variables=(variable,),
        cases=(case,),
        sources=sources,
        sets=(CodeSet(next(guids), draw(names), tuple(each.guid for each in leaves)),),
        memos=(Memo(next(guids), draw(names), draw(names)),),
        about=draw(texts),
        made="2026-11-30T09:00:00Z",
    )


@st.composite
def _sources(draw, codes, user, variable, guids):
    text = draw(texts)
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    held = [place for place in draw(st.lists(places, max_size=5)) if place[0] < place[1]]
    selections = tuple(
        Selection(
            next(guids),
            start,
            end,
            tuple(
                Coding(next(guids), code.guid, user.guid)
                for code in draw(st.lists(st.sampled_from(codes), max_size=2, unique_by=lambda code: code.guid))
            ),
            draw(names),
            draw(texts),
        )
        for start, end in held
    )
    return TextSource(next(guids), draw(names), text, selections, values={variable.guid: draw(names)})


@given(projects())
def test_what_is_written_is_valid_and_read_again_without_loss(project):
    """Texts of three scripts, emoji, joiners, NFD; overlapping places, several codes, cases, values, memos."""
    data = write_project(project)
    assert_project_is_valid(data)
    read = read_project("back.qdpx", data)
    assert (read.project, read.remarks) == (project, ())


@given(projects())
def test_a_codebook_is_valid_and_read_again(project):
    """Codes below codes, with what is said of them and their colours."""
    data = write_codebook(project)
    assert_codebook_is_valid(data)
    assert codes_of(parsed("back.qdc", data)) == project.codes


def test_the_same_project_gives_the_same_bytes():
    """Neither the clock nor a chance decides about a byte."""
    project = Project("P", sources=(TextSource(str(UUID(int=1)), "a", "b"),), made="2026-11-30T09:00:00Z")
    assert write_project(project) == write_project(project)


def test_texts_are_plain_files_without_a_mark():
    """Other programs count positions in the bytes as they lie there: UTF-8, line feeds, no byte order mark."""
    guid = str(UUID(int=7))
    data = write_project(Project("P", sources=(TextSource(guid, "a", "পানি 💧\nwater"),)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read(f"sources/{guid}.txt") == "পানি 💧\nwater".encode()


def test_signs_that_xml_forbids_are_left_out_of_names():
    """A name may hold anything that a cell of a workbook does."""
    data = write_project(Project("a\x00b\ud800", codes=(QdaCode(str(UUID(int=1)), "c\x0bd"),)))
    assert_project_is_valid(data)
    assert read_project("x.qdpx", data).project.codes[0].name == "cd"
