"""A language model proposes for a programme: asked as a job, checked, kept, taken as an edit, refused, deleted."""

import pytest

from nlp.errors import InputError
from nlp.readings.edits.types import text_key
from service.annotations.reading_edits import Editor
from service.assistant.asked import Asked, Task
from service.assistant.assistant import shown_proposals
from service.assistant.checking.refusals import Why
from service.assistant.types import ProposalKind
from service.errors import NotFound, Refused
from service.journal.words import in_words
from service.privacy.types import Doomed
from service.settings import Settings
from service.store.jobs.jobs import State
from tests.nlp.readings.test_interpret import RISK
from tests.openai_server import serving
from tests.service.assistant.chat_server import ChatServer, ids
from tests.service.giving_back.conftest import notes, table

ASKED = Asked(Task.READINGS, "en")
RINA = Editor("Rina", "en")


def knows(data):
    """Name a reading by the words of its first note, and say what belongs in it in those of its second."""
    first, second = (each["text"] for each in data["notes"][:2])
    return {"name": first[:60], "sentence": second, "notes": ids(data)[:2]}


@pytest.fixture
def model():
    """Knows what to say."""
    return ChatServer(knows)


@pytest.fixture
def on(settings, address):
    """The settings of an installation with it."""
    return settings.model_copy(update={"assistant_url": address, "assistant_model": "toy"})


@pytest.fixture
def work(on, open_workspace):
    """A workspace with a programme with readings."""
    return with_readings(open_workspace(on))


def with_readings(workspace):
    """Three readings of one element, one of them in Bangla."""
    workspace.programmes.create("P", ["A", "B", "C"])
    workspace.files.add("p", [("march.csv", table(*notes()))])
    workspace.jobs.do_all()
    return workspace


def proposed(work, asked=ASKED):
    """Ask, and return what is proposed."""
    work.assistant.ask("p", asked)
    work.jobs.do_all()
    return shown_proposals(work.findings("p"))


def test_readings_get_names_and_sentences_as_proposals(url, tmp_path, address, open_workspace, model):
    """Nothing of the readings changes by them; each tells what made it and what it rests on. On both databases."""
    given = Settings(data_dir=tmp_path, database_url=url, assistant_url=address, assistant_model="toy")
    work = with_readings(open_workspace(given))
    before = [each.label for each in work.findings("p").readings().readings]
    shown = proposed(work)
    assert {each.proposal.content.kind for each in shown} == {ProposalKind.NAME, ProposalKind.SENTENCE}
    assert len(shown) == 2 * (len(before) - 1)
    assert [each.label for each in work.findings("p").readings().readings] == before
    for each in shown:
        content = each.proposal.content
        assert (content.made_with.prompt, content.made_with.seed, content.language) == ("reading-1", 7, "en")
        assert content.made_with.model.startswith("toy at 127.0.0.1:")
        assert each.reading
        assert each.proposal.accepted is None
        assert len(each.quotes) == (2 if content.kind is ProposalKind.SENTENCE else 0)
    run = work.findings("p").at.assistant.run
    assert (run.ended, run.proposed, run.tokens) == ("done", len(shown), 400)
    assert set(run.refused) == {Why.SCRIPT}
    asked = len(model.asked)
    assert len(proposed(work)) == len(shown)
    assert len(model.asked) == asked + 2


def test_a_name_that_is_taken_is_an_edit_with_what_made_it(work):
    """In the history, in the file of changes; it can be taken back like any other."""
    shown = proposed(work)
    name = next(each for each in shown if each.proposal.content.kind is ProposalKind.NAME)
    work.assistant.accept("p", name.proposal.number, RINA)
    reading = next(each for each in work.findings("p").readings().readings if each.id == name.reading.id)
    assert reading.given == name.proposal.content.text
    (edit,) = work.findings("p").at.edits
    assert (edit.by, edit.made_with) == ("Rina", str(name.proposal.content.made_with))
    said = [in_words(each.entry).text for each in work.journal.page("p").done]
    assert any(f"Proposed by {edit.made_with}." in each and "Rina called" in each for each in said)
    work.edits.undo("p", edit.id)
    assert not work.findings("p").readings().readings[0].given
    with pytest.raises(NotFound, match="there is no proposal"):
        work.assistant.accept("p", name.proposal.number, RINA)


def test_a_second_language_joins_the_name_that_is_there(work, model):
    """Readers of that language see it, the others what they saw."""
    (first, *_) = (each for each in proposed(work) if each.proposal.content.kind is ProposalKind.NAME)
    work.assistant.accept("p", first.proposal.number, RINA)
    model.says = lambda data: {**knows(data), "name": f"ঝুঁকি {data['notes'][0]['text'][:50]}"}
    shown = [each for each in proposed(work, Asked(Task.READINGS, "bn")) if each.proposal.content.language == "bn"]
    same = [
        each
        for each in shown
        if each.reading.id == first.reading.id and each.proposal.content.kind is ProposalKind.NAME
    ]
    work.assistant.accept("p", same[0].proposal.number, RINA)
    reading = next(each for each in work.findings("p").readings().readings if each.id == first.reading.id)
    assert reading.given == first.proposal.content.text
    assert reading.given_in == {"bn": same[0].proposal.content.text}


def test_a_sentence_is_taken_and_refused(work):
    """Both are written down; what is refused is gone."""
    first, second, *_ = [each for each in proposed(work) if each.proposal.content.kind is ProposalKind.SENTENCE]
    work.assistant.accept("p", first.proposal.number, RINA)
    work.assistant.reject("p", second.proposal.number, RINA)
    left = {each.proposal.number: each.proposal for each in shown_proposals(work.findings("p"))}
    assert left[first.proposal.number].accepted_by == "Rina"
    assert second.proposal.number not in left
    said = [in_words(each.entry).text for each in work.journal.page("p").done][:2]
    assert "Rina refused a proposal of the assistant on" in said[0]
    assert "Rina took a proposal of the assistant on" in said[1]
    with pytest.raises(NotFound):
        work.assistant.reject("p", second.proposal.number, RINA)


def test_what_was_made_of_a_note_that_is_deleted_goes_with_it(work):
    """For good; also what was taken."""
    shown = proposed(work)
    key = text_key(RISK[0])
    made = [each for each in shown if key in each.proposal.content.sent]
    assert made
    work.deletion.delete("p", Doomed.NOTE, RISK[0], " ".join(RISK[0].split()[:3]))
    left = {each.number for each in work.findings("p").at.proposals}
    assert not left & {each.proposal.number for each in made}


def test_another_machine_gets_nothing_before_somebody_has_confirmed_it(on, open_workspace):
    """Programme by programme; with who and when; and it can be taken back."""
    there = on.model_copy(update={"assistant_url": "https://models.example.org/v1"})
    work = open_workspace(there)
    work.programmes.create("P", ["A"])
    work.programmes.create("Q", ["A"])
    with pytest.raises(Refused, match=r"models\.example\.org is another machine, and would read the notes"):
        work.assistant.ask("p", ASKED)
    work.assistant.allow("p", "models.example.org", "Notes of P will go to models.example.org", "Rina")
    with pytest.raises(InputError, match="the assistant is at"):
        work.assistant.allow("q", "other.example.org", "Notes of Q will go to other.example.org")
    allowed = work.findings("p").at.assistant.allowed
    assert (allowed.host, allowed.who, allowed.said) == (
        "models.example.org",
        "Rina",
        "Notes of P will go to models.example.org",
    )
    assert work.assistant.may_be_sent(work.findings("p").at)
    assert not work.assistant.may_be_sent(work.findings("q").at)
    other = open_workspace(there.model_copy(update={"assistant_url": "https://other.example.org/v1"}))
    assert not other.assistant.may_be_sent(other.findings("p").at)
    work.assistant.forbid("p")
    with pytest.raises(Refused):
        work.assistant.ask("p", ASKED)


def test_without_the_settings_there_is_nothing(workspace):
    """Nothing can be asked for."""
    workspace.programmes.create("P", ["A"])
    assert not workspace.assistant.is_on
    with pytest.raises(NotFound):
        workspace.assistant.ask("p", ASKED)


def test_a_dead_server_is_one_line_of_the_job_and_analyses_go_on(on, open_workspace, monkeypatch):
    """What was found stays; the job says what is wrong and can be tried again."""
    monkeypatch.setattr("nlp.asked_server.TRIES", 1)
    work = open_workspace(on.model_copy(update={"assistant_url": "http://127.0.0.1:9/v1"}))
    work.programmes.create("P", ["A", "B", "C"])
    work.files.add("p", [("march.csv", table(*notes()))])
    work.assistant.ask("p", ASKED)
    work.jobs.do_all()
    (job,) = (each for each in work.jobs.every("p") if each.kind == "assistant")
    assert job.state is State.FAILED
    assert "the assistant toy at 127.0.0.1:9 does not answer" in job.error.text
    assert all(each.state is State.DONE for each in work.jobs.every("p") if each.kind != "assistant")
    assert work.findings("p").readings().readings


def test_an_analysis_never_waits_for_more_than_one_answer(work, model):
    """A run makes way for whatever waits, and goes on where it was."""
    order = []

    def says(data):
        order.append("answer")
        if len(order) == 1:
            work.files.add("p", [("april.csv", table(*notes()))])
        else:
            waiting = [each.kind for each in work.jobs.every("p") if each.is_open and each.kind != "assistant"]
            assert not waiting
        return knows(data)

    model.says = says
    work.assistant.ask("p", ASKED)
    work.jobs.do_all()
    assert work.findings("p").at.assistant.run.ended == "done"
    assert len(order) >= 2


def test_a_run_ends_with_its_tokens(on, open_workspace, model):
    """What was proposed until then is there; the next run goes on with the rest."""
    work = open_workspace(on.model_copy(update={"assistant_tokens": 150}))
    work.programmes.create("P", ["A", "B", "C"])
    work.files.add("p", [("march.csv", table(*notes()))])
    shown = proposed(work)
    run = work.findings("p").at.assistant.run
    assert (run.ended, run.tokens, len(run.done)) == ("tokens", 200, 2)
    assert len(proposed(work)) == len(shown)
    assert (len(model.asked), work.findings("p").at.assistant.run.ended) == (4, "done")


def test_a_run_that_is_stopped_proposes_nothing_more(work, model):
    """What it had asked until then is not kept, for nobody wants it."""

    def says(data):
        (job,) = (each for each in work.jobs.every("p") if each.kind == "assistant")
        work.jobs.cancel("p", job.id)
        return knows(data)

    model.says = says
    assert proposed(work) == ()
    assert len(model.asked) == 1


def test_nobodys_name_and_no_group_is_sent(work, model):
    """Names in notes are hidden, teams and attributes are not sent, who did not agree is not read."""
    people = b"name,team,gender,consent\nBinita Rai,A,woman,\nRam Thapa,B,man,no\n"
    said = [(f"Binita opens the books of year {n}", "Trust", "A", "Binita Rai") for n in "abc"]
    said += [(f"Ram hides the books of year {n}", "Trust", "B", "Ram Thapa") for n in "abc"]
    work.files.add("p", [("people.csv", people), ("trust.csv", table(*said))])
    alone = work.findings("p").element("trust").alone
    assert len(alone) == 3
    work.edits.split("p", "trust", [each.id for each in alone])
    proposed(work)
    sent = "\n".join(each["content"] for body in model.asked for each in body["messages"])
    for secret in ("Binita", "Ram hides", "woman", "Thapa"):
        assert secret not in sent
    assert "opens the books" in sent


def test_a_change_of_the_notes_while_it_is_asked_is_not_overtaken(work, model):
    """What was asked of notes as they were is not kept beside notes as they are."""
    said = []

    def says(data):
        said.append(1)
        if len(said) == 1:
            work.deletion.delete("p", Doomed.NOTE, RISK[0], " ".join(RISK[0].split()[:3]))
        return knows(data)

    model.says = says
    proposed(work)
    for each in work.findings("p").at.proposals:
        assert text_key(RISK[0]) not in each.content.sent


@pytest.fixture
def address(model):
    """Where the model is."""
    with serving(model) as address:
        yield address
