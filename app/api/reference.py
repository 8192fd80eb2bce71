"""The HTTP interface described for people: one plain page made from its OpenAPI, which loads nothing from elsewhere."""

from collections.abc import Iterator
from html import escape
from typing import Any

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem;color:#0b0c0c}"
    "code{background:#f3f2f1;padding:0 .2em}table{border-collapse:collapse;width:100%}"
    "td,th{border-bottom:1px solid #b1b4b6;padding:.3em .6em .3em 0;text-align:left;vertical-align:top}"
    "h2{margin-top:2em;font-size:1.15em}"
)


def reference_page(openapi: dict[str, Any], base: str) -> str:
    """Make the page.

    Args:
        base: the path below which the interface is served.
    """
    info = openapi["info"]
    parts = [
        f"<!doctype html><html lang=en><meta charset=utf-8><title>{escape(info['title'])}</title><style>{_STYLE}</style>",
        f"<h1>{escape(info['title'])} {escape(info['version'])}</h1><p>{escape(info.get('description', ''))}</p>",
        f'<p>For programs: <a href="{escape(base)}/openapi.json">openapi.json</a>.</p>',
    ]
    for path, operations in openapi["paths"].items():
        for method, operation in operations.items():
            parts += _operation(f"{method.upper()} {base}{path}", operation, openapi)
    return "".join(parts)


def _operation(title: str, operation: dict[str, Any], openapi: dict[str, Any]) -> Iterator[str]:
    yield f"<h2><code>{escape(title)}</code></h2><p>{escape(operation.get('description') or operation['summary'])}</p>"
    rows = [(one["name"], one["in"], one["schema"], one.get("required")) for one in operation.get("parameters", [])]
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    schema = _resolved(body, openapi)
    rows += [
        (name, "body", one, name in schema.get("required", ())) for name, one in schema.get("properties", {}).items()
    ]
    if rows:
        yield "<table><tr><th>Name<th>In<th>Values<th>Meaning"
        for name, where, of, needed in rows:
            values = escape(_values(_resolved(of, openapi), openapi))
            said = escape(of.get("description", "")) + (" Needed." if needed else "")
            yield f"<tr><td><code>{escape(name)}</code><td>{where}<td>{values}<td>{said}"
        yield "</table>"
    answers = ", ".join(
        f"{status} ({' or '.join(answer.get('content', {})) or 'nothing'})"
        for status, answer in operation["responses"].items()
    )
    yield f"<p>Answers: {escape(answers)}.</p>"


def _resolved(schema: dict[str, Any], openapi: dict[str, Any]) -> dict[str, Any]:
    name = schema.get("$ref", "").rpartition("/")[2]
    return openapi["components"]["schemas"][name] if name else schema


def _values(schema: dict[str, Any], openapi: dict[str, Any]) -> str:
    """The values that a schema allows, in words."""
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    if schema.get("type") == "array":
        return f"any of: {_values(_resolved(schema['items'], openapi), openapi)}; may be repeated"
    bounds = [
        f"{words} {schema[key]}"
        for key, words in (("minimum", "from"), ("maximum", "to"), ("maxLength", "characters at most:"))
        if key in schema
    ]
    default = [f"default {schema['default']}"] if schema.get("default") not in (None, []) else []
    return ", ".join([schema.get("type", "text"), *bounds, *default])
