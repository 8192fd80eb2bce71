"""The reference of the HTTP API for people: one plain page made from its OpenAPI description, which loads nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.pages.templating import render


@dataclass(frozen=True)
class Value:
    """A parameter, or a property of the body, with the values that it allows."""

    name: str
    where: str
    allowed: str
    meaning: str


@dataclass(frozen=True)
class Operation:
    """A method on a path."""

    title: str
    description: str
    values: list[Value]
    responses: str


def reference_page(openapi: dict[str, Any], base: str) -> str:
    """Render the page.

    Args:
        openapi: the description of the API.
        base: the path at which the API is served.
    """
    operations = [
        _operation(f"{method.upper()} {base}{path}", operation, openapi)
        for path, methods in openapi["paths"].items()
        for method, operation in methods.items()
    ]
    info = openapi["info"]
    return render(
        "reference.html",
        title=info["title"],
        version=info["version"],
        description=info.get("description", ""),
        base=base,
        operations=operations,
    )


def _operation(title: str, operation: dict[str, Any], openapi: dict[str, Any]) -> Operation:
    responses = (
        f"{status} ({' or '.join(response.get('content', {})) or 'no content'})"
        for status, response in operation["responses"].items()
    )
    return Operation(
        title,
        operation.get("description") or operation["summary"],
        list(_values(operation, openapi)),
        ", ".join(responses),
    )


def _values(operation: dict[str, Any], openapi: dict[str, Any]) -> Iterator[Value]:
    for parameter in operation.get("parameters", []):
        is_required = parameter.get("required", False)
        yield _value(parameter["name"], parameter["in"], parameter["schema"], is_required, openapi)
    content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    sent = content.get("schema", {})
    for body in (_resolved(form, openapi) for form in sent.get("oneOf", [sent])):
        for name, schema in body.get("properties", {}).items():
            yield _value(name, "body", schema, name in body.get("required", ()), openapi)


def _value(name: str, where: str, schema: dict[str, Any], is_required: bool, openapi: dict[str, Any]) -> Value:
    meaning = schema.get("description", "") + (" Required." if is_required else "")
    return Value(name, where, _allowed(_resolved(schema, openapi), openapi), meaning.strip())


def _resolved(schema: dict[str, Any], openapi: dict[str, Any]) -> dict[str, Any]:
    name = schema.get("$ref", "").rpartition("/")[2]
    return openapi["components"]["schemas"][name] if name else schema


def _allowed(schema: dict[str, Any], openapi: dict[str, Any]) -> str:
    """The values that a schema allows, in words."""
    if "const" in schema:
        return str(schema["const"])
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    if schema.get("type") == "array":
        return f"any of: {_allowed(_resolved(schema['items'], openapi), openapi)}; may be repeated"
    bounds = [
        words.format(schema[key])
        for key, words in (("minimum", "from {}"), ("maximum", "to {}"), ("maxLength", "up to {} characters"))
        if key in schema
    ]
    default = [f"default {schema['default']}"] if schema.get("default") not in (None, []) else []
    return ", ".join([schema.get("type", "text"), *bounds, *default])
