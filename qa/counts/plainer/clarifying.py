"""Takes out clauses that only say again what a question says: "count good only, not outstanding"."""

import re
from dataclasses import replace

from qa.counts.plainer.plain import Plain
from qa.question.grades.words import GRADES, grades_in

_ONLY = re.compile(
    rf"[\s,.;(]*\b(?:please )?(?:count(?:ing)?|includ(?:e|ing)|i mean|meaning|that is,?|i\.e\.|only)(?: only"
    rf"| just)? (?:the )?(?P<grades>{GRADES})"
    rf"(?: (?:only|alone|itself))?(?:,? (?:and |but )?not (?:counting "
    rf"|including )?(?P<not>{GRADES}))?[)\s]*(?=[.?,;]|$)",
    re.I,
)
_ALONE = re.compile(
    rf"[\s,;]*[(–—-] ?(?P<grades>{GRADES}) (?:only|alone)(?:,? (?:and "
    rf"|but )?not (?P<not>{GRADES}))?[)\s]*(?=[.?,;]|$)",
    re.I,
)
_NOT = re.compile(
    rf"[\s,.;(]*\b(?:(?:not|without) (?:counting|including)|(?:do not|don[’']t|please do not) (?:count|include))"
    rf" (?P<not>{GRADES})[)\s]*(?=[.?,;]|$)",
    re.I,
)
_GRADES = re.compile(GRADES, re.I)


def clarifying(plain: Plain) -> Plain:
    """Take out a clause that names the grades that are counted once more, or others that are not."""
    for form in (_ONLY, _ALONE, _NOT):
        match = form.search(plain.text)
        if not match:
            continue
        rest = f"{plain.text[: match.start()]}{plain.text[match.end() :]}"
        counted = [set(grades_in(words)) for words in _GRADES.findall(rest)]
        again = match.groupdict().get("grades")
        other = set(grades_in(match["not"])) if match["not"] else set()
        if len(counted) == 1 and not counted[0] & other and (not again or set(grades_in(again)) == counted[0]):
            return replace(plain, text=rest)
    return plain
