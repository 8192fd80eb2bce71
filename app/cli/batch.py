"""Answers a file of questions: one JSON object a line in, one a line out."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from index import Index, SearchResult
from ingest import KloeError
from qa import Answer, Citation, ask
from qa.writing import Sentence, Writer, Written


def read_questions(path: Path) -> list[tuple[str, str]]:
    """Read `(id, question)` from a file of JSON lines.

    Raises:
        KloeError: the file cannot be read, or a line is not `{"id": …, "question": …}`; the line is named.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise KloeError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from error
    questions = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            questions.append((str(row["id"]), row["question"].strip()))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise KloeError(f'{path}, line {number}: not a JSON object with "id" and "question"') from error
    if not questions:
        raise KloeError(f"{path} holds no questions")
    return questions


def answer_file(
    index: Index, questions: Path, out: Path, progress: Callable[[int, int], None], writer: Writer | None = None
) -> int:
    """Answer each question of a file and write the answers, in the same order; gives their number.

    The answers appear at `out` when all are there, so a run that breaks off leaves no half file under that name.

    Args:
        writer: puts the answers into words.
    """
    rows = read_questions(questions)
    unfinished = out.with_name(out.name + ".part")
    try:
        with unfinished.open("w", encoding="utf-8") as file:
            for done, row in enumerate(_answers(index, rows, writer), 1):
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
                progress(done, len(rows))
        unfinished.replace(out)
    except OSError as error:
        raise KloeError(f"{out} cannot be written: {error.strerror or error}") from error
    return len(rows)


def _answers(index: Index, rows: list[tuple[str, str]], writer: Writer | None) -> Iterator[dict[str, Any]]:
    index.warm()
    for id_, question in rows:
        begun = time.perf_counter()
        answer = ask(index, question)
        written = writer.write(answer) if writer and answer.answered else None
        yield {"id": id_, **answer_row(answer, written), "seconds": round(time.perf_counter() - begun, 4)}


def answer_row(answer: Answer, written: Written | None = None) -> dict[str, Any]:
    """An answer as JSON: what `kloe ask --json` prints and `kloe answer` writes.

    Args:
        written: what a chat model made of it; the text and the citations are then its own.
    """
    row = {
        "question": answer.question,
        "answered": answer.answered,
        "reason": answer.reason,
        "text": written.text if written else answer.text,
        "lead": answer.lead,
        "taken": answer.parsed.taken if answer.parsed else (),
        "scope": {
            "authorities": answer.scope.authorities,
            "years": answer.scope.years,
            "months": answer.scope.months,
            "kinds": answer.scope.kinds,
            "regions": answer.scope.regions,
            "without": answer.scope.without,
            "judged": answer.scope.judged,
            "latest": answer.scope.latest,
        },
        "told": [{"text": text, "citation": number} for text, number in answer.told],
        "coverage": answer.coverage,
        "citations": [citation_row(citation) for citation in (written or answer).citations],
        "passages": [result_row(result) for result in answer.results],
    }
    return row | {"written": _written_row(written)} if written else row


def citation_row(citation: Citation) -> dict[str, Any]:
    """A citation as JSON."""
    return {
        "number": citation.number,
        "document": citation.record.path,
        "page": citation.page,
        "paragraph": citation.paragraph,
        "section": citation.section,
        "quote": citation.quote,
        "reference": citation.reference,
    }


def _written_row(written: Written) -> dict[str, Any]:
    return {
        "provider": written.provider,
        "note": written.note,
        "fallback": written.fallback,
        "unknown": written.unknown,
        "sentences": [sentence_row(sentence) for sentence in written.sentences],
    }


def sentence_row(sentence: Sentence) -> dict[str, Any]:
    """A sentence that a chat model wrote, after the check, as JSON."""
    return {
        "text": sentence.text,
        "citations": sentence.numbers,
        "status": sentence.status,
        "said": sentence.said,
        "reason": sentence.reason,
    }


def result_row(result: SearchResult) -> dict[str, Any]:
    """A passage that was found as JSON."""
    record = result.record
    return {
        "document": record.path,
        "page": result.passage.page,
        "paragraph": result.passage.number,
        "text": result.passage.text,
        "headings": result.passage.headings,
        "stance": result.passage.stance,
        "authority": record.authority,
        "kind": record.kind,
        "published": record.published and record.published.isoformat(),
        "years": record.years,
        "score": result.score and round(result.score, 6),
    }
