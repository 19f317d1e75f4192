"""A hub on this machine, with a folder for a repository, that can be told to misbehave."""

import hashlib
import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import unquote, urlsplit

REVISION = "0123456789abcdef"


class HubServer:
    """What it has, and how it behaves.

    Attributes:
        files: repository -> path -> bytes.
        asked: paths with the range that was asked for.
        cut: path -> bytes after which the connection breaks, once.
        wrong: paths of which the first answer is another file of the same length.
        ranges: whether it goes on where a download broke off.
    """

    def __init__(self, files):
        self.files, self.asked, self.cut, self.wrong, self.ranges = files, [], {}, set(), True

    def listing(self, repository):
        """Return what the hub says of a repository."""
        siblings = []
        for path, data in self.files[repository].items():
            git = hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()
            lfs = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data), "pointerSize": 130}
            large = path.endswith((".onnx", "_data"))
            siblings.append({"rfilename": path, "size": len(data), "blobId": git} | ({"lfs": lfs} if large else {}))
        return {"sha": REVISION, "siblings": siblings, "cardData": {"license": "mit"}}


@contextmanager
def serving(hub):
    """Yield the address of a hub that runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            path = unquote(urlsplit(self.path).path)
            hub.asked.append((path, self.headers.get("Range", "")))
            if path.startswith("/api/models/"):
                repository = path.removeprefix("/api/models/")
                if repository in hub.files:
                    self._say(200, json.dumps(hub.listing(repository)).encode())
                else:
                    self._say(401, b'{"error":"Invalid username or password."}')
                return
            repository, _, rest = path.lstrip("/").partition("/resolve/")
            revision, _, name = rest.partition("/")
            assert revision == REVISION
            self._send(name, hub.files[repository][name])

        def _send(self, name, data):
            start = int(self.headers.get("Range", "bytes=0-")[6:-1]) if hub.ranges else 0
            if name in hub.wrong:
                hub.wrong.remove(name)
                data = b"x" * len(data)
            stop = hub.cut.pop(name, None)
            self.send_response(206 if start else 200)
            self.send_header("Content-Length", str(len(data) - start))
            self.end_headers()
            self.wfile.write(data[start:stop])

        def _say(self, status, data):
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as httpd:
        Thread(target=httpd.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        httpd.shutdown()
