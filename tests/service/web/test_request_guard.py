"""Who may ask, from where, and how much may be sent."""

import pytest
from fastapi.testclient import TestClient

from service.settings import Settings
from tests.service.working import create_app


@pytest.fixture
def client(tmp_path, open_workspace):
    """The service as it listens on this machine, reachable under one more name."""
    settings = Settings(data_dir=tmp_path, allowed_hosts=("voices.example",), max_upload_mb=1)
    with TestClient(create_app(settings, open_workspace(settings)), base_url="http://localhost:8000") as client:
        yield client


@pytest.mark.parametrize(
    "host",
    ["localhost", "localhost:8000", "LOCALHOST", "127.0.0.1:8000", "192.168.1.7", "[::1]:8000", "voices.example"],
)
def test_known_hosts_are_answered(client, host):
    """Localhost, numeric addresses and the names in the settings."""
    assert client.get("/api/v1/programmes", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "[", "@localhost@evil", "a:b:c"]
)
def test_other_hosts_are_refused(client, host):
    """A name that was made to point here (DNS rebinding) gets nothing."""
    response = client.get("/api/v1/programmes", headers={"host": host})
    assert response.status_code == 403
    assert "address" in response.json()["problem"]


OWN = [{}, {"origin": "http://localhost:8000"}, {"sec-fetch-site": "same-origin", "origin": "null"}]
FOREIGN = [
    {"origin": "http://evil.example"},
    {"origin": "null"},
    {"origin": "http://localhost:9000"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site", "origin": "http://localhost:8000"},
]


@pytest.mark.parametrize("headers", OWN)
def test_our_own_pages_and_programs_may_change_things(client, headers):
    """A form on our page, and a program that sends no origin."""
    assert client.post("/api/v1/programmes", json={"name": "P"}, headers=headers).status_code == 201


@pytest.mark.parametrize("headers", FOREIGN)
@pytest.mark.parametrize("path", ["/api/v1/programmes", "/programmes", "/sample"])
def test_other_sites_may_not(client, headers, path):
    """A form on another site, or another port of this machine, changes nothing."""
    assert client.post(path, json={"name": "P"}, data=None, headers=headers).status_code == 403
    assert client.get("/api/v1/programmes").json() == []


def test_reading_from_a_link_elsewhere_is_fine(client):
    """A link on another site may open a page of ours."""
    assert client.get("/api/v1/programmes", headers={"sec-fetch-site": "cross-site"}).status_code == 200


def test_an_upload_that_is_too_large_is_not_read(client):
    """The length is checked before the body is; a body without a length is counted as it comes."""
    client.post("/api/v1/programmes", json={"name": "P"})
    large = client.post("/api/v1/programmes/p/files", files={"files": ("a.txt", b"x" * 2_500_000)})
    assert large.status_code == 413
    assert "1 MB" in large.json()["problem"]
    kind = {"content-type": "multipart/form-data; boundary=x"}
    unknown = client.post("/api/v1/programmes/p/files", content=iter([b"x" * 1_250_000] * 2), headers=kind)
    assert unknown.status_code == 413


@pytest.mark.parametrize("path", ["/", "/api/v1/programmes", "/nowhere", "/api/v1/nowhere"])
def test_every_answer_carries_the_headers(client, path):
    """No script from elsewhere, no address to other sites, no copy in a shared browser."""
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-inline" not in policy.replace("style-src 'self' 'unsafe-inline'", "")
    assert {"object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"} <= {
        each.strip() for each in policy.split(";")
    }
    assert "access-control-allow-origin" not in headers
    assert headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"


def test_browsers_come_back_by_https_alone(client):
    """Once they came by https; on a machine without it nothing of that is said."""
    secure = client.get("https://localhost:8000/").headers["strict-transport-security"]
    assert secure == "max-age=31536000; includeSubDomains"
    assert "strict-transport-security" not in client.get("/").headers


@pytest.fixture
def from_device(tmp_path, open_workspace):
    """Ask the service that is open to phones from a device with a given address."""
    settings = Settings(data_dir=tmp_path, phones=True)
    app = create_app(settings, open_workspace(settings))
    return lambda device: TestClient(app, base_url="http://192.168.1.20:8000", client=(device, 50000))


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/api/v1/programmes",
        "/programmes/p",
        "/programmes/p/forms",
        "/f",
        "/faq",
        "/r",
        "/room",
        "/programmes/p/elements/trust/sort/room",
        "/api/v1/programmes/p/elements/trust/sorting/rooms",
    ],
)
def test_phones_see_nothing_but_the_forms_and_rooms(from_device, path):
    """Everything else is refused to other devices, and is there on the machine itself."""
    assert from_device("192.168.1.31").get(path).status_code == 403
    assert from_device("192.168.1.31").post(path).status_code == 403
    assert from_device("127.0.0.1").get(path).status_code != 403


@pytest.mark.parametrize("path", ["/f/abcdef", "/r/abcdef", "/static/manyvoices.css"])
def test_phones_see_the_forms_and_rooms(from_device, path):
    """A code that is not there is not there; the style sheet is."""
    assert from_device("192.168.1.31").get(path).status_code in {200, 404}


@pytest.mark.parametrize(
    "path",
    [
        "/f/../api/v1/programmes",
        "/f/%2e%2e/programmes/p",
        "//programmes/p",
        "/static/..%2fapi%2fv1/programmes",
        "/F/x",
        "/r/../programmes/p",
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST"])
def test_no_spelling_of_an_address_leads_a_phone_elsewhere(from_device, method, path):
    """Refused, or no address at all."""
    phone = from_device("192.168.1.31")
    assert phone.request(method, phone.base_url.copy_with(raw_path=path.encode())).status_code in {403, 404, 405}


def test_phones_send_no_more_than_a_form_holds(from_device):
    """A larger body is refused before it is read; the longest answer in Bangla fits."""
    assert from_device("192.168.1.31").post("/f/abcdef", content=b"x" * 20_001).status_code == 403
    assert from_device("192.168.1.31").post("/f/abcdef", data={"missing": "ক" * 500}).status_code != 403


def test_a_proxy_on_this_machine_does_not_make_a_phone_local(from_device):
    """What a proxy passes on comes from elsewhere."""
    assert from_device("127.0.0.1").get("/", headers={"x-forwarded-for": "192.168.1.31"}).status_code == 403
