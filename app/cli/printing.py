"""Answers, passages, records and the state of an index, as the commands print them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from app.cli.terminal import say
from app.schemas import DocumentBody, FactBody, JudgementBody, PassageBody, RecordBody, ResultBody, StatusBody
from ingest import Area, Stance
from qa import Answer, Pinpoint
from qa.answer.messages import MORE, NEAREST, NOT_CHOSEN
from qa.writing import Written


def print_refusal(answer: Answer) -> None:
    """Print why there is no answer and, where the documents are silent, the passages that come nearest."""
    say(answer.text)
    if answer.nearest:
        say(f"\n{NEAREST}:\n")
        print_results([ResultBody.of(result) for result in answer.nearest])


def print_more(answer: Answer) -> None:
    """Print what an answer only counts: the quotations that say otherwise, and the passages that were not chosen."""
    if answer.otherwise:
        say(f"\n{answer.otherwise_line.rstrip('.')}:\n")
        say(answer.otherwise_text)
    if answer.unquoted:
        say(f"\n{MORE} ({NOT_CHOSEN[0].lower()}{NOT_CHOSEN[1:]}):\n")
        print_results([ResultBody.of(result) for result in answer.unquoted])


def print_results(results: Sequence[ResultBody]) -> None:
    """Print passages, best first, each under its headings, which can turn what its words mean."""
    for number, result in enumerate(results, 1):
        say(f"{number}. {result.reference} ({result.document})", "bold")
        if result.headings:
            say(f"   Under “{' › '.join(result.headings)}”:")
        say(f"   {result.text}\n")


def print_written(states: Iterable[Written]) -> None:
    """Print an answer that a chat model orders or words: each sentence once it is checked, then what the check refused.

    Args:
        states: the answer so far, after each sentence; the last is finished.
    """
    printed = 0
    for written in states:
        lines = written.lines
        if lines[printed:]:
            say("\n".join(lines[printed:]))
            printed = len(lines)
        if written.finished and written.shown:
            say("\n".join(["", *written.end, *_rejected(written)]))
        elif written.finished:
            say("\n" + written.text if printed else written.text)


def _rejected(written: Written) -> list[str]:
    """What the model wrote that the check refused, with the reason."""
    rejected = [sentence for sentence in written.sentences if sentence.refused]
    lines = ["", "Written by the model and not shown:"] if rejected else []
    for sentence in rejected:
        outcome = f"replaced by quotation [{sentence.numbers[0]}]" if sentence.numbers else "left out"
        lines.append(f"  “{sentence.said}” ({sentence.reason}; {outcome})")
    return lines


def document_line(document: DocumentBody) -> str:
    """A document as one line of the list."""
    facts = (
        ", ".join(document.authorities) or "no authority",
        document.kind.label,
        str(document.published or document.when or "undated"),
        _overall(document),
    )
    return f"{document.document}: {', '.join(filter(None, facts))}"


def _overall(document: DocumentBody) -> str:
    grade = document.judgements.get(Area.OVERALL)
    return "" if grade is None else f"reports {grade}" if document.judgements_reported else grade


def record_lines(record: RecordBody) -> Iterator[str]:
    """A document with everything that was read from it, as lines."""
    yield from (record.document, record.title, f"{record.pages} pages, {record.passages} passages", "", "Facts")
    for fact in record.facts:
        held = f" → {fact.discusses}" if fact.discusses else ""
        told = f"“{fact.words}”, {_page(fact)}" if fact.read_as is None else f"{fact.words}; read as {fact.read_as}"
        yield f"  {fact.fact}: {fact.value}{held}  ({told})"
    for note in record.notes:
        yield f"  note: {note}"
    if record.judgement_words:
        yield from ("", "Judgements")
    for judgement in record.judgement_words:
        reported = (
            f", reported{f' of {judgement.inspected}' if judgement.inspected else ''}" if judgement.reported else ""
        )
        yield f"  {judgement.area.label}: {judgement.grade}{reported}  (“{judgement.words}”, {_page(judgement)})"
    for (section, stance), passages in groupby(record.passage_list, lambda passage: (passage.section, passage.stance)):
        yield from ("", (section or "(no heading)") + ("" if stance is Stance.NEITHER else f"  [{stance}]"))
        for passage in passages:
            yield f"  {_place(passage)}: {passage.text}"
    yield from ("", "Not searched")
    for furniture in record.furniture:
        yield f"  page {furniture.page}: {furniture.kind}: {furniture.text}"


def _place(passage: PassageBody) -> str:
    """Where a passage stands, in the words of a citation."""
    decides = passage.stance is Stance.DECISION
    return str(Pinpoint(passage.page, passage.paragraph, passage.item, decides, passage.said_by))


def _page(body: FactBody | JudgementBody) -> str:
    return f"page {body.page}" if isinstance(body.page, int) else body.page


def status_lines(status: StatusBody) -> Iterator[str]:
    """The state of an index, as lines."""
    yield f"Index {status.index}, made with {status.model}"
    yield f"{status.documents:,} documents, {status.pages:,} pages, {status.passages:,} passages"
    if status.documents:
        yield f"{status.authorities} authorities, {status.first_year} to {status.last_year}"
    for kind, count in status.kinds.items():
        yield f"  {count:>5,}  {kind.label if count == 1 else kind.plural}"
    if status.waiting:
        yield f"{status.waiting:,} passages are not embedded yet: run `kloe index` again"
    for skipped in status.skipped:
        yield f"skipped  {skipped.document}: {skipped.cause}"
