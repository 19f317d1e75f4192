"""`manyvoices mcp`: a server that assistants of others start, and that reads for them."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from service.cli.options import Database

TokenFile = Annotated[
    Path | None,
    typer.Option(
        help="File with the token of an account: only what this account may see is given. If not given, that of "
        "MANYVOICES_MCP_TOKEN, else what whoever sits at this machine may see.",
        show_default=False,
    ),
]


def mcp(
    token_file: TokenFile = None,
    names: Annotated[bool, typer.Option("--names", help="Name people, as far as they agreed to it.")] = False,
    database: Database = None,
) -> None:
    """Let an assistant read programmes over the Model Context Protocol; it speaks on standard input and output.

    It can change nothing. What it reads goes to the model that the assistant uses, which may be somebody else's.
    """
    from service.cli.out.remarks import leave_to_log, remark
    from service.cli.server import given_settings
    from service.mcp.asking import Asking
    from service.mcp.server import build_server
    from service.mcp.token import token_of
    from service.running.logs import log_to_stderr
    from service.workspace import Workspace

    settings = given_settings({"database_url": database})
    token = token_of(settings, token_file)
    work = Workspace.open(settings)
    try:
        asking = Asking(work.for_readers(), token, names=names)
        asking.reader()
        server = build_server(asking)
        if sys.stdin.isatty():
            remark("An assistant starts this and speaks to it; here nothing will happen. Stop it with Ctrl+C.")
        leave_to_log()
        log_to_stderr(settings)
        server.run("stdio")
    finally:
        work.close()
