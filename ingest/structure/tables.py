"""Tables of judgements among the lines of a page: where one begins, and where its rows do."""

import re
from collections.abc import Sequence

from ingest.cleaning import join_lines
from ingest.structure import headings

_LONGEST_ROW = 120  # characters of a report card's row


def heads_of_table(text: str, following: Sequence[str]) -> tuple[int, bool]:
    """Give the number of lines that the heads of a table take which begins here, 0 if none begins, and if it is a report card's."""
    if headings.is_table_start(text):
        return 1, headings.is_card_start(text)
    both = f"{text} {following[0]}" if following else text
    return (2, True) if headings.is_card_start(both) else (0, False)


def begins_card_row(text: str, following: Sequence[str]) -> bool:
    """True if a report card's row begins here: its grade stands on the line or on one of the next, and its area has any name."""
    row = text
    for more in ("", *following):
        row = join_lines(row, more)
        if len(row) > _LONGEST_ROW:
            return False
        if headings.ends_row(row):
            return True
    return False


def row_goes_on(row: str, text: str) -> bool:
    """True if the row still lacks its grade, or part of it ("requires improvement / to be good")."""
    return not headings.ends_row(row) or bool(re.match(r"(?:to be good|improvement)\b", text, re.I))
