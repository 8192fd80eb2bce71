"""People sign in at the council's own provider, and nothing that is not the provider's word for them opens Kloe."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from app.access.sessions import COOKIE
from app.access.users import Right, add_user
from app.settings import load_settings
from app.watching import Audit, AuditEvent, Event
from tests.app.access.provider import OTHER_KEY, Provider, provider_here
from tests.app.client import HERE, PASSWORD, Serve, TestClient

LEAVE, BACK = "/sign-in/openid", "/sign-in/openid/back"


@pytest.fixture
def provider() -> Iterator[Provider]:
    with provider_here() as provider:
        yield provider


@pytest.fixture
def recorded(tmp_path: Path) -> Callable[[], list[AuditEvent]]:
    """What the audit record holds."""
    return lambda: Audit(tmp_path / "index", load_settings()).read()


def leave(client: TestClient, **query: str) -> str:
    """The address at the provider to which Kloe sends a person."""
    response = client.get(LEAVE, params=query, follow_redirects=False)
    assert response.status_code == 302, response.text
    return response.headers["location"]


def sign_in(client: TestClient, provider: Provider, **query: str) -> httpx.Response:
    """Go to the provider and back; gives Kloe's response to the person who comes back."""
    return client.get(provider.back_from(leave(client, **query)), follow_redirects=False)


def session_cookie(response: httpx.Response) -> set[str]:
    """What the cookie of the session says, in small letters."""
    (cookie,) = [value for value in response.headers.get_list("set-cookie") if value.startswith(f"{COOKIE}=")]
    return set(cookie.lower().split("; "))


def assert_refused(response: httpx.Response, events: list[AuditEvent], status: int = 401) -> None:
    """Kloe says in a sentence that it has not signed the person in, and has recorded it."""
    assert response.status_code == status
    assert 'role="alert">The sign-in service ' in response.text
    assert COOKIE not in response.cookies
    assert [event.event for event in events] == [Event.SIGN_IN_REFUSED]
    assert events[0].detail


@pytest.mark.parametrize(
    ("roles", "rights"),
    [
        (None, ["read"]),
        ([], ["read"]),
        (["upload"], ["read", "upload"]),
        (["remove"], ["read", "remove", "upload"]),
        ("upload other", ["read", "upload"]),
        (["administrator", 5, None, {}], ["read"]),
        ({"remove": True}, ["read"]),
    ],
)
def test_a_person_signs_in(
    serve: Serve, provider: Provider, recorded: Callable[[], list[AuditEvent]], roles: Any, rights: list[str]
) -> None:
    provider.person["roles"] = roles
    client = serve(**provider.settings)
    assert client.get("/account").status_code == 401
    back = sign_in(client, provider, next="/?view=search&q=a+b")
    assert (back.status_code, back.headers["location"]) == (303, "/?view=search&q=a+b")
    told = client.get("/account").json()
    assert (told["name"], told["rights"], told["can_sign_out"]) == ("sam", rights, True)
    assert [(event.event, event.who, event.detail) for event in recorded()] == [(Event.SIGN_IN, "sam", "openid")]


def test_the_page_leads_to_the_provider(serve: Serve, provider: Provider) -> None:
    page = serve(**provider.settings).get("/sign-in", params={"next": "/?view=search"}).text
    assert 'href="/sign-in/openid?next=%2F%3Fview%3Dsearch"' in page
    assert 'type="password"' not in page


def test_signing_out_ends_the_session_at_kloe(
    serve: Serve, provider: Provider, recorded: Callable[[], list[AuditEvent]]
) -> None:
    client = serve(**provider.settings)
    sign_in(client, provider)
    token = client.cookies[COOKIE]
    out = client.post("/sign-out", follow_redirects=False)
    assert (out.status_code, out.headers["location"]) == (303, "/sign-in")
    assert COOKIE not in client.cookies
    assert client.get("/account", headers={"Cookie": f"{COOKIE}={token}"}).status_code == 401
    assert [event.event for event in recorded()] == [Event.SIGN_IN, Event.SIGN_OUT]


def test_the_cookie_is_the_browsers_own(serve: Serve, provider: Provider) -> None:
    parts = session_cookie(sign_in(serve(**provider.settings), provider))
    assert {"httponly", "samesite=lax", "path=/"} <= parts
    assert "secure" not in parts


def test_behind_tls_the_cookies_travel_over_tls_alone(serve: Serve, provider: Provider) -> None:
    name = "kloe.example.gov.uk"
    client = serve({**HERE, "base_url": f"http://{name}"}, hosts=name, **provider.settings)
    proxy = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9"}
    left = client.get(LEAVE, headers=proxy, follow_redirects=False)
    under_way = left.headers["set-cookie"]
    assert {"httponly", "secure", "samesite=lax"} <= set(under_way.lower().split("; "))
    back = provider.back_from(left.headers["location"])
    assert back.startswith(f"https://{name}{BACK}?")
    held = proxy | {"Cookie": under_way.split(";")[0]}
    signed = client.get(f"{BACK}?{urlsplit(back).query}", headers=held, follow_redirects=False)
    assert {"httponly", "samesite=lax", "secure"} <= session_cookie(signed)


def test_a_wrong_state_is_refused(serve: Serve, provider: Provider, recorded: Callable[[], list[AuditEvent]]) -> None:
    client = serve(**provider.settings)
    back = provider.back_from(leave(client))
    code = parse_qs(urlsplit(back).query)["code"][0]
    assert_refused(client.get(BACK, params={"code": code, "state": "another"}), recorded())


@pytest.mark.parametrize("query", ["", "?code=x", "?state=x", "?code=&state="])
def test_coming_back_without_leaving_is_refused(
    serve: Serve, provider: Provider, recorded: Callable[[], list[AuditEvent]], query: str
) -> None:
    assert_refused(serve(**provider.settings).get(f"{BACK}{query}"), recorded())


def test_another_browser_cannot_come_back(
    serve: Serve, provider: Provider, recorded: Callable[[], list[AuditEvent]]
) -> None:
    back = provider.back_from(leave(serve(**provider.settings)))
    assert_refused(serve(**provider.settings).get(back), recorded())


def test_a_forged_cookie_of_a_sign_in_under_way_is_refused(
    serve: Serve, provider: Provider, recorded: Callable[[], list[AuditEvent]]
) -> None:
    client = serve(**provider.settings)
    back = provider.back_from(leave(client))
    value = client.cookies["kloe_sign_in"]
    client.cookies.clear()
    forged = {"Cookie": f"kloe_sign_in={value[:-4]}AAAA"}
    assert_refused(client.get(back, headers=forged), recorded())


def test_a_code_is_good_once(serve: Serve, provider: Provider, recorded: Callable[[], list[AuditEvent]]) -> None:
    client = serve(**provider.settings)
    address = leave(client)
    under_way = {"Cookie": f"kloe_sign_in={client.cookies['kloe_sign_in']}"}
    back = provider.back_from(address)
    assert client.get(back, follow_redirects=False).status_code == 303
    client.cookies.clear()
    assert_refused(client.get(back, headers=under_way), recorded()[1:])


def test_a_code_for_another_browser_is_refused(
    serve: Serve, provider: Provider, recorded: Callable[[], list[AuditEvent]]
) -> None:
    victim, thief = serve(**provider.settings), serve(**provider.settings)
    code = parse_qs(urlsplit(provider.back_from(leave(victim))).query)["code"][0]
    state = parse_qs(urlsplit(leave(thief)).query)["state"][0]
    assert_refused(thief.get(BACK, params={"code": code, "state": state}), recorded())


WRONG: dict[str, dict[str, Any]] = {
    "another nonce": {"lies": {"nonce": "another"}},
    "no nonce": {"lies": {"nonce": None}},
    "another audience": {"lies": {"aud": "another"}},
    "another audience, with Kloe as the party": {"lies": {"aud": ["another"], "azp": "kloe"}},
    "another party": {"lies": {"azp": "another"}},
    "no audience": {"lies": {"aud": None}},
    "another issuer": {"lies": {"iss": "https://evil.example"}},
    "no issuer": {"lies": {"iss": None}},
    "too old": {"lies": {"exp": int(time.time()) - 3600}},
    "without an end": {"lies": {"exp": None}},
    "of the future": {"lies": {"nbf": int(time.time()) + 3600}},
    "unsigned": {"header": {"alg": "none"}},
    "unsigned, with the name of the key": {"header": {"alg": "none", "kid": "first"}},
    "unsigned, which the provider says it does": {
        "header": {"alg": "none"},
        "metadata": {"id_token_signing_alg_values_supported": ["RS256", "none"]},
    },
    "unsigned, by a provider that does nothing else": {
        "header": {"alg": "none"},
        "metadata": {"id_token_signing_alg_values_supported": ["none"]},
    },
    "another key": {"key": OTHER_KEY},
    "an unknown key": {"key": OTHER_KEY, "header": {"alg": "RS256", "kid": "second"}},
    "no name": {"person": {}},
    "an empty name": {"person": {"preferred_username": "  "}},
    "a name with a line break": {"person": {"preferred_username": "sam\nalex"}},
    "a name that is no text": {"person": {"preferred_username": ["sam"]}},
    "no ID token": {"leaves_out": {"id_token"}},
    "no access token": {"leaves_out": {"access_token"}, "lies": {"nonce": "another"}},
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_wrong_word_of_the_provider_is_refused(
    serve: Serve, provider: Provider, recorded: Callable[[], list[AuditEvent]], wrong: dict[str, Any]
) -> None:
    for name, value in wrong.items():
        setattr(provider, name, value)
    client = serve(**provider.settings)
    assert_refused(sign_in(client, provider), recorded())
    assert client.get("/account").status_code == 401


def test_what_the_address_says_does_not_reach_the_page(
    serve: Serve, provider: Provider, recorded: Callable[[], list[AuditEvent]]
) -> None:
    """Anybody can make a link with an error in it, and must not speak to people in Kloe's name."""
    said = {"error": "access_denied", "error_description": "Ring 0900 1234 and tell us your password"}
    response = serve(**provider.settings).get(BACK, params=said)
    assert_refused(response, recorded())
    assert "0900" not in response.text
    assert "0900" in recorded()[0].detail


@pytest.mark.parametrize("left_out", ["authorization_endpoint", "token_endpoint", "jwks_uri", "issuer"])
def test_a_provider_that_tells_too_little(
    serve: Serve, provider: Provider, recorded: Callable[[], list[AuditEvent]], left_out: str
) -> None:
    provider.leaves_out = {left_out}
    client = serve(**provider.settings)
    response = client.get(LEAVE, follow_redirects=False)
    if response.status_code == 302:
        response = client.get(provider.back_from(response.headers["location"]))
    assert response.status_code == 502
    assert 'role="alert">The sign-in service cannot be reached' in response.text
    assert not [event for event in recorded() if event.event is Event.SIGN_IN]


def test_a_provider_that_is_down(serve: Serve, recorded: Callable[[], list[AuditEvent]]) -> None:
    with provider_here() as provider:
        begun = serve(**provider.settings)
        back = provider.back_from(leave(begun, next="/?view=search"))
    assert_refused(begun.get(back), recorded(), 502)
    response = serve(**provider.settings).get(LEAVE, params={"next": "/?view=saved"})
    assert response.status_code == 502
    assert 'role="alert">The sign-in service cannot be reached' in response.text
    assert "%2F%3Fview%3Dsaved" in response.text  # another try leads to the same place


@pytest.mark.parametrize(
    "wanted",
    [
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/x\r\nLocation: https://evil.example",
        "evil.example",
        "",
    ],
)
def test_no_other_site_comes_next(serve: Serve, provider: Provider, wanted: str) -> None:
    client = serve(**provider.settings)
    back = sign_in(client, provider, next=wanted)
    assert (back.status_code, back.headers["location"]) == (303, "/")


def test_a_coded_line_break_stays_coded(serve: Serve, provider: Provider) -> None:
    back = sign_in(serve(**provider.settings), provider, next="/%0d%0aLocation:evil")
    assert back.headers["location"] == "/%0d%0aLocation:evil"


def test_the_users_file_gives_other_rights(serve: Serve, provider: Provider, users_file: Path) -> None:
    add_user(users_file, "sam", [Right.READ, Right.UPLOAD], PASSWORD)
    provider.person["roles"] = ["remove"]
    client = serve(**provider.settings, users_file=users_file)
    sign_in(client, provider)
    assert client.get("/account").json()["rights"] == ["read", "upload"]


def test_a_session_ends_after_its_hours(serve: Serve, provider: Provider) -> None:
    client = serve(**provider.settings, session_hours=1 / 3600)
    response = sign_in(client, provider)
    token = response.cookies[COOKIE]
    assert "max-age=1" in session_cookie(response)
    held = {"Cookie": f"{COOKIE}={token}"}
    assert client.get("/account", headers=held).status_code == 200
    time.sleep(1.1)
    assert client.get("/account", headers=held).status_code == 401


def test_a_session_of_the_provider_ends_with_it(serve: Serve, provider: Provider, users_file: Path) -> None:
    client = serve(**provider.settings)
    sign_in(client, provider)
    held = {"Cookie": f"{COOKIE}={client.cookies[COOKIE]}"}
    assert serve(users_file=users_file).get("/account", headers=held).status_code == 401
