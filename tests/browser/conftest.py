"""Fixtures of the browser tests: one server over the sample, and its page at two widths."""

from collections.abc import Iterator

import pytest

from index import Index, update
from tests.browser.serving import EVIL, opened_page, serving
from tests.conftest import SAMPLE, WordEmbedder

playwright = pytest.importorskip("playwright.sync_api")


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Index]]:
    """The address of the pages, and the index behind them: the sample, and minutes with hostile markup."""
    folder = tmp_path_factory.mktemp("ui")
    (folder / "evil").mkdir()
    (folder / "evil" / "minutes.txt").write_text(
        f"Agenda item\n\nMinutes:\n\nThe zeppelin was late {EVIL} for members.\n"
    )
    index = Index(folder / "index", WordEmbedder())
    update(index, [SAMPLE, folder / "evil"], folder / "cache")
    with serving(folder) as address:
        yield address, index


@pytest.fixture(scope="session")
def address(served: tuple[str, Index]) -> str:
    return served[0]


@pytest.fixture(scope="session")
def index(served: tuple[str, Index]) -> Index:
    return served[1]


@pytest.fixture(params=[1280, 390])
def page(browser: playwright.Browser, address: str, request: pytest.FixtureRequest) -> Iterator[playwright.Page]:
    with opened_page(browser, address, viewport={"width": request.param, "height": 850}) as page:
        page.wait_for_selector(".kloe-start")
        yield page
