"""Finds every clue to the authority in a paper's text and in the title that its file gives."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from ingest.authorities import Mention, Sign, addresses, initials, names_in_list, seat
from ingest.facts.authority.clues import Clue, Form
from ingest.facts.authority.naming import Naming, is_subject, naming
from ingest.facts.authority.unlisted import whole_name
from ingest.facts.head import Head

_LONGEST = 80_000  # characters of a text that are looked through
_MOST_NAMES = 400  # that are looked at, so that a huge paragraph of names takes no longer
_TOP_LINES = 10
_HEADLINES = 3
_MANY = 3  # an area of more authorities is a region: only an agency's name files a paper under all of them
_COUNCIL = re.compile(
    r"(?i)\b(?:council|borough|metropolitan|corporation|city of|county of|authority|cabinet|children['’]s? (?:services|trust)|"
    r"safeguarding|partnership|local offer)\b"
)
_FURNITURE = re.compile(
    r"(?i)^\W*(?:agenda item|issue details|decision details|home(?:\s*[>/»›|].*)?|news|skip to.*|search|menu|share|"
    r"issue - meetings|agenda and .*|"
    r"draft|public document pack|minutes|published.*|updated.*|\d.*|(?:date|venue|contact|place|time|location):.*|page \d+.*)\W*$"
)
_ROUND_UP_HEADING = re.compile(
    r"(?i)[ :]*(?:(?:metropolitan|city|county|borough|district|london|royal|council|the|of)[ :]*)*"
)
_OWNED = re.compile(
    r"(?i)(?:©|\(c\)|copyright)\W{0,3}(?:\d{4}\W{1,3})?$|^\W*(?:local authority|council|authority|borough|area)\W{0,3}[:|]\W*$"
)
_AGENCY = re.compile(r"(?i)\b(?:adopt\w*|agency|trust|consortium|partnership|councils|authorities|alliance|services)\b")
_COMPANY = re.compile(r"(?i)\btrust$|\bfor children$|\bchildren first$")  # it runs one authority's services
_RELATED = re.compile(
    r"(?im)^\W*(?:read (?:next|more)|related\b[^\n]*|more on this (?:story|topic)|more (?:news|stories)|most read|also in the news|"
    r"top stories|latest (?:news|stories)|you (?:may|might) also like)\W*$|^\W*related:"
)
_NOT_ITS_OWN = (Naming.NONE, Naming.UNLISTED, Naming.OTHER)


def find_clues(head: Head) -> Iterator[Clue]:
    """Give every clue in the text and the title beside it, in no order."""
    text = head.whole[:_LONGEST]
    if related := _RELATED.search(text, min(len(text), 200)):
        text = text[: related.start()]
    yield from _of_title(head.title)
    venues = list(_of_venues(text))
    for clue in _of_names(text, names_in_list().find(text)[:_MOST_NAMES]):
        # "County Hall, Leicester" is the seat of Leicestershire.
        if not any(v.name != clue.name and (v.start or 0) <= (clue.start or 0) < v.end for v in venues):
            yield clue
    for form, signs in ((Form.ADDRESS, addresses(head.whole[:_LONGEST])), (Form.INITIALS, initials(text))):
        yield from (clue for sign in signs for clue in _of_sign(sign, form))
    yield from venues


def _of_title(title: str) -> Iterator[Clue]:
    found = names_in_list().find(title)
    sizes = Counter((mention.start, mention.end) for mention in found)
    for mention in found:
        if naming(title, mention.start, mention.end) not in _NOT_ITS_OWN:
            shared = sizes[mention.start, mention.end] > 1
            yield Clue(mention.name, Form.TRUST if shared else Form.TITLE, None, 0, title)


def _of_sign(sign: Sign, form: Form) -> Iterator[Clue]:
    return (Clue(name, form if len(sign.names) == 1 else Form.TRUST, sign.start, sign.end) for name in sign.names)


def _of_names(text: str, found: list[Mention]) -> Iterator[Clue]:
    """Give the names in the text; one that is first named as another council's stays another's wherever only sentences name it."""
    sizes = Counter((mention.start, mention.end) for mention in found)
    top = _spans_of_top(text)
    others: set[str] = set()
    councils = {
        name
        for mention in found
        if (name := whole_name(text, mention.start, mention.end))
        and is_subject(text, mention.end - len(name), mention.end)
    }
    for mention in found:
        said, form = naming(text, mention.start, mention.end), _form_of_place(text, top, mention)
        name, start, end = mention.name, mention.start, mention.end
        if said is Naming.UNLISTED:
            name = whole_name(text, start, end)
            start = end - len(name)
            said = said if name in councils else Naming.NONE
        if said is Naming.NONE or (form is None and name in others):
            continue
        if said is Naming.OTHER and form in (None, Form.HEADLINE):
            others.add(name)
        elif sizes[mention.start, mention.end] == 1:
            yield Clue(
                name,
                form
                or (Form.SUBJECT if said is not Naming.MENTION or _COMPANY.search(text[start:end]) else Form.MENTION),
                start,
                end,
            )
        elif sizes[mention.start, mention.end] <= _MANY or (form and _AGENCY.search(_line_of(text, start))):
            yield Clue(name, Form.TRUST, start, end)


def _form_of_place(text: str, top: list[tuple[int, int, bool]], mention: Mention) -> Form | None:
    """Give the form of a name that stands in a letterhead, a headline or beside a sign of ownership; None in a sentence."""
    line_start = text.rfind("\n", 0, mention.start) + 1
    if _OWNED.search(text[line_start : mention.start]):
        return Form.FIELD
    for start, end, headline in top:
        if start <= mention.start < end:
            line = text[start:end]
            rest = len(line.strip(" #*|>")) - (mention.end - mention.start)
            if rest <= 2 or (rest <= 60 and _COUNCIL.search(line) and not line.rstrip().endswith((".", "?", "!"))):
                return Form.LETTERHEAD
            return Form.HEADLINE if headline and len(line) <= 160 and not line.rstrip().endswith(".") else None
    line = _line_of(text, mention.start).strip(" #*|")
    is_heading = len(line) <= 60 and _ROUND_UP_HEADING.fullmatch(line.replace(text[mention.start : mention.end], "", 1))
    return Form.HEADLINE if is_heading and _COUNCIL.search(line) else None


def _spans_of_top(text: str) -> list[tuple[int, int, bool]]:
    """Give `(start, end, could be the headline)` of the first lines that have text."""
    lines = (match for match in re.finditer(r"[^\n]*\S[^\n]*", text))
    spans, telling = [], 0
    for match in islice(lines, _TOP_LINES):
        counts = not _FURNITURE.match(match.group())
        telling += counts
        spans.append((match.start(), match.end(), counts and telling <= _HEADLINES))
    return spans


def _line_of(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]


def _of_venues(text: str) -> Iterator[Clue]:
    for match in re.finditer(r"[^\n]{6,300}", text):
        names = seat(match.group())
        if len(names) == 1:
            yield Clue(names[0], Form.VENUE, match.start(), match.end())
