"""The answers in `docs/answers.md` are those that the code gives."""

import importlib
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from index import Index
from qa import Reason, ask
from tests.conftest import ROOT, RealSample


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The command, which is not installed with the package."""
    monkeypatch.syspath_prepend(ROOT)
    return importlib.import_module("bench.answers")


@pytest.fixture
def embedded(real_sample: RealSample, model_loaded_once: None, tmp_path: Path) -> Path:
    """A folder with the sample's vectors, so that its index is made without embedding them again."""
    shutil.copytree(real_sample.cache, tmp_path / "cache")
    return tmp_path


@pytest.mark.slow
def test_the_page_is_what_the_code_gives(answers: ModuleType, embedded: Path) -> None:
    changes = answers.compare(answers.make_page(answers.make_index(embedded)))
    assert not changes, "run `python -m bench.answers` and read what has changed:\n" + "\n".join(changes)


def test_every_way_of_declining_is_shown(answers: ModuleType, sample_index: Index) -> None:
    declined = [question for shows, question in answers.QUESTIONS if shows.startswith("Declined")]
    assert {ask(sample_index, question).reason for question in declined} == set(Reason)


def test_the_page_has_all_questions(answers: ModuleType) -> None:
    page = answers.PAGE.read_text(encoding="utf-8")
    assert len(answers.QUESTIONS) == 21
    for number, (shows, question) in enumerate(answers.QUESTIONS, 1):
        assert f"## {number}. {shows}\n\n> {question}\n" in page
