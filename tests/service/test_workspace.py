"""The workspace on real files and real databases."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from nlp.errors import InputError
from service.errors import Expired, NotFound, TooLarge
from service.settings import Settings
from service.store import sessions
from service.store.tables import metadata
from service.types import Outline, Review
from tests.embedders import BagOfWords
from tests.service.files import BAD, EVERYTHING, KINDS, NOTES, ROSTER, RUBRIC_NORTH, TRANSCRIPT, every_unit


class CountingEmbedder(BagOfWords):
    """Remembers every text that it was asked to encode."""

    def __init__(self):
        self.asked: list[str] = []

    def encode(self, texts):
        """Count, then encode."""
        self.asked += texts
        return super().encode(texts)


def rows(workspace, *tables):
    """How many rows each table has, all tables if none is named."""
    with workspace._database.reading() as db:
        names = tables or tuple(metadata.tables)
        return {name: db.execute(text(f"SELECT count(*) FROM {name}")).scalar() for name in names}


@pytest.fixture
def programme(workspace):
    """A programme without files."""
    return workspace.create_programme("Two rivers", ["North", "South", "West"]).slug


@pytest.fixture
def full(workspace, programme):
    """A programme with all its files."""
    workspace.add_files(programme, EVERYTHING)
    return programme


def test_programmes_of_the_same_name_have_their_own_slugs(workspace):
    """Names may be in any script and may be used twice."""
    made = [workspace.create_programme(name).slug for name in ("নদীর পাড়", "নদীর পাড়", "River")]
    assert made == ["নদীর-পাড়", "নদীর-পাড়-2", "river"]
    assert [programme.slug for programme in workspace.programmes()] == made


@pytest.mark.parametrize("name", ["", "  ", "\n", "x" * 201])
def test_a_programme_needs_a_name(workspace, name):
    """A blank name, or one that is too long, is refused and nothing is stored."""
    with pytest.raises(InputError, match="name"):
        workspace.create_programme(name)
    assert workspace.programmes() == ()


def test_a_preview_says_what_each_file_is_and_keeps_nothing(workspace, programme):
    """Kinds come from the content; only the waiting bytes are stored."""
    before = rows(workspace)
    preview = workspace.preview(programme, EVERYTHING)
    assert [file.kind for file in preview.files] == KINDS
    notes, roster, *_, transcript = preview.files
    assert notes.counts == {"notes": 5}
    assert set(notes.languages) == {"en", "bn", "ne"}
    assert notes.people == ("Asha Rai", "Rina")
    assert notes.elements == ("Communications", "Entrepreneurial culture")
    assert notes.sample[0] == "We share the news in time"
    assert roster.counts == {"people": 4}
    assert transcript.counts == {"turns": 3, "speakers": 2}
    assert all(file.problem is None for file in preview.files)
    after = rows(workspace)
    assert {name for name in after if after[name] != before[name]} == {"uploads", "upload_files"}


def test_kept_files_fill_the_programme(workspace, full):
    """Teams, languages, elements, levels and reviews are what the files speak of, rosters and rubrics first."""
    found = workspace.programme(full)
    assert [file.kind for file in workspace.files(full)] == KINDS
    assert found.teams == ("North", "South", "West")
    assert found.elements == ("Communications", "Entrepreneurial culture")
    assert found.levels == ("well-functioning", "needs help", "emerging")
    assert found.reviews == ("March 2026", "September 2026")
    assert found.languages["West"] == "ne"
    assert rows(workspace, "uploads", "upload_files") == {"uploads": 0, "upload_files": 0}


def test_a_preview_can_be_looked_at_again(workspace, programme):
    """The same files, as often as one looks, until they are kept."""
    preview = workspace.preview(programme, EVERYTHING)
    assert workspace.previewed(programme, preview.token) == preview
    assert workspace.previewed(programme, preview.token) == preview
    workspace.keep(programme, preview.token)
    with pytest.raises(Expired):
        workspace.previewed(programme, preview.token)


def test_a_preview_can_be_kept_once(workspace, programme):
    """After keeping, the token is gone."""
    token = workspace.preview(programme, [("notes.csv", NOTES)]).token
    (kept,) = workspace.keep(programme, token)
    assert (kept.filename, kept.kind, kept.counts) == ("notes.csv", "notes", {"notes": 5})
    with pytest.raises(Expired):
        workspace.keep(programme, token)
    assert len(workspace.files(programme)) == 1


def test_a_preview_can_be_discarded(workspace, programme):
    """Discarding forgets the bytes; a second time there is nothing to discard."""
    token = workspace.preview(programme, [("notes.csv", NOTES)]).token
    workspace.discard(programme, token)
    assert rows(workspace, "uploads", "upload_files") == {"uploads": 0, "upload_files": 0}
    for again in (workspace.discard, workspace.keep):
        with pytest.raises(Expired):
            again(programme, token)


def test_a_preview_belongs_to_its_programme(workspace, programme):
    """A token is of no use in another programme."""
    other = workspace.create_programme("Other").slug
    token = workspace.preview(programme, [("notes.csv", NOTES)]).token
    with pytest.raises(Expired):
        workspace.keep(other, token)
    assert workspace.keep(programme, token)


def test_a_preview_waits_for_a_day(url, tmp_path, open_workspace):
    """A day later it cannot be kept, and the next preview removes its bytes."""
    now = datetime(2026, 3, 18, tzinfo=UTC)
    clock = [now]
    workspace = open_workspace(Settings(data_dir=tmp_path, database_url=url), clock=lambda: clock[0])
    slug = workspace.create_programme("P").slug
    token = workspace.preview(slug, [("notes.csv", NOTES)]).token
    clock[0] = now + timedelta(hours=25)
    with pytest.raises(Expired):
        workspace.keep(slug, token)
    workspace.preview(slug, [("roster.csv", ROSTER)])
    assert rows(workspace, "uploads") == {"uploads": 1}


def test_files_with_a_problem_are_left_out(workspace, programme):
    """The preview shows the one line; keep stores the others."""
    preview = workspace.preview(programme, [("empty.csv", b""), ("notes.csv", NOTES)])
    empty, good = preview.files
    assert (empty.kind, good.kind) == (None, "notes")
    assert empty.problem
    assert "empty.csv" in str(empty.problem)
    assert [file.filename for file in workspace.keep(programme, preview.token)] == ["notes.csv"]


@pytest.mark.parametrize(("name", "data"), BAD, ids=[name for name, _ in BAD])
def test_bad_input_stores_nothing(workspace, programme, name, data):
    """One bad file among good ones: one line that names it, and none of them is stored."""
    before = rows(workspace)
    with pytest.raises(InputError) as caught:
        workspace.add_files(programme, [("notes.csv", NOTES), (name, data)])
    line = str(caught.value)
    assert name in line
    assert "\n" not in line
    assert rows(workspace) == before


def test_a_crash_in_the_middle_of_keep_leaves_nothing(workspace, programme, monkeypatch):
    """Whatever fails after the first rows were written: nothing is kept and the upload still waits."""
    preview = workspace.preview(programme, EVERYTHING)
    before = rows(workspace)

    def crash(*_):
        raise RuntimeError("power cut")

    with monkeypatch.context() as patched:
        patched.setattr(sessions, "add", crash)
        with pytest.raises(RuntimeError, match="power cut"):
            workspace.keep(programme, preview.token)
    assert rows(workspace) == before
    assert len(workspace.keep(programme, preview.token)) == len(EVERYTHING)


def test_the_same_bytes_are_kept_once(workspace, programme):
    """Uploading a file again, under whatever name, gives the file that is there."""
    first = workspace.add_files(programme, [("notes.csv", NOTES)])
    again = workspace.add_files(programme, [("copy.csv", NOTES), ("copy 2.csv", NOTES)])
    assert first == again
    assert rows(workspace, "files", "units") == {"files": 1, "units": 5}


def test_the_same_name_is_kept_under_a_number(workspace, programme):
    """Two teams' notes.csv are two files, and the notes of each name their own source."""
    workspace.add_files(programme, [("notes.csv", NOTES)])
    (second,) = workspace.add_files(programme, [("notes.csv", NOTES + b"One more,Communications,North,,\n")])
    assert second.filename == "notes (2).csv"
    units = [unit for element in workspace.readings(programme)["elements"] for unit in every_unit(element)]
    assert {unit["source"] for unit in units} == {"notes.csv", "notes (2).csv"}
    assert len({unit["id"] for unit in units}) == 11


def test_names_cannot_lead_anywhere(workspace, programme, tmp_path):
    """Paths, control signs and direction signs in a name are not kept; letters of every script are."""
    before = set(tmp_path.rglob("*"))
    names = ["../../etc/নোট.csv", "C:\\temp\\roster.csv", "a\u202evsc.exe.csv"]
    datas = [NOTES, ROSTER, RUBRIC_NORTH]
    kept = workspace.add_files(programme, list(zip(names, datas, strict=True)))
    assert [file.filename for file in kept] == ["নোট.csv", "roster.csv", "a vsc.exe.csv"]
    assert {path.name.partition("-")[0] for path in set(tmp_path.rglob("*")) - before} <= {"manyvoices.db"}


def test_limits_of_an_upload(url, tmp_path, open_workspace):
    """Too many files, too many bytes and no file at all are refused."""
    workspace = open_workspace(Settings(data_dir=tmp_path, database_url=url, max_upload_mb=1, max_files=2))
    slug = workspace.create_programme("P").slug
    with pytest.raises(TooLarge, match="3 files"):
        workspace.preview(slug, [(f"{n}.csv", NOTES + b"\n" * n) for n in range(3)])
    with pytest.raises(TooLarge, match="1 MB"):
        workspace.preview(slug, [("a.txt", b"x" * 600_000), ("b.txt", b"x" * 600_000)])
    with pytest.raises(InputError, match="no file"):
        workspace.preview(slug, [("", b"")])
    assert rows(workspace, "uploads") == {"uploads": 0}


def test_notes_know_what_the_roster_knows(workspace, full):
    """A participant found by alias brings role, gender and organisation; the language is an attribute to compare by."""
    result = workspace.readings(full, by=("organisation", "gender", "language"))
    communications = result["elements"][0]
    units = {unit["text"]: unit for unit in every_unit(communications)}
    late = units["Decisions reach us late"]
    assert (late["participant"], late["role"], late["organisation"]) == ("Rina Das", "field officer", "Bank Society")
    assert communications["groups"]["organisation"] == {"Bank Society": 2, "River Trust": 2}
    assert communications["groups"]["language"] == {"bn": 1, "en": 2, "ne": 1}


def test_spellings_of_an_element_are_one_element(workspace, full):
    """Elements come in the order of the rubrics, and "communications" is "Communications"."""
    elements = workspace.readings(full)["elements"]
    assert [element["element"] for element in elements] == ["Communications", "Entrepreneurial culture"]
    assert elements[0]["notes"] == 4


def test_a_note_without_a_review_gets_it_from_its_date(workspace):
    """A note belongs to the review of the programme that is closest to its date, not more than 45 days away."""
    reviews = (Review("March 2026", "2026-03-18"), Review("September 2026", "2026-09-16"))
    slug = workspace._create("P", "", Outline(reviews=reviews)).slug
    workspace.add_files(slug, [("n.csv", b"text,date\nNear March,2026-03-30\nIn June,2026-06-20\nLate,2026-09-17\n")])

    def texts(review):
        return {
            unit["text"] for element in workspace.readings(slug, review)["elements"] for unit in every_unit(element)
        }

    assert texts("March 2026") == {"Near March"}
    assert texts("September 2026") == {"Late"}
    assert texts(None) == {"Near March", "In June", "Late"}


def test_a_review_selects_its_notes(workspace, programme):
    """Only notes that name the review, however they spell it."""
    notes = b"text,element,review\nOne,Trust,March\nTwo,Trust,march\nThree,Trust,September\n"
    workspace.add_files(programme, [("notes.csv", notes)])
    (element,) = workspace.readings(programme, review="MARCH")["elements"]
    assert {unit["text"] for unit in every_unit(element)} == {"One", "Two"}
    with pytest.raises(NotFound, match="May"):
        workspace.readings(programme, review="May")


def test_an_empty_programme_has_empty_answers(workspace, programme):
    """No notes and no rubrics are no error."""
    assert workspace.readings(programme)["elements"] == []
    assert workspace.rubrics(programme)["elements"] == []
    assert workspace.sessions(programme) == workspace.ratings(programme) == workspace.people(programme) == ()
    workspace.add_files(programme, [("rubric.csv", RUBRIC_NORTH)])
    assert workspace.rubrics(programme)["teams"] == ["North"]
    assert workspace.rubrics(programme)["elements"] == []
    assert workspace.element(programme, "communications")["notes"] == 0


def test_one_element_is_found_by_its_slug(workspace, full):
    """The element of the readings with that slug."""
    element = workspace.element(full, "entrepreneurial-culture")
    assert element == workspace.readings(full)["elements"][1]


def test_what_is_not_there_is_not_found(workspace, full):
    """Programmes, elements, sessions, files and rosters that do not exist."""
    token = workspace.preview(full, [("new.vtt", TRANSCRIPT + b"\n")]).token
    for ask in (
        lambda: workspace.programme("no"),
        lambda: workspace.readings("no"),
        lambda: workspace.preview("no", [("notes.csv", NOTES)]),
        lambda: workspace.element(full, "no"),
        lambda: workspace.session(full, "no"),
        lambda: workspace.participation(full, "no"),
        lambda: workspace.remove_file(full, 12345),
        lambda: workspace.keep(full, token, {"new.vtt": "notes-2026-03.csv"}),
        lambda: workspace.programme("\0"),
    ):
        with pytest.raises(NotFound):
            ask()


def test_rubrics_are_compared(workspace, full):
    """The same sentence on different levels crosses levels."""
    result = workspace.rubrics(full)
    (match,) = result["elements"][0]["matched"]
    assert (match["level_a"], match["level_b"], match["crosses_levels"]) == ("well-functioning", "emerging", True)


def test_a_session_is_measured_against_its_roster(workspace, full):
    """Shares, and the people of the roster who said nothing."""
    (session,) = workspace.sessions(full)
    assert (session.slug, session.title, session.date) == ("session-2026-03-18", "Session", "2026-03-18")
    assert session.roster == "roster.csv"
    result = workspace.participation(full, session.slug)
    shares = {speaker["name"]: speaker["share"] for speaker in result["speakers"]}
    assert shares == pytest.approx({"Asha Rai": 50 / 60, "Tom Bell": 10 / 60})
    assert set(result["silent"]) == {"Rina Das", "Hari Lama"}


def test_the_parts_of_an_agenda_are_kept_with_the_session(workspace, programme):
    """A tally's topics come back with who was heard in each."""
    topics = "WEBVTT\n\nNOTE Topic 1 from 00:00:00.000: বাজেট\n\nNOTE Topic 2 from 00:00:30.000"
    tally = TRANSCRIPT.replace(b"WEBVTT", topics.encode())
    workspace.add_files(programme, [("tally.vtt", tally)])
    first, second = workspace.participation(programme, "tally")["segments"]
    assert (first["name"], first["start"], first["people"]) == ("বাজেট", 0, {"Asha Rai": 1.0})
    assert (second["name"], sorted(second["people"])) == ("Topic 2", ["Asha Rai", "Tom Bell"])


def test_a_share_to_expect_changes_what_groups_are_measured_against_and_stores_nothing(workspace, full):
    """Nobody can fill the store by asking."""
    (session,) = workspace.sessions(full)
    with pytest.raises(InputError, match="nobody on the roster is boss"):
        workspace.participation(full, session.slug, expected={"boss": 0.5})
    assert workspace.participation(full, session.slug, expected={"woman": 0.7})["speakers"]
    assert rows(workspace, "findings") == {"findings": 0}


def test_a_roster_can_be_chosen(workspace, programme):
    """What the facilitator says goes before what the names say."""
    small = b"name,gender\nAsha Rai,woman\nTom Bell,man\n"
    preview = workspace.preview(programme, [("s1.vtt", TRANSCRIPT), ("s1-roster.csv", ROSTER), ("other.csv", small)])
    workspace.keep(programme, preview.token, {"s1.vtt": "other.csv"})
    assert workspace.session(programme, "s1").roster == "other.csv"
    assert workspace.participation(programme, "s1")["silent"] in ([], ())
    other = next(file for file in workspace.files(programme) if file.filename == "other.csv")
    workspace.remove_file(programme, other.id)
    assert workspace.session(programme, "s1").roster == "s1-roster.csv"
    assert len(workspace.participation(programme, "s1")["silent"]) == 2


FIRST = b"name,gender\nAsha Rai,woman\nThomas Bell,man\nHari Lama,man\n"
CORRECTED = b"name,aliases,gender\nAsha Rai,,woman\nThomas Bell,Tom Bell,man\nHari Lama,,woman\n"


@pytest.mark.parametrize("rosters", [{}, {"session.vtt": "who is here.csv"}])
def test_a_corrected_roster_replaces_the_one_of_its_name(workspace, programme, rosters):
    """Its sessions, chosen or found, its people and the findings are those of the new one; the old one is gone."""
    workspace.add_files(programme, [("session.vtt", TRANSCRIPT), ("who is here.csv", FIRST)], rosters)
    before = workspace.participation(programme, "session")
    assert set(before["silent"]) == {"Thomas Bell", "Hari Lama"}
    preview = workspace.preview(programme, [("who is here.csv", CORRECTED)])
    (kept,) = workspace.keep(programme, preview.token)
    assert kept.filename == "who is here.csv"
    assert rows(workspace, "files", "findings") == {"files": 2, "findings": 0}
    assert workspace.session(programme, "session").roster == "who is here.csv"
    assert list(workspace.participation(programme, "session")["silent"]) == ["Hari Lama"]
    people = {person.name: person for person in workspace.people(programme)}
    assert people["Thomas Bell"].aliases == ("Tom Bell",)
    assert people["Hari Lama"].attributes["gender"] == "woman"
    with workspace._database.reading() as db:
        chosen = [row.roster_id for row in sessions.every(db, 1)]
    assert chosen == [kept.id if rosters else None]


def test_only_rosters_are_replaced(workspace, programme):
    """Notes of a kept name get a number, and so does a roster that comes under the name of notes."""
    workspace.add_files(programme, [("notes.csv", NOTES), ("who.csv", FIRST)])
    workspace.add_files(programme, [("notes.csv", NOTES + b"More,Communications,North,Asha Rai,2026-09-16\n")])
    workspace.add_files(programme, [("notes.csv", CORRECTED)])
    names = [file.filename for file in workspace.files(programme)]
    assert names == ["notes.csv", "who.csv", "notes (2).csv", "notes (3).csv"]


def test_two_rosters_can_change_names(workspace, programme):
    """The bytes of each come under the name of the other."""
    workspace.add_files(programme, [("a.csv", FIRST), ("b.csv", CORRECTED)])
    kept = workspace.add_files(programme, [("a.csv", CORRECTED), ("b.csv", FIRST)])
    assert workspace.files(programme) == kept
    assert [file.filename for file in kept] == ["a.csv", "b.csv"]


def test_a_session_keeps_a_roster_when_another_one_comes(workspace, programme):
    """Two rosters whose names say nothing: the one with the speakers, whichever came first."""
    workspace.add_files(programme, [("session.vtt", TRANSCRIPT), ("people.csv", ROSTER)])
    workspace.add_files(programme, [("others.csv", b"name,gender\nRam,man\nSita,woman\n")])
    assert workspace.session(programme, "session").roster == "people.csv"


def test_a_roster_can_be_chosen_for_a_known_transcript(workspace, programme):
    """The transcript is not stored again; without a choice the one made before stays."""
    workspace.add_files(programme, [("session.vtt", TRANSCRIPT), ("people.csv", ROSTER), ("first.csv", FIRST)])
    assert workspace.session(programme, "session").roster == "people.csv"
    assert len(workspace.participation(programme, "session")["silent"]) == 2
    again = workspace.preview(programme, [("once more.vtt", TRANSCRIPT)])
    workspace.keep(programme, again.token, {"once more.vtt": "first.csv"})
    assert workspace.session(programme, "session").roster == "first.csv"
    assert set(workspace.participation(programme, "session")["silent"]) == {"Thomas Bell", "Hari Lama"}
    workspace.add_files(programme, [("session.vtt", TRANSCRIPT)])
    assert workspace.session(programme, "session").roster == "first.csv"
    assert len(workspace.files(programme)) == 3


def test_ratings_and_people(workspace, full):
    """Ratings as uploaded; people of all rosters once each."""
    assert [(rating.team, rating.level) for rating in workspace.ratings(full)][:2] == [
        ("North", "emerging"),
        ("South", "needs help"),
    ]
    workspace.add_files(full, [("roster 2.csv", b"name,aliases,phone\nasha rai,A.R.,123\nNew Person,,\n")])
    people = {person.name: person for person in workspace.people(full)}
    assert list(people) == ["Asha Rai", "Rina Das", "Tom Bell", "Hari Lama", "New Person"]
    assert people["Asha Rai"].aliases == ("Asha", "A.R.")
    assert people["Asha Rai"].attributes["phone"] == "123"
    assert people["Asha Rai"].attributes["team"] == "North"


def test_unchanged_input_answers_from_the_store(url, tmp_path, open_workspace):
    """Every text is encoded once, also for a second process; the same question again encodes nothing."""
    settings = Settings(data_dir=tmp_path, database_url=url)
    first, second = CountingEmbedder(), CountingEmbedder()
    workspace = open_workspace(settings, load_embedder=lambda _: first)
    slug = workspace.create_programme("P").slug
    workspace.add_files(slug, [("notes.csv", NOTES)])
    answer = workspace.readings(slug)
    first.asked.clear()
    assert workspace.readings(slug) == answer
    assert first.asked == []
    other = open_workspace(settings, load_embedder=lambda _: second)
    assert other.readings(slug) == answer
    assert not set(second.asked) & {unit["text"] for element in answer["elements"] for unit in every_unit(element)}
    other.add_files(slug, [("more.csv", b"text,element\nA new note here,Communications\n")])
    changed = other.readings(slug)
    assert changed != answer
    assert "A new note here" in second.asked
    assert "Decisions reach us late" not in second.asked
    assert rows(workspace, "findings") == {"findings": 2}


def test_another_model_of_the_same_name_answers_anew(url, tmp_path, open_workspace):
    """Findings and vectors belong to what the model makes, not to its name."""

    class Flipped(BagOfWords):
        def encode(self, texts):
            return -super().encode(texts)

    settings = Settings(data_dir=tmp_path, database_url=url)
    workspace = open_workspace(settings)
    slug = workspace.create_programme("P").slug
    workspace.add_files(slug, [("notes.csv", NOTES)])
    workspace.readings(slug)
    open_workspace(settings, load_embedder=lambda _: Flipped()).readings(slug)
    assert rows(workspace, "findings", "vectors") == {"findings": 2, "vectors": 10}


def test_removing_a_file_removes_what_came_from_it(workspace, full):
    """Rows, vectors and findings are gone, and the programme's names with them."""
    workspace.readings(full)
    workspace.rubrics(full)
    workspace.participation(full, "session-2026-03-18")
    for file in workspace.files(full):
        workspace.remove_file(full, file.id)
    left = {name: count for name, count in rows(workspace).items() if count}
    assert left == {"programmes": 1}
    assert workspace.programme(full).elements == ()


def test_removed_words_are_not_left_in_the_file(tmp_path, open_workspace):
    """After a removal the words are nowhere in the SQLite file: notes can be sensitive."""
    settings = Settings(data_dir=tmp_path)
    workspace = open_workspace(settings)
    slug = workspace.create_programme("P").slug
    (file,) = workspace.add_files(slug, [("notes.csv", NOTES)])
    workspace.readings(slug)
    path = tmp_path / "manyvoices.db"
    with workspace._database.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"Decisions reach us late" in path.read_bytes()
    workspace.remove_file(slug, file.id)
    workspace.close()
    found = b"".join(each.read_bytes() for each in tmp_path.glob("manyvoices.db*"))
    assert b"Decisions reach us late" not in found


def test_nothing_of_a_removed_file_comes_back(url, tmp_path, open_workspace):
    """A file that is removed while its notes are being analysed leaves neither vectors nor a finding."""
    settings = Settings(data_dir=tmp_path, database_url=url)

    class RemovesMeanwhile(BagOfWords):
        def encode(self, texts):
            if "Decisions reach us late" in texts and workspace.files(slug):
                workspace.remove_file(slug, workspace.files(slug)[0].id)
            return super().encode(texts)

    workspace = open_workspace(settings, load_embedder=lambda _: RemovesMeanwhile())
    slug = workspace.create_programme("P").slug
    workspace.add_files(slug, [("notes.csv", NOTES)])
    assert workspace.readings(slug)["elements"]
    assert rows(workspace, "findings", "vectors") == {"findings": 0, "vectors": 0}


def test_two_people_work_at_once(workspace, programme):
    """Uploads and questions from several threads: every file is kept once, equal questions leave one finding."""
    problems = []

    def work(number):
        try:
            workspace.add_files(
                programme, [("notes.csv", NOTES), (f"n{number}.csv", NOTES + b"x,Trust,,,\n" * (number + 1))]
            )
            workspace.readings(programme)
            workspace.rubrics(programme)
        except Exception as problem:
            problems.append(problem)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert len(workspace.files(programme)) == 7
    before = rows(workspace, "findings")
    question = (programme, None, ("team", "gender"))
    threads = [threading.Thread(target=workspace.readings, args=question) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert rows(workspace, "findings") == {"findings": before["findings"] + 1}


def test_signs_that_a_database_refuses(workspace):
    """NUL and lone surrogates in names and texts are replaced, on both databases alike."""
    slug = workspace.create_programme("A\0B", ["T\udc80"]).slug
    assert workspace.programme(slug).name == "A\ufffdB"
    assert workspace.programme(slug).teams == ("T\ufffd",)
    notes = b"text,element,team\nWith \0 inside,Trust\0,North\n"
    try:
        workspace.add_files(slug, [("notes.csv", notes)])
    except InputError:
        return
    assert workspace.readings(slug)["elements"]


def test_the_sample_is_loaded_once(workspace):
    """The sample programme comes whole through the same way as any upload; asking again gives the same one."""
    sample = workspace.load_sample()
    assert sample.teams == ("Consortium", "Bangladesh", "Nepal")
    assert sample.languages == {"Consortium": "en", "Bangladesh": "bn", "Nepal": "ne"}
    assert len(sample.elements) == 7
    assert sample.reviews == ("March 2026", "September 2026")
    assert workspace.load_sample() == sample
    assert len(workspace.programmes()) == 1
    kinds = [file.kind for file in workspace.files(sample.slug)]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "roster": 3,
        "rubric": 3,
        "ratings": 1,
        "notes": 6,
        "transcript": 2,
    }
    rosters = {session.date: session.roster for session in workspace.sessions(sample.slug)}
    assert rosters == {"2026-03": "session-2026-03-roster.csv", "2026-09": "session-2026-09-roster.csv"}


MARCH_AND_SEPTEMBER = "text,element,team,participant,review\n" + "".join(
    f"{text} {number},Communications,North,P{review}{number},{review} 2026\n"
    for review, number, text in [
        *(("March", number, "we call each other on the phone") for number in range(6)),
        *(("September", number, "খবর সময়মতো আসে না আমাদের কাছে") for number in range(6)),
    ]
)


def test_readings_are_followed_from_review_to_review(workspace, programme):
    """What one review says and the other does not is gone and new; ids are those of the readings."""
    workspace.add_files(programme, [("notes.csv", MARCH_AND_SEPTEMBER.encode())])
    found = workspace.drift(programme)
    assert found["order"] == ["March 2026", "September 2026"]
    (element,) = found["elements"]
    assert element["notes"] == {"March 2026": 6, "September 2026": 6}
    assert sorted(reading["steps"][0]["verdict"] for reading in element["readings"]) == ["gone", "new"]
    (read,) = workspace.readings(programme)["elements"]
    assert [reading["id"] for reading in element["readings"]] == [reading["id"] for reading in read["readings"]]


def test_drift_is_made_once_and_again_with_new_notes(workspace, programme):
    """It is a finding like the others."""
    workspace.add_files(programme, [("notes.csv", MARCH_AND_SEPTEMBER.encode())])
    first = workspace.drift(programme)
    kept = rows(workspace, "findings")
    assert workspace.drift(programme) == first
    assert rows(workspace, "findings") == kept
    workspace.add_files(programme, [("more.csv", MARCH_AND_SEPTEMBER.replace("September", "December").encode())])
    assert workspace.drift(programme)["order"] == ["March 2026", "September 2026", "December 2026"]


def test_drift_of_an_empty_programme(workspace, programme):
    """No notes, nothing to follow."""
    assert workspace.drift(programme)["elements"] == []
    with pytest.raises(NotFound):
        workspace.drift("nowhere")
