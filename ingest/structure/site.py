"""Finds site furniture: the links, notices and counts that a website prints around its text.

A line counts only if all of it has the form of such a thing; a sentence that holds the same words is left alone.
"""

import re
from collections.abc import Iterator

from ingest.cleaning import BULLET
from ingest.lines import Line

_LONGEST = 300  # characters of a line of site furniture
_SIZE = r"\d+(?:[.,]\d+)? ?[KM]B"
_SHARE = r"(?:share|tweet|save|print|pin|post|e-?mail|like|copy link|bookmark|comments?|facebook|twitter|x|whatsapp|linkedin|reddit"
_SHARE += r"|messenger|instagram|youtube|bluesky|threads)"
_LINK = r"(?:home|menu|search|contact(?: us)?|about(?: us)?"
_LINK += r"|a[ -–]z(?: of services)?|news|jobs|log ?in|sign ?in|register|my account|subscribe"
_LINK += r"|privacy(?: (?:policy|notice|statement))?|cookies?(?: (?:policy|settings|preferences|notice))?|accessibility(?: statement)?"
_LINK += r"|terms(?: (?:and|&) conditions| of use)?|site ?map|disclaimer|freedom of information|copyright|modern slavery(?: statement)?"
_LINK += (
    r"|legal(?: notices?)?|help|feedback|newsletters?|advertise(?: with us)?|councillors|committees|meetings|calendar"
)
_LINK += r"|skip to (?:main )?(?:content|navigation)|back to top|(?:previous|next)(?: (?:page|article|story|item))?"
_LINK += r"|e-?mail alerts|rss(?: feeds?)?|listen|translate|contact the editor|archive)"
_JOIN = r"\s*(?:[|·•/>»›,]|\s)\s*"
_SEEN = (
    # a file to fetch
    rf"\(?(?:pdf|word|docx?|xlsx?|odt|rtf|csv)(?: icon)?(?: (?:pdf|word|docx?))?(?: file)?[\s,:–-]*{_SIZE}\)?(?: +view as html.{{0,60}})?"
    rf"|view as html.{{0,60}}|download(?: (?:the )?(?:pdf|document|file|report))?(?: \(?{_SIZE}\)?)?",
    # buttons to share a page
    rf"(?:share(?: (?:this|on|via|with))?(?: (?:page|article|story))?:?{_JOIN})?{_SHARE}(?:{_JOIN}{_SHARE}){{1,9}}",
    r"share(?: (?:this|on) (?:page|article|story|facebook|twitter|x|linkedin|whatsapp))?|print this page|share on social media",
    # comments
    r"\d+ (?:comments?|shares?|likes)|comments? ?\(?\d*\)?(?: (?:sign|log) in to comment)?"
    r"|(?:view|show|read|load|see)(?: all| more)? comments|(?:leave|post|add) a comment"
    r"|join the (?:conversation|discussion|debate)|comments are closed|be the first to comment"
    r"|(?:read|load|show) more(?: stories)?[ ….>»]*",
    # where a story was printed before
    r"originally (?:revealed|published|posted|appeared|reported|printed)\b.{0,100}"
    r"|(?:this|the) (?:article|story|post|piece) (?:(?:was )?(?:first|originally) )(?:appeared|published|posted)\b.{0,100}",
    # an offer of news by email
    r"(?:sign up|subscribe|register)\b.{0,40} (?:newsletters?|e-?mails?|(?:e-?mail )?(?:alerts|updates|bulletins?)|news)\b.{0,80}"
    r"|(?:get|receive) (?:the |our |all the )?latest\b.{0,40}\b(?:news|stories|updates|headlines)\b.{0,80}"
    r"|(?:enter|your) (?:your )?e-?mail(?: address)?:?|follow us(?: on)?\b.{0,60}|like us on facebook.{0,40}"
    r"|interested in our work\?.{0,160}",
    # cookies
    r"(?:this|our) (?:web)?site uses (?:\w+ )?cookies.*|(?:we|the council) uses? (?:\w+ )?cookies.*"
    r"|(?:accept|reject|allow|manage)(?: all)?(?: \w+)? cookies|by (?:continuing to (?:use|browse)|using) (?:this|our) (?:web)?site.*",
    # the foot of a page
    r"(?:©|\(c\) ?copyright|copyright ©?)\s?.{0,100}|all rights reserved\.?|powered by .{1,40}|designed (?:and built )?by .{1,40}"
    r"|(?:is|was) this (?:page|information) (?:useful|helpful)\??.{0,20}|did you find (?:this|what).{0,40}\?.{0,20}"
    r"|report a problem with this page"
    r"|advertisement|sponsored(?: content)?|skip to (?:main )?(?:content|navigation)|you are here:? .{0,120}"
    rf"|{_LINK}(?:{_JOIN}{_LINK}){{1,20}}",
)
_SITE = re.compile("|".join(f"(?:{form})" for form in _SEEN), re.I)
_MENU = re.compile(rf"{_LINK}|{_SHARE}", re.I)
_CRUMBS = re.compile(r"(?:you are here:?\s*)?[^>»›.]{1,60}(?:\s[>»›]\s?[^>»›.]{1,80}){1,8}", re.I)
_MEETING = re.compile(
    r"(?:venue|contacts?(?: officer| details)?|media (?:contact|enquiries)|press office)\s*:\s*\S.{0,160}", re.I
)
_LIST_OF_STORIES = re.compile(
    r"(?:related|recommended|similar|other|more|latest|recent)(?: \w+)? (?:stories|articles|topics|news|content|links|pages|posts|reading)"
    r"|more (?:on|from|like) this(?: \w+)?"
    r"|most (?:read|popular|viewed)|read (?:next|also)|you (?:may|might) (?:also )?like|trending(?: now)?"
    r"|see also|don[’']t miss",
    re.I,
)
_LIST_OF_FILES = re.compile(
    r"(?:supporting|accompanying|related|background|associated) (?:documents|papers|files)|attachments|downloads?|documents",
    re.I,
)
_FILE = re.compile(
    rf".{{0,200}}\b(?:pdf|word|docx?|xlsx?|odt|rtf|csv)\b.{{0,20}}?{_SIZE}\)?(?: +view as html.{{0,60}})?", re.I
)
_EDGE = 12  # lines at the head or foot of a paper where the site prints its links


def find_site_lines(lines: list[Line]) -> set[int]:
    """Give the lines of a page that are site furniture."""
    filled = [i for i, line in enumerate(lines) if line.text]
    edge = {*filled[:_EDGE], *filled[-_EDGE:]}
    found = {i for i in filled if _is_site(lines[i].text, i in edge)}
    return found | set(_menus(lines, filled)) | set(_stories(lines, filled)) | set(_files(lines, filled))


def _is_site(text: str, at_edge: bool) -> bool:
    bare = text.lstrip("•*- ").strip()
    if len(bare) > _LONGEST or not bare:
        return False
    if _SITE.fullmatch(bare):
        return True
    return at_edge and bool(_CRUMBS.fullmatch(bare) or _MEETING.fullmatch(bare))


def _menus(lines: list[Line], filled: list[int]) -> Iterator[int]:
    """Give the runs of three lines or more that are nothing but the names of links."""
    run: list[int] = []
    for i in filled:
        text = lines[i].text
        if len(text) <= 40 and _MENU.fullmatch(text.lstrip("•*- ")):
            run.append(i)
            continue
        yield from run if len(run) > 2 else ()
        run = []
    yield from run if len(run) > 2 else ()


def _stories(lines: list[Line], filled: list[int]) -> Iterator[int]:
    """Give each list of other stories at the foot of a page: its heading, and the titles under it."""
    for k, i in enumerate(filled):
        heading = lines[i]
        if len(heading.text) > 60 or not _LIST_OF_STORIES.fullmatch(heading.text.rstrip(":").strip()):
            continue
        titles = []
        for j in filled[k + 1 : k + 16]:
            text = lines[j].text
            closes = (lines[j].heading or 9) <= (heading.heading or 0)
            if closes or len(text) > 140 or re.search(r"[.:;,]$", text) or len(text.split()) < 2:
                break
            titles.append(j)
        if titles and (k + 1 + len(titles) >= len(filled) - 3):
            yield i
            yield from titles


def _files(lines: list[Line], filled: list[int]) -> Iterator[int]:
    """Give each list of files to fetch, with its heading, and each bullet that is one.

    The title of an agenda item is left, though it links to a file.
    """
    listed = False
    for k, i in enumerate(filled):
        text = lines[i].text
        if _FILE.fullmatch(text) and (listed or text.startswith(BULLET)):
            yield i
        else:
            after = lines[filled[k + 1]].text if k + 1 < len(filled) else ""
            listed = bool(_LIST_OF_FILES.fullmatch(text.rstrip(": ")) and _FILE.fullmatch(after))
            yield from (i,) if listed else ()
