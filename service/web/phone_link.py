"""Where the phones of those present find a page that is meant for them, and its picture for their cameras."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from nlp.hosts import is_loopback
from service.presentation.i18n import Language

ELSEWHERE = (("192.0.2.1", 9), ("192.168.255.254", 9), ("10.255.255.254", 9), ("172.31.255.254", 9))


@dataclass(frozen=True)
class Reach:
    """How a page is opened.

    Attributes:
        here: its address on this device.
        url: its address for other devices, "" if they cannot open it.
        words: what has to be so for that.
    """

    here: str
    url: str
    words: Markup

    @property
    def short(self) -> str:
        """The address as people type it."""
        return self.url.removeprefix("http://").removeprefix("https://")

    @property
    def picture(self) -> Markup:
        """The address as a QR code, SVG."""
        import segno

        code = segno.make(self.url, error="m", micro=False)
        return Markup(code.svg_inline(border=4, omitsize=True, svgclass="qr", lineclass=None))  # noqa: S704 drawn here


def reach(
    request_url: str,
    here: str,
    language: Language,
    *,
    phones: bool,
    listens_beyond: bool,
    own_address: Callable[[], str | None] | None = None,
) -> Reach:
    """Return how a page for those present is opened.

    Args:
        request_url: the address under which the facilitator sees the page.
        here: the address of that page on this device.
        language: of the reader.
        phones: whether other devices see such pages and nothing else.
        listens_beyond: whether the service listens to other devices at all.
        own_address: finds this machine's address on the network.
    """
    asked = urlsplit(request_url)
    if not is_loopback(asked.hostname or ""):
        return Reach(here, f"{asked.scheme}://{asked.netloc}{here}", _words(phones, language))
    if not listens_beyond:
        words = language.gettext(
            "Only this device can open it now: pass it round. For phones on the same network, stop Manyvoices and "
            "start it with {command}.",
            command=Markup('<code lang="en">manyvoices serve --phones</code>'),
        )
        return Reach(here, "", words)
    host = (own_address or own_network_address)()
    if host is None:
        return Reach(here, "", language.gettext("This computer is in no network: pass it round, or join one."))
    port = f":{asked.port}" if asked.port else ""
    return Reach(here, f"{asked.scheme}://{host}{port}{here}", _words(phones, language))


def _words(phones: bool, language: Language) -> Markup:
    if phones:
        return language.gettext("For phones on the same network. They can open this page and nothing else.")
    return language.gettext(
        "For phones on the same network. They can open everything else here too: start Manyvoices with {command} to "
        "open only pages like this one.",
        command=Markup('<code lang="en">manyvoices serve --phones</code>'),
    )


def own_network_address() -> str | None:
    """Return this machine's IPv4 address in its network, None if it is in none; nothing is sent."""
    for target in ELSEWHERE:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect(target)
            except OSError:
                continue
            found = str(probe.getsockname()[0])
        if not is_loopback(found):
            return found
    return None
