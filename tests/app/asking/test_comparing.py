"""Comparisons of authorities and of periods, and what is said of those that cannot be made."""

import pytest

from app.asking import Filters, compare
from app.asking.naming import NotNamed, period_named
from index import Index
from ingest import Kind

VISITS = Filters(kind=[Kind.MONITORING_VISIT, Kind.FOCUSED_VISIT])


def names(index: Index, *authorities: str, periods: tuple[str, ...] = ()) -> list[str]:
    return [side.name for side in compare(index, authorities, periods=periods).sides]


def test_sides_are_authorities_or_periods(sample_index: Index) -> None:
    assert names(sample_index, "Westhaven", "Marlbridge City Council") == ["Westhaven", "Marlbridge"]
    assert names(sample_index, "Marlbridge", periods=("2018-22", "2025")) == ["2018 to 2022", "2025"]


def test_filters_choose_the_papers(sample_index: Index) -> None:
    visits = compare(sample_index, ["Westhaven", "Marlbridge"], filters=VISITS)
    kinds = {record.kind for side in visits.sides for record in side.records}
    assert kinds == set(VISITS.kind)
    none = compare(sample_index, ["Westhaven", "Marlbridge"], filters=Filters(year=[1999]))
    assert len(none.sides) == 2
    assert "Kloe holds no documents for" in none.explanation


@pytest.mark.parametrize(
    ("authorities", "periods", "neighbours", "said"),
    [
        (["Marlbridge"], [], False, "Name two authorities or more"),
        (["Marlbridge", "Atlantis"], [], False, "“Atlantis”"),
        (["Marlbridge", "Marlbridge City Council"], [], False, "Marlbridge is named twice"),
        (["Devon"], [], True, "Kloe holds no reports or letters on the statistical neighbours of Devon."),
        (["Marlbridge"], [], True, "Kloe knows no statistical neighbours of Marlbridge."),
        (["Greater Manchester", "Berkshire"], [], False, "Kloe compares at most 12 authorities, and these are 16."),
        (["Marlbridge"], ["2022"], False, "Give two periods or more"),
        (["Marlbridge"], ["lately", "2022"], False, "“lately” is no period."),
        (["Marlbridge"], ["2022-2018", "2022"], False, "“2022-2018” is no period."),
        (["Marlbridge"], ["2022", "2022"], False, "The period “2022” is given twice."),
        (["Marlbridge"], [str(year) for year in range(2010, 2024)], False, "Kloe compares at most 12 periods"),
        (["Marlbridge", "Westhaven"], ["2022", "2023"], False, "Periods compare one authority with itself"),
    ],
)
def test_what_cannot_be_compared_is_explained(
    sample_index: Index, authorities: list[str], periods: list[str], neighbours: bool, said: str
) -> None:
    compared = compare(sample_index, authorities, periods=periods, neighbours=neighbours)
    assert said in compared.explanation
    assert not compared.sides


@pytest.mark.parametrize(
    ("written", "years"),
    [("2023", (2023, 2023)), ("2018-2020", (2018, 2020)), ("2018–20", (2018, 2020)), (" 2018 to 2020 ", (2018, 2020))],
)
def test_a_period_is_written_in_several_ways(written: str, years: tuple[int, int]) -> None:
    assert period_named(written) == years


def test_a_financial_year_is_no_period() -> None:
    with pytest.raises(NotNamed, match="is no period"):
        period_named("2018/19")
