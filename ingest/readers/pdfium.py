"""PDFium serves one thread at a time, whatever document it is asked about; all of Kloe takes this lock."""

from threading import Lock

PDFIUM = Lock()
