"""Kloe's retriever as a tool of a LangChain agent.

    python examples/tool.py "Which concerns about caseloads were raised in Marlbridge in 2023?"

It asks the sample documents, or with `--index FOLDER` an index of yours. Where CHAT_MODEL names a chat model that can call tools
it is the agent's; else a stand-in calls the tool once with the question:

    pip install langchain-ollama
    CHAT_MODEL=ollama:llama3.2 python examples/tool.py "..."

The model reads the passages as text; the program gets them whole, with all their metadata, as the tool message's artifact.
"""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from langchain.agents import create_agent
from langchain.chat_models import init_chat_model
from langchain_core.language_models import BaseChatModel, FakeMessagesListChatModel
from langchain_core.messages import AIMessage, HumanMessage, ToolMessage
from langchain_core.prompts import PromptTemplate
from langchain_core.tools import BaseTool, create_retriever_tool
from sample import list_sources, open_index

from index import Index
from qa.retriever import KloeRetriever

NO_MODEL = "(CHAT_MODEL names no chat model, so nobody has put these passages into words.)"
NAME = "search_inspection_documents"
DESCRIPTION = (
    "Finds passages in Ofsted's reports and letters on the children's services of English councils, and in councils' own papers."
    " Ask one question in plain words; name the authority and the year in it, and only their documents are searched."
)
SYSTEM = (
    "Answer from what the tool finds and name the reference of each passage that you use. If it finds nothing, say so."
)


def make_tool(index: Index) -> BaseTool:
    """Give the tool: it takes a question and gives passages, each with its reference."""
    return create_retriever_tool(
        KloeRetriever(index=index, limit=8),
        NAME,
        DESCRIPTION,
        document_prompt=PromptTemplate.from_template("{page_content} ({reference})"),
        response_format="content_and_artifact",
    )


class StandIn(FakeMessagesListChatModel):
    """Answers as it was told to; it needs no tools to be bound."""

    def bind_tools(self, tools: Sequence[Any], **_: Any) -> "StandIn":
        """Give itself."""
        return self


def name_model(name: str | None, question: str) -> BaseChatModel:
    """Give the chat model of a name ("ollama:llama3.2"); without one, a stand-in that calls the tool with the question."""
    if name:
        return init_chat_model(name)
    call = {"name": NAME, "args": {"query": question}, "id": "1"}
    return StandIn(responses=[AIMessage("", tool_calls=[call]), AIMessage(NO_MODEL)])


def answer(index: Index, question: str, model: BaseChatModel) -> str:
    """The agent's answer, and the passages that its calls of the tool have found."""
    agent = create_agent(model, [make_tool(index)], system_prompt=SYSTEM)
    messages = agent.invoke({"messages": [HumanMessage(question)]})["messages"]
    found = [
        document for message in messages if isinstance(message, ToolMessage) for document in message.artifact or ()
    ]
    return f"{messages[-1].text}\n\n{list_sources(found)}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Answer the question of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("question")
    parser.add_argument("--index", type=Path, help="an index folder; else the sample documents")
    given = parser.parse_args(arguments)
    with open_index(given.index) as index:
        print(answer(index, given.question, name_model(os.environ.get("CHAT_MODEL"), given.question)))


if __name__ == "__main__":
    main()
