"""Short papers of every kind give their kind, authority and days, in whatever form they are printed."""

from pathlib import PurePath

import pytest

from ingest.authorities import authorities
from ingest.facts import Head, read_facts
from tests.ingest.facts.papers.short import Short, read_short

LISTED = {authority.name for authority in authorities()}


@pytest.mark.parametrize("paper", read_short("development.txt"), ids=lambda paper: paper.text[:40])
def test_a_short_paper_tells_what_it_is(paper: Short) -> None:
    facts = read_facts(Head([paper.text], paper.title), PurePath("paper.txt"))
    assert str(facts.kind) == paper.kind
    assert {name for name in facts.authorities if name in LISTED} == set(paper.authorities)
    assert tuple(day for day in (facts.inspection_start, facts.inspection_end) if day) == paper.inspected
    assert (facts.met or facts.published) == paper.day
