"""The lock to hold while calling PDFium, which allows one thread at a time, whatever the document."""

from threading import Lock

PDFIUM = Lock()
