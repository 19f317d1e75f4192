"""What a process has imported that commands are forked from; importing this module imports it."""

import os
import sys
from pathlib import Path

import alembic.command  # noqa: F401 - all of these so that no command has to
import psycopg  # noqa: F401
import scipy.stats  # noqa: F401

from service.cli import main
from service.cli import server as _server  # noqa: F401
from service.jobs import process as _process  # noqa: F401
from service.jobs import worker
from service.web.app import routes
from service.workspace import Workspace
from tests.embedders import BagOfWords

routes()

BEAT_SECONDS, LEASE_SECONDS = 0.3, 2.0
"""How often a quick worker counts on, and after what time without it is dead; in use it is 3 and 20."""


def run(words: list[str], environment: dict[str, str], said: Path, quick: bool) -> None:
    """Be the command `manyvoices`, with all that it says in a file.

    Args:
        words: of the command.
        environment: what is set for it.
        said: the file.
        quick: whether workers take over soon, and notes are embedded as bags of words.
    """
    out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for stream in (1, 2):
        os.dup2(out, stream)
    os.environ.update(environment)
    if quick:
        _, *others = Workspace.__init__.__defaults__ or ()
        Workspace.__init__.__defaults__ = (lambda _: BagOfWords(), *others)
        worker.BEAT_SECONDS = BEAT_SECONDS
        worker.Worker.__init__.__defaults__ = (LEASE_SECONDS,)
    sys.argv = ["manyvoices", *words]
    main()
