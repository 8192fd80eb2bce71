"""The HTTP API and the MCP tools: takes requests, gives JSON, event streams, pictures and files."""

from app.api.application import create_api, no_such_path
from app.api.tools import Tools

__all__ = ["Tools", "create_api", "no_such_path"]
