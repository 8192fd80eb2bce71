"""The invented catalogue, and the language that states which of its documents a phrase is about."""

from collections import Counter

import pytest

from ingest.authorities import authorities, regions
from tests.qa.question.catalogue import TODAY, TOPIC_OF_VISIT, records
from tests.qa.question.choosing import chosen, dated

TOPICS = """front-door children-in-need child-protection vulnerable-adolescents children-in-care permanence care-leavers
disabled-children leadership""".split()
ON_NO_LIST = {"East Surrey"}  # a council of the coming reorganisation


def test_the_catalogue_is_large_and_names_authorities_of_every_region() -> None:
    named = {name for record in records() for name in record.authorities}
    official = {each.name: each.region for each in authorities()}
    assert 400 <= len(records()) <= 500
    assert len(named) >= 45
    assert named - set(official) == ON_NO_LIST
    assert {official[name] for name in named - ON_NO_LIST} == set(regions())


def test_no_two_records_share_a_path_or_an_authority_and_a_day() -> None:
    paths = Counter(record.path for record in records())
    days = Counter((name, dated(record)) for record in records() for name in record.authorities if dated(record))
    assert [path for path, times in paths.items() if times > 1] == []
    assert [pair for pair, times in days.items() if times > 1] == []


def test_every_inspection_is_over_and_published_before_today() -> None:
    for record in records():
        days = [record.inspection_start, record.inspection_end, record.published]
        assert days == sorted(filter(None, days)) if record.kind.of_ofsted else record.inspection_start is None
        assert all(day <= TODAY for day in days if day)


def test_focused_visits_alone_have_a_topic_and_use_every_one() -> None:
    topics = {record.path: fact.value for record in records() for fact in record.facts if fact.name == TOPIC_OF_VISIT}
    assert set(topics) == chosen('kind("focused-visit")')
    assert set(topics.values()) == set(TOPICS)


@pytest.mark.parametrize(
    ("expression", "names"),
    [
        ('of("Devon") & kind("ilacs-inspection")', "devon/ilacs-2020 devon/ilacs-2023 devon/ilacs-2025"),
        ('latest(of("Devon") & kind("ilacs-inspection"), 2)', "devon/ilacs-2023 devon/ilacs-2025"),
        ('previous(of("Devon") & kind("ilacs-inspection"))', "devon/ilacs-2023"),
        ('all_but_latest(of("Devon") & graded("requires improvement"))', "devon/single-2015 devon/ilacs-2023"),
        ('nth(of("Kent") & ofsted, 1) | oldest(of("Surrey") & ofsted)', "kent/single-2017 surrey/single-2014"),
        ('of("Devon") & graded("inadequate")', "devon/ilacs-2020"),
        ('graded("inadequate", area="leaders") - graded("inadequate") - year(2022)', "derbyshire/ilacs-2023"),
        ('of("Leeds") & visit("disabled-children")', "leeds/focused-visit-2019-09"),
        ('outcome("widespread") & region("South West")', "devon/area-send-2023 plymouth/area-send-2023"),
        ('of("Devon", "Kent") & outcome("inconsistent")', "kent/area-send-2024"),
        ('moved("outstanding", "good") & kind("ilacs-inspection")', "hampshire/ilacs-2019 hampshire/ilacs-2024"),
        (
            'times("inadequate", 2) & of("Medway", "Bradford") & ofsted & year(2018) & kind("ilacs-inspection")',
            "bradford/ilacs-2018",
        ),
        ('after(of("Devon") & ofsted, of("Devon") & kind("ilacs-inspection"))', ""),
        (
            'before(of("Luton") & ofsted, of("Luton") & graded("inadequate")) & kind("single-inspection")',
            "luton/single-2016",
        ),
        ('between("2020-01-01", "2020-01-31") & kind("ilacs-inspection") & of("Luton", "York")', "luton/ilacs-2020"),
        ('of("Devon") & kind("unknown") & since("1900-01-01")', ""),
        ('of("Devon") & kind("monitoring-visit") & until("2020-12-31")', "devon/monitoring-visit-2020-08"),
        ('discussing("2017") & kind("minutes") & of("Kent") & years(2018, 2020)', "kent/minutes-2019-11-05"),
        ('neighbours("Devon") & of("Devon") & kind("ilacs-inspection")', ""),
    ],
)
def test_an_expression_chooses_what_a_reader_of_the_catalogue_would(expression: str, names: str) -> None:
    assert {path.rpartition(".")[0] for path in chosen(expression)} == set(names.split())


@pytest.mark.parametrize(
    ("history", "authority", "holds"),
    [
        ('never("inadequate")', "Kent", True),
        ('never("inadequate")', "Devon", False),
        ('no_longer("inadequate")', "Devon", True),
        ('no_longer("inadequate")', "Kent", False),
        ('moved("inadequate", "good")', "Torbay", True),
        ('moved("inadequate", "good")', "Bury", False),
        ('times("inadequate", 2)', "Birmingham", True),
        ('times("requires improvement", 3)', "Devon", True),
        ("improved()", "Surrey", True),
        ("improved()", "Plymouth", False),
        ("declined()", "Hampshire", True),
        ('now("good") & now("requires improvement", area="leaders")', "York", False),
        ('now("good") & now("inadequate", area="leaders")', "Derbyshire", True),
        ('now("outstanding", area="care_leavers") & now("requires improvement")', "Devon", False),
    ],
)
def test_a_history_holds_for_all_documents_of_an_authority_or_none(history: str, authority: str, holds: bool) -> None:
    documents = chosen(f'of("{authority}")')
    assert documents & chosen(history) == (documents if holds else set())


def test_a_paper_about_two_authorities_has_the_history_of_either() -> None:
    joint = chosen('of("Devon") & of("Torbay")')
    assert len(joint) == 1
    assert joint <= chosen('now("good")') & chosen('now("requires improvement")')


def test_a_region_or_neighbour_that_nobody_knows_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="no region"):
        chosen('region("Wessex")')
