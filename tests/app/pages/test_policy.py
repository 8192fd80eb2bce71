"""The page runs Gradio's own scripts and Kloe's, and no script that got into it some other way."""

from base64 import b64encode
from hashlib import sha256

import pytest

from app.pages.policy import page_policy
from tests.app.client import Serve

TEMPLATE = "<head><script>window.config = {{ config | tojson }};</script><script src='/x.js'></script></head>"
HEAD = "<script>own()</script>"
BROWSER = {"Accept": "text/html,*/*"}


def digest(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def listed(page: str) -> set[str]:
    """The digests in the policy of a page."""
    policy = page_policy(TEMPLATE, HEAD)(page)
    return {part.rstrip(";") for part in policy.split() if part.startswith("'sha256-")}


def filled(value: str) -> str:
    return f"window.config = {value};"


@pytest.mark.parametrize("value", ['{"a": "b"}', "null", "[1, 2]", '"<\\/script>"'])
def test_a_script_of_gradio_is_listed(value: str) -> None:
    page = f"<head><script>{filled(value)}</script></head>"
    assert listed(page) == {digest(filled(value)), digest("own()")}


@pytest.mark.parametrize(
    "script",
    [
        "alert(1)",
        filled("{}; alert(1)"),
        filled("alert(1)"),
        filled('{"a": alert(1)}'),
        filled("{}") + "alert(1)",
        "alert(1);" + filled("{}"),
        filled("{};\nwindow.config = {}"),
        "",
    ],
)
def test_a_script_that_only_resembles_one_is_not_listed(script: str) -> None:
    page = f"<script>{filled('{}')}</script><p>x</p><SCRIPT type=module>{script}</SCRIPT>"
    assert listed(page) == {digest(filled("{}")), digest("own()")}


def test_the_page_lists_its_scripts_and_no_others(serve_pages: Serve) -> None:
    response = serve_pages().get("/", headers=BROWSER)
    policy = response.headers["content-security-policy"]
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "'unsafe-inline'" not in scripts
    assert len(scripts.split("'sha256-")) > 3
    assert "object-src 'none'" in policy
    assert policy.endswith("frame-ancestors 'none'")


def test_words_in_the_address_add_no_script(serve_pages: Serve) -> None:
    client = serve_pages()
    plain = client.get("/?view=search", headers=BROWSER)
    injected = client.get("/", params={"view": "search", "q": "</script><script>alert(1)</script>"}, headers=BROWSER)
    assert injected.status_code == 200
    assert "<script>alert(1)" not in injected.text
    assert digest("alert(1)") not in injected.headers["content-security-policy"]
    assert len(injected.headers["content-security-policy"].split()) == len(
        plain.headers["content-security-policy"].split()
    )


def test_the_page_is_compressed_where_the_browser_takes_it(serve_pages: Serve) -> None:
    client = serve_pages(frame_ancestors="https://www.example.gov.uk")
    packed = client.get("/", headers=BROWSER | {"Accept-Encoding": "gzip"})
    plain = client.get("/", headers=BROWSER | {"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert int(packed.headers["content-length"]) < len(plain.content) / 2
    assert "</html>" in packed.text
    assert "frame-ancestors https://www.example.gov.uk" in packed.headers["content-security-policy"]
    assert "accept-encoding" in packed.headers["vary"].lower()
    assert packed.headers["x-content-type-options"] == "nosniff"
