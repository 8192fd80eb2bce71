"""Takes out of a page what a visitor does not see, and words that are struck through."""

import re

from bs4 import BeautifulSoup
from bs4.element import Tag

from ingest.readers.web.tags import is_gone, names_of, tags_in

_LEFT_OUT = frozenset(
    "script style noscript template iframe svg object canvas video audio map head del s strike".split()
)
_HIDES = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|text-decoration(?:-line)?\s*:[^;]*line-through|opacity\s*:\s*0(?![.\d])|font-size\s*:\s*0(?![.\d])"
    r"|(?:left|top|text-indent|margin-left)\s*:\s*-\d{4,}px)",
    re.I,
)
_SHOWS = re.compile(r"(?:^|;)\s*(?:display|visibility)\s*:\s*(?!none|hidden|collapse)\w", re.I)
_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]*)\}")
_SIMPLE = re.compile(r"([a-z][a-z0-9]*)?([.#])([\w-]+)", re.I)


def drop_unseen(soup: BeautifulSoup) -> None:
    """Remove what is hidden by an attribute, by its own style or by a plain rule of the page's style sheet."""
    hidden = _hidden_names(" ".join(tag.get_text() for tag in soup("style") if not _for_print(tag)))
    for tag in tags_in(soup):
        if not is_gone(tag) and (tag.name in _LEFT_OUT or _is_hidden(tag, hidden)):
            tag.decompose()


def _for_print(style: Tag) -> bool:
    return str(style.get("media") or "all").strip().lower() not in ("all", "screen")


def _is_hidden(tag: Tag, hidden: set[tuple[str, str, str]]) -> bool:
    if not tag.attrs and tag.name != "dialog":
        return False
    if "hidden" in tag.attrs or (tag.name == "dialog" and "open" not in tag.attrs):
        return True
    style = str(tag.attrs.get("style") or "")
    if style and _HIDES.search(style):
        return True
    if not hidden or _SHOWS.search(style):
        return False
    return any((element, sign, name) in hidden for name in names_of(tag) for sign in ".#" for element in ("", tag.name))


def _hidden_names(sheet: str) -> set[tuple[str, str, str]]:
    """Give `(element or "", "." or "#", name)` of each plain selector that hides what it selects; the last rule holds."""
    hidden: set[tuple[str, str, str]] = set()
    for selectors, body in _RULE.findall(_outer_rules(re.sub(r"/\*.*?\*/", "", sheet, flags=re.S))):
        hides, shows = _HIDES.search(body), _SHOWS.search(body)
        if hides or shows:
            found = {
                (match[1].lower() if match[1] else "", match[2], match[3])
                for selector in selectors.split(",")
                if (match := _SIMPLE.fullmatch(selector.strip()))
            }
            if hides:
                hidden |= found
            else:
                hidden -= found
    return hidden


def _outer_rules(sheet: str) -> str:
    """Leave out rules within another, such as those for print alone."""
    kept: list[str] = []
    depth = at_depth = 0
    for piece in re.split(r"([{}])", sheet):
        if piece == "{":
            depth += 1
        if not at_depth:
            begun, sign, rest = piece.rpartition("@")
            if sign and depth == 0 and "}" not in rest:
                kept.append(begun)
                at_depth = 1
                continue
            kept.append(piece)
        if piece == "}":
            depth = max(0, depth - 1)
            at_depth = 0 if depth == 0 else at_depth
    return "".join(kept)
