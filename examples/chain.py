"""Kloe's retriever in an ordinary LangChain chain: retriever, prompt, chat model.

    python examples/chain.py "What did Ofsted say about management oversight in Westhaven in 2022?"

It asks the sample documents, or with `--index FOLDER` an index of yours. Where CHAT_MODEL names a chat model it writes the answer:

    pip install langchain-ollama
    CHAT_MODEL=ollama:llama3.2 python examples/chain.py "..."

A model's answer is its own wording and may be wrong; `kloe ask` quotes, and checks what it quotes.
"""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from langchain.chat_models import init_chat_model
from langchain_core.documents import Document
from langchain_core.language_models import BaseChatModel, FakeListChatModel
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import Runnable, RunnableBranch, RunnableParallel, RunnablePassthrough
from sample import list_sources, open_index

from index import Index
from qa.retriever import KloeRetriever

NO_MODEL = "(CHAT_MODEL names no chat model, so nobody has put these passages into words.)"
NOTHING = "The index holds nothing on this."
PROMPT = ChatPromptTemplate.from_messages(
    [
        (
            "system",
            "Answer from these passages alone and put the number of a passage, as in [2], behind what you take from it."
            " If they do not answer the question, say so.\n\n{passages}",
        ),
        ("human", "{question}"),
    ]
)


def make_chain(index: Index, model: BaseChatModel) -> Runnable[str, dict[str, Any]]:
    """Give the chain from a question to `{"question": …, "documents": […], "answer": …}`."""
    written = RunnablePassthrough.assign(passages=lambda found: _numbered(found["documents"])) | PROMPT | model
    # A model that is given no passages answers from what it remembers.
    answer = RunnableBranch[dict[str, Any], str](
        (lambda found: not found["documents"], lambda _: NOTHING), written | StrOutputParser()
    )
    found = RunnableParallel(question=RunnablePassthrough(), documents=KloeRetriever(index=index, limit=8))
    return found.assign(answer=answer)


def _numbered(documents: Sequence[Document]) -> str:
    return "\n\n".join(
        f"[{number}] {document.metadata['reference']}:\n{document.page_content}"
        for number, document in enumerate(documents, 1)
    )


def name_model(name: str | None) -> BaseChatModel:
    """Give the chat model of a name ("ollama:llama3.2"); without one, a stand-in that says so."""
    return init_chat_model(name) if name else FakeListChatModel(responses=[NO_MODEL])


def answer(index: Index, question: str, model: BaseChatModel) -> str:
    """The model's answer, and the passages that it was given."""
    given = make_chain(index, model).invoke(question)
    return f"{given['answer']}\n\n{list_sources(given['documents'])}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Answer the question of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("question")
    parser.add_argument("--index", type=Path, help="an index folder; else the sample documents")
    given = parser.parse_args(arguments)
    with open_index(given.index) as index:
        print(answer(index, given.question, name_model(os.environ.get("CHAT_MODEL"))))


if __name__ == "__main__":
    main()
