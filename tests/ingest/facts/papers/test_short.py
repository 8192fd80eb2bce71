"""Short papers of every kind give their kind, authority and days, in whatever form they are printed."""

from pathlib import PurePath

import pytest

from ingest.authorities import authorities
from ingest.facts import Head, read_facts
from tests.ingest.facts.papers.short import Short, read_short

LISTED = {authority.name for authority in authorities()}


def _told(paper: Short) -> tuple[object, ...]:
    facts = read_facts(Head([paper.text], paper.title), PurePath("paper.txt"))
    inspected = tuple(day for day in (facts.inspection_start, facts.inspection_end) if day)
    return (
        str(facts.kind),
        {name for name in facts.authorities if name in LISTED},
        inspected,
        facts.met or facts.published,
    )


def _expected(paper: Short) -> tuple[object, ...]:
    return (paper.kind, set(paper.authorities), paper.inspected, paper.day)


def test_most_papers_that_no_clue_was_written_for_tell_what_they_are() -> None:
    papers = read_short("apart.txt")
    assert sum(_told(paper) == _expected(paper) for paper in papers) >= 0.8 * len(papers)


@pytest.mark.parametrize("paper", read_short("development.txt"), ids=lambda paper: paper.text[:40])
def test_a_short_paper_tells_what_it_is(paper: Short) -> None:
    assert _told(paper) == _expected(paper)
