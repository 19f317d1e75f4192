"""A hook of MkDocs: notebooks look like every other page, and nothing is loaded from elsewhere for them.

What turns notebooks into HTML brings the style of another program, scripts that fetch fonts of formulas and drawings of
diagrams from the network, and a second way to copy code. The style of the other pages is in `docs/css/extra.css`.
"""

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

_BROUGHT = re.compile(
    r"<(script|style)\b.*?</\1>"
    r'|<div class="zeroclipboard-container">.*?</clipboard-copy>\s*</div>'
    r'|<div [^>]*class="clipboard-copy-txt"[^>]*>.*?</div>',
    re.DOTALL,
)
_CODE = re.compile(r'<div class="highlight-ipynb hl-\w+\s*"><pre>(.*?)</pre>', re.DOTALL)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Return the content of a page, that of a notebook without what it brought."""
    if not page.file.src_path.endswith(".ipynb"):
        return html
    code = _CODE.sub(r'<div class="highlight"><pre><code>\1</code></pre>', _BROUGHT.sub("", html))
    return code.replace('class="anchor-link"', 'class="headerlink"')
