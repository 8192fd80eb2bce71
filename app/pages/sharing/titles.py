"""The titles of views, made from their links alone: what a browser shows in its tab, and others who are sent the link."""

from urllib.parse import parse_qs

from app.naming import library_name
from app.root import query_in

_LONGEST = 120  # characters of what a title says before the library's name


def titled(what: str) -> str:
    """A title: what is shown, and the name of the library."""
    what = shortened(what, _LONGEST)
    return f"{what} – {library_name()}" if what else home_title()


def home_title() -> str:
    """The title of the first page."""
    return f"{library_name()}: what inspections found, in their own words"


def title_of(link: str) -> str:
    """What a link shows, in words; empty for the first page, and for a document, which only the index knows."""
    given = parse_qs(query_in(link))
    view, question = _first(given, "view") or "ask", _first(given, "q")
    names, subject = " and ".join(given.get("authority", ())), _first(given, "subject")
    made = {
        "ask": question,
        "search": _with("Search", question),
        "documents": _with(f"Documents on {names}" if names else "Documents", question),
        "precedents": _with("Precedents", _first(given, "finding")),
        "trajectory": _with(f"{names or 'One authority'} over time", subject),
        "compare": _with("Comparison", "; ".join(filter(None, (names, subject)))),
        "council": _first(given, "name") or "Choose a council",
        "brief": f"Briefing on {names}" if names else "Briefing",
        "saved": "Saved",
    }
    return made.get(view, "")


def shortened(text: str, most: int) -> str:
    """A text on one line, cut at a word where it is too long."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    return f"{flat[: most - 1].rpartition(' ')[0] or flat[: most - 1]} …"


def page_title(link: str) -> str:
    """The title of the view that a link shows."""
    return titled(title_of(link))


def _with(what: str, words: str) -> str:
    return f"{what}: {words}" if words else what


def _first(given: dict[str, list[str]], name: str) -> str:
    return given.get(name, [""])[0].strip()
