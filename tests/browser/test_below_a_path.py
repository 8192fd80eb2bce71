"""The pages below a path of another site, in a real browser, behind a real nginx."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.browser.serving import free_port, opened_page, serving, stop, wait
from tests.browser.steps import answered, ask, go_to_tab

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
QUESTION = "What did Ofsted say about management oversight in Marlbridge in 2022?"
ROOT = "/kloe"

# `master_process off` leaves it to the user who runs the tests. Of two sites, one takes the path off and the other leaves it.
CONFIG = """
master_process off;
pid nginx.pid;
error_log stderr warn;
events {{}}
http {{
  access_log off;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  proxy_set_header Host $http_host;
  proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
  proxy_set_header X-Forwarded-Proto $scheme;
  proxy_buffering off;
  server {{
    listen 127.0.0.1:{stripping};
    location /kloe/ {{ proxy_pass {kloe}; }}
    location / {{ return 404; }}
    location = /host {{
      default_type text/html;
      return 200 '<!doctype html><title>Host</title><script src="/kloe/static/kloe-search.js"></script><kloe-search></kloe-search>';
    }}
  }}
  server {{
    listen 127.0.0.1:{leaving};
    location /kloe/ {{ proxy_pass {bare}; }}
    location / {{ return 404; }}
  }}
}}
"""


class Sites(NamedTuple):
    """The addresses of Kloe below two sites: behind a proxy that takes the path off, and behind one that leaves it."""

    stripping: str
    leaving: str


@pytest.fixture(scope="module")
def sites(served: tuple[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    if NGINX is None:
        pytest.skip("nginx is not installed (Debian: apt-get install nginx-light)")
    folder: Path = tmp_path_factory.mktemp("nginx")
    stripping, leaving = free_port(), free_port()
    with serving(served[1].folder.parent, KLOE_ROOT_PATH=ROOT) as kloe:
        config = CONFIG.format(stripping=stripping, leaving=leaving, kloe=kloe, bare=kloe.rstrip("/"))
        (folder / "nginx.conf").write_text(config)
        proxy = subprocess.Popen([NGINX, "-c", str(folder / "nginx.conf"), "-p", str(folder), "-g", "daemon off;"])
        found = Sites(*(f"http://127.0.0.1:{port}{ROOT}/" for port in (stripping, leaving)))
        try:
            wait(f"{found.stripping}health", proxy)
            yield found
        finally:
            stop(proxy)


@pytest.fixture(params=Sites._fields)
def site(sites: Sites, request: pytest.FixtureRequest) -> str:
    address: str = getattr(sites, request.param)
    return address


@pytest.fixture
def page(browser: Any, site: str) -> Iterator[Any]:
    """The page below a path; it must ask for nothing outside it."""
    asked: list[str] = []
    with opened_page(browser, "about:blank", viewport={"width": 1280, "height": 850}) as page:
        page.context.on("request", lambda request: asked.append(request.url))
        page.goto(site)
        page.wait_for_selector(".kloe-start")
        yield page
    assert len(asked) > 10
    assert [url for url in asked if url.startswith("http") and not url.startswith(site)] == []


def shows_picture(page: Any, panel: str) -> None:
    page.wait_for_function("panel => document.querySelector(`${panel} figure img`)?.naturalWidth > 0", arg=panel)


def test_asking_and_following_a_citation(page: Any, site: str) -> None:
    ask(page, QUESTION)
    assert page.url.startswith(f"{site}?view=ask&q=")
    page.locator("#answer blockquote .kloe-cite").first.click()
    shows_picture(page, "#source")
    with page.expect_popup() as original:
        page.get_by_role("link", name="Open the original").click()
    assert original.value.url.startswith(f"{site}originals/")
    page.locator("#source").get_by_role("link", name="About this document").press("Enter")
    page.wait_for_selector("#documents .kloe-record")
    assert page.url.startswith(f"{site}?view=document")
    page.reload()
    page.wait_for_selector("#documents .kloe-record")
    page.go_back()
    answered(page, QUESTION)
    ask(page, "and in Westhaven?")
    page.get_by_role("link", name="Start a new conversation").click()
    page.wait_for_selector(".kloe-start")


def test_searching_and_saving(page: Any, site: str) -> None:
    go_to_tab(page, "Search")
    page.locator("#query textarea").press_sequentially("caseloads")
    page.wait_for_selector("#results .kloe-results")
    page.wait_for_url(f"{site}?view=search&q=caseloads")
    with page.expect_download() as saved:
        page.locator("#results").get_by_role("link", name="Save as CSV").click()
    assert "caseloads" in saved.value.path().read_text(encoding="utf-8")
    page.locator("#results li .kloe-save").first.click()
    page.wait_for_selector("#results li .kloe-save[aria-pressed=true]")
    page.reload()
    page.wait_for_selector("#results li .kloe-save[aria-pressed=true]")
    page.get_by_role("tab", name="Saved").click()
    page.wait_for_selector("#saved .kloe-saved[data-link] blockquote")
    assert page.url == f"{site}?view=saved"
    with page.expect_download() as word:
        page.get_by_role("button", name="Save as Word").click()
    assert word.value.url == f"{site}export/saved.docx"
    page.locator("#saved .kloe-kept a").click()
    page.wait_for_selector("#documents .kloe-passage mark")
    page.reload()  # with a `page` in its address
    page.wait_for_selector("#documents .kloe-passage mark")


def test_documents_and_findings(page: Any, site: str) -> None:
    go_to_tab(page, "Documents")
    page.select_option("#documents-authority", "Marlbridge")
    page.click("#documents-show")
    page.wait_for_selector(".kloe-timeline")
    page.locator(".kloe-table tbody a").first.click()
    page.wait_for_selector("#documents .kloe-record")
    page.go_back()
    page.wait_for_selector(".kloe-timeline")
    page.goto(f"{site}?view=precedents&finding=Caseloads+are+too+high")
    page.wait_for_selector("#findings .kloe-precedents")
    feed = page.request.get(
        page.get_by_role("link", name="Feed of new findings").first.evaluate("link => link.href")
    ).text()
    assert f'href="{site}?view=page' in feed


def test_the_search_box_leads_into_kloe(browser: Any, sites: Sites) -> None:
    host = sites.stripping.replace(f"{ROOT}/", "/host")
    with opened_page(browser, host) as page:
        page.get_by_role("combobox").press_sequentially("caseloads")
        page.get_by_role("option").first.click()
        page.wait_for_selector("#documents .kloe-passage mark")
        assert page.url.startswith(f"{sites.stripping}?view=page&")
