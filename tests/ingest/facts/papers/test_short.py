"""Short papers of every kind give their kind, authority and days, in whatever form they are printed."""

from pathlib import PurePath

import pytest

from ingest.authorities import authorities
from ingest.facts import Head, read_facts
from tests.ingest.facts.papers.short import Short, read_short

LISTED = {authority.name for authority in authorities()}


def _is_right(paper: Short) -> bool:
    facts = read_facts(Head([paper.text], paper.title), PurePath("paper.txt"))
    return (
        str(facts.kind) == paper.kind
        and {name for name in facts.authorities if name in LISTED} == set(paper.authorities)
        and tuple(day for day in (facts.inspection_start, facts.inspection_end) if day) == paper.inspected
        and (facts.met or facts.published) == paper.day
    )


def test_most_papers_that_no_clue_was_written_for_tell_what_they_are() -> None:
    papers = read_short("apart.txt")
    assert sum(map(_is_right, papers)) >= 0.8 * len(papers)


@pytest.mark.parametrize("paper", read_short("development.txt"), ids=lambda paper: paper.text[:40])
def test_a_short_paper_tells_what_it_is(paper: Short) -> None:
    facts = read_facts(Head([paper.text], paper.title), PurePath("paper.txt"))
    assert str(facts.kind) == paper.kind
    assert {name for name in facts.authorities if name in LISTED} == set(paper.authorities)
    assert tuple(day for day in (facts.inspection_start, facts.inspection_end) if day) == paper.inspected
    assert (facts.met or facts.published) == paper.day
