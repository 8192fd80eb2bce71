"""The words by which a question names grades, areas of judgement and kinds of document, as patterns (ignoring case)."""

from ingest import Area, Grade, Kind

GRADE_PATTERNS = (
    (Grade.OUTSTANDING, r"outstanding"),
    (Grade.REQUIRES_IMPROVEMENT, r"requires?[ -]improvement(?: to be good)?"),
    (Grade.GOOD, r"good"),
    (Grade.INADEQUATE, r"inadequate"),
)
GRADE = "(?:" + "|".join(pattern for _, pattern in GRADE_PATTERNS) + ")"

# Each area as named beside a grade ("rated good for care leavers"), and as named anywhere in a question that asks for a grade,
# where longer names count, and "overall" and "LAC" do not.
_AREAS: tuple[tuple[Area, str, str | None], ...] = (
    (Area.OVERALL, r"overall(?: effectiveness)?", None),
    (
        Area.HELP_AND_PROTECTION,
        r"help and protection|child protection|children (?:who need|in need of) help and protection",
        r"(?:children (?:who need|in need of|needing) )?(?:help and protection|help & protection)|child protection",
    ),
    (
        Area.LEADERS,
        r"leadership(?: and management)?|leaders",
        r"(?:the )?(?:impact of )?leaders\b(?: on social work practice)?|leadership(?:,? (?:and )?management(?:,? and governance)?)?",
    ),
    (
        Area.CARE_LEAVERS,
        r"care leavers|leaving care|care[- ]experienced young people",
        r"care leavers?\b|leaving care|care[- ]experienced young people",
    ),
    (
        Area.IN_CARE,
        r"children in care|looked[- ]after children|children looked after|cla|lac",
        r"(?:children|young people) in care|looked[- ]after(?: children)?|children looked after",
    ),
    (Area.ADOPTION, r"adoption", r"adoption(?: performance)?"),
    (
        Area.SAFEGUARDING_BOARD,
        r"(?:local )?safeguarding (?:children )?board|lscb",
        r"(?:local )?safeguarding (?:children )?board|\blscb\b",
    ),
)
AREA_PATTERNS_BESIDE_GRADE = tuple((area, beside) for area, beside, _ in _AREAS)
AREA_BESIDE_GRADE = "|".join(pattern for _, pattern in AREA_PATTERNS_BESIDE_GRADE)
AREA_PATTERNS = tuple((area, anywhere) for area, _, anywhere in _AREAS if anywhere)
AREA = "|".join(f"(?:{pattern})" for _, pattern in AREA_PATTERNS)

VISITS = (Kind.FOCUSED_VISIT, Kind.MONITORING_VISIT)
INSPECTIONS = (Kind.ILACS, Kind.SINGLE, Kind.AREA_SEND, Kind.JOINT)
FULL_INSPECTIONS = (Kind.ILACS, Kind.SINGLE)  # those that give grades
OF_OFSTED = (*INSPECTIONS, *VISITS)
NOT_OF_OFSTED = tuple(kind for kind in Kind if not kind.of_ofsted)
MEETING_PAPERS = (Kind.MINUTES, Kind.COUNCIL_REPORT)
COUNCIL_PAPERS = (Kind.MINUTES, Kind.COUNCIL_REPORT, Kind.NEWS, Kind.WEB_PAGE)

PAPER = r"(?: (?:inspection |visit )?(?:reports?|letters?|findings|outcomes?))?"  # "ILACS inspection report"
_LOCAL = r"(?:(?:the|local|national) )*"
_SEND_PAPERS = r"(?:full |re-?)?(?:inspections?|reports?|letters?|revisits?)"
_NOT_BY_THE_COUNCIL = (
    r"(?! by social)"
    r"(?! to (?:children(?!['’]?s services)|young|homes|placements|foster|care|providers|schools|families))"
)
KIND_PATTERNS: tuple[tuple[tuple[Kind, ...], str], ...] = (
    (VISITS, rf"focus+(?:ed)? and monitoring visits?{PAPER}|(?:ofsted )?visit letters?"),
    ((Kind.FOCUSED_VISIT,), rf"(?:ilacs )?focus+(?:ed)? visits?{PAPER}"),
    (
        (Kind.MONITORING_VISIT,),
        r"(?<!regulation 44 )(?<!reg 44 )(?<!independent )(?<!regular )(?<!contract )"
        rf"monitoring visits?{_NOT_BY_THE_COUNCIL}{PAPER}|monitoring letters?",
    ),
    (
        (Kind.AREA_SEND,),
        rf"(?:full |joint )?(?:local )?area send {_SEND_PAPERS}|(?-i:(?:[Ll]ocal )?[Aa]rea SEND)(?= (?:in|of|for|at)\b|\s*[,:?]|$)"
        rf"|(?:full )?send (?:local )?(?:area )?(?:full |re-?)?inspections?{PAPER}|(?-i:SEND) reports?|send revisits?"
        rf"|special educational needs(?: and/or| and| or)?(?: disabilit(?:y|ies))?(?: \(send\))? inspections?{PAPER}",
    ),
    (
        (Kind.JOINT,),
        rf"joint (?:targeted )?(?:area )?(?:child protection )?inspections?{PAPER}|jtais?{PAPER}|jicpas?{PAPER}",
    ),
    (
        (Kind.SINGLE,),
        rf"(?<!a )(?<!one )(?<!every )(?<!\bany )single inspections?{PAPER}|sifs?(?: inspections?)?{PAPER}\b",
    ),
    (
        (Kind.ILACS,),
        rf"(?:full |standard |short )?ilacs(?! (?:framework|focus|handbook|guidance))(?: (?:full |standard |short )?inspections?)?{PAPER}",
    ),
    (
        (Kind.ILACS, Kind.SINGLE),
        rf"(?:full|standard|short)(?: ofsted| children['’]s services)?(?: children['’]s services)? inspections?{PAPER}",
    ),
    (
        (Kind.NEWS,),
        rf"{_LOCAL}(?:news(?:paper)?|press|media) (?:stories|story|items?|coverage|articles?|reports?|reporting|releases?|pages?|cuttings?)"
        rf"|{_LOCAL}(?<!bad )(?<!good )(?:news(?! (?:of|that|to|team|desk)\b)|newspapers?|(?:news|press|newspaper) headlines)"
        rf"|articles?(?! (?:of\b|\d))"
        r"|(?:the |local |national )+(?:press|media)"
        r"(?= (?:has|have|had|say|says|said|report\w*|cover\w*|about|on|in|of|since)\b|\s*(?:$|[?.,;:]))",
    ),
    (
        (Kind.COUNCIL_REPORT,),
        r"(?:council |council['’]s |committee |covering |cabinet )?officers?['’]?s?['’]? reports?|(?:cabinet|committee|council) reports?"
        r"|reports? (?:for|to|going to|that went to) (?:the )?(?:\w+ )?(?:cabinet|council(?!['’]s)|committee|scrutiny|members|councillors)",
    ),
    (MEETING_PAPERS, r"(?:council|scrutiny|democratic|meeting|agenda) papers|council documents|agendas?"),
    (OF_OFSTED, r"(?<!non-)(?<!non )ofsted(?:['’]s)?(?: own)? (?:documents?|papers?|publications?)"),
    (NOT_OF_OFSTED, r"non[- ]ofsted(?: (?:documents?|papers?|publications?|sources?))?"),
    (
        (Kind.WEB_PAGE,),
        r"web ?(?:pages?|sites?)|(?:the )?(?:council(?:['’]s)? )?website|(?:action|improvement) plan (?:web ?)?pages?"
        r"|(?:online|council) pages?|pages? on (?:the|its|their) website",
    ),
    (
        (Kind.SCHOOL,),
        r"schools?['’]?s? (?:ofsted )?inspection(?:s| reports?)|inspections? reports? (?:of|on|about) schools?",
    ),
    (
        (Kind.GUIDANCE,),
        r"(?:statutory |government |national |ofsted(?:['’]s)? )?guidance (?:documents?|papers?|notes?)"
        r"|(?:the )(?:statutory |government |national )*guidance(?= (?:say|says|said|tell|tells|require|requires|expect)\b)"
        r"|(?<=in )(?:the )?(?:statutory |government |national )+guidance",
    ),
    (
        (Kind.OTHER_INSPECTORATE,),
        r"(?:hmicfrs|hmic|cqc|hmip|hmi probation|care quality commission)(?:['’]s)? (?:inspection )?(?:reports?|inspections?)"
        r"|(?:reports? (?:by|from) )?other inspectorates(?:['’])?(?: reports?)?",
    ),
)

# Who is asked about, and who acts, as patterns of nouns.
COUNCILS = (
    r"(?:local authorities|authorities|councils|l\.?a\.?s|boroughs|counties|unitaries"
    r"|children['’]s (?:services )?departments|trusts)"
)
COUNCIL = r"(?:local authority|authority|council|l\.?a\.?|borough|county|unitary|children['’]s (?:services )?department|trust)"
INSPECTORATE = r"(?:ofsted|(?:the )?inspect(?:ors?|orate|ion)|hmi|they)"
MEETING = (
    r"(?:(?:sub-?|select )?committees?|scrutiny|panels?|cabinet|full council|commission|(?:the )?board|(?:the )?meetings?"
    r"|councillors?|cllrs?"
    r"|(?:elected |committee |council |panel )?members|the chair(?:man|woman|person)?|the leader|the executive|lead member)"
)
TERMS_OF_OFSTED = (
    r"(?:(?:focus+ed|monitoring) visits?|visit letters?|ilacs|jtais?|sifs?|single inspections?|joint targeted area inspections?"
    r"|(?:area )?send inspections?|statistical neighbours?|priority actions?|areas? for priority action)"
)
