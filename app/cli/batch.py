"""Answering a file of questions: one JSON object a line in, one a line out."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.asking import Filters
from app.asking import answer as find_answer
from app.cli.terminal import STANDARD, read_input, say_json
from app.schemas import AnswerBody
from index import Index
from ingest import KloeError
from qa.writing import Writer


@dataclass(frozen=True)
class AskedLine:
    """A line of a file of questions.

    Attributes:
        previous: the questions that it follows, oldest first.
    """

    id: str
    question: str
    previous: tuple[str, ...] = ()


def read_questions(path: Path) -> list[AskedLine]:
    """Read a file of JSON lines, or standard input if the path is "-".

    Raises:
        KloeError: the file cannot be read, or a line is not `{"id": …, "question": …, "previous": […]}`, of which the last may be
            left out; the text gives the line.
    """
    name = "standard input" if str(path) == STANDARD else str(path)
    questions = []
    for number, line in enumerate(_read(path).splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            asked = AskedLine(str(row["id"]), row["question"].strip())
            previous = row.get("previous", [])
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise KloeError(f'{name}, line {number}: not a JSON object with "id" and "question"') from error
        if not isinstance(previous, list) or not all(isinstance(text, str) for text in previous):
            raise KloeError(f'{name}, line {number}: "previous" is not a list of questions')
        questions.append(replace(asked, previous=tuple(previous)))
    if not questions:
        raise KloeError(f"{name} has no questions")
    return questions


def _read(path: Path) -> str:
    if str(path) == STANDARD:
        return read_input()
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise KloeError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from error


def answer_file(
    index: Index, questions: Path, out: Path, progress: Callable[[int, int], None], writer: Writer | None = None
) -> int:
    """Answer every question of a file, in order, and return how many there were.

    A file appears at `out` only once it is complete, so an interrupted run leaves no partial file of that name.

    Args:
        questions: the file to read; "-" for standard input.
        out: the file to write; "-" for standard output.
        progress: called after each answer with how many are done, of how many.
        writer: orders or words the answers; None to give the quotations alone.

    Raises:
        KloeError: a file cannot be read or written, or a line is not a question.
    """
    rows = read_questions(questions)
    answers = _answers(index, rows, writer)
    if str(out) == STANDARD:
        for done, row in enumerate(answers, 1):
            say_json(row, indent=None)
            progress(done, len(rows))
        return len(rows)
    unfinished = out.with_name(out.name + ".part")
    try:
        with unfinished.open("w", encoding="utf-8") as file:
            for done, row in enumerate(answers, 1):
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
                progress(done, len(rows))
        unfinished.replace(out)
    except OSError as error:
        raise KloeError(f"{out} cannot be written: {error.strerror or error}") from error
    return len(rows)


def _answers(index: Index, rows: list[AskedLine], writer: Writer | None) -> Iterator[dict[str, Any]]:
    index.warm()
    for row in rows:
        begun = time.perf_counter()
        answer = find_answer(index, row.question, Filters(), row.previous)
        written = writer.write(answer) if writer and answer.answered else None
        body = AnswerBody.of(answer, written).model_dump(mode="json")
        yield {"id": row.id, **body, "seconds": round(time.perf_counter() - begun, 4)}
