"""`kloe count` over the sample documents."""

import json
from collections.abc import Callable, Iterator

import pytest
import typer

from app.cli.counts import count
from app.settings import settings
from index import Index

Ask = Callable[..., str]


@pytest.fixture
def asked(sample_index: Index, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Ask]:
    monkeypatch.setenv("KLOE_INDEX", str(sample_index.folder))
    settings.cache_clear()
    command = typer.Typer(add_completion=False)
    command.command()(count)

    def ask(*words: str) -> str:
        with pytest.raises(SystemExit) as ended:
            command(list(words))
        assert ended.value.code == 0
        return capsys.readouterr().out

    yield ask
    settings.cache_clear()


def test_a_count_as_text(asked: Ask) -> None:
    said = asked("how many inspections in 2022, by region?")
    assert said.splitlines()[0].endswith("published in 2022.")
    assert "Sources" in said


def test_a_count_as_json(asked: Ask) -> None:
    found = json.loads(asked("how many inspections of Marlbridge", "--json"))
    assert list(found) == ("computed lead asked number unit of of_words missing groups rows explanation scope".split())
    assert found["computed"]
    assert found["number"] == len(found["rows"])
    assert all(row["citations"] for row in found["rows"])
    assert found["scope"]["authorities"] == ["Marlbridge"]


def test_filters_confine_a_count(asked: Ask) -> None:
    everywhere = json.loads(asked("how many inspections", "--json"))["number"]
    inside = json.loads(asked("how many inspections", "--authority", "Marlbridge", "--json"))["number"]
    assert 0 < inside < everywhere


def test_what_is_not_counted_is_said(asked: Ask) -> None:
    assert "“caseloads”" in asked("how many authorities have high caseloads?")
