"""The documentation as it is built: whole, and readable without a network."""

import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOADING = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src"}
NOT_LOADED = {"canonical", "prev", "next"}


class Loaded(HTMLParser):
    """What a page loads when it is opened, and the programs and styles that stand in it."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.within = ""
        self.texts: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what it loads."""
        given = dict(attrs)
        self.within = tag
        if tag in LOADING and given.get("rel") not in NOT_LOADED:
            self.addresses.append(given.get(LOADING[tag]) or "")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        """Note that it ends."""
        self.within = ""

    def handle_data(self, data: str) -> None:
        """Note programs and styles."""
        if self.within in {"script", "style"}:
            self.texts.append((self.within, data))


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """The documentation, built strictly."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return folder


def test_nothing_is_loaded_from_elsewhere(site):
    """No page asks another address for a script, a style, a font or a picture: it is read where there is no network."""
    pages = list(site.rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        read = Loaded()
        read.feed(page.read_text(encoding="utf-8"))
        assert [each for each in read.addresses if each.startswith(("http:", "https:", "//"))] == [], page.name
        assert [text for _, text in read.texts if "import(" in text or "@import" in text or "url(http" in text] == []


def test_notebooks_look_like_other_pages(site):
    """They bring neither the style of another program nor scripts: as many as any page has, and no more."""
    plain = Loaded()
    plain.feed((site / "recipes.html").read_text(encoding="utf-8"))
    for page in (site / "notebooks").glob("*.html"):
        shown = Loaded()
        shown.feed(page.read_text(encoding="utf-8"))
        assert [tag for tag, _ in shown.texts] == [tag for tag, _ in plain.texts]
        assert '<div class="highlight"><pre><code>' in page.read_text(encoding="utf-8")


def test_no_source_of_the_site_is_published(site):
    """What makes the pages stays out of them."""
    assert [path.name for path in site.rglob("*.py")] == []
