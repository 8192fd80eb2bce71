"""Opens documents that are ZIP archives of XML parts, within bounds of size."""

import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from lxml import etree

from ingest.errors import ReadError

LARGEST_PART = 40 * 2**20  # bytes of one XML part, unpacked; a 1,000-page document has about 20 MB
_LARGEST_PICTURE = 200 * 2**20
_MOST_TAGS = 4_000_000  # in one part; a part of the largest size has a third of that in any document


class Archive:
    """The parts of a zipped document.

    The archive's own list says how large each part is, and `zipfile` never unpacks more of a part than that.
    """

    def __init__(self, path: Path, data: bytes) -> None:
        self._path = path
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise ReadError(path, f"is a damaged ZIP archive ({error})") from error
        self.names = frozenset(self._zip.namelist())

    def check(self) -> None:
        """Refuse an archive with a part larger than any document's.

        Raises:
            ReadError: a part is too large.
        """
        for info in self._zip.infolist():
            xml = info.filename.lower().endswith((".xml", ".rels"))
            if info.file_size > (LARGEST_PART if xml else _LARGEST_PICTURE):
                self._refuse(info)

    def read(self, name: str) -> bytes:
        """Give one part's bytes.

        Raises:
            ReadError: the part is missing, damaged, encrypted or too large.
        """
        try:
            info = self._zip.getinfo(name)
            if info.file_size > LARGEST_PART:
                self._refuse(info)
            return self._zip.read(info)
        except KeyError as error:
            raise ReadError(self._path, f"is damaged: its part {name} is missing") from error
        except RuntimeError as error:
            raise ReadError(self._path, "is locked with a password; save it without one") from error
        except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, zlib.error) as error:
            raise ReadError(self._path, f"is damaged: its part {name} cannot be unpacked") from error

    def tree(self, name: str) -> etree._Element:
        """Parse one part; entities are left alone.

        Raises:
            ReadError: the part cannot be read, is not XML, or goes beyond what a document holds.
            MemoryError: there is too little memory for it.
        """
        data = self.read(name)
        if data.count(b"<") > _MOST_TAGS:
            raise ReadError(self._path, f"has more than {_MOST_TAGS // 10**6} million tags in its part {name}")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
                raise MemoryError from error
            if error.code == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
                raise ReadError(
                    self._path, f"goes beyond what Kloe reads in its part {name} ({_brief(error)})"
                ) from error
            raise ReadError(self._path, f"is damaged: its part {name} is not XML") from error

    def _refuse(self, info: zipfile.ZipInfo) -> None:
        size, most = info.file_size // 2**20, LARGEST_PART // 2**20
        raise ReadError(
            self._path, f"unpacks to a part of {size} MB ({info.filename[:60]}); Kloe reads parts of up to {most} MB"
        )


def _brief(error: etree.XMLSyntaxError) -> str:
    """Say which of its bounds libxml2 found broken, such as "Excessive depth in document: 256"."""
    return str(error.msg).partition(",")[0]
