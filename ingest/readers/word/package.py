"""The parts of a Word document that bear on its text."""

from pathlib import Path
from posixpath import join, normpath

from lxml.etree import _Element

from ingest.errors import ReadError
from ingest.readers.flow.archive import Archive


def local(element: _Element) -> str:
    """Give an element's name without its namespace, of which Word has two sets; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: _Element, name: str) -> str:
    """Give an attribute by its name without a namespace; "" if it is absent."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def child(element: _Element | None, *names: str) -> _Element | None:
    """Follow a path of child elements."""
    for name in names:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def value(element: _Element | None, *names: str) -> str:
    """Give the attribute `val` at the end of a path of child elements."""
    found = child(element, *names)
    return "" if found is None else attribute(found, "val")


def is_on(element: _Element | None, name: str) -> bool | None:
    """Say whether a property is switched on or off; None if it is not set."""
    found = child(element, name)
    return None if found is None else attribute(found, "val") not in ("0", "false", "off", "none")


class Package:
    """A Word document's main part, and the parts that it refers to."""

    def __init__(self, path: Path, data: bytes) -> None:
        self._archive = Archive(path, data)
        self._archive.check()
        main = self._related("", "_rels/.rels").get("officeDocument", ["word/document.xml"])[0]
        self._main = main if main in self._archive.names else "word/document.xml"
        folder, _, file = self._main.rpartition("/")
        self._by_id: dict[str, str] = {}
        self._parts = self._related(folder, join(folder, "_rels", f"{file}.rels"))
        self.document = self._archive.tree(self._main)
        body = child(self.document, "body")
        if body is None:
            raise ReadError(path, "is damaged or not a Word document (it has no body)")
        self.body = body

    def _related(self, folder: str, rels: str) -> dict[str, list[str]]:
        """Give the names of related parts by the last word of the relation's type."""
        parts: dict[str, list[str]] = {}
        if rels not in self._archive.names:
            return parts
        self._by_id = {}
        for one in self._archive.tree(rels):
            target = attribute(one, "Target")
            name = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
            if attribute(one, "TargetMode") != "External" and name in self._archive.names:
                parts.setdefault(attribute(one, "Type").rpartition("/")[2], []).append(name)
                self._by_id[attribute(one, "Id")] = name
        return parts

    def part(self, kind: str) -> _Element | None:
        """Give the first part of a kind ("styles", "numbering", "footnotes"), if the document has it."""
        names = self._parts.get(kind)
        return self._archive.tree(names[0]) if names else None

    def by_id(self, identifier: str) -> _Element | None:
        """Give the part that the main part refers to by this identifier."""
        name = self._by_id.get(identifier)
        return self._archive.tree(name) if name else None
