"""What is forgotten with a file: every finding that holds anything of it."""

from collections.abc import Mapping, Sequence

from service.analyses.kinds import DRIFT, EDITED, OVER_TIME, PARTICIPATION, READINGS, RUBRICS
from service.store import Transaction, findings
from service.store.files import FileRow
from service.types import Kind

OF_KIND: Mapping[Kind, Sequence[str]] = {
    "notes": (EDITED, DRIFT),
    "roster": (READINGS, EDITED, DRIFT, PARTICIPATION, OVER_TIME),
    "rubric": (RUBRICS,),
    "transcript": (PARTICIPATION, OVER_TIME),
    "ratings": (),
}
"""Kind of a file -> kinds of findings of which none may stay once it is removed."""


def forget_what_followed(db: Transaction, programme_id: int, file: FileRow) -> None:
    """Forget all findings that hold anything of a file; elements that it does not speak of need not be found again."""
    findings.remove(db, programme_id, OF_KIND[file.kind])
    if file.kind == "notes":
        findings.forget_notes(db, programme_id, READINGS, file.filename)
