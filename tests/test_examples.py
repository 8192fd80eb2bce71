"""The examples run on any index, without a chat model."""

import importlib
from pathlib import Path
from typing import Any

import pytest
from langchain_core.language_models import SimpleChatModel
from langchain_core.messages import BaseMessage

from index import Index
from qa.retriever import KloeRetriever
from tests.conftest import ROOT, SAMPLE

EXAMPLES = ROOT / "examples"
NAMES = ["chain", "tool"]
QUESTION = "What did Ofsted say about management oversight in Westhaven in 2022?"
NOWHERE = "What did Ofsted find in Marlbridge in 2012?"


@pytest.fixture(autouse=True)
def _as_scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the examples import the module beside them, as scripts do."""
    monkeypatch.syspath_prepend(EXAMPLES)


class Echo(SimpleChatModel):
    """Answers with its own prompt."""

    def _call(self, messages: list[BaseMessage], *_: Any, **__: Any) -> str:
        return "\n".join(str(message.content) for message in messages)

    @property
    def _llm_type(self) -> str:
        return "echo"


def _answer(name: str, index: Index, question: str) -> str:
    module = importlib.import_module(name)
    model = module.name_model(None) if name == "chain" else module.name_model(None, question)
    return str(module.answer(index, question, model))


@pytest.mark.parametrize("name", NAMES)
def test_the_passages_found_are_listed_below_the_answer(sample_index: Index, name: str) -> None:
    answer, _, sources = _answer(name, sample_index, QUESTION).partition("\n\n")
    assert "CHAT_MODEL" in answer
    passages = KloeRetriever(index=sample_index, limit=8).invoke(QUESTION)
    listed = [
        f"[{n}] {passage.metadata['reference']} ({passage.metadata['document']})"
        for n, passage in enumerate(passages, 1)
    ]
    assert sources.splitlines() == ["Passages found:", *listed]
    assert len(listed) == 8


@pytest.mark.parametrize("name", NAMES)
def test_no_passages_are_listed_if_none_are_found(sample_index: Index, name: str) -> None:
    assert _answer(name, sample_index, NOWHERE).endswith("\n\nNo passages found.")


def test_a_model_without_passages_is_not_asked(sample_index: Index) -> None:
    chain = importlib.import_module("chain")
    assert _answer("chain", sample_index, NOWHERE).startswith(chain.NOTHING)


def test_the_model_is_shown_numbered_passages_with_their_references(sample_index: Index) -> None:
    shown = importlib.import_module("chain").make_chain(sample_index, Echo()).invoke(QUESTION)
    for number, document in enumerate(shown["documents"], 1):
        assert f"[{number}] {document.metadata['reference']}:\n{document.page_content}" in shown["answer"]
    assert f"Question: {QUESTION}\n" in shown["answer"]


def test_documents_stand_in_no_system_message(sample_index: Index) -> None:
    seen: list[BaseMessage] = []

    class Listener(Echo):
        def _call(self, messages: list[BaseMessage], *_: Any, **__: Any) -> str:
            seen.extend(messages)
            return ""

    shown = importlib.import_module("chain").make_chain(sample_index, Listener()).invoke(QUESTION)
    assert shown["documents"]
    for message in (message for message in seen if message.type == "system"):
        assert all(document.page_content not in message.content for document in shown["documents"])


def test_the_tool_gives_text_to_the_model_and_passages_to_the_program(sample_index: Index) -> None:
    tool = importlib.import_module("tool").make_tool(sample_index)
    message = tool.invoke({"type": "tool_call", "name": tool.name, "args": {"query": QUESTION}, "id": "1"})
    assert message.artifact == KloeRetriever(index=sample_index, limit=8).invoke(QUESTION)
    for document in message.artifact:
        assert f"{document.page_content} ({document.metadata['reference']})" in message.content


@pytest.mark.parametrize("name", NAMES)
def test_help_and_readme_give_the_command(name: str, capsys: pytest.CaptureFixture[str]) -> None:
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


def test_the_examples_find_the_sample_documents() -> None:
    assert importlib.import_module("sample").DOCUMENTS == SAMPLE
