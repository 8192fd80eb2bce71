"""Writes twenty-one answers from the sample documents, so that a change of code shows as a change in what people read.

    python -m bench.answers            # writes docs/answers.md
    python -m bench.answers --check    # prints what would change, and exits with 1 where anything would

The sample documents are invented. They and the small model come with Kloe, so the answers are the same everywhere.
"""

import argparse
import difflib
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from index import Embedder, Index, update
from qa import Answer, ask

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "answers.md"
SAMPLE = ROOT / "corpus" / "sample" / "documents"

# (what the question shows, the question)
QUESTIONS = (
    ("A topic, an authority and a year", "What did Ofsted say about management oversight in Marlbridge in 2022?"),
    ("A topic in every document", "How good is the supervision of social workers?"),
    ("Two authorities compared", "Compare Ashcombe and Westhaven on the timeliness of assessments"),
    ("Two years compared", "How did caseloads in Marlbridge change between 2022 and 2025?"),
    ("The latest report", "What does the latest inspection of Marlbridge say about care leavers?"),
    ("One kind of document", "What did monitoring visits to Westhaven find at the front door?"),
    ("What councillors asked", "What did councillors ask about caseloads in Marlbridge?"),
    ("Authorities with a grade", "Which councils were rated inadequate, and what was said about leaders?"),
    ("Misspelt words", "managment oversihgt in Westhaven"),
    ("A grade", "What was Marlbridge's overall grade in 2025?"),
    ("Whether a grade was given", "Was Ashcombe outstanding for leadership in 2021?"),
    ("Dates and an inspector", "When was Westhaven inspected in 2022, and who led the inspection?"),
    ("Declined: no such authority", "How good is supervision at Northmere Borough Council?"),
    ("Declined: outside England", "What did Ofsted say about caseloads in Cardiff?"),
    ("Declined: no documents for that year", "What did Ofsted find in Marlbridge in 2012?"),
    ("Declined: no documents for that authority", "What did Ofsted say about caseloads in Devon?"),
    ("Declined: the documents contradict it", "Why was Marlbridge judged inadequate in 2025?"),
    ("Declined: not about children's services", "How often are the bins emptied in Ashcombe?"),
    ("Declined: no document answers it", "How many children in Westhaven learn the trombone?"),
    ("Declined: no council is named", "What did the last letter say about caseloads?"),
    ("Declined: no question", "?!"),
)

_HEAD = """# Twenty-one answers

Kloe's answers from its sample documents, word for word. `python -m bench.answers` writes this page, and a test fails when an
answer changes. The documents, the authorities and everyone in them are invented.
"""


def main() -> None:
    """Write the page, or compare it with the written one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; print what would change")
    arguments = parser.parse_args()
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        page = make_page(make_index(Path(folder)))
    if not arguments.check:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(page, encoding="utf-8")
        return
    changes = compare(page)
    print("\n".join(changes))
    sys.exit(bool(changes))


def make_index(folder: Path) -> Index:
    """Index the sample documents in a new folder, with the model that comes with Kloe."""
    index = Index(folder / "index", Embedder())
    update(index, [SAMPLE], folder / "cache")
    return index


def make_page(index: Index) -> str:
    """Ask every question and make the page in Markdown."""
    parts = [_HEAD]
    for number, (shows, question) in enumerate(QUESTIONS, 1):
        parts.append(f"## {number}. {shows}\n\n> {question}\n\n```text\n{_answer_words(ask(index, question))}\n```\n")
    return "\n".join(parts)


def compare(page: str) -> list[str]:
    """The lines in which a page differs from the written one; empty if they are the same."""
    written = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
    return list(difflib.unified_diff(written.splitlines(), page.splitlines(), "written", "now", lineterm=""))


def _answer_words(answer: Answer) -> str:
    reason = f"({answer.reason}) " if answer.reason else ""
    return f"{reason}{answer.text}".rstrip()


if __name__ == "__main__":
    main()
