"""What deployment sets, Kloe knows."""

import re
from pathlib import Path

import pytest

from app.settings import Settings

DEPLOY = Path(__file__).parents[2] / "deploy"
FILES = [path for path in sorted(DEPLOY.iterdir()) if path.is_file() and path.name != "requirements.lock"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_setting_is_one_of_kloes(path: Path) -> None:
    named = set(re.findall(r"\bKLOE_([A-Z_]+)", path.read_text(encoding="utf-8")))
    assert {name.lower() for name in named} <= set(Settings.model_fields)


def test_settings_are_named() -> None:
    assert "KLOE_" in (DEPLOY / "kloe.env.example").read_text(encoding="utf-8")
