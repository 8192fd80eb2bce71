"""Clues to what councils write for their meetings: minutes and papers."""

from ingest.facts.kinds.clues import Clue, Zone, clue, line, starts
from ingest.vocabulary import Kind

_BODY = r"(?:cabinet|committee|council|board|panel|members?|executive|scrutiny|sub-committee|forum|commission|governing body)"

_OFFICER = (
    r"(?:director|head|officer|cabinet member|executive member|lead member|portfolio|chief|leader|executive|assistant|"
    r"deputy|interim|service|corporate|strategic|independent|chair|councillor|cllr)"
)
MINUTES: tuple[Clue, ...] = (
    line(Kind.MINUTES, 4, r"(?:draft )?minutes"),
    line(
        Kind.MINUTES,
        2,
        r"agenda item|agenda and (?:draft |printed )?minutes|issue (?:-|–) meetings|issue details",
        Zone.TOP,
    ),
    clue(Kind.MINUTES, 2, r"\bagenda item\b|\bissue details\b|\bminutes\b", Zone.TITLE),
    clue(
        Kind.MINUTES,
        4,
        r"^\W*(?:draft |unconfirmed |confirmed |public )*minutes (?:of|from) (?!the (?:last|previous)|previous|last)(?:the|a)?\b"
        r"(?![^\n]{0,80}\b(?:attached|to follow|pages?))[^\n]{0,80}$|^at an? [^\n]{0,80}\bmeeting of\b|"
        r"(?<!approve the )(?<!consider the )(?<!sign the )(?<!confirm the )\bminutes of (?!the last|the previous|previous|last)"
        r"(?:the |a )?(?:\w+ ){0,4}(?:meeting|proceedings)\b(?![^\n]{0,60}\b(?:attached|to follow|pages?)\b)|"
        r"^\W*(?:(?:action|meeting) notes|notes of (?:the |a )?meeting|(?:public )?record of (?:the )?(?:meeting|proceedings)|"
        r"proceedings of)\b",
        Zone.TOP,
    ),
    line(
        Kind.MINUTES,
        2.5,
        r"(?!(?:to )?(?:approve|consider|confirm|sign|receive|previous|last)\b)(?:[^\n]{3,90}\bminutes|minutes\b[^\n]{3,70}\d{4})",
        Zone.TOP,
    ),
    starts(
        Kind.MINUTES,
        2,
        r"(?:it was )?(?:unanimously )?(?:resolved|agreed|decided|concluded|conclusions?|action agreed|recorded decision)"
        r"(?: unanimously)?\b(?=\W|$)",
        most=2,
    ),
    clue(Kind.MINUTES, 1.5, r"\b(?:RESOLVED|AGREED|DECIDED|NOTED|RECOMMENDED)\b", most=2, case=True),
    clue(
        Kind.MINUTES,
        2,
        r"\bapologies (?:for absence|were received|had been received|received)\b"
        r"|\bhad sent (?:their |his |her )?apologies|^\W*[\d. ]*apologies\W*(?:$|[:–-] ?\w)",
    ),
    starts(
        Kind.MINUTES,
        2,
        r"(?:members |councillors |also |officers |those )?(?:present|in attendance)(?: were)?\b\s*(?:[:|–-]|$)|"
        r"(?:members |councillors )?present\b[^\n]{0,3}(?:cllr|councillor|the )|attendance\s*[:|]|attendees|in the chair\b|"
        r"who (?:came|was there|attended)\b",
    ),
    clue(
        Kind.MINUTES,
        1.5,
        r"\bmeeting (?:had )?(?:ended|closed|commenced|concluded|finished|rose|started|began|opened)\b",
    ),
    clue(Kind.MINUTES, 1, r"\bdeclarations? of (?:\w+ )?interests?\b"),
    clue(
        Kind.MINUTES,
        1,
        r"\b(?:chair(?:man|person)?|committee|panel|board|members?|cabinet|commission|scrutiny|forum) "
        r"(?:asked|noted|heard|thanked|agreed|resolved|welcomed|requested|received|considered|(?:was|were) "
        r"(?:told|given|informed|advised|reminded|asked)|queried|raised|approved|discussed|invited|enquired|"
        r"expressed|sought|questioned|commented|debated|challenged)\b",
        most=4,
    ),
    clue(
        Kind.MINUTES,
        1,
        r"\bin (?:response|answer|reply) to (?:a |the |further |members'? )?(?:questions?|quer)|\bin reply\b",
    ),
    clue(
        Kind.MINUTES,
        1,
        r"\bit was (?:then |also |further )?(?:reported|noted|explained|confirmed|suggested|moved|stated|pointed out|proposed|"
        r"clarified|highlighted|emphasised|requested|unanimously)\b|\bthat [^\n]{3,120}\bbe (?:noted|received|endorsed)\b",
        most=3,
    ),
    clue(
        Kind.MINUTES,
        0.8,
        r"\b(?:director|officers?|manager|head of [\w' ]{3,40}|head|social worker|lead member|councillor \w+|cllr \w+|chief executive) "
        r"(?:explained|advised|confirmed|replied|responded|reported|outlined|introduced|presented|queried|asked|told us|gave an?|"
        r"talked (?:members|us)|undertook|was assured)\b",
        most=3,
    ),
    starts(
        Kind.MINUTES,
        1,
        r"actions?(?: agreed)?\s*[:–-]|what we (?:talked about|agreed|decided)\b|next (?:board|meeting)\b",
        most=2,
    ),
    clue(Kind.MINUTES, 1, r"\bmatters arising\b|\b(?:moved(?: and|,) seconded|on being put to the vote)\b"),
    starts(Kind.MINUTES, 1, r"venue\s*[:|]|meeting of [^\n]{5,120}\d{4}"),
    clue(Kind.MINUTES, 1, r"^\W*(?:supporting|additional) documents\W*$|\bview the (?:background|reasons|decision)\b"),
    clue(Kind.MINUTES, 1, r"\b(?:moved|proposed) by\b[^\n]{0,80}\bseconded\b|\bminutes? (?:no\.? ?)?\d+ refers\b"),
    clue(Kind.MINUTES, 1, r"\b(?:minutes of the (?:last|previous)|previous minutes|minutes of the meeting held)\b"),
    clue(Kind.MINUTES, 1, r"\bdate of (?:the )?next meeting\b|^\W*(?:any )?other (?:urgent )?business\W*$"),
)
PAPERS: tuple[Clue, ...] = (
    starts(
        Kind.COUNCIL_REPORT,
        2.5,
        rf"(?:joint |verbal |written |covering )?report (?:of|by|from|author)\b[^\n]{{0,60}}\b{_OFFICER}",
    ),
    line(
        Kind.COUNCIL_REPORT,
        3,
        r"agenda|agenda for [^\n]{5,120}|agenda[^\w\n]{1,3}[^\n]{0,60}\d{4}|notice of (?:the )?meeting(?: and agenda)?|"
        r"(?:agenda )?(?:reports|document) pack|supplementary agenda|summons|agenda (?:part|section) \w+",
        Zone.TOP,
    ),
    clue(
        Kind.COUNCIL_REPORT,
        1.5,
        r"\(pages? \d{1,3}(?: ?[-–to]+ ?\d{1,3})?\)|\b(?:regarding|about|on) this agenda\b|\b(?:members|councillors) are (?:asked|invited|"
        r"reminded|requested) to (?:declare|consider)|(?:report|copy|minutes?|papers?)[^\n]{0,60}\b(?:attached|enclosed|to follow)\W*$|"
        r"^\W*[\d. ]*to (?:consider|receive|approve|confirm|note|agree|sign) (?:the|any|a|an|as)\b|\byou are (?:hereby )?summoned\b",
        most=3,
    ),
    starts(Kind.COUNCIL_REPORT, 3, rf"(?:officer |decision )?report (?:to|for)\b[^\n]{{0,50}}\b{_BODY}\b", Zone.TOP),
    clue(
        Kind.COUNCIL_REPORT,
        3,
        rf"\b(?:{_BODY}|leader)(?: for [\w ,]{{3,50}})? (?:is|are) (?:asked|recommended|invited|requested|required)\b(?: to\b|:)?|"
        rf"\bit is recommended that\b|\brecommended that (?:the )?{_BODY}\b|^\W*that (?:the )?{_BODY} (?:notes?|"
        rf"agrees?|approves?|endorses?)\b",
    ),
    starts(
        Kind.COUNCIL_REPORT,
        1.5,
        r"(?:decision[- ]maker|decision status|(?:is it (?:a )?|is )?(?:this a )?key decision|is subject to call[- ]in|"
        r"wards?\(?s?\)?(?: affected)?|report author|author(?: and/or contact officer)?|contact officer|lead officer|"
        r"relevant (?:cabinet )?(?:councillor|member)(?:\(s\)|s)?|lead (?:cabinet )?member|cabinet member|portfolio(?: holder)?|"
        r"exempt(?:ion)?(?: information)?|(?:title of report|subject|summary|reasons?)(?= ?[:|])|"
        r"decision (?:taken by|maker)|(?:other |alternative )?options considered(?: and rejected)?|"
        r"eligible for call[- ]in|officer contact(?: details)?|(?:any )?conflicts? of interest[^\n:|]{0,20}|"
        r"implementation date[^\n:|]{0,30}|date of decision|effective from|forward plan(?: ref\w*)?|classification|"
        r"divisions?(?: affected)?|report to|responsible officer|decision type|call[- ]in (?:date|period)|recommendations?"
        r"|purpose|publication date|reason for urgency|public\b[^\n:|]{0,20})\s*[:|?]",
        most=5,
    ),
    line(
        Kind.COUNCIL_REPORT,
        1.5,
        r"purpose of (?:the |this )?report|background papers?|(?:legal|financial|resource|equalit\w+|climate|hr|risk|"
        r"environmental|community safety)(?:,? (?:and|&) \w+)?,?(?: and \w+)? implications|equality impact(?: assessment)?|"
        r"other options(?: considered)?|(?:alternative )?options considered|reasons? for (?:the )?(?:decision|recommendations?)|"
        r"corporate implications|consultation(?: and engagement)?|key issues|decision details|record of (?:cabinet )?decision|"
        r"implications|what (?:is|are) the (?:financial|legal) implications\??",
        most=5,
    ),
    line(
        Kind.COUNCIL_REPORT,
        0.7,
        r"executive summary|recommendations?|background|next steps|introduction|foreword|conclusions?|"
        r"decision|agenda|appendices|appendix [\dA-Z]",
        most=3,
    ),
    clue(
        Kind.COUNCIL_REPORT,
        2.5,
        r"\bpublic (?:document|reports?) pack\b|^\W*public report\W*$|^\W*[^\n]{0,40}\b(?:decision notice|"
        r"decision record|record of decision)\W*$|\breports? pack\b|\bagenda (?:item )?no\.? ?\d",
        Zone.HEAD,
    ),
    clue(
        Kind.COUNCIL_REPORT,
        3,
        r"^\W*[^\n.?]{0,80}\b(?:improvement plan|self[- ]evaluation|self[- ]assessment|action plan|position statement|"
        r"statement of action|written statement|progress report|annual report|assurance report|"
        r"improvement strategy|improvement journey|self[- ]assessment)\b(?:[^\n.?]|\.(?=\d)){0,60}$",
        Zone.FIRST,
    ),
    line(
        Kind.COUNCIL_REPORT,
        1,
        r"by when|lead|(?:b?rag )?(?:status|rating)|owner|timescales?|state|target date|actions?|"
        r"what we will do|success measures?|impact measures?|milestones?|progress|evidence",
        most=4,
    ),
    clue(Kind.COUNCIL_REPORT, 1, r"\|\s*(?:by when|lead|rag|owner|timescale|status|due|target)\b[^\n]{0,80}", most=2),
    clue(
        Kind.COUNCIL_REPORT,
        1,
        r"\bour own view\b|\bour self[- ](?:evaluation|assessment)\b|\bthis (?:report|paper) (?:sets out|tells|"
        r"updates|provides|informs|presents|asks|seeks|summarises|gives)\b|\bto (?:tell|inform|update|advise) (?:members|cabinet|the)\b",
        most=2,
    ),
    clue(Kind.COUNCIL_REPORT, 1.5, r"\bversion \d|\bimprovement board\b|\bagreed by the\b", Zone.TOP),
)
