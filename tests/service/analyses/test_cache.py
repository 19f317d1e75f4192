"""Results are made once, and nothing of a removed file comes back."""

from nlp.readings.edits.align import notes_of
from service.analyses.cache import REMEMBERED, _Memory
from service.names.types import NameKind
from service.serialisation import dumps
from service.settings import Settings
from service.store import findings
from tests.embedders import BagOfWords
from tests.service.files import NOTES
from tests.service.rows import rows


class CountingEmbedder(BagOfWords):
    """Remembers every text that it was asked to encode."""

    def __init__(self):
        self.asked: list[str] = []

    def encode(self, texts):
        """Count, then encode."""
        self.asked += texts
        return super().encode(texts)


def test_unchanged_input_answers_from_the_store(url, tmp_path, open_workspace):
    """Every text is encoded once, also for a second process; the same question again encodes nothing."""
    settings = Settings(data_dir=tmp_path, database_url=url)
    first, second = CountingEmbedder(), CountingEmbedder()
    workspace = open_workspace(settings, load_embedder=lambda _: first)
    slug = workspace.programmes.create("P").slug
    workspace.files.add(slug, [("notes.csv", NOTES)])
    answer = workspace.findings(slug).readings()
    first.asked.clear()
    assert workspace.findings(slug).readings() == answer
    assert first.asked == []
    other = open_workspace(settings, load_embedder=lambda _: second)
    assert other.findings(slug).readings() == answer
    assert not set(second.asked) & {unit.text for element in answer.elements for unit in notes_of(element)}
    other.files.add(slug, [("more.csv", b"text,element\nA new note here,Communications\n")])
    changed = other.findings(slug).readings()
    assert changed != answer
    assert "A new note here" in second.asked
    assert "Decisions reach us late" not in second.asked
    assert rows(workspace, "findings") == {"findings": 1}


def test_another_model_of_the_same_name_answers_anew(url, tmp_path, open_workspace):
    """Findings and vectors belong to what the model makes, not to its name."""

    class Flipped(BagOfWords):
        def encode(self, texts):
            return -super().encode(texts)

    settings = Settings(data_dir=tmp_path, database_url=url)
    workspace = open_workspace(settings)
    slug = workspace.programmes.create("P").slug
    workspace.files.add(slug, [("notes.csv", NOTES)])
    workspace.findings(slug).readings()
    open_workspace(settings, load_embedder=lambda _: Flipped()).findings(slug).readings()
    assert rows(workspace, "findings", "vectors") == {"findings": 1, "vectors": 10}


def test_nothing_of_a_removed_file_comes_back(url, tmp_path, open_workspace):
    """A file that is removed while its notes are being analysed leaves neither vectors nor a finding."""
    settings = Settings(data_dir=tmp_path, database_url=url)

    class RemovesMeanwhile(BagOfWords):
        def encode(self, texts):
            if "Decisions reach us late" in texts and workspace.files.every(slug):
                workspace.files.remove(slug, workspace.files.every(slug)[0].id)
            return super().encode(texts)

    workspace = open_workspace(settings, load_embedder=lambda _: RemovesMeanwhile())
    slug = workspace.programmes.create("P").slug
    workspace.files.add(slug, [("notes.csv", NOTES)])
    assert workspace.findings(slug).readings().elements
    assert rows(workspace, "findings", "vectors") == {"findings": 0, "vectors": 0}


def test_what_was_stored_before_a_file_went_is_made_and_stored_again(workspace, programme):
    """An answer from before two changes that cancel each other is not given out of the memory: it is stored nowhere."""
    workspace.files.add(programme, [("notes.csv", NOTES)])
    workspace.findings(programme).readings()
    (more,) = workspace.files.add(programme, [("more.csv", b"text,element\nA new note here,Communications\n")])
    workspace.files.remove(programme, more.id)
    workspace.findings(programme).readings()
    assert rows(workspace, "findings") == {"findings": 1}


def held(memory):
    """Every word of the results that are remembered."""
    return "".join(dumps(result) for (result, _), _ in memory._results._kept.values())


def test_nothing_of_a_removed_file_stays_in_memory(workspace, programme):
    """Once anything else is asked of the programme, also where an earlier request is still under way."""
    (file,) = workspace.files.add(programme, [("notes.csv", NOTES)])
    earlier = workspace.findings(programme)
    memory = workspace.findings(programme).results._memory
    earlier.readings()
    assert "Decisions reach us late" in held(memory)
    workspace.files.remove(programme, file.id)
    workspace.findings(programme).readings()
    earlier.readings()
    assert "Decisions reach us late" not in held(memory)


def test_the_memory_counts_a_result_once_however_often_it_comes(sample):
    """Requests that ask the same at the same moment each bring the result."""
    memory = _Memory()
    question = sample.results.question(sample.at, "readings", {}, "", embedded=False)
    for _ in range(3):
        memory.add(sample.at, question.key, None, "result", REMEMBERED // 2)
    memory.add(sample.at, question.key, "part", "another", REMEMBERED // 2)
    assert memory.get(sample.at, question.key, None) == ("result", True)
    assert memory.get(sample.at, question.key, "part") == ("another", True)


def test_a_change_that_findings_are_not_made_of_lets_them_stay_in_memory(workspace, programme, monkeypatch):
    """Describing a programme or agreeing on an action reads nothing again; naming an element does."""
    workspace.files.add(programme, [("notes.csv", NOTES)])
    workspace.findings(programme).readings()
    read, before = [], findings.find
    monkeypatch.setattr(findings, "find", lambda *args, **named: read.append(args) or before(*args, **named))
    first = workspace.findings(programme).readings()
    workspace.programmes.change(programme, description="Described")
    assert workspace.findings(programme).readings() == first
    assert read == []
    workspace.names.rename(programme, NameKind.ELEMENT, "Communications", "Talking")
    assert "Talking" in {each.element for each in workspace.findings(programme).readings().elements}
    assert read != []


def test_what_is_not_stored_any_more_is_made_again(workspace, programme):
    """What was remembered counts only as long as the store has it, once the programme has changed."""
    workspace.files.add(programme, [("notes.csv", NOTES)])
    workspace.findings(programme).readings()
    with workspace._database.writing() as db:
        findings.remove(db, workspace.findings(programme).at.id)
    workspace.programmes.change(programme, description="Described")
    workspace.findings(programme).readings()
    assert rows(workspace, "findings") == {"findings": 1}
