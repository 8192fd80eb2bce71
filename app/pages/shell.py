"""What is around the panels of the page: style, scripts and header."""

from pathlib import Path

from app.asking.filters import LONGEST_QUESTION
from app.pages.templating import render

_STATIC = Path(__file__).parent / "static"
ICON = _STATIC / "icon.svg"
_STYLES = (
    "kloe.css",
    "timeline.css",
    "saved.css",
    "findings.css",
    "briefing.css",
    "tables.css",
    "facets.css",
    "print.css",
    "documents.css",
    "council.css",
    "frame.css",
)
_SCRIPTS = (
    "account.js",
    "saved.js",
    "tables.js",
    "kloe.js",
    "facets.js",
    "starting.js",
    "print.js",
    "council.js",
    "typing.js",
    "connection.js",
)


def page_head() -> str:
    """Style and script, for the page's head; Gradio's own `css` rewrites selectors and cannot read container queries."""
    style, script = (
        "".join((_STATIC / name).read_text(encoding="utf-8") for name in names) for names in (_STYLES, _SCRIPTS)
    )
    return render("head.html", style=style, script=script)


def page_header() -> str:
    """The header, and the status line that a screen reader announces."""
    return render("header.html")


def asking_notes() -> str:
    """What the page says below the question box: its length, Stop, and what became of a question that was stopped."""
    return render("asking.html", most=LONGEST_QUESTION)


def adding_heading() -> str:
    """The heading of the form that adds documents."""
    return render("adding.html")


def start_script() -> str:
    """The script that starts `kloe.js`; it names the path below which Kloe is served, and the events that the page sends to the server."""
    return render("on_start.js")


def drawn_script(part: str) -> str:
    """The script that tells `kloe.js` when the server has drawn a part of the page."""
    return render("on_drawn.js", part=part)
