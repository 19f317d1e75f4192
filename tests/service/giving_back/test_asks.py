"""Pages “Did we hear you right?”: what is fixed, what is told and when, and what goes again, on both databases."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given as with_given
from hypothesis import strategies as st
from sqlalchemy import text

from nlp.consent import Consent
from nlp.errors import InputError
from service.annotations.rate import Rate
from service.annotations.tokens import new_token
from service.errors import Closed, NotFound, Refused, TooOften
from service.giving_back.hear import LONGEST_QUOTE, shortened
from service.giving_back.types import Answers, Given, Line, Verdict
from service.journal.words import in_words
from service.privacy.consents import Said
from service.privacy.types import Doomed
from service.settings import Settings
from tests.nlp.readings.test_interpret import JOINT, POWER, RISK
from tests.service.giving_back.conftest import ELEMENT, QUIET, notes, table

YES, PARTLY, NO = (Given(verdict) for verdict in Verdict)


def opened(workspace, slug, team=""):
    (made,) = workspace.asks.open(slug, (), (team,))
    return made.code


def content(workspace, slug, code):
    (element,) = workspace.asks.content(workspace.findings(slug), code)
    return element


def about(workspace, slug, code, note):
    """The id, in the ask, of the reading that has a note."""
    found = workspace.findings(slug).element(ELEMENT)
    own = next(each for each in found.readings if note in {unit.text for unit in each.units})
    results = workspace.asks.results(workspace.findings(slug), code)
    return next(each.id for each in results if each.reading == own.id)


def answers(workspace, slug, code, reading):
    results = workspace.asks.results(workspace.findings(slug), code)
    return next(each.answers for each in results if each.id == reading)


def say(workspace, code, *given, token=None):
    """Every one of some answers comes from somebody else."""
    tokens = []
    for each in given:
        tokens.append(token or new_token())
        workspace.asks.answer(code, tokens[-1], each)
    return tokens


def everything(workspace, slug, code):
    """All that is shown, as one text."""
    return repr(content(workspace, slug, code).readings)


def test_what_is_shown_is_fixed_when_it_is_opened(workspace, slug):
    """Notes that come, and names that are given, alter nothing; what is opened after them is another one."""
    code = opened(workspace, slug)
    before = content(workspace, slug, code)
    assert len(before.readings) == 3
    reading = workspace.findings(slug).element(ELEMENT).readings[0]
    workspace.edits.rename(slug, ELEMENT, reading.id, "সাহস")
    workspace.files.add(slug, [("april.csv", table(("dare to take a risk again", "Culture", "A", "x")))])
    assert content(workspace, slug, code) == before
    assert "সাহস" in everything(workspace, slug, opened(workspace, slug))


def test_what_few_people_say_is_not_given_back(workspace, slug):
    """Three notes of one person are not three people; how many such readings there are is told."""
    rows = [(f"{each} lantern lantern", "Culture", "A", "One") for each in ("a", "b", "c")]
    workspace.files.add(slug, [("one.csv", table(*rows))])
    found = workspace.findings(slug).element(ELEMENT)
    heard = content(workspace, slug, opened(workspace, slug))
    assert "lantern" not in repr(heard.readings)
    assert heard.left_out == len(found.readings) - len(heard.readings) == 1


def test_nothing_is_opened_where_nothing_may_be_told(workspace):
    """Two people are too few; said in one line."""
    made = workspace.programmes.create("Small").slug
    workspace.files.add(made, [("a.csv", table(*[(each, "Culture", "A", "One") for each in RISK]))])
    with pytest.raises(InputError, match="fewer than 3 people said any of this"):
        workspace.asks.open(made)


def test_a_team_sees_its_own_words_and_counts_beside_those_of_others(workspace, slug):
    """Its quotes first; what a team of two people wrote has no team beside it, and no counts."""
    heard = content(workspace, slug, opened(workspace, slug, "A"))
    risk = next(each for each in heard.readings if RISK[1] in {quote.text for quote in each.quotes})
    assert [quote.team for quote in risk.quotes] == ["A", "A", "B", "B"]
    assert (risk.own.count, risk.own.of, risk.others.count, risk.others.of) == (2, 6, 2, 6)
    assert "C" not in {team for each in heard.readings for team in (*each.holders, *(q.team for q in each.quotes))}
    small = content(workspace, slug, opened(workspace, slug, "C"))
    assert {each.own for each in small.readings} == {None}


def test_no_name_and_no_number_of_a_person_is_in_it(workspace, slug):
    """Neither who wrote something nor whom a note names, in any script; contact data as little."""
    rows = [
        ("dare to take a risk says Zubaydah or call 01712345678", "Culture", "A", "n1"),
        ("জুবায়দা বললেন বিদ্যুৎ নেই ফোন বন্ধ", "Culture", "A", "জুবায়দা"),
    ]
    roster = f"name,aliases\n{QUIET},জুবায়দা\n".encode()
    workspace.files.add(slug, [("names.csv", table(*rows)), ("roster.csv", roster)])
    shown = everything(workspace, slug, opened(workspace, slug, "A"))
    assert not {word for word in (QUIET, "জুবায়দা", "01712345678", "Person 1") if word in shown}


def quoted(workspace, slug, code):
    return {quote.text: quote.team for each in content(workspace, slug, code).readings for quote in each.quotes}


def writer_of(said):
    return next(person for text_, _, _, person in notes() if text_ == said)


def test_who_takes_consent_back_is_quoted_no_more(workspace, slug):
    """Also in what was opened before, be it the name of a reading; given again, it is there again.

    Nothing comes in the place of the words.
    """
    code = opened(workspace, slug)
    before = content(workspace, slug, code)
    names = {name.text for each in before.readings for name in each.names}
    for words in (next(iter(quoted(workspace, slug, code))), next(iter(names & {each[0] for each in notes()}))):
        workspace.consents.say(slug, [Said(Consent.COUNTED, person=writer_of(words))])
        assert words not in everything(workspace, slug, code)
        assert words not in everything(workspace, slug, opened(workspace, slug))
        assert set(quoted(workspace, slug, code)) <= {each.text for own in before.readings for each in own.quotes}
        workspace.consents.say(slug, [Said(Consent.WITH_NAME, person=writer_of(words))])
        assert content(workspace, slug, code) == before


def test_who_wants_no_team_beside_their_words_has_none(workspace, slug):
    """After it was opened, too."""
    code = opened(workspace, slug)
    words = next(each for each, team in quoted(workspace, slug, code).items() if team)
    workspace.consents.say(slug, [Said(Consent.NOT_ATTRIBUTED, person=writer_of(words))])
    assert quoted(workspace, slug, code)[words] == ""


def test_under_the_chatham_house_rule_nobody_is_quoted(workspace, slug):
    """Nor any team told, whenever the rule was said."""
    before = opened(workspace, slug, "A")
    workspace.consents.say(slug, [Said(Consent.NOT_ATTRIBUTED)])
    for code in (before, opened(workspace, slug, "A")):
        for each in content(workspace, slug, code).readings:
            assert (each.quotes, each.holders, each.own, each.others) == ((), (), None, None)


def test_a_note_that_is_deleted_for_good_is_in_nothing_that_was_given_back(workspace, slug):
    """Nor its key; answers stay."""
    code = opened(workspace, slug)
    note = next(unit for unit in workspace.findings(slug).notes() if unit.text == POWER[0])
    reading = about(workspace, slug, code, POWER[1])
    workspace.deletion.delete(slug, Doomed.NOTE, note.id, " ".join(POWER[0].split()[:3]))
    assert POWER[0] not in everything(workspace, slug, code)
    with workspace._database.reading() as db:
        stored = str(db.execute(text("SELECT content FROM asks")).scalar())
    assert POWER[0] not in stored
    say(workspace, code, *[{reading: YES}] * 3)
    assert answers(workspace, slug, code, reading).people == 3


def test_answers_are_told_from_three_people_on(workspace, slug):
    """Two are nothing at all, not even a number; a line is told with what was answered beside it."""
    code = opened(workspace, slug)
    one, two, _ = (each.id for each in content(workspace, slug, code).readings)
    say(workspace, code, {one: YES, two: NO}, {one: Given(Verdict.PARTLY, "हो, तर बजेट छुट्यो")})
    assert {each.answers for each in workspace.asks.results(workspace.findings(slug), code)} == {Answers()}
    say(workspace, code, {one: NO})
    assert answers(workspace, slug, code, one) == Answers(3, 1, 1, 1, (Line("हो, तर बजेट छुट्यो", Verdict.PARTLY),))
    assert answers(workspace, slug, code, two) == Answers()


def test_what_is_new_since_somebody_looked_comes_from_three_people(workspace, slug):
    """The fourth and the fifth are not seen, nor a change of one of the first; the sixth shows all."""
    code = opened(workspace, slug)
    one = content(workspace, slug, code).readings[0].id
    first, *_ = say(workspace, code, *[{one: YES}] * 3)
    before = answers(workspace, slug, code, one)
    assert before == Answers(3, 3)
    say(workspace, code, {one: NO})
    workspace.asks.answer(code, first, {one: NO})
    assert answers(workspace, slug, code, one) == before
    say(workspace, code, {one: PARTLY})
    assert answers(workspace, slug, code, one) == Answers(5, 2, 1, 2)


def test_a_phone_answers_once_and_may_change_it(workspace, slug):
    """What it said last counts, and it sees its own answers alone; nothing stored tells its token, time or order."""
    code = opened(workspace, slug)
    one = content(workspace, slug, code).readings[0].id
    (mine,) = say(workspace, code, {one: NO})
    say(workspace, code, {one: Given(Verdict.YES, "ঠিক আছে")}, token=mine)
    say(workspace, code, *[{one: YES}] * 2)
    assert answers(workspace, slug, code, one) == Answers(3, 3, 0, 0, (Line("ঠিক আছে", Verdict.YES),))
    found = workspace.findings(slug)
    assert workspace.asks.visit(found, code, mine).given == {one: Given(Verdict.YES, "ঠিক আছে")}
    assert workspace.asks.visit(found, code, new_token()).given == {}
    with workspace._database.reading() as db:
        rows = db.execute(text("SELECT * FROM ask_answers")).mappings().all()
        if db.dialect.name == "sqlite":
            assert [row["person"] for row in rows] == sorted(row["person"] for row in rows)
    assert set(rows[0]) == {"ask_id", "person", "reading", "verdict", "line", "shown_verdict", "shown_line"}
    assert mine not in {row["person"] for row in rows}


@pytest.mark.parametrize("name", [QUIET, "জুবায়দা", "जुबैदा"])
def test_lines_name_nobody_and_reach_nobody(workspace, slug, name):
    """As notes: people of the roster are hidden when they are shown, contact data is not even kept."""
    workspace.files.add(slug, [("roster.csv", f"name,aliases\n{QUIET},জুবায়দা;जुबैदा\n".encode())])
    code = opened(workspace, slug)
    one = content(workspace, slug, code).readings[0].id
    say(workspace, code, *[{one: Given(Verdict.NO, f"ask {name} or call 01712345678")}] * 3)
    assert {line.text for line in answers(workspace, slug, code, one).lines} == {"ask … or call …"}
    with workspace._database.reading() as db:
        assert "01712345678" not in str(db.execute(text("SELECT line FROM ask_answers")).scalars().all())


def test_sheets_of_paper_are_told_with_the_rest(workspace, slug):
    """They show nobody else's answers before their time; sent again they count once; also after it is closed."""
    code = opened(workspace, slug)
    one = content(workspace, slug, code).readings[0].id
    sheets = {new_token(): {one: YES}, new_token(): {one: NO}}
    assert workspace.asks.add_sheets(slug, code, sheets | {new_token(): {one: Given()}}) == 2
    say(workspace, code, {one: PARTLY})
    assert answers(workspace, slug, code, one) == Answers()
    workspace.asks.withdraw(slug, code)
    assert workspace.asks.add_sheets(slug, code, sheets | {new_token(): {one: NO}}) == 3
    assert answers(workspace, slug, code, one) == Answers(3, 1, 0, 2)
    with pytest.raises(NotFound):
        workspace.asks.add_sheets(slug, code, {new_token(): {"99": YES}})


def test_answers_find_their_reading_again(workspace, slug):
    """Renamed, with new notes, or laid out otherwise: by its notes; else they are about one that is not there."""
    code = opened(workspace, slug)
    risk, joint = about(workspace, slug, code, RISK[0]), about(workspace, slug, code, JOINT[0])
    say(workspace, code, *[{risk: YES, joint: NO}] * 3)
    reading = next(each for each in workspace.findings(slug).element(ELEMENT).readings if RISK[0] in str(each.units))
    workspace.edits.rename(slug, ELEMENT, reading.id, "Daring")
    workspace.files.add(slug, [("april.csv", table(("we dare a risk now", "Culture", "A", "x")))])
    told = workspace.asks.beside(workspace.findings(slug), ELEMENT)
    assert [each.answers for each in told[reading.id]] == [Answers(3, 3)]
    gone = next(each for each in workspace.findings(slug).element(ELEMENT).readings if JOINT[0] in str(each.units))
    workspace.edits.dismiss(slug, ELEMENT, gone.id)
    found = workspace.findings(slug)
    assert gone.id not in workspace.asks.beside(found, ELEMENT)
    lost = next(each for each in workspace.asks.results(found, code) if each.id == joint)
    assert (lost.reading, lost.answers) == (None, Answers(3, 0, 0, 3))


def test_answers_of_an_element_that_is_gone_are_told_as_such(workspace, slug):
    """No answer is lost with the notes."""
    code = opened(workspace, slug)
    one = content(workspace, slug, code).readings[0].id
    say(workspace, code, *[{one: YES}] * 3)
    for file in workspace.files.every(slug):
        workspace.files.remove(slug, file.id)
    (told,) = {
        each.answers for each in workspace.asks.results(workspace.findings(slug), code) if each.reading is None
    } - {Answers()}
    assert told == Answers(3, 3)


def test_it_is_open_until_its_last_day_or_until_it_is_withdrawn(url, tmp_path, open_workspace):
    """Fourteen days, unless somebody says another day; whoever has the link sees nothing of it afterwards."""
    now = [datetime(2026, 3, 1, 9, tzinfo=UTC)]
    workspace = open_workspace(Settings(data_dir=tmp_path, database_url=url), clock=lambda: now[0])
    slug = workspace.programmes.create("P", ["A", "B"]).slug
    workspace.files.add(slug, [("a.csv", table(*[(each, "Culture", "A", str(at)) for at, each in enumerate(RISK)]))])
    (made,) = workspace.asks.open(slug)
    assert (made.opened, made.until, made.is_open) == ("2026-03-01", "2026-03-15", True)
    now[0] += timedelta(days=15)
    assert not workspace.asks.get(slug, made.code).is_open
    visit = workspace.asks.visit(workspace.findings(slug), made.code)
    assert (visit.is_open, visit.elements) == (False, ())
    with pytest.raises(Closed):
        workspace.asks.answer(made.code, new_token(), {"1": YES})
    assert workspace.asks.change_until(slug, made.code, date(2026, 4, 1)).is_open
    assert not workspace.asks.withdraw(slug, made.code).is_open
    with pytest.raises(Closed):
        workspace.asks.change_until(slug, made.code, date(2026, 4, 1))
    for day in (date(2026, 3, 15), date(2027, 6, 1)):
        with pytest.raises(InputError, match="the last day"):
            workspace.asks.open(slug, until=day)


def test_what_is_no_answer_is_refused(workspace, slug, monkeypatch):
    """Another reading, a line that is too long, a token that is none of ours, one person too many, a wrong code."""
    code = opened(workspace, slug)
    one = content(workspace, slug, code).readings[0].id
    with pytest.raises(NotFound):
        workspace.asks.answer(code, new_token(), {"99": YES})
    with pytest.raises(InputError, match="longer than 280"):
        workspace.asks.answer(code, new_token(), {one: Given(None, "ক" * 281)})
    with pytest.raises(InputError, match="did not arrive whole"):
        workspace.asks.answer(code, "a b", {one: YES})
    with pytest.raises(NotFound):
        workspace.asks.answer("nowhere", new_token(), {one: YES})
    with pytest.raises(NotFound):
        workspace.asks.open(slug, (), ("Nobody",))
    monkeypatch.setattr("service.giving_back.asks.MOST_PEOPLE", 1)
    (mine,) = say(workspace, code, {one: YES})
    with pytest.raises(Refused):
        say(workspace, code, {one: YES})
    say(workspace, code, {one: NO}, token=mine)


def test_no_more_is_taken_in_a_minute_than_a_room_sends(workspace, slug):
    """By the link."""
    code = opened(workspace, slug)
    workspace.asks._rate = Rate(1, lambda: 0.0)
    say(workspace, code, {})
    with pytest.raises(TooOften):
        say(workspace, code, {})


def test_what_is_of_another_programme_is_not_there(workspace, slug):
    """Nor what was removed, with all its answers."""
    code = opened(workspace, slug)
    say(workspace, code, {content(workspace, slug, code).readings[0].id: YES})
    workspace.programmes.create("Other")
    for ask in (
        lambda: workspace.asks.get("other", code),
        lambda: workspace.asks.withdraw("other", code),
        lambda: workspace.asks.results(workspace.findings("other"), code),
        lambda: workspace.asks.remove("other", code),
    ):
        with pytest.raises(NotFound):
            ask()
    workspace.asks.remove(slug, code)
    with pytest.raises(NotFound):
        workspace.asks.programme_of(code)
    with workspace._database.reading() as db:
        assert db.execute(text("SELECT count(*) FROM ask_answers")).scalar() == 0


def test_the_journal_tells_what_the_facilitator_did_and_nothing_of_answers(workspace, slug):
    """No text, no team's name in a sentence, and nobody who answered."""
    code = opened(workspace, slug, "A")
    say(workspace, code, *[{content(workspace, slug, code).readings[0].id: Given(Verdict.NO, "secret line")}] * 3)
    workspace.asks.withdraw(slug, code)
    workspace.asks.remove(slug, code)
    entries = [done.entry for done in workspace.journal.page(slug).done]
    assert [str(in_words(each)) for each in entries[:3]] == [
        "Someone here removed a page “Did we hear you right?” with its answers.",
        "Someone here withdrew a page “Did we hear you right?”.",
        "Someone here asked participants whether they were heard right.",
    ]
    assert "secret" not in repr(entries)


def test_it_goes_with_its_programme_and_into_its_file_but_not_into_a_copy(workspace, slug, tmp_path):
    """An archive brings what was heard and answered, under another code; the next phase begins without."""
    code = opened(workspace, slug)
    one = content(workspace, slug, code).readings[0].id
    say(workspace, code, *[{one: YES}] * 3)
    with workspace.archives.written(slug) as file:
        brought = workspace.archives.read(file).slug
    (ask,) = workspace.asks.every(brought)
    assert ask.code != code
    assert answers(workspace, brought, ask.code, one) == Answers(3, 3)
    assert workspace.asks.every(workspace.copies.make(slug, "Next").slug) == ()
    workspace.deletion.delete(brought, Doomed.PROGRAMME, "", workspace.findings(brought).at.row.name)
    with pytest.raises(NotFound):
        workspace.asks.programme_of(ask.code)
    assert answers(workspace, slug, code, one) == Answers(3, 3)


@with_given(st.text(alphabet="ab কो👩‍👧\u200d ", max_size=400), st.integers(2, 300))
def test_a_text_is_cut_between_words(said, most):
    """It is never longer than it may be, and what is short stays as it is."""
    cut = shortened(said, most)
    assert len(cut) <= most
    assert cut == said or (cut.endswith("…") and said.startswith(cut[:-1]))
    assert LONGEST_QUOTE > 200
