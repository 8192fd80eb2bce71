"""Case studies: words about one child or family, which are no finding on the authority."""

import re
from collections.abc import Sequence

_HEADING = re.compile(r"\W*case (?:stud(?:y|ies)|examples?)\b", re.I)
_ONE = r"(?:child|young person|boy|girl|baby|infant|teenager|family|mother|father|parent|sibling group|care leaver)"
_NO_CASE = r"(?![’'-]| (?:hubs?|centres?|homes?|teams?|groups?|support|services?|workers?|practitioners?|courts?)\b)"
_ONE_CASE = re.compile(
    r"\W*(?i:(?:in|for) one (?:\w+ )?(?:case|child|family|instance|example))\b"
    rf"|\W*(?i:one (?:\w+ )?{_ONE})\b{_NO_CASE}"
    # A name and an age: the comma after a bare number tells it from a date or a count.
    r"|\W*[A-Z][\w’'-]* ?, (?:aged \d{1,2}\b|\d{1,2},|(?:aged )?a (?:\w+-)*year-old\b)",
)


def is_case_study(headings: Sequence[str], text: str) -> bool:
    """True for words that stand under a heading for case studies, or that tell of one child or family."""
    return any(_HEADING.match(heading) for heading in headings) or bool(_ONE_CASE.match(text))
