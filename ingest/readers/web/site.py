"""Tells a page's own words from the site around them: menus, banners, forms and links to other pages.

What surrounds the page is taken out. What stands within it, such as links to related stories, is marked as the site's.
"""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import Tag

from ingest.readers.web.tags import children, is_gone, names_of, tags_in

SITE = "data-site-furniture"  # marks a tag whose words are the site's, not the page's
_LEFT_OUT = "nav button select option textarea input datalist".split()
_ROLES = frozenset("navigation banner contentinfo search dialog alertdialog menu menubar".split())
_PARTS = ["article", "main", "section", "blockquote"]
_CONSENT = re.compile(r"cookie|consent|gdpr|onetrust|(?:^|[-_])ccc(?:$|[-_])", re.I)
_AROUND = re.compile(
    r"(?:^|[-_ ])(?:newsletter|related|breadcrumbs?|share|sharing|social|promo|advert|adverts|recommended|skiplink|skip|subscribe"
    r"|most-read|read-next|read-more|site-header|site-footer|masthead)(?:$|[-_ ])|^mg(?:ActionList|Links|Header|Footer|Breadcrumb)",
    re.I,
)
_COMMENTS = re.compile(r"comments|comments?-(?:list|area|section|thread)|disqus_thread|respond", re.I)
_FURTHER = re.compile(
    r"(?:read (?:next|more|also)|more (?:on|from) .{2,50}|more (?:stories|news)|related\b.{0,40}|you (?:may|might) also.{0,40}"
    r"|most (?:read|viewed|popular|shared)|top stories|latest (?:news|stories)|recommended.{0,30}|trending.{0,20}|see also"
    r"|sign up\b.{0,80}|subscribe\b.{0,80}|share (?:this|on|via)\b.{0,40}|follow us.{0,40}|elsewhere on .{2,40}|other news"
    r"|comments?(?: \(\d+\))?|(?:additional|supporting) documents?):?",
    re.I,
)
_LINK_WORDS = re.compile(
    r"(?:view (?:as html|directions|the background to .{1,40})|skip to .{3,30}|back to top|print this page).{0,20}",
    re.I,
)
_HEADINGS = ["h2", "h3", "h4", "h5", "p", "div", "strong"]


def drop_site(soup: BeautifulSoup) -> None:
    """Take the site's own parts out of a page, and mark those that stand within its text."""
    body = soup.body or soup
    total = len(body.get_text())
    for tag in soup.select(":is(h1, h2, h3, h4, h5, h6, summary) button"):
        tag.unwrap()
    for tag in list(_forms(soup, total)):
        tag.decompose()
    for tag in soup([*_LEFT_OUT, "label"]):
        if not is_gone(tag) and (tag.name != "label" or tag.has_attr("for") or tag.find_parent("form")):
            tag.decompose()
    for tag in list(_around(soup, total)):
        if not is_gone(tag):
            tag.decompose()
    _mark(soup)


def _forms(soup: BeautifulSoup, total: int) -> Iterator[Tag]:
    """Give the forms to fill in; a form that holds the page is none of them."""
    for form in soup("form"):
        fields = form.find(
            ["input", "select", "textarea"], attrs={"type": lambda kind: kind not in ("hidden", "submit")}
        )
        words = len(form.get_text()) - sum(len(tag.get_text()) for tag in form(["select", "label", "button"]))
        if fields and words < 400 and words < max(total / 2, 80) and not form.find(["h1", "main", "article", "table"]):
            yield form


def _around(soup: BeautifulSoup, total: int) -> Iterator[Tag]:
    titles = len(soup("h1"))
    for tag in soup(["header", "footer"]):
        inside = tag.find_parent(_PARTS)
        if tag.name == "footer" and inside:
            if inside.name != "blockquote":
                tag[SITE] = ""
        elif not inside and not (tag.name == "header" and tag.h1 and titles == 1 and not tag.find(["ul", "img"])):
            yield tag
    for tag in tags_in(soup):
        if is_gone(tag) or tag.name in ("body", "main", "html"):
            continue
        if not tag.attrs:
            continue
        role = str(tag.attrs.get("role") or "").lower()
        by_role = role in _ROLES and not (role == "banner" and tag.find_parent("article"))
        if by_role or _is_consent(tag, total) or (tag.name == "a" and _LINK_WORDS.fullmatch(_words(tag))):
            yield tag


def _is_consent(tag: Tag, total: int) -> bool:
    """True for a banner that asks about cookies; not where it is all that the page holds."""
    named = any(_CONSENT.search(name) for name in names_of(tag))
    return named and len(tag.get_text()) < total / 2 and not tag.find(["h1", "main", "article"])


def _words(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def _mark(soup: BeautifulSoup) -> None:
    total = len((soup.body or soup).get_text())
    for tag in soup(["aside", "figcaption"]):
        tag[SITE] = ""
    for tag in tags_in(soup):
        if not tag.attrs or not (names := names_of(tag)):
            continue
        links = any(map(_AROUND.search, names)) and _is_links(tag, total)
        if links or (any(map(_COMMENTS.fullmatch, names)) and len(tag.get_text()) < total / 2 and not tag.h1):
            tag[SITE] = ""
    for tag in tags_in(soup):
        if tag.name in _HEADINGS and _is_further(tag):
            _mark_list(tag)


def _is_links(tag: Tag, total: int) -> bool:
    """True for a part that is short, or hardly more than links."""
    size = len(_words(tag))
    if tag.find(["h1", "main", "article"]) or size > max(total / 2, 100):
        return False
    return size < 160 or sum(len(link.get_text()) for link in tag("a")) * 2 > size


def _is_further(tag: Tag) -> bool:
    if len(tag.contents) > 7 or any(children(tag, "p", "div", "ul", "table")):
        return False
    text = _words(tag)
    return 0 < len(text) < 100 and bool(_FURTHER.fullmatch(text))


def _mark_list(heading: Tag) -> None:
    """Mark a heading such as “Read next” and the lists and links after it."""
    after: list[Tag] = []
    for tag in heading.next_siblings:  # not all at once: a page can have thousands of headings and siblings
        if not isinstance(tag, Tag):
            continue
        text = _words(tag)
        linked = sum(len(link.get_text()) for link in tag("a"))
        listed = tag.name in ("ul", "ol") and all(len(item.get_text()) < 160 for item in tag("li"))
        if not (listed or (text and linked * 2 > len(text)) or (not text and tag.name not in ("h1", "h2"))):
            break
        after.append(tag)
    if any(tag.get_text(strip=True) for tag in after):
        for tag in (heading, *after):
            tag[SITE] = ""
