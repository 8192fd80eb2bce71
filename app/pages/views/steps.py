"""Links with their words, and the links that turn the pages of a list."""

from dataclasses import dataclass, replace
from typing import TypeVar

from app.pages.addresses import DocumentsAddress, SearchAddress

_Address = TypeVar("_Address", DocumentsAddress, SearchAddress)


@dataclass(frozen=True)
class Link:
    """A link and its words."""

    label: str
    link: str


def list_steps(address: _Address, total: int, size: int) -> list[Link]:
    """Link to the parts of a list before and after the one at an address.

    Args:
        total: the number of items in the whole list.
        size: the number of items in a part.
    """
    return [
        Link(f"{label} {size}", replace(address, part=part).link)
        for part, label in ((address.part - 1, "Previous"), (address.part + 1, "Next"))
        if part > 0 and (part - 1) * size < total
    ]
