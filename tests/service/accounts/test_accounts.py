"""Accounts are made, changed, let in or not."""

import pytest
from argon2 import PasswordHasher, Type

from nlp.errors import InputError
from service.access.acting import act_as
from service.access.types import Membership, Reader, Role
from service.accounts import passwords
from service.errors import NotSignedIn
from service.store.accounts import accounts as kept
from service.store.accounts import memberships

PASSWORD = "the river rises early"


def places(workspace, account):
    with workspace._database.reading() as db:
        return memberships.of_account(db, account)


def sign_in(workspace, login="asha@example.org", password=PASSWORD):
    return workspace.sign_ins.by_password(login, password, "127.0.0.1", "Firefox")


@pytest.mark.parametrize(
    ("made", "typed"),
    [
        ("Asha@Example.org", "asha@example.ORG"),
        ("আশা", " আশা "),
        ("ক\u09c7\u09beন", "ক\u09cbন"),
        ("राम\u200d", "राम"),
        ("ＡＳＨＡ", "asha"),
        ("Straße", "STRASSE"),
        ("asha 🌾", "ASHA🌾"),
    ],
)
def test_one_login_has_many_spellings(workspace, made, typed):
    """Upper case, width, composed or not, joiners and spaces make no difference, and nobody else can have it."""
    account = workspace.accounts.add(made, "Asha", PASSWORD)
    assert sign_in(workspace, typed).account == account
    with pytest.raises(InputError, match="already"):
        workspace.accounts.add(typed)


@pytest.mark.parametrize("login", ["", "  ", "\u200d\u200b", "x" * 201])
def test_a_login_can_be_seen(workspace, login):
    """Nothing visible, or far too much, is none."""
    with pytest.raises(InputError):
        workspace.accounts.add(login)


@pytest.mark.parametrize(
    "password",
    [
        "short",
        "১২৩৪৫৬৭৮৯",
        "aaaaaaaaaaaa",
        "ASHA@example.org",
        "x y" * 400,
        "ManyVoices 2026",
        "asha-manyvoices!",
        "Asha@Example.org1",
    ],
)
def test_what_would_be_guessed_is_no_password(workspace, password):
    """Ten signs, of some variety, and more in them than the login and the name of the program."""
    with pytest.raises(InputError):
        workspace.accounts.add("asha@example.org", password=password)
    assert workspace.accounts.every() == ()


@pytest.mark.parametrize("password", ["asha sings at dawn", "Many voices, one river", "মেঘনার ঢেউ ওঠে"])
def test_a_sentence_may_have_such_words_in_it(workspace, password):
    """Where enough is left without them."""
    assert workspace.accounts.add("asha@example.org", password=password).login == "asha@example.org"


def test_a_password_is_the_same_from_every_keyboard(workspace):
    """Composed and decomposed letters are one."""
    workspace.accounts.add("asha@example.org", password="নদী ক\u09c7\u09beন দিকে যায়")
    sign_in(workspace, password="নদী ক\u09cbন দিকে যায়")


def test_without_a_password_nobody_signs_in(workspace):
    """An empty hash is that of no password at all."""
    workspace.accounts.add("asha@example.org")
    for password in ("", "nobody's", "asha"):
        with pytest.raises(NotSignedIn):
            sign_in(workspace, password=password)


def test_a_hash_costs_what_guessers_cannot_pay():
    """At least what OWASP's cheat sheet on storing passwords asks of argon2id: 19 MiB, twice over."""
    assert passwords.COST.type is Type.ID
    assert passwords.COST.memory_cost >= 19 * 1024
    assert passwords.COST.time_cost >= 2


def test_a_password_is_hashed_again_when_it_is_hashed_otherwise_today(workspace, monkeypatch):
    """At the next sign-in, and it is still right after that."""
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64))
    account = workspace.accounts.add("asha@example.org", password=PASSWORD)
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=2, memory_cost=64))
    sign_in(workspace)
    with workspace._database.reading() as db:
        assert "$m=64,t=2," in kept.password_of(db, account.id)
    sign_in(workspace)


def test_another_password_signs_out_every_browser(workspace):
    """The old one opens nothing any more."""
    account = workspace.accounts.add("asha@example.org", password=PASSWORD)
    before = sign_in(workspace)
    with pytest.raises(InputError, match="present password"):
        workspace.accounts.change_password(account.id, "another thing", "the river falls late")
    workspace.accounts.change_password(account.id, PASSWORD, "the river falls late")
    assert workspace.readers.of_cookie(before.cookie) is None
    with pytest.raises(NotSignedIn):
        sign_in(workspace)
    sign_in(workspace, password="the river falls late")


def test_somebody_has_to_look_after_the_accounts(workspace):
    """The last administrator stays one, and stays."""
    first = workspace.accounts.add("asha", is_administrator=True)
    for change in (
        lambda: workspace.accounts.set_active(first.id, is_active=False),
        lambda: workspace.accounts.set_administrator(first.id, is_administrator=False),
    ):
        with pytest.raises(InputError, match="nobody would be left"):
            change()
    workspace.accounts.add("ram", is_administrator=True)
    assert not workspace.accounts.set_administrator(first.id, is_administrator=False).is_administrator


def test_who_makes_a_programme_is_its_facilitator(workspace):
    """While signed in; on this machine without an account nobody is."""
    workspace.programmes.create("A")
    asha = workspace.accounts.add("asha", facilitator_of_all=True).id
    ram = workspace.accounts.add("ram").id
    with act_as(Reader(asha, "Asha")):
        workspace.programmes.create("B")
    assert places(workspace, asha) == {1: Membership(Role.FACILITATOR), 2: Membership(Role.FACILITATOR)}
    assert places(workspace, ram) == {}


def test_everybody_has_a_sample_of_their_own(workspace):
    """Asked for twice it is the same; another person's is another."""
    from service.programmes.sample import read_sample

    sample = read_sample()
    slugs = []
    for account in (workspace.accounts.add("asha").id, workspace.accounts.add("ram").id):
        with act_as(Reader(account, "")):
            slugs += [workspace.programmes.with_outline("Sample", "", sample.outline).slug for _ in range(2)]
    assert slugs == ["sample", "sample", "sample-2", "sample-2"]


@pytest.mark.parametrize("change", [{"name": " "}, {"language": "xx"}])
def test_changes_that_cannot_be(workspace, change):
    """No name, or a language that the pages do not speak."""
    account = workspace.accounts.add("asha")
    with pytest.raises(InputError):
        workspace.accounts.change(account.id, **change)
    assert workspace.accounts.get(account.id) == account


def test_name_and_language_can_be_changed(workspace):
    """And nothing else with them."""
    account = workspace.accounts.add("asha")
    changed = workspace.accounts.change(account.id, name=" আশা  রায় ", language="bn")
    assert (changed.name, changed.language, changed.login) == ("আশা রায়", "bn", "asha")
