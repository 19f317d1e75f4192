"""Which model reads the notes of a programme: chosen by people, who find what they sorted and named as they left it."""

import json

import numpy as np
import pytest

from nlp.errors import InputError
from service.journal.types import Action
from service.models.kept import ABOUT
from service.settings import Settings
from service.sortings.types import Start
from tests.embedders import BagOfWords
from tests.nlp.readings.test_interpret import JOINT, POWER, RISK

ELEMENT = "culture"


class Other(BagOfWords):
    """A model of another name, that sees texts otherwise."""

    name = "other"

    def encode(self, texts):
        """Return float32 (n, 64)."""
        return np.roll(super().encode(texts), 1, axis=-1)


def keep(folder, name="other"):
    """Have a model lie where fetched ones do."""
    place = folder / "models" / name
    place.mkdir(parents=True)
    about = {"name": name, "repository": f"org/{name}", "revision": "1", "licence": "MIT", "size": 1}
    (place / ABOUT).write_text(json.dumps(about))
    return place


@pytest.fixture
def work(url, tmp_path, open_workspace):
    """A workspace with two models; what they are asked for is theirs."""
    keep(tmp_path)
    settings = Settings(data_dir=tmp_path, database_url=url)
    return open_workspace(settings, load_embedder=lambda place: Other() if place else BagOfWords())


def programme(work, name="সংস্কৃতি"):
    """Return the slug of a programme with three readings of one element."""
    slug = work.programmes.create(name).slug
    rows = [f"{text},Culture,{team}" for texts, team in ((RISK, "A"), (JOINT, "B"), (POWER, "C")) for text in texts]
    work.files.add(slug, [("notes.csv", "\n".join(["text,element,team", *rows]).encode())])
    return slug


def label_of(work, slug, text):
    """Return the name of the reading that a text is in."""
    readings = work.findings(slug).element(ELEMENT).readings
    return next(each.label for each in readings if text in {unit.text for unit in each.units})


def test_another_model_keeps_what_people_named_and_sorted(work):
    """The name of a reading, and a wall with its piles; the findings say which model made them."""
    slug = programme(work)
    reading = next(each for each in work.findings(slug).element(ELEMENT).readings if RISK[0] in each.units[0].text)
    work.edits.rename(slug, ELEMENT, reading.id, "ঝুঁকি নেওয়া")
    work.sortings.begin(slug, ELEMENT, Start.READINGS)
    before = work.findings(slug).wall(ELEMENT)
    assert work.findings(slug).readings().model == "bag-of-words"
    assert work.models.choose(slug, "Other").model == "other"
    found = work.findings(slug)
    assert (found.model, found.readings().model) == ("other", "other")
    assert label_of(work, slug, RISK[0]) == "ঝুঁকি নেওয়া"
    assert [pile.name for pile in found.wall(ELEMENT).piles] == [pile.name for pile in before.piles]
    assert work.models.choose(slug, "").model == ""
    assert work.findings(slug).readings().model == "bag-of-words"


def test_the_choice_is_of_one_programme_and_is_written_down(work):
    """Another programme goes on with the usual one; the history says what was chosen, once."""
    slug, another = programme(work), programme(work, "Two rivers")
    work.models.choose(slug, "other")
    work.models.choose(slug, "other")
    assert work.findings(another).model == "bag-of-words"
    entries = [each.entry for each in work.journal.page(slug).done if each.entry.action is Action.MODEL_CHOSEN]
    assert [(each.details.before, each.details.after) for each in entries] == [("bundled", "other")]
    assert work.copies.make(slug, "Second phase").model == "other"


@pytest.mark.parametrize("name", ["another", "../models", "", "বাংলা"])
def test_only_what_is_here_can_be_chosen(work, name):
    """The line names what is here; nothing is changed."""
    slug = programme(work)
    revision = work.programmes.state(slug).revision
    if not name:
        assert work.models.choose(slug, name).model == ""
        return
    with pytest.raises(InputError) as error:
        work.models.choose(slug, name)
    assert error.value.remedy.values["models"] == "bundled, other"
    assert work.programmes.state(slug).revision == revision


def test_a_model_that_was_deleted_is_one_line(work, tmp_path):
    """Of its programme alone, and it says what to do; choosing another one mends it."""
    slug, another = programme(work), programme(work, "Two rivers")
    work.models.choose(slug, "other")
    (tmp_path / "models" / "other" / ABOUT).unlink()
    with pytest.raises(InputError, match="not here any more"):
        work.findings(slug).readings()
    assert work.findings(another).readings().model == "bag-of-words"
    work.models.choose(slug, "bundled")
    assert work.findings(slug).readings().model == "bag-of-words"


def test_a_programme_that_is_brought_elsewhere_is_read_by_the_model_of_that_place(work, tmp_path):
    """Its model need not be there."""
    slug = programme(work)
    work.models.choose(slug, "other")
    with work.archives.written(slug) as archive:
        brought = work.archives.read(archive).slug
    assert work.findings(brought).model == "bag-of-words"
