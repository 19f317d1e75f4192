"""An OpenID Connect provider on a real socket: discovery, keys, authorisation, tokens signed with a real RSA key."""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "manyvoices", "the client's secret"


class FakeProvider:
    """Who signs in next is `person`; `spoil` changes the claims before they are signed, `signer` signs them."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.key = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
        self.signer = self.key
        self.person = {"sub": "42", "name": "Asha", "email": "asha@example.org", "email_verified": True}
        self.spoil = {}
        self.codes = {}

    def description(self) -> dict:
        """What discovery says."""
        paths = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
        return {"issuer": self.address, **{name: f"{self.address}/{path}" for name, path in paths.items()}}

    def authorize(self, query: dict) -> str:
        """Let the person sign in, and return where the browser goes back to."""
        assert query["client_id"] == CLIENT
        assert query["code_challenge_method"] == "S256"
        assert "openid" in query["scope"].split()
        code = f"code-{len(self.codes)}"
        self.codes[code] = query
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"

    def token(self, form: dict, authorization: str) -> dict | None:
        """Exchange a code, once, for what is signed of the person."""
        query = self.codes.pop(form["code"], None)
        own = base64.b64encode(f"{CLIENT}:{SECRET.replace(' ', '%20')}".encode()).decode()
        plain = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        same = query and query["redirect_uri"] == form["redirect_uri"] and query["code_challenge"] == challenge
        if not same or authorization not in {f"Basic {own}", f"Basic {plain}"}:
            return None
        now = int(time.time())
        claims = {"iss": self.address, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": query["nonce"]}
        signed = jwt.encode({"alg": "RS256", "kid": "one"}, {**claims, **self.person, **self.spoil}, self.signer)
        return {"access_token": "x", "token_type": "Bearer", "expires_in": 300, "id_token": signed}


@contextmanager
def running() -> Iterator[FakeProvider]:
    """Run a provider until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            if asked.path == "/authorize":
                self.send_response(302)
                query = {name: values[0] for name, values in parse_qs(asked.query).items()}
                self.send_header("Location", made.authorize(query))
                self.send_header("Content-Length", "0")
                self.end_headers()
            elif asked.path == "/keys":
                self.answer({"keys": [made.key.as_dict(private=False)]})
            else:
                self.answer(made.description())

        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            found = made.token({name: values[0] for name, values in form.items()}, self.headers["Authorization"] or "")
            self.answer(found or {"error": "invalid_grant"}, 200 if found else 400)

        def answer(self, form: dict, status: int = 200) -> None:
            text = json.dumps(form).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made = FakeProvider(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
