"""Write the locks in `deploy/locks` anew: every package that is installed, its one version, the hashes of its files.

python deploy/lock.py [UV]     # UV: the program uv; the package index is asked, nothing is installed

One answer is found for everything that `pyproject.toml` asks for, on all its Pythons and systems, and laid down in
layers: `build.txt` builds the wheel, `base.txt` is the product, `server.txt` adds the extras of a server, `dev.txt`
adds what the tests need. A package stands in the first layer that needs it. `torch` and what comes with its builds
alone are left out: which build is right depends on the machine, so its version stands in `pyproject.toml` and pip
takes the build.
"""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
LOCKS = ROOT / "deploy" / "locks"
SERVER = ("postgres", "oidc", "metrics", "reports", "scale")
LAYERS = ("build", "base", "server", "dev")
OF_A_BUILD_OF_TORCH = ("torch==", "nvidia-", "cuda-", "triton==")
HEADER = "# Made by `make lock` out of pyproject.toml: the layer `{layer}`. Do not edit by hand.\n"
_PLACE = re.compile(r"-r \S+build\.in")

Blocks = dict[str, str]
"""What a line says before its hashes (name, version, marker) -> the whole entry, with hashes and who asked for it."""


def lock(uv: str) -> dict[str, str]:
    """Return the text of every layer.

    Args:
        uv: the program.

    Raises:
        CalledProcessError: uv found no answer, or the index did not answer; it has said so.
    """
    with TemporaryDirectory() as folder:
        builder = Path(folder, "build.in")
        needs = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
        builder.write_text("\n".join(needs) + "\n", encoding="utf-8")
        product = str(ROOT / "pyproject.toml")
        extras = [word for extra in SERVER for word in ("--extra", extra)]
        every = _answer(uv, product, str(builder), "--extra", "dev")
        same = Path(folder, "same.txt")
        same.write_text(every, encoding="utf-8")
        server = _blocks(_answer(uv, product, *extras, "--constraint", str(same)))
        found = {
            "build": _blocks(_answer(uv, str(builder), "--constraint", str(same))),
            "base": _blocks(_answer(uv, product, "--constraint", str(same))),
            "server": server,
            "dev": _blocks(every),
        }
    return {layer: HEADER.format(layer=layer) + "".join(texts) for layer, texts in _layered(found, server)}


def _layered(found: dict[str, Blocks], server: Blocks) -> list[tuple[str, list[str]]]:
    layers, written = [], set[str]()
    for layer in LAYERS:
        own = {head: server.get(head, text) for head, text in found[layer].items() if head not in written}
        layers.append((layer, list(own.values())))
        written |= set() if layer == "build" else set(own)  # whoever installs the product may not have what builds it
    return layers


def _answer(uv: str, *words: str) -> str:
    command = [uv, "pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes"]
    command += ["--no-header", "--no-emit-index-url", *words]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout


def _blocks(text: str) -> Blocks:
    found: Blocks = {}
    head = ""
    for line in text.splitlines(keepends=True):
        if line[0] not in " #":
            head = line.rstrip("\\\n ")
            found[head] = ""
        if not line.lstrip().startswith("#   -c "):
            found[head] += _PLACE.sub("manyvoices (pyproject.toml)", line)
    return {head: text for head, text in found.items() if not head.startswith(OF_A_BUILD_OF_TORCH)}


if __name__ == "__main__":
    LOCKS.mkdir(exist_ok=True)
    for layer, text in lock(sys.argv[1] if sys.argv[1:] else "uv").items():
        (LOCKS / f"{layer}.txt").write_text(text, encoding="utf-8")
