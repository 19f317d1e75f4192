"""Searching a programme, on both databases."""

import pytest

from nlp.consent import Consent
from nlp.text.words import content_words
from service.errors import NotFound
from service.names.types import NameKind
from service.programmes.snapshot import Snapshot
from service.search.query import NOTHING
from service.search.search import PAGE, SOME_WORDS
from service.search.types import By, Filters, Sight, TextKind
from service.store.privacy import consents
from tests.nlp.readings.test_interpret import JOINT, POWER, RISK
from tests.service.files import RATINGS

REMARKS = b"review,team,element,level,note\nMarch 2026,North,Communications,emerging,news is late here\n"
ODD = (
    "🙂", '"', '"" "', "%", "_", "'; DROP TABLE units; --", "a AND NOT b", "NEAR(a, b)", "words:x", "a* OR *", "(",
    "^x", "\\", "the", "x" * 10_000, "word " * 3_000, "नभेटिने शब्द", "کچھ نہیں", "\0", "\ud83d", "\u200d\u200c",
    "&|!<->:*",
)  # fmt: skip


@pytest.fixture
def found(workspace, full):
    """A programme with all its files, and a remark beside a rating."""
    workspace.files.add(full, [("remarks.csv", REMARKS)])
    return workspace.findings(full)


@pytest.fixture
def find(workspace, found):
    """Search that programme."""

    def search(typed, by=By.WORD, **named):
        return workspace.search.find(found, typed, by=by, **named)

    return search


def texts(results):
    return [hit.text for hit in results.hits]


def test_every_kind_of_text_is_found_with_its_place(find):
    """A note, a descriptor, a turn and a remark, each with where it stands and the word that was looked for."""
    hits = {hit.kind: hit for hit in find("news").hits}
    note, turn = hits[TextKind.NOTE], hits[TextKind.TURN]
    assert set(hits) == set(TextKind)
    assert (note.place.file, note.place.line) == ("notes-2026-03.csv", 2)
    assert (note.place.element, note.place.team, note.language) == ("Communications", "North", "en")
    assert (turn.place.session, turn.place.start, turn.place.speaker) == ("session-2026-03-18", 0.0, "Asha Rai")
    assert hits[TextKind.DESCRIPTOR].place.level == "well-functioning"
    assert (hits[TextKind.REMARK].place.review, hits[TextKind.REMARK].place.level) == ("March 2026", "emerging")
    assert [note.text[each.start : each.end] for each in note.marks] == ["news"]
    assert all(hit.found_by == (By.WORD,) and hit.likeness is None for hit in hits.values())


@pytest.mark.parametrize(("typed", "total"), [("খবর", 2), ("সময়মতো", 1), ("खबर", 1), ("ঢিল", 0), ("আলোচনা", 1)])
def test_three_scripts(find, typed, total):
    """Words of any script are found as they are written."""
    assert find(typed).total == total


def test_whole_words_and_short_texts_come_first(find, workspace, programme):
    """Then words that only begin so."""
    notes = b"text\nlate lately latest\nlate\nvery late\nlater\n"
    workspace.files.add(programme, [("order.csv", notes)])
    shown = workspace.search.find(workspace.findings(programme), "late", Filters(kind=TextKind.NOTE), By.WORD)
    assert [hit.text for hit in shown.hits if hit.place.file == "order.csv"] == [
        "late",
        "very late",
        "late lately latest",
        "later",
    ]


def test_a_sentence_finds_what_has_some_of_its_words(find):
    """First where all words stand, else all that say something, else some, which is said."""
    assert texts(find("how are decisions reach us")) == ["Decisions reach us late"]
    some = find("who shares risks and budgets", by=By.WORD)
    assert some.remarks == (SOME_WORDS,)
    assert "We take risks together" in texts(some)


@pytest.mark.parametrize(
    ("filters", "kinds"),
    [
        (Filters(kind=TextKind.TURN), {"turn"}),
        (Filters(element="communications"), {"note", "descriptor", "remark"}),
        (Filters(element="Entrepreneurial culture"), set()),
        (Filters(team="north"), {"note", "descriptor", "remark"}),
        (Filters(team="West"), set()),
        (Filters(review="March 2026"), {"note", "remark"}),
        (Filters(language="en"), {"note", "descriptor"}),
        (Filters(language="bn"), set()),
        (Filters(session="session-2026-03-18"), {"turn"}),
        (Filters(reading="none"), set()),
        (Filters(element="nowhere"), set()),
    ],
)
def test_filters(find, filters, kinds):
    """Only what passes all of them."""
    assert {hit.kind.value for hit in find("news", filters=filters).hits} == kinds


def test_a_reading_is_a_filter(workspace, programme):
    """Only its notes, each with what the reading is called."""
    rows = "\n".join(f'"{text}",Trust' for text in (*RISK, *JOINT, *POWER))
    workspace.files.add(programme, [("notes.csv", f"text,element\n{rows}\n".encode())])
    found = workspace.findings(programme)
    reading = found.element("trust").readings[0]
    word = content_words(reading.units[0].text, "en")[0]
    hits = workspace.search.find(found, word, Filters(reading=reading.id)).hits
    assert {hit.id for hit in hits} <= {unit.id for unit in reading.units}
    assert {(hit.place.reading, hit.place.label) for hit in hits} == {(reading.id, reading.label)}


@pytest.mark.parametrize("change", ["rename", "join"])
def test_a_team_that_is_called_otherwise_is_still_found(find, workspace, found, change):
    """By members whose place names it as it was called then; nothing of another team comes with it."""
    slug, member = found.at.slug, Sight(frozenset({"South"}), turns=False, readings=False)
    before = [hit.id for hit in find("news", sight=member).hits]
    if change == "join":
        workspace.files.add(slug, [("more.csv", "text,team\nnews from there,দক্ষিণ\n".encode())])
        workspace.names.join(slug, NameKind.TEAM, "South", "দক্ষিণ")
    else:
        workspace.names.rename(slug, NameKind.TEAM, "South", "দক্ষিণ")
    hits = workspace.search.find(workspace.findings(slug), "news", sight=member).hits
    assert before
    assert {hit.place.team for hit in hits} == {"দক্ষিণ"}
    assert set(before) <= {hit.id for hit in hits}
    assert len(hits) == len(before) + (change == "join")


def test_who_may_see_less_finds_less(find, workspace, found):
    """A member finds what the own team wrote, a turn is nobody's but the facilitators', and neither opens by its id."""
    member = Sight(frozenset({"South"}), turns=False, readings=False)
    own = find("news", sight=member, by=By.BOTH)
    assert {hit.place.team for hit in own.hits} == {"South"}
    assert find("আলোচনা", sight=member).total == find("budget", sight=Sight(turns=False)).total == 0
    assert find("news", sight=Sight(frozenset(), turns=False)).total == 0
    (turn,) = find("budget").hits
    note = next(hit for hit in find("news").hits if hit.kind is TextKind.NOTE)
    for hidden in (turn.id, note.id):
        with pytest.raises(NotFound):
            workspace.search.note(found, hidden, member)
    assert workspace.search.languages(found, member) == ("bn", "en")


def test_who_is_only_counted_is_not_found(workspace, found, find, programme):
    """Neither notes nor turns of people who said so, by themselves, on a roster, or through a facilitator."""
    notes = b"text,participant,consent\nopen words,Zara,\ncounted words,Yusuf,counted only\nwords of Hari,Hari Lama,\n"
    roster = b"name,consent\nHari Lama,not at all\n"
    workspace.files.add(programme, [("consent.csv", notes), ("consents.csv", roster)])
    now = workspace.findings(programme)
    assert texts(workspace.search.find(now, "words", by=By.WORD)) == ["open words"]
    (turn,) = find("budget").hits
    with workspace._database.writing() as db:
        at = Snapshot.to_change(db, programme)
        consents.say(db, at.id, turn.place.file_id, "Tom Bell", Consent.COUNTED)
        consents.say(db, at.id, None, "zara", Consent.NOT_AT_ALL)
    now = workspace.findings(programme)
    assert workspace.search.find(now, "budget").total == workspace.search.find(now, "words").total == 0
    assert workspace.search.find(now, "let us begin", by=By.WORD).total == 1
    with pytest.raises(NotFound):
        workspace.search.note(now, turn.id)


def test_who_is_quoted_without_a_team_has_none(workspace, programme):
    """Whether the note itself says so or the roster; nor is a note found by the team that it does not show."""
    notes = """text,team,participant,consent
open words,North,Zara,
words of somebody,North,Yusuf,quote without name and team
words of Hari,South,Hari Lama,
words without a name,South,Mina,quote without name
"""
    roster = b"name,consent\nHari Lama,quote without name and team\n"
    workspace.files.add(programme, [("consent.csv", notes.encode()), ("consents.csv", roster)])
    now = workspace.findings(programme)

    def teams(**filters):
        hits = workspace.search.find(now, "words", Filters(**filters), By.WORD).hits
        return {hit.text: (hit.place.team, bool(hit.place.file)) for hit in hits}

    everything = {
        "open words": ("North", True),
        "words of somebody": ("", False),
        "words of Hari": ("", False),
        "words without a name": ("South", False),
    }
    assert teams() == everything
    assert set(teams(team="North")) == {"open words"}
    assert set(teams(team="South")) == {"words without a name"}


def test_meaning_is_found_once_it_is_read(find, found):
    """Before notes have vectors they are found by words only, which is counted; then each text is there once."""
    before = find("risks together", by=By.BOTH)
    assert before.by_meaning == 0
    assert before.by_word_only == 14
    found.readings()
    after = find("risks together", by=By.BOTH)
    assert after.by_word_only == 14 - 5
    best = after.hits[0]
    assert (best.text, best.found_by) == ("We take risks together", (By.WORD, By.MEANING))
    assert best.likeness >= after.least_likeness
    assert len({hit.id for hit in after.hits}) == after.total
    assert texts(find("risks together", by=By.MEANING)) == ["We take risks together"]
    assert find("quantum", by=By.BOTH).total == 0


def test_pages_have_every_text_once(workspace, programme):
    """From one page to the next, until there is none."""
    rows = "\n".join(f"note number {each} of many" for each in range(2 * PAGE + 3))
    workspace.files.add(programme, [("many.csv", f"text\n{rows}\n".encode())])
    found, seen, start = workspace.findings(programme), [], "0"
    while start:
        results = workspace.search.find(found, "many", by=By.WORD, start=int(start))
        seen += [hit.id for hit in results.hits]
        start = results.next
    assert len(seen) == len(set(seen)) == results.total == 2 * PAGE + 3
    assert workspace.search.find(found, "many", by=By.WORD, start=10_000).hits == ()


def test_the_index_follows_the_files(workspace, found, find):
    """What is removed is not found any more, what is added is, and names are those of now."""
    file = next(each for each in found.at.files if each.filename == "notes-2026-03.csv")
    workspace.files.remove(found.at.slug, file.id)
    workspace.files.add(found.at.slug, [("more.csv", b"text,element\nnews from the hills,Communications\n")])
    now = workspace.findings(found.at.slug)
    hits = workspace.search.find(now, "news", Filters(kind=TextKind.NOTE), By.WORD).hits
    assert [hit.text for hit in hits] == ["news from the hills"]
    workspace.names.rename(found.at.slug, NameKind.ELEMENT, "Communications", "Talking")
    renamed = workspace.findings(found.at.slug)
    assert (
        workspace.search.find(renamed, "hills", Filters(element="talking"), By.WORD).hits[0].place.element == "Talking"
    )


def test_another_programme_is_not_searched(workspace, found):
    """Neither its texts nor their ids are known here."""
    other = workspace.programmes.create("Other").slug
    workspace.files.add(other, [("n.csv", b"text\nnews of others\n")])
    theirs = workspace.search.find(workspace.findings(other), "news", by=By.WORD).hits
    assert [hit.text for hit in theirs] == ["news of others"]
    with pytest.raises(NotFound):
        workspace.search.note(found, theirs[0].id)


@pytest.mark.parametrize("typed", ODD)
def test_whatever_is_typed_has_an_answer(find, typed):
    """Signs of query languages, halves of signs, nothing but joiners, ten thousand letters: an answer, no error."""
    results = find(typed, by=By.BOTH)
    assert results.total >= len(results.hits)


def test_nothing_to_look_for_is_said(find):
    """No word, no texts, and why."""
    assert find("🙂").remarks == (NOTHING,)


def test_a_text_stands_among_its_neighbours(workspace, found, find):
    """A note with the rows around it and its readings; a turn with what was said before and after."""
    found.readings()
    note = find("Decisions").hits[0]
    in_place = workspace.search.note(found, note.id, typed="decisions")
    assert in_place.hit.text == "Decisions reach us late"
    assert [in_place.hit.text[each.start : each.end] for each in in_place.hit.marks] == ["Decisions"]
    assert [hit.place.line for hit in in_place.before] == [2, 3, 4]
    assert [hit.text for hit in in_place.after] == ["We take risks together"]
    assert in_place.hit.place.reading in {"", *in_place.readings}
    turn = workspace.search.note(found, find("budget").hits[0].id)
    assert [hit.place.speaker for hit in (*turn.before, turn.hit, *turn.after)] == ["Asha Rai", "Tom Bell", "Asha Rai"]


@pytest.mark.parametrize("note", ["", "none", "1-0", "1-99", "99-1", "-", "1-1-1", "９-１", "9" * 30, "🙂"])
def test_a_text_that_is_not_there(workspace, found, note):
    """Says so."""
    with pytest.raises(NotFound):
        workspace.search.note(found, note)


def test_ratings_without_remarks_are_not_found(workspace, programme):
    """There is nothing to find in an empty programme, nor where no rating has a word beside it."""
    assert workspace.search.find(workspace.findings(programme), "news").total == 0
    workspace.files.add(programme, [("ratings.csv", RATINGS)])
    assert workspace.search.find(workspace.findings(programme), "emerging").total == 0
