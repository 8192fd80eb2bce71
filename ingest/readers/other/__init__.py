"""Reads the less usual formats: rich text, e-mail, saved web pages, OpenDocument and Excel; names those that Kloe does not read."""

from ingest.readers.other import mail, opendocument, richtext, sheets
from ingest.readers.other.foreign import refuse_foreign, refuse_zip

__all__ = ["mail", "opendocument", "refuse_foreign", "refuse_zip", "richtext", "sheets"]
