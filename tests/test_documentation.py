"""The documentation names what there is: every setting, command and route, and the version of PyTorch that is pinned."""

import re
import tomllib
from pathlib import Path

import pytest
import typer

from app.cli.commands import app as commands
from app.server import create_app
from app.settings import Settings
from index import Index
from ingest import KloeError

ROOT = Path(__file__).parent.parent


def _page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_setting_is_documented() -> None:
    names = re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|", _page("docs/running.md"), re.M)))
    assert set(Settings.model_fields) <= set(names)


def test_every_command_is_documented() -> None:
    group = typer.main.get_command(commands)
    names = [name for name, command in group.commands.items() if not command.hidden]  # type: ignore[attr-defined]
    assert names
    assert not [name for name in names if f"`kloe {name}" not in _page("docs/using.md")]


def test_every_route_is_documented() -> None:
    def unopened() -> Index:
        raise KloeError("the description needs no index")

    paths = create_app(Settings(), unopened).state.api.openapi()["paths"]
    routes = {f"`{method.upper()} {path.replace('{document_id}', '{id}')}`" for path in paths for method in paths[path]}
    assert routes
    assert not [route for route in routes if route not in _page("docs/api.md")]


@pytest.mark.parametrize("name", ["README.md", "docs/running.md"])
def test_pinned_torch_is_documented(name: str) -> None:
    dependencies = tomllib.loads(_page("pyproject.toml"))["project"]["dependencies"]
    pin = next(dependency for dependency in dependencies if dependency.startswith("torch=="))
    assert f"pip install {pin} --index-url" in _page(name)


def test_readme_is_short() -> None:
    assert len(_page("README.md").splitlines()) <= 130
