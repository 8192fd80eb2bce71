"""Reads e-mails and web pages saved in one file (MHTML), which have the same form."""

import re
from email import message_from_bytes
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage, MIMEPart
from email.policy import default
from pathlib import Path
from typing import Any

from ingest.errors import ReadError
from ingest.lines import Line
from ingest.readers import plain, web
from ingest.readers.flow import Block, block_lines
from ingest.readers.result import Reading

_FIELD = re.compile(
    rb"(?:return-path|received|delivered-to|mime-version|message-id|content-type|date|from|to|cc|subject|reply-to|sender"
    rb"|snapshot-content-location|x-[\w-]+|arc-[\w-]+|dkim-signature|authentication-results)\s*:", re.I
)  # fmt: skip
_SURE = re.compile(rb"^(?:mime-version|message-id|received|return-path|content-type)\s*:", re.I | re.M)
_LONGEST_FIELD = 50_000  # characters; the parser's time and memory grow faster than a field
_SHOWN = ("From", "To", "Cc", "Date", "Subject")


class _Fields(HeaderRegistry):
    """Makes the fields of an e-mail; the rest of an endless one is left out."""

    def __call__(self, name: str, value: str) -> Any:
        """Make a field."""
        return super().__call__(name, value[:_LONGEST_FIELD])


def is_mail(path: Path, data: bytes) -> bool:
    """True if the file begins with the fields of an e-mail; a memo has "From" and "To" too, but none that a server writes."""
    head = data[:8192].lstrip()
    if head.startswith(b"From ") and b"\n" in head:
        head = head.split(b"\n", 1)[1]
    named = path.suffix.lower() in (".eml", ".mht", ".mhtml")
    return bool(_FIELD.match(head)) and (named or bool(_SURE.search(re.split(rb"\r?\n\r?\n", head)[0])))


def read(path: Path, data: bytes) -> Reading:
    """Read an e-mail's fields and text, or the page of a saved web page; attachments are noted.

    Raises:
        ReadError: it holds no text.
    """
    try:
        message = message_from_bytes(data, policy=default.clone(header_factory=_Fields()))
        assert isinstance(message, EmailMessage)
        page = message.get_content_type() == "multipart/related" and not message["To"]
        body = message.get_body(("html", "plain") if page else ("plain", "html"))
        text = _text(body) if body else ""
        html = body is not None and body.get_content_subtype() == "html"
        if not html and body is not None and (richer := message.get_body(("html",))) and len(text.strip()) < 40:
            text, html = _text(richer), True
        names = [part.get_filename() or "without a name" for part in message.iter_attachments()] if not page else []
        fields = {name: " ".join(str(message[name]).split()) for name in _SHOWN if message[name]}
    except (ReadError, MemoryError):
        raise
    except RecursionError as error:
        raise ReadError(path, "is an e-mail nested too deeply to read") from error
    except Exception as error:  # the parser can raise anything on arbitrary bytes
        raise ReadError(path, f"is a damaged e-mail ({type(error).__name__})") from error
    if not text.strip():
        raise ReadError(path, "is an e-mail that holds no text; save its attachments and index them")
    reading = web.read(path, text) if html else plain.read_text(text)
    if page:
        return Reading(
            "MHTML", reading.pages, title=reading.title, published=reading.published, address=reading.address
        )
    notes = tuple(f"the attachment “{name[:80]}” is not read; save it and index it" for name in names[:20])
    return Reading(
        "e-mail",
        [_headed(fields, reading.pages[0])],
        notes,
        title=fields.get("Subject", ""),
        published=fields.get("Date", ""),
    )


def _text(part: MIMEPart) -> str:
    data = part.get_payload(decode=True)
    assert isinstance(data, bytes)
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return data.decode("utf-8", "replace")


def _headed(fields: dict[str, str], lines: list[Line]) -> list[Line]:
    blocks = [Block(fields["Subject"], 1)] if "Subject" in fields else []
    blocks += [Block(f"{name}: {value}") for name, value in fields.items() if name != "Subject"]
    return [*block_lines(1, blocks), Line(1, ""), *lines]
