"""Refuses pages that stand in for the one asked for: consent to cookies, waiting, signing in, errors.

A page is refused only where it holds little else, so that an article that speaks of such things is read.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from ingest.errors import ReadError

_MOST = 400  # characters of other words that a page can hold and still be refused
_KINDS: tuple[tuple[str, str], ...] = (
    (
        r"checking (?:if|your|the) .{0,60}|just a moment\W*|please wait\b.{0,60}|one moment,? please.{0,20}|loading\W*"
        r"|attention required.{0,30}|verify(?:ing)? (?:that )?you are (?:a )?human.{0,40}|are you (?:a )?(?:human|robot)\W*"
        r"|ddos protection.{0,40}|security check.{0,40}|(?:your |this )?(?:page|document|download|file) is (?:being|loading).{0,60}"
        r"|redirecting\b.{0,60}|you are being redirected.{0,60}",
        "a page to wait at; open it in a browser, wait for the document and save that",
    ),
    (
        r".{0,40}\bcookies?\b.{0,60}|before you continue.{0,60}|(?:we value )?your privacy(?: choices)?.{0,30}"
        r"|privacy (?:settings|preferences|choices)|(?:manage )?(?:your )?consent.{0,40}|your choices.{0,40}",
        "a page that asks about cookies; accept or refuse them in a browser and save the document itself",
    ),
    (
        r"(?:please )?(?:sign|log)[ -]?(?:in|on)\b.{0,60}|login.{0,30}|you (?:must|need to) (?:be )?(?:sign|log)\w*.{0,60}"
        r"|authentication required.{0,40}|session (?:has )?(?:expired|timed out).{0,40}|(?:subscribe|register) to (?:read|continue).{0,60}"
        r"|member(?:s'?|’s)? (?:login|sign in).{0,20}",
        "a page to sign in at; sign in with a browser and save the document itself",
    ),
    (
        r".{0,60}(?:enable|requires?|turn on|needs?) javascript.{0,80}|javascript (?:is )?(?:required|disabled|needed|must|not).{0,60}"
        r"|(?:your )?browser (?:is )?not supported.{0,60}|unsupported browser.{0,20}",
        "a page that needs JavaScript; open it in a browser and save the document itself",
    ),
    (
        r"(?:http )?(?:error )?[45]\d\d\b.{0,60}|access (?:is |was )?denied.{0,60}|(?:\d{3} )?forbidden.{0,40}"
        r"|(?:this |the )?(?:report|page|document|file|resource|item)\b.{0,60}\b(?:not (?:be )?found|(?:cannot|can't) be found"
        r"|no longer (?:exists?|available)|not available|does(?: not|n't) exist|unavailable|moved|removed).{0,60}"
        r"|(?:internal )?server error.{0,40}|(?:oops|sorry)\b.{0,80}|not found\W*|service (?:temporarily )?unavailable.{0,40}"
        r"|bad gateway.{0,20}|gateway time-?out.{0,20}|(?:an |unexpected |application )*error(?: has)?(?: occurred)?\b.{0,40}"
        r"|something went wrong.{0,40}|(?:we |you )?(?:can't|cannot|can not|couldn't) find .{0,60}|(?:invalid|bad) request.{0,40}"
        r"|(?:site |website )?(?:under|down for) (?:essential )?maintenance.{0,60}|you (?:don't|do not) have permission.{0,60}",
        "not a document",
    ),
)
_PATTERNS = tuple((re.compile(pattern, re.I), cause) for pattern, cause in _KINDS)
# Words that such pages go on with; a paragraph without any is something else.
_USUAL = re.compile(
    r"cookie|consent|javascript|browser|sign(?:ed)? in|log(?:ged)? in|password|user ?name|the page|this page|moved|moment|seconds|window"
    r"|permission|server|reference|ray id|search|home ?page|error|40[134]|50[0234]|privacy|partners|javascript|automatic|address|url"
    r"|try again|contact us|help ?desk|administrator|redirect|invented for testing|subscri|register|accept|reject",
    re.I,
)
_QUOTES = str.maketrans("’‘", "''")


def refuse_stand_in(path: Path, title: str, headings: Sequence[str], paragraphs: Sequence[str]) -> None:
    """Refuse a page that says why the page asked for is not shown.

    Args:
        path: the file.
        title: the page's title.
        headings: its own headings.
        paragraphs: its other text.

    Raises:
        ReadError: it is such a page.
    """
    other = sum(len(text) for text in paragraphs if not _USUAL.search(text))
    # A long page is no error page, whatever words it has; a list of partners that set cookies can be long.
    if other > _MOST:
        return
    for said in (*headings[:2], title):
        for pattern, cause in _PATTERNS:
            if said and pattern.fullmatch(_plain(said)):
                _refuse(path, said, cause)
    if other > _MOST / 4:
        return
    for text in paragraphs[:3]:
        first = re.split(r"(?<=[.!?…]) ", _plain(text))[0]
        for pattern, cause in _PATTERNS:
            if pattern.fullmatch(first):
                _refuse(path, text, cause)


def _plain(text: str) -> str:
    return " ".join(text.translate(_QUOTES).split())


def _refuse(path: Path, said: str, cause: str) -> None:
    saved = "a web page saved as .pdf" if path.suffix.lower() == ".pdf" else "a web page"
    raise ReadError(path, f"is {saved} that says “{' '.join(said.split())[:60]}”, {cause}")
