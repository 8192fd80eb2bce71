"""The tools that a language model can call (MCP): takes plain arguments, gives JSON as text. Each tool's docstring is its description."""

from app.api.tools.arguments import KindName
from app.api.tools.tools import Tools

__all__ = ["KindName", "Tools"]
