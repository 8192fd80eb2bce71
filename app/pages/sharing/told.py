"""What the newest answers said, for the description of a link that is sent on: nobody waits for an answer to be found again."""

from collections import OrderedDict
from threading import Lock

from app.pages.sharing.titles import shortened
from index import Index
from qa import Answer

_MOST, _LONGEST, _LEAD = 500, 300, 120  # answers, characters

_told: OrderedDict[tuple[str, str], str] = OrderedDict()
_lock = Lock()


def remember(index: Index, link: str, answer: Answer) -> None:
    """Keep the description of an answer, by its link and the state of the documents; the oldest go."""
    key = (index.catalogue.state(), link)
    with _lock:
        _told[key] = describe_answer(answer)
        _told.move_to_end(key)
        while len(_told) > _MOST:
            _told.popitem(last=False)


def remembered(index: Index, link: str) -> str:
    """The description of an answer that was given a while ago; empty if there is none."""
    with _lock:
        return _told.get((index.catalogue.state(), link), "")


def describe_answer(answer: Answer) -> str:
    """An answer in a few lines: its lead and its first quotation, or why there is none."""
    if not answer.citations:
        return shortened(answer.explanation, _LONGEST)
    first = answer.citations[0]
    lead = shortened(answer.lead, _LEAD)
    return f"{lead} “{shortened(first.quote, _LONGEST - len(lead))}” ({first.reference})".strip()
