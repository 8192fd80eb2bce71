"""The commands that answer, search and tell how a question is understood."""

from pathlib import Path
from typing import Annotated

import typer

from app.cli.opening import open_index, open_writer
from app.cli.options import (
    Authorities,
    Csv,
    Json,
    Judgements,
    Kinds,
    Latest,
    More,
    Outcomes,
    Polarities,
    Previous,
    Question,
    Regions,
    SearchThemes,
    Since,
    Stances,
    Topics,
    Until,
    Word,
    Years,
    read_filters,
)
from app.cli.terminal import STANDARD, asked_or_piped, bar, say, say_json, typed_or_piped, write_file
from ingest import KloeError


def ask(
    question: Question,
    previous: Previous = None,
    authority: Authorities = None,
    region: Regions = None,
    year: Years = None,
    kind: Kinds = None,
    judgement: Judgements = None,
    topic_of_visit: Topics = None,
    outcome: Outcomes = None,
    since: Since = None,
    until: Until = None,
    latest: Latest = False,
    generate: Annotated[
        bool,
        typer.Option(
            " /--no-generate", help="Give the quotations alone, even if a generator is set.", show_default=False
        ),
    ] = True,
    more: More = False,
    word: Word = None,
    csv: Csv = None,
    as_json: Json = False,
) -> None:
    """Answer a question with numbered quotations, or say why there is no answer.

    If a generator is set, a chat model chooses and orders the quotations, or words sentences that Kloe checks one by one.

    Where documents are held but none answers, the three nearest passages are shown. --more adds to an answer the passages that were
    found and not chosen, and the quotations that say otherwise; JSON always has both.

    Word and CSV files contain only the quotations.
    """
    from app.asking import answer as find_answer
    from app.cli.printing import print_more, print_refusal, print_written
    from app.exports import answer_csv, answer_docx
    from app.schemas import AnswerBody

    writer = open_writer() if generate else None
    index = open_index()
    filters = read_filters(
        index,
        latest,
        since,
        until,
        authority=authority,
        region=region,
        year=year,
        kind=kind,
        judgement=judgement,
        topic_of_visit=topic_of_visit,
        outcome=outcome,
    )
    answered = find_answer(index, asked_or_piped(question), filters, previous or ())
    body = AnswerBody.of(answered)
    if word:
        write_file(word, answer_docx(body))
    if csv:
        write_file(csv, answer_csv(body).encode())
    writer = writer if answered.answered else None
    if as_json:
        worded = AnswerBody.of(answered, writer.write(answered)) if writer else body
        say_json(worded.model_dump(mode="json"))
        return
    if writer:
        print_written(writer.stream(answered))
    elif answered.answered:
        say(answered.text)
    else:
        print_refusal(answered)
    if more:
        print_more(answered)


def search(
    query: Annotated[
        str,
        typer.Argument(
            help="What to look for; - reads it from standard input. Authorities and years in it limit the search."
        ),
    ],
    authority: Authorities = None,
    region: Regions = None,
    year: Years = None,
    kind: Kinds = None,
    judgement: Judgements = None,
    topic_of_visit: Topics = None,
    outcome: Outcomes = None,
    stance: Stances = None,
    polarity: Polarities = None,
    theme: SearchThemes = None,
    since: Since = None,
    until: Until = None,
    latest: Latest = False,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=100, help="The most passages to show.")] = 10,
    rerank: Annotated[
        bool, typer.Option(" /--no-rerank", help="Skip reranking: faster, but less accurate.", show_default=False)
    ] = True,
    word: Word = None,
    csv: Csv = None,
    as_json: Json = False,
) -> None:
    """Find passages, best first."""
    from app.asking import search as find_passages
    from app.cli.printing import print_results
    from app.exports import results_csv, results_docx
    from app.schemas import SearchBody

    index = open_index()
    filters = read_filters(
        index,
        latest,
        since,
        until,
        authority=authority,
        region=region,
        year=year,
        kind=kind,
        judgement=judgement,
        topic_of_visit=topic_of_visit,
        outcome=outcome,
        stance=stance,
        polarity=polarity,
        theme=theme,
    )
    query = typed_or_piped(query)
    body = SearchBody.of(query, find_passages(index, query, filters, limit=limit, rerank=rerank), limit)
    if word:
        write_file(word, results_docx(query, body.results, body.summary))
    if csv:
        write_file(csv, results_csv(body.results).encode())
    if as_json:
        say_json(body.model_dump(mode="json"))
    elif body.results:
        print_results(body.results)
    else:
        say(body.summary)


def answer(
    questions: Annotated[
        Path,
        typer.Argument(
            help='A file with {"id": …, "question": …} on each line; - reads standard input. "previous" may list earlier questions.'
        ),
    ],
    out: Annotated[
        Path,
        typer.Option(
            "--out", "-o", help="The file to write, with one JSON object a line; - writes to standard output."
        ),
    ],
    generate: Annotated[bool, typer.Option("--generate", help="Let the generator order or word the answers.")] = False,
) -> None:
    """Answer a file of questions, with the quotations alone unless --generate is given."""
    from app.cli.batch import answer_file

    writer = open_writer() if generate else None
    if generate and not writer:
        raise KloeError("no generator is set: name a chat model, as in KLOE_GENERATOR=openai:llama3.2")
    index = open_index()
    with bar() as progress:
        task = progress.add_task("Answering", total=None)
        count = answer_file(
            index, questions, out, lambda done, total: progress.update(task, completed=done, total=total), writer
        )
    if str(out) != STANDARD:
        say(f"{count:,} answer{'' if count == 1 else 's'} written to {out}.")


def explain(
    question: Question,
    previous: Previous = None,
    authority: Authorities = None,
    region: Regions = None,
    year: Years = None,
    kind: Kinds = None,
    judgement: Judgements = None,
    topic_of_visit: Topics = None,
    outcome: Outcomes = None,
    since: Since = None,
    until: Until = None,
    latest: Latest = False,
    as_json: Json = False,
) -> None:
    """Show how a question is understood: what it asks for, of which documents, and what was not applied.

    Nothing is searched.
    """
    from app.asking import explain as understand
    from app.schemas import ExplainedBody

    index = open_index()
    filters = read_filters(
        index,
        latest,
        since,
        until,
        authority=authority,
        region=region,
        year=year,
        kind=kind,
        judgement=judgement,
        topic_of_visit=topic_of_visit,
        outcome=outcome,
    )
    understood = understand(index, asked_or_piped(question), filters, previous or ())
    if as_json:
        say_json(ExplainedBody.of(understood).model_dump(mode="json"))
        return
    for name, words in understood.lines:
        say(f"{name + ':':<20}{words}")
    for record in understood.documents:
        say(f"  {record.path}")
