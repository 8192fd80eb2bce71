"""The page of the search box names the address at which Kloe is reached, and its policy holds."""

from tests.app.client import Serve


def test_it_shows_the_markup_with_kloes_own_address(serve: Serve) -> None:
    response = serve().get("/box", headers={"host": "localhost:7860"})
    assert response.status_code == 200
    assert '&lt;kloe-search src="http://localhost:7860"&gt;' in response.text
    policy = response.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';")
    assert "unsafe" not in policy


def test_who_may_not_read_does_not_see_it(serve: Serve) -> None:
    assert serve(proxy_user_header="X-User").get("/box").status_code in (401, 403)
