"""Clues to papers of an inspectorate: Ofsted’s own, another’s, a school’s, guidance."""

from ingest.facts.kinds.clues import Clue, Zone, clue, line, starts
from ingest.vocabulary import Kind

_INSPECTORATE = (
    r"care inspectorate(?: wales)?|ciw|arolygiaeth gofal cymru|estyn|hmicfrs|hmip|cqc|care quality commission|rqia|"
    r"healthcare inspectorate wales|healthcare improvement scotland|education scotland|independent schools inspectorate|"
    r"(?:hm|her majesty's|his majesty's) (?:inspectorate|inspector) of (?:probation|prisons|constabulary)[^\n]{0,40}|"
    r"hmi (?:probation|prisons)|hm inspectorate of (?:probation|prisons|constabulary)[^\n]{0,40}|"
    r"education and training inspectorate|regulation and quality improvement authority"
)

_SCHOOL = r"(?:school|academy|college|nursery|pre-?school|sixth form|childminder|kindergarten|playgroup)"
OFSTED: tuple[Clue, ...] = (
    starts(None, 2, r"(?:inspection|visit) dates?\s*[:|?]|dates? of (?:the )?(?:inspection|visit)\s*[:|?]", Zone.HEAD),
    starts(None, 2, r"(?:lead|reporting) inspectors?\s*[:|?]|lead inspectors? [A-Z]", Zone.HEAD),
    clue(None, 5, r"\bletter summari[sz]es the findings of", Zone.HEAD),
    starts(
        None, 2.5, r"focus+ed visit (?:to|of)\b[^\n.?:]{3,90}$|monitoring visit (?:to|of)\b[^\n.?:]{3,90}$", Zone.HEAD
    ),
    starts(None, 2.9, r"(?:re-?)?inspection of [^\n:?.]{3,90}$", Zone.TOP),
    starts(None, 3, r"(?:area send|joint targeted area|joint) (?:full |thematic )?inspection of\b", Zone.TOP),
    starts(None, 2, r"report card\b", Zone.TOP),
    line(
        None,
        4,
        r"(?:ofsted )?(?:inspection )?report card\W+[^\n.]{0,60}|[^\n.]{0,60}\bchildren's services\W+(?:inspection )?report card",
        Zone.TOP,
    ),
    line(None, 3, r"(?:evaluation )?areas?(?: of evaluation)?[\s|:]+(?:grade|judge?ment)s?"),
    starts(None, 2, r"inspected\W{1,3}(?:on |from )?\d{1,2} \w+", Zone.HEAD),
    starts(None, 2, r"type of inspection\W", Zone.HEAD),
    clue(None, 3, r"\bpiccadilly gate\b|\baviation house\b|enquiries@ofsted|\bthe office for standards in education\b"),
    clue(None, 2, r"\b(?:her|his) majesty's (?:senior )?(?:chief )?inspectors?\b|\bHMI\b(?! (?:probation|prisons))"),
    clue(None, 1, r"\byours (?:sincerely|faithfully)\b"),
    clue(None, 1.5, r"\bcrown copyright\b|\bwww\.ofsted\.gov\.uk|\breports\.ofsted\b"),
    starts(
        None,
        1.5,
        r"what needs to (?:improve|be better)|what does the area partnership need to do better|"
        r"areas for (?:priority action|improvement)\W*$",
    ),
    clue(None, 1, r"\binspectors (?:found|judged|saw|considered|looked at|evaluated)\b"),
    clue(None, 1.5, r"^(?:the (?:impact of leaders|experiences and progress)|overall effectiveness)\b", Zone.HEAD),
    clue(None, 1, r"\breport published\b|\bpublished by ofsted\b", Zone.HEAD),
    clue(None, 2, r"^(?:dear|to) (?:\w+ ){0,3}(?:director|chief executive|all)\b|^dear [^\n]{2,40}$", Zone.HEAD),
    clue(None, 1, r"\bthe local authority (?:should|must|has|is|was|knows|needs)\b"),
)
OTHER_INSPECTORATES: tuple[Clue, ...] = (
    clue(Kind.OTHER_INSPECTORATE, 4, rf"\b(?:{_INSPECTORATE})\b", Zone.TITLE),
    line(Kind.OTHER_INSPECTORATE, 7, rf"(?:the )?(?:{_INSPECTORATE})(?: \(\w+\))?", Zone.TOP),
    starts(
        Kind.OTHER_INSPECTORATE,
        4,
        rf"(?:by )?(?:the )?(?:{_INSPECTORATE})\b(?: \(\w+\))?:?[^\n.]{{0,30}}\b(?:inspection|inspectorate|"
        rf"inspector|check|report|review|letter|rating|visit)",
        Zone.TOP,
    ),
    clue(
        Kind.OTHER_INSPECTORATE,
        2,
        rf"\b(?:report|letter|inspection|check|assessment) (?:by|from|of) (?:the )?(?:{_INSPECTORATE})\b",
        Zone.TOP,
    ),
    clue(
        Kind.OTHER_INSPECTORATE,
        1,
        rf"\b(?:{_INSPECTORATE}|hmics|hmiprobation|hmyoi|hmp)\b|\bchief inspector of (?:prisons|probation|constabulary)\b",
        Zone.HEAD,
        most=2,
    ),
    clue(
        Kind.OTHER_INSPECTORATE,
        1.5,
        r"\b(?:report of a joint inspection|unannounced inspection|announced inspection|summarised inspection findings|"
        r"six[- ]point scale|community planning partnership|adult support and protection|care and protection in|"
        r"youth justice (?:service )?inspection|youth offending (?:services?|team) in|engagement of|quality improvement plan)\b",
        Zone.HEAD,
        most=2,
    ),
    clue(
        Kind.OTHER_INSPECTORATE,
        2,
        r"\boverall rating\b|\bscore:? \d+ (?:of|out of) \d+|\bassurance (?:check|inspection)\b|"
        r"\bperformance evaluation inspection\b|\bjoint inspection of (?:police|adult)\b",
        Zone.HEAD,
        most=2,
    ),
    clue(
        Kind.OTHER_INSPECTORATE,
        1.5,
        r"\b(?:is (?:the service|it) (?:safe|effective|caring|responsive|well-led)\??|are services (?:safe|"
        r"effective|caring|responsive|well-led)\??|out-of-court disposals|court disposals|healthy prison|purposeful activity|"
        r"quality indicators?|regulated activit\w+|peel assessment|causes? of concern)\b",
        most=3,
    ),
    clue(
        Kind.OTHER_INSPECTORATE,
        1,
        r"\byouth (?:justice|offending)\b|\bregistered nurses?\b|\bpolic(?:e|ing)\b|\bprobation\b",
        Zone.TOP,
    ),
)
SCHOOLS: tuple[Clue, ...] = (
    starts(
        Kind.SCHOOL,
        1.5,
        r"unique reference (?:number|no\.?)|urn\b|type of (?:school|provision|setting)|school category|age range of (?:pupils|children)|"
        r"(?:number|no\.) of pupils|number on roll|gender of pupils|headteacher|head teacher|principal|chair of (?:governors|trustees|the "
        r"governing (?:body|board))|registered (?:provider|manager|person)|responsible individual|provision (?:sub-?)?type|"
        r"date of previous inspection|(?:school|setting|provider|nursery) details|head of (?:care|school)|"
        r"details of the (?:school|setting)|information about this "
        r"(?:school|children's home|setting|early years)|appropriate authority|daycare type|places? available|telephone number|"
        r"does the school have a sixth form|inspection number|diocese|school address|total number of places|children on roll",
        most=6,
    ),
    line(Kind.SCHOOL, 2, r"(?:inspection of )?(?:[\w.'’,&-]+ ){0,8}" + _SCHOOL + r"(?:,? [\w '’-]{2,40})?", Zone.TOP),
    clue(
        Kind.SCHOOL,
        2,
        r"^\W*(?:the )?(?:quality of education|behaviour and attitudes|personal development|outcomes for pupils|"
        r"quality of teaching|early years provision|sixth[- ]form provision|effectiveness of leadership and management|"
        r"how well children and young people are helped and protected|overall experiences and progress of children)\b",
        most=3,
    ),
    clue(
        Kind.SCHOOL,
        4,
        r"^\W*dear (?:[\w&'’.]+,? ){0,4}(?:parents?|carers?|pupils|families|children|headteacher|head teacher|principal)\b",
    ),
    clue(
        Kind.SCHOOL,
        2.5,
        r"^\W*(?:executive |acting |interim )?(?:head ?teacher|principal|head of school)\W*$|\bwhat is it like to attend\b|"
        r"\bthis is an? (?:good|outstanding|inadequate) (?:school|nursery|provision)\b|\bthe school requires improvement\b|"
        r"\bcontinues to be an? (?:good|outstanding) school\b",
    ),
    clue(
        Kind.SCHOOL,
        0.4,
        r"\b(?:pupils|curriculum|phonics|reception|key stage|year \d\d?|governors|headteacher|lessons|classrooms?|pupil premium|"
        r"teachers|teaching|every class|early years)\b",
        most=8,
    ),
    clue(
        Kind.SCHOOL,
        1.5,
        r"\b(?:in|at) (?:the|this|our) (?:school|nursery|home|academy|college)\b|\bchildren's home\b",
        most=2,
    ),
)
GUIDANCE: tuple[Clue, ...] = (
    starts(
        Kind.GUIDANCE,
        2.5,
        r"[^\n]{0,70}\b(?:statutory guidance|guidance(?: for| on|$)|handbook|code of practice|evaluation (?:schedule|criteria)|"
        r"inspection framework|framework(?: and guidance)?\W*$|grade descriptors|toolkit|practice guide|"
        r"practice (?:note|guidance)|procedure manual)\b",
        Zone.TOP,
    ),
    clue(
        Kind.GUIDANCE,
        1,
        r"\b(?:this (?:guidance|handbook|guide|framework|document) (?:is|sets|applies|explains|describes|tells|should|"
        r"replaces|will)|inspectors (?:will|should|must|may)|who this (?:guidance|handbook|publication) is for|"
        r"local authorities (?:must|should)|social workers (?:must|should)|you (?:must|should)|do not \w+|"
        r"statutory guidance|applies to england|grade descriptors?|good is likely|is likely to be judged)\b",
        most=6,
    ),
    clue(
        Kind.GUIDANCE,
        1.5,
        r"^\W*(?:from:?|published by:?) (?:ofsted|department for education|dfe|hm government)\b|\bgov\.uk\b|"
        r"^\W*(?:applies to england|withdrawn|summary of changes|review date)",
        Zone.HEAD,
    ),
)
