"""What a person sets is applied to a document, tells what was read instead, and can be taken back without a trace."""

from dataclasses import replace
from datetime import date

import pytest

from index.catalogue.corrections import Correction, Field, as_read, corrected, told_facts
from ingest import Area, Document, Fact, Grade, Judgement, Kind, Passage, Span
from tests.index.made import document

PATH = "papers/minutes 2019.pdf"
OWN = Judgement(Area.OVERALL, Grade.GOOD, "Overall effectiveness Good", 1)
OLDER = Judgement(Area.OVERALL, Grade.INADEQUATE, "judged inadequate in 2015", 1, "2015")


def _set(field: Field, value: str) -> Correction:
    return Correction("paper", field, value, "sam", "2026-11-28")


@pytest.fixture
def paper() -> Document:
    """A report that was read as one on two authorities."""
    passages = [
        Passage("Bury has more social workers.", (Span(1, 0, 29),), authorities=("Bury",)),
        Passage("Salford has fewer of them.", (Span(1, 30, 56),), authorities=("Salford",)),
    ]
    return replace(
        document("paper", passages),
        kind=Kind.ILACS,
        authorities=("Bury", "Salford"),
        published=date(2020, 3, 2),
        inspection_start=date(2020, 1, 20),
        inspection_end=date(2020, 1, 31),
        judgements=(OWN,),
        reported=(OLDER,),
        years=(2020,),
        facts=(
            Fact("authority", "Bury", "Bury Council", 1),
            Fact("authority", "Salford", "Salford City Council", 1),
            Fact("published", "2020-03-02", "2 March 2020", 1),
            Fact("inspected", "2020-01-20 to 2020-01-31", "20 to 31 January 2020", 1),
        ),
    )


EVERYTHING = (
    _set(Field.AUTHORITY, "Kent"),
    _set(Field.KIND, "minutes"),
    _set(Field.DATE, "2019-05-04"),
    _set(Field.INSPECTED, "2018-02-03 to 2018-02-09"),
)


def test_each_field_is_set_and_tells_who_set_it_and_what_was_read(paper: Document) -> None:
    made = corrected(paper, EVERYTHING, PATH)
    assert (made.authorities, made.kind) == (("Kent",), Kind.MINUTES)
    assert (made.published, made.met) == (date(2019, 5, 4), date(2019, 5, 4)), "minutes have the day of their meeting"
    assert (made.inspection_start, made.inspection_end) == (date(2018, 2, 3), date(2018, 2, 9))
    assert made.years == (2018, 2019)
    told = {each.fact.name: each for each in told_facts(made.facts) if each.read_as}
    assert {name: each.read_as for name, each in told.items()} == {
        "authority": "Bury; Salford",
        "kind": "ilacs-inspection",
        "published": "2020-03-02",
        "met": "none",
        "inspected": "2020-01-20 to 2020-01-31",
    }
    assert {(each.fact.words, each.fact.page) for each in told.values()} == {("set by sam on 28 November 2026", None)}
    assert Fact("authority as read", "Bury", "Bury Council", 1) in made.facts, "the evidence stays"


def test_what_was_set_can_be_taken_back_without_a_trace(paper: Document) -> None:
    made = corrected(paper, EVERYTHING, PATH)
    assert corrected(made, EVERYTHING, PATH) == made, "to set it again changes nothing"
    assert as_read(made, PATH) == corrected(made, (), PATH) == paper
    assert corrected(made, EVERYTHING[:1], PATH) == corrected(paper, EVERYTHING[:1], PATH)


def test_passages_of_a_paper_on_one_authority_are_about_no_other(paper: Document) -> None:
    made = corrected(paper, [_set(Field.AUTHORITY, "Kent")], PATH)
    assert {passage.authorities for passage in made.passages} == {()}


def test_a_paper_that_is_no_inspection_only_reports_grades(paper: Document) -> None:
    made = corrected(paper, [_set(Field.KIND, "report-to-council")], PATH)
    assert (made.judgements, made.reported) == ((), (OWN, OLDER))
    other = corrected(replace(made, facts=()), [_set(Field.KIND, "ilacs-inspection")], PATH)
    assert other.judgements == (), "what a council reports is no inspection's own grade"


def test_a_document_can_state_nothing(paper: Document) -> None:
    made = corrected(paper, [_set(field, "") for field in (Field.AUTHORITY, Field.DATE, Field.INSPECTED)], PATH)
    assert (made.authorities, made.published, made.inspection_start) == ((), None, None)
    assert made.years == (2019,), "the year of its file's name is left"
    assert {fact.value for fact in made.facts if fact.words.startswith("set by")} == {"none"}
    assert as_read(made, PATH) == paper


def test_a_file_named_as_a_correction_is_none(paper: Document) -> None:
    read = replace(paper, facts=(Fact("authority", "Bury", "set by sam on 28 November 2026", None),))
    assert as_read(read, PATH) == read
    assert [each.read_as for each in told_facts(read.facts)] == [None]
