"""The path below which another site serves Kloe: takes a path of Kloe's own, gives the link to it; and reads such paths again."""

from starlette.datastructures import URL
from starlette.types import ASGIApp, Receive, Scope, Send

from app.settings import settings


def rooted(path: str) -> str:
    """The link to a path of Kloe's, such as "/?view=saved": with the setting `root_path` before it. Every link is made here."""
    return f"{settings().root_path}{path}"


def site_of(url: URL) -> str:
    """The server's address, without a path, from that of a request: before a link it makes it one that opens anywhere."""
    return f"{url.scheme}://{url.netloc}"


def query_in(link: str) -> str:
    """The query of a link, without its question mark."""
    return link.partition("?")[2]


def path_of(scope: Scope) -> str:
    """The path of a request below the root; empty if the request has none."""
    path, root = str(scope.get("path", "")), scope.get("root_path", "")
    return path[len(root) :] if _is_below(path, root) else path


class BelowRoot:
    """Serves Kloe below a path, whether or not the proxy in front takes that path off: requests go on with it, as ASGI has it.

    Args:
        root: the path, without a slash at the end.
    """

    def __init__(self, app: ASGIApp, root: str) -> None:
        self._app = app
        self._root = root

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Put the root before the path of a request that lacks it."""
        if scope["type"] in ("http", "websocket"):
            path, root = scope["path"], self._root
            scope = {**scope, "root_path": root}
            if not _is_below(path, root):
                scope |= {"path": root + path, "raw_path": root.encode() + (scope.get("raw_path") or path.encode())}
        await self._app(scope, receive, send)


def _is_below(path: str, root: str) -> bool:
    return path == root or path.startswith(f"{root}/")
