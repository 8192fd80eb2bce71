"""Works out the answer to each question of `questions.toml` from the published documents, without Kloe."""

from collections import Counter, defaultdict
from statistics import mean

from bench.counting.choosing import (
    BETTER,
    graded,
    most_common,
    number_by,
    published_in,
    published_since,
    region_of,
    share_by,
    year_of,
)
from bench.counting.histories import of_all_histories, of_histories, of_visits
from bench.counting.records import Library, Report
from bench.counting.truth import Cannot, Count, Days, Groups, Truth

_NORTH_WEST, _LONDON = "North West", "London"
_ROUNDING = 0.6  # an average may be rounded to a whole number of days


def work_out(library: Library) -> dict[str, Truth]:
    """Work out every answer, by the question's id."""
    ilacs = [report for report in library.reports if report.is_ilacs]
    cannot = (
        "children in care per head",
        "social workers who left",
        "budgets that rose",
        "care leavers in work",
        "complaints",
        "caseloads",
    )
    return {
        **_of_reports(ilacs),
        **_of_groups(ilacs),
        **_of_times(ilacs),
        **_of_papers(library),
        **of_histories(ilacs),
        **of_all_histories(library.reports),
        **of_visits(library, ilacs),
        **dict.fromkeys(cannot, Cannot()),
    }


def _of_reports(ilacs: list[Report]) -> dict[str, Truth]:
    since = published_since(ilacs, 2019)
    in_2024 = published_in(ilacs, 2024)
    elsewhere = [report for report in since if report.region not in (_LONDON, "South East")]
    outstanding = graded(since, "outstanding")
    abroad = {report.authority for report in graded(ilacs, "inadequate") if report.region != _NORTH_WEST}
    return {
        "good in 2022": Count(len(graded(published_in(ilacs, 2022), "good"))),
        "outstanding leaders in 2023": Count(len(graded(published_in(ilacs, 2023), "outstanding", area="leaders"))),
        "inadequate help in 2019": Count(
            len(graded(published_in(ilacs, 2019), "inadequate", area="help_and_protection"))
        ),
        "ever outstanding": Count(len({report.authority for report in graded(ilacs, "outstanding")})),
        "outstanding care leavers in 2024": Count(len(graded(in_2024, "outstanding", area="care_leavers"))),
        "children in care in 2024": Count(len(graded(in_2024, "requires improvement", area="in_care"))),
        "reports on the North West": Count(sum(report.region == _NORTH_WEST for report in since)),
        "outstanding in London": Count(len({r.authority for r in outstanding if r.region == _LONDON})),
        "ended in 2021": Count(sum(report.ended is not None and report.ended.year == 2021 for report in ilacs)),
        "one inspector": Count(sum(report.lead.startswith("Steve Lowe") for report in since)),
        "share good or better": Count(len(graded(since, *BETTER)), len(since)),
        "share outstanding in 2024": Count(len(graded(in_2024, "outstanding")), len(in_2024)),
        "outstanding but for London": Count(sum(report.region != _LONDON for report in outstanding)),
        "inadequate outside the North West": Count(len(abroad)),
        "share good without two regions": Count(len(graded(elsewhere, *BETTER)), len(elsewhere)),
        "leaders but not help": Count(
            sum(
                report.grades["help_and_protection"] != "outstanding"
                for report in since
                if report.grades["leaders"] == "outstanding"
            )
        ),
    }


def _of_groups(ilacs: list[Report]) -> dict[str, Truth]:
    since, newer = published_since(ilacs, 2019), published_since(ilacs, 2022)
    inadequate = Counter(report.region for report in graded(since, "inadequate"))
    return {
        "reports by year": number_by(since, year_of),
        "inadequate by region": number_by(graded(since, "inadequate"), region_of),
        "grades in 2024": number_by(published_in(ilacs, 2024), lambda report: report.overall),
        "region with most inadequate": most_common(inadequate),
        "usual grade of leaders": most_common(Counter(report.grades["leaders"] for report in since)),
        "share good by region": share_by(newer, region_of, lambda report: report.overall == "good"),
        "share of leaders by year": share_by(since, year_of, lambda report: report.grades["leaders"] in BETTER),
    }


def _of_times(ilacs: list[Report]) -> dict[str, Truth]:
    by_year: dict[str, list[int]] = defaultdict(list)
    for report in published_since(ilacs, 2022):
        by_year[year_of(report)].append(report.gap)
    return {
        "mean gap": Days(mean(report.gap for report in published_since(ilacs, 2019)), _ROUNDING),
        "longest gap": Days(max(report.gap for report in ilacs)),
        "shortest gap": Days(min(report.gap for report in ilacs)),
        "mean gap by year": Groups({year: Days(mean(gaps), _ROUNDING) for year, gaps in by_year.items()}),
        "longest gap elsewhere": Days(max(report.gap for report in ilacs if report.region != _NORTH_WEST)),
    }


def _of_papers(library: Library) -> dict[str, Truth]:
    visits, send = library.visits, library.send
    on_leavers = [v for v in visits if "care leavers" in v.topic and 2022 <= v.published.year <= 2024]
    on_front_door = [v for v in visits if "front door" in v.topic and v.published.year >= 2022]
    by_year = Counter(str(visit.published.year) for visit in visits if visit.published.year >= 2021)
    failing = [paper for paper in send if paper.outcome == "systemic failings" and paper.published.year == 2023]
    weaker = [paper for paper in send if paper.outcome != "typically positive" and paper.region != _LONDON]
    return {
        "focused visits": Count(len(visits)),
        "councils visited": Count(len({visit.authority for visit in visits})),
        "joint inspections in 2023": Count(sum(paper.published.year == 2023 for paper in library.joint)),
        "inconsistent SEND": Count(sum(paper.outcome == "inconsistent" for paper in send)),
        "SEND failings in 2023": Count(len(failing)),
        "SEND outside London": Count(len(weaker)),
        "visits on care leavers": Count(len(on_leavers)),
        "visits on the front door": Count(len(on_front_door)),
        "papers on Coventry": Count(len(library.held_on("Coventry"))),
        "visits by year": Groups({year: Count(number) for year, number in by_year.items()}),
        "visits except in 2021": Count(sum(visit.published.year != 2021 for visit in visits)),
    }
