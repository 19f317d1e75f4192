"""A server on this machine that speaks as OpenAI's does: it keeps what was asked, and answers as a test says."""

import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


class OpenAIServer:
    """What was asked, and what is answered: `answers` first, one after the other, then what `usual` makes of a body.

    Attributes:
        asked: bodies, as they came.
        paths: where they were sent.
        keys: what came as Authorization.
        answers: statuses with bodies and headers that are given before any usual ones.
    """

    def __init__(self):
        self.asked, self.paths, self.keys, self.answers = [], [], [], []

    def answer(self, body):
        """Return the status, the body and the headers of the next answer."""
        return self.answers.pop(0) if self.answers else self.usual(body)

    def usual(self, body):
        """Return what is answered where a test says nothing else."""
        raise NotImplementedError


@contextmanager
def serving(server):
    """Let it answer at an address, which is given without what stands behind /v1."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            server.asked.append(body)
            server.paths.append(self.path)
            server.keys.append(self.headers.get("Authorization"))
            status, said, headers = server.answer(body)
            found = said if isinstance(said, bytes) else json.dumps(said).encode()
            try:
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(found))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(found)
            except OSError:  # who asked did not wait
                self.close_connection = True

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as httpd:
        httpd.daemon_threads = True
        Thread(target=httpd.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_port}/v1"
        httpd.shutdown()
