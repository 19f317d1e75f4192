"""The locks: what is installed is known to the file, and is what `pyproject.toml` asks for."""

import re
import tomllib
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires
from itertools import product
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCKS = ROOT / "deploy" / "locks"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
INSTALLED = {
    "build": ("build",),
    "base": ("base",),
    "server": ("base", "server"),
    "dev": ("build", "base", "server", "dev"),
}
"""Layer -> the locks that are installed together for it."""
ASKED = {
    "build": PROJECT["build-system"]["requires"],
    "base": PROJECT["project"]["dependencies"],
    "server": [each for extra in ("postgres", "oidc", "metrics", "reports", "scale") for each in EXTRAS[extra]],
    "dev": [*EXTRAS["dev"], *EXTRAS["transformers"], *EXTRAS["training"]],
}
BY_THE_MACHINE = {"torch", "manyvoices"}
"""The build of the one depends on the machine, the other is what is here."""
SYSTEMS = {"linux": "posix", "darwin": "posix", "win32": "nt"}
ENVIRONMENTS = [
    {
        "python_version": python,
        "python_full_version": f"{python}.7",
        "sys_platform": system,
        "os_name": name,
        "platform_machine": "x86_64",
        "platform_system": {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}[system],
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
    }
    for python, (system, name) in product(("3.11", "3.12", "3.13"), SYSTEMS.items())
]


@dataclass(frozen=True)
class Line:
    """One package of a lock."""

    name: str
    version: str
    marker: Marker | None
    hashes: tuple[str, ...]

    def is_for(self, environment: dict[str, str]) -> bool:
        """Whether it is installed there."""
        return self.marker is None or self.marker.evaluate(environment)


def lines(layer: str) -> list[Line]:
    """Return what a lock names."""
    found = []
    text = (LOCKS / f"{layer}.txt").read_text(encoding="utf-8")
    for entry in re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", "").splitlines():
        needed, *hashes = re.split(r"\s+--hash=", entry)
        requirement = Requirement(needed)
        (pinned,) = requirement.specifier
        assert pinned.operator == "=="
        found.append(Line(canonicalize_name(requirement.name), pinned.version, requirement.marker, tuple(hashes)))
    return found


@pytest.mark.parametrize("layer", INSTALLED)
def test_every_file_that_is_installed_is_known(layer):
    """Each package has one version and the hashes of its files."""
    assert lines(layer)
    for line in lines(layer):
        assert line.hashes, line.name
        assert all(re.fullmatch("sha256:[0-9a-f]{64}", each) for each in line.hashes), line.name


@pytest.mark.parametrize("layer", INSTALLED)
def test_a_lock_names_no_place(layer):
    """No address, no option and no path: files come from whatever index pip is told to use."""
    text = (LOCKS / f"{layer}.txt").read_text(encoding="utf-8")
    assert not re.search(r"://|^-|file:|/(tmp|home|root|work|opt)/", text, flags=re.MULTILINE)


@pytest.mark.parametrize("environment", ENVIRONMENTS, ids=lambda each: f"{each['python_version']}-{each['os_name']}")
@pytest.mark.parametrize("layer", INSTALLED)
def test_what_the_project_asks_for_is_locked(layer, environment):
    """On every Python and system each has one version in its lock, which is one that is asked for."""
    found: dict[str, set[str]] = {}
    for line in (line for each in INSTALLED[layer] for line in lines(each) if line.is_for(environment)):
        found.setdefault(line.name, set()).add(line.version)
    assert [name for name, versions in found.items() if len(versions) > 1] == []
    for text in ASKED[layer]:
        asked = Requirement(text)
        if (name := canonicalize_name(asked.name)) not in BY_THE_MACHINE:
            (version,) = found.get(name, {""})
            assert version, f"{name} is in no lock: make lock"
            assert asked.specifier.contains(version, prereleases=True), f"{text}, locked is {version}: make lock"


def test_the_locks_name_all_that_is_needed():
    """What the packages need that are installed here is in the locks, too: pip takes nothing else."""
    every = {line.name for layer in INSTALLED for line in lines(layer)} | BY_THE_MACHINE
    for name in every - BY_THE_MACHINE:
        try:
            needed = [Requirement(each) for each in requires(name) or ()]
        except PackageNotFoundError:
            continue
        missing = [each.name for each in needed if each.marker is None or each.marker.evaluate({"extra": ""})]
        assert {canonicalize_name(each) for each in missing} <= every, name


def test_torch_is_one_version():
    """The only package without hashes stands in the project with one version."""
    (torch,) = {Requirement(each) for each in EXTRAS["transformers"] if each.startswith("torch")}
    assert [each.operator for each in torch.specifier] == ["=="]


@pytest.mark.parametrize("file", ["Makefile", "deploy/Dockerfile"])
def test_whatever_is_installed_comes_from_the_locks(file):
    """Every `pip install` wants hashes, or takes nothing but what is here, torch, or a tool beside the product."""
    commands = re.findall(r"pip install.*", (ROOT / file).read_text(encoding="utf-8"))
    ours = ("--require-hashes", "--editable .", "dist/", "$(TORCH)", "$(subst _,-,$*)")
    assert commands
    assert [command for command in commands if not any(word in command for word in ours)] == []
    assert [command for command in commands if "--no-deps" not in command and "$(" not in command] == []
