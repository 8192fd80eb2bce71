"""Questions outside the remit: on subjects that inspections of children's services do not cover."""

import re

_SUBJECTS = re.compile(
    r"\b(?:adults?['’]? (?:social care|social services|services)|care homes? for (?:older|elderly)|older people['’]?s|dementia"
    r"|council tax|business rates|(?:waste|bin|refuse|rubbish) collections?|bins|recycling|fly[- ]tipping|potholes?|road repairs?|roadworks"
    r"|parking(?: permits?| fines?| charges?)?|planning (?:permission|applications?)|housing benefit|council house repairs|librar(?:y|ies)"
    r"|leisure centres?|swimming pools?|street ?lights?|street lighting|litter|allotments?|crematori(?:um|a)|licensing"
    r"|bus (?:routes?|lanes?)|cycle lanes?|elections?|weather|football)\b",
    re.I,
)
_CHILDREN = re.compile(
    r"\b(?:child(?:ren)?|kids?|young(?:sters?| people| person| adults?)?|care leavers?|leaving care|babies|teenagers?|pupils?|students?"
    r"|famil(?:y|ies)|parents?|foster\w*|adopt(?:ed|ion|ers?)|send|transitions?|care[- ]experienced|looked after|carers)\b",
    re.I,
)


def out_of_remit(question: str) -> str | None:
    """Find the subject, such as "potholes", that puts a question outside the remit; None if the question is inside it.

    A question that mentions children or families is always inside it.
    """
    subject = _SUBJECTS.search(question)
    return subject.group() if subject and not _CHILDREN.search(question.replace("children's services", "")) else None
