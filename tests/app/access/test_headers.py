"""Every response, refusals and faults included, tells browsers to do no more with it than it needs."""

from pathlib import Path

import httpx2
import pytest

from app.server import create_app
from app.settings import load_settings
from index import Index
from tests.app.client import PASSWORD, Serve, TestClient

SENT = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "x-frame-options": "DENY",
}


def assert_guarded(response: httpx2.Response) -> None:
    assert {name: response.headers.get(name) for name in SENT} == SENT
    assert "frame-ancestors 'none'" in response.headers["content-security-policy"]
    assert "camera=()" in response.headers["permissions-policy"]
    assert "server" not in response.headers


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/alive", 200),
        ("GET", "/sign-in", 200),
        ("GET", "/account", 401),
        ("GET", "/api/v1/search?q=x", 401),
        ("GET", "/none", 404),
        ("DELETE", "/alive", 405),
        ("POST", "/sign-in", 401),
        ("POST", "/sign-out", 303),
        ("GET", "/metrics", 403),
        ("GET", f"/alive?{'x' * 17_000}", 414),
        ("HEAD", "/alive", 200),
    ],
)
def test_what_nobody_is_answered(serve: Serve, users_file: Path, method: str, path: str, status: int) -> None:
    response = serve(users_file=users_file).request(method, path, follow_redirects=False)
    assert response.status_code == status
    assert_guarded(response)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/v1/search?q=x", 200),
        ("GET", "/api/v1/search", 422),
        ("GET", "/api/v1/documents/none", 422),
        ("DELETE", "/api/v1/documents/none", 403),
        ("GET", "/feeds/search.atom?q=x", 200),
        ("GET", "/api/v1/docs", 200),
    ],
)
def test_what_a_reader_is_answered(serve: Serve, users_file: Path, method: str, path: str, status: int) -> None:
    response = serve(users_file=users_file).request(method, path, auth=("reader", PASSWORD))
    assert response.status_code == status
    assert_guarded(response)
    assert response.headers["cache-control"].startswith(("private", "no-store"))


def test_other_refusals(serve: Serve) -> None:
    client = serve(hosts="kloe.example.gov.uk")
    assert_guarded(client.get("/alive", headers={"Host": "evil.example"}))
    large = client.post("/api/v1/ask", content=b"x" * 100_000, headers={"Content-Type": "application/json"})
    assert large.status_code == 413
    assert_guarded(large)
    forged = client.post("/sign-out", headers={"Origin": "https://evil.example"})
    assert forged.status_code == 403
    assert_guarded(forged)


def test_a_fault_is_guarded_too(tmp_path: Path) -> None:
    def broken() -> Index:
        raise RuntimeError("the words of a document")

    app = create_app(load_settings(index=tmp_path / "index"), broken)
    response = TestClient(app, raise_server_exceptions=False).get("/health")
    assert (response.status_code, response.headers["content-type"]) == (500, "application/problem+json")
    assert "the words of a document" not in response.text
    assert_guarded(response)
    assert "x-request-id" in response.headers
    with pytest.raises(RuntimeError):  # the server's log has it
        TestClient(app).get("/health")


def test_sites_that_are_listed_may_show_kloe_in_a_frame(serve: Serve) -> None:
    response = serve(frame_ancestors="https://www.example.gov.uk, https://intranet.example").get("/alive")
    policy = response.headers["content-security-policy"]
    assert policy.endswith("frame-ancestors https://www.example.gov.uk https://intranet.example")
    assert "x-frame-options" not in response.headers


def test_only_over_tls_is_tls_asked_for(serve: Serve) -> None:
    proxy = serve({"client": ("127.0.0.1", 5000)}, trusted_proxies="127.0.0.1")
    assert "strict-transport-security" not in proxy.get("/alive").headers
    over_tls = proxy.get("/alive", headers={"X-Forwarded-Proto": "https"}).headers
    assert over_tls["strict-transport-security"] == "max-age=31536000"
    assert "strict-transport-security" not in serve().get("/alive", headers={"X-Forwarded-Proto": "https"}).headers
