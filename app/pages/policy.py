"""The Content-Security-Policy of the page: Gradio's own scripts, each by its digest, and no others."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

from app.access.headers import PagePolicy

_FILLED = re.compile(r"\{\{.*?\}\}", re.S)  # where Gradio's template is filled in, always with JSON
# Gradio runs the page's own handlers by `new Function`, which needs 'unsafe-eval', and styles elements one by one.
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-eval' {scripts}; style-src 'self' 'unsafe-inline';"
    " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none';"
    " base-uri 'self'; form-action 'self'"
)


def page_policy(template: str, head: str) -> PagePolicy:
    """Make what gives the policy of the page.

    A script is listed if Gradio's template has it, with nothing but JSON filled in; or if Kloe's own head has it, which Gradio
    puts into the page when it runs. Any other script that gets into the page is not listed, so that the browser does not run it.

    Args:
        template: the HTML of Gradio's page, with its places to fill in.
        head: the HTML that Kloe adds to the page's head.
    """
    known = [_as_pattern(script) for script in _scripts(template)]
    own = [_digest(script) for script in _scripts(head)]

    def policy(page: str) -> str:
        listed = [_digest(script) for script in _scripts(page) if any(_is(script, shape) for shape in known)]
        return _POLICY.format(scripts=" ".join(dict.fromkeys([*listed, *own])))

    return policy


class _Scripts(HTMLParser):
    """Collects the scripts that stand in a page itself, not those that it loads."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self._is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A script begins."""
        self._is_inside = tag == "script" and not any(name == "src" for name, _ in attrs)
        if self._is_inside:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        """A script ends."""
        self._is_inside = False

    def handle_data(self, data: str) -> None:
        """A part of a script."""
        if self._is_inside:
            self.found[-1] += data


def _scripts(html: str) -> list[str]:
    parser = _Scripts()
    parser.feed(html)
    parser.close()
    return parser.found


def _as_pattern(script: str) -> re.Pattern[str]:
    return re.compile("(.*?)".join(map(re.escape, _FILLED.split(script))), re.S)


def _is(script: str, shape: re.Pattern[str]) -> bool:
    """True if a script has a shape, with JSON in the places to fill in."""
    match = shape.fullmatch(script)
    return bool(match and all(map(_is_json, match.groups())))


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _digest(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
