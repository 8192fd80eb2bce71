"""Places outside England, where Ofsted does not inspect."""

import re
from functools import cache

from ingest.authorities.spelling import NOT_A_TITLE, any_of, fold, matched_name
from ingest.authorities.tables import read_rows, split_cell


@cache
def _elsewhere() -> tuple[re.Pattern[str], dict[str, str]]:
    nations = {fold(name): row["nation"] for row in read_rows("elsewhere.csv") for name in split_cell(row["names"])}
    return re.compile(rf"(?<!\w){NOT_A_TITLE}(?P<name>{any_of(nations)})(?!\w)"), nations


def outside_england(text: str) -> list[tuple[int, int, str]]:
    """Give `(start, end, nation)` for each place outside England that `text` names."""
    pattern, nations = _elsewhere()
    return [(m.start(), m.end(), nations[matched_name(m)]) for m in pattern.finditer(fold(text))]
