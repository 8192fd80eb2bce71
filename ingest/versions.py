"""The versions of the rules that read files: raise one when a change reads the same file otherwise.

Each file in an index knows the versions that read it, so that a better rule reads again the files that it concerns, and no others.
"""

FACTS = 1  # kind, authorities, dates, judgements, speakers
PASSAGES = 8  # pages, furniture, headings and passages
READERS = {"DOCX": 1, "HTML": 2, "MHTML": 2, "ODT": 1, "PDF": 1, "RTF": 1, "XLSX": 1, "e-mail": 1, "text": 1}
_NONE = "none"  # of a file that no reader could read: any reader that is new may


def read_by(form: str = _NONE) -> str:
    """The versions that read a file of a form now, such as "PDF 1, passages 8, facts 1".

    Args:
        form: as `Reading.form` has it; left out for a file that could not be read.
    """
    version = sum(READERS.values()) if form == _NONE else READERS[form]
    return f"{form} {version}, passages {PASSAGES}, facts {FACTS}"


def is_current(versions: str) -> bool:
    """True if these versions, from `read_by`, are those of today."""
    form = versions.partition(",")[0].rpartition(" ")[0]
    return (form == _NONE or form in READERS) and versions == read_by(form)
