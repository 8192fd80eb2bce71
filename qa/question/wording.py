"""The words by which a question asks, which name no subject: courtesies, and what stands around a topic for each intent."""

import re

from qa.question.vocabulary import COUNCIL, COUNCILS, MEETING

_ABOUT = r"(?:about|on|of|for|over|regarding|around|with|in relation to|when it comes to|in terms of|in|at|concerning|to do with|that)"
_OF = rf"(?: {_ABOUT}\b)?(?: (?:the|its|their|having|being|any|how)\b)?"
_HAVE = r"(?:has|have|had|is|are|was|were|do|does|did|got|gets?)"
# "Please could you tell me whether …": before what is asked.
OPENING = re.compile(
    r"^[\s,.:!–-]*(?:(?:please|hi|hello|ok(?:ay)?|so|well|thanks|(?:just )?wondering|just curious|quick question|question)\b[\s,:.!–-]*)*"
    r"(?:(?:(?:please )?(?:can|could|would|will) (?:you|i|we) (?:please )?(?:just )?(?:(?:tell|show|remind|let|give"
    r"|help) (?:me|us)|find out|explain|say|know|ask|check|see|have)(?: know| see| understand)?"
    r"|(?:i|we)(?:['’]d| would)? (?:like|want|need|wish|love|am trying|wonder)(?:ed)?(?: to (?:know|see|find out|ask|hear"
    r"|understand|check))?|(?:i|we) (?:am|are|['’]m|['’]re) (?:wondering|asking|trying to find out|interested in)|do (?:you"
    r"|we) (?:happen to )?know|any idea|please tell me|tell (?:me|us)|remind me|i wonder)"
    r"(?:[\s,:]+(?=(?:what|which|who|whose|when|where|why|how|whether|if|summary|summari[sz]e|brief|compare|list|a summary"
    r"|an overview)\b)))?\s*(?:please[\s,]+)?",
    re.I,
)
_TOLD = (
    r"(?:told(?: off)?|criticised|criticized|praised|commended|warned|marked down|pulled up|picked up|held up|singled out"
    r"|hauled over the coals|slated|found|known|noted|"
    r"said|asked|identified|flagged|highlighted|recognised)"
)
_WHO = (
    r"(?:(?:which|what|how many|any|some|many|most|all|other|the|number of|count|are there|is there|do|does|have|has|did"
    r"|were|was|is|are|had|name|list|show me|find|in|of|a|good|best|great|strong|up)\s+)*"
    rf"(?:(?:local )?{COUNCILS}|{COUNCIL}(?= {_HAVE}\b)|(?:(?<=which )|(?<=what )|(?<=many )|(?<=other )|(?<=any ))(?:areas"
    r"|places)(?! (?:of|for|to)\b))"
)
_FRAMES = (
    # summarise what was said about, brief me on, the key messages from
    r"^(?:please )?(?:(?:give|write|provide|do|prepare|draft)(?: me| us)? )?(?:an?|the|your)? ?(?:short |brief |quick "
    r"|one[- ]page |general |overall |executive )*(?:summary|summari[sz]e|overview|brief(?:ing)?(?: (?:me|us|note))?|precis"
    rf"|synopsis|run[- ]?down|gist)(?: up)?{_OF}(?: (?:what|everything|all))?(?: (?:was|is|has been|ofsted|inspectors"
    rf"|they) (?:said|found|written|say|says|find))?{_OF}\b",
    r"\b(?:what (?:are|were|is|was) )?(?:the )?(?:key|main|headline|big|top) (?:messages?|points?|findings?|headlines?"
    r"|conclusions?|themes?|takeaways?|lessons)\b(?: (?:from|in|of|on|about))?",
    r"^(?:in a nutshell|in brief|briefly|in short|in summary)\W+|\W+(?:in a nutshell|in brief|briefly|in short|in summary)\W*$",
    r"^(?:bring|get) (?:me|us) up to speed(?: (?:on|with|about))?|^(?:what are |what were |give me )?the headlines(?: (?:on"
    r"|from|for|of|about))?|^what (?:should|do) (?:i|we) (?:need to )?know about",
    # which councils were criticised for, how many authorities have, who else has trouble with
    rf"^(?:and |so )?{_WHO}(?:\s+(?:that|which|who|where|with))?(?: {_HAVE}| been| being| ever| also| recently| ofsted"
    rf"| inspectors)*(?: {_TOLD})?(?: (?:for|about|that|over|as|to be|(?:to |we can |can we |we could )learn from(?: on"
    r"| about)?))?(?: (?:their|its|having|being))?\b",
    rf"[\s,–-]+(?:in )?(?:which|what) (?:(?:local )?{COUNCILS})\W*$|\bin (?:which|what) (?:{COUNCILS}"
    rf"|{COUNCIL})(?: {_HAVE})?\b|\b(?:in|from|of|at|by) (?:(?:some|any|the|all) )?other (?:(?:local )?{COUNCILS}|areas"
    r"|places)\b|\belsewhere\b",
    r"^(?:and )?(?:who|anyone|anybody|where|is anyone|has anyone|does anyone|are there any|is anybody|has anybody"
    rf"|anywhere)(?: else)?(?: {_HAVE}| been| being| ever)* (?:{_TOLD} (?:for|about|that|over)|(?:(?:trouble|problems?"
    r"|difficult(?:y|ies)|issues?|struggl\w+|concerns?)(?: (?:with|over|about|on|to|in))?))\b",
    r"^(?:and )?(?:who|anyone|is anyone|has anyone|where|what|anywhere) else\b(?: (?:has|have|had|is|was|does|did))?",
    r"^(?:(?:any|some|show me|give me|find|are there|is there|good|great|strong|best|the|more|other) )*(?:examples?"
    r"|precedents?|instances|good practice|best practice)\b(?: (?:of|on|in|for|about|from|with|around|where))*",
    # what happened next on, what has been done about, how did it respond to
    r"^(?:and |so )?what (?:has |had )?(?:happened|came|followed|changed)(?: (?:next|then|after\w*|since|as a result"
    rf"|following))*{_OF}\W*(?:\b(?:the |that |its )?(?:inspections?|reports?|visits?|letters?|judge?ments?)\b)?",
    rf"^(?:and |so )?what (?:has |have |had |is |are |was |were |did )?(?:(?:the )?{COUNCIL}|they|it|been|being|leaders"
    r"|managers|we)? ?(?:been |being )?(?:since )?(?:done|doing|do)(?: (?:to|about|since|in response to|with))(?: (?:address"
    r"|fix|improve|tackle|deal with|sort(?: out)?|reduce|put right|resolve|cut))?(?: (?:its|their|the))?\b",
    r"^(?:and )?(?:what|which|has|have|had|were|was|any)(?: (?:has|have|any|had|were"
    rf"|was))? ?(?:(?:the )?{COUNCIL} )?(?:further |other )?(?:action|steps|measures|actions)(?: (?:has|have|had|was|were"
    rf"|did))?(?: (?:the )?{COUNCIL}| they| it)? ?(?:been )?(?:taken?|made)(?: (?:to|on|about|over|in response to"
    r"|since))?(?: (?:address|fix|improve|tackle|deal with|sort out|reduce|put right|resolve|cut))?(?: (?:its|their|the))?\b",
    rf"^how (?:did|has|have|is|was) ?(?:(?:the )?{COUNCIL}|they|it|leaders)? ?(?:respond(?:ed|ing)?|react(?:ed"
    r"|ing)?) to(?: (?:the|its|their|this|that|ofsted|inspectors|inspection|ofsted's))*(?: (?:findings?|concerns?"
    rf"|criticisms?|recommendations?|reports?|letters?|judge?ments?))?{_OF}\b",
    rf"^(?:and )?(?:has|have|had|did)(?: (?:the )?{COUNCIL}| they| it)?(?: (?:now|yet|since|finally|ever))* (?:dealt with"
    r"|fixed|addressed|tackled|sorted(?: out)?|resolved|responded to|put right|acted on|overcome|fix|address|tackle"
    r"|deal with)(?: (?:its|their|the))?\b",
    # what did members resolve about, who moved the motion on, did the panel agree to
    r"^(?:and |so )?(?:(?:by )?(?:when|what|which|how|who|why)(?: (?:actions?|deadlines?|decisions?"
    r"|recommendations?))? )?(?:did|has|have|had|was|were|do|does)? ?(?:the |its |their |our )?(?:(?:children's"
    rf"|children and young people's|overview and|people|council|joint|health|education) )*{MEETING}(?: (?:of"
    rf"|at) (?:the )?{MEETING})?(?:'s?)? (?:(?:have|has|had|ever|then|finally|meeting|committee"
    r"|panel) )*(?:officers? )?(?:resolve[ds]?|agree[ds]?|decide[d]?|approve[d]?|endorse[d]?|accept(?:ed)?|reject(?:ed)?"
    r"|note[d]?|recommend(?:ed)?|vote[d]?|request(?:ed)?|want(?:ed)?|ask(?:ed)?(?: for| officers to (?:take|do|report|bring)"
    rf"| that| officers)?|call(?:ed)? for|conclude[d]?)(?: to)?{_OF}\b",
    r"^(?:and )?who (?:moved|seconded|proposed|put forward|tabled|voted)(?: (?:for|against|on))?(?: (?:and|or) (?:moved"
    r"|seconded))?(?: (?:it|that|the|a|this))?(?: (?:motions?|resolutions?|recommendations?|amendments?"
    r"|proposals?))?(?: (?:on|about|for|to|that|of))?(?: (?:the|its))?",
    r"^(?:and )?(?:what|which|was|were|is|has|how)(?: (?:the|any|many))?(?: (?:motions?|resolutions?|decisions?"
    r"|amendments?))(?: (?:was|were|has been|did they make|made|passed|carried|agreed))*(?: (?:on|about|for|to|at"
    r"|regarding))?\b",
    r"^(?:and )?(?:what|was anything|anything) (?:was |were |has been |had been |got )?(?:resolved|agreed|decided|minuted"
    rf"|approved)(?: (?:at|by|in) (?:the |a |its )?(?:\w+ )?{MEETING})?{_OF}\b",
    r"^was (?:the|a|any)? ?(?:motion|amendment|resolution)(?: (?:on|about|for|to))?\b|\b(?:carried|defeated|unanimous"
    r"|unanimously)\W*$|\bat the meeting\b|^how did (?:people|members|councillors|they|cllrs) vote(?: (?:on|for"
    r"|about))?(?: the)?",
    r"^(?:and )?(?:what|which|who|how|did|was|were|has|have|is)\b[^?]{0,60}?\b(?:motions?|resolutions?|amendments?"
    rf"|{MEETING}(?:'s?)? (?:decisions?|votes?))(?: (?:\w+ed|made|put))?(?: (?:about|on|for|regarding|to|over))(?: (?:the"
    r"|its))?\b",
    r"^(?:how many|how often|how many times|(?:the )?number of|count(?: of)?) (?:of the |ofsted |inspection |focus+ed "
    r"|monitoring )*(?:visits|inspections|reports|documents|papers|letters|times|minutes)?(?:\W+(?:has|have|had|are|were|is"
    r"|was|there|been|did|do|you|made|held|got|in all|in total|so far))*(?=\W*$|\W+(?:about|on|mention\w*"
    r"|for)\b)(?: (?:about|on|mention\w*|for))?",
    # the difference between them on, how do they compare on, who does better on
    rf"^(?:what(?:'s| is| are| was)? )?(?:the )?differences?(?: (?:are|is|was|were) there)?(?: (?:between|in)(?: (?:them"
    rf"|the two))?)?{_OF}\b"
    r"|\bside by side\b|^compared\W*$|^(?:which|who) (?:does|did|do|has|had|is|was|were) (?:better|worse|best|worst|stronger"
    r"|weaker)(?: (?:on|at|with|in|for))?\b",
    r"^how (?:does|do|did|has|have) (?:it|they|we|this|that|us)? ?(?:compare|measure up|stack up|match up|rank"
    rf"|differ)(?: (?:to|with|against|from))?(?: (?:us|others?|it|them))?{_OF}\b|\b(?:measure|stack|match) up(?: (?:against"
    rf"|to|with|next))?{_OF}\b|\bcompared (?:with|to)\W*$",
    r"^(?:is|are|was|were|does|do)? ?(?:any )?(?:better|worse|stronger|weaker) (?:than(?: (?:us|them|others?))? ?)?(?:(?:at"
    r"|on|for|in|with) )",
    # the trend in, what progress has it made on
    r"^(?:did|has|have|does|is) (?:the|its|their)? ?(?:overall )?(?:grade|rating|judge?ment)s? (?:go(?:ne|ing)?|come"
    r"|move[d]?|went) (?:up|down)\W*$|^where (?:has|have|is|did)\b|\b(?:got|get|getting|gotten) (?:any )?(?:better"
    r"|worse)\W*$",
    r"^(?:what(?:'s| is) )?(?:the )?trends? (?:in|of|for|on)\b|^(?:what|how much|any) progress(?: (?:has|have|had|is"
    r"|was))?(?: (?:it|they|the council))?(?: (?:been )?(?:made|making))?(?: (?:on|with|in|over|towards))?(?: (?:the|its))?"
    r"|^how long (?:has|have|had)\b|\b(?:been )?(?:an? )?(?:ongoing |long[- ]standing )?(?:problem|issue|concern) (?:here"
    r"|there|for)?\W*$|\bover the years\b|^are things (?:getting )?(?:any )?(?:better|worse)(?: (?:for|with|in))?\b",
    # are there any worries about, did inspectors raise concerns about, who led
    r"^(?:did|do|does|have|has|had) (?:ofsted|inspectors?|the inspection|they|the report)(?: (?:ever|also))? (?:raise[d]?"
    r"|have|express(?:ed)?|report(?:ed)?|find|found|see|seen|note[d]?|mention(?:ed)?|comment(?:ed)?|say|said|flag(?:ged)?"
    rf"|identif(?:y|ied))(?: (?:any|some|anything|serious|concerns?|worries|problems?|issues?|weaknesses|evidence))*{_OF}\b",
    r"[\s:,–-]+what (?:did|does|do) (?:ofsted|inspectors|they|members|councillors) (?:think|say|find|make of (?:it|this"
    r"|that))\W*$|^(?:the |a |total )*(?:number|count) of\b(?=\W*$|\W*[\x00\x01])|^give (?:me|us) (?:all )?",
    r"^what (?:can|could|should|might) (?:we|i|they|others) learn(?: from)?(?: (?:it|them|this))?(?: (?:about|on))?\b"
    r"|^what do you (?:think|make)(?: (?:of|about))?\b",
    # how many are held
    r"^(?:what|which|how many|do|how much|have)(?: (?:documents?|reports?|papers?|letters?|minutes|else|news|information"
    r"|anything))*(?: (?:do|have|are))? (?:you|we)(?: (?:got|have|hold|cover|know|keep|include|held))*(?: (?:any|the"
    r"|anything|something|documents?|reports?|papers?|letters?|minutes|information))*(?: (?:on|about|for|of|from))?\b",
)
FRAMES = tuple(re.compile(pattern, re.I) for pattern in _FRAMES)
# What is left of a question that names no subject.
NO_SUBJECT = re.compile(
    r"^\W*(?:(?:how|what(?:['’]s)?|is|are|was|were|did|do|does|has|have|the|its|their|an?|it|they|there|and|so|doing|going"
    r"|happened|happen|happens|getting|on|you|me|us|everything|anything|all|said|about|about|known"
    r"|came|comes|next|then|better|worse|up|down|times|often|many|been|inspected|summary|overview|question|please|story"
    r"|position|situation|with|children['’]?s (?:services|social care)|social care|social services|services?|councils?"
    r"|inspections?|findings?|at the moment|now|currently|today)\b\W*)+$",
    re.I,
)
