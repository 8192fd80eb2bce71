"""Questions outside the remit: on what councils do for everybody, and inspections of children's services do not cover."""

import re

# What else councils in England do, by service area, as residents call it.
_ELSEWHERE = (
    # adults and health
    r"adults?['’]? (?:social care|social services|services|safeguarding)"
    r"|care homes? for (?:older|elderly|adults)|(?:nursing|retirement) homes?"
    r"|(?:older|elderly|disabled) (?:people|adults|residents)['’]?s?|(?:the|for|of) (?:elderly|older people)"
    r"|pensioners?|dementia|home care packages?|meals on wheels|blue badges?",
    # money and votes
    r"council tax|business rates|(?:council |local |mayoral |by-)?elections? (?:results?|day|dates?)"
    r"|(?:next|last) (?:council |local |mayoral )?elections?|council elections?|polling stations?"
    r"|electoral (?:roll|register)|(?:register|registered|how) to vote|voters?|(?:planning|licensing) committee",
    # waste and streets
    r"(?:waste|bin|refuse|rubbish|recycling) (?:collections?|cent(?:re|er)s?|bins?|lorr(?:y|ies))"
    r"|(?:wheelie |garden |brown |green |black )?bins?|household recycling|recycling (?:rates?|scheme)"
    r"|(?:the|rubbish|council) tip|fly[- ]?tipping|litter|potholes?|pavements?|gritt(?:ing|ed|ers?)|gulleys?"
    r"|drains|road ?works|(?:road|highways?|bridge) (?:repairs?|maintenance|closures?)"
    r"|street ?(?:lights?|lighting|cleaning|sweep\w*)|dog (?:fouling|wardens?|mess)|graffiti"
    r"|nois[ey]y? (?:nuisance|complaints?|neighbours?)|pest control|rats",
    # transport
    r"parking(?: permits?| fines?| charges?)?"
    r"|bus(?:es)? (?:routes?|lanes?|pass(?:es)?|stops?|services?|timetables?)|cycle (?:lanes?|paths?)"
    r"|traffic (?:lights?|calming|jams?|congestion)|traffic|congestion|speed (?:limits?|cameras?|bumps?)"
    r"|low[- ]traffic|airports?|trams?|taxi licen[cs]\w+",
    # planning, land and housing for all
    r"planning (?:permission|applications?|consent)|local plan|green belt|conservation areas?"
    r"|building (?:control|regulations)|flood(?:ing| defences?)|housing benefit"
    r"|council (?:house|housing|flat)s?(?: (?:repairs?|lists?|rents?|sales?))?|right to buy|allotments?",
    # leisure and ceremony
    r"librar(?:y|ies)|museums?|leisure centres?|swimming pools?|(?:the|public) parks|public toilets?"
    r"|golf courses?|car boot|(?:street|farmers['’]?|christmas) markets?|crematori(?:um|a)|cemeter(?:y|ies)"
    r"|burials?|get(?:ting)? married|weddings?|register offices?|town hall (?:hire|tours?)|tourism|concerts?",
    # trade
    r"licensing|trading standards|food hygiene|pubs?|alcohol licen[cs]\w+|economic (?:growth|development)"
    r"|high streets?|net zero|air quality",
    # not a council's at all
    r"weather|football|stock market|lottery",
)
_SUBJECT = re.compile(rf"\b(?:{'|'.join(_ELSEWHERE)})\b", re.I)
_CHILDREN = re.compile(
    r"\b(?:child(?:ren)?|kids?|young(?:sters?| people| person| adults?)?|youths?|care leavers?|leaving care"
    r"|bab(?:y|ies)|teen(?:ager)?s?|pupils?|students?|famil(?:y|ies)|parents?|mothers?|fathers?|foster\w*"
    r"|adopt(?:ed|ion|ers?)|send|transitions?|care[- ]experienced|looked after|carers|personal advisers?"
    r"|pathway plans?|local offer|corporate parent\w*|social work(?:ers?)?"
    r"|safeguarding (?:children|partner\w*|board)|ilacs|schools?)\b",
    re.I,
)


def out_of_remit(question: str) -> str | None:
    """Find the subject, such as "potholes", that puts a question outside the remit; None if the question is inside it.

    A question that mentions children, families or the work done for them is always inside it: care leavers and council tax, foster
    carers and parking.
    """
    subject = _SUBJECT.search(question)
    return subject.group() if subject and not _CHILDREN.search(question.replace("children's services", "")) else None
