"""Answers the same questions with the plain pipeline that people write first, for comparison.

The plain pipeline has LangChain's recursive splitter at 1000/150 over each page's text, the same embedder, Chroma, the top 20 and no
filters. Its answer is the first three chunks.

    python -m bench.plain CORPUS QUESTIONS.jsonl --out ANSWERS.jsonl
"""

import argparse
import json
import time
from pathlib import Path

from langchain_text_splitters import RecursiveCharacterTextSplitter
from rich.progress import track

from app.cli.batch import read_questions
from app.settings import settings
from index import Embedder
from index.vectors.store import VectorStore
from ingest import ReadError
from ingest.readers import read_pages


def main() -> None:
    """Index the corpus the plain way, answer the questions, write the answers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--store", type=Path, default=Path(".kloe/plain"), help="folder for its Chroma store")
    arguments = parser.parse_args()
    embedder = Embedder(settings().model)
    store = VectorStore(arguments.store, None, "plain", make=True)
    chunks = _chunks(arguments.corpus, arguments.store / "chunks.json")
    if len(store) != len(chunks):
        store.drop()
        store = VectorStore(arguments.store, None, "plain", make=True)
        for start in track(range(0, len(chunks), 256), description="Embedding"):
            part = chunks[start : start + 256]
            vectors = embedder.encode([text for _, _, text in part])
            store.add([str(start + n) for n in range(len(part))], vectors)
    with arguments.out.open("w", encoding="utf-8") as file:
        for row in read_questions(arguments.questions):
            begun = time.perf_counter()
            nearest = [chunks[int(key)] for key, _ in store.nearest(embedder.embed_query(row.question), 20)]
            rows = [{"document": document, "page": page, "text": text} for document, page, text in nearest]
            answer = {
                "id": row.id,
                "answered": True,
                "text": "\n\n".join(text for _, _, text in nearest[:3]),
                "citations": [{**row, "quote": row["text"]} for row in rows[:3]],
                "passages": rows,
                "seconds": time.perf_counter() - begun,
            }
            file.write(json.dumps(answer, ensure_ascii=False) + "\n")


def _chunks(corpus: Path, kept: Path) -> list[tuple[str, int, str]]:
    """Give `(document, page, text)` of every chunk, from the file `kept` if there is one."""
    if kept.is_file():
        return [(document, page, text) for document, page, text in json.loads(kept.read_text(encoding="utf-8"))]
    splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=150)
    chunks = []
    for path in track([path for path in sorted(corpus.rglob("*")) if path.is_file()], description="Reading"):
        try:
            pages = read_pages(path).pages
        except ReadError:
            continue
        name = path.relative_to(corpus).as_posix()
        for number, lines in enumerate(pages, 1):
            chunks += [(name, number, text) for text in splitter.split_text("\n".join(line.text for line in lines))]
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(chunks), encoding="utf-8")
    return chunks


if __name__ == "__main__":
    main()
