"""The sample programme with people who may see all, some or nothing of it, and a client of the official library."""

import os
import sys
from pathlib import Path
from shutil import copytree

import pytest
from mcp import ClientSession
from mcp.client.stdio import StdioServerParameters, stdio_client

from service.access.types import Role
from service.mcp.asking import Asking
from service.mcp.server import Tools
from service.settings import Settings
from service.workspace import Workspace
from tests.own_loop import wait_for

ROOT = Path(__file__).parents[3]
SAMPLE = "both-banks"
PLACES = {
    "facilitator": (Role.FACILITATOR, ""),
    "member": (Role.MEMBER, "Nepal"),
    "observer": (Role.OBSERVER, ""),
    "administrator": None,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory, sample_folder):
    """A data folder with the sample, and everything that is found in it."""
    folder = tmp_path_factory.mktemp("mcp") / "data"
    copytree(sample_folder, folder)
    return folder


@pytest.fixture(scope="module")
def work(folder):
    """The workspace, as a request may use it."""
    workspace = Workspace.open(Settings(data_dir=folder))
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def accounts(work):
    """Who -> account, each with a place in the sample but the administrator."""
    found = {}
    for who, place in PLACES.items():
        more = {"is_administrator": True} if place is None else {"facilitator_of_all": True}
        found[who] = work.accounts.add(f"{who}@example.org", who.title(), **more).id
        if place and place[0] is not Role.FACILITATOR:
            work.members.change(SAMPLE, found[who], *place)
    return found


@pytest.fixture(scope="module")
def tokens(work, accounts):
    """Who -> token."""
    return {who: work.tokens.make(account, "assistant").secret for who, account in accounts.items()}


@pytest.fixture
def tools(work, tokens):
    """Return the tools of somebody, "" for whoever sits at the machine."""

    def of(who="", *, names=False):
        return Tools(Asking(work.for_readers(), tokens[who] if who else "", names=names))

    return of


@pytest.fixture
def talk(folder):
    """Start the server as a process, let a coroutine talk to it, and return what that returns."""

    def started(conversation, **variables):
        env = {**os.environ, "PYTHONPATH": str(ROOT), "MANYVOICES_DATA_DIR": str(folder), **variables}
        server = StdioServerParameters(command=sys.executable, args=["-m", "manyvoices", "mcp"], env=env, cwd=ROOT)

        async def talking():
            async with stdio_client(server) as streams, ClientSession(*streams) as session:
                await session.initialize()
                return await conversation(session)

        return wait_for(talking())

    return started
