"""The examples run over any index, with no chat model."""

import importlib
from pathlib import Path
from types import ModuleType

import pytest

from index import Index
from qa.retriever import KloeRetriever
from tests.conftest import ROOT, SAMPLE

EXAMPLES = ROOT / "examples"
NAMES = ["chain", "tool"]
QUESTION = "What did Ofsted say about management oversight in Westhaven in 2022?"
NOWHERE = "What did Ofsted find in Marlbridge in 2012?"


@pytest.fixture(autouse=True)
def _as_scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the examples import their neighbour, as a script does."""
    monkeypatch.syspath_prepend(EXAMPLES)


def _answer(name: str, index: Index, question: str) -> str:
    module = importlib.import_module(name)
    model = module.name_model(None) if name == "chain" else module.name_model(None, question)
    return str(module.answer(index, question, model))


@pytest.mark.parametrize("name", NAMES)
def test_the_passages_found_are_listed_below_the_answer(sample_index: Index, name: str) -> None:
    answer, _, sources = _answer(name, sample_index, QUESTION).partition("\n\n")
    assert "CHAT_MODEL" in answer
    found = KloeRetriever(index=sample_index, limit=8).invoke(QUESTION)
    listed = [
        f"[{n}] {one.metadata['reference']} ({one.metadata['document']})" for n, one in enumerate(found, 1)
    ]
    assert sources.splitlines() == ["Passages found:", *listed]
    assert len(listed) == 8


@pytest.mark.parametrize("name", NAMES)
def test_where_nothing_is_held_no_passage_is_listed(sample_index: Index, name: str) -> None:
    assert _answer(name, sample_index, NOWHERE).endswith("\n\nNo passage was found.")


def test_a_model_without_passages_is_not_asked(sample_index: Index) -> None:
    chain = importlib.import_module("chain")
    assert _answer("chain", sample_index, NOWHERE).startswith(chain.NOTHING)


def test_the_model_is_shown_numbered_passages_with_their_references(sample_index: Index) -> None:
    chain = importlib.import_module("chain")
    found = KloeRetriever(index=sample_index, limit=8).invoke(QUESTION)
    model = _Echo(responses=[""])
    chain.make_chain(sample_index, model).invoke(QUESTION)
    raise NotImplementedError


@pytest.mark.parametrize("name", NAMES)
def test_the_command_is_said(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    module = importlib.import_module(name)
    with pytest.raises(SystemExit) as ended:
        module.main(["--help"])
    assert ended.value.code == 0
    assert f'python examples/{name}.py "' in capsys.readouterr().out
    assert f"python examples/{name}.py" in (EXAMPLES / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_without_an_index(name: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no index at"):
        importlib.import_module(name).main(["anything", "--index", str(tmp_path)])


def test_the_sample_is_where_the_examples_look() -> None:
    assert importlib.import_module("sample").DOCUMENTS == SAMPLE
