"""What the tests of the application share: Kloe over the sample with any settings, and a users file."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI

from app.access.users import Right, add_user
from app.server import create_app
from app.settings import load_settings
from index import Index
from tests.app.client import PASSWORD, Serve, TestClient


@pytest.fixture
def serve(sample_index: Index, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Serve:
    """Serves the sample with given settings. What is kept beside an index is in `tmp_path / "index"`."""
    monkeypatch.chdir(tmp_path)

    def make(client: dict[str, Any] | None = None, **given: Any) -> TestClient:
        app = create_app(load_settings(index=tmp_path / "index", **given), lambda: sample_index)
        return TestClient(app, **(client or {}))

    return make


@pytest.fixture
def serve_pages(sample_index: Index, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Serve:
    """Serves the whole application, with the pages, as `serve` does."""
    import ui

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path))  # set anew by what follows, and put back after the test

    def make(client: dict[str, Any] | None = None, **given: Any) -> TestClient:
        async def create() -> FastAPI:  # where no loop runs, Gradio makes some, and leaves them open
            return ui.create(lambda: sample_index, load_settings(index=tmp_path / "index", **given))

        return TestClient(asyncio.run(create()), **(client or {}))

    return make


@pytest.fixture
def users_file(tmp_path: Path) -> Path:
    """A users file with a reader and a clerk, who may add documents."""
    file = tmp_path / "users"
    add_user(file, "reader", [Right.READ], PASSWORD)
    add_user(file, "clerk", [Right.READ, Right.UPLOAD], PASSWORD)
    return file
