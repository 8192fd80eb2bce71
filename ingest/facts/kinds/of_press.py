"""Clues to news and to pages of a site."""

from ingest.facts.kinds.clues import DAY, Clue, Zone, clue, line, starts
from ingest.vocabulary import Kind

NEWS: tuple[Clue, ...] = (
    starts(
        Kind.NEWS,
        1.5,
        rf"(?:first )?(?:published|posted|added|updated)(?: on)?:? {DAY}(?:,? (?:at )?\d{{1,2}}[:.]\d\d(?: ?[ap]m)?)?[^\w\n]*$",
        Zone.TOP,
    ),
    clue(
        Kind.NEWS,
        0.8,
        r"\b(?:meeting|panel|committee|cabinet|council|board) (?:was told|has (?:said|decided|agreed|heard|voted))\b|"
        r"\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?= ?[.,;:]| (?:night|evening|morning|afternoon)|$)|"
        r"\bspokes(?:man|woman|person)\b",
        most=2,
    ),
    starts(Kind.NEWS, 3, r"(?:words |story |written )?by (?:the )?[A-Z][\w'-]+ [A-Z][\w'-]+", Zone.TOP),
    clue(
        Kind.NEWS,
        2,
        r"\blocal democracy report\w+|\b(?:news|senior|chief|education|politics) (?:reporter|correspondent|editor)\b|\bnewsdesk\b",
    ),
    clue(
        Kind.NEWS,
        3,
        r"^\W*(?:published|updated|posted|last updated)?:?\s*(?:\d{1,2}|an?|one|two|three) (?:minute|min|hour|hr|day|week|month)s? ago\b",
    ),
    clue(Kind.NEWS, 2, r"^[A-Z][A-Z -]{3,30}(?:,\s[^\n–-]{2,30})?\s[–—-]\s\S", Zone.HEAD, case=True),
    clue(
        Kind.NEWS,
        1.5,
        r"[\"'”“][ ,]*(?:[A-Z][\w'. -]{2,40} )?(?:said|says|added|adds|told|commented|wrote|"
        r"stated|insisted|explained|tweeted|admitted)\b|"
        r"\b(?:said|says|added|adds|commented|stated|insisted|explained|admitted|continued|told [^\n]{2,30})\s*:?,? *[\"“]|"
        r"\b(?:said|says|added|adds|commented)\s*:?,? *'|\b(?:said|says|added|stated) ?:$",
        most=4,
    ),
    clue(
        Kind.NEWS,
        1,
        r"\b(?:councillor|cllr|leader|director|inspector|spokes\w+|mayor|mp|chief executive|mr|mrs|ms)\b[^\n]{0,80}\b(?:said|says)\b",
        most=2,
    ),
    clue(
        Kind.NEWS,
        1,
        r"\b(?:has|have) (?:\w+ ){0,4}been (?:\w+ ){0,2}(?:rated|graded|handed|branded|given|judged|told|praised|criticised|slammed|"
        r"marked|ranked|instructed|ordered|warned|approached)\b|\bare no longer (?:among|rated|inadequate|"
        r"failing)\b|\bit (?:has )?emerged\b|"
        r"\bin a (?:\w+ )?report (?:published|released|launched|out|issued)\b|\breport,? (?:published|released|launched|out|issued) "
        r"(?:on|this|today|yesterday|last)\b|\b(?:have|has) (?:fallen|risen|climbed|gone|slipped|jumped|lost|kept)\b|"
        r"\b(?:inspectors|ofsted|watchdog|regulator) (?:has|have) (?:found|said|warned|praised)\b",
        Zone.HEAD,
        most=2,
    ),
    clue(
        Kind.NEWS,
        1,
        r"\b(?:town|city|county) hall (?:bosses|chiefs)\b|\bcouncil (?:bosses|chiefs)\b|\bbosses\b|\bkids\b|\byoungsters\b|\bunion\b|"
        r"\bcampaigners\b|\bwatchdog\b|\bscathing\b|\bhave your say\b|\bapproached for (?:more )?comment\b|"
        r"\bopposition (?:councillors?|leader)\b|"
        r"\b(?:lab|con|lib dem|labour|conservative|green)\)|\bapologi[sz]ed\b|\bwelcomed the (?:findings|report|news|result)\b",
        most=3,
    ),
    starts(
        Kind.NEWS,
        1.5,
        r"source(?: link)?\W*$|(?:learn|read|see|view|article)[\w ]{0,30}\bat (?:the )?source\W*$|"
        r"(?:read |view |see )?(?:the )?original (?:article|story)\W*$",
    ),
    clue(
        Kind.NEWS,
        1.5,
        r"(?:^|\s)@\w{3,}\b|^\W*(?:by )?(?:the )?news ?(?:room|desk|team)\W*$|^\W*posted in\b",
        Zone.HEAD,
    ),
    clue(
        Kind.NEWS,
        1.5,
        r"\bwe(?:'re| are) (?:\w+ )?(?:thrilled|delighted|proud|pleased|excited)\b|\b(?:delighted|thrilled|proud) to (?:share|announce)\b",
        Zone.HEAD,
    ),
    starts(Kind.NEWS, 1, r"(?:first )?published|posted(?: on)?|added on|updated\b|date(?:line)?\s*[:|?]", Zone.TOP),
    clue(
        Kind.NEWS,
        1.5,
        rf"^\W*(?:\w+day,? )?(?:\d{{1,2}}[:.]\d\d(?: ?[ap]m)?,? )?{DAY}(?:\W+\d{{1,2}}[:.]\d\d(?: ?[ap]m)?)?\W*(?:$|\||, by\b|\bby\b)",
        Zone.TOP,
    ),
    line(
        Kind.NEWS,
        1,
        r"share(?: this)?(?: story| article| page)?|tweet|save|ends|notes? (?:to|for) editors?|more on this (?:story|topic)|"
        r"related (?:stories|topics|articles|news|content)|read (?:next|more)|most read|latest (?:news|stories)|sign up[^\n]{0,60}|"
        r"follow us[^\n]{0,40}|trending|advertisement|also in the news|top stories|local news|leave a comment|media enquiries|"
        r"facebook|twitter|whatsapp|copy link|newsletter|view comments|back to (?:all )?news|more news|press office",
        most=4,
    ),
    starts(
        Kind.NEWS,
        1,
        r"(?:read (?:more|next|also)|see also|previous (?:post|story|article)|next (?:post|story|article)|related|tags|topics|"
        r"blog|filed under|more from)\s*:",
        most=3,
    ),
    clue(
        Kind.NEWS,
        1.5,
        r"^\W*(?:press|news|media) release\b|\bnewsroom\b|\bhome\s*[>/»›]\s*news\b|\bcomments? \(\d+\)|\b\d+ comments?\b|"
        r"\(image:|\boriginally (?:published|revealed|posted)\b|\bfor immediate release\b|\bolder story\b|^\W*(?:the )?latest news\b",
    ),
    clue(
        Kind.NEWS,
        2,
        r"\b(?:courier|gazette|herald|echo|post|mail|times|chronicle|argus|mercury|star|live|express|observer|guardian|standard|"
        r"advertiser|telegraph|news|newsroom|journal|examiner|bbc|itv|independent|citizen|reporter|tribune|press)\b",
        Zone.TITLE,
    ),
    clue(
        Kind.NEWS,
        0.7,
        r"\b(?:published|released|issued|out|revealed) (?:today|yesterday|this week|last week)\b|\bwatchdog\b|\btold the \w+\b|"
        r"\baccording to (?:a|the|inspectors|ofsted)\b|\bat the moment\b|\bthe regulator\b",
        most=3,
    ),
    clue(
        Kind.NEWS,
        1,
        r"^\W*[^\n.?]{5,90}\b(?:praised?|told|rated|handed|verdicts?|criticised|slammed|hailed|warned?|named?|names|finds?|say|says|keeps?|"
        r"celebrates?|welcomes?|improving|improves?|shares?|join(?:s|ed)|calls?|called|backs?|faces?|gets?|wins?)\b[^\n.?]{0,60}$",
        Zone.FIRST,
    ),
    clue(Kind.NEWS, 0.7, r"^\W*[^\n]{0,60}['‘][a-z][\w -]{2,30}['’][^\n]{0,60}$", Zone.FIRST),
)
WEB_PAGES: tuple[Clue, ...] = (
    clue(
        Kind.WEB_PAGE, 1.5, r"[|–:-] [^|\n]{0,50}\b(?:council|trust|partnership|local offer|family hub)\W*$", Zone.TITLE
    ),
    clue(
        Kind.WEB_PAGE,
        2.5,
        r"\b(?:page )?last (?:updated|reviewed|modified)\b|\bpage (?:updated|reviewed)\b|\bthis page was (?:last )?|\breviewed on\b",
    ),
    clue(
        Kind.WEB_PAGE,
        1,
        r"^[#*|>•\- ]*(?:what|when|who|how|where|why|has|have|is|are|can|do|does|did|will|should)\b[^\n.]{3,80}\?\s*$",
        most=4,
    ),
    clue(Kind.WEB_PAGE, 1, r"^\W*(?:read|see|download) (?:the|our) (?:full )?(?:report|letter|(?:action )?plan)\b"),
    clue(
        Kind.WEB_PAGE,
        0.7,
        r"\b(?:we (?:are|have|were|will|work|want|use|know)|our \w+)\b",
        most=3,
    ),
    clue(
        Kind.WEB_PAGE,
        1.5,
        r"\b(?:this page (?:is|tells|explains|has|gives|sets)|on this page|in this section)\b|^\W*contents\W*$",
    ),
    clue(
        Kind.WEB_PAGE,
        1,
        r"\bbreadcrumbs?\b|\byou are here\b|\bhome\s*[>/»›]\s*(?!news)\w|\bskip to (?:main )?content\b",
    ),
    clue(
        Kind.WEB_PAGE,
        2,
        r"\b(?:was this (?:page )?(?:helpful|useful)|is this page (?:helpful|useful)|did you find what|"
        r"is there anything wrong with this page|tell us what you think|rate this page|give (?:us )?(?:your )?feedback)\b",
    ),
    clue(
        Kind.WEB_PAGE,
        1,
        r"\b(?:contact us|local offer|cookies|accessibility statement|privacy (?:notice|policy)|find out more|"
        r"useful links|related pages|print this page|report a concern|ring the|you can (?:ask|call|e-?mail|ring|write))\b",
        most=3,
    ),
    clue(
        Kind.WEB_PAGE,
        2,
        r"^[^\n.]{0,60}\b(?:safeguarding children(?:'s)? (?:partnership|board)|safeguarding partnership|local offer|"
        r"children's trust|regional adoption agency|family hubs?)\W*$|\(pdf,? [\d.]+ ?[km]b\)|^\W*home\W*\n\W*about us\W*$",
        Zone.TOP,
    ),
)
