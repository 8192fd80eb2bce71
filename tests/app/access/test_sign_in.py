"""People sign in by name and password; whoever guesses has to wait, and nobody else has to."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx2
import pytest

from app.access.sessions import COOKIE
from app.access.users import Right, Users, add_user, change_password, remove_user
from app.settings import load_settings
from app.watching import Audit, AuditEvent, Event
from tests.app.client import HERE, PASSWORD, Serve, TestClient

OTHER_SITE = {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}
WRONG = "The name or the password is not right."


@pytest.fixture
def recorded(tmp_path: Path) -> Callable[[], list[AuditEvent]]:
    """What the audit record holds."""
    return lambda: Audit(tmp_path / "index", load_settings()).read()


def at(address: str) -> dict[str, Any]:
    """What puts a client at an address."""
    return {"client": (address, 5000)}


def sign_in(client: TestClient, name: str = "reader", password: str = PASSWORD, **given: Any) -> httpx2.Response:
    """Send the form."""
    headers = given.pop("headers", {})
    form = {"name": name, "password": password, **given}
    return client.post("/sign-in", data=form, headers=headers, follow_redirects=False)


def test_the_right_password_signs_in(serve: Serve, users_file: Path, recorded: Callable[[], list[AuditEvent]]) -> None:
    client = serve(at("203.0.113.9"), users_file=users_file)
    response = sign_in(client, " clerk ", next="/?view=search&q=a+b")
    assert (response.status_code, response.headers["location"]) == (303, "/?view=search&q=a+b")
    assert {"httponly", "samesite=lax", "path=/", "max-age=43200"} <= set(
        response.headers["set-cookie"].lower().split("; ")
    )
    assert client.get("/account").json() == {"name": "clerk", "rights": ["read", "upload"], "can_sign_out": True}
    events = [(event.event, event.who, event.address, event.detail) for event in recorded()]
    assert events == [(Event.SIGN_IN, "clerk", "203.0.113.9", "password")]


@pytest.mark.parametrize(
    ("name", "password"), [("reader", "wrong password"), ("nobody", PASSWORD), ("", ""), ("reader", "")]
)
def test_a_wrong_password_is_said_and_recorded(
    serve: Serve, users_file: Path, recorded: Callable[[], list[AuditEvent]], name: str, password: str
) -> None:
    response = sign_in(serve(users_file=users_file), name, password, next="/?view=saved")
    assert response.status_code == 401
    assert f'role="alert">{WRONG}</p>' in response.text
    assert f'name="name" value="{name}"' in response.text
    assert 'name="next" value="/?view=saved"' in response.text
    assert COOKIE not in response.cookies
    assert [(event.event, event.who) for event in recorded()] == [(Event.SIGN_IN_REFUSED, name)]
    assert PASSWORD not in str(recorded())


def test_what_was_typed_is_shown_as_text(serve: Serve, users_file: Path) -> None:
    typed = '"><script>alert(1)</script>'
    response = sign_in(serve(users_file=users_file), typed, "wrong password", next=f"/?q={typed}")
    assert response.status_code == 401
    assert "<script" not in response.text
    assert response.text.count("&#34;&gt;&lt;script&gt;") == 2
    assert "script-src" not in response.headers["content-security-policy"]
    assert response.headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    "wanted", ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "/\r\nX: y", ""]
)
def test_no_other_site_comes_next(serve: Serve, users_file: Path, wanted: str) -> None:
    client = serve(users_file=users_file)
    assert sign_in(client, next=wanted).headers["location"] == "/"
    assert 'name="next" value="/"' in client.get("/sign-in", params={"next": wanted}).text


@pytest.mark.parametrize("field", ["name", "password", "next"])
def test_more_than_anybody_types_is_refused(serve: Serve, users_file: Path, field: str) -> None:
    form = {"name": "reader", "password": PASSWORD, "next": "/"} | {field: "x" * 5000}
    assert serve(users_file=users_file).post("/sign-in", data=form).status_code == 422
    assert serve(users_file=users_file).post("/sign-in", data=form | {field: "x" * 9000}).status_code == 413


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names for which a password was looked at; looking takes no time, as a hash would."""
    looked = list[str]()

    def look(users: Users, name: str, password: str) -> Any:
        looked.append(name)
        return users.get(name) if password == PASSWORD else None

    monkeypatch.setattr(Users, "check", look)
    return looked


def guess(client: TestClient, number: int) -> int:
    return sign_in(client, "reader", f"guess number {number}").status_code


def test_guesses_at_the_same_time_are_counted(serve: Serve, users_file: Path, looks: list[str]) -> None:
    """The owner of the account signs in elsewhere all the same, and so does another account that is known there."""
    first, second = serve(at("203.0.113.9"), users_file=users_file), serve(at("203.0.113.9"), users_file=users_file)
    assert sign_in(first, "clerk").status_code == 303
    looks.clear()
    with first, second, ThreadPoolExecutor(40) as pool:
        codes = Counter(pool.map(lambda number: guess((first, second)[number % 2], number), range(40)))
    assert codes == {401: 10, 429: 30}
    assert len(looks) == 10
    refused = sign_in(first)
    assert (refused.status_code, "Wait" in refused.text) == (429, True)
    assert sign_in(serve(at("203.0.113.77"), users_file=users_file)).status_code == 303
    assert sign_in(first, "clerk").status_code == 303


def test_guesses_for_many_accounts_are_counted_together(serve: Serve, users_file: Path, looks: list[str]) -> None:
    client = serve(at("203.0.113.9"), users_file=users_file)
    codes = [sign_in(client, f"person {number}", "wrong password").status_code for number in range(32)]
    assert codes == [401] * 30 + [429] * 2
    assert len(looks) == 30


def test_guesses_from_many_addresses_are_counted_together(serve: Serve, users_file: Path, looks: list[str]) -> None:
    """Where the account has signed in before, its owner still gets in."""
    home = serve(at("192.0.2.1"), users_file=users_file)
    assert sign_in(home).status_code == 303
    looks.clear()
    client = serve(HERE, users_file=users_file)
    codes = [
        sign_in(
            client, "reader", f"guess number {number}", headers={"X-Forwarded-For": f"203.0.113.{number}"}
        ).status_code
        for number in range(102)
    ]
    assert codes == [401] * 100 + [429] * 2
    assert len(looks) == 100
    assert sign_in(home).status_code == 303


def test_right_passwords_do_not_count(serve: Serve, users_file: Path, looks: list[str]) -> None:
    client = serve(users_file=users_file)
    assert [sign_in(client).status_code for _ in range(35)] == [303] * 35
    assert [guess(client, number) for number in range(9)] == [401] * 9
    assert sign_in(client).status_code == 303
    assert [guess(client, number) for number in range(11)] == [401] * 10 + [429]


def test_a_program_may_ask_much_at_a_time(serve: Serve, users_file: Path) -> None:
    """Each of its requests has the password; that they come together makes none of them a guess."""
    client = serve(users_file=users_file)
    with client, ThreadPoolExecutor(30) as pool:
        codes = Counter(
            pool.map(lambda _: client.get("/api/v1/documents", auth=("reader", PASSWORD)).status_code, range(30))
        )
    assert codes == {200: 30}


def test_throttled_tries_do_not_fill_the_record(
    serve: Serve, users_file: Path, looks: list[str], recorded: Callable[[], list[AuditEvent]]
) -> None:
    client = serve(users_file=users_file)
    for number in range(200):
        guess(client, number)
    assert 10 <= len(recorded()) <= 70


def test_a_changed_password_ends_the_session(serve: Serve, users_file: Path) -> None:
    client = serve(users_file=users_file)
    sign_in(client)
    assert client.get("/account").status_code == 200
    change_password(users_file, "reader", "another password")
    assert client.get("/account").status_code == 401
    sign_in(client, password="another password")
    assert client.get("/account").status_code == 200


def test_a_removed_person_is_signed_out(serve: Serve, users_file: Path) -> None:
    client = serve(users_file=users_file)
    sign_in(client)
    remove_user(users_file, "reader")
    assert client.get("/account").status_code == 401


def test_changed_rights_hold_at_once(serve: Serve, users_file: Path) -> None:
    client = serve(users_file=users_file)
    sign_in(client, "clerk")
    text = users_file.read_text()
    users_file.write_text(text.replace("clerk:read,upload:", "clerk:read:"))
    assert client.get("/account").json()["rights"] == ["read"]


def test_signing_out(serve: Serve, users_file: Path, recorded: Callable[[], list[AuditEvent]]) -> None:
    client, other = serve(users_file=users_file), serve(users_file=users_file)
    sign_in(client)
    sign_in(other)
    held = {"Cookie": f"{COOKIE}={client.cookies[COOKIE]}"}
    out = client.post("/sign-out", follow_redirects=False)
    assert (out.status_code, out.headers["location"]) == (303, "/sign-in")
    assert client.get("/account", headers=held).status_code == 401
    assert other.get("/account").status_code == 200
    assert client.post("/sign-out", headers=held, follow_redirects=False).status_code == 303
    assert [event.event for event in recorded()] == [Event.SIGN_IN, Event.SIGN_IN, Event.SIGN_OUT]


def test_a_sign_in_gives_a_new_cookie(serve: Serve, users_file: Path) -> None:
    """A cookie that somebody has put into the browser beforehand opens nothing."""
    client = serve(users_file=users_file)
    client.cookies.set(COOKIE, "put there beforehand")
    sign_in(client)
    assert client.get("/account", headers={"Cookie": f"{COOKIE}=put there beforehand"}).status_code == 401


@pytest.mark.parametrize("headers", [OTHER_SITE, {"Origin": "null"}, {"Sec-Fetch-Site": "same-site"}])
def test_another_site_can_neither_sign_in_nor_out(
    serve: Serve, users_file: Path, recorded: Callable[[], list[AuditEvent]], headers: dict[str, str]
) -> None:
    client = serve(users_file=users_file)
    assert sign_in(client, headers=headers).status_code == 403
    sign_in(client)
    assert client.post("/sign-out", headers=headers).status_code == 403
    assert client.get("/account").status_code == 200
    assert [event.event for event in recorded()] == [Event.REFUSED, Event.SIGN_IN, Event.REFUSED]


def test_who_opens_a_page_signs_in_first(serve_pages: Serve, users_file: Path) -> None:
    client, browser = serve_pages(users_file=users_file), {"Accept": "text/html,*/*"}
    wanted = "/?view=search&q=café+%26+%C3%A9"
    response = client.get(wanted, headers=browser, follow_redirects=False)
    assert response.status_code == 303
    asked = response.headers["location"]
    assert asked.startswith("/sign-in?next=%2F%3Fview%3Dsearch%26q%3D")
    page = client.get(asked, headers=browser)
    assert (page.status_code, page.headers["cache-control"]) == (200, "no-store")
    assert 'type="password"' in page.text
    sent = sign_in(client, next="/?view=search&q=caf%C3%A9+%26+%C3%A9")
    assert sent.headers["location"] == "/?view=search&q=caf%C3%A9+%26+%C3%A9"
    opened = client.get(sent.headers["location"], headers=browser)
    assert opened.status_code == 200
    assert "gradio" in opened.text
    assert client.get("/config").status_code == 200


def test_programs_are_not_sent_to_a_page(serve: Serve, users_file: Path) -> None:
    client = serve(users_file=users_file)
    for path in ("/", "/api/v1/search?q=x", "/feeds/search.atom?q=x"):
        assert client.get(path, follow_redirects=False).status_code == 401, path
    assert client.post("/export/saved.docx", headers={"Accept": "text/html"}).status_code == 401


def test_the_address_of_a_page_survives_the_sign_in(serve: Serve, users_file: Path) -> None:
    client = serve(users_file=users_file)
    asked = client.get(
        "/originals/x%20y?a=%2F%2Fevil", headers={"Accept": "text/html"}, follow_redirects=False
    ).headers["location"]
    assert asked.startswith(f"/sign-in?next={quote('/originals/x', safe='')}")
    wanted = httpx2.URL(asked).params["next"]
    assert sign_in(client, next=wanted).headers["location"] == "/originals/x%20y?a=%2F%2Fevil"


def test_nobody_signs_in_where_nobody_needs_to(serve: Serve) -> None:
    client = serve()
    assert client.get("/sign-in").status_code == 404
    assert sign_in(client).status_code in (401, 404)
    assert client.post("/sign-out", follow_redirects=False).headers["location"] == "/"


def test_a_person_without_the_right_to_read_is_told(serve: Serve, users_file: Path) -> None:
    add_user(users_file, "scanner", [Right.UPLOAD], PASSWORD)
    client = serve(users_file=users_file)
    assert sign_in(client, "scanner").status_code == 303
    assert client.get("/account").status_code == 403
