"""What an OpenID Connect provider says of who signs in there: asked with state, nonce and PKCE, signed by its keys."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nlp.errors import InputError
from nlp.messages import Message
from service.errors import NotSignedIn
from service.settings import Settings

ALGORITHMS = ["RS256", "PS256", "ES256"]
SECONDS = 10
LEEWAY = 120


@dataclass(frozen=True, slots=True)
class Begun:
    """A sign-in that was begun: where the browser goes, and what has to come back with it."""

    url: str
    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is at a provider; `email` is "" unless the provider has verified it."""

    issuer: str
    subject: str
    name: str
    email: str


class Provider:
    """The provider that the settings name."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._issuer = settings.oidc_issuer.rstrip("/")
        self._described: Mapping[str, Any] = {}

    def begin(self, back: str) -> Begun:
        """Return where a browser goes to sign in, to come back to the address `back`.

        Raises:
            InputError: no provider is set, or it does not answer.
        """
        nonce, verifier = secrets.token_urlsafe(24), secrets.token_urlsafe(48)
        with self._client(back) as client:
            endpoint = self._description()["authorization_endpoint"]
            url, state = client.create_authorization_url(endpoint, code_verifier=verifier, nonce=nonce)
        return Begun(url, state, nonce, verifier)

    def finish(self, code: str, back: str, nonce: str, verifier: str) -> Identity:
        """Return who has signed in.

        Raises:
            InputError: the provider does not answer.
            NotSignedIn: it does not take the code, or what it says is not signed by it, not for us or not for now.
        """
        from authlib.integrations.base_client.errors import OAuthError
        from httpx import HTTPError

        with self._client(back) as client:
            try:
                given = client.fetch_token(self._description()["token_endpoint"], code=code, code_verifier=verifier)
            except OAuthError as error:
                raise _refused() from error
            except (HTTPError, ValueError) as error:
                raise self._silent() from error
        claims = self._claims(str(given.get("id_token", "")), nonce)
        verified = claims.get("email_verified") in {True, "true"}
        email = str(claims.get("email", "")) if verified else ""
        name = str(claims.get("name") or claims.get("preferred_username") or "")
        return Identity(claims["iss"], str(claims["sub"]), name, email)

    def _claims(self, signed: str, nonce: str) -> dict[str, Any]:
        from joserfc import jwt
        from joserfc.errors import JoseError
        from joserfc.jwk import KeySet

        ours = self._settings.oidc_client_id
        wanted = jwt.JWTClaimsRegistry(
            leeway=LEEWAY,
            iss={"essential": True, "value": self._description()["issuer"]},
            aud={"essential": True, "value": ours},
            nonce={"essential": True, "value": nonce},
            sub={"essential": True},
            exp={"essential": True},
        )
        try:
            keys = KeySet.import_key_set(self._get(self._description()["jwks_uri"]))
            claims: dict[str, Any] = jwt.decode(signed, keys, algorithms=ALGORITHMS).claims
            wanted.validate(claims)
        except (JoseError, ValueError) as error:
            raise _refused() from error
        if claims.get("azp", ours) != ours:
            raise _refused()
        return claims

    def _description(self) -> Mapping[str, Any]:
        if not self._described:
            found = self._get(f"{self._issuer}/.well-known/openid-configuration")
            if str(found.get("issuer", "")).rstrip("/") != self._issuer:
                raise self._silent()
            self._described = found
        return self._described

    def _get(self, url: str) -> Any:  # noqa: ANN401 - whatever JSON holds
        import httpx

        try:
            return httpx.get(url, timeout=SECONDS).raise_for_status().json()
        except (httpx.HTTPError, ValueError) as error:
            raise self._silent() from error

    def _client(self, back: str) -> Any:  # noqa: ANN401 - the library says nothing of its types
        if not self._issuer:
            raise InputError("", Message("no other way to sign in is set up here"), Message("Sign in with a password"))
        from authlib.integrations.httpx_client import OAuth2Client

        return OAuth2Client(
            self._settings.oidc_client_id,
            self._settings.oidc_client_secret or None,
            scope="openid email profile",
            redirect_uri=back,
            code_challenge_method="S256",
            token_endpoint_auth_method="client_secret_basic" if self._settings.oidc_client_secret else "none",
            timeout=SECONDS,
        )

    def _silent(self) -> InputError:
        problem = Message("{provider} does not answer as it should", {"provider": self._settings.oidc_name})
        return InputError("", problem, Message("Try again later, or sign in with a password"))


def _refused() -> NotSignedIn:
    return NotSignedIn(Message("the sign-in did not succeed"), Message("Begin again on the page to sign in"))
