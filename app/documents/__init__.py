"""Documents: takes an index and a document's path or record, gives its record, links and page pictures; adds files."""

from app.documents.copies import clean_folder
from app.documents.finding import find_record
from app.documents.links import API, image_link, marked_link, page_link
from app.documents.page_images import (
    PageImage,
    PictureError,
    no_such_page,
    page_image,
    parse_marks,
    source_of,
    write_marks,
)
from app.documents.uploading import LARGEST, MOST_FILES, FileResult, Progress, Uploads

__all__ = [
    "API",
    "LARGEST",
    "MOST_FILES",
    "FileResult",
    "PageImage",
    "PictureError",
    "Progress",
    "Uploads",
    "clean_folder",
    "find_record",
    "image_link",
    "marked_link",
    "no_such_page",
    "page_image",
    "page_link",
    "parse_marks",
    "source_of",
    "write_marks",
]
