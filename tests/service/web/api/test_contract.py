"""Requests made from the service's own description, and answers held against it."""

from itertools import islice

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from service.settings import Settings
from service.web.app import create_app
from tests.service.files import EVERYTHING

PARTS = 4
"""Of the operations, so that several processes can try them."""
LOCAL = {"host": "localhost"}
CONTENT = [positive_data_acceptance]  # whether a file can be read is not in any schema

QUICK = settings(
    max_examples=8,
    deadline=None,
    database=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)  # a failure is shown as it was found: making large bodies smaller takes minutes


@pytest.fixture
def description(tmp_path, open_workspace):
    """The service with a programme in it, as schemathesis sees it."""
    chosen = Settings(data_dir=tmp_path, max_upload_mb=1)
    workspace = open_workspace(chosen)
    workspace.programmes.create("P")
    workspace.files.add("p", EVERYTHING)
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", create_app(chosen, workspace), headers=LOCAL)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_the_service_keeps_to_its_description(description, mode, part):
    """Requests that fit the description, and requests that do not, get answers that fit it, and none is a crash."""
    tried = [_try(operation.ok(), mode) for operation in islice(description.get_all_operations(), part, None, PARTS)]
    assert len(tried) >= 12
    assert sum(tried) >= (len(tried) if mode is GenerationMode.POSITIVE else 4)


def _try(operation, mode):
    """Whether requests of this mode exist for an operation: one that takes any text cannot be asked wrongly."""

    @QUICK
    @given(operation.as_strategy(generation_mode=mode))
    def answers(case):
        case.call_and_validate(headers=LOCAL, excluded_checks=CONTENT)

    try:
        answers()
    except Unsatisfiable:
        return False
    return True
