"""How a sentence names an authority: as the place that it is about, as another council, or as part of some other name."""

import re
from enum import Enum

from ingest.facts.authority.unlisted import of_another


class Naming(Enum):
    """What a name in a sentence stands for."""

    SUBJECT = "the place that the sentence is about"
    MENTION = "a place that is named"
    UNLISTED = "part of the name of a council that is not in the list"
    OTHER = "another council, a partner or neighbour"
    NONE = "part of some other name"


_AROUND = 70  # characters on each side that tell
_BEFORE_SUBJECT = re.compile(
    r"(?i)\b(?:inspections?|inspectors?|services?|care|children|visits?|visited|found|partnership|council|work|families|carers|workers|"
    r"people|agency|area|foster homes?)\s+(?:of|in|to|for|at|across|around|outside)\s+(?:the\s+)?(?:(?:partnership|"
    r"city|county|borough|town) (?:in|of) )?$|"
    r"\b(?:authority|council|director|cabinet|committee) (?:for|of) $|(?:\A|[.\n]\s?)in $"
)
_AFTER_SUBJECT = re.compile(
    r"(?:['’]s?)?\s+(?i:(?:(?:metropolitan |county |city |borough |district |unitary |london |royal |local )*"
    r"(?:council|authority|children['’]?s|safeguarding|social services|fostering|adoption|youth justice|virtual school)|"
    r"(?:[\w,&'’]+ ){0,7}(?:committee|panel|cabinet|commission)\b)|(?<=['’]s )(?:care|work|help|support|"
    r"services|social|young|foster)\b|"
    r"\s+(?:was|were|has|have|had|is|are) (?:\w+ ){0,2}(?:rated|judged|told|praised|given|handed|criticised|inspected|graded)\b)"
)
_PEOPLE = (
    r"(?:managers?|officers?|colleagues|leaders?|directors?|teams?|peers?|councillors|experts?|"
    r"heads? of service|workers?|staff|members?)"
)
_BEFORE_OTHER = re.compile(
    rf"(?i)(?:\b(?:paired|partnered?|twinned|buddied|linked (?:with|to)|compared?|comparison|comparable|"
    rf"benchmark\w*|neighbour\w*|border\w*|"
    rf"similar|unlike|beside|alongside|against|contrast\w*|next to|those of|better than|worse than|learn\w* from|"
    rf"(?:support(?:ed)?|help(?:ed)?|advice|assistance|guidance|challenge|diagnostic|audit|review)(?: \w+)?(?: (?:from|by)|, from)|"
    rf"mentor\w*|(?:led|chaired|carried out|undertaken|commissioned|loaned|seconded|on loan|funded) (?:by|from)|learning from|"
    rf"also (?:\w+ ){{0,2}}(?:delivers?|runs?|provides?|serves?|works?|looks? after)|other (?:councils?|areas?|authorities|boroughs?))\b"
    rf"[^.\n]{{0,40}}|"
    rf"\b{_PEOPLE} (?:from|in|at)\s+(?:the\s+)?(?:[A-Z]\w+(?:,| and)\s+)?|\b(?:members|officers|managers|staff|councillors|we|they) "
    rf"(?:had )?(?:visited|went to|travelled to|visit to)\s+|\b(?:such as|councils? like|e\.g\.|including|"
    rf"examples? from|practice (?:from|in))\s+"
    rf"(?:\w+(?:,| and) )?|\b(?:placed|placements?|moved|living|lived|homes?) (?:in|to|from)\s+|\b(?:former(?:ly)?|previously|came from|"
    rf"joins? (?:us )?from|worked (?:in|at|for)|as far (?:away )?as|another (?:council|authority|area),?|(?:second|third|other) "
    rf"(?:council|authority)\b[^.\n]{{0,30}})\s*)$"
)
_AFTER_OTHER = re.compile(
    r"(?i)(?:['’]s?)?,?\s*(?:(?:city|county|borough|metropolitan|council|as|a|an|the|our|its|is|was|who|which|were|are|had been) ){0,4}"
    r"(?:neighbour\w*|partner in practice|improvement partner|peers?\b|sector[- ]led|statistical neighbour|"
    r"next door|awaiting|other council|"
    r"another council|comparator|graded \w+ (?:by ofsted )?at its last)"
)
_AFTER_NONE = re.compile(
    r"\.(?:gov|org|co)\b|(?:['’]s)?\s+(?:[A-Z][\w'’-]+\s+){0,3}(?:Schools?|Academ(?:y|ies)|College|Primary|"
    r"Secondary|Infants?|Juniors?|Nursery|Road|Street|Lane|Avenue|"
    r"Drive|Close|Park|Way|Police|Constabulary|Universit(?:y|ies)|NHS|Hospitals?|Water|Heath|Crown Court|"
    r"Magistrates|Telegraph|Post|Echo|Gazette|"
    r"Herald|Mail|Times|Chronicle|Argus|Mercury|Star|Live|Express|Observer|Guardian|Standard|Advertiser|News|"
    r"Examiner|Journal|Courier|World|"
    r"Evening|FC|United|Rovers|Building Society|Family Court|Station|Airport|Prison|Fire)\b"
)
_BEFORE_NONE = re.compile(
    r"[@/._=]\Z|\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Sir|Lord|Lady|Baroness|Alderman)\.?\s+(?:[A-Z][\w.'’-]*\s+){0,2}$"
)


def naming(text: str, start: int, end: int) -> Naming:
    """Say what the name `text[start:end]` stands for in its sentence."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    before = before[before.rfind("\n\n") + 1 :]
    if _BEFORE_NONE.search(before) or _AFTER_NONE.match(after):
        return Naming.NONE
    if of_another(text, start):
        return Naming.UNLISTED
    if _BEFORE_OTHER.search(before) or _AFTER_OTHER.match(after):
        return Naming.OTHER
    if is_subject(text, start, end):
        return Naming.SUBJECT
    return Naming.MENTION


def is_subject(text: str, start: int, end: int) -> bool:
    """True if the words around the name `text[start:end]` are about its council or its services."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return bool(_BEFORE_SUBJECT.search(before) or _AFTER_SUBJECT.match(after))
