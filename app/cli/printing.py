"""Answers and passages as the commands print them."""

from collections.abc import Iterable, Sequence

from app.cli.terminal import say
from index import SearchResult
from qa import document_reference, place
from qa.writing import Status, Written


def print_results(results: Sequence[SearchResult]) -> None:
    """Print passages, best first."""
    for number, result in enumerate(results, 1):
        passage = result.passage
        at = place(passage.number, passage.page)
        say(f"{number}. {document_reference(result.record)}, {at} ({result.record.path})", "bold")
        say(f"   {passage.text}\n")


def print_written(states: Iterable[Written]) -> None:
    """Print an answer while a chat model writes it: each sentence once it is checked, then what the check refused.

    Args:
        states: the answer so far after each sentence; the last one is finished.
    """
    printed = 0
    for written in states:
        lines = written.lines
        if lines[printed:]:
            say("\n".join(lines[printed:]))
            printed = len(lines)
        if written.finished and written.shown:
            say("\n".join(["", *written.end, *_refused(written)]))
        elif written.finished:
            say("\n" + written.text if printed else written.text)


def _refused(written: Written) -> list[str]:
    """What the model wrote and the quotations do not bear out, with the reason."""
    refused = [one for one in written.sentences if one.status is not Status.KEPT]
    lines = ["", "Written by the model and not shown:"] if refused else []
    for one in refused:
        instead = f"quotation [{one.numbers[0]}] stands in its place" if one.numbers else "left out"
        lines.append(f"  “{one.said}” ({one.reason}; {instead})")
    return lines
