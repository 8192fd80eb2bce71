"""The texts of the sample reports and letters, which are written as PDF.

In every text a blank line ends a paragraph, `## ` begins a heading and `* ` a bullet.
"""

from dataclasses import dataclass

_LEADERS = "The impact of leaders on social work practice with children and families"
_PROTECTION = "The experiences and progress of children who need help and protection"
_CARE = "The experiences and progress of children in care and care leavers"
_IN_CARE = "The experiences and progress of children in care"
_LEAVERS = "The experiences and progress of care leavers"
_OVERALL = "Overall effectiveness"
_RI = "Requires improvement to be good"


@dataclass(frozen=True)
class Inspection:
    """A report on an inspection of a local authority's children's services.

    Attributes:
        judgements: area and grade, in the order of the table.
        opening: the summary, and the bullets of what needs to improve.
        findings: the sections, whose paragraphs are numbered through the whole report.
    """

    path: str
    authority: str
    dates: str
    lead: str
    judgements: tuple[tuple[str, str], ...]
    opening: str
    findings: str


@dataclass(frozen=True)
class Letter:
    """A letter after a focused visit or a monitoring visit."""

    path: str
    sent: str
    addressee: tuple[str, ...]
    salutation: str
    subject: str
    body: str
    signature: tuple[str, ...]


@dataclass(frozen=True)
class AreaReport:
    """A report on an area's arrangements for children with special educational needs and disabilities."""

    path: str
    area: str
    dates: str
    previous: str
    body: str


MARLBRIDGE_2022 = Inspection(
    path="inspections/marlbridge/children's services inspection - 18 march 2022.pdf",
    authority="Marlbridge",
    dates="31 January to 11 February 2022",
    lead="Margaret Oakshott, Her Majesty’s Inspector",
    judgements=(
        (_LEADERS, _RI),
        (_PROTECTION, _RI),
        (_CARE, "Good"),
        (_OVERALL, _RI),
    ),
    opening="""
Marlbridge was judged to be good when it was last inspected in June 2018. Since then, help for children who live at
home has slipped. Three directors of children’s services came and went between 2019 and 2021, and the posts of
service manager for assessment and for safeguarding stood empty for seven months. The present director, who took up
her post in September 2021, has set about the right things in the right order, but it is early days and families do
not yet feel the difference.

Children who are in immediate danger are protected. For many others, drift sets in once the first response is over:
visits go ahead, plans are written, and nobody with enough distance asks whether anything is changing for the child.
Weak supervision lies behind most of the shortfalls that inspectors found.

Services for children in care and care leavers have held up well. Foster carers are loyal to the borough, personal
advisers know their young people, and the Halyard project has given care leavers a place of their own in the town
centre.

## What needs to improve?

* Management oversight and supervision, so that social workers are challenged and supported and drift in children’s
plans is noticed early.

* The size of social workers’ caseloads in the assessment and safeguarding teams.

* The quality of child in need plans, including what is to happen if a plan does not work.

* The timeliness of return home interviews for children who go missing.

* The use that leaders make of audit and performance information.
""",
    findings=f"""
## {_PROTECTION}: requires improvement to be good

Families who need a little help get it quickly. The Stepping Stones early help programme, run from three family
hubs, reached 640 families in the year before the inspection. Parents told inspectors that workers kept their
promises and spoke to them as equals.

Contacts to the Marlbridge integrated front door are sorted by experienced staff. Almost nine in ten decisions are
made within one working day. Partners share information well by day; at weekends, the police and health records that
would complete the picture are often missing.

Strategy meetings take place promptly when a child may have been harmed. The police always attend. Health
professionals were absent from about a third of the meetings that inspectors read, and the minutes seldom say how
their views were obtained afterwards.

Assessments are finished within the permitted time in 71% of cases, down from 86% in 2019. The better ones bring the
child to life on the page. The weaker ones list events, say little about fathers, and come to no firm view of what
the events mean.

Child in need plans are the weakest part of the service. Many are long lists of tasks for parents, without dates and
without a reason. Six of the plans seen had run for more than 15 months, and in none of them had a manager recorded
why the work was still going on.

Child protection plans are clearer. Core groups meet on time and are chaired with care. Even so, plans for children
who live with neglect are too hopeful, and a parent’s promise to change is sometimes taken for change itself.

Management oversight is weak. Supervision of social workers is irregular in the assessment and safeguarding teams:
of 48 children’s records that inspectors examined, only 11 showed supervision at the interval that the council’s own
policy requires. Where it does take place, it is a list of tasks rather than an occasion for thought, and it rarely
leads to a different course.

Managers sign off assessments and plans without comment. Inspectors met social workers who had been in the borough
for five months and had not yet sat down with their manager to talk about a single child. Newly qualified staff feel
this most keenly.

Children who go missing are reported and looked for without delay. Return home interviews are offered to nearly all
of them, but fewer than half take place within 72 hours. What children say in these interviews is not brought
together, so patterns of exploitation come to light late.

The Harbour team, which works with children at risk of exploitation, is a strength. Its four workers stay with
children for as long as they are needed, and several young people said that they owed their safety to them. The team
is too small for the demand and had a waiting list of 19 children.

Domestic abuse is recognised in most assessments. Programmes for parents who have been hurt are good; there is
nothing in the borough for parents who do the hurting, and leaders accept that this gap leaves children exposed.

Work before court proceedings has improved since a dedicated case manager was appointed in May 2021. Letters to
parents are written in words that they can follow. The average length of this stage has fallen from 34 weeks to 19.

Disabled children are well served by a small and expert team. Short breaks are plentiful, and reviews consider what
each child enjoys as well as what each child needs.

Young people aged 16 and 17 who become homeless are assessed jointly with housing officers. Two of the seven seen
had spent a night in a hotel because no supported lodging was free, and neither had been told that they could choose
to come into care.

## {_CARE}: good

Decisions that children should come into care are made for sound reasons and, for most, at the right time. A small
number of children had waited too long at home while neglect continued.

Children in care live with people who are fond of them. Eighty-two per cent live with foster carers or relatives,
and more than two thirds are within 15 miles of Marlbridge. Brothers and sisters stay together where that is right
for them.

Social workers know the children well. Visits are regular and often fun: inspectors saw photographs, maps and
letters that children had made with their worker to explain how they came to be in care.

Independent reviewing officers write to children after every review in plain and warm language. They raise concerns
when a plan stalls, and these concerns are answered within ten days.

Health assessments are on time for 93% of children. Dental care fell away in the pandemic and has now recovered,
while the wait for specialist mental health support remains five months.

The virtual school keeps a close eye on attendance. Personal education plans are completed each term, and the gap in
attainment at the end of primary school has narrowed for three years running.

Adoption is considered early for every child who may need it. The regional adoption agency found families for 14
Marlbridge children in 2021, and life story books were ready for all but one of them.

Care leavers are proud of the Halyard project, a café and advice centre that they helped to design and now help to
run. Staff there know who has not been seen for a while and go out to look for them.

Personal advisers begin work with young people before their 17th birthday. Pathway plans are written together with
the young person, though those for care leavers in custody are thinner than the rest. Ninety-four per cent of care
leavers live in suitable accommodation.

## {_LEADERS}: requires improvement to be good

The director and the chief executive understand what has gone wrong and speak about it openly. Their self-evaluation
is honest. An extra £2.4 million was agreed by the council in December 2021, two thirds of it for social work posts.

Leaders did not know soon enough that supervision had lapsed. The monthly performance report counted supervision as
completed once a date had been entered in the diary, so a reassuring figure of 88% hid the true position for almost
a year.

Caseloads are too high. Social workers in the safeguarding teams hold 24 children on average, and some hold more
than 30. Agency staff fill 31% of posts, and many children have had three or more social workers in a year.

Audit is frequent but makes little difference. Auditors and team managers agree about the grade of a case in only
half of the audits, and actions that arise from them are not followed to the end.

Councillors on the corporate parenting board take their duties to heart. They meet the Children in Care Council,
known as Speak Up Marlbridge, four times a year and can point to what has changed as a result.

Staff who have stayed are committed to the borough’s children. They describe the new leaders as visible and
straightforward, and they are cautiously hopeful that manageable work will follow.
""",
)

MARLBRIDGE_2025 = Inspection(
    path="inspections/marlbridge/children's services inspection - 11 april 2025.pdf",
    authority="Marlbridge",
    dates="24 February to 7 March 2025",
    lead="Daniel Threlfall, His Majesty’s Inspector",
    judgements=(
        (_LEADERS, "Good"),
        (_PROTECTION, "Good"),
        (_IN_CARE, "Good"),
        (_LEAVERS, _RI),
        (_OVERALL, "Good"),
    ),
    opening="""
Children in Marlbridge are better served than they were three years ago. In March 2022 the borough’s services were
judged to require improvement, chiefly because supervision had lapsed and caseloads had grown out of hand. A steady
leadership team has dealt with both. Most children now get help that is timely, well planned and reviewed by
managers who know them.

Progress has been slower for care leavers. The closure of the Halyard centre for repairs in 2023, and its
replacement by appointments at the council offices, loosened the ties between young people and those who support
them. Leaders recognised this late and have begun to put it right.

## What needs to improve?

* The frequency with which personal advisers see care leavers aged 21 and over.

* The range of accommodation for care leavers, especially for those who are parents.

* The quality of written plans for children who are looked after by relatives.

* The attendance of health professionals at strategy meetings outside office hours.
""",
    findings=f"""
## {_PROTECTION}: good

Early help is a strength of the borough. Stepping Stones now works from five family hubs and reached 1,120 families
in 2024. Its workers follow up when a family stops coming, and this persistence has kept many children from needing
a social worker.

The integrated front door responds to concerns in good time. Ninety-six per cent of decisions are made within one
working day, and reasons are given in each. Parents’ agreement is sought before checks are made unless a child would
be put at risk.

Strategy meetings are prompt and lead to clear decisions. Police and education colleagues attend nearly all of them.
At evenings and weekends there is still no health professional in one meeting out of five.

Assessments are thorough, and 91% are completed in time. Social workers look for the child’s own account of life at
home, and they now give fathers and other men in the household proper attention.

Child in need plans, which were poor at the last inspection, have become purposeful. Each states what must change,
by when, and what will follow if it does not. No plan seen by inspectors had lasted more than nine months without a
senior manager’s review.

Child protection plans are kept up to date and tested at core groups. Parents take part in most meetings with the
help of an advocate. Neglect is measured with a recognised tool, so that optimism is checked against evidence.

Management oversight has improved markedly and is now a strength. Supervision takes place monthly for all but a
handful of children, and inspectors found it in 57 of the 60 records that they examined. Managers ask why as well as
what, and their questions change the direction of the work.

Team managers add a short note of their reasoning to every important decision. Where a plan is not working, they say
so within weeks rather than months. Newly qualified social workers have protected time for reflection each fortnight
and value it.

Return home interviews are carried out within 72 hours for 88% of children who have been missing. An analyst reads
all of them and sends the exploitation panel a map of places and people each Friday.

The Harbour team has grown from four workers to eleven and no longer has a waiting list. Children at risk of
exploitation trust its workers. Disruption orders have been used nine times in the past year against adults who
posed a danger.

Families in which there is domestic abuse can turn to Turning Tide, a programme opened in 2023 for parents who cause
harm. Of the 74 parents who started it, 49 finished. Their children’s plans show careful thought about whether
change has lasted.

The pre-proceedings stage takes 15 weeks on average and is used to good effect. Family group meetings are offered to
every family and often find a relative who can help.

Children who are educated at home, or who are missing from education, are tracked by a team of three officers. They
know who each child is and when each was last seen.

Arrangements for children who live with another family privately are sound. The council has made the duty to notify
better known through faith groups and language schools.

## {_IN_CARE}: good

Children come into care when they need to and not before. In a few instances a placement had to be found on the same
day, and plans were then brought up to date swiftly.

Most children in care live in settled homes. Eighty-five per cent are with foster carers or relatives. Plans for
children who live with relatives under a care order are not always written down in full, so carers are unsure which
decisions they may take.

Children’s wishes shape their lives in large and small ways. One child had asked for a later bedtime at weekends and
for a new school; both were discussed with the same seriousness.

Social workers carry an average of 15 children and have time to get to know them. Changes of worker are fewer, and
goodbyes are planned.

Speak Up Marlbridge, the Children in Care Council, has written a guide to reviews in the words of its members.
Independent reviewing officers follow it, and attendance by children at their own reviews has risen to 78%.

Health assessments are on time for 95% of children. A clinical psychologist who joined the service in January 2024
has brought the wait for mental health support down to six weeks.

The virtual school is ambitious. Attendance of children in care was 94% in the last school year, and no child in
care was permanently excluded.

Two of the council’s own children’s homes have opened since 2022, each for three children. They have allowed five
young people to come back to the borough from homes that were far away.

## {_LEAVERS}: requires improvement to be good

Care leavers under 21 have regular and friendly contact with their personal adviser. For those who are older,
contact has thinned out: one in four of the young people aged 21 to 24 had not been seen in person for more than six
months.

Pathway plans are written with young people and reflect their hopes. They are less helpful on money, and few explain
what grants a young person may claim.

The closing of the Halyard centre was keenly felt. Young people told inspectors that the council offices feel like a
place for people in trouble. The centre is due to open again in September 2025.

Eighty-eight per cent of care leavers live in suitable accommodation, a lower share than in 2022. Young parents have
the fewest choices, and three of them had moved twice within a year.

Care leavers who are in work or training speak well of the Marlbridge Promise, under which the council guarantees an
interview for its apprenticeships. Twenty-two young people have taken up a post through it.

Managers’ oversight of personal advisers is regular, but it concentrates on whether forms are complete. It has not
brought to light the young people who had drifted out of contact.

## {_LEADERS}: good

Leaders know their services well. The director, in post since 2021, and a stable group of senior managers have kept
to a small number of priorities and have finished what they began.

Supervision is counted only when its record is complete, and the figures are checked against a sample of records
each month. This came about after the inspection of 2022 and has restored confidence in what the council says about
itself.

Caseloads average 16 across the service. Agency workers fill 9% of posts, compared with 31% three years ago. The
Marlbridge Academy has trained 38 social workers, of whom 33 are still with the council.

Quality assurance is now a source of learning. Audits are carried out together with the social worker, parents are
asked for their opinion, and themes are brought to a monthly forum that staff describe as frank and kind.

Leaders were slow to see the decline in services for care leavers. Performance reports merged the figures for all
ages, which hid the position of older care leavers until the autumn of 2024.

Members of the scrutiny committee ask searching questions and visit teams twice a year. Their review of caseloads in
2023 helped to secure funding for 12 permanent posts.
""",
)

MARLBRIDGE_VISIT = Letter(
    path="visits/marlbridge/children's services focused visit - 06 july 2023.pdf",
    sent="6 July 2023",
    addressee=(
        "Helena Farrow",
        "Director of Children’s Services",
        "Marlbridge Borough Council",
        "The Corn Exchange",
        "Quay Street",
        "Marlbridge",
    ),
    salutation="Dear Ms Farrow",
    subject="Focused visit to Marlbridge Borough Council children’s services",
    body="""
This letter summarises the findings of a focused visit to Marlbridge Borough Council children’s services on 7 and 8
June 2023. His Majesty’s Inspectors for this visit were Peter Lundy and Amina Rashford.

The subject of the visit was the work that Marlbridge does with children in need and with children on a child
protection plan. They gave particular attention to supervision, since this was the main weakness at the
inspection in early 2022.

The visit was carried out on site. Inspectors spoke with 26 social workers and eight team managers, read children’s
records, listened to three core groups and met two groups of parents.

## Headline findings

Marlbridge has made sound progress in the sixteen months since it was inspected. Social workers hold fewer children,
they meet their managers more often, and children’s plans are easier to follow. The change is most evident in the
safeguarding teams and least evident in the assessment teams, where too many temporary managers have come and gone.

Leaders have a clear and modest view of what has been achieved. They know that supervision now happens, and that its
quality has still to catch up with its frequency.

## What needs to improve in this area of social work practice

* The quality of supervision in the assessment teams, so that it tests decisions as well as recording them.

* Contingency planning in child in need plans.

* The speed with which actions from audits are carried out.

## Main findings

Supervision is taking place at the required interval for 79% of children, against less than a quarter in February
2022. Leaders now count a session only when its record has been written. Records in the safeguarding teams show
managers weighing risk and asking what has changed for the child.

In the assessment teams, management oversight is still uneven. One of the four teams has had five managers in twelve
months. Its supervision records are brief, repeat the same actions from one month to the next, and do not explain
why work has been delayed.

Child in need plans have been rewritten to a shorter form, which parents say they can understand. The purpose of
each plan is stated at its head. What would happen if matters got worse is left blank in too many of them, and
families are then surprised when concerns are raised.

Plans for children at risk of neglect are more realistic than before. Social workers use a graded checklist every
three months and share the result with parents. In two records the checklist had brought about a timely decision to
go to court.

Children are seen often and are seen by themselves. Inspectors read vivid accounts of what children had said and
drawn. Workers return to a child’s words months later to ask whether they still hold true.

Visits to children who are subject to a child protection plan are on time in 92% of cases. The few that were late
had been noticed by a manager within a week and carried out soon afterwards.

Core groups are well attended, and parents are helped to speak. A school nurse or health visitor was present at all
but four of the 40 meetings that inspectors sampled.

Average caseloads have fallen from 24 to 18 children since the inspection. Social workers say that the work is hard
but possible. Those in the assessment teams hold up to 23 children in busy weeks, and agency staff still fill about
one post in four.

The learning from audits is well presented but slow to take effect. Of 30 actions that auditors had set in the
spring, 13 were overdue at the time of the visit, and nobody had been asked to explain why.

Support for newly qualified social workers has been transformed by the Marlbridge Academy, which opened in October
2022. Its first group of 14 all remain in post. They spoke with enthusiasm about weekly group reflection and
protected study time.

The director and her senior managers are well known to staff. They read children’s records each week and talk with
the workers concerned. Their improvement plan is short, has dates that can be checked, and is reported to
councillors every quarter.

The findings of this visit will be taken into account when the next inspection or visit is planned.
""",
    signature=("Peter Lundy", "His Majesty’s Inspector"),
)

WESTHAVEN_2022 = Inspection(
    path="inspections/westhaven/children's services inspection - 15 july 2022.pdf",
    authority="Westhaven",
    dates="16 to 27 May 2022",
    lead="Rosalind Pickard, Her Majesty’s Inspector",
    judgements=(
        (_LEADERS, "Inadequate"),
        (_PROTECTION, "Inadequate"),
        (_CARE, _RI),
        (_OVERALL, "Inadequate"),
    ),
    opening="""
Services for children in Westhaven have declined since 2019, when they were judged to require improvement. Too many
children live for too long in situations that are harmful to them. When concerns are passed to the council, they are
not always read on the day, and the assessments that follow are often late and thin.

Senior leaders did not know how serious the failings in the assessment teams had become. Inspectors asked the
council to look again at 37 children during the inspection, and for nine of them immediate steps were needed to make
sure that they were safe.

Children in care are mostly well looked after. Care leavers fare less well: some are living in places that are not
fit for them, and the council does not visit those places before young people move in.

## Areas for priority action

* The time that it takes to read, decide on and act upon concerns that come to the front door.

* Management oversight in the assessment teams, so that every child who is waiting for an assessment is known to a
manager and is seen.

## What needs to improve?

* The suitability of accommodation for care leavers, including checks before they move in.

* The quality and timeliness of strategy meetings.

* The accuracy of performance information and the challenge that leaders draw from it.

* Supervision of social workers and the stability of the workforce.

* The attention given to children’s identity, language and disability in assessments.
""",
    findings=f"""
## {_PROTECTION}: inadequate

Concerns about children are not dealt with quickly enough. On the first day of the inspection, 214 contacts had been
waiting for more than two working days for a first decision. Some of these were about babies, and some described
violence in the home that week.

The thresholds for help are not understood in the same way by the council and its partners. Schools send in concerns
that would be better met by early help, and the sheer number of them hides the few that cannot wait.

Early help itself is friendly and useful where families can get it. The Open Gate programme has 12 workers for the
entire county, and families in the rural north of Westhaven wait 11 weeks for a first visit.

Strategy meetings are held late for one child in three. In several, the police and the social worker simply
exchanged emails. Decisions about medical examinations were put off, and the reasons for this cannot be found in the
records.

Assessments are poor. Only 52% are completed within the permitted time. Many are put together from telephone calls,
and in 16 of the records that inspectors read the child had not been met at all before the assessment was closed.

Management oversight in the assessment teams is inadequate. Managers each oversee as many as 14 workers and 260
children. They allocate work by email, approve assessments in batches on Friday afternoons, and have no reliable
list of the children who are still to be seen.

Supervision in the assessment teams has all but stopped. Some social workers had received none since January 2022.
Where notes exist, they do not mention risk, and the same wording appears in the records of different children.

Children who are subject to a child protection plan receive a somewhat better service. Their conferences are on time
and well chaired. Between conferences the pace slackens, and core groups are often cancelled when the social worker
changes.

Child in need work is closed too early. One in four children whose case was closed in the autumn of 2021 had been
referred again within six months, usually for the same reason.

Neglect is not recognised for what it is. Assessments describe each incident as if it were the first. The
chronologies that could show a pattern are missing or were last brought up to date years ago.

Children at risk of exploitation are discussed at a monthly panel, but the panel does not follow up its own
decisions. Workers in the small Compass team are skilled; they cannot make up for the lack of a plan that all
agencies share.

Return home interviews are offered to only 41% of children who go missing. When children refuse, no one asks a
second time or tries a different person.

Social workers do not think enough about who children are. The needs of disabled children are described in medical
words, and interpreters were booked for too few of the families who required them.

The emergency duty team, which serves the county out of hours, is an exception. It is staffed by seasoned workers
who write clear notes and hand over carefully each morning.

## {_CARE}: requires improvement to be good

Some children come into care in a crisis that could have been foreseen. Eleven of the 32 children who entered care
in the spring of 2022 had been known to the council for more than three years.

Once in care, most children settle and do well. Foster carers in Westhaven are resourceful and feel valued. Three
quarters of children in care have lived in the same home for two years or longer.

Visits to children in care are regular, and social workers speak about them with warmth. Frequent changes of worker
mean that some children have told their story many times over.

Independent reviewing officers have up to 95 children each. They see the problems, but their challenges go
unanswered for weeks, and they have grown used to this.

The virtual school supports children well in the primary years. Older pupils are less well served, and 15 children
in care were on part-time timetables with no date for a return to full-time lessons.

Health needs are met unevenly. Initial health assessments are late for six children in ten, chiefly because forms
are sent to the hospital trust after the deadline has passed.

Children for whom adoption is the plan are matched with care. The wait between a court’s decision and a new family
is 11 months on average, which is shorter than in similar areas.

Too many care leavers live in unsuitable accommodation. At the time of the inspection 23 of 168 care leavers were in
hostels, caravans or bed and breakfast rooms, and two were sleeping in cars. Nobody from the council had visited 17
of these places beforehand.

Personal advisers are dedicated, but each supports 34 young people. Pathway plans are out of date for 45% of care
leavers. Those who have moved outside the county hear from their adviser only when they themselves make contact.

Care leavers who have found a steady footing praise the Springboard scheme, which offers paid placements in the
county’s libraries, gardens and workshops. It has places for ten young people a year.

## {_LEADERS}: inadequate

Leaders have not kept a close enough eye on the services for which they are responsible. Reports to the cabinet
described the front door as stable in March 2022, at a time when the number of unread contacts was rising each week.

Performance information cannot be relied upon. Two systems give different totals for the number of children who have
an allocated social worker, and the difference of 63 children could not be explained to inspectors for three days.

The workforce is unstable. Agency staff fill 44% of posts in the assessment teams, and the average caseload there is
29. Twenty-one permanent social workers left the council in the year to April 2022.

Quality assurance is weak. In the year before the inspection, 40 audits were completed out of a planned 180. Most of
them were graded more generously than the work deserved.

Political oversight is well meant but poorly informed. Members of the scrutiny committee had asked about assessment
times on three occasions and were told that a new system would soon resolve the matter.

The interim director, who arrived six weeks before the inspection, has grasped the scale of the task. She acted at
once on the concerns that inspectors raised. A recovery board with an independent chair met for the first time on 24
May 2022.

The council has agreed to spend a further £6.1 million on children’s services over two years. This is welcome, and
it is too soon for it to have made a difference to children.
""",
)

WESTHAVEN_FIRST_VISIT = Letter(
    path="visits/westhaven/monitoring visit - 21 february 2023.pdf",
    sent="21 February 2023",
    addressee=(
        "Judith Amory",
        "Director of Children’s Services",
        "Westhaven County Council",
        "Shire House",
        "Castle Parade",
        "Westhaven",
    ),
    salutation="Dear Ms Amory",
    subject="Monitoring visit to Westhaven children’s services",
    body="""
This letter summarises the findings of the monitoring visit to Westhaven children’s services on 24 and 25 January
2023. This was the first monitoring visit since the local authority was judged inadequate in July 2022. His
Majesty’s Inspectors for this visit were Rosalind Pickard and Gareth Howell.

## Areas covered by the visit

Three concerns from the inspection in 2022 were looked at again:

* the time taken to act on concerns that come to the front door

* management oversight and supervision in the assessment teams

* the quality of strategy meetings.

Inspectors read electronic records, watched the front door at work and spoke with 19 social workers, their managers
and partner agencies.

## Headline findings

Westhaven has made progress where the danger was greatest. Concerns about children are now read on the day that they
arrive, and no child was found who had been left at immediate risk. In the assessment teams the pace of change is
slower. Supervision has started again, but it is not yet good enough to make sure that every child is helped in
time.

## Findings and evaluation of progress

The waiting list at the front door has been cleared. Of the contacts received in December 2022, 94% had a first
decision within one working day, and the rest within two. A permanent manager and six experienced social workers now
make these decisions, and they sit beside police and health colleagues at Shire House.

Partners have a better understanding of what help is right for which child. A telephone advice line for schools,
opened in October 2022, takes about 45 calls a week. Head teachers told inspectors that they no longer send in a
form to be on the safe side.

Strategy meetings are held on time for 83% of children. Health colleagues take part in most of them. The quality of
the record is uneven, and the actions that were agreed are not always given to a named person.

Management oversight in the assessment teams remains too weak. Each manager now has eight workers instead of 14,
which is a real gain. Managers know which children are waiting, and a daily meeting goes through the list. Their
comments on records, however, seldom go beyond approval, and delay is noted without being challenged.

Supervision is recorded each month for 61% of children in the assessment teams. It was absent for most of them last
summer. The content is poor in about half of the records seen, with little sign that managers have thought about
what life is like for the child.

Assessments are completed in time in 68% of cases. Children are met before an assessment is closed in all but a few
instances, and those exceptions had been brought to the attention of the head of service. Family history is still
used too little.

Caseloads in the assessment teams have come down from 29 to 22. The use of agency staff has hardly changed, at 43%
of posts. Eleven social workers recruited abroad will start work in April 2023, and leaders have prepared carefully
for their arrival.

The recovery board meets every month and is led with vigour by its independent chair. Figures from the two record
systems have been reconciled, so that leaders can trust the number of children who are reported as allocated. The
board’s discussions dwell on processes and less often on what children have gained.

Audit has begun again on a firmer footing. Thirty-six audits were completed between October and December 2022, and
the grades given by auditors matched the view of inspectors in most of those sampled.

Staff morale is mixed. Workers at the front door are proud of what they have done. Those in the assessment teams
told inspectors that they had heard many promises before, although nearly all of them said that their own manager
had become easier to reach.

This letter will be published on the website, as the findings of earlier visits have been.
""",
    signature=("Rosalind Pickard", "His Majesty’s Inspector"),
)

WESTHAVEN_SECOND_VISIT = Letter(
    path="visits/westhaven/monitoring visit - 10 october 2023.pdf",
    sent="10 October 2023",
    addressee=(
        "Judith Amory",
        "Director of Children’s Services",
        "Westhaven County Council",
        "Shire House",
        "Castle Parade",
        "Westhaven",
    ),
    salutation="Dear Ms Amory",
    subject="Monitoring visit to Westhaven children’s services",
    body="""
This letter summarises the findings of the monitoring visit to Westhaven children’s services on 5 and 6 September
2023. This was the second monitoring visit since the local authority was judged inadequate in July 2022. His
Majesty’s Inspectors for this visit were Gareth Howell and Priya Sandhurst.

## Areas covered by the visit

Three concerns from the inspection in 2022 were looked at again:

* the suitability of accommodation for care leavers

* the support that personal advisers give, and the quality of pathway plans

* supervision and management oversight of personal advisers.

Inspectors read records, talked with personal advisers and managers, and had supper with nine care leavers at the
Springboard workshop.

## Headline findings

Care leavers in Westhaven have safer places to live than they had a year ago. No young person was found in a
caravan, a car or a hostel for adults. Personal advisers have fewer young people to support and see them more often.
Plans for young people who live outside the county, and the oversight that managers give to those plans, still need
to improve.

## Findings and evaluation of progress

Leaders have acted with determination on accommodation. The number of care leavers in unsuitable accommodation has
fallen from 23 to four. All four are in bed and breakfast rooms, each has been visited weekly, and each has a date
for a move to something better.

A personal adviser or housing officer now visits every place before a young person moves in. The short form that
they use was written by care leavers, and it asks about locks, heating, neighbours and the bus. Twelve places have
been turned down as a result.

Thirty new units of supported housing have been agreed with two housing associations, and the first 14 opened in
July 2023 at Mill Row. Young people who live there described it as calm. They would like the staff to be present
later in the evening.

Personal advisers support 22 young people each, compared with 34 at the inspection. They are knowledgeable about
benefits, tenancies and courses. Several care leavers told inspectors that their adviser was the first person whom
they would ring.

Pathway plans are in date for 87% of care leavers. The best are lively and read as if the young person had held the
pen. Plans for the 29 care leavers who live outside the county are weaker: a third of them had not been revised
after the move.

Management oversight of personal advisers has improved but is not yet consistent. Supervision takes place each
month, and managers praise good work. They are less ready to press for a change of approach when a young person is
not in education, employment or training and the plan has stood still.

Fifty-six per cent of care leavers aged 19 to 21 are in education, employment or training, which is five points
higher than last year. The Springboard scheme has grown from ten places to 26, and three of its former trainees now
work for the county council.

Support for health and well-being is patchy. A nurse for care leavers took up post in May 2023 and already has a
full diary. Young people who leave the care of the child mental health service still find that there is nothing to
follow it.

Care leavers who are parents are treated with respect. Inspectors saw no sign that having been in care was itself
regarded as a risk. A young parents’ group meets each week at the Fairmead family centre.

The voice of care leavers has grown stronger. Two members of the Care Leavers’ Forum sit on the recovery board,
where they speak early in the meeting and not at its end. A set of promises to care leavers was adopted by the full
council in June 2023.

Leaders have a true picture of this service. Their own review, finished a fortnight before the visit, came to much
the same conclusions as inspectors did.

This letter will be published on the website, as the findings of earlier visits have been.
""",
    signature=("Gareth Howell", "His Majesty’s Inspector"),
)

ASHCOMBE_2021 = Inspection(
    path="inspections/ashcombe/children's services inspection - 29 november 2021.pdf",
    authority="Ashcombe",
    dates="4 to 15 October 2021",
    lead="Leonard Fairbrother, Her Majesty’s Inspector",
    judgements=(
        (_LEADERS, "Good"),
        (_PROTECTION, "Good"),
        (_CARE, _RI),
        (_OVERALL, "Good"),
    ),
    opening="""
Children in Ashcombe receive good help from people who know their city. Services have become better since the
inspection of November 2017, when they were judged to require improvement. Social workers have manageable work, are
well supported, and are guided by a way of working that families say makes sense to them.

The pandemic put services to the test. Throughout the lockdowns, workers went on seeing children in gardens, parks
and schoolyards, and leaders made sure that no child on a child protection plan went unseen.

Children in care do well in most respects. For care leavers the picture is less even, and some are not getting the
help with housing, health and work that they have a right to expect.

## What needs to improve?

* The regularity of contact between personal advisers and care leavers.

* Information for care leavers about their health histories.

* The choice of homes for teenagers who come into care at short notice.

* The consistency of letters to parents before court proceedings.
""",
    findings=f"""
## {_PROTECTION}: good

Help comes early in Ashcombe. Eleven neighbourhood teams, each with a family worker, a school link and a health
visitor, meet weekly to agree who will help whom. In the year to September 2021 these teams worked with 1,480
families, and only 9% of them later needed a social worker.

The city’s front door, known as First Call, is run by people who are easy to talk to. Anyone who is worried about a
child speaks to a qualified social worker first. Decisions are prompt, proportionate and explained.

Children who are in danger are protected on the same day. Strategy meetings draw in the police, health and schools,
and they look at brothers and sisters as well as at the child who was first named.

Assessments are perceptive. They set out what worries people, what is going well, and what life feels like for the
child, and 93% are finished within 45 working days.

The Family Strengths approach, introduced in 2018, has taken root. Parents told inspectors that they had been asked
for their ideas and that these ideas had found their way into the plan.

Child in need plans are short and lively. Meetings take place every six weeks, often in the family’s home, and
fathers who live elsewhere are invited as a matter of course.

Child protection plans reduce risk for most children. A few plans for children who live with parental drinking rest
too heavily on parents’ own accounts, and testing is not used soon enough.

Management oversight is regular and thoughtful. Supervision takes place at least monthly, and each record seen by
inspectors contained a manager’s view of risk and of what should happen next. Staff say that supervision is the hour
of the month that they protect most carefully.

Children who go missing are met by a worker of their own choosing, within three days in 84% of cases. The Lamplight
team brings together youth workers and police officers, and it has helped 46 young people to break away from
criminal exploitation.

Letters to parents before proceedings are of mixed quality. Some are models of plain speaking. Others run to nine
pages and bury the three things that must change.

Disabled children and their families are helped by the Beechwood centre, which offers short breaks, play sessions
and advice under one roof. Moves to adult services are planned from the age of 14.

Private fostering is well understood. A short film made by young people has been shown in all of the city’s
secondary schools, and notifications have doubled.

## {_CARE}: requires improvement to be good

Children enter care when there is no safe alternative. Court work is well prepared, and judges praise the clarity of
the council’s evidence.

Most younger children in care live in stable families. Teenagers have fewer choices: in the past year, 13 of them
were placed more than 40 miles away because nothing nearer could be found in time.

Social workers see children in care every four weeks, more often than they must. Children can describe why they are
in care and what is planned for them.

Family time is arranged with imagination. Brothers and sisters who live apart are given a joint diary and an
allowance for days out.

The virtual school has high hopes for its pupils. Attendance is good, and the proportion of children in care who
reached the expected standard in English and mathematics at 16 has risen to 31%.

Foster carers speak warmly of the support that they receive. The Mulberry network, in which an experienced carer
acts as the hub for six other households, has prevented at least eight placements from breaking down.

Some care leavers do not see their personal adviser often enough. For 38 of the 142 young people in the service, the
last recorded contact in person had been more than three months before the inspection.

Pathway plans are not always brought up to date when a young person’s life changes. In a third of those seen, the
plan still named a college or a tenancy that the young person had left.

Care leavers are not given their health histories in a form that they can use. Fewer than one in five had received
one by the age of 18, and some learned of important family illnesses only by chance.

Ninety-one per cent of care leavers live in suitable accommodation. Those in shared houses told inspectors that
repairs take too long, and that they were unsure whose job it was to press for them.

Care leavers who go to university are well supported, with a bursary of £2,500 a year and a room during the
holidays. Sixteen young people were at university at the time of the inspection.

## {_LEADERS}: good

Leaders are ambitious and steady. The director has led children’s services since 2016, and the lead member since
2018. Between them they have shielded preventive work from three rounds of savings.

Performance information is clear and is used well for children who need help and protection. For care leavers it is
less developed, and leaders had not fully understood how far contact had slipped in the pandemic.

Caseloads average 15. Only 6% of social work posts are held by agency staff, and the last 20 vacancies were filled
within nine weeks.

Audits are rigorous, and inspectors agreed with nearly all of their conclusions. Each month, the director reads one
child’s record from beginning to end and discusses it with the team.

The Ashcombe Practice School offers every worker ten days of training a year. It has made its courses available to
schools, the police and the voluntary sector.

The corporate parenting panel is well attended by members of every party. It listens to children in care, but it has
heard much less from care leavers over the age of 18.
""",
)

ASHCOMBE_VISIT = Letter(
    path="visits/ashcombe/children's services focused visit - 14 october 2022.pdf",
    sent="14 October 2022",
    addressee=(
        "Martin Ollerenshaw",
        "Executive Director for Children",
        "Ashcombe City Council",
        "The Guildhall",
        "Minster Yard",
        "Ashcombe",
    ),
    salutation="Dear Mr Ollerenshaw",
    subject="Focused visit to Ashcombe City Council children’s services",
    body="""
This letter summarises the findings of a focused visit to Ashcombe City Council children’s services on 20 and 21
September 2022. His Majesty’s Inspectors for this visit were Catherine Blythe and Samuel Okonjo.

The subject of the visit was the help that Ashcombe gives to its care leavers. This was an area that needed to
improve
when the city was inspected in October 2021.

The visit was carried out on site. Inspectors met 17 care leavers, all of the city’s personal advisers and their two
managers, and read the records of 24 young people.

## Headline findings

Personal advisers in Ashcombe care a great deal about the young people with whom they work, and most care leavers
are now in regular contact with them. Housing has become a stronger part of the service. Management oversight has
not kept pace: advisers are left too much to themselves, and young people with the most complicated lives do not
always have the benefit of a second opinion.

Leaders have given care leavers more of their attention since the inspection. They have further to go in knowing, at
any given time, which young people are doing well and which are not.

## What needs to improve in this area of social work practice

* Management oversight and supervision of personal advisers, especially where young people are at risk.

* The provision of health histories to all care leavers.

* The information that leaders use to judge the progress of care leavers.

## Main findings

Contact has become more frequent. Young people had been seen in person within the past eight weeks in 21 of the 24
records that inspectors read. For the other three, the personal adviser had tried several times and could say where
the young person was.

Supervision of personal advisers is too infrequent. The city’s standard is once a month, yet advisers had on average
been supervised five times in the past year, and two of them had not been supervised since March 2022. Their
managers also hold cases of their own, which leaves little time.

Management oversight is hard to find in young people’s records. Where a care leaver was being harmed by a partner,
using drugs or facing eviction, the personal adviser usually did the right thing. It was rare for a manager to have
written down that they knew of the danger and agreed with the plan.

Pathway plans are up to date for 89% of care leavers, a clear improvement. They are written in the first person and
can be read on a telephone, which young people like. Goals are often general, and a third of plans have no date by
which anything should be done.

Housing is a strength. A protocol signed in February 2022 gives care leavers the highest priority for council
tenancies, and 27 young people have been housed under it. Repairs to shared houses are now reported through one
telephone number and are followed up by a named officer.

Young people praised the Crossing, a drop-in service that opened in April 2022 beside the bus station. It has a
kitchen, a laundry and an adviser from the job centre. Up to 40 care leavers use it each week, and several said that
they come for the company.

Only 34% of care leavers had been given their health history by their 18th birthday. Leaders had set a target of
80%. The delay lies in an agreement with the hospital trust that has been in draft since January 2022.

Fifty-nine per cent of care leavers aged 19 to 21 are in education, employment or training. Those who are not get
friendly encouragement, but there is no programme designed for young people who have been out of work for a long
time.

Care leavers in custody are visited every eight weeks, and plans for their release start early. One young man told
inspectors that he had walked out of the gate knowing where he would sleep, and who would meet him.

Leaders cannot yet see the whole picture. The monthly report shows whether contact has been made and whether plans
are in date. It does not show whether young people feel safe, are in debt or are lonely, although advisers know
these things and record them.

A third manager will join the service in November 2022. Leaders expect that this will bring supervision up to the
required standard by the end of the year, and inspectors agree that the extra post is needed.
""",
    signature=("Catherine Blythe", "His Majesty’s Inspector"),
)

ASHCOMBE_AREA = AreaReport(
    path="send/ashcombe/area send full inspection - 22 september 2023.pdf",
    area="Ashcombe Local Area Partnership",
    dates="3 to 7 July 2023",
    previous="15 to 19 May 2017",
    body="""
## Inspection outcome

In this area, children and young people with special educational needs and disabilities (SEND) are helped well in
some
places and too late in others. The partners have made a start on putting this right, and they need to go further.

The partnership is asked to publish a strategic plan that answers the areas for improvement in this report.

## Information about the local area partnership

Ashcombe City Council and the Vale and Minster Integrated Care Board plan and commission services for children and
young people with SEND in the city. About 4,900 pupils receive SEN support in school, and 1,730 children and young
people have an education, health and care (EHC) plan.

The partnership’s SEND strategy was renewed in April 2022. A new head of SEND took up post in January 2023.

## What is it like to be a child or young person with SEND in this area?

What children and young people experience depends too much on where in the city they live and which school they
attend. In the neighbourhood schools of the east side, needs are noticed early and met with skill. Elsewhere,
families often have to push for each step.

Young children are well served. Health visitors and nursery staff share what they know, and the Little Acorns groups
give parents practical advice while they wait for an assessment. Nearly all children who need help with speech are
seen within 12 weeks.

Older children wait too long for an assessment of autism or attention difficulties. The average wait is 83 weeks.
Some families told inspectors that their child had left school before an answer came.

Young people are made to feel that they belong in their city. They speak proudly of the Open Doors festival, of
accessible sessions at the swimming pool, and of the Youth SEND Voice group, which advises on new buildings and
buses.

Preparation for adult life starts too late for many. Young people with an EHC plan who are likely to go to college
or supported work hear about their options in their final year. Those who take part in the supported internship
scheme do very well: 18 of the 22 interns in 2022 moved into paid work.

## What is the area partnership doing that is effective?

* Leaders of education, health and social care have formed a joint board which meets every month and is honest about
weaknesses.

* The parent carer forum, Ashcombe Together, is a full partner. It helped to write the new information website, and
it trains professionals to listen well.

* The Beechwood centre offers short breaks that children enjoy. The number of families who use them has risen from
210 to 345 in two years.

* Specialist teachers give prompt advice to schools, and exclusions of pupils with SEND have fallen by a fifth since
2021.

* The designated social care officer makes sure that disabled children’s social care needs are considered in new EHC
plans.

## What does the area partnership need to do better?

EHC plans are not issued in time. In 2022, 38% of new plans were completed within 20 weeks. The figure for the first
half of 2023 was 47%, which shows that extra staff are beginning to make a difference.

The quality of EHC plans is uneven. Many describe a child’s difficulties at length and say little about what the
child can do. Advice from health professionals is missing from one plan in four.

Annual reviews are often late, and their outcomes are slow to reach the plan. Some young people of 17 have plans
that were written for them at the age of 12.

Waiting times for assessment of neurodevelopmental conditions are too long, and families do not know what help they
may have in the meantime. Where support is offered, it is not well publicised.

Oversight by the partnership’s leaders has not been strong enough in the past. Data was collected by each service
for itself, so the joint board could not see how long a child had waited in all. A shared dashboard was introduced
in June 2023.

## Areas for improvement

* Leaders across education, health and social care should make sure that EHC plans are completed on time and
describe children’s strengths, needs and provision accurately.

* The Integrated Care Board should reduce waiting times for autism and attention difficulties and make sure that
families are supported while they wait.

* The partnership should plan for adult life from the age of 14 for every young person with an EHC plan.

* Leaders should use the shared dashboard to check that the same quality of help is available in every part of the
city.
""",
)

INSPECTIONS = (MARLBRIDGE_2022, MARLBRIDGE_2025, WESTHAVEN_2022, ASHCOMBE_2021)
LETTERS = (MARLBRIDGE_VISIT, WESTHAVEN_FIRST_VISIT, WESTHAVEN_SECOND_VISIT, ASHCOMBE_VISIT)
AREA_REPORTS = (ASHCOMBE_AREA,)
