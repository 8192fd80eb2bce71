"""Goes through a page's tags once, which on a large page is many times faster than Beautiful Soup's searches."""

from collections.abc import Iterator

from bs4.element import Tag

_DEEPEST = 300  # tags within tags; a page of a council has about thirty


def tags_in(parent: Tag) -> list[Tag]:
    """Give every tag in a part of a page, in order."""
    return [child for child in parent.descendants if isinstance(child, Tag)]


def children(parent: Tag, *names: str) -> Iterator[Tag]:
    """Give the child tags with one of these names."""
    return (child for child in parent.children if isinstance(child, Tag) and child.name in names)


def names_of(tag: Tag) -> list[str]:
    """Give a tag's classes and its identifier."""
    classes: str | list[str] = tag.attrs.get("class") or []
    found = [classes] if isinstance(classes, str) else [str(name) for name in classes]
    return [*found, str(tag.attrs["id"])] if tag.attrs.get("id") else found


def is_gone(tag: Tag) -> bool:
    """True if a tag was taken out; Beautiful Soup's own property searches the whole tag for a child of that name."""
    return "_decomposed" in tag.__dict__


def is_too_deep(parent: Tag) -> bool:
    """True if tags are nested too deeply to read."""
    depths = {id(parent): 0}
    for tag in tags_in(parent):
        depth = depths.get(id(tag.parent), 0) + 1
        if depth > _DEEPEST:
            return True
        depths[id(tag)] = depth
    return False
