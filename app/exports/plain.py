"""Plain text for a file: text from documents, file names and questions, made safe to put in one."""

import re

from ingest.cleaning import drop_control_characters, unify_line_ends

_TERMINAL_CODES = re.compile(r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
_NOT_XML = re.compile("[\ufffe\uffff]")


def plain(text: str) -> str:
    """Remove terminal codes, control characters and marks that change the direction of text."""
    return _NOT_XML.sub("", drop_control_characters(unify_line_ends(_TERMINAL_CODES.sub("", text))))
