"""The steps of the way of the data that no test of the workspace reaches."""

import pytest

from service.analyses import pipeline
from service.types import Outline
from tests.embedders import BagOfWords
from tests.nlp.readings.test_interpret import notes


@pytest.mark.parametrize("change", [lambda form: form.pop("smallest"), lambda form: form["smallest"].update(other=1)])
def test_readings_that_an_earlier_release_stored_do_no_harm(change):
    """Where their form has fewer fields, or others, readings are found as if there had been none before."""
    found = pipeline.find_readings(notes(), BagOfWords(), ("team",), Outline(), 3)
    earlier = pipeline.find_readings(notes(), BagOfWords(), ("team",), Outline(), 3)
    change(earlier)
    assert pipeline.find_readings(notes(), BagOfWords(), ("team",), Outline(), 3, before=earlier) == found
