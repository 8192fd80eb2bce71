"""Who is let in, with which rights, how often, and from which pages."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from fastapi import Request

from app.access.requests import is_loopback, may
from app.access.users import Right, Users, add_user, read_users
from app.serving.running import open_access_warning
from app.settings import Settings, SettingsError, load_settings
from ingest import KloeError
from tests.app.client import HERE, PASSWORD, Serve, TestClient

SEARCH = "/api/v1/search?q=supervision"


def test_by_default_everyone_reads_and_this_machine_uploads(serve: Serve) -> None:
    assert serve().get(SEARCH).status_code == 200
    assert serve(HERE).get("/account").json()["rights"] == ["read", "remove", "upload"]
    assert serve().get("/account").json()["rights"] == ["read"]
    forwarded = {"X-Forwarded-For": "203.0.113.9"}
    assert serve(HERE).get("/account", headers=forwarded).json()["rights"] == ["read"]


def test_files_are_taken_from_those_who_may_upload(serve: Serve, users_file: Path) -> None:
    client = serve(HERE, users_file=users_file)
    upload = "/gradio_api/upload"
    assert client.post(upload, auth=("reader", PASSWORD)).status_code == 403
    assert client.post(f"{upload}/", auth=("reader", PASSWORD)).status_code == 404
    assert client.post(upload, auth=("clerk", PASSWORD)).status_code == 404  # only the page's own server has it


def test_people_sign_in_with_their_password(serve: Serve, users_file: Path) -> None:
    client = serve(HERE, users_file=users_file)
    for path in (SEARCH, "/api/v1/openapi.json"):
        refused = client.get(path)
        assert (refused.status_code, refused.headers["www-authenticate"][:5]) == (401, "Basic"), path
        assert "www-authenticate" not in client.get(path, headers={"Sec-Fetch-Mode": "cors"}).headers
    for path in ("/account", "/", "/originals/x"):
        refused = client.get(path)
        assert (refused.status_code, "www-authenticate" in refused.headers) == (401, False), path
    assert client.get("/account", auth=("reader", "not the password")).status_code == 401
    assert client.get("/account", auth=("nobody", PASSWORD)).status_code == 401
    assert client.get(SEARCH, auth=("reader", PASSWORD)).status_code == 200
    assert client.get("/account", auth=("reader", PASSWORD)).json()["rights"] == ["read"]
    assert client.get("/account", auth=("clerk", PASSWORD)).json()["rights"] == ["read", "upload"]


@pytest.mark.parametrize("path", ["/health", "/api/v1/health", "/static/kloe-search.js"])
def test_health_and_the_search_box_are_open(serve: Serve, users_file: Path, path: str) -> None:
    assert serve(users_file=users_file, api_keys="secret").get(path).status_code == 200


def test_who_guesses_passwords_has_to_wait(serve: Serve, users_file: Path) -> None:
    client = serve(users_file=users_file)
    codes = [client.get("/account", auth=("reader", f"guess {n}")).status_code for n in range(11)]
    assert codes == [401] * 10 + [429]
    assert "retry-after" in client.get(SEARCH, auth=("reader", PASSWORD)).headers


def test_a_new_user_needs_no_restart(serve: Serve, users_file: Path) -> None:
    client = serve(users_file=users_file)
    assert client.get("/account", auth=("member", PASSWORD)).status_code == 401
    add_user(users_file, "member", [Right.READ], PASSWORD)
    assert client.get("/account", auth=("member", PASSWORD)).status_code == 200
    add_user(users_file, "member", [Right.READ], "another password")
    assert client.get("/account", auth=("member", PASSWORD)).status_code == 401


def test_without_the_right_to_read_nothing_is_read(serve: Serve, users_file: Path) -> None:
    add_user(users_file, "scanner", [Right.UPLOAD], PASSWORD)
    assert serve(users_file=users_file).get(SEARCH, auth=("scanner", PASSWORD)).status_code == 403


@pytest.mark.parametrize("header", ["Basic", "Basic !!!", "Basic bm9jb2xvbg==", "Basic /w==", "Digest x", "Bearer x"])
def test_a_header_that_is_no_sign_in_is_refused(serve: Serve, users_file: Path, header: str) -> None:
    assert serve(users_file=users_file).get("/account", headers={"Authorization": header}).status_code == 401


def test_a_trusted_proxy_says_who_it_is(serve: Serve, users_file: Path) -> None:
    given = {"proxy_user_header": "X-Forwarded-User", "trusted_proxies": "10.0.0.0/8"}
    proxy = {"client": ("10.1.2.3", 5000)}
    member, clerk = {"X-Forwarded-User": "member"}, {"X-Forwarded-User": "clerk"}
    assert serve(proxy, **given).get("/account", headers=member).json()["name"] == "member"
    assert serve(proxy, **given).get("/account", headers=clerk).json()["rights"] == ["read"]
    assert serve(proxy, **given, users_file=users_file).get("/account", headers=clerk).json()["rights"] == [
        "read",
        "upload",
    ]
    assert serve(proxy, **given).get("/account").status_code == 401


def test_nobody_else_says_who_it_is(serve: Serve) -> None:
    given = {"proxy_user_header": "X-Forwarded-User", "trusted_proxies": "10.0.0.0/8"}
    forged = {"X-Forwarded-User": "clerk", "X-Forwarded-For": "10.1.2.3"}
    assert serve({"client": ("203.0.113.9", 5000)}, **given).get("/account", headers=forged).status_code == 401
    assert serve(HERE, **given).get("/account", headers=forged).status_code == 401


def test_programs_show_a_key(serve: Serve) -> None:
    digest = hashlib.sha256(b"other").hexdigest()
    client = serve(api_keys=f"secret, sha256:{digest}")
    refused = client.get(SEARCH)
    assert (refused.status_code, refused.headers["content-type"]) == (401, "application/problem+json")
    assert client.post("/gradio_api/mcp/").status_code == 401
    assert client.get("/account").status_code == 200
    assert client.get(SEARCH, headers={"X-API-Key": "secret"}).status_code == 200
    assert client.get(SEARCH, headers={"Authorization": "Bearer other"}).status_code == 200
    assert client.get(SEARCH, headers={"Authorization": f"Bearer sha256:{digest}"}).status_code == 401
    assert client.get(SEARCH, headers={"X-API-Key": digest}).status_code == 401


def test_a_key_opens_no_page(serve: Serve, users_file: Path) -> None:
    client = serve(users_file=users_file, api_keys="secret")
    assert client.get("/account", headers={"X-API-Key": "secret"}).status_code == 401
    assert client.get(SEARCH, headers={"X-API-Key": "secret"}).status_code == 200
    assert client.get(SEARCH, auth=("reader", PASSWORD)).status_code == 200


def test_the_description_names_the_ways_in(serve: Serve, users_file: Path) -> None:
    def ways(client: TestClient, **headers: str) -> set[str]:
        described = client.get("/api/v1/openapi.json", headers=headers).json()
        assert "security" not in described["paths"]["/health"]["get"]
        return {name for one in described["paths"]["/search"]["get"].get("security", []) for name in one}

    assert ways(serve()) == set()
    both = serve(api_keys="secret", users_file=users_file)
    assert ways(both, **{"X-API-Key": "secret"}) == {"bearer", "APIKeyHeader", "basic"}


def test_each_client_has_its_own_limit(serve: Serve) -> None:
    client = serve(rate_limit="2/minute")
    by_proxy = {"X-Forwarded-For": "203.0.113.9"}
    assert [client.get(SEARCH).status_code for _ in range(3)] == [200, 200, 429]
    refused = client.get(SEARCH)
    assert refused.headers["content-type"] == "application/problem+json"
    assert 0 < int(refused.headers["retry-after"]) <= 60
    assert [client.get(path).status_code for path in ("/account", "/health", "/api/v1/health")] == [200, 200, 200]
    here = serve(HERE, rate_limit="1/minute")
    assert [here.get(SEARCH, headers=headers).status_code for headers in ({}, by_proxy, by_proxy)] == [200, 200, 429]


def test_pages_of_listed_origins_may_call(serve: Serve) -> None:
    client = serve(cors_origins="https://search.example.org", api_keys="secret")
    asked = {"Origin": "https://search.example.org", "Access-Control-Request-Method": "GET"}
    asked |= {"Access-Control-Request-Headers": "X-API-Key"}
    assert client.options(SEARCH, headers=asked).headers["access-control-allow-origin"] == asked["Origin"]
    refused = client.get(SEARCH, headers={"Origin": asked["Origin"]})
    assert (refused.status_code, refused.headers["access-control-allow-origin"]) == (401, asked["Origin"])
    assert client.options(SEARCH, headers=asked | {"Origin": "https://evil.example"}).status_code == 400
    assert "access-control-allow-origin" not in client.get("/account", headers={"Origin": asked["Origin"]}).headers
    assert "access-control-allow-origin" not in serve().get(SEARCH, headers={"Origin": asked["Origin"]}).headers


def test_another_site_cannot_use_a_sign_in(serve: Serve, users_file: Path) -> None:
    client = serve(users_file=users_file, cors_origins="https://search.example.org")
    other = {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}
    listed = other | {"Origin": "https://search.example.org"}
    question = {"question": "supervision"}
    codes = [
        client.post("/api/v1/ask", json=question, headers=headers, auth=("reader", PASSWORD)).status_code
        for headers in (other, listed, {"Sec-Fetch-Site": "same-origin"}, {})
    ]
    assert codes == [403, 200, 200, 200]


def test_a_right_is_read_from_a_request_of_gradio() -> None:
    class OfGradio:
        request = Request({"type": "http", "auth": type("Auth", (), {"scopes": ["upload"]})})

    assert may(OfGradio(), Right.UPLOAD)
    assert not may(Request({"type": "http"}), Right.UPLOAD)
    assert not may(None, Right.UPLOAD)


def test_the_users_file_holds_no_password(users_file: Path) -> None:
    text = users_file.read_text()
    assert PASSWORD not in text
    assert "clerk:read,upload:$argon2id$" in text
    assert users_file.stat().st_mode & 0o077 == 0
    assert Users(users_file).check("clerk", PASSWORD) == read_users(users_file)["clerk"]


def test_a_user_is_replaced(users_file: Path) -> None:
    add_user(users_file, "clerk", [Right.READ], PASSWORD)
    assert read_users(users_file)["clerk"].rights == {Right.READ}
    assert list(read_users(users_file)) == ["reader", "clerk"]


@pytest.mark.parametrize("name", ["", " ", "a:b", "a\nb", "#a", " a"])
def test_a_name_that_cannot_be_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(KloeError, match="cannot be a user's name"):
        add_user(tmp_path / "users", name, [Right.READ], PASSWORD)


def test_a_short_password_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KloeError, match="10 to"):
        add_user(tmp_path / "users", "a", [Right.READ], "short")


@pytest.mark.parametrize(
    ("text", "said"), [("a:read\n", "line 1"), ("# x\na:write:x\n", "line 2"), ("# nobody\n", "names nobody")]
)
def test_a_users_file_that_cannot_be_used_stops_the_start(serve: Serve, tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "users"
    file.write_text(text)
    with pytest.raises(SettingsError, match=said):
        serve(users_file=file).get("/health")
    with pytest.raises(SettingsError, match="cannot be read"):
        serve(users_file=tmp_path / "none").get("/health")


@pytest.mark.parametrize(
    ("host", "here"), [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("kloe.org", False)]
)
def test_what_others_reach_is_warned_of(host: str, here: bool, users_file: Path) -> None:
    def settings_of(**given: Any) -> Settings:
        return load_settings(host=host, **given)

    assert is_loopback(host) is here
    assert bool(open_access_warning(settings_of())) is not here
    assert not open_access_warning(settings_of(users_file=users_file))
