"""A server of speech recognition on this machine: it answers well, late, wrongly or not at all."""

import json
import re
from contextlib import contextmanager, suppress
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

SOUND = b"ID3\x04\0\0" + bytes(range(256)) * 20
"""Begins as an mp3 does."""


class Recogniser:
    """What was sent, and what is answered.

    Attributes:
        asked: the fields of every request.
        names, hashes: of the files that came.
        keys: what came as Authorization.
        answers: statuses with bodies and headers; the last one stays.
        refused: forms of answers that it does not know.
        silent: answers wait for this.
    """

    def __init__(self):
        self.asked, self.names, self.hashes, self.keys = [], [], [], []
        self.answers = [(200, {"text": ""}, {})]
        self.refused = ()
        self.silent = None

    def answer(self, fields):
        """Return the status, the body and the headers of the next answer."""
        if fields["response_format"] in self.refused:
            return 400, {"error": {"message": f"response_format '{fields['response_format']}' is not there"}}, {}
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


def _parts(body, boundary):
    for part in body.split(b"--" + boundary)[1:-1]:
        head, _, content = part.strip(b"\r\n").partition(b"\r\n\r\n")
        names = dict(re.findall(r'(name|filename)="([^"]*)"', head.decode()))
        yield names, content


@contextmanager
def serving(recogniser):
    """Yield the address, with the name of a model."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            fields = {}
            for names, content in _parts(body, self.headers["Content-Type"].partition("boundary=")[2].encode()):
                if "filename" in names:
                    recogniser.names.append(names["filename"])
                    recogniser.hashes.append(sha256(content).hexdigest())
                else:
                    fields[names["name"]] = content.decode()
            recogniser.asked.append(fields)
            recogniser.keys.append(self.headers.get("Authorization"))
            if recogniser.silent:
                recogniser.silent.wait(20)
            status, said, headers = recogniser.answer(fields)
            found = said if isinstance(said, bytes) else json.dumps(said).encode()
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(found))}.items():
                self.send_header(name, value)
            with suppress(OSError):  # who asked may be gone
                self.end_headers()
                self.wfile.write(found)

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as httpd:
        Thread(target=httpd.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_port}/v1#toy"
        if recogniser.silent:
            recogniser.silent.set()
        httpd.shutdown()


def never():
    """Return what nobody sets until the server ends."""
    return Event()
