"""The districts of English counties, whose children's services are the county's."""

import re
from dataclasses import dataclass
from functools import cache

from ingest.authorities.spelling import NOT_A_TITLE, any_of, fold, matched_name
from ingest.authorities.tables import read_rows, split_cell


@dataclass(frozen=True)
class District:
    """A district as named at characters `start:end` of a text, and the official name of its county's authority."""

    county: str
    start: int
    end: int


def districts(text: str) -> list[District]:
    """Give each district that `text` names, or seems to: "Warwick" is also a surname."""
    pattern, counties = _districts()
    return [District(counties[matched_name(m)], m.start("name"), m.end()) for m in pattern.finditer(fold(text))]


@cache
def _districts() -> tuple[re.Pattern[str], dict[str, str]]:
    counties = {
        fold(name): row["county"]
        for row in read_rows("districts.csv")
        for name in (row["name"], *split_cell(row["aliases"]))
    }
    council = r"(?: (?:(?:city|borough|district) )?council\b)?"
    return re.compile(rf"(?<!\w){NOT_A_TITLE}(?P<name>{any_of(counties)}){council}(?!\w)"), counties
