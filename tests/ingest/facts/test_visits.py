"""What a focused visit looked at, as the first page of its letter says."""

import pytest

from ingest.facts import Head
from ingest.facts.visits import read_visit_topics
from ingest.visits import VISIT_TOPIC
from ingest.vocabulary import Kind

_BEFORE = "Dear Ms Made-Up\nThis letter summarises the findings of the focused visit to Marlbridge on 4 May 2021. "
_AFTER = " Inspectors looked at a range of evidence, including records of children in care.\nHeadline findings"


def _topics(says: str, kind: Kind = Kind.FOCUSED_VISIT) -> list[str]:
    head = Head([f"{_BEFORE}{says}{_AFTER}", "2\nInspectors also considered care leavers."])
    read_visit_topics(head, kind)
    assert all(fact.name == VISIT_TOPIC and fact.page == 1 for fact in head.facts)
    assert all(fact.words in " ".join(head.text.split()) for fact in head.facts)
    return [fact.value for fact in head.facts]


@pytest.mark.parametrize(
    ("says", "topics"),
    [
        ("Inspectors looked at the council’s ‘front door’.", "front-door"),
        ("Inspectors considered how contacts and referrals are handled in the hub.", "front-door"),
        ("Inspectors looked at services for care-experienced young people aged 18 to 25.", "care-leavers"),
        (
            "Inspectors evaluated work with children in need and children subject to a\nprotection plan.",
            "children-in-need child-protection",
        ),
        ("Inspectors looked at help for children in care, and at their safety.", "children-in-care"),
        ("The focus of this visit was on permanence planning for children in care.", "permanence"),
        ("Inspectors looked at work with adolescents at risk of exploitation.", "vulnerable-adolescents"),
        ("Inspectors looked at older children in care and care leavers.", "children-in-care care-leavers"),
        ("This visit looked at the impact of leadership on practice.", "leadership"),
        ("Inspectors looked at help and protection in Marlbridge.", "children-in-need child-protection"),
    ],
)
def test_the_sentence_that_says_what_inspectors_looked_at(says: str, topics: str) -> None:
    assert _topics(says) == topics.split()


def test_what_the_next_sentence_specifies() -> None:
    says = "Inspectors looked at help and protection. Specifically, they considered the front door and its enquiries."
    assert _topics(says) == ["front-door"]
    says = "Inspectors looked at children in need. This included the protection of disabled children."
    assert _topics(says) == ["children-in-need", "disabled-children"]


def test_bullets_belong_to_the_sentence() -> None:
    says = "Inspectors looked at children in care, with a focus on:\n• decisions.\n• permanence planning.\nMade Up."
    assert _topics(says) == ["children-in-care", "permanence"]


def test_the_evidence_is_no_topic() -> None:
    assert _topics("") == []


def test_other_kinds_have_no_topic() -> None:
    assert _topics("Inspectors looked at the front door.", Kind.MONITORING_VISIT) == []
