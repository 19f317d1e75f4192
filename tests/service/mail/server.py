"""A mail server on a real socket that keeps what it is sent."""

import base64
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default


class FakeMailServer(socketserver.ThreadingTCPServer):
    """Takes mail from anybody, or from who knows `user` and `password`; refuses addresses in `refused`.

    With `trusted` it speaks TLS at once, or after STARTTLS where it `waits`.
    """

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Talk)
        self.user = self.password = ""
        self.refused: set[str] = set()
        self.answer_to_data = "250 taken"
        self.trusted: ssl.SSLContext | None = None
        self.waits = False
        self.envelopes: list[tuple[str, list[str]]] = []
        self.mails: list[EmailMessage] = []

    def handle_error(self, *_: object) -> None:
        """Let go of who goes in the middle of a sentence."""

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])


class Talk(socketserver.StreamRequestHandler):
    """One conversation."""

    server: FakeMailServer

    def setup(self) -> None:
        """Begin with TLS where the server does."""
        if self.server.trusted and not self.server.waits:
            self.request = self.server.trusted.wrap_socket(self.request, server_side=True)
        super().setup()

    def finish(self) -> None:
        """Close what TLS was spoken over."""
        super().finish()
        self.request.close()

    def say(self, line: str) -> None:
        """Answer one line."""
        self.wfile.write(f"{line}\r\n".encode())

    def handle(self) -> None:
        """Answer line by line until the other side goes."""
        self.sender, self.to, self.known = "", [], not self.server.user
        self.say("220 ready")
        while line := self.rfile.readline():
            word, _, rest = line.decode().strip().partition(" ")
            if word.upper() == "QUIT":
                self.say("221 bye")
                return
            getattr(self, f"on_{word.lower()}", self.on_other)(rest)

    def on_other(self, _: str) -> None:
        """Answer what is not known."""
        self.say("500 what?")

    def on_ehlo(self, _: str) -> None:
        """Say what can be done."""
        able = ["AUTH PLAIN"] if self.server.user else []
        able += ["STARTTLS"] if self.server.trusted and self.server.waits else []
        for line in ["250-here", *(f"250-{each}" for each in able), "250 8BITMIME"]:
            self.say(line)

    def on_starttls(self, _: str) -> None:
        """Go on in TLS."""
        self.say("220 go on")
        self.request = self.server.trusted.wrap_socket(self.request, server_side=True)
        self.connection = self.request
        super().setup()

    def on_auth(self, rest: str) -> None:
        """Let in who knows the password."""
        _, user, password = base64.b64decode(rest.partition(" ")[2]).decode().split("\0")
        self.known = (user, password) == (self.server.user, self.server.password)
        self.say("235 welcome" if self.known else "535 no")

    def on_mail(self, rest: str) -> None:
        """Begin a mail."""
        self.sender, self.to = rest, []
        self.say("250 yes" if self.known else "530 who are you?")

    def on_rcpt(self, rest: str) -> None:
        """Take an address or refuse it."""
        address = rest.partition("<")[2].partition(">")[0]
        self.to.append(address)
        self.say("550 nobody" if address in self.server.refused else "250 yes")

    def on_rset(self, _: str) -> None:
        """Forget the mail."""
        self.say("250 yes")

    def on_data(self, _: str) -> None:
        """Take the mail itself."""
        self.say("354 go on")
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        self.server.mails.append(message_from_bytes(b"".join(lines), policy=default))
        self.server.envelopes.append((self.sender, self.to))
        self.say(self.server.answer_to_data)


@contextmanager
def mail_server() -> Iterator[FakeMailServer]:
    """Run a server while the test does."""
    with FakeMailServer() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()
