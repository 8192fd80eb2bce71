"""Renders the pages' templates. Every value that a template prints is escaped; no other module knows Jinja2."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.naming import library_name
from app.pages.sharing.titles import page_title, titled
from app.root import rooted

TEMPLATES = Path(__file__).parent / "templates"


def render(template: str, **values: Any) -> str:
    """Fill in a template.

    Args:
        template: the name of a file in `templates/`.
        values: what the template prints.

    Raises:
        jinja2.UndefinedError: the template names a value that was not given.
    """
    return _ENVIRONMENT.get_template(template).render(values).strip()


def counted(count: int, noun: str, plural: str = "") -> str:
    """A count with its noun: "1 page", "1,204 pages"."""
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"


def capitalised(text: str) -> str:
    """A text with a capital first letter, the rest as it is: "ILACS inspection reports"."""
    return text[:1].upper() + text[1:]


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals["rooted"] = rooted
    environment.globals["library_name"] = library_name
    environment.filters["page_title"] = page_title
    environment.filters["titled"] = titled
    environment.filters["number"] = "{:,}".format
    environment.filters["fixed"] = "{:.1f}".format  # a coordinate of a drawing
    environment.filters["counted"] = counted
    return environment


_ENVIRONMENT = _environment()
