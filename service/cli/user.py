"""`manyvoices user`: the accounts of this installation. Passwords are read from the terminal, never from arguments."""

import getpass
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from nlp.errors import InputError
from nlp.messages import Message
from service.access.types import Role
from service.accounts.logins import login_key
from service.cli.options import AsJson, Database, Does
from service.cli.out import stream
from service.cli.out.remarks import is_quiet

if TYPE_CHECKING:
    from service.accounts.types import Account, NewLink
    from service.settings import Settings
    from service.workspace import Workspace

Login = Annotated[str, typer.Argument(help="E-mail address or another name to sign in with.", show_default=False)]
Name = Annotated[str, typer.Option(help="As others see it.", show_default=False)]


def add(
    login: Login,
    name: Name = "",
    administrator: Annotated[bool, typer.Option("--administrator", help="Looks after the accounts.")] = False,
    facilitator_of_all: Annotated[
        bool, typer.Option("--facilitator-of-all", help="Becomes facilitator of every programme that there is.")
    ] = False,
    link: Annotated[bool, typer.Option("--link", help="Print a link to choose the password by.")] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Make an account; its password is asked for here, or chosen by a link that you hand over."""
    work = _open(database)
    password = "" if link else _password()
    made = work.accounts.add(
        login, name, password, is_administrator=administrator, facilitator_of_all=facilitator_of_all
    )
    handed = work.links.for_password(made.id) if link else None
    if as_json:
        stream.json({**_account(made), **(_link(work, handed) if handed else {})})
        return
    stream.line(f"{made.login} can sign in now." if password else f"{made.login} has an account.")
    if handed:
        _show_link(work, handed, "choose a password")
    if administrator and not facilitator_of_all and (kept := len(work.programmes.every())):
        them = "the programme that is" if kept == 1 else f"the {kept} programmes that are"
        stream.line(
            f"An administrator looks after accounts and sees no notes. Whoever is to facilitate {them} here already "
            "gets an account with --facilitator-of-all."
        )


def list_accounts(database: Database = None, as_json: AsJson = False) -> None:
    """Show all accounts."""
    found = _open(database).accounts.every()
    if as_json:
        stream.json({"accounts": [_account(each) for each in found]})
        return
    for each in found:
        marks = [("administrator", each.is_administrator), ("not let in", not each.is_active)]
        said = ", ".join(mark for mark, holds in marks if holds)
        stream.line("  ".join(filter(None, (each.login, each.name, said and f"({said})"))))
    if not found:
        stream.line("Nobody has an account. Make one: manyvoices user add you@example.org --administrator")


def invite(
    name: Name = "",
    programme: Annotated[str | None, typer.Option(help="Its name in addresses.", show_default=False)] = None,
    role: Annotated[Role, typer.Option(help="What the person is there.")] = Role.OBSERVER,
    team: Annotated[str, typer.Option(help="The team of a member.", show_default=False)] = "",
    administrator: Annotated[bool, typer.Option("--administrator", help="Looks after the accounts.")] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Print a link by which somebody makes an account, with a place in a programme if you say so."""
    work = _open(database)
    made = work.links.invite(name, programme, role, team, is_administrator=administrator)
    stream.json(_link(work, made)) if as_json else _show_link(work, made, "come in")


def reset(login: Login, database: Database = None, as_json: AsJson = False) -> None:
    """Print a link by which somebody chooses a new password."""
    work = _open(database)
    made = work.links.for_password(_find(work, login).id)
    stream.json(_link(work, made)) if as_json else _show_link(work, made, "choose a new password")


def deactivate(
    login: Login,
    undo: Annotated[bool, typer.Option("--undo", help="Let in again.")] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Let somebody in no longer: they are signed out everywhere at once, and their tokens open nothing."""
    work = _open(database)
    account = work.accounts.set_active(_find(work, login).id, is_active=undo)
    _told(account, f"{account.login} is {'let in again' if undo else 'no longer let in'}.", as_json=as_json)


def administrator(
    login: Login,
    undo: Annotated[bool, typer.Option("--undo", help="No longer.")] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Let somebody look after the accounts."""
    work = _open(database)
    account = work.accounts.set_administrator(_find(work, login).id, is_administrator=not undo)
    said = f"{account.login} {'no longer looks' if undo else 'looks'} after the accounts."
    _told(account, said, as_json=as_json)


def _told(account: "Account", said: str, *, as_json: bool) -> None:
    if as_json:
        stream.json(_account(account))
    elif not is_quiet():
        stream.line(said)


def _account(account: "Account") -> dict[str, object]:
    named = {"login": account.login, "name": account.name}
    return {**named, "is_administrator": account.is_administrator, "is_active": account.is_active}


def _link(work: "Workspace", made: "NewLink") -> dict[str, object]:
    return {"link": f"{base_address(work.settings)}{made.path}", "expires": made.link.expires.isoformat()}


def _open(database: str | None) -> "Workspace":
    from service.cli.server import given_settings
    from service.workspace import Workspace

    return Workspace.open(given_settings({"database_url": database}))


def _find(work: "Workspace", login: str) -> "Account":
    key = login_key(login)
    for account in work.accounts.every():
        if login_key(account.login) == key:
            return account
    problem = Message("there is no account “{name}”", {"name": login})
    raise InputError("", problem, Message("Look at them with manyvoices user list"))


def _password() -> str:
    """Ask twice at a terminal; a program may send it on one line.

    Raises:
        InputError: the two are not the same.
    """
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass("Password (10 signs or more): ")
    if getpass.getpass("Once more: ") != password:
        raise InputError("", Message("the two passwords are not the same"), Message("Write it again"))
    return password


def _show_link(work: "Workspace", made: "NewLink", purpose: str) -> None:
    until = made.link.expires.astimezone().strftime("%d %B %Y, %H:%M")
    stream.line(f"{base_address(work.settings)}{made.path}")
    stream.line(f"Whoever has this link can {purpose}, once, until {until}. Hand it over yourself.")


def base_address(settings: "Settings") -> str:
    """Return where browsers find the service, as far as the settings tell."""
    host = "127.0.0.1" if settings.host in {"0.0.0.0", "::"} else settings.host
    shown = f"[{host}]" if ":" in host else host
    return settings.address.rstrip("/") or f"http://{shown}:{settings.port}"


COMMANDS: Mapping[str, Does] = {
    "add": add,
    "list": list_accounts,
    "invite": invite,
    "reset": reset,
    "deactivate": deactivate,
    "administrator": administrator,
}
