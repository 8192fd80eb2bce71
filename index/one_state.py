"""Lets a function read all that it needs of an index in one state."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from index.index import Index

_Given = ParamSpec("_Given")
_Read = TypeVar("_Read")


def one_state(read: Callable[Concatenate[Index, _Given], _Read]) -> Callable[Concatenate[Index, _Given], _Read]:
    """Let a function whose first argument is an index read all of it in one state, whatever a run writes meanwhile."""

    @wraps(read)
    def reading(index: Index, /, *args: _Given.args, **kwargs: _Given.kwargs) -> _Read:
        with index.pinned():
            return read(index, *args, **kwargs)

    return reading
