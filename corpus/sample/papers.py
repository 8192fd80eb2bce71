"""The texts of the sample council papers: minutes as web pages and Word files, a news item and a plan."""

from dataclasses import dataclass

INVENTED = "Invented for Kloe - not a real authority or inspection"


@dataclass(frozen=True)
class AgendaItem:
    """The web page of one agenda item, as on a council's meetings site.

    Attributes:
        opening: paragraphs under “Minutes:”, separated by blank lines.
        points: questions and answers, one paragraph each.
        resolved: the committee's resolutions.
    """

    path: str
    council: str
    committee: str
    meeting: str
    item: str
    purpose: str
    opening: str
    points: str
    resolved: str


@dataclass(frozen=True)
class WordMinutes:
    """Minutes as a Word file; `## ` begins a heading, and lines between bars are the rows of a table."""

    path: str
    council: str
    title: str
    body: str


@dataclass(frozen=True)
class TextPaper:
    """A plain text or Markdown file; `- ` begins a list item."""

    path: str
    text: str


WESTHAVEN_SCRUTINY = AgendaItem(
    path="minutes/westhaven-children-scrutiny-2022-ofsted-report.html",
    council="Westhaven County Council",
    committee="Children’s Scrutiny Committee",
    meeting="Wednesday, 14th September 2022 10.30 am",
    item="Ofsted inspection of Westhaven children’s services",
    purpose="Report of the Interim Director of Children’s Services, attached.",
    opening="""
(Councillors P Redfern and S Amadi attended under Standing Order 19 and spoke to this item)

The Committee considered the report of the Interim Director on the inspection report of 15 July 2022, in which the
Council’s services for children had been judged inadequate. The Cabinet Member for Children apologised on behalf of
the Council to the children and families who had been let down.

The Interim Director outlined the two areas for priority action, which concerned delay at the front door and
management oversight in the assessment teams. She explained that a recovery plan had been sent to Ofsted on 2
September 2022 and that monitoring visits would begin in the new year.

Members’ discussion points included:
""",
    points="""
why the Committee had been told in March 2022 that the front door was stable. The Interim Director said that the
figures had counted contacts once they had been opened, not once they had been decided upon. This had been changed
on 1 August 2022;

how many concerns were waiting at present. Members heard that the number of contacts older than two working days had
fallen from 214 in May to 31 on the day before the meeting;

what was being done about supervision in the assessment teams. Four more team managers had been appointed, so that
each would oversee eight workers by December 2022 instead of 14. Supervision would be reported to the Committee each
quarter;

the accommodation of care leavers. A Member asked for an assurance that nobody was still sleeping in a car. The Head
of Corporate Parenting confirmed that both young people concerned had been housed within 48 hours of the inspectors’
visit, and that 19 care leavers remained in unsuitable accommodation;

the reliance on agency staff, which cost the Council £3.8 million in 2021/22. The Council had started to recruit
social workers abroad and expected the first to arrive in the spring of 2023;

whether the additional £6.1 million would be enough. The Chief Finance Officer replied that it would meet the cost
of the recovery plan for two years and that a further bid was likely; and

the support available to staff, many of whom had found the report painful to read. Drop-in sessions had been held in
all five area offices.
""",
    resolved="""
that the report and the recovery plan be noted;

that figures for supervision, assessment times and unread contacts be brought to each meeting of the Committee; and

that the Chair write to the Secretary of the Care Leavers’ Forum to invite two of its members to the November
meeting.
""",
)

ASHCOMBE_SCRUTINY = AgendaItem(
    path="minutes/ashcombe-scrutiny-2022-focused-visit.html",
    council="Ashcombe City Council",
    committee="People Scrutiny Panel",
    meeting="Wednesday, 16th November 2022 6.00 pm",
    item="Outcome of the focused visit to Ashcombe City Council children’s services",
    purpose="To consider the letter from Ofsted dated 14 October 2022 and the Executive Director’s response.",
    opening="""
The Executive Director for Children introduced the letter, which followed a visit by two inspectors on 20 and 21
September 2022. The subject of the visit had been care leavers. He welcomed what the letter said about housing and
about the Crossing, and he accepted without reserve what it said about supervision.

The Service Manager for Leaving Care reported that a third manager had started on 7 November 2022. From that date,
none of the managers would hold cases of their own.

During discussion the following points were made:
""",
    points="""
A Member asked how two personal advisers could have gone without supervision since March. The Service Manager said
that one manager had been on long-term sick leave and that cover had been arranged for urgent decisions only. This
had been a mistake. Both advisers had now been supervised twice.

The Panel asked how the Council would know that management oversight had improved. The Executive Director said that
20 records would be read each month by someone from outside the service. The first reading, in October, had found a
manager’s decision in nine of the 20.

Members were concerned that only 34% of care leavers had received their health history. The Designated Nurse stated
that the agreement with the hospital trust would be signed by 9 December 2022 and that the backlog of 61 histories
would be cleared by the end of March 2023.

In reply to a question about work, officers said that they were in talks with the harbour company about a scheme for
care leavers who had been unemployed for more than a year. Up to 12 places were hoped for.

A care leaver who was present told the Panel that the Crossing had “stopped me spending Sundays on my own”. She
asked for it to be open on bank holidays. The Executive Director undertook to look into the cost.

The Lead Member thanked personal advisers for their work and asked that this be recorded.
""",
    resolved="""
That the letter and the response be noted.

That a report on the supervision of personal advisers be received in March 2023.

That the Cabinet be asked to fund the opening of the Crossing on bank holidays.
""",
)

WESTHAVEN_MINUTES = WordMinutes(
    path="minutes/westhaven-children-scrutiny-2023-monitoring-visit.docx",
    council="Westhaven County Council",
    title="Children’s Scrutiny Committee",
    body="""
Minutes of the meeting held at Shire House

Date: Tuesday, 14 March 2023, at 10.30 am

Venue: Committee Room 2, Shire House, Castle Parade, Westhaven

Present: Councillors D Marchbank (Chair), L Osei (Vice-Chair), P Redfern, J Tolliver, R Whitcombe and Mrs E Sayle
(co-opted member)

## 41. Apologies

Apologies for absence were received from Councillor S Amadi.

## 42. Minutes of the previous meeting

RESOLVED: That the minutes of the meeting held on 17 January 2023 be confirmed as a correct record and signed by the
Chair.

## 43. First monitoring visit: findings and next steps

The Director of Children’s Services, Judith Amory, presented the letter of 21 February 2023, which reported the
first monitoring visit to Westhaven since the judgement of July 2022. Inspectors had been in the county on 24 and 25
January 2023.

The Director drew attention to the following matters:

(a) the waiting list at the front door had been cleared, and 94% of contacts now had a decision within one working
day;

(b) management oversight in the assessment teams was described as too weak, although each manager now had eight
workers; and

(c) supervision had been recorded for 61% of children in the assessment teams in January. The figure for February,
which inspectors had not seen, was 70%.

The Committee received the figures in the following table.

| Measure | May 2022 | January 2023 | Target |

| Assessments completed in time | 52% | 68% | 85% |

| Average caseload in the assessment teams | 29 | 22 | 18 |

| Agency staff in the assessment teams | 44% | 43% | 20% |

| Supervision recorded in the month | Not known | 61% | 90% |

Questions and answers

(d) Councillor Redfern asked why the share of agency staff had hardly moved. The Director replied that permanent
workers could not be found as fast as posts had been created. Eleven social workers from South Africa and Zimbabwe
would begin on 17 April 2023.

(e) Councillor Tolliver asked what a good supervision record would look like. The Principal Social Worker offered to
bring two anonymous examples, one good and one poor, to the June meeting.

(f) Mrs Sayle reported that head teachers valued the advice line. She asked that it be kept open in the school
holidays. The Director agreed to a trial in the Easter break.

(g) The Vice-Chair was worried that the recovery board spent its time on processes. The Director said that from
April each meeting of the board would open with the account of one child.

RESOLVED:

1. That the findings of the monitoring visit be noted.

2. That the Committee hold an informal session with social workers from the assessment teams before the end of May
2023.

3. That the target for agency staff be reviewed in September 2023.

## 44. Work programme

The Committee agreed to take a report on accommodation for care leavers at its meeting on 13 June 2023, as the
second monitoring visit was expected to deal with that subject.

The meeting closed at 12.50 pm.
""",
)

MARLBRIDGE_MINUTES = WordMinutes(
    path="minutes/marlbridge-scrutiny-2023-caseloads.docx",
    council="Marlbridge Borough Council",
    title="Children and Learning Scrutiny Committee",
    body="""
Minutes of the meeting held at The Corn Exchange

Date: 20 September 2023

Venue: Council Chamber, The Corn Exchange, Quay Street, Marlbridge

Present: Councillors A Hartnoll (Chair), B Quigley, T Verma, F Lisle and N Dunmore

In attendance: Helena Farrow (Director of Children’s Services); Tobias Grange (Head of Safeguarding); Yasmin Pell
(Head of the Marlbridge Academy)

## 12. Declarations of interest

Councillor Lisle declared that her daughter was employed by the Council as a social worker.

## 13. Review of social work caseloads

The Committee had decided in March 2023 to review the workload of social workers. The Head of Safeguarding gave the
following figures for the end of August 2023:

(a) the average caseload was 17 children for each social worker, against 24 at the time of the inspection in
February 2022;

(b) agency staff filled 22% of social work posts, and the Council’s aim was 10% by April 2025;

(c) six social workers, all of them in the assessment teams, held more than 22 children; and

(d) sickness absence among social workers stood at 11 days a year, which was two days fewer than in the year before.

| Team | Social workers | Average caseload | Agency staff |

| Assessment | 32 | 20 | 34% |

| Safeguarding | 41 | 17 | 21% |

| Children in care | 24 | 14 | 8% |

In answer to Councillor Verma, the Head of Safeguarding said that a caseload of 16 was thought to be right for an
experienced worker. Newly qualified workers were limited to ten children in their first six months.

Councillor Quigley referred to the letter from Ofsted of 6 July 2023, which had found oversight in the assessment
teams to be uneven. He asked what had been done. The Director explained that all four assessment teams had had a
permanent manager since 4 September 2023, and that a practice adviser sat in on one supervision session in each team
every month.

The Head of the Marlbridge Academy stated that the second group of 16 newly qualified social workers had started on
11 September 2023. All 14 members of the first group were still employed by the Council.

Councillor Dunmore asked what it would cost to replace agency workers with permanent staff. The Director replied
that an agency social worker cost about £19,000 a year more than a permanent one, and that 12 additional permanent
posts would pay for themselves within two years.

RESOLVED:

1. That the Cabinet be recommended to fund 12 additional permanent social work posts from April 2024.

2. That caseloads and the use of agency staff be reported to the Committee every six months.

3. That the Committee’s thanks be conveyed to social workers.

## 14. Date of the next meeting

The next meeting would take place on 22 November 2023.
""",
)

WESTHAVEN_NEWS = TextPaper(
    path="news/westhaven-news-2024-childrens-services.txt",
    text=f"""
Westhaven’s children’s services ‘a different place’ two years on, inspectors find

Published: 7 June 2024 by Westhaven County Council.

Ofsted’s latest letter on its visit to Westhaven children’s services was made public this week, and it tells of
another step forward.

Two inspectors spent 30 April and 1 May 2024 with the county’s assessment teams, which were at the heart of the
‘inadequate’ judgement in July 2022.

They found that 84 per cent of assessments are now completed on time, compared with 52 per cent two years ago, and
that agency workers fill 24 per cent of posts in the teams, down from 44 per cent.

‘Managers now know the children for whom their teams are responsible, and they are not afraid to change course,’
inspector Gareth Howell said.

‘Supervision has become a place for thinking. The task that remains is to make it as good in the north of the county
as it is in the south.’

The letter records that supervision took place in 91 per cent of cases in March. In the two northern teams the
figure was 78 per cent.

Mr Howell also asked the council to pay closer attention to the needs of disabled children, whose assessments ‘still
say more about diagnosis than about childhood’.

Cllr Dorothy Marchbank, who chairs the scrutiny committee, said: ‘We asked for honest figures in 2022 and now we
have them. Nobody here thinks that the work is done.’

Director of children’s services Judith Amory thanked staff and said that the 11 social workers who came from
southern Africa in April 2023 had ‘changed the feel of the teams for good’.

A full inspection is expected before the end of 2024.

{INVENTED}.
""",
)

MARLBRIDGE_PLAN = TextPaper(
    path="plans/marlbridge-improvement-plan-2025.md",
    text=f"""
# Improvement plan for care leavers 2025 to 2026

Marlbridge Borough Council

Published: 30 June 2025

*{INVENTED}.*

## Why we have a plan

Inspectors visited the borough from 24 February to 7 March 2025 and judged our services to be good overall. They
found that the experiences and progress of our care leavers require improvement. This plan sets out what we shall do
about it, who is responsible, and how our young people will know that it has been done.

It was written with 19 members of Speak Up Marlbridge and agreed by the Cabinet on 24 June 2025. The scrutiny
committee will look at progress in November 2025 and again in May 2026.

## Priority 1: staying in touch

One in four care leavers aged 21 to 24 had not been seen in person for more than six months. We will:

- see every care leaver at least once every eight weeks, unless the young person asks for less, by 31 October 2025;
- appoint four more personal advisers, which will reduce the number of young people for each adviser from 27 to 20;
- report contact separately for those aged 18 to 20 and those aged 21 to 24, from July 2025.

Responsible: Head of Corporate Parenting.

## Priority 2: a place to go

The Halyard centre closed for repairs in August 2023. We will:

- open it again on Monday 15 September 2025, with a kitchen, a quiet room and a room for young parents;
- open it on Sunday afternoons as well as on weekdays;
- pay four care leavers to help to run it.

Responsible: Assistant Director for Early Help and Corporate Parenting.

## Priority 3: somewhere suitable to live

Eighty-eight per cent of our care leavers live in suitable accommodation. Our target is 95% by March 2026. We will:

- set aside ten council flats a year for care leavers, three of them with two bedrooms for young parents;
- start a rent guarantee of up to £1,500 for care leavers who rent from a private landlord;
- visit each young person within two weeks of a move.

Responsible: Head of Housing.

## Priority 4: management oversight of personal advisers

Supervision has looked at forms more than at lives. We will:

- begin each supervision session with the young people who have not been seen;
- train the three team managers in reflective supervision by December 2025;
- ask two care leavers to take part in an audit of ten records every quarter.

Responsible: Principal Social Worker.

## What it will cost

The plan costs £410,000 in 2025/26. Of this, £285,000 is new money from the Council, and £125,000 comes from savings
on agency staff.
""",
)

AGENDA_ITEMS = (WESTHAVEN_SCRUTINY, ASHCOMBE_SCRUTINY)
WORD_MINUTES = (WESTHAVEN_MINUTES, MARLBRIDGE_MINUTES)
TEXT_PAPERS = (WESTHAVEN_NEWS, MARLBRIDGE_PLAN)
